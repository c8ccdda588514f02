"""Which quotations are one utterance: the same words, altered, cut or whole.

No similarity threshold alone is enough (measured: best F1 of five measures is .85); what works is a word alignment behind a cheap
gate. Candidates share at least two word 2-grams, or are equal; then the aligned words must make up nearly all of the shorter side.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.text.numerals import number
from checker.text.vocabulary import function_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"\[[^\]]*\]|\([^)]*\)|…|\.\s?\.\s?\.|[^\W_]*\*+[^\W_*]*|[^\W_]+(?:['’.,][^\W_]+)*")
_CONTRACTIONS = (
    ("won't", "will not"), ("can't", "can not"), ("cannot", "can not"), ("n't", " not"), ("'re", " are"), ("'ve", " have"),
    ("'ll", " will"), ("'m", " am"), ("it's", "it is"), ("that's", "that is"), ("he's", "he is"), ("she's", "she is"),
    ("there's", "there is"), ("what's", "what is"), ("let's", "let us"), ("i'd", "i would"),
)  # fmt: skip
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
GAP = "…"  # stands for words the newsroom marked as left out, or put in
_SHORTEST = 4  # words; shorter stretches are anybody's words
_CONTENT = 2  # words of substance that must be among them
_ENOUGH = 0.8  # share of the shorter side that must align


@dataclass(frozen=True, slots=True)
class Match:
    """How two quotations align: words in common, and the number of words of the shorter side."""

    common: int
    shorter: int


@lru_cache(maxsize=8192)
def normalise(text: str) -> tuple[str, ...]:
    """Return the words of a quotation, comparable: compatibility forms, case and diacritics folded, contractions written out.

    Words in brackets and ellipses become GAP: they are the newsroom's, not the speaker's.
    """
    folded = unicodedata.normalize("NFKD", text).casefold().replace("’", "'").replace("‘", "'")
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    found: list[str] = []
    for token in _WORD.findall(folded):
        if token[0] in "[(…" or token.startswith("."):
            if not found or found[-1] != GAP:
                found.append(GAP)
            continue
        if "*" in token:
            found.append(GAP)  # a word the newsroom masked may be any word
            continue
        word = token.replace(".", "") if _INITIALS.fullmatch(token) else token
        for short, full in _CONTRACTIONS:
            if word == short or (short[0] in "n'" and word.endswith(short)):
                word = word[: -len(short)] + full
                break
        found += (_digits(w) for w in word.replace(",", "").split())
    return tuple(found)


def same_utterance(a: Sequence[str], b: Sequence[str]) -> Match | None:
    """Return how two normalised quotations align if they are one utterance, else None. Symmetric."""
    first, second = [w for w in a if w != GAP], [w for w in b if w != GAP]
    shorter = min(len(first), len(second))
    if shorter < _SHORTEST:
        return None
    common, content = _common(first, second)
    if content < _CONTENT:
        return None  # "it could have been a" is anybody's
    # A word in four may differ in a short sentence and still be the sentence; below six words only a whole part of the other is.
    enough = shorter if shorter < 6 else _ENOUGH * shorter
    return Match(common, shorter) if common >= enough else None


def align_utterances(quotations: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of quotations, by index, the smaller first, that are one utterance."""
    spoken = [normalise(text) for text in quotations]
    return [(i, j) for i, j in sorted(_candidates(spoken)) if same_utterance(spoken[i], spoken[j])]


def _candidates(spoken: Sequence[tuple[str, ...]]) -> set[tuple[int, int]]:
    """Pairs that share two word 2-grams."""
    holders: dict[tuple[str, str], set[int]] = defaultdict(set)
    for i, found in enumerate(spoken):
        for pair in zip(found, found[1:], strict=False):
            holders[pair].add(i)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for found_in in holders.values():
        ordered = sorted(found_in)
        for n, i in enumerate(ordered):
            for j in ordered[n + 1 :]:
                shared[i, j] += 1
    return {pair for pair, count in shared.items() if count >= 2}


def _common(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """Words in order in both, and how many of them are words of substance.

    Symmetric: difflib's greedy blocks depend on the order of its arguments, so the better of both counts.
    """
    best = (0, 0)
    for x, y in ((a, b), (b, a)):
        blocks = SequenceMatcher(None, x, y, autojunk=False).get_matching_blocks()
        shared = [w for m in blocks for w in x[m.a : m.a + m.size]]
        best = max(best, (len(shared), sum(w not in function_words() for w in shared)))
    return best


def _digits(word: str) -> str:
    """Numbers below a thousand in words become digits: newsrooms differ in where they start to use them."""
    if not word.isalpha() or word in ("a", "an", "second"):
        return word
    value = number(word)
    return word if value is None or value >= 1000 else str(int(value))
