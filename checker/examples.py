"""A rule's examples are its tests: run through the whole engine, with that rule alone."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from checker import align, compare
from checker.choices import StoryBy
from checker.frozen import frozen
from checker.model import Document, Outcome, Span
from checker.read.jsonl import read_jsonl

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.engine import Engine
    from checker.model import Example, Finding, Rule


@frozen()
class Result:
    """How one example went: ``failure`` says what is wrong, None if it passed (a known miss passes by failing)."""

    rule: Rule
    example: Example
    failure: str | None


def run(engine: Engine, rule: Rule) -> Iterator[Result]:
    """Run all examples of a rule, in the order they are written."""
    for example in rule.examples:
        failure = _judge(example, _findings(engine, rule, example))
        if example.todo:
            failure = None if failure else "it passes: it is no known miss any more, remove todo"
        yield Result(rule, example, failure)


def _findings(engine: Engine, rule: Rule, example: Example) -> Sequence[Finding]:
    annotated = list(engine.annotated(documents(example)))
    groups = [group for story in align.stories(annotated, StoryBy.RUN).told for group in align.groups(story)]
    findings, _ = compare.compare([rule], groups)
    return findings


def documents(example: Example) -> Iterator[Document]:
    """The sources of an example as the JSONL reader reads them: datelines and headlines count as in articles."""
    rows = (
        {"id": f"source-{n}", "text": s.text, "title": s.title, "source": s.source, "published": s.published}
        for n, s in enumerate(example.sources, 1)
    )
    data = "\n".join(json.dumps(row) for row in rows).encode()
    yield from (d for d in read_jsonl(data, PurePosixPath("example.jsonl")) if isinstance(d, Document))


def _judge(example: Example, findings: Sequence[Finding]) -> str | None:
    if example.outcome is not Outcome.CONTRADICT:
        return f"reports: {findings[0].message}" if findings else None
    if not findings:
        return "nothing is reported"
    evidence = [(e.document.id, *e.document.locate(e.span)) for f in findings for p in f.positions for e in p.evidence]
    for n, source in enumerate(example.sources, 1):
        for field, text, marks in (
            ("text", source.text, source.marks),
            ("title", source.title or "", source.title_marks),
        ):
            for mark in marks:
                shown = (
                    Span(start, end) for name, where, start, end in evidence if (name, where) == (f"source-{n}", field)
                )
                if not any(mark.overlaps(span) for span in shown):
                    return f"the marked passage “{text[mark.start : mark.end]}” is no evidence of what is reported"
    return None
