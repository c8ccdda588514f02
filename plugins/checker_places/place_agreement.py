"""Rule kind ``place-agreement``: one event, two places."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import UNKNOWN, Claim, Confidence, Outcome, Place, Reading, Referent, RuleKind, Severity, Verdict
from checker_places.agreement import Relation, relation
from checker_places.gazetteer import distance_km, open_gazetteer


@dataclass(frozen=True, slots=True)
class Options:
    """``near-km``: two places this close count as one; twice that where a claim says "near" or "off".

    50 km: some 80 % of events in a study of media reports lay within that distance of where they were reported.
    """

    near_km: float = 50.0


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Judge by the agreement table; other countries are errors where both names mean one place only."""
    first, second = a.reading, b.reading
    if not isinstance(first, Place) or not isinstance(second, Place):
        return UNKNOWN
    found = relation(first, second, options.near_km)
    outcome, severity = found.verdict
    if outcome is not Outcome.CONTRADICT:
        return Verdict(outcome)
    certain = len(first.candidates) == len(second.candidates) == 1
    if not certain and found is not Relation.OTHER_COUNTRY:
        severity = Severity.WARNING
    return Verdict(outcome, _because(first, second, found), severity, Confidence.HIGH if certain else Confidence.MEDIUM)


def describe(_options: Options, claim: Claim) -> Reading:
    """The place with what contains it, and how the name was understood."""
    place = claim.reading
    words = claim.document.text[place.start : place.end]
    if not isinstance(place, Place) or place.best is None:
        return Reading(words.casefold(), words)
    label = open_gazetteer().label(place.best)
    return Reading(
        str(place.best.geonameid),
        label,
        (f"“{words}” is {label} (GeoNames {place.best.geonameid}): {'; '.join(place.derivation)}",),
    )


def _because(a: Place, b: Place, found: Relation) -> str:
    said = {
        Relation.SIBLINGS: "two places of one region",
        Relation.OTHER_REGION: "two regions of one country",
        Relation.OTHER_COUNTRY: "two countries",
        Relation.ACROSS_BORDER: "close, but on two sides of a border",
    }[found]
    distance = distance_km(a.candidates[0], b.candidates[0])
    apart = f", {distance:.0f} km apart" if distance is not None else ""
    return f"{said}{apart}; no other reading of the names agrees"


KIND = RuleKind("place-agreement", Referent.EVENT, "location", Options, compare, describe, "the place of the {title}")
