"""Segments over a text: sorted, disjoint, and leaving out only white space."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from checker.model import Segment, SegmentKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_LINE = re.compile(r"\S(?:[^\r\n\u2028\u2029]*\S)?")
_COMMON_LINE = re.compile(
    r"\S(?:.*\S)?"
)  # the same where all lines end in "\n"; a dot is passed over far quicker than a set


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the lines from ``start`` to ``end`` that are not blank, without the white space around them."""
    for found in _pattern(text).finditer(text, start, len(text) if end is None else end):
        yield Span(*found.span())


def marked(text: str, kind: Callable[[str], SegmentKind]) -> tuple[Segment, ...]:
    """Give each line of a text the kind that ``kind`` tells of it, and join neighbours of one kind."""
    told = [(kind(found.group()), *found.span()) for found in _pattern(text).finditer(text)]
    runs = ((same, list(run)) for same, run in groupby(told, itemgetter(0)))
    return tuple(Segment(run[0][1], run[-1][2], same) for same, run in runs)


def _pattern(text: str) -> re.Pattern[str]:
    return _LINE if "\r" in text or "\u2028" in text or "\u2029" in text else _COMMON_LINE


def joined(text: str, parts: Iterable[Segment]) -> tuple[Segment, ...]:
    """Join neighbours of one kind that only white space parts, and trim them; ``parts`` are sorted and disjoint."""
    found: list[Segment] = []
    for untrimmed in parts:
        part = _trimmed(text, untrimmed)
        if part.start >= part.end:
            continue
        last = found[-1] if found else None
        if last and last.kind is part.kind and not text[last.end : part.start].strip():
            found[-1] = Segment(last.start, part.end, part.kind)
        else:
            found.append(part)
    return tuple(found)


def _trimmed(text: str, part: Segment) -> Segment:
    start, end = part.start, part.end
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return part
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Segment(start, end, part.kind)


def split(parts: Iterable[Segment], span: Span, kind: SegmentKind) -> Iterator[Segment]:
    """Cut ``span`` out of the segment that holds it and give it a kind of its own."""
    for part in parts:
        if part.contains(span):
            yield Segment(part.start, span.start, part.kind)
            yield Segment(span.start, span.end, kind)
            yield Segment(span.end, part.end, part.kind)
        else:
            yield part
