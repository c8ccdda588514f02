"""The gazetteer of a run: names to candidates, read from the compiled index."""

from __future__ import annotations

import math
import sqlite3
import sys
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker.model import PlaceCandidate
from checker_places import build as builder
from checker_places.names import key

if TYPE_CHECKING:
    from pathlib import Path

EARTH_KM = 6371.0
_QUERY = """select p.id, p.name, p.country, p.admin1, p.lat, p.lon, p.population, p.feature, p.capital
    from name n join place p on p.id = n.id where n.key = ?"""


class Gazetteer:
    """Looks names up in one index file. Safe to share inside a process; look-ups are remembered."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(
            f"file:{path.as_posix()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._countries = {
            code: identity
            for identity, code in self._connection.execute(
                "select id, country from place where feature in ('C', 'A', 'L') and feature = 'C'"
            )
        }
        self._names = dict(self._connection.execute("select id, name from place where feature in ('C', 'A', 'L')"))
        self.lookup = lru_cache(maxsize=50_000)(self._lookup)

    def _lookup(self, name: str) -> tuple[PlaceCandidate, ...]:
        """Every place of that name in any spelling, the most prominent first."""
        found = [self._candidate(row) for row in self._connection.execute(_QUERY, (key(name),))]
        return tuple(sorted(found, key=lambda c: (-c.score, c.geonameid)))

    def label(self, candidate: PlaceCandidate) -> str:
        """The name with what contains it: "Zhanjiang, Guangdong, China"."""
        parts = [candidate.name, *(self._names.get(i, "") for i in candidate.chain[1:])]
        return ", ".join(dict.fromkeys(p for p in parts if p))

    def _candidate(
        self, row: tuple[int, str, str, int | None, float | None, float | None, int, str, int]
    ) -> PlaceCandidate:
        identity, name, country, admin1, lat, lon, population, feature, capital = row
        nation = self._countries.get(country)
        chain = tuple(dict.fromkeys(i for i in (identity, admin1, nation) if i is not None))
        score = math.log10(population + 10) + _PROMINENCE[feature] + 1.5 * capital
        return PlaceCandidate(identity, name, lat, lon, country or None, chain, feature, population, round(score, 3))


# A bare "Mexico" is the country, a bare "New York" the city more often than the state; counties are seldom meant by their bare name.
_PROMINENCE = {"C": 4.0, "L": 9.0, "A": -0.3, "P": 0.0, "D": -1.0}


def distance_km(a: PlaceCandidate, b: PlaceCandidate) -> float | None:
    """The great-circle distance of two places in kilometres; None where either has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat1, lat2 = math.radians(a.lat), math.radians(b.lat)
    step = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, step)))


@cache
def open_gazetteer() -> Gazetteer:
    """Open the index of the installed data, building it first where there is none; one per process."""
    path = builder.index_path()
    if not path.exists():
        path = builder.build(lambda step: print(step, file=sys.stderr))
    return Gazetteer(path)
