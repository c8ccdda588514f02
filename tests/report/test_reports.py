"""Reports: carets that stand under their passage, JSON that keeps its schema."""

from __future__ import annotations

import importlib.resources
import json
import unicodedata

import jsonschema
import pytest

from checker.compare import fingerprint
from checker.model import (
    Confidence,
    Document,
    Evidence,
    Finding,
    Position,
    Problem,
    Referent,
    Report,
    ReportOptions,
    Rule,
    RuleKind,
    Scope,
    Segment,
    SegmentKind,
    Severity,
    Span,
)
from checker.report import json as as_json
from checker.report import text as as_text

KIND = RuleKind("k", Referent.TEXT, "s", object, lambda *_: None, lambda *_: None)
RULE = Rule("house/rule", KIND, "t", "w", Severity.ERROR, None)


def document(name: str, text: str, **more) -> Document:
    return Document(name, name, text, (Segment(0, len(text), SegmentKind.BODY),), **more)


def evidence(found: Document, words: str) -> Evidence:
    start = found.text.index(words)
    return Evidence(found, Span(start, start + len(words)), "date", f"<{words}>", ("a step",))


def report(*held: tuple[Document, str], severity=Severity.ERROR, problems=()) -> Report:
    positions = tuple(Position(words, words, (evidence(found, words),)) for found, words in held)
    finding = Finding(
        RULE,
        severity,
        Confidence.HIGH,
        Scope.CROSS,
        "they differ",
        Referent.TEXT,
        "label",
        ("why",),
        positions,
        fingerprint("house/rule", positions),
    )
    return Report(tuple(found for found, _ in held), (finding,), tuple(problems), (RULE,))


A = document("a.txt", "One line.\nThe drill began in early July, they said.\n")
B = document("b.txt", "It opened on July 14.\r\nMore.\n")


def width(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


@pytest.mark.parametrize(
    "line",
    [
        "The drill began in early July, they said.",
        "日本の演習 began in early July, they said.",
        "Cafe\u0301s and\tdrills began in early July, they said.",
        "x" * 500 + " began in early July, " + "y" * 500,
        "early July",
    ],
)
def test_carets_stand_under_the_passage(line):
    out = as_text.render(
        report((document("c.txt", f"First.\n{line}\n"), "early July"), (B, "July 14")), ReportOptions(width=100)
    )
    lines = out.splitlines()
    at = next(i for i, text in enumerate(lines) if "^" in text)
    above, carets = lines[at - 1], lines[at]
    assert width(above[: above.index("early July")]) == width(carets[: carets.index("^")])
    assert carets.count("^") == len("early July")
    assert width(above) <= 110


def test_both_ends_are_shown_with_their_derivation():
    out = as_text.render(report((A, "early July"), (B, "July 14")), ReportOptions())
    assert "a.txt:2:20: error house/rule: they differ" in out
    assert "b.txt:1:14" in out
    assert out.count("= a step") == 2
    assert "factlint explain house/rule" in out
    assert out.splitlines()[-1] == "2 articles (2 without a date), 1 rule: 1 error, 0 warnings"


def test_info_is_shown_on_request_only():
    found = report((A, "early July"), (B, "July 14"), severity=Severity.INFO)
    assert "they differ" not in as_text.render(found, ReportOptions())
    assert "they differ" in as_text.render(found, ReportOptions(show_info=True))


def test_problems_are_counted_in_the_summary():
    out = as_text.render(
        report((A, "early July"), (B, "July 14"), problems=[Problem("c.md", 1, 2, "bad")]), ReportOptions()
    )
    assert out.rstrip().endswith("1 problem: not everything could be checked")


def test_the_json_keeps_its_schema():
    schema = json.loads(importlib.resources.files("checker.report").joinpath("schema.json").read_text(encoding="utf-8"))
    title = document(
        "x", "Body text.\n\nDrills open on July 14", record_line=3, title_start=12, title="Drills open on July 14"
    )
    data = json.loads(
        as_json.render(
            report((A, "early July"), (title, "July 14"), problems=[Problem("c.md", None, None, "bad")]),
            ReportOptions(),
        )
    )
    jsonschema.validate(data, schema)
    in_title = data["findings"][0]["positions"][1]["evidence"][0]
    assert (in_title["field"], in_title["start"], in_title["line"], in_title["column"]) == ("title", 15, 3, 16)
    assert data["documents"][0]["published"] is None


def test_the_real_report_keeps_its_schema(factlint):
    schema = json.loads(importlib.resources.files("checker.report").joinpath("schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(factlint("check", "seeds", "--format", "json").stdout), schema)
