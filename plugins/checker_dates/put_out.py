"""Rule kind ``put-out``: one piece cannot have been put out on two days."""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Outcome, Referent, RuleKind, Verdict
from checker_dates import date_window
from checker_dates.algebra import meets
from checker_dates.date_window import DateWindow


@frozen()
class PutOut:
    """No options."""


def compare(options: PutOut, a: Claim, b: Claim) -> Verdict:
    """Judge two days of one piece: contradiction where they are two."""
    del options
    first, second = (date_window.window(DateWindow(), c) for c in (a, b))
    if first is None or second is None or first.year_unknown or second.year_unknown:
        return UNKNOWN
    return AGREE if meets(first, second) else Verdict(Outcome.CONTRADICT, "one piece, put out once")


PUT_OUT = RuleKind(
    name="put-out",
    referent=Referent.THING,
    slot="put-out",
    options=PutOut,
    compare=compare,
    describe=date_window.describe_day,
    message="the day on which “{title}” was put out",
)
