"""Rule kind ``transposition``: two numbers of one unit that differ by two neighbouring digits in the other order."""

from __future__ import annotations

from functools import cache

from checker.frozen import frozen
from checker.model import UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker.text.vocabulary import words
from checker_numbers.transposed import SLOT, Written, sole_units

_WEEK = 7  # days


@frozen()
class TranspositionOptions:
    """``digits``: from how many digits on, noughts at the ends not counted, a swap is no chance; fewer are a warning.

    ``shared``: how many words their sentences must then have in common; ``shared_common``: the same for units that are common.
    So must 140 and 104 be, of which one is rounder; of a unit of which the news has one number they need to share none.
    """

    digits: int = 3
    shared: int = 1
    shared_common: int = 2


def compare(options: TranspositionOptions, a: Claim, b: Claim) -> Verdict:
    """Judge two numbers. An article that has both numbers knows what it says; so the swap shows only where each has one."""
    first, second = a.reading, b.reading
    if not isinstance(first, Written) or not isinstance(second, Written) or first.unit != second.unit:
        return UNKNOWN
    if not swapped(*(n.figures or n.digits for n in (first, second))) or not _alike(first.value, second.value):
        return UNKNOWN
    if first.value in second.beside or second.value in first.beside:
        return UNKNOWN
    apart = a.document.days_from(b.document)
    if apart is not None and apart > _WEEK:
        return UNKNOWN
    shared = len(first.about & second.about)
    told = [len(first.digits), len(second.digits)]
    many, rounder = min(told) >= options.digits, told[0] != told[1]
    rare = first.unit in sole_units() or (first.unit not in _common() and not rounder)
    if not many and shared < (0 if first.unit in sole_units() else options.shared if rare else options.shared_common):
        return UNKNOWN
    severity = None if many else Severity.WARNING
    return Verdict(Outcome.CONTRADICT, "two digits changed places", severity, Confidence.MEDIUM)


@cache
def _common() -> frozenset[str]:
    """Units of which an article has many numbers: percentages, years, minutes."""
    return frozenset(words("checker_numbers", "common-units.txt"))


def swapped(a: str, b: str) -> bool:
    """Tell whether two strings of digits differ by one swap of neighbours."""
    differ = [n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or len(differ) != 2:
        return False
    low, high = differ
    return high == low + 1 and a[low] == b[high] and a[high] == b[low]


def _alike(a: float, b: float) -> bool:
    """Tell whether two numbers have as many digits: 72 and 270 are no swap."""
    low, high = sorted((a, b))
    return high < 10 * low


def describe(options: TranspositionOptions, claim: Claim) -> Reading:
    """Read a number as the article writes it."""
    del options
    written = claim.reading
    return Reading(f"{written.value:.12g}", written.label) if isinstance(written, Written) else Reading("", "")


TRANSPOSITION = RuleKind(
    name="transposition",
    referent=Referent.THING,
    slot=SLOT,
    options=TranspositionOptions,
    compare=compare,
    describe=describe,
    message="two digits of one number may have changed places",
)
