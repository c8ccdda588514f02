"""Offsets: how far from a town, and which way, an article says that something is. "Platte, a town about 110 miles west of Sioux Falls"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import (
    Annotations,
    Claim,
    Document,
    EventMention,
    Extractor,
    Mention,
    Passage,
    Person,
    Place,
    PlaceCandidate,
    SegmentKind,
    Sentence,
    Span,
)
from checker.text.attachment import governor
from checker.text.names import starters
from checker_places.names import key
from checker_places.standing import BEARINGS, standing

if TYPE_CHECKING:
    from collections.abc import Iterator

_WAY = "|".join(sorted(BEARINGS, key=len, reverse=True))
_OFFSET = re.compile(
    rf"\b(?P<far>(?:\d[\d,.]*|[a-z]+)\s(?:nautical\s)?(?:miles?|km|kilomet(?:er|re)s))(?:\s\([^)]{{3,30}}\))?\s(?P<way>{_WAY})\sof\s"
    r"(?:the\s(?:town|city|village)\sof\s|downtown\s|central\s)?(?=[A-Z])"
)
# Between the name of a town and how far off it lies: "Platte, a community of 1,200 about"; "Platte is located".
_TOWN = re.compile(
    r"(?<![\w.-])(?P<town>[A-Z][\w’'-]*\.?(?:\s[A-Z][\w’'-]*){0,3})(?:,\s|\s(?:is|lies|sits)\b|,?\swhich\s(?:is|lies)\b)"
    r"[^A-Z.;:!?()“”\"\n]{0,70}\Z"
)


@frozen()
class Origin(Mention):
    """The town (``place``) from which something lies so many ``km`` off, in the direction ``bearing``."""

    kind: ClassVar[str] = "origin"
    place: Place
    km: float
    bearing: int

    @property
    def key(self) -> str:
        """Two articles that tell of one distance and direction tell of one thing."""
        return f"{self.km:.0f} km at {self.bearing}"

    @property
    def label(self) -> str:
        """What reports call it."""
        return "distance"


@frozen()
class Offset(Mention):
    """How far from a town (km, None where the number cannot be read) and which way (degrees from north) something lies.

    ``what`` is the key of the town of which it is said, or the class of the event; ``town`` and ``anchor`` what the gazetteer has of the
    two towns, if it is sure.
    """

    kind: ClassVar[str] = "offset"
    origin: str  # the key of the town from which it is measured
    label: str  # its name, with that of what lies there
    what: str
    km: float | None
    bearing: int
    town: PlaceCandidate | None = None
    anchor: PlaceCandidate | None = None

    @property
    def key(self) -> str:
        """Two articles are compared on one thing seen from one town."""
        return f"{self.what} from {self.origin}"


def _claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim each offset; none where an article gives one thing two that differ: it tells of two things."""
    if " of " not in document.text or not any(way in document.text for way in ("north", "south", "east", "west")):
        return
    found: dict[str, list[Offset]] = defaultdict(list)
    for sentence in annotations.of(Sentence):
        if sentence.segment in (SegmentKind.BODY, SegmentKind.CAPTION):
            for match in _OFFSET.finditer(document.text, sentence.start, sentence.end):
                yield from _origin(document, annotations, match)
                offset = _offset(document, annotations, sentence, match)
                if offset is not None:
                    found[offset.key].append(offset)
    for offsets in found.values():
        if len({(o.km, o.bearing) for o in offsets}) == 1:
            for offset in offsets:
                yield Claim(document, offset, "offset", offset, (Passage(offset.start, offset.end, "place"),))


def _origin(document: Document, annotations: Annotations, match: re.Match[str]) -> Iterator[Claim]:
    """Claim the town from which a distance is measured, whatever lies there."""
    place = next((p for p in annotations.within(Place, Span(match.end(), match.end() + 1)) if p.best is not None), None)
    read = standing(f"{match['far'].replace('nautical ', '')} {match['way']} of")
    if place is not None and read.km is not None:
        origin = Origin(match.start(), place.end, replace(place, qualifier=None), read.km, BEARINGS[match["way"]])
        yield Claim(document, origin, "origin", origin, (Passage(place.start, place.end, "place"),))


def _offset(document: Document, annotations: Annotations, sentence: Sentence, match: re.Match[str]) -> Offset | None:
    text = document.text
    places = annotations.within(Place, sentence)
    anchor = next((p for p in places if p.start == match.end()), None)
    if anchor is None:
        return None
    origin = text[anchor.start : anchor.end]
    read = standing(f"{match['far'].replace('nautical ', '')} {match['way']} of")
    found = _TOWN.search(text, sentence.start, match.start())
    known: tuple[PlaceCandidate | None, PlaceCandidate | None] = (None, None)
    if found is not None:
        named = found["town"]
        if named in starters() or any(
            p.overlaps(Span(*found.span("town"))) for p in annotations.within(Person, sentence)
        ):
            return None
        town = next((p for p in places if p.start == found.start()), None)
        known = (town.best if town is not None and town.certain else None, anchor.best if anchor.certain else None)
        label, what = f"{named} from {origin}", key(named)
    else:
        event = governor(document, annotations, anchor)
        if event is None or event.background or not event.punctual:
            return None
        label, what = f"{event.label} from {origin}", event.event_class
    bearing = BEARINGS[match["way"]]
    return Offset(match.start(), anchor.end, key(origin), label, what, read.km, bearing, *known)


OFFSETS = Extractor("offset-claims", "2", (Sentence, EventMention, Person, Place), Claim, _claims)
