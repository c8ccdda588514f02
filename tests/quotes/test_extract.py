"""Quotations and their speakers, on sentences of our own."""

from __future__ import annotations

import pytest

from checker.engine import Engine
from checker.model import Config, Document, Quotation, Segment, SegmentKind, Span
from checker.text.speech.marks import fragments

ENGINE = Engine(Config(builtins=("checker_quotes",), third_party=False))


def quotations(text: str) -> list[tuple[str, str | None, Quotation]]:
    document = Document("a", "a", text, (Segment(0, len(text), SegmentKind.BODY),))
    ((_, annotations),) = ENGINE.annotated([document])
    return [
        (text[q.start : q.end], q.speaker and (q.speaker.resolved or q.speaker.text), q)
        for q in annotations.of(Quotation)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('She said "yes" and "no".', ["yes", "no"]),
        ("He called it “a gift”, then “a theft”.", ["a gift", "a theft"]),
        ("``We go,'' he said.", ["We go,"]),
        ("“The paragraph ends before the mark does", ["The paragraph ends before the mark does"]),
        ("‘We are home’, says mayor", ["We are home"]),
        ("The dogs' owner and the cats' owner met.", []),
        ('A 6" pipe', []),
    ],
)
def test_fragments(text, words):
    assert [text[f.start : f.end] for f in fragments(text, Span(0, len(text)))] == words


@pytest.mark.parametrize(
    ("text", "speaker", "tier"),
    [
        ('"The bridge will hold another hundred years," said Anna Keller.', "Anna Keller", "high"),
        ('"The bridge will hold another hundred years," Anna Keller said.', "Anna Keller", "high"),
        ('Anna Keller said: "The bridge will hold another hundred years."', "Anna Keller", "high"),
        (
            '"The bridge will hold another hundred years," union leader Anna Keller told reporters.',
            "Anna Keller",
            "high",
        ),
        (
            '"The bridge will hold another hundred years," said Anna Keller, who runs the harbour.',
            "Anna Keller",
            "high",
        ),
        ('"The bridge will hold," Anna Keller, the mayor, said on Monday.', "Anna Keller", "high"),
        ('According to Anna Keller, the bridge is "sound and safe and will stay so".', "Anna Keller", "high"),
        ('"The bridge will hold another hundred years," the Transport Ministry said.', "Transport Ministry", "high"),
        ('"The bridge will hold another hundred years," a spokesman said.', "a spokesman", "high"),
        ('"The bridge will hold another hundred years." — Anna Keller', "Anna Keller", "medium"),
        ('Anna Keller called the bridge "sound".', "Anna Keller", "medium"),
        (
            'Harbour Rescue Service spokeswoman Anna Keller said "the bridge will hold for a hundred years".',
            "Anna Keller",
            "high",
        ),
    ],
)
def test_who_said_it(text, speaker, tier):
    ((_, found, quotation),) = quotations(text)
    assert found == speaker
    assert quotation.tier == tier or (tier == "medium" and quotation.tier == "low")


def test_a_pronoun_is_the_last_named_source():
    text = (
        "Anna Keller said that the bridge was sound.\n\nThe engineer Piotr Marek was on holiday.\n\n"
        '"It will hold another hundred years," she said.'
    )
    ((_, speaker, quotation),) = quotations(text)
    assert speaker == "Anna Keller"
    assert not quotation.speaker.sure  # named two paragraphs before


def test_a_pronoun_is_sure_where_nobody_else_can_be_meant():
    ((_, speaker, quotation),) = quotations(
        'Anna Keller looked at the bridge. "It will hold another hundred years," she said.'
    )
    assert speaker == "Anna Keller"
    assert quotation.speaker.sure


def test_a_title_is_its_holder():
    found = quotations(
        'Judge Orla Finn opened the hearing. "You sold what was never yours to sell," the judge told him.'
    )
    assert [speaker for _, speaker, _ in found] == ["Orla Finn"]


def test_the_second_half_goes_on_from_the_first():
    found = quotations('"The bridge will hold," said Anna Keller. "We looked at every bolt of it twice."')
    assert [speaker for _, speaker, _ in found] == ["Anna Keller", "Anna Keller"]


def test_an_open_paragraph_belongs_to_its_speaker():
    text = "“The bridge will hold another hundred years,” said Anna Keller. “We looked at it.\n\n“And then we looked again, all of us.”"
    assert [speaker for _, speaker, _ in quotations(text)][-1] == "Anna Keller"


def test_an_answer_is_somebody_elses():
    text = (
        'Anna Keller asked him, "Will the bridge hold another year?" His answer: "I have never known it not to hold."'
    )
    assert [(words, speaker) for words, speaker, _ in quotations(text)] == [
        ("Will the bridge hold another year?", "Anna Keller")
    ]
