"""Written-out calendar dates, as front matter, datelines and captions give them. Nothing relative, nothing guessed."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Published
from checker.text.patterns import pattern
from checker.text.vocabulary import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_ISO = pattern(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d:?\d\d\S*(?: ?[-+Z]\S*)?))?")
_YEAR = pattern(r"(?<!\d)\d{4}(?!\d)")
_LONGEST = 24  # "the 30th of September, " before the year
_CLOCK = pattern(r"(?:at )?(\d{1,2}[:.]\d\d.*)")


def weekday_before(text: str, offset: int) -> bool:
    """Tell whether a weekday stands right before ``offset``: "Friday, 12 July 2024"."""
    return _weekday().search(text, max(0, offset - 14), offset) is not None


def published(text: str) -> Published | None:
    """Read a date of publication as written: its local calendar date, not converted to UTC. None where it is none.

    Takes ISO 8601 dates and datetimes, "14 July 2024" and "July 14, 2024", with or without weekday and clock time.
    All-digit forms such as 07/14/2024 are refused: nobody can tell the day from the month.
    """
    text = text.strip()
    iso = _ISO.fullmatch(text)
    if iso:
        return _published(int(iso[1]), int(iso[2]), int(iso[3]), iso[4])
    if len(text) > 80:
        return None
    written = _patterns()[1].fullmatch(text)
    if not written:
        return None
    clock = _CLOCK.fullmatch(written["rest"].strip(" ,"))
    if written["rest"].strip(" ,") and not clock:
        return None
    return _published(*_parts(written), clock[1] if clock else None)


def full_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, date]]:
    """Yield (offset, date) of every full date (day, month and year) written out in ``text``."""
    for year in _YEAR.finditer(text, start, len(text) if end is None else end):
        found = _patterns()[0].search(text, max(start, year.start() - _LONGEST), year.end())
        read = _published(*_parts(found), None) if found else None
        if found and read is not None and read.date is not None:
            yield found.start(), read.date


def _published(year: int, month: int, day: int, time: str | None) -> Published | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Published(year, month, day, time=time)


def _parts(found: re.Match[str]) -> tuple[int, int, int]:
    month = table("checker.read", "months.txt")[(found["month"] or found["month2"]).lower()]
    return int(found["year"] or found["year2"]), int(month), int(found["day"] or found["day2"])


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('checker.read', 'weekdays.txt'))})\.?,? (?:the )?\Z", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of a full date in running text, and that of a value that is one, with weekday and rest."""
    months = "|".join(sorted(table("checker.read", "months.txt"), key=lambda m: (-len(m), m)))
    weekdays = "|".join(sorted(words("checker.read", "weekdays.txt"), key=lambda w: (-len(w), w)))
    full = (
        rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{months})\.?,? (?P<year>\d{{4}})"
        rf"|(?P<month2>{months})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>\d{{4}}))"
    )
    value = rf"(?:(?:{weekdays})\.?,? )?{full}(?!\d)(?P<rest>.*)"
    return re.compile(rf"(?<!\w){full}\Z", re.IGNORECASE), re.compile(value, re.IGNORECASE)
