from __future__ import annotations

import pytest

from checker.annotate import annotate, order
from checker.engine import Engine
from checker.model import Annotations, Config, Document, Published, Segment, SegmentKind
from checker.text.extractors import CORE
from checker_dates import checker_extractors

EXTRACTORS = order([*CORE, *checker_extractors()])[0]


def make(text: str, published: str | None = "2024-07-12", name: str = "a.md") -> Document:
    dct = None if published in (None, "none") else Published(*map(int, str(published).split("-")))
    segments = (Segment(0, len(text), SegmentKind.BODY),) if text else ()
    return Document(name, name, text, segments, published=dct)


def annotated(document: Document) -> Annotations:
    annotations, problems = annotate(document, EXTRACTORS)
    assert problems == []
    return annotations


@pytest.fixture
def document():
    return make


@pytest.fixture
def read():
    """Annotate a text: (document, annotations)."""

    def _read(text: str, published: str | None = "2024-07-12", name: str = "a.md") -> tuple[Document, Annotations]:
        made = make(text, published, name)
        return made, annotated(made)

    return _read


@pytest.fixture(scope="session")
def engine():
    return Engine(Config(select=("dates",)))


@pytest.fixture
def severities(engine):
    """Check articles, each ``(published, text)``, and return the severities of what one rule reports."""

    def _severities(rule: str, *articles: tuple[str, str]) -> list[str]:
        made = [make(text, published, f"{n}.md") for n, (published, text) in enumerate(articles)]
        return [f.severity.value for f in engine.check_documents(made).findings if f.rule.id == rule]

    return _severities
