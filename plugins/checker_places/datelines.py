"""Datelines: the town a report is written from, and what it tells to have happened "here".

Where the reporter was is not where the event was, unless the text says so: "a bridge here", "in this mill town".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Annotations, Document, Mention, Place, SegmentKind, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = re.compile(
    r"\b(?:(?<!from\s)(?<!around\s)(?<!up\s)(?<!out\s)here(?!['’]|-|\s(?:is|are|was|were|to|comes|come|goes|and\sthere|we|it)\b)"
    r"|in\sthis\s(?:[\w-]+\s){0,3}?(?:town|city|village|suburb|hamlet|resort|port))\b"
)
_SEVERAL = re.compile(r"[^(\n—–]*(?:/|\sand\s|\s&\s)[A-Z]")
_AGENCY = 20  # code points behind the last place of a dateline
_QUOTE = re.compile(r"[“”\"]")
_OPENING = "“"


@frozen()
class Here(Mention):
    """Words that point to the town of the dateline."""

    kind: ClassVar[str] = "here"


@frozen()
class Dated(Mention):
    """Where a report that has a dateline puts an event: in the town of the dateline (``here``), or in one it names."""

    kind: ClassVar[str] = "dated"
    place: Place
    here: bool


def dateline(document: Document, annotations: Annotations) -> Place | None:
    """Return the one town that the dateline names; None where there is no dateline, or it names several."""
    found = [p for p in annotations.of(Place) if document.segment_at(p.start) is SegmentKind.DATELINE]
    if not found or _SEVERAL.match(document.text, found[0].end, found[-1].end + _AGENCY):
        return None
    towns = [p for p in found if p.best is not None and p.best.feature == "P"]
    return towns[0] if len(towns) == 1 else None


def heres(document: Document, annotations: Annotations) -> Iterator[Here]:
    """Find the words of the article itself, not of those it quotes, that point to the town of the dateline."""
    text = document.text
    if "here" not in text and " this " not in text:
        return
    for sentence in annotations.of(Sentence):
        if sentence.segment is SegmentKind.BODY:
            for match in _HERE.finditer(text, sentence.start, sentence.end):
                if not _is_quoted(text, match.start()):
                    yield Here(match.start(), match.end())


def _is_quoted(text: str, at: int) -> bool:
    """Tell whether a quotation is open, counted from the start of the paragraph."""
    marks = [m.group() for m in _QUOTE.finditer(text, text.rfind("\n", 0, at) + 1, at)]
    return marks[-1] == _OPENING if any(m != '"' for m in marks) else len(marks) % 2 == 1
