"""Rule kind ``person-age``: nobody has two ages at one time."""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import (
    AGREE,
    UNKNOWN,
    Claim,
    Confidence,
    Outcome,
    Person,
    Reading,
    Referent,
    RuleKind,
    SegmentKind,
    Severity,
    Verdict,
)
from checker_people.ages import Age, Birth

_BEYOND_DOUBT = 2  # years
_GENERATION = 15  # years
_BIRTHDAY = 7  # days within which a year more is likelier a slip


@frozen()
class PersonAge:
    """``days``: how far apart two articles may be put out and still speak of one time. Beyond, birthdays are reckoned with."""

    days: int = 60


def compare(options: PersonAge, a: Claim, b: Claim) -> Verdict:
    """Judge two ages: an error from two years on, a warning where a birthday between the two articles may explain it.

    A year more after more than a week is likelier a birthday than a slip, and nothing is said; a year less is told.
    """
    first, second = _range(a), _range(b)
    if first is None or second is None:
        return UNKNOWN
    gap = max(first[0] - second[1], second[0] - first[1], 0)
    if not gap:
        return AGREE
    if gap >= _GENERATION and _name(a) != _name(b):
        return UNKNOWN  # parents and children share names: one may go without the "Jr." or the middle name
    if _set_in(a) or _set_in(b):
        return _years_on(a, b)
    if gap == 1 and (_told_on(a, b) or _is_of_a_year(a) or _is_of_a_year(b)):
        return UNKNOWN
    if a.document is not b.document:
        days = [c.document.published.date if c.document.published else None for c in (a, b)]
        if days[0] is None or days[1] is None:
            return UNKNOWN
        if abs((days[0] - days[1]).days) > options.days:
            return _years_on(a, b)
        if gap == 1 and (days[0] != days[1] or _is_rough(a) or _is_rough(b)):
            return _a_year_apart(a, b, (days[1] - days[0]).days)
    said = f"{gap} year{'s' if gap > 1 else ''} apart"
    if a.document is b.document and isinstance(a.reading, Age) and isinstance(b.reading, Age):
        return Verdict(Outcome.CONTRADICT, said, Severity.WARNING, Confidence.MEDIUM)
    return Verdict(Outcome.CONTRADICT, said)


def _a_year_apart(a: Claim, b: Claim, days: int) -> Verdict:
    """Judge two ages a year apart, ``b`` told ``days`` after ``a``."""
    first, second = _range(a), _range(b)
    if first is None or second is None or _is_rough(a) or _is_rough(b):
        return UNKNOWN
    older_later = (second[0] > first[1]) == (days > 0)
    if older_later and abs(days) > _BIRTHDAY:
        return UNKNOWN
    why = "1 year apart, with a birthday between at best" if older_later else "a year younger in the later article"
    return Verdict(Outcome.CONTRADICT, why, Severity.WARNING, Confidence.MEDIUM)


def _told_on(a: Claim, b: Claim) -> bool:
    """Tell whether two ages stand in the text of one article, which may tell of its person at two times."""
    if a.document is not b.document or not (isinstance(a.reading, Age) and isinstance(b.reading, Age)):
        return False
    return SegmentKind.HEADLINE not in {c.document.segment_at(c.reading.start) for c in (a, b)}


def _name(claim: Claim) -> str | None:
    return claim.subject.name if isinstance(claim.subject, Person) else None


def _is_rough(claim: Claim) -> bool:
    """Tell whether an age is a range ("in his 20s")."""
    return isinstance(claim.reading, Age) and claim.reading.most is not None


def _is_of_a_year(claim: Claim) -> bool:
    """Tell whether an age is reckoned from a year or a month of birth."""
    return isinstance(claim.reading, Birth) and claim.reading.least != claim.reading.most


def _set_in(claim: Claim) -> int | None:
    """The year a claim is set in, if not that of publication."""
    return claim.reading.year if isinstance(claim.reading, Age) else None


def _years_on(a: Claim, b: Claim) -> Verdict:
    """Judge two ages of two times. Texts are put out again, and an age may count from the event or from the article.

    Any of it may be meant, and a year more or less than the times bear is left alone.
    """
    first, second = _range(a), _range(b)
    apart = _apart(a, b)
    if first is None or second is None or apart is None:
        return UNKNOWN
    off = max(first[0] + apart[0] - second[1], second[0] - first[1] - apart[1])
    if off < _BEYOND_DOUBT:
        return UNKNOWN
    return Verdict(
        Outcome.CONTRADICT, "no time between the articles makes up for it", Severity.WARNING, Confidence.MEDIUM
    )


def _apart(a: Claim, b: Claim) -> tuple[int, int] | None:
    """The birthdays that may lie between two claims, ``b`` after ``a``: at least and at most, by any of the times that may be meant."""
    days = [c.document.published.date if c.document.published else None for c in (a, b)]
    if days[0] and days[1] and not (_set_in(a) or _set_in(b)):
        between = (days[1] - days[0]).days
        most = abs(between) // 365 + 1
        return (0, most) if between > 0 else (-most, 0)
    years = [y - x for x in _years(a) for y in _years(b)]
    return (min(0, *(y - 1 for y in years)), max(0, *(y + 1 for y in years))) if years else None


def _years(claim: Claim) -> set[int]:
    published, told = claim.document.published, _set_in(claim)
    return {y for y in (published.year if published else None, told) if y is not None}


def describe(options: PersonAge, claim: Claim) -> Reading:
    """Read a claim as an age, with the sum where a date of birth gives it."""
    del options
    ages = _range(claim)
    if ages is None:
        return Reading("", "")
    label = f"{ages[0]} years old" if ages[0] == ages[1] else f"{ages[0]} to {ages[1]} years old"
    if isinstance(claim.reading, Birth) and claim.document.published is not None:
        made = label.removesuffix(" years old")
        why = f"the date of birth makes {made} on {claim.document.published}, the day of publication"
        return Reading(_value(ages), label, (why,))
    return Reading(_value(ages), label)


def _value(ages: tuple[int, int]) -> str:
    return str(ages[0]) if ages[0] == ages[1] else f"{ages[0]}-{ages[1]}"


def _range(claim: Claim) -> tuple[int, int] | None:
    if isinstance(claim.reading, Age):
        return claim.reading.range
    if isinstance(claim.reading, Birth):
        return claim.reading.least, claim.reading.most
    return None


PERSON_AGE = RuleKind(
    name="person-age",
    referent=Referent.PERSON,
    slot="age",
    options=PersonAge,
    compare=compare,
    describe=describe,
    message="the age of {title}",
    by_source=True,
)
