"""Rule kind ``person-office``: one person does not hold two posts that exclude each other."""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_people.offices import SLOT, Office


@frozen()
class PersonOffice:
    """``days``: how far apart two articles may be put out before a new post may lie between."""

    days: int = 14


def compare(options: PersonOffice, a: Claim, b: Claim) -> Verdict:
    """Judge two posts: contradiction where they exclude each other and no change lies between."""
    first, second = a.reading, b.reading
    if not isinstance(first, Office) or not isinstance(second, Office):
        return UNKNOWN
    if first.post == second.post:
        return AGREE
    apart = a.document.days_from(b.document)
    if apart is None or apart > options.days:
        return UNKNOWN
    return Verdict(
        Outcome.CONTRADICT, "two posts, of which one person holds one at a time", Severity.WARNING, Confidence.MEDIUM
    )


def describe(options: PersonOffice, claim: Claim) -> Reading:
    """Read a claim as its post, in the article's words."""
    del options
    words = " ".join(claim.document.text[claim.reading.start : claim.reading.end].split())
    return Reading(claim.reading.post if isinstance(claim.reading, Office) else words, words)


PERSON_OFFICE = RuleKind(
    name="person-office",
    referent=Referent.PERSON,
    slot=SLOT,
    options=PersonOffice,
    compare=compare,
    describe=describe,
    message="the post of {title}",
)
