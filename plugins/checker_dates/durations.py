"""Claims about how long an event lasted: said outright ("a 24-hour strike"), or told by its first and last day.

A length belongs to the event noun right behind it, or to the head before it that it measures: "the strike lasted two weeks", "jailed
for six years". Delays ("in two hours"), ages, rates, stretches of an event, parts of a penalty and how long something has been going
on so far are no such length; one that the event had yet to fill when the article was put out is a plan.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from checker.model import (
    Annotations,
    Claim,
    Document,
    EventMention,
    Extractor,
    Factuality,
    Interval,
    Passage,
    Phase,
    SegmentKind,
    Sentence,
    Span,
    Tense,
    Timex,
)
from checker.text.attachment import governor
from checker.text.patterns import pattern
from checker.text.tense import factuality_at, tense_at
from checker.text.verbs import verbs
from checker.text.vocabulary import function_words, words
from checker_dates import lexicon as lex
from checker_dates.algebra import DAY
from checker_dates.claims import date_claims
from checker_dates.lengths import COUNTED, Length, length

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def _any_of(name: str) -> str:
    return f"(?:{lex.either(words('checker_dates', name))})"


_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA, SegmentKind.DATELINE})
_HEDGE = rf"(?:{_any_of('hedges.txt')}\s+)?(?:an?\s+total\s+of\s+)?"
_TO_A_NOUN = pattern(r"[\s-](?:long\s+)?(?:([a-z-]+)\s+)?(?:([a-z-]+)\s+)?\Z")
_A_LENGTH = pattern(r"(?i)\b(?:an?|the|this|that|their|its|his|her|our)\s+(?:[a-z]+\s+)?(?:[\w-]+\s+)?\Z")
_FOR = pattern(rf"\bfor\s+{_HEDGE}\Z")
# "The siege ended after 19 hours": that long it had lasted.
_AFTER = pattern(rf"\bafter\s+{_HEDGE}\Z")
_CLAUSE_ENDS = pattern(r"\s*[.,;:]|\s+(?:when|as|with|and|but|on)\b|\s*\Z")
_ON = pattern(r"\s+on\s+\Z")
_TO = pattern(rf"\b(?:to|given|got|received|for|gets|receives)\s+{_HEDGE}\Z")
_LASTED = pattern(rf"\b(?:lasted|lasting|lasts)\s+(?:for\s+)?{_HEDGE}\Z")
# "a strike that lasted", "a strike by dockers lasting": what lasted is the event itself, in whatever phrase it stands.
_RELATIVE = pattern(
    rf"(?:\s(?:of|by|in|at|over)\s[\w’'-]+(?:\s[\w’'-]+)?)?(?:,?\s(?:that|which)\s+(?:has\s+|had\s+)?lasted|,?\slasting)\s+(?:for\s+)?{_HEDGE}"
)
_SO_FAR = pattern(rf"(?i)\b(?:{_any_of('so-far.txt')}\b|['’]ve\s+been\b)")
_STRETCH = pattern(rf"(?i)\b{_any_of('not-the-whole.txt')}\b")
_PART = pattern(rf"(?i)\b{_any_of('part-lengths.txt')}\b")
_AHEAD = pattern(rf"(?i)\b{_any_of('lengths-ahead.txt')}\b")
_CUT_SHORT = pattern(rf"(?i)\b{_any_of('cut-short.txt')}\b")
_NOT_A_LENGTH = pattern(
    r"['’]|[\s-]+(?:ago|later|earlier|before|after|old|a\s+(?:day|night|week|month|year)|per\b|each\b|into\b|on\s+end)"
)
# "15 to 30 years", "five years and six months": one length in two expressions, or a range.
_JOINED = r"(?:to|or|and|plus|[-–—,])"
_GOES_ON = pattern(rf"(?i)\s*{_JOINED}\s*(?:life\b|\d|an?\s+half\b|\b(?:{lex.WORDS})\s+(?:{lex.UNIT})s?\b)")
_GOES_BEFORE = pattern(rf"(?i)(?:\d|\b(?:{lex.WORDS})|\b(?:{lex.UNIT})s?)\s*{_JOINED}\s*{_HEDGE}\Z")
_IN_A_PHRASE = pattern(
    r"(?i)\b(?:of|to|from|about|on|for|after|before|into|with|over|by|during|at|in|near|amid|against)\s+(?:[a-z’'-]+\s+){0,3}\Z"
)
_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_NOUN_BEHIND = pattern(r"\s([a-z][\w-]*)")
_SENTENCING = "sentencing"


def duration_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim how long each measured event lasted, and how long those did whose first and last day are told."""
    dated = [c for c in date_claims(document, annotations) if c.slot in ("date-start", "date-end")]
    yield from _without_parts(_said(document, annotations, dated))
    yield from _first_to_last(document, dated)


