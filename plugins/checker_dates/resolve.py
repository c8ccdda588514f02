"""From stated parts to a TIMEX3 value: what is not said is inferred from publication, tense and the text before.

Conventions for news: a bare weekday is the latest one on or before the publication, the same day counting, unless the
verb is in the future; the year of a bare month, day or quarter is the nearest, and where two are about as near the
tense decides. What cannot be inferred stays unknown (``XXXX``).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.model import Tense
from checker.text.remembered import Remembered
from checker_dates import lexicon as lex
from checker_dates.windows import MONTH_NAMES, day_label

if TYPE_CHECKING:
    from checker_dates.memory import Context
    from checker_dates.parts import Parts

_PAST, _FUTURE = Tense.PAST, Tense.FUTURE  # looked up once: what an enumeration is asked for is dear
_DISTANCE = frozenset({"distance"})
_NEARBY = 3  # months: this near, nearness decides the year, whatever the tense
_SATURDAY = 6
_ROLLOVER = 7  # months: a narrative that falls back further has gone on into the next year
_WEEKDAY = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


@frozen()
class Resolved:
    """A TIMEX3 reading: type, value, mod, what was said, and the steps of inference. ``vague`` ones have no window."""

    type: str
    value: str
    mod: str | None = None
    said: frozenset[str] = frozenset()
    steps: tuple[str, ...] = ()
    vague: bool = False
    slack: int = 0  # days by which the tolerant width is wider than the value says
    since: date | None = None  # the window starts here, whatever the value says
    until: date | None = None  # the window ends here, whatever the value says


def resolve(parts: Parts, context: Context) -> Resolved | None:
    """Resolve the parts of one expression; None where they cannot be a date at all (30 February)."""
    said = _SAID[parts]
    if parts.has_day or (parts.daypart or parts.clock):
        return _day(parts, context, said)
    if parts.before_christ:
        return Resolved("DATE", f"BC{parts.year:04d}", None, said, vague=True)
    if parts.year and not (parts.month or parts.quarter or parts.half or parts.season):
        steps = ("a fiscal year need not be the calendar year",) if parts.fiscal else ()
        return Resolved("DATE", f"{parts.year:04d}", None, said, steps, vague=parts.fiscal)
    if parts.decade is not None:
        return Resolved("DATE", f"{parts.decade}", None, said)
    if parts.century is not None:
        return Resolved("DATE", f"{parts.century:02d}", None, said)
    if parts.month or parts.quarter or parts.half or parts.season:
        return _named(parts, context, said)
    if parts.unit == "WE":
        return _weekend(parts, context, said)
    if parts.unit == "Y" and parts.offset == -1 and (reported := context.quarter) and context.compared:
        year, quarter = reported.split("-")
        return Resolved(
            "DATE", f"{int(year) - 1}-{quarter}", None, said, ("the same quarter of the year before",), vague=True
        )
    if parts.unit == "Y" and parts.spoken:
        return _spoken_year(parts, context)
    if parts.unit is not None:
        return stretch(parts.unit, parts.offset or 0, context, said)
    return None


def _spoken_year(parts: Parts, context: Context) -> Resolved | None:
    """Read "that year"; on its own it means nothing where the text spoke of none."""
    year, steps = _relative_year(parts, context)
    if year is None or (context.spoken_year is None and not parts.offset):
        return None
    return Resolved("DATE", f"{year:04d}", None, _DISTANCE, steps, vague=context.spoken_year is None)


def _said(parts: Parts) -> frozenset[str]:
    """Return the names of what the words state; the same few combinations come again and again."""
    names = (
        "year",
        "month",
        "day",
        "weekday",
        "quarter",
        "half",
        "season",
        "decade",
        "century",
        "daypart",
        "clock",
        "holiday",
    )
    said = [n for n in names if getattr(parts, n)]
    if parts.unit:
        said.append("offset")
    return frozenset(said)


_SAID = Remembered(_said)


# --- Days -------------------------------------------------------------------------------------------------------------


def _day(parts: Parts, context: Context, said: frozenset[str]) -> Resolved | None:
    found = _calendar_day(parts, context)
    if found is None:
        return None
    value, steps = found
    if parts.shift:
        value, steps = _shifted(value, parts.shift, steps)
    if parts.holiday and parts.unit == "WE":
        return _weekend_of(value, said, steps)
    if parts.overnight and parts.daypart:
        return Resolved("TIME", value + parts.daypart, None, said, steps, slack=1)
    if parts.overnight:
        return _overnight(value, said, steps)
    if parts.clock == "T24:00" and parts.daypart is None:
        return Resolved("TIME", f"{value}T24:00", None, said, steps)
    time = _time(parts)
    if time is None:
        guessed = bool(parts.day and not parts.month and not parts.weekday and context.month is None)
        return Resolved("DATE", value, None, said, steps, vague=guessed)
    vague = not parts.has_day
    if vague:
        steps = (*steps, "the day is not said")
    return Resolved("TIME", value + time, None, said, steps, vague=vague)


def _shifted(value: str, days: int, steps: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    if value.startswith("XXXX"):
        return "XXXX-XX-XX", steps
    day = date.fromisoformat(value) + timedelta(days)
    step = f"{abs(days)} day{'s' if abs(days) > 1 else ''} {'before' if days < 0 else 'after'} that: {day_label(day)}"
    return day.isoformat(), (*steps, step)


def _weekend_of(value: str, said: frozenset[str], steps: tuple[str, ...]) -> Resolved:
    """Return the weekend a holiday makes longer: the nearest to it."""
    if value.startswith("XXXX"):
        return Resolved("DATE", "XXXX-WXX-WE", None, said, steps, vague=True)
    day = date.fromisoformat(value)
    saturday = day + timedelta((_SATURDAY - day.isoweekday() + 3) % 7 - 3)
    year, week, _ = saturday.isocalendar()
    return Resolved("DATE", f"{year:04d}-W{week:02d}-WE", None, said, steps, slack=1)


_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_SECOND_HALF = {"TAF": 1, "TEV": 4, "TNI": 6}  # the first hour that a part of the day makes one of the second twelve


def _time(parts: Parts) -> str | None:
    """The time of day; a part of the day says which half the clock means: "9:30 last night" is T21:30."""
    clock = _CLOCK.fullmatch(parts.clock or "")
    if clock is None or parts.daypart not in _SECOND_HALF:
        return parts.clock or parts.daypart
    hour = int(clock[1])
    later = _SECOND_HALF[parts.daypart] <= hour < 12
    return f"T{hour + 12}:{clock[2]}" if later else parts.clock


def _overnight(value: str, said: frozenset[str], steps: tuple[str, ...]) -> Resolved | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return Resolved("TIME", value + "TNI", None, said, steps, vague=True)
    eve = day - timedelta(1)
    return Resolved(
        "TIME", f"{eve}T18:00/{day}T06:00", None, said, (*steps, f"the night from {day_label(eve)} to {day_label(day)}")
    )


def _calendar_day(parts: Parts, context: Context) -> tuple[str, tuple[str, ...]] | None:
    """Return the day as a value, perhaps with unknown parts, and the steps."""
    if parts.day and not parts.month:
        return _day_of_month(parts.day, parts.weekday, context)
    if parts.day or parts.holiday:
        return _month_day(parts, context)
    if parts.unit == "D":
        if context.today is None:
            return "XXXX-XX-XX", ("the day of publication is not known",)
        day = context.today + timedelta(parts.offset or 0)
        return day.isoformat(), (f"published {day_label(context.today)}: the day is {day_label(day)}",)
    if parts.weekday and parts.unit == "W":
        return _weekday_of_week(parts.weekday, parts.offset or 0, context)
    if parts.weekday:
        return _weekday(parts.weekday, parts.direction, context)
    day_before = context.day or context.today
    return (day_before.isoformat() if day_before else "XXXX-XX-XX"), ()


def _weekday_of_week(weekday: int, weeks: int, context: Context) -> tuple[str, tuple[str, ...]]:
    """Read "Monday last week": that day of the week counted from the one of publication."""
    today = context.today
    if today is None:
        return f"XXXX-WXX-{weekday}", ("the week is not known",)
    day = today + timedelta(weekday - today.isoweekday() + 7 * weeks)
    return day.isoformat(), _published(context, day_label(day))


def _day_of_month(day: int, weekday: int | None, context: Context) -> tuple[str, tuple[str, ...]] | None:
    """Read "the 14th": of the month the text spoke of last, else of the nearest that the tense allows."""
    if context.month is not None and weekday is None:
        year, month = int(context.month[:4]), int(context.month[5:])
        if day > calendar.monthrange(year, month)[1]:
            return None
        return f"{context.month}-{day:02d}", (f"the month is the one spoken of: {MONTH_NAMES[month]} {year}",)
    today = context.today
    if today is None:
        return f"XXXX-XX-{day:02d}", ("the month is not known",)
    months = [(today.year * 12 + today.month - 1 + n) for n in (-1, 0, 1)]
    days = [date(m // 12, m % 12 + 1, day) for m in months if day <= calendar.monthrange(m // 12, m % 12 + 1)[1]]
    days = [d for d in days if d.isoweekday() == weekday] or days
    ahead = context.tense is _FUTURE
    allowed = [d for d in days if (d >= today if ahead else d <= today)] or days
    return min(allowed, key=lambda d: abs((d - today).days)).isoformat(), ("the month is not said",)


def _month_day(parts: Parts, context: Context) -> tuple[str, tuple[str, ...]] | None:
    year: int | None = parts.year
    steps: tuple[str, ...] = ()
    if year is None and parts.unit == "Y":
        year, steps = _relative_year(parts, context)
    if year is None and parts.history and (context.dct is None or context.dct.year >= parts.history):
        year, steps = parts.history, (f"the day of {parts.history} that is known by its month and day",)
    if year is None:
        year, steps = _infer_year(parts, context)
    if year is None and parts.holiday and not lex.HOLIDAYS[parts.holiday].replace("-", "").isdigit():
        return "XXXX-XX-XX", (*steps, "it falls on another day each year")
    shape = _placed(parts, year if year is not None else 2000)
    if shape is None:
        return None
    text = shape.isoformat()
    return (text if year is not None else "XXXX" + text[4:]), steps


def _placed(parts: Parts, year: int) -> date | None:
    """Return the month and day, or the holiday, in a year; None where it has none (29 February)."""
    try:
        if parts.holiday:
            return holiday(parts.holiday, year)
        return date(year, parts.month or 1, parts.day or 1)
    except ValueError:
        return None


def _infer_year(parts: Parts, context: Context) -> tuple[int | None, tuple[str, ...]]:
    dct = context.dct
    chained = _chained_year(parts.month, context)
    if chained is not None:
        return chained, (f"the year is that of the date before: {chained}",)
    if dct is None or not dct.month:
        return None, ("the year is not known",)
    today = context.today or date(dct.year, dct.month, 15)
    here = _placed(parts, today.year)
    if here and not parts.direction and abs((here - today).days) <= _NEARBY * 30:
        return today.year, _published(context, f"the year is {today.year}")  # the other years are farther
    candidates = [d for y in (-1, 0, 1) if 1 <= today.year + y <= 9999 and (d := _placed(parts, today.year + y))]
    if not candidates:
        return None, ("the year is not known",)
    behind = [d for d in candidates if d <= today]
    ahead = [d for d in candidates if d >= today]
    nearest = min(candidates, key=lambda d: (abs((d - today).days), d))
    chosen, why = nearest, ""
    if parts.direction in ("last", "previous") and behind:
        before = [d for d in behind if d < today]
        chosen, why = (before or behind)[-1], f"the latest before {day_label(today)}"
    elif parts.direction in ("next", "following") and ahead:
        chosen, why = ahead[0], f"the first after {day_label(today)}"
    elif abs((nearest - today).days) > _NEARBY * 30:
        tense = context.tense
        if tense is _FUTURE and ahead:
            chosen, why = ahead[0], "the verb speaks of the future"
        elif tense is _PAST and behind:
            chosen, why = behind[-1], "the verb speaks of the past"
    return chosen.year, _published(context, f"the year is {chosen.year}", why)


def _relative_year(parts: Parts, context: Context) -> tuple[int | None, tuple[str, ...]]:
    """Return the year of "last year", counted from the publication, or of "that year", counted from the one spoken of."""
    if parts.spoken and context.spoken_year is not None:
        year = context.spoken_year + (parts.offset or 0)
        return year, (f"counted from {context.spoken_year}, spoken of before",)
    if context.dct is None:
        return None, ("the year is not known",)
    year = context.dct.year + (parts.offset or 0)
    return year, _published(context, f"the year is {year}")


def _chained_year(month: int | None, context: Context) -> int | None:
    """Return the year told by the date before, where the publication does not tell it; a narrative runs on into the next year."""
    if context.dct is not None and context.dct.month and not context.narrative:
        return None
    if context.year is None or month is None or not context.narrative or context.month is None:
        return context.year
    year, last = int(context.month[:4]), int(context.month[5:])
    return year + 1 if year == context.year and month < last - _ROLLOVER else context.year


def _weekday(weekday: int, direction: str | None, context: Context) -> tuple[str, tuple[str, ...]]:
    today = context.today
    if today is None:
        return f"XXXX-WXX-{weekday}", ("the week is not known",)
    back = (today.isoweekday() - weekday) % 7
    name = _WEEKDAY[weekday]
    if direction in ("last", "previous"):
        anchor = context.day if direction == "previous" and context.day else today
        back = (anchor.isoweekday() - weekday) % 7 or 7
        day, why = anchor - timedelta(back), f"the {name} before {day_label(anchor)}"
    elif direction == "next":
        day, why = today + timedelta(7 - back), f"the {name} after {day_label(today)}"
    elif direction == "following":
        anchor = context.day or today
        day = anchor + timedelta((weekday - anchor.isoweekday()) % 7 or 7)
        why = f"the {name} after {day_label(anchor)}"
    elif back and ((tense := context.tense) is _FUTURE or (direction == "this" and tense is not _PAST)):
        day, why = (
            today + timedelta(7 - back),
            f"the first {name} after {day_label(today)}: the verb speaks of the future",
        )
    else:
        day, why = today - timedelta(back), f"the latest {name} up to {day_label(today)}, the day of publication"
    return day.isoformat(), (f"{why}: {day_label(day)}",)


# --- Months, quarters, seasons ----------------------------------------------------------------------------------------


def _named(parts: Parts, context: Context, said: frozenset[str]) -> Resolved | None:
    suffix, month = _suffix(parts)
    if parts.year is not None:
        return Resolved("DATE", f"{parts.year:04d}-{suffix}", None, said, (), vague=parts.fiscal)
    dct = context.dct
    if parts.unit == "Y":
        relative, steps = _relative_year(parts, context)
        if relative is not None:
            return Resolved("DATE", f"{relative:04d}-{suffix}", None, said, steps, vague=parts.fiscal)
    chained = _chained_year(month, context)
    if chained is not None:
        step = f"the year is that of the date before: {chained}"
        return Resolved("DATE", f"{chained:04d}-{suffix}", None, said, (step,))
    if dct is None or not dct.month:
        return Resolved("DATE", f"XXXX-{suffix}", None, said, ("the year is not known",), vague=not parts.month)
    here = dct.year * 12 + dct.month
    if parts.season == "WI":
        month = 12  # a winter is called after the year it begins in
    length = 1 if parts.month else 6 if parts.half else 3
    this_year = dct.year * 12 + month
    begun = this_year if this_year <= here else this_year - 12
    away = this_year + (length - 1) / 2 - here
    nearest = this_year - 12 if away >= 6 else this_year + 12 if away < -6 else this_year
    # Reports speak of the quarter that is over for months; a fiscal one may be any.
    doubtful = False
    reach = _NEARBY + 1.5 if parts.quarter and not parts.fiscal else _NEARBY
    if parts.direction in ("last", "previous"):
        over = begun if begun + length <= here or begun < this_year else begun - 12
        chosen, why = over, "the latest that is over"
        if parts.month and chosen + 1 == here:
            # What was last month is seldom called by its name: then it may well be that of the year before.
            chosen, why, doubtful = chosen - 12, "the month before this one would be “last month”", True
    elif parts.direction in ("next", "following"):
        chosen, why = begun + 12, "the first to come"
    elif parts.direction == "this" and parts.season != "WI":
        chosen, why = this_year, "this year's"
    elif abs(nearest + (length - 1) / 2 - here) < reach or (tense := context.tense) not in (_FUTURE, _PAST):
        chosen, why = nearest, ""
    elif tense is _FUTURE:
        chosen, why = begun if begun + length > here else begun + 12, "the verb speaks of the future"
    else:
        chosen, why = begun, "the verb speaks of the past"
    year = (chosen - 1) // 12
    steps = _published(context, f"the year is {year}", why)
    return Resolved("DATE", f"{year:04d}-{suffix}", None, said, steps, vague=parts.fiscal or doubtful)


def _suffix(parts: Parts) -> tuple[str, int]:
    """Return what stands behind the year in the value, and the first month of the stretch."""
    if parts.month:
        return f"{parts.month:02d}", parts.month
    if parts.quarter:
        return f"Q{parts.quarter}", parts.quarter * 3 - 2
    if parts.half:
        return f"H{parts.half}", parts.half * 6 - 5
    season = parts.season or ""
    return season, _SEASON_MONTH[season] - 1 if season != "WI" else 1


# --- Stretches counted from the publication ---------------------------------------------------------------------------


def _weekend(parts: Parts, context: Context, said: frozenset[str]) -> Resolved:
    today = context.today
    if today is None:
        return Resolved("DATE", "XXXX-WXX-WE", None, said, ("the week is not known",), vague=True)
    saturday = today - timedelta((today.isoweekday() - 6) % 7)
    tense = context.tense
    ahead = tense is _FUTURE and parts.direction is None and today.isoweekday() < 6
    soon = 3 <= today.isoweekday() < 6 if tense is not _FUTURE else today.isoweekday() < 6
    this = parts.direction == "this" and tense is not _PAST and soon
    if ahead or this or parts.direction == "next":
        saturday += timedelta(7)
    elif parts.direction in ("last", "previous") and today.isoweekday() >= 6:
        saturday -= timedelta(7)
    year, week, _ = saturday.isocalendar()
    return Resolved(
        "DATE", f"{year:04d}-W{week:02d}-WE", None, said, _published(context, f"the weekend from {day_label(saturday)}")
    )


def stretch(unit: str, offset: int, context: Context, said: frozenset[str], step: str | None = None) -> Resolved | None:
    """Return a year, month, week ... ``offset`` of them away from the one of publication."""
    dct = context.dct
    unknown = ("the day of publication is not known",)
    if unit in ("CE", "ML"):
        if dct is None or unit == "ML":
            return None
        return Resolved("DATE", f"{dct.year // 100 + offset:02d}", None, said)
    if unit in ("Y", "DE"):
        if dct is None:
            return Resolved("DATE", "XXXX", None, said, unknown, vague=True)
        year = dct.year + offset * (10 if unit == "DE" else 1)
        value = f"{year // 10}" if unit == "DE" else f"{year:04d}"
        return Resolved(
            "DATE", value, None, said, _published(context, step or f"the year is {year}" if unit == "Y" else "")
        )
    if unit in ("Q", "M"):
        if dct is None or not dct.month:
            return Resolved("DATE", "XXXX-XX", None, said, unknown, vague=True)
        months = dct.year * 12 + dct.month - 1 + offset * (3 if unit == "Q" else 1)
        year, month = months // 12, months % 12 + 1
        if unit == "Q":
            quarter = (month + 2) // 3
            return Resolved(
                "DATE", f"{year:04d}-Q{quarter}", None, said, _published(context, f"quarter {quarter} of {year}")
            )
        return Resolved(
            "DATE", f"{year:04d}-{month:02d}", None, said, _published(context, f"{MONTH_NAMES[month]} {year}")
        )
    today = context.today
    if today is None:
        return Resolved("DATE", "XXXX-WXX" if unit == "W" else "XXXX-XX-XX", None, said, unknown, vague=True)
    day = today + timedelta(offset * 7)
    year, week, _ = day.isocalendar()
    monday = day - timedelta(day.isoweekday() - 1)
    # On the last days of a week "last week" may be that week, where weeks begin on Sunday or the writer looks back.
    slack = 7 if offset == -1 and today.isoweekday() >= _SATURDAY else 0
    steps = _published(context, f"the week from {day_label(monday)}")
    return Resolved("DATE", f"{year:04d}-W{week:02d}", None, said, steps, slack=slack)


def with_mod(resolved: Resolved, mod: str, words: str, context: Context) -> Resolved:
    """Apply a modifier: "earlier this week" ends with the publication, "later this week" starts with it."""
    low, today, steps = words.lower(), context.today, resolved.steps
    if mod == "START" and low.startswith("earlier") and today is not None:
        steps = (*steps, f'"{words}": up to {day_label(today)}, the day of publication')
        return replace(resolved, mod=mod, steps=steps, until=today)
    if mod == "END" and low.startswith("later") and today is not None:
        steps = (*steps, f'"{words}": from {day_label(today)} on, the day of publication')
        return replace(resolved, mod=mod, steps=steps, since=today)
    if "hours" in low and re.fullmatch(r"[\dX]{4}-[\dX]{2}-[\dX]{2}", resolved.value):
        return replace(resolved, type="TIME", value=f"{resolved.value}TMO", mod=mod)
    return replace(resolved, mod=mod, steps=steps)


def holiday(name: str, year: int) -> date:
    """Return the day of a holiday in a year. Raises KeyError for names not in the vocabulary."""
    rule = lex.HOLIDAYS[name]
    if rule.startswith("Easter"):
        return easter(year) + timedelta(int(rule.removeprefix("Easter")))
    rule, _, later = rule.partition("+")
    month, _, rest = rule.partition("-")
    if not rest.startswith("w"):
        return date(year, int(month), int(rest))
    nth, weekday = rest[1:].rsplit("-", 1)
    days = [
        d
        for d in calendar.Calendar().itermonthdates(year, int(month))
        if d.month == int(month) and d.isoweekday() == int(weekday)
    ]
    return days[int(nth) - 1 if int(nth) > 0 else int(nth)] + timedelta(int(later or 0))


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    lunar = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - lunar - rest % 4) % 7
    shift = (golden + 11 * lunar + 22 * week) // 451
    month, day = divmod(lunar + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _published(context: Context, result: str, why: str | None = None) -> tuple[str, ...]:
    when = day_label(context.today) if context.today else str(context.dct)
    return (f"published {when}: {result}{f' ({why})' if why else ''}",)
