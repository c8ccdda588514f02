from __future__ import annotations

import pytest

from checker.model import Known, Published, SegmentKind
from checker.read.plain import document

PARAGRAPHS = [
    'The harbour fair opened on Friday, the town council said, calling it "the largest yet."',
    "Some 4,000 people came through the gates before noon.",
    "It began in early May in other years.",
    "The mayor said on Saturday that the fair would run for a week.",
]
ARTICLE = "\n\n".join(PARAGRAPHS)


def pieces(text, kind, name="a.txt"):
    found = document(text, name)
    return [found.text[s.start : s.end] for s in found.segments if s.kind is kind]


def body(text):
    return "\n\n".join(pieces(text, SegmentKind.BODY))


@pytest.mark.parametrize(
    "before",
    [
        "Support The Harbour Post!\n\n",
        "News\nSport\nWeather\n",
        "A magazine of our own: the Kayak Quarterly. Order it today.\n\nbuy now\nSkip to content\n",
        "Advertisement\n\n",
    ],
)
@pytest.mark.parametrize("headline", ["", "Harbour fair opens to record crowd\n\n"])
def test_menus_and_banners_before_the_article_are_furniture(before, headline):
    text = before + headline + ARTICLE
    assert body(text) == ARTICLE
    assert pieces(text, SegmentKind.HEADLINE) == [headline.strip()][: bool(headline)]


def test_headline_byline_credit_and_caption_stand_before_the_body():
    text = (
        "Harbour fair opens to record crowd\n\nBy Ana Reyes\n\nPublished 12 May 2024, 09:30\n\n"
        "Reyes / REUTERS / EPA\n\n"
        "Mayor Tom Hale (L) meets with Captain Lu (R) at the gate on May 10, 2024. "
        "(Ana Reyes/Pool/AFP via Getty Images)\n\n"
    )
    found = document(text + ARTICLE, "a.txt")
    assert found.title == "Harbour fair opens to record crowd"
    assert found.published == Published(2024, 5, 12, Known.STATED)
    assert pieces(text + ARTICLE, SegmentKind.METADATA) == [
        "By Ana Reyes\n\nPublished 12 May 2024, 09:30\n\nReyes / REUTERS / EPA"
    ]
    assert pieces(text + ARTICLE, SegmentKind.CAPTION)[0].startswith("Mayor Tom Hale (L)")
    assert body(text + ARTICLE) == ARTICLE


def test_a_question_may_be_a_headline():
    assert pieces(f"Who paid for the fair?\n\n{ARTICLE}", SegmentKind.HEADLINE) == ["Who paid for the fair?"]


@pytest.mark.parametrize(
    "after",
    [
        "News Feed\n\n8:08 PM\n\nA ferry sank on April 23, the coast guard said.",
        "8:08 PM (Updated: )\n\nA ferry sank on April 23, the coast guard said.",
        "A Message from The Harbour Post:\n\nDear readers,\n\nWe are facing hard times. The council sued us in May.",
        "Editors' Picks\n\nA ferry sank on April 23, the coast guard said.",
        "Editors’ Picks\nMost read\nTwo dead in fire.",
        "MORE NEWS\n\nThe council met on Monday.",
        "Related stories:\n\nThe council met on Monday.",
        "You might also like\n\nThe council met on Monday.",
        "Sign up for our free weekly newsletter\n\nOur weekly newsletter brings a selection of news to your inbox.",
        "Enter your email to subscribe\nPlease, enter correct email address\nSubscribe\n* indicates required",
        "Thank you for signing up. A confirmation is on its way.",
        "Ferry sinks off the cape with forty aboard, coast guard says\nA ferry sank on April 23, the coast guard said.",
        "Once\nMonthly\nAnnual\nContinue",
        "Read more: Ferry sinks off the cape",
        "© Harbour Post 2024. All rights reserved.",
    ],
)
def test_what_follows_an_article_is_furniture(after):
    text = f"Harbour fair opens to record crowd\n\n{ARTICLE}\n\n{after}"
    assert body(text) == ARTICLE
    assert "".join(pieces(text, SegmentKind.FURNITURE)).split() == after.split()


def test_boxes_inside_an_article_leave_the_rest_of_it():
    box = "Sign up for our newsletter\n\nSubscribe now and get the fair to your inbox."
    text = "\n\n".join([*PARAGRAPHS[:3], box, *PARAGRAPHS[3:]])
    assert body(text) == ARTICLE
    assert pieces(text, SegmentKind.FURNITURE) == [box]


@pytest.mark.parametrize(
    "line",
    [
        "The newsletter, weekly since 1990, was read by sailors.",
        '"Sign up for our newsletter," the mayor told the crowd, "and you will see."',
        "Related charges were dropped in March.",
        "By Saturday evening the crowd had gone.",
        "Governor Ann Lund (R) and Senator Joe Park (R) said they would come.",
        "More in the crowd wept than sang, she said.",
        "A message from the king was read aloud.",
        "Turn at the pier (left) and you will see it, the mayor said.",
        "Officials published the figures on 12 May 2024, after the crowd had gone and the gates had closed.",
        "- 4,000 people came on the first day",
        "He asked, “Who will come?”",
    ],
)
def test_sentences_that_resemble_furniture_are_body(line):
    assert line in body(f"{ARTICLE}\n\n{line}\n\n{PARAGRAPHS[0]}")


def test_a_section_head_inside_the_article_leaves_the_paragraphs_around_it():
    text = f"{ARTICLE}\n\nA long wait\n\nIt rained for an hour."
    assert pieces(text, SegmentKind.FURNITURE) == ["A long wait"]
    assert body(text) == f"{ARTICLE}\n\nIt rained for an hour."


def test_text_wrapped_at_a_fixed_width_is_read_by_paragraph():
    wrapped = (
        "The harbour fair opened on Friday, the town council said, and a\nlarge crowd came through the gates before "
        "noon to see what\nthe council had made of it this year.\n\n"
        "Some of them said that they had come from as far away as\nthe cape, where no fair has been held since the\n"
        "storm took the pier.\n"
    )
    assert pieces(wrapped, SegmentKind.BODY) == [wrapped.strip()]
    assert pieces(wrapped, SegmentKind.FURNITURE) == []


def test_a_head_before_the_article_does_not_end_it():
    assert body(f"Most read\n\nTrending\n\n{ARTICLE}") == ARTICLE


def test_datelines_are_segments_and_may_state_the_date():
    text = f"Harbour fair opens to record crowd\n\nNELSON, May 10, 2024 (AP) -- {ARTICLE}"
    found = document(text, "a.txt")
    assert pieces(text, SegmentKind.DATELINE) == ["NELSON, May 10, 2024 (AP) --"]
    assert found.published == Published(2024, 5, 10, Known.STATED)
    assert body(text) == ARTICLE


@pytest.mark.parametrize("part", ["\n\n", "\n\n___\n\n"])
@pytest.mark.parametrize("lead", ["", "The Latest on the harbour fair:\n\n", f"{ARTICLE}\n\n___\n\n"])
def test_an_article_that_is_a_log_of_the_day_does_not_end_at_a_clock_time(lead, part):
    log = part.join(f"{hour}:05 p.m.\n\n{paragraph}" for hour, paragraph in enumerate(PARAGRAPHS, 1))
    written = lead.replace("\n\n___", "")
    assert body(lead + log) == written + ARTICLE
    assert pieces(lead + log, SegmentKind.HEADLINE) == []
