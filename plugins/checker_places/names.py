"""How names of places are compared: one key for all spellings of a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LATIN = re.compile(r"[A-ZÀ-Ž][A-Za-zÀ-ž'’.\- ]+\Z")


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """Fold case, diacritics, apostrophes and "Saint": "Kırıkkale" and "Kirikkale", "St. Louis" and "Saint Louis" share a key."""
    folded = unicodedata.normalize(
        "NFKD", name.replace("ı", "i").replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("Ø", "O")
    )
    folded = "".join(c for c in folded if not unicodedata.combining(c)).casefold().replace("’", "'")
    folded = re.sub(r"\bst\.? ", "saint ", folded)
    return " ".join(folded.removeprefix("the ").split())


def latin(name: str) -> bool:
    """Tell whether a name is written in Latin letters and starts with a capital: the alternate names come in all scripts."""
    return _LATIN.match(name) is not None
