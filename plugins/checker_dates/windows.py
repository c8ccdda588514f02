"""Windows: from a TIMEX3 value and mod to two widths of the calendar, and their labels. Days are proleptic Gregorian.

What two windows are to each other is the business of ``checker_dates.algebra``.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from checker.frozen import frozen
from checker.model import Interval, Window
from checker_dates.algebra import DAY, PLACEHOLDER, hull

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model import Timex

MONTH_NAMES = tuple(calendar.month_name)  # looked up once: the calendar's own asks the locale each time

Days = tuple[int, int | Literal["end"]]

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_CLOCK_SLACK = 30  # minutes: clock times in news are rounded
# Minutes of the day, core then tolerant. A night runs on into the small hours of the next day.
_PARTS: dict[str, tuple[tuple[int, int], tuple[int, int]]] = {
    "MO": ((300, 719), (0, 779)),
    "MI": ((660, 839), (600, 899)),
    "AF": ((720, 1079), (660, 1139)),
    "EV": ((1020, 1439), (960, 1439)),
    "NI": ((1080, 1439), (1020, 1799)),
}
_SMALL_HOURS = (0, 359), (0, 479)  # the start of a morning: from midnight on
_WEEK_PARTS = {"START": ((0, 2), (0, 3)), "MID": ((1, 3), (0, 4)), "END": ((3, 6), (2, 6))}
_LOOSE = frozenset({"APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"})
_PART_OF = {"START": "early", "MID": "mid", "END": "late"}


@frozen()
class MonthParts:
    """Which days of a month "early", "mid" and "late" are: first and last day, where the last may be ``end``."""

    early: Days = (1, 10)
    mid: Days = (11, 20)
    late: Days = (21, "end")

    def __post_init__(self) -> None:
        for name in ("early", "mid", "late"):
            first, last = getattr(self, name)
            if not 1 <= first <= 28 or (last != "end" and not first <= last <= 31):
                raise ValueError(f"{name}: {first}–{last} are no days of every month in order")

    def days(self, mod: str, year: int, month: int) -> tuple[date, date]:
        """Return the first and last day of the part that the TIMEX3 ``mod`` (START, MID, END) names."""
        first, last = getattr(self, _PART_OF[mod])
        length = calendar.monthrange(year, month)[1]
        return date(year, month, first), date(year, month, length if last == "end" else min(last, length))


@frozen()
class Conventions:
    """What fuzzy words mean: the usual and the widest reading.

    The usual one is Duckling's (1–10, 11–20, 21–end); the 15/16 split of the widest is that of Microsoft's Recognizers.
    """

    month_parts: MonthParts = MonthParts()
    tolerance: MonthParts = MonthParts(early=(1, 15), mid=(8, 23), late=(16, "end"))


DEFAULT = Conventions()


@lru_cache(maxsize=8192)
def window_of(value: str, mod: str | None = None, conventions: Conventions = DEFAULT) -> Window | None:
    """Return the window of a TIMEX3 ``value`` and ``mod``, None for what is no stretch of the calendar.

    Years of values like ``XXXX-07-14`` are placeholders in the result (``year_unknown``).
    """
    first_value, slash, last_value = value.partition("/")
    if slash:
        first, last = window_of(first_value, None, conventions), window_of(last_value, None, conventions)
        if (
            first is None
            or last is None
            or first.core.first > last.core.last
            or first.year_unknown != last.year_unknown
        ):
            return None
        core = Interval(first.core.first, last.core.last)
        return Window(core, hull(core, Interval(first.tolerant.first, last.tolerant.last)), first.year_unknown)
    unknown = value.startswith("XXXX-") and not value.startswith("XXXX-W")
    known = value.replace("XXXX", str(PLACEHOLDER), 1) if unknown else value
    try:
        widths = _widths(known, mod, conventions)
    except (ValueError, OverflowError):
        return None
    if widths is None:
        return None
    core, tolerant = widths
    return Window(core, core if tolerant is core else hull(core, tolerant), unknown)


def under(timex: Timex, conventions: Conventions) -> Window | None:
    """Return the window of ``timex`` under other conventions.

    A window its words set otherwise than value and mod do ("earlier this week": until the day of publication) is kept.
    """
    if timex.window is not None and timex.window == window_of(timex.value, timex.mod):
        return window_of(timex.value, timex.mod, conventions)
    return timex.window


def days_value(interval: Interval, *, year_unknown: bool = False) -> str:
    """``2024-07-01/2024-07-10``, or ``2024-07-14`` for one day; unknown years are written XXXX."""
    first, last = (d.isoformat() for d in (interval.first_day, interval.last_day))
    if year_unknown:
        first, last = "XXXX" + first[4:], "XXXX" + last[4:]
    return first if first == last else f"{first}/{last}"


def days_label(interval: Interval, *, year_unknown: bool = False) -> str:
    """``1–10 July 2024``, ``14 July 2024``, ``28 June – 3 July 2024``."""
    first, last = interval.first_day, interval.last_day
    year = "" if year_unknown else f" {last.year}"
    if first == last:
        return f"{last.day} {MONTH_NAMES[last.month]}{year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTH_NAMES[last.month]}{year}"
    first_year = "" if year_unknown or first.year == last.year else f" {first.year}"
    start = f"{first.day} {MONTH_NAMES[first.month]}{first_year}"
    return f"{start} – {last.day} {MONTH_NAMES[last.month]}{year}"


@lru_cache(maxsize=4096)
def day_label(day: date) -> str:
    """``14 July 2024``."""
    return f"{day.day} {MONTH_NAMES[day.month]} {day.year}"


def _widths(value: str, mod: str | None, conventions: Conventions) -> tuple[Interval, Interval] | None:
    if mod is not None and mod not in _PART_OF and mod not in _LOOSE:
        return None  # BEFORE, AFTER and their kin have one end only
    for pattern, read in _FORMS:
        match = pattern.fullmatch(value)
        if match is not None:
            return read(match, mod, conventions)
    return None


def _plain(first: date, last: date, mod: str | None) -> tuple[Interval, Interval]:
    """Measure a stretch without a convention of its own: thirds, at most halves; loose ones reach further."""
    whole = Interval.days(first, last)
    if mod is None:
        return whole, whole
    length = (last - first).days + 1
    third, half = timedelta(length // 3), timedelta(length // 2)
    if mod == "START":
        return Interval.days(first, first + third - _ONE if length >= 3 else first), Interval.days(
            first, max(first, first + half - _ONE)
        )
    if mod == "MID":
        return Interval.days(first + third, last - third), Interval.days(first + third / 2, last - third / 2)
    if mod == "END":
        return Interval.days(last - third + _ONE if length >= 3 else last, last), Interval.days(
            min(last, last - half + _ONE), last
        )
    if mod in _LOOSE:
        slack = timedelta(max(3, length))
        return whole, Interval.days(first - slack, last + slack)
    return whole, whole


_ONE = timedelta(1)


def _month(match: re.Match[str], mod: str | None, conventions: Conventions) -> tuple[Interval, Interval]:
    year, month = int(match[1]), int(match[2])
    if mod in _PART_OF:
        return (
            Interval.days(*conventions.month_parts.days(mod, year, month)),
            Interval.days(*conventions.tolerance.days(mod, year, month)),
        )
    return _plain(*_months(year, month, 1), mod)


def _year(match: re.Match[str], mod: str | None, _: Conventions) -> tuple[Interval, Interval]:
    year = int(match[1])
    core = {"START": (1, 4), "MID": (5, 4), "END": (9, 4)}
    tolerant = {"START": (1, 6), "MID": (3, 8), "END": (7, 6)}
    if mod in core:
        return Interval.days(*_months(year, *core[mod])), Interval.days(*_months(year, *tolerant[mod]))
    return _plain(*_months(year, 1, 12), mod)


def _week(match: re.Match[str], mod: str | None, _: Conventions) -> tuple[Interval, Interval]:
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    if mod in _WEEK_PARTS:
        core, tolerant = ([monday + timedelta(d) for d in ends] for ends in _WEEK_PARTS[mod])
        return Interval.days(*core), Interval.days(*tolerant)
    core_days, tolerant_days = _plain(monday, monday + timedelta(6), mod)
    # Where weeks begin on Sunday, that Sunday is meant as well.
    return core_days, Interval(tolerant_days.first - DAY, tolerant_days.last)


def _season(match: re.Match[str], mod: str | None, _: Conventions) -> tuple[Interval, Interval]:
    first, last = _months(int(match[1]), _SEASONS[match[2]], 3)
    core, tolerant = _plain(first, last, mod)
    return core, Interval(tolerant.first - 31 * DAY, tolerant.last + 31 * DAY)  # calendar, weather and usage differ


_MIDNIGHT = 24


def _day(match: re.Match[str], mod: str | None, _: Conventions) -> tuple[Interval, Interval]:
    day = date(int(match[1]), int(match[2]), int(match[3]))
    start = (day.toordinal() - 1) * DAY
    if match[4]:  # a part of the day
        core, tolerant = _SMALL_HOURS if (match[4], mod) == ("MO", "START") else _PARTS[match[4]]
        return Interval(start + core[0], start + core[1]), Interval(start + tolerant[0], start + tolerant[1])
    if match[5]:
        hour, minute = int(match[5]), int(match[6] or 0)
        if hour > 24 or minute > 59:
            raise ValueError(match[0])
        first = start + hour * 60 + minute
        last = first if match[6] else first + 59
        if hour == _MIDNIGHT:
            first = start  # "midnight on July 14" may be either end of that day
        return Interval(first, last), Interval(max(0, first - _CLOCK_SLACK), last + _CLOCK_SLACK)
    return _plain(day, day, mod if mod in _LOOSE else None)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    """Return the first and last day of ``count`` months from ``month`` on."""
    years, index = divmod(month - 1 + count - 1, 12)
    return date(year, month, 1), date(year + years, index + 1, calendar.monthrange(year + years, index + 1)[1])


_FORMS: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], str | None, Conventions], tuple[Interval, Interval]]], ...
] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(?:(MO|MI|AF|EV|NI)|(\d\d)(?::(\d\d))?))?"), _day),
    (re.compile(r"(\d{4})"), _year),
    (re.compile(r"(\d{4})-(\d\d)"), _month),
    (re.compile(r"(\d{4})-W(\d\d)"), _week),
    (
        re.compile(r"(\d{4})-W(\d\d)-WE"),
        lambda m, mod, _: _plain(
            date.fromisocalendar(int(m[1]), int(m[2]), 6), date.fromisocalendar(int(m[1]), int(m[2]), 7), mod
        ),
    ),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda m, mod, _: _plain(*_months(int(m[1]), int(m[2]) * 3 - 2, 3), mod)),
    (re.compile(r"(\d{4})-H([12])"), lambda m, mod, _: _plain(*_months(int(m[1]), int(m[2]) * 6 - 5, 6), mod)),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), _season),
    (
        re.compile(r"(\d{3})"),
        lambda m, mod, _: _plain(date(int(m[1]) * 10, 1, 1), date(int(m[1]) * 10 + 9, 12, 31), mod),
    ),
    (
        re.compile(r"(\d{2})"),
        lambda m, mod, _: _plain(date(int(m[1]) * 100, 1, 1), date(int(m[1]) * 100 + 99, 12, 31), mod),
    ),
)
