"""Shares that an article gives of one whole, in per cent or in words: "18% of its staff", "one job in four", "a turnout of 61%"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, EventMention, Extractor, Passage, Quotation, Sentence
from checker.text.glance import Glance, glance, telling
from checker.text.numerals import cardinal, number
from checker.text.patterns import pattern
from checker.text.vocabulary import forms_of, words
from checker_numbers.amounts import Amount, Thing, body_of, in_other_times, settled, spoken
from checker_numbers.bounds import bounds, hedge_of, hedges

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "quantity-proportion"
_PERCENT = ("%", "cent", "pc")  # one of which every way to write "per cent" holds
_ROOM = 0.18  # of a fraction by which what it stands for may lie off
_UNDER, _OVER = ("LESS", "UNDER", "ALMOST"), ("MORE", "OVER")


@cache
def _fractions() -> dict[str, float]:
    return {form: float(share) for form, share in forms_of("checker_numbers", "fractions.txt").items()}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """What each tells the share of, the pattern, and whether it tells one in so many."""
    hedge = "|".join(sorted((h.replace(" ", r"\s") for h in hedges()), key=len, reverse=True))
    forms = "|".join(sorted((f.replace(" ", r"\s") for f in _fractions()), key=len, reverse=True))
    percent = rf"(?P<percent>{cardinal()})[\s-]?(?:per\s?cent|percent|%|pc\b)"
    share = rf"(?:(?P<hedge>{hedge})\s)?(?:{percent}|(?P<fraction>{forms}))"
    found = []
    for line in words("checker_numbers", "shares.txt"):
        what, _, source = line.partition(": ")
        spelled = source.strip().replace(" ", r"\s")
        every = "IN" in spelled
        if every:
            spelled = rf"(?:(?P<hedge>{hedge})\s)?" + spelled.replace("IN", rf"(?P<every>{cardinal()})", 1)
        else:
            spelled = spelled.replace("N", share, 1)
        found.append((what, pattern(rf"(?<![\w.,$€£-]){spelled}\b", re.IGNORECASE), every))
    return tuple(found)


_ONE_IN = frozenset({"one", "in"})


@cache
def _telling() -> frozenset[str]:
    return telling(_fractions())


def _may_tell(seen: Glance, *, every: bool) -> bool:
    """Tell whether a sentence may hold a share of either kind."""
    if every:
        return seen.words >= _ONE_IN
    return any(sign in seen.small for sign in _PERCENT) or not _telling().isdisjoint(seen.words)


def shares(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the one share an article gives of a whole."""
    found: dict[str, list[tuple[Thing, Amount]]] = defaultdict(list)
    for sentence in body_of(annotations):
        seen = glance(document.text, sentence)
        for what, share, every in _patterns():
            if not _may_tell(seen, every=every):
                continue
            for match in share.finditer(document.text, sentence.start, sentence.end):
                amount = _amount(match)
                if amount is None:
                    continue
                thing = Thing(amount.start, amount.end, what, f"the {what}", what)
                main = not in_other_times(document, annotations, sentence)
                if not spoken(annotations, thing) and all(a.start != amount.start for _, a in found[what]):
                    found[what].append((thing, replace(amount, main=main)))
    for _, said in sorted(found.items()):
        for thing, amount in settled(said):
            yield Claim(document, thing, SLOT, amount, (Passage(amount.start, amount.end, "share"),))


def _amount(match: re.Match[str]) -> Amount | None:
    groups = match.groupdict()
    hedge = hedge_of(groups["hedge"])
    start, end = match.start(), match.end()
    if groups.get("percent"):
        value = number(groups["percent"])
        if value is None or not 0 < value <= 100:
            return None
        decimals = groups["percent"].partition(".")[2]
        slack = 0.5 * 10.0 ** -len(decimals)
        room = bounds(value, "", hedge)
        label = f"{groups['hedge'] or ''} {value:g} per cent".strip()
        return Amount(start, end, value, "%", room.low - slack, room.high + slack, hedge, label)
    if groups.get("every"):
        every = number(groups["every"])
        share = 1 / every if every else 0.0
    else:
        share = _fractions()[" ".join(groups["fraction"].casefold().split())]
    if not share:
        return None
    low = 0.0 if hedge in _UNDER else 100 * share * (1 - _ROOM)
    high = 100.0 if hedge in _OVER else 100 * share * (1 + _ROOM)
    label = " ".join(match.group().split())
    return Amount(start, end, round(100 * share, 1), "%", low, high, hedge, label)


SHARES = Extractor("proportion-claims", "1", (EventMention, Quotation, Sentence), Claim, shares)
