"""Sums of money: "4.2 billion zlotys", "€980 million", "$2". Hedged sums ("about €980 million") are read with a margin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.model import Annotations, Claim, Document, EventMention, Extractor, Mention, Passage, SegmentKind, Sentence
from checker.text.numerals import number
from checker.text.vocabulary import table

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEDGE = re.compile(
    r"(?:about|around|nearly|almost|roughly|some|over|more than|just under|just over|at least|up to)\s$", re.IGNORECASE
)
_AMOUNT = r"\d[\d,]*(?:\.\d+)?(?:\s(?:thousand|million|billion|trillion))?"


@dataclass(frozen=True, slots=True)
class Money(Mention):
    """A sum: ``amount`` in units of ``currency`` (ISO 4217); ``hedged`` where the words leave room."""

    kind: ClassVar[str] = "money"
    amount: float
    currency: str
    hedged: bool = False


def sums(document: Document, annotations: Annotations) -> Iterator[Money]:
    """Yield the sums of money outside page furniture."""
    for sentence in annotations.of(Sentence):
        if sentence.segment is SegmentKind.FURNITURE:
            continue
        for match in _pattern().finditer(document.text, sentence.start, sentence.end):
            sign = match.group("before") or match.group("after")
            amount = number(match.group("first") or match.group("second"))
            if amount is not None:
                hedged = _HEDGE.search(document.text, max(0, match.start() - 12), match.start()) is not None
                yield Money(match.start(), match.end(), amount, _codes()[sign.casefold()], hedged)


def claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """A sum in the sentence of a deal that is no background is the price of the deal."""
    for money in annotations.of(Money):
        deals = (e for e in annotations.of(EventMention) if e.event_class == "deal" and not e.background)
        near = [e for e in deals if e.sentence.contains(money)]
        if near:
            passage = Passage(money.start, money.end, "price")
            yield Claim(document, near[0], "price", money, (passage,), near[0].factuality)


@cache
def _codes() -> dict[str, str]:
    return {
        form.strip().casefold(): code
        for code, forms in table("checker_currency", "currencies.txt").items()
        for form in forms.split(",")
    }


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_codes(), key=len, reverse=True)
    signs = "|".join(re.escape(f) for f in forms if not f.isalpha())
    words = "|".join(f for f in forms if f.isalpha())
    return re.compile(
        rf"(?P<before>{signs})\s?(?P<first>{_AMOUNT})|(?P<second>{_AMOUNT})\s(?P<after>{words})\b", re.IGNORECASE
    )


SUMS = Extractor("currency-sums", "1", (Sentence,), Money, sums)
CLAIMS = Extractor("currency-claims", "1", (Money, EventMention), Claim, claims)
