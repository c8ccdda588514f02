"""Expressions that are no calendar date by themselves: durations, sets, vague references."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from checker.text.patterns import pattern
from checker_dates import lexicon as lex
from checker_dates.distances import DISTANCES
from checker_dates.fallback import ODD_FORMAT, read_odd
from checker_dates.parts import Parts
from checker_dates.readings import Period, duration
from checker_dates.resolve import Resolved, resolve, stretch

if TYPE_CHECKING:
    import re

    from checker_dates.memory import Context


_YEAR_LEADS = pattern(r"\b(?:[Ff]or|[Oo]f|[Ii]n|[Dd]uring|[Tt]hroughout)\s\Z")
_PLURAL_LEADS = pattern(r"\b(?:(?P<for>[Ff]or)|in|over|after|within|the|take|took)\s\Z")
_PLURAL_GOES_ON = pattern(r"\s+(?:ago|ahead|to|that)")
_OF_A_DAY = frozenset({"hours", "minutes"})
_NAME_GOES_ON = pattern(r"\s+[A-Z]")
_SHARE = pattern(r"\s+of\s+(?!\d|this|last|next|the\s+year|growth|decline|losses)")
_AGE_AFTER = pattern(r"[\s-](?:old|olds)\b")
_AGE_BEFORE = pattern(r"\b(?:aged?|ages)\s\Z|[-–]\Z")
_TIMES_BEFORE = pattern(r"\b(?:times?|once|twice)\s\Z")
_RATE_BEFORE = pattern(
    r"(?:\d|%|\b(?:million|billion|percent|cents?|people|dollars|barrels|tons|tonnes|each)|\b\d[\d,.]*\s[a-z]+s)\s\Z"
    rf"|\b{lex.WORDS}\s[a-z]+s\s\Z"
)


def _count(match: re.Match[str]) -> float | None:
    words = match["count"]
    return None if not words or lex.is_vague(words) else lex.cardinal(words)


def _duration(match: re.Match[str], _: Context) -> Resolved | None:
    text, end = match.string, match.end()
    if _AGE_AFTER.match(text, end) or _AGE_BEFORE.search(text, max(0, match.start() - 6), match.start()):
        return None
    count = _count(match)
    if match["count"] and count is None and not lex.is_vague(match["count"]):
        return None
    unit = lex.unit(match["unit"])
    if unit == "Q" and _SHARE.match(text, end):
        return None  # "three quarters of the votes"
    if (unit == "Q" and "-" in match[0]) or match["unit"] in ("night", "nights"):
        return None  # "three-quarters", "two nights"
    if unit == "TS" and not (count and count > 1):
        return None
    return Resolved("DURATION", duration(count, unit), _or_so(match), frozenset({"duration"}))


def _plural(match: re.Match[str], context: Context) -> Resolved | None:
    """Read the bare plural of "for years", "within days"; "in years to come" and its kin are something else."""
    text, start = match.string, match.start()
    lead = _PLURAL_LEADS.search(text, max(0, start - 8), start)
    if lead is None or (not lead["for"] and (match["unit"] in _OF_A_DAY or _PLURAL_GOES_ON.match(text, match.end()))):
        return None
    return _duration(match, context)


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


def _this_year(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the year": a length where its end is said ("the year ended Sept. 30"), else the year of publication."""
    if match["ended"] or match["fiscal"]:
        return Resolved("DURATION", "P1Y", None, frozenset({"duration"}))
    return None if context.dct is None else Resolved("DATE", f"{context.dct.year:04d}", vague=True)


