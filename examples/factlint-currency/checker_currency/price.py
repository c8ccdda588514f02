"""Rule kind ``price``: the price of one deal in two articles."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import AGREE, UNKNOWN, Claim, Factuality, Outcome, Reading, Referent, RuleKind, Verdict
from checker_currency.money import Money


@dataclass(frozen=True, slots=True)
class Options:
    """``tolerance``: how far two sums may lie apart, as a share of the larger, and still be one; hedged sums get four times that."""

    tolerance: float = 0.02


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where two sums of one currency differ by more than rounding; sums of two currencies say nothing."""
    first, second = a.reading, b.reading
    if not isinstance(first, Money) or not isinstance(second, Money) or first.currency != second.currency:
        return UNKNOWN
    share = options.tolerance * (4 if first.hedged or second.hedged else 1)
    if abs(first.amount - second.amount) <= share * max(first.amount, second.amount):
        return AGREE
    return Verdict(Outcome.CONTRADICT, "the sums differ by more than rounding")


def describe(_options: Options, claim: Claim) -> Reading:
    """The sum in figures."""
    money = claim.reading
    if not isinstance(money, Money):
        return Reading("", "")
    steps = ("the words leave room",) if money.hedged else ()
    return Reading(f"{money.currency} {money.amount:.2f}", f"{money.currency} {money.amount:,.0f}", steps)


KIND = RuleKind(
    "price",
    Referent.EVENT,
    "price",
    Options,
    compare,
    describe,
    "the price of the {title}",
    frozenset({Factuality.CERTAIN, Factuality.PLANNED}),
)
