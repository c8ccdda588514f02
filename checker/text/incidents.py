"""Incidents: which clauses tell of the one harmful event that a brief report is about.

"Two men were shot early Sunday ... It happened about 2 a.m. ... Officers were called to the 400 block": the shooting, "it" and the call are
of one incident, whatever the words. What tells of other cases, of what came later, and of several incidents at once is not.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Person, SegmentKind, Sentence
from checker.text.event_words import background
from checker.text.persons import office_of
from checker.text.predications import ALARM, HARM, INCIDENT, LIGHT, OCCASION, SERIAL, in_lead, kinds_in, sort_of
from checker.text.vocabulary import words

if TYPE_CHECKING:
    from checker.model import Annotations, Document, Predication

LEAD = 4  # paragraphs of the body in which a harmful event is taken to be the news
_NEAR = 60  # code points
_NEAR_PERSON = 100  # the same between a subject and its verb
_SUBJECT = re.compile(
    r"(?i)\b(?:it|this|that|the\s(?:[\w’'-]+\s){0,3}?(?:incident|shooting|accident|attack|crash|fire|gunfire|violence))"
    r"\s(?:all\s|also\s|was\s|had\s)*\Z"
)
# "a shooting that occurred", "the melee, which happened": the noun before is what happened.
_WHICH = re.compile(
    r"(?i)\b(?P<noun>[\w’'-]+),?\s(?:that|which)\s(?:all\s|also\s|had\s|authorities\ssaid\s|police\ssaid\s)*\Z"
)
_SCUFFLES = frozenset("melee brawl fight fracas scuffle altercation gunfire incident violence killings".split())
_HURT = re.compile(
    r"(?i)\b(?:victims?|body|bodies|dead|shot|wounded|injured|suffering|gunshot|unresponsive|bleeding)\b"
)
_LATER = re.compile(r"(?i)\b(?:injur(?:y|ies)|wounds|hospital|later|has died)\b")
_LEFT = re.compile(
    r"(?:left|leaves|leaving|sent|sends)\b[^.,;]{0,60}\b(?:dead|wounded|injured|hurt|hospital|hospitals|critical)\b"
)


def of_incident(document: Document, annotations: Annotations, sentence: Sentence, subject: Predication) -> bool:
    """Tell whether a predication is of the harmful event an article reports.

    So it is where it tells of harm in the lead, as "it happened", or deeper down of somebody the article is about.
    """
    text = document.text
    phrase = (
        _NEAR if OCCASION in sort_of(subject.kinds) else 40
    )  # its subject names it: "the most recent shooting occurred"
    if background("near").search(text, sentence.start, sentence.end) or background("before").search(
        text, max(sentence.start, subject.start - phrase), subject.start
    ):
        return False
    told = sort_of(subject.kinds)
    if text[max(sentence.start, subject.start - 4) : subject.start] == "had ":
        return False  # what had happened before
    if OCCASION in told and _SUBJECT.search(text, max(sentence.start, subject.start - 60), subject.start):
        return True
    which = _WHICH.search(text, max(sentence.start, subject.start - 60), subject.start) if OCCASION in told else None
    if which is not None and in_lead(annotations, sentence, LEAD):
        noun = which["noun"].lower()
        return noun in _SCUFFLES or HARM in sort_of(kinds_in(noun))
    around = sort_of(kinds_in(text[sentence.start : sentence.end]))
    lead = in_lead(annotations, sentence, LEAD)
    about = lead or bool(_beside(annotations, sentence, subject) & _main_persons(annotations))
    if _cases("other").search(text, sentence.start, sentence.end):
        return False
    if subject.kinds <= {"die", "pronounce"} and told:
        return lead and bool(around & {HARM, SERIAL}) and not _LATER.search(text, sentence.start, sentence.end)
    if not told:  # "shot an officer who was sitting in his car on Monday"
        before = kinds_in(text[sentence.start : subject.start])
        return about and HARM in sort_of(before) and not sort_of(before) - {HARM, SERIAL, OCCASION, LIGHT}
    if not told & INCIDENT or (not around & {HARM, SERIAL} and ALARM not in told):
        return lead and _LEFT.match(text, subject.start) is not None
    if subject.light or (subject.kinds == {"find"} and not _HURT.search(text, sentence.start, sentence.end)):
        return False
    if lead or (HARM in told and about) or "call" in subject.kinds:
        return True
    if HARM not in told:
        return False
    light = subject.kinds - kinds_in(
        text[subject.start : subject.end]
    )  # "Vik was on Elm Street when a man opened fire"
    if light and _beside(annotations, sentence, subject) & {p.name for p in annotations.of(Person) if not office_of(p)}:
        return True
    return _KNOWN.search(text, max(sentence.start, subject.start - _NEAR), subject.start) is not None


# Whom a text has told of: "he was shot", "the boy was struck".
_KNOWN = re.compile(
    r"(?:\A|[\s“\"])(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he\s(?:[\w-]+\s){0,2}?(?:victims?|man|woman|boy|girl|child|children|teens?|teenagers?|toddler|baby|shots|gunfire|bullets?|gunman))"
    r"\s(?:(?:was|were|had|been|also|\w+ly)\s)*\Z"
)


def tells_of_several(document: Document, annotations: Annotations) -> bool:
    """Tell whether the headline or the lead tells of several incidents."""
    return any(
        _cases("several").search(document.text, s.start, s.end)
        for s in annotations.of(Sentence)
        if s.segment in (SegmentKind.HEADLINE, SegmentKind.BODY) and in_lead(annotations, s, LEAD)
    )


def _beside(annotations: Annotations, sentence: Sentence, subject: Predication) -> set[str]:
    """The persons named close by a predicate, whom it may be about."""
    return {
        p.name
        for p in annotations.within(Person, sentence)
        if subject.start - _NEAR_PERSON <= p.start and p.end <= subject.end + _NEAR
    }


def _main_persons(annotations: Annotations) -> set[str]:
    """The persons an article names in its lead, and again, and without a title: not the officer who tells of it."""
    times = Counter(p.name for p in annotations.of(Person))
    titled = {p.name for p in annotations.of(Person) if office_of(p)}
    lead = {
        p.name for s in annotations.of(Sentence) if in_lead(annotations, s, LEAD) for p in annotations.within(Person, s)
    }
    return {name for name in lead - titled if times[name] > 1}


@cache
def _cases(which: str) -> re.Pattern[str]:
    """What speaks of ``other`` cases, or in a lead of ``several``."""
    found = (line.partition(": ") for line in words("checker.text", "other-cases.txt"))
    either = "|".join(re.escape(phrase) for kind, _, phrase in found if kind == which)
    return re.compile(rf"(?i)\b(?:{either})\b")
