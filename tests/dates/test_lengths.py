"""Lengths: what durations may mean, and which events they are claimed to measure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Claim
from checker_dates.durations import duration_claims
from checker_dates.lengths import length


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (("P1D", None), ("PT24H", None), True),
        (("P1D", None), ("PT8H", None), True),  # "a one-day strike" of eight hours
        (("PT24H", None), ("PT8H", None), False),
        (("P3D", None), ("P4D", None), True),  # the first day counted or not
        (("P3D", None), ("P5D", None), False),
        (("P1W", None), ("P7D", None), True),
        (("P6Y", None), ("P9Y", None), False),
        (("P6Y", None), ("P7Y", None), False),
        (("PT30M", None), ("PT50M", None), False),
        (("P10D", "APPROX"), ("P12D", None), True),
        (("P2W", "MORE_THAN"), ("P3W", None), True),
        (("P2W", "LESS_THAN"), ("P12D", None), True),
        (("P2W", None), ("P10D", None), True),  # ten working days
        (("P7W", None), ("P9W", None), False),  # nobody counts working days in weeks
    ],
)
def test_lengths_meet_within_their_rounding(a, b, meet):
    first, second = length(*a), length(*b)
    assert first is not None
    assert second is not None
    assert first.meets(second) == second.meets(first) == meet


@pytest.mark.parametrize("value", ["PXD", "2024", "2024-07-14", "", "P", "PT"])
def test_what_is_vague_or_no_duration_has_no_length(value):
    found = length(value)
    assert found is None or (found.least, found.most) == (0, 0)


@given(st.integers(1, 500), st.sampled_from("YMWDH"), st.sampled_from([None, "APPROX", "LESS_THAN", "MORE_THAN"]))
def test_a_length_meets_itself_and_a_hedge_only_widens(count, unit, mod):
    value = f"P{'T' if unit == 'H' else ''}{count}{unit}"
    plain, hedged = length(value), length(value, mod)
    assert plain is not None
    assert hedged is not None
    assert plain.meets(hedged)
    assert hedged.least <= plain.least <= plain.most <= hedged.most


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Dockers held a [24-hour] strike.", 1),
        ("The [three-day] naval exercise ended.", 1),
        ("The strike lasted [two weeks].", 1),
        ("Cranes moved again after a strike that lasted [two weeks].", 1),
        ("Cranes moved again after a strike by dockers lasting [nine days].", 1),
        ("The strike ended on Saturday after [14 days].", 1),
        ("Dockers went back after [14 days] on strike.", 1),
        ("The strike ended after two weeks that nobody will forget.", 0),
        ("Bo Lind was jailed for [six years].", 1),
        ("A court sentenced Ann Ro to [nine years] in prison.", 1),
        ("They ended the strike after eight hours of talks.", 0),
        ("Dockers have been on strike for three days.", 0),
        ("The strike will begin in two weeks.", 0),
        ("It was the worst strike for thirty years.", 0),
        ("A two-year-old boy watched the drills.", 0),
        ("The exercise runs for eight hours a day.", 0),
        ("Two weeks later the strike ended.", 0),
    ],
)
def test_which_lengths_measure_an_event(read, text, measured):
    document, annotations = read(text.replace("[", "").replace("]", ""))
    found = [c for c in duration_claims(document, annotations) if isinstance(c, Claim)]
    assert len(found) == measured
    if measured:
        passage = found[0].passages[0]
        assert f"[{document.text[passage.start : passage.end].removeprefix('The ')}]" in text
