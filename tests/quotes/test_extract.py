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
        (
            '"A city without children has no future," said the councillor for education, Filipa Moura, on Monday.',
            "Filipa Moura",
            "high",
        ),
        (
            '"We were lied to about the pool and about the date," Jean Crosby of the Friends of Barnford Baths told them.',
            "Jean Crosby",
            "high",
        ),
        (
            '"The rope never went slack on us," the older of the two, shift boss Wendell Tarn, told reporters.',
            "Wendell Tarn",
            "high",
        ),
        (
            '"We have had no complaint," said the head of the city\'s building office, Beatriz Solano.',
            "Beatriz Solano",
            "high",
        ),
        (
            '"We left the gate open and the cows came in," said Ivory Coast\'s agriculture minister, Adama Kouyou.',
            "Adama Kouyou",
            "high",
        ),
        (
            '"We left the gate open and the cows came in," said the Leeds headteacher, Ruth Verley.',
            "Ruth Verley",
            "high",
        ),
        (
            '"We left the gate open and the cows came in," said a Corvo councillor, Ruth Berley, on Monday.',
            "Ruth Berley",
            "high",
        ),
        (
            '"We left the gate open and the cows came in," said Corvo City Council\'s leader, Ann Dorrin.',
            "Ann Dorrin",
            "high",
        ),
        (
            '"We left the gate open and the cows came in," said Vostel\'s chief executive, Ken Murray.',
            "Ken Murray",
            "high",
        ),
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


def test_she_is_nobody_whose_short_name_is_a_mans():
    text = (
        '"We will appeal," said attorney Rich Weaver on Monday.\n\n'
        'Chief Kim Jarrett showed a gun. "It looks like a thing that could kill you," she said.'
    )
    assert [speaker for _, speaker, _ in quotations(text)][-1] != "Rich Weaver"


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
        ("Will the bridge hold another year?", "Anna Keller"),
        ("I have never known it not to hold.", "His"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"The bridge will hold," Lt. Anna Keller said.', "Anna Keller"),
        ('"The bridge will hold," said Larkfield police Capt. Anna Keller.', "Anna Keller"),
        ('"The bridge will hold," said LPD Sgt. Anna Keller.', "Anna Keller"),
        ('"The bridge will hold," added Larkfield Schools Superintendent Dr. Anna Keller.', "Anna Keller"),
        ('"The bridge will hold," said Corvo Times Editor Anna Keller.', "Anna Keller"),
        ('"The bridge will hold," Anna Keller, 47, of Mount Corvo said.', "Anna Keller"),
        ('"The bridge will hold," said his sister, Anna Keller, 31, of Mount Corvo.', "Anna Keller"),
        ('"The bridge will hold," said Del. Anna Keller of Larkfield.', "Anna Keller"),
        ('"The bridge will hold," rail engineer Anna Keller of the Institute of Bridges said.', "Anna Keller"),
        ('"The bridge will hold," Anna Keller (Harbour List), a council member, said.', "Anna Keller"),
        ('"Oh, it will hold for ever!" beamed Anna Keller.', "Anna Keller"),
        ('The "old lady" of the river would hold for ever, Anna Keller said.', "Anna Keller"),
        ("Because of the frost, explained Anna Keller, “it moves by a hand in winter”.", "Anna Keller"),
        (
            'The mayor met Piotr Marek. The bridge was sound, Anna Keller said, adding, "It has outlived us all."',
            "Anna Keller",
        ),
        ("Anna Keller’s lawyer said the bridge was “sound for ever and a day”.", "Anna Keller’s lawyer"),
        (
            'An engineer speaking to the Harbour Post said it was "sound for ever and a day".',
            "An engineer speaking to the Harbour Post",
        ),
        ('Two weeks ago the mayor said it was "sound for ever and a day".', "the mayor"),
        ('He’s saying it is "sound for ever and a day".', "He"),
        ('Anna Keller refused to say it was "sound for ever and a day".', "Anna Keller"),
        ("Anna Keller pledged to “mend the bridge for ever,” the Harbour Post reported.", "Anna Keller"),
        ("Piotr Marek did not like Anna Keller’s claim that the bridge was “sound for ever”.", "Anna Keller"),
        ('Anna Keller agreed. "I have never seen a sounder bridge than this one."', "Anna Keller"),
    ],
)
def test_whose_words(text, speaker):
    assert [found for _, found, _ in quotations(text)][-1] == speaker


def test_who_stands_for_the_one_before_it():
    ((_, speaker, quotation),) = quotations(
        'He thanked Anna Keller, who said the bridge was "sound for ever and a day".'
    )
    assert (quotation.speaker.text, speaker) == ("who", "Anna Keller")


def test_a_quotation_goes_on_behind_the_dashes():
    text = 'Anna Keller said, "We will mend the bridge" - at which the crowd chanted "Mend it!" - "and then the road to it as well."'
    assert [speaker for _, speaker, _ in quotations(text)] == ["Anna Keller", "the crowd", "Anna Keller"]


