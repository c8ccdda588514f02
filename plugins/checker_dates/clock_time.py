"""Rule kind ``clock-time``: an event of one moment cannot have happened at two times of one day that lie far apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model import (
    AGREE,
    UNKNOWN,
    Claim,
    Confidence,
    Outcome,
    Reading,
    Referent,
    RuleKind,
    Severity,
    Timex,
    Verdict,
)

_CLOCK = re.compile(r"T(\d\d):(\d\d)\Z")
_ZONE = re.compile(r"\b(?:GMT|UTC|BST|CES?T|MSK|IST|JST|[ECMP][DS]?T|Eastern|Central|Pacific|Mountain|local time)\b")
_HEDGE = re.compile(
    r"(?i)\b(?:about|around|approximately|roughly|some\s?time|shortly|just|nearly|almost)\b[^.;]{0,20}\Z"
)
_DAY = 1440
_HOUR = 60


@dataclass(frozen=True, slots=True)
class ClockTime:
    """``slack``: minutes by which two times of one moment differ because calls, alarms and arrivals are taken for the event itself."""

    slack: int = 30


def compare(options: ClockTime, a: Claim, b: Claim) -> Verdict:
    """Judge two times of day: contradiction beyond the slack, a warning where a time zone or a hedge may explain it.

    Hedged times ("about 9 p.m.") get 15 minutes more each. Times in two zones, or of two days, say nothing.
    """
    first, second = _minutes(a), _minutes(b)
    if first is None or second is None:
        return UNKNOWN
    if _day(a) and _day(b) and _day(a) != _day(b):
        return UNKNOWN  # the rule on days speaks of it
    if _zone(a) != _zone(b):
        return UNKNOWN
    apart = abs(first - second)
    apart = min(apart, _DAY - apart)
    if apart <= options.slack + 15 * (_hedged(a) + _hedged(b)):
        return AGREE
    because = f"{apart // _HOUR} h {apart % _HOUR:02d} min apart"
    if apart % _HOUR == 0 or _hedged(a) or _hedged(b):
        return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)
    return Verdict(Outcome.CONTRADICT, because)


def describe(options: ClockTime, claim: Claim) -> Reading:
    """Read a time of day on the 24-hour clock, with its zone where one is said."""
    del options
    minutes = _minutes(claim)
    if minutes is None:
        return Reading("", "")
    zone = _zone(claim)
    hedge = "about " if _hedged(claim) else ""
    value = f"{minutes // _HOUR:02d}:{minutes % _HOUR:02d}" + (f" {zone}" if zone else "")
    return Reading(value, hedge + value)


def _minutes(claim: Claim) -> int | None:
    match = _CLOCK.search(claim.reading.value) if isinstance(claim.reading, Timex) else None
    return int(match[1]) * _HOUR + int(match[2]) if match else None


def _day(claim: Claim) -> str | None:
    """The day of the time, where its words name it."""
    timex = claim.reading
    if not isinstance(timex, Timex) or not timex.said & {"day", "weekday", "offset", "holiday"}:
        return None
    return timex.value.partition("T")[0]


def _zone(claim: Claim) -> str:
    """The zone the words name; local time is that of no zone named."""
    text, span = claim.document.text, claim.passages[0]
    match = _ZONE.search(text, span.start, min(len(text), span.end + 16))
    return "" if match is None or match[0] == "local time" else match[0]


def _hedged(claim: Claim) -> bool:
    text, start = claim.document.text, claim.passages[0].start
    timex = claim.reading
    return (isinstance(timex, Timex) and timex.mod is not None) or _HEDGE.search(
        text, max(0, start - 32), start
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
