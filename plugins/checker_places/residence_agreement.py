"""Rule kind ``residence-agreement``: one person, of two towns."""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import UNKNOWN, Claim, Confidence, Outcome, Place, Referent, RuleKind, Severity, Verdict
from checker_places import place_agreement


@frozen()
class Options:
    """``near-km``: towns this close count as one: who is of a suburb is often said to be of the city.

    ``of``: residence, birthplace, or childhood (where somebody grew up); ``called``: how the message calls it.
    """

    near_km: float = 50.0
    of: str = "residence"
    called: str = "home"


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where two articles have one person of two towns, of which neither names the other's."""
    if not isinstance(a.reading, Place) or not isinstance(b.reading, Place) or a.document is b.document:
        return UNKNOWN  # one article may tell of a move
    found = place_agreement.compare(place_agreement.Options(near_km=options.near_km), a, b)
    if found.outcome is not Outcome.CONTRADICT:
        return found
    return Verdict(Outcome.CONTRADICT, found.because, Severity.WARNING, Confidence.MEDIUM)


KIND = RuleKind(
    "residence-agreement",
    Referent.PERSON,
    "{of}",
    Options,
    compare,
    lambda _options, claim: place_agreement.describe(place_agreement.Options(), claim),
    "the {called} of {title}",
)
