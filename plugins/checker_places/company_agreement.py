"""Rule kind ``company-agreement``: two articles of one happening say the same words of two places.

Neither may name the other's town anywhere: an article that knows both tells them apart. What counts are words that an article has
seldom, so that sharing them is no chance.
"""

from __future__ import annotations

import math

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_places.agreement import Relation, are_two_cities, relation
from checker_places.company import Company
from checker_places.gazetteer import open_gazetteer
from checker_places.scenes import points_shared

_BESIDE = 1.5  # times as much counts a word right beside both names
_STATED = 1  # points that two articles stated to tell one story share
_ENOUGH = 2  # and others
_FEWEST = 3  # shared words
_SHOWN = 5  # shared words that a report names


@frozen()
class Options:
    """``points``: how much company two names must share: a word that both articles have once counts one.

    ``near-km``: towns this close count as one, but for two with more inhabitants than ``city``. ``inhabitants``: smaller towns, not told
    apart from quarters by name, are passed over. ``wide-points``: the same as ``points`` for two countries, or two states, of which much
    the same is said.
    """

    points: float = 1.8
    wide_points: float = 4.5
    near_km: float = 50.0
    inhabitants: int = 50_000
    city: int = 150_000


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where what is said of one town in one article is said of another in the other."""
    first, second = a.reading, b.reading
    if not isinstance(first, Company) or not isinstance(second, Company):
        return UNKNOWN
    if first.name == second.name:
        return AGREE
    if first.name.casefold() in second.named or second.name.casefold() in first.named:
        return UNKNOWN
    one, other = first.place.candidates[0], second.place.candidates[0]
    if one.feature != other.feature or min(one.population, other.population) < options.inhabitants:
        return UNKNOWN
    told = shared(first, second)
    if one.feature != "P":  # two lists of countries share names
        told = {w: points for w, points in told.items() if not first.written.get(w, w)[:1].isupper()}
    if len(told) < _FEWEST or sum(told.values()) < (options.points if one.feature == "P" else options.wide_points):
        return UNKNOWN
    if not _apart(options, first, second):
        return UNKNOWN
    stated = a.document.story is not None and a.document.story == b.document.story
    if points_shared(first.particulars, second.particulars) < (_STATED if stated else _ENOUGH):
        return UNKNOWN
    words = ", ".join(first.written.get(w, w) for w in sorted(told, key=lambda w: (-told[w], w))[:_SHOWN])
    because = f"each is named in one of the articles only, and in the same company: {words}"
    return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)


def shared(a: Company, b: Company) -> dict[str, float]:
    """The company two names share, with its weight: words seldom in both articles weigh most."""
    return {
        word: (_BESIDE if word in a.close and word in b.close else 1.0)
        / math.sqrt(max(a.counts.get(word, 1), b.counts.get(word, 1)))
        for word in a.near & b.near
    }


def _apart(options: Options, a: Company, b: Company) -> bool:
    found = relation(a.place, b.place, options.near_km)
    if found is Relation.NEAR:
        return are_two_cities(a.place.candidates[0], b.place.candidates[0], options.city)
    return found.conflicts


def describe(_options: Options, claim: Claim) -> Reading:
    """The town with what contains it."""
    found = claim.reading
    if not isinstance(found, Company) or found.place.best is None:
        return Reading("", "")
    label = open_gazetteer().label(found.place.best)
    return Reading(str(found.place.best.geonameid), label, (f"“{found.name}” is {label}",))


KIND = RuleKind(
    "company-agreement",
    Referent.THING,
    "company",
    Options,
    compare,
    describe,
    "the place of the same account",
    broad=True,
)
