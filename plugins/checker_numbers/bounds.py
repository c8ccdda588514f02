"""What a number in news can bear: hedges, and the rounding of round numbers."""

from __future__ import annotations

import math
import re
from functools import cache

from checker.frozen import frozen
from checker.text.numerals import cardinal, number
from checker.text.vocabulary import table

_ABOUT = (0.15, 0.10, 0.03)  # shares by which "about" may be off, where one, two or more of the digits say something
_ALMOST = 0.15  # share by which "nearly" lies below
_OVER = 1e-9  # "more than 40" leaves 40 itself to nobody, but nobody counts on it
_SLACK = 0.05  # share by which a number that ends in a nought may be a round one
_ROUND = 50  # from here on
_BEHIND = re.compile(r"\s(?P<hedge>or\smore|or\sso|or\sfewer|plus)\b|\+", re.IGNORECASE)
_BEHIND_AS = {"or more": "MORE", "plus": "MORE", "+": "MORE", "or so": "ABOUT", "or fewer": "LESS"}


@frozen()
class Bounds:
    """The least and the most a number may mean, both inclusive."""

    low: float
    high: float


@cache
def hedges() -> dict[str, str]:
    """The hedges before a number and what they do to it."""
    return dict(table("checker_numbers", "hedges.txt"))


@cache
def hedged_number(group: str = "number", hedge: str = "hedge") -> str:
    """A regular expression for a number with the hedge before it, in the groups of these names."""
    words = "|".join(sorted((h.replace(" ", r"\s") for h in hedges()), key=len, reverse=True))
    return rf"(?:\b(?P<{hedge}>{words})\s(?:the\s)?)?(?<![\w$€£.,-])(?P<{group}>{cardinal()})(?![\w%]|[.,:-]\d)"


def hedge_of(words: str | None, text: str = "", end: int = 0) -> str | None:
    """The modifier that the words before a number make, or those behind ``end`` in ``text``."""
    behind = _BEHIND.match(text, end)
    if behind is not None:
        return _BEHIND_AS[" ".join((behind["hedge"] or behind.group()).lower().split())]
    return hedges()[" ".join(words.lower().split())] if words else None


def bounds(value: float, surface: str, hedge: str | None) -> Bounds:
    """What ``value``, written as ``surface``, may mean under a hedge."""
    slack = _rounding(value, surface)
    if hedge in ("MORE", "OVER"):
        return Bounds(value - slack, math.inf)
    if hedge in ("LESS", "UNDER"):
        return Bounds(0.0, value + slack)
    if hedge == "ALMOST":
        return Bounds(value * (1 - _ALMOST), value + slack)
    if hedge == "ABOUT":
        share = _ABOUT[min(_digits(value), len(_ABOUT)) - 1]
        return Bounds(value * (1 - share), value * (1 + share))
    return Bounds(value - slack, value + slack)


def _rounding(value: float, surface: str) -> float:
    """Half a unit of the last place that is written, where the number looks rounded: "4.2 million", "1,200", "60"."""
    digits = re.match(r"[\d,]*(?:\.(\d+))?", surface.strip())
    scaled = re.search(r"[^\W\d_]", surface) is not None and value >= 1000 and surface[:1].isdigit()
    if scaled and digits is not None:
        scale = value / float(digits.group().replace(",", "") or 1)
        return scale * 10.0 ** -len(digits.group(1) or "") / 2
    if value != int(value):
        return 0.0
    if value >= _ROUND and value % 10 == 0:
        return max(_SLACK * value if value < 1000 else 0.0, 10.0 ** _noughts(int(value)) / 2 if value >= 1000 else 0.0)
    return 0.0


def _digits(value: float) -> int:
    """How many digits are left without the noughts at either end."""
    return max(1, len(f"{value:.10g}".replace(".", "").strip("0")))


def _noughts(value: int) -> int:
    return len(str(value)) - len(str(value).rstrip("0"))


__all__ = ["Bounds", "bounds", "hedge_of", "hedged_number", "hedges", "number"]
