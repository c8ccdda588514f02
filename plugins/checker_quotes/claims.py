"""Claims of quotations: these words, and by this speaker. One claim a quoted sentence, so that long speeches align sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Passage, Quotation, SegmentKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE_END = re.compile(r"[.!?…]+['’”\"]?\s+(?=[\"“‘'A-Z\d])")
_WORD = re.compile(r"[^\W_]+")
_FEWEST = 4  # words: fewer are anybody's
_LONGEST = 240  # code points of a passage shown as evidence


def _run(document: Document, annotations: Annotations) -> Iterator[Claim]:
    for quotation in annotations.of(Quotation):
        if quotation.tier == "low" or quotation.speaker is None:
            continue
        if document.segment_at(quotation.start) in (SegmentKind.FURNITURE, SegmentKind.METADATA):
            continue
        for part in parts(document.text, quotation):
            quote = Passage(part.start, min(part.end, part.start + _LONGEST), "quote")
            speaker = Passage(quotation.speaker.start, quotation.speaker.end, "speaker")
            yield Claim(document, part, "wording", part, (quote, speaker))
            yield Claim(document, part, "speaker", part, (quote, speaker))


def parts(text: str, quotation: Quotation) -> Iterator[Quotation]:
    """Yield the sentences of a quotation as quotations of their own, those of fewer than four words left out."""
    edges = [
        quotation.start,
        *(m.end() for m in _SENTENCE_END.finditer(text, quotation.start, quotation.end)),
        quotation.end,
    ]
    for start, after in zip(edges, edges[1:], strict=False):
        end = after
        while end > start and not text[end - 1].isalnum():
            end -= 1
        if len(_WORD.findall(text, start, end)) >= _FEWEST:
            yield replace(quotation, start=start, end=end)


CLAIMS = Extractor("quote-claims", "1", (Quotation,), Claim, _run)
