"""Rule kind ``person-rank``: one officer does not hold two ranks."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import AGREE, UNKNOWN, Claim, Outcome, Person, Reading, Referent, RuleKind, Verdict
from checker_people.ranks import ranks


@dataclass(frozen=True, slots=True)
class PersonRank:
    """``days``: how far apart two articles may be put out before a promotion may lie between."""

    days: int = 60


def compare(options: PersonRank, a: Claim, b: Claim) -> Verdict:
    """Judge two ranks: contradiction where neither is the other in short ("Sergeant" for "Detective Sergeant")."""
    first, second = _rank(a), _rank(b)
    if first is None or second is None:
        return UNKNOWN
    if first == second or set(first.split()) <= set(second.split()) or set(second.split()) <= set(first.split()):
        return AGREE
    days = [c.document.published.date if c.document.published else None for c in (a, b)]
    if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) > options.days:
        return UNKNOWN
    return Verdict(Outcome.CONTRADICT, "two ranks")


def describe(options: PersonRank, claim: Claim) -> Reading:
    """Read a claim as its rank."""
    del options
    rank = _rank(claim) or ""
    return Reading(rank, rank)


def _rank(claim: Claim) -> str | None:
    person = claim.subject
    return ranks().get(person.title.casefold()) if isinstance(person, Person) and person.title else None


PERSON_RANK = RuleKind(
    name="person-rank",
    referent=Referent.PERSON,
    slot="rank",
    options=PersonRank,
    compare=compare,
    describe=describe,
    message="the rank of {title}",
)
