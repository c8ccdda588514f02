"""The report as JSON, version 1 (``schema.json``): sorted, deterministic, unknown metadata null."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker import __version__
from checker.model import Document, Evidence, Finding, Grouping, Report, ReportOptions, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

VERSION = 1
_CONTEXT = 160  # code points shown around a passage that stands in a very long line


def render(report: Report, options: ReportOptions) -> str:
    """Return the whole report as one JSON object and a newline; nothing of where it is printed matters."""
    del options
    return json.dumps(as_data(report), ensure_ascii=False, indent=1) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """Return the report as plain data, in the shape of ``schema.json``."""
    return {
        "version": VERSION,
        "tool": {"name": "factlint", "version": __version__},
        "documents": [_document(d, report.groupings.get(d.id)) for d in report.documents],
        "findings": [_finding(f) for f in report.findings],
        "problems": [
            {"path": p.path, "line": p.line, "column": p.column, "message": p.message, "hint": p.hint}
            for p in sorted_problems(report)
        ],
        "summary": {"documents": len(report.documents), **{f"{s}s": count(report.findings, s) for s in Severity}},
    }


def sorted_problems(report: Report) -> list[Any]:
    """The problems by path and place; a place that is not known comes first."""
    return sorted(report.problems, key=lambda p: (p.path, p.line or 0, p.column or 0, p.message))


def count(findings: Iterable[Finding], severity: Severity) -> int:
    """How many findings have this severity."""
    return sum(f.severity is severity for f in findings)


def context(document: Document, start: int, end: int) -> str:
    """The line a passage stands in, cut to its surroundings where it is very long."""
    text = document.text
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    return text[max(low, start - _CONTEXT) : min(high, end + _CONTEXT)].strip()


def _document(document: Document, grouping: Grouping | None) -> dict[str, Any]:
    published = document.published
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "source": document.source,
        "published": str(published) if published else None,
        "published_is": published.known.value if published else None,
        "story": grouping.story if grouping else document.story,
        "story_is": grouping.known.value if grouping and grouping.known else None,
        "story_because": list(grouping.because) if grouping else [],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule.id,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "scope": finding.scope.value,
        "fingerprint": finding.fingerprint,
        "message": finding.message,
        "referent": {"kind": finding.referent.value, "label": finding.label, "because": list(finding.because)},
        "positions": [
            {"value": p.value, "label": p.label, "evidence": [_evidence(e) for e in p.evidence]}
            for p in finding.positions
        ],
        "notes": list(finding.notes),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    document = evidence.document
    field, start, end = document.locate(evidence.span)
    line, column = document.position(evidence.span.start)
    return {
        "document": document.id,
        "field": field,
        "path": document.path,
        "line": line,
        "column": column,
        "start": start,
        "end": end,
        "role": evidence.role,
        "text": evidence.text,
        "context": context(document, evidence.span.start, evidence.span.end),
        "derivation": list(evidence.derivation),
        "copies": list(evidence.copies),
    }
