"""Final scores of matches: "Mtwara 24 Lindi 19", "a 24-17 defeat"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Passage, Quotation, Sentence
from checker_numbers.amounts import Amount, Thing, body_of, in_passing, opening_of, spoken
from checker_numbers.cues import alternatives, cues

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "quantity-score"
_FIRST = 4
_LINE = re.compile(r"\A\W*(?:[A-Z][\w’'.-]*\s){1,4}(?P<a>\d{1,3}),?\s(?:[A-Z][\w’'.-]*\s){1,4}(?P<b>\d{1,3})\W*\Z")


@cache
def _beside() -> re.Pattern[str]:
    result = alternatives("results")
    return re.compile(
        rf"\b{result}\b(?:\s[\w’'.-]+){{0,6}}?\s\(?(?P<a>\d{{1,3}})[-–](?P<b>\d{{1,3}})(?![-–\w%]|\.\d)"
        rf"|(?<![\w$.–-])(?P<c>\d{{1,3}})[-–](?P<d>\d{{1,3}})\s(?:[\w’'-]+\s){{0,2}}?{result}\b",
        re.IGNORECASE,
    )


def scores(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the one score the opening gives; others, of other matches or of half-time, only show that the article knows them."""
    sentences = body_of(annotations)
    opening = opening_of(sentences, _FIRST)
    found = []
    for sentence in sentences:
        aside = cues("other-scores").search(document.text, sentence.start, sentence.end) is not None
        line = _LINE.match(document.text[sentence.start : sentence.end])
        pairs = (
            [(sentence.start + line.start("a"), sentence.start + line.end("b"), line["a"], line["b"])] if line else []
        )
        for match in _beside().finditer(document.text, sentence.start, sentence.end):
            one, two = ("a", "b") if match["a"] else ("c", "d")
            pairs.append((match.start(one), match.end(two), match[one], match[two]))
        for start, end, one, two in pairs:
            high, low = sorted((int(one), int(two)), reverse=True)
            value = high * 1000.0 + low
            amount = Amount(
                start,
                end,
                value,
                "score",
                value,
                value,
                None,
                f"{high}–{low}",
                sentence in opening and not aside and not in_passing(document, sentence, start),
            )
            if not spoken(annotations, amount):
                found.append(amount)
    mains = {a.value for a in found if a.main}
    for amount in found if mains else ():
        thing = Thing(amount.start, amount.end, "score", "the score")
        yield Claim(
            document,
            thing,
            SLOT,
            replace(amount, main=mains == {amount.value}),
            (Passage(amount.start, amount.end, "score"),),
        )


SCORES = Extractor("score-claims", "1", (Quotation, Sentence), Claim, scores)
