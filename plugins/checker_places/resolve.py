"""Resolution: which of the places of a name is meant, by what stands beside it and what the document speaks of.

In order of measured value: containment ("Paris, Texas"; "Zhanjiang, a city in southern Guangdong province"), votes of the document for
countries and states, nearness to the other places, one sense a document, the outlet's home region, prominence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from math import acos, inf
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from checker.frozen import frozen
from checker_places.gazetteer import EARTH_KM, distance_km, division, on_the_sphere
from checker_places.names import key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
_NOBODY: frozenset[str] = frozenset()

_COUNTRY = 5.0  # points for a candidate in the country that all other names speak of
_STATE = 3.0
_COUNTY = 2.5  # points for a town in a county that the article names
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
_SHIRES = frozenset({"GB"})
_POLICE = re.compile(r"\s(?:[Pp]olice|Constabulary|Fire\sand\sRescue)\b")
_FORCE = 3.0
_ONE_PLACE_KM = 60.0


@frozen()
class Resolved:
    """A toponym with its candidates in the order of belief, those out of the question left out, and why the first is first."""

    toponym: Toponym
    candidates: tuple[PlaceCandidate, ...]
    why: tuple[str, ...]
    certain: bool = False
    stated: str | None = None  # the country that stands beside the name


def resolve(text: str, found: Sequence[Toponym], home: Sequence[PlaceCandidate] = ()) -> list[Resolved]:
    """Resolve all toponyms of a document together. ``home``: where its outlet is at home, if known."""
    names = [text[t.span.start : t.span.end].casefold() for t in found]
    contained = _contained(text, found)
    locked = _like_named(names, found, _divisions(text, found) | contained)
    chosen = {n: locked.get(n, t.candidates[0]) for n, t in enumerate(found) if t.candidates}
    for _ in range(2):  # the first round's choices vote in the second
        votes = _Votes(names, found, chosen, locked, home)
        scores = {n: votes.ranked(n, text) for n in chosen}
        before, chosen = chosen, {n: locked.get(n, scores[n][0][1]) for n in chosen}
        chosen = _one_sense(names, chosen, locked)
        if chosen == before:
            break
    belief = _Belief(votes, chosen, scores)
    return [
        Resolved(toponym, *belief.of(n), stated=_stated(text, found, n, chosen[n], contained=n in contained))
        if n in chosen
        else Resolved(toponym, (), ())
        for n, toponym in enumerate(found)
    ]


class _Belief:
    """Which namesakes of the chosen places stay in question, worked out once for all mentions of a name in one sense."""

    def __init__(
        self, votes: _Votes, chosen: dict[int, PlaceCandidate], scores: dict[int, list[tuple[float, PlaceCandidate]]]
    ) -> None:
        self._names, self._found, self._locked = votes.names, votes.found, votes.locked
        self._chosen, self._scores = chosen, scores
        self._countries = Counter(c.country for c in chosen.values())
        self._known: dict[tuple[object, ...], tuple[tuple[PlaceCandidate, ...], tuple[str, ...], bool]] = {}

    def of(self, n: int) -> tuple[tuple[PlaceCandidate, ...], tuple[str, ...], bool]:
        """The candidates of a toponym, the best first; why that is first; and whether that is certain."""
        candidates, ranked = self._found[n].candidates, self._scores[n]
        mention = (
            self._names[n],
            n in self._locked,
            self._chosen[n].geonameid,
            id(candidates),
            ranked[0][0],
            len(ranked),
        )
        known = self._known.get(mention)
        if known is None:
            known = self._known[mention] = self._judged(n)
        return known

    def _judged(self, n: int) -> tuple[tuple[PlaceCandidate, ...], tuple[str, ...], bool]:
        best, top, candidates = self._chosen[n], self._scores[n][0][0], self._found[n].candidates
        abroad = {c for c, count in self._countries.items() if count > (c == best.country)}
        others: tuple[PlaceCandidate, ...] = ()
        if n not in self._locked:
            plausible = (c for s, c in self._scores[n] if _plausible(s, c, top) and c.geonameid != best.geonameid)
            others = tuple(c for c in plausible if not _outshone(c, best, abroad))
        distinct = sum(not _alike(best, c) for c in others)
        kept = (best, *others)[:_KEPT]
        certain = n in self._locked or (
            not distinct
            and (
                (len(kept) == len(candidates) and key(best.name).startswith(key(self._names[n])[:4]))
                or all(_alike(best, c) or _outshone(c, best, abroad) for c in candidates)
                or _supported(self._names, self._chosen, n)
            )
        )
        return kept, (_why(self._found[n], locked=n in self._locked, others=distinct),), certain


def _like_named(
    names: Sequence[str], found: Sequence[Toponym], locked: dict[int, PlaceCandidate]
) -> dict[int, PlaceCandidate]:
    """What is locked, and the other mentions of those names, in the sense most of them have."""
    senses: dict[str, Counter[int]] = defaultdict(Counter)
    for n, candidate in locked.items():
        senses[names[n]][candidate.geonameid] += 1
    more = dict(locked)
    for n, toponym in enumerate(found):
        if n not in locked and names[n] in senses:
            wanted = senses[names[n]].most_common(1)[0][0]
            match = next((c for c in toponym.candidates if c.geonameid == wanted), None)
            if match is not None:
                more[n] = match
    return more


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


def _supported(names: Sequence[str], chosen: dict[int, PlaceCandidate], n: int) -> bool:
    """Tell whether the article names another place of the same state, or the country itself."""
    mine = chosen[n]
    return any(
        names[m] != names[n]
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


def _one_sense(
    names: Sequence[str], chosen: dict[int, PlaceCandidate], locked: dict[int, PlaceCandidate]
) -> dict[int, PlaceCandidate]:
    senses: dict[str, dict[int, tuple[int, PlaceCandidate]]] = {}
    for n, candidate in chosen.items():
        counts = senses.setdefault(names[n], {})
        counts[candidate.geonameid] = counts.get(candidate.geonameid, (0, candidate))[0] + 1, candidate
    most = {name: max(counts.values(), key=_by_count)[1] for name, counts in senses.items()}
    return {n: c if n in locked else most[names[n]] for n, c in chosen.items()}


def _by_count(row: tuple[int, PlaceCandidate]) -> tuple[int, float, int]:
    return row[0], row[1].score, -row[1].geonameid


class _Votes:
    """What the document speaks of: countries, states and points. Each name counts once in full, and never for itself."""

    def __init__(
        self,
        names: Sequence[str],
        found: Sequence[Toponym],
        chosen: dict[int, PlaceCandidate],
        locked: dict[int, PlaceCandidate],
        home: Sequence[PlaceCandidate],
    ) -> None:
        self.names, self.found, self.locked, self._chosen = names, found, locked, chosen
        self._countries: _Tally[str] = _Tally()
        self._divisions: _Tally[int] = _Tally()
        self._counties: dict[int, set[str]] = defaultdict(set)
        self._points: dict[tuple[str, float, float], float] = defaultdict(float)
        self._rankings: dict[tuple[str, _Behind], list[tuple[float, PlaceCandidate]]] = {}
        seen: set[str] = set()
        for n, candidate in chosen.items():
            name = names[n]
            candidates = found[n].candidates
            sure = n in locked or len(candidates) == 1 or len({c.country for c in candidates}) == 1
            weight = (1.0 if sure else _UNSURE) * (_AGAIN if name in seen else 1.0)
            seen.add(name)
            self._enter(candidate, weight, name)
        for candidate in home:
            self._enter(candidate, _HOME, "")
        self._around = [(name, weight, on_the_sphere(lat, lon)) for (name, lat, lon), weight in self._points.items()]

    def _enter(self, candidate: PlaceCandidate, weight: float, name: str) -> None:
        if candidate.country:
            self._countries.add(name, candidate.country, weight)
        if candidate.feature == "D":
            self._counties[candidate.geonameid].add(name)
        state = division(candidate)
        if state is not None:
            self._divisions.add(name, state, weight)
        if candidate.feature in ("P", "A", "D") and candidate.lat is not None and candidate.lon is not None:
            self._points[name, candidate.lat, candidate.lon] += weight

    def ranked(self, n: int, text: str) -> list[tuple[float, PlaceCandidate]]:
        """The candidates of a toponym with their points, the best first; those that nearness could not make plausible are left out.

        Points are prominence, what the rest of the document says, and what stands behind the name.
        """
        toponym, name = self.found[n], self.names[n]
        if len(toponym.candidates) == 1:
            return [(0.0, self._chosen[n])]
        behind = _behind(text, toponym.span.end)
        written = text[toponym.span.start : toponym.span.end]  # "US" and "us" may differ in candidates, not in name
        ranked = self._rankings.get((written, behind))
        if ranked is None:
            ranked = self._rankings[written, behind] = self._rank(name, toponym.candidates, behind)
        return ranked

    def _rank(
        self, name: str, candidates: Sequence[PlaceCandidate], behind: _Behind
    ) -> list[tuple[float, PlaceCandidate]]:
        countries, own_countries, all_countries = self._countries.beside(name)
        divisions, own_divisions, all_divisions = self._divisions.beside(name)
        counties = self._counties
        shire = max((c.population for c in candidates if c.feature == "D" and c.country in _SHIRES), default=0)
        points = []
        for n, candidate in enumerate(candidates):
            fit, chain = candidate.score, candidate.chain
            if (country := candidate.country) and country in countries:
                fit += _COUNTRY * (countries[country] - own_countries.get(country, 0.0)) / all_countries
            if len(chain) > 2 and candidate.feature in ("P", "D"):
                state = chain[-2]
                if state in divisions:
                    fit += _STATE * (divisions[state] - own_divisions.get(state, 0.0)) / all_divisions
                if counties and any(counties.get(i, _NOBODY) - {name} for i in chain[1:-2]):
                    fit += _COUNTY
            extra = behind.points(candidate, shire) if behind is not _NOTHING else 0.0
            points.append((-(fit + extra), n, fit, extra, candidate))
        points.sort()
        around = [(weight, point) for other, weight, point in self._around if other != name]
        least, kept = -inf, []
        for minus, _, fit, extra, candidate in points:
            if _NEAR - minus > least or candidate.feature in ("C", "A"):
                total = fit + _nearness(candidate, around) + extra
                least = max(least, total - _PLAUSIBLE)
                kept.append((-total, candidate.geonameid, candidate))
        kept.sort()
        return [(-minus, candidate) for minus, _, candidate in kept]


def _nearness(candidate: PlaceCandidate, around: Sequence[tuple[float, tuple[float, float, float]]]) -> float:
    """The points of a town for how near it is to other places, given with their weights."""
    if candidate.feature not in ("P", "D") or candidate.lat is None or candidate.lon is None:
        return 0.0
    near = 0.0
    x, y, z = on_the_sphere(candidate.lat, candidate.lon)
    for weight, (x2, y2, z2) in around:
        cosine = x * x2 + y * y2 + z * z2
        km = EARTH_KM * acos(1.0 if cosine > 1.0 else -1.0 if cosine < -1.0 else cosine)  # noqa: FURB136  the hot loop
        near += _NEARNESS * weight / (1 + km / 100)
        if near >= _NEAR:
            return _NEAR
    return near


class _Behind(NamedTuple):
    """What stands behind a name: its people, its police, or a word that makes it a division."""

    people: bool
    police: bool
    division: bool

    def points(self, candidate: PlaceCandidate, shire: int) -> float:
        """What that adds to a candidate; ``shire``: inhabitants of the county of that name that has a police of its own, else 0."""
        extra = 0.0
        if self.people and candidate.feature == "C":
            extra -= _NO_COUNTRY
        town = candidate.feature == "P" and candidate.country in _MUNICIPAL and _TIMES * candidate.population > shire
        if self.police and (town or (candidate.feature == "D" and candidate.country in _SHIRES)):
            extra += _FORCE
        if self.division:
            extra += 2.0 if candidate.feature in ("A", "D") else -1.0
        return extra


def _behind(text: str, end: int) -> _Behind:
    if not text[end : end + 1].isspace():
        return _NOTHING
    found = _Behind(*[p.match(text, end) is not None for p in (_TOWNSPEOPLE, _POLICE, _DIVISION)])
    return found if True in found else _NOTHING


_NOTHING = _Behind(people=False, police=False, division=False)


class _Tally(Generic[K]):
    """Votes for countries or divisions, with the names they come from."""

    def __init__(self) -> None:
        self._votes: dict[K, float] = {}
        self._own: dict[str, dict[K, float]] = {}
        self._of: dict[str, float] = {}
        self._all = 0.0

    def add(self, name: str, what: K, weight: float) -> None:
        """Enter a vote that comes from a name."""
        own = self._own.setdefault(name, {})
        for votes, of in ((self._votes, what), (own, what)):
            votes[of] = votes.get(of, 0.0) + weight
        self._of[name] = self._of.get(name, 0.0) + weight
        self._all += weight

    def beside(self, name: str) -> tuple[Mapping[K, float], Mapping[K, float], float]:
        """Return all votes, those of a name, and how many the others have; few count as one, so that their shares stay low."""
        return self._votes, self._own.get(name, {}), max(self._all - self._of.get(name, 0.0), 1.0)
