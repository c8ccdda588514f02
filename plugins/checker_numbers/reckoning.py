"""Rule kind ``reckoning``: a figure that an article states, and the same computed from others it gives."""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Outcome, Reading, Referent, RuleKind, Verdict
from checker_numbers.figures import Figure


@frozen()
class ReckoningOptions:
    """What is reckoned.

    ``what``: sum (parts against a total), change (a rise or fall in per cent), share (so many of so many in per cent), margin (what
    one number leaves of another).
    """

    what: str = "sum"


def compare(options: ReckoningOptions, a: Claim, b: Claim) -> Verdict:
    """Judge a stated figure by the computed one, both with the room that rounding leaves."""
    del options
    first, second = a.reading, b.reading
    if not isinstance(first, Figure) or not isinstance(second, Figure):
        return UNKNOWN
    return AGREE if first.meets(second) else Verdict(Outcome.CONTRADICT)


def describe(options: ReckoningOptions, claim: Claim) -> Reading:
    """Read a figure, with the computation behind it."""
    del options
    figure = claim.reading
    if not isinstance(figure, Figure):
        return Reading("", "")
    return Reading(f"{figure.value:g}", figure.label, figure.derivation)


RECKONING = RuleKind(
    name="reckoning",
    referent=Referent.TEXT,
    slot="reckoned-{what}",
    options=ReckoningOptions,
    compare=compare,
    describe=describe,
    message="a {what} that does not come out",
)
