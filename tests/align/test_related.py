"""Which two documents tell of one happening: by events, by names, and by the story they are said to tell."""

from __future__ import annotations

import pytest

from checker.align.events import align_events
from checker.align.likeness import Alike
from checker.align.related import Related
from checker.model import Annotations, Document, Published, Segment, SegmentKind


def documents(*, story: str | None, day: int = 1) -> tuple[Document, Document]:
    """Two documents published ``day - 1`` days apart."""
    return (
        Document("a", "a", "", (), published=Published(2024, 7, 1), story=story),
        Document("b", "b", "", (), published=Published(2024, 7, day), story=story),
    )


@pytest.mark.parametrize(
    ("shared", "story", "day", "related"),
    [
        ({"arlo venner", "lantern lounge"}, None, 1, True),
        ({"arlo venner"}, None, 1, False),
        ({"arlo venner"}, "s", 1, True),
        ({"arlo venner"}, "s", 30, False),
        ({"police", "county"}, "s", 1, False),
        (set(), "s", 1, False),
    ],
)
def test_names_and_a_stated_story(shared: set[str], story: str | None, day: int, related: bool) -> None:  # noqa: FBT001
    a, b = documents(story=story, day=day)
    named = {"a": frozenset(shared | {"delia marsh"}), "b": frozenset(shared | {"nora quill"})}
    pairs = Related(named, align_events([(a, ()), (b, ())], named))
    assert (pairs.why(a, b) is not None) is related
    assert pairs.why(a, b) == pairs.why(b, a)


@pytest.mark.parametrize(("story", "related"), [("s", True), (None, False)])
def test_undated_articles_of_a_stated_story(story: str | None, related: bool) -> None:  # noqa: FBT001
    a, b = Document("a", "a", "", (), story=story), Document("b", "b", "", (), story=story)
    named = {"a": frozenset({"arlo venner", "delia marsh"}), "b": frozenset({"arlo venner", "nora quill"})}
    pairs = Related(named, align_events([(a, ()), (b, ())], named))
    assert (pairs.why(a, b) is not None) is related


def test_a_telling_word_counts_as_a_name() -> None:
    a, b = documents(story=None)
    named = {"a": frozenset({"arlo venner"}), "b": frozenset({"arlo venner"})}
    pairs = Related(named, align_events([(a, ()), (b, ())], named))
    assert pairs.why(a, b) is None
    assert pairs.why(a, b, "ingots") is not None


def test_a_telling_word_alone_is_no_name() -> None:
    a, b = documents(story="s")
    named = {"a": frozenset({"arlo venner"}), "b": frozenset({"nora quill"})}
    pairs = Related(named, align_events([(a, ()), (b, ())], named))
    assert pairs.why(a, b, "ingots") is None


@pytest.mark.parametrize(("story", "related"), [("s", True), (None, False)])
def test_one_particular_is_enough_where_one_story_is_stated(story: str | None, related: bool) -> None:  # noqa: FBT001
    a, b = documents(story=story)
    named = {"a": frozenset({"arlo venner"}), "b": frozenset({"nora quill"})}
    pairs = Related(named, align_events([(a, ()), (b, ())], named))
    assert (pairs.why(a, b, particular="3-year-old") is not None) is related


@pytest.mark.parametrize(("least", "related"), [(-4.5, True), (50.0, False)])
def test_articles_alike_in_all_their_words(least: float, related: bool) -> None:  # noqa: FBT001
    told = [
        Document(id_, id_, text, (Segment(0, len(text), SegmentKind.BODY),), published=Published(2025, 5, 6))
        for id_, text in (
            ("a", "Salmonella was found in a jar of almond paste, and the mill recalled its almond paste from shops."),
            (
                "b",
                "The mill has stopped grinding after salmonella turned up in almond paste. Shops returned the paste.",
            ),
        )
    ]
    a, b = told
    none: dict[str, frozenset[str]] = {"a": frozenset(), "b": frozenset()}
    alike = Alike([(d, Annotations({})) for d in told], least)
    pairs = Related(none, align_events([(a, ()), (b, ())], none), alike=alike)
    assert (pairs.why(a, b) is not None) is related
    assert pairs.why(a, b) == pairs.why(b, a)
