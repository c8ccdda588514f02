"""Runs of capitals, what in them may name a place, and the sieve that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Span
from checker_places.gazetteer import open_gazetteer
from checker_places.names import folded
from checker_places.runs import Runs
from checker_places.sieve import Sieve, mark

if TYPE_CHECKING:
    from checker_places.gazetteer import Gazetteer

PARTS = {"Paul", "South", "New", "Paulo", "Isle", "Weston"}  # which are towns somewhere, too
NAMES = st.sets(st.text(alphabet="abc xyzé", max_size=12), max_size=40)


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return open_gazetteer()


def proposed(text: str) -> list[str]:
    """The words of a text that may name a place, the longest first from each word on."""
    found = Runs(open_gazetteer()).of(text, Span(0, len(text)))
    return [
        text[run + proposal.start :][: len(named.bare)]
        for run, proposals in found
        for proposal in proposals
        for _, named in proposal.named
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met in New York on Monday.", ["New York", "York"]),
        ("a flat in South St. Paul, Minn., since 2019", ["South St. Paul", "St. Paul", "Minn."]),
        ("the pier of Weston-super-Mare", ["Weston-super-Mare"]),
        ("on the Isle of Wight again", ["Isle of Wight"]),
        ("London's mayor", ["London"]),
        ("he went to The Hague.", ["The Hague", "Hague"]),
        ("in N.Y. and in Washington, D.C.", ["N.Y.", "Washington", "D.C."]),
        ("flights to São Paulo", ["São Paulo"]),
        ("it rained and nobody went", []),
        ("iPhone sales", []),
        ("pre-War houses", []),
    ],
)
def test_what_a_text_may_name(text: str, names: list[str]) -> None:
    assert [name for name in proposed(text) if name not in PARTS] == names


def test_a_run_that_comes_again_says_the_same_where_it_stands() -> None:
    assert proposed("Big Lisbon, small Lisbon, Big Lisbon") == ["Lisbon"] * 3


@given(NAMES)
def test_a_sieve_holds_all_of_its_names_and_what_longer_ones_start_with(names: set[str]) -> None:
    sieve = Sieve.of(names)
    assert all(sieve.holds(name) for name in names)
    assert all(sieve.holds(" ".join(name.split(" ", 2)[:2])) for name in names)


@given(st.lists(st.text(alphabet="abcxyzé", min_size=1), min_size=2, max_size=4))
def test_the_mark_of_a_longer_text_follows_from_that_of_its_words(words: list[str]) -> None:
    first, *rest = words
    marked = mark(first.encode())
    for word in rest:
        marked = mark(b" " + word.encode(), marked)
    assert marked == mark(" ".join(words).encode())


def test_the_sieve_of_the_index_spares_most_look_ups(places: Gazetteer) -> None:
    assert places.sieve.holds(folded("Zhanjiang"))
    strangers = [f"{a}{b}{c}" for a in ("brack", "quor", "zimt") for b in ("en", "o", "ul") for c in ("moorton", "xby")]
    assert sum(map(places.sieve.holds, strangers)) < len(strangers) / 2