def _said(document: Document, annotations: Annotations, dated: Sequence[Claim]) -> Iterator[Claim]:
    """The lengths the text puts into words."""
    for timex in annotations.of(Timex):
        if timex.type != "DURATION" or not COUNTED.fullmatch(timex.value):
            continue
        if document.segment_at(timex.start) in _SKIPPED or _NOT_A_LENGTH.match(document.text, timex.end):
            continue
        sentence = next((s for s in annotations.of(Sentence) if s.start <= timex.start < s.end), None)
        if sentence is None or not _whole(document.text, sentence, timex):
            continue
        mention, given = _measured(document, annotations, sentence, timex)
        if mention is None or mention.phase is Phase.ANNOUNCED or mention.background:
            continue
        if mention.personal and not _sole(document, sentence):
            continue
        factuality = mention.factuality
        if (
            given
            and factuality is Factuality.CERTAIN
            and _a_plan(document, annotations, sentence, timex, mention, dated)
        ):
            factuality = Factuality.PLANNED
        passage = Passage(timex.start, timex.end, "duration")
        yield Claim(document, mention, "duration", timex, (passage,), factuality)


def _whole(text: str, sentence: Sentence, timex: Timex) -> bool:
    """Tell whether the expression is a length of its own: no end of a range, no half of "a year and six months", no stretch."""
    before = text[max(sentence.start, timex.start - 48) : timex.start]
    beside = before.rstrip().rpartition(" ")[2] + " " + text[timex.start : timex.end]
    return not (_STRETCH.search(beside) or _GOES_ON.match(text, timex.end) or _GOES_BEFORE.search(before))


