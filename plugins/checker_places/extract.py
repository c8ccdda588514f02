"""The extractor of places: recognise, resolve, and say what each name does in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Extractor, Name, Person, Place, SegmentKind, Sentence
from checker_places.gazetteer import open_gazetteer
from checker_places.recognise import toponyms
from checker_places.resolve import resolve
from checker_places.roles import role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import PlaceCandidate
    from checker_places.gazetteer import Gazetteer


def _run(document: Document, annotations: Annotations) -> Iterator[Place]:
    gazetteer = open_gazetteer()
    found = toponyms(document, annotations, gazetteer)
    resolved = resolve(document.text, found, _home(document, gazetteer))
    before: str | None = None
    for n, item in enumerate(resolved):
        before, qualifier = role(document, found, n, before)
        span = item.toponym.span
        if document.segment_at(span.start) in (SegmentKind.FURNITURE, SegmentKind.METADATA):
            continue
        yield Place(span.start, span.end, before, item.candidates, qualifier, item.why, item.certain)


def _home(document: Document, gazetteer: Gazetteer) -> tuple[PlaceCandidate, ...]:
    """Where the outlet is at home: the document's region, as its metadata say."""
    return gazetteer.lookup(document.region)[:1] if document.region else ()


PLACES = Extractor("places", "1", (Sentence, Name, Person), Place, _run)
