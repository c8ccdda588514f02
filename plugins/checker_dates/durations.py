"""Claims about how long an event lasted: said outright ("a 24-hour strike"), or told by its first and last day.

A length belongs to the event noun right behind it, or to the head before it that it measures: "the strike lasted two weeks", "jailed
for six years". Delays ("in two hours"), ages, rates and how long something has been going on so far are no such length.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import (
    Annotations,
    Claim,
    Document,
    EventMention,
    Extractor,
    Factuality,
    Passage,
    Phase,
    SegmentKind,
    Sentence,
    Timex,
)
from checker.text.attachment import governor
from checker_dates.algebra import DAY
from checker_dates.claims import date_claims
from checker_dates.lengths import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA, SegmentKind.DATELINE})
_BEFORE_A_NOUN = re.compile(r"[\s-](?:long\s+)?(?:[a-z-]+\s+){0,2}\Z")
_A_LENGTH = re.compile(r"(?i)\b(?:an?|the|this|that|their|its|his|her|our)\s+(?:[a-z]+\s+)?(?:[\w-]+\s+)?\Z")
_FOR = re.compile(r"\bfor\s+(?:about|around|nearly|almost|at\s+least|more\s+than|over|just\s+under|up\s+to)?\s*\Z")
_TO = re.compile(
    r"\b(?:to|given|got|received|for|gets|receives)\s+(?:about|nearly|almost|at\s+least|more\s+than)?\s*\Z"
)
_LASTED = re.compile(
    r"\b(?:lasted|lasting|lasts|last)\s+(?:for\s+)?(?:about|around|nearly|almost|at\s+least|more\s+than|over|up\s+to)?\s*\Z"
)
# "has been on strike for three days": so far, and tomorrow for four.
_SO_FAR = re.compile(
    r"(?i)\b(?:has|have|'ve|’ve|had)\s+(?:now\s+|already\s+)?been\b|\bsince\b|\bso\s+far\b|\balready\b"
)
_NOT_A_LENGTH = re.compile(
    r"\s+(?:ago|later|earlier|before|after|old|a\s+(?:day|night|week|month|year)|per\b|each\b|into\b|on\s+end)"
)
_SENTENCING = "sentencing"


def duration_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim how long each measured event lasted, and how long those did whose first and last day are told."""
    for timex in annotations.of(Timex):
        if timex.type != "DURATION" or not COUNTED.fullmatch(timex.value):
            continue
        if document.segment_at(timex.start) in _SKIPPED or _NOT_A_LENGTH.match(document.text, timex.end):
            continue
        mention = _measured(document, annotations, timex)
        if mention is not None and mention.phase is not Phase.ANNOUNCED and not mention.background:
            passage = Passage(timex.start, timex.end, "duration")
            yield Claim(document, mention, "duration", timex, (passage,), mention.factuality)
    yield from _first_to_last(document, annotations)


def _measured(document: Document, annotations: Annotations, timex: Timex) -> EventMention | None:
    """The event whose length a duration is, or None."""
    text = document.text
    sentence = next((s for s in annotations.of(Sentence) if s.start <= timex.start < s.end), None)
    if sentence is None:
        return None
    before = text[max(sentence.start, timex.start - 48) : timex.start]
    mentions = annotations.within(EventMention, sentence)
    noun = _noun_behind(text, timex, mentions)
    if noun is not None:
        return noun if _A_LENGTH.search(before + text[timex.start : timex.end].partition(" ")[0] + " ") else None
    if _LASTED.search(before):
        return _only(m for m in mentions if m.end <= timex.start and not m.punctual)
    mention = governor(document, annotations, timex.span)
    if mention is None or _SO_FAR.search(text, sentence.start, timex.start):
        return None
    if mention.event_class == _SENTENCING:
        return mention if _TO.search(before) else None
    if mention.punctual or mention.end > timex.start:
        return None
    return mention if _FOR.search(before) and mention.phase in (Phase.WHOLE, Phase.END) else None


def _only(mentions: Iterable[EventMention]) -> EventMention | None:
    """The last of the mentions if all are of one event: what lasted is then beyond doubt."""
    found = list(mentions)
    return found[-1] if found and len({m.entity for m in found}) == 1 else None


def _noun_behind(text: str, timex: Timex, mentions: Sequence[EventMention]) -> EventMention | None:
    """The event noun that a duration describes: "24-hour dock strike"."""
    for mention in mentions:
        for head in mention.heads or (mention.span,):
            if timex.end < head.start <= timex.end + 30 and _BEFORE_A_NOUN.fullmatch(text, timex.end, head.start):
                return mention
    return None


def _first_to_last(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """A length told by dates: from the first day of an event to its last, both days counted."""
    starts: dict[int, Claim] = {}
    ends: dict[int, Claim] = {}
    for claim in date_claims(document, annotations):
        subject, reading = claim.subject, claim.reading
        if not isinstance(subject, EventMention) or not isinstance(reading, Timex) or not _one_day(reading):
            continue
        if claim.factuality is Factuality.CERTAIN:
            held = {"date-start": starts, "date-end": ends}.get(claim.slot)
            if held is not None:
                held.setdefault(subject.entity, claim)
    for entity, first in starts.items():
        last = ends.get(entity)
        if last is None:
            continue
        start, end = _day(first), _day(last)
        if start is None or end is None or end < start:
            continue
        days = (end - start) // DAY + 1
        step = f"from the first day to the last, both counted: {days} day{'s' if days != 1 else ''}"
        reading = Timex(last.reading.start, last.reading.end, type="DURATION", value=f"P{days}D", derivation=(step,))
        yield Claim(document, last.subject, "duration", reading, (*first.passages, *last.passages))


def _one_day(timex: Timex) -> bool:
    return timex.window is not None and not timex.window.year_unknown and timex.window.core == timex.window.tolerant


def _day(claim: Claim) -> int | None:
    window = claim.reading.window if isinstance(claim.reading, Timex) else None
    if window is None or window.core.last - window.core.first >= DAY:
        return None
    return window.core.first // DAY * DAY


DURATIONS = Extractor("duration-claims", "1", (EventMention, Sentence, Timex), Claim, duration_claims)
