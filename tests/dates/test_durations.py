"""Which lengths are claimed of an event, and what two of them are to each other."""

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
from checker_dates.event_duration import EVENT_DURATION, EventDuration

AGREE, CONTRADICT, UNKNOWN = Outcome.AGREE, Outcome.CONTRADICT, Outcome.UNKNOWN


def told(document, annotations):
    return [(c.reading.value, c.factuality) for c in annotations.claims() if c.slot == "duration"]


@pytest.mark.parametrize(
    "text",
    [
        # No length of the event: delays, ages, rates, stretches.
        "The strike will begin in two weeks.",
        "The two-week-old strike ended on Friday.",
        "The exercise runs for eight hours a day.",
        "Workers began a strike for eight hours' pay.",
        "The first four days of the trial were dull.",
        "In the four years since his arrest Bo Lind has changed.",
        "Miners were on strike for the past two years.",
        # Still going on.
        "The strike has lasted two weeks.",
        "Miners have been on strike for two weeks.",
        # Of something else beside the event.
        "The power cut during the strike lasted two hours.",
        "The fire at the exercise site lasted three hours.",
        "A four-day festival programme was published.",
        "A teen on a two-day crime spree was shot.",
        # The time after which it ended, or for which it is over.
        "Dockers ended the strike for two weeks.",
        "After eight hours of talks the ministers left.",
        # Ranges, and lengths in two expressions.
        "Ann Ro was sentenced to 15 to 30 years in prison.",
        "Ann Ro was sentenced to eighteen months to three years in prison.",
        "Ann Ro was sentenced to five years and six months in prison.",
        "Ann Ro was sentenced to 25 years to life in prison.",
        # Parts of a penalty, other penalties, other sentences.
        "Ann Ro was sentenced to two years in prison, suspended for three years.",
        "Ann Ro was sentenced to nine years in prison, three of them suspended.",
        "Ann Ro was sentenced to two years of probation.",
        "Ann Ro was given credit for 143 days in jail.",
        "Ann Ro was sentenced to three years in prison for each count.",
        "Ann Ro was sentenced to six years in prison for theft in 2006.",
        "Ann Ro was sentenced to six years in prison. For arson she was sentenced to two years in prison.",
    ],
)
def test_no_length_of_an_event(read, text):
    assert told(*read(text)) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The strike lasted just two weeks.", "P2W"),
        ("Talks that lasted eight hours ended without a deal.", "PT8H"),
        ("The six-week trial ended on Friday.", "P6W"),
        ("Police lifted the two-hour lockdown.", "PT2H"),
        ("Miners walked out for 24 hours on Friday.", "PT24H"),
        ("A judge sentenced Ann Ro on Thursday to nine years in prison.", "P9Y"),
        ("Ann Ro was sentenced to six years in prison. The judge sentenced Ann Ro to six years in prison.", "P6Y"),
    ],
)
def test_lengths_of_what_is_over(read, text, value):
    assert set(told(*read(text))) == {(value, Factuality.CERTAIN)}


@pytest.mark.parametrize(
    "text",
    [
        "Nurses began a five-day strike on Friday.",
        "Nurses are on a five-day strike.",
        "The union called a five-day strike.",
        "The five-day strike will begin on Monday.",
        "The five-day strike was called off on Thursday. The five-day strike had hit the port.",
    ],
)
def test_what_an_event_is_yet_to_last_is_a_plan(read, text):
    assert set(told(*read(text))) == {("P5D", Factuality.PLANNED)}


def test_a_given_length_is_a_fact_once_it_has_passed(read):
    text = "Nurses began a five-day strike on July 1."
    assert told(*read(text, "2024-07-03")) == [("P5D", Factuality.PLANNED)]
    assert told(*read(text, "2024-07-06")) == [("P5D", Factuality.CERTAIN)]


