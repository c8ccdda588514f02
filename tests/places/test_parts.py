"""Vague places: sides, borders, distances, adjectives, and what a bare name means where an article is at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker_places.agreement import Relation, relation_of_sets
from checker_places.standing import Standing, standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model import Place

    Find = Callable[..., dict[str, Place]]


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        (None, Standing()),
        ("in", Standing()),
        ("near", Standing(loose=True)),
        ("in northern", Standing("north")),
        ("along south-eastern coast of", Standing("southeast")),
        ("north of", Standing(loose=True)),
        ("10 km south of", Standing("south", 10.0)),
        ("six miles northeast of", Standing("northeast", 6 * 1.609344)),
        ("border with", Standing(loose=True, border=True)),
    ],
)
def test_qualifiers_are_read(qualifier: str | None, expected: Standing) -> None:
    assert standing(qualifier) == expected


@pytest.mark.parametrize(
    ("text", "words", "country", "role"),
    [
        ("Norway sent ships along its northern coast on Monday.", "northern coast", "NO", "location"),
        ("They moved with Latvia, a small member, on NATO's eastern flank.", "eastern flank", "LV", "location"),
        ("Troops from Hrodna stood near the border with Poland and Lithuania.", "border with Poland", "BY", "location"),
        ("Troops stood at the Grodnenskiy training range of Belarus.", "Grodnenskiy", None, None),
        ("Belarus drilled at the Gomelskiy training range.", "Gomelskiy", "BY", "location"),
        ("It broke down nine kilometres west of the old state's capital Vilnius.", "Vilnius", "LT", "location"),
        ("A 3-0 defeat to Reading ended their run.", "Reading", None, None),
        ("Eureka, Ill.", "Eureka", "US", "location"),
        ("(WXYQ) -- A lorry hit a wall in Oxford.", "Oxford", "US", "location"),
        ("(CXYQ) -- A lorry hit a wall in Cambridge.", "Cambridge", "CA", "location"),
        ("Two cars collided, Birmingham police say.", "Birmingham", "US", "location"),
        ("The Lebanon resident was flown to Nashville.", "Lebanon", "US", "location"),
    ],
)
def test_vague_places(find: Find, text: str, words: str, country: str | None, role: str | None) -> None:
    found = {name: place for name, place in find(text).items() if name.startswith(words)}
    if role is None:
        assert all(p.role != "location" for p in found.values())
    else:
        ((_, place),) = found.items()
        assert (place.role, place.best and place.best.country) == (role, country)


@pytest.mark.parametrize("text", ["Mr. Kowalski training hard won.", "The Polanski region of the film.", "its coast"])
def test_no_vague_place(find: Find, text: str) -> None:
    assert find(text) == {}


def test_the_countries_of_a_border_are_its_anchors(find: Find) -> None:
    found = find("Troops from Hrodna stood near the border with Poland and Lithuania.")
    border = found["border with Poland and Lithuania"]
    assert {a.country for a in border.anchors} == {"PL", "LT"}
    assert found["Poland"].role == found["Lithuania"].role == "modifier"


def test_what_stands_beside_a_name_states_its_country(find: Find) -> None:
    assert find("They met in Paris, Texas, on Monday.")["Paris"].stated == "US"
    assert find("They met in Crimea, Ukraine, on Monday.")["Crimea"].stated == "UA"
    assert find("They met in Paris on Monday.")["Paris"].stated is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("in Myanmar", "in Burma", Relation.ALIAS),
        ("in northern Norway", "in Tromsø", Relation.PART),
        ("in southern Norway", "in Tromsø", Relation.WRONG_PART),
        ("in the north of the country", "in Tromsø", Relation.PART),
        ("in the south of the country", "in Tromsø", Relation.UNRESOLVED),
        ("near the border with Poland", "in Hrodna", Relation.BORDER),
        ("near the border with Poland", "in Vitebsk", Relation.OFF_BORDER),
        ("80 miles north of Denver", "in Denver", Relation.OFFSET),
        ("5 miles north of Denver", "in Denver", Relation.NEAR),
        ("in Georgia", "in Kutaisi", Relation.CONTAINS),
        ("in Georgia", "in Macon", Relation.CONTAINS),
        ("in Springfield, Illinois", "in Springfield, Ohio", Relation.OTHER_REGION),
        ("in Columbus, Ohio", "in Columbus, Georgia", Relation.OTHER_REGION),
        ("in Crimea, Ukraine", "in Crimea, Russia", Relation.DISPUTED),
        ("in Europe", "in Vitebsk, Belarus", Relation.CONTAINS),
        ("in Asia", "in Vitebsk, Belarus", Relation.OTHER_CONTINENT),
        ("in Asia", "in Istanbul", Relation.CONTAINS),
        ("in Bergen and Oslo", "in Oslo", Relation.SAME),
        ("in Bergen and Oslo", "in Trondheim", Relation.OTHER_REGION),
        ("in the Baltic Sea", "off Odesa", Relation.OTHER_WATER),
    ],
)
def test_the_table_of_agreement(find: Find, one: str, other: str, expected: Relation) -> None:
    a, b = (
        [(p, name) for name, p in find(f"They met {words}.").items() if p.role == "location"] for words in (one, other)
    )
    assert relation_of_sets(a, b, 50) is expected
    assert relation_of_sets(b, a, 50) is expected


def test_a_set_without_members_is_unresolved() -> None:
    assert relation_of_sets([], [], 50) is Relation.UNRESOLVED
