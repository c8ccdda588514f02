"""Scenes: in which town an article sets what it tells.

No sentence need say so in so many words: the police of the town answer the call, the headline names it, the event of the first
sentences happened "in" it. All signs of an article are kept together, since one alone may be misleading.
"""

from __future__ import annotations

import re
from dataclasses import replace
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import (
    Annotations,
    Claim,
    Document,
    EventMention,
    Extractor,
    Mention,
    Name,
    Passage,
    Person,
    Place,
    SegmentKind,
    Sentence,
)
from checker.text.event_entities import GENERIC
from checker.text.names import calendar, given_names, organisation_words, starters
from checker.text.vocabulary import words
from checker_places.addresses import Address
from checker_places.claims import event_at
from checker_places.company import company
from checker_places.gazetteer import open_gazetteer
from checker_places.lexicon import (
    abbreviations,
    directions,
    geographic_words,
    local_bodies,
    public_body,
    street_words,
)
from checker_places.recognise import DATELINE

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAD = 5  # sentences of the body in which the news is told
_SCENE = frozenset({"in", "at", "near", "outside"})
_OF_PLACE = re.compile(
    r"\b(?:[Pp]olice|[Oo]fficers|[Dd]eputies|[Dd]etectives|[Aa]uthorities|[Ff]irefighters)\s(?:in|from|of)\s(?:the\s)?"
    r"(?:[a-z]*(?:north|south|east|west)(?:ern)?\s|(?:city|town)\sof\s)?\Z"
)
# Quarters that any city has.
_QUARTER = re.compile(
    r"(?:North|South|East|West|Near|Far|Upper|Lower)[ -]?(?:east|west)?\s(?:Side|End|Hill|Hills|Town)"
)
# "On a bitter evening in Elmswick": what the sentence tells happened there.
_ON_A_DAY = re.compile(
    r"\ban?\s(?:[\w-]+\s)?(?:[\w-]+\s)?(?:morning|afternoon|evening|night|day)\s(?:in|at|near)\s"
    r"(?:(?:north|south|east|west|central|downtown)[a-z]*\s)?\Z"
)
_SIDE = re.compile(
    r"['’]s?\s(?:(?:far|near|lower|upper)\s)?(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Nn]orthwest|[Nn]ortheast|[Ss]outhwest|[Ss]outheast)\s?"
    r"[Ss]ide\b"
)  # "on Elmswick's east side"
_SITE = re.compile(r"\s[-|–—]\s")  # "Man shot in Elmswick - Channel 5 News"
_HEADLINE_WORDS = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_LONGEST = 3  # words of a town's name
_AGE = re.compile(r"\b\d{1,2}-(?:year|month)-old\b")
_INITIALS = 3  # letters; longer words in capitals are datelines and headings
_OF_TWO_WORDS = 2  # points for a full name or a house number; a word or an age is worth one
_KNOWN = 100_000  # inhabitants
_KEPT = 2  # passages of one sign of one town


class Sign(IntEnum):
    """What says that an article is set in a town; the higher, the plainer."""

    DATELINE = 0  # where the reporter was
    RESIDENT = 1  # "an Elmswick man"
    NEAR = 2  # "in Elmswick", of something else than an event
    EVENT = 3  # "was shot in Elmswick", "an Elmswick nightclub"
    BODY = 4  # "Elmswick police"


_TOLD_OF = {
    Sign.BODY: "its police",
    Sign.EVENT: "what happened",
}  # what a sign says of a town, for the company it keeps


@frozen()
class Mark:
    """A town and what speaks for it."""

    place: Place
    name: str  # as written
    sign: Sign


@frozen()
class Scene(Mention):
    """One sign of where an article is set, with all others of the article, and every name in it."""

    kind: ClassVar[str] = "scene"
    mark: Mark
    marks: tuple[Mark, ...]
    events: frozenset[str]  # the classes of the events it tells of in its lead
    named: frozenset[str]  # runs of words that start with a capital, in lower case
    particulars: frozenset[str]  # what tells its happening from any other: names, ages, house numbers

    @property
    def key(self) -> str:
        """All scenes of related articles are of one happening."""
        return "happening"

    @property
    def facts(self) -> frozenset[str]:
        """Ages and addresses."""
        return frozenset(p for p in self.particulars if p[:1].isdigit())


