"""Which quotations are one utterance: the same words, altered, cut or whole.

No similarity threshold alone is enough (measured: best F1 of five measures is .85); what works is a word alignment behind a cheap
gate. Candidates share at least two word 2-grams, or are equal; then the aligned words must make up nearly all of the shorter side.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from checker.frozen import frozen
from checker.text.numerals import number
from checker.text.vocabulary import light_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTER = "(?:[^\\W_][\u0300-\u036f]*)"  # with the marks that may stand apart from it
_WORD = re.compile(
    rf"\[[^\]]*(?:\]|\Z)|\([^)]*\)|…|\.\s?\.\s?\.|{_LETTER}*\*+(?:[^\W_*])*|{_LETTER}+(?:['’‘.,]{_LETTER}+)*"
)
_CONTRACTIONS = (
    ("won't", "will not"), ("can't", "can not"), ("cannot", "can not"), ("n't", " not"), ("'re", " are"), ("'ve", " have"),
    ("'ll", " will"), ("'m", " am"), ("it's", "it is"), ("that's", "that is"), ("he's", "he is"), ("she's", "she is"),
    ("there's", "there is"), ("what's", "what is"), ("let's", "let us"), ("i'd", "i would"),
    ("til", "until"), ("gonna", "going to"), ("wanna", "want to"), ("gotta", "got to"), ("cuz", "because"),
)  # fmt: skip
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
GAP = "…"  # stands for words the newsroom marked as left out, or masked
NOTE = "[]"  # stands for words the newsroom put in or in the place of others
_SHORTEST = 4  # words; shorter stretches are anybody's words
_FRAME = 8  # words of a sentence whose speaker may not have said it twice with other images
_OPENING = 3  # words with which it must begin
_FRAMED = 0.65  # share of its words that must stand
_PHRASE = 2  # words, all of substance, that make a phrase somebody coined
_CONTENT = 2  # words of substance that must be among them
_ENOUGH = 0.8  # share of the shorter side that must align
_OF_ONE = 0.7  # the same where one speaker said both, in no more words than
_SHORT = 15  # since who says much the same at length may say it often
_WHOLE = 6  # words; a shorter fragment must stand in the other as a whole
_STRETCH = 9  # words that two versions cut at different ends must share
_OVERLAP = 0.75  # share of the stretch they span that must align


@frozen()
class Match:
    """How two quotations align: words in common, and the number of words of the shorter side."""

    common: int
    shorter: int


class Token(NamedTuple):
    """A word of a quotation as it is compared, and the bounds of what is printed for it; the words of a contraction share theirs."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a quotation, comparable: compatibility forms, case and diacritics folded, contractions written out.

    Ellipses become GAP and words in brackets NOTE: they are the newsroom's, not the speaker's.
    """
    found: list[Token] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        token = _folded(match.group())
        if token[0] in "[(…" or token.startswith("."):
            mark = NOTE if token[0] in "[(" and any(c.isalnum() for c in token) else GAP
            if not found or found[-1].word != mark:
                found.append(Token(mark, start, end))
            continue
        if "*" in token:
            found.append(Token(GAP, start, end))  # a word the newsroom masked may be any word
            continue
        word = token.replace(".", "") if _INITIALS.fullmatch(token) else token
        parts = _written_out(word).replace(",", "").replace("⁄", " ").split()
        found += (Token(_digits(w), start, end) for w in parts)
    return tuple(found)


@lru_cache(maxsize=8192)
def normalise(text: str) -> tuple[str, ...]:
    """Return the words of a quotation as they are compared; see :func:`tokens`."""
    return tuple(token.word for token in tokens(text))


def _folded(token: str) -> str:
    if token.isascii():
        return token.lower()
    folded = unicodedata.normalize("NFKD", token).casefold().replace("’", "'").replace("‘", "'")
    return "".join(c for c in folded if not unicodedata.combining(c))


def _written_out(word: str) -> str:
    for short, full in _CONTRACTIONS:
        if word == short or (short[0] in "n'" and word.endswith(short)):
            return word[: -len(short)] + full
    return word


def same_utterance(a: Sequence[str], b: Sequence[str], *, one_speaker: bool = False) -> Match | None:
    """Return how two normalised quotations align if they are one utterance, else None. Symmetric.

    ``one_speaker``: both are the same person's; then short sentences, and sentences of small words, that are alike but for a word
    are one utterance, too.
    """
    first, second = ([w for w in side if w not in (GAP, NOTE)] for side in (a, b))
    shorter = min(len(first), len(second))
    if shorter < _SHORTEST:
        return None
    best = max((_aligned(first, second), _aligned(second, first)), key=lambda found: found.common)
    match = Match(best.common, shorter)
    longer = max(len(first), len(second))
    if one_speaker and shorter > _SHORTEST and longer - best.common <= 1 + longer // 10:
        return match
    if one_speaker and best.common == shorter == longer - 1:
        return match  # "There is danger here" / "There is no danger here"
    alike = _WHOLE <= shorter <= _SHORT and best.content > _CONTENT and best.common >= _OF_ONE * shorter
    if one_speaker and alike:
        return match  # "Guests do not open drawers" / "Guests may open drawers"
    if one_speaker and _one_frame(first, second, best):
        return match
    if shorter == longer == best.common > _WHOLE:
        return match  # word for word, if in small words: "It was supposed to see us all out"
    if best.content < _CONTENT and best.common < _STRETCH:
        return None  # "it could have been a" is anybody's
    if shorter < _WHOLE:  # below six words only a whole part of the other is the same
        return match if best.run >= shorter else None
    # A word in four may differ in a short sentence and still be the sentence.
    same = best.common >= _ENOUGH * shorter
    # Two versions may be cut at different ends: what they share is then one stretch of both.
    overlap = best.common >= _STRETCH and best.content > _CONTENT and best.common >= _OVERLAP * best.window
    return match if same or overlap else None


def fitted(words: str, other: str) -> str:
    """Leave off a short sentence at the head or the end of which the other version has nothing: it went before, or on, another way."""
    sentences = _SENTENCE_END.split(words)
    if len(sentences) < 2:
        return words
    wanted = normalise(other)
    if not _stands(normalise(sentences[0]), wanted[: 2 * _WHOLE]):
        words = words[len(sentences[0]) + 1 :].lstrip()
    if not _stands(normalise(sentences[-1]), wanted[-2 * _WHOLE :]):
        words = words[: len(words) - len(sentences[-1])].rstrip()
    return words


def _stands(sentence: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether most words of a sentence stand among others; a long one stands for itself."""
    return len(sentence) >= _WHOLE or 2 * sum(w in words for w in sentence) > len(sentence)


