"""Cue verbs: the words that give a quotation to a speaker."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.text.event_words import inflected
from checker.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PACKAGE = "checker.text"


class Cue(NamedTuple):
    """A cue verb where it stands: its bounds in the text that was searched, and its form."""

    start: int
    end: int
    form: str


def cues_in(text: str) -> Iterator[Cue]:
    """Yield the cue verbs of a text, as verbs stand inside a sentence: lower case, whole words."""
    pattern = _pattern()
    if first := pattern.match(" " + text[:_LONGEST]):
        yield Cue(0, first.end(1) - 1, first[1])
    for match in pattern.finditer(text):
        yield Cue(*match.span(1), match[1])


_LONGEST = 24  # code points: no cue form is longer


@cache
def _pattern() -> re.Pattern[str]:
    # Led by the sign before it, which the search skips to quickly; the forms as a tree of letters, so that few are tried at any place.
    return re.compile(rf"[^\w’'-]({tree(cue_forms())})(?![\w-])")


def tree(forms: Iterable[str]) -> str:
    """The pattern of a set of words, longest first, that shares their beginnings."""
    heads: dict[str, set[str]] = {}
    for form in forms:
        heads.setdefault(form[:1], set()).add(form[1:])
    optional = "?" if heads.pop("", None) is not None else ""
    branches = [re.escape(head) + tree(rest) for head, rest in sorted(heads.items())]
    return f"(?:{'|'.join(branches)}){optional}" if branches else ""


@cache
def entries(name: str) -> frozenset[str]:
    """The words of a list that holds several a line."""
    return frozenset(w for line in words(_PACKAGE, name) for w in line.split())


@cache
def cue_forms() -> frozenset[str]:
    """All forms of all cue verbs, lower case."""
    forms = {f for verb in entries("cue-verbs.txt") for f in inflected(verb)}
    return frozenset(forms | entries("cue-verbs-irregular.txt"))


def ambiguous() -> frozenset[str]:
    """Cue forms that are nouns as often as verbs."""
    return entries("ambiguous-cues.txt")


def addressed() -> frozenset[str]:
    """Cue forms whose object is who was spoken to."""
    return entries("addressed-cues.txt")


def speech_nouns() -> frozenset[str]:
    """Nouns of speech: "his remark that"."""
    return entries("speech-nouns.txt")


def said() -> frozenset[str]:
    """The plainest verbs of saying, which outrank others in one sentence."""
    return entries("plain-cues.txt")
