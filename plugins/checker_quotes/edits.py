"""What differs between two versions of one utterance, and whether it matters.

Cuts at the ends, marked gaps, punctuation and contractions are silent. Other wording is what transcribers do: worth an info. A negation,
a number or a content word that differs is material: one of the two versions is wrong.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

from checker.align.utterances import GAP, NOTE, Token, normalise, tokens
from checker.frozen import frozen
from checker.text.sentences import abbreviations
from checker.text.spelling import romanised, same_letters
from checker.text.vocabulary import entries, function_words, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ARTICLE = re.compile(r"(?i)(?:al|el|ul)[-’'\s]")  # of Arabic names
_DEFINING = ("that", "who", "which", "whose", "whom")
_TWICE = 3  # words


class Weight(IntEnum):
    """How much an edit weighs, the larger the more."""

    SILENT = 0  # a cut, a marked gap
    FORM = 1  # the same words in another form: a contraction written out
    WORDING = 2  # other words, same sense
    QUALIFYING = 3  # what one version says outright the other hedges, limits or puts under a condition
    MATERIAL = 4  # a negation, a number, a name or a content word differs


@frozen()
class Edit:
    """Words ``old`` of the one version stand as ``new`` in the other; ``printed`` as the two versions print them.

    ``cut``: a version starts later or ends earlier, and that changes what was said.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    weight: Weight
    printed: tuple[str, str]
    cut: bool = False

    def __str__(self) -> str:
        old, new = self.printed
        return f"“{old}” / “{new}”" if old and new else f"“{old or new}” on one side only"


def edits(a: str, b: str) -> list[Edit]:
    """Return the edits between two quotations that are not silent, in order. Symmetric but for old and new."""
    if normalise(a) > normalise(b):
        return [Edit(e.new, e.old, e.weight, e.printed[::-1], e.cut) for e in edits(b, a)]
    versions = _Versions(a, tokens(a), b, tokens(b))
    first, second = normalise(a), normalise(b)
    codes = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    found: list[Edit] = []
    for n, (kind, a1, a2, b1, b2) in enumerate(codes):
        if kind == "equal":
            found += versions.forms(a1, a2, b1)
            continue
        at_end = n in (0, len(codes) - 1)
        weight = _weight(first[a1:a2], second[b1:b2], at_end=at_end, opens=n > 0)
        if weight >= Weight.QUALIFYING and _one_spelling(*versions.printed(a1, a2, b1, b2)):
            weight = Weight.WORDING
        cut = weight is Weight.SILENT and versions.changed_by_cut(a1, a2, b1, b2)
        if cut or weight is not Weight.SILENT:
            weight = Weight.WORDING if cut else weight
            found.append(Edit(first[a1:a2], second[b1:b2], weight, versions.printed(a1, a2, b1, b2), cut))
    return found


@frozen()
class _Versions:
    """Two versions of an utterance: as printed, and their words."""

    a: str
    first: Sequence[Token]
    b: str
    second: Sequence[Token]

    def forms(self, start: int, stop: int, other: int) -> Iterator[Edit]:
        """The words, alike in both, that only one version writes out: "cannot" / "can not", "we've" / "we have"."""
        for n in range(start, stop - 1):
            m = other + n - start
            if _split(self.first, n + 1) != _split(self.second, m + 1):
                words = tuple(t.word for t in self.first[n : n + 2])
                yield Edit(words, words, Weight.FORM, self.printed(n, n + 2, m, m + 2))

    def printed(self, a1: int, a2: int, b1: int, b2: int) -> tuple[str, str]:
        """What is printed for two stretches of words; a contraction is shown whole, beside what the other version has for it."""
        while a1 and b1 and (_split(self.first, a1) or _split(self.second, b1)):
            a1, b1 = a1 - 1, b1 - 1
        while a2 < len(self.first) and b2 < len(self.second) and (_split(self.first, a2) or _split(self.second, b2)):
            a2, b2 = a2 + 1, b2 + 1
        return _print(self.a, self.first[a1:a2]), _print(self.b, self.second[b1:b2])

    def changed_by_cut(self, a1: int, a2: int, b1: int, b2: int) -> bool:
        """Tell whether a cut changes what was said.

        A clause that says which is left off and the sentence closed before it, or words said twice stand there once.
        """
        if a1 == a2:
            return _closed_before(self.b, self.second, b1, b2, self.a, self.first) or _said_twice(
                self.b, self.second, b1, b2
            )
        if b1 == b2:
            return _closed_before(self.a, self.first, a1, a2, self.b, self.second) or _said_twice(
                self.a, self.first, a1, a2
            )
        return False


def _split(words: Sequence[Token], at: int) -> bool:
    """Tell whether one printed word stands on both sides of ``at``."""
    return 0 < at < len(words) and words[at - 1].start == words[at].start


def _print(text: str, words: Sequence[Token]) -> str:
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""


def _closed_before(
    long: str, words: Sequence[Token], start: int, stop: int, short: str, others: Sequence[Token]
) -> bool:
    """Tell whether the short version closes its sentence ("the man.") where the long one goes on without a sign ("the man who")."""
    if not 0 < start < stop == len(words) or not others or words[start].word not in _DEFINING:
        return False
    return (
        short[others[-1].end :].strip()[:1] in (".", "!", "?")
        and not long[words[start - 1].end : words[start].start].strip()
    )


