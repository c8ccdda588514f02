"""Values and their spellings, and texts that hold no time at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from checker.model import Timex

CORPUS = yaml.safe_load(Path(__file__).with_name("corpus.yaml").read_text(encoding="utf-8"))


def rows():
    for entry in CORPUS["values"]:
        published = str(entry.get("published", CORPUS["published"]))
        for spelling in entry["spellings"]:
            yield pytest.param(published, str(spelling), entry, id=f"{entry['value']}-{spelling}")


@pytest.mark.parametrize(("published", "spelling", "entry"), list(rows()))
def test_reads(read, published, spelling, entry):
    mark = re.search(r"\[([^\]]+)\](?!.*\[)", spelling)
    text = re.sub(r"[\[\]]", "", spelling)
    want = mark[1] if mark else text
    document, annotations = read(text, published)
    found = {document.text[t.start : t.end]: t for t in annotations.of(Timex)}
    assert want in found
    timex = found[want]
    assert (timex.type, timex.value, timex.mod) == (entry.get("type", "DATE"), str(entry["value"]), entry.get("mod"))


@pytest.mark.parametrize("text", CORPUS["negative"])
def test_finds_nothing(read, text):
    document, annotations = read(text)
    assert [document.text[t.start : t.end] for t in annotations.of(Timex)] == []


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "\ufeff", "31 February", "99:99 p.m.", "July 0", "the 0th century", "\x00Friday\x00", "Q9 2024"],
)
def test_never_raises(read, text):
    read(text)
    read(text, None)


def test_long_line_without_a_break(read):
    _, annotations = read("on Friday 12 " * 4000)
    assert len(annotations.of(Timex)) == 4000


@pytest.mark.parametrize("published", ["1-1-1", "9999-12-31", "2000-02-29"])
@pytest.mark.parametrize(
    "text", ["last Sunday", "next week", "yesterday", "tomorrow", "30 years ago", "this weekend", "29 February"]
)
def test_the_ends_of_the_calendar(read, text, published):
    read(text, published)
