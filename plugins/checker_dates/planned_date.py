"""Rule kind ``planned-date``: two reports of one plan that put its date where the other cannot have it."""

from __future__ import annotations

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
    Timex,
    Verdict,
    Window,
)
from checker.text.vocabulary import words
from checker_dates import date_window
from checker_dates.algebra import meets
from checker_dates.claims import BY
from checker_dates.date_window import DateWindow
from checker_dates.windows import day_label


@frozen()
class PlannedDate:
    """``phase`` of the event; ``days``: how far apart two reports may be put out and still tell one plan, for plans change."""

    phase: Literal["start", "end", "day"] = "end"
    days: int = 7


def compare(options: PlannedDate, a: Claim, b: Claim) -> Verdict:
    """Judge two claims: contradiction where the windows cannot meet; "by the end of June" is any day up to then."""
    first, second = _window(options, a), _window(options, b)
    if first is None or second is None or first.year_unknown or second.year_unknown:
        return UNKNOWN
    if meets(first, second, "core"):
        return AGREE
    apart = a.document.days_from(b.document)
    if apart is None or apart > options.days:
        return UNKNOWN
    if meets(first, second) or not (lies_ahead(a, first) and lies_ahead(b, second)):
        return UNKNOWN
    return Verdict(Outcome.CONTRADICT, "the two windows do not meet", None, Confidence.MEDIUM)


@frozen()
class HeldUntil:
    """``days``: how far apart two reports may be put out and still tell one arrangement, for arrangements are extended."""

    days: int = 3


def compare_until(options: HeldUntil, a: Claim, b: Claim) -> Verdict:
    """Judge two days until which something is to hold, as those of a plan."""
    return compare(PlannedDate("day", options.days), a, b)


def describe_until(options: HeldUntil, claim: Claim) -> Reading:
    """Read a claim as its day."""
    del options
    return date_window.describe(DateWindow(), claim)


def lies_ahead(claim: Claim, window: Window) -> bool:
    """Tell whether a day had not passed when a plan was put out, and the event is one that is planned: else it is of something else."""
    if isinstance(claim.subject, EventMention) and claim.subject.event_class in words("checker_dates", "unplanned.txt"):
        return False
    published = claim.document.published.date if claim.document.published else None
    return published is not None and window.tolerant.last >= Interval.days(published).first


def describe(options: PlannedDate, claim: Claim) -> Reading:
    """Read a claim as its days, or as the last of them."""
    plain = date_window.describe(DateWindow(options.phase), claim)
    found = _window(options, claim)
    if found is None or not _bounds(claim):
        return plain
    last = day_label(found.core.last_day)
    return Reading(f"/{found.core.last_day.isoformat()}", f"by {last}", plain.derivation)


def _bounds(claim: Claim) -> bool:
    return claim.passages[0].role == BY


def _window(options: PlannedDate, claim: Claim) -> Window | None:
    if not isinstance(claim.reading, Timex):
        return None
    found = date_window.window(DateWindow(options.phase), claim)
    if found is None or not _bounds(claim):
        return found
    published = claim.document.published
    if published is None or published.date is None:
        return None
    first = Interval.days(published.date).first
    if first > found.core.first:
        return None
    return Window(Interval(first, found.core.last), Interval(first, found.tolerant.last), found.year_unknown)


PLANNED_DATE = RuleKind(
    name="planned-date",
    referent=Referent.EVENT,
    slot="planned-{phase}",
    options=PlannedDate,
    compare=compare,
    describe=describe,
    message="the planned {phase} of the {title}",
    factuality=frozenset({Factuality.PLANNED}),
)

HELD_UNTIL = RuleKind(
    name="held-until",
    referent=Referent.EVENT,
    slot="planned-until",
    options=HeldUntil,
    compare=compare_until,
    describe=describe_until,
    message="the end of what is told as “{title} until …”",
    factuality=frozenset({Factuality.PLANNED}),
)
