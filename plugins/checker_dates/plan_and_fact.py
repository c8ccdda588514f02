"""Rule kind ``plan-and-fact``: what took place on another day than the one it was announced for."""

from __future__ import annotations

from typing import Literal

from checker.frozen import frozen
from checker.model import (
    AGREE,
    UNKNOWN,
    Claim,
    Confidence,
    Factuality,
    Outcome,
    Reading,
    Referent,
    RuleKind,
    Verdict,
    Window,
)
from checker_dates import date_window
from checker_dates.algebra import DAY, gap, meets
from checker_dates.date_window import DateWindow
from checker_dates.planned_date import lies_ahead


@frozen()
class PlanAndFact:
    """``phase`` of the event; ``days``: how far apart a plan and a fact may lie and still be those of one event, not of two seasons."""

    phase: Literal["start", "end", "day"] = "day"
    days: int = 92


def compare(options: PlanAndFact, a: Claim, b: Claim) -> Verdict:
    """Judge a plan against a fact: they differ where their widest windows do not meet. Two of a kind can only agree here."""
    first, second = _window(options, a), _window(options, b)
    if first is None or second is None or first.year_unknown or second.year_unknown:
        return UNKNOWN
    if meets(first, second, "core"):
        return AGREE
    if a.factuality is b.factuality or meets(first, second) or gap(first, second) > options.days * DAY:
        return UNKNOWN
    plan = a if a.factuality is Factuality.PLANNED else b
    if not (lies_ahead(plan, first) and lies_ahead(plan, second)):
        return UNKNOWN  # what is still planned after the fact is something else
    return Verdict(
        Outcome.CONTRADICT, "it was announced for one day and took place on another", None, Confidence.MEDIUM
    )


def describe(options: PlanAndFact, claim: Claim) -> Reading:
    """Read a claim as its days, and whether they are those of the plan."""
    plain = date_window.describe(DateWindow(options.phase), claim)
    planned = claim.factuality is Factuality.PLANNED
    label = f"planned for {plain.label}" if planned else plain.label
    return Reading(f"planned {plain.value}" if planned else plain.value, label, plain.derivation)


def _window(options: PlanAndFact, claim: Claim) -> Window | None:
    return date_window.window(DateWindow(options.phase), claim)


PLAN_AND_FACT = RuleKind(
    name="plan-and-fact",
    referent=Referent.EVENT,
    slot="date-{phase}",
    options=PlanAndFact,
    compare=compare,
    describe=describe,
    message="the {phase} of the {title}, planned and actual",
    factuality=frozenset({Factuality.CERTAIN, Factuality.PLANNED}),
)
