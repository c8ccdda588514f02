"""Claims about days that name what happened on them: "the Sept. 11 attacks", "Sept. 11 survivors", "the attacks of Sept. 11, 2001".

The noun beside the day says what it is known for; nouns of one line of ``landmarks.txt`` speak of one thing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Annotations, Claim, Document, Extractor, Mention, Passage, Timex
from checker.text.vocabulary import table
from checker_dates import claims as events

if TYPE_CHECKING:
    from collections.abc import Iterator


@frozen()
class Landmark(Mention):
    """What is known by its day; two of one noun and one month are the same, for a slip seldom goes beyond the month."""

    kind: ClassVar[str] = "landmark"
    key: str
    label: str


_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-\d\d")


def landmark_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the day of what is called by it."""
    for timex in annotations.of(Timex):
        day = _DAY.fullmatch(timex.value)
        if day is None or not {"month", "day"} <= timex.said or "weekday" in timex.said:
            continue
        if document.segment_at(timex.start) in events.SKIPPED or (noun := _noun(document.text, timex)) is None:
            continue
        subject = Landmark(timex.start, timex.end, key=f"{noun} of month {day[2]}", label=noun)
        yield Claim(document, subject, "landmark", timex, (Passage(timex.start, timex.end, "date"),))


def _noun(text: str, timex: Timex) -> str | None:
    """The noun that is called by the day: right behind it, or before "of"."""
    behind = _behind().match(text, timex.end)
    before = _before().search(text, max(0, timex.start - 24), timex.start)
    if behind is not None and not _NEW.search(text, max(0, timex.start - 4), timex.start):
        return _lines()[behind[1].lower()]
    return _lines()[before[1].lower()] if before is not None else None


_NEW = re.compile(r"(?i)\ban?\s\Z")


@cache
def _lines() -> dict[str, str]:
    found = table("checker_dates", "landmarks.txt")
    return {form: noun for noun, forms in found.items() for form in forms.split()}


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?i)\s(?:terror(?:ist)?\s)?({'|'.join(_lines())})\b")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b({'|'.join(_lines())})\sof\s\Z")


LANDMARKS = Extractor("landmark-claims", "1", (Timex,), Claim, landmark_claims)
