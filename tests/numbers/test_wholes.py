"""The words that wholes are looked for by before their patterns are tried."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.text.vocabulary import table, words

LINES = [line.partition(": ") for line in words("checker_numbers", "wholes.txt")]
PATTERNS = [(what, pattern.strip().replace("N", "164", 1)) for what, _, pattern in LINES]


@pytest.mark.parametrize(("what", "pattern"), PATTERNS)
@settings(max_examples=20)
@given(data=st.data())
def test_no_pattern_matches_without_a_word_it_is_looked_for_by(what: str, pattern: str, data: st.DataObject) -> None:
    told = data.draw(st.from_regex(re.compile(pattern, re.IGNORECASE | re.ASCII), fullmatch=True)).lower()
    needed = table("checker_numbers", "whole-words.txt")[what].split(",")
    assert any(word.strip() in told for word in needed)


def test_no_word_is_of_a_kind_that_has_no_pattern() -> None:
    assert table("checker_numbers", "whole-words.txt").keys() == {what for what, _ in PATTERNS}
