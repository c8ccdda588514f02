"""What holds of every document, whatever was read."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from checker.model import Document, ReadError, SegmentKind
from checker.read import JSONL, MARKDOWN, PLAIN
from checker.read.calendar_dates import published
from checker.read.plain import document
from checker.text.vocabulary import words

LINES = """\
---|title: a|title: 'b: é'|date: 2024-07-12|# Head||  |NELSON, May 1, 2024 — |OSLO (AP) -- |News Feed|8:08 PM
The fair opened on Friday, 3 May 2024.|Sign up for our newsletter|Read more|![a](b)|*italic*|- item|> quote
<!-- x -->|Skip to content|By Ana Reyes|(Reyes/AFP)|Hale (L) meets Lu.|😀|\ufeff|A — B|**Travel:** a · b"""
PIECES = st.sampled_from([*LINES.replace("\n", "|").split("|"), "\n", "\n\n", "\r\n", "\u2028"])
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=80)


def documents(reader, data, name):
    return [d for d in reader.read(data, PurePosixPath(name)) if isinstance(d, Document)]


def holds(found):
    end = 0
    for segment in found.segments:
        assert end <= segment.start < segment.end <= len(found.text)
        assert not found.text[end : segment.start].strip()
        assert found.text[segment.start : segment.end] == found.text[segment.start : segment.end].strip()
        end = segment.end
    assert not found.text[end:].strip()


@given(TEXTS)
def test_segments_cover_the_text_in_order_and_the_text_is_unaltered(text):
    encoded = text.replace("\0", "").encode("utf-8", "ignore")
    plain = encoded.decode()
    for reader, name in ((PLAIN, "a.txt"), (MARKDOWN, "a.md")):
        for found in documents(reader, encoded, name):
            assert found.text == plain.removeprefix("\ufeff")
            holds(found)
    row = json.dumps({"id": "a", "text": plain, "title": "T"}).encode()
    for found in documents(JSONL, row, "a.jsonl"):
        assert found.text == f"{plain}\n\nT"
        holds(found)


@given(
    st.sampled_from(words("checker.read", "forms.txt")),
    st.sampled_from(
        [str.lower, str.upper, str.title, lambda s: s.replace("i", "ı"), lambda s: s.replace("k", "\u212a")]
    ),
    st.sampled_from(["", "é ", "One: "]),
)
def test_a_form_between_the_lines_of_a_record_is_furniture_in_whatever_case(entry, spelt, before):
    lines = ("The ferry left at noon.", f"{before}{spelt(entry)}", "It came back at dusk.")
    row = json.dumps({"id": "a", "text": "\n".join(lines)}).encode()
    (found,) = documents(JSONL, row, "a.jsonl")
    assert [s.kind for s in found.segments] == [SegmentKind.BODY, SegmentKind.FURNITURE, SegmentKind.BODY]
    assert found.text[found.segments[1].start : found.segments[1].end] == lines[1]


@given(st.binary(max_size=80) | TEXTS.map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_documents_or_named_errors(data):
    for reader, name in ((PLAIN, "a.txt"), (MARKDOWN, "a.md"), (JSONL, "a.jsonl")):
        try:
            found = list(reader.read(data, PurePosixPath(name)))
        except ReadError:
            continue
        assert all(isinstance(item, Document | ReadError) for item in found)
        assert found or reader is JSONL


@given(TEXTS)
def test_furniture_below_an_article_changes_nothing_above(text):
    article = "\n\n".join(f"The fair went on for a day, officials said on day {n}." for n in "abcd")
    whole = document(f"{article}\n\nNews Feed\n\n{text}", "a.txt")
    body = [s for s in whole.segments if s.kind is not SegmentKind.FURNITURE and s.start < len(article)]
    alone = document(article, "a.txt")
    if "Skip to content" not in text:
        assert tuple(body) == alone.segments
        assert {s.kind for s in whole.segments if s.start > len(article)} == {SegmentKind.FURNITURE}
        assert whole.published == alone.published


@given(st.text(max_size=40) | st.dates().map(str) | st.datetimes().map(str))
def test_dates_are_read_as_written_or_not_at_all(text):
    found = published(text)
    if found is not None and text[:4].isdigit() and text[4:5] == "-":
        assert str(found) == text[:10]


@given(st.datetimes(timezones=st.timezones()))
def test_no_date_of_publication_moves_to_another_day(moment):
    found = published(moment.isoformat())
    assert found is not None
    assert found.date == moment.date()
