"""Rule kind ``weekday-date``: a date and the weekday beside it must be the same day."""

from __future__ import annotations

import calendar
import re
from datetime import date

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Timex, Verdict
from checker_dates.windows import day_label

_SURE = (
    60  # days from publication within which the nearest year is surely meant; pages are often stamped anew months later
)


@frozen()
class WeekdayDate:
    """No options."""


def compare(options: WeekdayDate, a: Claim, b: Claim) -> Verdict:
    """Judge the two readings of one passage: contradiction where the date has that weekday in no plausible year."""
    del options
    weekdays = [c for c in (a, b) if _weekday(c) is not None]
    dates = [c for c in (a, b) if _weekday(c) is None]
    if len(weekdays) != 1 or len(dates) != 1:
        return UNKNOWN
    plausible = _plausible(dates[0])
    if not plausible:
        return UNKNOWN
    wanted = _weekday(weekdays[0])
    if any(day.isoweekday() == wanted for day in plausible):
        return AGREE
    stated = not _value(dates[0]).startswith("XXXX")
    day = plausible[0]
    because = f"{day_label(day)} is a {calendar.day_name[day.weekday()]}"
    return Verdict(
        Outcome.CONTRADICT, because, None, Confidence.HIGH if stated or len(plausible) == 1 else Confidence.MEDIUM
    )


def describe(options: WeekdayDate, claim: Claim) -> Reading:
    """Read the weekday as itself and the date with the weekday it has."""
    del options
    weekday = _weekday(claim)
    if weekday is not None:
        name = calendar.day_name[weekday - 1]
        return Reading(name, name)
    plausible = _plausible(claim)
    if not plausible:
        text = claim.document.text[claim.reading.start : claim.reading.end]
        return Reading(text, text)
    day = plausible[0]
    published = claim.document.published
    steps: tuple[str, ...] = (f"{day_label(day)} is a {calendar.day_name[day.weekday()]}",)
    if _value(claim).startswith("XXXX"):
        when = day_label(published.date) if published and published.date else str(published)
        steps = (f"published {when}: the year is {day.year}", *steps)
    return Reading(day.isoformat(), f"{day_label(day)}, a {calendar.day_name[day.weekday()]}", steps)


def _value(claim: Claim) -> str:
    return claim.reading.value if isinstance(claim.reading, Timex) else ""


def _weekday(claim: Claim) -> int | None:
    match = re.fullmatch(r"XXXX-WXX-([1-7])", _value(claim))
    return int(match[1]) if match else None


def _plausible(claim: Claim) -> list[date]:
    """Return the days a date may be, the likeliest first: of the stated year, or of those nearest to publication."""
    match = re.fullmatch(r"(\d{4}|XXXX)-(\d\d)-(\d\d)", _value(claim))
    if match is None:
        return []
    month, day = int(match[2]), int(match[3])
    if match[1] != "XXXX":
        return _days([int(match[1])], month, day)
    published = claim.document.published
    today = published.date if published else None
    if today is None:
        return []
    days = _days([today.year - 1, today.year, today.year + 1], month, day)
    if isinstance(claim.reading, Timex) and claim.reading.mod == "BEFORE":
        days = [d for d in days if d <= today]
    days.sort(key=lambda d: (abs((d - today).days), d))
    return days[:1] if days and abs((days[0] - today).days) <= _SURE else days[:2]


def _days(years: list[int], month: int, day: int) -> list[date]:
    found = []
    for year in years:
        try:
            found.append(date(year, month, day))
        except ValueError:  # 29 February
            continue
    return found


WEEKDAY_DATE = RuleKind(
    name="weekday-date",
    referent=Referent.TEXT,
    slot="weekday",
    options=WeekdayDate,
    compare=compare,
    describe=describe,
    message="weekday and date of {title} are not the same day",
)
