"""The algebra of windows: what two stretches of time are to each other, when bounds are fuzzy and years unknown.

Pure functions over :class:`checker.model.Interval` (closed, in minutes) and :class:`checker.model.Window` (a usual and a widest interval).
The relations are Allen's thirteen ("Maintaining knowledge about temporal intervals", CACM 26(11), 1983), over minutes: two intervals
of which one ends in the minute before the other begins *meet*.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from checker.model import Interval, Window

Width = Literal["core", "tolerant"]

DAY = 1440  # minutes
PLACEHOLDER = 2000  # the year of windows whose year is unknown: a leap year, in which every month and day exists


class Relation(StrEnum):
    """Allen's relations of a first interval to a second."""

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUALS = "equals"
    FINISHED_BY = "finished-by"
    CONTAINS = "contains"
    STARTED_BY = "started-by"
    OVERLAPPED_BY = "overlapped-by"
    MET_BY = "met-by"
    AFTER = "after"

    @property
    def converse(self) -> Relation:
        """The relation of the second interval to the first."""
        relations = list(Relation)
        return relations[-1 - relations.index(self)]

    @property
    def apart(self) -> bool:
        """True where the two share no minute."""
        return self in (Relation.BEFORE, Relation.MEETS, Relation.MET_BY, Relation.AFTER)


def relation(a: Interval, b: Interval) -> Relation:
    """Return which of Allen's relations ``a`` has to ``b``."""
    if a.last < b.first:
        return Relation.MEETS if a.last + 1 == b.first else Relation.BEFORE
    if b.last < a.first:
        return Relation.MET_BY if b.last + 1 == a.first else Relation.AFTER
    if a.first == b.first:
        return Relation.EQUALS if a.last == b.last else Relation.STARTS if a.last < b.last else Relation.STARTED_BY
    if a.last == b.last:
        return Relation.FINISHES if a.first > b.first else Relation.FINISHED_BY
    if a.first < b.first:
        return Relation.CONTAINS if a.last > b.last else Relation.OVERLAPS
    return Relation.DURING if a.last < b.last else Relation.OVERLAPPED_BY


def precedes(a: Window, b: Window, width: Width = "tolerant") -> bool:
    """Tell whether ``a`` lies wholly before ``b``; never where a year is unknown."""
    if a.year_unknown or b.year_unknown:
        return False
    return relation(getattr(a, width), getattr(b, width)) in (Relation.BEFORE, Relation.MEETS)


def meets(a: Window, b: Window, width: Width = "tolerant") -> bool:
    """Tell whether the two share a minute; with an unknown year, month and day alone decide, over the new year too."""
    first: Interval = getattr(a, width)
    second: Interval = getattr(b, width)
    if not (a.year_unknown or b.year_unknown):
        return first.meets(second)
    return any(_on_circle(first).meets(turn) for turn in _turns(second))


def gap(a: Window, b: Window, width: Width = "tolerant") -> int:
    """Minutes that lie between the two, 0 where they touch or meet."""
    first: Interval = getattr(a, width)
    second: Interval = getattr(b, width)
    if not (a.year_unknown or b.year_unknown):
        return _between(first, second)
    return min(_between(_on_circle(first), turn) for turn in _turns(second))


def bounded(window: Window, day: date) -> Window:
    """Cut both widths at the end of ``day``: what is reported as past cannot lie behind the publication.

    A window that lies wholly behind ``day``, or whose year is unknown, is returned as it is; where only the core lies
    behind, the core becomes what is left of the tolerant width.
    """
    limit = Interval.days(day).last
    if window.year_unknown or window.tolerant.first > limit or window.tolerant.last <= limit:
        return window
    tolerant = Interval(window.tolerant.first, limit)
    return Window(intersection(window.core, tolerant) or tolerant, tolerant)


def bounded_below(window: Window, day: date) -> Window:
    """Cut both widths at the start of ``day``: what is announced for "later this year" does not lie before the publication.

    A window that lies wholly before ``day``, or whose year is unknown, is returned as it is.
    """
    limit = Interval.days(day).first
    if window.year_unknown or window.tolerant.last < limit or window.tolerant.first >= limit:
        return window
    tolerant = Interval(limit, window.tolerant.last)
    return Window(intersection(window.core, tolerant) or tolerant, tolerant)


def widened(window: Window, days: int) -> Window:
    """Widen the tolerant width by whole days on both sides; the core stays."""
    tolerant = Interval(max(0, window.tolerant.first - days * DAY), window.tolerant.last + days * DAY)
    return Window(window.core, tolerant, window.year_unknown)


def intersection(a: Interval, b: Interval) -> Interval | None:
    """Return the minutes both share, or None."""
    return Interval(max(a.first, b.first), min(a.last, b.last)) if a.meets(b) else None


def hull(a: Interval, b: Interval) -> Interval:
    """Return the shortest interval that holds both."""
    return Interval(min(a.first, b.first), max(a.last, b.last))


def _between(a: Interval, b: Interval) -> int:
    return max(0, b.first - a.last - 1, a.first - b.last - 1)


def _moved(interval: Interval, minutes: int) -> Interval:
    return Interval(interval.first + minutes, interval.last + minutes)


_CIRCLE = 366 * DAY


def _on_circle(interval: Interval) -> Interval:
    """Put an interval of any year into the placeholder year, by month and day; one of a year or more covers it all."""
    start = (date(PLACEHOLDER, 1, 1).toordinal() - 1) * DAY
    if interval.last - interval.first >= 365 * DAY:
        return Interval(start, start + _CIRCLE - 1)
    first, last = (
        (d.replace(year=PLACEHOLDER).toordinal() - 1) * DAY + minutes % DAY
        for d, minutes in ((interval.first_day, interval.first), (interval.last_day, interval.last))
    )
    return Interval(first, last if last >= first else last + _CIRCLE)


def _turns(interval: Interval) -> tuple[Interval, ...]:
    """Return the interval on the circle, and once around it either way."""
    here = _on_circle(interval)
    return _moved(here, -_CIRCLE), here, _moved(here, _CIRCLE)
