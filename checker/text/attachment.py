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
from checker.text.vocabulary import entries

if TYPE_CHECKING:
    from collections.abc import Sequence

_FRONTED = re.compile(
    r"(?i)\W*(?:(?:on|in|at|by|late|early|near|shortly|just|before|after|since|during|overnight|the|last|around|about)\W+)*$"
)

# "prosecutors alleged that at 4 a.m. on May 3 a man fired": fronted in its clause.
_FRONTED_THAT = re.compile(
    r"(?i)\s(?:\w+\s){0,3}?that,?\s(?:(?:on|in|at|by|late|early|shortly|just|before|after|around|about|the|last|approximately)\s)*"
)

# A description with a relative clause, too: "Vik, the minister who signed, flies to Orrville".
_INSERTION = re.compile(
    r",\s(?:(?:(?:(?:the|an?|one)\s(?:[\w’'-]+\s){1,4}?)?(?:which|who|that))\s(?:(?:was|were|is|are|had|has|been|also)\s)*|(?:also|now|then|formerly|officially)\s)?$"
)
# Behind these a bare event noun is named in passing: "revisited the scene of the shooting Saturday".
_OF_THE_EVENT = re.compile(
    r"\b(?:of|to|from|about|on|for|after|into|with|over|by|following|since|before)\s"
    r"(?:(?:the|a|an|this|that|its|their|last)\s)?(?:[\w’'-]+\s){0,3}$"
)
_RELATIVE = re.compile(r"\b(?:who|which|that)\s(?:on\s|in\s|late\s|early\s)*\Z")
_TIED = re.compile(
    r"(?i)\b(?:on|in|at|during|over|by|since|from|of|until|till|through|after|before|late|early|for|near|off|to|between|around|about)"
    r"\s(?:(?:the|a|about|around|at|least|early|late|(?:north|south|east|west)(?:east|west)?(?:ern)?|upper|lower|central|downtown)\s)*"
    r"[“\"]?\Z|[“\"(,:–—-]\s*\Z"
)
_NEW = re.compile(r"\ban?\s(?:[\w’'-]+\s){0,3}\Z")
_NAMES_A_NOUN = re.compile(r"(?:['’]s)?\s(?P<noun>[a-z][\w-]*)")
_DETERMINED = re.compile(r"(?i)\b(?:the|an?|that|his|her|its|their)\s\Z")
_BEHIND_COMMA = re.compile(r",\s(?P<noun>[a-z][\w-]*)")
_WORD = re.compile(r"[\w’'-]+")
_APPOSITION = 48  # code points from the comma that opens an insertion to its verb
_NOUN_PHRASE = 25  # code points from the first word of a noun phrase to its head


def governor(document: Document, annotations: Annotations, span: Span) -> EventMention | None:
    """Return the event mention that ``span``, a time or place expression, modifies; None where it is another verb, or nothing."""
    found = head(document, annotations, span)
    return found[1] if found else None


def head(document: Document, annotations: Annotations, span: Span) -> tuple[Span, EventMention | None] | None:
    """Return the verb or event noun that ``span`` modifies, with the event mention it stands for, if any; None where nothing is found."""
    sentence = next(iter(s for s in annotations.of(Sentence) if s.start <= span.start < s.end), None)
    if sentence is None:
        return None
    heads = _heads(document, annotations, sentence)
    before = [(h, mention) for h, mention in heads if h.end <= span.start and not _in_passing(document.text, h, span)]
    if _RELATIVE.search(document.text, sentence.start, span.start):
        before = []  # "who on Friday said"
    described = _described(document.text, span)
    if described is not None:
        event = _event_at(described, heads)
        noun = _WORD.match(document.text, described)
        return event or (Span(*noun.span()) if noun else Span(described, described + 1), None)
    fronted = before and _FRONTED_THAT.fullmatch(document.text, before[-1][0].end, span.start)
    if before and not fronted and not _FRONTED.fullmatch(document.text[sentence.start : span.start]):
        return _nearest(document.text, sentence, before, span)
    after = [(at, mention) for at, mention in heads if at.start >= span.end]
    return after[0] if after else None


