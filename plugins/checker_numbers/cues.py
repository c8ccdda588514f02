"""Phrases that tell what a number is: lists of patterns under ``data``, one a line, compiled once."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.text.vocabulary import words

if TYPE_CHECKING:
    from checker.model import Span


@cache
def cues(name: str) -> re.Pattern[str]:
    """Match any entry of a list as whole words, whatever the case; a space stands for any white space."""
    return re.compile(rf"\b{alternatives(name)}\b", re.IGNORECASE)


def beside(name: str, text: str, sentence: Span, span: tuple[int, int], reach: int) -> bool:
    """Tell whether an entry of a list stands in a stretch of text or within ``reach`` code points of it, in its sentence."""
    start, end = max(sentence.start, span[0] - reach), min(sentence.end, span[1] + reach)
    return cues(name).search(text, start, end) is not None


@cache
def alternatives(name: str) -> str:
    """The entries of a list as one group of a larger pattern."""
    entries = sorted(
        (line.replace(" ", r"\s") for line in words("checker_numbers", f"{name}.txt")), key=len, reverse=True
    )
    return f"(?:{'|'.join(entries)})"
