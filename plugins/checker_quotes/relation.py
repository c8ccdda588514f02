"""How two speakers stand to each other: a relation, not equality.

False alarms come from here: "he", "police" and "the Republican candidate" are no different speakers from a name. Only two speakers
that are both resolved, and that nothing ties together, are different.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from checker.align.utterances import normalise, same_utterance
from checker.text import vocabulary
from checker.text.names import full_names, organisation_words, strip_title
from checker.text.speech.cues import entries
from checker.text.speech.phrases import head_of
from checker.text.standing import exclusive_posts

if TYPE_CHECKING:
    from checker.model import Speaker


# Words in quotation marks inside a quotation; a sentence cut out of it may have lost the closing one.
_INNER = re.compile(r"[‘“]((?:[^‘’“”]|’(?=\w)){12,})(?:[’”]|\Z)|(?<!\w)'((?:[^']|'(?=\w)){12,})(?:'(?!\w)|\Z)")
_PRONOUNS = frozenset("he she they it i we you who which that his her their".split())


class Relation(StrEnum):
    """What two speakers of the same words are to each other."""

    SAME = "same"
    ALIKE = "alike"  # one given name, two surnames: more likely two spellings of one person than two people
    VOICE = "voice"  # a body and somebody who may speak for it: its spokesman, its member
    DOCUMENT = "document"  # a paper, and somebody who may have written or read it out: "the statement", "the affidavit"
    NESTED = "nested"  # the one quotes the other
    ANONYMOUS = "anonymous"  # a source without a name: "a spokesman", "officials"
    UNRESOLVED = "unresolved"
    OFFICES = "offices"  # the holder of one office, without a name, and that of another
    DIFFERENT = "different"


def relation(a: Speaker | None, b: Speaker | None) -> Relation:
    """Return the relation of two speakers. Symmetric."""
    if a is None or b is None:
        return Relation.UNRESOLVED
    if a.resolved is None or b.resolved is None:
        return _unnamed(a, b)
    first, second = _key(a.resolved), _key(b.resolved)
    if not first or not second:
        return Relation.UNRESOLVED
    if first[-1] == second[-1] or set(first) <= set(second) or set(second) <= set(first):
        return Relation.SAME
    bodies = [s for s in (a, b) if _is_body(s.resolved or "")]
    if len(bodies) == 2:
        return Relation.UNRESOLVED if set(first) & set(second) else Relation.DIFFERENT
    if bodies:
        person = b if bodies[0] is a else a
        return _body_and_person(bodies[0], person)
    if len(first) < 2 and len(second) < 2:
        return Relation.UNRESOLVED  # two bare words: too little to call them two people
    if len(first) != len(second) and 1 in (len(first), len(second)):
        if full_names(first[0]) & full_names(second[0]):
            return Relation.SAME  # "Bishop Mike" and "Michael Okoro"
        alone = a if len(first) == 1 else b
        if (alone.role or "").casefold() in _peers():
            return Relation.UNRESOLVED
    if len(first) > 1 and len(second) > 1 and first[0] == second[0]:
        return Relation.ALIKE
    return Relation.DIFFERENT


def nested(words: str, other: str) -> bool:
    """Tell whether what two quotations share stands in marks inside the first: its speaker quotes somebody."""
    return any(same_utterance(normalise(m[1] or m[2]), normalise(other)) for m in _INNER.finditer(words))


def _unnamed(a: Speaker, b: Speaker) -> Relation:
    """The relation where at least one speaker has no name."""
    papers = [s for s in (a, b) if s.resolved is None and head_of(s.text) in entries("speaking-papers.txt")]
    if len(papers) == 1:
        other = b if papers[0] is a else a
        return Relation.DOCUMENT if other.resolved is not None else Relation.UNRESOLVED
    if any(_speaks_among(body, person) for body, person in ((a, b), (b, a))):
        return Relation.VOICE
    offices = [_office(s) for s in (a, b)]
    if None not in offices and offices[0] != offices[1]:
        return Relation.OFFICES
    plain = [s for s in (a, b) if s.resolved is None and s.text.casefold() not in _PRONOUNS]
    return Relation.ANONYMOUS if plain else Relation.UNRESOLVED


def _office(speaker: Speaker) -> str | None:
    """The office a speaker is said to hold, where one person holds no second: "the judge", "prosecutor Ivo Marek"."""
    told = " ".join(normalise(speaker.text))
    if speaker.resolved is not None:
        name = " ".join(normalise(speaker.resolved))
        told = f"{told.replace(name, ' ')} {' '.join(normalise(speaker.role or ''))}"
    forms = [form for form in exclusive_posts() if f" {form} " in f" {told} "]
    found = {exclusive_posts()[f] for f in forms if not any(f != longer and f in longer for longer in forms)}
    return found.pop() if len(found) == 1 else None


def _speaks_among(body: Speaker, person: Speaker) -> bool:
    """Tell whether somebody is by office one of those a phrase without a name stands for: "Corvo leaders", Corvo's chairman."""
    if body.resolved is not None or person.resolved is None or head_of(body.text) not in entries("collectives.txt"):
        return False
    told = {*person.text.split(), *(person.role or "").split()} - set(person.resolved.split())
    return any(w[:1].isupper() and w != "The" for w in told.intersection(body.text.split()))


def _body_and_person(body: Speaker, person: Speaker) -> Relation:
    """Somebody with an office elsewhere does not speak for a body; somebody of unknown or public office may."""
    if person.role is None:
        return Relation.VOICE
    role = set(normalise(person.role))
    heads = role & {w.casefold() for w in organisation_words()}
    own = set(_key(body.resolved or ""))
    if role & own or role & _speaks_for_bodies() or not heads:
        return Relation.VOICE
    return Relation.DIFFERENT


def _key(name: str) -> tuple[str, ...]:
    words = normalise(" ".join(strip_title(name.split())).removeprefix("the ").removeprefix("The "))
    return tuple(w for w in words if len(w) > 1 and w not in ("jr", "sr", "the"))


def _is_body(name: str) -> bool:
    parts = name.split()
    return (
        any(p in organisation_words() for p in parts)
        or (len(parts) == 1 and name.isupper())
        or parts[0] in ("The", "the")
    )


@cache
def _peers() -> frozenset[str]:
    return vocabulary.entries("checker_quotes", "peers.txt")


@cache
def _speaks_for_bodies() -> frozenset[str]:
    return entries("collectives.txt") | {
        "minister",
        "secretary",
        "director",
        "chief",
        "head",
        "president",
        "chairman",
        "chairwoman",
    }
