"""Claims about the day on which a piece carried along with an article was put out: "Ann Ro reports. (Published Thursday, May 19, 2016)".

A piece is known by its words: the last sentences of its caption.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Annotations, Claim, Document, Extractor, Mention, Passage, Timex

if TYPE_CHECKING:
    from collections.abc import Iterator

_STAMP = re.compile(r"(?i)\((?:first\s)?(?:published|posted)\s(?:on\s)?\Z")
_WORD = re.compile(r"[^\W_]+")
_FEWEST = 10  # words by which a piece is known


@frozen()
class Piece(Mention):
    """A video or picture with its caption, in the words of the caption."""

    kind: ClassVar[str] = "piece"
    key: str
    label: str


def put_out_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the day that stands in brackets behind a caption."""
    text = document.text
    for timex in annotations.of(Timex):
        stamp = _STAMP.search(text, max(0, timex.start - 24), timex.start)
        if stamp is None or not {"month", "day"} <= timex.said:
            continue
        start = max(text.rfind("\n", 0, stamp.start()), text.rfind(")", 0, stamp.start())) + 1
        words = list(_WORD.finditer(text, start, stamp.start()))[-_FEWEST:]
        if len(words) < _FEWEST:
            continue
        said = " ".join(text[words[0].start() : stamp.start()].split())
        piece = Piece(
            words[0].start(), stamp.start(), key=f"piece: {' '.join(w[0].casefold() for w in words)}", label=said
        )
        yield Claim(document, piece, "put-out", timex, (Passage(timex.start, timex.end, "date"),))


PUT_OUT_CLAIMS = Extractor("put-out-claims", "1", (Timex,), Claim, put_out_claims)
