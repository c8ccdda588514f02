"""Quotation marks: which stretches of a paragraph stand between them.

Marks balance inside a paragraph. A quotation that its paragraph does not close runs to the paragraph's end, and the next paragraph, by
the convention of news, opens it again. Single marks count only as the outer marks of a paragraph without double ones.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from checker.model import Span
from checker.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_DOUBLE = ('"', "“", "”", "„", "''", "``")
_SINGLE = ("‘", "'")
_NESTING = 4  # marks
# Double marks inside double marks: “It was “a war of choice.” It is over.”
_NESTED = pattern(r"“[^“”\n]*[\w,]\s(?P<open>“)[^“”\n]{1,120}(?P<close>”)[^“”\n]*”")
# The sign first, what stands before it second: a search skips to the sign quickly.
_SINGLE_OPEN = pattern(r"[‘'](?:(?<=\s.)|(?<=^.)|(?<=[(—–“\"-].))(?=[^\W\d_])")
_SINGLE_CLOSE = pattern(r"[’'](?<=[\w.,!?…].)(?=[\s.,;:!?)—–-]|$)")
_CLOSING = pattern(r"[\s.,;:)]|$")  # behind an opening mark that was typed for a closing one
_LETTER = pattern(r"\w")


class Fragment(NamedTuple):
    """Quoted words without their marks: ``content``; ``outer`` includes the marks. ``closed`` is False where the paragraph ended first."""

    start: int
    end: int
    outer: Span
    closed: bool
    content: str


Mark = tuple[int, str]  # where a double mark stands, and its sign


def double_marks(text: str) -> list[Mark]:
    """The double marks of a text, in order."""
    found = []
    for sign in _DOUBLE:
        at = text.find(sign) if sign[0] in text else -1  # one character is found far quicker than two
        while at >= 0:
            found.append((at, sign))
            at = text.find(sign, at + len(sign))
    found.sort()
    return found


def marked_lines(text: str, lines: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> list[int]:
    """The numbers, in order, of the lines that hold a double mark or a sign that may be a single one."""
    starts = [start for start, _ in lines]
    found = {bisect_right(starts, at) - 1 for at, _ in marks}
    for sign in _SINGLE:
        at = text.find(sign)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            found.add(number)
            at = text.find(sign, lines[number][1])
    return sorted(found)


def fragments(text: str, paragraph: Span, marks: Sequence[Mark] | None = None) -> list[Fragment]:
    """Return the quoted fragments of a paragraph that hold a letter, in order, without overlap. ``marks``: those of the text, if known."""
    if marks is None:
        marks = double_marks(text)
    low = bisect_left(marks, (paragraph.start, ""))
    marks = marks[low : bisect_left(marks, (paragraph.end, ""), low)]
    if not marks:
        return _single(text, paragraph)
    found: list[Fragment] = []
    opened: tuple[int, int] | None = None  # the bounds of the mark that opens a quotation
    twice = len(marks) >= _NESTING and any(a[1] == b[1] == "“" for a, b in pairwise(marks))
    nested = _NESTED.finditer(text, paragraph.start, paragraph.end) if twice else ()
    inner = {at for m in nested for at in (m.start("open"), m.start("close"))}
    for start, sign in marks:
        if start in inner:
            continue
        end = start + len(sign)
        turned = sign == "“" and opened is not None and _CLOSING.match(text, end) is not None
        if opened is None:
            opens = sign != "”" and not (sign == '"' and text[start - 1 : start].isdigit())  # a digit before: inches
            opened = (start, end) if opens else None
            continue
        found.append(Fragment(opened[1], start, Span(opened[0], end), True, text[opened[1] : start]))  # noqa: FBT003
        opened = (start, end) if sign in ("“", "„", "``") and not turned else None
    if opened is not None:
        outer = Span(opened[0], paragraph.end)
        found.append(Fragment(opened[1], paragraph.end, outer, False, text[opened[1] : paragraph.end]))  # noqa: FBT003
    found = [f for f in found if f.content[:1].isalnum() or _LETTER.search(f.content)]
    return found or _single(text, paragraph)


def _single(text: str, paragraph: Span) -> list[Fragment]:
    """Single marks as outer marks, as headlines have them: opened behind a space, closed before a space or a sign, letters inside."""
    found: list[Fragment] = []
    at = paragraph.start
    while match := _SINGLE_OPEN.search(text, at, paragraph.end):
        close = _SINGLE_CLOSE.search(text, match.end(), paragraph.end)
        if close is None or close.start() - match.end() < 3 or text[close.start() - 1] == "s":
            at = match.end()
            continue
        start, end = match.end(), close.start()
        found.append(Fragment(start, end, Span(match.start(), close.end()), True, text[start:end]))  # noqa: FBT003
        at = close.end()
    return found


def masked(text: str, paragraph: Span, found: list[Fragment]) -> str:
    """Return the paragraph with every quotation, marks included, replaced by NULs: patterns then see the reporter's words only."""
    parts: list[str] = []
    at = paragraph.start
    for fragment in found:
        start, end = (
            max(at, fragment.outer.start),
            fragment.outer.end,
        )  # a mark may close one quotation and open the next
        parts += (text[at:start], "\0" * (end - start))
        at = end
    return "".join(parts) + text[at : paragraph.end]