def _sole(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of one penalty, and of one passed lately: not count by count, nor years ago."""
    if _PART.search(document.text, sentence.start, sentence.end):
        return False
    year = document.published.year if document.published else None
    years = _YEAR.finditer(document.text, sentence.start, sentence.end)
    return year is None or all(int(m[0]) >= year for m in years)


def _measured(
    document: Document, annotations: Annotations, sentence: Sentence, timex: Timex
) -> tuple[EventMention | None, bool]:
    """The event whose length a duration is, or None; and whether it is the length the event is given ("a three-day strike")."""
    text = document.text
    before = text[max(sentence.start, timex.start - 48) : timex.start]
    mentions = annotations.within(EventMention, sentence)
    noun = _noun_behind(text, sentence, timex, mentions)
    if noun is not None:
        first = text[timex.start : timex.end].partition(" ")[0]
        return (noun if _A_LENGTH.search(f"{before}{first} ") else None), True
    if _SO_FAR.search(text, sentence.start, timex.start):
        return None, False
    after = _AFTER.search(before)
    on_strike = next((m for m in mentions if _ON.fullmatch(text, timex.end, m.start)), None) if after else None
    if on_strike is not None:
        return on_strike, False
    if lasted := _LASTED.search(before):
        return _lasting(text, sentence, mentions, timex), lasted[0].startswith("lasts")
    mention = governor(document, annotations, timex.span)
    if mention is None:
        return None, False
    if mention.event_class == _SENTENCING:
        return (mention if _TO.search(before) else None), False
    if mention.punctual or mention.end > timex.start:
        return None, False
    if mention.phase is Phase.END and after and _CLAUSE_ENDS.match(text, timex.end, sentence.end):
        return mention, False
    if mention.phase is not Phase.WHOLE or not _FOR.search(before):
        return None, False
    return mention, _is_verb(text, sentence, mention.span)


def _lasting(text: str, sentence: Sentence, mentions: Sequence[EventMention], timex: Timex) -> EventMention | None:
    """The event named before "lasted", where it is the only one and no mere circumstance: what lasted is then beyond doubt."""
    before = [(h, m) for m in mentions for h in (m.heads or (m.span,)) if h.end <= timex.start]
    for head, mention in before:
        if _RELATIVE.fullmatch(text, head.end, timex.start):
            return None if mention.punctual or _is_verb(text, sentence, head) else mention
    if not before or len({m.entity for _, m in before}) > 1:
        return None
    head, mention = max(before, key=lambda pair: pair[0])
    in_phrase = _IN_A_PHRASE.search(text, max(sentence.start, head.start - 60), head.start)
    return None if mention.punctual or in_phrase else mention


def _noun_behind(text: str, sentence: Sentence, timex: Timex, mentions: Sequence[EventMention]) -> EventMention | None:
    """The event noun that a duration describes: "24-hour dock strike", but no "24-hour strike ballot"."""
    for mention in mentions:
        for head in mention.heads or (mention.span,):
            if not timex.end < head.start <= timex.end + 30:
                continue
            between = _TO_A_NOUN.fullmatch(text, timex.end, head.start)
            if between is None or any(w in function_words() for w in between.groups() if w):
                continue
            if not _is_verb(text, sentence, head) and not _names_a_noun(text, sentence, head):
                return mention
    return None


def _is_verb(text: str, sentence: Sentence, span: Span) -> bool:
    found = verbs(text[sentence.start : sentence.end])
    return any(sentence.start + v.start < span.end and span.start < sentence.start + v.end for v in found)


def _names_a_noun(text: str, sentence: Sentence, head: Span) -> bool:
    """Tell whether the head is the first half of a compound: "strike ballot", "festival programme"."""
    match = _NOUN_BEHIND.match(text, head.end)
    if match is None or match[1].endswith(("ed", "ing", "ly")) or match[1] in function_words():
        return False
    if any(match[1] in line.split() for line in words("checker.text", "after-times.txt")):
        return False
    found = verbs(text[sentence.start : sentence.end])
    return not any(sentence.start + v.start == match.start(1) for v in found)


def _a_plan(
    document: Document,
    annotations: Annotations,
    sentence: Sentence,
    timex: Timex,
    mention: EventMention,
    dated: Sequence[Claim],
) -> bool:
    """Tell whether the event had yet to last as long as it is said to when the article was put out, or was cut short."""
    found = length(timex.value, timex.mod)
    published = document.published.date if document.published else None
    if _cut_short(document, annotations, mention):
        return True
    if found is None or mention.personal:
        return False
    starts = [_day(c) for c in dated if c.slot == "date-start" and _entity(c) == mention.entity]
    known = [s for s in starts if s is not None]
    if known and published is not None:
        return max(known) + found.least > Interval.days(published).last
    # A strike of a shift, or of a day, is over when the paper comes out.
    underway = (
        mention.phase is Phase.START
        or (mention.phase is Phase.WHOLE and _is_verb(document.text, sentence, mention.span))
        or tense_at(document, sentence, timex.span) in (Tense.PRESENT, Tense.FUTURE)
        or _AHEAD.search(document.text, sentence.start, sentence.end) is not None
    )
    return underway and found.least >= DAY


def _cut_short(document: Document, annotations: Annotations, mention: EventMention) -> bool:
    """Tell whether the article says that the event was broken off or drawn out."""
    told = {m.sentence for m in annotations.of(EventMention) if m.entity == mention.entity}
    return any(
        factuality_at(document, sentence, Span(*match.span())) is Factuality.CERTAIN
        for sentence in annotations.of(Sentence)
        if sentence.span in told
        for match in _CUT_SHORT.finditer(document.text, sentence.start, sentence.end)
    )


def _without_parts(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Leave out the lengths of one person's event that differ in one article: they are its parts, one for each count."""
    personal: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        entity = _entity(claim)
        if entity is not None and isinstance(claim.subject, EventMention) and claim.subject.personal:
            personal[entity].append(claim)
        else:
            yield claim
    for found in personal.values():
        lengths = [_length(c) for c in found]
        if all(a is not None and b is not None and a.is_said_as(b) for a, b in combinations(lengths, 2)):
            yield from found


def _first_to_last(document: Document, dated: Sequence[Claim]) -> Iterator[Claim]:
    """A length told by dates: from the first day of an event to its last, both days counted.

    A bare weekday may be that of another week, and two firsts make two events.
    """
    starts, ends = _days(dated, "date-start"), _days(dated, "date-end")
    for entity, (start, first) in starts.items():
        if entity not in ends:
            continue
        end, last = ends[entity]
        if end < start:
            continue
        days = (end - start) // DAY + 1
        step = f"from the first day to the last, both counted: {days} day{'s' if days != 1 else ''}"
        reading = Timex(last.reading.start, last.reading.end, type="DURATION", value=f"P{days}D", derivation=(step,))
        certain = first.factuality is last.factuality is Factuality.CERTAIN
        factuality = Factuality.CERTAIN if certain else Factuality.PLANNED
        passages = (*first.passages, *last.passages)
        yield Claim(document, last.subject, "duration", reading, passages, factuality)


def _days(dated: Sequence[Claim], slot: str) -> dict[int, tuple[int, Claim]]:
    """By event, the day that all its claims of a slot name, and the first of them; none where they differ."""
    found: dict[int, list[tuple[int | None, Claim]]] = defaultdict(list)
    for claim in dated:
        entity = _entity(claim)
        if claim.slot == slot and entity is not None and claim.factuality in (Factuality.CERTAIN, Factuality.PLANNED):
            found[entity].append((_day(claim), claim))
    sole = ((entity, told[0]) for entity, told in found.items() if len({at for at, _ in told}) == 1)
    return {entity: (at, claim) for entity, (at, claim) in sole if at is not None}


def _entity(claim: Claim) -> int | None:
    return claim.subject.entity if isinstance(claim.subject, EventMention) else None


def _length(claim: Claim) -> Length | None:
    return length(claim.reading.value, claim.reading.mod) if isinstance(claim.reading, Timex) else None


def _day(claim: Claim) -> int | None:
    """The first minute of the one day that a claim names, None where it is not sure or of an unknown year."""
    timex = claim.reading
    if not isinstance(timex, Timex) or not timex.said & {"day", "offset", "holiday"} or timex.mod is not None:
        return None
    window = timex.window
    if window is None or window.year_unknown or window.core.last - window.core.first >= DAY:
        return None
    return window.core.first // DAY * DAY


DURATIONS = Extractor("duration-claims", "2", (EventMention, Sentence, Timex), Claim, duration_claims)
