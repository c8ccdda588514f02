"""Rule kind ``person-kin``: nobody is the sister and the cousin of one person."""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_people.kin import Kin


@frozen()
class PersonKin:
    """No options."""


def compare(options: PersonKin, a: Claim, b: Claim) -> Verdict:
    """Judge two kinships: a warning where the degrees differ. Whose kin it is hangs on a pronoun, and is why it is no more."""
    del options
    first, second = a.reading, b.reading
    if not isinstance(first, Kin) or not isinstance(second, Kin) or a.document is b.document:
        return UNKNOWN
    if first.family and second.family and first.family != second.family:
        return UNKNOWN  # two people of one given name
    if first.degree == second.degree:
        return AGREE
    return Verdict(Outcome.CONTRADICT, "two degrees of kinship", Severity.WARNING, Confidence.MEDIUM)


def describe(options: PersonKin, claim: Claim) -> Reading:
    """Read a claim as the word for the kin."""
    del options
    kin = claim.reading
    return Reading(kin.degree, kin.word) if isinstance(kin, Kin) else Reading("", "")


PERSON_KIN = RuleKind(
    name="person-kin",
    referent=Referent.THING,
    slot="kin",
    options=PersonKin,
    compare=compare,
    describe=describe,
    message="{title}",
)
