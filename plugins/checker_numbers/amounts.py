"""Amounts: what one thing is counted or measured at, and where an article states it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import EventMention, Mention, Quantity, Quotation, SegmentKind, Sentence
from checker_numbers.cues import cues
from checker_numbers.tallies import SEGMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Annotations, Document

_AS_DESCRIBED = 2  # words that two sentences share about one thing of one description
_ALIKE = 3  # words that two sentences share about one thing
_FIRST = 3  # sentences of the body that tell the news
_BEFORE, _BEHIND = 80, 45  # code points around a number in which other times and plans are told
_YEAR = re.compile(r"\b(?:in|since|of|until|from|by|late|early)\s((?:1[0-9]|20)\d\d)\b", re.IGNORECASE)


@frozen()
class Thing(Mention):
    """What is counted or measured: equal keys in related articles are one thing."""

    kind: ClassVar[str] = "thing"
    key: str
    label: str
    telling: str | None = None  # the noun itself, where it tells articles apart


@frozen()
class Setting:
    """What a sentence says of a thing: its modifiers, stems of words around it, the last words of names there.

    ``vague``: its noun alone tells nothing.
    """

    modifiers: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    vague: bool = False

    def describes(self, other: Setting) -> bool:
        """Tell whether both give a telling noun the same modifiers: "gold snuffboxes"."""
        return bool(self.modifiers) and self.modifiers == other.modifiers and not self.vague

    def fits(self, other: Setting) -> bool:
        """Tell whether two sentences say so much alike that they speak of one thing. Symmetric."""
        shared = self.words & other.words
        if self.modifiers & other.modifiers:
            return bool(len(shared) >= _AS_DESCRIBED or self.names & other.names)
        return not (self.vague or (self.modifiers and other.modifiers)) and len(shared) >= _ALIKE


@frozen()
class Amount(Quantity):
    """A number, what ``label`` a report gives it, and how firmly the article states it.

    ``main``: stated, and the only one there. ``news``: in the opening. ``revised``: as a new number in place of another. ``stage``: as
    charged, or as proved. ``place``: where these are, if the article says so right behind. ``setting``: what is said of the thing, where
    that decides whether two are one.
    """

    kind: ClassVar[str] = "amount"
    label: str = ""
    main: bool = True
    revised: bool = False
    stage: str = ""
    place: str = ""
    news: bool = True
    setting: Setting | None = None


def body_of(annotations: Annotations) -> list[Sentence]:
    """The sentences of an article that may state facts, in order."""
    return [s for s in annotations.of(Sentence) if s.segment in SEGMENTS]


def opening_of(sentences: Sequence[Sentence], first: int = _FIRST) -> list[Sentence]:
    """The headline, the captions and the first sentences of the body."""
    body = [s for s in sentences if s.segment is SegmentKind.BODY][:first]
    return [s for s in sentences if s.segment is SegmentKind.HEADLINE or s in body]


def in_passing(document: Document, sentence: Sentence, at: int) -> bool:
    """Tell whether the words around ``at`` speak of another time, of a plan, of a rate or of what might be."""
    text = document.text[max(sentence.start, at - _BEFORE) : min(sentence.end, at + _BEHIND)]
    if cues("passing").search(text):
        return True
    published = document.published
    return any(published is None or int(m[1]) != published.year for m in _YEAR.finditer(text))


def of_another_year(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence names a year other than that of the publication."""
    published = document.published
    years = (int(m[1]) for m in _YEAR.finditer(document.text, sentence.start, sentence.end))
    return any(published is None or year != published.year for year in years)


def in_other_times(document: Document, annotations: Annotations, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of another year or an event before the news; a plan may be the news."""
    return (
        of_another_year(document, sentence)
        or cues("before").search(document.text, sentence.start, sentence.end) is not None
        or any(e.background for e in annotations.within(EventMention, sentence))
    )


def settled(said: Sequence[tuple[Thing, Amount]]) -> Iterator[tuple[Thing, Amount]]:
    """The amounts of one thing, the stated one marked: that of the news if there is one, else the only one."""
    news = {a.value for _, a in said if a.main and a.news}
    values = {a.value for _, a in said}
    mains = news or (values if len(values) == 1 and any(a.main for _, a in said) else set())
    for thing, amount in said if mains else ():
        yield thing, replace(amount, main=amount.main and mains == {amount.value})


def aside(document: Document, annotations: Annotations, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of other times or other events than the news."""
    if cues("other-times").search(document.text, sentence.start, sentence.end):
        return True
    return any(e.background for e in annotations.within(EventMention, sentence))


def revised(document: Document, sentence: Sentence, at: int) -> bool:
    """Tell whether the words around ``at`` give a new number for an old one."""
    return (
        cues("revised").search(document.text, max(sentence.start, at - _BEFORE), min(sentence.end, at + _BEHIND))
        is not None
    )


def spoken(annotations: Annotations, mention: Mention) -> bool:
    """Tell whether somebody is quoted with the words of ``mention``."""
    return any(q.start <= mention.start < q.end and q.form != "indirect" for q in annotations.of(Quotation))
