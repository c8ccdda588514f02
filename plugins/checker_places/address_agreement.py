"""Rule kind ``address-agreement``: two articles of one happening, two addresses in one street."""

from __future__ import annotations

import re

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_places.addresses import Address

_VAGUE = re.compile(r"\b(?:near|around|area\sof|vicinity\sof|close\sto|by)\s(?:the\s)?\Z")
_VICINITY = 300  # house numbers: as near as "near" may be
_NEIGHBOURS = 20  # house numbers that may be one yard, or two doors of one house


@frozen()
class Options:
    """No options."""


def compare(_options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where one street has two numbers, or one number two streets of a name; a house number agrees with its block."""
    first, second = a.reading, b.reading
    if not isinstance(first, Address) or not isinstance(second, Address):
        return UNKNOWN
    if first.street != second.street or first.unit != second.unit or first.number is None or second.number is None:
        return UNKNOWN
    if first.number == second.number or _in_block(first, second) or _in_block(second, first):
        return _same_number(first, second)
    if _differ(first.type, second.type) or _differ(first.direction, second.direction):
        return UNKNOWN  # two streets of one name
    apart = abs(first.number - second.number)
    low, high = sorted((first.number, second.number))
    because = f"one {'road' if first.unit else 'street'}, two numbers: {low} and {high}"
    doubtful = Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)
    if _near(a) != _near(b):
        return UNKNOWN if apart <= _VICINITY else doubtful
    if _near(a) or (not first.unit and not first.block and not second.block and apart <= _NEIGHBOURS):
        return doubtful
    return Verdict(Outcome.CONTRADICT, because)


def _same_number(a: Address, b: Address) -> Verdict:
    for what, x, y in (("type", a.type, b.type), ("direction", a.direction, b.direction)):
        if _differ(x, y):
            because = f"one number, two streets: they differ in {what}"
            return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)
    return AGREE


def _differ(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a != b


def _in_block(block: Address, other: Address) -> bool:
    """Tell whether a block holds another number: "the 4600 block" all of its hundred, "the 12000 block" perhaps of its thousand."""
    assert block.number is not None
    assert other.number is not None
    if not block.block:
        return False
    size = 1000 if block.number % 1000 == 0 and not other.block else 100
    return block.number // size == other.number // size


def _near(claim: Claim) -> bool:
    """Tell whether the address is only what it happened near."""
    start = claim.reading.start
    return _VAGUE.search(claim.document.text, max(0, start - 32), start) is not None


def describe(_options: Options, claim: Claim) -> Reading:
    """The address in the words of the article."""
    words = " ".join(claim.document.text[claim.reading.start : claim.reading.end].split())
    address = claim.reading
    if not isinstance(address, Address):
        return Reading(words.casefold(), words)
    parts = (address.unit, address.number, address.direction, address.street, address.type)
    return Reading(" ".join(str(p) for p in parts if p), words)


KIND = RuleKind("address-agreement", Referent.THING, "number", Options, compare, describe, "the address on {title}")
