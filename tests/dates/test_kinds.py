"""The rule kinds ``date-window`` and ``weekday-date``: pure, symmetric verdicts and their words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import (
    Claim,
    Document,
    Factuality,
    Mention,
    Outcome,
    Passage,
    Published,
    Segment,
    SegmentKind,
    Severity,
    Timex,
)
from checker_dates.date_window import DATE_WINDOW, DateWindow
from checker_dates.weekday_date import WEEKDAY_DATE, WeekdayDate
from checker_dates.windows import MonthParts, window_of


def make(text, published):
    dct = Published(*map(int, published.split("-"))) if published else None
    return Document("a.md", "a.md", text, (Segment(0, len(text), SegmentKind.BODY),), published=dct)


SUBJECT = Mention(0, 5)
AGREE, CONTRADICT, UNKNOWN = Outcome.AGREE, Outcome.CONTRADICT, Outcome.UNKNOWN


def claim(
    value, mod=None, published="2024-07-20", *, text="on a day", factuality=Factuality.CERTAIN, said=("year", "month")
):
    kind = "TIME" if "T" in value else "DATE"
    timex = Timex(3, 8, type=kind, value=value, mod=mod, window=window_of(value, mod), said=frozenset(said))
    return Claim(make(text, published), SUBJECT, "date-start", timex, (Passage(3, 8, "date"),), factuality)


def judge(a, b, options=None):
    options = options or DateWindow("start")
    verdict, mirrored = DATE_WINDOW.compare(options, a, b), DATE_WINDOW.compare(options, b, a)
    assert verdict == mirrored
    return verdict


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        (("2024-07-14",), ("2024-07-14",), AGREE),
        (("2024-07-14",), ("2024-07-13",), CONTRADICT),
        (("2024-07", "START"), ("2024-07-08",), AGREE),
        (("2024-07", "START"), ("2024-07-16",), CONTRADICT),
        (("2024-07",), ("2024-07-08",), AGREE),
        (("2024-06",), ("2024-07-08",), CONTRADICT),
        (("XXXX-07-14",), ("2024-07-14",), AGREE),
        (("XXXX-07-14",), ("2024-07-15",), CONTRADICT),
        (("PAST_REF",), ("2024-07-14",), UNKNOWN),
        # Another clock may explain one day more or less where hours are spoken of.
        (("2024-07-09TNI",), ("2024-07-10",), UNKNOWN),
        (("2024-07-09T23:00",), ("2024-07-10",), UNKNOWN),
        (("2024-07-09TNI",), ("2024-07-12",), CONTRADICT),
        (("2024-07-07TNI",), ("2024-07-08T18:00/2024-07-09T06:00",), CONTRADICT),
        (("2024-07-09TMO",), ("2024-07-09TEV",), UNKNOWN),
    ],
)
def test_date_windows(a, b, outcome):
    assert judge(claim(*a), claim(*b)).outcome is outcome


def test_between_the_usual_and_the_widest_reading_is_a_warning():
    assert judge(claim("2024-07", "START"), claim("2024-07-14")).severity is Severity.WARNING
    assert judge(claim("2024-07", "START"), claim("2024-07-16")).severity is None


def test_a_wider_convention_silences_the_warning():
    wide = DateWindow("start", month_parts=MonthParts(early=(1, 15)))
    assert judge(claim("2024-07", "START"), claim("2024-07-14"), wide).outcome is AGREE


def test_what_has_happened_lies_before_the_publication():
    early = claim("2024-07", "START", "2024-07-12")
    planned = claim("2024-07", "START", "2024-07-12", factuality=Factuality.PLANNED)
    undated = claim("2024-07", "START", None)
    other = claim("2024-07-14")
    assert judge(early, other).severity is None
    assert judge(planned, other).severity is Severity.WARNING
    assert judge(undated, other).severity is Severity.WARNING


def test_a_time_zone_beside_the_date_makes_neighbouring_days_unknown():
    zoned = claim("2024-07-09", text="on a day, 2100 GMT")
    assert judge(zoned, claim("2024-07-10")).outcome is UNKNOWN
    assert judge(zoned, claim("2024-07-11")).outcome is CONTRADICT


def test_an_inferred_year_contradicts_nothing():
    inferred = claim("2016-07-09", said=("month", "day"))
    assert judge(inferred, claim("2014-07-09")).outcome is UNKNOWN
    assert judge(inferred, claim("2014-08-09")).outcome is CONTRADICT


def test_one_weekday_named_in_two_weeks_is_a_text_put_out_again():
    first, later = (claim(day, said=("weekday",)) for day in ("2015-02-20", "2015-03-06"))
    other = claim("2015-03-05", said=("weekday",))
    assert judge(first, later).outcome is UNKNOWN
    assert judge(later, other).outcome is CONTRADICT


def test_a_bare_weekday_says_nothing_of_another_month():
    assert judge(claim("2015-02-20", said=("weekday",)), claim("2015-04-01")).outcome is UNKNOWN


def test_hours_explain_nothing_inside_one_document():
    first = claim("2024-07-09TEV")
    assert judge(first, claim("2024-07-10")).outcome is UNKNOWN
    second = replace(claim("2024-07-10"), document=first.document)
    assert judge(first, second).outcome is CONTRADICT


def test_the_reading_names_convention_and_bound():
    reading = DATE_WINDOW.describe(DateWindow("start"), claim("2024-07", "START", "2024-07-12"))
    assert (reading.value, reading.label) == ("2024-07-01/2024-07-10", "1–10 July 2024")
    assert reading.derivation == (
        '"early" is days 1–10, at most 1–15',
        "it has happened, published 12 July 2024: not later than that",
    )
    assert DATE_WINDOW.describe(DateWindow("start"), claim("2024-07-14")).value == "2024-07-14"


VALUES = st.one_of(
    st.dates().map(lambda d: (d.isoformat(), None)),
    st.tuples(st.dates().map(lambda d: f"{d:%Y-%m}".zfill(7)), st.sampled_from((None, "START", "MID", "END"))),
    st.sampled_from(
        (("XXXX-02-29", None), ("2024-W28", "START"), ("PAST_REF", None), ("2024-07-14TNI", None), ("0001-01-01", None))
    ),
)


@given(VALUES, VALUES, st.sampled_from(("2024-07-12", None)))
def test_no_verdict_raises_and_none_contradicts_itself(a, b, published):
    first, second = claim(*a, published), claim(*b, published)
    judge(first, second)
    assert judge(first, first).outcome is not CONTRADICT
    DATE_WINDOW.describe(DateWindow("start"), first)


def pair(weekday, value, published):
    document = make("Thursday, 24 October", published)
    a = Timex(0, 8, type="DATE", value=f"XXXX-WXX-{weekday}")
    b = Timex(10, 20, type="DATE", value=value)
    whole = Timex(0, 20, type="DATE", value=value)
    return [
        Claim(document, whole, "weekday", t, (Passage(t.start, t.end, r),)) for t, r in ((a, "weekday"), (b, "date"))
    ]


@pytest.mark.parametrize(
    ("weekday", "value", "published", "outcome"),
    [
        (4, "XXXX-10-24", "2025-10-20", CONTRADICT),
        (5, "XXXX-10-24", "2025-10-20", AGREE),
        (4, "2024-10-24", "2025-10-20", AGREE),
        (5, "2024-10-24", None, CONTRADICT),
        (4, "XXXX-10-24", None, UNKNOWN),
        (4, "XXXX-10-24", "2025", UNKNOWN),
        # Half a year away either year is plausible: 24 October was a Thursday in 2024 and will be a Friday in 2025.
        (4, "XXXX-10-24", "2025-04-20", AGREE),
        (5, "XXXX-10-24", "2025-04-20", AGREE),
        (6, "XXXX-10-24", "2025-04-20", CONTRADICT),
        (4, "XXXX-02-29", "2024-03-01", AGREE),
    ],
)
def test_weekday_and_date(weekday, value, published, outcome):
    a, b = pair(weekday, value, published)
    assert WEEKDAY_DATE.compare(WeekdayDate(), a, b).outcome is outcome
    assert WEEKDAY_DATE.compare(WeekdayDate(), a, b) == WEEKDAY_DATE.compare(WeekdayDate(), b, a)


def test_the_date_is_described_with_the_weekday_it_has():
    weekday, date = pair(4, "XXXX-10-24", "2025-10-20")
    assert WEEKDAY_DATE.describe(WeekdayDate(), weekday).label == "Thursday"
    reading = WEEKDAY_DATE.describe(WeekdayDate(), date)
    assert (reading.value, reading.label) == ("2025-10-24", "24 October 2025, a Friday")
    assert reading.derivation == ("published 20 October 2025: the year is 2025", "24 October 2025 is a Friday")


def test_what_happens_daily_is_told_by_each_article_for_its_own_day(factlint, tmp_path):
    rows = [
        '{"id": "a", "published": "2025-03-17", "text": "A drone attack by Borduria on Klow on Monday killed three."}',
        '{"id": "b", "published": "2025-03-18", "text": "A drone attack by Borduria on Klow on Tuesday killed one."}',
    ]
    path = tmp_path / "x.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    assert factlint("check", path).returncode == 0
    path.write_text("\n".join(rows).replace("2025-03-17", "2025-03-18"), encoding="utf-8")
    assert factlint("check", path).returncode == 1
