"""Rule kind ``origin-agreement``: one distance and direction, from two towns."""

from __future__ import annotations

from dataclasses import replace

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_places import place_agreement
from checker_places.agreement import Relation, named_relation
from checker_places.offsets import Origin


@frozen()
class Options:
    """``near-km``: towns this close count as one."""

    near_km: float = 50.0


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where two articles measure one distance from two towns, of which neither names the other's."""
    first, second = a.reading, b.reading
    if not isinstance(first, Origin) or not isinstance(second, Origin) or a.document is b.document:
        return UNKNOWN
    places = ((a, first.place), (b, second.place))
    names = [c.document.text[p.start : p.end] for c, p in places]
    found = named_relation(first.place, names[0], second.place, names[1], options.near_km)
    if not found.conflicts:
        return AGREE if found is Relation.SAME else UNKNOWN
    if found is Relation.OTHER_COUNTRY and not (first.place.certain and second.place.certain):
        return UNKNOWN
    if names[0] in b.document.text or names[1] in a.document.text:
        return UNKNOWN
    because = "one distance in one direction from two towns, neither named in the other article"
    return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)


def describe(_options: Options, claim: Claim) -> Reading:
    """The town with what contains it."""
    if not isinstance(claim.reading, Origin):
        return Reading("", "")
    return place_agreement.describe(place_agreement.Options(), replace(claim, reading=claim.reading.place))


KIND = RuleKind("origin-agreement", Referent.THING, "origin", Options, compare, describe, "the town a {title} is from")
