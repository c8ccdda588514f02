"""Offsets: how far from a town something lies, and which way."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from checker.model import Outcome
from checker_places import offset_agreement
from checker_places.offsets import Offset

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model import Claim

    Claims = Callable[[str, str], list[Claim]]

OPTIONS = offset_agreement.Options()
WEST = "A fire broke out in Sandusky, a town of 25,000 about 60 miles west of Cleveland."


@pytest.mark.parametrize(
    ("text", "key", "km", "bearing"),
    [
        (WEST, "sandusky from cleveland", 96.6, 270),
        ("Sandusky is 100 km west of Cleveland.", "sandusky from cleveland", 100.0, 270),
        ("Sandusky lies about sixty miles (97 km) northwest of Cleveland.", "sandusky from cleveland", 96.6, 315),
        ("An explosion happened 20 miles south of Aden.", "explosion from aden", 32.2, 180),
    ],
)
def test_what_lies_where(claims: Claims, text: str, key: str, km: float, bearing: int) -> None:
    (offset,) = [c.reading for c in claims(text, "offset") if isinstance(c.reading, Offset)]
    assert (offset.key, round(offset.km or 0, 1), offset.bearing) == (key, km, bearing)


@pytest.mark.parametrize(
    "text",
    [
        "He drove 60 miles west of Cleveland.",
        "It is 60 miles west of here.",
        "A fire broke out in Sandusky. He lives 60 miles west of Cleveland.",
        "Sandusky is 60 miles west of Cleveland. Sandusky is 60 miles east of Cleveland.",  # which of them is said elsewhere?
    ],
)
def test_what_is_no_offset(claims: Claims, text: str) -> None:
    assert claims(text, "offset") == []


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        ("60 miles west", Outcome.AGREE),
        ("100 kilometers northwest", Outcome.AGREE),
        ("70 miles west", Outcome.AGREE),
        ("110 miles west", Outcome.CONTRADICT),
        ("60 miles east", Outcome.CONTRADICT),
        ("60 miles northeast", Outcome.CONTRADICT),
        ("60 miles south", Outcome.UNKNOWN),
    ],
)
def test_two_articles(claims: Claims, other: str, outcome: Outcome) -> None:
    pairs = list(product(claims(WEST, "offset"), claims(f"Sandusky is {other} of Cleveland.", "offset")))
    assert {offset_agreement.compare(OPTIONS, a, b).outcome for a, b in pairs} == {outcome}
    assert {offset_agreement.compare(OPTIONS, b, a).outcome for a, b in pairs} == {outcome}


def test_the_map_decides_between_two_directions(claims: Claims) -> None:
    west, south, southwest = (
        claims(f"A fire broke out in Toledo, Ohio. Toledo is 110 miles {way} of Cleveland.", "offset")[0]
        for way in ("west", "south", "southwest")
    )
    assert offset_agreement.compare(OPTIONS, west, south).outcome is Outcome.CONTRADICT
    assert offset_agreement.compare(OPTIONS, west, southwest).outcome is Outcome.AGREE


def test_what_lies_between_two_directions_may_bear_both(claims: Claims) -> None:
    one, other = (claims(f"An explosion happened 20 miles {way} of Aden.", "offset")[0] for way in ("south", "west"))
    assert offset_agreement.compare(OPTIONS, one, other).outcome is Outcome.UNKNOWN
