"""How names of places are compared: one key for all spellings of a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SAINT = re.compile(r"\bst\.? ")
_LETTERS = str.maketrans("ıłŁøØđĐ", "ilLoOdD")  # what decomposition leaves whole
_LATIN = re.compile(r"[A-ZÀ-Ž][A-Za-zÀ-ž'’.\- ]+\Z")


class _Unmarked(dict[int, str | None]):
    """Code points to their characters, and None for a mark that combines; each is asked of the database once."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        kept = self[code] = None if unicodedata.combining(character) else character
        return kept


_UNMARKED = _Unmarked()


def folded(name: str) -> str:
    """Fold case, diacritics, apostrophes and "Saint": "Kırıkkale" and "Kirikkale", "St. Louis" and "Saint Louis" share a key."""
    if not name.isascii():
        small = _without_marks(name).casefold().replace("’", "'")
    elif name.isalpha():  # one word: nothing below has to do with it
        return name.lower()
    else:
        small = name.lower()
    if "st" in small:
        small = _SAINT.sub("saint ", small)
    return " ".join(small.removeprefix("the ").split())


key = lru_cache(maxsize=65536)(folded)


def _without_marks(name: str) -> str:
    return unicodedata.normalize("NFKD", name.translate(_LETTERS)).translate(_UNMARKED)


def latin(name: str) -> bool:
    """Tell whether a name is written in Latin letters and starts with a capital: the alternate names come in all scripts."""
    return _LATIN.match(name) is not None
