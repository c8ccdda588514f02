"""Markdown with YAML front matter, as editorial repositories keep articles."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.model import Document, ReadError, Segment, SegmentKind, Span
from checker.read import furniture
from checker.read.dateline import with_dateline
from checker.read.dating import inferred
from checker.read.metadata import Metadata, as_errors, read_metadata
from checker.read.outlets import without_outlet
from checker.read.segments import joined, lines
from checker.rules.decoding import decode
from checker.rules.nodes import Faults, compose
from checker.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import PurePath

    import yaml

_FENCE = pattern(r"\ufeff?---[ \t]*\r?\n")
_CLOSE = pattern(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_COLONED = pattern(r"^((?:title|source):[ \t]+)((?![\"'|>\[{&*!%@`#])[^\r\n]*)", re.MULTILINE)
_COLON = pattern(r":(?=[ \t])")
_MASK = "\ue000"  # stands for such a colon while YAML is read: as long, and used by nobody
_HEADING = pattern(r"#{1,6}\s+")
_IMAGE = pattern(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])")
_ITALIC = pattern(r"\*(?![*\s])[^*]+(?:\*\*[^*]+\*\*[^*]*)*\*|_(?![_\s])[^_]+_")
_RULE = pattern(r"(?:[-*_]\s*){3,}")
_ITEM = pattern(r"(?:[-*+•]|\d+[.)])\s")
_COMMENT = pattern(r"<!--.*?-->", re.DOTALL)


def read_markdown(data: bytes, path: PurePath) -> Iterator[Document | ReadError]:
    """Read a ``.md`` file: one document, and an error for each fault of its front matter."""
    text = decode(data)
    name = path.as_posix()
    faults = Faults(name)
    front, body, meta = _front_matter(text, faults)
    marked = [*front, *_segments(text, body)]
    segments, stated = with_dateline(text, without_outlet(text, joined(text, marked)))
    title = meta.title or next(
        (furniture.bare(text[s.start : s.end].splitlines()[0]) for s in segments if s.kind is SegmentKind.HEADLINE),
        None,
    )
    day = meta.published or stated or inferred(text, segments)
    yield Document(name, name, text, segments, title, meta.source, day, meta.story, meta.region, meta.url)
    yield from as_errors(faults.problems)


def _masked(front: str) -> str:
    """Mask the colons inside plain headlines and names of sources: YAML would take "Blaze: five hurt" for a mapping in a mapping."""
    return _COLONED.sub(lambda found: found[1] + _COLON.sub(_MASK, found[2]), front)


def _unmasked(meta: Metadata) -> Metadata:
    texts = {name: value.replace(_MASK, ":") for name in ("title", "source") if (value := getattr(meta, name))}
    return replace(meta, **texts)


def _front_matter(text: str, faults: Faults) -> tuple[list[Segment], int, Metadata]:
    """Return the segments of the front matter, the offset behind it, and what it says."""
    opening = _FENCE.match(text)
    if opening is None:
        return [], 0, Metadata()
    close = _CLOSE.search(text, opening.end())
    if close is None:
        # A rule on the first line is Markdown too; only a key below it shows that front matter was meant.
        if re.match(r"[A-Za-z_-]+:", text[opening.end() :]):
            line = text.count("\n", 0, opening.end()) or 1
            hint = "end it with a line of its own: ---"
            faults.at_line(line, 1, "front matter without an end", hint)
        return [], 0, Metadata()
    # The parser is given blank lines for what stands before, so that its lines and offsets are those of the file.
    blank = re.sub(r"[^\r\n]", " ", text[: opening.end()])
    roots = compose(blank + _masked(text[opening.end() : close.start()]), faults)
    meta, title = read_metadata(roots[0], faults) if roots else (Metadata(), None)
    meta = _unmasked(meta)
    start, end = 0, close.end()
    if title is None:
        return [Segment(start, end, SegmentKind.METADATA)], end, meta
    headline = _value(text, title)
    return (
        [
            Segment(start, headline.start, SegmentKind.METADATA),
            Segment(headline.start, headline.end, SegmentKind.HEADLINE),
            Segment(headline.end, end, SegmentKind.METADATA),
        ],
        end,
        meta,
    )


def _value(text: str, node: yaml.ScalarNode) -> Span:
    """Return the span of a scalar's words, without quotes, block marks and white space around them."""
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in ("'", '"'):
        start, end = start + 1, end - 1
    elif node.style in ("|", ">"):
        start = text.find("\n", start, end) + 1 or start
    inner = text[start:end]
    lead = len(inner) - len(inner.lstrip())
    return Span(start + lead, start + lead + len(inner.strip()))


