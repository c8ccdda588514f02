"""Rule kind ``clock-time``: an event of one moment cannot have happened at two times of one day that lie far apart."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.model import (
    AGREE,
    UNKNOWN,
    Claim,
    Confidence,
    Document,
    EventMention,
    Outcome,
    Predication,
    Reading,
    Referent,
    RuleKind,
    Severity,
    Timex,
    Verdict,
)
from checker.text.predications import SERIAL, sort_of
from checker.text.vocabulary import table, words
from checker_dates import lexicon as lex
from checker_dates.claims import ALARM, UNKNOWN_DAY
from checker_dates.clause_claims import AROUND, FOUND

if TYPE_CHECKING:
    from collections.abc import Mapping

_CLOCK = re.compile(r"T(\d\d):(\d\d)\Z")
_HALF_SAID = re.compile(
    r"(?i)\d\s*[ap]\.?\s?m\b|\b(?:noon|midnight|midday|morning|afternoon|evening|night)\b|\b(?:0\d|1[3-9]|2\d)[.:]?\d\d"
)
_SO_CALLED = re.compile(r"\b[A-Z][a-z]+\s+time\b")
_OFFSET = r"(?:\s?[+−-]\s?\d{1,2}(?::?\d\d)?)?"
_DAY = 1440
_HOUR = 60
_HALF_A_DAY = 720
_HEDGED = 15  # minutes
_CALLED_LATER = 90  # minutes by which a call for help may come behind what it is about
_PUBLISHED_APART = 3  # days between two articles that give the hour of one event without the day
_SELDOM = frozenset({"collapse", "landslide", "sinking"})  # of which no town has two in a week
_A_WEEK = 7


@frozen()
class ClockTime:
    """``slack``: minutes by which two times of one moment differ because calls, alarms and arrivals are taken for the event itself."""

    slack: int = 30


def compare(options: ClockTime, a: Claim, b: Claim) -> Verdict:
    """Judge two times of day: contradiction beyond the slack, a warning where a time zone, a hedge or a call may explain it.

    Hedged times ("about 9 p.m.") get 15 minutes more each. Times in two zones or of two days say nothing. A call for help may come a
    good while after what it is about, but not before it; what was found may have been found at any time after.
    """
    first, second = _minutes(a), _minutes(b)
    if not first or not second or _zone(a) != _zone(b) or not _one_day(a, b):
        return UNKNOWN
    stages = (_stage(a), _stage(b))
    if FOUND in stages and stages[0] != stages[1]:
        return UNKNOWN
    hedges = _HEDGED * (_hedged(a) + _hedged(b))
    later = min(((y - x + _HALF_A_DAY) % _DAY - _HALF_A_DAY for x, y in product(first, second)), key=abs)
    apart = abs(later)
    if apart <= options.slack + hedges:
        return AGREE if len(first) == len(second) == 1 and stages[0] == stages[1] else UNKNOWN
    calls = ALARM in stages or AROUND in stages
    if calls and stages != (ALARM, ALARM):
        behind = later if stages[1] == ALARM else -later  # minutes by which the call comes after the event
        if (behind > 0 or AROUND in stages) and apart <= _CALLED_LATER + hedges:
            return UNKNOWN
    elif calls and apart <= 2 * options.slack + hedges:
        return UNKNOWN  # one call of several, or the arrival after it
    because = f"{apart // _HOUR} h {apart % _HOUR:02d} min apart"
    if apart % _HOUR == 0 or hedges or calls or UNKNOWN_DAY in _days(a) + _days(b):
        return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)
    return Verdict(Outcome.CONTRADICT, because)


def _stage(claim: Claim) -> str:
    """What the time is that of: the event, the call for help, the finding, or either of the first two ("responded to a shooting at 9")."""
    role = claim.passages[0].role
    return role if role in (ALARM, FOUND, AROUND) else ""


def describe(options: ClockTime, claim: Claim) -> Reading:
    """Read a time of day on the 24-hour clock, with its zone where one is said."""
    del options
    minutes = _minutes(claim)
    if not minutes:
        return Reading("", "")
    zone = _zone(claim)
    value = " or ".join(f"{m // _HOUR % 24:02d}:{m % _HOUR:02d}" for m in minutes) + (f" {zone}" if zone else "")
    return Reading(value, ("about " if _hedged(claim) else "") + value)


def _minutes(claim: Claim) -> tuple[int, ...]:
    """The minute of the day; two where nothing says which half of the day is meant: "at 9:40"."""
    match = _CLOCK.search(claim.reading.value) if isinstance(claim.reading, Timex) else None
    if match is None:
        return ()
    minute = int(match[1]) * _HOUR + int(match[2])
    if minute >= _HALF_A_DAY + _HOUR or _HALF_SAID.search(claim.document.text, claim.reading.start, claim.reading.end):
        return (minute,)
    return tuple(sorted((minute, (minute + _HALF_A_DAY) % _DAY)))


def _one_day(a: Claim, b: Claim) -> bool:
    """Tell whether both speak of one day; of two days the rule on days speaks.

    Where one says no day, it is that of the other, unless such events come one after another.
    """
    days = (*_days(a), *_days(b))
    if UNKNOWN_DAY in days:
        within = _A_WEEK if _seldom(a) and _seldom(b) else _PUBLISHED_APART
        return _published_within(within, a.document, b.document) and not any(_serial(c) for c in (a, b))
    return days[0] == days[1]


def _days(claim: Claim) -> tuple[str, ...]:
    return (claim.reading.value.partition("T")[0] if isinstance(claim.reading, Timex) else "",)


def _published_within(days: int, a: Document, b: Document) -> bool:
    apart = a.days_from(b)
    return apart is not None and apart <= days


def _seldom(claim: Claim) -> bool:
    return isinstance(claim.subject, EventMention) and claim.subject.event_class in _SELDOM


def _serial(claim: Claim) -> bool:
    subject = claim.subject
    if isinstance(subject, EventMention):
        return subject.event_class in ("quake", "attack", "explosion", "storm")
    return isinstance(subject, Predication) and SERIAL in sort_of(subject.kinds)


def _zone(claim: Claim) -> str:
    """The zone the words name; local time is that of no zone named."""
    text, span = claim.document.text, claim.passages[0]
    found = _zones().search(text, span.start, span.end) or _zones().match(text, span.end)
    if found is not None:
        return _zone_names()[" ".join(found["name"].split())] + found["offset"].replace(" ", "")
    so_called = _SO_CALLED.search(text, span.start, min(len(text), span.end + 20))
    return "" if so_called is None else so_called[0]


def _zone_names() -> Mapping[str, str]:
    return table("checker_dates", "zones.txt")


@cache
def _zones() -> re.Pattern[str]:
    return re.compile(rf"\s*\(?\b(?P<name>{lex.either(_zone_names())})\b(?P<offset>{_OFFSET})")


@cache
def _hedges() -> re.Pattern[str]:
    hedge = lex.either((*words("checker_dates", "hedges.txt"), *words("checker_dates", "close-by.txt")))
    return re.compile(rf"(?i)\b(?:{hedge})\s+(?:(?:at|after|before)\s+)?\Z")


def _hedged(claim: Claim) -> bool:
    text, start = claim.document.text, claim.passages[0].start
    timex = claim.reading
    return (isinstance(timex, Timex) and timex.mod is not None) or _hedges().search(
        text, max(0, start - 24), start
    ) is not None


CLOCK_TIME = RuleKind(
    name="clock-time",
    referent=Referent.EVENT,
    slot="clock",
    options=ClockTime,
    compare=compare,
    describe=describe,
    message="the time of the {title}",
)
