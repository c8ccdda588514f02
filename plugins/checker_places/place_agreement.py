"""Rule kind ``place-agreement``: one event, two places."""

from __future__ import annotations

import re
from typing import Literal

from checker.frozen import frozen
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
from checker_places.agreement import Relation, named_relation, severity
from checker_places.gazetteer import distance_km, open_gazetteer

Level = Literal["default", "error", "warning", "info", "ignore"]


@frozen()
class Options:
    """``near-km``: two towns this close count as one; twice that where a claim says "near" or "off".

    50 km: some 80 % of events in a study of media reports lay within that distance of where they were reported. The others set how
    bad each kind of conflict is, worst first: other continents; other countries; other waters; two towns that lie close on two sides of
    a border; a place on the other side of a country than said; one far from the border it is said to be near; one not where "60 miles
    south of" puts it; two states or provinces of one country; two towns of one state. ``default``: as the table of agreement says.
    """

    near_km: float = 50.0
    other_continent: Level = "default"
    other_country: Level = "default"
    other_water: Level = "default"
    across_border: Level = "default"
    wrong_part: Level = "default"
    off_border: Level = "default"
    offset: Level = "default"
    other_region: Level = "default"
    siblings: Level = "default"


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Judge by the relation of the two places; what names one place only counts as certain."""
    first, second = a.reading, b.reading
    if not isinstance(first, Place) or not isinstance(second, Place):
        return UNKNOWN
    found = named_relation(first, _surface(a), second, _surface(b), options.near_km)
    if not found.conflicts:
        return AGREE if found.agrees else UNKNOWN
    if not (first.certain and second.certain):
        return UNKNOWN  # a name that may mean anything contradicts nothing
    if _names(a, second, b) or _names(b, first, a):
        return UNKNOWN  # an article that names both places may tell of the one what the other tells of the other
    bad = level(options, found, stated=first.stated is not None and second.stated is not None)
    if bad == "ignore":
        return UNKNOWN
    certain = len(first.candidates) == len(second.candidates) == 1
    confidence = Confidence.HIGH if certain else Confidence.MEDIUM
    return Verdict(Outcome.CONTRADICT, _because(first, second, found), Severity(bad), confidence)


def level(options: Options, found: Relation, *, stated: bool = False, sets: bool = False) -> str:
    """How bad a relation is: by the options, else by the table; regions are as bad as countries where both names say which they are in.

    ``sets``: an article that names several places is one step less sure of each.
    """
    own: Level = getattr(options, found.value.replace("-", "_"), "default")
    if own != "default":
        return own
    usual = severity(found)
    if found is Relation.OTHER_REGION and stated:
        return "error"
    return "warning" if sets and usual == "error" else usual


def _names(claim: Claim, place: Place, where: Claim) -> bool:
    """Tell whether the article of ``claim`` names a place that another article claims."""
    name = where.document.text[place.start : place.end]
    flags = re.IGNORECASE if name.isupper() else 0  # the town of a dateline
    return re.search(rf"\b{re.escape(name)}\b", claim.document.text, flags) is not None


def _surface(claim: Claim) -> str:
    return claim.document.text[claim.reading.start : claim.reading.end]


_SAID = {
    Relation.SIBLINGS: "two places of one region",
    Relation.OTHER_REGION: "two regions of one country",
    Relation.OTHER_COUNTRY: "two countries",
    Relation.OTHER_WATER: "two waters",
    Relation.ACROSS_BORDER: "close, but on two sides of a border",
    Relation.OTHER_CONTINENT: "two continents",
    Relation.WRONG_PART: "not on that side of it",
    Relation.OFF_BORDER: "far from that border",
    Relation.OFFSET: "not as far off as that",
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
