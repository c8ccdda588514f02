"""The windows of time expressions in sentences: what is said, bounded by the publication, anchored to what came before."""

from __future__ import annotations

import pytest

from checker.model import Timex
from checker_dates.windows import days_value


@pytest.mark.parametrize(
    ("text", "published", "core", "tolerant"),
    [
        ("They met [earlier this week].", "2024-07-12", "2024-07-08/2024-07-12", "2024-07-07/2024-07-12"),
        ("They met [earlier in the month].", "2024-07-12", "2024-07-01/2024-07-12", "2024-07-01/2024-07-12"),
        ("They meet [later this week].", "2024-07-12", "2024-07-12/2024-07-14", "2024-07-12/2024-07-14"),
        ("It will open [later this year].", "2024-03-04", "2024-03-04/2024-12-31", "2024-03-04/2024-12-31"),
        ("It opened [three years ago].", "2024-07-12", "2021-01-01/2021-12-31", "2020-07-02/2022-07-02"),
        ("It opened [two decades ago].", "2024-07-12", "2004-01-01/2004-12-31", "2000-12-31/2008-01-01"),
        ("It opened [10 days ago].", "2024-07-12", "2024-07-02", "2024-07-01/2024-07-03"),
        ("It rained over [Memorial Day weekend].", "2024-07-12", "2024-05-25/2024-05-26", "2024-05-24/2024-05-27"),
        ("It fell in [the last week of June].", "2024-07-12", "2024-06-24/2024-06-30", "2024-06-21/2024-07-03"),
        ("It struck [overnight on Tuesday].", "2024-07-12", "2024-07-09", "2024-07-08/2024-07-11"),
        ("On July 3 it came. [The following day] it left.", "2024-07-12", "2024-07-04", "2024-07-04"),
    ],
)
def test_window(read, text, published, core, tolerant):
    window = _window(read, text, published)
    assert (days_value(window.core), days_value(window.tolerant)) == (core, tolerant)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("It opened [several weeks ago].", "2024-07-12"),
        ("It has lasted [two weeks].", "2024-07-12"),
        ("[The following day], it left.", "2024-07-12"),  # no day to count from
        (
            "She said Thursday that it came on July 3. [The following day] it left.",
            "2024-07-12",
        ),  # two days to count from
        ("They met on Monday, he said. [The next day] it ended.", "2024-07-12"),  # the day may be that of the saying
        ("On [the 14th], it left.", "2024-07-12"),  # of which month?
        ("It opened on [Friday].", "none"),
        ("It closed in [fiscal 2023].", "2024-07-12"),
        ("It was built in [44 BC].", "2024-07-12"),
    ],
)
def test_no_window_where_nothing_is_firm(read, text, published):
    assert _window(read, text, published) is None


def test_what_is_said_and_what_is_inferred_stay_apart(read):
    _, annotations = read("It opened on July 3. It shut on Monday. In July and August 2023, it rained.")
    said = [t.said for t in annotations.of(Timex)]
    assert said == [{"month", "day"}, {"weekday"}, {"month", "year"}, {"month", "year"}]


def _window(read, text, published):
    start, end = text.index("["), text.index("]") - 1
    _, annotations = read(text.replace("[", "").replace("]", ""), published)
    (timex,) = (t for t in annotations.of(Timex) if (t.start, t.end) == (start, end))
    return timex.window
