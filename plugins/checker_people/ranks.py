"""Claims about ranks: the title right before a person's name, where it is one of a ladder."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Passage, Person, SegmentKind
from checker.text.vocabulary import forms_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})


@cache
def ranks() -> dict[str, str]:
    """Forms, in lower case, to the rank they stand for."""
    return {form.casefold(): rank for form, rank in forms_of("checker_people", "ranks.txt").items()}


@cache
def ladders() -> list[list[str]]:
    """The ranks of each service, the lowest first."""
    return [[rank.strip() for rank in line.split("<")] for line in words("checker_people", "ladders.txt")]


def rank_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the rank of every person whose name a rank stands before."""
    for person in annotations.of(Person):
        if person.title is None or document.segment_at(person.start) in _SKIPPED:
            continue
        rank = ranks().get(person.title.casefold())
        start = document.text.rfind(person.title, max(0, person.start - len(person.title) - 4), person.start)
        if rank is not None and start >= 0:
            yield Claim(document, person, "rank", person, (Passage(start, person.end, "rank"),))


RANK_CLAIMS = Extractor("rank-claims", "1", (Person,), Claim, rank_claims)
