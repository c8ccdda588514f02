"""Datelines: place, sometimes agency and date, before the first sentence of an article."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Known, Published, Segment, SegmentKind, Span
from checker.read.calendar_dates import full_dates
from checker.read.segments import joined, split
from checker.text.patterns import pattern
from checker.text.vocabulary import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_REACH = 120  # no dateline is longer
_SEPARATOR = pattern(r"\s*[—–]\s*|\s*--+\s*|\s+[-_]\s+")
_SIGN = pattern(r"[—–_-](?:(?<=[—–])|(?<=-)(?=-)|(?<=\s.)(?=\s))")  # one stands in every separator; found quickly
_AGENCY = pattern(r"\([A-Z][\w .&/,'’-]{1,30}\)")
_PLACE_WORD = pattern(r"[^\W\d_][\w.'’-]*")
_SMALL = frozenset({"of", "the", "and", "de", "la", "del", "el", "al", "on", "in", "near", "an", "der", "am"})


def dateline(text: str, start: int, end: int) -> Span | None:
    """Return the dateline that opens the paragraph ``start`` to ``end``, separator included; None where there is none.

    The place stands in capitals; in mixed case only with an agency in brackets, since "Then — " would pass otherwise.
    """
    reach = min(end, start + _REACH)
    if not _SIGN.search(text, start, reach):
        return None
    for separator in _SEPARATOR.finditer(text, start, reach):
        if separator.end() < end and _is_head(text[start : separator.start()]):
            return Span(start, separator.end() - (len(separator[0]) - len(separator[0].rstrip())))
    return None


def with_dateline(text: str, parts: Sequence[Segment]) -> tuple[tuple[Segment, ...], Published | None]:
    """Mark the dateline of the first body paragraphs; return the segments and the full date in it, if it holds one."""
    paragraphs = 0
    for part in parts:
        if part.kind is not SegmentKind.BODY:
            continue
        at = part.start
        while at < part.end and paragraphs < 3:
            stop = text.find("\n", at, part.end)
            stop = part.end if stop < 0 else stop
            while at < stop and text[at].isspace():
                at += 1
            if at < stop:
                paragraphs += 1
                found = dateline(text, at, stop)
                if found:
                    days = [day for _, day in full_dates(text, found.start, found.end)]
                    stated = Published(days[0].year, days[0].month, days[0].day, Known.STATED) if days else None
                    return joined(text, split(parts, found, SegmentKind.DATELINE)), stated
            at = stop + 1
        if paragraphs >= 3:
            break
    return tuple(parts), None


def _is_head(head: str) -> bool:
    rest, agencies = _AGENCY.subn("", head)
    place, *others = [part.strip() for part in rest.split(",")]
    place_words = [w for w in re.split(r"[\s/]+", place) if w]
    # "BEIJING July 12" and "NELSON Friday" come without a comma too.
    cut = next((i for i, word in enumerate(place_words) if i and _is_calendar(word)), len(place_words))
    others[:0] = [" ".join(place_words[cut:])] if cut < len(place_words) else []
    place_words = place_words[:cut]
    if not 1 <= len(place_words) <= 5 or not all(_PLACE_WORD.fullmatch(w) for w in place_words):
        return False
    capitals = place == place.upper() if cut == len(place_words) and not others else " ".join(place_words).isupper()
    capitals = capitals and sum(c.isupper() for c in " ".join(place_words)) >= 2
    if not capitals and not (agencies and all(w[0].isupper() or w in _SMALL for w in place_words)):
        return False
    return all(_is_part(part) for part in others)


def _is_part(part: str) -> bool:
    """Tell whether what stands behind a comma is a region or a date."""
    found = part.split()
    return len(found) <= 5 and all(_is_calendar(w) or w[0].isupper() or w in _SMALL for w in found)


def _is_calendar(word: str) -> bool:
    bare = word.strip(".").lower()
    return bare in _calendar() or re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?|\d{4}", bare) is not None


@cache
def _calendar() -> frozenset[str]:
    return frozenset((*table("checker.read", "months.txt"), *words("checker.read", "weekdays.txt")))
