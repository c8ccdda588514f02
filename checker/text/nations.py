"""Countries as news English names them: "China", "Chinese", "the U.S."."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Span
from checker.text.patterns import pattern
from checker.text.vocabulary import table

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def forms() -> dict[str, str]:
    """Every form, with its capitals, to the country's English short name."""
    found = {}
    for country, others in table("checker.text", "nations.txt").items():
        for form in (country, *(o.strip() for o in others.split(","))):
            found[form] = country
    return found


def nations_in(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, str]]:
    """Yield the span and the country of every form in ``text[start:end]``; case counts ("us" is no country, "US" is)."""
    for match in _NATION.finditer(text, start, len(text) if end is None else end):
        yield Span(*match.span()), forms()[match.group()]


_NATION = pattern(
    lambda: rf"(?<!\w)(?=[A-Z])(?:{'|'.join(map(re.escape, sorted(forms(), key=len, reverse=True)))})(?!\w)"
)
