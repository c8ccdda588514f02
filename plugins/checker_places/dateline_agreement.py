"""Rule kind ``dateline-agreement``: an article that has an event "here", by its dateline, and in another town.

Also one whose dateline has one state and whose body another for a town of one name: "SPRINGFIELD, Ill. — ... in Springfield, Mo.".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_places import place_agreement
from checker_places.agreement import named_relation
from checker_places.datelines import Dated

if TYPE_CHECKING:
    from checker.model import Place


@frozen()
class Options:
    """``near-km``: towns this close count as one."""

    near_km: float = 50.0


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where one article puts one event in the town of its dateline and in one that is certainly not that town."""
    first, second = a.reading, b.reading
    if not isinstance(first, Dated) or not isinstance(second, Dated) or first.here == second.here:
        return UNKNOWN
    if a.document is not b.document:
        return UNKNOWN  # where an event was is told by another rule
    found = named_relation(first.place, _name(a, first.place), second.place, _name(b, second.place), options.near_km)
    if not found.conflicts:
        return AGREE if found.agrees else UNKNOWN
    if not (first.place.certain and second.place.certain):
        return UNKNOWN
    return Verdict(Outcome.CONTRADICT, "the dateline names another town", Severity.WARNING, Confidence.MEDIUM)


def _name(claim: Claim, place: Place) -> str:
    return claim.document.text[place.start : place.end]


def describe(_options: Options, claim: Claim) -> Reading:
    """The place with what contains it, and whether the dateline names it."""
    if not isinstance(claim.reading, Dated):
        return Reading("", "")
    plain = place_agreement.describe(place_agreement.Options(), replace(claim, reading=claim.reading.place))
    label = f"{plain.label} by the dateline" if claim.reading.here else plain.label
    return Reading(plain.value, label, plain.derivation)


KIND = RuleKind(
    "dateline-agreement", Referent.EVENT, "dateline", Options, compare, describe, "the place of the {title}"
)
