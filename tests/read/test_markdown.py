from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from checker.model import Document, Known, Published, ReadError, SegmentKind
from checker.read.markdown import read_markdown


def parsed(text):
    found = list(read_markdown(text.encode(), PurePosixPath("a.md")))
    (document,) = [f for f in found if isinstance(f, Document)]
    return document, [(e.line, e.column, e.message) for e in found if isinstance(e, ReadError)]


def pieces(document, kind):
    return [document.text[s.start : s.end] for s in document.segments if s.kind is kind]


FRONT = """---
title: "Fair opens: thousands come"
source: Harbour Post
date: 2024-07-12T09:30:00+02:00
story: fair
region: NZ
url: https://example.org/fair
layout: {cms: field}
---
"""


def test_front_matter_is_metadata_and_its_title_a_headline():
    text = FRONT + "\nThe fair opened on Friday.\n"
    document, errors = parsed(text)
    assert errors == []
    assert document.text == text
    assert (document.title, document.source, document.story) == ("Fair opens: thousands come", "Harbour Post", "fair")
    assert (document.region, document.url) == ("NZ", "https://example.org/fair")
    assert document.published == Published(2024, 7, 12, Known.STATED, "09:30:00+02:00")
    assert pieces(document, SegmentKind.HEADLINE) == ["Fair opens: thousands come"]
    assert pieces(document, SegmentKind.BODY) == ["The fair opened on Friday."]
    assert pieces(document, SegmentKind.METADATA)[0].startswith("---\ntitle")
    assert pieces(document, SegmentKind.METADATA)[1].endswith("---")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Zürich 😀 fair", "Zürich 😀 fair"),
        ("'It''s on'", "It''s on"),
        ('"Fair"', "Fair"),
        (">\n  Fair opens\n", "Fair opens"),
    ],
)
def test_the_headline_span_holds_the_words_as_written(written, title):
    document, _ = parsed(f"---\nsource: Ü😀\ntitle: {written}\n---\nBody.\n")
    assert pieces(document, SegmentKind.HEADLINE) == [title]


@pytest.mark.parametrize(
    ("written", "date", "time"),
    [
        ("2024-07-14", "2024-07-14", None),
        ("2024-07-14T00:30:00+08:00", "2024-07-14", "00:30:00+08:00"),
        ("2024-07-14 10:00", "2024-07-14", "10:00"),
        ("'2024-07-14T23:59:59Z'", "2024-07-14", "23:59:59Z"),
        ("14 July 2024", "2024-07-14", None),
        ("July 14, 2024", "2024-07-14", None),
        ("Sunday, 14 July 2024", "2024-07-14", None),
        ("Sun, 14 Jul 2024 10:00:00 +0800", "2024-07-14", "10:00:00 +0800"),
    ],
)
def test_dates_are_taken_as_written(written, date, time):
    document, errors = parsed(f"---\npublished: {written}\n---\nBody.\n")
    assert errors == []
    assert (str(document.published), document.published.time) == (date, time)


@pytest.mark.parametrize(
    "written", ["07/14/2024", "2024-13-01", "31 June 2024", "yesterday", "12:30", "July 2024 or so"]
)
def test_a_bad_date_is_named_and_the_rest_kept(written):
    document, errors = parsed(f"---\nsource: Harbour Post\ndate: {written}\n---\nBody.\n")
    assert errors == [(3, 7, f"{written!r} is not a date")]
    assert (document.source, document.published) == ("Harbour Post", None)


@pytest.mark.parametrize(
    ("front", "line", "column"),
    [("region: Fair: it opens\n", 2, 13), ("title: a\ntitle: b\n", 3, 1), ("- title\n", 2, 1), ("title: [a]\n", 2, 8)],
)
def test_broken_front_matter_is_named_and_the_body_read(front, line, column):
    document, errors = parsed(f"---\n{front}---\nThe fair opened.\n")
    assert [(e[0], e[1]) for e in errors] == [(line, column)]
    assert pieces(document, SegmentKind.BODY) == ["The fair opened."]


@pytest.mark.parametrize("key", ["suorce", "titel", "dtae", "pubilshed"])
def test_a_key_with_swapped_letters_is_named(key):
    _, errors = parsed(f"---\nslug: fair\n{key}: 2024-07-14\n---\nThe fair opened.\n")
    assert errors == [(3, 1, f"unknown key {key!r}")]


@pytest.mark.parametrize("key", ["score", "store", "updated", "subtitle", "sources", "tags"])
def test_other_keys_are_the_business_of_a_cms(key):
    _, errors = parsed(f"---\n{key}: 3\n---\nThe fair opened.\n")
    assert errors == []


def test_front_matter_without_an_end():
    document, errors = parsed("---\ntitle: Fair\n\nThe fair opened.\n")
    assert [e[0] for e in errors] == [1]
    assert "The fair opened." in pieces(document, SegmentKind.BODY)[0]


