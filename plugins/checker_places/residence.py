"""Residence: the town that an article says somebody is of. "Arlo Venner, 31, of Elmswick", "Elmswick resident Arlo Venner"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Passage, Person, Place, SegmentKind, Sentence
from checker.text.vocabulary import words
from checker_places.lexicon import public_body

if TYPE_CHECKING:
    from collections.abc import Iterator

_SILENT = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_TOWN_REACH = 60  # code points from a name to that of the town
_AGE = r"(?:,?\s\(?(?:aged?\s)?\d{1,3}\)?)"
# Between the name and the town.
_OF = re.compile(
    rf"(?:{_AGE},?|,)\s(?:(?:both|all)\s)?(?:of|from)\s(?:(?:north|south|east|west|central|downtown|nearby|suburban)[a-z]*\s)?\Z"
    rf"|{_AGE}?,?\s(?:who|and)\s(?:lives|lived|resides|resided)\sin\s\Z"
    rf"|{_AGE}?,\s(?:a|an|the)\s(?:\d{{1,3}}-year-old\s)?\Z"
)
_LIVES = re.compile(rf"{_AGE}?,?\swho\sliv")
_LONGER = re.compile(r"\s[A-Z&]|['’-]")  # "of Elmswick University"
_AND = re.compile(r"\sand\s")


def _claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    text = document.text
    for place in annotations.of(Place):
        best = place.best
        if best is None or best.feature != "P" or document.segment_at(place.start) in _SILENT:
            continue
        described = _people().match(text, place.end)
        if described is None and (_LONGER.match(text, place.end) or public_body().match(text, place.end)):
            continue
        sentence = next((s for s in annotations.of(Sentence) if s.start <= place.start < s.end), None)
        if sentence is None:
            continue
        joined = _AND.match(text, place.end)
        if joined is not None and any(p.start == joined.end() for p in annotations.within(Place, sentence)):
            continue  # "of Elmswick and Larkfield"
        persons = annotations.within(Person, sentence)
        before = max((p for p in persons if p.end <= place.start), key=lambda p: p.end, default=None)
        behind = next((p for p in persons if described is not None and p.start == described.end()), None)
        said = text[before.end : place.start] if before is not None else ""
        appositive = said.endswith((" a ", " an ", " the ", "-year-old "))
        who = before if _OF.fullmatch(said) and appositive == (described is not None) else behind
        if who is not None and " " in who.name and not who.title:
            yield Claim(document, who, "residence", place, (Passage(place.start, place.end, "place"),))


@cache
def _people() -> re.Pattern[str]:
    """A word for a person of the town that stands before: "Elmswick man", "Elmswick resident"."""
    people = "|".join(map(re.escape, words("checker_places", "residents.txt")))
    return re.compile(rf"\s(?:{people})\b,?(?:\s(?=[A-Z]))?")


RESIDENCES = Extractor("residence-claims", "1", (Sentence, Person, Place), Claim, _claims)
