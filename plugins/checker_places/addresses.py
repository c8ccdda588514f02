"""Addresses: street level, compared as text, without a map.

"The 4600 block of Elm Street", "Exit 12 of Interstate 80", "at Elm Street and Oak Lane". An exit that stands alone is that of the one
numbered road an article names.
"""

from __future__ import annotations

import re
from collections import defaultdict
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
    Passage,
    Person,
    SegmentKind,
    Sentence,
)
from checker.text.attachment import governor
from checker.text.names import calendar
from checker.text.vocabulary import forms_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PACKAGE = "checker_places"
# Where somebody lives is not where it happened: "Ann Ro, 18, of 76 Leighton St.", "whose last known address was in ...".
_HOME = re.compile(
    r"(?:,\s\d{1,3},\sof|\b[A-Z][a-z’'-]+\s[A-Z][a-z’'-]+,?\sof(?:\sthe)?|\baddress\s(?:was|is|of)(?:\s(?:in|on|at))?(?:\sthe)?|\bliv(?:es|ed|ing)\s(?:in|at|on)(?:\sthe)?)\s\Z"
)
_DIRECTION = r"(?:(?:North|South)(?:east|west)|North|South|East|West|[NSEW]\.?(?![A-Za-z’'])|[NS][EW]\b)"
_WORD = r"(?:[A-Z][\w’'-]{0,30}\.?|\d{1,3}(?:st|nd|rd|th))"
_TITLE = 6  # code points of a title that may be read with a street: "Judge Lane"
_EXIT = re.compile(r"\b(?P<unit>Exit|[Jj]unction)\s(?P<number>\d{1,4})[A-Z]?\b")
_IN_LONGER_NAME = re.compile(r"\s(?!(?:Apartments|North|South|East|West)\b)[A-Z][a-z]+(?<!day)\b")
_CORNER = re.compile(r"\s(?:and|at|&)\s|/")
_AT_CORNER = re.compile(
    r"\b(?:at|near|of|to|around|on|by)\s(?:the\s)?(?:(?:corner|intersection|area|junction)\s(?:of\s)?)?\Z|\A\Z|[.:(–—-]\s*\Z"
)


_CALLED_TO = re.compile(
    r"\b(?:[Pp]olice|[Oo]fficers|[Dd]eputies|[Tt]roopers|[Cc]rews|[Ff]irefighters|[Pp]aramedics|[Mm]edics)\s(?:[\w’'-]+\s){0,3}"
    r"(?:went|responded|rushed|called|sent|dispatched|arrived|raced|summoned)\s[^.!?]{0,60}\Z"
)


@frozen()
class Address(Mention):
    """A street address as text: the name of the street in lower case, and what else is said of it.

    ``type`` is the short form of the street's type, ``direction`` one of "n", "sw", ...; None where not said. ``number`` is that of the
    house, of the block (``block``), or of what ``unit`` says: an exit, a mile marker.
    """

    kind: ClassVar[str] = "address"
    street: str
    type: str | None = None
    direction: str | None = None
    number: int | None = None
    block: bool = False
    unit: str = ""

    @property
    def key(self) -> str:
        """The street's name, by which addresses of related articles meet."""
        return " ".join(w.capitalize() for w in self.street.split())


@frozen()
class Corner(Mention):
    """An intersection, seen from one of its streets."""

    kind: ClassVar[str] = "corner"
    street: Address
    cross: Address

    @property
    def key(self) -> str:
        """The street's name."""
        return self.street.key


