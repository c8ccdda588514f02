"""Which two documents tell of the same happening, whatever it is.

Told by what they name and quote, when they came out, what events they share, and how alike all their words are.

This is the ground for comparing things that stand in no sentence with the event: the number of a house, the spelling of a name.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.text.names import organisation_words
from checker.text.vocabulary import light_words, words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from checker.align.events import Events
    from checker.align.likeness import Alike
    from checker.model import Document

_WEEK = 7  # days
_NEAR, _FAR = 3, 6  # words of names that articles of one week, and of any time, must share
_STATED = (
    1  # the same for articles of one week that are stated to tell one story; words of any name's kind do not count
)
_LONG = 3  # letters; shorter words of names are particles and initials


class Related:
    """The documents of a story, asked two at a time: a pair costs nothing until something in both is to be compared."""

    def __init__(
        self,
        named: Mapping[str, frozenset[str]],
        events: Events,
        quoting: Collection[tuple[str, str]] = (),
        alike: Alike | None = None,
    ) -> None:
        """``named``: the proper names of each document; ``quoting``: the pairs of documents, in order, that quote the same words.

        ``alike``: tells documents by all their words.
        """
        self._alike = alike
        self._named = named
        self._quoting = frozenset(quoting)
        self._words: dict[str, frozenset[str]] = {}
        self._repeated = events.repeated
        self._events: dict[tuple[str, str], tuple[str, ...]] = {}
        for ((a, _), (b, _)), because in sorted(events.links.items()):
            self._events.setdefault((a, b), because)

    def why(
        self, a: Document, b: Document, telling: str | None = None, particular: str | None = None
    ) -> tuple[str, ...] | None:
        """Why two documents are about one happening; None where nothing says so. Symmetric.

        ``telling``: a word of both that few articles have ("ingots"), and that therefore counts as a name they share. ``particular``:
        what both say of the people or the house of their happening ("3-year-old"); of articles stated to tell one story it is enough.
        """
        if a is b:
            return ()
        first, second = sorted((a.id, b.id))
        if (first, second) in self._repeated:
            return None
        if (first, second) in self._events:
            return self._events[first, second]
        if (first, second) in self._quoting:
            return ("both quote the same words",)
        shared = self._of(first) & self._of(second)
        shared |= {particular} if particular else set()
        week = _same_week(a, b)
        dated = a.published is not None and b.published is not None
        stated = (
            (week or not dated) and a.story is not None and a.story == b.story and len(shared - _kinds()) >= _STATED
        )
        shared |= {telling} if telling else set()
        if len(shared) < (_NEAR if week else _FAR) and not stated:
            return self._alike.why(first, second) if self._alike else None
        return (f"both name: {', '.join(sorted(w.title() for w in shared)[:4])}",)

    def _of(self, document: str) -> frozenset[str]:
        if document not in self._words:
            self._words[document] = frozenset(
                w
                for name in self._named.get(document, frozenset())
                for word in name.replace("’", "'").split()
                if len(w := word.removesuffix("'s")) > _LONG and w not in light_words()
            )
        return self._words[document]


@cache
def _kinds() -> frozenset[str]:
    """Words that say what a name is of and not which one: County, Street, Police."""
    return frozenset(w.casefold() for w in (*organisation_words(), *words("checker.text", "place-words.txt")))


def _same_week(a: Document, b: Document) -> bool:
    apart = a.days_from(b)
    return apart is not None and apart <= _WEEK
