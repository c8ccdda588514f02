"""The third stage: which documents tell one story, and which of their mentions mean one thing.

Pure, and without plugin code: it sees mentions of the core's types and the claims whose subjects they are. Every group carries the
reasons for its alignment.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from checker.align.events import align_events
from checker.align.utterances import clusters
from checker.model import Annotations, Claim, Document, EventMention, Group, Name, Quotation, Referent, SegmentKind
from checker.text.nations import nations_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Annotated = tuple[Document, Annotations]


def stories(documents: Sequence[Annotated]) -> list[list[Annotated]]:
    """Split a run into stories by the documents' ``story``; those without one make a story of their own.

    Wire copy is one voice: of documents with one text the earliest speaks for all, by publication, then by id.
    """
    found: dict[str | None, list[Annotated]] = defaultdict(list)
    voices: set[tuple[str | None, str]] = set()
    for document, annotations in sorted(documents, key=lambda d: (str(d[0].published or "9"), d[0].id)):
        voice = (document.story, " ".join(document.text.split()))
        if voice not in voices:
            voices.add(voice)
            found[document.story].append((document, annotations))
    for told in found.values():
        told.sort(key=lambda d: d[0].id)
    return [found[key] for key in sorted(found, key=lambda k: (k is not None, k or ""))]


def groups(story: Sequence[Annotated]) -> list[Group]:
    """Gather the claims of one story by referent and slot."""
    claims = [c for _, annotations in story for c in annotations.claims()]
    return [*_events(story, claims), *_utterances(claims), *_texts(claims)]


def _events(story: Sequence[Annotated], claims: Sequence[Claim]) -> Iterable[Group]:
    about = [c for c in claims if isinstance(c.subject, EventMention)]
    if not about:
        return
    named = {document.id: _names(document, annotations) for document, annotations in story}
    events = align_events([(document, annotations.of(EventMention)) for document, annotations in story], named)
    slots: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in about:
        assert isinstance(claim.subject, EventMention)
        index = events.of(claim.document, claim.subject)
        if index is not None:
            slots[index, claim.slot].append(claim)
    for (index, slot), found in sorted(slots.items()):
        event = events.events[index]
        yield Group(Referent.EVENT, slot, event.title, event.label, _sorted(found), event.because)


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


def _utterances(claims: Sequence[Claim]) -> Iterable[Group]:
    about = [c for c in claims if isinstance(c.subject, Quotation)]
    pairs = {(c.document.id, c.subject.start, c.subject.end): (c.document, c.subject) for c in about}
    members: dict[tuple[str, int, int], int] = {}
    for index, cluster in enumerate(clusters([pairs[key] for key in sorted(pairs)])):  # type: ignore[misc]
        for document, quotation in cluster:
            members[document.id, quotation.start, quotation.end] = index
    slots: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in about:
        found_index = members.get((claim.document.id, claim.subject.start, claim.subject.end))
        if found_index is not None:
            slots[found_index, claim.slot].append(claim)
    for (_, slot), found in sorted(slots.items()):
        ordered = _sorted(found)
        words = _quoted(ordered[0])
        yield Group(Referent.UTTERANCE, slot, words, words, ordered, ("the same words, aligned word by word",))


def _texts(claims: Sequence[Claim]) -> Iterable[Group]:
    slots: dict[tuple[str, int, int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if not isinstance(claim.subject, (EventMention, Quotation)):
            slots[claim.document.id, claim.subject.start, claim.subject.end, claim.slot].append(claim)
    for (_, start, end, slot), found in sorted(slots.items()):
        label = f"“{' '.join(found[0].document.text[start:end].split())}”"
        yield Group(Referent.TEXT, slot, label, label, _sorted(found), ("one and the same passage",))


def _sorted(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda c: c.sort_key))


def _quoted(claim: Claim) -> str:
    words = claim.document.text[claim.subject.start : claim.subject.end].split()
    return f"“{' '.join(words[:8])}{' …' if len(words) > 8 else ''}”"