def told_when(document: Document, annotations: Annotations, span: Span) -> tuple[Span, EventMention | None] | None:
    """Return the head of the clause that a time is given for: "on January 3, when the accident happened"; None where there is none."""
    when = _WHEN.match(document.text, span.end)
    if when is None:
        return None
    sentence = next(iter(s for s in annotations.of(Sentence) if s.start <= span.start < s.end), None)
    if sentence is None:
        return None
    end = _CLAUSE_END.search(document.text, when.end(), sentence.end)
    inside = [
        (at, m)
        for at, m in _heads(document, annotations, sentence)
        if when.end() <= at.start < (end.start() if end else sentence.end)
    ]
    return next((found for found in inside if found[1] is not None), inside[0] if inside else None)


_WHEN = re.compile(r",?\swhen\s")
_CLAUSE_END = re.compile(r"[;:.]\s|,\s(?:and|but|police|authorities)\s|\bafter\b|\bbefore\b")


def _described(text: str, span: Span) -> int | None:
    """Where the noun starts that a time stands right before and describes: "all Wednesday classes", "a fatal Friday night shooting"."""
    match = None if text[span.end - 1 : span.end] == ")" else _NAMES_A_NOUN.match(text, span.end)
    if match is None and _DETERMINED.search(text, max(0, span.start - 16), span.start):
        match = _BEHIND_COMMA.match(text, span.end)  # "the June 11, 2015, shooting"
    if match is None or match.group("noun") in _no_noun() or match.group("noun").endswith(("ed", "ly")):
        return None
    return match.start("noun")


def _event_at(noun: int, heads: Sequence[tuple[Span, EventMention | None]]) -> tuple[Span, EventMention | None] | None:
    """The event that a noun names, or the noun close behind it: "Friday's fatal shooting"."""
    return next(
        ((at, m) for at, m in heads if m is not None and noun < at.end and at.start <= noun + _NOUN_PHRASE), None
    )


def _nearest(
    text: str, sentence: Sentence, before: Sequence[tuple[Span, EventMention | None]], span: Span
) -> tuple[Span, EventMention | None]:
    """The nearest head; before a bare time, an event noun that hangs on a preposition gives way to a plain verb before it."""
    at, mention = before[-1]
    gap = text[at.end : span.start]
    if gap.strip() and _TIED.search(gap):
        return before[-1]  # "into a shooting on Saturday": the preposition ties the two
    if mention is None or not mention.nominal or len(before) < 2:
        return before[-1]
    if _NEW.search(text, max(sentence.start, at.start - 40), at.start) and not gap.strip():
        return before[-1]  # "detained following a shooting Wednesday": what is new is told with its time
    in_phrase = _OF_THE_EVENT.search(text, max(sentence.start, at.start - 60), at.start)
    earlier = before[-2]
    return earlier if in_phrase and (earlier[1] is None or earlier[1].phase is Phase.ALARM) else before[-1]


def _in_passing(text: str, at: Span, span: Span) -> bool:
    """A head between commas that close before ``span`` stands in an insertion: "the exercises, called Joint Sea, in early July"."""
    opened = _INSERTION.search(text, max(0, at.start - _APPOSITION), at.start) is not None
    return opened and "," in text[at.end : span.start]


def _heads(
    document: Document, annotations: Annotations, sentence: Sentence
) -> Sequence[tuple[Span, EventMention | None]]:
    events = {at: m for m in annotations.within(EventMention, sentence) for at in m.heads}
    found = (
        Span(sentence.start + v.start, sentence.start + v.end)
        for v in verbs(document.text[sentence.start : sentence.end])
    )
    plain = {v: None for v in found if not any(v.overlaps(at) for at in events)}
    merged: dict[Span, EventMention | None] = {**plain, **events}
    return sorted(merged.items(), key=lambda item: item[0])


@cache
def _no_noun() -> frozenset[str]:
    """Words that may stand behind a time without being modified by it."""
    return entries("checker.text", "after-times.txt")
