"""How surely two documents tell of the same events, told from the two alone.

Words are weighed by how rare they are in news English at large (``data/word-frequencies.txt``), not in the run: so a third document has
no say in whether two others are compared. What the words suggest, persons, days, towns and the time between the two publications
confirm or deny. The weights are log-odds, fitted on clusters of real articles and rounded.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from checker.align.particulars import house_blocks
from checker.frozen import frozen
from checker.model import Annotations, Document, Person, Place, SegmentKind, Timex
from checker.text.predications import ages
from checker.text.vocabulary import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_PAIR = re.compile(
    r"(?=\b((?:[A-Z]|\d{1,5}(?:st|nd|rd|th)?)[\w’'.-]* (?:[A-Z][\w’'-]+|block\b))|\b(\d{1,3}-year-old))"
)  # names of two words, blocks, ages
_LEAD, _READ = 500, 4000  # code points of the body that count more, and at all
_COMMON = 0.25  # share of articles; commoner words tell nothing
_ORDINARY = 0.02  # share of articles; two such words side by side tell no more than each
_UNLISTED = 0.0015  # share of articles taken for a word the table does not hold
_DAY = 2 * 1440  # minutes; longer windows are no day
_SKIPPED = (SegmentKind.FURNITURE, SegmentKind.METADATA)


@frozen()
class Profile:
    """What a document is about, for telling which others tell of it.

    ``words``: the weight of each word, the squares adding up to 1. ``persons``: full names, folded, and whether they come with a title, as
    officials do, who speak of many cases. ``days``: what the text dates, as ordinals. ``towns``: GeoNames ids of populated places.
    ``blocks``: of houses. ``ages``: of persons.
    """

    document: Document
    published: int | None
    words: Mapping[str, float]
    persons: Mapping[str, bool]
    days: frozenset[int]
    towns: frozenset[int]
    headline: frozenset[str]
    blocks: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id


def profile(document: Document, annotations: Annotations) -> Profile:
    """Read a document's profile off its text and mentions; furniture does not count."""
    kept = [s for s in document.segments if s.kind not in _SKIPPED]
    head = " ".join(document.text[s.start : s.end] for s in kept if s.kind is SegmentKind.HEADLINE)
    body = "\n".join(document.text[s.start : s.end] for s in kept if s.kind is not SegmentKind.HEADLINE)[:_READ]
    counts: Counter[str] = Counter()
    for text, weight in ((body, 1.0), (body[:_LEAD], 0.5)):
        for word in _words(text):
            counts[word] += weight  # type: ignore[assignment]
    headline = frozenset(_words(head or body[:150]))
    for word in headline:
        counts[word] += 1.5  # type: ignore[assignment]
    weights = {
        w: (1 + math.log(max(1.0, n))) * rarity(w) for w, n in counts.items() if share(w) < _COMMON and len(w) > 1
    }
    norm = math.sqrt(sum(x * x for x in weights.values())) or 1.0
    day = document.published.date if document.published else None

    def counted(offset: int) -> bool:
        return document.segment_at(offset) not in _SKIPPED

    return Profile(
        document,
        day.toordinal() if day else None,
        {w: x / norm for w, x in weights.items()},
        _persons(p for p in annotations.of(Person) if counted(p.start)),
        frozenset(_days(t for t in annotations.of(Timex) if counted(t.start))),
        frozenset(
            p.best.geonameid for p in annotations.of(Place) if p.best and p.best.feature == "P" and counted(p.start)
        ),
        frozenset(w for w in headline if share(w) < 0.05),
        house_blocks(body),
        ages(f"{head} {body}"),
    )


def share(word: str) -> float:
    """The share of news articles that hold a word."""
    return _shares().get(word, _UNLISTED)


def rarity(word: str) -> float:
    """How much a word tells: the logarithm of one over its share."""
    return -math.log(share(word))


@cache
def _shares() -> dict[str, float]:
    return {word: int(permille) / 1000 for word, permille in table("checker.align", "word-frequencies.txt").items()}


def _words(text: str) -> Iterator[str]:
    for found in _WORD.findall(text):
        yield _folded(found)
    for pair in _PAIR.finditer(text):
        first, _, second = (pair[1] or pair[2]).partition(" ")
        if not second or min(share(_folded(first)), share(_folded(second))) < _ORDINARY:
            yield f"{_folded(first)} {_folded(second)}"


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


def _persons(mentions: Iterable[Person]) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for person in mentions:
        parts = person.name.casefold().replace(".", "").split()
        if len(parts) > 1:
            key = f"{parts[0]} {parts[-1]}"
            found[key] = found.get(key, False) or person.title is not None
    return found


def _days(mentions: Iterable[Timex]) -> Iterator[int]:
    for timex in mentions:
        window = timex.window
        if window is not None and not window.year_unknown and window.core.last - window.core.first < _DAY:
            yield window.core.first_day.toordinal()


