"""Odd absolute formats: figures alone ("2024/07/14", "7/14/2024") by arithmetic, those with a name ("14-Jul-2024") by dateparser.

dateparser reads far too much ("we" is Wednesday to it, and a bare "May" today's day in May), takes milliseconds a call
and half a second to begin. So it is imported on first use, sees only strings that look like nothing but a date with the name of a
month, and its answers are kept.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from checker_dates import lexicon as lex
from checker_dates.resolve import Resolved

if TYPE_CHECKING:
    from checker_dates.memory import Context

_SHORT_MONTH = lex.either(m[:3] for m in lex.MONTHS)
ODD_FORMAT = re.compile(
    rf"(?<![\w/.,-])(?:(?:1\d|20)\d\d/\d{{1,2}}/\d{{1,2}}|\d{{1,2}}/\d{{1,2}}/(?:(?:1\d|20)\d\d|\d\d)"
    rf"|\d{{1,2}}-\d{{1,2}}-(?:1\d|20)\d\d"
    rf"|\d{{1,2}}[-.]?(?i:{_SHORT_MONTH})[-.]?(?:(?:1\d|20)\d\d|['’]\d\d))(?![\w/-]|[.,]\d)"
)


def read_odd(match: re.Match[str], context: Context) -> Resolved | None:
    """Resolve a match of :data:`ODD_FORMAT`; None where day and month could be swapped, or where it is no date."""
    del context
    text = match[0].replace("’", "'")
    day = _parsed(text, "MDY")
    if day is None or day != _parsed(text, "DMY"):
        return None
    return Resolved(
        "DATE", day.isoformat(), None, frozenset({"year", "month", "day"}), (f'"{match[0]}" can only be {day}',)
    )


_FIGURES = re.compile(r"(\d+)[/-](\d+)[/-](\d+)")
_PIVOT = 69  # two figures from here on are a year of the 1900s, as in POSIX


@lru_cache(maxsize=1024)
def _parsed(text: str, order: str) -> date | None:
    figures = _FIGURES.fullmatch(text)
    if figures is not None:
        return _counted([int(f) for f in figures.groups()], order, year_first=len(figures[1]) == 4)
    import dateparser  # noqa: PLC0415  half a second that most runs never need

    settings = {"DATE_ORDER": order, "STRICT_PARSING": True, "PREFER_LOCALE_DATE_ORDER": False}
    found = dateparser.parse(text, languages=["en"], settings=settings)
    return found.date() if found else None


def _counted(figures: list[int], order: str, *, year_first: bool) -> date | None:
    """Return the day of three figures; month and day are swapped where only that is a date."""
    year = figures.pop(0 if year_first else 2)
    if year < 100:
        year += 1900 if year >= _PIVOT else 2000
    month, day = figures if year_first or order == "MDY" else figures[::-1]
    for m, d in ((month, day), (day, month)):
        try:
            return date(year, m, d)
        except ValueError:
            continue
    return None
