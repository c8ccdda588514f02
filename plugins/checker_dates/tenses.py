"""The tense a time expression stands under: the verb right before it first, then what the clause says."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from checker.model import Tense
from checker.text.patterns import pattern
from checker.text.predications import tells_of_harm
from checker.text.tense import tense_at
from checker.text.verbs import verbs
from checker.text.vocabulary import function_words, table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Document, Sentence, Span
    from checker.text.verbs import Verb

_PAST, _FUTURE = Tense.PAST, Tense.FUTURE  # looked up once: what an enumeration is asked for is dear
_GAP = pattern(r"\s+(?:(?:on|early|late|only|just|at|by)\s+)*")
_PLANNED = frozenset(words("checker_dates", "planned.txt"))
_SENTENCE = 600  # code points that a sentence may have before and behind the expression
_TWO = 2
_AFTER = 60  # code points behind an expression at the head of its clause within which its verb follows
_REACH = 200  # code points before the expression that may hold its verb
_BREAK = pattern(r"[,;:\"“”]")
_INFINITIVE = pattern(
    r"\bto\s+(?!(?:the|an?|his|her|its|their|our|this|that|these|those|all|some|any|no|one|two|three|four|five|him|them|me|us)\b)[a-z]|\b(?:due|set|plan|plans|deadline|likely)\b"
)
_AHEAD = pattern(
    r"(?i)\b(?:(?:is|are)\s+(?:likely|possible|forecast)|as\s+(?:early|soon)\s+as|no\s+later\s+than|deadline\s+(?:of|until)|next|set\s+to\s+\w+|due\s+to\s+\w+|due)\s+(?:on\s+)?(?:the\s+)?\Z"
)


_BEHIND = pattern(
    r"(?i)\b(?:since\s+(?:at\s+least\s+)?(?:the\s+|early\s+|late\s+|mid-?)*"
    r"|as\s+(?:previously\s+|originally\s+|first\s+)?(?:planned|scheduled|expected|promised)\s+(?:on\s+)?)\Z"
)
_BASE, _THIRD = ("|".join(forms) for forms in zip(*table("checker_dates", "scheduled-verbs.txt").items(), strict=True))
_STARTS = frozenset(w.split()[0] for pair in table("checker_dates", "scheduled-verbs.txt").items() for w in pair)
_NO_NOUN = "".join(
    rf"(?<!\b{w}\s)(?<!\b{w.capitalize()}\s)"
    for w in ("the", "its", "his", "her", "their", "this", "of", "is", "was", "has", "as")
)
# "The talks open Monday", "the minister arrives in Oslo on Sunday"; but no noun: "his return Monday".
_PRESENT = pattern(
    rf"{_NO_NOUN}(?:(?<=[a-z]s\s)(?:{_BASE})|(?<=[a-z]\s)(?:{_THIRD}))(?P<verb>)\s(?:[^.,;:\"“”()]{{0,40}}\s)?\Z"
)
_PASSIVE = pattern(r"(?:\s+\w+)?\s+be\s+(?:\w+ly\s+)?")
_SCHEDULED = pattern(r"\b(?:has|have)\s+(?:scheduled|planned|set|called|slated)\s+[^,.;:]{0,32}\Z")
_CLOCK = r"(?:(?:the\s+)?(?:end|middle)\s+of\s+|(?:\d{1,2}(?::\d\d)?\s+)?(?:[ap]\.?m\.?|noon|midnight)\s+)?"
_EFFECTIVE = pattern(r"(?<=[\w,]\s)effective\s+\Z")
_NOUNS_BEHIND = pattern(r"(?:\s[a-z][a-z-]*){1,3}")
_WAS_DUE = pattern(
    r"\bhad\s(?:\w+\s)?been\s(?:\w+ly\s)?(?:due|scheduled|set|slated|expected|supposed)\s(?:\w+ly\s)?to\s[^.,;:]{0,32}\Z"
)
_UNTIL = pattern(rf"(?<=[\w,]\s)(?:until|till|through)\s+{_CLOCK}\Z")
# One of these words stands before every expression to which one of the patterns for what stands before it applies.
_CUES = frozenset(
    "had been likely possible forecast early soon than deadline next set due effective until till through scheduled planned called slated"
    " since expected promised".split()
)
_LETTERS = pattern(r"[a-z]+")
_OVER = pattern(r"\b(?:from|between|was|were|had|ran|lasted|remained|stayed|waited)\b")
_ENDS_AHEAD = pattern(rf"\b(?:{'|'.join(words('checker_dates', 'ends-ahead.txt'))})\s+(?:until|till)\s+{_CLOCK}\Z")


def _is_ahead(text: str, low: int, found: Sequence[Verb], at: int) -> bool:
    """Tell whether the last verb before ``at`` is the passive of a future: "will be held Saturday"."""
    if len(found) < _TWO or found[-2].tense is not _FUTURE or _BREAK.search(text, low + found[-1].end, at):
        return False
    return _PASSIVE.fullmatch(text, low + found[-2].end, low + found[-1].start) is not None


def _describes_harm(text: str, at: int, end: int) -> bool:
    """Tell whether the noun that an expression describes is of harm done, for which nobody has plans."""
    nouns = _NOUNS_BEHIND.match(text, at, end)
    if nouns is None:
        return False
    described = list(takewhile(lambda word: word not in function_words(), nouns[0].split()))
    return bool(described) and tells_of_harm(" ".join(described))


def _opens(text: str, low: int, span: Span, every: Sequence[Verb]) -> bool:
    """Tell whether a past verb follows an expression that opens its clause: "But by Monday, officials hardened their line"."""
    verb = next((v for v in every if low + v.start >= span.end and not v.participle), None)
    if verb is None or verb.tense is not _PAST:
        return False
    return low + verb.start - span.end <= _AFTER and not _BREAK.search(text, span.end + 1, low + verb.start)


def tense_of(document: Document, sentence: Sentence, span: Span) -> Tense:
    """Return the tense for a time expression: "announced Friday" is past whatever the rest of the clause speaks of."""
    text = document.text
    before = text[max(sentence.start, span.start - 40) : span.start]
    owned = text.startswith(("'s", "’s"), span.end)
    if not _CUES.isdisjoint(_LETTERS.findall(before.lower())):
        if _WAS_DUE.search(text, max(sentence.start, span.start - _REACH // 3), span.start):
            return _PAST  # "had been due to expire Friday"
        if any(p.search(before) for p in (_AHEAD, _EFFECTIVE, _ENDS_AHEAD, _SCHEDULED)):
            return _FUTURE
        if _BEHIND.search(before):
            return _PAST  # "since March"
        if not owned and _UNTIL.search(before) and not _OVER.search(before):
            return _FUTURE  # "extended the loans through January": an end that was set lies ahead
    if owned:
        return _PAST  # "Wednesday's ruling"
    tense = _by_verbs(document, sentence, span)
    harm = tense is not _PAST and _describes_harm(text, span.end, sentence.end)
    return _PAST if harm else tense  # "a Wednesday night shooting"


def _by_verbs(document: Document, sentence: Sentence, span: Span) -> Tense:
    """Return the tense that the verbs around a time expression give it."""
    text = document.text
    low, high = sentence.start, sentence.end
    if high - low > 2 * _SENTENCE:  # a list or a table; reading all of it for each of its dates is no use
        low, high = max(low, span.start - _SENTENCE), min(high, span.end + _SENTENCE)
        sentence = replace(sentence, start=low, end=high)
    every = verbs(text[low:high])
    found = [v for v in every if low + v.end <= span.start]
    near = max(low, span.start - _REACH // 3)
    scheduled = None
    if not _STARTS.isdisjoint(text[near : span.start].split()):
        scheduled = _PRESENT.search(text, near, span.start)
    if scheduled and (not found or low + found[-1].start <= scheduled.end("verb")):
        return _FUTURE
    if not found and _opens(text, low, span, every):
        return _PAST
    if _is_ahead(text, low, found, span.start):
        return _FUTURE
    if found and _GAP.fullmatch(text, low + found[-1].end, span.start):
        if text[low + found[-1].start : low + found[-1].end].lower() in _PLANNED:
            return _FUTURE
        if found[-1].tense is _PAST:
            return _PAST
    lead = span.start - len(_BREAK.split(text[max(low, span.start - _REACH) : span.start])[-1])
    led = [v for v in found if low + v.start >= lead]
    if (
        led
        and all(v.tense is _PAST and text[low + v.start : low + v.end].lower() not in _PLANNED for v in led)
        and not _INFINITIVE.search(text, low + led[-1].end, span.start)
    ):
        return _PAST
    return tense_at(document, sentence, span)
