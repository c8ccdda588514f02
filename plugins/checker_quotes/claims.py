"""Claims of quotations: these words, and by this speaker. One claim a quoted sentence, so that long speeches align sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Passage, Quotation, SegmentKind
from checker.text.sentences import sentences_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+")
_FEWEST = 4  # words: fewer are anybody's
_LONGEST = 240  # code points of a passage shown as evidence


def _run(document: Document, annotations: Annotations) -> Iterator[Claim]:
    for quotation in annotations.of(Quotation):
        if document.segment_at(quotation.start) in (SegmentKind.FURNITURE, SegmentKind.METADATA):
            continue
        for part in parts(document.text, quotation):
            passages = [Passage(part.start, min(part.end, part.start + _LONGEST), "quote")]
            if part.speaker is not None:
                passages.append(Passage(part.speaker.start, part.speaker.end, "speaker"))
            yield Claim(document, part, "wording", part, tuple(passages))
            if part.speaker is not None and part.tier != "low":
                yield Claim(document, part, "speaker", part, tuple(passages))


def parts(text: str, quotation: Quotation) -> Iterator[Quotation]:
    """Yield the sentences of a quotation as quotations of their own, those of fewer than four words left out."""
    for sentence in sentences_in(text, quotation):
        end = sentence.end
        while end > sentence.start and not text[end - 1].isalnum():
            end -= 1
        if len(_WORD.findall(text, sentence.start, end)) >= _FEWEST:
            yield replace(quotation, start=sentence.start, end=end)


CLAIMS = Extractor("quote-claims", "1", (Quotation,), Claim, _run)
