"""The vocabulary of events, read once: triggers by class, and the words that single out a phase."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.model import Phase
from checker.text.vocabulary import entries, table, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PHASES = {
    "start": Phase.START,
    "end": Phase.END,
    "last": Phase.END,
    "whole": Phase.WHOLE,
    "announced": Phase.ANNOUNCED,
}


@frozen()
class Trigger:
    """A word or phrase that names an event."""

    event_class: str
    punctual: bool
    person: bool  # happens to one person, who tells it from others
    noun: bool
    to_object: bool = False  # in the active, to the object of the verb: "a court sentenced him"
    companions: frozenset[str] = frozenset()  # counts only beside one of these; empty: always
    harm: bool = False  # told of an event that hurts people: what it did to them, or the alarm it raised
    alarm: bool = False


@frozen()
class PhaseWord:
    """A word that says which part of an event is meant. ``lasting`` verbs ("last", "run") speak of the end only before "until"."""

    phase: Phase
    noun: bool
    lasting: bool = False


@frozen()
class Hit:
    """A word of the vocabulary in a run of tokens: tokens ``first`` to ``last``, last inclusive."""

    first: int
    last: int
    word: Trigger | PhaseWord


class Lexicon:
    """Multi-word look-up by the first word; the longest form wins."""

    def __init__(self, entries: Iterable[tuple[str, Trigger | PhaseWord]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Trigger | PhaseWord]]] = {}
        for form, word in entries:
            first, *rest = form.split()
            self._by_first.setdefault(first, []).append((tuple(rest), word))
        for found in self._by_first.values():
            found.sort(key=lambda e: -len(e[0]))

    def scan(self, tokens: Sequence[str]) -> list[Hit]:
        """Find every entry in lower-case ``tokens``, left to right, longest first, without overlap."""
        hits: list[Hit] = []
        at = 0
        while at < len(tokens):
            for rest, word in self._by_first.get(tokens[at], ()):
                if tuple(tokens[at + 1 : at + 1 + len(rest)]) == rest:
                    hits.append(Hit(at, at + len(rest), word))
                    at += len(rest)
                    break
            at += 1
        return hits


@cache
def triggers() -> Lexicon:
    """The event triggers of ``event-classes.txt``."""
    entries: list[tuple[str, Trigger | PhaseWord]] = []
    for line in words("checker.text", "event-classes.txt"):
        event_class, length, subject, part, forms, *more = (field.strip() for field in line.split("|"))
        companions = frozenset(w.strip() for field in more for w in field.split(","))
        person = subject in ("person", "object")
        trigger = Trigger(
            event_class,
            length == "punctual",
            person,
            part == "noun",
            subject == "object",
            companions,
            harm=subject in ("harm", "alarm"),
            alarm=subject == "alarm",
        )
        for form in (f.strip() for f in forms.split(",")):
            entries += [(f, trigger) for f in ([form] if part == "noun" or " " in form else inflected(form))]
    return Lexicon(entries)


@cache
def harmful() -> frozenset[str]:
    """The classes of events that hurt people or things."""
    return frozenset(words("checker.text", "event-harmful.txt"))


@cache
def everyday() -> frozenset[str]:
    """The classes of harmful events of which a town may have several in a week."""
    return frozenset(words("checker.text", "event-everyday.txt"))


@cache
def phases() -> Lexicon:
    """The phase words of ``event-phases.txt``."""
    entries: list[tuple[str, Trigger | PhaseWord]] = []
    for key, forms in table("checker.text", "event-phases.txt").items():
        name, part = key.split()
        word = PhaseWord(_PHASES[name], part == "noun", lasting=name == "last")
        for form in (f.strip() for f in forms.split(",")):
            entries += [(f, word) for f in ([form] if part == "noun" or " " in form else inflected(form))]
    return Lexicon(entries)


@cache
def background(where: str) -> re.Pattern[str]:
    """What marks an event as history or as another one: ``near`` the trigger, or in the noun phrase ``before`` it."""
    found = (line.partition(": ") for line in words("checker.text", "event-background.txt"))
    either = "|".join(re.escape(phrase) for place, _, phrase in found if place == where)
    behind = r"\s(?:[\w’'-]+\s){0,2}\Z" if where == "before" else r"\b"
    return re.compile(rf"(?i)\b(?:{either}){behind}")


def inflected(verb: str) -> set[str]:
    """The regular forms of a verb: "sign" gives sign, signs, signed, signing. Irregular forms stand in the data as they are."""
    if verb.endswith("e"):
        return {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    suffix = "es" if verb.endswith(("s", "x", "ch", "sh")) else "s"
    doubled = (
        verb + verb[-1] if _ENDS_SHORT.search(verb) else verb
    )  # "stabbed"; "visitted" is no word, and does no harm
    return {verb, verb + suffix, verb + "ed", verb + "ing", doubled + "ed", doubled + "ing"}


_ENDS_SHORT = re.compile(r"(?:\A|[^aeiou])[aeiou][bdgklmnprtvz]\Z")


@cache
def times() -> frozenset[str]:
    """Return the nouns and adverbs of time that stand where an object could: "the strike ended the night before"."""
    return entries("checker.text", "no-heads.txt")
