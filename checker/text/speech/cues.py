"""Cue verbs: the words that give a quotation to a speaker."""

from __future__ import annotations

from functools import cache
from operator import attrgetter

from checker.frozen import frozen
from checker.text import vocabulary
from checker.text.event_words import inflected

_PACKAGE = "checker.text"
_START = attrgetter("start")


@frozen()
class Cue:
    """A cue verb where it stands: its bounds in the text that was searched, and its form."""

    start: int
    end: int
    form: str


def telling_words(text: str) -> frozenset[str]:
    """The words of a text that tell of speech: cue verbs, nouns of speech, what names a source.

    Asked first, since no pattern is as quick as a look-up, and in bytes, which are parted with half the work. Letters that ASCII has not
    part words, too: where a cue stands is told by the text itself.
    """
    plain = text.encode("ascii", "replace").translate(_BLANKED)
    return frozenset(map(bytes.decode, _telling().intersection(plain.split())))


def cues_in(text: str, present: frozenset[str] | None = None) -> list[Cue]:
    """The cue verbs of a text in order, as verbs stand inside a sentence: lower case, whole words.

    ``present``: the telling words of the text, if known.
    """
    found = []
    length = len(text)
    for form in cue_forms() & (telling_words(text) if present is None else present):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            behind = text[end] if end < length else ""
            if behind and behind in "’'":
                behind = text[end + 1 : end + 2]  # "the state's"
                apart = not behind.isalpha()
            else:
                apart = behind not in _INSIDE and not behind.isalnum()
            if apart and (not at or ((before := text[at - 1]) not in _INSIDE and not before.isalnum())):
                found.append(Cue(at, end, form))
            at = text.find(form, end)
    if len(found) > 1:
        found.sort(key=_START)
    return found


_SIGNS = b"\0.,/:;=<>()[]!?'\"{}#@$&+|*-"  # "?" stands for all that ASCII has not
_BLANKED = bytes(ord(" ") if n in _SIGNS else n for n in range(256))
_INSIDE = frozenset("_’'-")  # beside one of these it is part of a word


SOURCING = frozenset({"According", "according", "words", "per", "citing"})  # "according to", "in the words of"


@cache
def _telling() -> frozenset[bytes]:
    return frozenset(map(str.encode, cue_forms() | speech_nouns() | SOURCING))


@cache
def entries(name: str) -> frozenset[str]:
    """The words of a list of the core that holds several a line."""
    return vocabulary.entries(_PACKAGE, name)


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
    return entries("plain-cues.txt")
