"""Noun phrases that end at a given place: "the head of the union", "Lee's former agent", "two officers at the scene".

A walk from the head word leftwards, by word lists and forms: as far as a verb, a conjunction, a sign or an opening preposition.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.text.speech.cues import entries
from checker.text.verbs import verbs
from checker.text.vocabulary import function_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_REACH = 150  # code points looked back
_LONGEST = 12  # words of a phrase
_TOKEN = re.compile(r"[\w’'&.-]+|[^\w\s]")
_HEAD = re.compile(r"[\w’'&.-]+\Z")
_NO_PLURAL = ("ss", "us", "’s", "'s")
_POSSESSOR = ("'s", "’s", "s'", "s’")
_INNER = frozenset(
    "of for from at in with to on by near under inside outside".split()
)  # tie a phrase to the one before
_PRONOUNS = frozenset("he she they it we i you who which".split())


def head_of(phrase: str) -> str:
    """The head noun of a noun phrase, in lower case: the word before its first preposition, or the last one."""
    words = phrase.casefold().split()
    end = next((n for n, word in enumerate(words) if n and word in _INNER), len(words))
    return words[end - 1].strip(",") if words else ""


def phrase_start(text: str, end: int) -> int | None:
    """Where the noun phrase starts whose last word ends at ``end``; None where no phrase of a speaker ends there."""
    low = max(0, end - _REACH)
    last = text[max(low, text.rfind(" ", low, end) + 1) : end]
    if not last.isalpha():
        found = _HEAD.search(last)
        last = found.group() if found else ""
    if not last or not _may_head(last):
        return None
    near = text[low:end].rsplit(" ", _LONGEST + 2)
    low = max(low, end - sum(map(len, near[1:])) - len(near) + 2) if len(near) > _LONGEST + 2 else low
    low = max(low, text.rfind("\0", low, end))  # no phrase runs across a quotation
    tokens = [(m.start(), m[0]) for m in _TOKEN.finditer(text, low, end)]
    at, determined = _walk(tokens)
    while at < len(tokens) - 1 and _no_start(tokens[at][1]):
        at += 1
    head = tokens[-1][1].casefold()
    opens = tokens[at][1][0].isupper() and (tokens[at - 1][1] in ".?!" if at else low == 0)
    plural = head in entries("plural-speakers.txt") or (head.endswith("s") and not head.endswith(_NO_PLURAL))
    if determined or opens or plural:
        return tokens[at][0]
    return None


def _walk(tokens: Sequence[tuple[int, str]]) -> tuple[int, bool]:
    """The index of the first token of the phrase, and whether something determines it."""
    at, determined = len(tokens) - 1, False
    for n in range(len(tokens) - 2, max(-1, len(tokens) - _LONGEST - 1), -1):
        word = tokens[n][1]
        low = word.casefold()
        if low in entries("determiners.txt"):
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


@lru_cache(maxsize=4096)
def _stops(word: str) -> bool:
    """Words no noun phrase runs across."""
    low = word.casefold()
    if word[0].isupper():
        return low in function_words()
    if low.endswith(("ed", "ing")) or low in entries("within-phrases.txt"):
        return False
    return low in function_words() or low in entries("subordinators.txt") or any(not v.participle for v in verbs(low))


@lru_cache(maxsize=4096)
def _may_head(word: str) -> bool:
    low = word.casefold()
    return (
        (word[0].isalpha() or low.endswith("-old"))
        and len(low) > 1
        and low not in function_words()
        and low not in entries("no-heads.txt")
        and low not in entries("subordinators.txt")
        and not low.endswith(("ly", "ing"))
        and not any(not v.participle for v in verbs(low))
    )


def _no_start(word: str) -> bool:
    low = word.casefold()
    return (
        low in _INNER
        or low.endswith("ly")
        or word == "&"
        or (low in function_words() and low not in entries("determiners.txt"))
    )
