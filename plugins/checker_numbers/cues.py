"""Phrases that tell what a number is: lists of patterns under ``data``, one a line, compiled once."""

from __future__ import annotations

import re
from functools import cache

from checker.text.vocabulary import words


@cache
def cues(name: str) -> re.Pattern[str]:
    """Match any entry of a list as whole words, whatever the case; a space stands for any white space."""
    return re.compile(rf"\b{alternatives(name)}\b", re.IGNORECASE)


@cache
def alternatives(name: str) -> str:
    """The entries of a list as one group of a larger pattern."""
    entries = sorted(
        (line.replace(" ", r"\s") for line in words("checker_numbers", f"{name}.txt")), key=len, reverse=True
    )
    return f"(?:{'|'.join(entries)})"
