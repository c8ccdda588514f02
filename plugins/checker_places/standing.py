"""How a claim stands to the place it names: in it, near it, in a part of it, a way off. Read from the words before (and behind) the name.

"Near", "off the southern coast of", "60 miles southwest of", "along southern coast": what :class:`checker.model.Place` keeps as qualifier.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.text.numerals import number
from checker_places.gazetteer import EARTH_KM

if TYPE_CHECKING:
    from checker.model import PlaceCandidate

_LOOSE = frozenset({"near", "outside", "around", "off", "suburb", "suburbs", "outskirts", "border"})
_OFFSET = re.compile(
    r"(?P<n>\d[\d,.]*|[a-z-]+)\s(?:\w+\s)?(?P<unit>miles?|kilometers?|kilometres?|km)\s(?P<to>[a-z-]+)\sof\Z",
    re.IGNORECASE,
)
_SIDE = re.compile(r"\b(?P<ns>north|south)?-?(?P<ew>east|west)?(?:ern)?\b", re.IGNORECASE)
_MILE = 1.609344
BEARINGS = {
    "north": 0,
    "northeast": 45,
    "east": 90,
    "southeast": 135,
    "south": 180,
    "southwest": 225,
    "west": 270,
    "northwest": 315,
}


@frozen()
class Standing:
    """``side``: the part of the place, as "north", "southeast", ...; ``km``: how far off, towards ``side``; ``loose``: near, not in."""

    side: str | None = None
    km: float | None = None
    loose: bool = False
    border: bool = False


@lru_cache(maxsize=4096)
def standing(qualifier: str | None) -> Standing:
    """Read a qualifier; None and a bare "in" stand for the place itself."""
    folded = " ".join((qualifier or "").casefold().split())
    if match := _OFFSET.search(folded):
        amount = number(match.group("n").replace(",", "")) if match.group("n").isalpha() else _value(match.group("n"))
        side = _direction(match.group("to"))
        if amount is not None and side is not None:
            return Standing(side, float(amount) * (_MILE if match.group("unit").startswith("mile") else 1.0))
    if folded.startswith("border"):
        return Standing(border=True, loose=True)
    side = next((s for w in folded.split() if (s := _direction(w))), None)
    if folded.endswith(" of") and _direction(folded.split()[-2]) and not folded.startswith(("in ", "on ")):
        return Standing(loose=True)  # "north of Lisbon": outside, at no stated distance
    return Standing(side, loose=any(w in _LOOSE for w in folded.split()))


def _value(figure: str) -> float | None:
    try:
        return float(figure.replace(",", ""))
    except ValueError:
        return None


def _direction(word: str) -> str | None:
    match = _SIDE.fullmatch(word)
    return ((match.group("ns") or "") + (match.group("ew") or "")).casefold() or None if match else None


def moved(place: PlaceCandidate, found: Standing) -> PlaceCandidate:
    """Return where "60 miles southwest of" a place is: a point of its own, in the same country as far as anybody can say."""
    if found.km is None or found.side is None or place.lat is None or place.lon is None:
        return place
    angle, arc = math.radians(BEARINGS[found.side]), found.km / EARTH_KM
    lat1, lon1 = math.radians(place.lat), math.radians(place.lon)
    lat = math.asin(math.sin(lat1) * math.cos(arc) + math.cos(lat1) * math.sin(arc) * math.cos(angle))
    lon = lon1 + math.atan2(
        math.sin(angle) * math.sin(arc) * math.cos(lat1), math.cos(arc) - math.sin(lat1) * math.sin(lat)
    )
    return replace(
        place,
        geonameid=-place.geonameid,
        lat=math.degrees(lat),
        lon=math.degrees(lon),
        chain=(-place.geonameid, *place.chain[1:]),
    )
