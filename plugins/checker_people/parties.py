"""The ages of people nobody names: "a 24-year-old man was shot".

They are told apart by what befell them, their sex and whether they are minors. An age is claimed only where the article has one child,
or one grown person, who was hurt, or who did it, with an age: two could be taken for each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import (
    Annotations,
    Claim,
    Document,
    EventMention,
    Extractor,
    Mention,
    Passage,
    Person,
    SegmentKind,
    Sentence,
)
from checker.text.numerals import number
from checker.text.patterns import pattern
from checker.text.vocabulary import table
from checker_people.ages import Age
from checker_people.killed import killed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Span

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_OF_AGE = 18  # years
_REACH = 60  # code points beside a person in which the words for a role count
MONTHS = 12  # of a year
_LEAD = 2  # paragraphs behind the first
_KILLED = "person killed"
_BEFALLEN = frozenset({"victim", "suspect", "dead"})


@frozen()
class Party(Mention):
    """A person by role in an incident, sex (m, f or ?) and whether a minor.

    ``role``: victim, suspect, dead, or one that a happening has once (captain); "" if nothing tells. ``least`` to ``most`` months old;
    ``named``: the age stands beside a name; ``twice``: of the dead, the article claims the age of the victim as well.
    """

    kind: ClassVar[str] = "party"
    role: str
    sex: str
    minor: bool
    least: int
    most: int
    named: bool = False
    twice: bool = False

    @property
    def is_holder(self) -> bool:
        """True where a role of which there is one tells who it is: the captain, the driver."""
        return self.key == self.role

    @property
    def key(self) -> str:
        """What tells one party of an incident from another: "child victim", "grown suspect", "captain"."""
        if self.role and self.role not in _BEFALLEN:
            return self.role
        return _KILLED if self.role == "dead" else f"{'child' if self.minor else 'grown'} {self.role}"


@cache
def _pattern() -> re.Pattern[str]:
    nouns = "|".join(table("checker_people", "parties.txt"))
    value = r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    return re.compile(
        rf"(?i)\b(?:(?P<low>{value})-?\s?(?:or|to)\s)?(?P<age>{value})[\s-]{{1,2}}(?P<unit>year|month)s?[\s-]{{1,2}}old\b"
        rf"(?:\s(?:[\w’'-]+\s){{0,2}}?(?P<noun>{nouns})\b)?"
        rf"|\b(?P<first>{nouns})(?:,\s(?:aged?\s)?|\s(?:of|aged)\s)(?P<years>\d{{1,3}})(?=[,.;]|\s(?:who|from|was|has|had|and|died)\b)"
    )


@cache
def _forms() -> dict[str, set[tuple[str, str]]]:
    """The words of ``party-roles.txt``: role, and the side of the person on which they count."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for key, forms in table("checker_people", "party-roles.txt").items():
        role, side = key.split()
        for form in forms.split(","):
            found[form.strip()].add((role, side))
    return found


@cache
def _words() -> re.Pattern[str]:
    """Any word for a role; with an object behind it, it is done by the person before it: "shot and killed a boy"."""
    forms = "|".join(re.escape(f) for f in sorted(_forms(), key=len, reverse=True))
    return re.compile(rf"(?i)\b(?=(?P<word>{forms})\b(?P<object>\s(?:an?|the|his|her|their|two|three|\d+)\b)?)")


_ACTIVE = pattern(
    r"(?i)(?:fatally |accidentally )?(?:shot|killed|wounded|injured|hurt|stabbed)(?: and (?:killed|wounded|injured))?"
)


def parties(document: Document, annotations: Annotations) -> Iterator[Party]:
    """Find the people of incidents whose age is told: nobody named, or named with a given name that tells the sex."""
    text = document.text
    persons = {p.start: p for p in annotations.of(Person)}
    named = {a.start: persons[a.person] for a in annotations.of(Age) if a.person in persons}
    for sentence in annotations.of(Sentence):
        if sentence.segment in _SKIPPED:
            continue
        for age in annotations.within(Age, sentence):
            person = named.get(age.start)
            if person is not None:
                role = _role(text, sentence, min(age.start, person.start), max(age.end, person.end))
                sex = {"male": "m", "female": "f"}.get(person.gender or "", "?")
                months = age.years * MONTHS
                yield Party(age.start, age.end, role, sex, age.years < _OF_AGE, months, months, named=True)
        if _OTHER_CASE.search(text, sentence.start, sentence.end):
            continue
        for match in _pattern().finditer(text, sentence.start, sentence.end):
            if match.start("age") not in named and (found := _party(text, sentence, match)) is not None:
                yield found


