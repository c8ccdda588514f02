"""The coordinates made by hand, against the gazetteer: a sign or a code mistyped would put them on the other side of the world."""

from __future__ import annotations

import math
import sqlite3
from collections import defaultdict
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING

import pytest

from checker.text.vocabulary import table
from checker_places import build
from checker_places.gazetteer import EARTH_KM, distance_km, on_the_sphere

if TYPE_CHECKING:
    from checker_places.gazetteer import Gazetteer

_EDGE = 2.0  # degrees that a country reaches beyond its towns
# Kilometres from the point to the nearest town of the nearest country, and of the farthest.
_REACH = {"waters.txt": (1500, 3500), "regions.txt": (300, 5000)}


@cache
def _cells() -> dict[str, set[tuple[int, int]]]:
    """The degrees of latitude and longitude in which a country has towns, by its code."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    with closing(sqlite3.connect(build.index_path())) as index:
        for code, lat, lon in index.execute(
            "select country, lat, lon from place where feature = 'P' and lat is not null"
        ):
            found[code].add((round(lat), round(lon)))
    return found


def _nearest(lat: float, lon: float, code: str) -> float:
    """Kilometres from a point to the nearest towns of a country, good to a hundred."""
    point = on_the_sphere(lat, lon)
    return min(EARTH_KM * math.dist(point, on_the_sphere(*cell)) for cell in _cells()[code])


@pytest.mark.parametrize(("code", "point"), sorted(table("checker_places", "centres.txt").items()))
def test_the_centre_of_a_country_lies_in_it(places: Gazetteer, code: str, point: str) -> None:
    lat, lon = map(float, point.split(","))
    country = places.country_of(code)
    assert country is not None
    extent = places.extent(country)
    if extent is not None:
        south, west, north, east = extent
        assert south - _EDGE <= lat <= north + _EDGE
        assert west - _EDGE <= lon <= east + _EDGE
    assert _nearest(lat, lon, code) < 600


@pytest.mark.parametrize(
    ("file", "name", "value"),
    [(file, name, value) for file in _REACH for name, value in sorted(table("checker_places", file).items())],
)
def test_waters_and_regions_lie_by_their_countries(file: str, name: str, value: str) -> None:
    lat, lon, codes = value.split(",", 2)
    away = {code: _nearest(float(lat), float(lon), code) for code in codes.split()}
    nearest, farthest = _REACH[file]
    assert not away or (min(away.values()) < nearest and max(away.values()) < farthest), f"{name}: {away}"


def test_the_measure_finds_a_point_far_off() -> None:
    assert _nearest(47.0, 8.0, "CH") < 150
    assert _nearest(-47.0, 8.0, "CH") > 8000


def test_a_label_names_a_city_once(places: Gazetteer) -> None:
    labels = {name: places.label(places.lookup(name)[0]) for name in ("Geneva", "Zhanjiang", "Munich")}
    assert labels["Geneva"] == "Geneva, Switzerland"
    assert labels["Zhanjiang"] == "Zhanjiang, Guangdong, China"


def test_distances_are_those_of_the_map(places: Gazetteer) -> None:
    one, other = (places.lookup(name)[0] for name in ("Geneva", "Zurich"))
    assert round(distance_km(one, other) or 0, -1) == pytest.approx(220, abs=20)
