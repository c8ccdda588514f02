"""Claims of places: where an event was.

Only places that something marks as locations and that modify the event itself are claims. An article that puts one event in several
places that do not contain each other is telling of a route or of stations: it claims none of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import (
    Annotations,
    Claim,
    Document,
    EventMention,
    Extractor,
    Factuality,
    Interval,
    Mention,
    Passage,
    Phase,
    Place,
    SegmentKind,
    Sentence,
    Span,
    Timex,
    Window,
)
from checker.text.attachment import governor
from checker.text.event_words import harmful
from checker.text.vocabulary import words
from checker_places.agreement import relation
from checker_places.datelines import Dated, Here, dateline, heres
from checker_places.names import key
from checker_places.place_agreement import Options
from checker_places.standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SILENT = (SegmentKind.FURNITURE, SegmentKind.METADATA, SegmentKind.DATELINE, SegmentKind.CAPTION)
_SCENE = frozenset(
    {"in", "at", "near", "outside", "off", "around", "inside", "within"}
)  # other prepositions tell of ways and ranges


_SCENES = tuple([word] for word in _SCENE)
_WHERE = re.compile(r"(?:,\s[A-Z][\w. ]{1,20})?,\s(?:where\s|(?:the\s)?(?:scene|site)\sof\s)")
# "In the Larkfield district of Elmswick".
_PART_OF = re.compile(
    r"\b(?:in|near|at|outside)\s(?:the\s)?(?:[A-Z][\w’'-]*\s){1,3}(?:[a-z]+\s)?"
    r"(?:district|neighbou?rhood|suburb|area|section|quarter|borough|ward|part|side)\sof\s(?:the\s(?:city|town)\sof\s)?\Z"
)
# "As it neared Elmswick".
_PASSING = re.compile(
    r",?\s(?:(?:as|when|while|shortly\safter|just\safter|minutes\safter|moments\safter|shortly\sbefore|just\sbefore)\s"
    r"(?:(?:it|they|he|she|the\s[a-z]+)\s)?(?:(?:was|were|had)\s)?)"
    r"(?:near(?:ed|ing)|approach(?:ed|ing)|enter(?:ed|ing)|pass(?:ed|ing)|reach(?:ed|ing)|left|leaving|pull(?:ed|ing)\s(?:into|out\sof))\s"
    r"(?:the\s(?:town|village|city)\sof\s)?\Z"
)
_BREAK = re.compile(r"[.;:!?]")
_HELD = re.compile(
    r",?\s(?:(?:is|are|was|were|will\sbe|has\sbeen|had\sbeen)\s(?:being\s|now\s|to\sbe\s)?)?"
    r"(?:set|scheduled|planned|slated|due|held|staged)\b[^,.;:!?\n]*\Z"
)
_DAYS = 3 * 24 * 60  # minutes: how long a stretch of the calendar may be to be called a day
_CLAUSE = 60  # code points of it in which the event is told
_ANOTHER = re.compile(r"[,;]|\b(?:a|an|another|previous|last|earlier)\s")  # "where a match was played last year"


@frozen()
class Setting(Mention):
    """Where an event is said to take place, and the day its sentence names, if any: what a plan and a fact are compared by."""

    kind: ClassVar[str] = "setting"
    place: Place
    day: Window | None


@frozen()
class _Told:
    """An event and a place it is told to be in: named where it is told, or pointed to from there (``here``)."""

    event: EventMention
    place: Place
    here: Here | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The words that put the event there."""
        place = Passage(self.place.start, self.place.end, "place")
        return (place,) if self.here is None else (Passage(self.here.start, self.here.end, "place"), place)


def _run(document: Document, annotations: Annotations) -> Iterator[Claim]:
    about: dict[int, list[_Told]] = defaultdict(list)
    home = dateline(document, annotations)
    for told in (*_named(document, annotations), *_pointed(document, annotations, home)):
        # A long event has many places; the day it began, or an event of one day, has one.
        if not told.event.background and (told.event.punctual or told.event.phase is not Phase.WHOLE):
            about[told.event.entity].append(told)
    near = Options().near_km
    for found in about.values():
        places = [t.place for t in found]
        if all(relation(a, b, near).agrees for i, a in enumerate(places) for b in places[i + 1 :]):
            for told in found:
                yield from _located(document, annotations, told)
        if home is not None:
            yield from _dated(document, found, home)


def _named(document: Document, annotations: Annotations) -> Iterator[_Told]:
    """Events with the places that are named beside them."""
    for place in annotations.of(Place):
        if place.candidates and document.segment_at(place.start) not in _SILENT:
            event = _told_at(document, annotations, place)
            if event is not None:
                passing = _PASSING.search(document.text, max(0, place.start - _CLAUSE), place.start)
                yield _Told(event, replace(place, qualifier="near") if passing else place)


def _told_at(document: Document, annotations: Annotations, place: Place) -> EventMention | None:
    """The event that something says was at a place: a preposition, a clause behind it, or a name of the event that it describes."""
    text, qualifier = document.text, (place.qualifier or "").casefold()
    before = text[max(0, place.start - _CLAUSE) : place.start]
    if place.role == "location" and (
        qualifier.split(maxsplit=1)[:1] in _SCENES
        or qualifier.startswith("outskirts")
        or standing(qualifier).km is not None
        or (qualifier == "of" and _PART_OF.search(before))
    ):
        return event_at(document, annotations, place)
    if match := _PASSING.search(before):
        at = place.start - len(before) + match.start()
        events = [
            e for e in annotations.within(EventMention, Span(at - _CLAUSE, at)) if e.sentence.contains(place.span)
        ]
        return events[-1] if events and not _BREAK.search(text, events[-1].end, at) else None
    return _behind(document, annotations, place) or _described(document, annotations, place)