@cache
def _types() -> dict[str, str]:
    """Street types in all forms, to one: "Avenue" to "ave"."""
    return forms_of(_PACKAGE, "street-types.txt")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A block or house in a street; a block of a street without its type; an exit or mile marker of a road."""
    types = "|".join(sorted(map(re.escape, _types()), key=len, reverse=True))
    number = r"(?<![\w,.$])(?P<number>\d[\d,]{0,6})"
    block = r"(?P<block>[\s-]+(?:block|blk\.?)\s+of)"
    before, after = rf"(?:(?P<direction>{_DIRECTION})\s+)?", rf"(?:\s+(?P<behind>{_DIRECTION}))?(?![\w])"
    roads = "|".join(words(_PACKAGE, "roads.txt"))
    return (
        re.compile(
            rf"(?:{number}{block}?\s+)?\b{before}(?P<street>(?:{_WORD}\s+){{1,3}}?)(?P<type>{types})(?![\w’']){after}"
        ),
        re.compile(rf"{number}{block}\s+{before}(?P<street>{_WORD}(?:\s{_WORD}){{0,2}})"),
        re.compile(
            rf"\b(?P<unit>[Ee]xit|[Mm]ile\s(?:[Mm]arker|[Pp]ost))\s+(?P<number>\d{{1,4}})[A-Z]?(?:\s+(?:of|on|off|from|along))(?:\sthe)?\s+"
            rf"(?:[a-z]+bound\s+)?(?P<street>(?:{roads})[\s-]?\d{{0,4}})"
        ),
    )


@cache
def _numbered_road() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?:{'|'.join(words(_PACKAGE, 'roads.txt'))})[\s-]?\d{{1,4}}|[AMN]\d{{1,4}})\b")


def addresses(text: str, start: int = 0, end: int | None = None) -> Iterator[Address]:
    """Yield the addresses in ``text[start:end]``, the most particular reading of each passage."""
    taken: list[tuple[int, int]] = []
    for pattern in _patterns():
        for match in pattern.finditer(text, start, len(text) if end is None else end):
            address = _address(match)
            if address is not None and not any(a < address.end and address.start < b for a, b in taken):
                taken.append((address.start, address.end))
                yield address


def _address(match: re.Match[str]) -> Address | None:
    found = match.groupdict()
    names, last = found["street"].split(), match.end()
    if found.get("type") is None and not found.get("unit"):
        names, last = _until_other(match, names)
    direction = found.get("direction") or found.get("behind")
    if not names or names[0] in calendar() or names[0] in ("The", "A"):
        return None
    if found.get("type") and not found.get("number") and _IN_LONGER_NAME.match(match.string, last):
        return None  # "Kansas Highway Patrol"
    return Address(
        match.start(),
        last,
        _road(" ".join(names)) if found.get("unit") else " ".join(n.casefold().strip(".") for n in names),
        _types()[found["type"]] if found.get("type") else None,
        _short(direction) if direction else None,
        int(found["number"].replace(",", "")) if found.get("number") else None,
        bool(found.get("block")),
        " ".join((found.get("unit") or "").casefold().split()),
    )


def _road(name: str) -> str:
    """One name for a numbered road: "I-75", "Interstate 75" and "I 75" are "interstate 75"."""
    folded = re.sub(r"[\s-]+(?=\d)", " ", name.casefold())
    return re.sub(r"\Ai(?= \d)", "interstate", folded)


def _lone_exits(document: Document, found: Sequence[Address]) -> Iterator[Address]:
    """Yield the exits whose road does not stand beside them, where the article names one numbered road only: "near Exit 201"."""
    exits = [
        m
        for m in _EXIT.finditer(document.text)
        if document.segment_at(m.start()) is SegmentKind.BODY and not any(a.start <= m.start() < a.end for a in found)
    ]
    roads = {_road(m.group()) for m in _numbered_road().finditer(document.text)} if exits else set()
    if len(roads) == 1:
        (road,) = roads
        for match in exits:
            yield Address(match.start(), match.end(), road, number=int(match["number"]), unit=match["unit"].casefold())


def _until_other(match: re.Match[str], names: Sequence[str]) -> tuple[list[str], int]:
    """The words of an untyped street up to what is no name: "the 300 block of General Marshall Monday night"."""
    kept, last = [], match.start("street")
    for name in names:
        if name.strip(".") in calendar():
            break
        last = match.string.index(name, last) + len(name)
        kept.append(name)
        if name.endswith("."):
            last -= 1
            break
    return kept, last


def _short(direction: str) -> str:
    folded = direction.casefold().strip(".")
    return folded if len(folded) < 3 else "".join(p[0] for p in re.findall("north|south|east|west", folded))


def corners(text: str, found: Sequence[Address]) -> Iterator[Corner]:
    """Yield each intersection of two neighbouring addresses, from both of its streets."""
    ordered = sorted(found, key=lambda a: a.start)
    for a, b in zip(ordered, ordered[1:], strict=False):
        if a.number is not None or b.number is not None or not _CORNER.fullmatch(text[a.end : b.start]):
            continue
        if _AT_CORNER.search(text, max(0, a.start - 40), a.start):
            yield Corner(a.start, b.end, a, b)
            yield Corner(a.start, b.end, b, a)


def _find(document: Document, annotations: Annotations) -> Iterator[Address]:
    found = [
        address
        for sentence in annotations.of(Sentence)
        if sentence.segment in (SegmentKind.BODY, SegmentKind.HEADLINE)
        for address in addresses(document.text, sentence.start, sentence.end)
    ]
    yield from sorted([*found, *_lone_exits(document, found)], key=lambda a: a.start)


def _claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    yield from _numbers(document, annotations.of(Address))
    yield from _streets(document, annotations.of(Address), annotations.of(Person))
    crossed: dict[str, list[Corner]] = defaultdict(list)
    for corner in corners(document.text, annotations.of(Address)):
        crossed[corner.key].append(corner)
    for found in crossed.values():
        if len({c.cross.street for c in found}) == 1:
            for corner in found:
                if not _at_event(document, annotations, corner):
                    continue  # where somebody works, or a march began
                yield Claim(document, corner, "corner", corner, (Passage(corner.start, corner.end, "address"),))


def _at_event(document: Document, annotations: Annotations, corner: Corner) -> bool:
    """Tell whether a corner is where an event was, or where somebody was called to it: "deputies went to ..."."""
    event = governor(document, annotations, corner)
    if event is not None:
        return not event.background
    return _CALLED_TO.search(document.text, max(0, corner.start - 90), corner.start) is not None


def _numbers(document: Document, found: Sequence[Address]) -> Iterator[Claim]:
    """Claim the number a street has in an article, where the article knows one number in it only."""
    streets: dict[tuple[str, str], list[Address]] = defaultdict(list)
    for address in found:
        if address.number is not None and not _HOME.search(document.text, max(0, address.start - 48), address.start):
            streets[address.street, address.unit].append(address)
    for numbered in streets.values():
        if len({_block(a) for a in numbered}) == 1 and len({a.type for a in numbered} - {None}) < 2:
            for address in numbered:
                yield Claim(document, address, "number", address, (Passage(address.start, address.end, "address"),))


def _streets(document: Document, found: Sequence[Address], persons: Sequence[Person]) -> Iterator[Claim]:
    """Claim which kind of street one of a name is, where the article knows one of that name only, and nobody just lives there."""
    streets: dict[str, list[Address]] = defaultdict(list)
    for address in found:
        if address.type is not None and not address.street[0].isdigit():
            streets[address.street].append(address)
    inside = {i for p in persons for i in range(p.start - _TITLE, p.end)}  # "Judge Harold Lane" is no street
    for named in streets.values():
        if len({a.type for a in named}) > 1:
            continue
        for address in named:
            home = _HOME.search(document.text, max(0, address.start - 48), address.start)
            if home is None and address.start not in inside and document.segment_at(address.start) is SegmentKind.BODY:
                yield Claim(document, address, "street", address, (Passage(address.start, address.end, "address"),))


def _block(address: Address) -> int:
    """A house lies in the block of its hundred; exits have none."""
    number = address.number or 0
    return number if address.unit else number // 100


ADDRESSES = Extractor("addresses", "2", (Sentence,), Address, _find)
ADDRESS_CLAIMS = Extractor("address-claims", "3", (Address, EventMention, Person, Sentence), Claim, _claims)
