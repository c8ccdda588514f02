"""The tense a time expression stands under: the verb right before it first, then what the clause says."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.model import Tense
from checker.text.tense import tense_at
from checker.text.verbs import verbs
from checker.text.vocabulary import words

if TYPE_CHECKING:
    from checker.model import Document, Sentence, Span

_GAP = re.compile(r"\s+(?:(?:on|early|late|only|just|at|by)\s+)*")
_PLANNED = frozenset(words("checker_dates", "planned.txt"))
_SENTENCE = 600  # code points that a sentence may have before and behind the expression
_REACH = 200  # code points before the expression that may hold its verb
_BREAK = re.compile(r"[,;:\"“”]")
_INFINITIVE = re.compile(r"\bto\s+[a-z]|\b(?:due|set|plan|plans|deadline|likely)\b")
_AHEAD = re.compile(
    r"(?i)\b(?:as\s+(?:early|soon)\s+as|no\s+later\s+than|deadline\s+(?:of|until)|next|set\s+to\s+\w+|due\s+to\s+\w+|due)\s+(?:on\s+)?(?:the\s+)?\Z"
)


_CLOCK = r"(?:(?:the\s+)?(?:end|middle)\s+of\s+|(?:\d{1,2}(?::\d\d)?\s+)?(?:[ap]\.?m\.?|noon|midnight)\s+)?"
_EFFECTIVE = re.compile(r"(?<=[\w,]\s)effective\s+\Z")
_UNTIL = re.compile(rf"(?<=[\w,]\s)(?:until|till|through)\s+{_CLOCK}\Z")
_OVER = re.compile(r"\b(?:from|between|was|were|had|ran|lasted|remained|stayed|waited)\b")
_ENDS_AHEAD = re.compile(rf"\b(?:{'|'.join(words('checker_dates', 'ends-ahead.txt'))})\s+(?:until|till)\s+{_CLOCK}\Z")


def tense_of(document: Document, sentence: Sentence, span: Span) -> Tense:
    """Return the tense for a time expression: "announced Friday" is past whatever the rest of the clause speaks of."""
    text = document.text
    before = text[max(sentence.start, span.start - 40) : span.start]
    if _AHEAD.search(before) or _EFFECTIVE.search(before) or _ENDS_AHEAD.search(before):
        return Tense.FUTURE
    if text.startswith(("'s", "’s"), span.end):
        return Tense.PAST  # "Wednesday's ruling"
    if _UNTIL.search(before) and not _OVER.search(before):
        return Tense.FUTURE  # "extended the loans through January": an end that was set lies ahead
    low, high = sentence.start, sentence.end
    if high - low > 2 * _SENTENCE:  # a list or a table; reading all of it for each of its dates is no use
        low, high = max(low, span.start - _SENTENCE), min(high, span.end + _SENTENCE)
        sentence = replace(sentence, start=low, end=high)
    found = [v for v in verbs(text[low:high]) if low + v.end <= span.start]
    if found and _GAP.fullmatch(text, low + found[-1].end, span.start):
        if text[low + found[-1].start : low + found[-1].end].lower() in _PLANNED:
            return Tense.FUTURE
        if found[-1].tense is Tense.PAST:
            return Tense.PAST
    lead = span.start - len(_BREAK.split(text[max(low, span.start - _REACH) : span.start])[-1])
    led = [v for v in found if low + v.start >= lead]
    if (
        led
        and all(v.tense is Tense.PAST and text[low + v.start : low + v.end].lower() not in _PLANNED for v in led)
        and not _INFINITIVE.search(text, low + led[-1].end, span.start)
    ):
        return Tense.PAST
    return tense_at(document, sentence, span)
