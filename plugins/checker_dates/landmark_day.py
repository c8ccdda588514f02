"""Rule kind ``landmark-day``: what is known by its day, called by another day of the same month."""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Referent, RuleKind, Timex, Verdict
from checker_dates import date_window


@frozen()
class LandmarkDay:
    """``years``: how long ago, at least, one of the two must read as: what is younger has not become known by its day."""

    years: int = 2


def compare(options: LandmarkDay, a: Claim, b: Claim) -> Verdict:
    """Judge two days: contradiction where one is of long ago and the other is not of a year of its own."""
    first, second = a.reading, b.reading
    if not isinstance(first, Timex) or not isinstance(second, Timex):
        return UNKNOWN
    if first.value[5:] == second.value[5:]:
        return AGREE
    old = [c for c in (a, b) if _years_ago(c) >= options.years]
    if a.document is b.document and first.value[:4] != second.value[:4]:
        return UNKNOWN  # an article may speak of both
    stated = [c for c in (a, b) if isinstance(c.reading, Timex) and ("year" in c.reading.said or c in old)]
    if not old or len({c.reading.value[:4] for c in stated if isinstance(c.reading, Timex)}) > 1:
        return UNKNOWN
    return Verdict(Outcome.CONTRADICT, "two days of one month for what is known by its day", None, Confidence.MEDIUM)


def _years_ago(claim: Claim) -> int:
    published = claim.document.published
    year = claim.reading.value[:4] if isinstance(claim.reading, Timex) else ""
    return published.year - int(year) if published is not None and published.year and year.isdigit() else 0


LANDMARK_DAY = RuleKind(
    name="landmark-day",
    referent=Referent.THING,
    slot="landmark",
    options=LandmarkDay,
    compare=compare,
    describe=date_window.describe_day,
    message="the day by which the {title} are known",
)
