"""Figures that one passage gives twice: stated, and computed from others beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Claim, Mention, Passage, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Document, Span


@frozen()
class Figure(Quantity):
    """A number as stated, or as computed; ``label`` in the words of a report, ``derivation`` how it was computed."""

    kind: ClassVar[str] = "figure"
    label: str = ""
    derivation: tuple[str, ...] = ()


@frozen()
class Reckoning(Mention):
    """The passage that holds a stated figure and those it can be computed from."""

    kind: ClassVar[str] = "reckoning"


def reckoned(
    document: Document, slot: str, stated: Figure, computed: Figure, parts: Sequence[Span], roles: tuple[str, str]
) -> Iterator[Claim]:
    """The two claims of one reckoning: the figure stated, and that computed from ``parts``."""
    spans = [stated.span, *parts]
    subject = Reckoning(min(s.start for s in spans), max(s.end for s in spans))
    yield Claim(document, subject, slot, stated, (Passage(stated.start, stated.end, roles[0]),))
    yield Claim(document, subject, slot, computed, tuple(Passage(s.start, s.end, roles[1]) for s in parts))


def added(numbers: Iterable[float]) -> str:
    """A sum as people write it: "9 + 6 = 15"."""
    listed = list(numbers)
    return f"{' + '.join(f'{n:,.10g}' for n in listed)} = {sum(listed):,.10g}"
