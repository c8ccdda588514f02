"""Tense and factuality of a passage, by word lists and position: cheap, and right most of the time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import Factuality, Tense
from checker.text.clauses import clause_at
from checker.text.patterns import once, pattern
from checker.text.verbs import lowered, verbs
from checker.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Document, Sentence, Span

_LETTERS = re.compile(r"[^\W\d_]+")
_ASCII_LETTERS = re.compile(r"[a-z]+")  # the same in lower case, where there are no others: several times as fast
_SUFFIX = re.compile(r"(n?'|)([^\W\d_]+)")  # of "n't" and "'ll"; nothing before other entries
_RELATIVE = re.compile(r"\b(?:that|which|who)\s")
_REACH = 60  # code points around an event word in which a hedge counts


def tense_at(document: Document, sentence: Sentence, span: Span) -> Tense:
    """Return the tense of the finite verb nearest to ``span`` within its clause, verbs before it first; NONE without a verb."""
    text = document.text
    clause = clause_at(document, sentence, span)
    if _future().search(text, clause.start, clause.end):
        return Tense.FUTURE
    found = [v for v in verbs(text[sentence.start : sentence.end]) if not v.participle]
    start, end = span.start - sentence.start, span.end - sentence.start
    low, high = clause.start - sentence.start, clause.end - sentence.start
    inside = [v for v in found if low <= v.start < high] or found
    if not inside:
        return Tense.NONE
    return min(inside, key=lambda v: (start - v.end) if v.end <= start else 2 * (v.start - end)).tense


def factuality_at(document: Document, sentence: Sentence, span: Span) -> Factuality:
    """Tell whether what ``span`` names is stated as fact, planned, possible or negated, judged by its clause."""
    text = document.text
    clause = clause_at(document, sentence, span)
    start, end = max(clause.start, span.start - _REACH), min(clause.end, span.end + _REACH)
    relative = _RELATIVE.search(text, span.end, end)
    if relative is not None:
        end = relative.start()  # "began a strike that will last until Friday": the strike began
    if _negation().search(text, max(start, span.start - _REACH // 2), span.end):
        return Factuality.NEGATED
    if any(m.group() != "May" for m in _possible().finditer(text, start, span.end)):
        return Factuality.POSSIBLE
    if _future().search(text, start, end):
        return Factuality.PLANNED
    return Factuality.CERTAIN


class _Cues:
    """Any entry of a list, as whole words; one that starts with an apostrophe or n't is a suffix.

    An entry is tried only at the word it begins with, and its pattern is made when that word is first met.
    """

    def __init__(self, name: str) -> None:
        entries: dict[str, list[str]] = {}
        for entry in words("checker.text", name):
            before, first = _SUFFIX.match(entry).groups()  # type: ignore[union-attr]
            source = (f"(?<={before})" if before else "") + entry[len(before) :]
            entries.setdefault(first, []).append(source.replace("'", "['’]"))
        self._patterns = {w: pattern(rf"(?i)(?:{'|'.join(e)})\b") for w, e in entries.items()}

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Find the entries in a stretch of text."""
        low = lowered(text[start:end])
        letters = _ASCII_LETTERS if low.isascii() else _LETTERS
        if self._patterns.keys().isdisjoint(letters.findall(low)):
            return
        for word in letters.finditer(low):
            first = self._patterns.get(word.group())
            if first is not None and (match := first.match(text, start + word.start(), end)):
                yield match

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Find the first entry in a stretch of text."""
        return next(self.finditer(text, start, end), None)


@once
def _future() -> _Cues:
    return _Cues("future-words.txt")


@once
def _possible() -> _Cues:
    return _Cues("possible-words.txt")


@once
def _negation() -> _Cues:
    return _Cues("negations.txt")
