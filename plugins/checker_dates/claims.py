"""Claims about time: when an event started, ended or happened, and which weekday a date is said to be."""

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
from checker_dates import lexicon as lex

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDEST = 93 * 1440  # minutes: what is vaguer than a quarter of a year says too little of an event
_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA, SegmentKind.DATELINE})
_CONNECTOR = re.compile(
    r"(?i)\b(since|until|till|through|by|before|after|prior\s+to|earlier\s+than|later\s+than|ahead\s+of"
    r"|as\s+(?:of|late\s+as|early\s+as|soon\s+as)|following|within|from|between|beyond|into"
    r"|to|in\s+the\s+(?:days|weeks)\s+(?:before|after|since))\s+(?:at\s+least\s+|the\s+|about\s+)*[\"“‘']?\Z"
)
_RANGE = re.compile(r"\s*[-–—]\s*|\s+(?:to|through|until|till)\s+(?:the\s+)?")
# When the article was put out is no news of the event.
_STAMP = re.compile(
    r"(?i)\b(?:posted|updated|published|modified|created|filed|uploaded|first\s+published)(?:\s+(?:on|at))?\s*[:|–-]?\s*\Z|\(@\w+\)\s*\Z"
)
# An inquiry into an event is dated, not the event.
_ABOUT = re.compile(r"(?i)\b(?:into|about|over|regarding|after|following|before|since)\s+(?:[\w’'-]+\s+){0,4}\Z")
# "a September 2014 incident": the date describes the noun behind it.
_ARTICLE = re.compile(r"(?i)\b(?:an?|the|his|her|its|their|that)\s+\Z")
_NOUN = re.compile(
    r"(?:['’]s)?\s+(?!(?:in|at|on|near|off|after|before|when|as|and|but|for|to|by|with|from|of|or|while|during|that|who)\b)[a-z]"
)
_BETWEEN = re.compile(r"(?i)\bbetween\s+(?:the\s+)?\Z")
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_STRETCH = re.compile(r"\s(?:weekend|week|season|period|holidays?|break)\b")
_ENDS = frozenset({"until", "till", "through"})


