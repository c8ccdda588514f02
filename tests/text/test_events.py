"""Event mentions: class, phase, participants, and which mentions are one event."""

from __future__ import annotations

import pytest

from checker.engine import Engine
from checker.model import Config, Document, EventMention, Phase, Published, Segment, SegmentKind

PUBLISHED = Published(2024, 7, 12)
ENGINE = Engine(Config(builtins=(), third_party=False))


def mentions(text: str, published: Published | None = PUBLISHED) -> list[tuple[str, EventMention]]:
    document = Document("a.txt", "a.txt", text, (Segment(0, len(text), SegmentKind.BODY),), published=published)
    ((_, annotations),) = ENGINE.annotated([document])
    return [(text[m.start : m.end], m) for m in annotations.of(EventMention)]


def one(text: str, trigger: str) -> EventMention:
    return next(m for word, m in mentions(text) if word == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "event_class", "phase"),
    [
        ("The two navies had begun the exercises in early May.", "begun", "exercise", Phase.START),
        ("Workers began a 24-hour strike at midnight.", "began", "strike", Phase.START),
        ("A war game that opened in late February goes on.", "opened", "exercise", Phase.START),
        ("The strike ended on Thursday.", "ended", "strike", Phase.END),
        ("The festival will run until Sunday.", "run", "festival", Phase.END),
        ("At the drill's opening ceremony an officer spoke.", "opening ceremony", "exercise", Phase.START),
        ("Crowds watched the opening of the festival.", "opening", "festival", Phase.START),
        ("A lorry fire closed the A12 at Kelvedon.", "closed", "fire", Phase.WHOLE),
        ("The strike ended the night before.", "ended", "strike", Phase.END),
        ("The ferry capsized overnight.", "capsized", "sinking", Phase.WHOLE),
        ("The match was played in Graz.", "was played", "match", Phase.WHOLE),
        ("The strike was called off on Friday.", "called off", "strike", Phase.ANNOUNCED),
    ],
)
def test_class_and_phase(text, trigger, event_class, phase):
    mention = one(text, trigger)
    assert (mention.event_class, mention.phase) == (event_class, phase)


@pytest.mark.parametrize(
    "text",
    [
        "He died of a heart attack.",  # no attack; and nobody is named
        "The bill is due on 12 March.",
        "The museum opened on Friday.",
        "She signed autographs for an hour.",
        "The fire department has a new engine.",
    ],
)
def test_words_that_only_look_like_events(text):
    assert not mentions(text)


def test_a_pronoun_takes_the_event_before_it():
    text = "The navies began the drills on Monday. They will last until Friday."
    start, end = (m for _, m in mentions(text))
    assert (start.phase, end.phase, end.event_class) == (Phase.START, Phase.END, "exercise")
    assert start.entity == end.entity


def test_participants_are_who_and_not_where():
    assert one("China and Russia began joint drills.", "began").participants == {"China", "Russia"}
    assert one("China is holding drills with Russia.", "drills").participants == {"China", "Russia"}
    assert one("Chinese drills in Norway went on.", "drills").participants == {"China"}


def test_other_participants_make_another_event():
    text = (
        "China and Russia began joint drills on Monday.\n\nElsewhere Chinese and Belarusian troops held drills near the "
        "border.\n\nThe drills with Russia will last until Friday."
    )
    entities = {word: m.entity for word, m in mentions(text)}
    numbers = [m.entity for _, m in mentions(text)]
    assert numbers[0] != numbers[1], entities
    assert numbers[-1] == numbers[0]


def test_history_is_background():
    text = "A ferry sank on Monday.\n\nIn 2012 another ferry sank on the same lake."
    (_, now), (_, then) = mentions(text)
    assert not now.background
    assert then.background
    assert now.entity != then.entity


def test_an_event_has_a_name_of_its_own():
    text = "Polar Hammer 25, a war game in the far north, opened on Monday.\n\nPolar Hammer 25 ended early."
    assert {m.occasion for _, m in mentions(text)} == {"polar hammer"}
    assert len({m.entity for _, m in mentions(text)}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Dockers in Genoa began a strike on Tuesday. A strike by railway workers in Milan began on Monday.",
        "The strike ended on Friday, but dockers began a new strike on Sunday.",
        "Norvik signed a deal in Oslo on Monday. Norvik signed a contract in Berlin on Friday.",
    ],
)
def test_news_of_a_second_event_is_a_second_event(text):
    assert len({m.entity for _, m in mentions(text)}) == 2
