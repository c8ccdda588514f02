"""Noun phrases that end at a given place: "the head of the union", "Lee's former agent", "two officers at the scene".

A walk from the head word leftwards, by word lists and forms: as far as a verb, a conjunction, a sign or an opening preposition.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.text.verbs import verbs
from checker.text.vocabulary import function_words, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_REACH = 150  # code points looked back
_LONGEST = 12  # words of a phrase
_TOKEN = re.compile(r"[\w’'&.-]+|[^\w\s]")
_POSSESSOR = ("'s", "’s", "s'", "s’")
_INNER = frozenset(
    "of for from at in with to on by near under inside outside".split()
)  # tie a phrase to the one before
_PLURAL = frozenset("people police men women children staff crew media".split())
_PRONOUNS = frozenset("he she it they we i you who which".split())
_NEVER_HEADS = frozenset(
    "today yesterday tomorrow tonight ago earlier later week month year night morning afternoon always never once".split()
)


def phrase_start(text: str, end: int) -> int | None:
    """Where the noun phrase starts whose last word ends at ``end``; None where no phrase of a speaker ends there."""
    low = max(0, end - _REACH)
    tokens = [(low + m.start(), m.group()) for m in _TOKEN.finditer(text[low:end])]
    if not tokens or not _may_head(tokens[-1][1]):
        return None
    at, determined = _walk(tokens)
    while at < len(tokens) - 1 and _no_start(tokens[at][1]):
        at += 1
    head = tokens[-1][1].casefold()
    opens = tokens[at][1][0].isupper() and (tokens[at - 1][1] in ".?!" if at else low == 0)
    if determined or opens or head in _PLURAL or (head.endswith("s") and not head.endswith(("ss", "us", "’s", "'s"))):
        return tokens[at][0]
    return None


def _walk(tokens: Sequence[tuple[int, str]]) -> tuple[int, bool]:
    """The index of the first token of the phrase, and whether something determines it."""
    at, determined = len(tokens) - 1, False
    for n in range(len(tokens) - 2, max(-1, len(tokens) - _LONGEST - 1), -1):
        word = tokens[n][1]
        low = word.casefold()
        if low in _determiners():
            at, determined = n, True
            if n < 2 or tokens[n - 1][1].casefold() not in _INNER or not _ties(tokens[n - 2][1]):
                break
        elif word.endswith(_POSSESSOR):
            at, determined = n, True
        elif low in _INNER:
            if n == 0 or not _ties(tokens[n - 1][1]):
                break
        elif not (word[0].isalnum() or word == "&") or _stops(word) or _finite(tokens, n):
            break
        else:
            at = n
    return at, determined


def _finite(tokens: Sequence[tuple[int, str]], n: int) -> bool:
    """Tell a past verb from an adjective in -ed by the pronoun before it: "he praised officials"."""
    return n > 0 and tokens[n][1].endswith("ed") and tokens[n - 1][1].casefold() in _PRONOUNS


def _ties(word: str) -> bool:
    """Tell whether a phrase may go on before a preposition: a noun, or a participle: "a source speaking to the paper"."""
    return _may_head(word) or (word.islower() and word.endswith("ing"))


def _stops(word: str) -> bool:
    """Words no noun phrase runs across."""
    low = word.casefold()
    if word[0].isupper():
        return low in function_words()
    if low.endswith(("ed", "ing")) or low in (
        "more",
        "most",
        "many",
        "some",
        "any",
        "all",
        "such",
        "top",
        "back",
        "out",
        "kind",
    ):
        return False
    return low in function_words() or low in _subordinators() or any(not v.participle for v in verbs(low))


def _may_head(word: str) -> bool:
    low = word.casefold()
    return (
        (word[0].isalpha() or low.endswith("-old"))
        and len(low) > 1
        and low not in function_words()
        and low not in _NEVER_HEADS
        and low not in _subordinators()
        and not low.endswith(("ly", "ing"))
        and not any(not v.participle for v in verbs(low))
    )


def _no_start(word: str) -> bool:
    low = word.casefold()
    return low in _INNER or low.endswith("ly") or word == "&" or (low in function_words() and low not in _determiners())


@cache
def _determiners() -> frozenset[str]:
    return frozenset(w for line in words("checker.text", "determiners.txt") for w in line.split())


@cache
def _subordinators() -> frozenset[str]:
    return frozenset(w for line in words("checker.text", "subordinators.txt") for w in line.split())