def _claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    named, particulars = _named(document), particulars_of(document, annotations)
    marks = list(_marks(document, annotations))
    signs: dict[str, set[str]] = {}
    for mark in marks:
        if mark.sign in _TOLD_OF:
            signs.setdefault(mark.name, set()).add(_TOLD_OF[mark.sign])
    yield from company(document, annotations, named, particulars, signs)
    if not marks:
        return
    end = _lead_end(annotations)
    events = frozenset(
        e.event_class
        for e in annotations.of(EventMention)
        if not e.background
        and e.punctual  # what lasts may go on around it, in many towns
        and e.event_class != GENERIC
        and (e.start < end or document.segment_at(e.start) is SegmentKind.HEADLINE)
    )
    kept: dict[tuple[str, Sign], int] = {}
    for mark in marks:
        count = kept[mark.name, mark.sign] = kept.get((mark.name, mark.sign), 0) + 1
        if count <= _KEPT:
            place = mark.place
            scene = Scene(place.start, place.end, mark, tuple(dict.fromkeys(marks)), events, named, particulars)
            yield Claim(document, scene, "scene", scene, (Passage(place.start, place.end, "place"),))


def _marks(document: Document, annotations: Annotations) -> Iterator[Mark]:
    """The towns and counties that something sets the scene in, in the order of the text."""
    end = _lead_end(annotations)
    site = list(_sites(document))
    datelined: set[int] = set()
    for place in annotations.of(Place):
        best = place.best
        if best is None or best.feature not in ("P", "D") or any(a <= place.start < b for a, b in site):
            continue
        name = document.text[place.start : place.end]
        if _QUARTER.fullmatch(name) or (document.segment_at(place.start) is SegmentKind.HEADLINE and _is_shouted(name)):
            continue
        sign = _sign(document, annotations, place, end)
        if sign is Sign.DATELINE:
            datelined.add(best.geonameid)
        elif sign in (Sign.NEAR, Sign.RESIDENT) and best.geonameid in datelined:
            sign = Sign.EVENT  # the reporter is there, and what is told first is of the town, too
        if sign is not None:
            # "Near" as a sign of the scene is as good as "in": no wider reach.
            yield Mark(replace(place, qualifier=None), name, sign)


def _is_shouted(name: str) -> bool:
    """Tell whether a name may be a town and a facility of it in the capitals of a headline: "Shooting in Elmswick Park"."""
    town, _, last = name.rpartition(" ")
    if last.casefold() not in words("checker_places", "facilities.txt"):
        return False
    return any(c.feature == "P" and c.population >= _KNOWN for c in open_gazetteer().lookup(town))


def _sign(document: Document, annotations: Annotations, place: Place, lead_end: int) -> Sign | None:
    segment = document.segment_at(place.start)
    if segment in (SegmentKind.FURNITURE, SegmentKind.METADATA, SegmentKind.CAPTION):
        return None
    text = document.text
    if segment is SegmentKind.DATELINE or (text[place.start : place.end].isupper() and DATELINE.match(text, place.end)):
        return Sign.DATELINE
    if public_body().match(text, place.end) or _OF_PLACE.search(text, max(0, place.start - 50), place.start):
        return Sign.BODY
    in_lead = segment is SegmentKind.HEADLINE or place.start < lead_end
    if not in_lead:
        return None
    if _SIDE.match(text, place.end):
        return Sign.EVENT
    if described := _described().match(text, place.end):
        return Sign.RESIDENT if described.group("people") else Sign.EVENT
    if place.role != "location" or (place.qualifier or "-").casefold().split()[0] not in _SCENE:
        return None
    if segment is SegmentKind.HEADLINE or _ON_A_DAY.search(text, max(0, place.start - 30), place.start):
        return Sign.EVENT
    event = event_at(document, annotations, place)
    return Sign.EVENT if event is not None and not event.background else Sign.NEAR


def _lead_end(annotations: Annotations) -> int:
    body = [s for s in annotations.of(Sentence) if s.segment is SegmentKind.BODY]
    return body[min(_LEAD, len(body)) - 1].end if body else 0


