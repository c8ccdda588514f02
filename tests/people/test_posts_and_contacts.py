"""Posts and telephone numbers: what is read, and of whom."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from checker.engine import Engine
from checker.model import Config
from checker.read.jsonl import read_jsonl

ENGINE = Engine(Config(third_party=False))


def readings(text, slot):
    row = json.dumps({"id": "d", "text": text, "published": "2025-03-05"}).encode()
    (document,) = read_jsonl(row, PurePosixPath("x.jsonl"))
    ((_, annotations),) = ENGINE.annotated([document])
    return [claim.reading for claim in annotations.claims() if claim.slot == slot]


@pytest.mark.parametrize(
    ("text", "post", "names"),
    [
        (
            "Maria Holm, permanent secretary at Norway's fisheries ministry, signed.",
            "permanent secretary",
            {"fisheries"},
        ),
        ("Maria Holm, a spokeswoman for the Eastgate Hospital, said so.", "spokesperson", {"eastgate"}),
        ("“Yes,” said Eastgate Hospital spokesman Edward Holm.", "spokesperson", {"eastgate"}),
        ("Maria Holm, director of the Institute of Marine Research, signed.", "director", {"marine", "research"}),
    ],
)
def test_a_post_and_what_tells_its_body(text, post, names):
    ((reading),) = readings(text, "post")
    assert (reading.post, reading.names) == (post, names)


@pytest.mark.parametrize(
    "text",
    [
        "Maria Holm, permanent secretary at Norway's ministry, signed.",
        "Edward Holm, a spokesman for the county department, said so.",
        "The spokesman for the Eastgate Hospital met Maria Holm.",
        "Edward Holm, who works at the Eastgate Hospital, said so.",
    ],
)
def test_nothing_tells_the_body(text):
    assert readings(text, "post") == []


@pytest.mark.parametrize(
    ("text", "digits", "key"),
    [
        ("Call Sgt. Ann Ro at 555-010-2105.", "5550102105", "the telephone of ro"),
        ("Call Sgt. Ann Ro at 1-555-010-2105.", "5550102105", "the telephone of ro"),
        ("Tips may be left with Crime Stoppers at (555) 010-8477.", "5550108477", "the telephone of crime stoppers"),
        ("Contact Ann Ro on +44 20 7946 0018.", "442079460018", "the telephone of ro"),
    ],
)
def test_whose_number_it_is(text, digits, key):
    ((reading),) = readings(text, "telephone")
    assert (reading.digits, reading.key) == (digits, key)


@pytest.mark.parametrize(
    "text",
    [
        "Call 555-010-2105.",
        "Call Sgt. Ann Ro at 555-010-2105 or 555-010-2113.",
        "Call Sgt. Ann Ro or Lt. Max Berg at 555-010-2105.",
        "Ann Ro bought lot 555-010-2105.",
        "Call Sgt. Ann Ro, who was born in 1970.",
    ],
)
def test_numbers_of_nobody_of_several_and_of_things(text):
    assert readings(text, "telephone") == []
