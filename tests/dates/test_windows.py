"""The window algebra: laws over generated windows, and the conventions by example."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Interval, Timex, Window
from checker_dates.algebra import (
    DAY,
    Relation,
    bounded,
    bounded_below,
    gap,
    hull,
    intersection,
    meets,
    precedes,
    relation,
    widened,
)
from checker_dates.windows import DEFAULT, Conventions, MonthParts, days_label, days_value, under, window_of

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
WIDTHS = ("core", "tolerant")


@st.composite
def windows(draw, *, year_unknown=False):
    first = draw(st.dates(date(2000, 1, 1), date(2000, 12, 31)) if year_unknown else DAYS)
    length, before, after = (draw(st.integers(0, 40)) for _ in range(3))
    last = first + timedelta(length)
    core = Interval.days(first, last)
    tolerant = Interval.days(first - timedelta(before), last + timedelta(after))
    return Window(core, tolerant, year_unknown)


ANY = st.one_of(windows(), windows(year_unknown=True))
INTERVALS = st.builds(lambda first, length: Interval(first, first + length), st.integers(0, 12), st.integers(0, 6))


def shifted(window, days):
    core, tolerant = (Interval(i.first + days * DAY, i.last + days * DAY) for i in (window.core, window.tolerant))
    return Window(core, tolerant, window.year_unknown)


@given(INTERVALS, INTERVALS)
def test_one_of_allens_relations_holds_and_its_converse_the_other_way(a, b):
    assert relation(a, b).converse is relation(b, a)
    assert (relation(a, b) is Relation.EQUALS) == (a == b)
    assert relation(a, b).apart == (not a.meets(b)) == (intersection(a, b) is None)


@given(INTERVALS, INTERVALS, INTERVALS)
def test_before_and_during_carry_over(a, b, c):
    for carries in (Relation.BEFORE, Relation.DURING, Relation.EQUALS):
        if relation(a, b) is carries and relation(b, c) is carries:
            assert relation(a, c) is carries


@given(INTERVALS, INTERVALS)
def test_the_hull_holds_both_and_the_intersection_is_held_by_both(a, b):
    assert hull(a, b).contains(a)
    assert hull(a, b).contains(b)
    both = intersection(a, b)
    assert both is None or (a.contains(both) and b.contains(both))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((0, 1), (3, 4), "before"),
        ((0, 2), (3, 4), "meets"),
        ((0, 3), (3, 4), "overlaps"),
        ((3, 3), (3, 4), "starts"),
        ((3, 4), (2, 5), "during"),
        ((4, 4), (3, 4), "finishes"),
        ((3, 4), (3, 4), "equals"),
    ],
)
def test_allens_relations(a, b, expected):
    assert relation(Interval(*a), Interval(*b)) == expected


@given(ANY, ANY, st.sampled_from(WIDTHS))
def test_what_precedes_does_not_meet(a, b, width):
    assert not (precedes(a, b, width) and meets(a, b, width))
    assert not (precedes(a, b, width) and precedes(b, a, width))


@given(ANY, ANY, st.sampled_from(WIDTHS))
def test_meeting_and_gap_are_symmetric(a, b, width):
    assert meets(a, b, width) == meets(b, a, width)
    assert gap(a, b, width) == gap(b, a, width)


@given(ANY, st.sampled_from(WIDTHS))
def test_nothing_contradicts_itself(window, width):
    assert meets(window, window, width)
    assert gap(window, window, width) == 0


@given(ANY, ANY)
def test_what_meets_at_the_core_meets_at_the_widest(a, b):
    assert not meets(a, b, "core") or meets(a, b, "tolerant")


@given(windows(), windows(), st.integers(-3000, 3000))
def test_translation_by_days_changes_nothing(a, b, days):
    moved_a, moved_b = shifted(a, days), shifted(b, days)
    assert meets(a, b) == meets(moved_a, moved_b)
    assert gap(a, b) == gap(moved_a, moved_b)


@given(ANY, ANY, st.integers(0, 60))
def test_widening_only_removes_contradictions(a, b, days):
    assert not meets(a, b) or meets(widened(a, days), b)


@given(windows(), windows())
def test_a_gap_is_what_keeps_windows_apart(a, b):
    assert not (gap(a, b) > 0 and meets(a, b))
    assert meets(a, b) == (intersection(a.tolerant, b.tolerant) is not None)


@given(windows(), DAYS)
def test_a_bound_cuts_only_what_lies_behind_it(window, day):
    cut = bounded(window, day)
    assert window.tolerant.contains(cut.tolerant)
    if window.tolerant.first_day <= day:
        assert cut.tolerant.last_day <= day
    else:
        assert cut == window
    assert bounded(cut, day) == cut


@given(windows(), DAYS)
def test_a_bound_below_cuts_only_what_lies_before_it(window, day):
    cut = bounded_below(window, day)
    assert window.tolerant.contains(cut.tolerant)
    assert cut.tolerant.contains(cut.core)
    if window.tolerant.last_day >= day:
        assert cut.tolerant.first_day >= day or window.tolerant.first_day >= day
    else:
        assert cut == window
    assert bounded_below(cut, day) == cut


@given(windows(), DAYS)
def test_bounds_on_both_sides_of_a_day_leave_that_day(window, day):
    if window.tolerant.first_day <= day <= window.tolerant.last_day:
        assert bounded_below(bounded(window, day), day).tolerant == Interval.days(day)


@given(windows(year_unknown=True), DAYS)
def test_an_unknown_year_is_not_cut(window, day):
    assert bounded(window, day) == bounded_below(window, day) == window


@given(windows(), windows())
def test_an_unknown_year_only_removes_contradictions(a, b):
    blind = Window(a.core, a.tolerant, year_unknown=True)
    assert not meets(a, b) or meets(blind, b)


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.sampled_from(("START", "MID", "END")))
def test_parts_of_a_month_lie_in_it(day, mod):
    whole, part = window_of(f"{day:%Y-%m}"), window_of(f"{day:%Y-%m}", mod)
    assert whole.core.contains(part.tolerant)
    assert part.tolerant.contains(part.core)


@pytest.mark.parametrize(
    ("value", "mod", "core", "tolerant"),
    [
        ("2024-07-14", None, "2024-07-14", "2024-07-14"),
        ("2024-07", None, "2024-07-01/2024-07-31", "2024-07-01/2024-07-31"),
        ("2024-07", "START", "2024-07-01/2024-07-10", "2024-07-01/2024-07-15"),
        ("2024-07", "MID", "2024-07-11/2024-07-20", "2024-07-08/2024-07-23"),
        ("2024-02", "END", "2024-02-21/2024-02-29", "2024-02-16/2024-02-29"),
        ("2024", "START", "2024-01-01/2024-04-30", "2024-01-01/2024-06-30"),
        ("2024", "MID", "2024-05-01/2024-08-31", "2024-03-01/2024-10-31"),
        ("2024", "END", "2024-09-01/2024-12-31", "2024-07-01/2024-12-31"),
        ("2024-W28", None, "2024-07-08/2024-07-14", "2024-07-07/2024-07-14"),
        ("2024-W28-WE", None, "2024-07-13/2024-07-14", "2024-07-13/2024-07-14"),
        ("2024-Q3", None, "2024-07-01/2024-09-30", "2024-07-01/2024-09-30"),
        ("2024-H2", None, "2024-07-01/2024-12-31", "2024-07-01/2024-12-31"),
        ("2024-WI", None, "2024-12-01/2025-02-28", "2024-10-31/2025-03-31"),
        ("2024-07-01/2024-07-15", None, "2024-07-01/2024-07-15", "2024-07-01/2024-07-15"),
        ("198", None, "1980-01-01/1989-12-31", "1980-01-01/1989-12-31"),
        ("2024-07-14TNI", None, "2024-07-14", "2024-07-14/2024-07-15"),
        ("2024-07-14TMO", "START", "2024-07-14", "2024-07-14"),
        ("2024-07-14T24:00", None, "2024-07-14/2024-07-15", "2024-07-13/2024-07-15"),
    ],
)
def test_conventions(value, mod, core, tolerant):
    window = window_of(value, mod)
    assert (days_value(window.core), days_value(window.tolerant)) == (core, tolerant)


@pytest.mark.parametrize(
    "value", ["P3D", "PAST_REF", "XXXX-WXX-5", "2024-02-30", "2024-W60", "", "0000", "XXXX", "2024-07-14T77:00"]
)
def test_no_stretch_of_the_calendar_has_no_window(value):
    assert window_of(value) is None


@pytest.mark.parametrize("mod", ["BEFORE", "AFTER", "ON_OR_AFTER"])
def test_an_open_end_has_no_window(mod):
    assert window_of("2024-07", mod) is None


def test_unknown_years_compare_by_month_and_day():
    july, august, known = window_of("XXXX-07-14"), window_of("XXXX-08-14"), window_of("1987-07-14")
    assert july.year_unknown
    assert meets(july, known)
    assert not meets(august, known)


def test_a_window_over_the_new_year_meets_a_day_of_january_of_an_unknown_year():
    turn = window_of("2023-12-30/2024-01-02")
    assert meets(turn, window_of("XXXX-01-01"))
    assert meets(turn, window_of("XXXX-12-31"))
    assert not meets(turn, window_of("XXXX-01-05"))


def test_the_convention_is_a_value():
    wide = Conventions(month_parts=MonthParts(early=(1, 15)))
    assert days_value(window_of("2024-07", "START", wide).core) == "2024-07-01/2024-07-15"
    timex = Timex(0, 5, type="DATE", value="2024-07", mod="START", window=window_of("2024-07", "START"))
    assert under(timex, wide) == window_of("2024-07", "START", wide)
    said = bounded(window_of("2024-07"), date(2024, 7, 12))
    assert under(Timex(0, 5, type="DATE", value="2024-07", mod="START", window=said), wide) == said


def test_a_core_wider_than_the_tolerance_stays_inside_it():
    odd = Conventions(month_parts=MonthParts(early=(1, 25)), tolerance=DEFAULT.tolerance)
    assert days_value(window_of("2024-07", "START", odd).tolerant) == "2024-07-01/2024-07-25"


@pytest.mark.parametrize("parts", [{"early": (0, 10)}, {"mid": (20, 11)}, {"late": (29, "end")}])
def test_days_that_not_every_month_has_are_refused(parts):
    with pytest.raises(ValueError, match="no days of every month"):
        MonthParts(**parts)


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("2024-07-14", "2024-07-14", "14 July 2024"),
        ("2024-07-01", "2024-07-10", "1–10 July 2024"),
        ("2024-06-28", "2024-07-03", "28 June – 3 July 2024"),
        ("2023-12-30", "2024-01-02", "30 December 2023 – 2 January 2024"),
    ],
)
def test_labels(first, last, label):
    assert days_label(Interval.days(date.fromisoformat(first), date.fromisoformat(last))) == label
