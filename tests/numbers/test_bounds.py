"""What a number can bear: hedges and rounding, in words and digits."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.numerals import cardinal, number
from checker_numbers.bounds import bounds, hedge_of, hedged_number


def read(text):
    match = re.search(hedged_number(), text, re.IGNORECASE)
    assert match is not None, text
    value = number(match["number"])
    room = bounds(value, match["number"], hedge_of(match["hedge"], text, match.end("number")))
    return value, room.low, room.high


@pytest.mark.parametrize(
    ("text", "value", "inside", "outside"),
    [
        ("three people", 3, [3], [2, 4]),
        ("at least three people", 3, [3, 400], [2]),
        ("up to 16 people", 16, [2, 16], [17]),
        ("nearly 40 people", 40, [38, 40], [30, 42]),
        ("about 50 people", 50, [45, 55], [20, 80]),
        ("60 people", 60, [62], [54]),
        ("1,200 people", 1200, [1187], [1400]),
        ("4.2 million people", 4_200_000, [4_230_000], [2_400_000]),
        ("two dozen people", 24, [24], [30]),
        ("three hundred and forty people", 340, [340], [400]),
        ("two or more people", 2, [2, 9], [1]),
        ("5.3 crore people", 53_000_000, [53_200_000], [35_000_000]),
        ("1.2 lakh crore rupees", 1.2e12, [1.2e12], [2.1e12]),
        ("twenty-five people", 25, [25], [24]),
    ],
)
def test_bounds(text, value, inside, outside):
    read_value, low, high = read(text)
    assert read_value == value
    assert all(low <= n <= high for n in inside)
    assert not any(low <= n <= high for n in outside)


@pytest.mark.parametrize("text", ["54% of them", "$40", "10-20", "room 3a"])
def test_what_is_no_count(text):
    match = re.search(hedged_number(), text, re.IGNORECASE)
    assert match is None


@given(st.integers(1, 10_000_000), st.sampled_from([None, "MORE", "OVER", "LESS", "UNDER", "ALMOST", "ABOUT"]))
def test_a_number_always_bears_itself(value, hedge):
    room = bounds(float(value), f"{value:,}", hedge)
    assert room.low <= value <= room.high


@given(st.integers(1, 10_000_000))
def test_a_hedge_only_widens(value):
    plain = bounds(float(value), f"{value:,}", None)
    at_least = bounds(float(value), f"{value:,}", "MORE")
    assert at_least.low <= plain.low
    assert at_least.high == math.inf


@pytest.mark.parametrize(
    "words", ["twenty-five", "1,200", "4.2 million", "three hundred and forty", "a dozen", "two thousand"]
)
def test_a_cardinal_is_matched_whole(words):
    match = re.match(cardinal(), words)
    assert match is not None
    assert match.group() == words
