"""Cue verbs: the words that give a quotation to a speaker."""

from __future__ import annotations

import re
from functools import cache

from checker.text.event_words import inflected
from checker.text.vocabulary import words

_PACKAGE = "checker.text"
WORD = re.compile(r"(?<![\w’'-])[a-z]+(?![\w-])")  # as a cue verb stands inside a sentence


def entries(name: str) -> frozenset[str]:
    """The words of a list that holds several a line."""
    return frozenset(w for line in words(_PACKAGE, name) for w in line.split())


@cache
def cue_forms() -> frozenset[str]:
    """All forms of all cue verbs, lower case."""
    forms = {f for verb in entries("cue-verbs.txt") for f in inflected(verb)}
    return frozenset(forms | entries("cue-verbs-irregular.txt"))


@cache
def ambiguous() -> frozenset[str]:
    """Cue forms that are nouns as often as verbs."""
    return entries("ambiguous-cues.txt")


@cache
def addressed() -> frozenset[str]:
    """Cue forms whose object is who was spoken to."""
    return entries("addressed-cues.txt")


@cache
def speech_nouns() -> frozenset[str]:
    """Nouns of speech: "his remark that"."""
    return entries("speech-nouns.txt")


@cache
def said() -> frozenset[str]:
    """The plainest verbs of saying, which outrank others in one sentence."""
    return frozenset(
        {
            "said",
            "says",
            "told",
            "tells",
            "wrote",
            "writes",
            "saying",
            "added",
            "adding",
            "noted",
            "argued",
            "tweeted",
            "stated",
        }
    )
