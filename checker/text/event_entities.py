"""Event coreference inside one document: which mentions speak of one event.

The first mention of a class, headline first, is the event at hand. A later one joins it unless something keeps it apart: other
participants, another name, another person, or words of history and comparison.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, EventMention, SegmentKind, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    for mention in sorted(mentions, key=lambda m: (not headline(m), m.start)):
        in_lead = headline(mention) or paragraphs.get(mention.sentence.start) in lead
        fitting = [e for e in entities if e.takes(mention, lead=in_lead)]
        if fitting and mention.event_class == GENERIC:
            entity = _spoken_of(numbered, entities, fitting)
        elif fitting:
            entity = max(fitting, key=lambda e: (len(e.participants & mention.participants), -e.number))
        else:
            entity = _Entity(
                len(entities), mention.event_class, background=mention.background, personal=mention.personal
            )
            entities.append(entity)
        entity.add(mention, in_body=not headline(mention))
        numbered.append(replace(mention, entity=entity.number))
    return sorted(numbered, key=lambda m: (m.start, m.end))


def _spoken_of(numbered: list[EventMention], entities: list[_Entity], fitting: list[_Entity]) -> _Entity:
    """What "the ceremony" or "the incident" means: the last event of one day spoken of, else the last event."""
    open_ = [m for m in reversed(numbered) if entities[m.entity] in fitting]
    best = next((m for m in open_ if m.punctual), open_[0] if open_ else None)
    return entities[best.entity] if best else fitting[0]
