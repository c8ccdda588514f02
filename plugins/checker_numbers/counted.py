"""Counted things with a noun that tells them apart: "27 bun-shaped ingots", "11 plants", "seven gunshot wounds".

The opening states them. What stands once further down is compared only where both articles say much the same of it, and what is counted of
many things at once ("homes", "casings") only under the same description: "shell casings".
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, EventMention, Extractor, Passage, Quotation, Sentence
from checker.text.glance import glance
from checker.text.names import calendar
from checker.text.patterns import pattern
from checker.text.predications import stem
from checker.text.verbs import verbs
from checker.text.vocabulary import entries, function_words, table
from checker_numbers.amounts import (
    Amount,
    Thing,
    aside,
    body_of,
    in_passing,
    opening_of,
    revised,
    settled,
    spoken,
)
from checker_numbers.bounds import bounds, hedge_of, hedged_number, number
from checker_numbers.labels import hedged
from checker_numbers.settings import setting_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "quantity-count"
_WORDS = pattern(r"\s([a-z][a-z’'-]*)")
_PROPER = pattern(r"\s([A-Z][a-z]+)(?=\s[a-z])")  # "43 Roman coins"
_PART_BEFORE = pattern(
    r"\b(?:another|other|first|last|next|remaining|including|every|each|any|or|both|these|those|his|her|their|its|our|my|’s|'s|than|to|between|and|No\.?|number)\s\Z",
    re.IGNORECASE,
)
_PART_AFTER = pattern(r"\s(?:more|other|others|additional|of|further|new|extra)\b", re.IGNORECASE)
_LEFT = pattern(r"\s(?:(?:who|that|which)\s)?(?:(?:are|were|was|is|has|have|had)\s)?(?:remain\w*|still|left|now)\b")
# All there are of a kind, whatever happened to a few: "about thirty paintings in the world".
_EVER = pattern(
    r"\s(?:in\sthe\s(?:world|wild)|worldwide|on\searth|in\sexistence|(?:are\s|is\s|still\s)?(?:known\sto\s)?(?:exist|survive)s?)\b",
    re.IGNORECASE,
)
_SHARE = pattern(r"\s(?:in|out\sof)\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|a\shundred|\d+)\b")
_NAMED = pattern(r"\b[A-Z][\w&]*\.?[\s-]\Z")  # AK 47, MS-13, Sept. 11
_FEWEST = 3
_NP = 4  # words between a number and the end of its noun phrase


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(hedged_number(), re.IGNORECASE)


def counted(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim what an article counts, the number of a noun that it states, and others that only show that the article knows them."""
    sentences = body_of(annotations)
    opening = opening_of(sentences)
    found: dict[str, list[tuple[Thing, Amount]]] = defaultdict(list)
    for sentence in sentences:
        if not glance(document.text, sentence).number:
            continue
        for match in _numbers().finditer(document.text, sentence.start, sentence.end):
            run = _run(document, sentence, match)
            if run is None:
                continue
            thing = _thing(match, run)
            if spoken(annotations, thing):
                continue
            news = sentence in opening
            stated = _is_whole(document, sentence, match, thing) and (
                news or not aside(document, annotations, sentence)
            )
            amount = _amount(document, sentence, match, thing, main=stated)
            if amount is not None:
                vague = thing.telling in _vague()
                own = frozenset(stem(w) for w, _ in run[:-1])
                setting = setting_of(document, annotations, sentence, thing.span, own | {stem(thing.key)})
                setting = replace(setting, modifiers=own, vague=vague)
                found[thing.key].append((thing, replace(amount, news=news and not vague, setting=setting)))
    for said in found.values():
        for thing, amount in settled(said):
            yield Claim(document, thing, SLOT, amount, (Passage(amount.start, thing.end, "count"),))


