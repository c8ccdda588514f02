"""Claims about time: when an event started, ended or happened, and which weekday a date is said to be."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date
from functools import cache
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
    Tense,
    Timex,
)
from checker.text.attachment import governor, head, told_when
from checker.text.event_words import harmful
from checker.text.predications import ALARM as CALLS
from checker.text.predications import INCIDENT, kinds_at, kinds_in, sentence_at, sort_of
from checker.text.tense import tense_at
from checker.text.vocabulary import words
from checker_dates import lexicon as lex
from checker_dates.windows import window_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OF_A_WORK = 96  # code points before a day in which the work stands that was put out on it
UNKNOWN_DAY = "XXXX-XX-XX"  # stands for the day of a time of day of which the article gives none
_WIDEST = 93 * 1440  # minutes: what is vaguer than a quarter of a year says too little of an event
SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA, SegmentKind.DATELINE})
_CONNECTOR = re.compile(
    r"(?i)\b(since|until|till|through|by|before|after|prior\s+to|earlier\s+than|later\s+than|ahead\s+of"
    r"|as\s+(?:of|late\s+as|early\s+as|soon\s+as)|following|within|from|between|beyond|into"
    r"|to|in\s+the\s+(?:days|weeks)\s+(?:before|after|since))\s+(?:at\s+least\s+|the\s+|about\s+)*[\"“‘']?\Z"
)
_FOR = re.compile(r"(?i)\bfor\s(?:the\s)?\Z")
_SET_FOR = re.compile(r"(?i)\b(?:set|scheduled|slated|planned|due|booked)\sfor\s(?:the\s)?\Z")
_CLOSE_BY = re.compile(rf"(?i)\b(?:{lex.either(words('checker_dates', 'close-by.txt'))})\s+(?:after|before)\s+\Z")
_RANGE = re.compile(r"\s*[-–—]\s*|\s+(?:to|through|until|till)\s+(?:the\s+)?")
# When the article was put out is no news of the event.
# "In a story on Monday about the fire": the day of the story.
_MEDIUM = re.compile(
    r"(?i)\b(?:story|article|column|editorial|broadcast|segment|photo|video)\s(?:on|from|of|dated)\s\Z"
)
_STAMP_BEHIND = re.compile(r"(?i)\s*(?:last\s)?(?:updated|modified|posted)\b|\)\s(?:AP|Getty|Reuters|AFP|Photo)\b")
_STAMP = re.compile(
    r"(?i)\b(?:posted|updated|published|modified|created|filed|uploaded|first\s+published)(?:\s+(?:on|at))?\s*[:|–-]?\s*\Z|\(@\w+\)\s*\Z"
)
# An inquiry into an event is dated, not the event.
_ABOUT = re.compile(r"(?i)\b(?:into|about|over|regarding|after|following|before|since)\s+(?:[\w’'-]+\s+){0,4}\Z")
# What an event leaves behind is dated: "at the scene of the shooting on Monday".
_ASIDE = re.compile(
    rf"(?i)\b(?:{'|'.join(words('checker_dates', 'beside-events.txt'))})\s(?:of|for|from|at|in|into|on|over|to)\s(?:[\w’'-]+\s){{0,5}}\Z"
)
# "a September 2014 incident": the date describes the noun behind it.
_ARTICLE = re.compile(r"(?i)\b(?:an?|the|his|her|its|their|that)\s+\Z")
_NOUN = re.compile(
    r"(?:['’]s)?,?\s+(?!(?:in|at|on|near|off|after|before|when|as|and|but|for|to|by|with|from|of|or|while|during|that|who)\b)[a-z]"
)
_BETWEEN = re.compile(r"(?i)\bbetween\s+(?:the\s+)?\Z")
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_STRETCH = re.compile(
    r"(?i)\s(?:weekend|week|season|period|holidays?|break|part(?:y|ies)|parade|celebrations?|dinner|gathering)\b"
)
_ENDS = frozenset({"until", "till", "through"})


def date_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim for every dated event mention when it started, ended or, if it takes one day, happened."""
    found = [t for t in annotations.of(Timex) if document.segment_at(t.start) not in SKIPPED]
    clocks: list[Claim] = []
    days: list[Claim] = []
    for index, stated in enumerate(found):
        timex = stated
        firmly = firm(document, timex)
        clock = timex.type == "TIME" and "clock" in timex.said and half_said(document, timex)
        if not (firmly or clock) or _stamped(document, timex) or quoted_relative(document.text, timex):
            continue
        before = found[index - 1] if index else None
        if before is not None and _between(document.text, before, timex):
            continue
        second = before is not None and _RANGE.fullmatch(document.text, before.end, timex.start) is not None
        first = (
            index + 1 < len(found) and _RANGE.fullmatch(document.text, timex.end, found[index + 1].start) is not None
        )
        when = told_when(document, annotations, timex.span)
        mention = event = when[1] if when is not None else None
        of_when = event is not None and event.punctual  # "at half mast since Saturday, when Ann Ro died"
        if not of_when:
            mention = governor(document, annotations, before.span if second and before else timex.span)
            mention = mention or _broken_in_on(document, annotations, timex, event)
        if mention is None or not _is_news(mention) or _is_told_alone(annotations, mention):
            continue
        if (
            ahead(document, timex)
            and not timex.said & {"month", "day"}
            and (mention.harm or mention.event_class in harmful())
        ):
            continue  # a weekday to come is not that of harm done
        phase = "day" if of_when else _phase(document, timex, mention, first=first, second=second, close=clock)
        if _is_harm(mention):
            timex = past_year(document, timex)
        factuality = _factuality(document, annotations, timex, mention)
        passage = Passage(timex.start, timex.end, ALARM if mention.phase is Phase.ALARM else "date")
        if clock and phase in ("day", "start"):
            if mention.phase is not Phase.ALARM and _called(document, mention):
                passage = Passage(timex.start, timex.end, "around")
            clocks.append(Claim(document, mention, "clock", timex, (passage,), factuality))
        if not firmly:
            continue
        if factuality is Factuality.PLANNED:
            yield from _planned(document, timex, mention, phase)
        if phase is None:
            continue
        claim = Claim(document, mention, f"date-{phase}", timex, (passage,), factuality)
        if phase == "day":
            days.append(claim)
            continue
        yield claim
        if not mention.punctual:
            # Start and end meet in a slot of their own, where each is known by its role.
            told = Passage(timex.start, timex.end, f"date-{phase}")
            yield Claim(document, mention, "phases", timex, (told,), factuality)
    dated = list(_day_claims(days))
    yield from dated
    yield from _clock_claims(clocks, dated)


