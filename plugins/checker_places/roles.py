"""Roles: what a place name does in its sentence. Only a name marked as a place is a location claim.

"In Beijing" is a location, "Beijing said" a government, "Leeds beat" a team, "Chinese" or "the Ankara office" a modifier. A capital that
nothing marks is no location: measured, 49 of 52 marked capitals are meant as places, of the unmarked hardly any.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Document, SegmentKind
from checker.text.verbs import lowered
from checker.text.vocabulary import words
from checker_places.lexicon import public_body
from checker_places.recognise import DATELINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker_places.recognise import Toponym

_PACKAGE = "checker_places"
_LIST = re.compile(r",?\s(?:and|or|to)\s(?:the\s)?|,\s|\s\(|,?\s(?:in|of)\s(?:the\s)?(?:[a-z-]+\s)?|–|-|\s/\s|/")
_APPOSED = re.compile(
    r",\s(?:a|an|the)\s(?:[\w-]+\s){0,4}(?:city|town|village|port|capital|suburb|region|province|district|island|settlement|commune|county)\b"
)
_UNITS = ("mile", "km", "kilomet")  # what any unit of distance holds
_ARTICLES = frozenset({"the", "a", "an", "both", "all", "most"})
_OWN_PART = re.compile(
    r"['’]s\s(?P<part>(?:[a-z-]+\s){0,2}(?:city|coast|coastline|shore|border|capital|region|province|district|port|north|south|east|west))\b"
)
_PEOPLE_OF = re.compile(r"\s(?:residents?|natives?|homeowners?)\b")
_OPENING = re.compile(r"(?:\A|[.:!?\n]\s*)\Z")
_POSSESSIVE = re.compile(r"['’]s?\s")
_NOUN_BEHIND = re.compile(r"\s[a-z]")


def role(document: Document, found: Sequence[Toponym], n: int, before: str | None) -> tuple[str, str | None]:
    """Return the role of the ``n``-th toponym and its qualifier ("near", "southern"); ``before``: the role of the one before it."""
    toponym = found[n]
    text, span = document.text, toponym.span
    if document.segment_at(span.start) is SegmentKind.DATELINE:
        return "location", None
    if toponym.demonym:
        return "modifier", None
    lead, after = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 60]
    if text[span.start : span.end].isupper() and _OPENING.search(lead) and DATELINE.match(after):
        return "location", None
    if lead.endswith(_team_words()) and _team_before().search(lead) and not _is_qualified(text, found, n):
        return "team", None
    if n and before is not None:
        gap = text[found[n - 1].span.end : span.start]
        if len(gap) < 30 and _LIST.fullmatch(gap):
            return before, None
    if (marker := _marked(lead)) is not None:
        qualifier = " ".join(w for w in lead[marker:].split() if w.casefold() not in _ARTICLES)
        best = toponym.candidates[0] if toponym.candidates else None
        if qualifier.casefold() == "at" and best is not None and best.feature in ("C", "L"):
            return "modifier", None  # "at Fiji Island Auto": nothing is "at" a country
        if owned := _OWN_PART.match(after):
            return "location", f"{qualifier} {owned.group('part')}"
        return ("modifier", None) if _POSSESSIVE.match(after) else ("location", qualifier)
    if _APPOSED.match(after):
        return "location", None
    if _has_services(after) or (_is_qualified(text, found, n) and not _POSSESSIVE.match(after)):
        return "location", "of"
    if _POSSESSIVE.match(after):
        return "modifier", None
    if _team().match(after):
        return "team", None
    if _government().match(after) and any(c.feature in ("C", "P") for c in toponym.candidates[:1]):
        return "government", None
    if _NOUN_BEHIND.match(after):
        return "modifier", None
    return "modifier", None


def _marked(lead: str) -> int | None:
    """Where the locative marker starts that ends a stretch of text, found in its small letters; the last word tells soon in most cases."""
    low = lowered(lead)
    bare = low.rstrip()
    start = bare.rfind(" ") + 1
    last = bare[start:]
    if bare == low:
        return None
    far = any(unit in low for unit in _UNITS)
    if last.isalpha():
        if last in _plain_markers() and not far:
            return start
        if last not in _last_words():
            return None
    match = _located(far=far).search(low)
    return match.start() if match else None


def _has_services(after: str) -> bool:
    """Tell whether the town's police or people follow: they are there, as "police of" and "resident of" say."""
    return public_body().match(after) is not None or _PEOPLE_OF.match(after) is not None


def _is_qualified(text: str, found: Sequence[Toponym], n: int) -> bool:
    """Tell whether what contains the place follows behind a comma: "Paris, Texas" is no team and no government."""
    if n + 1 >= len(found) or found[n].demonym or found[n + 1].demonym:
        return False
    beside = found[n + 1]
    return text[found[n].span.end : beside.span.start] == ", " and any(
        c.feature in ("C", "A") and any(c.geonameid in x.chain[1:] for x in found[n].candidates)
        for c in beside.candidates
    )


@cache
def _team_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words(_PACKAGE, 'team-nouns.txt')))})\s\Z")


@cache
def _team_words() -> tuple[str, ...]:
    return tuple(f"{noun} " for noun in words(_PACKAGE, "team-nouns.txt"))


@cache
def _located(*, far: bool) -> re.Pattern[str]:
    """A locative marker right before the name; a determiner, a direction and a facility may stand between, a distance before it."""
    markers = "|".join(sorted((re.escape(w) for w in words(_PACKAGE, "locative.txt")), key=len, reverse=True))
    directions = "|".join(w for line in words(_PACKAGE, "directions.txt") for w in line.split())
    facilities = "|".join(w for line in words(_PACKAGE, "parts-of.txt") for w in line.split())
    distance = r"(?:(?:\d[\d.,]*|[a-z-]+)\s(?:miles?|km|kilomet(?:er|re)s)\s)?" if far else ""
    return re.compile(
        rf"(?<![\w-]){distance}(?P<qualifier>{markers})\s+"
        rf"(?:the\s+|an?\s+|both\s+|all\s+|most\s+)?(?:(?:{directions})\s+)?"
        rf"(?:(?:(?:[a-z-]+\s+){{0,2}}[a-z-]+['’]s\s+)?(?:{facilities})\s+(?:of\s+|with\s+)?(?:the\s+)?)?$"
    )


@cache
def _plain_markers() -> frozenset[str]:
    """The markers of one word that nothing before them can belong to: they end no longer marker and are no direction and no part."""
    markers = words(_PACKAGE, "locative.txt")
    others = {w for name in ("directions.txt", "parts-of.txt") for line in words(_PACKAGE, name) for w in line.split()}
    ends = {marker.rsplit(maxsplit=1)[-1] for marker in markers if " " in marker}
    return frozenset(marker for marker in markers if marker.isalpha()) - others - ends - _ARTICLES - {"of", "with"}


@cache
def _last_words() -> frozenset[str]:
    """The words one of which stands right before a name that is marked as a location."""
    lists = ("locative.txt", "directions.txt", "parts-of.txt")
    return _ARTICLES | {"of", "with"} | {w for name in lists for line in words(_PACKAGE, name) for w in line.split()}


@cache
def _government() -> re.Pattern[str]:
    return _verbs("government-verbs.txt")


@cache
def _team() -> re.Pattern[str]:
    return _verbs("team-verbs.txt")


def _verbs(name: str) -> re.Pattern[str]:
    return re.compile(r"\s(?:" + "|".join(w for line in words(_PACKAGE, name) for w in line.split()) + r")\b")
