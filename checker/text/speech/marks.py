"""Quotation marks: which stretches of a paragraph stand between them.

Marks balance inside a paragraph. A quotation that its paragraph does not close runs to the paragraph's end, and the next paragraph, by
the convention of news, opens it again. Single marks count only as the outer marks of a paragraph without double ones.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.model import Span

_MARK = re.compile(r"[\"“”„]|''|``")
# Double marks inside double marks: “It was “a war of choice.” It is over.”
_NESTED = re.compile(r"“[^“”\n]*[\w,]\s(?P<open>“)[^“”\n]{1,120}(?P<close>”)[^“”\n]*”")
# The sign first, what stands before it second: a search skips to the sign quickly.
_SINGLE_OPEN = re.compile(r"[‘'](?:(?<=\s.)|(?<=^.)|(?<=[(—–-].))(?=[^\W\d_])")
_SINGLE_CLOSE = re.compile(r"[’'](?<=[\w.,!?…].)(?=[\s.,;:!?)—–-]|$)")
_CLOSING = re.compile(r"[\s.,;:)]|$")  # behind an opening mark that was typed for a closing one
_LETTER = re.compile(r"\w")


class Fragment(NamedTuple):
    """Quoted words without their marks: ``content``; ``outer`` includes the marks. ``closed`` is False where the paragraph ended first."""

    start: int
    end: int
    outer: Span
    closed: bool
    content: str


def fragments(text: str, paragraph: Span) -> list[Fragment]:
    """Return the quoted fragments of a paragraph that hold a letter, in order, without overlap."""
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    if not marks:
        return _single(text, paragraph)
    found: list[Fragment] = []
    opened: re.Match[str] | None = None
    nested = _NESTED.finditer(text, paragraph.start, paragraph.end) if len(marks) > 3 else ()
    inner = {at for m in nested for at in (m.start("open"), m.start("close"))}
    for mark in marks:
        sign = mark.group()
        if mark.start() in inner:
            continue
        turned = sign == "“" and opened is not None and _CLOSING.match(text, mark.end()) is not None
        opens = (sign in ("“", "„", "``") and not turned) or (sign != "”" and opened is None)
        if opened is None:
            inch = sign == '"' and text[mark.start() - 1 : mark.start()].isdigit()
            if opens and not inch:
                opened = mark
            continue
        found.append(_fragment(text, opened.end(), mark.start(), Span(opened.start(), mark.end())))
        opened = mark if sign in ("“", "„", "``") and not turned else None
    if opened is not None:
        outer = Span(opened.start(), paragraph.end)
        found.append(_fragment(text, opened.end(), paragraph.end, outer, closed=False))
    found = [f for f in found if _LETTER.search(f.content)]
    return found or _single(text, paragraph)


def _fragment(text: str, start: int, end: int, outer: Span, *, closed: bool = True) -> Fragment:
    return Fragment(start, end, outer, closed, text[start:end])


def _single(text: str, paragraph: Span) -> list[Fragment]:
    """Single marks as outer marks, as headlines have them: opened behind a space, closed before a space or a sign, letters inside."""
    found: list[Fragment] = []
    at = paragraph.start
    while match := _SINGLE_OPEN.search(text, at, paragraph.end):
        close = _SINGLE_CLOSE.search(text, match.end(), paragraph.end)
        if close is None or close.start() - match.end() < 3 or text[close.start() - 1] == "s":
            at = match.end()
            continue
        found.append(_fragment(text, match.end(), close.start(), Span(match.start(), close.end())))
        at = close.end()
    return found


def masked(text: str, paragraph: Span, found: list[Fragment]) -> str:
    """Return the paragraph with every quotation, marks included, replaced by NULs: patterns then see the reporter's words only."""
    parts, at = [], paragraph.start
    for fragment in found:
        start, end = max(at, fragment.outer.start), fragment.outer.end  # a mark may close one quotation and open the next
        parts += (text[at:start], "\0" * (end - start))
        at = end
    return "".join(parts) + text[at : paragraph.end]
