"""Which event an expression dates, and which part of it."""

from __future__ import annotations

import pytest

from checker.model import EventMention, Factuality, Segment, SegmentKind, Timex
from checker_dates.claims import date_claims


def claims(document, annotations):
    return [
        (c.slot, document.text[c.reading.start : c.reading.end])
        for c in annotations.claims()
        if c.slot.startswith("date-") and isinstance(c.reading, Timex) and isinstance(c.subject, EventMention)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The navies had begun the exercise in early July, the ministry said.", [("date-start", "early July")]),
        ("An officer opened the exercise on July 8.", [("date-start", "July 8")]),
        ("The strike began on Monday.", [("date-start", "Monday")]),
        ("The strike ended on Monday.", [("date-end", "Monday")]),
        ("The ferry sank off Skye on Monday.", [("date-day", "Monday")]),
        ("On Monday the ferry sank off Skye.", [("date-day", "Monday")]),
        ("They held the exercise from July 1 to July 9.", [("date-start", "July 1"), ("date-end", "July 9")]),
        ("The drills will last until July 19.", [("date-end", "July 19")]),
        # What bounds an event does not date it.
        ("The strike began after Monday.", []),
        ("The strike ended before July 9.", []),
        ("The strike had ended by Monday.", []),
        ("The strike began between July 1 and July 9.", []),
        # What is vague, or wider than a quarter, dates nothing.
        ("The strike began weeks ago.", []),
        ("The strike began recently.", []),
        ("The strike began in recent days.", []),
        ("The strike began last year.", []),
        ("The strike began in the early 1990s.", []),
        # A date that belongs to the report is not the event's.
        ("The ministry said on Friday that the strike had begun.", []),
        # A long event as a whole has no one day.
        ("The drills drew crowds on Monday.", []),
    ],
)
def test_claims(read, text, expected):
    assert claims(*read(text)) == expected


def test_the_passage_is_the_expression_and_the_factuality_the_events(read):
    document, annotations = read("The navies will begin the exercise on July 20.")
    (claim,) = (c for c in annotations.claims() if c.slot == "date-start")
    (passage,) = claim.passages
    assert (document.text[passage.start : passage.end], passage.role) == ("July 20", "date")
    assert claim.factuality is Factuality.PLANNED


def test_furniture_claims_nothing(read, document):
    text = "The ferry sank off Skye on Monday."
    made, annotations = read(text)
    plain = document(text)
    boxed = type(plain)(
        "b.md", "b.md", text, (Segment(0, len(text), SegmentKind.FURNITURE),), published=plain.published
    )
    assert list(date_claims(made, annotations))
    assert not list(date_claims(boxed, annotations))


@pytest.mark.parametrize(
    ("text", "weekday", "date"),
    [
        ("It resumes on Thursday, 24 October.", "Thursday", "24 October"),
        ("It was signed on Tuesday, January 12, 2017, there.", "Tuesday", "January 12, 2017"),
        ("It was signed on 2017-01-12 (Tuesday).", "Tuesday", "2017-01-12"),
        ("They met Tuesday morning, Jan. 12, in Rome.", "Tuesday", "Jan. 12"),
        ("It will be played on 14 December, a Saturday.", "Saturday", "14 December"),
    ],
)
def test_a_weekday_and_its_date_are_two_claims_on_one_expression(read, text, weekday, date):
    document, annotations = read(text)
    found = [c for c in annotations.claims() if c.slot == "weekday"]
    words = {c.passages[0].role: document.text[c.reading.start : c.reading.end] for c in found}
    assert words == {"weekday": weekday, "date": date}
    assert len({c.subject for c in found}) == 1


@pytest.mark.parametrize(
    "text", ["It resumes on Thursday.", "It resumes on 24 October.", "On Thursday he spoke of 24 October."]
)
def test_one_alone_claims_no_weekday(read, text):
    assert [c for c in read(text)[1].claims() if c.slot == "weekday"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Shooting at a mall\nPosted: Monday, July 8, 2024",
        "He was arrested on warrants for a September 2023 incident.",
        "Police continued their investigation into the shooting Monday.",
        "No one was in custody in the shooting as of Monday afternoon.",
    ],
)
def test_other_dates_are_not_the_events(read, text):
    assert claims(*read(text)) == []
