"""Claims about how many days lie from one date to another: by the two dates, and by the number beside them.

"From July 3 to July 6, a total of five days", "the five-day fair, July 3-6".
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Passage, Timex
from checker_dates import claims as events
from checker_dates.algebra import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "range-length"
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_COUNTED = re.compile(r"P(\d+)([DW])")
_TO = re.compile(r"\s?[-–—]\s?|\s(?:to|through|until|till)\s(?:the\s)?")
_BEHIND = re.compile(r",?\s?[—–(,-]?\s?(?:for\s|a\stotal\sof\s|lasting\s|some\s)*")
_BEFORE = re.compile(r"(?:\s[a-z]+){0,3},?\s(?:\(|from\s|on\s)?(?:from\s)?")
_OTHER_DAYS = re.compile(
    r"\s(?:(?:business|working|trading|school|court|of)\b|after\b|before\b|later\b|ago\b|earlier\b)"
)


def range_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the length of each range of dates that stands right beside a number of days or weeks."""
    text = document.text
    found = [t for t in annotations.of(Timex) if document.segment_at(t.start) not in events.SKIPPED]
    for number, (first, last) in enumerate(pairwise(found)):
        if not (_names_a_day(first) and _names_a_day(last)) or not _TO.fullmatch(text, first.end, last.start):
            continue
        behind = found[number + 2] if number + 2 < len(found) else None
        before = found[number - 1] if number else None
        for said, gap, between in (
            (behind, _BEHIND, (last.end, behind.start if behind else 0)),
            (before, _BEFORE, (before.end if before else 0, first.start)),
        ):
            if said is None or not _COUNTED.fullmatch(said.value) or said.mod is not None:
                continue
            if gap.fullmatch(text, *between) is None or _OTHER_DAYS.search(text, said.start, said.end + 8):
                continue
            reading = Timex(first.start, last.end, type="DURATION", value=f"P{_days(first, last)}D")
            yield Claim(document, reading, SLOT, reading, (Passage(first.start, last.end, "dates"),))
            yield Claim(document, reading, SLOT, said, (Passage(said.start, said.end, "length"),))
            break


def _names_a_day(timex: Timex) -> bool:
    return timex.type == "DATE" and _DAY.fullmatch(timex.value) is not None and "day" in timex.said


def _days(first: Timex, last: Timex) -> int:
    """Days from the first to the last, both counted; years that are not said are those that put the two side by side."""
    a, b = (_DAY.fullmatch(t.value) for t in (first, last))
    assert a is not None
    assert b is not None
    at = [date(PLACEHOLDER, int(m[2]), int(m[3])) for m in (a, b)]
    return (at[1] - at[0]).days % 366 + 1


RANGES = Extractor("range-claims", "1", (Timex,), Claim, range_claims)
