"""Tense and factuality of a passage, by word lists and position: cheap, and right most of the time."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Factuality, Tense
from checker.text.clauses import clause_at
from checker.text.verbs import verbs
from checker.text.vocabulary import words

if TYPE_CHECKING:
    from checker.model import Document, Sentence, Span

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


@cache
def _future() -> re.Pattern[str]:
    return _any("future-words.txt")


@cache
def _possible() -> re.Pattern[str]:
    return _any("possible-words.txt")


@cache
def _negation() -> re.Pattern[str]:
    return _any("negations.txt")


def _any(name: str) -> re.Pattern[str]:
    """Match any entry of a list as whole words; an entry that starts with an apostrophe or n't is a suffix."""
    entries = [w.replace("'", "['’]") for w in words("checker.text", name)]
    plain = [e for e in entries if e[0].isalpha() and e != "n['’]t"]
    suffixes = [e for e in entries if e not in plain]
    pattern = r"(?i)\b(?:" + "|".join(plain) + r")\b"
    return re.compile(pattern + (r"|(?:" + "|".join(suffixes) + r")\b" if suffixes else ""))