def _in_the_year(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "for the year", "throughout the year"."""
    led = _YEAR_LEADS.search(match.string, max(0, match.start() - 12), match.start())
    return _this_year(match, context) if led else None


def _past_year(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the past year": the twelve months behind, written as the year before as TimeBank does, but no window."""
    found = stretch(lex.unit(match["unit"]), -1, context, frozenset())
    return None if found is None else replace(found, vague=True)


def _one_long(match: re.Match[str], _: Context) -> Resolved:
    """Read "the past decade": a length, as in "the past ten years"."""
    return Resolved("DURATION", duration(1, lex.unit(match["unit"])), None, frozenset({"duration"}))


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


def _nth_of_every(match: re.Match[str], _: Context) -> Resolved:
    """Read "the first Monday of every month": a habit, and no Monday of its own."""
    return Resolved("SET", duration(1, lex.unit(match["unit"])))


def _plural_weekday(match: re.Match[str], _: Context) -> Resolved:
    part = lex.DAYPARTS.get((match["part"] or "").lower().rstrip("s"), "")
    return Resolved("SET", f"XXXX-WXX-{lex.weekday(match['weekday'])}{part}")


def _frequency(match: re.Match[str], _: Context) -> Resolved | None:
    if match["word"][0].isupper() and _NAME_GOES_ON.match(match.string, match.end()):
        return None  # "the Daily Star"
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
    if match["unit"] in lex.WEEKDAYS:
        days = [d for d in range(1, length + 1) if first_day.replace(day=d).isoweekday() == lex.WEEKDAYS[match["unit"]]]
        if "XXXX" in found.value or number > len(days):
            return replace(found, vague=True)
        return replace(found, value=f"{found.value}-{days[number if number < 0 else number - 1]:02d}")
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


_PLAIN = r"(?:days|weeks|months|years|decades|centuries)"
_OR_SO = r"(?P<loose>\s+or\s+(?:so|two|more))?"
_SPAN_BEFORE = pattern(
    r"\b(?:(?:[Tt]he|[Tt]hose|[Tt]hese|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)\s+)?"
    r"(?:(?:[Pp]ast|[Ll]ast|[Nn]ext|[Ff]irst|[Pp]revious|[Ff]inal|[Ll]atest|[Cc]oming|[Ff]ollowing"
    r"|[Pp]receding|[Yy]ear-earlier|[Ff]ull)\s+)?\Z"
)

_OWN = tuple(
    Period(
        trigger,
        pattern(source),
        read,
        tensed=read in (_nth_of, _week_of),
        lead=_SPAN_BEFORE if trigger == "count" else None,
    )
    for trigger, source, read in (
        (
            "day",
            r"(?:(?<=\bwill\s)|(?<=\bwould\s)|(?<=\bcould\s)|(?<=\bmay\s)|(?<=\bmight\s)|(?<=\bto\s))one\s+day\b(?=\s+[a-z])",
            _one_day,
        ),
        (
            "year-named",
            r"\b[Tt]he\s+(?:year(?=\s+(?P<ended>ended|ending)\b)|(?P<fiscal>fiscal|financial)\s+year\b(?!-|\s+\d))",
            _this_year,
        ),
        (
            "year-named",
            r"\bthe\s+year\b(?!-|['’]s|\s+(?:of\s+[^$]|leading|preceding|prior|when|before|after|since|that|to|ago|earlier|\d))(?P<ended>)(?P<fiscal>)",
            _in_the_year,
        ),
        ("past-one", r"\b[Tt]he\s+past\s+(?P<unit>year|week|month)\b", _past_year),
        ("past-long", r"\b(?:[Tt]he\s+)?(?:past|next)\s+(?P<count>)(?P<unit>decade|century|fortnight)\b", _one_long),
        (
            "past",
            (
                rf"\b(?:(?:[Tt]he|[Tt]hese)\s+)?(?:(?:past|last|next|first|early|recent|coming"
                rf"|future)\s+)?(?:(?:past|last|next|few|several|many|recent|coming)\s+)(?P<unit>{_PLAIN}|quarters"
                rf"|hours|weekends)(?:\s+(?:or|and)\s+(?:days|weeks|months|years))?\b"
                rf"(?!\s+ago|\s+(?:of|in)\s+(?:{lex.MONTH}|{lex.YEAR}))"
            ),
            _recent,
        ),
        ("ahead", rf"\b(?:[Tt]he\s+)(?P<unit>{_PLAIN}|quarters)\s+(?:ahead|to\s+come)\b", _recent),
        (
            "count",
            (
                rf"\b(?P<count>{lex.COUNT}|{lex.VAGUE})(?:\s+(?:more|straight|consecutive|full"
                rf"|additional|trading|business|working|calendar|long|whole|extra|further))?"
                rf"(?:\s+|-)(?P<unit>{lex.ANY_UNIT}){_OR_SO}\b(?![\s-]+ago\b)"
            ),
            _duration,
        ),
        ("half-an", rf"\b(?P<count>half)\s+an?\s+(?P<unit>{lex.UNIT})\b", _half),
        ("half-a", rf"\b(?P<count>[Aa]n?|{lex.WORDS})\s+(?P<unit>{lex.ANY_UNIT})\s+and\s+a\s+half\b", _and_a_half),
        ("half-a", rf"\b(?P<count>{lex.WORDS})\s+and\s+a\s+half\s+(?P<unit>{lex.ANY_UNIT})\b", _and_a_half),
        (
            "a-unit",
            rf"\b[Aa]n?\s+(?:(?:full|whole|single|additional|extra|further)\s+)?(?P<unit>{lex.UNIT})\b(?!-|\s+ago|['’]s)",
            _single,
        ),
        ("plural", rf"\b(?P<count>)(?P<unit>{_PLAIN}|hours|minutes)\b", _plural),
        (
            "set",
            (
                rf"\b(?:[Ee]very|[Ee]ach)\s+(?:(?P<other>other)\s+)?(?:(?P<count>{lex.COUNT})\s+)?"
                rf"(?:(?P<weekday>{lex.WEEKDAY_NAME})(?:\s+(?P<part>morning|afternoon|evening|night))?"
                rf"|(?P<month>{lex.MONTH})|(?P<season>{lex.SEASON})|(?P<unit>morning|afternoon|evening|night"
                rf"|{lex.ANY_UNIT}))\b"
            ),
            _every,
        ),
        (
            "weekdays",
            (
                rf"\b(?P<weekday>{lex.WEEKDAY_NAME})(?:s\b|(?=\s+(?:mornings|afternoons|evenings|nights)\b))(?:\s+"
                rf"(?P<part>mornings?|afternoons?|evenings?|nights?))?\b"
            ),
            _plural_weekday,
        ),
        (
            "frequency",
            rf"(?<![A-Z][a-z]\s)\b(?P<word>{lex.either(w for f in lex.FREQUENCIES for w in (f, f.capitalize()))})\b",
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
            "set-nth",
            (
                rf"\b(?:[Tt]he\s+)?(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s+{lex.WEEKDAY_NAME}\s+(?:of|in)\s+"
                r"(?:every|each)\s+(?P<unit>month|year|week)\b"
            ),
            _nth_of_every,
        ),
        (
            "nth",
            (
                rf"\b(?:[Tt]he\s+)?(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal|[Oo]pening"
                rf"|[Cc]losing|[Ll]atter)\s+"
                rf"(?P<unit>week|weekend|half|{lex.WEEKDAY_NAME})\s+(?:of|in)\s+(?P<month>{lex.MONTH})(?:,?\s+(?P<year>{lex.YEAR}))?\b"
            ),
            _nth_of,
        ),
        (
            "week",
            (
                rf"\b(?:[Tt]he\s+)?[Ww]eek\s+(?:of|from|beginning|starting|ending|ended)\s+(?P<month>{lex.MONTH})\s+"
                rf"(?P<day>{lex.DAY_NUMBER})(?:,?\s+(?P<year>{lex.YEAR}))?\b"
            ),
            _week_of,
        ),
    )
)
PERIODS: tuple[Period, ...] = (*DISTANCES, *_OWN, Period("odd", ODD_FORMAT, read_odd))