def test_what_was_broken_off_did_not_last(read):
    text = "Dockers held a 24-hour strike. The strike was {}called off."
    assert told(*read(text.format(""))) == [("PT24H", Factuality.PLANNED)]
    assert told(*read(text.format("not "))) == [("PT24H", Factuality.CERTAIN)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The exercise took place July 1–4 off Bergen.", "P4D"),
        ("They held the exercise from July 1 to July 9.", "P9D"),
        ("The exercise began on July 1. It ended on July 9.", "P9D"),
        ("The exercise began on Monday and ended on Wednesday.", None),  # of which week?
        ("The exercise began in early July and ended on July 9.", None),
        ("The exercise took place July 1–4 off Bergen. The exercise of June 1–4 was small.", None),
    ],
)
def test_a_length_told_by_dates(read, text, value):
    expected = [] if value is None else [(value, Factuality.CERTAIN)]
    assert told(*read(text)) == expected


def test_a_length_told_by_dates_to_come_is_a_plan(read):
    assert told(*read("The exercise will be held from July 20 to July 24.")) == [("P5D", Factuality.PLANNED)]


def claim(value, mod=None, factuality=Factuality.CERTAIN, published="2024-07-12", name="a.md"):
    text, dct = "for some time", Published(*map(int, published.split("-"))) if published else None
    made = Document(name, name, text, (Segment(0, len(text), SegmentKind.BODY),), published=dct)
    timex = Timex(4, 13, type="DURATION", value=value, mod=mod)
    return Claim(made, Mention(0, 3), "duration", timex, (Passage(4, 13, "duration"),), factuality)


OPTIONS = EventDuration()


def judge(a, b, options=OPTIONS):
    verdict = EVENT_DURATION.compare(options, a, b)
    assert verdict == EVENT_DURATION.compare(options, b, a)
    return verdict


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        (("P1D",), ("PT24H",), AGREE),
        (("P1W",), ("P7D",), AGREE),
        (("P1Y",), ("P12M",), AGREE),
        (("P2W",), ("P10D",), UNKNOWN),
        (("P1D",), ("PT8H",), UNKNOWN),
        (("P5D",), ("P4D",), UNKNOWN),
        (("PXD",), ("P4D",), UNKNOWN),
        (("PT24H",), ("PT8H",), CONTRADICT),
        (("P6Y",), ("P9Y",), CONTRADICT),
        (("P5D",), ("P3D",), CONTRADICT),
        (("P2W", "MORE_THAN"), ("P3W",), UNKNOWN),
        (("P9Y", "EQUAL_OR_LESS"), ("P2Y",), UNKNOWN),
    ],
)
def test_two_lengths(a, b, outcome):
    assert judge(claim(*a), claim(*b, name="b.md")).outcome is outcome


def test_a_hedged_length_makes_a_warning_at_most():
    hedged = claim("P2W", "APPROX")
    assert judge(hedged, claim("P6W", name="b.md")).severity is Severity.WARNING


def test_plan_and_fact_say_nothing_of_each_other():
    plan, fact = claim("P5D", factuality=Factuality.PLANNED), claim("P2D", name="b.md")
    assert judge(plan, fact).outcome is UNKNOWN


def test_two_plans_are_compared_while_they_can_be_one():
    first = claim("P5D", factuality=Factuality.PLANNED)
    soon, late, undated = (
        claim("P2D", factuality=Factuality.PLANNED, published=p, name="b.md")
        for p in ("2024-07-15", "2024-08-15", None)
    )
    verdict = judge(first, soon)
    assert (verdict.outcome, verdict.severity) == (CONTRADICT, Severity.WARNING)
    assert judge(first, late).outcome is UNKNOWN
    assert judge(first, undated).outcome is UNKNOWN
    assert judge(first, soon, EventDuration(days=1)).outcome is UNKNOWN


LENGTHS = st.tuples(
    st.integers(1, 60), st.sampled_from("YMWDH"), st.sampled_from((None, "APPROX", "LESS_THAN", "MORE_THAN"))
).map(lambda c: (f"P{'T' if c[1] == 'H' else ''}{c[0]}{c[1]}", c[2]))


@given(LENGTHS, LENGTHS, st.sampled_from((Factuality.CERTAIN, Factuality.PLANNED)))
def test_verdicts_are_symmetric_and_no_length_contradicts_itself(first, second, factuality):
    a, b = claim(*first, factuality), claim(*second, name="b.md")
    judge(a, b)
    assert judge(a, replace(a)).outcome is AGREE
    assert EVENT_DURATION.describe(EventDuration(), a).label
