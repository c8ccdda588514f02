"""Claims about given names: who bears a surname at an age, or in a calling: the one Zaremba of 16 of an article, its pilot Zaremba.

Or whom an article speaks of again and again under a surname that nobody else in it bears: two such names with one initial are a slip of
the keys more often than two people.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.model import Annotations, Claim, Document, Extractor, Mention, Passage, Person, SegmentKind
from checker.text.spelling import fold
from checker_people.ages import Age
from checker_people.callings import callings
from checker_people.posts import posts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_SHORTEST = 3  # letters of a given name
_TWO = 2
_RARE = 6  # letters of a surname that tells a person
_AGAIN = 0


@dataclass(frozen=True, slots=True)
class Bearer(Mention):
    """The one person of a surname and an age, or a calling, whom an article names.

    ``others``: all given names the article has with that surname, folded; ``calling``: the noun, or "" where the age tells the person.
    ``again``: nothing but the surname tells the person, of whom the article speaks again.
    """

    kind: ClassVar[str] = "bearer"
    name: str
    given: str
    gender: str | None
    others: frozenset[str]
    key: str
    calling: str = ""
    again: bool = False


def bearer_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the given name of everybody of stated age or calling, where the article has one such person of the surname.

    Of a post that one person holds ("the coach") it is claimed of two as well: the article contradicts itself.
    """
    persons = {p.start: p for p in annotations.of(Person) if p.given and p.family}
    givens: dict[str, set[str]] = defaultdict(set)
    for person in persons.values():
        givens[fold(person.family or "")].add(fold(person.given or ""))
    aged: dict[tuple[str, int], dict[str, Person]] = defaultdict(dict)
    for age in annotations.of(Age):
        person_of = persons.get(age.person)
        if person_of is None or age.most is not None or document.segment_at(age.start) in _SKIPPED:
            continue
        aged[fold(person_of.family or ""), age.years].setdefault(fold(person_of.given or ""), person_of)
    for (family, years), found in aged.items():
        if len(found) != 1:
            continue
        ((given, person),) = found.items()
        if len(given) < _SHORTEST:
            continue
        span = (person.start, person.end)
        key = f"the given name of {(person.family or '')}, {years}"
        bearer = Bearer(*span, person.name, given, person.gender, frozenset(givens[family]), key)
        yield Claim(document, bearer, "given-name", bearer, (Passage(*span, "name"),))
    yield from _by_calling(document, persons.values(), givens)
    yield from _by_prominence(document, persons.values(), givens)


def _by_prominence(document: Document, persons: Iterable[Person], givens: Mapping[str, set[str]]) -> Iterator[Claim]:
    """Claim the given name of whom an article names in full once at least, and by surname again, if nobody else bears it there."""
    seen: set[str] = set()
    for person in persons:
        family, given = fold(person.family or ""), fold(person.given or "")
        if family in seen or len(givens[family]) != 1 or len(family) < _RARE or len(given) <= _SHORTEST:
            continue
        if " " not in document.text[person.start : person.end] or document.segment_at(person.start) in _SKIPPED:
            continue
        seen.add(family)
        again = re.findall(rf"(?<!\w){re.escape(person.family or '')}(?![\w-])", document.text[person.end :])
        if given.isalpha() and len(again) >= _AGAIN:
            key = f"the given name of {person.family}"
            bearer = Bearer(
                person.start, person.end, person.name, given, person.gender, frozenset(givens[family]), key, again=True
            )
            yield Claim(document, bearer, "given-name", bearer, (Passage(person.start, person.end, "name"),))


def _by_calling(document: Document, persons: Iterable[Person], givens: Mapping[str, set[str]]) -> Iterator[Claim]:
    called: dict[tuple[str, str], dict[str, Person]] = defaultdict(dict)
    for person in persons:
        if " " not in document.text[person.start : person.end] or document.segment_at(person.start) in _SKIPPED:
            continue
        for calling in callings(document, person):
            called[fold(person.family or ""), calling].setdefault(fold(person.given or ""), person)
    for (family, calling), found in sorted(called.items()):
        if len(found) > (_TWO if calling in posts() else 1):
            continue
        for given, person in found.items():
            if len(given) < _SHORTEST or not given.isalpha():
                continue
            key = f"the given name of {person.family}, the {calling}"
            bearer = Bearer(
                person.start, person.end, person.name, given, person.gender, frozenset(givens[family]), key, calling
            )
            yield Claim(document, bearer, "given-name", bearer, (Passage(person.start, person.end, "name"),))


BEARER_CLAIMS = Extractor("bearer-claims", "2", (Age, Person), Claim, bearer_claims)