def test_a_heading_is_the_headline_where_there_is_no_title():
    document, _ = parsed("# Fair opens\n\nThe fair opened on Friday.\n")
    assert document.title == "Fair opens"
    assert pieces(document, SegmentKind.HEADLINE) == ["# Fair opens"]


def test_line_ends_of_windows_keep_offsets():
    document, errors = parsed("---\r\ntitle: Fair opens\r\ndate: x\r\n---\r\nThe fair opened.\r\n")
    assert pieces(document, SegmentKind.HEADLINE) == ["Fair opens"]
    assert pieces(document, SegmentKind.BODY) == ["The fair opened."]
    assert errors == [(3, 7, "'x' is not a date")]


BODY = "The fair opened on Friday, the town said.\n\nIt runs for a week.\n\n"


@pytest.mark.parametrize(
    "box",
    [
        "*Harbour Post comes out on weekdays. Our office is closed on 1 May.*",
        "_Write to us about the fair._",
        "**You might also like:** Ferry is late (12 March) | Bridge closed | A podcast",
        "**More on this topic**\n- Ferry sinks off the cape (3 October)\n- What the law says",
        "## Related stories\n\n[Ferry sinks](ferry.md)\n\nA ferry sank on Monday.",
        "**Travel:** Trains normal · Airport staff to strike on Wednesday, 29 October",
        "> **Fixtures**: Reds v Blues, Sunday 30 November · Whites v Greens, postponed",
        "Council briefs: rink gets new roof · Dog vote put off until spring",
        "**Harbour Post on Sunday:** Chess · Letters from the coast",
        "**Corrections policy**: We mark every changed figure.",
        "*Diary: rates decision on Thursday; exchange closed on Monday, 21 April.*",
        "Sign up for our newsletter and get the fair to your inbox every Friday.",
        "---",
    ],
)
def test_boxes_around_an_article_are_furniture(box):
    document, _ = parsed(f"{BODY}{box}\n")
    assert pieces(document, SegmentKind.FURNITURE) == [box]
    assert pieces(document, SegmentKind.BODY) == [BODY.strip()]


@pytest.mark.parametrize(
    "paragraph",
    [
        "**How the day went**\n\n- 08:00: gates open\n- 12:30: the mayor speaks",
        "**The fair in brief** (local time)\n\n- 08:00: gates open",
        "*2013.* A clerk takes over the accounts.",
        "**How did you hear of it?** A farmer telephoned.",
        "> The mayor called it a triumph.",
        "“We had people from Oslo: three of them,” she said.",
        "The mayor said: it opened on Friday.",
        "Fair 24 Circus 19",
        "*The Ship* was launched on Friday with *The Boat*.",
    ],
)
def test_what_tells_of_the_matter_is_body(paragraph):
    document, _ = parsed(f"{BODY}{paragraph}\n\nThe last word was hers.\n")
    assert pieces(document, SegmentKind.FURNITURE) == []
    assert paragraph in pieces(document, SegmentKind.BODY)[0]


def test_pictures_and_the_italic_line_below_are_captions():
    document, _ = parsed(f"{BODY}![The gate](gate.jpg)\n*The gate on Thursday 13 March.*\n\nIt rained.\n")
    assert pieces(document, SegmentKind.CAPTION) == ["![The gate](gate.jpg)\n*The gate on Thursday 13 March.*"]
    assert pieces(document, SegmentKind.BODY)[-1] == "It rained."


def test_the_date_of_a_dateline_is_stated_unless_metadata_say_otherwise():
    body = "NELSON, Friday 14 February 2025 — The fair opened.\n"
    assert parsed(body)[0].published == Published(2025, 2, 14, Known.STATED)
    assert str(parsed(f"---\ndate: 2025-02-15\n---\n{body}")[0].published) == "2025-02-15"


def test_an_empty_file_is_an_article_without_words():
    document, errors = parsed("")
    assert (document.text, document.segments, errors) == ("", (), [])


@pytest.mark.parametrize(
    "title",
    ["Warehouse blaze: five hurt", "Mayor: 'We will rebuild': council", "Vote: yes, 40: no, 2", "Who won?: the count"],
)
def test_a_headline_may_hold_a_colon_without_marks(title):
    text = f"---\ntitle: {title}\nsource: The Post: evening\ndate: 2025-08-11\n---\nThe fire broke out on Monday.\n"
    document, errors = parsed(text)
    assert errors == []
    assert (document.title, document.source) == (title, "The Post: evening")
    assert document.published == Published(2025, 8, 11)
    assert pieces(document, SegmentKind.HEADLINE) == [title]


def test_other_mistakes_of_front_matter_are_still_reported_where_they_stand():
    _, errors = parsed("---\ntitle: Blaze: five hurt\nregion: a: b\n---\nIt burned.\n")
    assert [line for line, _, _ in errors] == [3]
