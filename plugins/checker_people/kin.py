"""Claims about kinship: "his sister Bridie" makes a Bridie the sister of who "he" is."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Annotations, Claim, Document, Extractor, Mention, Passage, Person, SegmentKind, Sentence
from checker.text.spelling import fold
from checker.text.standing import degrees_of_kin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_SHORTEST = 3  # letters of a given name
_GENDERS = {"his": "male", "her": "female"}


@frozen()
class Kin(Mention):
    """Somebody of given name ``given`` and of a degree of kinship to ``of``, a name in lower case."""

    kind: ClassVar[str] = "kin"
    degree: str
    word: str
    given: str
    of: str
    family: str = ""  # of the kin, where the full name is told
    label: str = ""  # the same of ``key`` as the article writes it

    @property
    def key(self) -> str:
        """By what kin meet: who is whose."""
        return f"how {self.given.title()} is related to {self.of.title()}"


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(degrees_of_kin(), key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?P<who>[Hh]is|[Hh]er)|(?P<named>\b[A-Z][\w-]+)['’]s)\s(?:(?:older|younger|elder|eldest|youngest|late|twin|big|little|\d+-year-old)\s)?"
        rf"(?P<kin>{words})(?:,\s(?:the|an?)(?:\s[a-z-]+){{1,3}}|,)?\s(?P<given>[A-Z][a-zà-ÿ]+(?:-[A-Z][a-z]+)?)(?=[\s,.;)’'])(?:\s(?P<family>[A-Z][\w’-]+))?"
    )


def kin_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the kinship of everybody who is named as kin, where the article gives the name one degree only."""
    text = document.text
    persons = [p for p in annotations.of(Person) if document.segment_at(p.start) not in _SKIPPED]
    found: dict[str, list[Kin]] = defaultdict(list)
    for sentence in annotations.of(Sentence):
        if sentence.segment in _SKIPPED:
            continue
        for match in _pattern().finditer(text, sentence.start, sentence.end):
            given = fold(match["given"])
            of = _whose(match, persons)
            if (
                of is not None
                and len(given) >= _SHORTEST
                and not _of_a_family(fold(of), [p for p in persons if fold(p.given or "") != given])
            ):
                span = (match.start("kin"), match.end("given"))
                label = f"how {match['given']} is related to {of}"
                told = degrees_of_kin()[match["kin"]], match["kin"], given, fold(of), fold(match["family"] or "")
                found[given].append(Kin(*span, *told, label))
    for members in found.values():
        if len({k.degree for k in members}) == 1:
            for kin in members:
                yield Claim(document, kin, "kin", kin, (Passage(kin.start, kin.end, "kin"),))


def _of_a_family(surname: str, persons: Sequence[Person]) -> bool:
    """Tell whether an article names two men, or women, of a surname: the sister of the one may be the daughter of the other.

    By initials: "P. J." is "Patrick".
    """
    named = {(p.gender, fold(p.given)[:1]) for p in persons if p.given and fold(p.family or "") == surname}
    return any(a != b and (a[0] == b[0] or None in (a[0], b[0])) for a, b in combinations(named, 2))


def _whose(match: re.Match[str], persons: Sequence[Person]) -> str | None:
    """The surname, or else the name, of the person whose kin is named: of that name, or the last of that sex named before."""
    if match["named"]:
        bearers = {p.name: p for p in persons if match["named"] in (p.family, p.given)}
        return _called(next(iter(bearers.values()))) if len(bearers) == 1 else None
    gender = _GENDERS[match["who"].casefold()]
    before = [p for p in persons if p.end <= match.start() and p.gender in (None, gender)]
    return _called(before[-1]) if before else None


def _called(person: Person) -> str:
    return person.family or person.name


KIN_CLAIMS = Extractor("kin-claims", "1", (Person, Sentence), Claim, kin_claims)
