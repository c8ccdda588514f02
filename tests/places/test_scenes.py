"""Scenes: the town an article is set in, by all its signs, and two articles set in two towns."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest

from checker.annotate import annotate, order
from checker.model import Claim, Document, Outcome, Segment, SegmentKind
from checker.text.extractors import CORE
from checker_places import scene_agreement
from checker_places.addresses import ADDRESSES
from checker_places.extract import PLACES
from checker_places.scenes import SCENES, Scene, Sign

if TYPE_CHECKING:
    from collections.abc import Callable

    Claims = Callable[[str, str], list[Claim]]

OPTIONS = scene_agreement.Options()


def verdict(claims: Claims, one: str, other: str) -> Outcome:
    """The worst that two articles' scenes mean to each other, asked both ways."""
    one, other = (f"{text} Arlo Venner, 31, is better." for text in (one, other))
    pairs = list(product(claims(one, "scene"), claims(other, "scene")))
    there = {scene_agreement.compare(OPTIONS, a, b).outcome for a, b in pairs}
    back = {scene_agreement.compare(OPTIONS, b, a).outcome for a, b in pairs}
    assert there == back
    return Outcome.CONTRADICT if Outcome.CONTRADICT in there else Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("text", "town", "sign"),
    [
        ("Toledo police said two men were shot.", "Toledo", Sign.BODY),
        ("Two men were shot, police in Toledo said.", "Toledo", Sign.BODY),
        ("Two men were shot in Toledo on Sunday.", "Toledo", Sign.EVENT),
        ("A fight at a Toledo nightclub ended badly.", "Toledo", Sign.EVENT),
        ("A fight at a Toledo barbershop ended badly.", "Toledo", Sign.EVENT),
        ("A fight in a home on Toledo's South Side ended badly.", "Toledo", Sign.EVENT),
        ("Two men were shot in Southwest Knoxville Sunday.", "Knoxville", Sign.EVENT),
        ("A Toledo man was shot on Sunday.", "Toledo", Sign.RESIDENT),
        ("TOLEDO (AP) - Two men were shot.", "TOLEDO", Sign.DATELINE),
        ("The Rovers took revenge on a bitter evening in Toledo.", "Toledo", Sign.EVENT),
        ("They slept in a gym in Toledo, where the match was played.", "Toledo", Sign.EVENT),
        ("They slept in a gym in Toledo.", "Toledo", Sign.NEAR),
        ("Two men were shot on Sunday in southeast Toledo late last night.", "Toledo", Sign.EVENT),
    ],
)
def test_signs(claims: Claims, text: str, town: str, sign: Sign) -> None:
    readings = [c.reading for c in claims(text, "scene")]
    assert {(r.mark.name, r.mark.sign) for r in readings if isinstance(r, Scene)} == {(town, sign)}


@pytest.mark.parametrize("text", ["Ohio police said so.", "He read of Toledo.", "He reads the Toledo Blade."])
def test_what_is_no_sign(claims: Claims, text: str) -> None:
    assert claims(text, "scene") == []


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("Toledo police said two men were shot.", "Cincinnati police said two men were shot.", Outcome.CONTRADICT),
        (
            "Toledo police said two men were shot.",
            "Two men were shot at a Cincinnati bar, police said.",
            Outcome.CONTRADICT,
        ),
        # One town is as near as the other names; or the other is named, too.
        ("Toledo police said two men were shot.", "Toledo firefighters found two men shot.", Outcome.UNKNOWN),
        (
            "Toledo police said two men were shot.",
            "Cincinnati police said two men of Toledo were shot.",
            Outcome.UNKNOWN,
        ),
        ("Dallas police said two men were shot.", "Plano police said two men were shot.", Outcome.UNKNOWN),
        ("New York City police said two men were shot.", "Brooklyn police said two men were shot.", Outcome.UNKNOWN),
        # Two cities of much the same size are no suburbs of each other.
        ("Dallas police said two men were shot.", "Fort Worth police said two men were shot.", Outcome.CONTRADICT),
        # Parts of one city lie near, and are not one.
        ("Police in Brooklyn said two men were shot.", "Police in Queens said two men were shot.", Outcome.CONTRADICT),
        # A home is no scene.
        ("Toledo police said two men were shot.", "A Cincinnati man was shot.", Outcome.UNKNOWN),
        ("Two men were shot in Toledo.", "Two men were shot in Cincinnati.", Outcome.CONTRADICT),
        # "Hillsborough" is short for the county; and every city has a North Side.
        (
            "Tampa police and Hillsborough deputies said two men were shot. The Hillsborough County Sheriff's Office is there.",
            "Jacksonville police said two men were shot.",
            Outcome.CONTRADICT,
        ),
        ("Two men were shot on the West Side.", "Cincinnati police said two men were shot.", Outcome.UNKNOWN),
        # An attack may be a shooting.
        ("An attack in Toledo left two men dead.", "Two men were shot in Cincinnati.", Outcome.CONTRADICT),
        # Another event, and a dateline of elsewhere.
        ("Toledo police said two men were shot.", "Cincinnati firefighters fought a blaze.", Outcome.UNKNOWN),
        ("Toledo police said two men were shot.", "CINCINNATI (AP) - Two men were shot.", Outcome.UNKNOWN),
        # A quarter that has the name of a far town is none.
        (
            "Toledo police said two men were shot.",
            "Two men were shot in Elmwood Park, officials said.",
            Outcome.UNKNOWN,
        ),
    ],
)
def test_two_articles(claims: Claims, one: str, other: str, outcome: Outcome) -> None:
    assert verdict(claims, one, other) is outcome


