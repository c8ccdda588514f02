"""The gazetteer, built once for all tests of places into a directory of its own, and short ways to places and claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.annotate import annotate, order
from checker.model import Document, Place, Segment, SegmentKind
from checker.text.extractors import CORE
from checker_dates.extract import TIMEXES
from checker_places import build, gazetteer
from checker_places.addresses import ADDRESS_CLAIMS, ADDRESSES
from checker_places.claims import CLAIMS
from checker_places.extract import PLACES
from checker_places.hospitals import HOSPITALS
from checker_places.offsets import OFFSETS
from checker_places.residence import RESIDENCES
from checker_places.scenes import SCENES
from checker_places.venues import VENUES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.model import Annotations, Claim
    from checker_places.gazetteer import Gazetteer


@pytest.fixture(scope="session", autouse=True)
def places() -> Iterator[Gazetteer]:
    """The gazetteer of the installed data; built where no run on this machine has built it."""
    if not build.index_path().exists():
        build.build()
    yield gazetteer.open_gazetteer()
    gazetteer.open_gazetteer.cache_clear()


def annotated(text: str, *, region: str | None = None, source: str | None = None) -> tuple[Document, Annotations]:
    """A document of one body segment with the mentions of the core and of places."""
    document = Document("d", "d.md", text, (Segment(0, len(text), SegmentKind.BODY),), region=region, source=source)
    made = [PLACES, CLAIMS, SCENES, ADDRESSES, ADDRESS_CLAIMS, HOSPITALS, VENUES, OFFSETS, RESIDENCES]
    extractors, problems = order([*CORE, TIMEXES, *made])
    assert not problems
    annotations, raised = annotate(document, extractors)
    assert not raised
    return document, annotations


@pytest.fixture
def find() -> Callable[..., dict[str, Place]]:
    """Text to its places by the words they stand in."""

    def find(text: str, *, region: str | None = None, source: str | None = None) -> dict[str, Place]:
        _, annotations = annotated(text, region=region, source=source)
        return {text[p.start : p.end]: p for p in annotations.of(Place)}

    return find


@pytest.fixture
def claims() -> Callable[[str, str], list[Claim]]:
    """Text to its claims of one slot."""

    def claims(text: str, slot: str) -> list[Claim]:
        _, annotations = annotated(text)
        return [c for c in annotations.claims() if c.slot == slot]

    return claims
