"""Spellings: which two are one name, and which are two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Claim, Document, Outcome, Passage, Segment, SegmentKind
from checker_people.name_spelling import NameSpelling, compare, distance
from checker_people.spellings import Spelling, keys, skeleton


def claims(name, at="a"):
    given, family = name.split()[0], name.split()[-1]
    document = Document(at, at, name, (Segment(0, len(name), SegmentKind.BODY),))
    for key in keys(given, family):
        subject = Spelling(0, len(name), given, family, None, key)
        yield Claim(document, subject, "spelling", subject, (Passage(0, len(name), "name"),))


def outcomes(a, b):
    pairs = ((x, y) for x in claims(a) for y in claims(b, "b") if x.subject.key == y.subject.key)
    return [compare(NameSpelling(), x, y).outcome for x, y in pairs]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Stephanie Wray", "Stefanie Wray"),
        ("Jamie Rossi", "Jaime Rossi"),
        ("Martin Krol", "Martin Kroll"),
        ("Eliot Isaac", "Elliot Isaac"),
        ("Consuelo Roca", "Comsuelo Roca"),
        ("Peter Bautista", "Peter Bautisa"),
        ("Halina Nowak", "Helena Nowak"),
        ("Erica Robinson", "Erika Robinson"),
        ("Anne Roux", "Anna Roux"),
    ],
)
def test_two_spellings_of_one_name(a, b):
    for x, y in ((a, b), (b, a)):
        assert outcomes(x, y).count(Outcome.CONTRADICT) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("José Núñez", "Jose Nunez"),
        ("Salma Harthy", "Salma Harthi"),
        ("Peter Holm", "Maria Holm"),
        ("Peter Holm", "Peter Berg"),
        ("Alex Stone", "Alexander Stone"),
    ],
)
def test_no_second_spelling(a, b):
    assert Outcome.CONTRADICT not in outcomes(a, b)


WORDS = st.text("abcdehilmnorstuy", max_size=8)


@given(WORDS, WORDS)
def test_the_distance_is_a_symmetric_measure(a, b):
    assert distance(a, b) == distance(b, a)
    assert (distance(a, b) == 0) == (a == b)
    assert distance(a, b) <= max(len(a), len(b))


@given(WORDS)
def test_a_swap_is_one_edit(word):
    for i in range(len(word) - 1):
        swapped = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
        assert distance(word, swapped) <= 1


@given(WORDS)
def test_vowels_and_doubles_leave_no_trace(word):
    assert skeleton(word + "e") in (skeleton(word), "a")
