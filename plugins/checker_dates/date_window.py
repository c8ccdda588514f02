"""Rule kind ``date-window``: when one event started, ended or happened cannot be at two times that do not meet."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Literal

from checker.frozen import frozen
from checker.model import (
    AGREE,
    UNKNOWN,
    Claim,
    Confidence,
    EventMention,
    Factuality,
    Interval,
    Outcome,
    Reading,
    Referent,
    RuleKind,
    Severity,
    Timex,
    Verdict,
    Window,
)
from checker.text.event_words import harmful
from checker.text.predications import kinds_in
from checker.text.vocabulary import words
from checker_dates.algebra import DAY, bounded, gap, meets, precedes
from checker_dates.claims import ALARM, DAYS, is_slip
from checker_dates.clause_claims import FOUND
from checker_dates.windows import DEFAULT, Conventions, MonthParts, day_label, days_label, days_value, under

_TIME_ZONES = 12 * 60  # minutes: no two clocks a reporter may mean are further apart
_ZONE = re.compile(r"\b(?:GMT|UTC|local time|[ECMP][SD]T)\b")
_STALE = 20 * 24 * 60  # minutes: no article dates an event three weeks off by a bare weekday
_TWO_WEEKS = 6 * 24 * 60  # minutes: further apart, two bare weekdays are those of two weeks, and so of two events
_MONTH = re.compile(r"(?:\d{4}|XXXX)-\d\d")
_PART_WORDS = {"START": "early", "MID": "mid", "END": "late"}
_AROUND = 80  # code points beside a passage in which a time zone counts


@frozen()
class DateWindow:
    """Options: the phase of the event, and the days that "early", "mid" and "late" are, usually and at their widest.

    ``once``: look only at what befalls one but once, a death or a birth, and at sentences that stand in the text twice.
    """

    phase: Literal["start", "end", "day"] = "day"
    month_parts: MonthParts = DEFAULT.month_parts
    tolerance: MonthParts = DEFAULT.tolerance
    once: bool = False

    @property
    def conventions(self) -> Conventions:
        """The options as the windows take them."""
        return Conventions(self.month_parts, self.tolerance)


def compare(options: DateWindow, a: Claim, b: Claim) -> Verdict:
    """Judge two claims: contradiction where their windows cannot meet, a warning where the usual ones do not."""
    first, second = window(options, a), window(options, b)
    if first is None or second is None or not isinstance(a.reading, Timex) or not isinstance(b.reading, Timex):
        return UNKNOWN
    if options.once and not _once(a, b):
        return UNKNOWN
    if meets(first, second, "core") or _one_day(a.reading, b.reading):
        if is_slip(a) or is_slip(b):
            return _unknown("one of the two is at odds with its own weekday")
        return AGREE if meets(first, second) else _unknown("they are two times of one day")
    if _alarm_later(a, b, first, second):
        return _unknown("help may be called after the event")
    if _found_later(a, b, first, second):
        return _unknown("who was hurt may be found days after")
    if _inference_may_err(a.reading, b.reading, first, second):
        return _unknown("what is inferred, a year or a week, may be what sets them apart")
    if options.phase == "day" and _roughly(a, b, first, second, _WEEK):
        return Verdict(Outcome.AGREE, "one of the two is told so roughly that it may be the other")
    if options.phase == "day" and (_roughly(a, b, first, second, DAY) or _loosely(a, b, first, second)):
        return _unknown("one of the two is told too loosely")
    if _over_a_night(a, b, first, second):
        return _unknown("they may be the evening and the morning of one night")
    doubtful = _day_by_day(a, b, first, second)
    hours = any(_hours(timex) for timex in (a.reading, b.reading)) or _zoned(a) or _zoned(b)
    if hours and a.document is not b.document and gap(first, second, "core") < _TIME_ZONES:
        return _unknown("they are hours apart: another time zone may explain that")
    fuzzy = any(_part_of_month(timex) for timex in (a.reading, b.reading))
    confidence = Confidence.MEDIUM if fuzzy or first.year_unknown or second.year_unknown else Confidence.HIGH
    if not meets(first, second):
        return Verdict(Outcome.CONTRADICT, "the two windows do not meet", None, confidence, doubtful)
    if not fuzzy:
        return _unknown("they meet at their widest reading")
    because = "they meet only at their widest reading"
    return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM, doubtful)


def _once(a: Claim, b: Claim) -> bool:
    """Tell whether two claims are of what befalls one but once, or whether both give the date in the same words."""
    if any(isinstance(c.reading, Timex) and not {"month", "day"} <= c.reading.said for c in (a, b)):
        return False
    if isinstance(a.subject, EventMention) and isinstance(b.subject, EventMention) and a.subject.personal:
        return a.subject.event_class in words("checker_dates", "once.txt")
    return _words_before(a) == _words_before(b)


def _words_before(claim: Claim) -> str:
    """The words in front of a date, in which a sentence that stands twice is known again."""
    start = claim.passages[0].start
    return " ".join(claim.document.text[max(0, start - _SAME) : start].casefold().split())


_SAME = 60  # code points


def _unknown(because: str) -> Verdict:
    return Verdict(Outcome.UNKNOWN, because)


def describe(options: DateWindow, claim: Claim) -> Reading:
    """Read a claim: the days of its usual width, with the convention and the bound among the steps."""
    timex = claim.reading
    found = window(options, claim)
    if found is None or not isinstance(timex, Timex):
        text = claim.document.text[claim.reading.start : claim.reading.end]
        return Reading(text, text)
    steps = list(timex.derivation)
    plain = under(timex, options.conventions)
    if timex.mod in _PART_WORDS and _MONTH.fullmatch(timex.value) and plain is not None:
        usual, widest = (_part(parts, timex.mod) for parts in (options.month_parts, options.tolerance))
        if plain.core != plain.tolerant or usual != widest:
            steps.append(f'"{_PART_WORDS[timex.mod]}" is days {usual}, at most {widest}')
        else:
            steps.append(f'"{_PART_WORDS[timex.mod]}" is days {usual}')
    published = claim.document.published
    if found != plain and published is not None and published.date is not None:
        day = found.tolerant.last_day
        steps.append(f"it has happened, published {day_label(day)}: not later than that")
    unknown = found.year_unknown
    return Reading(
        days_value(found.core, year_unknown=unknown), days_label(found.core, year_unknown=unknown), tuple(steps)
    )


def describe_day(_options: object, claim: Claim) -> Reading:
    """Read a claim as its day: what kinds with options of their own have in common."""
    return describe(DateWindow(), claim)


def window(options: DateWindow, claim: Claim) -> Window | None:
    """Return the window of a claim under the options, cut at the publication where the event is reported as fact."""
    if not isinstance(claim.reading, Timex):
        return None
    found = under(claim.reading, options.conventions)
    published = claim.document.published.date if claim.document.published else None
    if found is None or published is None or claim.factuality is not Factuality.CERTAIN:
        return found
    return bounded(found, published)


def _part(parts: MonthParts, mod: str) -> str:
    first, last = getattr(parts, _PART_WORDS[mod])
    return f"{first}–{last}"


def _inference_may_err(a: Timex, b: Timex, first: Window, second: Window) -> bool:
    """Tell whether an inferred week or year may be what sets the two apart: texts are put out again under later dates."""
    if any("month" in t.said and "year" not in t.said for t in (a, b)) and _same_time_of_year(first, second):
        return True
    bare = [t for t in (a, b) if not t.said & {"month", "year", "season", "quarter"}]
    if len(bare) == 2 and "weekday" in a.said & b.said and _weekday(a) == _weekday(b):
        return True
    return bool(bare) and gap(first, second) > (_STALE if len(bare) == 1 else _TWO_WEEKS)


def _loosely(a: Claim, b: Claim, first: Window, second: Window) -> bool:
    """Tell whether the words may be too loose to set two days apart.

    A bare weekday is used within days of an event: where the other article's date lies further
    back, the publication date is not that of the text. And a month beside harm done is often that of another case.
    """
    for claim, (other, against) in ((a, (b, second)), (b, (a, first))):
        timex = claim.reading
        if not isinstance(timex, Timex):
            return True
        personal = isinstance(other.subject, EventMention) and other.subject.personal
        if not timex.said & DAYS and not personal and (gap(first, second) < _MONTH_OF_DAYS or _of_harm(claim)):
            return True
        published = claim.document.published.date if claim.document.published else None
        bare = "weekday" in timex.said and not timex.said & {"day", "month", "offset"}
        if bare and published and Interval.days(published).first - against.core.last > _WITHIN and _of_harm(claim):
            return True
    return False


def _roughly(a: Claim, b: Claim, first: Window, second: Window, least: int) -> bool:
    """Tell whether "last week", or what fills ``least`` minutes, stands against a day that is weeks away: it counts no calendar weeks."""
    readings = ((a.reading, first), (b.reading, second))
    return gap(first, second) < _MONTH_OF_DAYS and any(
        isinstance(timex, Timex)
        and "offset" in timex.said
        and "day" not in timex.said
        and found.core.last - found.core.first >= least
        for timex, found in readings
    )


_WEEK = 6 * DAY


def _of_harm(claim: Claim) -> bool:
    subject = claim.subject
    if isinstance(subject, EventMention):
        return subject.harm or subject.event_class in harmful()
    return True


_WITHIN = 8 * DAY
_MONTH_OF_DAYS = 31 * DAY


def _over_a_night(a: Claim, b: Claim, first: Window, second: Window) -> bool:
    """Tell whether two days side by side are the evening and the morning of one night: "Saturday" here, "early on Sunday" there."""
    if a.document is b.document or gap(first, second, "core") >= DAY:
        return False
    later = a if first.core.first > second.core.first else b
    timex = later.reading
    if isinstance(timex, Timex) and timex.type == "TIME":
        return False  # its hours have spoken
    span = later.passages[0]
    around = later.document.text[max(0, span.start - _AROUND) : span.end + _AROUND]
    return _EARLY.search(around) is not None


_EARLY = re.compile(r"(?i)\b(?:early|overnight|midnight|before\sdawn|a\.m\.|wee\shours|eve(?!\sof\b))\b")


def _alarm_later(a: Claim, b: Claim, first: Window, second: Window) -> bool:
    """Tell whether one is the time at which help was called, and lies behind the other, as it may."""
    alarms = [c.passages[0].role == ALARM for c in (a, b)]
    if alarms[0] == alarms[1]:
        return False
    event, alarm = (second, first) if alarms[0] else (first, second)
    called = a if alarms[0] else b
    at_a_clock = isinstance(called.reading, Timex) and called.reading.type == "TIME"
    came = "respond" in kinds_in(called.document.text[called.subject.start : called.subject.end])
    if (at_a_clock or came) and gap(event, alarm) > _NO_ALARM:
        return False
    return alarm.tolerant.last >= event.tolerant.first


def _found_later(a: Claim, b: Claim, first: Window, second: Window) -> bool:
    """Tell whether one is the day on which somebody was found, and does not lie before the other, the day of what befell them."""
    found = [c.passages[0].role == FOUND for c in (a, b)]
    if found[0] == found[1]:
        return False
    harm, finding = (second, first) if found[0] else (first, second)
    return not precedes(finding, harm)


_NO_ALARM = 2 * DAY  # a call at some o'clock, or one that brings out the police, does not come days later


def _day_by_day(a: Claim, b: Claim, first: Window, second: Window) -> bool:
    """Tell whether each article tells of its own day: shellings, strikes and storms that come daily are many events, not one.

    Events of one person happen once, so they are exempt.
    """
    if a.document is b.document or (isinstance(a.subject, EventMention) and a.subject.personal):
        return False
    ages = []
    for claim, found in ((a, first), (b, second)):
        published = claim.document.published
        timex = claim.reading
        if (
            published is None
            or published.date is None
            or not isinstance(timex, Timex)
            or timex.said & {"month", "year"}
        ):
            return False
        ages.append((published.date - found.core.last_day).days)
    return a.document.published != b.document.published and ages[0] == ages[1] in (0, 1)


def _same_time_of_year(first: Window, second: Window) -> bool:
    """Tell whether nothing but the year sets two windows apart; windows that meet at their widest differ in days, not in years."""
    return not meets(first, second) and meets(replace(first, year_unknown=True), replace(second, year_unknown=True))


def _weekday(timex: Timex) -> int | None:
    try:
        return date.fromisoformat(timex.value[:10]).isoweekday()
    except ValueError:
        return None


def _hours(timex: Timex) -> bool:
    """Tell whether hours are spoken of: a clock time, a night, "early Sunday"."""
    return timex.type == "TIME" or (timex.mod in _PART_WORDS and len(timex.value) == len("2024-07-14"))


def _part_of_month(timex: Timex) -> bool:
    return timex.mod in _PART_WORDS and _MONTH.fullmatch(timex.value) is not None


def _one_day(a: Timex, b: Timex) -> bool:
    """Both name the same calendar day, whatever the hour."""
    same = re.fullmatch(r"\d{4}-\d\d-\d\d", a.value[:10]) is not None and a.value[:10] == b.value[:10]
    return same and "/" not in a.value + b.value


def _zoned(claim: Claim) -> bool:
    """Tell whether a time zone is spoken of right beside the passage."""
    span = claim.passages[0]
    return _ZONE.search(claim.document.text, max(0, span.start - _AROUND), span.end + _AROUND) is not None


DATE_WINDOW = RuleKind(
    name="date-window",
    referent=Referent.EVENT,
    slot="date-{phase}",
    options=DateWindow,
    compare=compare,
    describe=describe,
    message="the {phase} of the {title}",
)