def _segments(text: str, start: int) -> list[Segment]:
    blocks = _blocks(text, start)
    kinds = [_kind(text[b.start : b.end]) for b in blocks]
    first = next((i for i, b in enumerate(blocks) if _HEADING.match(text, b.start) and not any(_body(kinds[:i]))), None)
    if first is not None:
        kinds[first] = SegmentKind.HEADLINE
    _mark_captions(text, blocks, kinds)
    _mark_sections(text, blocks, kinds)
    last = max(
        (i for i, kind in enumerate(kinds) if kind is SegmentKind.BODY and not _is_italic(text, blocks[i])), default=-1
    )
    for i in range(last + 1, len(kinds)):
        if kinds[i] is SegmentKind.BODY and last >= 0:
            kinds[i] = SegmentKind.FURNITURE
    return [Segment(b.start, b.end, kind) for b, kind in zip(blocks, kinds, strict=True)]


def _kind(block: str) -> SegmentKind:
    if _COMMENT.fullmatch(block):
        return SegmentKind.METADATA
    if _RULE.fullmatch(block):
        return SegmentKind.FURNITURE
    if _IMAGE.match(block):
        return SegmentKind.CAPTION
    words = furniture.bare(block)
    if _ITEM.match(block):
        return SegmentKind.BODY
    if furniture.is_label(block) or furniture.is_call(words):
        return SegmentKind.FURNITURE
    if furniture.is_caption(words):
        return SegmentKind.CAPTION
    if furniture.is_byline(words) or furniture.is_credit(words):
        return SegmentKind.METADATA
    return SegmentKind.BODY


def _mark_captions(text: str, blocks: Sequence[Span], kinds: list[SegmentKind]) -> None:
    """Mark the italic line right below a picture, whether or not a blank line parts them."""
    for i, kind in enumerate(kinds[:-1]):
        if kind is SegmentKind.CAPTION and _IMAGE.match(text, blocks[i].start) and _is_italic(text, blocks[i + 1]):
            kinds[i + 1] = SegmentKind.CAPTION


def _mark_sections(text: str, blocks: Sequence[Span], kinds: list[SegmentKind]) -> None:
    """Mark the head "More on this topic" and what it heads: the list right below, or all down to the next heading."""
    inside = ""
    for i, block in enumerate(blocks):
        line = text[block.start : block.end]
        heading = _HEADING.match(line) is not None
        if furniture.is_stop_head(line) and (
            heading or line.startswith(("**", "__")) or not furniture.is_sentence(line)
        ):
            inside = "section" if heading else "list"
            kinds[i] = SegmentKind.FURNITURE
        elif inside and (heading or (inside == "list" and not _ITEM.match(line))):
            inside = ""
        elif inside:
            kinds[i] = SegmentKind.FURNITURE


def _body(kinds: Sequence[SegmentKind]) -> Iterator[bool]:
    return (kind is SegmentKind.BODY for kind in kinds)


def _is_italic(text: str, block: Span) -> bool:
    return _ITALIC.fullmatch(text, block.start, block.end) is not None


def _blocks(text: str, start: int) -> list[Span]:
    """Return paragraphs; lists, headings, pictures and rules line by line."""
    blocks: list[Span] = []
    alone = True
    for line in lines(text, start):
        words = text[line.start : line.end]
        single = bool(_HEADING.match(words) or _IMAGE.match(words) or _ITEM.match(words) or _RULE.fullmatch(words))
        apart = not blocks or text.count("\n", blocks[-1].end, line.start) > 1
        if apart or single or alone:
            blocks.append(line)
        else:
            blocks[-1] = Span(blocks[-1].start, line.end)
        alone = single and not _ITEM.match(words)
    return blocks
