"""Rule kind ``plan-and-place``: an event announced for one place and told, or announced again, for another."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from checker.frozen import frozen
from checker.model import (
    UNKNOWN,
    Claim,
    Confidence,
    Factuality,
    Interval,
    Outcome,
    Reading,
    Referent,
    RuleKind,
    Severity,
    Verdict,
)
from checker.text.vocabulary import words
from checker_places import place_agreement
from checker_places.claims import Setting

_DAY = 24 * 60  # minutes


@frozen()
class Options:
    """``near-km``: two towns this close count as one. ``days``: how long after a plan or its day another report may still be of it."""

    near_km: float = 50.0
    days: int = 7


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where a plan and a fact, or two plans, of one day name two places, and neither article tells of a move."""
    if not isinstance(a.reading, Setting) or not isinstance(b.reading, Setting):
        return UNKNOWN
    if a.factuality is b.factuality is not Factuality.PLANNED or not _of_one_plan(options, a, b):
        return UNKNOWN
    base = place_agreement.Options(near_km=options.near_km)
    found = place_agreement.compare(base, replace(a, reading=a.reading.place), replace(b, reading=b.reading.place))
    if found.outcome is not Outcome.CONTRADICT:
        return found
    if any(_moved().search(c.document.text) for c in (a, b)):
        return UNKNOWN
    return replace(found, severity=Severity.WARNING, confidence=Confidence.MEDIUM)


def _of_one_plan(options: Options, a: Claim, b: Claim) -> bool:
    """Tell whether two claims can only be of one plan: their days meet, or the fact was told soon after the day of the plan."""
    first, second = (c.document.published.date if c.document.published else None for c in (a, b))
    if first is None or second is None:
        return False
    days = [c.reading.day for c in (a, b) if isinstance(c.reading, Setting)]
    if days[0] is not None and days[1] is not None:
        return days[0].tolerant.meets(days[1].tolerant) and abs((first - second).days) <= options.days
    plan, fact = (a, b) if a.factuality is Factuality.PLANNED else (b, a)
    if fact.factuality is Factuality.PLANNED or not isinstance(plan.reading, Setting) or plan.reading.day is None:
        return False
    told = Interval.days(second if fact is b else first)
    day = plan.reading.day.tolerant
    return day.first <= told.last <= day.last + options.days * _DAY


@cache
def _moved() -> re.Pattern[str]:
    """What says that a plan has changed."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words('checker_places', 'moved.txt')))})\b")


def describe(_options: Options, claim: Claim) -> Reading:
    """The place with what contains it, and whether it is that of the plan."""
    if not isinstance(claim.reading, Setting):
        return Reading("", "")
    plain = place_agreement.describe(place_agreement.Options(), replace(claim, reading=claim.reading.place))
    if claim.factuality is not Factuality.PLANNED:
        return plain
    return Reading(f"planned {plain.value}", f"planned for {plain.label}", plain.derivation)


KIND = RuleKind(
    "plan-and-place",
    Referent.EVENT,
    "setting",
    Options,
    compare,
    describe,
    "the place of the {title}, planned and actual",
    factuality=frozenset({Factuality.CERTAIN, Factuality.PLANNED}),
)
