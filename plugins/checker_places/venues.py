"""Venues: buildings and grounds with names of their own, and what an article says happened there.

A venue is known by its sort ("high school") and the words of its name that set it apart ("Riverside"). Two claims come of it: in which
venue an event was, and in which town a venue is.
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
    Mention,
    Name,
    Passage,
    Person,
    Phase,
    Place,
    SegmentKind,
    Sentence,
    Span,
)
from checker.text.names import given_names, starters
from checker.text.spelling import distance
from checker.text.vocabulary import entries, forms_of, words
from checker_places.addresses import Address
from checker_places.claims import event_at
from checker_places.gazetteer import open_gazetteer
from checker_places.scenes import particulars_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = "checker_places"
_PART = r"(?:(?:St|Ste|Mt|Dr)\.|(?:[A-Z]\.){1,2}|[A-Z][\w’'&-]*)"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_CAPITAL = re.compile(r"\b[A-Z][^\W_]*(?:['’][^\W_]+)?")
_LONGEST_TOWN = 3  # words
_REACH = 60  # code points before a name in which it is said how something stands to it
_SILENT = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA, SegmentKind.DATELINE, SegmentKind.CAPTION})
_OTHER_NAME = re.compile(
    r"(?i)\b(?:formerly|renamed|also\sknown|(?:now|once|then|previously|better|officially)\s(?:known|called|named)|a\.?k\.?a\.?\b)"
)
_NEAR_NAME = 60  # code points around a name in which another is given
_IN_TOWN = re.compile(r",?\sin\s(?:the\s(?:city|town|village)\sof\s|downtown\s|central\s)?(?=[A-Z])")
_LETTERS_A_SLIP = 4  # letters of a name to one that may be mistyped
_INITIALS = 3  # letters; shorter names may be initials
_INHABITANTS = 5_000  # of a town whose name is not taken for that of somebody
_CARE = frozenset({"hospital"})  # where people die of what happened elsewhere
_SPONSORED = frozenset({"stadium", "arena", "racecourse"})
# Sorts of which each town has one, that is called by its name.
_BY_TOWN = frozenset(
    {
        "station",
        "bus station",
        "police station",
        "crown court",
        "magistrates court",
        "sheriff court",
        "county court",
        "airport",
    }
)
_FIRST = re.compile(r"([A-Z][a-z]*)\s")
_OWNER = re.compile(r"['’]s?\s(?:[a-z]+\s)?")
_INDEFINITE = re.compile(r"\b(?:an?|another|other|some|two|three|four|several|many|local|nearby)\s\Z")
_COINED = re.compile(r"[a-z][A-Z]|\b[A-Z]{2,}\b")


@frozen()
class Venue(Mention):
    """A venue that an article names. ``head`` ends its name, ``words`` set it apart; those of ``towns`` name places.

    ``how``: what is told of stands "inside" or "outside" it, None where that is not said. ``local``: its words are only those of a town
    that the article names, so that it may have a name of its own. ``renamed``: it has had another name, or may have, being a sponsor's.
    ``town``: where it is said to be. ``named``: the words of its article that start with a capital, in lower case.
    """

    kind: ClassVar[str] = "venue"
    sort: str
    head: str
    words: frozenset[str]
    towns: frozenset[str]
    how: str | None
    local: bool
    renamed: bool
    town: Place | None
    named: frozenset[str]
    particulars: frozenset[str]

    @property
    def key(self) -> str:
        """What is left of the name without its town, where it bears one, is what two venues of two towns would share."""
        own = self.words if self.town else self.words - self.towns
        return f"{self.head} {' '.join(sorted(own))}".casefold()

    @property
    def label(self) -> str:
        """What reports call it."""
        return self.sort


def same_name(a: Venue, b: Venue) -> bool:
    """Tell whether one name may be a shorter form of the other."""
    return a.words <= b.words or b.words <= a.words


def strangers(a: Venue, b: Venue) -> bool:
    """Tell whether two names are certainly not of one venue: no word in common, spelled unlike, neither made of initials."""
    if a.words & b.words or any(spelled_alike(x, y) for x in a.words for y in b.words):
        return False
    return all(any(len(w) > _INITIALS for w in v.words) for v in (a, b))


def spelled_alike(one: str, other: str) -> bool:
    """Tell whether one word may be a slip for the other; two given names are two: Mary and Mark."""
    if distance(one, other) > max(len(one), len(other)) // _LETTERS_A_SLIP:
        return False
    return not all(_is_given(w) for w in (one, other))


def _is_given(word: str) -> bool:
    return any(w.capitalize() in given_names() for w in (word, word.removesuffix("s")))


def _claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    found = list(_venues(document, annotations))
    if not found:
        return
    about: dict[int, list[tuple[EventMention, Venue]]] = defaultdict(list)
    for venue in found:
        if venue.town is not None:
            yield Claim(document, venue, "venue-town", venue, (Passage(venue.town.start, venue.town.end, "place"),))
        if venue.towns and venue.words - venue.towns:
            bare = replace(venue, town=None)
            yield Claim(document, bare, "venue-town", bare, (Passage(venue.start, venue.end, "place"),))
        if venue.how is None:
            continue
        event = event_at(document, annotations, venue)
        if event is None or event.background or not (event.punctual or event.phase is not Phase.WHOLE):
            continue
        if venue.sort not in _CARE or not (event.personal or event.harm):
            about[event.entity].append((event, venue))
    for told in about.values():
        # Something that an article puts in two venues of a sort was in both, or came from the one to the other.
        sorts: dict[str, list[tuple[EventMention, Venue]]] = defaultdict(list)
        for event, venue in told:
            sorts[venue.sort].append((event, venue))
        for pairs in sorts.values():
            if all(same_name(a, b) for n, (_, a) in enumerate(pairs) for _, b in pairs[n + 1 :]):
                for event, venue in pairs:
                    passages = (Passage(venue.start, venue.end, "place"),)
                    yield Claim(document, event, "venue", venue, passages, event.factuality)


def _venues(document: Document, annotations: Annotations) -> Iterator[Venue]:
    """The venues named in the body and the headline, in the order of the text."""
    text = document.text
    heads = tuple(head for head in _sorts() if head in text)
    if not heads:
        return
    names = [
        name
        for sentence in annotations.of(Sentence)
        if sentence.segment not in _SILENT and any(text.find(h, sentence.start, sentence.end) >= 0 for h in heads)
        for match in _pattern(heads).finditer(text, sentence.start, sentence.end)
        if (name := _name(text, annotations, match)) is not None
    ]
    if not names:
        return
    places = [p for p in annotations.of(Place) if not any(n.start <= p.start < n.end for n in names)]
    towns = frozenset(w for p in places for w in _words(text[p.start : p.end]))
    named = frozenset(w for m in _CAPITAL.finditer(text) for w in _words(m.group()))
    particulars = particulars_of(document, annotations)
    for name in names:
        around = text[max(0, name.start - _NEAR_NAME) : name.end + _NEAR_NAME]
        behind = _IN_TOWN.match(text, name.end)
        town = next((p for p in places if p.start == (behind.end() if behind else name.owner)), None)
        yield Venue(
            name.start,
            name.end,
            name.sort,
            name.head,
            name.words,
            frozenset(_towns(text[name.start : name.end])) & name.words,
            how=_stands(text, name.start),
            local=name.words <= towns,
            renamed=_OTHER_NAME.search(around) is not None or _is_sponsored(name.sort, text[name.start : name.end]),
            town=town,
            named=named,
            particulars=particulars,
        )


@frozen()
class _Named:
    """A name: its span, its sort, its last words, the words that set it apart, and where the owner before it starts ("Elmswick's")."""

    start: int
    end: int
    sort: str
    head: str
    words: frozenset[str]
    owner: int | None


def _name(text: str, annotations: Annotations, match: re.Match[str]) -> _Named | None:
    """Read a match; None where nothing sets the name apart, or where it may be no name: "a Riverside hotel", "the Elmswick hotel"."""
    start, owner = match.start(), None
    while (first := _FIRST.match(text, start)) and first.group(1) in starters():
        start = first.end()
    for place in annotations.within(Place, Span(start, match.end())):
        possessive = _OWNER.match(text, place.end)
        if place.start == start and possessive is not None and possessive.end() < match.end():
            start, owner = possessive.end(), place.start
    if _INDEFINITE.search(text, max(0, start - _REACH), start):
        return None
    head = match["head"] or match["first"]
    sort = _sorts()[head]
    own = frozenset(_words(text[start : match.end()])) - _common() - frozenset(_words(head))
    plain = head.islower() and sort not in _BY_TOWN and own <= frozenset(_towns(text[start : match.end()]))
    return None if not own or plain else _Named(start, match.end(), sort, head, own, owner)


def _stands(text: str, start: int) -> str | None:
    """How what is told stands to the venue whose name starts at ``start``: "inside" it, "outside" it, or unsaid."""
    match = _marked().search(text, max(0, start - _REACH), start)
    return None if match is None else "outside" if match["outside"] else "inside"


def _words(name: str) -> list[str]:
    return [w.casefold().replace("’", "'").removesuffix("'s").replace("'", "") for w in _WORD.findall(name)]


def _towns(name: str) -> Iterator[str]:
    """The words of a name that name a town or a region."""
    tokens = _WORD.findall(name)
    for n in range(len(tokens)):
        for end in range(n + 1, min(n + _LONGEST_TOWN, len(tokens)) + 1):
            known = open_gazetteer().lookup(" ".join(tokens[n:end]))
            if known and known[0].feature in ("P", "A", "D") and known[0].population >= _INHABITANTS:
                yield from _words(" ".join(tokens[n:end]))


def _is_sponsored(sort: str, name: str) -> bool:
    """Tell whether a company may have lent its name: "Nordbank Arena", "PayWell Stadium"."""
    if sort not in _SPONSORED:
        return False
    return any(w in _sponsors() or _COINED.search(w) for w in name.split()) or any(c in name for c in "&.0123456789")


@cache
def _sorts() -> dict[str, str]:
    """The last words of names of venues to their sorts."""
    return forms_of(_PACKAGE, "venue-sorts.txt")


@cache
def _common() -> frozenset[str]:
    return frozenset(words(_PACKAGE, "venue-words.txt"))


@cache
def _sponsors() -> frozenset[str]:
    return entries(_PACKAGE, "sponsors.txt")


@cache
def _pattern(heads: tuple[str, ...]) -> re.Pattern[str]:
    """Names that end in one of ``heads``, or that start with one: "Riverside High School", "University of Elmswick"."""
    ordered = sorted(heads, key=len, reverse=True)
    last = "|".join(re.escape(h) for h in ordered if not h.endswith(" of"))
    first = "|".join(re.escape(h) for h in ordered if h.endswith(" of")) or r"(?!)"
    return re.compile(
        rf"\b(?:{_PART}(?:\s(?:(?:of|and|the|&)\s){{0,2}}{_PART}){{0,5}}?\s(?P<head>{last or r'(?!)'})\b(?!\s[A-Z]|['’-])"
        rf"(?:\sof\s(?:the\s)?{_PART}(?:\s{_PART}){{0,2}})?|(?P<first>{first})\s(?:the\s)?{_PART}(?:\s{_PART}){{0,3}})"
    )


@cache
def _marked() -> re.Pattern[str]:
    """What stands before a name: "at the", "in the car park of the", "outside"."""
    lines = words(_PACKAGE, "venue-parts.txt")
    parts = "|".join(sorted((re.escape(p.strip()) for line in lines for p in line.split(",")), key=len, reverse=True))
    return re.compile(
        rf"(?i)\b(?:(?P<inside>in|at|inside|within|on|off|under|aboard)|(?P<outside>outside|near|in\sfront\sof|behind|opposite))"
        rf"\s(?:the\s)?(?:(?:[\w-]+\s){{0,2}}(?:{parts})\s(?:of|at|in|outside)\s(?:the\s)?)?(?:[a-z][\w-]*\s){{0,2}}\Z"
    )


VENUES = Extractor("venue-claims", "2", (Sentence, EventMention, Name, Person, Place, Address), Claim, _claims)
