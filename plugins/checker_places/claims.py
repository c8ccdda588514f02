"""Claims of places: where an event was.

Only places that something marks as locations and that modify the event itself are claims. An article that puts one event in several
places that do not contain each other is telling of a route or of stations: it claims none of them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from checker.model import (
    Annotations,
    Claim,
    Document,
    EventMention,
    Extractor,
    Passage,
    Phase,
    Place,
    SegmentKind,
    Sentence,
)
from checker.text.attachment import governor
from checker_places.agreement import relation
from checker_places.place_agreement import Options

if TYPE_CHECKING:
    from collections.abc import Iterator

_SILENT = (SegmentKind.FURNITURE, SegmentKind.METADATA, SegmentKind.DATELINE, SegmentKind.CAPTION)
_SCENE = frozenset(
    {"in", "at", "near", "outside", "off", "around", "inside", "within"}
)  # other prepositions tell of ways and ranges


def _run(document: Document, annotations: Annotations) -> Iterator[Claim]:
    about: dict[int, list[tuple[EventMention, Place]]] = defaultdict(list)
    for place in annotations.of(Place):
        if place.role != "location" or not place.candidates or document.segment_at(place.start) in _SILENT:
            continue
        if place.qualifier is None or place.qualifier.casefold().split()[0] not in _SCENE:
            continue
        event = governor(document, annotations, place)
        # A long event has many places; the day it began, or an event of one day, has one.
        if event is not None and not event.background and (event.punctual or event.phase is not Phase.WHOLE):
            about[event.entity].append((event, place))
    near = Options().near_km
    for found in about.values():
        places = [p for _, p in found]
        if all(relation(a, b, near).agrees for i, a in enumerate(places) for b in places[i + 1 :]):
            for event, place in found:
                yield Claim(
                    document, event, "location", place, (Passage(place.start, place.end, "place"),), event.factuality
                )


CLAIMS = Extractor("place-claims", "1", (EventMention, Sentence, Place), Claim, _run)
