"""Transliterated adjectives: "the Brestskiy training range" is that of Brest, the one in Belarus."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.text.vocabulary import entries, table, words

if TYPE_CHECKING:
    from checker.model import PlaceCandidate
    from checker_places.gazetteer import Gazetteer

_PACKAGE = "checker_places"
_SHORTEST = 4  # letters of a stem; shorter ones are those of people: "Polsky"
_DIVISIONS = "oblast|region|raion|rayon|district|krai|kray|territory|province"


def adjectival(name: str, after: str, gazetteer: Gazetteer) -> tuple[PlaceCandidate, ...]:
    """Return the places of Slavic countries that an adjective may be of, where a facility or a division follows; else none."""
    if not _thing().match(after):
        return ()
    for ending, stems in _endings().items():
        stem = name.removesuffix(ending)
        if stem != name and len(stem) >= _SHORTEST:
            found = [c for s in stems for c in gazetteer.lookup(stem + s) if c.country in _countries()]
            return tuple(sorted(dict.fromkeys(found), key=lambda c: -c.score))
    return ()


def is_adjectival(name: str) -> bool:
    """Tell whether a name has the form of such an adjective."""
    return name.endswith(_all_endings())


@cache
def _all_endings() -> tuple[str, ...]:
    return tuple(_endings())


@cache
def _endings() -> dict[str, list[str]]:
    """Endings, the longest first, to what a place's name may end in instead."""
    rows = table(_PACKAGE, "adjective-endings.txt")
    return {k: [v.strip() for v in rows[k].split(",")] for k in sorted(rows, key=len, reverse=True)}


@cache
def _countries() -> frozenset[str]:
    return entries(_PACKAGE, "slavic-countries.txt")


@cache
def _thing() -> re.Pattern[str]:
    facilities = "|".join(map(re.escape, words(_PACKAGE, "facilities.txt")))
    return re.compile(rf"\s(?:[a-z-]+\s)?(?:{facilities}|(?i:{_DIVISIONS}))\b")