def _said_twice(text: str, words: Sequence[Token], start: int, stop: int) -> bool:
    """Tell whether the last words of a stretch that opens a version are the first ones behind it: "if she wins, if she wins the seat".

    A dash between them marks a false start, which newsrooms drop.
    """
    if start != 0:
        return False
    for size in range(min(stop, len(words) - stop), _TWICE - 1, -1):
        if [t.word for t in words[stop - size : stop]] == [t.word for t in words[stop : stop + size]]:
            return not set("—–…-") & set(text[words[stop - 1].end : words[stop].start])
    return False


def _weight(old: tuple[str, ...], new: tuple[str, ...], *, at_end: bool, opens: bool = True) -> Weight:
    if GAP in old or GAP in new:
        return Weight.SILENT
    if NOTE in old or NOTE in new:
        old, new = (tuple(t for t in side if t != NOTE) for side in (old, new))
        if not old or not new:
            # Words put in between are the newsroom's; what stands beside them is still the speaker's.
            return (
                Weight.SILENT
                if not old + new
                else Weight.WORDING
                if len(old + new) == 1
                else _weight(old, new, at_end=at_end, opens=opens)
            )
    if not old or not new:
        return Weight.SILENT if at_end else _one_sided(old + new)
    if at_end and max(len(old), len(new)) > 4:
        if min(len(old), len(new)) == 1 and _spelling(*((side[0],) if opens else (side[-1],) for side in (old, new))):
            return Weight.WORDING  # "of the law" where the other has "of the laws, but ..."
        return Weight.SILENT  # the versions go on differently: cut and joined with other words
    return _replaced(old, new)


def _one_sided(words: tuple[str, ...]) -> Weight:
    """What words weigh that stand inside one version only."""
    if _negations().intersection(words):
        return Weight.MATERIAL
    return Weight.QUALIFYING if _qualifiers().intersection(words) else Weight.WORDING


def _replaced(old: tuple[str, ...], new: tuple[str, ...]) -> Weight:
    """What words weigh that stand for one another."""
    if _negations().intersection(old) != _negations().intersection(new) or _opposed(old, new):
        return Weight.MATERIAL
    if {old, new} == {("one",), ("1",)} or [w.removesuffix("'s") for w in old] == [w.removesuffix("'s") for w in new]:
        return Weight.SILENT
    content_old, content_new = _content(old), _content(new)
    if _numbers(content_old) != _numbers(content_new):
        return Weight.MATERIAL
    if _initials(old, new) or _initials(new, old):
        return Weight.WORDING
    if content_old and content_new and not _spelling(content_old, content_new):
        return Weight.MATERIAL
    return Weight.QUALIFYING if _qualifiers().intersection(old) != _qualifiers().intersection(new) else Weight.WORDING


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether one word stands for several by their first letters: "IE" for "Internet Explorer"."""
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(w[0] for w in long)


def _content(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(t for t in tokens if t not in function_words())


def _numbers(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(t for t in tokens if t[0].isdigit() and t != "1")  # "one" is a pronoun as often as a number


def _spelling(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Tell whether each word is a form or spelling of its partner: "supporter" / "supporters", "colour" / "color"."""
    if len(old) != len(new):
        return "".join(old) == "".join(new)
    return all(
        (SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.8 and a[:2] == b[:2])
        or _inflected(a, b)
        or _abbreviated(*sorted((a, b), key=len))
        for a, b in zip(old, new, strict=True)
    )


def _one_spelling(old: str, new: str) -> bool:
    """Tell whether two printed stretches hold the same letters, a lost space or apostrophe aside, or one name in two spellings."""
    if not old or not new:
        return False
    if [c for c in old.casefold() if c.isalnum()] == [c for c in new.casefold() if c.isalnum()]:
        return True
    if old.casefold().removesuffix(".com") == new.casefold().removesuffix(".com"):
        return True
    bare = [_ARTICLE.sub("", name) for name in (old, new)]
    named = all(name[:1].isupper() and " " not in name for name in bare)
    return named and same_letters(*bare, foreign=romanised(old) or romanised(new))


def _abbreviated(short: str, long: str) -> bool:
    """Tell whether a word is short for another: "sen" / "senator", "lt" / "lieutenant"."""
    rest = iter(long)
    return short.capitalize() in abbreviations() and short[0] == long[0] and all(c in rest for c in short)


def _inflected(a: str, b: str) -> bool:
    """Tell whether the longer word is the shorter one with an ending: "run" / "running"."""
    short, long = sorted((a, b), key=len)
    rest = long.removeprefix(short).removeprefix(short[-1:])
    return len(short) >= 3 and long.startswith(short) and rest in ("s", "es", "d", "ed", "ing", "er", "ly", "n", "")


def _opposed(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Tell whether small words that mean the opposite stand for one another: "all" / "some", "will" / "might"."""
    pairs = _opposites()
    return any((a, b) in pairs for a in set(old) - set(new) for b in set(new) - set(old))


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    lines = (line.partition(":") for line in words("checker_quotes", "opposites.txt"))
    found = {(a, b) for left, _, right in lines for a in left.split() for b in right.split()}
    return frozenset(found | {(b, a) for a, b in found})


@cache
def _qualifiers() -> frozenset[str]:
    return entries("checker_quotes", "qualifiers.txt")


@cache
def _negations() -> frozenset[str]:
    return entries("checker_quotes", "negations.txt")
