"""Rule kind ``clock-time``: an event of one moment cannot have happened at two times of one day that lie far apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from checker.model import (
    AGREE,
    UNKNOWN,
    Claim,
    Confidence,
    EventMention,
    Outcome,
    Phase,
    Reading,
    Referent,
    RuleKind,
    Severity,
    Timex,
    Verdict,
)
from checker.text.vocabulary import table, words
from checker_dates import lexicon as lex

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


@dataclass(frozen=True, slots=True)
class ClockTime:
    """``slack``: minutes by which two times of one moment differ because calls, alarms and arrivals are taken for the event itself."""

    slack: int = 30


def compare(options: ClockTime, a: Claim, b: Claim) -> Verdict:
    """Judge two times of day: contradiction beyond the slack, a warning where a time zone or a hedge may explain it.

    Hedged times ("about 9 p.m.") get 15 minutes more each. Times in two zones, of two days, or one of them of the start, say nothing.
    """
    first, second = _minutes(a), _minutes(b)
    alarms = [_phase(c) is Phase.ALARM for c in (a, b)]
    if not first or not second or _zone(a) != _zone(b) or not _one_day(a, b):
        return UNKNOWN
    if alarms[0] != alarms[1]:
        return UNKNOWN
    if not alarms[0] and _phase(a) is not _phase(b):
        return UNKNOWN
    apart = min(min(d, _DAY - d) for d in (abs(x - y) % _DAY for x, y in product(first, second)))
    if apart <= options.slack + _HEDGED * (_hedged(a) + _hedged(b)):
        return AGREE if len(first) == len(second) == 1 else UNKNOWN
    because = f"{apart // _HOUR} h {apart % _HOUR:02d} min apart"
    if apart % _HOUR == 0 or _hedged(a) or _hedged(b):
        return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)
    return Verdict(Outcome.CONTRADICT, because)


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


def _phase(claim: Claim) -> Phase | None:
    return claim.subject.phase if isinstance(claim.subject, EventMention) else None


def _one_day(a: Claim, b: Claim) -> bool:
    """Tell whether both speak of one day; of two days the rule on days speaks."""
    first, second = (c.reading.value.partition("T")[0] if isinstance(c.reading, Timex) else "" for c in (a, b))
    return first == second


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
