"""Rule kind ``corner-agreement``: two articles of one happening, two streets that cross the one they name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_places.addresses import Corner

if TYPE_CHECKING:
    from checker.model import Document


@frozen()
class Options:
    """No options."""


def compare(_options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where the crossing streets differ and neither article names the other's; silent where they differ in form only."""
    first, second = a.reading, b.reading
    if not isinstance(first, Corner) or not isinstance(second, Corner) or first.key != second.key:
        return UNKNOWN
    x, y = first.cross, second.cross
    if x.street == y.street:
        if x.type is not None and y.type is not None and x.type != y.type:
            return _contradict("the crossing streets differ in type")
        return AGREE
    if _names(a.document, y.street) or _names(b.document, x.street):
        return UNKNOWN
    return _contradict("two corners of one street, neither crossing street named in the other article")


def _contradict(because: str) -> Verdict:
    return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)


def _names(document: Document, street: str) -> bool:
    return re.search(rf"\b{re.escape(street)}\b", document.text, re.IGNORECASE) is not None


def describe(_options: Options, claim: Claim) -> Reading:
    """The corner in the words of the article."""
    words = " ".join(claim.document.text[claim.reading.start : claim.reading.end].split())
    corner = claim.reading
    if not isinstance(corner, Corner):
        return Reading(words.casefold(), words)
    return Reading(f"{corner.cross.street} {corner.cross.type or ''}".strip(), words)


KIND = RuleKind("corner-agreement", Referent.THING, "corner", Options, compare, describe, "the corner of {title}")
