"""Ages: "Ann Ro, 58,", "58-year-old Ann Ro", "she was 84", and what a date of birth makes them.

An age is claimed for the person beside it. "Then 30", "30 when he was hired" and "at 30" are ages of another time and are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.model import (
    Annotations,
    Claim,
    Document,
    Extractor,
    Mention,
    Passage,
    Person,
    SegmentKind,
    Sentence,
    Span,
    Timex,
)
from checker.text.names import titles
from checker.text.verbs import verbs
from checker.text.vocabulary import function_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_BEHIND = re.compile(
    r",\s(?:who\sis\s|aged?\s)?(?P<age>\d{1,3})(?=[,.;)—]|\s(?:and|of|from|who|was|is|has|had|said|told)\b)|\s\((?:aged?\s)?(?P<bracketed>\d{1,3})\)"
)
_BEFORE = re.compile(r"(?<![-–\w])(?P<age>\d{1,3})-year-old\s(?P<who>(?:[a-z][\w’'-]*\s){0,4})\Z")
_PRONOUN = re.compile(r"\b(?P<who>He|She|he|she)\s(?:is|was)\s(?P<age>\d{1,3})(?=[.,;]|\s(?:and|years\sold)\b)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?:\s(?P<next>[A-Za-z][\w’'-]*))?")
IN_DECADE = r"(?P<range>in\s(?:his|her|their)\s(?:(?P<part>early|mid|late)(?:-?\sto\s(?P<till>mid|late))?[\s-])?(?P<tens>[2-9]0)['’]?s)\b"
_DECADE = re.compile(rf",\s(?:who\sis\s|who\swas\s)?(?:believed\sto\sbe\s|thought\sto\sbe\s)?{IN_DECADE}")
_PARTS = {"": (0, 9), "early": (0, 4), "mid": (3, 7), "late": (5, 9)}
_AGO = re.compile(r"\byears\s(?:ago|earlier|before)\b|\b[Tt]hen\b")
_NICKNAME = re.compile(r"[”\"'’]\s\Z")  # Joe "Duke" Robertson is no Robertson of whom nothing else is known
_OTHER_TIME = re.compile(r"\s(?:when|at\sthe\stime|years\slater|years\sago)\b")
_BORN = re.compile(r"\b(?:[Bb]orn|b\.)\s(?:[\w’'-]+\s){0,8}\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OLDEST = 115
_GENDER = {"he": "male", "she": "female"}


@dataclass(frozen=True, slots=True)
class Age(Mention):
    """An age in whole years, of the person whose mention starts at ``person``.

    ``most`` where a range is told ("in his 20s": 20 to 29); ``year`` where the sentence speaks of another year than that of publication.
    """

    kind: ClassVar[str] = "age"
    years: int
    person: int
    most: int | None = None
    year: int | None = None

    @property
    def range(self) -> tuple[int, int]:
        """From the least to the most years."""
        return self.years, self.years if self.most is None else self.most


@dataclass(frozen=True, slots=True)
class Birth(Mention):
    """What a date of birth makes the age at publication: ``least`` to ``most`` years."""

    kind: ClassVar[str] = "birth"
    least: int
    most: int


def ages(document: Document, annotations: Annotations) -> Iterator[Age]:
    """Find the ages given beside persons."""
    text = document.text
    persons = [p for p in annotations.of(Person) if document.segment_at(p.start) not in _SKIPPED]
    sentences = annotations.of(Sentence)
    taken: set[int] = set()
    for person in persons:
        found, group = _beside(text, person)
        if found is None or found.start(group) in taken or not _is_clear(document, person):
            continue
        years = int(found[group])
        sentence = next((s for s in sentences if s.start <= person.start < s.end), None)
        if sentence is None or _OTHER_TIME.match(text, found.end()):
            continue
        # Behind a name an age is that of the article's time, unless a year before it says otherwise.
        until = person.start if found.start(group) > person.start else sentence.end
        other = _other_years(document, Span(sentence.start, until))
        if len(other) > 1 or _AGO.search(text, sentence.start, until):
            continue
        if 0 < years <= _OLDEST:
            taken.add(found.start(group))
            yield Age(found.start(group), found.end(group), years, person.start, year=min(other, default=None))
    yield from _by_decade(document, annotations, persons)
    yield from _by_pronoun(document, annotations, persons)


def _beside(text: str, person: Person) -> tuple[re.Match[str] | None, str]:
    """The age right behind a name, or before it with nothing but a description between."""
    found = _BEHIND.match(text, person.end)
    if found is not None:
        return found, "age" if found["age"] else "bracketed"
    start = person.start
    if person.title is not None and text.endswith(f"{person.title} ", 0, start):
        start -= len(person.title) + 1
    found = _BEFORE.search(text, max(0, start - 80), start)
    if found is not None and (not function_words().isdisjoint(found["who"].split()) or verbs(found["who"])):
        return None, "age"  # "the 18-year-old sister of Weston"
    return found, "age"


def _is_clear(document: Document, person: Person) -> bool:
    """Tell whether a mention says who is meant: a full name, or a surname that one person of the text bears."""
    text = document.text
    if _NICKNAME.search(text, max(0, person.start - 2), person.start):
        return False
    if " " in text[person.start : person.end]:
        return True
    family = re.escape(person.family or person.name)
    bearers = {
        m[1].casefold() for m in re.finditer(rf"(?i)\b([^\W\d_][\w.’'-]*)\s{family}\b", text) if m[1][:1].isupper()
    }
    bearers = {b for b in bearers if b not in _titles()}
    return len(bearers) <= 1


@cache
def _titles() -> frozenset[str]:
    return frozenset(t.split()[-1].casefold() for t in titles()) | function_words()


def _other_years(document: Document, span: Span) -> set[int]:
    """The years of which a stretch speaks, that of publication left out; "a 2014 shooting" says nothing of when."""
    published = document.published
    if published is None:
        return set()
    found = _YEAR.finditer(document.text, span.start, span.end)
    return {int(m[0][:4]) for m in found if not m["next"] or m["next"].casefold() in function_words()} - {
        published.year
    }


def _by_decade(document: Document, annotations: Annotations, persons: list[Person]) -> Iterator[Age]:
    """Read "Ann Ro, believed to be in her early 50s"."""
    sentences = annotations.of(Sentence)
    for person in persons:
        match = _DECADE.match(document.text, person.end)
        sentence = next((s for s in sentences if s.start <= person.start < s.end), None)
        if match is None or sentence is None or not _is_clear(document, person):
            continue
        if not _other_years(document, sentence) and not _AGO.search(document.text, sentence.start, sentence.end):
            least, most = decade(match)
            yield Age(match.start("range"), match.end("range"), least, person.start, most)


def decade(match: re.Match[str]) -> tuple[int, int]:
    """The ages that "in his (early, mid, late) 20s" bears, with a year to spare inside."""
    tens = int(match["tens"])
    first, last = (match["part"] or "").casefold(), (match["till"] or match["part"] or "").casefold()
    return tens + _PARTS[first][0], tens + _PARTS[last][1]


def _by_pronoun(document: Document, annotations: Annotations, persons: list[Person]) -> Iterator[Age]:
    """Read "She was 84.": of the person named last, if nobody else of that gender has been named before."""
    for sentence in annotations.of(Sentence):
        if sentence.segment is not SegmentKind.BODY:
            continue
        for match in _PRONOUN.finditer(document.text, sentence.start, sentence.end):
            if _OTHER_TIME.match(document.text, match.end()):
                continue
            gender = _GENDER[match["who"].lower()]
            before = [p for p in persons if p.end <= match.start() and p.gender in (None, gender)]
            if before and len({p.name for p in before}) == 1 and 0 < int(match["age"]) <= _OLDEST:
                yield Age(match.start("age"), match.end("age"), int(match["age"]), before[-1].start)


def age_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the ages of persons, said outright or by a date of birth."""
    persons = {p.start: p for p in annotations.of(Person)}
    for age in annotations.of(Age):
        person = persons.get(age.person)
        if person is not None:
            yield Claim(document, person, "age", age, (Passage(age.start, age.end, "age"),))
    published = document.published.date if document.published else None
    if published is None:
        return
    for timex in annotations.of(Timex):
        if (
            not _DAY.fullmatch(timex.value)
            or "year" not in timex.said
            or not _BORN.search(document.text, 0, timex.start)
        ):
            continue
        person = _born(document, annotations, timex)
        year, month, day = map(int, timex.value.split("-"))
        years = published.year - year - ((published.month, published.day) < (month, day))
        if person is not None and 0 < years <= _OLDEST:
            reading = Birth(timex.start, timex.end, years, years)
            yield Claim(document, person, "age", reading, (Passage(timex.start, timex.end, "birth"),))


def _born(document: Document, annotations: Annotations, timex: Timex) -> Person | None:
    """Who was born then: the person of the sentence, or the only one named before."""
    sentence = next((s for s in annotations.of(Sentence) if s.start <= timex.start < s.end), None)
    if sentence is None or sentence.segment in _SKIPPED:
        return None
    inside = {p.name: p for p in annotations.within(Person, sentence)}
    if inside:
        return next(iter(inside.values())) if len(inside) == 1 else None
    before = [
        p for p in annotations.of(Person) if p.end <= sentence.start and document.segment_at(p.start) not in _SKIPPED
    ]
    return before[0] if before and len({p.name for p in before}) == 1 else None


AGES = Extractor("ages", "1", (Person, Sentence), Age, ages)
AGE_CLAIMS = Extractor("age-claims", "1", (Age, Person, Sentence, Timex), Claim, age_claims)
