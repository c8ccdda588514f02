"""Rule kind ``range-length``: a range of dates and the number of days beside it must be one length."""

from __future__ import annotations

import re

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Outcome, Reading, Referent, RuleKind, Timex, Verdict

_DAYS = re.compile(r"P(\d+)([DW])")
_HALF_A_WEEK = 3  # days by which a number of weeks is rounded
_LONGEST = 300  # days; what is longer may hold a year that is not said


@frozen()
class RangeLength:
    """``slack``: days by which the number may be less than all days from the first to the last: nights are fewer than days."""

    slack: int = 1


def compare(options: RangeLength, a: Claim, b: Claim) -> Verdict:
    """Judge the two readings of one passage: contradiction where neither way of counting the days gives the number."""
    told = {c.passages[0].role: _days(c) for c in (a, b)}
    counted, said = told.get("dates"), told.get("length")
    if counted is None or said is None or counted > _LONGEST:
        return UNKNOWN
    weeks = any(isinstance(c.reading, Timex) and c.reading.value.endswith("W") for c in (a, b))
    rounded = _HALF_A_WEEK if weeks else 0
    if counted - options.slack - rounded <= said <= counted + rounded:
        return AGREE
    return Verdict(Outcome.CONTRADICT, f"from the first day to the last, both counted, are {counted} days")


def _days(claim: Claim) -> int | None:
    match = _DAYS.fullmatch(claim.reading.value) if isinstance(claim.reading, Timex) else None
    return int(match[1]) * (7 if match[2] == "W" else 1) if match else None


def describe(options: RangeLength, claim: Claim) -> Reading:
    """Read a claim as a number of days."""
    del options
    days = _days(claim)
    said = claim.passages[0].role == "length"
    steps = () if said else ("both days counted",)
    return Reading(f"P{days}D", f"{days} day{'' if days == 1 else 's'}{'' if said else ' by the dates'}", steps)


RANGE_LENGTH = RuleKind(
    name="range-length",
    referent=Referent.TEXT,
    slot="range-length",
    options=RangeLength,
    compare=compare,
    describe=describe,
    message="the length of {title}",
)