def _sites(document: Document) -> Iterator[tuple[int, int]]:
    """Where headlines go over into the name of the site: "Man shot in Elmswick - Channel 5 News"."""
    for segment in document.segments:
        if segment.kind is SegmentKind.HEADLINE:
            for match in _SITE.finditer(document.text, segment.start, segment.end):
                if len(document.text[segment.start : match.start()].split()) >= _HEADLINE_WORDS:
                    yield match.start(), segment.end
                    break


def _named(document: Document) -> frozenset[str]:
    """Every run of up to three words that starts with a capital, but for datelines, names of sites and what is no text."""
    left_out = [(s.start, s.end) for s in document.segments if s.kind in (SegmentKind.DATELINE, SegmentKind.METADATA)]
    left_out += list(_sites(document))
    title = len(document.text) if document.title_start is None else document.title_start
    left_out += [(s.start, s.end) for s in document.segments if s.kind is SegmentKind.FURNITURE and s.start >= title]
    tokens = [m for m in _WORD.finditer(document.text) if not any(a <= m.start() < b for a, b in left_out)]
    found: set[str] = set()
    for n, token in enumerate(tokens):
        if token.group()[0].isupper() and not (token.group().isupper() and len(token.group()) > _INITIALS):
            run = [t.group().casefold().removesuffix("'s").removesuffix("’s") for t in tokens[n : n + _LONGEST]]
            found.update(" ".join(run[:k]) for k in range(1, len(run) + 1))
    return frozenset(found)


@cache
def _described() -> re.Pattern[str]:
    """What a town's name may describe: a person of it, or a facility in it. "An Elmswick man", "an Elmswick apartment complex"."""
    people, facilities = (
        "|".join(re.escape(w) for f in files for w in words("checker_places", f))
        for files in (("residents.txt", "workers.txt"), ("facilities.txt",))
    )
    return re.compile(rf"(?:\s[a-z-]+)?\s(?:(?P<people>(?:\d{{1,3}}-year-old|{people})\b)|(?:{facilities})\b)")


def particulars_of(document: Document, annotations: Annotations) -> frozenset[str]:
    """What tells a happening from any other: people's full names, ages, numbers in streets, and the words of other names.

    Of names, words that the article also writes small, that say what the name is of, or that anybody may bear do not count.
    """
    text = document.text
    small = frozenset(re.findall(r"\b[a-z]{4,}\b", text))
    found = {p.name.casefold() for p in annotations.of(Person) if " " in p.name}
    found |= {f"{a.number} {a.street}" for a in annotations.of(Address) if a.number is not None and not a.unit}
    found |= {f"{a.street}-{a.type}" for a in annotations.of(Address) if a.type is not None}
    found |= {m.group() for m in _AGE.finditer(text)}
    skipped = (SegmentKind.FURNITURE, SegmentKind.METADATA, SegmentKind.DATELINE)
    for name in annotations.of(Name):
        if document.segment_at(name.start) not in skipped:
            for word in _WORD.findall(text[name.start : name.end]):
                folded = word.casefold()
                if len(word) > _INITIALS and folded not in small and folded not in _anybodys():
                    found.add(folded)
    return frozenset(found)


def points_shared(one: frozenset[str], other: frozenset[str]) -> int:
    """How much two articles share of what only one happening has: a full name or a house number is worth two words or ages."""
    return sum(_OF_TWO_WORDS if " " in p else 1 for p in one & other)


@cache
def _anybodys() -> frozenset[str]:
    """Words of names that two unlike happenings may share: first names, kinds of things, directions, weekdays, states."""
    lists = (
        given_names(),
        organisation_words(),
        directions(),
        calendar(),
        starters(),
        local_bodies(),
        geographic_words(),
        street_words(),
    )
    states = (w for name in abbreviations().values() for w in name.split())
    return frozenset(
        w.casefold() for found in (*lists, states, words("checker_places", "anybodys-words.txt")) for w in found
    )


SCENES = Extractor("scene-claims", "1", (Sentence, EventMention, Name, Person, Place, Address), Claim, _claims)
