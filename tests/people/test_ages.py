"""Ages: which are claimed for whom."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from checker.align.persons import same_name
from checker.engine import Engine
from checker.model import Config
from checker.read.jsonl import read_jsonl
from checker_people.ages import Age

ENGINE = Engine(Config(third_party=False))


def annotations_of(text):
    row = json.dumps({"id": "d", "text": text, "published": "2025-03-05"}).encode()
    (document,) = read_jsonl(row, PurePosixPath("x.jsonl"))
    ((_, annotations),) = ENGINE.annotated([document])
    return annotations


def ages(text):
    return [
        (text[a.person :].split(",")[0].split(" (")[0].split(" was")[0], a.years) for a in annotations_of(text).of(Age)
    ]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Edward Holm, 58, was jailed.", 58),
        ("Edward Holm, aged 58, was jailed.", 58),
        ("Edward Holm (58) was jailed.", 58),
        ("Edward Holm is 58 and keeps bees.", 58),
        ("The judge jailed 58-year-old Edward Holm.", 58),
        ("The judge jailed 58-year-old former treasurer Edward Holm.", 58),
        ("Edward Holm sat down. He was 58.", 58),
        ('Edward "Duke" Holm, 58, was jailed.', 58),
        ("Edward Holm, a 58-year-old teacher, was jailed.", 58),
        ("The judge jailed a six-year-old Edward Holm.", 6),
        ("The judge jailed a 58-year-old teacher, Edward Holm, on Monday.", 58),
        ("The judge jailed 58-year-old Larkfield teacher Edward Holm.", 58),
        ("Edward Holm, who turned 58 in May, was jailed.", 58),
        ("Edward Holm, who ran the mill for 30 years, has died aged 58.", 58),
        ("Edward Holm ran the mill. He died on Monday at the age of 58.", 58),
        ("The hunt left Holm, 58, at large.", 58),
        ("Edward Holm, 58 and a father of three, had joined in 2013.", 58),
    ],
)
def test_an_age_beside_a_name(text, years):
    assert [n for _, n in ages(text)] == [years]


def test_ages_in_a_row_go_each_with_its_name():
    text = "They are 44-year-old Officer Edward Holm, 32-year-old Officer Maria Lund and 39-year-old Officer Ada Ro."
    assert [n for _, n in ages(text)] == [44, 32, 39]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In 2003 Edward Holm, 36, was acquitted.", 2003),
        ("The jury found 36-year-old Edward Holm guilty of shooting a man on May 3, 2021.", 2021),
        ("The jury found 36-year-old Edward Holm guilty in a 2021 shooting.", None),
        ("Edward Holm, 36, was hit by a 2006 Ford on Monday.", None),
    ],
)
def test_the_year_of_the_sentence_goes_with_the_age(text, year):
    assert [a.year for a in annotations_of(text).of(Age)] == [year]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Maria Holm, believed to be in her early 50s, was found dead.", (50, 54)),
        ("Edward Holm, who is in his 20s, fled.", (20, 29)),
        ("Maria Holm, believed to be in her mid- to late 50s, was found dead.", (53, 59)),
    ],
)
def test_decades(text, span):
    assert [a.range for a in annotations_of(text).of(Age)] == [span]


@pytest.mark.parametrize(
    "text",
    [
        "Edward Holm, 31 when he joined the bank, was jailed.",
        "The 18-year-old sister of Edward Holm wept.",
        "A 13-year-old girl said she watched Edward Holm.",
        "Two years ago, Edward Holm, 56, was fined.",
        "The then-15-year-old Edward Holm was at the scene.",
        "Edward Holm and Maria Holm sat down. Holm, 61, wept.",
        "Edward Holm won 6-3, 6-4.",
        "Edward Holm, 400 metres ahead, waved.",
        "Edward Holm, 4,201, lost to Maria Lund, 4,264.",
        "It was warm and sunny in Larkfield, 38, and dry.",
        "A man in the crowd, Man, 57, fell.",
        "Edward Holm sat down. He had worked there since he was 17.",
        "Edward Holm sat down. He had two children before he was 25.",
    ],
)
def test_ages_of_others_and_of_other_times_are_left_out(text):
    assert ages(text) == []


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Ada Lindqvist", "Ada Lindqvist", True),
        ("Ada Lindqvist", "Lindqvist", True),
        ("Ada Lindqvist", "A. Lindqvist", True),
        ("José García", "Jose Garcia", True),
        ("Anne-Marie Roux", "Anne Marie Roux", True),
        ("Paddy Joe Roux", "Patrick Joseph Roux", True),
        ("P.J. Roux", "Patrick Joseph Roux", True),
        ("P.J. Roux", "Patrick Mark Roux", False),
        ("Ada Lindqvist", "Bo Lindqvist", False),
        ("Ada Lindqvist", "Ada Lind", False),
        ("", "Ada", False),
    ],
)
def test_names_of_one_person(a, b, same):
    assert same_name(a, b) is same_name(b, a) is same
