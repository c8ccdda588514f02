"""Numbers in words and digits: "twenty-five", "1,200", "half a dozen"."""

from __future__ import annotations


def number(words: str) -> float | None:
    """Return the value of a cardinal or ordinal in words or digits, None if it is none."""
    raise NotImplementedError(words)
