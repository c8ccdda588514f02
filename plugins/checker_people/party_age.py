"""Rule kind ``party-age``: the victim of an incident has one age, and so has the suspect, named or not."""

from __future__ import annotations

import re

from checker.frozen import frozen
from checker.model import (
    AGREE,
    UNKNOWN,
    Claim,
    Confidence,
    Outcome,
    Reading,
    Referent,
    RuleKind,
    SegmentKind,
    Severity,
    Verdict,
)
from checker.text.numerals import number
from checker_people.parties import Party

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_YEAR = 12  # months
_SLIP = 6  # years
_DECADE = 10 * _YEAR  # the widest slip: one figure of two
_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NUMBER = re.compile(rf"(?i)\b{_COUNT}(?=[\s-]{{1,2}}(?:or|to|years?|months?)\b|[,.;)])")


@frozen()
class PartyAge:
    """``days``: how far apart two articles may be put out and still speak of one age."""

    days: int = 60


def compare(options: PartyAge, a: Claim, b: Claim) -> Verdict:
    """Judge the ages of two people that are one by role, sex and stage of life: a warning from one year on.

    Within one article only the headline is set against the body: elsewhere two ages are two people.
    """
    first, second = a.reading, b.reading
    if not isinstance(first, Party) or not isinstance(second, Party) or not _one(first, second):
        return UNKNOWN
    if a.document is not b.document:
        apart = a.document.days_from(b.document)
        if apart is None or apart > options.days:
            return UNKNOWN
    gap = max(first.least - second.most, second.least - first.most, 0)
    if gap == 0:
        return AGREE
    if gap > _SLIP * _YEAR and first.minor:
        return UNKNOWN  # a baby and a teenager are two children
    if first.role == "dead" and (gap > _DECADE or a.document is b.document):
        return UNKNOWN
    if _tells(b, first) or _tells(a, second):
        return UNKNOWN  # each may speak of somebody whom the other knows as well
    if min(first.most, second.most) >= _YEAR * 2 and gap < _YEAR:
        return UNKNOWN
    return Verdict(
        Outcome.CONTRADICT, f"the one {_called(first)} of both articles", Severity.WARNING, Confidence.MEDIUM
    )


def _one(a: Party, b: Party) -> bool:
    """Tell whether two parties can be only one person: role, sex and stage of life, and not both by name."""
    if (a.named and b.named) or a.key != b.key:
        return False
    if a.is_holder:
        return True
    known = a.sex == b.sex or "?" in (a.sex, b.sex)
    if a.role == "dead":
        return known and not (a.twice and b.twice)
    return known and a.minor == b.minor and (a.minor or "?" not in (a.sex, b.sex))


def _tells(claim: Claim, of: Party) -> bool:
    """Tell whether the part of an article that holds a claim has a number like the age of the other party."""
    document = claim.document
    headline = document.segment_at(claim.reading.start) is SegmentKind.HEADLINE
    numbers = (
        m
        for m in _NUMBER.finditer(document.text)
        if (segment := document.segment_at(m.start())) not in _SKIPPED and (segment is SegmentKind.HEADLINE) is headline
    )
    found = {n for m in numbers if (n := number(m[0])) is not None}
    return not found.isdisjoint({of.least, of.most, of.least / _YEAR, of.most / _YEAR})


def describe(options: PartyAge, claim: Claim) -> Reading:
    """Read a claim as an age in years, or in months below two years."""
    del options
    party = claim.reading
    if not isinstance(party, Party):
        return Reading("", "")
    low, high = (_said(months) for months in (party.least, party.most))
    label = high if low == high else f"{low.split()[0]} or {high}"
    return Reading(f"{party.least}-{party.most}", label, (f"the {_called(party)}",))


def _said(months: int) -> str:
    count, unit = (months, "month") if months % _YEAR else (months // _YEAR, "year")
    return f"{count} {unit}{'s' if count != 1 else ''} old"


def _called(party: Party) -> str:
    if party.is_holder:
        return party.role
    stage = {("m", True): "boy", ("f", True): "girl", ("m", False): "man", ("f", False): "woman"}.get(
        (party.sex, party.minor), "child"
    )
    return f"{stage} who died" if party.role == "dead" else f"{stage} who is the {party.role}"


PARTY_AGE = RuleKind(
    name="party-age",
    referent=Referent.THING,
    slot="party-age",
    options=PartyAge,
    compare=compare,
    describe=describe,
    message="the age of the {title}",
    by_source=True,
)
