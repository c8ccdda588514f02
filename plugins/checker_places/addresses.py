"""Addresses: street level, compared as text, without a map. "The 4600 block of Elm Street", "Exit 12 of Interstate 80"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.model import Annotations, Claim, Document, Extractor, Mention, Passage, SegmentKind, Sentence
from checker.text.vocabulary import table

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where somebody lives is not where it happened: "Ann Ro, 18, of 76 Leighton St.", "whose last known address was in ...".
_HOME = re.compile(
    r"(?:,\s\d{1,3},\sof|\baddress\s(?:was|is|of)(?:\s(?:in|on|at))?(?:\sthe)?|\bliv(?:es|ed|ing)\s(?:in|at|on)(?:\sthe)?)\s\Z"
)
_DIRECTION = r"(?:North|South|East|West|N\.?|S\.?|E\.?|W\.?|NW|NE|SW|SE)"


@dataclass(frozen=True, slots=True)
class Address(Mention):
    """A street address as text: the street's name and type in one spelling, and the block or house number if there is one."""

    kind: ClassVar[str] = "address"
    street: str
    number: int | None = None
    block: bool = False

    @property
    def key(self) -> str:
        """The street, by which addresses of related articles meet."""
        return " ".join(w.capitalize() for w in self.street.split())


@cache
def _types() -> dict[str, str]:
    """Street types in all forms, to one: "Avenue" to "ave"."""
    return {
        form.strip(): short
        for short, forms in table("checker_places", "street-types.txt").items()
        for form in forms.split(",")
    }


@cache
def _pattern() -> re.Pattern[str]:
    types = "|".join(sorted(map(re.escape, _types()), key=len, reverse=True))
    street = rf"(?:{_DIRECTION}\s+)?(?:[A-Z][\w’'.-]{{0,30}}\s+|\d{{1,3}}(?:st|nd|rd|th)\s+){{1,3}}?(?P<type>{types})(?![\w])"
    return re.compile(
        rf"(?<![\w,])(?:(?P<number>\d[\d,]{{0,6}})(?P<block>[\s-]+block\s+of)?\s+)?(?P<street>{street})|(?P<exit>Exit\s+\d+[A-Z]?)\b"
    )


def addresses(text: str, start: int = 0, end: int | None = None) -> Iterator[Address]:
    """Yield the addresses in ``text[start:end]``."""
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        if match.group("exit"):
            yield Address(*match.span(), " ".join(match.group("exit").casefold().split()))
            continue
        words = match.group("street").split()
        kept = [w for w in words[:-1] if not re.fullmatch(_DIRECTION, w)]
        street = " ".join([*(w.casefold().strip(".") for w in kept), _types()[match.group("type")]])
        number = match.group("number")
        yield Address(
            *match.span(), street, int(number.replace(",", "")) if number else None, match.group("block") is not None
        )


def _find(document: Document, annotations: Annotations) -> Iterator[Address]:
    for sentence in annotations.of(Sentence):
        if sentence.segment in (SegmentKind.BODY, SegmentKind.HEADLINE):
            yield from addresses(document.text, sentence.start, sentence.end)


def _claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the number a street has in an article, where the article knows one number in it only."""
    streets: dict[str, list[Address]] = defaultdict(list)
    for address in annotations.of(Address):
        if address.number is not None and not _HOME.search(document.text, max(0, address.start - 48), address.start):
            streets[address.street].append(address)
    for found in streets.values():
        if len({_block(a) for a in found}) == 1:
            for address in found:
                yield Claim(document, address, "number", address, (Passage(address.start, address.end, "address"),))


def _block(address: Address) -> int:
    """A house lies in the block of its hundred."""
    return (address.number or 0) // 100


ADDRESSES = Extractor("addresses", "1", (Sentence,), Address, _find)
ADDRESS_CLAIMS = Extractor("address-claims", "1", (Address,), Claim, _claims)
