"""Rule kind ``venue-agreement``: one event, two venues of one sort.

Venues have many names: a part of a name agrees, a town's only school may bear the name of somebody, a stadium that of a sponsor. Only
what is left is compared.
"""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_places.venues import Venue, same_name, strangers


@frozen()
class Options:
    """No options."""


def compare(_options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where an event was in two venues of one sort, of which neither article names the other's."""
    first, second = a.reading, b.reading
    if not isinstance(first, Venue) or not isinstance(second, Venue) or first.sort != second.sort:
        return UNKNOWN
    if same_name(first, second):
        return AGREE
    if first.local != second.local or first.renamed or second.renamed or not strangers(first, second):
        return UNKNOWN
    if "inside" not in (first.how, second.how) or _knows(first, second) or _knows(second, first):
        return UNKNOWN
    because = f"two names for one {first.sort}, neither named in the other article"
    return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)


def _knows(venue: Venue, other: Venue) -> bool:
    """Tell whether the article of ``venue`` names what tells the other venue."""
    return bool((other.words - other.towns or other.words) & venue.named)


def describe(_options: Options, claim: Claim) -> Reading:
    """The venue in the words of the article."""
    words = " ".join(claim.document.text[claim.reading.start : claim.reading.end].split())
    return Reading(words.casefold(), words)


KIND = RuleKind("venue-agreement", Referent.EVENT, "venue", Options, compare, describe, "the venue of the {title}")
