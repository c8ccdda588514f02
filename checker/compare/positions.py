"""Claims to positions: one position for each distinct reading, with all the evidence for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Claim, Evidence, Position, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence


def positions(read: Sequence[tuple[Claim, Reading]]) -> tuple[Position, ...]:
    """Gather claims by the value of their reading, in the order given; a passage counts once in a position."""
    held: dict[str, tuple[str, dict[tuple[str, int, int, str], Evidence]]] = {}
    for claim, reading in read:
        _, evidence = held.setdefault(reading.value, (reading.label, {}))
        for passage in claim.passages:
            key = (claim.document.id, passage.start, passage.end, passage.role)
            evidence.setdefault(key, Evidence(claim.document, passage, passage.role, reading.label, reading.derivation))
    return tuple(Position(value, label, tuple(evidence.values())) for value, (label, evidence) in held.items())
