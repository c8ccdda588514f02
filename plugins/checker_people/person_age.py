"""Rule kind ``person-age``: nobody has two ages at one time."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_people.ages import Age, Birth

_BEYOND_DOUBT = 2  # years


@dataclass(frozen=True, slots=True)
class PersonAge:
    """``days``: how far apart two articles may be put out and still speak of one time. Beyond, birthdays are reckoned with."""

    days: int = 60


def compare(options: PersonAge, a: Claim, b: Claim) -> Verdict:
    """Judge two ages: an error from two years on, a warning where a birthday between the two articles may explain it."""
    first, second = _range(a), _range(b)
    days = [c.document.published.date if c.document.published else None for c in (a, b)]
    if first is None or second is None:
        return UNKNOWN
    gap = max(first[0] - second[1], second[0] - first[1], 0)
    if not gap:
        return AGREE
    if a.document is not b.document:
        if days[0] is None or days[1] is None:
            return UNKNOWN
        apart = abs((days[0] - days[1]).days)
        if apart > options.days:
            younger, older = (first, second) if days[0] < days[1] else (second, first)
            return _years_on(younger, older, apart)
    said = f"{gap} year{'s' if gap > 1 else ''} apart"
    if gap == 1 and a.document is not b.document and days[0] != days[1]:
        return Verdict(
            Outcome.CONTRADICT, f"{said}, with a birthday between at best", Severity.WARNING, Confidence.MEDIUM
        )
    if a.document is b.document and isinstance(a.reading, Age) and isinstance(b.reading, Age):
        # One article may tell of its person at two times: an editor should look.
        return Verdict(Outcome.CONTRADICT, said, Severity.WARNING, Confidence.MEDIUM)
    return Verdict(Outcome.CONTRADICT, said)


def _years_on(earlier: tuple[int, int], later: tuple[int, int], days: int) -> Verdict:
    """Judge two ages told ``days`` apart: texts are put out again, so it may be that no time has passed, or all of it.

    A year more or less is left alone: the later article may count from the event.
    """
    most = days // 365 + 1
    off = max(earlier[0] - later[1], later[0] - earlier[1] - most)
    if off < _BEYOND_DOUBT:
        return UNKNOWN
    return Verdict(
        Outcome.CONTRADICT, f"no {days} days between the articles make up for it", Severity.WARNING, Confidence.MEDIUM
    )


def describe(options: PersonAge, claim: Claim) -> Reading:
    """Read a claim as an age, with the sum where a date of birth gives it."""
    del options
    ages = _range(claim)
    if ages is None:
        return Reading("", "")
    label = f"{ages[0]} years old"
    if isinstance(claim.reading, Birth) and claim.document.published is not None:
        return Reading(
            str(ages[0]),
            label,
            (f"the date of birth makes {ages[0]} on {claim.document.published}, the day of publication",),
        )
    return Reading(str(ages[0]), label)


def _range(claim: Claim) -> tuple[int, int] | None:
    if isinstance(claim.reading, Age):
        return claim.reading.years, claim.reading.years
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
)
