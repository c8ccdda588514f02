"""Recognition: which capitalised words name places.

The gazetteer proposes, filters dispose, since most of its names are words or people too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from checker.frozen import frozen
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
from checker_places.runs import Runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker_places.gazetteer import Gazetteer
    from checker_places.runs import Named

_NOT_BEFORE = re.compile(
    r"(?:University|Bank|College|Church|Diocese|Archdiocese|Bishop|Archbishop|Duke|Duchess|Earl|Prince|Princess|Treaty|Battle|Museum"
    r"|Institute|Royal|Daughters|Sons|Order|Voice|Lord|Lady|Baron|Society|Friends|Company) of (?:the )?$"
)
_OF = (" of ", " of the ")
_PREPOSITIONS = ("in", "at", "near", "from", "outside", "around", "to", "of")
_MARKED = re.compile(
    rf"(?:\b(?:{'|'.join(_PREPOSITIONS)})\s+(?:[a-z-]+ern\s|[a-z]*(?:north|south|east|west)\s|downtown\s|the\s)?)$"
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
_POSSESSIVE_AFTER = re.compile(r"['’]s\s")
_INSIDE = re.compile(r"\b(?:in|near|outside)\s$")
_SETTLEMENT = r"(?:village|town|hamlet|settlement|community|suburb|municipality|port|city|island|commune)"
_VILLAGE_BEFORE = re.compile(rf"\b{_SETTLEMENT}\s(?:of\s|called\s|named\s)?$")
_VILLAGE_AFTER = re.compile(
    rf",\s(?:a|an|the)\s(?:[\w-]+\s){{0,4}}{_SETTLEMENT}\b|\s(?:village|township|municipality)\b"
)
_SMALL_WORD = re.compile(r"[a-z]{3,}")
_REMEMBERED = 100_000
_KNOWN = 5000  # inhabitants of a place that is recognised without anything that marks it
_TOWN = 100_000
_LARGE = 300_000
_SHOUTED = 3  # letters that an acronym has; longer words in capitals are shouted


@frozen()
class Toponym:
    """A place name found in the text and all it may mean, the most prominent first. ``demonym``: "Chinese"."""

    span: Span
    candidates: tuple[PlaceCandidate, ...]
    demonym: bool = False
    abbreviation: bool = False


@frozen()
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
    for sentence in annotations.of(Sentence):
        if sentence.segment is not SegmentKind.METADATA:
            finder.read(sentence)
    return finder.found


class _Finder:
    """The longest sequences that the gazetteer knows and no filter refuses; holds what the filters need to know of a document."""

    def __init__(self, text: str, annotations: Annotations, gazetteer: Gazetteer) -> None:
        self.text, self.gazetteer = text, gazetteer
        self.found: list[Toponym] = []
        self._runs, self._bearers = _memory(gazetteer)
        persons = annotations.of(Person)
        self._persons = [(p.start, p.end) for p in persons]
        self._surnames = {text[p.start : p.end].rsplit(maxsplit=1)[-1] for p in persons if p.end > p.start}
        self._borne = {word for p in persons for word in p.name.split()}
        self._organisations = [(n.start, n.end) for n in annotations.of(Name) if n.category == "organisation"]

    def read(self, sentence: Sentence) -> None:
        """Add the toponyms of one sentence, left to right."""
        for run, proposals in self._runs.of(self.text, sentence):
            done = -1  # the last word of the run that is in a toponym
            for start, first, longest_first in proposals:
                if first <= done:
                    continue
                for last, named in longest_first:
                    found = self._toponym(sentence, run + start, named)
                    if found is not None:
                        self.found.append(found)
                        done = last
                        break

    def _toponym(self, sentence: Sentence, start: int, named: Named) -> Toponym | None:
        text, bare, single = self.text, named.bare, named.single
        end = start + len(bare)
        if named.dotted and text.startswith(".", end):  # the full stop of the sentence is that of the state, too
            return self._abbreviation(Span(start, end + 1), f"{bare}.")
        if named.abbreviation:
            return self._abbreviation(Span(start, end), bare)
        span = Span(start, end)
        if self._in_person(span, bare):
            return None
        if named.demonym:
            return self._demonym(span, bare)
        if bare in wide_areas():
            context = self._context(sentence, span)
            taken = context.following in organisation_words() or self._inside_organisation(span, context)
            return None if taken else Toponym(span, (wide_areas()[bare],))
        if named.odd and self._is_odd(span, bare):
            return None
        candidates, population = self._bearers[bare]
        if not candidates:
            adjective = adjectival(bare, text[end : end + 40], self.gazetteer) if single else ()
            return Toponym(span, adjective) if adjective else None
        context = self._context(sentence, span)  # costly, and most sequences are in no gazetteer
        refused = self._refused(span, bare, candidates[0], population, context, single=single)
        return None if refused else Toponym(span, candidates)

    def _is_odd(self, span: Span, bare: str) -> bool:
        """Tell a direction, a saint's own ("St. Ann's") and an acronym from a name of a place."""
        after = self.text[span.end : span.end + 40]
        if bare in directions() or (bare.startswith(("St. ", "St ")) and _POSSESSIVE_AFTER.match(after)):
            return True
        return bare.isupper() and len(bare) < 5 and bare not in aliases() and not DATELINE.match(after)

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
        start, end = _around(self._organisations, span.start) or (span.start, span.end)
        part = (start, end) != (span.start, span.end) and not any(
            w in local_bodies() for w in self.text[span.end : end].split()[:1]
        )
        return None if part or not wanted else Toponym(span, wanted, demonym=True)

    def _in_person(self, span: Span, bare: str) -> bool:
        person = _around(self._persons, span.start)
        if person is None or (span.end > person[1] and bare.rsplit(maxsplit=1)[-1] in geographic_words()):
            return False
        if bare not in nations():
            return True
        before = self.text[max(0, span.start - 16) : span.start]
        return _FOLLOWING.match(self.text, span.end) is not None or bool(_capital_before(before))

    def _context(self, sentence: Sentence, span: Span) -> _Context:
        start, end = span.start, span.end
        before, after = self.text[max(sentence.start, start - 40) : start], self.text[end : end + 40]
        following, sign = "", after[:1]
        if sign == " " and (match := _FOLLOWING.match(after)) and match[1].rstrip(".") not in calendar():
            following = match[1].removesuffix("'s").removesuffix("’s")  # but not in "in Elmswick Sunday"
        opens = not any(map(str.isalnum, self.text[sentence.start : start]))
        qualified = sign == "," and self._qualified(after)
        dateline = opens and self.text[start:end].isupper() and DATELINE.match(after) is not None
        marked = qualified or dateline or _is_marked(before)
        return _Context(before, after, following, _capital_before(before), opens, marked, qualified)

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
        self, span: Span, bare: str, best: PlaceCandidate, population: int, context: _Context, *, single: bool
    ) -> bool:
        """``best``: the most prominent place of the name; ``population``: that of the largest."""
        strong = best.feature in ("C", "L") or (best.feature == "A" and best.population > _LARGE)
        if self._is_other_name(span, bare, context, strong=strong):
            return True
        if bare in not_places() and not strong:
            return not (
                context.qualified or ((context.marked or context.has_body) and population > self._enough(bare, context))
            )
        if context.qualified:
            return self._is_tail(population, context)
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

    def _enough(self, bare: str, context: _Context) -> int:
        """How large a town must be for a preposition to set it apart from a word: less where the text has nobody of that name."""
        plain = not context.following and not context.previous and bare not in self._borne and bare not in starters()
        return _TOWN if plain and not self._is_written_small(bare) else _LARGE

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
        return _INSIDE.search(context.before) is not None and not known and not self._is_written_small(bare)

    def _is_other_name(self, span: Span, bare: str, context: _Context, *, strong: bool) -> bool:
        """Part of the name of something else: an organisation, a street, an address in the net."""
        if (
            (context.before.endswith(_OF) and _NOT_BEFORE.search(context.before))
            or context.following in street_words()
            or (len(bare) < 3 and not strong)
        ):
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
        organisation = _around(self._organisations, span.start)
        if organisation is None or organisation == (span.start, span.end):
            return False
        start, end = organisation
        at_head = start == span.start or not self.text[start : span.start].strip()
        return (end > span.end and not (at_head and context.has_body)) or (
            start < span.start and end == span.end and not context.marked
        )

    def _is_word_or_person(self, bare: str, population: int, context: _Context) -> bool:
        if not context.marked and self._is_written_small(bare):
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

    def _is_written_small(self, name: str) -> bool:
        """Tell whether the document has the name as a small word, too."""
        word = name.casefold()
        return _SMALL_WORD.fullmatch(word) is not None and any(
            not (_is_letter(self.text[at - 1 : at]) or _is_letter(self.text[at + len(word) : at + len(word) + 1]))
            for at in _occurrences(self.text, word)
        )

    def _is_tail(self, population: int, context: _Context) -> bool:
        """Tell whether a place with its state is cut out of the name of a small town: "Corvo Falls, Ohio"."""
        word = context.previous
        if not word or population >= _LARGE:
            return False
        return word.title() not in directions() and word not in starters() and word not in nations()

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


