"""Cue verbs: the words that give a quotation to a speaker."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from checker.text import vocabulary
from checker.text.event_words import inflected

_PACKAGE = "checker.text"


class Cue(NamedTuple):
    """A cue verb where it stands: its bounds in the text that was searched, and its form."""

    start: int
    end: int
    form: str


def words_in(text: str) -> frozenset[str]:
    """The words of a text as they stand, without the signs around them: asked first, since no pattern is as quick as a look-up."""
    for sign in _SEPARATORS:
        if sign in text:
            text = text.replace(sign, " ")
    return frozenset([token.strip(_SIGNS) for token in text.split()])


def cues_in(text: str, present: frozenset[str] | None = None) -> list[Cue]:
    """The cue verbs of a text in order, as verbs stand inside a sentence: lower case, whole words. ``present``: its words, if known."""
    found = []
    for form in cue_forms() & (words_in(text) if present is None else present):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            before, behind = text[at - 1 : at], text[end : end + 2]
            inside = before.isalnum() or before in _INSIDE or behind[:1].isalnum() or behind[:1] in ("-", "_")
            if not inside and not (behind[:1] in ("’", "'") and behind[1:].isalpha()):  # "the state's"
                found.append(Cue(at, end, form))
            at = text.find(form, end)
    found.sort()
    return found


_SEPARATORS = "\0—–.,/:;…=<>()[]!?’'\"“”"
_SIGNS = "{}#@$&+|*‘-"
_INSIDE = frozenset("_’'-")  # with one of these before it, it is part of a word


@cache
def entries(name: str) -> frozenset[str]:
    """The words of a list of the core that holds several a line."""
    return vocabulary.entries(_PACKAGE, name)


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
