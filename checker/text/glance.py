"""What one look at a sentence tells: its words, and whether it may hold a number.

Slow patterns are tried only in sentences that hold what they cannot do without; the look is shared by all that ask for it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from checker.text.numerals import cardinal_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Span

_RUN = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d")
_ALIKE = str.maketrans("\u0130\u0131\u017f\u212a", "iisk")  # what ``re.IGNORECASE`` takes for plain letters
_REMEMBERED = 4096  # sentences


class Glance(NamedTuple):
    """A sentence in small letters, its runs of letters, and whether :func:`checker.text.numerals.cardinal` may match a whole word of it."""

    small: str
    words: frozenset[str]
    number: bool


def glance(text: str, sentence: Span) -> Glance:
    """Look at a sentence."""
    return _glance(text[sentence.start : sentence.end])


@lru_cache(maxsize=_REMEMBERED)
def _glance(text: str) -> Glance:
    small = (text if text.isascii() else text.translate(_ALIKE)).lower()
    words = frozenset(_RUN.findall(small))
    return Glance(small, words, not cardinal_words().isdisjoint(words) or _FIGURE.search(text) is not None)


def telling(forms: Iterable[str]) -> frozenset[str]:
    """Of each form its longest run of letters: a sentence with none of these has none of the forms as whole words."""
    return frozenset(max(_RUN.findall(form.lower()), key=len) for form in forms)
