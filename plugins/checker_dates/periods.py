"""Expressions that are no calendar date by themselves: durations, sets, distances, vague references."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from checker_dates import lexicon as lex
from checker_dates.fallback import ODD_FORMAT, read_odd
from checker_dates.parts import Parts
from checker_dates.resolve import Context, Resolved, resolve, stretch
from checker_dates.windows import day_label

if TYPE_CHECKING:
    from collections.abc import Callable


class Period(NamedTuple):
    """A pattern of one trigger class and the reading of its matches; None rejects a match."""

    trigger: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Context], Resolved | None]


_DISTANCE = frozenset({"distance"})
_SMALLER = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "DE": ("Y", 10), "CE": ("Y", 100), "D": ("TH", 24)}
_AGE_AFTER = re.compile(r"[\s-](?:old|olds)\b")
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages)\s\Z|[-–]\Z")
_TIMES_BEFORE = re.compile(r"\b(?:times?|once|twice)\s\Z")
_RATE_BEFORE = re.compile(
    r"(?:\d|%|\b(?:million|billion|percent|cents?|people|dollars|barrels|tons|tonnes|each)|\b\d[\d,.]*\s[a-z]+s)\s\Z"
    rf"|\b{lex.WORDS}\s[a-z]+s\s\Z"
)


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


def _count(match: re.Match[str]) -> float | None:
    words = match["count"]
    return None if not words or re.fullmatch(lex.VAGUE, words.lower()) else lex.cardinal(words)


def _duration(match: re.Match[str], _: Context) -> Resolved | None:
    text, end = match.string, match.end()
    if _AGE_AFTER.match(text, end) or _AGE_BEFORE.search(text, max(0, match.start() - 6), match.start()):
        return None
    count = _count(match)
    if match["count"] and count is None and not re.fullmatch(lex.VAGUE, match["count"].lower()):
        return None
    unit = lex.unit(match["unit"])
    if (unit == "Q" and "-" in match[0]) or match["unit"] in ("night", "nights"):
        return None  # "three-quarters", "two nights"
    if unit == "TS" and not (count and count > 1):
        return None
    return Resolved("DURATION", duration(count, unit), _or_so(match), frozenset({"duration"}))


def _single(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "A year": a rate behind an amount, else a length."""
    text, start = match.string, match.start()
    if _AGE_AFTER.match(text, match.end()):
        return None
    value = duration(1, lex.unit(match["unit"]))
    if _TIMES_BEFORE.search(text, max(0, start - 16), start):
        return Resolved("SET", value)
    if _RATE_BEFORE.search(text, max(0, start - 48), start):
        return None  # "$500 a year" measures a price
    if match["unit"] == "night" or match["unit"] in ("day", "second", "minute", "quarter", "weekend"):
        return None
    del context
    return Resolved("DURATION", value, None, frozenset({"duration"}))


def _half(match: re.Match[str], _: Context) -> Resolved:
    return Resolved("DURATION", duration(0.5, lex.unit(match["unit"])), None, frozenset({"duration"}))


def _and_a_half(match: re.Match[str], _: Context) -> Resolved | None:
    count = lex.cardinal(match["count"])
    return (
        None
        if count is None
        else Resolved("DURATION", duration(count + 0.5, lex.unit(match["unit"])), None, frozenset({"duration"}))
    )


def _or_so(match: re.Match[str]) -> str | None:
    return "APPROX" if match.groupdict().get("loose") else None


