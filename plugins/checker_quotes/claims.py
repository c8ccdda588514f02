"""Claims of quotations: these words, and by this speaker. One claim a quoted sentence, so that long speeches align sentence by sentence.

A phrase of two or three words set into another's sentence claims its speaker only: there is nothing in it to get wrong but who coined it.
"""

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
_SHORT = 6  # words; a shorter sentence tells too little alone
_PHRASE = 2  # words of a phrase somebody may have coined
_LONGEST = 240  # code points of a passage shown as evidence


def _run(document: Document, annotations: Annotations) -> Iterator[Claim]:
    for quotation in annotations.of(Quotation):
        if document.segment_at(quotation.start) in (SegmentKind.FURNITURE, SegmentKind.METADATA):
            continue
        for part in parts(document.text, quotation):
            passages = [Passage(part.start, min(part.end, part.start + _LONGEST), "quote")]
            if part.speaker is not None:
                passages.append(Passage(part.speaker.start, part.speaker.end, "speaker"))
            if _words(document.text, part) >= _FEWEST:
                yield Claim(document, part, "wording", part, tuple(passages))
            if part.speaker is not None and part.tier != "low":
                yield Claim(document, part, "speaker", part, tuple(passages))


def parts(text: str, quotation: Quotation) -> Iterator[Quotation]:
    """Yield the sentences of a quotation as quotations of their own; a short one goes with the next, a last short one with that before.

    Single words are left out, and so is a short sentence that is all there is.
    """
    found: list[tuple[int, int]] = []
    held: int | None = None
    for sentence in sentences_in(text, quotation):
        end = sentence.end
        while end > sentence.start and not text[end - 1].isalnum():
            end -= 1
        start = sentence.start if held is None else held
        short = _words(text, replace(quotation, start=sentence.start, end=end)) < _SHORT
        held = start if short else None
        if not short:
            found.append((start, end))
    if held is not None:
        start = found.pop()[0] if found else held
        found.append((start, end))
    for start, end in found:
        part = replace(quotation, start=start, end=end)
        size = _words(text, part)
        if size >= _FEWEST or (size >= _PHRASE and _is_phrase(text, quotation)):
            yield part


def _is_phrase(text: str, quotation: Quotation) -> bool:
    """Tell whether quoted words are a phrase within a sentence: no sentence of their own ("No comment"), and no name."""
    said = text[quotation.start : quotation.end]
    return quotation.form == "mixed" and said[-1:] not in ".?!" and any(word[:1].islower() for word in said.split())


def _words(text: str, part: Quotation) -> int:
    return len(_WORD.findall(text, part.start, part.end))


CLAIMS = Extractor("quote-claims", "1", (Quotation,), Claim, _run)
