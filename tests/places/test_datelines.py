"""Datelines: what happened "here", and in a town of the dateline's name."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from checker.annotate import annotate, order
from checker.model import Document, Outcome, Segment, SegmentKind
from checker.text.extractors import CORE
from checker_dates.extract import TIMEXES
from checker_places import dateline_agreement, place_agreement
from checker_places.claims import CLAIMS
from checker_places.extract import PLACES

if TYPE_CHECKING:
    from checker.model import Claim


def claims(dateline: str, body: str, slot: str) -> list[Claim]:
    """The claims that an article with a dateline makes in a slot."""
    text, at = f"{dateline} — {body}", len(dateline) + 3
    parts = (Segment(0, at, SegmentKind.DATELINE), Segment(at, len(text), SegmentKind.BODY))
    document = Document("d", "d.md", text, parts)
    extractors, problems = order([*CORE, TIMEXES, PLACES, CLAIMS])
    annotations, raised = annotate(document, extractors)
    assert not problems
    assert not raised
    return [c for c in annotations.claims() if c.slot == slot]


def words(claim: Claim) -> str:
    """The first passage of a claim."""
    return claim.document.text[claim.passages[0].start : claim.passages[0].end]


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ("A night train derailed here on Saturday.", ["here"]),
        ("A night train derailed in this mill town on Saturday.", ["in this mill town"]),
        ('"A night train derailed here on Saturday," a man said.', []),
        ("“A night train derailed here on Saturday,” a man said.", []),
        ('"I ran," a man said of the train that derailed here.', ["here"]),
        ("A night train from here derailed on Saturday.", []),
        ("A night train derailed on Saturday. Here's what is known.", []),
        ("A night train derailed on Saturday.", []),
    ],
)
def test_here_is_the_town_of_the_dateline(body: str, pointers: list[str]) -> None:
    found = claims("TOLEDO, Ohio (AP)", body, "location")
    assert [words(c) for c in found] == pointers
    assert {c.reading.best.name for c in found} <= {"Toledo"}


def test_an_article_without_dateline_has_no_here() -> None:
    assert claims("(AP)", "A night train derailed here on Saturday.", "location") == []


def test_two_datelines_are_no_place() -> None:
    assert claims("TOLEDO, Ohio/LIMA, Ohio", "A night train derailed here on Saturday.", "location") == []


def test_here_meets_what_another_article_names() -> None:
    (here,) = claims("TOLEDO, Ohio", "A night train derailed here on Saturday.", "location")
    for body, outcome in (
        ("A night train derailed in Cincinnati on Saturday.", Outcome.CONTRADICT),
        ("A night train derailed in Toledo on Saturday.", Outcome.AGREE),
        ("A night train from Toledo derailed in Cincinnati on Saturday.", Outcome.UNKNOWN),
    ):
        (named,) = claims("COLUMBUS, Ohio", body, "location")
        for a, b in ((here, named), (named, here)):
            assert place_agreement.compare(place_agreement.Options(), a, b).outcome is outcome


@pytest.mark.parametrize(
    ("dateline", "body", "outcomes"),
    [
        (
            "TOLEDO, Ohio",
            "A night train derailed here on Saturday. The train derailed in Kansas City, Missouri, at noon.",
            {Outcome.CONTRADICT},
        ),
        (
            "TOLEDO, Ohio",
            "A night train derailed here on Saturday. The train derailed in Toledo, officials said.",
            {Outcome.AGREE},
        ),
        ("TOLEDO, Ohio", "A night train derailed in Kansas City, Missouri, on Saturday.", set()),
        ("SPRINGFIELD, Ill. (AP)", "A train derailed in Springfield, Missouri, on Saturday.", {Outcome.CONTRADICT}),
        ("SPRINGFIELD, Ill. (AP)", "A train derailed in Springfield on Saturday.", {Outcome.AGREE}),
        ("SPRINGFIELD, Ill. (AP)", "A train derailed in Kansas City, Missouri, on Saturday.", set()),
    ],
)
def test_dateline_against_body(dateline: str, body: str, outcomes: set[Outcome]) -> None:
    found = claims(dateline, body, "dateline")
    told = [dateline_agreement.compare(dateline_agreement.Options(), a, b) for a, b in combinations(found, 2)]
    assert {v.outcome for v in told} - {Outcome.UNKNOWN} == outcomes