def _away(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "two weeks ago", "a year earlier", "three days later": at the grain of the unit."""
    low = match["word"].lower()
    back = low in ("ago", "earlier", "before", "previously", "prior")
    count, unit = _count(match), lex.unit(match["unit"])
    reference = "PAST_REF" if back else "FUTURE_REF"
    if count is None:
        return Resolved("DATE", reference)
    if unit == "2W":
        count, unit = count * 2, "W"
    if unit.startswith("T"):
        return Resolved("DURATION", duration(count, unit))
    steps = int(count) * (-1 if back else 1)
    if unit == "Y" and back and steps == -1 and context.quarter:
        year, quarter = context.quarter.split("-")
        return Resolved("DATE", f"{int(year) - 1}-{quarter}", None, _DISTANCE, vague=True)
    own = low in ("ago", "now", "hence", "time", "today")
    return _counted(unit, steps, context if own else _at(context), own=own, loose=bool(_or_so(match)))


def _at(context: Context) -> Context:
    """Return the context as seen from the day the text spoke of last."""
    if context.day is None:
        return context
    from checker.model import Published  # noqa: PLC0415

    return replace(context, dct=Published(context.day.year, context.day.month, context.day.day))


def _counted(unit: str, steps: int, context: Context, *, own: bool, loose: bool) -> Resolved | None:
    mod = "APPROX" if loose else None
    if unit == "DE":
        unit, steps = "Y", steps * 10
    if unit == "D":
        today = context.today
        if today is None:
            return Resolved("DATE", "XXXX-XX-XX", mod, _DISTANCE, vague=True)
        try:
            day = today + timedelta(steps)
        except OverflowError:
            return None
        step = (
            f"{abs(steps)} day{'s' if abs(steps) != 1 else ''} {'before' if steps < 0 else 'after'} {day_label(today)}"
        )
        return Resolved(
            "DATE",
            day.isoformat(),
            mod,
            _DISTANCE,
            (step,),
            vague=not own,
            slack=int(abs(steps) > 1),
        )
    if abs(steps) > 2000 or unit not in ("Y", "M", "W", "Q"):
        return None
    try:
        found = stretch(unit, steps, context, _DISTANCE)
    except (ValueError, OverflowError):
        return None
    return None if found is None else replace(found, mod=mod, vague=not own, slack={"W": 3, "M": 15}.get(unit, 0))


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


def _last_quarter(year: int, month: int) -> str:
    index = year * 4 + (month - 1) // 3 - 1
    return f"{index // 4}-Q{index % 4 + 1}"


def _end_of(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "The end of the month", "year-end": of the one of publication."""
    mod = lex.MODIFIERS.get(" ".join((match["mod"] or "end of").lower().split())) or "END"
    found = stretch(lex.unit(match["unit"]), 0, context, frozenset({"offset"}))
    return None if found is None else replace(found, mod=mod)


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
        return Resolved(kind, day.isoformat() + (daypart or ""), None, _DISTANCE, (step,), vague=True)
    found = stretch(unit, steps, _at(context), _DISTANCE)
    return None if found is None else replace(found, vague=True)


def _spoken_of(unit: str, steps: int, context: Context) -> Resolved | None:
    """Read "that year", "the following month": counted from the year or month the text spoke of last."""
    if unit == "year" and context.spoken_year is not None:
        year = context.spoken_year + steps
        return Resolved(
            "DATE", f"{year:04d}", None, _DISTANCE, (f"counted from {context.spoken_year}, spoken of before",)
        )
    if unit == "month" and context.month is not None:
        index = int(context.month[:4]) * 12 + int(context.month[5:]) - 1 + steps
        step = f"counted from {calendar.month_name[int(context.month[5:])]} {context.month[:4]}, spoken of before"
        return Resolved("DATE", f"{index // 12:04d}-{index % 12 + 1:02d}", None, _DISTANCE, (step,), vague=True)
    return None


def _this_year(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the year": a length where its end is said ("the year ended Sept. 30"), else the year of publication."""
    if match["ended"] or match["fiscal"]:
        return Resolved("DURATION", "P1Y", None, frozenset({"duration"}))
    return None if context.dct is None else Resolved("DATE", f"{context.dct.year:04d}", vague=True)


def _past_year(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the past year": the twelve months behind, written as the year before as TimeBank does, but no window."""
    found = stretch(lex.unit(match["unit"]), -1, context, frozenset())
    return None if found is None else replace(found, vague=True)


def _recent(match: re.Match[str], _: Context) -> Resolved:
    return Resolved("DURATION", duration(None, lex.unit(match["unit"])))


def _every(match: re.Match[str], _: Context) -> Resolved | None:
    if match["weekday"]:
        part = lex.DAYPARTS.get((match["part"] or "").lower(), "")
        return Resolved("SET", f"XXXX-WXX-{lex.weekday(match['weekday'])}{part}")
    if match["month"]:
        return Resolved("SET", f"XXXX-{lex.month(match['month']):02d}")
    if match["season"]:
        return Resolved("SET", f"XXXX-{lex.SEASONS[match['season'].lower()]}")
    if not match["unit"]:
        return None
    low = match["unit"].lower()
    if low in lex.DAYPARTS:
        return Resolved("SET", f"XXXX-XX-XX{lex.DAYPARTS[low]}")
    count = 2.0 if match["other"] else lex.cardinal(match["count"]) if match["count"] else 1.0
    return Resolved("SET", duration(count, lex.unit(low)))


def _plural_weekday(match: re.Match[str], _: Context) -> Resolved:
    part = lex.DAYPARTS.get((match["part"] or "").lower().rstrip("s"), "")
    return Resolved("SET", f"XXXX-WXX-{lex.weekday(match['weekday'])}{part}")


def _frequency(match: re.Match[str], _: Context) -> Resolved:
    return Resolved("SET", lex.FREQUENCIES[match["word"].lower()])


def _one_day(_match: re.Match[str], _context: Context) -> Resolved:
    """Read "will one day": some time, not a day long."""
    return Resolved("DATE", "FUTURE_REF")


def _reference(match: re.Match[str], _: Context) -> Resolved:
    return Resolved("DATE", lex.REFERENCES[" ".join(match["word"].lower().split())])


def _nth_of(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "The second week of August", "the last weekend of May": days of that month."""
    which = match["which"].lower()
    number = (
        -1 if which in ("last", "final", "closing", "latter") else 1 if which == "opening" else lex.ordinal(which) or 0
    )
    year = int(match["year"]) if match["year"] else None
    found = resolve(Parts(month=lex.month(match["month"]), year=year), context)
    if found is None or not number:
        return None
    known = found.value.replace("XXXX", "2000")
    first_day = date(int(known[:4]), int(known[5:7]), 1)
    length = calendar.monthrange(first_day.year, first_day.month)[1]
    if match["unit"] == "half":
        if number > 2:
            return replace(found, vague=True)
        first, last, slack = (1, 15, 0) if number == 1 else (16, length, 0)
    elif match["unit"] == "weekend":
        saturdays = list(range((6 - first_day.isoweekday()) % 7 + 1, length + 1, 7))
        if "XXXX" in found.value or number > len(saturdays):
            return replace(found, vague=True)
        first = saturdays[number if number < 0 else number - 1]
        last, slack = min(length, first + 1), 1
    else:
        first, last = (length - 6, length) if number < 0 else (number * 7 - 6, number * 7)
        slack = 3  # weeks of a month are not counted from its first day by everyone
    return replace(found, value=f"{found.value}-{first:02d}/{found.value}-{last:02d}", slack=slack)


def _week_of(match: re.Match[str], context: Context) -> Resolved | None:
    day = lex.ordinal(match["day"])
    found = resolve(
        Parts(month=lex.month(match["month"]), day=day, year=int(match["year"]) if match["year"] else None), context
    )
    try:
        year, week, _ = date.fromisoformat(found.value).isocalendar() if found else (0, 0, 0)
    except ValueError:
        return None
    return replace(found, value=f"{year:04d}-W{week:02d}") if found else None


_COUNT = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?:[\s-]\d/\d|[½¼¾])?|{lex.HUNDREDS}|{lex.WORDS}"
    r"|a\s+couple(?:\s+of)?|couple\s+of|(?:half\s+)?a\s+dozen)"
)
_PLAIN = r"(?:days|weeks|months|years|decades|centuries)"
_UNITS = rf"(?:{lex.UNITS_PLURAL}|{lex.UNIT})"
_OR_SO = r"(?P<loose>\s+or\s+(?:so|two|more))?"
_SPAN_BEFORE = (
    r"(?:(?:[Tt]he|[Tt]hose|[Tt]hese|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)\s+)?"
    r"(?:(?:[Pp]ast|[Ll]ast|[Nn]ext|[Ff]irst|[Pp]revious|[Ff]inal|[Ll]atest|[Cc]oming|[Ff]ollowing"
    r"|[Pp]receding|[Yy]ear-earlier|[Ff]ull)\s+)?"
)

_OWN = tuple(
    Period(trigger, re.compile(pattern), read)
    for trigger, pattern, read in (
        (
            "away",
            (
                rf"\b(?P<count>[Aa]n?|{_COUNT}|{lex.VAGUE}|(?=[a-z]+s\b))(?:\s+full|\s+more"
                rf"|\s+short)?\s*[\s-]?(?P<unit>{_UNITS}){_OR_SO}\s+"
                r"(?P<word>ago|earlier|later|from\s+(?P<now>now|today)|hence)\b"
            ),
            _away,
        ),
        (
            "away",
            (
                r"\b(?:[Tt]he\s+(?:comparable\s+|same\s+|corresponding\s+)?(?=year-\w+\s+(?:quarter|period|first"
                r"|second|third|fourth)))?[Yy]ear-(?:ago|earlier)(?:\s+(?:fiscal\s+)?(?P<ordinal>first|second"
                r"|third|fourth)"
                r"(?=\s+quarter))?(?:\s+(?P<noun>quarter|period))?\b"
            ),
            _year_ago,
        ),
        (
            "quarters",
            (
                r"\b[Tt]he\s+(?:(?:same|corresponding|comparable|like)\s+)?(?:three-month\s+)?(?P<noun>quarter|period)\s+(?P<ordinal>)?"
                r"(?:last\s+year|a\s+year\s+(?:ago|earlier|before)|the\s+year\s+before|(?:in|of)\s+the\s+previous\s+year)\b"
            ),
            _year_ago,
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
        ("edge", r"\b(?P<mod>)(?:[Tt]he\s+)?(?P<unit>year|month)(?:['’]s)?[\s-]end\b", _end_of),
        (
            "that",
            (
                r"\b(?P<which>[Tt]he\s+(?:very\s+)?(?:next|following|previous|same)|[Tt]hat(?:\s+same)?)\s+"
                r"(?P<unit>day|morning|afternoon|evening|night|week|month|year)\b(?P<tail>)"
            ),
            _next_day,
        ),
        ("that", r"\b(?P<which>[Tt]he)\s+(?P<unit>day)\s+(?P<tail>before|after)\b(?=[,.;]|\s*$)", _next_day),
        (
            "day",
            r"(?:(?<=\bwill\s)|(?<=\bwould\s)|(?<=\bcould\s)|(?<=\bmay\s)|(?<=\bmight\s)|(?<=\bto\s))one\s+day\b(?=\s+[a-z])",
            _one_day,
        ),
        (
            "year",
            r"\b[Tt]he\s+(?:year(?=\s+(?P<ended>ended|ending)\b)|(?P<fiscal>fiscal|financial)\s+year\b(?!-|\s+\d))",
            _this_year,
        ),
        (
            "year",
            (
                r"(?:(?<=\b[Ff]or\s)|(?<=\b[Oo]f\s)|(?<=\b[Ii]n\s)|(?<=\b[Dd]uring\s)|(?<=\b[Tt]hroughout\s))"
                r"the\s+year\b(?!-|['’]s|\s+(?:of\s+[^$]|when|before|after|since|that|to|ago|earlier|\d))(?P<ended>)(?P<fiscal>)"
            ),
            _this_year,
        ),
        ("past", r"\b[Tt]he\s+past\s+(?P<unit>year|week|month)\b", _past_year),
        (
            "past",
            (
                rf"\b(?:(?:[Tt]he|[Tt]hese)\s+)?(?:(?:past|last|next|first|early|recent|coming"
                rf"|future)\s+)?(?:(?:past|last|next|few|several|many|recent|coming)\s+)(?P<unit>{_PLAIN}|quarters"
                rf"|hours|weekends)(?:\s+(?:or|and)\s+(?:days|weeks|months|years))?\b(?!\s+ago)"
            ),
            _recent,
        ),
        ("past", rf"\b(?:[Tt]he\s+)(?P<unit>{_PLAIN}|quarters)\s+(?:ahead|to\s+come)\b", _recent),
        (
            "unit",
            (
                rf"\b(?:{_SPAN_BEFORE}(?!\S+-(?:day|week|month|quarter|year|decade|century|hour|minute)\b))?"
                rf"(?P<count>{_COUNT}|{lex.VAGUE})(?:\s+(?:more|straight|consecutive|full"
                rf"|additional|trading|business|working|calendar|long|whole|extra|further))?"
                rf"(?:\s+|-)(?P<unit>{_UNITS}){_OR_SO}\b(?![\s-]+ago\b)"
            ),
            _duration,
        ),
        ("half", rf"\b(?P<count>half)\s+an?\s+(?P<unit>{lex.UNIT})\b", _half),
        ("half", rf"\b(?P<count>[Aa]n?|{lex.WORDS})\s+(?P<unit>{_UNITS})\s+and\s+a\s+half\b", _and_a_half),
        ("half", rf"\b(?P<count>{lex.WORDS})\s+and\s+a\s+half\s+(?P<unit>{_UNITS})\b", _and_a_half),
        (
            "unit",
            rf"\b[Aa]n?\s+(?:(?:full|whole|single|additional|extra|further)\s+)?(?P<unit>{lex.UNIT})\b(?!-|\s+ago|['’]s)",
            _single,
        ),
        ("plural", rf"(?<=\b[fF]or\s)(?P<count>)(?P<unit>{_PLAIN}|hours|minutes)\b", _duration),
        (
            "plural",
            (
                rf"(?:(?<=\bin\s)|(?<=\bover\s)|(?<=\bafter\s)|(?<=\bwithin\s)|(?<=\bthe\s)"
                rf"|(?<=\btake\s)|(?<=\btook\s))(?P<count>)(?P<unit>{_PLAIN})\b(?!\s+(?:ago|ahead|to|that))"
            ),
            _duration,
        ),
        (
            "set",
            (
                rf"\b(?:[Ee]very|[Ee]ach)\s+(?:(?P<other>other)\s+)?(?:(?P<count>{_COUNT})\s+)?"
                rf"(?:(?P<weekday>{lex.WEEKDAY_NAME})(?:\s+(?P<part>morning|afternoon|evening|night))?"
                rf"|(?P<month>{lex.MONTH})|(?P<season>{lex.SEASON})|(?P<unit>morning|afternoon|evening|night"
                rf"|{_UNITS}))\b"
            ),
            _every,
        ),
        (
            "weekday",
            (
                rf"\b(?P<weekday>{lex.WEEKDAY_NAME})(?:s\b|(?=\s+(?:mornings|afternoons|evenings|nights)\b))(?:\s+"
                rf"(?P<part>mornings?|afternoons?|evenings?|nights?))?\b"
            ),
            _plural_weekday,
        ),
        (
            "frequency",
            rf"\b(?P<word>{lex.either(w for f in lex.FREQUENCIES for w in (f, f.capitalize()))})\b",
            _frequency,
        ),
        (
            "reference",
            (
                rf"\b(?P<word>{lex.either(w for f in lex.REFERENCES for w in (f, f[0].upper() + f[1:]))})\b(?!\s+"
                rf"[a-z]+s?\s+of\b|-|\s+(?:two|three|four|five|few|several|\d+|as|year|week|month|decade)\b)"
            ),
            _reference,
        ),
        (
            "nth",
            (
                rf"\b(?:[Tt]he\s+)?(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal|[Oo]pening"
                rf"|[Cc]losing|[Ll]atter)\s+"
                rf"(?P<unit>week|weekend|half)\s+(?:of|in)\s+(?P<month>{lex.MONTH})(?:,?\s+(?P<year>{lex.YEAR}))?\b"
            ),
            _nth_of,
        ),
        (
            "week",
            (
                rf"\b(?:[Tt]he\s+)?[Ww]eek\s+(?:of|from|beginning|starting)\s+(?P<month>{lex.MONTH})\s+"
                rf"(?P<day>{lex.DAY_NUMBER})(?:,?\s+(?P<year>{lex.YEAR}))?\b"
            ),
            _week_of,
        ),
    )
)
PERIODS: tuple[Period, ...] = (*_OWN, Period("digit", ODD_FORMAT, read_odd))
