"""Rule kind ``person-rank``: one officer does not hold two ranks."""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import (
    AGREE,
    UNKNOWN,
    Claim,
    Confidence,
    Outcome,
    Person,
    Reading,
    Referent,
    RuleKind,
    Severity,
    Verdict,
)
from checker_people.ranks import ladders, ranks

_NEAR = 2  # steps of a ladder


@frozen()
class PersonRank:
    """``days``: how far apart two articles may be put out before a promotion may lie between."""

    days: int = 60


def compare(options: PersonRank, a: Claim, b: Claim) -> Verdict:
    """Judge two ranks: contradiction where neither is the other in short ("Sergeant" for "Detective Sergeant").

    A warning a step or two of one ladder apart, where one of the articles may have the rank of before a promotion.
    """
    first, second = _rank(a), _rank(b)
    if first is None or second is None:
        return UNKNOWN
    if first == second or set(first.split()) <= set(second.split()) or set(second.split()) <= set(first.split()):
        return AGREE
    apart = a.document.days_from(b.document)
    if apart is None or apart > options.days:
        return UNKNOWN
    steps = _steps(first, second)
    if steps is not None and steps <= _NEAR:
        return Verdict(Outcome.CONTRADICT, "two ranks, near each other", Severity.WARNING, Confidence.MEDIUM)
    return Verdict(Outcome.CONTRADICT, "two ranks")


def _steps(first: str, second: str) -> int | None:
    """How many steps of a ladder lie between two ranks; None where no ladder has both."""
    a, b = (rank.removeprefix("detective ") for rank in (first, second))
    return min(
        (abs(ladder.index(a) - ladder.index(b)) for ladder in ladders() if a in ladder and b in ladder), default=None
    )


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
