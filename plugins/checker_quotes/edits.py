"""What differs between two versions of one utterance, and whether it matters.

Cuts at the ends, marked gaps, punctuation and contractions are silent. Other wording is what transcribers do: worth an info. A negation,
a number or a content word that differs is material: one of the two versions is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum
from functools import cache

from checker.align.utterances import GAP, NOTE, normalise
from checker.text.sentences import abbreviations
from checker.text.vocabulary import function_words, words


class Weight(IntEnum):
    """How much an edit weighs, the larger the more."""

    SILENT = 0
    WORDING = 1
    MATERIAL = 2


@dataclass(frozen=True, slots=True)
class Edit:
    """Words ``old`` of the one version stand as ``new`` in the other."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    weight: Weight

    def __str__(self) -> str:
        return (
            f"“{' '.join(self.old)}” / “{' '.join(self.new)}”"
            if self.old and self.new
            else f"“{' '.join(self.old or self.new)}” on one side only"
        )


def edits(a: str, b: str) -> list[Edit]:
    """Return the edits between two quotations that are not silent, in order. Symmetric but for old and new."""
    first, second = normalise(a), normalise(b)
    if first > second:
        return [Edit(e.new, e.old, e.weight) for e in edits(b, a)]
    codes = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    found = []
    for n, (kind, a1, a2, b1, b2) in enumerate(codes):
        if kind == "equal":
            continue
        at_end = n in (0, len(codes) - 1)
        weight = _weight(first[a1:a2], second[b1:b2], at_end=at_end, opens=n > 0)
        if weight is not Weight.SILENT:
            found.append(Edit(first[a1:a2], second[b1:b2], weight))
    return found


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
        if at_end:
            return Weight.SILENT  # cut shorter
        return Weight.MATERIAL if _negations().intersection(old + new) else Weight.WORDING
    if at_end and max(len(old), len(new)) > 4:
        if min(len(old), len(new)) == 1 and _spelling(*((side[0],) if opens else (side[-1],) for side in (old, new))):
            return Weight.WORDING  # "of the law" where the other has "of the laws, but ..."
        return Weight.SILENT  # the versions go on differently: cut and joined with other words
    if _negations().intersection(old) != _negations().intersection(new):
        return Weight.MATERIAL
    if _opposed(old, new):
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
    return Weight.WORDING


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
def _negations() -> frozenset[str]:
    return frozenset(w for line in words("checker_quotes", "negations.txt") for w in line.split())
