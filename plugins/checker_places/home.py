"""Where an outlet is at home: what decides which of many towns of a name its readers think of."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.text.vocabulary import forms_of, table

if TYPE_CHECKING:
    from checker.model import Document, PlaceCandidate
    from checker_places.gazetteer import Gazetteer

# Broadcasters of the United States go by call letters: "(WBKO) -- ", "KTVN Channel 2". In Canada they start with C, in Mexico with X.
_CALL_LETTERS = re.compile(
    r"\((?P<call>[WKC][A-Z]{2,3})(?:[-/ ][\w/. -]{1,20})?\)\s*(?:--|[—–-])|\b(?P<first>[WK][A-Z]{3})\b"
)
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
    countries = {_idioms()[m.group()] for m in _idiom().finditer(text)}
    return countries.pop() if len(countries) == 1 else None


@cache
def _domains() -> dict[str, str]:
    return table("checker_places", "domains.txt")


@cache
def _idioms() -> dict[str, str]:
    return forms_of("checker_places", "idioms.txt")


@cache
def _idiom() -> re.Pattern[str]:
    phrases = "|".join(sorted(map(re.escape, _idioms()), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)")


def _by_call(document: Document) -> str | None:
    """The country by the call letters of a broadcaster."""
    call = re.fullmatch(r"([WK])[A-Z]{2,3}(?:[- ]?TV|[- ]FM|[- ]AM)?", document.source or "")
    if call is None:
        match = _CALL_LETTERS.search(document.text, 0, _HEAD)
        call = match if match is not None and match.group("call") else None
    if call is None:
        return None
    return _COUNTRIES[call.group(1)[0]]
