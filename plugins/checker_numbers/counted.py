"""Counted things with a noun that tells them apart: "27 bun-shaped ingots", "11 plants", "seven gunshot wounds"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Passage, Quotation, Sentence
from checker.text.verbs import verbs
from checker.text.vocabulary import function_words, table, words
from checker_numbers.amounts import Amount, Thing, body_of, in_passing, opening_of, revised, spoken
from checker_numbers.bounds import bounds, hedge_of, hedged_number, number
from checker_numbers.labels import hedged

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "quantity-count"
_WORDS = re.compile(r"\s([a-z][a-z’'-]*)")
_PART_BEFORE = re.compile(
    r"\b(?:another|other|first|last|next|remaining|including|every|each|any|or|both|these|those|his|her|their|its|our|my|’s|'s|than|to|between|and|No\.?|number)\s\Z",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(r"\s(?:more|other|others|additional|of|further|new|extra)\b", re.IGNORECASE)
_FEWEST = 3
_NP = 4  # words between a number and the end of its noun phrase


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(hedged_number(), re.IGNORECASE)


def counted(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim what an article counts; the first sentences state it, what stands further down only shows that the article knows the number."""
    sentences = body_of(annotations)
    opening = opening_of(sentences)
    found: dict[str, list[tuple[Thing, Amount]]] = defaultdict(list)
    for sentence in sentences:
        for match in _numbers().finditer(document.text, sentence.start, sentence.end):
            thing = _thing(document, sentence, match)
            if thing is None or spoken(annotations, thing):
                continue
            part = _PART_BEFORE.search(document.text, max(0, match.start() - 16), match.start()) or _PART_AFTER.match(
                document.text, match.end("number")
            )
            main = sentence in opening and not part and not in_passing(document, sentence, match.start("number"))
            amount = _amount(document, sentence, match, thing, main=main)
            if amount is not None:
                found[thing.key].append((thing, amount))
    for said in found.values():
        mains = {a.value for _, a in said if a.main}
        for thing, amount in said:
            if mains:
                yield Claim(
                    document, thing, SLOT, _settled(amount, mains), (Passage(amount.start, thing.end, "count"),)
                )


def _settled(amount: Amount, mains: set[float]) -> Amount:
    """An amount is the article's only where its news gives no other."""
    from dataclasses import replace  # noqa: PLC0415

    return replace(amount, main=mains == {amount.value})


def _thing(document: Document, sentence: Sentence, match: re.Match[str]) -> Thing | None:
    """The noun behind a number: the last word of the run before grammar, a verb or a stop, where it is a plural."""
    at = match.end("number")
    run: list[tuple[str, int]] = []
    finite = {v.start + sentence.start for v in verbs(document.text[sentence.start : sentence.end])}
    while (word := _WORDS.match(document.text, at, sentence.end)) is not None:
        if word[1] in function_words() or (word.start(1) in finite and run):
            break
        run.append((word[1], word.end()))
        at = word.end()
    if not 0 < len(run) <= _NP or document.text[at : at + 1] in ("-", "–"):
        return None
    head, end = run[-1]
    if (
        not head.endswith("s")
        or head.endswith(("ss", "us", "’s", "'s", "is"))
        or head in _vague()
        or any(w in _measures() for w, _ in run)
    ):
        return None
    return Thing(match.start("number"), end, _singular(head), f"the number of {head}", head)


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
        place=_place(document.text, sentence, thing.end),
    )


# "200 jobs in Orrville", "50 jobs at its plant in Kelby"
_IN = re.compile(
    r"\s(?:(?:at|from|across)\s(?:its|the|a|their|his|her)\s(?:[a-z-]+\s){1,3})?(?:in|at|from)\s(?P<place>[A-Z][\w’'-]+)"
)


def _place(text: str, sentence: Sentence, at: int) -> str:
    """The place named right behind what is counted; empty where none is."""
    match = _IN.match(text, at, sentence.end)
    return match["place"] if match and match["place"] not in _CALENDAR else ""


_CALENDAR = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday".split()
)


def _singular(plural: str) -> str:
    if plural.endswith("ies") and len(plural) > 4:
        return plural[:-3] + "y"
    if plural.endswith(("ches", "shes", "xes", "sses")):
        return plural[:-2]
    return plural[:-1]


@cache
def _vague() -> frozenset[str]:
    """Heads that tell nothing apart, the units of money among them."""
    money = (f.split()[-1] for forms in table("checker_numbers", "currencies.txt").values() for f in forms.split(","))
    return frozenset(w for line in words("checker_numbers", "vague-heads.txt") for w in line.split()) | frozenset(money)


@cache
def _measures() -> frozenset[str]:
    return frozenset(
        {"million", "billion", "trillion", "year", "month", "week", "day", "hour", "minute", "percent", "cent"}
    )


COUNTED = Extractor("counted-claims", "1", (Quotation, Sentence), Claim, counted)
