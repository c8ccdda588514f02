"""The name of the outlet behind a headline, as pages carry it in their titles: "Two hurt in fire - Lakeshore 12 News"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Segment, SegmentKind, Span
from checker.read.segments import joined, split
from checker.text.patterns import pattern
from checker.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATOR = pattern(r"\s+(?:[-–—|»:]{1,2})\s+|\s*\|\s*")
_DOMAIN = pattern(r"\b[\w-]+\.(?:com|org|net|tv|co\.uk|com\.au|ca|ie|fm)\b", re.IGNORECASE)
_CALL_SIGN = pattern(r"\b[KW][A-Z]{3}\d{0,2}\b(?!['’])")  # of a North American station
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "at", "your", "&"})
_LONGEST = 90  # code points of the name
_LEAST_WORDS = 3  # of the headline that stays


def outlet(text: str, start: int, end: int) -> Span | None:
    """Return the name of the outlet that ends the headline from ``start`` to ``end``, separator included; None where there is none."""
    for separator in _SEPARATOR.finditer(text, start, end):
        tail = text[separator.end() : end]
        if (
            len(tail) <= _LONGEST
            and len(text[start : separator.start()].split()) >= _LEAST_WORDS
            and _names_outlet(tail)
        ):
            return Span(separator.start(), end)
    return None


def without_outlet(text: str, parts: Iterable[Segment]) -> tuple[Segment, ...]:
    """Mark the name of an outlet behind a headline as furniture."""
    segments = tuple(parts)
    for part in segments:
        if part.kind is SegmentKind.HEADLINE and (found := outlet(text, part.start, part.end)):
            segments = joined(text, split(segments, found, SegmentKind.FURNITURE))
    return segments


def _names_outlet(tail: str) -> bool:
    tokens = [token.strip(",;:|.") for token in re.split(r"\s+|(?<=\w)[-/|](?=\w)", tail)]
    named = [token for token in tokens if token[:1].isalnum() and token.casefold() not in _SMALL]
    if not named:
        return False
    if _is_station(named[0]):
        return True
    if not all(token[0].isupper() or token[0].isdigit() or _DOMAIN.fullmatch(token) for token in named):
        return False
    anywhere, last = _telling()
    told = any(_is_station(token) or token.casefold() in anywhere for token in named)
    return told or named[-1].casefold() in last


def _is_station(token: str) -> bool:
    """Tell whether a word is a domain or the call sign of a station."""
    if _DOMAIN.fullmatch(token):
        return True
    return _CALL_SIGN.fullmatch(token) is not None and token not in words("checker.read", "no-stations.txt")


@cache
def _telling() -> tuple[frozenset[str], frozenset[str]]:
    entries = words("checker.read", "outlets.txt")
    return (
        frozenset(e for e in entries if not e.endswith("...")),
        frozenset(e.removesuffix("...").strip() for e in entries if e.endswith("...")),
    )
