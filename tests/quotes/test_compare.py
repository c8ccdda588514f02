"""One utterance or two, what differs, and whether it matters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.align.utterances import align_utterances, normalise, same_utterance
from checker.model import Speaker
from checker_quotes.edits import Weight, edits
from checker_quotes.relation import Relation, nested, relation

WORDS = st.lists(
    st.sampled_from("we will not sell the old harbour bridge to nobody in seven years because it stands".split()),
    max_size=14,
)


@given(WORDS, WORDS)
def test_same_utterance_is_symmetric(a, b):
    assert (same_utterance(a, b) is None) == (same_utterance(b, a) is None)


@given(WORDS, WORDS)
def test_edits_weigh_alike_from_both_sides(a, b):
    first, second = " ".join(a), " ".join(b)
    assert [e.weight for e in edits(first, second)] == [e.weight for e in edits(second, first)]


@given(WORDS)
def test_nothing_differs_from_itself(a):
    assert edits(" ".join(a), " ".join(a)) == []


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Nobody loads a ship alone at four in the morning", "Nobody loads a ship alone at five in the morning", True),
        ("Whoever hid these coins meant to come back for them", "Whoever hid these coins meant to sell them", True),
        (
            "it would cost the town three million",
            "A stoppage, and it would cost the town three million crowns a day",
            True,
        ),
        ("It could have been a massacre", "it definitely could have been a lot worse", False),
        ("We have a plan for the river and it starts with the weir", "We have a plan for schools", False),
        ("We can wait", "We can wait", False),
    ],
)
def test_one_utterance(a, b, same):
    assert (same_utterance(normalise(a), normalise(b)) is not None) is same


@pytest.mark.parametrize(
    ("a", "b", "weight"),
    [
        ("We will not sell it", "We will sell it", Weight.MATERIAL),
        ("We had nine ships", "We had six ships", Weight.MATERIAL),
        ("a legally binding text", "a politically binding text", Weight.MATERIAL),
        ("We had nine ships", "We had 9 ships", None),
        ("It's a long road", "It is a long road", None),
        ("It is a very long road", "It is a … road", None),
        ("It is [the bridge] that counts", "It is that counts", None),
        ("the road is long and dark", "the road is long", None),
        ("he is running the shop", "he is run the shop", Weight.WORDING),
        ("I think that we won", "I think we won", Weight.WORDING),
        ("we lost all of it", "we lost some of it", Weight.MATERIAL),
        ("it will hold", "it might hold", Weight.MATERIAL),
        ("it would hold", "it could hold", Weight.WORDING),
        ("we have one ship", "we have 1 ship", None),
        ("then Sen. Marek left", "then Senator Marek left", Weight.WORDING),
        ("the F.B.I. came", "the FBI came", None),
        ("that f***ing wall", "that fucking wall", None),
        ("Café au lait", "Cafe au lait", None),
    ],
)
def test_what_matters(a, b, weight):
    assert max((e.weight for e in edits(a, b)), default=None) == weight


def speaker(name, role=None, *, resolved=True):
    return Speaker(0, 1, name, name if resolved else None, role)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (speaker("Anna Keller"), speaker("Keller"), Relation.SAME),
        (speaker("Mayor Anna Keller"), speaker("Anna Keller"), Relation.SAME),
        (speaker("Anna Calderón"), speaker("Anna Calderon"), Relation.SAME),
        (speaker("Anna Keller"), speaker("Piotr Marek"), Relation.DIFFERENT),
        (speaker("Anna Keller"), speaker("Anna Kepler"), Relation.ALIKE),
        (speaker("Anna Keller"), speaker("a spokesman", resolved=False), Relation.ANONYMOUS),
        (speaker("Anna Keller"), speaker("she", resolved=False), Relation.UNRESOLVED),
        (speaker("Anna Keller"), speaker("the affidavit", resolved=False), Relation.DOCUMENT),
        (speaker("Anna Keller"), None, Relation.UNRESOLVED),
        (speaker("Transport Ministry"), speaker("Anna Keller", "minister"), Relation.VOICE),
        (speaker("Transport Ministry"), speaker("Anna Keller"), Relation.VOICE),
        (
            speaker("Transport Ministry"),
            speaker("Anna Keller", "chairs the railway engineers' association"),
            Relation.DIFFERENT,
        ),
    ],
)
def test_relations(a, b, expected):
    assert relation(a, b) is relation(b, a) is expected


def test_what_is_one_utterance_is_linked_directly():
    texts = [
        "The river has never asked for a passport",
        "the river never asked for a passport",
        "Nobody asked the river for anything",
    ]
    assert align_utterances(texts) == [(0, 1)]


def test_short_sentences_of_one_speaker_are_one_utterance():
    a, b = normalise("It has always been so"), normalise("It has never been so")
    assert same_utterance(a, b) is None
    assert same_utterance(a, b, one_speaker=True) is not None
    texts = ["It has always been so", "It has never been so"]
    assert align_utterances(texts, ["Anna Keller", "Keller"]) == [(0, 1)]
    assert align_utterances(texts, ["Anna Keller", "Piotr Marek"]) == []
    assert align_utterances(texts, [None, None]) == []


def test_who_quotes_somebody_is_no_second_speaker():
    own = "The mayor says it was ‘a bridge too far for the whole of the town’ and he is right"
    assert nested(own, "It was a bridge too far for the whole of the town")
    assert not nested("It was a bridge too far for the whole of the town", own)
