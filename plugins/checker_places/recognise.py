"""Recognition: which capitalised words name places.

The gazetteer proposes, filters dispose, since most of its names are words or people too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Name, Person, PlaceCandidate, SegmentKind, Sentence, Span
from checker.text.names import calendar, given_names, organisation_words, starters, titles
from checker.text.nations import forms as nations
from checker_places.adjectives import adjectival
from checker_places.gazetteer import wide_areas
from checker_places.lexicon import (
    abbreviations,
    aliases,
    demonyms,
    directions,
    geographic_words,
    local_bodies,
    not_places,
    public_body,
    street_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker_places.gazetteer import Gazetteer

_TOKEN = re.compile(
    r"(?:[A-Z]\.\s?){2,}(?<=\.)|W\.\s?Va\.|(?:St|Mt|Ft|[A-Z][a-z]{1,4})\.(?=\s|,)|\w+(?:[-’'](?=[^\W\d_])\w+)*"
)
_SMALL = frozenset("of the de la le les du des del di da do al el and on upon sur am an der den".split())
_NOT_BEFORE = re.compile(
    r"(?:University|Bank|College|Church|Diocese|Archdiocese|Bishop|Archbishop|Duke|Duchess|Earl|Prince|Princess|Treaty|Battle|Museum"
    r"|Institute|Royal|Daughters|Sons|Order|Voice|Lord|Lady|Baron|Society|Friends|Company) of (?:the )?$"
)
_MARKED = re.compile(
    r"(?:\b(?:in|at|near|from|outside|around|to|of)\s+(?:[a-z-]+ern\s|[a-z]*(?:north|south|east|west)\s|downtown\s|the\s)?)$"
)
DATELINE = re.compile(
    r"(?:,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?(?:\s\([A-Z][\w/ ]*\))?\s?(?:--|[—–:]|-\s)"
)  # behind the place
_HUMAN_VERB = re.compile(
    r"\s(?:says|said|told|added|explained|admitted|testified|recalled|wrote|thinks|died|was\sborn|and\shis\swife)\b"
)
_FOLLOWING = re.compile(r" ([^\W\d_a-z][\w’'-]*\.?)")
_PREVIOUS = re.compile(r"([^\W\d_a-z][\w’'-]*\.?) $")
_QUALIFIER = re.compile(r",\s((?:[A-Z]\.\s?){2,}|W\.\s?Va\.|[^\W\d_a-z][\w’'-]*\.?(?:\s[^\W\d_a-z][\w’'-]*)?)")
_POSSESSIVE = re.compile(r"['’]s$")
_POSSESSIVE_AFTER = re.compile(r"['’]s\s")
_ELIDED = re.compile(r"[dl]['’][A-Z]")
_INSIDE = re.compile(r"\b(?:in|near|outside)\s$")
_SETTLEMENT = r"(?:village|town|hamlet|settlement|community|suburb|municipality|port|city|island|commune)"
_VILLAGE_BEFORE = re.compile(rf"\b{_SETTLEMENT}\s(?:of\s|called\s|named\s)?$")
_VILLAGE_AFTER = re.compile(
    rf",\s(?:a|an|the)\s(?:[\w-]+\s){{0,4}}{_SETTLEMENT}\b|\s(?:village|township|municipality)\b"
)
_KNOWN = 5000  # inhabitants of a place that is recognised without anything that marks it
_LARGE = 300_000
_LONGEST = 5  # words


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name found in the text and all it may mean, the most prominent first. ``demonym``: "Chinese"."""

    span: Span
    candidates: tuple[PlaceCandidate, ...]
    demonym: bool = False
    abbreviation: bool = False


@dataclass(frozen=True, slots=True)
class _Context:
    """What stands around a capitalised sequence."""

    before: str
    after: str
    following: str  # the capitalised word right behind
    previous: str  # the capitalised word right before
    opens: bool  # opens its sentence
    marked: bool  # a locative preposition, a state behind a comma, or a dateline's dash says it is a place
    qualified: bool  # a state or country follows behind a comma

    @property
    def has_body(self) -> bool:
        """Tell whether the place's police, council or mayor follows."""
        return self.following in local_bodies() or public_body().match(self.after) is not None


def toponyms(document: Document, annotations: Annotations, gazetteer: Gazetteer) -> list[Toponym]:
    """Return the toponyms of a document, sorted, without overlap."""
    finder = _Finder(document.text, annotations, gazetteer)
    return [t for s in annotations.of(Sentence) if s.segment is not SegmentKind.METADATA for t in finder.sentence(s)]