# Log-odds from which two documents of a collection are taken to tell one story, and are compared.
SAME = -1.0
# A small run is somebody's choice, so that any two of its documents are likelier to belong together: the same in a run of two, and from
# where they are compared (that is no finding yet: the alignment of events has its own guards).
_FEW, _COMPARED = -4.5, -7.0
# In a collection two articles of one kind (two shootings of one week) are alike, too.
_SURE = 3.0
_CHOSEN = 50  # documents; more are a collection
_LEAST = 0.05  # cosine; below it nothing else counts
_UNDATED = 1.5  # days taken to lie between two publications where they are not both known
_DAYS, _WEEK, _MONTHS = 3, 9, 45  # days between two publications from which each further day counts less
_TELLING = 0.02  # share of articles; a commoner word is no reason to look at a pair


@frozen()
class Likeness:
    """How surely two documents tell of the same events, in log-odds, and what speaks for it."""

    score: float
    because: tuple[str, ...] = ()


def likeness(a: Profile, b: Profile) -> Likeness:
    """Compare two documents. Symmetric; nothing but the two counts."""
    shared = {w: x * b.words[w] for w, x in a.words.items() if w in b.words}
    cosine = sum(shared.values())
    if cosine < _LEAST:
        return Likeness(-math.inf)
    persons = sorted(a.persons.keys() & b.persons.keys())
    private = [p for p in persons if not (a.persons[p] or b.persons[p])]
    known = a.published is not None and b.published is not None
    gap = abs((a.published or 0) - (b.published or 0)) if known else None
    weights = _weights()
    score = sum(
        weights[name] * value for name, value in _evidence(a, b, cosine, len(persons), len(private), gap).items()
    )
    words = sorted((w for w in shared if telling(w)), key=lambda w: (-shared[w], w))[:4]
    because = [f"both tell of {', '.join(words)}"] if words else []
    if private:
        because.append(f"both name {', '.join(p.title() for p in private[:2])}")
    if gap is not None:
        because.append("published on one day" if gap == 0 else f"published {gap} day{'s' if gap != 1 else ''} apart")
    return Likeness(score, tuple(because))


class Alike:
    """Which documents are alike enough to tell of one happening; their profiles are made when first asked for."""

    def __init__(self, told: Iterable[tuple[Document, Annotations]], least: float) -> None:
        """``least``: the log-odds that are enough."""
        self._told = {document.id: (document, annotations) for document, annotations in told}
        self._least = least
        self._profiles: dict[str, Profile] = {}
        self._known: dict[tuple[str, str], tuple[str, ...] | None] = {}

    def why(self, a: str, b: str) -> tuple[str, ...] | None:
        """What two documents, by id, have in common; None where that is too little. Symmetric."""
        pair = (min(a, b), max(a, b))
        if pair not in self._known:
            found = likeness(self._profile(pair[0]), self._profile(pair[1]))
            self._known[pair] = found.because if found.score >= self._least else None
        return self._known[pair]

    def _profile(self, document: str) -> Profile:
        if document not in self._profiles:
            self._profiles[document] = profile(*self._told[document])
        return self._profiles[document]


def telling(word: str) -> bool:
    """Whether sharing a word is a reason to look at two documents."""
    return share(word) < _TELLING


def compared_from(size: int) -> float:
    """The log-odds from which two documents of a run of ``size`` are compared."""
    return SAME if size > _CHOSEN else _COMPARED


def least_of(size: int) -> float:
    """The log-odds from which documents of a run of ``size`` are taken to tell one story."""
    if size > _CHOSEN:
        return SAME
    return _FEW + (SAME - _FEW) * math.log(max(size, 2) / 2) / math.log(_CHOSEN / 2)


def one_happening_from(size: int) -> float:
    """The log-odds from which two documents of a run of ``size`` are taken to tell of one happening, whatever else they share."""
    return _SURE if size > _CHOSEN else _COMPARED


def _evidence(a: Profile, b: Profile, cosine: float, persons: int, private: int, gap: int | None) -> dict[str, float]:
    """What speaks for and against two documents' telling of the same events; the names are those of ``data/likeness.txt``."""
    days, towns = a.days & b.days, a.towns & b.towns
    latest = max(d.published or 0 for d in (a, b))
    past = sum(1 for d in days if latest and latest - d > _WEEK)
    apart = _UNDATED if gap is None else gap
    shorter, longer = sorted(math.log(len(d.words) + 5) for d in (a, b))
    return {
        "always": 1,
        "cosine": math.log(cosine),
        "persons": min(2, private),
        "officials": min(2, persons - private),
        "days long past": min(2, past),
        "days long past in one town": min(2, past) if towns else 0,
        "recent day": len(days) > past,
        "town": bool(towns),
        "other towns": bool(a.towns and b.towns and not towns),
        "block": bool(a.blocks & b.blocks),
        "other blocks": bool(a.blocks and b.blocks and not a.blocks & b.blocks),
        "ages": min(2, len(a.ages & b.ages)),
        "other ages": bool(a.ages and b.ages and not a.ages & b.ages),
        "headlines": min(24.0, sum(rarity(w) for w in a.headline & b.headline)),
        "time between": math.log1p(apart),
        "days between": apart > _DAYS,
        "a week between": apart > _WEEK,
        "months between": apart > _MONTHS,
        "shorter": shorter,
        "longer": longer,
    }


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in table("checker.align", "likeness.txt").items()}
