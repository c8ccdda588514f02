"""Claims about given names: who bears a surname at an age, or in a calling: the one Zaremba of 16 of an article, its pilot Zaremba.

Or whose surname is long, and nobody else's in the article: two given names with one initial are then a slip more often than two people.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Annotations, Claim, Document, Extractor, Mention, Passage, Person, SegmentKind
from checker.text.spelling import fold
from checker.text.standing import degrees_of_kin
from checker_people.ages import Age
from checker_people.callings import callings
from checker_people.posts import posts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_SHORTEST = 3  # letters of a given name
_TWO = 2
_NEAR = 60  # code points before a name in which a word for kin says that there are others of the name
_RARE = 6  # letters of a surname that tells a person


@frozen()
class Bearer(Mention):
    """The one person of a surname and an age, or a calling, whom an article names.

    ``others``: all given names the article has with that surname, folded; ``calling``: the noun, or "" where the age tells the person.
    ``alone``: nothing but the surname tells the person; ``told``: what else would, and is a claim of its own.
    """

    kind: ClassVar[str] = "bearer"
    name: str
    given: str
    gender: str | None
    others: frozenset[str]
    key: str
    calling: str = ""
    alone: bool = False
    told: frozenset[str] = frozenset()


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
    full = [
        p
        for p in persons.values()
        if " " in document.text[p.start : p.end] and document.segment_at(p.start) not in _SKIPPED
    ]
    yield from _by_calling(document, full, givens)
    ages = {age.person: str(age.years) for age in annotations.of(Age)}
    yield from _by_surname(document, full, givens, ages)


def _by_surname(
    document: Document, persons: Iterable[Person], givens: Mapping[str, set[str]], ages: Mapping[int, str]
) -> Iterator[Claim]:
    """Claim the given name of the one person of a long surname; ``persons``: those named in full."""
    named: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        named[fold(person.family or "")].append(person)
    for family, found in sorted(named.items()):
        first, given = found[0], fold(found[0].given or "")
        if any(_kin_near().search(document.text, max(0, p.start - _NEAR), p.end + _NEAR // 2) for p in found):
            continue  # of a family the article may name any
        if len(givens[family]) != 1 or len(family) < _RARE or len(given) <= _SHORTEST or not given.isalpha():
            continue
        told = {c for p in found for c in callings(document, p)} | {ages[p.start] for p in found if p.start in ages}
        key, others = f"the given name of {first.family}", frozenset(givens[family])
        bearer = Bearer(
            first.start, first.end, first.name, given, first.gender, others, key, alone=True, told=frozenset(told)
        )
        yield Claim(document, bearer, "given-name", bearer, (Passage(first.start, first.end, "name"),))


@cache
def _kin_near() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(sorted(degrees_of_kin(), key=len, reverse=True))}|husband|wife|parents|family)\b",
        re.IGNORECASE,
    )


def _by_calling(document: Document, persons: Iterable[Person], givens: Mapping[str, set[str]]) -> Iterator[Claim]:
    called: dict[tuple[str, str], dict[str, Person]] = defaultdict(dict)
    for person in persons:
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
