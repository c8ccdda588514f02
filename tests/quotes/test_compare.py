"""One utterance or two, what differs, and whether it matters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.align.utterances import align_phrases, align_utterances, normalise, same_phrase, same_utterance
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
        ("It's a long road", "It is a long road", Weight.FORM),
        ("We can't wait", "We can not wait", Weight.FORM),
        ("We can’t wait", "We can't wait", None),
        ("I'm not going 'til they get my dog out", "I'm not going until they get my dog out", None),
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


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # negation lost, put in, moved to the other word
        ("The pier was never closed to anglers", "The pier was closed to anglers"),
        ("We did not see the buoy that night", "We did see the buoy that night"),
        ("Neither crew had slept before the race", "Either crew had slept before the race"),
        ("They sailed without a pilot on Monday", "They sailed with a pilot on Monday"),
        # numbers, in words and figures
        ("We pulled 14 people from the water", "We pulled 40 people from the water"),
        ("It took us three hours to reach them", "It took us five hours to reach them"),
        ("The dyke held for 30 years", "The dyke held for 13 years"),
        # names
        ("The call came from Larkfield at noon", "The call came from Easthaven at noon"),
        ("It was Marek who cut the rope", "It was Keller who cut the rope"),
        # content words, opposites among them
        ("The council accepted the whole of the plan", "The council rejected the whole of the plan"),
        ("We found the gate open when we came", "We found the gate shut when we came"),
        ("The bridge is safe for all lorries", "The bridge is dangerous for all lorries"),
        ("The voters asked for a new school", "The parents asked for a new school"),
        # small words that mean the opposite, modality
        ("Everyone on the quay had a ticket", "Someone on the quay had a ticket"),
        ("The ferry will run again by May", "The ferry may run again by May"),
        ("Most of the houses stood under water", "Few of the houses stood under water"),
        ("He left before the water came", "He left after the water came"),
        ("She warned us about the ice", "He warned us about the ice"),
    ],
)
def test_what_turns_what_was_said_is_material(a, b):
    assert max(e.weight for e in edits(a, b)) is max(e.weight for e in edits(b, a)) is Weight.MATERIAL


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The weir will probably hold until spring", "The weir will hold until spring"),
        ("We almost lost the second boat", "We lost the second boat"),
        ("Only the crew may use that ladder", "The crew and only the crew may use it if they must"),
        ("We would sell, if the town asked us, the old mill", "We would sell the old mill"),
        ("He was allegedly seen at the lock", "He was seen at the lock"),
    ],
)
def test_a_lost_hedge_or_condition_qualifies(a, b):
    assert max(e.weight for e in edits(a, b)) is Weight.QUALIFYING


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We waited for the tide and then we left", "We waited for the tide and, you know, we left"),
        ("It is a truly long way to the lock", "It is a long way to the lock"),
        ("The supporters came by boat", "The supporter came by boat"),
        ("This year's regatta is ours", "This year’ s regatta is ours"),
        ("They said close the gate at once", "They said'close the gate at once"),
        ("We met al-Qasimi on the pier", "We met Kasimi on the pier"),
        ("Our harbour is full", "Our harbor is full"),
        ("I blame the man.", "I blame the man who sold the lock"),
        ("If she wins the seat, we leave", "If she wins, if she wins the seat, we leave"),
    ],
)
def test_transcriptions_differ_in_wording_only(a, b):
    assert max((e.weight for e in edits(a, b)), default=Weight.WORDING) is Weight.WORDING


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We will raise the wall", "We will raise the wall and we will mend the lock as well"),
        ("the wall that the sea took in March", "the wall that the sea took in March, and the road behind it"),
        ("We leave, we leave at dawn", "we leave at dawn"),
        ("I am so — I am so tired of the wind", "I am so tired of the wind"),
        ("He [the pilot] left early", "He left early"),
        ("the purposes of the [Harbour Act", "the purposes of the Harbour Act"),
    ],
)
def test_cuts_and_what_newsrooms_put_in_are_silent(a, b):
    assert edits(a, b) == []


def test_edits_are_shown_as_printed():
    (edit,) = edits("We didn’t sell the Old Mill", "We did sell the Old Mill")
    assert str(edit) == "“didn’t” / “did”"
    (edit,) = edits("We met 1,200 guests at Larkfield Hall", "We met 1,300 guests at Larkfield Hall")
    assert str(edit) == "“1,200” / “1,300”"


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
        (speaker("Mike"), speaker("Michael Okoro"), Relation.SAME),
        (speaker("Harrow", "Lady"), speaker("Jane Ashby"), Relation.UNRESOLVED),
        (speaker("Harrow", "Judge"), speaker("Jane Ashby"), Relation.DIFFERENT),
        (speaker("Anna Keller"), speaker("a spokesman", resolved=False), Relation.ANONYMOUS),
        (
            Speaker(0, 1, "Anna Keller", "Anna Keller", "mayor"),
            speaker("the sheriff", resolved=False),
            Relation.OFFICES,
        ),
        (
            Speaker(0, 1, "Anna Keller", "Anna Keller", "mayor"),
            speaker("the mayor", resolved=False),
            Relation.ANONYMOUS,
        ),
        (speaker("Anna Keller"), speaker("she", resolved=False), Relation.UNRESOLVED),
        (speaker("Anna Keller"), speaker("the affidavit", resolved=False), Relation.DOCUMENT),
        (
            Speaker(0, 1, "the Corvo leaders"),
            Speaker(0, 1, "Corvo chairwoman Anna Keller", "Anna Keller"),
            Relation.VOICE,
        ),
        (Speaker(0, 1, "the Corvo leaders"), Speaker(0, 1, "Anna Keller", "Anna Keller"), Relation.ANONYMOUS),
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


def test_small_words_alone_are_one_utterance_word_for_word_only():
    words = normalise("It was supposed to see us all out")
    assert same_utterance(words, words) is not None
    assert same_utterance(words, normalise("It was not going to be for us all")) is None


def test_what_is_one_utterance_is_linked_directly():
    texts = [
        "The river has never asked for a passport",
        "the river never asked for a passport",
        "Nobody asked the river for anything",
    ]
    assert align_utterances(texts) == [(0, 1)]


def test_who_says_much_the_same_at_length_may_have_said_it_twice():
    a = normalise(
        "They worry about the rent, they worry about the ferry, and they watch every new berth and every grant going to the big fleets."
    )
    b = normalise(
        "[Islanders] worry about the price of the rent, and yet nearly every new berth and every grant is going to the big fleets."
    )
    assert same_utterance(a, b, one_speaker=True) is None


def test_short_sentences_of_one_speaker_are_one_utterance():
    a, b = normalise("It has always been so"), normalise("It has never been so")
    assert same_utterance(a, b) is None
    assert same_utterance(a, b, one_speaker=True) is not None
    a, b = normalise("There is danger here"), normalise("There is no danger here")
    assert same_utterance(a, b) is None
    assert same_utterance(a, b, one_speaker=True) is not None
    assert same_utterance(a, normalise("There is danger there"), one_speaker=True) is None
    a, b = (
        normalise(f"It sounded like a {image} going right through my {room}")
        for image, room in (("freight train", "kitchen"), ("tall tree", "garage"))
    )
    assert same_utterance(a, b) is None
    assert same_utterance(a, b, one_speaker=True) is not None
    assert same_utterance(a, normalise("I thought it was a bus going through our wall"), one_speaker=True) is None
    texts = ["It has always been so", "It has never been so"]
    assert align_utterances(texts, ["Anna Keller", "Keller"]) == [(0, 1)]
    assert align_utterances(texts, ["Anna Keller", "Piotr Marek"]) == []
    assert align_utterances(texts, [None, None]) == []


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("a reckless gamble", "reckless gamble", True),
        ("the most reckless gamble in the history of the port", "reckless gamble", True),
        ("reckless gambles", "reckless gamble", False),
        ("reckless and gamble", "reckless gamble", False),
        ("in it", "that he is in it", False),  # anybody's words
        ("gamble", "reckless gamble", False),
        ("a reckless gamble with lives", "a reckless gamble with lives", False),  # long enough to be an utterance
    ],
)
def test_a_short_phrase_stands_whole_in_the_other(a, b, same):
    first, second = normalise(a), normalise(b)
    assert same_phrase(first, second) is same_phrase(second, first) is same
    assert align_phrases([a, b]) == ([(0, 1)] if same else [])


def test_who_quotes_somebody_is_no_second_speaker():
    own = "The mayor says it was ‘a bridge too far for the whole of the town’ and he is right"
    assert nested(own, "It was a bridge too far for the whole of the town")
    assert not nested("It was a bridge too far for the whole of the town", own)
