"""Rule kind ``scene-agreement``: two articles of one happening, set in two towns.

A town that both articles name says nothing: it may be the home of one of the people in the one and the scene in the other. Only what
one article alone names is compared, and only the plainest signs make a conflict.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker.text.vocabulary import table
from checker_places.agreement import Relation, are_two_cities, city_parts, relation
from checker_places.gazetteer import distance_km, open_gazetteer
from checker_places.scenes import Mark, Scene, Sign, points_shared

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENOUGH = 2  # points that two articles of one happening share
_STATED = 1  # the same where both are stated to tell one story


@frozen()
class Options:
    """``near-km``: towns this close count as one, but for two with more inhabitants than ``city``.

    ``inhabitants``: smaller towns, not told apart from quarters by name, are passed over.
    """

    near_km: float = 50.0
    inhabitants: int = 50_000
    city: int = 150_000


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where each article has plain signs of one town that the other does not name, and none they share."""
    first, second = a.reading, b.reading
    if not isinstance(first, Scene) or not isinstance(second, Scene):
        return UNKNOWN
    if Sign.DATELINE in (first.mark.sign, second.mark.sign):
        return UNKNOWN
    stand = _stand(options, first.mark, second.mark)
    if stand.agrees:
        return AGREE if stand is Relation.SAME else UNKNOWN  # what lies near or around is no word for the town itself
    if first.events and second.events and not _closely(first.events) & _closely(second.events):
        return UNKNOWN
    stated = a.document.story is not None and a.document.story == b.document.story
    if _shared(first, second) < (_STATED if stated else _ENOUGH):
        return UNKNOWN
    one, other = list(_own(options, first, second)), list(_own(options, second, first))
    if first.mark not in one or second.mark not in other or _share_a_town(options, first, second):
        return UNKNOWN
    if any(_stand(options, x, y).agrees for x in one for y in other):
        return UNKNOWN
    one, other = _plainest(one), _plainest(other)
    if first.mark not in one or second.mark not in other or min(first.mark.sign, second.mark.sign) < Sign.EVENT:
        return UNKNOWN
    if any(not _apart(options, x, y) for x in one for y in other):
        return UNKNOWN
    if _several(options, first, one) or _several(options, second, other):
        return UNKNOWN
    distance = distance_km(first.mark.place.candidates[0], second.mark.place.candidates[0])
    because = f"two towns {distance:.0f} km apart, neither named in the other article" if distance else "two towns"
    return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)


def _closely(classes: frozenset[str]) -> frozenset[str]:
    """Classes of events with those that they may stand for: an attack may be a shooting."""
    rows = table("checker_places", "general-events.txt")
    return classes | {c.strip() for general in classes & rows.keys() for c in rows[general].split(",")}


@lru_cache(maxsize=1024)
def _shared(a: Scene, b: Scene) -> int:
    """How much two scenes share of what only one happening has, in points: two towns are the plainest sign of two happenings."""
    return points_shared(a.particulars, b.particulars)


@lru_cache(maxsize=1024)
def _own(options: Options, scene: Scene, other: Scene) -> tuple[Mark, ...]:
    """The signs of ``scene`` that speak of towns the other article does not name, or of counties where there are no towns.

    Datelines tell where the reporter was.
    """
    found = [m for m in _large(options, scene) if m.sign is not Sign.DATELINE and m.name.casefold() not in other.named]
    towns = tuple(m for m in found if m.place.candidates[0].feature == "P")
    return towns or tuple(found)


def _large(options: Options, scene: Scene) -> list[Mark]:
    return [m for m in scene.marks if m.place.best is not None and m.place.best.population >= options.inhabitants]


def _plainest(marks: Sequence[Mark]) -> list[Mark]:
    """The signs that decide: those of the services of a town where there are any, else those of the event."""
    top = max(m.sign for m in marks)
    return [m for m in marks if m.sign is top]


def _share_a_town(options: Options, a: Scene, b: Scene) -> bool:
    """Tell whether both articles are set in one town by plain signs, whatever else they name."""
    first, second = (
        [m for m in _large(options, s) if m.sign >= Sign.EVENT and m.place.candidates[0].feature == "P"] for s in (a, b)
    )
    return any(_stand(options, x, y).agrees for x in first for y in second)


def _several(options: Options, scene: Scene, own: Sequence[Mark]) -> bool:
    """Tell whether an article speaks of several towns: in ``own``, or by the services of whatever town or county."""
    counties = {m.name for m in scene.marks if m.place.candidates[0].feature == "D"}
    # "Elm deputies" are those of Elm County, whatever towns bear the name.
    bodies = [m for m in scene.marks if m.sign is Sign.BODY and f"{m.name} County" not in counties]
    return any(_stand(options, x, y).conflicts for marks in (own, bodies) for x, y in combinations(marks, 2))


def _apart(options: Options, a: Mark, b: Mark) -> bool:
    """Tell whether two towns are certainly not one."""
    found = _stand(options, a, b)
    if not found.conflicts:
        return False
    if found is Relation.OTHER_COUNTRY and not (a.place.certain and b.place.certain):
        return False
    return a.place.candidates[0].feature == b.place.candidates[0].feature  # of a county only the centre is known


def _stand(options: Options, a: Mark, b: Mark) -> Relation:
    """How two towns stand to each other; two parts of one city, and two cities, are siblings, however near."""
    if a.name != b.name and any(a.name in parts and b.name in parts for parts in city_parts().values()):
        return Relation.SIBLINGS
    found = relation(a.place, b.place, options.near_km)
    if found is Relation.NEAR and are_two_cities(a.place.candidates[0], b.place.candidates[0], options.city):
        return Relation.SIBLINGS
    return found


def describe(_options: Options, claim: Claim) -> Reading:
    """The town with what contains it, and what sets the article there."""
    scene = claim.reading
    if not isinstance(scene, Scene) or scene.mark.place.best is None:
        return Reading("", "")
    best = scene.mark.place.best
    label = open_gazetteer().label(best)
    why = {
        Sign.DATELINE: "the dateline names it",
        Sign.RESIDENT: "somebody in the story is from there",
        Sign.NEAR: "the first sentences name it",
        Sign.EVENT: "the event is told to have happened there",
        Sign.BODY: "its police or other services are at work",
    }[scene.mark.sign]
    return Reading(str(best.geonameid), label, (f"“{scene.mark.name}” is {label}: {why}",))


KIND = RuleKind("scene-agreement", Referent.THING, "scene", Options, compare, describe, "the town of the {title}")
