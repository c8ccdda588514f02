"""The year of an article that does not say when it was published, concluded from its own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import Known, Published, SegmentKind
from checker.read.calendar_dates import full_dates
from checker.read.segments import lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Segment

_EVENT_YEAR = re.compile(r"\b[A-Z]\w*-(19[5-9]\d|20\d\d)(?![\w-])")
_NOT_YET_OR_LONG_AGO = re.compile(
    r"\b(?:will|shall|would|scheduled|plans?|planned|due|expected|until|by|born|since|died|founded|from)\b",
    re.IGNORECASE,
)
_OLD_PICTURE = re.compile(r"\b(?:file|archive|archived)\b", re.IGNORECASE)
_LEAD_PARAGRAPHS = 2


def inferred(text: str, segments: Sequence[Segment]) -> Published | None:
    """Return the year that the caption, the lead or the name of an event gives; None where they leave it open.

    A full date in a caption is of the day of the picture, a year in an event's name ("Harbour Shield-2024") of its occasion: both
    are seldom older than the article. A full date in the lead counts unless the words before it point ahead or back. Where several
    years compete, the latest is taken if no full date elsewhere in the article is later still.
    """
    strong: set[int] = set()
    latest = 0
    paragraphs = 0
    for segment in segments:
        if segment.kind not in (SegmentKind.BODY, SegmentKind.CAPTION, SegmentKind.HEADLINE):
            continue
        for line in lines(text[segment.start : segment.end]):
            start, end = segment.start + line.start, segment.start + line.end
            body = segment.kind is SegmentKind.BODY
            paragraphs += body
            if segment.kind is SegmentKind.CAPTION and _OLD_PICTURE.search(text, start, end):
                continue
            strong |= {int(found[1]) for found in _EVENT_YEAR.finditer(text, start, end)}
            for offset, day in full_dates(text, start, end):
                latest = max(latest, day.year)
                before = text[max(start, offset - 80) : offset]
                if not body or (paragraphs <= _LEAD_PARAGRAPHS and not _NOT_YET_OR_LONG_AGO.search(before)):
                    strong.add(day.year)
    if not strong or max(strong) < latest:
        return None
    return Published(max(strong), known=Known.INFERRED)
