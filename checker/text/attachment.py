"""Attachment: which event a modifier of time or place belongs to.

A modifier belongs to the head nearest before it in its clause ("died on Monday", "opened the exercise ... on July 14"), where heads
are all verbs and event nouns; fronted, it belongs to the first head behind it ("On Thursday they signed ..."). Where that head is
a reporting verb, or any verb that is no event, the modifier says nothing of an event: "reported on July 14".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, EventMention, Phase, Sentence, Span
from checker.text.verbs import verbs
from checker.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_FRONTED = re.compile(
    r"(?i)\W*(?:(?:on|in|at|by|late|early|near|shortly|just|before|after|since|during|overnight|the|last|around|about)\W+)*$"
)

_INSERTION = re.compile(
    r",\s(?:(?:which|who|that)\s(?:(?:was|were|is|are|had|has|been|also)\s)*|(?:also|now|then|formerly|officially)\s)?$"
)
# Behind these a bare event noun is named in passing: "revisited the scene of the shooting Saturday".
_OF_THE_EVENT = re.compile(
    r"\b(?:of|to|from|about|on|for|after|into|with|over|by|following|since|before)\s"
    r"(?:(?:the|a|an|this|that|its|their|last)\s)?(?:[\w’'-]+\s){0,3}$"
)
_RELATIVE = re.compile(r"\b(?:who|which|that)\s(?:on\s|in\s|late\s|early\s)*\Z")
_TIED = re.compile(
    r"(?i)\b(?:on|in|at|during|over|by|since|from|of|until|till|through|after|before|late|early|for|near|off|to|between|around|about)"
    r"\s(?:(?:the|a|about|around|at|least|early|late)\s)*[“\"]?\Z|[“\"(,:–—-]\s*\Z"
)
_NEW = re.compile(r"\ban?\s(?:[\w’'-]+\s){0,3}\Z")
_NAMES_A_NOUN = re.compile(r"(?:['’]s)?\s(?P<noun>[a-z][\w-]*)")
_NOUN_PHRASE = 25  # code points from the first word of a noun phrase to its head


def governor(document: Document, annotations: Annotations, span: Span) -> EventMention | None:
    """Return the event mention that ``span``, a time or place expression, modifies; None where it is another verb, or nothing."""
    sentence = next(iter(s for s in annotations.of(Sentence) if s.start <= span.start < s.end), None)
    if sentence is None:
        return None
    heads = _heads(document, annotations, sentence)
    before = [(h, mention) for h, mention in heads if h.end <= span.start and not _in_passing(document.text, h, span)]
    if _RELATIVE.search(document.text, sentence.start, span.start):
        before = []  # "who on Friday said"
    described = _described(document.text, span)
    if described is not None:
        return _event_at(described, heads)
    if before and not _FRONTED.fullmatch(document.text[sentence.start : span.start]):
        return _nearest(document.text, sentence, before, span)
    after = [(head, mention) for head, mention in heads if head.start >= span.end]
    return after[0][1] if after else None


def _described(text: str, span: Span) -> int | None:
    """Where the noun starts that a time stands right before and describes: "all Wednesday classes", "a fatal Friday night shooting"."""
    match = _NAMES_A_NOUN.match(text, span.end)
    if match is None or match.group("noun") in _no_noun() or match.group("noun").endswith(("ed", "ly")):
        return None
    return match.start("noun")


def _event_at(noun: int, heads: Sequence[tuple[Span, EventMention | None]]) -> EventMention | None:
    """The event that a noun names, or the noun close behind it: "Friday's fatal shooting"."""
    return next(
        (m for head, m in heads if m is not None and noun < head.end and head.start <= noun + _NOUN_PHRASE), None
    )


def _nearest(
    text: str, sentence: Sentence, before: Sequence[tuple[Span, EventMention | None]], span: Span
) -> EventMention | None:
    """The nearest head; before a bare time, an event noun that hangs on a preposition gives way to a plain verb before it."""
    head, mention = before[-1]
    gap = text[head.end : span.start]
    if gap.strip() and _TIED.search(gap):
        return mention  # "into a shooting on Saturday": the preposition ties the two
    if mention is None or not mention.nominal or len(before) < 2:
        return mention
    if _NEW.search(text, max(sentence.start, head.start - 40), head.start) and not gap.strip():
        return mention  # "detained following a shooting Wednesday": what is new is told with its time
    in_phrase = _OF_THE_EVENT.search(text, max(sentence.start, head.start - 60), head.start)
    earlier = before[-2][1]
    return earlier if in_phrase and (earlier is None or earlier.phase is Phase.ALARM) else mention


def _in_passing(text: str, head: Span, span: Span) -> bool:
    """A head between commas that close before ``span`` stands in an insertion: "the exercises, called Joint Sea, in early July"."""
    opened = _INSERTION.search(text, max(0, head.start - 25), head.start) is not None
    return opened and "," in text[head.end : span.start]


def _heads(
    document: Document, annotations: Annotations, sentence: Sentence
) -> Sequence[tuple[Span, EventMention | None]]:
    events = {head: m for m in annotations.within(EventMention, sentence) for head in m.heads}
    found = (
        Span(sentence.start + v.start, sentence.start + v.end)
        for v in verbs(document.text[sentence.start : sentence.end])
    )
    plain = {v: None for v in found if not any(v.overlaps(head) for head in events)}
    merged: dict[Span, EventMention | None] = {**plain, **events}
    return sorted(merged.items(), key=lambda item: item[0])


@cache
def _no_noun() -> frozenset[str]:
    """Words that may stand behind a time without being modified by it."""
    return frozenset(w for line in words("checker.text", "after-times.txt") for w in line.split())
