"""Counts of people: which are found, and which are claimed for the event."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from checker.engine import Engine
from checker.model import Config
from checker.read.jsonl import read_jsonl
from checker_numbers.counts import Count

ENGINE = Engine(Config(third_party=False))


def read(text):
    row = json.dumps({"id": "d", "text": text, "published": "2025-05-06"}).encode()
    (document,) = read_jsonl(row, PurePosixPath("x.jsonl"))
    ((_, annotations),) = ENGINE.annotated([document])
    return annotations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two people were killed in the explosion.", ("killed", 2, None)),
        ("The explosion left at least 12 people injured.", ("wounded", 12, "MORE")),
        ("The explosion killed three workers.", ("killed", 3, None)),
        ("The crash left four dead.", ("killed", 4, None)),
        ("Police arrested 31 protesters after the march.", ("arrested", 31, None)),
        ("Nearly 40 people were hurt in the crash.", ("wounded", 40, "ABOUT")),
        ("Twenty-one passengers were rescued after the sinking.", ("rescued", 21, None)),
    ],
)
def test_counts(text, found):
    assert found in [(c.what, c.value, c.hedge) for c in read(text).of(Count)]


@pytest.mark.parametrize(
    "text",
    [
        "Three of the victims were shot in the explosion.",
        "The explosion hurt two children and three adults were hurt as well.",
        "Last year two people were killed in an explosion.",
        "One of the two men killed in the explosion lived in Hallein.",
        "The gunman killed two people and then himself in the shooting.",
        "Two people would be killed in such an explosion.",
        '"We have four people shot here," the caller said of the shooting.',
        "Two people were killed in separate shootings over the weekend.",
    ],
)
def test_parts_of_a_toll_and_other_tolls_are_not_claimed(text):
    assert [c.slot for c in read(text).claims() if c.slot.startswith("count-")] == []


def test_an_article_with_two_numbers_claims_neither():
    text = "Two people were killed in the explosion. Police said three people were killed in the explosion."
    assert [c.slot for c in read(text).claims() if c.slot.startswith("count-")] == []
