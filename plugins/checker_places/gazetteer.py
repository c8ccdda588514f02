"""The gazetteer of a run: names to candidates, read from the compiled index."""

from __future__ import annotations

import math
import sqlite3
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from checker.model import PlaceCandidate
from checker.text.vocabulary import table
from checker_places import build as builder
from checker_places.names import key
from checker_places.progress import Bar
from checker_places.sieve import Sieve

if TYPE_CHECKING:
    from pathlib import Path

EARTH_KM = 6371.0
_QUERY = """select p.id, p.name, p.country, p.admin1, p.admin2, p.lat, p.lon, p.population, p.feature, p.capital, n.alternate
    from name n join place p on p.id = n.id where n.key = ?"""
_REMEMBERED = 50_000
_MAPPED = 1 << 27  # bytes: the whole file, read as memory that the system shares and takes back
_FEWEST = 8  # towns below which nothing is known of the extent of a country

# A bare "Mexico" is the country, a bare "New York" the city more often than the state; counties are seldom meant by their bare name.
_PROMINENCE = {"C": 4.0, "L": 9.0, "A": -0.3, "P": 0.0, "D": -1.0}
_CAPITAL = 1.5
_ALTERNATE = -2.0  # a name that is not the place's own: Philadelphia was once a name of Amman


class Gazetteer:
    """Looks names up in one index file. Safe to share inside a process; look-ups are remembered."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._connection.execute(f"pragma mmap_size={_MAPPED}")
        self._countries: dict[str, int] = dict(
            self._connection.execute("select country, id from place where feature in ('C', 'A', 'L') and feature = 'C'")
        )
        self.lookup = lru_cache(maxsize=_REMEMBERED)(self._lookup)
        self._name = lru_cache(maxsize=_REMEMBERED)(self._name_of)
        self._points = lru_cache(maxsize=64)(self._all_points)

    @cached_property
    def sieve(self) -> Sieve:
        """What tells of a folded name that looking it up would find nothing."""
        return Sieve(bytes(self._connection.execute("select bits from sieve").fetchone()[0]))

    def _lookup(self, name: str) -> tuple[PlaceCandidate, ...]:
        """Every place of that name in any spelling, the most prominent first."""
        wanted = key(name)
        if not self.sieve.holds(wanted):
            return ()
        found = [self._candidate(row) for row in self._connection.execute(_QUERY, (wanted,))]
        found.sort(key=lambda c: (-c.score, c.geonameid))
        return tuple(found)

    def label(self, candidate: PlaceCandidate) -> str:
        """The name with what contains it: "Zhanjiang, Guangdong, China"."""
        # The canton of Geneva is "Genève" in the index, and says nothing beside the city.
        above = [i for i in candidate.chain[1:-1] if not self._bears(i, candidate.name)]
        parts = [candidate.name, *map(self._name, (*above, *candidate.chain[-1:]))]
        # "Madrid, Comunidad de" is how an index sorts it, not how anybody writes it.
        return ", ".join(dict.fromkeys(p for p in parts if p and "," not in p))

    def _bears(self, geonameid: int, name: str) -> bool:
        """Tell whether a name is one of a place's."""
        query = "select 1 from name where key = ? and id = ?"
        return self._connection.execute(query, (key(name), geonameid)).fetchone() is not None

    def _name_of(self, geonameid: int) -> str:
        row = self._connection.execute(
            "select name from place where id = ? and feature in ('C', 'A', 'L')", (geonameid,)
        ).fetchone()
        return row[0] if row else ""

    def country(self, code: str) -> int | None:
        """The GeoNames id of a country by its ISO 3166-1 alpha-2 code."""
        return self._countries.get(code)

    def country_of(self, code: str) -> PlaceCandidate | None:
        """The country of an ISO code as a candidate."""
        return self.place(self._countries.get(code))

    def place(self, geonameid: int | None) -> PlaceCandidate | None:
        """The place of a GeoNames id, if the index has it."""
        rows = self._connection.execute(
            "select id, name, country, admin1, admin2, lat, lon, population, feature, capital, 0 from place where id = ?",
            (geonameid,),
        )
        return next((self._candidate(row) for row in rows), None)

    def extent(self, area: PlaceCandidate) -> tuple[float, float, float, float] | None:
        """The south, west, north and east ends of a country or first-order division, in degrees, by its towns but the outermost."""
        column, value = ("country", area.country) if area.feature == "C" else ("admin1", area.geonameid)
        points = self._points(column, value)
        if len(points) < _FEWEST:
            return None
        lats, lons = (sorted(p[n] for p in points) for n in (0, 1))
        cut = len(points) // 100  # Alaska is not what "the western United States" is measured by
        return lats[cut], lons[cut], lats[-1 - cut], lons[-1 - cut]

    def near_country(self, place: PlaceCandidate, code: str, km: float) -> bool:
        """Tell whether a town of a country lies within ``km`` kilometres of a place."""
        return any(
            (d := distance_km(place, PlaceCandidate(0, "", lat, lon, code))) is not None and d <= km
            for lat, lon in self._points("country", code)
        )

    def _all_points(self, column: str, value: object) -> tuple[tuple[float, float], ...]:
        query = f"select lat, lon from place where {column} = ? and feature = 'P'"  # noqa: S608  one of two names of columns
        return tuple(self._connection.execute(query, (value,)))

    def _candidate(self, row: tuple[Any, ...]) -> PlaceCandidate:
        identity, name, country, admin1, admin2, lat, lon, population, feature, capital, alternate = row
        chain: tuple[int, ...] = (identity,)
        for above in (admin2, admin1, self._countries.get(country)):
            if above is not None and above not in chain:
                chain += (above,)
        score = math.log10(population + 10) + _PROMINENCE[feature] + (_ALTERNATE if alternate else _CAPITAL * capital)
        return PlaceCandidate(identity, name, lat, lon, country or None, chain, feature, population, round(score, 3))


