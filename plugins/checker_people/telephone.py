"""Rule kind ``telephone``: readers are given one number to call one person, or one line."""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker.text.spelling import distance
from checker_people.contacts import Contact

_AREA = 3  # digits


@frozen()
class Telephone:
    """``digits``: in how many digits the numbers of one office may differ before they are two numbers of it."""

    digits: int = 2


def compare(options: Telephone, a: Claim, b: Claim) -> Verdict:
    """Judge two numbers: a warning where one person has two in one area, or one office two that a slip of the keys sets apart."""
    first, second = a.reading, b.reading
    if not isinstance(first, Contact) or not isinstance(second, Contact) or a.document is b.document:
        return UNKNOWN
    if first.digits == second.digits:
        return AGREE
    if first.digits[:_AREA] != second.digits[:_AREA] or len(first.digits) != len(second.digits):
        return UNKNOWN  # a toll-free number and a local one
    apart = distance(first.digits, second.digits)
    if not (first.person and second.person) and apart > options.digits:
        return UNKNOWN
    return Verdict(Outcome.CONTRADICT, "one number each", Severity.WARNING, Confidence.MEDIUM)


def describe(options: Telephone, claim: Claim) -> Reading:
    """Read a claim as its number."""
    del options
    if not isinstance(claim.reading, Contact):
        return Reading("", "")
    return Reading(claim.reading.digits, claim.document.text[claim.reading.start : claim.reading.end])


TELEPHONE = RuleKind(
    name="telephone",
    referent=Referent.THING,
    slot="telephone",
    options=Telephone,
    compare=compare,
    describe=describe,
    message="{title}",
)