class _Finder:
    """The longest sequences that the gazetteer knows and no filter refuses; holds what the filters need to know of a document."""

    def __init__(self, text: str, annotations: Annotations, gazetteer: Gazetteer) -> None:
        self.text, self.gazetteer = text, gazetteer
        self._persons = {i: p.end for p in annotations.of(Person) for i in range(p.start, p.end)}
        self._surnames = {
            text[p.start : p.end].rsplit(maxsplit=1)[-1] for p in annotations.of(Person) if p.end > p.start
        }
        organisations = [n for n in annotations.of(Name) if n.category == "organisation"]
        self._organisations = {i: (n.start, n.end) for n in organisations for i in range(n.start, n.end)}
        self._lower = set(re.findall(r"\b[a-z]{3,}\b", text))

    def sentence(self, sentence: Sentence) -> Iterator[Toponym]:
        """The toponyms of one sentence, left to right."""
        tokens = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(self.text, sentence.start, sentence.end)]
        at = 0
        while at < len(tokens):
            if tokens[at][2][0].isupper() and tokens[at][2] not in calendar():
                for last in range(self._reach(tokens, at), at - 1, -1):
                    if not (tokens[last][2][0].isupper() or _ELIDED.match(tokens[last][2])):
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
            following = tokens[last + 1][2]
            joined = self.text[tokens[last][1] : tokens[last + 1][0]] in (" ", "\n")
            if not joined or not (following[0].isupper() or following in _SMALL or _ELIDED.match(following)):
                break
            last += 1
        return last

    def _toponym(self, sentence: Sentence, span: Span, *, single: bool) -> Toponym | None:
        bare = _POSSESSIVE.sub("", self.text[span.start : span.end])
        span = Span(span.start, span.start + len(bare))
        if self.text[span.end : span.end + 1] == "." and f"{bare}." in abbreviations():
            span, bare = (
                Span(span.start, span.end + 1),
                f"{bare}.",
            )  # the full stop of the sentence is that of the state, too
        if bare in abbreviations():
            return self._abbreviation(span, bare)
        if self._in_person(span, bare):
            return None
        if bare in demonyms():
            return self._demonym(span, bare)
        if bare in wide_areas():
            context = self._context(sentence, span)
            taken = context.following in organisation_words() or self._inside_organisation(span, context)
            return None if taken else Toponym(span, (wide_areas()[bare],))
        after = self.text[span.end : span.end + 40]
        if bare in directions() or (bare.startswith(("St. ", "St ")) and _POSSESSIVE_AFTER.match(after)):
            return None
        if bare.isupper() and len(bare) < 5 and bare not in aliases() and not DATELINE.match(after):
            return None
        shouted = bare.isupper() and len(bare) > 3
        candidates = self.gazetteer.lookup(aliases().get(bare, bare.title() if shouted else bare))
        if bare.startswith("The "):
            candidates = tuple(c for c in candidates if c.name.startswith("The "))
        if not candidates and single:
            adjective = adjectival(bare, after, self.gazetteer)
            return Toponym(span, adjective) if adjective else None
        if not candidates:
            return None
        context = self._context(sentence, span)  # costly, and most sequences are in no gazetteer
        if self._refused(span, bare, candidates, context, single=single):
            return None
        return Toponym(span, candidates)

    def _abbreviation(self, span: Span, bare: str) -> Toponym | None:
        """State abbreviations count behind a comma ("Paris, Ky."), or with full stops and two letters anywhere ("N.Y.")."""
        behind_comma = self.text[max(0, span.start - 2) : span.start] == ", "
        if not behind_comma and not re.fullmatch(r"(?:[A-Z]\.\s?){2}|W\.\s?Va\.|DC|NSW", bare):
            return None
        if self.text[span.end : span.end + 2] == " –" or (
            _FOLLOWING.match(self.text, span.end) and not behind_comma and "." in bare and self._in_person(span, bare)
        ):
            return None
        states = tuple(
            c
            for c in self.gazetteer.lookup(abbreviations()[bare])
            if c.feature == "A" and c.country in ("US", "CA", "AU")
        )
        return Toponym(span, states[:1], abbreviation=True) if states else None

    def _demonym(self, span: Span, bare: str) -> Toponym | None:
        """A demonym, unless it belongs to the name of an organisation: "American Diabetes Association"."""
        place = demonyms()[bare]
        wanted = self.gazetteer.lookup(aliases().get(place, place))[:1]
        start, end = self._organisations.get(span.start, (span.start, span.end))
        part = (start, end) != (span.start, span.end) and not any(
            w in local_bodies() for w in self.text[span.end : end].split()[:1]
        )
        return None if part or not wanted else Toponym(span, wanted, demonym=True)

    def _in_person(self, span: Span, bare: str) -> bool:
        end = self._persons.get(span.start)
        if end is None or (span.end > end and bare.rsplit(maxsplit=1)[-1] in geographic_words()):
            return False
        alone = not _FOLLOWING.match(self.text, span.end) and not _PREVIOUS.search(
            self.text, max(0, span.start - 16), span.start
        )
        return not (bare in nations() and alone)

    def _context(self, sentence: Sentence, span: Span) -> _Context:
        before, after = (
            self.text[max(sentence.start, span.start - 40) : span.start],
            self.text[span.end : span.end + 40],
        )
        following, previous = _FOLLOWING.match(after), _PREVIOUS.search(before)
        opens = not any(c.isalnum() for c in self.text[sentence.start : span.start])
        qualified = self._qualified(after)
        dateline = opens and DATELINE.match(after) is not None and self.text[span.start : span.end].isupper()
        return _Context(
            before,
            after,
            _POSSESSIVE.sub("", following.group(1)) if following else "",
            previous.group(1) if previous else "",
            opens,
            _MARKED.search(before) is not None or qualified or dateline,
            qualified,
        )

    def _qualified(self, after: str) -> bool:
        """Tell whether a state or country follows behind a comma: "Paris, Texas"."""
        match = _QUALIFIER.match(after)
        if match is None:
            return False
        for name in (match.group(1), match.group(1).split()[0]):
            if name in abbreviations() or any(
                c.feature in ("C", "A") for c in self.gazetteer.lookup(aliases().get(name, name))[:2]
            ):
                return True
        return False

    def _refused(
        self, span: Span, bare: str, candidates: Sequence[PlaceCandidate], context: _Context, *, single: bool
    ) -> bool:
        best = candidates[0]
        strong = best.feature in ("C", "L") or (best.feature == "A" and best.population > _LARGE)
        population = max(c.population for c in candidates)
        if self._is_other_name(span, bare, context, strong=strong):
            return True
        if bare in not_places() and not strong:
            return not (context.qualified or ((context.marked or context.has_body) and population > _LARGE))
        if context.qualified:
            return False
        division = best.feature in ("A", "D") and " " in bare
        if population < _KNOWN and not (division or strong or self._settled(bare, context)):
            return True
        if strong:
            return (
                context.previous in given_names() and not context.opens and bare not in nations() and not context.marked
            )
        if single and self._is_word_or_person(bare, population, context):
            return True
        return self._is_longer_name(population, context, single=single)

    def _settled(self, bare: str, context: _Context) -> bool:
        """Small places count where the text says what they are ("Ely, a village in ..."), or a preposition and no other sign marks them."""
        if _VILLAGE_BEFORE.search(context.before) or _VILLAGE_AFTER.match(context.after):
            return True
        first = bare.split(maxsplit=1)[0]
        known = (
            first in given_names()
            or bare in self._surnames
            or first in starters()
            or context.following
            or context.previous
        )
        return _INSIDE.search(context.before) is not None and not known and bare.casefold() not in self._lower

    def _is_other_name(self, span: Span, bare: str, context: _Context, *, strong: bool) -> bool:
        """Part of the name of something else: an organisation, a street, an address in the net."""
        if _NOT_BEFORE.search(context.before) or context.following in street_words() or (len(bare) < 3 and not strong):
            return True
        sign_before, sign_after = context.before[-1:], context.after[:1]
        if (sign_after and sign_after in "@&$") or (sign_before and sign_before in "@&#/$"):
            return True
        if sign_before and sign_before in "-–" and not strong:
            return True
        if context.following in organisation_words() and not context.has_body:
            return True
        return self._inside_organisation(span, context) and not context.qualified

    def _inside_organisation(self, span: Span, context: _Context) -> bool:
        start, end = self._organisations.get(span.start, (span.start, span.end))
        if (start, end) == (span.start, span.end):
            return False
        at_head = start == span.start or not self.text[start : span.start].strip()
        return (end > span.end and not (at_head and context.has_body)) or (
            start < span.start and end == span.end and not context.marked
        )

    def _is_word_or_person(self, bare: str, population: int, context: _Context) -> bool:
        if bare.casefold() in self._lower and not context.marked:
            return True
        bare_start = context.opens and not context.marked and not context.has_body
        if bare_start and (bare in starters() or (population < _LARGE and self.text.count(bare) < 2)):
            return True
        if bare in self._surnames and not context.has_body:
            return True
        if population < _LARGE and _HUMAN_VERB.match(context.after) and not context.marked:
            return True
        return (
            bare in given_names()
            and (context.following not in geographic_words() and not context.has_body)
            and (bool(context.following) or not context.marked)
        )

    def _is_longer_name(self, population: int, context: _Context, *, single: bool) -> bool:
        """The sequence is cut out of a longer capitalised name that the gazetteer does not know."""
        if context.previous and not context.marked:
            word = context.previous
            if (word in given_names() or word in titles()) and word not in directions():
                return True
            known = word in directions() or word in starters() or word in nations()
            if population < _LARGE and not known and not (context.has_body and not single):
                return True
        loose = context.following in geographic_words() or context.has_body or context.following in titles()
        return bool(context.following) and population < _LARGE and not loose
