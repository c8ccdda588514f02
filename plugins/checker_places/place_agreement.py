"""Rule kind ``place-agreement``: one event, two places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.model import (
    AGREE,
    UNKNOWN,
    Claim,
    Confidence,
    Outcome,
    Place,
    Reading,
    Referent,
    RuleKind,
    Severity,
    Verdict,
)
from checker_places.agreement import Relation, relation
from checker_places.gazetteer import distance_km, open_gazetteer
from checker_places.names import key

Level = Literal["error", "warning", "info", "ignore"]


@dataclass(frozen=True, slots=True)
class Options:
    """``near-km``: two towns this close count as one; twice that where a claim says "near" or "off".

    50 km: some 80 % of events in a study of media reports lay within that distance of where they were reported. The others set how
    bad each kind of conflict is, worst first: other countries; other waters; two towns that lie close on two sides of a border; two
    states or provinces of one country; two towns of one state.
    """

    near_km: float = 50.0
    other_country: Level = "error"
    other_water: Level = "error"
    across_border: Level = "warning"
    other_region: Level = "warning"
    siblings: Level = "warning"


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Judge by the relation of the two places; what names one place only counts as certain."""
    first, second = a.reading, b.reading
    if not isinstance(first, Place) or not isinstance(second, Place):
        return UNKNOWN
    found = relation(first, second, options.near_km)
    if found.agrees:
        return AGREE
    # Two articles that write one name mean one place; and a name that may mean anything contradicts nothing.
    if _surface(a) == _surface(b) or not (first.certain and second.certain):
        return UNKNOWN
    level = _level(options, found)
    if level == "ignore":
        return UNKNOWN
    certain = len(first.candidates) == len(second.candidates) == 1
    confidence = Confidence.HIGH if certain else Confidence.MEDIUM
    return Verdict(Outcome.CONTRADICT, _because(first, second, found), Severity(level), confidence)


def _surface(claim: Claim) -> str:
    return key(claim.document.text[claim.reading.start : claim.reading.end])


def _level(options: Options, found: Relation) -> Level:
    levels: dict[Relation, Level] = {
        Relation.OTHER_COUNTRY: options.other_country,
        Relation.OTHER_WATER: options.other_water,
        Relation.ACROSS_BORDER: options.across_border,
        Relation.OTHER_REGION: options.other_region,
        Relation.SIBLINGS: options.siblings,
    }
    return levels.get(found, "ignore")


_SAID = {
    Relation.SIBLINGS: "two places of one region",
    Relation.OTHER_REGION: "two regions of one country",
    Relation.OTHER_COUNTRY: "two countries",
    Relation.OTHER_WATER: "two waters",
    Relation.ACROSS_BORDER: "close, but on two sides of a border",
}


def _because(a: Place, b: Place, found: Relation) -> str:
    distance = distance_km(a.candidates[0], b.candidates[0])
    apart = f", {distance:.0f} km apart" if distance is not None else ""
    return f"{_SAID[found]}{apart}; no other reading of the names agrees"


def describe(_options: Options, claim: Claim) -> Reading:
    """The place with what contains it, and how the name was understood."""
    place = claim.reading
    words = claim.document.text[place.start : place.end]
    if not isinstance(place, Place) or place.best is None:
        return Reading(words.casefold(), words)
    label = open_gazetteer().label(place.best)
    number = f" (GeoNames {place.best.geonameid})" if place.best.geonameid > 0 else ""
    why = f": {'; '.join(place.derivation)}" if place.derivation else ""
    return Reading(str(place.best.geonameid), label, (f"“{words}” is {label}{number}{why}",))


KIND = RuleKind("place-agreement", Referent.EVENT, "location", Options, compare, describe, "the place of the {title}")
