"""The report for a terminal: every finding with its passages under carets, what each was read as and why, and the rule."""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.model import Evidence, Finding, Position, Report, ReportOptions, SegmentKind, Severity
from checker.report.json import count

if TYPE_CHECKING:
    from collections.abc import Iterator

_STYLES = {"error": "1;31", "warning": "1;33", "info": "1;36", "path": "1", "caret": "1;35", "dim": "2"}
_COPIES = 3  # named; wire copy may stand in dozens of articles
_CONTROL = {"Cc", "Cf", "Cs"}


@frozen()
class _Paint:
    colour: bool

    def __call__(self, style: str, text: str) -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.colour else text


def render(report: Report, options: ReportOptions) -> str:
    """Return the findings, worst of a document where they stand, then a summary line. Info only with ``options.show_info``."""
    paint = _Paint(options.colour)
    shown = [f for f in report.findings if options.show_info or f.severity is not Severity.INFO]
    blocks = ["\n".join(_finding(f, options, paint)) for f in shown]
    hidden = 0 if options.show_info else count(report.findings, Severity.INFO)
    return "\n\n".join([*blocks, summary(report, hidden)]) + "\n"


def summary(report: Report, hidden: int = 0) -> str:
    """One line: what was read, what was found, and what kept anything from being checked."""
    parts = [_articles(report), _plural(len(report.rules), "rule")]
    counts = [(s, count(report.findings, s)) for s in (Severity.ERROR, Severity.WARNING)]
    found = ", ".join(_plural(n, s.value) for s, n in counts)
    line = f"{', '.join(parts)}: {found}"
    if hidden:
        line += f" ({hidden} of level info: --info shows them)"
    if report.problems:
        line += f"; {_plural(len(report.problems), 'problem')}: not everything could be checked"
    return line


_TELLING = (SegmentKind.HEADLINE, SegmentKind.DATELINE, SegmentKind.CAPTION, SegmentKind.BODY)


def _articles(report: Report) -> str:
    """How many articles there were, and in how many stories, and how many are alone in theirs."""
    told = Counter(g.story for g in report.groupings.values())
    count_ = _plural(len(report.documents), "article")
    untold = sum(not any(s.kind in _TELLING for s in d.segments) for d in report.documents)
    undated = sum(d.published is None for d in report.documents)
    lacking = [f"{n} without {what}" for n, what in ((untold, "any text to check"), (undated, "a date")) if n]
    if lacking:
        count_ += f" ({', '.join(lacking)})"
    if len(told) < 2:
        return count_
    alone = sum(n == 1 for n in told.values())
    return f"{count_} in {len(told)} stories" + (f" ({alone} of one article)" if alone else "")


def _finding(finding: Finding, options: ReportOptions, paint: _Paint) -> Iterator[str]:
    first = finding.positions[0].evidence[0]
    head = (
        f"{paint('path', _place(first))}: {paint(finding.severity.value, finding.severity.value)} {finding.rule.id}: "
    )
    yield head + finding.message
    for n, position in enumerate(finding.positions):
        yield from _position(position, options, paint, first=n == 0)
    about = " · ".join([finding.label, *finding.because])
    yield f"  {_ABOUT[finding.referent.value]}: {about}"
    for note in finding.notes:
        yield f"  note: {note}"
    yield paint("dim", f"  factlint explain {finding.rule.id}")


_ABOUT = {
    "event": "same event",
    "utterance": "same words",
    "person": "same person",
    "thing": "same thing",
    "text": "same passage",
}


def _position(position: Position, options: ReportOptions, paint: _Paint, *, first: bool) -> Iterator[str]:
    for n, (_, group) in enumerate(groupby(position.evidence, key=lambda e: e.document.id)):
        held = list(group)
        source = [held[0].document.source, str(held[0].document.published) if held[0].document.published else None]
        told = first and n == 0  # the place stands in the line above
        if not told or any(source):
            where = [] if told else [_place(held[0])]
            yield "  " + "  ".join([*where, *(s for s in source if s)])
        for evidence in held:
            yield from _excerpt(evidence, position.label, options, paint)
        for step in held[0].derivation:
            yield f"     = {step}"
        if copies := held[0].copies:
            more = f" and {len(copies) - _COPIES} more" if len(copies) > _COPIES else ""
            yield f"     the same text: {', '.join(copies[:_COPIES])}{more}"


def _place(evidence: Evidence) -> str:
    line, column = evidence.document.position(evidence.span.start)
    record = f" ({evidence.document.id})" if evidence.document.record_line is not None else ""
    return f"{evidence.document.path}:{line}:{column}{record}"


def _excerpt(evidence: Evidence, label: str, options: ReportOptions, paint: _Paint) -> Iterator[str]:
    """The line of a passage, cut to the width, and carets under it; a passage over several lines shows its first."""
    text, start = evidence.document.text, evidence.span.start
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", start)
    high = len(text) if high < 0 else high
    end = min(evidence.span.end, high)
    number = str(evidence.document.position(start)[0])
    room = max(40, options.width - 8 - len(number))
    left, right = _cut(low, high, start, end, room)
    before, marked, after = (_clean(text[a:b]) for a, b in ((left, start), (start, end), (end, right)))
    lead = "… " if left > low else ""
    tail = " …" if right < high else ""
    if _width(marked) > room:
        marked, after, tail = marked[: room - 1], "", "…"
    margin = " " * (len(number) + 3)
    yield f"   {number} │ {lead}{before}{marked}{after}{tail}".rstrip()
    carets = "^" * max(1, min(_width(marked), room))
    # Under quoted words the words need not be said again; the label belongs under what was read.
    what = "" if evidence.role == "quote" or label.startswith("“") else f" {label}"
    yield f"{margin} │ {' ' * (_width(lead) + _width(before))}{paint('caret', carets)}{what}"


def _cut(low: int, high: int, start: int, end: int, room: int) -> tuple[int, int]:
    """The part of the line ``low:high`` to show so that the passage fits into ``room``, a third of the rest before it."""
    if high - low <= room:
        return low, high
    spare = max(0, room - (end - start) - 4)
    left = max(low, start - spare // 3)
    right = min(high, end + spare - (start - left))
    return left, right


def _clean(text: str) -> str:
    """Tabs become a space, and control characters nothing, so that the carets stand where the passage stands."""
    return "".join(" " if c == "\t" else "" if unicodedata.category(c) in _CONTROL else c for c in text)


def _width(text: str) -> int:
    """How many columns a terminal gives the text: wide characters two, combining ones none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _plural(count_: int, noun: str) -> str:
    return f"{count_} {noun}{'' if count_ == 1 else 's'}"