def same_text(a: str, b: str, *, one_speaker: bool = False) -> Match | None:
    """Return how two quotations as printed align if they are one utterance, each fitted to the other; see :func:`same_utterance`."""
    return same_utterance(normalise(fitted(a, b)), normalise(fitted(b, a)), one_speaker=one_speaker)


def align_utterances(quotations: Sequence[str], speakers: Sequence[str | None] = ()) -> list[tuple[int, int]]:
    """Return the pairs of quotations, by index, the smaller first, that are one utterance.

    ``speakers``: the name of who says each, None where nobody knows.
    """
    spoken = [normalise(text) for text in quotations]
    names = [normalise(s)[-1:] if s else () for s in speakers] or [()] * len(spoken)
    return [
        (i, j)
        for i, j in sorted(_candidates(spoken))
        if same_text(quotations[i], quotations[j], one_speaker=bool(names[i]) and names[i] == names[j])
    ]


def _one_frame(a: Sequence[str], b: Sequence[str], aligned: _Aligned) -> bool:
    """Tell whether two sentences of one length begin alike and differ in images: "It sounded like a train in my kitchen"."""
    longer = max(len(a), len(b))
    return (
        min(len(a), len(b)) >= _FRAME
        and longer - min(len(a), len(b)) <= 1
        and a[:_OPENING] == b[:_OPENING]
        and aligned.common >= _FRAMED * longer
    )


def same_phrase(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether the shorter is a phrase of a few words, all of substance, that stands in the other as a whole. Symmetric.

    Two people may use one phrase: it never says, as :func:`same_utterance` does, that they said one thing.
    """
    short, long = sorted((tuple(a), tuple(b)), key=lambda words: (len(words), words))
    size = len(short)
    if not _PHRASE <= size < _SHORTEST or any(w in light_words() or w in (GAP, NOTE) for w in short):
        return False
    return any(tuple(long[n : n + size]) == short for n in range(len(long) - size + 1))


def align_phrases(quotations: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of quotations, by index, the smaller first, of which one is a short phrase of the other."""
    spoken = [normalise(text) for text in quotations]
    short = {words for words in spoken if _PHRASE <= len(words) < _SHORTEST}
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, words in enumerate(spoken):
        for size in range(_PHRASE, _SHORTEST):
            for part in {words[n : n + size] for n in range(len(words) - size + 1)} & short:
                holders[part].append(i)
    pairs = {pair for found in holders.values() for pair in combinations(found, 2)}
    return sorted((i, j) for i, j in pairs if same_phrase(spoken[i], spoken[j]))


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


@frozen()
class _Aligned:
    """Words in order in both, those of substance among them, the longest run, and the longer of the stretches they span."""

    common: int
    content: int
    run: int
    window: int


def _aligned(a: Sequence[str], b: Sequence[str]) -> _Aligned:
    """Align two lists of words. difflib's greedy blocks depend on the order of its arguments: ask both ways and take the better."""
    roots = [[w[:-1] if len(w) >= _SHORTEST and w[-1] == "s" else w for w in side] for side in (a, b)]  # "students"
    blocks = [m for m in SequenceMatcher(None, roots[0], roots[1], autojunk=False).get_matching_blocks() if m.size]
    if not blocks:
        return _Aligned(0, 0, 0, 0)
    shared = [w for m in blocks for w in a[m.a : m.a + m.size]]
    first, last = blocks[0], blocks[-1]
    window = max(last.a + last.size - first.a, last.b + last.size - first.b)
    content = sum(w not in light_words() for w in shared)
    return _Aligned(len(shared), content, max(m.size for m in blocks), window)


def _digits(word: str) -> str:
    """Numbers below a thousand in words become digits: newsrooms differ in where they start to use them."""
    if ordinal := _ORDINAL.fullmatch(word):
        return ordinal[1]
    if not word.isalpha() or word in ("a", "an", "one", "second"):
        return word
    value = number(word)
    return word if value is None or value >= 1000 else str(int(value))
