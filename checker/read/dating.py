"""The year of an article that does not say when it was published, concluded from its own words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from checker.model import Known, Published, SegmentKind
from checker.read.calendar_dates import full_dates, weekday_before
from checker.read.segments import lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Segment

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EVENT_YEAR = re.compile(r"\b[A-Z]\w*-(19[5-9]\d|20\d\d)(?![\w-])")
_AHEAD_OR_BACK = re.compile(
    r"\b(?:will|shall|would|scheduled|plans?|planned|due|expected|until|by|born|since|died|founded|from)\b",
    re.IGNORECASE,
)
_OLD_PICTURE = re.compile(r"\b(?:file|archive|archived)\b", re.IGNORECASE)
_LEAD_PARAGRAPHS = 2


def inferred(text: str, segments: Sequence[Segment]) -> Published | None:
    """Return the year that the caption, the lead or the name of an event gives; None where they leave it open.

    A full date in a caption is that of the picture, a year in an event's name ("Harbour Shield-2024") that of its
    occasion: both are seldom older than the article. Elsewhere writers spell out the year because it is not the
    current one, so a full date counts only in the lead, with its weekday or where the year stands twice, and not
    where its words point ahead or back. Where several years compete, the latest is taken unless a full date
    elsewhere is later still.
    """
    strong: set[int] = set()
    lead: set[int] = set()
    named: Counter[int] = Counter()
    latest = 0
    for kind, paragraph, start, end in _lines(text, segments):
        if kind is SegmentKind.CAPTION and _OLD_PICTURE.search(text, start, end):
            continue
        strong |= {int(found[1]) for found in _EVENT_YEAR.finditer(text, start, end)}
        named.update(int(found[0]) for found in _YEAR.finditer(text, start, end))
        for offset, day in full_dates(text, start, end):
            latest = max(latest, day.year)
            if kind is SegmentKind.CAPTION:
                strong.add(day.year)
            elif paragraph <= _LEAD_PARAGRAPHS and not _AHEAD_OR_BACK.search(text, max(start, offset - 80), offset):
                (strong if weekday_before(text, offset) else lead).add(day.year)
    strong |= {year for year in lead if named[year] > 1}
    if not strong or max(strong) < latest:
        return None
    return Published(max(strong), known=Known.INFERRED)


def _lines(text: str, segments: Sequence[Segment]) -> Iterator[tuple[SegmentKind, int, int, int]]:
    """Yield (kind, body paragraphs so far, start, end) of each line that tells of the article's matter."""
    paragraphs = 0
    for segment in segments:
        if segment.kind in (SegmentKind.BODY, SegmentKind.CAPTION, SegmentKind.HEADLINE):
            for line in lines(text, segment.start, segment.end):
                paragraphs += segment.kind is SegmentKind.BODY
                yield segment.kind, paragraphs, line.start, line.end
