"""What has a place in a row: "its ninth director", "on the 14th floor", "the 25th anniversary".

Its noun says what is counted; a row that grows while the articles come out (days, victims, goals) is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, EventMention, Extractor, Passage, Quotation, Sentence
from checker.text.glance import glance
from checker.text.numerals import number
from checker.text.patterns import once
from checker.text.vocabulary import entries, table
from checker_numbers.amounts import Amount, Thing, aside, body_of, opening_of, settled, spoken
from checker_numbers.cues import beside
from checker_numbers.settings import setting_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "quantity-ordinal"
_FROM = 4  # there is a first, a second and a third of everything
_BESIDE = 40  # code points on either side in which it is told that this is another's place in another row


@once
def _in_a_row() -> frozenset[str]:
    return entries("checker_numbers", "in-a-row.txt")


@once
def _ordinal() -> str:
    """A regular expression for an ordinal in figures or words."""
    forms = {f.strip() for listed in table("checker.text", "numerals.txt").values() for f in listed.split(",")}
    named = sorted((f for f in forms if f.endswith("th") or f in ("first", "second", "third")), key=len, reverse=True)
    return rf"\d{{1,3}}(?:st|nd|rd|th)|(?:[a-z]+-)?(?:{'|'.join(named)})"


@once
def _pattern() -> re.Pattern[str]:
    """An ordinal, and its noun at most two words behind."""
    nouns = "|".join(sorted(_in_a_row(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w$€£.,-])(?P<place>{_ordinal()})\s(?:[\w’'-]+\s){{0,2}}?(?P<noun>{nouns})\b(?!-)",
        re.IGNORECASE,
    )


def ordinals(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the one place an article gives something in its row."""
    sentences = body_of(annotations)
    opening = opening_of(sentences)
    found: dict[str, list[tuple[Thing, Amount]]] = defaultdict(list)
    for sentence in sentences:
        if _in_a_row().isdisjoint(glance(document.text, sentence).words):
            continue
        for match in _pattern().finditer(document.text, sentence.start, sentence.end):
            value = number(match["place"])
            noun = match["noun"].lower()
            thing = Thing(*match.span(), noun, f"which {noun} it is")
            if value is None or value < _FROM or spoken(annotations, thing):
                continue
            other = beside("other-ordinals", document.text, sentence, match.span(), _BESIDE)
            amount = Amount(
                *match.span("place"),
                value,
                noun,
                value,
                value,
                label=match["place"],
                main=not (other or aside(document, annotations, sentence)),
                news=sentence in opening,
                setting=setting_of(document, annotations, sentence, thing.span),
            )
            found[noun].append((thing, amount))
    for said in found.values():
        for thing, amount in settled(said):
            yield Claim(document, thing, SLOT, amount, (Passage(thing.start, thing.end, "ordinal"),))


ORDINALS = Extractor("ordinal-claims", "1", (EventMention, Quotation, Sentence), Claim, ordinals)