def division(candidate: PlaceCandidate) -> int | None:
    """The GeoNames id of the first-order division (state, province) that a candidate is or lies in."""
    if candidate.feature == "A":
        return candidate.geonameid
    return candidate.chain[-2] if len(candidate.chain) > 2 else None


def distance_km(a: PlaceCandidate, b: PlaceCandidate) -> float | None:
    """The great-circle distance of two places in kilometres; None where either has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    one, other = on_the_sphere(a.lat, a.lon), on_the_sphere(b.lat, b.lon)
    return 2 * EARTH_KM * math.asin(min(1.0, math.dist(one, other) / 2))


@lru_cache(maxsize=_REMEMBERED)
def on_the_sphere(lat: float, lon: float) -> tuple[float, float, float]:
    """The point of a latitude and a longitude, in degrees, on a sphere of radius 1."""
    phi, theta = math.radians(lat), math.radians(lon)
    return math.cos(phi) * math.cos(theta), math.cos(phi) * math.sin(theta), math.sin(phi)


@cache
def wide_areas() -> dict[str, PlaceCandidate]:
    """Named waters (feature H) and regions (feature R), which no package has: ids below zero, since GeoNames' are not known."""
    found: dict[str, PlaceCandidate] = {}
    for feature, name, value in _wide_rows():
        lat, lon, *_ = (part.strip() for part in value.split(","))
        number = -1 - len(found)
        found.setdefault(name, PlaceCandidate(number, name, float(lat), float(lon), None, (number,), feature, 0, 9.0))
    return found


@cache
def continents_of(country: str) -> frozenset[str]:
    """The continents, by name, that a country of this ISO code lies on: two for Turkey."""
    rows = table(builder.PACKAGE, "continents-of.txt").items()
    return frozenset(name for name, codes in rows if country in codes.split())


@cache
def countries_of() -> dict[int, frozenset[str]]:
    """The ids of :func:`wide_areas` to the ISO codes of the countries that lie in the region or beside the water; none means unknown."""
    areas = wide_areas()
    return {areas[name].geonameid: frozenset(value.split(",", 2)[2].split()) for _, name, value in _wide_rows()}


def _wide_rows() -> list[tuple[str, str, str]]:
    return [
        (f, n, v)
        for f, file in (("H", "waters.txt"), ("R", "regions.txt"))
        for n, v in table(builder.PACKAGE, file).items()
    ]


@cache
def open_gazetteer() -> Gazetteer:
    """Open the index of the installed data, building it first where there is none; one per process."""
    for path in (builder.index_path(), builder.fallback_path()):
        if path.exists():
            return Gazetteer(path)
    return Gazetteer(builder.build(Bar()))
