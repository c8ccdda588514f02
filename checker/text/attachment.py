"""Attachment: which event a modifier of time or place belongs to.

A modifier belongs to the head nearest before it in its clause ("died on Monday", "opened the exercise ... on July 14"), where heads
are all verbs and event nouns; fronted, it belongs to the first head behind it ("On Thursday they signed ..."). Where that head is
a reporting verb, or any verb that is no event, the modifier says nothing of an event: "reported on July 14".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, EventMention, Sentence, Span
from checker.text.verbs import verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

_FRONTED = re.compile(
    r"(?i)\W*(?:(?:on|in|at|by|late|early|near|shortly|just|before|after|since|during|overnight|the|last|around|about)\W+)*$"
)

_INSERTION = re.compile(r",\s(?:(?:which|who|that|also|now|then|formerly|officially|was|were|is|are|had|has|been)\s)*$")


def governor(document: Document, annotations: Annotations, span: Span) -> EventMention | None:
    """Return the event mention that ``span``, a time or place expression, modifies; None where it is another verb, or nothing."""
    sentence = next(iter(s for s in annotations.of(Sentence) if s.start <= span.start < s.end), None)
    if sentence is None:
        return None
    heads = _heads(document, annotations, sentence)
    before = [(h, mention) for h, mention in heads if h.end <= span.start and not _in_passing(document.text, h, span)]
    if before and not _FRONTED.fullmatch(document.text[sentence.start : span.start]):
        return before[-1][1]
    after = [(head, mention) for head, mention in heads if head.start >= span.end]
    return after[0][1] if after else None


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
