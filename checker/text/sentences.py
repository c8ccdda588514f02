"""Sentences of news English, within segments and paragraphs, in one linear scan."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Extractor, Sentence, Span
from checker.text.patterns import once
from checker.text.vocabulary import entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The second way: scraped pages lose the space between two paragraphs, "late Saturday.Two men ..."; not "U.S.Army".
_STOP = re.compile(
    r"[.!?…](?<![.!?][.!?…])"
    r"(?:(?:(?<!…)[.!?]{0,7}|(?<=…))[\"”’'»)\]]{0,4}(?=\s)|(?<=[a-z]{3}[.!?])(?=(?:[A-Z][a-z]+|A|I)\s))"
)
_CLOSING = "\"”’'»)]"
# A mark that may end a sentence; not that of "3.5", "e.g.", "Corp. said".
_MARKS = {mark: re.compile(rf"{re.escape(mark)}(?![a-z0-9,]| [a-z])") for mark in ".!?…"}
_BEFORE_LAST_WORD = re.compile(r"(?s:.*)[\s(\"“‘'—–-]")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]\Z")
_DAY_NAME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!['’]s)|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d"
)
_WORD = re.compile(r"[^\W\d_]+")
_LOOK_BESIDE = 20  # code points in which the word before or behind a stop is looked for
_BLANK = re.compile(r"\n[ \t\r]*\n\s*")
_NEWLINE = re.compile(r"\n\s*")
_FEW = 3  # line ends that tell nothing
_OPENERS = re.compile(r"[\s\"“‘'«(\[—–*_-]*")


def _run(document: Document, _annotations: Annotations) -> Iterator[Sentence]:
    text = document.text
    wrapped = _hard_wrapped(text)
    marks = _marks(text)
    number = last = -1
    high = 0  # of the marks, how many stand before the end of the paragraph
    for segment in document.segments:
        kind = segment.kind
        if last >= 0 and "\n" not in text[last : segment.start]:
            number -= 1  # a dateline and the sentence behind it stand in one paragraph
        last = segment.end
        for start, end in _paragraphs(text, segment, wrapped=wrapped):
            number += 1
            low, high = high, bisect_left(marks, end, high)
            for first, behind in _bounds(text, start, end, marks[low:high]):
                yield Sentence(first, behind, number, kind)


def _paragraphs(text: str, segment: Span, *, wrapped: bool) -> Iterator[tuple[int, int]]:
    """The blocks of a segment: between blank lines, and between single line ends unless the text is hard-wrapped."""
    separator = _BLANK if wrapped else _NEWLINE
    start = segment.start
    for gap in separator.finditer(text, segment.start, segment.end):
        yield start, gap.start()
        start = gap.end()
    yield start, segment.end


def _hard_wrapped(text: str) -> bool:
    """Tell whether single line ends are mere wraps: most of them stand inside a sentence, behind long lines."""
    if text.count("\n") - 2 * text.count("\n\n") < _FEW:
        return False  # as most texts: what stands in blank lines wraps nothing
    blocks = [b.split("\n") for b in _BLANK.split(text) if "\n" in b]
    inner = [line.rstrip() for block in blocks for line in block[:-1]]
    if len(inner) < _FEW:
        return False
    running = sum(1 for line in inner if len(line) > 50 and line[-1:] not in '.!?:"”')
    return running > 0.6 * len(inner)


def sentences_in(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch of running text."""
    marks = _marks(text[paragraph.start : paragraph.end], paragraph.start)
    for start, end in _bounds(text, paragraph.start, paragraph.end, marks):
        yield Span(start, end)


def _bounds(text: str, start: int, end: int, marks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a paragraph start and end, without the white space around them.

    ``start`` and ``end`` are its bounds, ``marks`` the offsets in it at which a sentence may end.
    """
    paragraph = passed = start
    close = end
    while close > start and text[close - 1].isspace():
        close -= 1
    last = close - 1  # a mark there ends the last sentence, whatever it is
    while last > start and text[last] in _CLOSING:
        last -= 1
    shortened = abbreviations()
    for at in marks:
        if at >= last:
            break
        if at < passed:
            continue  # the second of "?!"
        behind = 0
        if text[at + 1] == " ":  # as behind most marks: told without a pattern
            gap = text.rfind(" ", paragraph, at)
            word = text[paragraph if gap < 0 else gap + 1 : at]
            if word in shortened:
                if text[at] == ".":
                    continue
            elif text[at + 2].isupper() and word.isalnum() and len(word) > 1:
                behind = at + 1
        if not behind:
            stop = _STOP.match(text, at, end)
            if stop is None:
                continue
            behind = passed = stop.end()
            if not _ends(text, stop, paragraph, end):
                continue
        while text[start].isspace():
            start += 1
        yield start, behind
        start = behind
    while start < close and text[start].isspace():
        start += 1
    if start < close:
        yield start, close


def _marks(text: str, first: int = 0) -> list[int]:
    """Return where the marks that may end a sentence stand in a text, counted from ``first`` on."""
    found = [m.start() + first for mark, ends in _MARKS.items() if mark in text for m in ends.finditer(text)]
    found.sort()
    return found


def _ends(text: str, stop: re.Match[str], first: int, last: int) -> bool:
    """Tell whether a full stop ends its sentence, by the word before it and the character behind the space.

    ``first`` and ``last`` are the bounds of its paragraph.
    """
    at = stop.end()
    following = text[at + 1 : at + 2]
    if following.isupper() and text[at] == " " and at + 1 < last:  # as in most places
        at += 1
    else:
        skipped = _OPENERS.match(text, at, last)
        at = skipped.end() if skipped else at
        following = text[at : at + 1]
        if not following or not (following.isupper() or following.isdigit() or not following.isalpha()):
            return False
    if stop[0] != ".":
        return True
    word = _last_word(text, first, stop.start())
    if word in abbreviations():
        return False
    if (
        len(word) == 1 and word.isupper()
    ):  # an initial: "J. Smith"; "I" and letters behind "Plan" end sentences often enough
        return word == "I"
    if "." not in word:
        return True
    if word not in ("a.m", "p.m") and not _INITIALS.fullmatch(word):
        return True
    if _DAY_NAME.match(text, at):
        return False  # "shortly before 8 p.m. Wednesday, officers ...", "was shot in Washington, D.C. Friday night"
    # "the U.S. Army" goes on, "in the U.S. The army" does not: the next word decides.
    return _starts(text, at)


def _last_word(text: str, first: int, dot: int) -> str:
    """The word that ends at ``dot``; ``first`` is where its paragraph starts."""
    low = dot - _LOOK_BESIDE if dot - first > _LOOK_BESIDE else first
    space = text.rfind(" ", low, dot)
    word = text[low if space < 0 else space + 1 : dot]
    if word.isalpha():
        return word
    before = _BEFORE_LAST_WORD.match(text, low, dot)
    return text[before.end() if before else low : dot]


def _starts(text: str, at: int) -> bool:
    word = _WORD.match(text, at, at + _LOOK_BESIDE)
    return word is not None and word.group() in _starters()


@once
def abbreviations() -> frozenset[str]:
    """Words that a full stop shortens, as they stand before it: its sentence goes on."""
    return entries("checker.text", "abbreviations.txt")


@once
def _starters() -> frozenset[str]:
    return entries("checker.text", "sentence-starts.txt")


SENTENCES = Extractor("sentences", "1", (), Sentence, _run)
