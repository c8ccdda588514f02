"""Claims to positions: one position for each distinct reading, with all the evidence for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Claim, Evidence, Position, Reading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def positions(
    read: Sequence[tuple[Claim, Reading]], copies: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[Position, ...]:
    """Gather claims by the value of their reading, in the order given; a passage counts once in a position.

    ``copies``: by the id of a document, those that carry the same text.
    """
    known = copies or {}
    held: dict[str, tuple[str, dict[tuple[str, int, int, str], Evidence]]] = {}
    for claim, reading in read:
        _, evidence = held.setdefault(reading.value, (reading.label, {}))
        for passage in claim.passages:
            key = (claim.document.id, passage.start, passage.end, passage.role)
            also = known.get(claim.document.id, ())
            found = Evidence(claim.document, passage, passage.role, reading.label, reading.derivation, also)
            evidence.setdefault(key, found)
    return tuple(Position(value, label, tuple(evidence.values())) for value, (label, evidence) in held.items())
