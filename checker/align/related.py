"""Which two documents tell of the same happening, whatever it is: what they name, when they came out, and which events they share.

This is the ground for comparing things that stand in no sentence with the event: the number of a house, a sum, a count.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from checker.text.vocabulary import light_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.align.events import Events
    from checker.model import Document

_WEEK = 7  # days
_NEAR, _FAR = 3, 6  # words of names that articles of one week, and of any time, must share
_LONG = 3  # letters; shorter words of names are particles and initials


def related(
    documents: Sequence[Document], named: Mapping[str, frozenset[str]], events: Events
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the pairs of document ids that are about one happening, the smaller first, with the reasons."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for ((a, _), (b, _)), because in sorted(events.links.items()):
        found.setdefault((a, b), because)
    words = {d.id: _words(named.get(d.id, frozenset())) for d in documents}
    for first, second in combinations(sorted(documents, key=lambda d: d.id), 2):
        pair = (first.id, second.id)
        if pair in found:
            continue
        shared = words[first.id] & words[second.id]
        if len(shared) >= (_NEAR if _same_week(first, second) else _FAR):
            found[pair] = (f"both name: {', '.join(sorted(w.title() for w in shared)[:4])}",)
    return found


def _words(names: frozenset[str]) -> frozenset[str]:
    return frozenset(
        w for name in names for w in name.replace("’", "'").split() if len(w) > _LONG and w not in light_words()
    )


def _same_week(a: Document, b: Document) -> bool:
    days = [d.published.date if d.published else None for d in (a, b)]
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= _WEEK
