"""Plain text: an article as copied from its page, with whatever stood around it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.model import Document, Published, Segment, SegmentKind, Span
from checker.read import furniture
from checker.read.calendar_dates import full_dates
from checker.read.dateline import with_dateline
from checker.read.dating import inferred
from checker.read.outlets import without_outlet
from checker.read.segments import joined, lines
from checker.rules.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import PurePath

_ENOUGH = 3  # body paragraphs after which a stop head ends the article
_HEADLINE_WORDS = 4
_LISTED = re.compile(r"[-•*–—\d]")
_DATED = re.compile(r"(?:first )?(?:published|posted)\b", re.IGNORECASE)


def read_plain(data: bytes, path: PurePath) -> Iterator[Document]:
    """Read a ``.txt`` file: one document, everything in it marked as what it is and nothing cut."""
    name = path.as_posix()
    yield document(decode(data), name)


def document(text: str, name: str) -> Document:
    """Segment a plain text and date it from its dateline or its own words."""
    marked = _segments(text)
    segments, stated = with_dateline(text, without_outlet(text, marked))
    headline = next((s for s in segments if s.kind is SegmentKind.HEADLINE), None)
    title = text[headline.start : headline.end].splitlines()[0].strip() if headline else None
    day = stated or _dated(text, segments) or inferred(text, segments)
    return Document(name, name, text, segments, title, published=day)


def _segments(text: str) -> tuple[Segment, ...]:
    paragraphs = _paragraphs(text)
    kinds = [_kind(text[p.start : p.end]) for p in paragraphs]
    menus = max(
        (i for i, p in enumerate(paragraphs[:100]) if furniture.is_skip_link(text[p.start : p.end])), default=-1
    )
    kinds[: menus + 1] = [SegmentKind.FURNITURE] * (menus + 1)
    first = next((i for i, kind in enumerate(kinds) if kind is SegmentKind.BODY), len(kinds))
    _mark_headline(text, paragraphs, kinds, menus + 1, first)
    body = 0
    stopped = live = False
    spaced = _is_spaced(text, paragraphs)
    for i, paragraph in enumerate(paragraphs):
        line = text[paragraph.start : paragraph.end]
        clock = furniture.is_clock(line)
        # The article itself may be a log of the day, its entries parted by rules.
        live = live or (
            clock and (body < _ENOUGH or furniture.is_rule(text[paragraphs[i - 1].start : paragraphs[i - 1].end]))
        )
        stopped = stopped or (body >= _ENOUGH and (furniture.is_stop_head(line) or (clock and not live)))
        if stopped or (spaced and i > first and _is_teaser(text, paragraphs, i)):
            kinds[i] = SegmentKind.FURNITURE
        elif kinds[i] is SegmentKind.BODY:
            body += 1
    return joined(text, (Segment(p.start, p.end, kind) for p, kind in zip(paragraphs, kinds, strict=True)))


def _kind(line: str) -> SegmentKind:
    """Class a line by itself; what is no running text is furniture until it proves to be the headline."""
    if furniture.is_apart(line) or furniture.is_label(line):
        return SegmentKind.FURNITURE
    if furniture.is_caption(line):
        return SegmentKind.CAPTION
    if furniture.is_byline(line) or furniture.is_credit(line):
        return SegmentKind.METADATA
    if furniture.is_sentence(line) or (_LISTED.match(line) and line.count(" ") > 2 and "*" not in line[:1]):
        return SegmentKind.BODY
    return SegmentKind.FURNITURE


def _mark_headline(text: str, paragraphs: Sequence[Span], kinds: list[SegmentKind], start: int, first: int) -> None:
    """Find the headline: up to two unpunctuated lines before the body, or a short question that opens the file."""
    if first == 0 and len(paragraphs) > 1:
        line = text[paragraphs[0].start : paragraphs[0].end]
        if line.count(" ") < 15 and line.endswith("?") and "\n" in text[paragraphs[0].end : paragraphs[1].start]:
            kinds[0] = SegmentKind.HEADLINE
        return
    found = 0
    for i in range(start, first):
        line = text[paragraphs[i].start : paragraphs[i].end]
        if kinds[i] is not SegmentKind.FURNITURE or found == 2 or furniture.is_apart(line):
            continue
        if line.count(" ") + 1 >= _HEADLINE_WORDS or (i == start and " " in line):
            kinds[i] = SegmentKind.HEADLINE
            found += 1


def _is_teaser(text: str, paragraphs: Sequence[Span], i: int) -> bool:
    """Tell whether a line belongs to a card that points to another story.

    A card is a headline and a sentence in one block, where the paragraphs of the article stand apart.
    """

    def heads(j: int) -> bool:
        line = text[paragraphs[j].start : paragraphs[j].end]
        titled = not furniture.is_sentence(line) and line.count(" ") >= 5 and not _LISTED.match(line)
        return titled and j + 1 < len(paragraphs) and text.count("\n", paragraphs[j].end, paragraphs[j + 1].start) == 1

    return heads(i) or (i > 0 and heads(i - 1))


def _is_spaced(text: str, paragraphs: Sequence[Span]) -> bool:
    """Tell whether blank lines part the paragraphs: true where most sentences are followed by one."""
    ends = [
        text.count("\n", a.end, b.start) > 1
        for a, b in pairwise(paragraphs)
        if furniture.is_sentence(text[a.start : a.end])
    ]
    return sum(ends) * 3 >= len(ends) * 2


def _paragraphs(text: str) -> list[Span]:
    """Return the lines of a text; where it is wrapped at a fixed width, its blocks of lines."""
    found = list(lines(text))
    pairs = broken = 0
    for a, b in pairwise(found):
        if text.count("\n", a.end, b.start) == 1:
            pairs += 1
            broken += text[a.end - 1] not in '.!?:”"' and text[b.start].islower()
    if broken < 2 or broken * 4 < pairs or max(s.end - s.start for s in found) > 120:
        return found
    blocks: list[Span] = []
    for line in found:
        if blocks and text.count("\n", blocks[-1].end, line.start) == 1:
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(line)
    return blocks


def _dated(text: str, segments: Sequence[Segment]) -> Published | None:
    """Take the date out of a line such as "Published 14 July 2024"."""
    for segment in segments:
        if segment.kind is SegmentKind.METADATA:
            for line in lines(text, segment.start, segment.end):
                if _DATED.match(text, line.start, line.end):
                    for _, day in full_dates(text, line.start, line.end):
                        return Published(day.year, day.month, day.day)
    return None
