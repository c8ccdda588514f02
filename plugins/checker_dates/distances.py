"""Distances: "two weeks ago", "a year earlier", "the following day", "the week before last", "a week from Sunday".

Those counted from today are anchored to the publication; the others to what the text spoke of last: the day, the month, the year or,
in a business report, the quarter. Where the text gives no anchor, nothing is guessed.
"""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from checker.model import Published
from checker.text.patterns import pattern
from checker_dates import lexicon as lex
from checker_dates.parts import Parts
from checker_dates.readings import Period, duration
from checker_dates.resolve import Resolved, resolve, stretch, with_mod
from checker_dates.windows import MONTH_NAMES, day_label

if TYPE_CHECKING:
    import re

    from checker_dates.memory import Context

_DISTANCE = frozenset({"distance"})
_BACK = frozenset({"ago", "back", "earlier", "before", "previously", "prior"})
_OWN = frozenset(
    {"ago", "back", "now", "hence", "time", "today"}
)  # counted from the publication, whatever the text spoke of
_WEEK = 7
_SLACK = {"W": 3, "M": 15, "Y": 183, "DE": 1096, "CE": 3650}  # days by which round counts are off


def _away(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "two weeks ago", "a year earlier", "three days later": at the grain of the unit."""
    low = match["word"].lower()
    back, own = low in _BACK, match["now"] is not None or low in _OWN
    words, unit = match["count"], lex.unit(match["unit"])
    count = None if not words or lex.is_vague(words) else lex.cardinal(words)
    if count is None:
        later = low == "later"  # than something the text has not dated
        return (
            Resolved("DURATION", duration(None, unit))
            if later
            else Resolved("DATE", "PAST_REF" if back else "FUTURE_REF")
        )
    if unit == "2W":
        count, unit = count * 2, "W"
    if unit.startswith("T"):
        return Resolved("DURATION", duration(count, unit))
    slack = _SLACK.get(unit, 0) if count > 1 or unit != "Y" else 0
    if unit in ("DE", "CE"):
        count, unit = count * (10 if unit == "DE" else 100), "Y"
    steps = int(count) * (-1 if back else 1)
    if unit == "Y" and back and steps == -1 and (reported := context.quarter):
        year, quarter = reported.split("-")
        return Resolved("DATE", f"{int(year) - 1}-{quarter}", None, _DISTANCE, vague=True)
    mod = "APPROX" if match["loose"] else None
    if own:
        return _counted(unit, steps, context, mod, sure=True, slack=slack)
    anchor = _anchored(unit, context)
    if anchor is None:
        # "A year earlier" in news looks back from the news; "three days later" from something the text has not dated.
        return _counted(unit, steps, context, mod, sure=False) if back else Resolved("DURATION", duration(count, unit))
    return _counted(unit, steps, anchor, mod, sure=context.day_sure and unit == "D")


def _anchored(unit: str, context: Context) -> Context | None:
    """Return the context as seen from what the text spoke of last at the grain of a unit; None where it did not."""
    if unit == "Y" and context.spoken_year is not None:
        return context.counted_from(Published(context.spoken_year))
    if unit in ("M", "Q") and context.month is not None:
        return context.counted_from(Published(int(context.month[:4]), int(context.month[5:])))
    if context.day is not None:
        return context.counted_from(Published(context.day.year, context.day.month, context.day.day))
    return None


def _counted(
    unit: str, steps: int, context: Context, mod: str | None, *, sure: bool, slack: int = 0
) -> Resolved | None:
    if unit == "D":
        today = context.today
        if today is None:
            return Resolved("DATE", "XXXX-XX-XX", mod, _DISTANCE, vague=True)
        day = today + timedelta(steps)
        step = (
            f"{abs(steps)} day{'s' if abs(steps) != 1 else ''} {'before' if steps < 0 else 'after'} {day_label(today)}"
        )
        slack = max(slack, int(abs(steps) > 1))
        return Resolved("DATE", day.isoformat(), mod, _DISTANCE, (step,), vague=not sure, slack=slack)
    if abs(steps) > 2000 or unit not in ("Y", "M", "W", "Q"):
        return None
    found = stretch(unit, steps, context, _DISTANCE)
    if found is None:
        return None
    return replace(found, mod=mod, vague=not sure, slack=max(slack, _SLACK[unit] if unit in ("W", "M") else 0))


def _year_ago(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "The year-ago quarter", "year-earlier": the same stretch of the year before."""
    dct = context.dct
    if dct is None:
        return None
    named = match["ordinal"]
    if named:
        number = {"first": 1, "second": 2, "third": 3, "fourth": 4}[named.lower()]
        return Resolved("DATE", f"{dct.year - 1}-Q{number}", None, _DISTANCE, vague=True)
    quarter = context.quarter or (_last_quarter(dct.year, dct.month) if match["noun"] and dct.month else None)
    if quarter:
        return Resolved("DATE", f"{int(quarter[:4]) - 1}{quarter[4:]}", None, _DISTANCE, vague=True)
    return Resolved("DATE", f"{dct.year - 1}", None, _DISTANCE, vague=True)


def _the_quarter(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the quarter", "the latest period" of a business report: the one spoken of, else the last that is over."""
    dct = context.dct
    year = match["year"]
    if year and match["noun"] == "period" and not context.quarter:
        return Resolved("DATE", year, None, _DISTANCE, vague=True)
    named = match["noun"] == "quarter" or match["latest"]
    quarter = context.quarter or (_last_quarter(dct.year, dct.month) if named and dct and dct.month else None)
    if quarter is None:
        return None
    return Resolved("DATE", f"{year or quarter[:4]}{quarter[4:]}", None, _DISTANCE if year else frozenset(), vague=True)


def _two_quarters(match: re.Match[str], _: Context) -> Resolved:
    """Read "the first two quarters of 1990": a half."""
    half = 1 if match["which"].lower() == "first" else 2
    return Resolved("DATE", f"{match['year']}-H{half}", None, frozenset({"year", "half"}))


def _last_quarter(year: int, month: int) -> str:
    index = year * 4 + (month - 1) // 3 - 1
    return f"{index // 4}-Q{index % 4 + 1}"


def _end_of(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "The end of the month", "year-end": of the one of publication; in a narrative, of the one spoken of."""
    mod = lex.MODIFIERS.get(" ".join((match["mod"] or "end of").lower().split())) or "END"
    unit = lex.unit(match["unit"])
    seen = (_anchored(unit, context) or context) if context.narrative else context
    found = stretch(unit, 0, seen, frozenset({"offset"}))
    return None if found is None else with_mod(found, mod, match["mod"] or "", seen)


def _next_day(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "The following day", "that night", "the same day": counted from the day the text spoke of last."""
    low = " ".join(match["which"].lower().split())
    steps = (
        -1
        if "previous" in low or match["tail"] == "before"
        else 1
        if ("next" in low or "following" in low or match["tail"])
        else 0
    )
    anchor = context.day
    spoken = _spoken_of(match["unit"], steps, context)
    if spoken is not None:
        return spoken
    daypart = lex.DAYPARTS.get(match["unit"].lower())
    unit = "D" if daypart or match["unit"] == "day" else lex.unit(match["unit"])
    if anchor is None and (steps == 0 or unit == "D"):
        return Resolved("DATE", "XXXX-XX-XX", vague=True) if steps else None
    if unit == "D" and anchor is not None:
        day = anchor + timedelta(steps)
        kind = "TIME" if daypart else "DATE"
        step = f"counted from {day_label(anchor)}, the day spoken of before"
        return Resolved(kind, day.isoformat() + (daypart or ""), None, _DISTANCE, (step,), vague=not context.day_sure)
    found = stretch(unit, steps, _anchored(unit, context) or context, _DISTANCE)
    return None if found is None else replace(found, vague=True)


def _spoken_of(unit: str, steps: int, context: Context) -> Resolved | None:
    """Read "that month", "the following month": counted from the month the text spoke of last."""
    if unit == "month" and context.month is not None:
        index = int(context.month[:4]) * 12 + int(context.month[5:]) - 1 + steps
        step = f"counted from {MONTH_NAMES[int(context.month[5:])]} {context.month[:4]}, spoken of before"
        return Resolved("DATE", f"{index // 12:04d}-{index % 12 + 1:02d}", None, _DISTANCE, (step,), vague=True)
    return None


def _before_last(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the week before last", "the year after next", "the Friday before last": two steps away."""
    steps = -2 if match["which"].lower().startswith("before") else 2
    if match["weekday"]:
        direction = "last" if steps < 0 else "next"
        found = resolve(Parts(weekday=lex.weekday(match["weekday"]), direction=direction), context)
        return None if found is None else _moved(found, _WEEK if steps > 0 else -_WEEK)
    found = stretch(lex.unit(match["unit"]), steps, context, _DISTANCE)
    return None if found is None else replace(found, slack=_WEEK if found.value[5:6] == "W" else 0)


def _week_from(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "a week from Sunday", "Sunday week": the Sunday after the next; "a week ago Sunday": the one before the last."""
    back = (match["way"] or "").lower() == "ago"
    parts = Parts(weekday=lex.weekday(match["weekday"]), direction="last" if back else "next")
    found = resolve(parts, context)
    return None if found is None else _moved(found, -_WEEK if back else _WEEK)


def _day_of(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the 16th of last month"."""
    steps = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    month = stretch("M", steps, context, _DISTANCE)
    day = lex.ordinal(match["day"])
    if month is None or len(month.value) != len("2025-09") or not day:
        return None
    year, number = map(int, month.value.split("-"))
    if day > calendar.monthrange(year, number)[1]:
        return None
    return Resolved("DATE", f"{month.value}-{day:02d}", None, _DISTANCE | {"day"}, month.steps)


def _weekday_beside(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the Sunday before Christmas", "the Monday after Easter": the nearest of its name on that side."""
    found = resolve(
        Parts(holiday=lex.holiday(match["holiday"]), year=int(match["year"]) if match["year"] else None), context
    )
    if found is None or found.value.startswith("X"):
        return found
    day = date.fromisoformat(found.value)
    back = match["way"] == "before"
    wanted = lex.weekday(match["weekday"])
    apart = (day.isoweekday() - wanted if back else wanted - day.isoweekday()) % _WEEK or _WEEK
    return _moved(found, -apart if back else apart)


def _moved(found: Resolved, days: int) -> Resolved | None:
    if found.value.startswith("X"):
        return replace(found, vague=True)
    moved = date.fromisoformat(found.value) + timedelta(days)
    step = f"{abs(days)} days {'before' if days < 0 else 'after'} that: {day_label(moved)}"
    return Resolved("DATE", moved.isoformat(), None, found.said | _DISTANCE, (*found.steps, step))


_OR_SO = r"(?P<loose>\s+or\s+(?:so|two|more))?"

DISTANCES = tuple(
    Period(trigger, pattern(source), read, partial=trigger == "that", tensed=read in (_week_from, _weekday_beside))
    for trigger, source, read in (
        (
            "away",
            (
                rf"\b(?P<count>[Aa]n?|{lex.COUNT}|{lex.VAGUE}|(?=[A-Za-z]+s\b))(?:\s+full|\s+more"
                rf"|\s+short)?\s*[\s-]?(?P<unit>{lex.ANY_UNIT}|Days|Weeks|Months|Years|Decades){_OR_SO}\s+"
                r"(?P<word>ago|back(?=[,.;]|\s+(?:that|when|and|he|she|they|it)\b)|earlier|later|from\s+(?P<now>now|today)|hence)\b"
            ),
            _away,
        ),
        (
            "time",
            rf"\b(?P<count>[Aa]n?|{lex.COUNT})\s+(?P<unit>{lex.ANY_UNIT})['’]s?(?P<loose>)(?P<now>)\s+(?P<word>time)\b",
            _away,
        ),
        (
            "week-from",
            (rf"\b[Aa]\s+week\s+(?P<way>ago|from|on|after)\s+(?:last\s+|next\s+)?(?P<weekday>{lex.WEEKDAY_NAME})\b"),
            _week_from,
        ),
        ("weekday-week", rf"\b(?P<weekday>{lex.WEEKDAY_NAME})(?P<way>)\s+week\b(?!-|\w)", _week_from),
        ("ordinal", r"\b[Tt]he\s+(?P<day>\d{1,2}(?:st|nd|rd|th))\s+of\s+(?P<which>last|this|next)\s+month\b", _day_of),
        (
            "weekday-beside",
            (
                rf"\b(?:[Tt]he\s+)?(?P<weekday>{lex.WEEKDAY_NAME})\s+(?P<way>before|after)\s+(?P<holiday>{lex.HOLIDAY})\b"
                rf"(?:,?\s+(?P<year>{lex.YEAR})\b)?"
            ),
            _weekday_beside,
        ),
        (
            "last",
            (
                rf"\b[Tt]he\s+(?:(?P<unit>week|month|year|decade)|(?P<weekday>{lex.WEEKDAY_NAME}))\s+"
                r"(?P<which>before\s+last|after\s+next)\b(?!\s+[a-z]+['’])"
            ),
            _before_last,
        ),
        (
            "year-ago",
            (
                r"\b(?:[Tt]he\s+(?:comparable\s+|same\s+|corresponding\s+)?(?=year-\w+\s+(?:quarter|period|first"
                r"|second|third|fourth)))?[Yy]ear-(?:ago|earlier)(?:\s+(?:fiscal\s+)?(?P<ordinal>first|second"
                r"|third|fourth)"
                r"(?=\s+quarter))?(?:\s+(?P<noun>quarter|period))?\b"
            ),
            _year_ago,
        ),
        (
            "last-year",
            (
                r"\b[Tt]he\s+(?:(?:same|corresponding|comparable|like)\s+)?(?:three-month\s+)?(?P<noun>quarter|period)\s+(?P<ordinal>)?"
                r"(?:last\s+year|a\s+year\s+(?:ago|earlier|before)|the\s+year\s+before|(?:in|of)\s+the\s+previous\s+year)\b"
            ),
            _year_ago,
        ),
        ("last-year", r"\b[Ll]ast\s+year['’]s\s+(?P<noun>quarter|period)\b(?P<ordinal>)", _year_ago),
        (
            "this-quarter",
            r"\b[Tt]his\s+(?P<noun>quarter)(?=['’]s\s+(?:profit|earnings|net|loss|results?|sales|revenue|income)\b)(?P<year>)(?P<latest>)",
            _the_quarter,
        ),
        (
            "two-quarters",
            rf"\b(?:[Tt]he\s+)?(?P<which>[Ff]irst|[Ll]ast|[Ss]econd|[Ff]inal)\s+two\s+quarters\s+of\s+(?P<year>{lex.YEAR})\b",
            _two_quarters,
        ),
        (
            "quarters",
            (
                rf"\b(?:[Tt]he|[Tt]hat)\s+(?:(?:(?P<latest>latest)|recent|most\s+recent"
                rf"|same)\s+)?(?:(?P<year>{lex.YEAR})\s+)?(?P<noun>quarter|period)\b(?!\s+of\b|-|\s+century)"
            ),
            _the_quarter,
        ),
        (
            "edge",
            (
                r"\b(?P<mod>(?:[Tt]he\s+)?(?:end|beginning|start|middle|close)\s+of|[Ee]arlier\s+in|[Ll]ater\s+in"
                r"|[Ll]ate\s+in|[Ee]arly\s+in)\s+the\s+(?P<unit>week|month|year|quarter|decade|century)\b"
            ),
            _end_of,
        ),
        ("edge", r"\b(?P<mod>(?:[Tt]he\s+)?end\s+of)\s+(?P<unit>year|month)\b", _end_of),
        ("edge", r"\b(?P<mod>)(?:[Tt]he\s+)?(?P<unit>year|month)(?:['’]s)?[\s-]end\b", _end_of),
        (
            "that",
            (
                r"\b(?P<which>[Tt]he\s+(?:very\s+)?(?:next|following|previous|same)|[Tt]hat(?:\s+same)?)\s+"
                r"(?P<unit>day|morning|afternoon|evening|night|week|month)\b(?P<tail>)"
            ),
            _next_day,
        ),
        ("that", r"\b(?P<which>[Tt]he)\s+(?P<unit>day)\s+(?P<tail>before|after)\b(?=[,.;]|\s*$)", _next_day),
    )
)
