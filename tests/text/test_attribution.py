"""Who says so: the source an article names for a passage."""

from __future__ import annotations

import pytest

from checker.annotate import annotate
from checker.engine import Engine
from checker.model import Claim, Config, Document, Extractor, Name, Passage, Segment, SegmentKind, Span
from checker.text.attribution import Attributions
from checker.text.names import NAMES
from checker.text.persons import PERSONS
from checker.text.sentences import SENTENCES

ENGINE = Engine(Config(builtins=(), third_party=False))


def source(text: str) -> str | None:
    """Who says the passage in [brackets]."""
    start, end = text.index("["), text.index("]") - 1
    bare = text.replace("[", "").replace("]", "")
    document = Document("a", "a", bare, (Segment(0, len(bare), SegmentKind.BODY),))
    ((_, annotations),) = ENGINE.annotated([document])
    found = Attributions(document, annotations).of(Span(start, end))
    return found and (found.resolved or found.text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police said [three people] died.", "Police"),
        ("The harbour master said that [three people] died.", "The harbour master"),
        ("[Three people] died, Anna Keller said on Monday.", "Anna Keller"),
        ("[Three people] died, said Anna Keller, the mayor.", "Anna Keller"),
        ("[Three people] died, according to Anna Keller.", "Anna Keller"),
        ("According to Anna Keller, [three people] died.", "Anna Keller"),
        ("Anna Keller told reporters [three people] died.", "Anna Keller"),
        ('"We know of [three people] who died," Anna Keller said.', "Anna Keller"),
        ('"It was dark," Anna Keller said. "We know of [three people] who died."', "Anna Keller"),
        ("Anna Keller said [three people] died, the Harbour Post reported.", "Anna Keller"),
        ("Anna Keller spoke first. She said [three people] died.", "Anna Keller"),
        ("[Three people] died on Monday.", None),
        ("[Three people] died. Anna Keller said she was sorry.", None),
        ("Anna Keller praised the [three people] who came.", None),
        ("The storm that killed [three people] was called Iris.", None),
    ],
)
def test_who_says_so(text, who):
    assert source(text) == who


def test_claims_of_all_extractors_say_whose_they_are():
    text = "Three people were killed on Monday, Anna Keller said. Nobody else was hurt."
    document = Document("a", "a", text, (Segment(0, len(text), SegmentKind.BODY),))

    def claims(document, _annotations):
        for words in ("Three people", "Nobody"):
            start = text.index(words)
            mention = Name(start, start + len(words), "other")
            yield Claim(document, mention, "people", mention, (Passage(start, start + len(words), "count"),))

    extractors = [SENTENCES, NAMES, PERSONS, Extractor("claims", "1", (Name,), Claim, claims)]
    annotations, problems = annotate(document, extractors)
    assert problems == []
    assert [c.attribution for c in annotations.claims()] == ["Anna Keller", None]
