"""The tense a time expression stands under: the verb right before it first, then what the clause says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import Tense
from checker.text.tense import tense_at
from checker.text.verbs import verbs
from checker.text.vocabulary import words

if TYPE_CHECKING:
    from checker.model import Document, Sentence, Span

_GAP = re.compile(r"\s+(?:(?:on|early|late|only|just|at|by)\s+)*")
_PLANNED = frozenset(words("checker_dates", "planned.txt"))
_AHEAD = re.compile(r"(?i)\b(?:as\s+(?:early|soon)\s+as|no\s+later\s+than|deadline\s+(?:of|until)|next|set\s+to\s+\w+|due\s+to\s+\w+|due)\s+(?:on\s+)?(?:the\s+)?\Z")


def tense_of(document: Document, sentence: Sentence, span: Span) -> Tense:
    """Return the tense for a time expression: "announced Friday" is past whatever the rest of the clause speaks of."""
    text = document.text
    before = text[max(sentence.start, span.start - 40) : span.start]
    if _AHEAD.search(before):
        return Tense.FUTURE
    offset = span.start - len(before)
    for verb in reversed(verbs(before)):
        if _GAP.fullmatch(text, offset + verb.end, span.start):
            word = before[verb.start : verb.end].lower()
            if word in _PLANNED:
                return Tense.FUTURE
            if verb.tense is Tense.PAST:
                return Tense.PAST
        break
    return tense_at(document, sentence, span)