def date_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim for every dated event mention when it started, ended or, if it takes one day, happened."""
    found = [t for t in annotations.of(Timex) if document.segment_at(t.start) not in _SKIPPED]
    for index, timex in enumerate(found):
        if not _firm(document, timex):
            continue
        before = found[index - 1] if index else None
        if before is not None and _between(document.text, before, timex):
            continue
        second = before is not None and _RANGE.fullmatch(document.text, before.end, timex.start) is not None
        first = (
            index + 1 < len(found) and _RANGE.fullmatch(document.text, timex.end, found[index + 1].start) is not None
        )
        mention = governor(document, annotations, before.span if second and before else timex.span)
        if mention is None:
            continue
        phase = _phase(document, timex, mention, first=first, second=second)
        if mention.factuality is Factuality.PLANNED:
            yield from _planned(document, timex, mention, phase)
        if phase is not None:
            passage = Passage(timex.start, timex.end, "date")
            yield Claim(document, mention, f"date-{phase}", timex, (passage,), mention.factuality)
            if phase != "day":  # start and end meet in a slot of their own, where each is known by its role
                told = Passage(timex.start, timex.end, f"date-{phase}")
                yield Claim(document, mention, "phases", timex, (told,), mention.factuality)
            elif timex.type == "TIME" and "clock" in timex.said:
                yield Claim(document, mention, "clock", timex, (passage,), mention.factuality)


BY = "date-by"  # the role of a date up to which something is to happen
_UP_TO = re.compile(r"(?i)\b(?:by|before|no\s+later\s+than)\s+(?:the\s+)?\Z")


def _planned(document: Document, timex: Timex, mention: EventMention, phase: str | None) -> Iterator[Claim]:
    """What is planned has a slot of its own, and there the date by which it is to happen counts, too."""
    by = _UP_TO.search(document.text, max(0, timex.start - 20), timex.start) is not None
    slot = _SLOTS.get(mention.phase) if by else phase
    if slot is not None:
        passage = Passage(timex.start, timex.end, BY if by else "date")
        yield Claim(document, mention, f"planned-{slot}", timex, (passage,), mention.factuality)


def _firm(document: Document, timex: Timex) -> bool:
    """Tell whether it has a window of at most a quarter; what only points at the past or the future has none.

    A holiday that names a longer stretch ("Thanksgiving weekend") is no day.
    """
    window = timex.window
    return (
        window is not None
        and _STRETCH.match(document.text, timex.end) is None
        and timex.type in ("DATE", "TIME")
        and window.tolerant.last - window.tolerant.first <= _WIDEST
    )


def _between(text: str, first: Timex, second: Timex) -> bool:
    """Tell whether the two are the ends of "between July 1 and July 9"."""
    near = text[max(0, first.start - 16) : first.start]
    return _AND.fullmatch(text, first.end, second.start) is not None and _BETWEEN.search(near) is not None


def _phase(document: Document, timex: Timex, mention: EventMention, *, first: bool, second: bool) -> str | None:
    """Which slot of the event the expression fills: start, end or day; None where it only bounds the event."""
    before = document.text[max(0, timex.start - 32) : timex.start]
    noun = document.text[max(0, mention.start - 40) : mention.start].rpartition("\n")[2]
    if _STAMP.search(before) or (mention.phase is Phase.WHOLE and mention.end <= timex.start and _ABOUT.search(noun)):
        return None
    if _ARTICLE.search(before) and _NOUN.match(document.text, timex.end):
        return None
    lasting = mention.phase is Phase.WHOLE and not mention.punctual
    if second:
        return "end" if lasting else None
    if first:
        return "start" if (lasting or mention.phase is Phase.START) and not _BETWEEN.search(before) else None
    found = _CONNECTOR.search(before)
    word = found[1].lower() if found else None
    if word is None:
        return _SLOTS.get(mention.phase) or ("day" if mention.phase is Phase.WHOLE and mention.punctual else None)
    if word == "since" and mention.phase is Phase.START:
        return "start"
    if word in _ENDS and mention.phase is Phase.END:
        return "end"
    if word == "from" and (lasting or mention.phase is Phase.START):
        return "start"
    return None


_SLOTS = {Phase.START: "start", Phase.END: "end"}


def weekday_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim, for every expression that names a weekday and a date, which day it is, by each of the two."""
    for timex in annotations.of(Timex):
        if not {"weekday", "month", "day"} <= timex.said or document.segment_at(timex.start) in _SKIPPED:
            continue
        halves = _halves(document.text, timex)
        if halves is None:
            continue
        for reading, role in zip(halves, ("weekday", "date"), strict=True):
            yield Claim(document, timex, "weekday", reading, (Passage(reading.start, reading.end, role),))


_NAME = re.compile(rf"\b(?:{lex.WEEKDAY_NAME}|{lex.WEEKDAY_SHORT}\.?)(?![a-z])")
_DATE = re.compile(
    rf"\d[\d./-]{{6,}}\d|{lex.MONTH}\s+(?:the\s+)?{lex.DAY_ORDINAL}\b(?:,?\s+(?:of\s+)?{lex.YEAR}\b)?"
    rf"|{lex.DAY_ORDINAL}(?:\s+of)?[\s-]+{lex.MONTH}(?:,?\s+(?:of\s+)?{lex.YEAR}\b)?"
)


def _halves(text: str, timex: Timex) -> tuple[Timex, Timex] | None:
    """Return the weekday and the date inside one expression, the date without an inferred year."""
    name = _NAME.search(text, timex.start, timex.end)
    date = _DATE.search(text, timex.start, timex.end)
    if name is None or date is None:
        return None
    value = timex.value[:10] if "year" in timex.said else f"XXXX{timex.value[4:10]}"
    weekday = Timex(*name.span(), type="DATE", value=f"XXXX-WXX-{lex.weekday(name[0])}", said=frozenset({"weekday"}))
    said = timex.said - {"weekday"}
    return weekday, Timex(*date.span(), type="DATE", value=value, said=said, derivation=timex.derivation)


CLAIMS = Extractor("date-claims", "1", (EventMention, Sentence, Timex), Claim, date_claims)
WEEKDAY_CLAIMS = Extractor("weekday-claims", "1", (Timex,), Claim, weekday_claims)
