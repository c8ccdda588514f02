"""Patterns are tried only at the words that expressions begin with: none may be left out where it would match."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker_dates.atoms import PATTERNS
from checker_dates.first_words import starts
from checker_dates.periods import PERIODS

TRIED = [(p.trigger, p.pattern) for p in PATTERNS] + [(p.trigger, p.pattern) for p in PERIODS]


def _strings(node: object) -> set[str]:
    if isinstance(node, dict):
        return set().union(*map(_strings, node.values()))
    if isinstance(node, list):
        return set().union(*map(_strings, node))
    return {node.replace("[", "").replace("]", "")} if isinstance(node, str) else set()


CORPUS = _strings(yaml.safe_load((Path(__file__).parent / "corpus.yaml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("text", sorted(CORPUS))
def test_a_pattern_is_tried_where_it_matches(text: str) -> None:
    tried = dict(starts(text))
    for trigger, pattern in TRIED:
        for match in pattern.finditer(text):
            assert trigger in tried.get(match.start(), ()), (trigger, match[0])


@pytest.mark.parametrize(
    "text",
    [
        "“Last year was dry,” she said.",
        "The ferry sank at 9.30am, not at 10:15 p.m.",
        "The inn of the ’90s closed in '04.",
        "Snow fell for\n   three weeks.",
        "12 days of rain",
    ],
)
def test_marks_and_spaces_hide_no_start(text: str) -> None:
    test_a_pattern_is_tried_where_it_matches(text)


def test_offsets_are_those_of_the_text() -> None:
    text = "Ölpreis – “łódź” – 1,500 men left on Monday"
    assert [text[at:] for at, triggers in starts(text) if "weekday" in triggers] == ["Monday"]
    again = "The mayor of the port, a man of the old town, and the boats, the last  quarter of the year, a boat, a week"
    begun = [again[at:].split()[:2] for at, _ in starts(again)]
    assert begun[-4:] == [["the", "last"], ["last", "quarter"], ["the", "year,"], ["a", "week"]]
    assert dict(starts("No time of any kind is told here.")) == {}
