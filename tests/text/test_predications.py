"""What clauses say happened: the kinds of their predicates, and which clauses tell of the incident."""

from __future__ import annotations

import pytest

from checker.engine import Engine
from checker.model import Config, Document, Published, Segment, SegmentKind, Span
from checker.text.incidents import of_incident, tells_of_several
from checker.text.predications import predication, sentence_at, stem

ENGINE = Engine(Config(builtins=(), third_party=False))


def read(text: str):
    document = Document("a", "a", text, (Segment(0, len(text), SegmentKind.BODY),), published=Published(2025, 3, 5))
    ((_, annotations),) = ENGINE.annotated([document])
    return document, annotations


def at(text: str, time: str):
    document, annotations = read(text)
    start = text.index(time)
    return (
        document,
        annotations,
        Span(start, start + len(time)),
        predication(document, annotations, Span(start, start + len(time))),
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He was later charged Monday with theft.", "charge"),
        ("She turned herself in Monday.", "arrest"),
        ("She is due in court for a hearing Monday.", "court"),
        ("The mayor took the oath of office Monday.", "confirm"),
        ("The union filed a federal lawsuit Monday.", "sue"),
        ("Deputies received a 911 call Monday.", "call"),
        ("The bakers knitted scarves Monday.", "knit"),  # in no line: a kind of its own
    ],
)
def test_the_kind_of_a_dated_predicate(text, kind):
    assert kind in at(text, "Monday")[3].kinds


@pytest.mark.parametrize(
    "text",
    ["Police returned to the scene of the shooting Monday.", "She was arrested following the shootings Monday."],
)
def test_what_may_not_be_dated(text):
    found = at(text, "Monday")[3]
    assert found is None or "shoot" not in found.kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men were shot Monday in Orrville.", True),
        ("Two men were shot in Orrville. It happened Monday.", True),
        ("A mill burned in Orrville, killing two. Firefighters were called at noon Monday.", True),
        ("Two men had been shot Monday in Orrville.", False),
        ("In another shooting, two men were shot Monday.", False),
        ("A man died of his injuries Monday, weeks after he was shot.", False),
        ("A man died Monday after being shot at a mill.", True),
        ("A man accused of shooting two was arrested Monday.", False),
    ],
)
def test_clauses_of_the_incident(text, expected):
    document, annotations, span, found = at(text, "Monday")
    assert found is not None
    assert of_incident(document, annotations, sentence_at(annotations, span), found) is expected


@pytest.mark.parametrize(
    ("word", "base"), [("filed", "fil"), ("files", "fil"), ("shot", "shoot"), ("stopped", "stop"), ("cities", "city")]
)
def test_stems(word, base):
    assert stem(word) == base


def test_a_lead_that_tells_of_several_incidents():
    assert tells_of_several(*read("Three shootings kept police in Orrville busy. A man was hit Monday."))
    assert not tells_of_several(*read("A shooting kept police in Orrville busy. A man was hit Monday."))
