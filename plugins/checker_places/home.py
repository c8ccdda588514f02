"""Where an outlet is at home: what decides which of many towns of a name its readers think of."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.text.vocabulary import forms_of, table

if TYPE_CHECKING:
    from checker.model import Document, PlaceCandidate
    from checker_places.gazetteer import Gazetteer

# Broadcasters of the United States go by call letters: "(WBKO) -- ". In Canada they start with C, in Mexico with X.
_CALL_LETTERS = re.compile(r"\((?P<call>[WKC][A-Z]{2,3})(?:[-/ ][\w/. -]{1,20})?\)\s*(?:--|[—–-])")
_HOST = re.compile(r"(?:https?://)?(?:[\w-]+\.)+(?P<domain>[A-Za-z]{2})(?:[/:]|\Z)")
_HEAD = 400  # code points in which an outlet names itself
_COUNTRIES = {"W": "United States", "K": "United States", "C": "Canada"}


def home(document: Document, gazetteer: Gazetteer) -> tuple[PlaceCandidate, ...]:
    """Return the document's region, as its metadata say, else the country that its outlet or its idiom tells; often nothing."""
    if document.region:
        return gazetteer.lookup(document.region)[:1]
    country = _by_call(document) or _by_address(document) or _by_idiom(document.text)
    return gazetteer.lookup(country)[:1] if country else ()


def _by_address(document: Document) -> str | None:
    """The country by the end of the outlet's address: "news.example.co.uk"."""
    for address in (document.source, document.url):
        match = _HOST.match(address or "")
        if match is not None:
            return _domains().get(match["domain"].casefold())
    return None


def _by_idiom(text: str) -> str | None:
    """The one country of whose forces, courts and services an article speaks."""
    told = {m.group() for m in _capital_idiom().finditer(text)}
    told |= {idiom for idiom in _small_idioms() if idiom in text and _whole(idiom).search(text)}
    countries = {_idioms()[idiom] for idiom in told}
    return countries.pop() if len(countries) == 1 else None


@cache
def _domains() -> dict[str, str]:
    return table("checker_places", "domains.txt")


@cache
def _idioms() -> dict[str, str]:
    return forms_of("checker_places", "idioms.txt")


@cache
def _capital_idiom() -> re.Pattern[str]:
    """The idioms with a capital, by their letters: all other letters are passed over in one go."""
    rests: dict[str, list[str]] = {}
    for idiom in sorted(_idioms(), key=len, reverse=True):
        if idiom[0].isupper():
            rests.setdefault(idiom[0], []).append(re.escape(idiom[1:]))
    return re.compile("|".join(rf"{letter}(?<!\w.)(?:{'|'.join(rest)})(?!\w)" for letter, rest in rests.items()))


@cache
def _small_idioms() -> tuple[str, ...]:
    return tuple(i for i in _idioms() if not i[0].isupper())


@cache
def _whole(idiom: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(idiom)}(?!\w)")


def _by_call(document: Document) -> str | None:
    """The country by the call letters of a broadcaster."""
    call = re.fullmatch(r"([WK])[A-Z]{2,3}(?:[- ]?TV|[- ]FM|[- ]AM)?", document.source or "")
    if call is None:
        call = _CALL_LETTERS.search(document.text, 0, _HEAD)
    return _COUNTRIES[call.group(1)[0]] if call is not None else None
