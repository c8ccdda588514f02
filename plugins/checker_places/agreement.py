"""How two places stand to each other, and what that says of two location claims. The table is data (``agreement.txt``).

The charitable rule decides: two names conflict only if no plausible pair of what they may mean agrees. Measured on gold spans, it cut
false conflicts from 3.5 to 0.2 in a hundred.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Outcome, Severity
from checker.text.vocabulary import table
from checker_places.gazetteer import distance_km, division

if TYPE_CHECKING:
    from checker.model import Place, PlaceCandidate

_PACKAGE = "checker_places"
_LOOSE = frozenset({"near", "outside", "around", "off", "north of", "south of", "east of", "west of"})


class Relation(StrEnum):
    """How two location claims stand to each other, in the order of the table."""

    SAME = "same"
    CONTAINS = "contains"
    NEAR = "near"
    UNRESOLVED = "unresolved"
    DISPUTED = "disputed"
    AMBIGUOUS = "ambiguous"
    ACROSS_BORDER = "across-border"
    SIBLINGS = "siblings"
    OTHER_REGION = "other-region"
    OTHER_COUNTRY = "other-country"

    @property
    def verdict(self) -> tuple[Outcome, Severity | None]:
        """The table's outcome, and the severity of a conflict."""
        outcome, severity = (part.strip() for part in table(_PACKAGE, "agreement.txt")[self.value].split(","))
        return Outcome(outcome), None if severity == "none" else Severity(severity)

    @property
    def agrees(self) -> bool:
        """True where the table says that both may be true of one event."""
        return self.verdict[0] is Outcome.AGREE


def relation(a: Place, b: Place, near_km: float) -> Relation:
    """Return the relation of two resolved mentions. Symmetric. ``near_km``: as far apart, two places are one to a reporter."""
    if not a.candidates or not b.candidates:
        return Relation.UNRESOLVED
    reach = near_km * (2 if _loose(a) or _loose(b) else 1)
    best = _pair(a.candidates[0], b.candidates[0], reach)
    if best.agrees:
        return best
    if any(_pair(x, y, reach).agrees for x in a.candidates for y in b.candidates):
        return Relation.AMBIGUOUS
    return best


def _loose(place: Place) -> bool:
    return place.qualifier is not None and place.qualifier.casefold() in _LOOSE


def _pair(a: PlaceCandidate, b: PlaceCandidate, reach: float) -> Relation:
    if a.geonameid == b.geonameid:
        return Relation.SAME
    if a.geonameid in b.chain or b.geonameid in a.chain or _namesakes(a, b) or "L" in (a.feature, b.feature):
        return Relation.CONTAINS
    # A county's extent is not in the index: of two divisions of one state nothing more can be said.
    if "D" in (a.feature, b.feature):
        return Relation.UNRESOLVED if a.country == b.country else _abroad(a, b)
    distance = distance_km(a, b)
    close = (
        distance is not None
        and distance <= reach
        and "A" not in (a.feature, b.feature)
        and "C" not in (a.feature, b.feature)
    )
    if a.country != b.country:
        return Relation.ACROSS_BORDER if close else _abroad(a, b)
    if close:
        return Relation.NEAR
    if division(a) is not None and division(a) == division(b):
        return Relation.SIBLINGS
    return Relation.OTHER_REGION


def _abroad(a: PlaceCandidate, b: PlaceCandidate) -> Relation:
    if a.country is None or b.country is None:
        return Relation.UNRESOLVED
    also = _disputed()
    claimed = b.country in also.get(a.country, ()) or a.country in also.get(b.country, ())
    return Relation.DISPUTED if claimed else Relation.OTHER_COUNTRY


def _namesakes(a: PlaceCandidate, b: PlaceCandidate) -> bool:
    """A city and the division around it that bears its name: Ankara and Ankara, Panama and Panama."""
    return a.country == b.country and a.feature != b.feature and a.name.split()[0] == b.name.split()[0]


@cache
def _disputed() -> dict[str, tuple[str, ...]]:
    return {code: tuple(c.strip() for c in codes.split(",")) for code, codes in table(_PACKAGE, "disputed.txt").items()}
