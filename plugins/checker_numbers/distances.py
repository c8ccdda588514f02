"""How far from a town the news happened: "about 12 miles north of Dunmore"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, EventMention, Extractor, Passage, Quotation, Sentence
from checker.text.glance import glance
from checker.text.vocabulary import forms_of
from checker_numbers.amounts import Amount, Thing, aside, body_of, spoken
from checker_numbers.bounds import bounds, hedge_of, hedged_number, number
from checker_numbers.labels import hedged

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "quantity-distance"
_HALF = 0.5  # of a unit: what was rounded away at most
_ROUNDED = 0.1  # share that may be lost where one unit is turned into another
# What lies there is a spot, not a place with a name, nor somebody on the way.
_SPOT = re.compile(
    r"\b(?:(?:is|was|are|were|lies|lay|sits|down|crashed|sank|happened|occurred|struck|hit|cent(?:re|er)ed|located|found|place)\s"
    r"|(?:in|at|on|near|into|off|over)\s(?:[\w’'-]+\s){0,5}[a-z][\w’'-]*,?\s)\Z"
)
_WAYS = ("north", "south", "east", "west")
_BEFORE = 60  # code points


@cache
def _units() -> dict[str, float]:
    return {form: float(value) for form, value in forms_of("checker_numbers", "lengths.txt").items()}


@cache
def _pattern() -> re.Pattern[str]:
    units = "|".join(sorted((re.escape(u).replace(r"\ ", r"\s") for u in _units()), key=len, reverse=True))
    way = r"(?:north|south|east|west)(?:[-\s]?(?:north|south|east|west))?(?:[-\s]?(?:east|west))?"
    return re.compile(
        rf"(?i:{hedged_number()}\s?(?P<unit>{units})\s(?:\([^)]*\)\s)?(?:to\sthe\s)?(?P<way>{way})(?:ern)?\sof\s)(?P<place>(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)"
    )


def distances(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the one distance an article gives in one direction of one place, but for that of another place with a name."""
    found: dict[str, list[Amount]] = {}
    for sentence in body_of(annotations):
        seen = glance(document.text, sentence)
        if not (seen.number and any(way in seen.small for way in _WAYS)):
            continue
        for match in _pattern().finditer(document.text, sentence.start, sentence.end):
            amount = _amount(match)
            if amount is not None and not spoken(annotations, amount):
                start = match.start("hedge") if match["hedge"] else match.start("number")
                spot = _SPOT.search(document.text, max(sentence.start, start - _BEFORE), start) is not None
                main = spot and not aside(document, annotations, sentence)
                found.setdefault(amount.unit, []).append(replace(amount, main=main))
    for key, told in sorted(found.items()):
        sole = all(a.meets(b) for a in told for b in told)
        for amount in told:
            thing = Thing(amount.start, amount.end, key, f"the distance to the {key}")
            yield Claim(
                document,
                thing,
                SLOT,
                replace(amount, unit="km", main=amount.main and sole),
                (Passage(amount.start, amount.end, "distance"),),
            )


def _amount(match: re.Match[str]) -> Amount | None:
    value, unit = number(match["number"]), _units()[" ".join(match["unit"].lower().split())]
    if not value:
        return None
    hedge = hedge_of(match["hedge"])
    room = bounds(value, match["number"], hedge)
    slack = _HALF + _ROUNDED * value
    way = re.sub(r"[-\s]", "", match["way"].lower())
    key = f"{way} of {' '.join(match['place'].split())}"
    amount = Amount(
        match.start("hedge") if match["hedge"] else match.start("number"),
        match.end(),
        value * unit,
        key,
        (room.low - slack) * unit,
        (room.high + slack) * unit,
        hedge,
    )
    words = " ".join(match["unit"].lower().split())
    return replace(amount, label=f"{hedged(replace(amount, value=value))} {words}")


DISTANCES = Extractor("distance-claims", "1", (EventMention, Quotation, Sentence), Claim, distances)
