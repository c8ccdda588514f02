"""Who a mention stands for: full names for surnames and pronouns, the named holder for "the judge"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Name, Person, Speaker
from checker.text.names import strip_title
from checker.text.nations import forms
from checker.text.patterns import pattern
from checker.text.speech.cues import entries
from checker.text.speech.lazy import lazy
from checker.text.speech.phrases import head_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from checker.model import Span
    from checker.text.speech.subjects import Subject

_INSIDE = pattern(r"\b(?:of|from|with|at|to|for|in|on|near|by|and)\s+(?:the\s+|(?:Mr|Mrs|Ms|Dr)\.?\s+)?\Z")
_INTRODUCED = pattern(r",\s(?:an?|who|his|her|their)\s(?!(?:suburb|city|town|village|company|firm|river|lake)\b)[a-z]")
_NEAR = 4  # line ends: two paragraphs
_GENDERED = {"he": "male", "she": "female"}


class Register:
    """Who is who among the speakers of a document: its persons and bodies, looked up by what a subject says of them.

    ``spoken`` yields the persons who spoke before an offset, the last first; the last *named* one is who "he" or "she" is. Measured on
    hand-resolved pronouns, the last named source of any attribution, indirect speech included, is right far more often than the last
    person mentioned.
    """

    def __init__(self, document: Document, annotations: Annotations, spoken: Callable[[int], Iterable[Person]]) -> None:
        self._document, self._spoken = document, spoken
        self._persons = annotations.of(Person)
        self._names = annotations.of(Name)
        self._starts = [p.start for p in self._persons]

    def speaker(self, subject: Subject) -> Speaker:
        """Resolve a subject."""
        text = self._document.text[subject.span.start : subject.span.end]
        if subject.antecedent is not None:
            meant = self.speaker(subject.antecedent)
            return replace(
                meant, start=subject.span.start, end=subject.span.end, text=text, resolved=meant.resolved or meant.text
            )
        if subject.form == "pronoun":
            person = self._pronoun(text.casefold(), subject.span)
            sure = person is not None and self._alone(person, subject.span)
            resolved = person.name if person is not None else None
            near = person is not None and not sure and self._near(person, subject.span)
            return Speaker(
                subject.span.start, subject.span.end, text, resolved, self._role(person), sure=sure, near=near
            )
        person = self.named(subject)
        if person is not None:
            return Speaker(subject.span.start, subject.span.end, text, person.name, self._role(person))
        if subject.form == "name":
            at = bisect_left(self._name_starts, subject.span.start)
            name = self._names[at] if at < len(self._names) else None
            if name is not None and (name.start, name.end, name.category) == (
                subject.span.start,
                subject.span.end,
                "organisation",
            ):
                return Speaker(subject.span.start, subject.span.end, text, text)
            if (full := self._introduced(text)) is not None:
                return Speaker(subject.span.start, subject.span.end, text, full)
            # A name the text has nowhere else may be anybody's, and a country's is nobody's.
            resolved = None if text in forms() else text
            return Speaker(subject.span.start, subject.span.end, text, resolved, sure=False)
        organisation = next(
            (
                n
                for n in self._names[bisect_left(self._name_starts, subject.span.start) :]
                if n.category == "organisation" and self._heads(n, subject.span)
            ),
            None,
        )
        resolved = self._document.text[organisation.start : organisation.end] if organisation else None
        return Speaker(subject.span.start, subject.span.end, text, resolved, None)

    def named(self, subject: Subject) -> Person | None:
        """The person whom a subject names, by name or as the only holder of a title; None for a pronoun and for all others."""
        if subject.antecedent is not None:
            return self.named(subject.antecedent)
        if subject.form == "pronoun":
            return None
        person = self._person_in(subject.span)
        if person is not None and (subject.form == "name" or self._heads(person, subject.span)):
            return person
        return None if subject.form == "name" else self._holder(subject.span)

    def _heads(self, name: Person | Name, span: Span) -> bool:
        """Tell "the mayor Ann Lee" from "friends of Ann Lee" and "Ann Lee's agent"."""
        return name.end == span.end and not _INSIDE.search(self._document.text, span.start, name.start)

    def _holder(self, span: Span) -> Person | None:
        """Who alone bears the title that a noun phrase ends in: "the judge"; nobody for "a spokesman", and for many."""
        phrase = self._document.text[span.start : span.end]
        head = head_of(phrase)
        if phrase[:4].casefold() != "the " or head in entries("collectives.txt"):
            return None
        holders = {p.name: p for p, held in self._offices if head in held}
        return next(iter(holders.values())) if len(holders) == 1 else None

    @lazy
    def _name_starts(self) -> list[int]:
        return [n.start for n in self._names]

    @lazy
    def _offices(self) -> list[tuple[Person, frozenset[str]]]:
        """The persons of whom a title or a role is told, with its words."""
        return [
            (p, frozenset(f"{p.title or ''} {p.role or ''}".casefold().replace(",", " ").split()))
            for p in self._persons
            if p.title or p.role
        ]

    def _pronoun(self, word: str, span: Span) -> Person | None:
        gender = _GENDERED.get(word)
        if gender is None and word != "who":
            return None
        for person in self._spoken(span.start):
            if person.gender in (None, gender) or gender is None:
                return person
        before = self._persons[: bisect_left(self._starts, span.start)]
        return next((p for p in reversed(before) if p.gender in (None, gender) or gender is None), None)

    def _alone(self, person: Person, span: Span) -> bool:
        """Tell whether nobody but ``person`` can be meant: named in the same paragraph before ``span``, and nobody else of that gender."""
        start = self._document.text.rfind("\n", 0, span.start) + 1
        named = self._persons[bisect_left(self._starts, start) : bisect_left(self._starts, span.start)]
        fitting = {p.name for p in named if person.gender is None or p.gender in (None, person.gender)}
        return fitting == {person.name}

    def _near(self, person: Person, span: Span) -> bool:
        """Tell whether ``person`` is the last one named before a pronoun, at most two paragraphs before it."""
        text = self._document.text
        last = next(
            (p for p in reversed(self._persons[: bisect_left(self._starts, span.start)]) if _fits(p, person)), None
        )
        if last is None or last.name != person.name or text.count("\n", last.end, span.start) > _NEAR:
            return False
        names = self._names[bisect_left(self._name_starts, last.end) : bisect_left(self._name_starts, span.start)]
        return not any(" " in text[n.start : n.end] and n.category != "organisation" for n in names)

    def _introduced(self, family: str) -> str | None:
        """The full name, introduced by what its bearer is, that alone ends in a surname: "Shelby Orne, a neighbour, …" for "Orne"."""
        text = self._document.text
        if f" {family}," not in text:
            return None
        bearers = self._bearers(family)
        if not any(_INTRODUCED.match(text, n.end) for n in bearers):
            return None
        full = {" ".join(strip_title(text[n.start : n.end].split())) for n in bearers}
        return full.pop() if len(full) == 1 else None

    def _bearers(self, family: str) -> list[Name]:
        """The names of several words that end in ``family`` and are no organisation's."""
        text, found = self._document.text, []
        at = text.find(f" {family}") if " " not in family else -1
        while at >= 0:
            end = at + 1 + len(family)
            name = self._by_end.get(end)
            if name is not None and name.start <= at and name.category != "organisation":
                found.append(name)
            at = text.find(f" {family}", end)
        return found

    @lazy
    def _by_end(self) -> dict[int, Name]:
        return {name.end: name for name in self._names}

    def _person_in(self, span: Span) -> Person | None:
        """The person whose mention a span is, or the last one in it."""
        found = None
        for at in range(bisect_left(self._starts, span.start), len(self._persons)):
            person = self._persons[at]
            if person.start >= span.end:
                break
            if person.end <= span.end:
                found = person
                if person.start == span.start and person.end == span.end:
                    break
        return found

    def _role(self, person: Person | None) -> str | None:
        if person is None:
            return None
        return person.role or person.title or self._known_roles.get(person.name)

    @lazy
    def _known_roles(self) -> dict[str, str]:
        """What is first told of each person, by name."""
        roles: dict[str, str] = {}
        for person in self._persons:
            if told := person.role or person.title:
                roles.setdefault(person.name, told)
        return roles


def _fits(other: Person, person: Person) -> bool:
    return person.gender is None or other.gender in (None, person.gender)
