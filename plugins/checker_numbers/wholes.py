"""Numbers that an event or a place has one of, wherever an article gives them: the passengers of a ship, the field of a race, jobs cut.

The words beside the number say that it is of all: "with 164 passengers", "a crew of 12", "seats for 3,000".
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, EventMention, Extractor, Passage, Quotation, Sentence
from checker.text.glance import glance
from checker.text.vocabulary import words
from checker_numbers.amounts import (
    Amount,
    Thing,
    aside,
    body_of,
    in_other_times,
    in_passing,
    of_another_year,
    opening_of,
    revised,
    settled,
    spoken,
)
from checker_numbers.bounds import bounds, hedge_of, hedged_number, number
from checker_numbers.counted import place_behind
from checker_numbers.labels import hedged

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "quantity-whole"
_FEWEST = 3
_NEWS = 4  # sentences of the body that tell of the place that is in the news
_SOME_BEFORE = re.compile(
    r"\b(?:another|other|first|last|next|remaining|including|every|each|than|to|between|and|No\.?|of\sthe|up)\s\Z",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:will|due|scheduled|booked|next)\b", re.IGNORECASE)
_SOME_AFTER = re.compile(
    r"\s(?:more|other|others|additional|of\s(?:the|those|them|whom)|further|new|extra)\b", re.IGNORECASE
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for line in words("checker_numbers", "wholes.txt"):
        what, _, pattern = line.partition(": ")
        spelled = pattern.strip().replace(" ", r"\s").replace("N", hedged_number(), 1)
        found.append((what, re.compile(rf"(?<![\w-]){spelled}(?!\w)", re.IGNORECASE)))
    return tuple(found)


@cache
def _of_places() -> frozenset[str]:
    """What every place of a kind has a number of: only that of the place in the news is compared."""
    return frozenset(words("checker_numbers", "of-places.txt"))


@cache
def _planned() -> frozenset[str]:
    """What is news while it is planned."""
    return frozenset(words("checker_numbers", "planned.txt"))


def wholes(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the one number an article gives for all of a kind; what it tells of other times and other events is left out."""
    found: dict[str, list[tuple[Thing, Amount]]] = defaultdict(list)
    sentences = body_of(annotations)
    opening = opening_of(sentences, _NEWS)
    for sentence in sentences:
        if not glance(document.text, sentence).number:
            continue
        taken: set[tuple[str, int]] = set()
        for what, pattern in _patterns():
            news = sentence in opening
            if what in _of_places() and not news:
                continue
            for match in pattern.finditer(document.text, sentence.start, sentence.end):
                amount = _amount(document, annotations, sentence, match, what)
                if amount is None or (what, amount.start) in taken:
                    continue
                taken.add((what, amount.start))
                thing = Thing(amount.start, match.end(), f"whole {what}", f"the number of {what}", what)
                if not spoken(annotations, thing):
                    found[what].append((thing, replace(amount, unit=what, news=news)))
    for _, said in sorted(found.items()):
        for thing, amount in settled(said):
            yield Claim(document, thing, SLOT, amount, (Passage(amount.start, amount.end, "count"),))


def _amount(
    document: Document, annotations: Annotations, sentence: Sentence, match: re.Match[str], what: str
) -> Amount | None:
    text, (start, end) = document.text, match.span("number")
    value = number(match["number"])
    if value is None or value < _FEWEST or value != int(value):
        return None
    if _SOME_BEFORE.search(text, max(0, start - 16), match.start("hedge") if match["hedge"] else start):
        return None
    hedge = hedge_of(match["hedge"], text, end)
    room = bounds(value, match["number"], hedge)
    main = not _SOME_AFTER.match(text, end) and not (
        in_other_times(document, annotations, sentence)
        if what in _planned()
        else (
            _TO_COME.search(text, sentence.start, sentence.end)
            or in_passing(document, sentence, start)
            or of_another_year(document, sentence)
            or aside(document, annotations, sentence)
        )
    )
    amount = Amount(start, end, value, "", room.low, room.high, hedge)
    return replace(
        amount,
        label=hedged(amount),
        main=main,
        revised=revised(document, sentence, start),
        place=place_behind(text, sentence, match.end()),
    )


WHOLES = Extractor("whole-counts", "1", (EventMention, Quotation, Sentence), Claim, wholes)
