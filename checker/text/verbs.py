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
_PRONOUNS = frozenset({"i", "he", "she", "it", "we", "they", "you", "who", "which", "that"})
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
    found: list[Verb] = []
    tokens = [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(sentence)]
    for i, (word, start, end) in enumerate(tokens):
        if word == "may" and sentence[start] == "M":
            continue  # the month
        before = [tokens[j][0] for j in range(max(0, i - 3), i)]
        auxiliary = next(
            (b for b in reversed(before) if b in _BE or b in _HAVE or b in _MODALS or b in _CONDITIONAL), None
        )
        if word in _MODALS or word.endswith(("'ll", "’ll")):
            found.append(Verb(start, end, Tense.FUTURE))
        elif word in _CONDITIONAL:
            found.append(Verb(start, end, Tense.FUTURE if word in ("would", "should") else Tense.PRESENT))
        elif word in ("was", "were", "had", "did", "didn't", "wasn't", "weren't", "hadn't"):
            found.append(Verb(start, end, Tense.PAST))
        elif word in past:
            if not (before and before[-1] in _BEFORE_ADJECTIVE):
                found.append(Verb(start, end, _with(auxiliary, Tense.PAST)))
        elif word in participles:
            found.append(Verb(start, end, _with(auxiliary, Tense.PAST), participle=auxiliary is None))
        elif (
            word.endswith("ed")
            and len(word) > 3
            and word not in ("need", "speed", "indeed", "hundred", "united", "seed", "feed", "weed")
        ):
            if not (before and before[-1] in _BEFORE_ADJECTIVE) and not sentence[start].isupper():
                found.append(Verb(start, end, _with(auxiliary, Tense.PAST)))
        elif word in _present():
            found.append(Verb(start, end, Tense.PRESENT))
    return tuple(found)


def _with(auxiliary: str | None, plain: Tense) -> Tense:
    if auxiliary in _MODALS or auxiliary in ("would", "should"):
        return Tense.FUTURE
    if auxiliary in ("is", "are", "am"):
        return Tense.PRESENT
    return plain
