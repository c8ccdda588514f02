"""What the words of a time expression state of the calendar, before anything is inferred.

"Thursday evening, 24 October" is three pieces, each a :class:`Parts`; pieces that stand side by side and state
different things are joined field by field, and the whole is resolved once (``checker_dates.resolve``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator


class Parts(NamedTuple):
    """Calendar parts as stated. ``unit`` and ``offset`` count a stretch from the publication ("last week": W, -1)."""

    year: int | None = None
    before_christ: bool = False
    history: int | None = None  # the year of a day that news names without it
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    holiday: str | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: int | None = None  # 198 for the 1980s
    century: int | None = None  # 19 for the 20th
    unit: str | None = None  # ISO letter: D, W, WE, M, Q, Y, DE
    offset: int | None = None
    direction: str | None = None  # last, this, next, coming: before a name ("last April")
    daypart: str | None = None  # TMO ... TNI
    clock: str | None = None  # T22:00
    fiscal: bool = False
    overnight: bool = False  # the night that ends on the day
    spoken: bool = False  # ``unit`` is counted from what the text spoke of last: "that year"
    shift: int = 0  # days from the day named: "two days after Christmas"

    @property
    def kind(self) -> str:
        """The finest thing stated, which decides what may be joined to it."""
        if self.clock:
            return "clock"
        if self.daypart:
            return "daypart" if self.is_bare_daypart else "day"
        if self.day or self.holiday or self.unit == "D":
            return "day"
        for name in ("weekday", "month", "quarter", "half", "season"):
            if getattr(self, name):
                return name
        if self.year or self.unit == "Y":
            return "year"
        if self.unit == "W":
            return "week"
        return "shift" if self.shift else "other"

    @property
    def is_bare_daypart(self) -> bool:
        """True for "the morning" without a day."""
        return not (self.day or self.weekday or self.holiday or self.unit)

    @property
    def asks_tense(self) -> bool:
        """True where what is not said hangs on the tense of the verb."""
        if self.year is not None:
            return False
        named = self.month or self.weekday or self.day or self.holiday or self.quarter or self.half or self.season
        return bool(named) or self.unit == "WE"

    @property
    def has_day(self) -> bool:
        """True where the words name a day, absolutely, by weekday, or from the publication."""
        return bool(self.day or self.weekday or self.holiday or self.unit == "D")


Atom = tuple[int, int, Parts]  # a piece of a time expression: start, end, what it states


class Pattern(NamedTuple):
    """A pattern of one trigger class; ``read`` gives the atoms of a match, none where a second look rejects it."""

    trigger: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Iterator[Atom]]


def join(a: Parts, b: Parts) -> Parts | None:
    """Join two pieces, or return None where both state the same part."""
    joined = []
    for name, left, right in zip(Parts._fields, a, b, strict=True):
        counted = name == "offset"  # 0 is stated, too: "this week"
        if (left is not None and right is not None) if counted else (left and right):
            return None
        joined.append((left if right is None else right) if counted else right or left)
    return Parts._make(joined)
