"""Rule kind ``event-duration``: one event cannot have lasted two lengths that do not meet."""

from __future__ import annotations

import re

from checker.frozen import frozen
from checker.model import (
    AGREE,
    UNKNOWN,
    Claim,
    Confidence,
    EventMention,
    Factuality,
    Outcome,
    Reading,
    Referent,
    RuleKind,
    Severity,
    Timex,
    Verdict,
)
from checker_dates.lengths import Length, length

_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}
_HEDGES = {
    "APPROX": "about ",
    "LESS_THAN": "less than ",
    "MORE_THAN": "more than ",
    "EQUAL_OR_LESS": "at most ",
    "EQUAL_OR_MORE": "at least ",
}
_PLAIN = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDH])")


@frozen()
class EventDuration:
    """``days``: how far apart two articles may be put out and still tell one plan, for plans change."""

    days: int = 7


def compare(options: EventDuration, a: Claim, b: Claim) -> Verdict:
    """Judge two claims: contradiction where no length is within the rounding of both, a warning where one is hedged.

    What an event was to last is compared with what it is to last elsewhere, as a warning, and never with what it did last.
    """
    if a.document is b.document and isinstance(a.subject, EventMention) and a.subject.personal:
        return UNKNOWN  # a sentence has its parts, one for each count
    first, second = _length(a), _length(b)
    if first is None or second is None or not isinstance(a.reading, Timex) or not isinstance(b.reading, Timex):
        return UNKNOWN
    planned = a.factuality is Factuality.PLANNED
    if planned is not (b.factuality is Factuality.PLANNED) or (planned and not _one_plan(options, a, b)):
        return UNKNOWN
    if first.meets(second):
        return AGREE if first.is_said_as(second) else UNKNOWN
    if a.reading.mod or b.reading.mod:
        because = "the lengths do not meet, however rounded"
        return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)
    if planned:
        return Verdict(Outcome.CONTRADICT, "the planned lengths do not meet", Severity.WARNING, Confidence.MEDIUM)
    return Verdict(Outcome.CONTRADICT, "the lengths do not meet")


def describe(options: EventDuration, claim: Claim) -> Reading:
    """Read a claim as a number of units, with its hedge."""
    del options
    timex = claim.reading
    if not isinstance(timex, Timex):
        return Reading("", "")
    hedge = _HEDGES.get(timex.mod or "", "")
    plain = _PLAIN.fullmatch(timex.value)
    if plain is None or (plain[1] and plain[3] == "M"):
        words = " ".join(claim.document.text[timex.start : timex.end].split())
        return Reading(f"{hedge}{timex.value}", words, timex.derivation)
    count, unit = plain[2], _UNITS[plain[3]]
    return Reading(f"{hedge}{timex.value}", f"{hedge}{count} {unit}{'' if count == '1' else 's'}", timex.derivation)


def _one_plan(options: EventDuration, a: Claim, b: Claim) -> bool:
    """Tell whether two planned lengths are told at one time; a penalty is none."""
    apart = a.document.days_from(b.document)
    if apart is None or (isinstance(a.subject, EventMention) and a.subject.personal):
        return False
    return apart <= options.days


def _length(claim: Claim) -> Length | None:
    return length(claim.reading.value, claim.reading.mod) if isinstance(claim.reading, Timex) else None


EVENT_DURATION = RuleKind(
    name="event-duration",
    referent=Referent.EVENT,
    slot="duration",
    options=EventDuration,
    compare=compare,
    describe=describe,
    message="the length of the {title}",
    factuality=frozenset({Factuality.CERTAIN, Factuality.PLANNED}),
)
