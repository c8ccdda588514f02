"""Which quotations of different documents are one utterance."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Document, Quotation


def clusters(quotations: Sequence[tuple[Document, Quotation]]) -> list[list[tuple[Document, Quotation]]]:
    """Gather quotations that are the same words, altered or cut or not."""
    del quotations
    return []
