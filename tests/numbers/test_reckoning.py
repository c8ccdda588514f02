"""Sums and percentages: what is worked out again, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st


def figures(claims, text, slot):
    return [(c.reading.value, c.reading.label) for c in claims(text, slot)]


@pytest.mark.parametrize(
    ("text", "total", "made"),
    [
        ("Paramedics took 12 people, nine men and six women, to two hospitals.", 12, 15),
        ("Twelve others -- nine males and six females -- were hurt.", 12, 15),
        ("There were five people in the car - four men, a woman and a child.", 5, 6),
        ("Six teens, four boys and three girls, were held.", 6, 7),
        ("A steamer with 176 people on board, 164 passengers and 14 crew, ran aground.", 176, 178),
        ("Nine walkers are lost: four on the ridge, three in the gorge and one near the weir.", 9, 8),
        (
            "Nine walkers died, said the mayor: four on the ridge, three in the gorge and one near the weir, where it is steep.",
            9,
            8,
        ),
        ("There were 36 people in the mill, and everyone was found. Three were dead, nine hurt and 28 unhurt.", 36, 40),
        ("The weir will cost €8 million. It brings in €5 million. The gap of €4 million is borrowed.", 4e6, 3e6),
    ],
)
def test_sums(claims, text, total, made):
    assert {v for v, _ in figures(claims, text, "reckoned-sum")} == {total, made}


@pytest.mark.parametrize(
    "text",
    [
        "Paramedics took 12 people, including nine men and six women, to two hospitals.",
        "Paramedics took at least 12 people, nine men and six women, to two hospitals.",
        "He shot at two women, a child and two adults.",
        "Six teens, two men and a woman were hurt.",
        "Twelve people, nine men and six women and children were hurt.",
        "Nine walkers are lost: four on the ridge, three in the gorge and others near the weir.",
        "At least nine walkers are lost: four on the ridge, three in the gorge and one near the weir.",
        "Six men and nine women are lost: four on the ridge, three in the gorge and one near the weir.",
        "Nine walkers left at 5.30: four on the ridge, three in the gorge and one near the weir, and six in a boat.",
        "There were 36 people in the mill, and everyone was found. Three were dead and nine hurt.",
        "There were 36 people in the mill when it burned. Three were dead, nine hurt and 28 unhurt.",
        "The weir will cost €8 million. It brings in about €5 million. The gap of €4 million is borrowed.",
        "The weir will cost €8 million and the mill costs €2 million. It brings in €5 million. The gap of €4 million is borrowed.",
    ],
)
def test_lists_that_make_up_no_total(claims, text):
    assert figures(claims, text, "reckoned-sum") == []


@pytest.mark.parametrize(
    ("text", "stated", "made"),
    [
        ("Spending goes from €40 million to €50 million, a rise of 12 per cent.", 12, 25),
        ("Visitors fell 30 per cent, from 2,000 to 1,800.", 30, 10),
        ("Sales rose 5 percent to $110 million from $100 million.", 5, 10),
    ],
)
def test_changes(claims, text, stated, made):
    assert {v for v, _ in figures(claims, text, "reckoned-change")} == {stated, made}


@pytest.mark.parametrize(
    "text",
    [
        "Crime dropped 30 percent from 2002 to 2012.",
        "Spending rises 12 per cent to €50 million.",
        "Spending goes from C$40 million to US$50 million, a rise of 12 per cent.",
    ],
)
def test_no_change_without_two_amounts(claims, text):
    assert figures(claims, text, "reckoned-change") == []


@given(st.integers(100, 9000), st.integers(-60, 150))
def test_a_percentage_that_was_worked_out_from_its_amounts_agrees(claims, first, percent):
    second = round(first * (100 + percent) / 100)
    if percent == 0 or second == first:
        return
    word = "rise" if second > first else "fall"
    made = abs(round(100 * (second - first) / first))
    if not made:
        return
    text = f"The number went from {first:,} to {second:,}, a {word} of {made} per cent."
    stated, computed = (c.reading for c in claims(text, "reckoned-change"))
    assert stated.meets(computed)
