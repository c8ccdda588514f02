"""The extractor of places: recognise, resolve, and say what each name does in its sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Extractor, Name, Person, Place, SegmentKind, Sentence
from checker_places.gazetteer import open_gazetteer
from checker_places.home import home
from checker_places.parts import parts
from checker_places.recognise import toponyms
from checker_places.resolve import resolve
from checker_places.roles import role

if TYPE_CHECKING:
    from collections.abc import Iterator


def _run(document: Document, annotations: Annotations) -> Iterator[Place]:
    gazetteer = open_gazetteer()
    found = toponyms(document, annotations, gazetteer)
    resolved = resolve(document.text, found, home(document, gazetteer))
    before: str | None = None
    places = []
    for n, item in enumerate(resolved):
        before, qualifier = role(document, found, n, before)
        span = item.toponym.span
        if document.segment_at(span.start) in (SegmentKind.FURNITURE, SegmentKind.METADATA):
            continue
        places.append(
            Place(
                span.start,
                span.end,
                before,
                item.candidates,
                qualifier,
                item.why,
                certain=item.certain,
                stated=item.stated,
            )
        )
    described = list(parts(document, annotations, places))
    if borders := [
        p for p in described if p.anchors
    ]:  # the countries of a border are where it runs, not where something is
        places = [
            replace(p, role="modifier", qualifier=None) if any(b.contains(p) for b in borders) else p for p in places
        ]
    yield from places
    yield from described


PLACES = Extractor("places", "2", (Sentence, Name, Person), Place, _run)
