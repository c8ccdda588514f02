"""How near two spellings of a name are: folded letters, how they sound, and how many letters lie between them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from checker.text.vocabulary import words

_VOICELESS = str.maketrans("gdbvj", "ktpfy")
_SOUNDS = (("ph", "f"), ("ck", "k"), ("th", "t"), ("sch", "sh"), ("c", "k"), ("q", "k"), ("z", "s"))


def fold(name: str) -> str:
    """Lower case, without diacritics, hyphens and apostrophes."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if c.isalpha() and not unicodedata.combining(c))


@cache
def skeleton(name: str) -> str:
    """Consonants in order, alike-sounding ones as one, doubles single; a first vowel stands as ``a``."""
    text = fold(name)
    for form, sound in _SOUNDS:
        text = text.replace(form, sound)
    first = "a" if text[:1] in "aeiouy" else ""
    return first + re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyhw]", "", text))


def distance(a: str, b: str) -> int:
    """Edits from one word to the other: letters put in, left out, changed, or two neighbours swapped (optimal string alignment)."""
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def same_letters(a: str, b: str, *, foreign: bool = False) -> bool:
    """Tell whether two words differ only as newsrooms write one name: diacritics, a final y, i or ii, letters of other scripts.

    ``foreign``: another word of the name tells that it comes from another script.
    """
    x, y = fold(a), fold(b)
    if x == y or _transliterated(x) == _transliterated(y):
        return True
    return (foreign or romanised(a) or romanised(b)) and _voiceless(a) == _voiceless(b)


def _voiceless(name: str) -> str:
    return skeleton(name).translate(_VOICELESS)


def _transliterated(name: str) -> str:
    return name.removesuffix("y").removesuffix("i").removesuffix("i")


@cache
def romanised(name: str) -> bool:
    """Tell whether a name comes from a script that has no letter-by-letter form in ours: its vowels are anybody's choice."""
    folded = fold(name)
    roots: set[str] = set()
    endings: set[str] = set()
    for entry in words("checker.text", "romanised-names.txt"):
        for form in entry.split():
            (endings if form.startswith("-") else roots).add(form.removeprefix("-"))
    return (
        folded in roots
        or re.match(r"(?i)(?:al|el|ul|bin|ibn|abu|abd)[-\s’']", name) is not None
        or any(folded.endswith(e) and len(folded) > len(e) + 2 for e in endings)
    )
