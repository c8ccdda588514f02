"""Rule kind ``person-partner``: whom somebody harmed was a wife or a girlfriend, not both."""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_people.partners import Partner


@frozen()
class PersonPartner:
    """No options."""


def compare(options: PersonPartner, a: Claim, b: Claim) -> Verdict:
    """Judge two claims of who was harmed: a warning where one says wife or husband, and the other girlfriend or boyfriend."""
    del options
    first, second = a.reading, b.reading
    if not isinstance(first, Partner) or not isinstance(second, Partner):
        return UNKNOWN
    if first.married == second.married:
        return AGREE
    return Verdict(Outcome.CONTRADICT, "married in one article only", Severity.WARNING, Confidence.MEDIUM)


def describe(options: PersonPartner, claim: Claim) -> Reading:
    """Read a claim as the words for the partner."""
    del options
    word = claim.document.text[claim.reading.start : claim.reading.end].split()[-1]
    married = isinstance(claim.reading, Partner) and claim.reading.married
    return Reading("married" if married else "unmarried", word)


PERSON_PARTNER = RuleKind(
    name="person-partner",
    referent=Referent.THING,
    slot="partner",
    options=PersonPartner,
    compare=compare,
    describe=describe,
    message="{title}",
)
