"""Rule kind ``event-count``: one event, two counts of the same people."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_numbers.counts import Count

_HEDGES = {"MORE": "at least ", "LESS": "at most ", "ABOUT": "about "}
_ROUNDED = 0.1  # share by which "about" and round numbers may be off
_ROUND = 50  # from here on, numbers that end in a nought may be round ones


@dataclass(frozen=True, slots=True)
class EventCount:
    """``what`` is counted: killed, wounded, shot, arrested, missing or rescued."""

    what: str = "killed"


def compare(options: EventCount, a: Claim, b: Claim) -> Verdict:
    """Judge two counts. Tolls rise: a later article with the larger number tells of a later time."""
    del options
    first, second = a.reading, b.reading
    if not isinstance(first, Count) or not isinstance(second, Count):
        return UNKNOWN
    if first.value == second.value:
        return AGREE
    if _room(first, second.value) or _room(second, first.value):
        return UNKNOWN
    days = [c.document.published.date if c.document.published else None for c in (a, b)]
    if days[0] is None or days[1] is None:
        return UNKNOWN
    early, late = (first, second) if days[0] <= days[1] else (second, first)
    if days[0] != days[1] and late.value > early.value:
        return UNKNOWN
    because = "the later article has the smaller number" if days[0] != days[1] else "put out on one day"
    return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)


def describe(options: EventCount, claim: Claim) -> Reading:
    """Read a count with its hedge."""
    del options
    count = claim.reading
    if not isinstance(count, Count):
        return Reading("", "")
    label = f"{_HEDGES.get(count.hedge or '', '')}{count.value:,} {count.what}"
    return Reading(f"{count.hedge or ''}{count.value}", label)


def _room(count: Count, other: int) -> bool:
    """Tell whether a count leaves room for another number."""
    if count.hedge == "MORE":
        return other >= count.value
    if count.hedge == "LESS":
        return other <= count.value
    near = abs(count.value - other) <= _ROUNDED * max(count.value, other)
    return near and (count.hedge == "ABOUT" or (count.value >= _ROUND and count.value % 10 == 0))


EVENT_COUNT = RuleKind(
    name="event-count",
    referent=Referent.EVENT,
    slot="count-{what}",
    options=EventCount,
    compare=compare,
    describe=describe,
    message="the {what} of the {title}",
)