def _party(text: str, sentence: Span, match: re.Match[str]) -> Party | None:
    first = match["first"]
    most = number(match["years"] if first else match["age"])
    least = number(match["low"]) if match["low"] else most
    noun = (first or match["noun"] or "").casefold()
    role = _role(text, sentence, match.start(), match.end())
    if most is None or least is None:
        return None
    sex, stage = table("checker_people", "parties.txt").get(noun, "? ?").split()
    unit = 1 if match["unit"] and match["unit"].casefold() == "month" else MONTHS
    months = int(least) * unit, int(most) * unit
    minor = stage == "minor" if stage != "?" else months[1] < _OF_AGE * MONTHS
    start, end = (
        (match.start("years"), match.end("years"))
        if first
        else (match.start("low" if match["low"] else "age"), match.end("age"))
    )
    return Party(start, end, role, sex, minor, *months)


def _role(text: str, sentence: Span, start: int, end: int) -> str:
    """Victim or suspect, by the words nearest to the person in the sentence; empty where nothing tells."""
    found: list[tuple[int, str]] = []
    for match in _words().finditer(text, max(sentence.start, start - _REACH), min(sentence.end, end + _REACH)):
        word = match["word"].casefold()
        side = "behind" if match.start() >= end else "before"
        distance = match.start() - end if side == "behind" else start - match.end("word")
        if distance < 0:
            continue
        if side == "behind" and match["object"] and _ACTIVE.fullmatch(word):
            found.append((distance, "suspect"))
        else:
            found += [(distance, role) for role, where in _forms()[word] if where == side]
    return min(found)[1] if found else ""


# Where several were hurt or held, the one whose age is told may be any of them.
_MANY = r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|both|others?|another|\d+)\b(?:\s[\w’'-]+){0,2}?"
_DONE = r"(?:shot|killed|wounded|injured|hurt|dead|died|stabbed|arrested|charged)\b"
_SEVERAL = pattern(
    rf"(?i){_MANY}\s(?:(?:were|was|are|is|have been|also|were also)\s)?(?:\w+ly\s)?{_DONE}"
    r"|\b(?:killed|wounded|injured|killing|wounding|injuring|shot|hurt)"
    rf"(?:\sand\s\w+)?\s(?:at\sleast\s)?{_MANY[2:]}\s(?:people|persons|men|women|others?|victims|children|students|boys|girls|officers)\b"
    r"|\b(?:victims|suspects)\b"
)


# A sentence about another time or another case tells of other people.
_OTHER_CASE = pattern(
    r"\b(?:then|later|earlier|previous|previously|also\sin|separate|unrelated|years?\sago|last\s(?:year|month))\b[-\s]"
)
_SEVERAL_CHILDREN = pattern(
    rf"(?i){_MANY}\s(?:children|kids|boys|girls|teens|teenagers|juveniles|minors|toddlers|siblings|students|daughters|sons)\b"
    r"|\b(?:the|his|her|their)\s(?:\w+\s)?(?:children|boys|girls|siblings|twins|teens)\s(?:were|was|are|have)\b"
    r"|\b(?:first|second|third|another|other)\s(?:victim|child|boy|girl|teen|teenager)\b"
)


def party_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the age of the one child and the one grown person in each role, in the headline and in the body, where one incident is told."""
    events = [e for e in annotations.of(EventMention) if e.lead and not e.background and e.punctual and not e.personal]
    incident = len({e.event_class for e in events if not e.harm}) == 1
    several = _SEVERAL.search(document.text) is not None
    children = _SEVERAL_CHILDREN.search(document.text) is not None
    found: dict[tuple[bool, str], list[Party]] = defaultdict(list)
    parties = annotations.of(Party)
    named = {(p.key, p.least) for p in parties if p.named}
    for party in parties:
        if not party.named and (party.key, party.least) in named:
            continue  # the name stands for it
        alone = not children if party.minor else incident and not several and _is_news(document, annotations, party)
        if party.role and alone:
            found[document.segment_at(party.start) is SegmentKind.HEADLINE, party.key].append(party)
    claimed: set[str] = set()
    for members in found.values():
        if len({(p.least, p.most) for p in members}) == 1:
            for party in members:
                claimed.add(party.key)
                yield Claim(document, party, "party-age", party, (Passage(party.start, party.end, "age"),))
    for party in killed(document, annotations, parties):
        victim = replace(party, role="victim")
        dead = replace(party, role="dead", twice=victim.key in claimed)
        yield Claim(document, dead, "party-age", dead, (Passage(dead.start, dead.end, "age"),))


def _is_news(document: Document, annotations: Annotations, party: Party) -> bool:
    """Tell whether a party stands in the headline or the first paragraphs, where an article tells its own case and no other."""
    if document.segment_at(party.start) is SegmentKind.HEADLINE:
        return True
    body = [s for s in annotations.of(Sentence) if s.segment is SegmentKind.BODY]
    return any(s.paragraph <= body[0].paragraph + _LEAD for s in body if s.start <= party.start < s.end)


PARTIES = Extractor("parties", "1", (Age, Person, Sentence), Party, parties)
PARTY_CLAIMS = Extractor("party-claims", "3", (Age, EventMention, Party, Person, Sentence), Claim, party_claims)
