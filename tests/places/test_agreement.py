"""Two places of one event: the agreement table, its options, and its laws."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.choices import StoryBy
from checker.engine import Engine
from checker.model import (
    Claim,
    Config,
    Document,
    Mention,
    Outcome,
    Passage,
    Place,
    PlaceCandidate,
    Severity,
)
from checker.read.jsonl import read_jsonl
from checker_places import place_agreement
from checker_places.agreement import Relation, relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker_places.gazetteer import Gazetteer

    Find = Callable[..., dict[str, Place]]

OPTIONS = place_agreement.Options()


def claim(reading: Mention, slot: str = "location", text: str = "somewhere or other") -> Claim:
    """A claim whose event is of no matter."""
    document = Document("d", "d.md", text, ())
    return Claim(document, Mention(0, 1), slot, reading, (Passage(reading.start, reading.end, "place"),))


def place(*candidates: PlaceCandidate, qualifier: str | None = "in", certain: bool = True) -> Place:
    """A location at the start of the text."""
    return Place(0, 9, "location", candidates, qualifier, certain=certain)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("in Kyiv", "in Kiev", Relation.SAME),
        ("in Zhanjiang", "in Guangdong", Relation.CONTAINS),
        ("in Zhanjiang", "in China", Relation.CONTAINS),
        ("in Tbilisi", "in Europe", Relation.CONTAINS),
        ("in the Black Sea", "off Odesa, Ukraine", Relation.CONTAINS),
        ("in Khartoum", "in Darfur", Relation.CONTAINS),
        ("in Leiden", "in Delft", Relation.NEAR),
        ("in Taipei, Taiwan", "in Beijing", Relation.DISPUTED),
        ("in Springfield", "in Springfield, Illinois", Relation.AMBIGUOUS),
        ("in the Black Sea", "in the Baltic Sea", Relation.OTHER_WATER),
        ("in Copenhagen, Denmark", "in Malmö, Sweden", Relation.ACROSS_BORDER),
        ("in Rimouski, Quebec", "in Montreal, Quebec", Relation.SIBLINGS),
        ("in Paris, Texas", "in Paris, Kentucky", Relation.OTHER_REGION),
        ("in Paris, Texas", "in Paris, France", Relation.OTHER_COUNTRY),
        ("in the Baltic Sea", "in Ankara", Relation.OTHER_WATER),
        ("in Darfur", "in Nairobi, Kenya", Relation.OTHER_COUNTRY),
    ],
)
def test_relations(find: Find, one: str, other: str, expected: Relation) -> None:
    a, b = (next(iter(find(f"They met {words} on Monday.").values())) for words in (one, other))
    assert relation(a, b, OPTIONS.near_km) is expected
    assert relation(b, a, OPTIONS.near_km) is expected


def town(places: Gazetteer, name: str) -> PlaceCandidate:
    """The largest town of a name."""
    return next(c for c in places.lookup(name) if c.feature == "P")


@pytest.mark.parametrize("certain", [(True, False), (False, True), (False, False)])
def test_a_name_that_may_mean_anything_contradicts_nothing(places: Gazetteer, certain: tuple[bool, bool]) -> None:
    oslo, rome = (
        claim(place(town(places, n), certain=c), text=f"{n:9}") for n, c in zip(("Oslo", "Rome"), certain, strict=True)
    )
    assert place_agreement.compare(OPTIONS, oslo, rome).outcome is Outcome.UNKNOWN


def test_a_place_not_in_the_gazetteer_conflicts_with_none(places: Gazetteer) -> None:
    assert relation(place(), place(places.lookup("Oslo")[0]), 50) is Relation.UNRESOLVED
    assert (
        place_agreement.compare(OPTIONS, claim(place()), claim(place(places.lookup("Oslo")[0]))).outcome
        is Outcome.UNKNOWN
    )


def test_near_reaches_twice_as_far(places: Gazetteer) -> None:
    bern, zurich = town(places, "Bern"), town(places, "Zurich")  # 95 km apart
    assert relation(place(bern), place(zurich), 50).conflicts
    assert relation(place(bern, qualifier="near"), place(zurich), 50) is Relation.NEAR


def test_an_article_that_names_both_places_contradicts_neither(places: Gazetteer) -> None:
    oslo, rome = (
        claim(place(town(places, "Oslo")), text="Oslo, Rome"),
        claim(place(town(places, "Rome")), text="Rome     "),
    )
    oslo, rome = (replace(c, reading=replace(c.reading, end=4)) for c in (oslo, rome))
    assert place_agreement.compare(OPTIONS, oslo, rome).outcome is Outcome.UNKNOWN


def test_options_set_distance_and_severity(places: Gazetteer) -> None:
    oslo, bergen, rome = (claim(place(town(places, n)), text=f"{n:9}") for n in ("Oslo", "Bergen", "Rome"))
    assert place_agreement.compare(OPTIONS, oslo, rome).severity is Severity.ERROR
    assert place_agreement.compare(OPTIONS, oslo, bergen).severity is Severity.WARNING
    far = place_agreement.Options(near_km=400)
    assert place_agreement.compare(far, oslo, bergen).outcome is Outcome.AGREE
    silent = place_agreement.Options(other_region="ignore")
    assert place_agreement.compare(silent, oslo, bergen).outcome is Outcome.UNKNOWN


def test_a_place_is_described_with_what_contains_it(places: Gazetteer) -> None:
    reading = place_agreement.describe(OPTIONS, claim(place(places.lookup("Zhanjiang")[0]), text="Zhanjiang"))
    assert (reading.value, reading.label) == ("1784990", "Zhanjiang, Guangdong, China")
    assert place_agreement.describe(OPTIONS, claim(place(), text="Dimbledon")).label == "Dimbledon"


coordinates = st.floats(-80, 80, allow_nan=False)
candidates = st.builds(
    lambda n, lat, lon, country, state, feature: PlaceCandidate(
        n, f"P{n}", lat, lon, country, (n, 1000 + state, 2000), feature
    ),
    st.integers(1, 6),
    coordinates,
    st.none() | coordinates,
    st.sampled_from(["CN", "TW", "US", None]),
    st.integers(0, 2),
    st.sampled_from("PADCHRL"),
)
readings = st.builds(
    lambda found, qualifier: place(*found, qualifier=qualifier),
    st.lists(candidates, max_size=3),
    st.sampled_from(["in", "near", None]),
)


@given(readings, readings)
def test_compare_is_symmetric(a: Place, b: Place) -> None:
    first, second = claim(a, text="Elmswick."), claim(b, text="Oakswick.")
    one, other = (place_agreement.compare(OPTIONS, x, y) for x, y in ((first, second), (second, first)))
    assert one == other


@given(readings)
def test_no_place_contradicts_itself(a: Place) -> None:
    first, second = claim(a, text="Elmswick."), claim(a, text="Oakswick.")
    assert place_agreement.compare(OPTIONS, first, second).outcome is not Outcome.CONTRADICT


@given(readings, readings, candidates)
def test_more_that_a_name_may_mean_never_makes_a_conflict(a: Place, b: Place, more: PlaceCandidate) -> None:
    wider = place(*b.candidates, more, qualifier=b.qualifier)
    if b.candidates and not relation(a, b, 50).conflicts:
        assert not relation(a, wider, 50).conflicts


class TestClaims:
    """Which places are claimed for an event."""

    def test_the_place_of_an_event_is_claimed(self, claims: Callable[[str, str], list[Claim]]) -> None:
        text = "France and Spain signed the treaty in Lisbon on Monday."
        (found,) = claims(text, "location")
        assert text[found.passages[0].start : found.passages[0].end] == "Lisbon"

    @pytest.mark.parametrize(
        "text",
        [
            "The treaty was signed on Monday, Lisbon said.",
            "LISBON (Reuters) - France and Spain signed the treaty on Monday.",
            "The Lisbon office reported that the treaty was signed on Monday.",
        ],
    )
    def test_other_mentions_are_not(self, claims: Callable[[str, str], list[Claim]], text: str) -> None:
        assert claims(text, "location") == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # Nothing in the article is in the country of the smaller namesakes.
        (
            "Chad and Niger signed a treaty in Geneva on Thursday.",
            "Chad and Niger signed a treaty in Vienna on Thursday.",
            ["error"],
        ),
        # Here something is.
        (
            "Ohio and Chad signed a pact in Geneva on Thursday.",
            "Ohio and Chad signed a pact in Vienna on Thursday.",
            [],
        ),
    ],
)
def test_well_known_cities_abroad_are_not_their_small_namesakes(first, second, expected):
    rows = [{"id": f"d{n}", "published": "2025-09-19", "text": text} for n, text in enumerate((first, second))]
    engine = Engine(Config(third_party=False, select=("places/event-location",), stories=StoryBy.RUN))
    documents = read_jsonl("\n".join(map(json.dumps, rows)).encode(), PurePosixPath("x.jsonl"))
    assert [f.severity for f in engine.check_documents(documents).findings] == expected