def _broken_in_on(
    document: Document, annotations: Annotations, timex: Timex, event: EventMention | None
) -> EventMention | None:
    """``event``, if it broke in on what is dated: "was on a visit on January 3, when the accident happened"; none on another event."""
    found = head(document, annotations, timex.span) if event is not None else None
    sentence = sentence_at(annotations, timex)
    if found is None or sentence is None or sort_of(kinds_at(document.text, sentence, found[0])) & INCIDENT:
        return None
    return event


def quoted_relative(text: str, timex: Timex) -> bool:
    """Tell whether "tomorrow" or "last night" is said in a quotation, or in a post: then it counts from when that was said."""
    if timex.said & {"weekday", "month", "day"}:
        return False
    if _POST.search(text[timex.end : timex.end + 300].partition("\n")[0]):
        return True
    before = text[max(0, timex.start - 600) : timex.start].rpartition("\n")[2]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


_POST = re.compile(r"\(@\w+\)|\bpic\.twitter\.com/")


def describes(text: str, timex: Timex) -> bool:
    """Tell whether a date describes the noun behind it: "a September 2014 incident", "a Feb. 21, 2013, incident"."""
    before = text[max(0, timex.start - 32) : timex.start]
    return _ARTICLE.search(before) is not None and _NOUN.match(text, timex.end) is not None