def _run(document: Document, sentence: Sentence, match: re.Match[str]) -> list[tuple[str, int]] | None:
    """The words behind a number up to its noun, with their ends: the run before grammar, a verb or a stop, where it ends in a plural."""
    at = match.end("number")
    if match["number"][0].isdigit() and _NAMED.search(
        document.text, max(sentence.start + 1, at - 24), match.start("number")
    ):
        return None
    run: list[tuple[str, int]] = []
    finite = {v.start + sentence.start for v in verbs(document.text[sentence.start : sentence.end])}
    proper = _PROPER.match(document.text, at, sentence.end)
    if proper is not None and proper[1] not in calendar():
        run.append((proper[1], proper.end()))
        at = proper.end()
    while (word := _WORDS.match(document.text, at, sentence.end)) is not None:
        if word[1] in function_words() or (word.start(1) in finite and run):
            break
        run.append((word[1], word.end()))
        at = word.end()
    if not (proper is not None) < len(run) <= _NP or document.text[at : at + 1] in ("-", "–"):
        return None
    head = run[-1][0]
    if not head.endswith("s") or head.endswith(("ss", "us", "’s", "'s", "is")) or any(w in _measures() for w, _ in run):
        return None
    return run


def _thing(match: re.Match[str], run: list[tuple[str, int]]) -> Thing:
    head, end = run[-1]
    label = " ".join(w for w, _ in run[-2:]) if head in _vague() else head
    return Thing(match.start("number"), end, singular(head), f"the number of {label}", head)


_MARGIN = pattern(r"\b(?:by|(?:margin|majority|lead)\sof)\s(?:just\s|only\s)?\Z", re.IGNORECASE)


def _is_whole(document: Document, sentence: Sentence, match: re.Match[str], thing: Thing) -> bool:
    """Tell whether a count is of all of them, of this time, and a fact."""
    text = document.text
    return not (
        (thing.key == "vote" and _MARGIN.search(text, max(0, match.start() - 24), match.start()))
        or _PART_BEFORE.search(text, max(0, match.start() - 16), match.start())
        or _PART_AFTER.match(text, match.end("number"))
        or _LEFT.match(text, thing.end)
        or _EVER.match(text, thing.end)
        or _SHARE.match(text, thing.end)  # "nine votes in ten"
        or in_passing(document, sentence, match.start("number"))
    )


def _amount(document: Document, sentence: Sentence, match: re.Match[str], thing: Thing, *, main: bool) -> Amount | None:
    surface = match["number"]
    value = number(surface)
    if (
        value is None
        or value < _FEWEST
        or value != int(value)
        or (1000 < value < 2100 and "," not in surface and surface.isdigit())
    ):
        return None
    hedge = hedge_of(match["hedge"], document.text, match.end("number"))
    room = bounds(value, surface, hedge)
    amount = Amount(match.start("number"), match.end("number"), value, thing.key, room.low, room.high, hedge)
    label = hedged(amount)
    return Amount(
        amount.start,
        amount.end,
        value,
        thing.key,
        room.low,
        room.high,
        hedge,
        label,
        main=main,
        revised=revised(document, sentence, amount.start),
        place=place_behind(document.text, sentence, thing.end),
    )


# "200 jobs in Orrville", "50 jobs at its plant in Kelby"
_IN = pattern(
    r"\s(?:(?:at|from|across)\s(?:its|the|a|their|his|her)\s(?:[a-z-]+\s){1,3})?(?:in|at|from)\s(?P<place>[A-Z][\w’'-]+)"
)


def place_behind(text: str, sentence: Sentence, at: int) -> str:
    """The place named right behind what is counted; empty where none is."""
    match = _IN.match(text, at, sentence.end)
    return match["place"] if match and match["place"] not in calendar() | {"May"} else ""


def singular(plural: str) -> str:
    """The singular of a regular plural."""
    if plural.endswith("ies") and len(plural) > 4:
        return plural[:-3] + "y"
    if plural.endswith(("ches", "shes", "xes", "sses")):
        return plural[:-2]
    return plural[:-1]


@cache
def _vague() -> frozenset[str]:
    """Heads that tell nothing apart."""
    return entries("checker_numbers", "vague-heads.txt")


@cache
def _measures() -> frozenset[str]:
    """Words that measure, money among them: what stands behind a number of them is not counted."""
    money = (f.split()[-1] for forms in table("checker_numbers", "currencies.txt").values() for f in forms.split(","))
    return entries("checker_numbers", "measures.txt") | frozenset(money)


COUNTED = Extractor("counted-claims", "2", (EventMention, Quotation, Sentence), Claim, counted)
