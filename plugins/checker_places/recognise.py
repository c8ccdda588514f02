"""Recognition: which capitalised words name places.

The gazetteer proposes, filters dispose: most of its names are words, people or firms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Name, Person, PlaceCandidate, SegmentKind, Sentence, Span
from checker.text.names import calendar, given_names, organisation_words, starters, titles
from checker.text.nations import forms as nations
from checker.text.vocabulary import table, words
from checker_places.gazetteer import waters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker_places.gazetteer import Gazetteer

PACKAGE = "checker_places"
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|(?:St|Mt|Ft|[A-Z][a-z]{1,4})\.(?=\s|,)|\w+(?:[-’'](?=[^\W\d_])\w+)*")
_SMALL = frozenset(
    {
        "of",
        "the",
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
        "del",
        "di",
        "da",
        "do",
        "al",
        "el",
        "and",
        "on",
        "upon",
        "sur",
        "am",
        "an",
        "der",
        "den",
    }
)
_GEOGRAPHIC = frozenset(
    "City County State States Province District Region Governorate Prefecture Parish Township Borough Island Islands "
    "Peninsula Valley River Lake Bay Beach Park Airport "
    "Mountains Desert Oblast Territory Coast Harbor Harbour Strait Sea".split()
)
_DIRECTIONS = frozenset(
    "North South East West Northern Southern Eastern Western Central Upper Lower Greater Downtown Mid Northwest Northeast "
    "Southwest Southeast".split()
)
_NOT_BEFORE = re.compile(
    r"(?:University|Bank|College|Church|Diocese|Archdiocese|Bishop|Archbishop|Duke|Duchess|Earl|Prince|Princess|Treaty|Battle|Museum|"
    r"Institute|Royal|Daughters|Sons|Order) of (?:the )?$"
)
_STREET = re.compile(
    r"\s(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd\.|Drive|Dr\.|Lane|Highway|Hwy\.?|Way|Court|Place|Square|Bridge|Hotel|Inn)\b"
)
_MARKED = re.compile(
    r"(?:\b(?:in|at|near|from|outside|around|to)\s+(?:[a-z-]+ern\s|[a-z]*(?:north|south|east|west)\s|downtown\s|the\s)?)$"
)
_KNOWN = 5000  # inhabitants of a place that is recognised without anything that marks it
_LARGE = 300_000
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name found in the text and all it may mean, the most prominent first. ``demonym``: "Chinese"."""

    span: Span
    candidates: tuple[PlaceCandidate, ...]
    demonym: bool = False
    abbreviation: bool = False


def toponyms(document: Document, annotations: Annotations, gazetteer: Gazetteer) -> list[Toponym]:
    """Return the toponyms of a document, sorted, without overlap."""
    text = document.text
    persons = sorted((p.start, p.end) for p in annotations.of(Person))
    surnames = {text[s:e].split()[-1] for s, e in persons if e > s}
    organisations = [n for n in annotations.of(Name) if n.category == "organisation"]
    lower = set(re.findall(r"\b[a-z]{3,}\b", text))
    scene = _Scene(text, persons, surnames, {(n.start, n.end) for n in organisations}, lower, gazetteer)
    found: list[Toponym] = []
    for sentence in annotations.of(Sentence):
        if sentence.segment is not SegmentKind.METADATA:
            found += scene.sentence(sentence)
    return found