def past_year(document: Document, timex: Timex) -> Timex:
    """The day a year before, where an inferred year puts harm done behind the publication: "won't be tried for the March 5 death"."""
    published = document.published.date if document.published else None
    day = FULL_DAY.match(timex.value)
    if (
        published is None
        or day is None
        or "month" not in timex.said
        or "year" in timex.said
        or not ahead(document, timex)
    ):
        return timex
    said = date.fromisoformat(day[0])
    if (said - published).days < _SLIP or (said.month, said.day) == (2, 29):
        return timex
    value = f"{said.replace(year=said.year - 1).isoformat()}{timex.value[10:]}"
    steps = (*timex.derivation, "harm done lies behind: the one before")
    return replace(timex, value=value, window=window_of(value, timex.mod), derivation=steps)


_SLIP = 10  # days by which a date of the same year may lie behind the publication by a slip


def _is_told_alone(annotations: Annotations, mention: EventMention) -> bool:
    """Tell whether harm is told of which no event is named: "Ole Vik was killed on March 3" is a clause of its own."""
    return mention.harm and all(m.harm for m in annotations.of(EventMention) if m.entity == mention.entity)


def _is_news(mention: EventMention) -> bool:
    """Tell whether a dated mention is sure to be of the event reported.

    Deep in an article "two men were shot on May 3" may be about others, where "the shooting" or "it happened" is not.
    """
    return mention.lead or mention.definite or mention.personal or not mention.punctual or mention.phase is Phase.ALARM


def _factuality(document: Document, annotations: Annotations, timex: Timex, mention: EventMention) -> Factuality:
    """How the event is told, its date and tense considered.

    What lies behind the publication is a plan, if no past tense says otherwise: "runs until July 27". A bare weekday may lie ahead of a
    present tense, too: "the strike begins on Monday".
    """
    published = document.published.date if document.published else None
    window = timex.window
    dated = {"month", "day"} <= timex.said and not ahead(document, timex)
    if mention.factuality is Factuality.PLANNED and _is_harm(mention) and dated:
        return Factuality.CERTAIN  # "will be tried for the shooting of Ivo Ortega on May 3"
    if mention.factuality is not Factuality.CERTAIN or published is None or window is None or window.year_unknown:
        return mention.factuality
    to_come = window.tolerant.first > Interval.days(published).last
    past_weekday = (
        "weekday" in timex.said
        and not timex.said & {"day", "month", "offset"}
        and window.tolerant.last < Interval.days(published).first
        and mention.phase in _SLOTS
    )
    sentence = next((s for s in annotations.of(Sentence) if s.start <= mention.start < s.end), None)
    if not (to_come or past_weekday) or sentence is None:
        return mention.factuality
    tense = tense_at(document, sentence, mention.span)
    if to_come:
        return mention.factuality if tense is Tense.PAST or _is_harm(mention) else Factuality.PLANNED
    return Factuality.POSSIBLE if tense is Tense.PRESENT else mention.factuality


def _is_harm(mention: EventMention) -> bool:
    """Tell whether it is of harm that nobody plans or forecasts: no storm."""
    return mention.nominal and mention.event_class in harmful() - _FORECAST


_FORECAST = frozenset({"storm", "flood", "eruption"})
DAYS = frozenset({"day", "weekday", "offset", "holiday"})  # what an expression may say that names a day
_FOUND = re.compile(rf"(?i)\b(?:{lex.either(words('checker_dates', 'found-later.txt'))})\b")
_TIME_OF_DAY = re.compile(r"(?P<day>.*)T(?P<hour>\d\d):(?P<minute>\d\d)")


