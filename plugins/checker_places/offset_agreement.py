"""Rule kind ``offset-agreement``: one thing seen from one town, in two directions or at two distances."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_places.gazetteer import distance_km
from checker_places.offsets import Offset
from checker_places.standing import BEARINGS

if TYPE_CHECKING:
    from checker.model import PlaceCandidate

_OPPOSITE = 135  # degrees between two directions from which on no way of rounding makes them one
_ASIDE = 90  # degrees; "south" and "west" may both be said of what lies southwest
_WRONG = 67.5  # degrees that a direction may be off by rounding and the size of towns
_ALIKE = 45  # degrees
_WAYS = {degrees: way for way, degrees in BEARINGS.items()}


@frozen()
class Options:
    """``times``: how many times as far is another distance, by road or as the crow flies, if ``km`` or more lie between them."""

    times: float = 1.5
    km: float = 15.0


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where one direction excludes the other, or one distance is many times the other."""
    first, second = a.reading, b.reading
    if not isinstance(first, Offset) or not isinstance(second, Offset) or first.key != second.key:
        return UNKNOWN
    angle = abs(first.bearing - second.bearing)
    angle = min(angle, 360 - angle)
    if angle >= _OPPOSITE:
        return Verdict(Outcome.CONTRADICT, "two directions from one town", None, Confidence.HIGH)
    if angle >= _ASIDE:
        known = _bearing(first) if _bearing(first) is not None else _bearing(second)
        off = max((_between(known, o.bearing) for o in (first, second)), default=0.0) if known is not None else 0.0
        if known is None or off <= _WRONG:
            return UNKNOWN
        way = _WAYS[round(known / 45) * 45 % 360]
        return Verdict(Outcome.CONTRADICT, f"on the map it lies {way} of it", Severity.WARNING, Confidence.MEDIUM)
    if angle > _ALIKE or first.km is None or second.km is None:
        return UNKNOWN
    near, far = sorted((first.km, second.km))
    if far < options.times * near or far - near < options.km:
        return AGREE
    distance = distance_km(first.town, first.anchor) if first.town and first.anchor else None
    because = f"two distances; {distance:.0f} km on the map" if distance else "two distances"
    return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)


def _bearing(offset: Offset) -> float | None:
    """The direction in which the gazetteer has the town from the other, in degrees from north; None where it is not sure of both."""
    town, origin = offset.town, offset.anchor
    if town is None or origin is None:
        return None
    return _towards(origin, town)


def _towards(a: PlaceCandidate, b: PlaceCandidate) -> float | None:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat1, lat2, turn = math.radians(a.lat), math.radians(b.lat), math.radians(b.lon - a.lon)
    east = math.sin(turn) * math.cos(lat2)
    north = math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(turn)
    return math.degrees(math.atan2(east, north)) % 360


def _between(one: float, other: float) -> float:
    turn = abs(one - other) % 360
    return min(turn, 360 - turn)


def describe(_options: Options, claim: Claim) -> Reading:
    """The offset in the words of the article."""
    words = " ".join(claim.document.text[claim.reading.start : claim.reading.end].split())
    return Reading(words.casefold(), words)


KIND = RuleKind("offset-agreement", Referent.THING, "offset", Options, compare, describe, "the way to {title}")
