"""Finite verbs by their form: word lists for the irregular, endings for the rest. No tagger: news tells its tenses plainly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.model import Tense
from checker.text.vocabulary import table, words

_WORD = re.compile(r"[^\W\d_]+(?:['’](?:t|ll|d|s|re|ve|m)\b)?")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
_HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve"})
_MODALS = {"will": Tense.FUTURE, "shall": Tense.FUTURE, "won't": Tense.FUTURE, "won’t": Tense.FUTURE}
_CONDITIONAL = frozenset({"would", "could", "should", "might", "may", "must", "can", "cannot"})
_AUXILIARIES = _BE | _HAVE | _CONDITIONAL | frozenset(_MODALS)
_PAST_AUXILIARIES = frozenset({"was", "were", "had", "did", "didn't", "wasn't", "weren't", "hadn't"})
_NOT_PAST = frozenset({"need", "speed", "indeed", "hundred", "united", "seed", "feed", "weed"})
# A word in -ed behind one of these describes what follows: "the planned talks", "a wounded man".
_BEFORE_ADJECTIVE = frozenset(
    "a an the this that these those its their his her our my no some any each every of".split()
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb form in a text: its span, and the tense it gives the clause. ``participle``: no auxiliary stands before it."""

    start: int
    end: int
    tense: Tense
    participle: bool = False


@cache
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


@cache
def _present() -> frozenset[str]:
    return frozenset(words("checker.text", "present-verbs.txt"))


@lru_cache(maxsize=4096)
def verbs(sentence: str) -> tuple[Verb, ...]:
    """Return the finite verbs of a sentence and bare past participles, with offsets into it, in order."""
    past, participles = _irregular()
    present = _present()
    found: list[Verb] = []
    matches = list(_WORD.finditer(_lower(sentence)))
    tokens = [m.group() for m in matches]
    for i, word in enumerate(tokens):
        if word in _MODALS or word.endswith(("'ll", "’ll")):
            found.append(Verb(*matches[i].span(), Tense.FUTURE))
        elif word in _CONDITIONAL:
            start, end = matches[i].span()
            if word != "may" or sentence[start] != "M":  # the month
                found.append(Verb(start, end, Tense.FUTURE if word in ("would", "should") else Tense.PRESENT))
        elif word in _PAST_AUXILIARIES:
            found.append(Verb(*matches[i].span(), Tense.PAST))
        elif word in past:
            if not (i and tokens[i - 1] in _BEFORE_ADJECTIVE):
                found.append(Verb(*matches[i].span(), _with(_auxiliary(tokens, i), Tense.PAST)))
        elif word in participles:
            auxiliary = _auxiliary(tokens, i)
            found.append(Verb(*matches[i].span(), _with(auxiliary, Tense.PAST), participle=auxiliary is None))
        elif word.endswith("ed"):
            start, end = matches[i].span()
            described = i and tokens[i - 1] in _BEFORE_ADJECTIVE
            if len(word) > 3 and word not in _NOT_PAST and not described and not sentence[start].isupper():
                found.append(Verb(start, end, _with(_auxiliary(tokens, i), Tense.PAST)))
        elif word in present:
            found.append(Verb(*matches[i].span(), Tense.PRESENT))
    return tuple(found)


def _lower(text: str) -> str:
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