def _clock_claims(claims: list[Claim], days: list[Claim]) -> Iterator[Claim]:
    """The times of day of events; none where an article gives a kind of event several: a list of cases, or of stages.

    A time without a day is that of the day its article gives the event; where that gives none, "the crash" of it has a time all the
    same, and what is no more than "a crash" may be another case. The time at which somebody was found is not that of the death.
    """
    on: dict[int, set[str]] = defaultdict(set)
    for claim in days:
        if isinstance(claim.subject, EventMention) and isinstance(claim.reading, Timex):
            on[claim.subject.entity].add(claim.reading.value[:10])
    by_class: dict[str, list[tuple[re.Match[str], Claim]]] = defaultdict(list)
    for claim in claims:
        timex, mention = claim.reading, claim.subject
        assert isinstance(timex, Timex)
        assert isinstance(mention, EventMention)
        time = _TIME_OF_DAY.fullmatch(timex.value)
        if time is not None and not _FOUND.search(claim.document.text, mention.start, mention.end):
            by_class[_class_of(mention, claims)].append((time, claim))
    for found in by_class.values():
        if not all(_one_time(a, b) for a, b in combinations(found, 2)):
            continue
        for time, claim in found:
            if _says_a_day(claim):
                yield claim
                continue
            assert isinstance(claim.subject, EventMention)
            assert isinstance(claim.reading, Timex)
            known = on[claim.subject.entity]
            if len(known) == 1 or (not known and claim.subject.definite and claim.subject.event_class in _mishaps()):
                day = next(iter(known), UNKNOWN_DAY)
                yield replace(claim, reading=replace(claim.reading, value=f"{day}T{time['hour']}:{time['minute']}"))


@cache
def _mishaps() -> frozenset[str]:
    """Classes of harm that comes once: no storm, no series."""
    return harmful() - _FORECAST - {"quake", "attack"}


def _says_a_day(claim: Claim) -> bool:
    return isinstance(claim.reading, Timex) and bool(claim.reading.said & DAYS)


def _one_time(a: tuple[re.Match[str], Claim], b: tuple[re.Match[str], Claim]) -> bool:
    """Tell whether two times of one article lie within an hour, on one day as far as they say."""
    days = {time["day"] for time, claim in (a, b) if _says_a_day(claim)}
    first, second = (int(time["hour"]) * 60 + int(time["minute"]) for time, _ in (a, b))
    apart = abs(first - second) % 1440
    return len(days) < 2 and min(apart, 1440 - apart) <= 60


_SPREAD = 36 * 60  # minutes: what an article says of one day lies within a night of it
_LONGEST_DAY = 31 * 24 * 60  # minutes: what is said to fall on one day is told to the month at least


def _day_claims(claims: list[Claim]) -> Iterator[Claim]:
    """The days of events of one day; none where an article gives a kind of event days that are apart: it tells of several.

    Events of one person happen once, so what is told of them is kept.
    """
    by_class: dict[str, list[tuple[Interval, Claim]]] = defaultdict(list)
    for claim in claims:
        timex, mention = claim.reading, claim.subject
        assert isinstance(timex, Timex)
        assert isinstance(mention, EventMention)
        window = timex.window
        if window is None or window.tolerant.last - window.tolerant.first > _LONGEST_DAY:
            continue
        if timex.type == "TIME" and not _says_a_day(claim):
            continue
        if mention.personal or window.year_unknown:
            yield claim
        else:
            by_class[_class_of(mention, claims)].append((window.tolerant, claim))
    for found in by_class.values():
        if one_night([claim for _, claim in found]):
            yield from (claim for _, claim in found)


def one_night(claims: Sequence[Claim]) -> bool:
    """Tell whether the days an article gives a kind of event lie within a night: it tells of one.

    A slip does not make two of it.
    """
    timexes = [c.reading for c in claims if isinstance(c.reading, Timex) and not is_slip(c)]
    windows = [t.window.tolerant for t in timexes if t.window is not None]
    return not windows or max(w.first for w in windows) - min(w.last for w in windows) <= _SPREAD


