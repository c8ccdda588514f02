"""Numbers in words and digits: "twenty-five", "1,200", "4.2 million", "third"."""

from __future__ import annotations

import re
from functools import cache

from checker.text.vocabulary import table

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


@cache
def cardinal() -> str:
    """A regular expression, without groups, for a cardinal in digits or words: "1,200", "4.2 million", "twenty-five", "three hundred"."""
    forms = table("checker.text", "numerals.txt").items()
    names = {float(value): form.split(",")[0].strip() for value, form in forms}
    ones = "|".join(names[n] for n in sorted(names, reverse=True) if 0 < n < 10)
    teens = "|".join(names[n] for n in names if 10 <= n < 20)
    tens = "|".join(names[n] for n in names if 20 <= n < 100)
    scales = "|".join(
        form.strip()
        for value, listed in forms
        if float(value) >= 100
        for form in sorted(listed.split(","), key=len, reverse=True)
        if not form.strip().endswith("th")
    )
    words = rf"(?:(?:{tens})(?:[-\s](?:{ones}))?|{teens}|{ones})"
    digits = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    scaled = rf"[-\s](?:{scales}|dozen)\b(?:(?:(?<=hundred)|(?<=thousand))\sand\s{words})?"
    return rf"(?:(?:{digits}|{words}|an?(?=\s(?:{scales}|dozen)\b))(?:{scaled})*)"


@cache
def cardinal_words() -> frozenset[str]:
    """The words one of which every match of :func:`cardinal` holds that has no digit."""
    names = (form.split(",")[0].strip() for form in table("checker.text", "numerals.txt").values())
    return frozenset(names) | {"dozen"}


def number(words: str) -> float | None:
    """Return the value of a cardinal or ordinal in words or digits; None where the words are no number.

    Compounds add and multiply as they are spoken: "two hundred and forty thousand" is 240000. "A dozen" is 12, "a" alone none.
    """
    parts = [p for p in re.split(r"[\s-]+", words.casefold().strip()) if p not in ("and", "")]
    if not parts or parts in (["a"], ["an"]):
        return None
    total, current = 0.0, None
    for part in parts:
        value = _one(part)
        if value is None:
            return None
        if value >= 1000 and part in _scales():
            if current is None and total:
                total *= value  # "two lakh crore"
            else:
                total += (1.0 if current is None else current) * value
            current = None
        elif part in _scales():
            current = (1.0 if current is None else current) * value
        else:
            current = value if current is None else current + value
    return total + (current or 0.0)


def _one(part: str) -> float | None:
    if _DIGITS.fullmatch(part):
        return float(part.replace(",", ""))
    if match := _ORDINAL.fullmatch(part):
        return float(match.group(1))
    return _values().get(part)


@cache
def _values() -> dict[str, float]:
    return {
        w.strip(): float(value)
        for value, forms in table("checker.text", "numerals.txt").items()
        for w in forms.split(",")
    }


@cache
def _scales() -> frozenset[str]:
    return frozenset(w for w, value in _values().items() if value >= 100) | {"dozen", "dozens"}
