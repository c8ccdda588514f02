"""Sentences of news English, within segments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Extractor, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARAGRAPH = re.compile(r"[^\n]+")
_END = re.compile(r"[.!?]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9])")


def _run(document: Document, _annotations: Annotations) -> Iterator[Sentence]:
    for number, paragraph in enumerate(_PARAGRAPH.finditer(document.text)):
        start = paragraph.start()
        for end in [m.end() for m in _END.finditer(document.text, start, paragraph.end())] + [paragraph.end()]:
            while start < end and document.text[start].isspace():
                start += 1
            if start < end:
                yield Sentence(start, end, number, document.segment_at(start))
            start = end


SENTENCES = Extractor("sentences", "1", (), Sentence, _run)
