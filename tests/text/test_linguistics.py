"""Sentences, clauses, tense, factuality, names, persons and numbers, on sentences of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine import Engine
from checker.model import Config, Document, Factuality, Name, Person, Segment, SegmentKind, Sentence, Span, Tense
from checker.text.clauses import clauses
from checker.text.numerals import number
from checker.text.tense import factuality_at, tense_at
from checker.text.verbs import verbs

ENGINE = Engine(Config(builtins=(), third_party=False))


def read(text: str):
    document = Document("a", "a", text, (Segment(0, len(text), SegmentKind.BODY),) if text.strip() else ())
    ((_, annotations),) = ENGINE.annotated([document])
    return document, annotations


def sentences(text: str) -> list[str]:
    document, annotations = read(text)
    return [document.text[s.start : s.end] for s in annotations.of(Sentence)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Lt. Col. J. Smith spoke.", "Nobody else did."],
        ["The U.S. Army came.", "It left."],
        ["They met in the U.S.", "The talks failed."],
        ["It cost $4.2 million.", "Too much."],
        ['"We go," he said.', '"Never!" they cried.'],
        ["The train left at 5 p.m.", "The bus did not."],
        ["No. 3 won.", "No. 4 lost."],
    ],
)
def test_sentences(parts):
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The mill burned late on Saturday.Two men were hurt.", 2),
        ("They asked why.I left.", 2),
        ("The U.S.Army came.", 1),
        ("He paid $4.2million for it.", 1),
    ],
)
def test_a_lost_space_between_sentences(text, count):
    assert len(sentences(text)) == count


def test_hard_wrapped_lines_are_one_paragraph():
    lines = (
        "The ferry left the harbour in a heavy swell and turned back within the",
        "hour, its captain said, because the wind had risen to a full gale and",
        "the passengers had asked him to and there was no doubt that the harbour",
        "was the better place to be.",
        "",
        "Nobody was hurt.",
    )
    text = "\n".join(lines)
    assert len(sentences(text)) == 2


@given(st.text(alphabet="Aa. !?\n\"”'1\u00e9", max_size=200))
def test_sentences_cover_all_that_is_no_space(text):
    document, annotations = read(text)
    found = annotations.of(Sentence)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    covered = {i for s in found for i in range(s.start, s.end)}
    if document.segments:
        assert {i for i, c in enumerate(text) if not c.isspace()} <= covered


@given(st.text(alphabet='Aab ,;.\n"who', max_size=120))
def test_clauses_partition_their_sentence(text):
    document, annotations = read(text)
    for sentence in annotations.of(Sentence):
        spans = clauses(document, sentence)
        assert [spans[0].start, spans[-1].end] == [sentence.start, sentence.end]
        assert all(a.end == b.start for a, b in zip(spans, spans[1:], strict=False))


def at(text: str, word: str):
    document, annotations = read(text)
    start = text.index(word)
    sentence = next(s for s in annotations.of(Sentence) if s.start <= start < s.end)
    return document, sentence, Span(start, start + len(word))


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("The bridge collapsed on Monday.", "Monday", Tense.PAST),
        ("The bridge will open on Monday.", "Monday", Tense.FUTURE),
        ("The bridge is to open on Monday.", "Monday", Tense.FUTURE),
        ("The vote is scheduled for Monday.", "Monday", Tense.FUTURE),
        ("The museum opens on Monday.", "Monday", Tense.PRESENT),
        ("Monday, a cold day.", "Monday", Tense.NONE),
        ("The ship sank in May.", "May", Tense.PAST),
    ],
)
def test_tense(text, word, tense):
    assert tense_at(*at(text, word)) is tense


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The crew didn't sail, and 'waited' at Elm's pier.", ["didn't", "waited"]),
        ("“We’ll sail,” they said; the O'Dell's is moored.", ["We’ll", "said", "is", "moored"]),
        ("It was said that he'll've said so.", ["was", "said", "he'll", "said"]),
        ("Naïve ½ İlkay was 3rd: the pier's end was closed", ["was", "was", "closed"]),
    ],
)
def test_verbs_and_where_they_stand(text, found):
    assert [text[v.start : v.end] for v in verbs(text)] == found


@pytest.mark.parametrize(
    ("text", "word", "factuality"),
    [
        ("The ship sank on Monday.", "sank", Factuality.CERTAIN),
        ("On May 3 the bridge collapsed.", "collapsed", Factuality.CERTAIN),
        ("The ship did not sink.", "sink", Factuality.NEGATED),
        ("The festival will open on Monday.", "open", Factuality.PLANNED),
        ("The deal may close in June.", "close", Factuality.POSSIBLE),
        ("If the strike ends, trains will run.", "ends", Factuality.POSSIBLE),
    ],
)
def test_factuality(text, word, factuality):
    assert factuality_at(*at(text, word)) is factuality


def persons(text: str) -> list[Person]:
    return list(read(text)[1].of(Person))


def test_a_surname_is_the_person_named_in_full():
    first, second = persons("The mayor met Anna Keller. On Tuesday Keller left.")
    assert first.name == second.name == "Anna Keller"
    assert second.gender == "female"


@pytest.mark.parametrize(
    ("text", "name", "title", "role"),
    [
        ("Lt. Col. Vegard Holm spoke.", "Vegard Holm", "Lt. Col.", None),
        (
            "They heard Anna Keller, secretary of the dockers' union, on Monday.",
            "Anna Keller",
            None,
            "secretary of the dockers' union",
        ),
        ("They heard Anna Keller, who chairs the joint committee.", "Anna Keller", None, "chairs the joint committee"),
        ("It was union leader Anna Keller.", "Anna Keller", None, "union leader"),
        ("The minister met Anna Keller.", "Anna Keller", None, None),
    ],
)
def test_titles_and_roles(text, name, title, role):
    (person,) = persons(text)
    assert (person.name, person.title, person.role) == (name, title, role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The boat's skipper, Wenzu Marlak, swam ashore.", "Wenzu Marlak"),
        ("They found conservator Wenzu Marlak at home.", "Wenzu Marlak"),
        ("The net was cut by R.K. Marlak.", "R.K. Marlak"),
        ('They heard Wenzu "Bingo" Marlak on Monday.', "Wenzu Marlak"),
        ("They saw Wenzu Marlak leave. It was late, Marlak said.", "Wenzu Marlak"),
        ("They saw Wenzu Marlak leave. It was late for Mr Marlak.", "Wenzu Marlak"),
        ("They saw Anna Keller and Wenzu Marlak.", "Wenzu Marlak"),
        ("They met Mr Holland there.", "Holland"),
        ("Striker Wenzu Marlak, 19, scored.", "Wenzu Marlak"),
    ],
)
def test_what_makes_a_name_a_persons(text, name):
    assert name in {p.name for p in persons(text)}


def test_before_kin_is_named_a_surname_alone_is_not_that_kins():
    first, second = persons("That leaves Marlak, 24. His aunt, Ada Marlak, said so.")
    assert (first.name, second.name) == ("Marlak", "Ada Marlak")


@pytest.mark.parametrize(
    "text",
    [
        "They live in New York, said nobody.",
        "The Transport Ministry said so.",
        "It was in Lower Saxony, who knows.",
        "Larkfield Stars, who are second, lost.",
    ],
)
def test_no_persons(text):
    assert persons(text) == []


def test_names_run_over_their_small_words():
    document, annotations = read(
        "He works for the Office of Competition and lives near Wadi al-Jizi with Ludwig van Beethoven."
    )
    assert [document.text[n.start : n.end] for n in annotations.of(Name)] == [
        "Office of Competition",
        "Wadi al-Jizi",
        "Ludwig van Beethoven",
    ]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-five", 25),
        ("a dozen", 12),
        ("two hundred and forty thousand", 240_000),
        ("1,200", 1200),
        ("4.2 million", 4_200_000),
        ("third", 3),
        ("21st", 21),
        ("a", None),
        ("ship", None),
        ("", None),
    ],
)
def test_numbers(words, value):
    assert number(words) == value
