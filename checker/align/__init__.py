"""The third stage: which documents tell one story, and which of their mentions mean one thing.

Pure, and without plugin code: it sees mentions of the core's types and the claims whose subjects they are. Claims are linked two by
two, each link with its reasons; a group is what links hold together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING, Literal

from checker.align.events import Events, align_events
from checker.align.grouping import Annotated, Story, stories, together
from checker.align.likeness import Alike
from checker.align.persons import align_persons
from checker.align.predications import align_predications
from checker.align.related import Related
from checker.align.utterances import align_phrases, align_utterances
from checker.links import components
from checker.model import (
    Annotations,
    Claim,
    Document,
    EventMention,
    Group,
    Name,
    Person,
    Predication,
    Quotation,
    Referent,
    SegmentKind,
    Timex,
)
from checker.text.event_words import everyday
from checker.text.nations import nations_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["Annotated", "Story", "groups", "stories", "together"]

_Node = tuple[str, int, int]  # document id and span
_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # how the value of what names a day begins

_SAME_WORDS = ("the same words, aligned word by word",)
_SPOKEN_ON = ("the same speaker goes on",)
_SAME_PASSAGE = ("one and the same passage",)


def groups(story: Story) -> list[Group]:
    """Gather the claims of one story by referent and slot."""
    claims = [c for _, annotations in story.told for c in annotations.claims()]
    named = {document.id: _names(document, annotations) for document, annotations in story.told}
    mentions = [(document, annotations.of(EventMention)) for document, annotations in story.told]
    events = align_events(mentions, named, story.compared())
    quoted = _quoted_nodes(claims)
    same_words = _same_words(quoted)
    quoting = {(a[0], b[0]) for a, b in same_words}
    return [
        *_events(story, claims, events),
        *_utterances(story, quoted, same_words | _same_phrases(quoted)),
        *_persons(story, claims),
        *_things(story, claims, Related(named, events, quoting, Alike(story.told, story.least))),
        *_texts(story, claims),
    ]


def _events(story: Story, claims: Sequence[Claim], events: Events) -> Iterable[Group]:
    """Claims of events, and of what clauses tell without naming an event; the two meet where a slot has both."""
    about = [c for c in claims if isinstance(c.subject, (EventMention, Predication))]
    slots: dict[str, list[Claim]] = defaultdict(list)
    for claim in about:
        slots[claim.slot].append(claim)
    for slot, found in sorted(slots.items()):
        yield from _happenings(story, slot, found, events)


def _happenings(story: Story, slot: str, claims: Sequence[Claim], events: Events) -> Iterable[Group]:
    subjects: dict[str, list[EventMention | Predication]] = defaultdict(list)
    days: dict[_Node, str] = {}
    for claim in claims:
        assert isinstance(claim.subject, (EventMention, Predication))
        if isinstance(claim.reading, Timex) and (isinstance(claim.subject, Predication) or claim.subject.punctual):
            subjects[claim.document.id].append(claim.subject)
            if day := _DAY.match(claim.reading.value):
                days[_node(claim)] = day.group()
    planned: Literal["day", "until"] | None = None
    if slot.startswith("planned-"):
        planned = "until" if slot.endswith("-until") else "day"
    clauses = align_predications(story.told, subjects, story.compared(subjects), planned=planned, days=days)

    def why(a: Claim, b: Claim) -> tuple[str, ...] | None:
        assert isinstance(a.subject, (EventMention, Predication))
        assert isinstance(b.subject, (EventMention, Predication))
        if events.are_repeated(a.document, b.document):
            return None
        if isinstance(a.subject, EventMention) and isinstance(b.subject, EventMention):
            because = events.why((a.document, a.subject), (b.document, b.subject))
            if because == () and a.subject.personal and a.subject.participants & b.subject.participants:
                because = (
                    f"the article tells of one {a.subject.event_class}",
                )  # one dies once, whatever is told twice
            weak = a.subject.event_class in everyday() and clauses.are_strangers(a.document, b.document)
            if (
                because is not None
                and not weak
                and not clauses.are_apart((a.document, a.subject), (b.document, b.subject))
            ):
                return because
        return clauses.why((a.document, a.subject), (b.document, b.subject))

    def sure(a: Claim, b: Claim) -> bool:
        assert isinstance(a.subject, (EventMention, Predication))
        assert isinstance(b.subject, (EventMention, Predication))
        return clauses.is_sure((a.document, a.subject), (b.document, b.subject))

    ordered = sorted(
        (c for c in claims if not isinstance(c.subject, EventMention) or events.of(c.document, c.subject) is not None),
        key=lambda c: c.sort_key,
    )
    for members in components(range(len(ordered)), _links(story, ordered, why)):
        found = [ordered[i] for i in members]
        yield _group(story, Referent.EVENT, slot, _called(found, events), found, why, sure)


def _called(claims: Sequence[Claim], events: Events) -> tuple[str, str]:
    """Title and label of what claims are about: an event's if one of them has one, else the first clause's."""
    for claim in claims:
        if isinstance(claim.subject, EventMention):
            index = events.of(claim.document, claim.subject)
            if index is not None:
                return events.events[index].title, events.events[index].label
    first = claims[0].subject
    assert isinstance(first, Predication)
    return first.title, first.title


def _names(document: Document, annotations: Annotations) -> frozenset[str]:
    """The proper names of an article, in lower case: what it is about, whoever or wherever that is."""
    skipped = (SegmentKind.FURNITURE, SegmentKind.METADATA)
    found = [n for n in annotations.of(Name) if document.segment_at(n.start) not in skipped]
    nations = (
        country.casefold()
        for span, country in nations_in(document.text)
        if document.segment_at(span.start) not in skipped
    )
    return frozenset((*(document.text[n.start : n.end].casefold() for n in found), *nations))


def _quoted_nodes(claims: Sequence[Claim]) -> dict[_Node, list[Claim]]:
    """The claims about quotations, by the quotation, sorted."""
    about: dict[_Node, list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.subject, Quotation):
            about[_node(claim)].append(claim)
    return dict(sorted(about.items()))


def _same_words(about: Mapping[_Node, Sequence[Claim]]) -> set[tuple[_Node, _Node]]:
    """The pairs of quotations that are one utterance."""
    nodes = list(about)
    spoken = [about[n][0].document.text[n[1] : n[2]] for n in nodes]
    return {(nodes[i], nodes[j]) for i, j in align_utterances(spoken, [_speaker(about[n][0]) for n in nodes])}


def _same_phrases(about: Mapping[_Node, Sequence[Claim]]) -> set[tuple[_Node, _Node]]:
    """The pairs of quotations one of which is a short phrase of the other: too little to say that two articles tell of one thing."""
    nodes = list(about)
    spoken = [about[n][0].document.text[n[1] : n[2]] for n in nodes]
    return {(nodes[i], nodes[j]) for i, j in align_phrases(spoken)}


def _utterances(
    story: Story, about: Mapping[_Node, Sequence[Claim]], linked: set[tuple[_Node, _Node]]
) -> Iterable[Group]:
    def why(a: Claim, b: Claim) -> tuple[str, ...] | None:
        first, second = sorted((_node(a), _node(b)))
        if a.slot == "speaker" and (first, second) in spoken_on:
            return _SPOKEN_ON
        return _SAME_WORDS if first == second or (first, second) in linked else None

    shared = {node for pair in linked for node in pair}
    spoken_on = {
        (a, b) for a, b in pairwise(about) if a in shared and b in shared and _goes_on(about[a][0], about[b][0])
    }
    for slot in sorted({claim.slot for claims in about.values() for claim in claims}):
        for members in components(about, linked | spoken_on if slot == "speaker" else linked):
            found = [claim for node in members for claim in about[node] if claim.slot == slot]
            if found:
                words = _quoted(min(found, key=lambda c: c.sort_key))
                yield _group(story, Referent.UTTERANCE, slot, (words, words), found, why)


def _goes_on(a: Claim, b: Claim) -> bool:
    """Tell whether a second quotation goes on where a first one ends: of one paragraph, and by one speaker."""
    speaker = _speaker(a)
    paragraph = "\n" not in a.document.text[a.subject.end : b.subject.start]
    return a.document is b.document and paragraph and speaker is not None and speaker == _speaker(b)


def _speaker(claim: Claim) -> str | None:
    assert isinstance(claim.subject, Quotation)
    return claim.subject.speaker.resolved if claim.subject.speaker else None


def _persons(story: Story, claims: Sequence[Claim]) -> Iterable[Group]:
    about = [c for c in claims if isinstance(c.subject, Person)]
    if not about:
        return
    mentions = [(document, annotations.of(Person)) for document, annotations in story.told]
    persons = align_persons(mentions, story.compared())
    index = {node: n for n, nodes in enumerate(persons.groups) for node in nodes}
    slots: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in about:
        assert isinstance(claim.subject, Person)
        slots[index[claim.document.id, claim.subject.name], claim.slot].append(claim)

    def why(a: Claim, b: Claim) -> tuple[str, ...] | None:
        assert isinstance(a.subject, Person)
        assert isinstance(b.subject, Person)
        return persons.why((a.document, a.subject), (b.document, b.subject))

    for (number, slot), found in sorted(slots.items()):
        name = max((name for _, name in persons.groups[number]), key=lambda n: (len(n), n))
        yield _group(story, Referent.PERSON, slot, (name, name), found, why)


def _things(story: Story, claims: Sequence[Claim], pairs: Related) -> Iterable[Group]:
    slots: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        key = getattr(claim.subject, "key", None)
        if key is not None:
            slots[key, claim.slot].append(claim)

    def why(a: Claim, b: Claim) -> tuple[str, ...] | None:
        particulars: frozenset[str] = getattr(a.subject, "facts", frozenset()) & getattr(
            b.subject, "facts", frozenset()
        )
        telling = getattr(a.subject, "telling", None)
        return pairs.why(a.document, b.document, telling, min(particulars, default=None))

    for (key, slot), found in sorted(slots.items()):
        title = getattr(found[0].subject, "label", key)
        yield _group(story, Referent.THING, slot, (title, title), found, why)


def _texts(story: Story, claims: Sequence[Claim]) -> Iterable[Group]:
    slots: dict[tuple[str, int, int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if not isinstance(claim.subject, (EventMention, Person, Predication, Quotation)) and not hasattr(
            claim.subject, "key"
        ):
            slots[(*_node(claim), claim.slot)].append(claim)
    for (_, start, end, slot), found in sorted(slots.items()):
        label = f"“{' '.join(found[0].document.text[start:end].split())}”"
        yield _group(story, Referent.TEXT, slot, (label, label), found, lambda _a, _b: _SAME_PASSAGE)


def _node(claim: Claim) -> _Node:
    return (claim.document.id, claim.subject.start, claim.subject.end)


def _group(
    story: Story,
    referent: Referent,
    slot: str,
    called: tuple[str, str],
    claims: Iterable[Claim],
    why: Callable[[Claim, Claim], tuple[str, ...] | None],
    sure: Callable[[Claim, Claim], bool] = lambda _a, _b: False,
) -> Group:
    """A group of claims, linked where ``why`` gives reasons; ``called``: title and label; ``sure``: which links are beyond doubt."""
    ordered = tuple(sorted(claims, key=lambda c: c.sort_key))
    links = _links(story, ordered, why)
    certain = frozenset((i, j) for i, j in links if sure(ordered[i], ordered[j]))
    return Group(referent, slot, *called, ordered, links, story.copies, certain)


def _links(
    story: Story, claims: Sequence[Claim], why: Callable[[Claim, Claim], tuple[str, ...] | None]
) -> dict[tuple[int, int], tuple[str, ...]]:
    """Which two claims, by their indices, are about one thing, and why: claims of one document, or of two that are compared."""
    held: dict[str, list[int]] = defaultdict(list)
    for n, claim in enumerate(claims):
        held[claim.document.id].append(n)
    pairs = [pair for members in held.values() for pair in combinations(members, 2)]
    for first, second in story.compared(held):
        pairs += product(held[first], held[second])
    links = {}
    for a, b in sorted((min(pair), max(pair)) for pair in pairs):
        because = why(claims[a], claims[b])
        if because is not None:
            links[a, b] = because
    return links


def _quoted(claim: Claim) -> str:
    words = claim.document.text[claim.subject.start : claim.subject.end].split()
    return f"“{' '.join(words[:8])}{' …' if len(words) > 8 else ''}”"
