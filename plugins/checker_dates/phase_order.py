"""Rule kind ``phase-order``: an event cannot have ended before it began."""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import (
    AGREE,
    UNKNOWN,
    Claim,
    EventMention,
    Interval,
    Outcome,
    Reading,
    Referent,
    RuleKind,
    Timex,
    Verdict,
    Window,
)
from checker_dates import date_window
from checker_dates.algebra import DAY, gap, meets, precedes
from checker_dates.date_window import DateWindow

_START, _END = "start", "end"
_WEEK = 7 * DAY
_HALF_A_YEAR = 183 * DAY


@frozen()
class PhaseOrder:
    """No options; "early", "mid" and "late" are as wide as they can be."""


def compare(options: PhaseOrder, a: Claim, b: Claim) -> Verdict:
    """Judge a start against an end: contradiction where the end lies wholly before the start.

    Two starts, or two ends, can only agree here; the rules on each speak of those that do not.
    """
    del options
    first, second = _window(a), _window(b)
    if first is None or second is None or first.year_unknown or second.year_unknown:
        return UNKNOWN
    if _phase(a) == _phase(b):
        return AGREE if meets(first, second, "core") else UNKNOWN
    start, end = (first, second) if _phase(a) == _START else (second, first)
    if not precedes(end, start):
        return AGREE
    if _may_be_another(a, b, start, end):
        return UNKNOWN
    return Verdict(Outcome.CONTRADICT, "it ends before it starts")


def describe(options: PhaseOrder, claim: Claim) -> Reading:
    """Read a claim as its phase and its days."""
    del options
    plain = date_window.describe(DateWindow(), claim)
    verb = "starts" if _phase(claim) == _START else "ends"
    return Reading(f"{_phase(claim)} {plain.value}", f"{verb} {plain.label}", plain.derivation)


def _phase(claim: Claim) -> str:
    return claim.passages[0].role.removeprefix("date-")


def _window(claim: Claim) -> Window | None:
    return date_window.window(DateWindow(), claim) if _phase(claim) in (_START, _END) else None


def _may_be_another(a: Claim, b: Claim, start: Window, end: Window) -> bool:
    """Tell whether the end may be that of an earlier event, or a week or year inferred what sets the two apart."""
    first, last = (a, b) if _phase(a) == _START else (b, a)
    if a.document is b.document and not _told_in_one_go(first, last):
        return True  # "the last strike ended on Friday; this one began on Monday"
    published = last.document.published.date if last.document.published else None
    if published is None or Interval.days(published).last < start.tolerant.first:
        return True
    between = gap(end, start)
    if between < _WEEK and any(_bare_weekday(c) for c in (a, b)):
        return True
    return between > _HALF_A_YEAR and any(isinstance(c.reading, Timex) and "year" not in c.reading.said for c in (a, b))


def _told_in_one_go(first: Claim, last: Claim) -> bool:
    """Tell whether one sentence gives the start and then the end: "began on July 14 and ended on July 10"."""
    if not isinstance(first.subject, EventMention) or not isinstance(last.subject, EventMention):
        return False
    return first.subject.sentence == last.subject.sentence and first.passages[0].start < last.passages[0].start


def _bare_weekday(claim: Claim) -> bool:
    return (
        isinstance(claim.reading, Timex)
        and "weekday" in claim.reading.said
        and not claim.reading.said & {"day", "month", "offset"}
    )


PHASE_ORDER = RuleKind(
    name="phase-order",
    referent=Referent.EVENT,
    slot="phases",
    options=PhaseOrder,
    compare=compare,
    describe=describe,
    message="the order of start and end of the {title}",
)
