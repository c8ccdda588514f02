"""Resolution: which of the places of a name is meant, by what stands beside it and what the document speaks of.

In order of measured value: containment ("Paris, Texas"; "Zhanjiang, a city in southern Guangdong province"), votes of the document for
countries and states, nearness to the other places, one sense a document, the outlet's home region, prominence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from checker_places.gazetteer import distance_km, division
from checker_places.names import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import PlaceCandidate
    from checker_places.recognise import Toponym

_INSIDE = re.compile(
    r",\s+|\s\(|,?\s(?:in|of)\s(?:the\s)?(?:[a-z-]+\s)?"
    r"|,\s(?:a|an|the)\s[a-z' -]{0,40}(?:in|of)\s(?:the\s)?(?:[a-z-]+\s)?(?:[a-z-]+\s)?|['’]s\s(?:[a-z-]+\s){0,2}"
)
_DIVISION = re.compile(
    r"\s(?:state|province|region|oblast|prefecture|governorate|county|department|territory)\b", re.IGNORECASE
)
K = TypeVar("K")

_COUNTRY = 5.0  # points for a candidate in the country that all other names speak of
_STATE = 3.0
_NEAR = 1.8  # at most, for the nearness to all other places
_NEARNESS = 0.9
_HOME = 2.0  # votes of the outlet's home region
_UNSURE = 0.5  # votes of a name that may mean places in several countries
_AGAIN = 0.3  # votes of a name that has voted
_WELL_KNOWN = 100_000  # inhabitants
_TIMES = 8  # as many as a namesake abroad has
_PLAUSIBLE = 2.6  # points behind the best within which a candidate stays plausible
_LARGE_AREA = 1_000_000  # inhabitants
_KEPT = 6
_TOWNSPEOPLE = re.compile(r"\s(?:residents?|man|woman|boy|girl|teen|teenager|native|homeowner)\b")
_NO_COUNTRY = (
    4.0  # points less for a country before its people: "the Jordan resident" is of a town, or would be Jordanian
)
# Towns have a police of their own name in North America; elsewhere forces are a region's or go by other names: London's is the Met.
_MUNICIPAL = frozenset({"US", "CA"})
_POLICE = re.compile(r"\s[Pp]olice\b")
_FORCE = 3.0
_ONE_PLACE_KM = 60.0


@dataclass(frozen=True, slots=True)
class Resolved:
    """A toponym with its candidates in the order of belief, those out of the question left out, and why the first is first."""

    toponym: Toponym
    candidates: tuple[PlaceCandidate, ...]
    why: tuple[str, ...]
    certain: bool = False
    stated: str | None = None  # the country that stands beside the name


def resolve(text: str, found: Sequence[Toponym], home: Sequence[PlaceCandidate] = ()) -> list[Resolved]:
    """Resolve all toponyms of a document together. ``home``: where its outlet is at home, if known."""
    contained = _contained(text, found)
    locked = _divisions(text, found) | contained
    by_name: dict[str, Counter[int]] = defaultdict(Counter)
    for n, candidate in locked.items():
        by_name[_name(text, found[n])][candidate.geonameid] += 1
    for n, toponym in enumerate(found):
        senses = by_name.get(_name(text, toponym))
        if n not in locked and senses:
            wanted = senses.most_common(1)[0][0]
            match = next((c for c in toponym.candidates if c.geonameid == wanted), None)
            if match is not None:
                locked[n] = match
    chosen = {n: locked.get(n, t.candidates[0]) for n, t in enumerate(found) if t.candidates}
    scores: dict[int, list[tuple[float, PlaceCandidate]]] = {}
    for _ in range(2):  # the first round's choices vote in the second
        votes = _Votes(text, found, chosen, locked, home)
        scores = {
            n: [(0.0, chosen[n])]  # nothing to choose
            if len(found[n].candidates) == 1
            else sorted(((votes.score(n, c), c) for c in found[n].candidates), key=lambda s: (-s[0], s[1].geonameid))
            for n in chosen
        }
        chosen = {n: locked.get(n, scores[n][0][1]) for n in chosen}
        chosen = _one_sense(text, found, chosen, locked)
    resolved = []
    for n, toponym in enumerate(found):
        if n not in chosen:
            resolved.append(Resolved(toponym, (), ()))
            continue
        best = chosen[n]
        top = max(s for s, _ in scores[n])
        others = () if n in locked else tuple(c for s, c in scores[n] if _plausible(s, c, top) and c is not best)
        abroad = {other.country for m, other in chosen.items() if m != n}
        others = tuple(c for c in others if not _outshone(c, best, abroad))
        kept = (best, *others)[:_KEPT]
        one = all(_alike(best, c) for c in others)
        only = one and len(kept) == len(toponym.candidates) and key(best.name).startswith(key(_name(text, toponym))[:4])
        famous = all(c is best or _alike(best, c) or _outshone(c, best, abroad) for c in toponym.candidates)
        certain = n in locked or only or (one and (famous or _supported(text, found, chosen, n)))
        resolved.append(
            Resolved(
                toponym,
                kept,
                (_why(toponym, locked=n in locked, others=sum(not _alike(best, c) for c in others)),),
                certain,
                _stated(text, found, n, best, contained=n in contained),
            )
        )
    return resolved


def _stated(text: str, found: Sequence[Toponym], n: int, best: PlaceCandidate, *, contained: bool) -> str | None:
    """The country that stands beside a name in so many words, even if the name is of no place in it ("Crimea, Ukraine")."""
    following = found[n + 1] if n + 1 < len(found) else None
    if following is not None and text[found[n].span.end : following.span.start] == ", ":
        beside = following.candidates[0] if following.candidates else None
        if beside is not None and beside.feature in ("C", "A"):
            return beside.country
    if contained or (best.feature == "A" and _DIVISION.match(text, found[n].span.end)):
        return best.country
    return None


def _why(toponym: Toponym, *, locked: bool, others: int) -> str:
    if len(toponym.candidates) == 1:
        return "the only place of that name in the gazetteer"
    if locked:
        return "what stands beside the name says which"
    kept = f"; as plausible: {others} more" if others else ""
    return f"of {len(toponym.candidates)} places of that name the one that fits the article best{kept}"


def _plausible(score: float, candidate: PlaceCandidate, top: float) -> bool:
    """Tell whether a candidate stays in question: large states and countries always do ("Georgia")."""
    large = candidate.feature in ("C", "A") and candidate.population >= _LARGE_AREA
    return score > top - _PLAUSIBLE or large


def _outshone(candidate: PlaceCandidate, best: PlaceCandidate, abroad: set[str | None]) -> bool:
    """Tell whether a namesake is out of the question: the article is set abroad, none of it in its country, and the city is well known.

    "Chad and Niger signed a treaty in Geneva" is not of the Geneva in Illinois.
    """
    return (
        bool(abroad)
        and candidate.country not in {*abroad, best.country}
        and best.feature == "P"
        and best.population >= max(_WELL_KNOWN, _TIMES * candidate.population)
    )


def _alike(a: PlaceCandidate, b: PlaceCandidate) -> bool:
    """Tell whether two candidates are one place to a reader: a town and the district around it, or two records of one town."""
    if a.geonameid in b.chain or b.geonameid in a.chain:
        return True
    distance = distance_km(a, b)
    return a.country == b.country and distance is not None and distance <= _ONE_PLACE_KM


def _supported(text: str, found: Sequence[Toponym], chosen: dict[int, PlaceCandidate], n: int) -> bool:
    """Tell whether the article names another place of the same state, or the country itself."""
    mine = chosen[n]
    return any(
        _name(text, found[m]) != _name(text, found[n])
        and (other.geonameid in mine.chain[1:] or (len(mine.chain) > 2 and mine.chain[1] in other.chain))
        for m, other in chosen.items()
    )


def _contained(text: str, found: Sequence[Toponym]) -> dict[int, PlaceCandidate]:
    """Toponyms that what follows contains: "Paris, Texas", "Zhanjiang, a city in southern Guangdong province"."""
    locked: dict[int, PlaceCandidate] = {}
    for n, toponym in enumerate(found):
        for other in found[n + 1 : n + 3]:
            gap = text[toponym.span.end : other.span.start]
            if len(gap) > 50 or not _INSIDE.fullmatch(gap) or toponym.demonym or other.demonym:
                continue
            inside = [
                c
                for c in toponym.candidates
                if any(o.geonameid in c.chain[1:] for o in other.candidates if o.feature in ("C", "A", "D", "L"))
                and c.feature != "C"
            ]
            if inside:
                locked[n] = max(inside, key=lambda c: c.score)
                around = [o for o in other.candidates if o.geonameid in locked[n].chain[1:]]
                locked.setdefault(n + 1 + found[n + 1 : n + 3].index(other), around[0])
                break
            if other.abbreviation and other.candidates:
                break
    return locked


def _divisions(text: str, found: Sequence[Toponym]) -> dict[int, PlaceCandidate]:
    """Toponyms that the word behind them makes a division: "Washington state"."""
    locked = {}
    for n, toponym in enumerate(found):
        areas = [c for c in toponym.candidates if c.feature == "A"]
        if areas and not toponym.demonym and _DIVISION.match(text, toponym.span.end):
            locked[n] = areas[0]
    return locked


def _name(text: str, toponym: Toponym) -> str:
    return text[toponym.span.start : toponym.span.end].casefold()


def _one_sense(
    text: str, found: Sequence[Toponym], chosen: dict[int, PlaceCandidate], locked: dict[int, PlaceCandidate]
) -> dict[int, PlaceCandidate]:
    senses: dict[str, Counter[PlaceCandidate]] = defaultdict(Counter)
    for n, candidate in chosen.items():
        senses[_name(text, found[n])][candidate] += 1
    return {
        n: c
        if n in locked
        else max(senses[_name(text, found[n])].items(), key=lambda i: (i[1], i[0].score, -i[0].geonameid))[0]
        for n, c in chosen.items()
    }


class _Votes:
    """What the document speaks of: countries, states and points. Each name counts once in full, and never for itself."""

    def __init__(
        self,
        text: str,
        found: Sequence[Toponym],
        chosen: dict[int, PlaceCandidate],
        locked: dict[int, PlaceCandidate],
        home: Sequence[PlaceCandidate],
    ) -> None:
        self._text, self._found = text, found
        self._countries: dict[str, Counter[str]] = defaultdict(Counter)
        self._divisions: dict[str, Counter[int]] = defaultdict(Counter)
        self._points: dict[tuple[str, PlaceCandidate], float] = defaultdict(float)
        self._fits: dict[tuple[str, int], float] = {}
        seen: set[str] = set()
        for n, candidate in chosen.items():
            name = _name(text, found[n])
            sure = n in locked or len({c.country for c in found[n].candidates}) == 1
            weight = (1.0 if sure else _UNSURE) * (_AGAIN if name in seen else 1.0)
            seen.add(name)
            self._enter(candidate, weight, name)
        for candidate in home:
            self._enter(candidate, _HOME, "")
        self._all_countries = _total(self._countries)
        self._all_divisions = _total(self._divisions)

    def _enter(self, candidate: PlaceCandidate, weight: float, name: str) -> None:
        if candidate.country:
            self._countries[name][candidate.country] += weight  # type: ignore[assignment]
        state = division(candidate)
        if state is not None:
            self._divisions[name][state] += weight  # type: ignore[assignment]
        if candidate.feature in ("P", "A", "D") and candidate.lat is not None:
            self._points[name, candidate] += weight

    def score(self, n: int, candidate: PlaceCandidate) -> float:
        """How well a candidate fits: prominence, what the rest of the document says, and what stands behind the name."""
        toponym = self._found[n]
        name = _name(self._text, toponym)
        known = (name, candidate.geonameid)
        if known not in self._fits:
            self._fits[known] = self._fit(name, candidate)
        points = self._fits[known]
        if candidate.feature == "C" and _TOWNSPEOPLE.match(self._text, toponym.span.end):
            points -= _NO_COUNTRY
        if candidate.country in _MUNICIPAL and candidate.feature == "P" and _POLICE.match(self._text, toponym.span.end):
            points += _FORCE
        if _DIVISION.match(self._text, toponym.span.end):
            points += 2.0 if candidate.feature in ("A", "D") else -1.0
        return points

    def _fit(self, name: str, candidate: PlaceCandidate) -> float:
        points = candidate.score
        if candidate.country:
            points += _COUNTRY * _share(self._all_countries, self._countries.get(name), candidate.country)
        if candidate.feature not in ("P", "D"):
            return points
        state = division(candidate)
        if state is not None:
            points += _STATE * _share(self._all_divisions, self._divisions.get(name), state)
        near = 0.0
        for (other, place), weight in self._points.items():
            if other != name and (distance := distance_km(candidate, place)) is not None:
                near += _NEARNESS * weight / (1 + distance / 100)
                if near >= _NEAR:
                    break
        return points + min(_NEAR, near)


def _total(votes: dict[str, Counter[K]]) -> Counter[K]:
    total: Counter[K] = Counter()
    for counter in votes.values():
        total.update(counter)
    return total


def _share(total: Counter[K], own: Counter[K] | None, what: K) -> float:
    """The share of the votes of other names; with few votes it stays low."""
    mine = own or Counter()
    others = sum(total.values()) - sum(mine.values())
    return (total[what] - mine[what]) / max(others, 1.0)