def is_slip(claim: Claim) -> bool:
    """Tell whether a date of what has happened cannot be meant: it lies behind the publication, or on another weekday than it says."""
    timex = claim.reading
    if not isinstance(timex, Timex) or not {"month", "day"} <= timex.said or timex.window is None:
        return False
    if "weekday" in timex.said and (halves := _halves(claim.document.text, timex)) is not None:
        said, day = halves[0].value[-1], FULL_DAY.match(timex.value)
        if day is not None and date.fromisoformat(day[0]).isoweekday() != int(said):
            return True
    return claim.factuality is Factuality.CERTAIN and ahead(claim.document, timex)


FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # how the value of what names a day begins


def _class_of(mention: EventMention, claims: list[Claim]) -> str:
    """The class of the event a mention stands for: "two were killed" is of the shooting's."""
    if not mention.harm:
        return mention.event_class
    named = (c.subject for c in claims if isinstance(c.subject, EventMention) and c.subject.entity == mention.entity)
    return next((m.event_class for m in named if not m.harm), str(mention.entity))


ALARM = "alarm"  # the role of a time at which help was called
BY = "date-by"  # the role of a date up to which something is to happen
_UP_TO = re.compile(r"(?i)\b(?:by|before|no\s+later\s+than)\s+(?:the\s+)?\Z")


def _planned(document: Document, timex: Timex, mention: EventMention, phase: str | None) -> Iterator[Claim]:
    """What is planned has a slot of its own, and there the date by which it is to happen counts, too."""
    by = _UP_TO.search(document.text, max(0, timex.start - 20), timex.start) is not None
    slot = _SLOTS.get(mention.phase) if by else phase
    if slot is not None:
        passage = Passage(timex.start, timex.end, BY if by else "date")
        yield Claim(document, mention, f"planned-{slot}", timex, (passage,), Factuality.PLANNED)


def firm(document: Document, timex: Timex) -> bool:
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


def _called(document: Document, mention: EventMention) -> bool:
    """Tell whether the event stands in a call for help: "responded to a report of a shooting at 9 p.m."."""
    before = document.text[max(mention.sentence.start, mention.start - 60) : mention.start]
    return mention.nominal and CALLS in sort_of(kinds_in(before))


def half_said(document: Document, timex: Timex) -> bool:
    """Tell whether a time of day says which half it is in: "2:55" alone may be the length of a video, a score or a verse."""
    text = document.text[timex.start : timex.end]
    told = _HALF_SAID.search(text) or _AT.search(document.text, max(0, timex.start - 12), timex.start)
    return told is not None and _ROUGH.search(text) is None


_HALF_SAID = re.compile(
    r"(?i)\d\s*[ap]\.?\s?m\b|\b(?:noon|midnight|morning|afternoon|evening|night)\b|\b(?:0\d|1[3-9]|2\d)[.:]?\d\d|\d\s?(?:GMT|UTC)"
)
_AT = re.compile(r"(?i)\b(?:at|about|around|after|before)\s\Z")
_ROUGH = re.compile(r"(?i)\bmidday\b")


def ahead(document: Document, timex: Timex) -> bool:
    """Tell whether an expression lies behind the publication."""
    published = document.published.date if document.published else None
    window = timex.window
    if published is None or window is None or window.year_unknown:
        return False
    return window.tolerant.first > Interval.days(published).last


def passed(document: Document, timex: Timex) -> bool:
    """Tell whether an expression lies before the publication, or cannot be set against it."""
    published = document.published.date if document.published else None
    window = timex.window
    if published is None or window is None or window.year_unknown:
        return True
    return window.tolerant.last < Interval.days(published).first


