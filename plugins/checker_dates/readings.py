"""Patterns that read themselves, and how durations are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from checker_dates.memory import Context
    from checker_dates.resolve import Resolved


_LEAD = 28  # code points that words in front may take up
_LEADS = frozenset(
    "the those these its his her their our past last next first previous final latest coming following preceding"
    " year-earlier full".split()
)  # the last of them


class Period(NamedTuple):
    """A pattern of one trigger class and the reading of its matches; None rejects a match.

    ``partial`` ones take a modifier of their own: "later that month"; the reading of ``tensed`` ones hangs on the tense of the verb;
    ``lead`` matches the words in front that belong to it, looked for only where the pattern matches: "the past" two years.
    """

    trigger: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Context], Resolved | None]
    partial: bool = False
    tensed: bool = False
    lead: re.Pattern[str] | None = None

    def start(self, match: re.Match[str]) -> int:
        """Return where the expression starts; what a hyphen ties to a noun ("the two-year deal") takes no article."""
        start = match.start()
        if self.lead is None or match.string[match.start("unit") - 1] == "-":
            return start
        before = match.string[max(0, start - _LEAD) : start].split()
        if not before or before[-1].lower() not in _LEADS:
            return start
        lead = self.lead.search(match.string, max(0, start - _LEAD), start)
        return start if lead is None else lead.start()


_SMALLER = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "DE": ("Y", 10), "CE": ("Y", 100), "D": ("TH", 24)}


def duration(count: float | None, unit: str) -> str:
    """Return an ISO 8601 duration as TIMEX3 writes it; ``count`` None is the X of "months" and "several years"."""
    if unit == "2W":
        count, unit = (None if count is None else count * 2), "W"
    if count is None:
        return f"PTX{unit[1]}" if unit.startswith("T") else f"PX{unit}"
    if unit in ("DE", "CE", "ML"):
        count, unit = count * {"DE": 10, "CE": 100, "ML": 1000}[unit], "Y"
    whole, part = int(count), count - int(count)
    clock, letter = ("T", unit[1]) if unit.startswith("T") else ("", unit)
    if part and unit in _SMALLER:
        smaller, factor = _SMALLER[unit]
        rest = round(part * factor)
        head = f"{whole}{letter}" if whole else ""
        return f"P{clock}{head}{'T' if smaller[0] == 'T' and not clock else ''}{rest}{smaller[-1]}"
    return f"P{clock}{f'{count:g}'}{letter}"
