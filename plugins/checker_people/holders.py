"""The ages of who is known by a role that a happening has one of: "its master, aged 57", "the captain, a 51-year-old".

Claimed only where the article speaks of one of the role, and gives it one age.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Passage, Person, SegmentKind, Sentence
from checker.text.vocabulary import forms_of
from checker_people.parties import MONTHS, Party

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_GROWN = 16  # years


@cache
def _roles() -> dict[str, str]:
    return forms_of("checker_people", "sole-roles.txt")


@cache
def _either() -> str:
    """The roles as alternatives of a pattern, the longest first."""
    return "|".join(re.escape(r) for r in sorted(_roles(), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    """A role with its age behind it, in front of it, or told of it: "the 57-year-old captain", "the captain, Ilo Vern, is 57"."""
    roles = _either()
    name = r"(?:,?\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})?"
    told = r"(?:who\s)?(?:is|was)\s(?P<told>\d\d)(?=[,.;]|\s(?:and|years\sold)\b)"
    age = rf"(?:aged\s)?(?P<years>\d\d)(?=[,.;])|an?\s(?P<old>\d\d)-year-old\b|{told}"
    alone = r"\b(?!\s(?:of|in|behind)\b)"  # "the 57-year-old driver of the other car"
    before = (
        rf"(?P<before>\d\d)-year-old\s(?:(?P<whom>{roles}){alone}|(?:man|woman)\s(?P<at>at\sthe\s(?:wheel|controls)))"
    )
    return re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?:{before}|(?P<role>{roles}){name},?\s(?:{age}))")


@cache
def _several() -> re.Pattern[str]:
    """A second one of a role: "drivers", "another driver", "the other driver"."""
    roles = _either()
    return re.compile(
        rf"(?i)\b(?:(?P<many>{roles})e?s\b|(?:another|other|second|first|former|previous|fellow)\s(?P<other>{roles})\b)"
    )


def holder_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the age of the one captain, driver or gunman of an article."""
    text = document.text
    told = [s for s in annotations.of(Sentence) if s.segment not in _SKIPPED]
    many = {_roles()[(m["many"] or m["other"]).lower()] for m in _several().finditer(text)}
    persons = annotations.of(Person)
    found: dict[str, list[Party]] = {}
    for sentence in told:
        for match in _pattern().finditer(text, sentence.start, sentence.end):
            role = _roles()[match["role"] or match["whom"] or match["at"]]
            group = next(g for g in ("before", "years", "old", "told") if match[g])
            span = match.span(group)
            named = any(
                match.start() <= p.start < match.end() + 30 and "\n" not in text[p.start : p.end] for p in persons
            )
            if role not in many and int(match[group]) >= _GROWN:
                months = int(match[group]) * MONTHS
                found.setdefault(role, []).append(
                    Party(*span, role, "?", minor=False, least=months, most=months, named=named)
                )
    for members in found.values():
        if len({p.least for p in members}) == 1:
            for party in members:
                yield Claim(document, party, "party-age", party, (Passage(party.start, party.end, "age"),))


HOLDER_CLAIMS = Extractor("holder-claims", "1", (Person, Sentence), Claim, holder_claims)
