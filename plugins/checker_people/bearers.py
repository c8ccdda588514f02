"""Claims about given names: who bears a surname at an age, such as the one Zaremba of 16 of an article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.model import Annotations, Claim, Document, Extractor, Mention, Passage, Person, SegmentKind
from checker.text.spelling import fold
from checker_people.ages import Age

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_SHORTEST = 3  # letters of a given name


@dataclass(frozen=True, slots=True)
class Bearer(Mention):
    """The one person of a surname and an age whom an article names. ``others``: all given names it has with that surname, folded."""

    kind: ClassVar[str] = "bearer"
    name: str
    given: str
    gender: str | None
    others: frozenset[str]
    key: str


def bearer_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the given name of everybody of stated age, where the article has one such person of the surname."""
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


BEARER_CLAIMS = Extractor("bearer-claims", "1", (Age, Person), Claim, bearer_claims)
