"""People nobody names: their role, sex, stage of life and age."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from checker.engine import Engine
from checker.model import Config
from checker.read.jsonl import read_jsonl
from checker_people.parties import Party

ENGINE = Engine(Config(third_party=False))


def read(text, title=None):
    row = json.dumps({"id": "d", "text": text, "title": title, "published": "2025-03-05"}).encode()
    (document,) = read_jsonl(row, PurePosixPath("x.jsonl"))
    ((_, annotations),) = ENGINE.annotated([document])
    return annotations


def parties(text):
    return [(p.role, p.sex, p.minor, p.least, p.most) for p in read(text).of(Party)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 24-year-old man was shot in the leg.", ("victim", "m", False, 288, 288)),
        ("The crash injured a six-year-old girl.", ("victim", "f", True, 72, 72)),
        ("A 6-month-old baby was found unhurt.", ("victim", "?", True, 6, 6)),
        ("The blast killed a 1- or 2-year-old child.", ("victim", "?", True, 12, 24)),
        ("Police arrested a 31-year-old man.", ("suspect", "m", False, 372, 372)),
        ("A 31-year-old man shot and killed a neighbour.", ("suspect", "m", False, 372, 372)),
        ("He was shot by a 31-year-old man.", ("suspect", "m", False, 372, 372)),
        ("The boy, 14, was killed.", ("victim", "m", True, 168, 168)),
        ("A 17-year-old was injured.", ("victim", "?", True, 204, 204)),
        ("A 24-year-old man watched.", ("", "m", False, 288, 288)),
    ],
)
def test_the_role_the_sex_and_the_age(text, expected):
    assert parties(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A three-year-old law was repealed.",
        "The house is 31 years old.",
        "The boy, 400 metres ahead, was killed.",
    ],
)
def test_no_person(text):
    assert all(role == "" for role, *_ in parties(text))


def claimed(text, title=None):
    return [c.reading.least // 12 for c in read(text, title).claims() if c.slot == "party-age"]


def test_one_victim_and_one_suspect_are_claimed():
    text = (
        "A 24-year-old man was wounded in a shooting in Larkfield. Police arrested a 31-year-old man over the shooting."
    )
    assert claimed(text) == [24, 31]


@pytest.mark.parametrize(
    "text",
    [
        "A shooting in Larkfield wounded three people. A 24-year-old man was killed.",
        "One man is dead after a shooting. They found a 24-year-old man. He was driven to a hospital, where he died.",
        "A shooting wounded three people. Killed was Edward Holm, 24, a baker.",
        "The man killed in the crash has been named as Edward Holm. It hurt two others. Mr Holm, 24, was a baker.",
    ],
)
def test_the_one_who_died_is_claimed(text):
    assert claimed(text) == [24]


@pytest.mark.parametrize(
    "text",
    [
        "A man was killed in a crash. His brother, a 24-year-old baker, and two others told of it.",
        "A 24-year-old man killed two people in Larkfield.",
        "A 24-year-old man and a 30-year-old woman were wounded in a shooting in Larkfield.",
        "A 24-year-old man was wounded in a shooting in Larkfield. Two others were killed.",
        "A shooting in Larkfield killed three people. A 24-year-old man was killed.",
        "A 24-year-old man was wounded in a shooting in Larkfield. An explosion hurt nobody.",
    ],
)
def test_where_there_may_be_others_nothing_is_claimed(text):
    assert claimed(text) == []


def test_headline_and_body_are_read_apart():
    assert claimed("A 6-year-old girl was hurt in a crash in Larkfield.", "Larkfield crash hurts 4-year-old girl") == [
        6,
        4,
    ]
