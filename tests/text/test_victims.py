"""Whom the harm that a clause tells of befell, by name."""

from __future__ import annotations

import pytest

from checker.engine import Engine
from checker.model import Config, Document, Published, Segment, SegmentKind, Span
from checker.text.predications import sentence_at
from checker.text.victims import victims

ENGINE = Engine(Config(builtins=(), third_party=False))
CAST = "Ada Rowe and Ivo Ortega live in Orrville. Ed Lo does not.\n\n"


def befallen(told: str, head: str) -> set[str]:
    text = CAST + told
    document = Document("a", "a", text, (Segment(0, len(text), SegmentKind.BODY),), published=Published(2025, 3, 5))
    ((_, annotations),) = ENGINE.annotated([document])
    start = text.index(head, len(CAST))
    at = Span(start, start + len(head))
    sentence = sentence_at(annotations, at)
    assert sentence is not None
    return set(victims(document, annotations, sentence, at))


@pytest.mark.parametrize(
    ("told", "head", "names"),
    [
        ("Ada Rowe, 15, was shot in Orrville on Monday.", "was shot", {"Ada Rowe"}),
        ("A page for Ada Rowe, 15, who was shot to death in Orrville on Monday.", "was shot", {"Ada Rowe"}),
        ("Ada Rowe, 4, and Ivo Ortega, 9, were shot on Monday.", "were shot", {"Ada Rowe", "Ivo Ortega"}),
        ("Ada Rowe, a 9-year-old girl, was lured into an alley and killed on Monday.", "killed", {"Ada Rowe"}),
        ("Ed Lo shot and killed 15-year-old Ada Rowe on Monday.", "shot", {"Ada Rowe"}),
        ("Ada Rowe shot herself to death on Monday.", "shot", {"Ada Rowe"}),
        ("They face trial for the fatal shooting death of their niece, 5-year-old Ada Rowe.", "shooting", {"Ada Rowe"}),
        ("Ada Rowe's fatal shooting on Monday shook the town.", "shooting", {"Ada Rowe"}),
        ("Ada was playing on Monday when a gunman shot her.", "playing", {"Ada Rowe"}),
        ("Ada was playing on Monday when a gunman lured the girl into an alley and shot her.", "lured", {"Ada Rowe"}),
    ],
)
def test_victims(told: str, head: str, names: set[str]) -> None:
    assert befallen(told, head) == names


@pytest.mark.parametrize(
    ("told", "head"),
    [
        ("Ed Lo, a suspect in the murder of Ada Rowe, was arrested on Monday.", "was arrested"),
        ("Both Ada Rowe's slaying and the Monday slaying come of one feud.", "slaying come"),
        ("Ed Lo was charged with the robbery that led to the murder of Ada Rowe.", "robbery"),
        ("Two men were shot on Monday near the house of Ada Rowe.", "were shot"),
        ("Ed Lo opened fire on Monday.", "opened fire"),
    ],
)
def test_no_victims(told: str, head: str) -> None:
    assert befallen(told, head) == set()
