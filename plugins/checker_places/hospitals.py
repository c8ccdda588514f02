"""Hospitals: to which of them an article says that the victims of what it tells were taken, compared as text.

Where an article tells of a transfer from one to another, how somebody came to either is left open.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import (
    Annotations,
    Claim,
    Document,
    EventMention,
    Extractor,
    Mention,
    Name,
    Passage,
    Person,
    SegmentKind,
    Sentence,
)
from checker.text.persons import office_of
from checker.text.vocabulary import words
from checker_places.addresses import Address
from checker_places.gazetteer import open_gazetteer
from checker_places.scenes import particulars_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PART = r"(?:(?:St|Ste|Mt|Dr)\.|(?:[A-Z]\.){1,2}|[A-Z][\w’'&-]*)"
_TAIL = rf"(?:\s(?:of|for|at)\s(?:the\s)?{_PART}(?:\s{_PART}){{0,3}})?"
_HOSPITAL = re.compile(
    rf"\b{_PART}(?:,?\s(?:(?:of|at|for|and|the|&)\s){{0,2}}{_PART}){{0,6}}?"
    rf"\s(?:[Hh]ospitals?|(?:Medical|Trauma|Health|Burn)\sCent(?:er|re)|Infirmary)\b{_TAIL}"
)
_HEADS = ("ospital", " Cent", "Infirmary")  # of which the pattern finds one
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# Who was taken elsewhere, or again.
_TRANSFER = re.compile(
    r"(?i)\b(?:transferr?(?:ed|ing)?|(?:later|then|since|been|being|was|were)\s(?:\w+\s)?moved\sto|"
    r"(?:airlifted|flown|transported|taken|rushed|moved)\sfrom|diverted|"
    r"(?:initially|first)\s(?:taken|transported|rushed|flown|brought)|"
    r"(?:later|then|subsequently|eventually)\s(?:\w+\s)?(?:taken|transported|rushed|flown|airlifted|brought|driven|sent|admitted))\b"
)
# Hospitals that have no name.
_OTHERS = re.compile(
    r"\bhospitals\b|(?i:\b(?:another|other|different|second|separate|nearby|unnamed)\s(?:\w+\s)?"
    r"(?:hospital|medical\scenter|trauma\scenter)\b)"
)
_SUBJECT_REACH = 160  # code points before the hospital in which it is said who was taken
_MANNERS = re.compile(
    r"\b(?:(?P<taken>(?:taken|transported|rushed|brought|driven|sent|hurried|took|transporting|rushing)\b(?!\sfrom))|"
    r"(?P<flown>(?:airlifted|flown|life-flighted)\b)|(?P<died>(?:pronounced\sdead|died|declared\sdead)\b)|"
    r"(?P<treated>(?:condition|recovering|treated|hospitalized|surgery)\s(?:\w+\s){0,4}(?:at|in)\s(?:the\s)?\Z))"
)
_BETWEEN = 90  # code points from the verb to the hospital
_LONGEST_TOWN = 3  # words
_INHABITANTS = 50_000  # of a town whose name is not taken for that of somebody
_AGE = re.compile(r"\b(\d{1,3})-(?:year|month)-old\b|(?<=,\s)(\d{1,2})(?=,)")
_SEVERAL = re.compile(
    r"(?i)\b(?:victims|both|(?:two|three|four|five|six|seven|eight|nine|ten|several|multiple|other|others|\d+)\s(?:\w+\s){0,2}"
    r"(?:people|persons|men|women|boys|girls|children|teens|teenagers|others|students|officers|deputies|brothers|sisters)|"
    r"(?:another|second|third)\s(?:\w+\s){0,2}(?:man|woman|boy|girl|person|victim|teen|teenager|officer|child)|"
    r"(?:were|them|all)\s(?:\w+\s)?(?:taken|transported|rushed|airlifted|flown|brought|hospitalized|wounded|injured|shot))\b"
)
_TRAITS = {
    "suspect": re.compile(r"(?i)\b(?:suspects?|gunm[ae]n|shooters?|attackers?|robbers?|burglars?|intruders?)\b"),
    "officer": re.compile(r"(?i)\b(?:officers?|deput(?:y|ies)|troopers?|firefighters?|guards?)\b(?!\s(?:say|said))"),
    "all": re.compile(r"(?i)\b(?:all|both|they|them|the\s(?:\w+\s){0,2}victims)\b(?!\sof\b)"),
}
_MALE = re.compile(r"(?i)\b(?:he|him|his|man|boy|father|son|husband|brother)\b")
_FEMALE = re.compile(r"(?i)\b(?:she|her|woman|girl|mother|daughter|wife|sister)\b")


class Manner(Enum):
    """How somebody came to be at a hospital; first and last stations are not told apart, but a flight is seldom the first."""

    TAKEN = "taken"
    FLOWN = "flown"
    DIED = "died"
    TREATED = "treated"  # "in stable condition at"


@frozen()
class Patient:
    """Who is said to have been taken: family names and ages before the hospital, and what else sets people apart."""

    names: frozenset[str]
    ages: frozenset[str]
    traits: frozenset[str]  # "suspect", "officer", "all"
    sex: str | None  # "m", "f"; None where not said, or both


@frozen()
class Hospital(Mention):
    """A hospital that an article names, and who is said to have been taken there."""

    kind: ClassVar[str] = "hospital"
    words: tuple[str, ...]  # of its name, in lower case, but for those that many hospitals bear
    towns: frozenset[str]  # which of them are the names of places
    form: frozenset[str]  # the rest of its name
    manner: Manner | None  # None where not said, and where the article tells of a transfer
    patient: Patient
    several: bool  # whether the article tells of several victims
    only: bool  # whether it is the only one of the article
    named: str  # the article in lower case
    particulars: frozenset[str]  # what tells its happening from any other

    @property
    def key(self) -> str:
        """All hospitals of related articles may be of one patient."""
        return "hospital"

    @property
    def label(self) -> str:
        """What reports call it."""
        return "hospital"


def _claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    if not any(word in document.text for word in _HEADS):
        return  # most articles, at once
    told = [s for s in annotations.of(Sentence) if s.segment in (SegmentKind.BODY, SegmentKind.HEADLINE)]
    found = [(s, m) for s in told for m in _HOSPITAL.finditer(document.text, s.start, s.end)]
    text = "\n".join(document.text[s.start : s.end] for s in told)
    if not found:
        return
    transfer = _TRANSFER.search(text) is not None
    names = [_distinctive(m.group()) for _, m in found]
    only = all(_is_part(x, y) or _is_part(y, x) for x, y in combinations(names, 2)) and not _OTHERS.search(text)
    towns = frozenset(w for _, m in found for w in _towns(m.group()))
    particulars: frozenset[str] | None = None
    several = _SEVERAL.search(text) is not None
    said_to = 0  # where the hospital before ends: what stands before it is of that
    for sentence, match in found:
        name = _distinctive(match.group())
        start = max(sentence.start, said_to)
        said_to = match.end()
        verb = _last(_MANNERS.finditer(document.text, max(start, match.start() - _BETWEEN), match.start()))
        if sentence.segment is not SegmentKind.BODY or not name:
            continue
        by = document.text.find(" by ", verb.end(), match.start()) if verb is not None else -1
        end = match.start() if by < 0 else by  # "medics took them to", "was taken by relatives to"
        particulars = particulars or particulars_of(document, annotations)
        fullest = max((n for n in names if _is_part(name, n)), key=len)
        hospital = Hospital(
            match.start(),
            match.end(),
            fullest,
            towns,
            frozenset(_words(match.group())) - frozenset(fullest),
            Manner(verb.lastgroup) if verb is not None and not transfer else None,
            _patient(document, annotations, max(start, end - _SUBJECT_REACH), end),
            several,
            only,
            text.casefold(),
            particulars,
        )
        yield Claim(document, hospital, "hospital", hospital, (Passage(match.start(), match.end(), "place"),))


def _last(found: Iterator[re.Match[str]]) -> re.Match[str] | None:
    return max(found, key=re.Match.start, default=None)


def _patient(document: Document, annotations: Annotations, start: int, end: int) -> Patient:
    """Who was taken, by what stands before the hospital in its sentence."""
    said = document.text[start:end]
    persons = [p for p in annotations.of(Person) if start <= p.start < end and not office_of(p)]
    ages = frozenset(m[1] or m[2] for m in _AGE.finditer(said))
    traits = frozenset(t for t, pattern in _TRAITS.items() if pattern.search(said))
    male, female = _MALE.search(said), _FEMALE.search(said)
    sex = None if bool(male) == bool(female) else "m" if male else "f"
    return Patient(frozenset((p.family or p.name).casefold() for p in persons), ages, traits, sex)


def _words(name: str) -> Sequence[str]:
    return [w.casefold().replace("’", "'").removesuffix("'s").replace("'", "") for w in _WORD.findall(name)]


def _distinctive(name: str) -> tuple[str, ...]:
    return tuple(w for w in _words(name) if w not in _common())


def _is_part(part: Sequence[str], name: Sequence[str]) -> bool:
    return frozenset(part) <= frozenset(name)


def _towns(name: str) -> Iterator[str]:
    """The words of a name that name a large town or a region."""
    tokens = _WORD.findall(name)
    for n in range(len(tokens)):
        for end in range(n + 1, min(n + _LONGEST_TOWN, len(tokens)) + 1):
            known = open_gazetteer().lookup(" ".join(tokens[n:end]))
            if known and known[0].feature in ("P", "A") and known[0].population >= _INHABITANTS:
                yield from _words(" ".join(tokens[n:end]))


@cache
def _common() -> frozenset[str]:
    return frozenset(words("checker_places", "hospital-words.txt"))


HOSPITALS = Extractor("hospital-claims", "1", (Sentence, EventMention, Name, Person, Address), Claim, _claims)
