"""Numbers as the report words them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model import Quantity

_HEDGES = {
    "MORE": "at least ",
    "OVER": "more than ",
    "LESS": "at most ",
    "UNDER": "fewer than ",
    "ALMOST": "nearly ",
    "ABOUT": "about ",
}


def hedged(quantity: Quantity) -> str:
    """A number with its hedge: "at least 12", "about 1,200"."""
    return f"{_HEDGES.get(quantity.hedge or '', '')}{quantity.value:,.10g}"