def test_marks_inside_marks_of_the_same_form():
    ((words, _, _),) = quotations("“It was never “a bridge of sighs.” It is a bridge of stone,” said Anna Keller.")
    assert words == "It was never “a bridge of sighs.” It is a bridge of stone,"


def test_a_full_sentence_nobody_is_named_for():
    ((words, speaker, quotation),) = quotations(
        '"The bridge will hold another hundred years."\n\nSo it reads on the wall.'
    )
    assert (words, speaker, quotation.tier) == ("The bridge will hold another hundred years.", None, "low")


@pytest.mark.parametrize(
    "text",
    [
        'Rep. Robert "Bobby" Marek opened the bridge.',
        'She wrote a book called "The Bridge" last year.',
        'The film "The Last Bridge" was shown on Monday.',
    ],
)
def test_nobody_said_it(text):
    assert quotations(text) == []


@pytest.mark.parametrize(
    ("text", "nested"),
    [
        (
            "“Piotr Marek called and said, ‘The bridge has gone down the river.’ So we ran,” Anna Keller said.",
            "Piotr Marek",
        ),
        (
            "\"Piotr Marek called and said: 'The bridge has gone down the river.',\" Anna Keller recalled.",
            "Piotr Marek",
        ),
        ("“He told me, ‘The bridge has gone down the river,’ and laughed,” Anna Keller said.", "He"),
        ("“‘The bridge has gone down the river,’ Piotr Marek said to me,” Anna Keller recalled.", "Piotr Marek"),
    ],
)
def test_who_is_quoted_inside_a_quotation(text, nested):
    found = {words.rstrip(".,"): (speaker, quotation.tier) for words, speaker, quotation in quotations(text)}
    assert found["The bridge has gone down the river"] == (nested, "medium")
    assert "Anna Keller" in {speaker for speaker, _ in found.values()}


@pytest.mark.parametrize(
    "text",
    [
        "“They sang ‘The Old Bridge Over the Water’ all night long,” Anna Keller said.",
        "“The cats' bowls and the dogs' bowls were gone, I said to them all,” Anna Keller said.",
    ],
)
def test_single_marks_inside_a_quotation_without_a_verb_of_saying_quote_nobody(text):
    assert len(quotations(text)) == 1


def test_a_pronoun_is_near_whom_it_stands_for_where_nobody_else_is_named_between():
    text = 'Anna Keller said that the bridge was sound.\n\n"It will hold another hundred years," she said.'
    ((_, speaker, quotation),) = quotations(text)
    assert (speaker, quotation.speaker.sure, quotation.speaker.near) == ("Anna Keller", False, True)
    text = (
        "Anna Keller said that the bridge was sound. Orla Finn was on holiday.\n\n"
        '"It will hold another hundred years," she said.'
    )
    ((_, speaker, quotation),) = quotations(text)
    assert not quotation.speaker.near


def test_who_is_accused_does_not_speak():
    text = (
        "Anna Keller said that Piotr Marek was her witness, and Orla Finn is accused of arson.\n\n"
        '"It has been a long and weary case for all of us," she said.'
    )
    assert [speaker for _, speaker, _ in quotations(text)] == ["Anna Keller"]


def test_a_surname_is_who_was_introduced_by_what_she_is():
    text = 'Ysolde Varn, a neighbour, said she was awake. "It was a very loud bang at the weir," Varn said.'
    ((_, speaker, quotation),) = quotations(text)
    assert speaker == "Ysolde Varn"
    assert quotation.speaker.sure


def test_a_paper_is_no_holder_of_the_office_it_comes_from():
    text = (
        "The lawyer Anna Keller spoke at noon.\n\n"
        '"We are sorry for what has been done to the weir," said the statement from the lawyer, who left.'
    )
    assert [speaker for _, speaker, _ in quotations(text)] == ["the statement from the lawyer"]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("‘We had six months of flour left’", "We had six months of flour left"),
        ('"‘We had six months of flour left’: a baker looks back"', "We had six months of flour left"),
        ("'‘We had six months of flour left’, says baker'", "We had six months of flour left"),
        ("'Baker: \"We had six months of flour left\"'", "We had six months of flour left"),
        ("A baker looks back", None),
    ],
)
def test_a_headline_in_front_matter_quotes(tmp_path, title, words):
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: {title}\ndate: 2025-02-22\n---\nThe mill was shut on Monday.\n", encoding="utf-8")
    (found,) = ENGINE.read([str(path)])
    ((document, annotations),) = ENGINE.annotated([found])
    assert [document.text[q.start : q.end] for q in annotations.of(Quotation)] == [words][: words is not None]


def test_a_caption_quotes():
    text = 'The oven went out on Monday.\n\nCaption: "Thirty-one years and not one sick day": baker Dolores Venn.'
    at = text.index("Caption")
    document = Document(
        "a", "a", text, (Segment(0, at - 2, SegmentKind.BODY), Segment(at, len(text), SegmentKind.CAPTION))
    )
    ((_, annotations),) = ENGINE.annotated([document])
    assert [text[q.start : q.end] for q in annotations.of(Quotation)] == ["Thirty-one years and not one sick day"]
