"""Rule kind ``street-agreement``: two articles of one happening, one name and two kinds of street: "Canal Street", "Canal Road"."""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_places.addresses import Address


@frozen()
class Options:
    """No options."""


def compare(_options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where the kinds of street differ; each article knows one street of the name only."""
    first, second = a.reading, b.reading
    if not isinstance(first, Address) or not isinstance(second, Address) or a.document is b.document:
        return UNKNOWN
    if first.street != second.street or first.type is None or second.type is None:
        return UNKNOWN
    if first.type == second.type:
        return AGREE
    because = "one name, two kinds of street, and neither article has the other's"
    return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)


def describe(_options: Options, claim: Claim) -> Reading:
    """The street in the words of the article."""
    street = claim.reading
    words = " ".join(claim.document.text[street.start : street.end].split())
    return Reading(f"{street.street} {street.type}" if isinstance(street, Address) else words.casefold(), words)


KIND = RuleKind("street-agreement", Referent.THING, "street", Options, compare, describe, "the street called {title}")