def _described(document: Document, annotations: Annotations, place: Place) -> EventMention | None:
    """The harmful event that the name of its town describes: "the Elmswick derailment", "a Larkfield school shooting"."""
    best = place.best
    if place.role not in ("modifier", "location") or best is None or best.feature != "P":
        return None
    if key(best.name) != key(document.text[place.start : place.end]):
        return None
    match = _describing().match(document.text, place.end)
    if match is None:
        return None
    noun = match.end()  # it may stand for the event together with a verb: "the Elmswick derailment killed two"
    events = annotations.within(EventMention, Span(noun, noun + _CLAUSE))
    named = (e for e in events if any(at.start == noun for at in e.heads) and (e.nominal or e.start > noun))
    return next((e for e in named if e.event_class in harmful()), None)


def _pointed(document: Document, annotations: Annotations, home: Place | None) -> Iterator[_Told]:
    """Events told to have happened "here", in the town of the dateline."""
    if home is None:
        return
    for here in heres(document, annotations):
        event = event_at(document, annotations, here)
        if event is not None:
            why = (*home.derivation, "“here” is the town of the dateline")
            yield _Told(event, replace(home, qualifier="in", derivation=why), here)


def _located(document: Document, annotations: Annotations, told: _Told) -> Iterator[Claim]:
    """Where an event was, and where it was on what day."""
    day = _day(annotations, told.event)
    factuality = Factuality.PLANNED if _is_ahead(document, told.event, day) else told.event.factuality
    yield Claim(document, told.event, "location", told.place, told.passages, factuality)
    setting = Setting(told.place.start, told.place.end, told.place, day)
    yield Claim(document, told.event, "setting", setting, told.passages, factuality)


def _dated(document: Document, found: Sequence[_Told], home: Place) -> Iterator[Claim]:
    """What an article with a dateline says of the place of one event: that it was "here", or in a town it names.

    A town that bears the name of that of the dateline is the one the reporter writes from.
    """
    name = key(document.text[home.start : home.end])
    pointed = any(t.here for t in found)
    for told in found:
        namesake = told.here is None and key(document.text[told.place.start : told.place.end]) == name
        if pointed or namesake:
            reading = Dated(told.place.start, told.place.end, told.place, here=told.here is not None)
            yield Claim(document, told.event, "dateline", reading, told.passages, told.event.factuality)
        if namesake and not pointed:
            reading = Dated(home.start, home.end, home, here=True)
            yield Claim(document, told.event, "dateline", reading, (Passage(home.start, home.end, "place"),))


def _day(annotations: Annotations, event: EventMention) -> Window | None:
    """The day that the sentence of an event names, if it names one."""
    days = {
        t.window
        for t in annotations.within(Timex, event.sentence)
        if t.type in ("DATE", "TIME") and t.window is not None and not t.window.year_unknown
    }
    close = [w for w in days if w.tolerant.last - w.tolerant.first <= _DAYS]
    return close[0] if len(close) == 1 else None


def _is_ahead(document: Document, event: EventMention, day: Window | None) -> bool:
    """Tell whether what is told as a fact is still to come: "they meet in Elmswick on Saturday"."""
    published = document.published.date if document.published else None
    if event.factuality is not Factuality.CERTAIN or day is None or published is None:
        return False
    return day.core.first > Interval.days(published).last


def event_at(document: Document, annotations: Annotations, place: Mention) -> EventMention | None:
    """The event that a place belongs to: what a clause behind it says happened there, else what it modifies.

    "The stadium in Elmswick, where the match was played, ..."
    """
    behind = _behind(document, annotations, place)
    return behind or governor(document, annotations, place) or _passed_on(document, annotations, place)


def _behind(document: Document, annotations: Annotations, place: Mention) -> EventMention | None:
    """The event that a clause behind a place says happened there."""
    match = _WHERE.match(document.text, place.end)
    if match is None:
        return None
    clause = Span(match.end(), match.end() + _CLAUSE)
    told = next((e for e in annotations.within(EventMention, clause) if e.sentence.contains(place.span)), None)
    return told if told is not None and not _ANOTHER.search(document.text, match.end(), told.start) else None


@cache
def _describing() -> re.Pattern[str]:
    """What stands between the name of a town and that of the event it describes: nothing, or where in the town it was."""
    kinds = sorted((*words("checker_places", "facilities.txt"), *words("checker_places", "how-deadly.txt")), key=len)
    return re.compile(rf"\s(?:(?:{'|'.join(map(re.escape, reversed(kinds)))})\s)?(?=[a-z])")


def _passed_on(document: Document, annotations: Annotations, place: Mention) -> EventMention | None:
    """The event of which a sentence says only that it is held or planned: "the landing is set for Saturday on the beach at Elmswick"."""
    match = _HELD.search(document.text, max(0, place.start - _CLAUSE), place.start)
    if match is None:
        return None
    before = annotations.within(EventMention, Span(max(0, match.start() - _CLAUSE), match.start() + 1))
    return next((e for e in before if e.end == match.start() and e.sentence.contains(place.span)), None)


CLAIMS = Extractor("place-claims", "3", (EventMention, Sentence, Place, Timex), Claim, _run)
