"""Votes of bodies by their numbers: "the council voted 6-3", "in a 7-2 vote", "passed the bill by 51 votes to 48"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Passage, Quotation, Sentence
from checker.text.numerals import number
from checker_numbers.amounts import Amount, Thing, body_of, in_passing, opening_of, spoken
from checker_numbers.cues import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "quantity-vote"
_FIRST = 5  # sentences of the body that tell the news
_ONE = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_TO = r"(?:\s?[-–]\s?|\s(?:votes\s)?to\s)"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    decide = alternatives("decisions")
    return (
        re.compile(
            rf"(?i)\bvot(?:ed|es|ing|e)\b(?:\sof)?(?:\s[\w’'-]+){{0,3}}?\s(?P<a>{_ONE}){_TO}(?P<b>{_ONE})(?![-–\w%]|\.\d)"
        ),
        re.compile(
            rf"(?i)(?<![\w$.–-])(?P<a>{_ONE}){_TO}(?P<b>{_ONE})\s(?:[a-z-]+\s){{0,2}}?(?:votes?|majority|margin)\b"
        ),
        re.compile(
            rf"(?i)\b{decide}\b[^.;]{{0,60}}?\s(?:by|on|in)\s(?:an?\s)?(?P<a>{_ONE})\s(?:votes\s)?to\s(?P<b>{_ONE})\b(?!\s(?:\d|percent|per\scent|million|billion))"
        ),
    )


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{alternatives('voting-bodies')}\b")


def votes(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the one vote of a body that the opening gives; votes further down only show that the article knows the numbers."""
    sentences = body_of(annotations)
    opening = opening_of(sentences, _FIRST)
    found: list[tuple[Thing, Amount]] = []
    for sentence in sentences:
        taken: set[int] = set()
        for pattern in _patterns():
            for match in pattern.finditer(document.text, sentence.start, sentence.end):
                if match.start("a") in taken:
                    continue
                taken.add(match.start("a"))
                made = _vote(document, sentence, match, news=sentence in opening)
                if made is not None and not spoken(annotations, made[1]):
                    found.append(made)
    mains = {(t.key, a.value) for t, a in found if a.main}
    if len(mains) == 1:  # of two votes nothing tells which the other article means
        for thing, amount in found:
            yield Claim(document, thing, SLOT, amount, (Passage(amount.start, amount.end, "vote"),))


def _vote(document: Document, sentence: Sentence, match: re.Match[str], *, news: bool) -> tuple[Thing, Amount] | None:
    numbers = [number(match[g]) for g in ("a", "b")]
    bodies = [m[0].lower() for m in _bodies().finditer(document.text, sentence.start, sentence.end)]
    if None in numbers or not bodies:
        return None
    high, low = sorted((n or 0 for n in numbers), reverse=True)
    start, end = match.start("a"), match.end("b")
    value = high * 1000 + low
    main = news and len(set(bodies)) == 1 and not in_passing(document, sentence, start)
    amount = Amount(start, end, value, "vote", value, value, None, f"{high:g} to {low:g}")
    return Thing(start, end, f"vote {bodies[0]}", f"the vote of the {bodies[0]}"), replace(amount, main=main)


VOTES = Extractor("vote-claims", "1", (Quotation, Sentence), Claim, votes)
