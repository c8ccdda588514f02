"""Quotation marks: which stretches of a paragraph stand between them.

Marks balance inside a paragraph. A quotation that its paragraph does not close runs to the paragraph's end, and the next paragraph, by
the convention of news, opens it again. Single marks count only as the outer marks of a paragraph without double ones.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.model import Span
from checker.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DOUBLE = ('"', "“", "”", "„", "''", "``")
_OPENING = frozenset({"“", "„", "``"})
_SINGLE = ("‘", "'")
_NESTING = 4  # marks
# Double marks inside double marks: “It was “a war of choice.” It is over.”
_NESTED = pattern(r"“[^“”\n]*[\w,]\s(?P<open>“)[^“”\n]{1,120}(?P<close>”)[^“”\n]*”")
# The sign first, what stands before it second: a search skips to the sign quickly.
_SINGLE_OPEN = pattern(r"[‘'](?:(?<=\s.)|(?<=^.)|(?<=[(—–“\"'-].))(?=[^\W\d_])")
_SINGLE_CLOSE = pattern(r"[’'](?<=[\w.,!?…].)(?=[\s.,;:!?)—–-]|$)")
_CLOSING = pattern(r"[\s.,;:)]|$")  # behind an opening mark that was typed for a closing one
_LETTER = pattern(r"\w")


@frozen()
class Fragment:
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


def by_line(lines: Sequence[tuple[int, int]], marks: Iterable[Mark]) -> dict[int, list[Mark]]:
    """The double marks of a text by the number of the line they stand in; lines without are left out."""
    found: dict[int, list[Mark]] = {}
    number, end = -1, 0
    for mark in marks:
        if mark[0] >= end:
            while mark[0] >= end:
                number += 1
                end = lines[number][1]
            found[number] = []
        found[number].append(mark)
    return found


def marked_lines(text: str, lines: Sequence[tuple[int, int]], marked: Iterable[int]) -> list[int]:
    """The numbers, in order, of the lines that hold a double mark, which are ``marked``, or a sign that may be a single one."""
    starts = [start for start, _ in lines]
    found = set(marked)
    for sign in _SINGLE:
        at = text.find(sign)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            found.add(number)
            at = text.find(sign, lines[number][1])
    return sorted(found)


def fragments(text: str, paragraph: Span, marks: Sequence[Mark] | None = None) -> list[Fragment]:
    """Return the quoted fragments of a paragraph that hold a letter, in order, without overlap.

    ``marks``: the double marks of the paragraph, if known.
    """
    if marks is None:
        marks = [m for m in double_marks(text) if paragraph.start <= m[0] < paragraph.end]
    found: list[Fragment] = []
    opened = within = -1  # where the mark starts that opens a quotation, and where it ends; none is open
    inner = _inner(text, paragraph, marks) if len(marks) >= _NESTING else ()
    for start, sign in marks:
        if start in inner:
            continue
        end = start + len(sign)
        if opened < 0:
            if sign == '"' and start and text[start - 1].isdigit():
                continue  # inches
            if sign != "”":
                opened, within = start, end
            continue
        content = text[within:start]
        if _holds_letter(content):
            found.append(Fragment(within, start, Span(opened, end), True, content))  # noqa: FBT003
        # A mark that opens and closes may have been typed for one that only closes.
        opens = sign in _OPENING and not (sign == "“" and _CLOSING.match(text, end))
        opened, within = (start, end) if opens else (-1, -1)
    if opened >= 0:
        end = paragraph.end
        content = text[within:end]
        if _holds_letter(content):
            found.append(Fragment(within, end, Span(opened, end), False, content))  # noqa: FBT003
    return found or _single(text, paragraph)


def _inner(text: str, paragraph: Span, marks: Sequence[Mark]) -> set[int]:
    """Where double marks stand inside double marks."""
    if not any(a[1] == b[1] == "“" for a, b in pairwise(marks)):
        return set()
    nested = _NESTED.finditer(text, paragraph.start, paragraph.end)
    return {at for m in nested for at in (m.start("open"), m.start("close"))}


def _holds_letter(content: str) -> bool:
    return content[:1].isalnum() or _LETTER.search(content) is not None


def _single(text: str, paragraph: Span) -> list[Fragment]:
    """Single marks as outer marks, as headlines have them: opened behind a space, closed before a space or a sign, letters inside."""
    found: list[Fragment] = []
    at = paragraph.start
    if text.find("'", at, paragraph.end) < 0 and text.find("‘", at, paragraph.end) < 0:
        return found
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
        outer = fragment.outer
        end = outer.end
        # A mark may close one quotation and open the next.
        start = at if outer.start < at else outer.start  # noqa: FURB136  a call costs more than all else here
        parts += (text[at:start], "\0" * (end - start))
        at = end
    return "".join(parts) + text[at : paragraph.end]
