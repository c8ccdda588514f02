"""Spellings: which two are one name, and which are two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Claim, Document, Outcome, Passage, Segment, SegmentKind
from checker.text.spelling import distance, skeleton
from checker_people.name_spelling import NameSpelling, compare
from checker_people.spellings import Spelling, keys


def claims(name, at="a", sort="person", age=None):
    words = tuple(name.split()) if sort == "thing" else (name.split()[0], name.split()[-1])
    middle = tuple(w.casefold().strip(".") for w in name.split()[1:-1]) if sort == "person" else ()
    document = Document(at, at, name, (Segment(0, len(name), SegmentKind.BODY),))
    for key in keys(words):
        subject = Spelling(0, len(name), words, sort, key, middle, ages=frozenset({age} if age else ()))
        yield Claim(document, subject, "spelling", subject, (Passage(0, len(name), "name"),))


def outcomes(a, b, sort="person", ages=(None, None)):
    first, second = claims(a, "a", sort, ages[0]), list(claims(b, "b", sort, ages[1]))
    pairs = ((x, y) for x in first for y in second if x.subject.key == y.subject.key)
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
        ("Sara Roux", "Sarah Roux"),
        ("Duncan Rait", "Duncan Raite"),
        ("Sean Holm", "Shawn Holm"),
        ("Pedro Braxton", "Pedro Baxton"),
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
        ("Kathy Stone", "Katherine Stone"),
        ("Masoud Karimi", "Massoud Karimi"),
        ("Yuri Gurbanov", "Yury Kurbanov"),
        ("Terry Stone", "Larry Stone"),
        ("Peter Hunt", "Peter Hurt"),
        ("Peter Jamal Stone", "Peter Louis Stohne"),
    ],
)
def test_no_second_spelling(a, b):
    assert Outcome.CONTRADICT not in outcomes(a, b)


def test_ages_tell_one_bearer_and_two():
    assert outcomes("Peter Hunt", "Peter Hurt", ages=(14, 14)).count(Outcome.CONTRADICT) == 1
    assert outcomes("Micheel Holm", "Michael Holm", ages=(None, 19)).count(Outcome.CONTRADICT) == 1
    assert Outcome.CONTRADICT not in outcomes("Micheel Holm", "Michael Holm", ages=(40, 19))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Larkfield Country Store", "Larkfield County Store"),
        ("Smilex Road", "Smilax Road"),
        ("Whisnant Street", "Whisenant Street"),
        ("Banfield Pet Hospital", "Banfied Pet Hospital"),
    ],
)
def test_two_spellings_of_a_thing(a, b):
    assert outcomes(a, b, "thing").count(Outcome.CONTRADICT) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Pike Street", "Pine Street"),
        ("Northwest Plaza", "Northeast Plaza"),
        ("Madison Street", "Addison Street"),
        ("Marshal Service", "Marshals Service"),
        ("Labour Department", "Labor Department"),
        ("Larkfield Theatre Company", "Larkfield Theater Company"),
        ("World Programme Office", "World Program Office"),
    ],
)
def test_two_things(a, b):
    assert Outcome.CONTRADICT not in outcomes(a, b, "thing")


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