class _Bearers(dict[str, tuple[tuple[PlaceCandidate, ...], int]]):
    """Names to their places, the most prominent first, and the inhabitants of the largest."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._lookup = gazetteer.lookup

    def __missing__(self, name: str) -> tuple[tuple[PlaceCandidate, ...], int]:
        """Look a name up: an alias, small letters for a shout."""
        if len(self) >= _REMEMBERED:
            self.clear()
        small = name.title() if name.isupper() and len(name) > _SHOUTED else name
        candidates = self._lookup(aliases().get(name, small))
        if name.startswith("The "):
            candidates = tuple(c for c in candidates if c.name.startswith("The "))
        self[name] = bearers = candidates, max((c.population for c in candidates), default=0)
        return bearers


@cache
def _memory(gazetteer: Gazetteer) -> tuple[Runs, _Bearers]:
    """What was read from texts and looked up so far."""
    return Runs(gazetteer), _Bearers(gazetteer)


def _around(spans: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    """The span, of some that are sorted, that an offset lies in."""
    n = bisect_left(spans, (at + 1,)) - 1
    return spans[n] if n >= 0 and spans[n][1] > at else None


def _capital_before(before: str) -> str:
    """The capitalised word that ends a stretch of text with a space behind it, or nothing."""
    if before[-1:] != " ":
        return ""
    match = _PREVIOUS.search(before, before.rfind(" ", 0, -1) + 1)
    return match.group(1) if match else ""


def _is_marked(before: str) -> bool:
    """Tell whether a locative preposition ends a stretch of text."""
    *earlier, last = before.rsplit(maxsplit=2) or ("",)
    if last in _PREPOSITIONS:
        return before[-1:].isspace()
    told = last.endswith(_PREPOSITIONS) or (bool(earlier) and earlier[-1].endswith(_PREPOSITIONS))
    return told and _MARKED.search(before) is not None


def _occurrences(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"
