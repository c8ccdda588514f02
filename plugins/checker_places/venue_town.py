"""Rule kind ``venue-town``: one venue, two towns. "Brannoc High School in Toledo", "Toledo Brannoc High School"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_places.agreement import Relation, named_relation
from checker_places.scenes import points_shared
from checker_places.venues import Venue

if TYPE_CHECKING:
    from checker.model import Place

_STATED = 1  # points that two articles stated to tell one story share
_ENOUGH = 2  # and others


@frozen()
class Options:
    """``near-km``: towns this close count as one."""

    near_km: float = 50.0


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where two articles of one happening put a venue in two towns, of which neither names the other's."""
    first, second = a.reading, b.reading
    if not isinstance(first, Venue) or not isinstance(second, Venue) or first.key != second.key:
        return UNKNOWN
    one, other = first.town, second.town
    found = _by_town(options, (a, one), (b, other)) if one and other else _by_name(first, second)
    if found is not Outcome.CONTRADICT:
        return AGREE if found is Outcome.AGREE else UNKNOWN
    stated = a.document.story is not None and a.document.story == b.document.story
    if points_shared(first.particulars, second.particulars) < (_STATED if stated else _ENOUGH):
        return UNKNOWN
    because = "one name with two towns, neither named in the other article"
    return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)


def _by_town(options: Options, a: tuple[Claim, Place], b: tuple[Claim, Place]) -> Outcome:
    """Judge the towns in which two claims have their venues."""
    (first, one), (second, other) = a, b
    names = [c.document.text[p.start : p.end] for c, p in (a, b)]
    found = named_relation(one, names[0], other, names[1], options.near_km)
    if not found.conflicts:
        return Outcome.AGREE if found.agrees else Outcome.UNKNOWN
    if found is Relation.OTHER_COUNTRY and not (one.certain and other.certain):
        return Outcome.UNKNOWN
    known = names[0] in second.document.text or names[1] in first.document.text
    return Outcome.UNKNOWN if known else Outcome.CONTRADICT


def _by_name(a: Venue, b: Venue) -> Outcome:
    """Judge the towns that are a part of the two names."""
    if a.words <= b.words or b.words <= a.words:
        return Outcome.AGREE
    if not (a.words - b.words <= a.towns and b.words - a.words <= b.towns):
        return Outcome.UNKNOWN
    known = (a.words - b.words) & b.named or (b.words - a.words) & a.named
    return Outcome.UNKNOWN if known else Outcome.CONTRADICT


def describe(_options: Options, claim: Claim) -> Reading:
    """The venue and its town in the words of the article."""
    venue = claim.reading
    if not isinstance(venue, Venue):
        return Reading("", "")
    text = claim.document.text
    name = " ".join(text[venue.start : venue.end].split())
    label = f"{name} in {text[venue.town.start : venue.town.end]}" if venue.town else name
    return Reading(label.casefold(), label)


KIND = RuleKind("venue-town", Referent.THING, "venue-town", Options, compare, describe, "the town of the {title}")
