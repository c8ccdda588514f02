"""Where an outlet is at home: what decides which of many towns of a name its readers think of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model import Document, PlaceCandidate
    from checker_places.gazetteer import Gazetteer

# Broadcasters of the United States go by call letters: "(WBKO) -- ", "KTVN Channel 2". In Canada they start with C, in Mexico with X.
_CALL_LETTERS = re.compile(
    r"\((?P<call>[WKC][A-Z]{2,3})(?:[-/ ][\w/. -]{1,20})?\)\s*(?:--|[—–-])|\b(?P<first>[WK][A-Z]{3})\b"
)
_HEAD = 400  # code points in which an outlet names itself
_COUNTRIES = {"W": "United States", "K": "United States", "C": "Canada"}


def home(document: Document, gazetteer: Gazetteer) -> tuple[PlaceCandidate, ...]:
    """Return the document's region, as its metadata say, else the country that the call letters of its outlet tell; often nothing."""
    if document.region:
        return gazetteer.lookup(document.region)[:1]
    call = re.fullmatch(r"([WK])[A-Z]{2,3}(?:[- ]?TV|[- ]FM|[- ]AM)?", document.source or "")
    if call is None:
        match = _CALL_LETTERS.search(document.text, 0, _HEAD)
        call = match if match is not None and match.group("call") else None
    if call is None:
        return ()
    letter = call.group(1)[0]
    return gazetteer.lookup(_COUNTRIES[letter])[:1]
