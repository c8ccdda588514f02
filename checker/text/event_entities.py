"""Event coreference inside one document: which mentions speak of one event.

The first mention of a class, headline first, is the event at hand. A later one joins it unless something keeps it apart: other
participants, another name, another person, or words of history and comparison.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, EventMention, SegmentKind, Sentence
from checker.text.event_words import harmful

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GENERIC = "occasion"  # "the ceremony", "the event": whatever event the text was speaking of
_LEAD = 2  # paragraphs of the body in which an event is taken to be the news


@dataclass(slots=True)
class _Entity:
    number: int
    event_class: str
    participants: set[str] = field(default_factory=set)
    occasions: set[str] = field(default_factory=set)
    background: bool = False
    personal: bool = False
    told: bool = False  # in the body, not in a headline only

    def takes(self, mention: EventMention, *, lead: bool) -> bool:
        """Tell whether ``mention`` can be this event."""
        if self.background or mention.background:
            return False
        if mention.harm:
            return self.event_class in harmful()
        if mention.event_class == GENERIC:
            return mention.definite and not self.personal
        if mention.event_class != self.event_class:
            return False
        if mention.occasion and self.occasions and mention.occasion not in self.occasions:
            return False
        if mention.personal:
            return not mention.participants or not self.participants or bool(mention.participants & self.participants)
        if apart(mention.participants, self.participants):
            return False
        same = mention.occasion is not None and mention.occasion in self.occasions
        if mention.indefinite and self.told and not same:
            return False  # news that has been told is not told again with "a"
        return (
            (lead and not (self.told and mention.punctual))
            or mention.definite
            or same
            or bool(mention.participants & self.participants)
            or not mention.punctual
            or (
                mention.event_class in harmful() and not mention.nominal
            )  # a verb tells the news on: "he was shot at noon"
        )

    def add(self, mention: EventMention, *, in_body: bool) -> None:
        """Make ``mention`` part of the event."""
        self.participants |= mention.participants
        self.told = self.told or in_body
        if mention.occasion:
            self.occasions.add(mention.occasion)


def apart(a: Iterable[str], b: Iterable[str]) -> bool:
    """Two sets of participants that each have someone the other lacks belong to different events."""
    first, second = set(a), set(b)
    return bool(first - second) and bool(second - first)


def with_entities(document: Document, annotations: Annotations, mentions: Iterable[EventMention]) -> list[EventMention]:
    """Return the mentions in text order, those of one event sharing an ``entity`` number."""
    paragraphs = {s.start: s.paragraph for s in annotations.of(Sentence)}
    body = sorted({s.paragraph for s in annotations.of(Sentence) if s.segment is SegmentKind.BODY})
    lead = set(body[:_LEAD])

    def headline(mention: EventMention) -> bool:
        return document.segment_at(mention.start) is SegmentKind.HEADLINE

    entities: list[_Entity] = []
    numbered: list[EventMention] = []
    ordered = sorted(mentions, key=lambda m: (m.event_class == GENERIC, not headline(m), m.start))
    for mention in ordered:  # what stands for another event comes last: "crews were called to a fire"
        in_lead = headline(mention) or paragraphs.get(mention.sentence.start) in lead
        fitting = [e for e in entities if e.takes(mention, lead=in_lead)]
        if fitting and mention.event_class == GENERIC:
            entity = _spoken_of(mention, [m for m in numbered if entities[m.entity] in fitting], entities) or fitting[0]
        elif fitting:
            entity = max(fitting, key=lambda e: (len(e.participants & mention.participants), -e.number))
        else:
            entity = _Entity(
                len(entities), mention.event_class, background=mention.background, personal=mention.personal
            )
            entities.append(entity)
        entity.add(mention, in_body=not headline(mention))
        numbered.append(replace(mention, entity=entity.number, lead=in_lead))
    return sorted(numbered, key=lambda m: (m.start, m.end))


def _spoken_of(mention: EventMention, told: Sequence[EventMention], entities: Sequence[_Entity]) -> _Entity | None:
    """What "the ceremony", "the incident" or "two were killed" means: the last event of one day spoken of, else the last event.

    What tells of harm may come before the event is named: then it is that of its sentence, or the next.
    """
    told = sorted(told, key=lambda m: m.start)
    beside = [m for m in told if m.sentence == mention.sentence] if mention.harm else []
    before = [m for m in beside or told if m.start < mention.start]
    best = next((m for m in reversed(before) if m.punctual), before[-1] if before else None)
    if best is None and mention.harm:
        best = next(iter(beside or told), None)
    return entities[best.entity] if best else None