def bounded(document: Document, found: Sequence[Timex], index: int) -> bool:
    """Tell whether an expression only bounds what its clause tells, or is no news of it: "since Monday", "posted Monday", in a range."""
    timex = found[index]
    before = document.text[max(0, timex.start - 32) : timex.start]
    word = _CONNECTOR.search(before)
    # "following the May 3 shooting" is of the shooting; "since the Sept. 11 attacks" looks back on history
    loose = _CLOSE_BY.search(before) or (word and word[1].lower() != "since" and describes(document.text, timex))
    if (word and not loose) or _stamped(document, timex):
        return True
    if "holiday" in timex.said and _FOR.search(before) and not _SET_FOR.search(before):
        return True  # "home for Thanksgiving"
    beside = [(found[i], found[i + 1]) for i in (index - 1, index) if 0 <= i < len(found) - 1]
    return any(_RANGE.fullmatch(document.text, a.end, b.start) or _between(document.text, a, b) for a, b in beside)


def _stamped(document: Document, timex: Timex) -> bool:
    """Tell whether an expression says when the text, an update or a picture was put out, or is part of a name."""
    text = document.text
    before = text[max(0, timex.start - 32) : timex.start]
    stamp = _STAMP.search(before) and not _works().search(text, max(0, timex.start - _OF_A_WORK), timex.start)
    if stamp or _STAMP_BEHIND.match(text, timex.end) or _MEDIUM.search(before):
        return True
    if before.endswith(("after-", "before-", "post-", "pre-")):
        return True  # "the day-after-Thanksgiving shooting"
    if before.endswith(": ") and document.segment_at(timex.start) is SegmentKind.HEADLINE:
        return True
    if timex.type == "TIME" and (
        text[timex.end : timex.end + 1] == ":" or (before.endswith("(") and text[timex.end : timex.end + 1] == ")")
    ):
        return True
    return _in_dateline(text, timex)


@cache
def _works() -> re.Pattern[str]:
    """Match what is put out and is news itself: "in a study published on", "the report was filed on"."""
    return re.compile(
        rf"\b(?:{lex.either(words('checker_dates', 'works.txt'))})\b(?:[^.;:\n]{{0,48}}?\s|,\s)(?:(?:was|were|is|to\sbe)\s)?(?:first\s)?"
        r"(?:published|posted|updated|filed)\s(?:on\s|at\s)?\Z"
    )


def _in_dateline(text: str, timex: Timex) -> bool:
    """Tell whether a date stands in the brackets of a dateline: "KLOW, Syldavia (June 3, 2019) – Police say"."""
    return text[timex.start - 1 : timex.start] == "(" and _DASH.match(text, timex.end) is not None


_DASH = re.compile(r"\)\s?[-–—:]")


def _between(text: str, first: Timex, second: Timex) -> bool:
    """Tell whether the two are the ends of "between July 1 and July 9"."""
    near = text[max(0, first.start - 16) : first.start]
    return _AND.fullmatch(text, first.end, second.start) is not None and _BETWEEN.search(near) is not None


