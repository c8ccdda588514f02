"""One article, read by the whole engine."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from checker.engine import Engine
from checker.model import Config
from checker.read.jsonl import read_jsonl


@pytest.fixture(scope="session")
def engine():
    """The engine with what it brings."""
    return Engine(Config(third_party=False))


@pytest.fixture(scope="session")
def read(engine):
    """A function that gives the annotations of a text."""

    def annotations(text, title=None):
        row = json.dumps({"id": "d", "text": text, "published": "2025-05-06", "title": title}).encode()
        (document,) = read_jsonl(row, PurePosixPath("x.jsonl"))
        ((_, found),) = engine.annotated([document])
        return found

    return annotations


@pytest.fixture(scope="session")
def claims(read):
    """A function that gives the claims of one slot."""

    def of(text, slot, title=None):
        return [c for c in read(text, title).claims() if c.slot == slot]

    return of
