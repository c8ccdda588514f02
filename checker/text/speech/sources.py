"""Who a mention stands for: full names for surnames and pronouns, the named holder for "the judge"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Name, Person, Speaker
from checker.text.nations import forms
from checker.text.speech.cues import entries

if TYPE_CHECKING:
    from checker.model import Span
    from checker.text.speech.subjects import Subject

_INSIDE = re.compile(r"\b(?:of|from|with|at|to|for|in|on|near|by|and)\s+(?:the\s+|(?:Mr|Mrs|Ms|Dr)\.?\s+)?\Z")
_GENDERED = {"he": "male", "she": "female"}


class Register:
    """The sources of a document so far, in the order they spoke: the last *named* one is who "he" or "she" is.

    Measured on hand-resolved pronouns, the last named source of any attribution, indirect speech included, is right far more often
    than the last person mentioned; so every cue verb with a named subject is entered.
    """

    def __init__(self, document: Document, annotations: Annotations) -> None:
        self._document = document
        self._persons = {(p.start, p.end): p for p in annotations.of(Person)}
        self._ordered = annotations.of(Person)
        self._names = {(n.start, n.end): n for n in annotations.of(Name)}
        self._spoken: list[Person] = []

    def speaker(self, subject: Subject) -> Speaker:
        """Resolve a subject and enter it in the register if it names a person."""
        text = self._document.text[subject.span.start : subject.span.end]
        if subject.antecedent is not None:
            meant = self.speaker(subject.antecedent)
            return replace(
                meant, start=subject.span.start, end=subject.span.end, text=text, resolved=meant.resolved or meant.text
            )
        if subject.form == "pronoun":
            person = self._pronoun(text.casefold(), subject.span)
            sure = person is not None and self._alone(person, subject.span)
            return Speaker(
                subject.span.start, subject.span.end, text, person.name if person else None, _role(person), sure=sure
            )
        person = self._person_in(subject.span)
        if person is not None and (subject.form == "name" or self._heads(person, subject.span)):
            if not self._spoken or self._spoken[-1].name != person.name:
                self._spoken.append(person)
            return Speaker(
                subject.span.start, subject.span.end, text, person.name, _role(person) or self._known_role(person.name)
            )
        if subject.form == "name":
            name = self._names.get((subject.span.start, subject.span.end))
            if name is not None and name.category == "organisation":
                return Speaker(subject.span.start, subject.span.end, text, text)
            # A name the text has nowhere else may be anybody's, and a country's is nobody's.
            resolved = None if text in forms() else text
            return Speaker(subject.span.start, subject.span.end, text, resolved, sure=False)
        return self._nominal(subject.span, text)

    def _heads(self, name: Person | Name, span: Span) -> bool:
        """Tell "the mayor Ann Lee" from "friends of Ann Lee" and "Ann Lee's agent"."""
        return name.end == span.end and not _INSIDE.search(self._document.text, span.start, name.start)

    def _nominal(self, span: Span, text: str) -> Speaker:
        """Resolve a noun: "the judge" is who bears that title, "the Transport Ministry" itself; "a spokesman" stays unresolved."""
        words = text.split()
        if words[0].casefold() == "the" and len(words) > 1:
            head = words[-1].casefold()
            holders = {
                p.name: p
                for p in self._ordered
                if head in f"{p.title or ''} {p.role or ''}".casefold().replace(",", " ").split()
            }
            if len(holders) == 1 and head not in entries("collectives.txt"):
                (person,) = holders.values()
                self._spoken.append(person)
                return Speaker(span.start, span.end, text, person.name, _role(person))
        organisation = next(
            (
                n
                for n in self._names.values()
                if n.category == "organisation" and span.start <= n.start and self._heads(n, span)
            ),
            None,
        )
        resolved = self._document.text[organisation.start : organisation.end] if organisation else None
        return Speaker(span.start, span.end, text, resolved, None)

    def _pronoun(self, word: str, span: Span) -> Person | None:
        gender = _GENDERED.get(word)
        if gender is None and word != "who":
            return None
        for person in reversed(self._spoken):
            if person.gender in (None, gender) or gender is None:
                return person
        before = [p for p in self._ordered if p.end <= span.start and (p.gender in (None, gender) or gender is None)]
        return before[-1] if before else None

    def _alone(self, person: Person, span: Span) -> bool:
        """Tell whether nobody but ``person`` can be meant: named in the same paragraph before ``span``, and nobody else of that gender."""
        start = self._document.text.rfind("\n", 0, span.start) + 1
        named = [p for p in self._ordered if start <= p.start and p.end <= span.start]
        fitting = {p.name for p in named if person.gender is None or p.gender in (None, person.gender)}
        return fitting == {person.name}

    def _person_in(self, span: Span) -> Person | None:
        exact = self._persons.get((span.start, span.end))
        if exact is not None:
            return exact
        inside = [p for p in self._persons.values() if span.start <= p.start and p.end <= span.end]
        return inside[-1] if inside else None

    def _known_role(self, name: str) -> str | None:
        return next((r for p in self._ordered if p.name == name and (r := _role(p))), None)


def _role(person: Person | None) -> str | None:
    if person is None:
        return None
    return person.role or person.title
