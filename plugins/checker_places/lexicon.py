"""The vocabulary of places, read from ``data``."""

from __future__ import annotations

import re
from functools import cache

from checker.text.nations import forms as nations
from checker.text.vocabulary import entries, table, words

_PACKAGE = "checker_places"


@cache
def abbreviations() -> dict[str, str]:
    """AP and postal abbreviations of states and provinces to their names in full."""
    return table(_PACKAGE, "state-abbreviations.txt")


@cache
def aliases() -> dict[str, str]:
    """Names that the gazetteer does not carry, or carries for another place, to the name to look up."""
    return table(_PACKAGE, "aliases.txt")


@cache
def demonyms() -> dict[str, str]:
    """Demonyms and adjectives to the place; other names of a country itself are none."""
    return {form: country for form, country in nations().items() if form != country and form not in aliases()} | table(
        _PACKAGE, "demonyms.txt"
    )


@cache
def not_places() -> frozenset[str]:
    """Place names that news means otherwise unless something marks them as places."""
    return _many("not-places.txt")


@cache
def local_bodies() -> frozenset[str]:
    """First words of what a place has by the dozen: Police, Council, Mayor."""
    return _many("local-bodies.txt")


@cache
def public_body() -> re.Pattern[str]:
    """What a town or county has one of, right behind its name: "Elmswick police", "Elmswick's fire department"."""
    bodies = "|".join(sorted(map(re.escape, words(_PACKAGE, "public-bodies.txt")), key=len, reverse=True))
    return re.compile(rf"(?:['’]s)?\s(?:{bodies})\b(?!\s(?:[Aa]cademy|[Ss]tation))")


@cache
def geographic_words() -> frozenset[str]:
    """Words that belong to the names of places: County, Valley."""
    return _many("geographic-words.txt")


@cache
def street_words() -> frozenset[str]:
    """Words that make the name before them a street's or a building's."""
    return _many("street-words.txt")


@cache
def directions() -> frozenset[str]:
    """Directions and parts, in small and with a capital."""
    small = _many("directions.txt")
    return small | {w.capitalize() for w in small}


def _many(name: str) -> frozenset[str]:
    return entries(_PACKAGE, name)
