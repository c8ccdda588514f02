"""What an article names that tells the incident it reports from others: persons, house blocks, streets, places, ages, turns of phrase.

Two articles with enough of it in common tell of one incident. What every report of a town has (its name, the police, the reporter) counts
little or nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import EventMention, Name, Person, SegmentKind, Sentence
from checker.text.event_words import harmful
from checker.text.incidents import tells_of_several
from checker.text.names import organisation_words, place_words
from checker.text.persons import office_of
from checker.text.predications import HARM, SERIAL, ages, content, kinds_in, phrases, sort_of
from checker.text.vocabulary import words

if TYPE_CHECKING:
    from checker.model import Annotations, Document

ONE_INCIDENT = 4.0  # what two articles must share to tell of one incident
# What a particular that both articles have counts, and what all of one weight count together at most.
MAIN, HOUSE, NAMED, STREET = 3.5, 3.0, 2.5, 2.0
_VENUE, _YEARS, _PHRASE, _PLACE = 1.2, 0.7, 0.5, 0.4
_MOST = {_VENUE: 2.4, _YEARS: 1.4, _PHRASE: 1.5, _PLACE: 1.2}
_LEAD = 4  # paragraphs
_BLOCK = re.compile(r"\b(\d{1,5})(?:th|st|nd|rd)?[\s-]block\sof\s(?:the\s)?(?:[NSEW]\w*\.?\s)?([A-Z\d][\w’'-]+)")
# Who reports is no part of what is reported.
_REPORTS = re.compile(
    r"\s(?:reports|reported|reporting|has\sthe\sstory|has\smore|was\slive|spoke\swith|contributed)\b|\s?/|\s\(?@"
)
_REPORTER = re.compile(r"(?:\b[Bb]y|[A-Z]\w*\d*['’]s|[Pp]hotos?:|\(Photo\sby|[Rr]eporter|—|/)\s\Z")


@dataclass(slots=True)
class Article:
    """A document with what is asked of it more than once."""

    document: Document
    annotations: Annotations
    _counts: Counter[str] | None = None
    _particulars: dict[str, float] | None = None
    _harms: frozenset[str] | None = None
    _harmed: frozenset[int] | None = None
    _several: bool | None = None

    @property
    def harmed(self) -> frozenset[int]:
        """The events of the article that are of a harmful class, by number."""
        if self._harmed is None:
            self._harmed = frozenset(
                m.entity for m in self.annotations.of(EventMention) if m.event_class in harmful() and not m.background
            )
        return self._harmed

    def sentences(self) -> list[Sentence]:
        """The sentences that tell anything: no furniture, no front matter."""
        skipped = (SegmentKind.FURNITURE, SegmentKind.METADATA)
        return [s for s in self.annotations.of(Sentence) if s.segment not in skipped]

    @property
    def several(self) -> bool:
        """Whether its lead tells of several incidents."""
        if self._several is None:
            self._several = tells_of_several(self.document, self.annotations)
        return self._several

    @property
    def lead(self) -> list[Sentence]:
        """The headline, captions, and the first paragraphs."""
        told = self.sentences()
        first = next((s.paragraph for s in told if s.segment is SegmentKind.BODY), 0)
        return [s for s in told if s.segment is not SegmentKind.BODY or s.paragraph - first < _LEAD]

    @property
    def counts(self) -> Counter[str]:
        """In how many sentences each word stands."""
        if self._counts is None:
            self._counts = Counter(
                w for s in self.sentences() for w in content(self.document.text, self.annotations, s)
            )
        return self._counts

    @property
    def particulars(self) -> dict[str, float]:
        """What tells the incident from others, with its weight."""
        if self._particulars is None:
            self._particulars = _particulars(self)
        return self._particulars

    @property
    def harms(self) -> frozenset[str]:
        """The kinds of harm its lead tells of."""
        if self._harms is None:
            kinds = frozenset(k for s in self.lead for k in kinds_in(self.document.text[s.start : s.end]))
            self._harms = frozenset(k for k in kinds if sort_of([k]) & {HARM, SERIAL})
        return self._harms


def common(a: Article, b: Article) -> tuple[float, tuple[str, ...]]:
    """What two articles share of what is particular, in points, and the weightiest of it.

    However much they share that many incidents have (a town, ages), without a person, a street or a house it is not enough.
    """
    shared = a.particulars.keys() & b.particulars.keys()
    by_weight: dict[float, float] = defaultdict(float)
    for key in shared:
        weight = min(a.particulars[key], b.particulars[key])
        by_weight[weight] += weight
    points = sum(min(total, _MOST.get(weight, total)) for weight, total in by_weight.items())
    if by_weight and max(by_weight) < STREET:
        points = min(points, ONE_INCIDENT - 1)
    if a.several or b.several:
        points = min(points, ONE_INCIDENT - 1)  # what the two share may belong to different cases
    return points, tuple(sorted(shared, key=lambda k: (-min(a.particulars[k], b.particulars[k]), k))[:4])


def house_blocks(text: str) -> frozenset[str]:
    """The blocks of houses a text names: "2300 block of Kenneth"."""
    return frozenset(f"{block[1]} block of {block[2]}" for block in _BLOCK.finditer(text))


def _particulars(article: Article) -> dict[str, float]:
    """What an article names that tells its incident from others: persons and places of every kind, ages, house blocks, turns of phrase."""
    document, annotations = article.document, article.annotations
    text = document.text
    found: dict[str, float] = {}
    people: set[str] = set()
    officials = {
        p.name
        for p in annotations.of(Person)
        if office_of(p)
        or (p.role and "spokes" in p.role)
        or _REPORTS.match(text, p.end)
        or _REPORTER.search(text, max(0, p.start - 30), p.start)
    }
    times = Counter(p.name for p in annotations.of(Person))
    for person in annotations.of(Person):
        if person.name not in officials and person.given and person.family:
            found[f"{person.given} {person.family}"] = MAIN if times[person.name] > 1 else NAMED
            people |= set(person.name.casefold().split())
    bodies = frozenset(words("checker.text", "shared-bodies.txt"))
    types = frozenset(words("checker.text", "street-types.txt"))
    for name in annotations.of(Name):
        if document.segment_at(name.start) in (SegmentKind.FURNITURE, SegmentKind.METADATA, SegmentKind.DATELINE):
            continue
        parts = text[name.start : name.end].split()
        if people & {p.casefold().strip(".,'’") for p in parts} or bool(bodies.intersection(parts)):
            continue
        if len(parts) > 1 and parts[-1].rstrip(".") in types:
            found[" ".join(parts[:-1])] = STREET
        else:
            venue = len(parts) > 1 and parts[-1] in organisation_words() | place_words()
            found.setdefault(" ".join(parts), _VENUE if venue else _PLACE)
    for block in house_blocks(text):
        found[block] = HOUSE
    for age in ages(text):
        found[f"age {age}"] = _YEARS
    for sentence in article.lead:
        for phrase in phrases(text, annotations, sentence):
            found.setdefault(phrase, _PHRASE)
    return found
