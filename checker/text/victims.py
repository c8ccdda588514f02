"""Victims: whom the harm that a clause tells of befell, by name.

"Ada Rowe, 15, was shot", "shot and killed 15-year-old Ada Rowe", "the fatal shooting of Ada Rowe", "Ada Rowe's killing", "Rowe was playing
when a gunman shot her". A person is killed once: two clauses on the killing of one person tell of one event, whatever else they share.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.model import Person
from checker.text.event_words import background
from checker.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Annotations, Document, Span


class Called(NamedTuple):
    """A person where a sentence calls one by name: the span, and the fullest name the document gives."""

    start: int
    end: int
    name: str


_APPOSED = (
    r"(?:,?\s(?:aged?\s)?\d{1,3}(?:\syears\sold)?|,\s(?:an?|the|his|her|their)\s[^,;.]{1,60}"
    r"|,?\s(?:of|from)\s[^,;.]{1,40}|,?\s[JS]r\.?|\s\([^)]{1,30}\))"
)
_TO_PASSIVE = re.compile(rf"{_APPOSED}*,?\s(?:who\s|and\s|also\s|then\s|later\s|allegedly\s|identified\sas\s)*")
_LISTED = re.compile(rf"{_APPOSED}*,?\s(?:and\s)?(?:\d+-year-old\s)?")
_ADJECTIVES = re.compile(r"\s(?:(?!of\b|at\b|in\b|by\b|near\b|with\b|on\b|and\b|who\b|when\b)[a-z\d’'-]+,?\s){0,7}")
_PRONOUN = re.compile(
    r"\s(?:and\s\w+\s)?(?:him|her|the\s(?:boy|girl|man|woman|teen|teenager|child|toddler|officer|baby))\b"
)
_SELF = re.compile(r"\s(?:himself|herself)\b")
_REACH = 45  # code points behind the head of a clause in which words of harm are still of it


def victims(document: Document, annotations: Annotations, sentence: Span, at: Span) -> frozenset[str]:
    """Return the names of those whom the harm told of around ``at``, the head of a clause, befell; none where it is history."""
    text = document.text
    called = _called(document, annotations, sentence)
    if not called or background("near").search(text, sentence.start, sentence.end):
        return frozenset()
    found = {c.name for c in called if (own := _owned().match(text, c.end)) and _beside(text, at, own.span())}
    for match in _harm().finditer(text, sentence.start, sentence.end):
        if not _beside(text, at, match.span()):
            continue
        if match["passive"] or _SELF.match(text, match.end()):
            found |= _subjects(text, called, match.start())
        elif objects := _objects(text, called, match.end()):
            found |= objects
        elif _PRONOUN.match(text, match.end()) and len({c.name for c in called if c.end <= match.start()}) == 1:
            found.add(called[0].name)  # "Rowe was playing when a gunman shot her"
    return frozenset(found or _bystander(text, called, sentence, at))


def _bystander(text: str, called: Sequence[Called], sentence: Span, at: Span) -> set[str]:
    """Who was doing something else when it happened: "Ada Rowe was on a porch on Monday when gunfire erupted"."""
    names = {c.name for c in called if c.end <= at.end}
    opens = called[0].start == sentence.start and _WAS.match(text, called[0].end)
    return names if opens and len(names) == 1 and _BROKE_IN.search(text, called[0].end, at.end) else set()


_WAS = re.compile(r"(?:,\s\d{1,3},)?\s(?:and\s\w+\s)?(?:was|were|had\sbeen)\s")
_BROKE_IN = re.compile(r"\bwhen\s")


def _beside(text: str, at: Span, told: tuple[int, int]) -> bool:
    """Tell whether words of harm are of the head at ``at``: right beside it, or what breaks into what it tells: "was playing when"."""
    start, end = told
    near = start < at.end + _REACH and end >= at.start and not _PARTED.search(text, at.end, start)
    return near or (start > at.end and _WHEN.match(text, at.end, start) is not None)


_PARTED = re.compile(r"\b(?:that|which|who|led|after|before|and\sthe)\b")
_WHEN = re.compile(r"[^;:]*\bwhen\s(?!.*\b(?:after|before)\b)")


def _subjects(text: str, called: Sequence[Called], verb: int) -> set[str]:
    """Who is named before a verb in the passive, with those listed before: "Ada Rowe, 4, and Ivo Ortega were shot"."""
    found: set[str] = set()
    end, joined = verb, _TO_PASSIVE
    for person in reversed([c for c in called if c.end <= verb]):
        if joined.fullmatch(text, person.end, end) is None:
            break
        found.add(person.name)
        end, joined = person.start, _LISTED
    return found


def _objects(text: str, called: Sequence[Called], end: int) -> set[str]:
    """Who is named right behind a verb, or behind "the killing of"."""
    return {c.name for c in called if c.start >= end and _ADJECTIVES.fullmatch(text, end, c.start)}


def _called(document: Document, annotations: Annotations, sentence: Span) -> list[Called]:
    """The persons a sentence names, in order, those by their given name alone included: "Ada was playing"."""
    text = document.text
    found = [Called(p.start, p.end, p.name) for p in annotations.within(Person, sentence) if not p.title]
    given = _given(annotations)
    for word in _WORD.finditer(text, sentence.start, sentence.end):
        name = given.get(word[0])
        if name is not None and not any(c.start < word.end() and word.start() < c.end for c in found):
            found.append(Called(*word.span(), name))
    return sorted(found)


_WORD = re.compile(r"\b[A-Z][a-z]{2,}\b")


def _given(annotations: Annotations) -> dict[str, str]:
    """By given name, the one person of a document that has it."""
    found: dict[str, set[str]] = {}
    for person in annotations.of(Person):
        if person.given and person.family:
            found.setdefault(person.given, set()).add(person.name)
    return {given: next(iter(names)) for given, names in found.items() if len(names) == 1}


@cache
def _harm() -> re.Pattern[str]:
    """What tells of harm done to a person: in the passive, or with the person behind it."""
    either = _forms()
    filler = r"(?:(?:\w+ly|also|then|first|later|being|himself|herself)\s)*"
    return re.compile(
        rf"\b(?P<passive>(?:was|were|been|being|got|is|are)\s{filler}(?:\w+ed,?\s(?:[^,.;]{{1,30}}\s)?and\s)?{filler}(?:{either['done']}))\b"
        rf"|\b(?:{either['noun']})\sof(?=\s)"
        rf"|\b(?:{either['does']})(?:\sand\s(?:killed|wounded|injured|killing|wounding|kill))?(?:\sdead|\sto\sdeath)?\b"
    )


@cache
def _owned() -> re.Pattern[str]:
    """What stands behind a name whose killing it is: "'s fatal shooting"."""
    return re.compile(rf"['’]s?\s(?:[a-z-]+\s){{0,2}}(?:{_forms()['noun']})(?![\w’'-])")


@cache
def _forms() -> dict[str, str]:
    """The forms of each part as alternatives of a pattern, the longest first."""
    forms: dict[str, list[str]] = {}
    for line in words("checker.text", "harm-to-persons.txt"):
        part, _, phrase = line.partition(": ")
        forms.setdefault(part, []).append(r"\s".join(map(re.escape, phrase.split())))
    return {part: "|".join(sorted(found, key=len, reverse=True)) for part, found in forms.items()}
