"""Attribution: whom an article names for what a passage says; nobody where it speaks for itself.

"Police said that three people died", "three people died, police said", "according to police, three people died" and the quoted words
of an officer all give the three to the police. Of two sources in one sentence the one nearer to the passage counts ("police said three
died, the Post reported").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Name, Person, Span
from checker.text.event_words import inflected
from checker.text.speech.cues import entries
from checker.text.speech.discourse import Discourse
from checker.text.vocabulary import light_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Annotations, Document, Speaker
    from checker.text.speech.paragraph import Paragraph
    from checker.text.speech.subjects import Subject

_NAME_WORD = re.compile(r"[^\W\d_]{2,}")
_ACCORDING = re.compile(r"\b(?:[Aa]ccording to|[Cc]iting)\s+")
_THAT = re.compile(r"\s+(?:[\w’'.-]+\s+){0,5}?that\b")
_TURNED = re.compile(r"[,\0]\s*\Z")
_TAG_OPENS = re.compile(r"[,\0]\s+(?:[\w’'.-]+\s+){0,6}\Z")
_TAG_ENDS = re.compile(r"\s*(?:[.;,]|\Z)|\s+(?:on|in|at|during|to|this|last|late|early|[A-Z][a-z]+day)\b")


class Attributions:
    """The sources of one document, asked passage by passage; paragraphs are read when first asked for."""

    def __init__(self, document: Document, annotations: Annotations) -> None:
        self._document, self._annotations = document, annotations
        self._read: tuple[tuple[Name, ...], tuple[Person, ...]] | None = None

    def of(self, span: Span) -> Speaker | None:
        """Who says, in the article, what ``span`` tells: the mention of the source and its name; None for the article itself."""
        known = self._annotations.of(Name), self._annotations.of(Person)
        if self._read is None or self._read[0] is not known[0] or self._read[1] is not known[1]:
            self._read = known
            self._discourse = Discourse(self._document, self._annotations)
        number = self._discourse.number_at(span.start)
        if number is None:
            return None
        paragraph = self._discourse.paragraph(number)
        base = paragraph.span.start
        subject = _source(paragraph, Span(span.start - base, span.end - base))
        return self._discourse.speaker(subject) if subject is not None else None


def two_sources(first: str | None, second: str | None) -> bool:
    """Tell whether two attributions name two sources: no word of weight in common, and neither is a mere pronoun."""
    names = [set(_NAME_WORD.findall(name.casefold())) - light_words() for name in (first, second) if name]
    return len(names) == 2 and all(names) and not names[0] & names[1]


def _source(paragraph: Paragraph, span: Span) -> Subject | None:
    """The source of a passage; ``span`` counts from the start of the paragraph."""
    base = paragraph.span.start
    quoted = next((f for f in paragraph.fragments if f.start <= base + span.start < f.end), None)
    outer = Span(quoted.outer.start - base, quoted.outer.end - base) if quoted is not None else span
    low = paragraph.sentence(quoted)[0] if quoted is not None else _bounds(paragraph, span)[0]
    high = paragraph.sentence(quoted)[1] if quoted is not None else _bounds(paragraph, span)[1]
    found = next(_sources(paragraph, outer, low, high, quoted=quoted is not None), None)
    if found is None and quoted is not None and low:
        before = [c for c in paragraph.cues if c.end <= low]  # "…," Lee said. "…": the speaker goes on
        for cue in reversed(before):
            subject = paragraph.cue_subject(cue, 0) or paragraph.finder.right(base + cue.end)
            if subject is not None:
                return subject
    return found


def _sources(paragraph: Paragraph, span: Span, low: int, high: int, *, quoted: bool) -> Iterator[Subject]:
    """The sources a sentence names for a passage in it, the nearest first."""
    base, text = paragraph.span.start, paragraph.masked
    for cue in reversed(paragraph.cues_between(low, span.start)):
        subject = paragraph.cue_subject(cue, low)
        reports = quoted or cue.form in _reporting() or _THAT.match(text, cue.end, span.start)
        if subject is not None and reports and subject.span.end <= base + cue.start:
            yield subject
    for cue in paragraph.cues_between(span.end, high):
        if not (quoted or cue.form in _reporting()):
            continue
        if _TURNED.search(text, low, cue.start):  # ", said Lee"
            subject = paragraph.finder.right(base + cue.end)
            if subject is not None:
                yield subject
                continue
        subject = paragraph.finder.left(base + cue.start)
        if subject is None or subject.span.start < base + span.end or not _TAG_ENDS.match(text, cue.end):
            continue
        if _TAG_OPENS.search(text, low, subject.span.start - base):
            yield subject
    for match in _ACCORDING.finditer(text, low, high):
        subject = paragraph.finder.right(base + match.end())
        if subject is not None and not subject.span.overlaps(Span(base + span.start, base + span.end)):
            yield subject


def _bounds(paragraph: Paragraph, span: Span) -> tuple[int, int]:
    """The reporter's sentence around a passage outside quotation marks."""
    low = max((behind for _, behind in paragraph.stops if behind <= span.start), default=0)
    high = min((stop for stop, _ in paragraph.stops if stop >= span.end), default=len(paragraph.masked))
    return low, high


@cache
def _reporting() -> frozenset[str]:
    verbs = entries("reporting-verbs.txt")
    return frozenset({f for verb in verbs for f in inflected(verb)} | {"said", "told", "wrote"})
