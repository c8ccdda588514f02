"""Numbers by their digits: what is read, what a swap of neighbours is, and that the report tells one pair of numbers once."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checker.cli import main
from checker_numbers.transposition import swapped


@pytest.mark.parametrize(
    ("text", "unit", "digits"),
    [
        ("The steamer had 382 passengers.", "people", "382"),
        ("A 382-passenger steamer sank.", "people", "382"),
        ("The weir lies 83 kilometers east of Kuchl.", "kilometre", "83"),
        ("Thirty-eight cows drowned.", "cow", "38"),
        ("They paid N75m for the mill.", "NGN", "75"),
        ("The bridge cost Rs 530 crore.", "INR", "53"),
        ("It rose by 17.4 per cent.", "%", "174"),
        ("Ruth Amsler won in 2:31:52.", "time", "23152"),
        ("The mill will shed 1,270 posts.", "job", "127"),
    ],
)
def test_read_by_its_digits(claims, text, unit, digits):
    assert [(c.reading.unit, c.reading.digits) for c in claims(text, "transposed")] == [(unit, digits)]


@pytest.mark.parametrize(
    "text",
    [
        "The steamer had about 380 passengers.",
        "The steamer had 11 or 12 passengers.",
        "Between 12-18 cows drowned.",
        "He ran up Highway 12 times without number.",
        "It was 2:15 p.m. in Kuchl.",
        "Seven cows drowned.",
        "He lives at number 38.",
    ],
)
def test_nothing_to_swap(claims, text):
    assert claims(text, "transposed") == []


@given(st.text("0123456789", min_size=2, max_size=7), st.integers(0, 5))
def test_a_swap_of_neighbours_is_one(digits, at):
    assume(at < len(digits) - 1 and digits[at] != digits[at + 1])
    other = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    assert swapped(digits, other)
    assert swapped(other, digits)


@given(st.text("0123456789", max_size=7), st.text("0123456789", max_size=7))
def test_a_swap_is_symmetric_and_never_of_equals(a, b):
    assert swapped(a, b) == swapped(b, a)
    assert not swapped(a, a)


def test_one_pair_of_numbers_is_told_once(tmp_path, capsys):
    """The money rule says what the sums are; the swap behind it is a note."""
    rows = [
        {
            "id": "a",
            "published": "2025-05-06",
            "text": "Salzwerk of Hallein said on Tuesday it had bought its rival Kuchler Siede for 428 million zlotys.",
        },
        {
            "id": "b",
            "published": "2025-05-06",
            "text": "Salzwerk of Hallein is paying 482 million zlotys in cash for Kuchler Siede.",
        },
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    main(["check", "--no-plugins", "--stories", "run", "--format", "json", str(path)])
    found = {f["rule"]: f["severity"] for f in json.loads(capsys.readouterr().out)["findings"]}
    assert found == {"numbers/money": "error", "numbers/transposed": "info"}
