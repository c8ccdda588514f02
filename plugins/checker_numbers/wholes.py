"""Numbers that an event or a place has one of, wherever an article gives them: the passengers of a ship, the field of a race, jobs cut.

The words beside the number say that it is of all: "with 164 passengers", "a crew of 12", "seats for 3,000".
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.model import Annotations, Claim, Document, EventMention, Extractor, Passage, Quotation, Sentence
from checker.text.glance import glance
from checker.text.patterns import pattern
from checker.text.vocabulary import table, words
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
    from collections.abc import Iterable, Iterator

SLOT = "quantity-whole"
_FEWEST = 3
_LEAD = 60  # code points before a number in which what makes it one of all stands
_NEWS = 4  # sentences of the body that tell of the place that is in the news
_SOME_BEFORE = re.compile(
    r"\b(?:another|other|first|last|next|remaining|including|every|each|than|to|between|and|No\.?|of\sthe|up)\s\Z",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:will|due|scheduled|booked|next)\b", re.IGNORECASE)
_SOME_AFTER = re.compile(
    r"\s(?:more|other|others|additional|of\s(?:the|those|them|whom)|further|new|extra)\b", re.IGNORECASE
)


class _Beside(NamedTuple):
    """What stands before and behind a number that is of all there are; None where nothing must."""

    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None


@cache
def _patterns() -> dict[str, list[_Beside]]:
    """What there is one number of, to what tells it beside the number."""
    found: dict[str, list[_Beside]] = defaultdict(list)
    for line in words("checker_numbers", "wholes.txt"):
        what, _, source = line.partition(": ")
        before, _, behind = source.strip().replace(" ", r"\s").partition("N")
        found[what].append(
            _Beside(
                pattern(rf"(?<![\w-]){before}\Z", re.IGNORECASE) if before else None,
                pattern(rf"{behind}(?!\w)", re.IGNORECASE) if behind else None,
            )
        )
    return found


@cache
def _number() -> re.Pattern[str]:
    return re.compile(hedged_number(), re.IGNORECASE)


@cache
def _needed() -> dict[str, tuple[str, ...]]:
    """What there is one number of, to words without one of which no text tells it."""
    rows = table("checker_numbers", "whole-words.txt").items()
    return {what: tuple(word.strip() for word in told.split(",")) for what, told in rows}


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
    small = document.text.lower()
    may_tell = [(w, p) for w, ps in _patterns().items() if any(word in small for word in _needed()[w]) for p in ps]
    for sentence in sentences if may_tell else ():
        if not glance(document.text, sentence).number:
            continue
        news = sentence in opening
        for match in _number().finditer(document.text, sentence.start, sentence.end):
            for what, end in _told(document.text, sentence, match, may_tell):
                if what in _of_places() and not news:
                    continue
                amount = _amount(document, annotations, sentence, match, end, what)
                if amount is None:
                    continue
                thing = Thing(amount.start, end, f"whole {what}", f"the number of {what}", what)
                if not spoken(annotations, thing):
                    found[what].append((thing, replace(amount, unit=what, news=news)))
    for _, said in sorted(found.items()):
        for thing, amount in settled(said):
            yield Claim(document, thing, SLOT, amount, (Passage(amount.start, amount.end, "count"),))


def _told(
    text: str, sentence: Sentence, match: re.Match[str], may_tell: Iterable[tuple[str, _Beside]]
) -> Iterator[tuple[str, int]]:
    """Yield what a number is of, by what stands beside it, and where that ends; each once."""
    told: set[str] = set()
    before = text[max(sentence.start, match.start() - _LEAD) : match.start()]
    for what, beside in may_tell:
        if what in told or (beside.before is not None and beside.before.search(before) is None):
            continue
        behind = beside.behind.match(text, match.end("number"), sentence.end) if beside.behind is not None else match
        if behind is not None:
            told.add(what)
            yield what, behind.end()


def _amount(
    document: Document, annotations: Annotations, sentence: Sentence, match: re.Match[str], behind: int, what: str
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
        place=place_behind(text, sentence, behind),
    )


WHOLES = Extractor("whole-counts", "1", (EventMention, Quotation, Sentence), Claim, wholes)
