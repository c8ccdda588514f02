"""Rule kind ``phase-order``: an event cannot have ended before it began."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import AGREE, UNKNOWN, Claim, Confidence, Interval, Outcome, Reading, Referent, RuleKind, Verdict
from checker_dates import date_window
from checker_dates.algebra import precedes
from checker_dates.date_window import DateWindow

_START, _END = "start", "end"


@dataclass(frozen=True, slots=True)
class PhaseOrder:
    """No options; "early", "mid" and "late" are as wide as they can be."""


def compare(options: PhaseOrder, a: Claim, b: Claim) -> Verdict:
    """Judge a start against an end: contradiction where the end lies wholly before the start."""
    del options
    phases = {_phase(a): a, _phase(b): b}
    if set(phases) != {_START, _END}:
        return UNKNOWN
    start, end = (date_window.window(DateWindow(), phases[p]) for p in (_START, _END))
    if start is None or end is None or start.year_unknown or end.year_unknown:
        return UNKNOWN
    if not precedes(end, start):
        return AGREE
    # An article put out before the start tells of the end of an earlier one.
    published = phases[_END].document.published
    if published is None or published.date is None or Interval.days(published.date).last < start.tolerant.first:
        return UNKNOWN
    return Verdict(Outcome.CONTRADICT, "it ends before it starts", None, Confidence.HIGH)


def describe(options: PhaseOrder, claim: Claim) -> Reading:
    """Read a claim as its phase and its days."""
    del options
    plain = date_window.describe(DateWindow(), claim)
    verb = "starts" if _phase(claim) == _START else "ends"
    return Reading(f"{_phase(claim)} {plain.value}", f"{verb} {plain.label}", plain.derivation)


def _phase(claim: Claim) -> str:
    return claim.passages[0].role.removeprefix("date-")


PHASE_ORDER = RuleKind(
    name="phase-order",
    referent=Referent.EVENT,
    slot="phases",
    options=PhaseOrder,
    compare=compare,
    describe=describe,
    message="the order of start and end of the {title}",
)
