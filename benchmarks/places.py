"""Place names beside geotext, flashgeotext and spaCy: who finds the gold toponyms, who puts them right, and how long each takes.

    python benchmarks/places.py GOLD.jsonl [--documents N] [--model en_core_web_sm]

GOLD has one document a line: ``text`` and ``places`` (``start``, ``end``, and where known ``lat`` and ``lon``). One run, one scorer:
precision, recall and F1 of spans that overlap, each gold and each found span once; F1 of those that also lie within 161 km of gold, for
who gives coordinates. How times are taken says ``comparison.py``; factlint's include the sentences, names and persons it works from.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from comparison import Comparison, parted, repeated

from checker.annotate import annotate, order
from checker.model import Document, Place, PlaceCandidate, Segment, SegmentKind
from checker.text.extractors import CORE
from checker.text.patterns import compile_all
from checker_places.extract import PLACES
from checker_places.gazetteer import distance_km

Found = list[tuple[int, int, float | None, float | None]]  # start, end, latitude, longitude
Tagger = Callable[[str], Found]
NEAR_KM = 161.0


def factlint(_model: str) -> Tagger:
    """All that stands in the way from the text to its places."""
    extractors = [e for e in order([*CORE, PLACES])[0] if e.makes in (*PLACES.needs, PLACES.makes)]
    compile_all()  # as other peers do when they are made

    def tag(text: str) -> Found:
        annotations, _ = annotate(Document("d", "d", text, (Segment(0, len(text), SegmentKind.BODY),)), extractors)
        return [
            (p.start, p.end, p.best.lat if p.best else None, p.best.lon if p.best else None)
            for p in annotations.of(Place)
        ]

    return tag


def geotext(_model: str) -> Tagger:
    """Cities, countries and nationalities; gives no spans, so each name counts where it stands, left to right."""
    from geotext import GeoText  # noqa: PLC0415

    def tag(text: str) -> Found:
        found = GeoText(text)
        return _spans(text, [*found.cities, *found.countries, *found.nationalities])

    return tag


def flashgeotext(_model: str) -> Tagger:
    """Cities and countries with their synonyms, and where they stand."""
    from flashgeotext.geotext import GeoText  # noqa: PLC0415

    known = GeoText()

    def tag(text: str) -> Found:
        found = known.extract(input_text=text)
        return sorted(
            (start, end, None, None)
            for kind in found.values()
            for name in kind.values()
            for start, end in name["span_info"]
        )

    return tag


def spacy(model: str) -> Tagger:
    """The entities of a model that are places; only what that takes is loaded."""
    import spacy as library  # noqa: PLC0415

    nlp = library.load(model, disable=["tagger", "parser", "lemmatizer", "attribute_ruler"])

    def tag(text: str) -> Found:
        return [
            (e.start_char, e.end_char, None, None) for e in nlp(text).ents if e.label_ in ("GPE", "LOC", "FAC", "NORP")
        ]

    return tag


PEERS: dict[str, Callable[[str], Tagger]] = {
    "factlint": factlint,
    "geotext": geotext,
    "flashgeotext": flashgeotext,
    "spaCy": spacy,
}


def _spans(text: str, names: Sequence[str]) -> Found:
    found: Found = []
    at: dict[str, int] = {}
    for name in names:
        start = text.find(name, at.get(name, 0))
        if start >= 0:
            at[name] = start + len(name)
            found.append((start, start + len(name), None, None))
    return sorted(found)


def score(gold: Sequence[Sequence[dict[str, Any]]], tagged: Sequence[Found]) -> tuple[float, float, float, float]:
    """Return precision, recall and F1 of overlapping spans, and F1 of those within 161 km, in percent."""
    overlap = near = 0
    for places, found in zip(gold, tagged, strict=True):
        free = list(found)
        for place in places:
            match = next((f for f in free if f[0] < place["end"] and place["start"] < f[1]), None)
            if match is None:
                continue
            free.remove(match)
            overlap += 1
            here, there = (
                PlaceCandidate(0, "", lat, lon, None) for lat, lon in (match[2:], (place.get("lat"), place.get("lon")))
            )
            distance = distance_km(here, there)
            near += distance is not None and distance <= NEAR_KM
    wanted, given = sum(map(len, gold)), sum(map(len, tagged))
    both = max(1, wanted + given)
    return 100 * overlap / max(1, given), 100 * overlap / max(1, wanted), 200 * overlap / both, 200 * near / both


def main() -> None:
    """Run all peers over the gold and print a table."""
    parser = argparse.ArgumentParser(description="Place names beside other taggers.")
    parser.add_argument("gold", type=Path)
    repeated(parser)
    parser.add_argument("--model", default="en_core_web_sm", help="the spaCy model")
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.gold.read_text(encoding="utf-8").split("\n") if line.strip()]
    rows, others = parted(rows, arguments)
    size, places = sum(len(r["text"]) for r in rows), sum(len(r["places"]) for r in rows)
    print(f"{len(rows)} documents, {size:,} characters, {places} places")
    comparison = Comparison(
        [(row["text"],) for row in rows],
        [("They met in Lisbon on Monday.",), *((r["text"],) for r in others)],
        ("P", "R", "F1", "161 km"),
        lambda found: score([row["places"] for row in rows], found),
        arguments.repetitions,
    )
    comparison.run({name: partial(make, arguments.model) for name, make in PEERS.items()})


if __name__ == "__main__":
    main()