class _Scene:
    """What the filters need to know of a document."""

    def __init__(
        self,
        text: str,
        persons: Sequence[tuple[int, int]],
        surnames: set[str],
        organisations: set[tuple[int, int]],
        lower: set[str],
        gazetteer: Gazetteer,
    ) -> None:
        self.text, self.surnames, self.lower, self.gazetteer = text, surnames, lower, gazetteer
        self._taken = {i for s, e in persons for i in range(s, e)}
        self._organisations = {i: e for s, e in organisations for i in range(s, e)}

    def sentence(self, sentence: Sentence) -> Iterator[Toponym]:
        """The toponyms of a sentence: from each capital, the longest run of words that the gazetteer knows and no filter refuses."""
        tokens = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(self.text, sentence.start, sentence.end)]
        at = 0
        while at < len(tokens):
            word = tokens[at][2]
            if not word[0].isupper() or word in calendar():
                at += 1
                continue
            for last in range(self._reach(tokens, at), at - 1, -1):
                if not tokens[last][2][0].isupper():
                    continue
                found = self._toponym(sentence, Span(tokens[at][0], tokens[last][1]), single=last == at)
                if found is not None:
                    yield found
                    at = last
                    break
            at += 1

    def _reach(self, tokens: Sequence[tuple[int, int, str]], at: int) -> int:
        last = at
        while last + 1 < len(tokens) and last - at < _LONGEST - 1:
            gap = self.text[tokens[last][1] : tokens[last + 1][0]]
            following = tokens[last + 1][2]
            if gap not in (" ", "\n") or not (following[0].isupper() or following in _SMALL):
                break
            last += 1
        return last

    def _toponym(self, sentence: Sentence, span: Span, *, single: bool) -> Toponym | None:
        text = self.text[span.start : span.end]
        bare = re.sub(r"['’]s$", "", text)
        span = Span(span.start, span.start + len(bare))
        if bare in _abbreviations():
            return self._abbreviation(span, bare)
        if span.start in self._taken and not (bare in nations() and not self._part_of_person(span)):
            return None
        demonym = self._demonym(bare)
        if demonym is not None:
            return None if self._in_longer(span) else Toponym(span, demonym, demonym=True)
        if bare in waters():
            return Toponym(span, (waters()[bare],))
        shouted = bare.isupper() and len(bare) > 3
        candidates = self.gazetteer.lookup(_aliases().get(bare, bare.title() if shouted else bare))
        if not candidates or not self._plausible(sentence, span, bare, candidates, single=single):
            return None
        return Toponym(span, candidates)

    def _abbreviation(self, span: Span, bare: str) -> Toponym | None:
        """State abbreviations count behind a comma ("Paris, Ky."), or with full stops and two letters anywhere ("N.Y.")."""
        behind_comma = self.text[max(0, span.start - 2) : span.start] == ", "
        if not behind_comma and not re.fullmatch(r"(?:[A-Z]\.){2}|DC", bare):
            return None
        states = tuple(
            c for c in self.gazetteer.lookup(_abbreviations()[bare]) if c.feature == "A" and c.country in ("US", "CA")
        )
        return Toponym(span, states[:1], abbreviation=True) if states else None

    def _demonym(self, bare: str) -> tuple[PlaceCandidate, ...] | None:
        place = _demonyms().get(bare)
        if place is None:
            return None
        wanted = self.gazetteer.lookup(_aliases().get(place, place))
        return wanted[:1] or None

    def _part_of_person(self, span: Span) -> bool:
        return bool(re.match(r"\s[A-Z]", self.text[span.end : span.end + 2])) or bool(
            re.search(r"[A-Z][\w.]*\s$", self.text[max(0, span.start - 12) : span.start])
        )

    def _in_longer(self, span: Span) -> bool:
        return bool(re.match(r"-[A-Za-z]", self.text[span.end : span.end + 2]))

    def _plausible(
        self, sentence: Sentence, span: Span, bare: str, candidates: Sequence[PlaceCandidate], *, single: bool
    ) -> bool:
        best = candidates[0]
        strong = best.feature in ("C", "L") or (best.feature == "A" and best.population > _LARGE)
        population = max(c.population for c in candidates)
        before, after = (
            self.text[max(sentence.start, span.start - 40) : span.start],
            self.text[span.end : span.end + 24],
        )
        following = re.match(r" ([A-ZÀ-Ž][\w’'-]*\.?)", after)
        previous = re.search(r"([A-ZÀ-Ž][\w’'-]*\.?) $", before)
        marked = (
            _MARKED.search(before) is not None
            or re.match(r",\s(?:[A-Z][a-z]*\.|[A-Z]\.[A-Z]\.|[A-Z]{2}\b)", after) is not None
        )
        qualified = self._qualified(after)
        if _NOT_BEFORE.search(before) or _STREET.match(after) or (len(bare) < 3 and not strong):
            return False
        if after[:1] in "@&" or before[-1:] in "@&#/" or (before[-1:] in "-–" and not strong):
            return False
        if following and (
            following.group(1).rstrip("’'s") in organisation_words() or following.group(1) in organisation_words()
        ):
            return False
        if self._organisations.get(span.start, span.end) > span.end and not strong and not qualified:
            return False
        if bare in _stops() and not (
            qualified or (marked and population > _KNOWN and best.feature != "P") or (marked and population > _LARGE)
        ):
            return False
        if population < _KNOWN and not qualified and not (best.feature in ("A", "D") and " " in bare) and not strong:
            return False
        if single and not strong and bare.casefold() in self.lower and not (marked or qualified):
            return False
        if self._opens(sentence, span) and (
            bare in starters()
            or (
                single
                and not strong
                and population < _LARGE
                and not marked
                and not qualified
                and self.text.count(bare) < 2
            )
        ):
            return False
        if single and bare in self.surnames and not strong and not qualified:
            return False
        if previous and not marked:
            word = previous.group(1)
            named = word in given_names() or word in titles()
            if named and word not in _DIRECTIONS and not (strong and word in starters()):
                return False
            if (
                not strong
                and population < _LARGE
                and word not in _DIRECTIONS
                and word not in starters()
                and word not in nations()
            ):
                return False
        if following and not strong and population < _LARGE and following.group(1) not in _GEOGRAPHIC and not qualified:
            return False
        return not (single and bare in given_names() and following and following.group(1) not in _GEOGRAPHIC)

    def _qualified(self, after: str) -> bool:
        """Tell whether a state or country follows behind a comma: "Paris, Texas"."""
        match = re.match(r",\s((?:[A-Z]\.){2,}|[A-ZÀ-Ž][\w’'-]*\.?(?:\s[A-ZÀ-Ž][\w’'-]*)?)", after)
        if match is None:
            return False
        wanted = match.group(1)
        for name in (wanted, wanted.split()[0]):
            if name in _abbreviations() or any(
                c.feature in ("C", "A") for c in self.gazetteer.lookup(_aliases().get(name, name))[:2]
            ):
                return True
        return False

    def _opens(self, sentence: Sentence, span: Span) -> bool:
        return not any(c.isalnum() for c in self.text[sentence.start : span.start])


@cache
def _abbreviations() -> dict[str, str]:
    return table(PACKAGE, "state-abbreviations.txt")


@cache
def _aliases() -> dict[str, str]:
    return table(PACKAGE, "aliases.txt")


@cache
def _demonyms() -> dict[str, str]:
    """Demonyms and adjectives to the place; names that are the place itself are none."""
    plain = {
        k: v
        for k, v in nations().items()
        if k != v
        and k not in _aliases()
        and k not in ("Türkiye", "Burma", "Holland", "Czech Republic", "United Kingdom")
    }
    return plain | table(PACKAGE, "demonyms.txt")


@cache
def _stops() -> frozenset[str]:
    return frozenset(w for line in words(PACKAGE, "not-places.txt") for w in line.split())
