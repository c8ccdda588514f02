from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from checker.model import Document, ReadError, SegmentKind, Span
from checker.read.jsonl import read_jsonl


def parsed(*rows, raw=b""):
    data = raw or "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()
    found = list(read_jsonl(data, PurePosixPath("a.jsonl")))
    return [f for f in found if isinstance(f, Document)], [
        (e.line, e.column, e.message) for e in found if isinstance(e, ReadError)
    ]


def test_a_record_is_a_document_with_its_title_behind_the_text():
    row = {
        "id": "x1",
        "text": "The fair opened.",
        "title": "Fair opens",
        "published": "2024-07-12T23:30:00-05:00",
        "source": "Harbour Post",
        "story": "fair",
        "url": "https://example.org",
        "region": "NZ",
        "extra": [1],
    }
    (document,), errors = parsed("", row)
    assert errors == []
    assert document.text == "The fair opened.\n\nFair opens"
    assert (document.id, document.path, document.record_line, document.title_start) == ("x1", "a.jsonl", 2, 18)
    assert (document.title, document.source, document.story) == ("Fair opens", "Harbour Post", "fair")
    assert (document.url, document.region) == ("https://example.org", "NZ")
    assert (str(document.published), document.published.time) == ("2024-07-12", "23:30:00-05:00")
    assert document.locate(Span(18, 22)) == ("title", 0, 4)
    assert [(document.text[s.start : s.end], s.kind) for s in document.segments] == [
        ("The fair opened.", SegmentKind.BODY),
        ("Fair opens", SegmentKind.HEADLINE),
    ]


def test_numbers_serve_as_ids_and_empty_texts_are_legal():
    (document,), errors = parsed({"id": 7, "text": "", "title": None})
    assert (document.id, document.text, document.segments, errors) == ("7", "", (), [])


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ('{"id": "b", "text": }', 21, "not JSON: Expecting value"),
        ("[1]", 1, "expected a JSON object with id and text"),
        ({"text": "x"}, 1, "the record has no 'id'"),
        ({"id": "", "text": "x"}, 1, "the record has no 'id'"),
        ({"id": True, "text": "x"}, 1, "'id' must be text"),
        ({"id": "b"}, 1, "the record has no 'text'"),
        ({"id": "b", "text": ["x"]}, 1, "'text' must be text"),
        ({"id": "b", "text": "x\ud800"}, 1, "half of a surrogate pair: not Unicode text"),
        ("[" * 100_000, 1, "not JSON: "),
        ('{"id": ' + "9" * 5000 + ', "text": "x"}', 1, "not JSON: "),
    ],
)
def test_a_bad_line_is_named_and_the_others_read(row, column, message):
    documents, errors = parsed({"id": "a", "text": "x"}, row, {"id": "c", "text": "y"})
    assert [d.id for d in documents] == ["a", "c"]
    assert [(line, at) for line, at, _ in errors] == [(2, column)]
    assert errors[0][2].startswith(message)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("published", "12/07/24", "'12/07/24' is not a date"),
        ("published", 5, "'5' is not a date"),
        ("title", 5, "'title' must be text"),
        ("suorce", "Harbour Post", "unknown key 'suorce'"),
    ],
)
def test_bad_metadata_are_named_and_the_document_kept(field, value, message):
    documents, errors = parsed({"id": "a", "text": "x", field: value})
    assert [(d.id, d.published, d.title) for d in documents] == [("a", None, None)]
    assert errors == [(1, 1, message)]


def test_bytes_that_are_no_text_cost_one_line():
    documents, errors = parsed(raw=b'{"id": "a", "text": "caf\xe9"}\r\n{"id": "b", "text": "x"}\r\n')
    assert [d.id for d in documents] == ["b"]
    assert errors == [(1, 25, "byte 24 is not UTF-8")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_are_accepted(encoding):
    documents, errors = parsed(raw='{"id": "a", "text": "é\u2028b"}\n'.encode(encoding))
    assert ([d.text for d in documents], errors) == (["é\u2028b"], [])


def test_texts_are_body_but_for_plain_calls_and_datelines():
    text = "NELSON (AP) -- The fair opened.\n\nSign up for our newsletter\n\nMost read\n"
    text += "It rained\nSubscribe to our side, the mayor said."
    (document,), _ = parsed({"id": "a", "text": text})
    assert [(document.text[s.start : s.end], s.kind) for s in document.segments] == [
        ("NELSON (AP) --", SegmentKind.DATELINE),
        ("The fair opened.", SegmentKind.BODY),
        ("Sign up for our newsletter\n\nMost read", SegmentKind.FURNITURE),
        ("It rained\nSubscribe to our side, the mayor said.", SegmentKind.BODY),
    ]