def _phase(
    document: Document, timex: Timex, mention: EventMention, *, first: bool, second: bool, close: bool = False
) -> str | None:
    """Which slot of the event the expression fills: start, end or day; None where it only bounds the event.

    ``close``: "shortly after" bounds nothing.
    """
    before = document.text[max(0, timex.start - 32) : timex.start]
    noun = document.text[max(0, mention.start - 40) : mention.start].rpartition("\n")[2]
    passing = mention.nominal and mention.end <= timex.start and (_ABOUT.search(noun) or _ASIDE.search(noun))
    news = mention.indefinite and not document.text[mention.end : timex.start].strip()  # "held after a shooting Monday"
    if (
        _STAMP.search(before)
        or _MEDIUM.search(before)
        or (passing and not news)
        or before.endswith(("after-", "before-"))
    ):
        return None
    named = mention.nominal and mention.start >= timex.end and bool(timex.said & {"day", "weekday"})
    if describes(document.text, timex) and not named:
        return None
    lasting = mention.phase is Phase.WHOLE and not mention.punctual
    if second:
        return "end" if lasting else None
    if first:
        return "start" if (lasting or mention.phase is Phase.START) and not _BETWEEN.search(before) else None
    found = None if close and _CLOSE_BY.search(before) else _CONNECTOR.search(before)
    word = found[1].lower() if found else None
    if named and word != "since":
        word = None
    if word is None:
        of_a_day = mention.phase is Phase.ALARM or (mention.phase is Phase.WHOLE and mention.punctual)
        if mention.phase is Phase.START and mention.punctual and mention.event_class in _mishaps():
            return "day"  # "it started as a gun battle on Dec. 8"
        return _SLOTS.get(mention.phase) or ("day" if of_a_day else None)
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
        if not {"weekday", "month", "day"} <= timex.said or document.segment_at(timex.start) in SKIPPED:
            continue
        halves = _halves(document.text, timex)
        if halves is None:
            continue
        if "year" not in timex.said:
            if _of_another_year(document.text, timex):
                continue
            if _told_as_past(document, annotations, timex):
                halves = (halves[0], replace(halves[1], mod="BEFORE"))  # publication
        for reading, role in zip(halves, ("weekday", "date"), strict=True):
            yield Claim(document, timex, "weekday", reading, (Passage(reading.start, reading.end, role),))


_NAME = re.compile(rf"\b(?:{lex.WEEKDAY_NAME}|{lex.WEEKDAY_SHORT}\.?)(?![a-z])")
_DATE = re.compile(
    rf"\d[\d./-]{{6,}}\d|{lex.MONTH}\s+(?:the\s+)?{lex.DAY_ORDINAL}\b(?:,?\s+(?:of\s+)?{lex.YEAR}\b)?"
    rf"|{lex.DAY_ORDINAL}(?:\s+of)?[\s-]+{lex.MONTH}(?:,?\s+(?:of\s+)?{lex.YEAR}\b)?"
)


def _told_as_past(document: Document, annotations: Annotations, timex: Timex) -> bool:
    """Tell whether a date without its year lies behind the publication, as read and by the tense of its sentence."""
    sentence = sentence_at(annotations, timex)
    past = sentence is not None and tense_at(document, sentence, timex.span) is Tense.PAST
    return past and not ahead(document, timex)


_OTHER_YEAR = re.compile(r"(?i)\b(?:next|last|following|previous|coming)\s(?:year|season|edition)\b|\b(?:19|20)\d\d\b")


def _of_another_year(text: str, timex: Timex) -> bool:
    """Tell whether its sentence has spoken of another year before: "Next year's edition begins on Thursday, 17 September"."""
    start = max(text.rfind(mark, 0, timex.start) for mark in ("\n", ". ", "? ", "! "))
    spoken_of = _OTHER_YEAR.finditer(text, max(0, start + 1), timex.start)
    return any(year.group() != timex.value[:4] for year in spoken_of)


def _halves(text: str, timex: Timex) -> tuple[Timex, Timex] | None:
    """Return the weekday and the date inside one expression, the date without an inferred year."""
    name = _NAME.search(text, timex.start, timex.end)
    day = _DATE.search(text, timex.start, timex.end)
    if name is None or day is None:
        return None
    value = timex.value[:10] if "year" in timex.said else f"XXXX{timex.value[4:10]}"
    weekday = Timex(*name.span(), type="DATE", value=f"XXXX-WXX-{lex.weekday(name[0])}", said=frozenset({"weekday"}))
    said = timex.said - {"weekday"}
    return weekday, Timex(*day.span(), type="DATE", value=value, said=said, derivation=timex.derivation)


WEEKDAY_CLAIMS = Extractor("weekday-claims", "2", (Sentence, Timex), Claim, weekday_claims)
