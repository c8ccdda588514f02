"""Rule kind ``address-agreement``: one event, two street addresses."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import AGREE, UNKNOWN, Claim, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_places.addresses import Address


@dataclass(frozen=True, slots=True)
class Options:
    """``other-street``: also report, as a warning, two street names; a corner may bear both, so it is off."""

    other_street: bool = False


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where one street has two block numbers; a house number agrees with its block."""
    first, second = a.reading, b.reading
    if not isinstance(first, Address) or not isinstance(second, Address):
        return UNKNOWN
    if first.street != second.street:
        if options.other_street:
            return Verdict(Outcome.CONTRADICT, "two streets; they may meet at a corner", Severity.WARNING)
        return UNKNOWN
    if first.number is None or second.number is None:
        return AGREE
    if first.number == second.number:
        return AGREE
    if first.block != second.block:
        house, block = (second, first) if first.block else (first, second)
        assert house.number is not None
        assert block.number is not None
        if house.number // 100 == block.number // 100:
            return AGREE
    return Verdict(
        Outcome.CONTRADICT,
        f"one street, two numbers: {min(first.number, second.number)} and {max(first.number, second.number)}",
    )


def describe(_options: Options, claim: Claim) -> Reading:
    """The address in the words of the article."""
    words = " ".join(claim.document.text[claim.reading.start : claim.reading.end].split())
    if not isinstance(claim.reading, Address):
        return Reading(words.casefold(), words)
    number = "" if claim.reading.number is None else f"{claim.reading.number} "
    return Reading(number + claim.reading.street, words)


KIND = RuleKind(
    "address-agreement", Referent.EVENT, "address", Options, compare, describe, "the address of the {title}"
)
