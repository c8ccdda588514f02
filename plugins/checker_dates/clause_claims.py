"""Claims about time made of clauses: whatever happened on a day or at an hour, where no event mention has taken the expression.

"He was arraigned on Monday", "the suit, filed June 3", "it happened about 9 p.m." Their subjects are predications; the aligner asks of
two whether they tell one thing. What tells of the one incident of an article is marked, for it is known by the article, not by its
sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
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
    Predication,
    Sentence,
    Tense,
    Timex,
)
from checker.text.event_words import harmful
from checker.text.incidents import LEAD, of_incident, tells_of_several
from checker.text.predications import (
    ALARM,
    HARM,
    INCIDENT,
    OCCASION,
    SERIAL,
    SPEECH,
    clause_kinds,
    in_lead,
    is_set,
    predication,
    sentence_at,
    set_kinds,
    sort_of,
)
from checker.text.tense import factuality_at
from checker.text.verbs import verbs
from checker.text.vocabulary import words
from checker_dates import claims as events
from checker_dates.claims import DAYS, UNKNOWN_DAY, date_claims
from checker_dates.until import until_claims
from checker_dates.windows import window_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FOUND = "found"  # the role of a time at which something or somebody was found
AROUND = (
    "around"  # that of a time that may be the event's or that of the call for it: "responded to a shooting at 9 p.m."
)
_LONGEST = 3 * 24 * 60  # minutes


def clause_claims(document: Document, annotations: Annotations, made: Sequence[Claim]) -> Iterator[Claim]:
    """Claim days, planned days and times of day for the expressions that ``made`` says nothing of."""
    taken = {(c.slot, c.passages[0].start) for c in made}
    dated = {start for slot, start in taken if slot.startswith(("date-", "planned-"))}
    days: list[Claim] = []
    clocks: list[Claim] = []
    found = [t for t in annotations.of(Timex) if document.segment_at(t.start) not in events.SKIPPED]
    several = tells_of_several(document, annotations)
    for index, stated in enumerate(found):
        timex = stated
        day = timex.start not in dated and _says_a_day(document, timex)
        clock = ("clock", timex.start) not in taken and timex.type == "TIME" and "clock" in timex.said
        clock = clock and events.half_said(document, timex)
        if not (day or clock) or events.bounded(document, found, index):
            continue
        if events.quoted_relative(document.text, timex):
            continue
        subject = predication(document, annotations, timex.span)
        sentence = sentence_at(annotations, timex)
        if subject is None or sentence is None:
            continue
        if events.describes(document.text, timex) and not _names_incident(timex, subject):
            continue
        after = _of_aftermath(document.text, subject, timex)
        incident = not (several or after) and of_incident(document, annotations, sentence, subject)
        subject = replace(subject, incident=incident)
        if events.ahead(document, timex) and "weekday" in timex.said and not timex.said & _DATED:
            if _is_past(document.text, sentence, subject) and timex.start - subject.end < _BESIDE:
                timex = _a_week_before(timex)
            elif sort_of(subject.kinds) & INCIDENT:
                continue  # a weekday to come is not that of harm done
        if sort_of(subject.kinds) & INCIDENT or "die" in subject.kinds:
            timex = events.past_year(document, timex)
        factuality = _factuality(document, sentence, timex, subject)
        passage = Passage(timex.start, timex.end, _role(document, sentence, subject))
        if day and factuality is Factuality.PLANNED:
            yield Claim(document, subject, "planned-day", timex, (passage,), factuality)
        elif day:
            days.append(Claim(document, subject, "date-day", timex, (passage,), factuality))
        if clock and factuality is not Factuality.PLANNED:
            clocks.append(Claim(document, subject, "clock", timex, (passage,), factuality))
    harmful_days = [c for c in made if c.slot == "date-day" and _harmful(c)]
    days = _marked(days, harmful_days, annotations)
    yield from days
    yield from _clocks(clocks, made, [*harmful_days, *(c for c in days if _incident(c))])


def _of_aftermath(text: str, subject: Predication, timex: Timex) -> bool:
    """Tell whether a clause tells of those who grieve: "was in mourning on Monday for the three who died on Saturday"."""
    spoken = text[min(subject.start, timex.start) : max(subject.end, timex.start)].casefold().split()
    return not set(words("checker_dates", "aftermath.txt")).isdisjoint(w.strip(".,;:") for w in spoken)


def _names_incident(timex: Timex, subject: Predication) -> bool:
    """Tell whether the noun that a date describes is itself what happens: "in the May 3 shooting", not "a May 3 report"."""
    return subject.start >= timex.end and (
        bool(sort_of(subject.kinds) & INCIDENT) or not (set_kinds() | _ONCE).isdisjoint(subject.kinds)
    )


_ONCE = frozenset({"die", "court"})  # "the May 24 death of Ivo Ortega", "awaiting a June 8 hearing"


def _says_a_day(document: Document, timex: Timex) -> bool:
    """Tell whether it names a day, or a weekend at most; "last week" is said of days that lie in no one week."""
    window = timex.window
    return (
        bool(timex.said & DAYS)
        and events.firm(document, timex)
        and window is not None
        and window.core.last - window.core.first < _LONGEST
    )


def _role(document: Document, sentence: Sentence, subject: Predication) -> str:
    """What the time is to the event: its own, that of the call for help, of the finding, or of one of the first two."""
    if "find" in subject.kinds:
        return FOUND
    sorts = sort_of(subject.kinds)
    if ALARM in sorts and not sorts & {HARM, SERIAL, OCCASION}:
        return events.ALARM
    called = ALARM in sort_of(clause_kinds(document, sentence, subject) - {"find"})
    return AROUND if called and subject.incident else "date"


def _marked(days: Sequence[Claim], of_events: Sequence[Claim], annotations: Annotations) -> list[Claim]:
    """Keep the mark of the incident only where all days an article gives it lie within a night: else it tells of several.

    Then what its lead says may still be of one.
    """
    marked = [c for c in days if _incident(c)]
    if events.one_night([*marked, *of_events]):
        return list(days)
    sentences = {s.start: s for s in annotations.of(Sentence)}
    lead = [
        c
        for c in marked
        if isinstance(c.subject, Predication) and in_lead(annotations, sentences[c.subject.sentence.start], LEAD)
    ]
    kept = {id(c) for c in lead} if events.one_night([*lead, *of_events]) else set()
    return [c if id(c) in kept else _unmarked(c) for c in days]


def _unmarked(claim: Claim) -> Claim:
    subject = claim.subject
    return replace(claim, subject=replace(subject, incident=False)) if isinstance(subject, Predication) else claim


def _clocks(claims: Sequence[Claim], made: Sequence[Claim], of_incident: Sequence[Claim]) -> Iterator[Claim]:
    """Give each time of day its day: its own, or that of the incident; otherwise none."""
    known = {
        m[0] for c in of_incident if isinstance(c.reading, Timex) and (m := events.FULL_DAY.match(c.reading.value))
    }
    of_event = [c for c in made if c.slot == "clock" and _harmful(c)]
    several = not all(_near(a, b) for a, b in combinations([*(c for c in claims if _incident(c)), *of_event], 2))
    for claim in claims:
        timex, subject = claim.reading, claim.subject
        assert isinstance(timex, Timex)
        assert isinstance(subject, Predication)
        if subject.incident and (several or not _in_part_of_day(claim, of_incident)):
            subject = replace(subject, incident=False)
        time = timex.value.partition("T")[2]
        if timex.said & DAYS:
            yield replace(claim, subject=subject)
        else:
            day = next(iter(known)) if len(known) == 1 and subject.incident else UNKNOWN_DAY
            yield replace(claim, subject=subject, reading=replace(timex, value=f"{day}T{time}"))


def _in_part_of_day(claim: Claim, days: Sequence[Claim]) -> bool:
    """Tell whether a time of day lies in the morning or night in which the article puts the incident."""
    minute = _minute(claim)
    for day in days:
        timex = day.reading
        if (
            minute is None
            or not isinstance(timex, Timex)
            or timex.type != "TIME"
            or timex.window is None
            or "clock" in timex.said
        ):
            continue
        first, last = timex.window.tolerant.first % 1440, timex.window.tolerant.last % 1440
        inside = first <= minute <= last if first <= last else minute >= first or minute <= last
        if not inside:
            return False
    return True


def _near(a: Claim, b: Claim) -> bool:
    """Tell whether two times of one article lie within an hour."""
    first, second = (_minute(c) for c in (a, b))
    if first is None or second is None:
        return True
    apart = abs(first - second) % 1440
    return min(apart, 1440 - apart) <= 60


def _minute(claim: Claim) -> int | None:
    match = re.search(r"T(\d\d):(\d\d)", claim.reading.value) if isinstance(claim.reading, Timex) else None
    return int(match[1]) * 60 + int(match[2]) if match else None


def _incident(claim: Claim) -> bool:
    return isinstance(claim.subject, Predication) and claim.subject.incident


def _harmful(claim: Claim) -> bool:
    subject = claim.subject
    return (
        isinstance(subject, EventMention)
        and (subject.harm or subject.event_class in harmful())
        and not subject.background
    )


def _factuality(document: Document, sentence: Sentence, timex: Timex, subject: Predication) -> Factuality:
    """How the clause tells what it tells; what lies behind the publication is a plan, if no past tense says otherwise."""
    told = factuality_at(document, sentence, subject)
    named = subject.start >= timex.end or is_set(document.text, sentence, timex.span)  # "the June 25 election"
    if named and events.ahead(document, timex) and not sort_of(subject.kinds) & INCIDENT:
        return Factuality.PLANNED
    published = document.published.date if document.published else None
    window = timex.window
    if told is Factuality.PLANNED and _is_past(document.text, sentence, subject):
        told = Factuality.CERTAIN  # "said he would run": what was said is no plan
    if published is None or window is None or window.year_unknown or told in (Factuality.NEGATED, Factuality.POSSIBLE):
        return told
    if subject.incident or sort_of(subject.kinds) & INCIDENT:
        return Factuality.CERTAIN  # harm is not planned; a day behind the publication is a slip
    if window.tolerant.first <= Interval.days(published).last or _slips(document.text, sentence, timex, subject):
        return told
    return Factuality.PLANNED


def _slips(text: str, sentence: Sentence, timex: Timex, subject: Predication) -> bool:
    """Tell whether a date behind the publication is one of what has happened: "escaped on March 11", "on March 11 he approached her".

    So it is beside a verb in the past that tells what happens to a person, or in front of any.
    """
    if not {"month", "day"} <= timex.said or not _is_past(text, sentence, subject):
        return False
    if subject.start >= timex.end:
        return not sort_of(subject.kinds) & {SPEECH}
    return bool(subject.kinds & _DONE) and timex.start - subject.end < _BESIDE


_DONE = frozenset({"escape", "arrest", "die", "find"})


_DATED = frozenset({"day", "month", "offset"})
_BESIDE = 40  # code points


def _a_week_before(timex: Timex) -> Timex:
    """A weekday beside a verb in the past has been, whatever the rest of its sentence looks ahead to."""
    day = date.fromisoformat(timex.value[:10]) - timedelta(7)
    value = f"{day.isoformat()}{timex.value[10:]}"
    steps = (*timex.derivation, "the verb beside it is in the past: the one before")
    return replace(timex, value=value, window=window_of(value, timex.mod), derivation=steps)


def _is_past(text: str, sentence: Sentence, subject: Predication) -> bool:
    """Tell whether the head is itself a verb in the past."""
    found = verbs(text[sentence.start : sentence.end])
    return not subject.light and any(v.tense is Tense.PAST and sentence.start + v.start == subject.start for v in found)


def _run(document: Document, annotations: Annotations) -> Iterator[Claim]:
    made = list(date_claims(document, annotations))
    yield from made
    yield from clause_claims(document, annotations, made)
    yield from until_claims(document, annotations, made)


CLAIMS = Extractor("date-claims", "4", (EventMention, Sentence, Timex), Claim, _run)
