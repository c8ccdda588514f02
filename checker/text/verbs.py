"""Finite verbs by their form: word lists for the irregular, endings for the rest. No tagger: news tells its tenses plainly."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from checker.model import Tense
from checker.text.patterns import once
from checker.text.vocabulary import table, words

_LETTER = re.compile(r"[^\W\d_]")
_APOSTROPHES = "'’"
# An apostrophe that is no part of a word: no short form stands behind it, or no letter before; or both of "he'll've".
_APART = re.compile(
    r"['’](?:(?!(?:t|ll|d|s|re|ve|m)\b)|(?<![^\W\d_].)|(?<=[^\W\d_]['’][tdsm].)|(?<=[^\W\d_]['’](?:ll|re|ve).))"
)
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
_HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve"})
_MODALS = {"will": Tense.FUTURE, "shall": Tense.FUTURE, "won't": Tense.FUTURE, "won’t": Tense.FUTURE}
_CONDITIONAL = frozenset({"would", "could", "should", "might", "may", "must", "can", "cannot"})
_WISH = frozenset({"would", "should"})
_AUXILIARIES = _BE | _HAVE | _CONDITIONAL | frozenset(_MODALS)
_PAST_AUXILIARIES = frozenset({"was", "were", "had", "did", "didn't", "wasn't", "weren't", "hadn't"})
_NOT_PAST = frozenset({"need", "speed", "indeed", "hundred", "united", "seed", "feed", "weed"})
# A word in -ed behind one of these describes what follows: "the planned talks", "a wounded man".
_BEFORE_ADJECTIVE = frozenset(
    "a an the this that these those its their his her our my no some any each every of".split()
)


class Verb(NamedTuple):
    """A verb form in a text: its span, and the tense it gives the clause. ``participle``: no auxiliary stands before it."""

    start: int
    end: int
    tense: Tense
    participle: bool = False


@once
def _irregular() -> tuple[frozenset[str], frozenset[str]]:
    """Past forms, and forms that are participles only."""
    past, participle = set(), set()
    for forms in table("checker.text", "irregular-verbs.txt").values():
        first, second = (part.strip().split("/") for part in forms.split(","))
        past.update(first)
        participle.update(second)
    # Forms that are far more often a noun, an adjective or the present.
    return frozenset(past - {"read", "cut", "set", "put", "let", "bet", "cost", "lay", "bound"}), frozenset(
        participle - past
    )


@once
def _present() -> frozenset[str]:
    return frozenset(words("checker.text", "present-verbs.txt"))


# What a word form can be, told by the word alone; 0 is nothing that makes a verb finite.
_OTHER, _FUTURE, _CONDITION, _DID, _PAST, _PARTICIPLE, _REGULAR, _PRESENT = range(8)
_INFLECTED = frozenset({_PAST, _PARTICIPLE, _REGULAR})


class _Forms(dict[str, int]):
    """What each word form in lower case can be: of the lists, and of whatever was met; a few thousand make up most of any text."""

    _MOST = 100_000

    def __missing__(self, word: str) -> int:
        if len(self) >= self._MOST:
            self.clear()
            self.update(_listed())
        form = _OTHER
        if word.endswith("ed"):
            form = _REGULAR if len(word) > 3 and word not in _NOT_PAST else _OTHER
        elif word.endswith(("'ll", "’ll")):
            form = _FUTURE
        self[word] = form
        return form


@once
def _forms() -> _Forms:
    return _Forms(_listed())


@once
def _listed() -> dict[str, int]:
    """The forms of the lists; of a word that stands in several the last one here counts."""
    past, participles = _irregular()
    lists = (
        (_present(), _PRESENT),
        (participles, _PARTICIPLE),
        (past, _PAST),
        (_PAST_AUXILIARIES, _DID),
        (_CONDITIONAL, _CONDITION),
        (_MODALS, _FUTURE),
    )
    return {word: form for listed, form in lists for word in listed if form != _PRESENT or not word.endswith("ed")}


@lru_cache(maxsize=4096)
def verbs(sentence: str) -> tuple[Verb, ...]:
    """Return the finite verbs of a sentence and bare past participles, with offsets into it, in order."""
    low = lowered(sentence)
    if "'" in low or "’" in low:
        low = _APART.sub(" ", low)
    plain = f" {low.translate(_PARTED)} "
    tokens = plain.split()
    found, at = [], 0
    for i, form in enumerate(map(_forms().__getitem__, tokens)):
        if form:  # where it stands is looked up for the few that are verbs
            at = plain.find(f" {tokens[i]} ", at)
            verb = _verb(sentence, tokens, i, form, at)
            if verb is not None:
                found.append(verb)
            at += 1
    return tuple(found)


class _Parted(dict[int, int]):
    """Letters and apostrophes as they are, and a space for every other character, by code point."""

    def __missing__(self, point: int) -> int:
        kept = _LETTER.match(chr(point)) is not None or chr(point) in _APOSTROPHES
        self[point] = point if kept else ord(" ")
        return self[point]


_PARTED = _Parted()


_TENSES = (
    Tense.NONE,
    Tense.FUTURE,
    Tense.PRESENT,
    Tense.PAST,
    Tense.PAST,
    Tense.PAST,
    Tense.PAST,
    Tense.PRESENT,
)  # by form


def _verb(sentence: str, tokens: list[str], i: int, form: int, start: int) -> Verb | None:
    """Return what the ``i``-th word of a sentence is as a verb; None where it describes, or is no verb but a name."""
    word, tense = tokens[i], _TENSES[form]
    end = start + len(word)
    if form == _CONDITION:
        if word in _WISH:
            tense = _TENSES[_FUTURE]
        return None if word == "may" and sentence[start] == "M" else Verb(start, end, tense)  # the month
    if form not in _INFLECTED:
        return Verb(start, end, tense)
    if form != _PARTICIPLE and i and tokens[i - 1] in _BEFORE_ADJECTIVE:
        return None
    if form == _REGULAR and sentence[start].isupper():
        return None
    auxiliary = _auxiliary(tokens, i)
    return Verb(start, end, _with(auxiliary, tense), form == _PARTICIPLE and auxiliary is None)


def lowered(text: str) -> str:
    """Lower case that keeps every offset."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _auxiliary(tokens: list[str], index: int) -> str | None:
    """Return the nearest auxiliary among the three words before a verb form."""
    for word in reversed(tokens[max(0, index - 3) : index]):
        if word in _AUXILIARIES:
            return word
    return None


def _with(auxiliary: str | None, plain: Tense) -> Tense:
    if auxiliary in _MODALS or auxiliary in ("would", "should"):
        return Tense.FUTURE
    if auxiliary in ("is", "are", "am"):
        return Tense.PRESENT
    return plain