@pytest.mark.parametrize(
    ("shared", "outcome"),
    [
        ("Arlo Venner is better.", Outcome.CONTRADICT),
        ("They met at the Brackenmoor.", Outcome.UNKNOWN),
        ("The 19-year-old left the Brackenmoor Lounge.", Outcome.CONTRADICT),
        ("It is in the 400 block of Elm Street.", Outcome.CONTRADICT),
        ("Call Crime Stoppers. The Police Department looks for a Ford. He is in St. Mary's Hospital.", Outcome.UNKNOWN),
    ],
)
def test_two_towns_are_two_happenings_unless_particulars_say_one(claims: Claims, shared: str, outcome: Outcome) -> None:
    towns = [claims(f"{town} police said two men were shot. {shared}", "scene") for town in ("Toledo", "Memphis")]
    found = {scene_agreement.compare(OPTIONS, a, b).outcome for a, b in product(*towns)}
    assert found == {outcome}


def test_the_name_of_a_site_is_no_part_of_the_headline(find_scene: Callable[[str, str], Scene]) -> None:
    scene = find_scene("Toledo police said so.", "Two men shot on Sunday night - Memphis News Now")
    assert "toledo" in scene.named
    assert "memphis" not in scene.named
    assert {m.name for m in scene.marks} == {"Toledo"}


def test_where_one_story_is_stated_one_particular_is_enough(claims: Claims) -> None:
    texts = [f"{town} police said two men were shot. They met at the Brackenmoor." for town in ("Toledo", "Memphis")]
    told = [
        [replace(c, document=replace(c.document, story=story)) for c in claims(text, "scene")]
        for text, story in zip(texts, ("s", "s"), strict=True)
    ]
    assert {scene_agreement.compare(OPTIONS, a, b).outcome for a, b in product(*told)} == {Outcome.CONTRADICT}


@pytest.fixture
def find_scene() -> Callable[[str, str], Scene]:
    """Text and headline to the first scene."""

    def find_scene(text: str, title: str) -> Scene:
        whole = f"{text}\n\n{title}"
        segments = (
            Segment(0, len(text), SegmentKind.BODY),
            Segment(len(text) + 2, len(whole), SegmentKind.HEADLINE),
        )
        document = Document("d", "d", whole, segments, title, title_start=len(text) + 2)
        annotations, _ = annotate(document, order([*CORE, PLACES, ADDRESSES, SCENES])[0])
        reading = next(c.reading for c in annotations.claims() if c.slot == "scene")
        assert isinstance(reading, Scene)
        return reading

    return find_scene


@pytest.mark.parametrize(("title", "towns"), [("Two Shot in Brooklyn Park", set()), ("Two Shot in Toledo", {"Toledo"})])
def test_a_town_and_its_park_in_the_capitals_of_a_headline_are_no_town(
    find_scene: Callable[[str, str], Scene], title: str, towns: set[str]
) -> None:
    scene = find_scene("Police in Cincinnati, far away, said nothing.", title)
    assert {m.name for m in scene.marks} - {"Cincinnati"} == towns
