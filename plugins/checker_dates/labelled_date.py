"""Rule kind ``labelled-date``: one letter is dated two days, one product has two best-before dates."""

from __future__ import annotations

from typing import Literal

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Outcome, Reading, Referent, RuleKind, Timex, Verdict
from checker_dates.algebra import meets
from checker_dates.labelled import LabelledDate
from checker_dates.windows import days_label, days_value


@frozen()
class Options:
    """``of``: dates to the day, years, or days since which something is so.

    ``days``: how far apart two articles may be put out and still speak of one letter, one batch.
    """

    of: Literal["date", "year", "since"] = "date"
    days: int = 31


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Judge two days under one label: contradiction where they cannot meet."""
    first, second = a.reading, b.reading
    if not isinstance(first, Timex) or not isinstance(second, Timex) or not first.window or not second.window:
        return UNKNOWN
    if meets(first.window, second.window):
        return AGREE
    if not (
        isinstance(a.subject, LabelledDate) and isinstance(b.subject, LabelledDate) and a.subject.may_be(b.subject)
    ):
        return UNKNOWN
    apart = a.document.days_from(b.document)
    if apart is not None and apart > options.days:
        return UNKNOWN
    return Verdict(Outcome.CONTRADICT, "each article has one date of the kind")


def describe(options: Options, claim: Claim) -> Reading:
    """Read a claim as its day, or its year."""
    timex = claim.reading
    if not isinstance(timex, Timex) or timex.window is None:
        return Reading("", "")
    if options.of == "year":
        return Reading(timex.value, timex.value, timex.derivation)
    window = timex.window
    value, label = (f(window.core, year_unknown=window.year_unknown) for f in (days_value, days_label))
    return Reading(value, label, timex.derivation)


LABELLED_DATE = RuleKind(
    name="labelled-date",
    referent=Referent.THING,
    slot="labelled-{of}",
    options=Options,
    compare=compare,
    describe=describe,
    message="the {title}",
)
