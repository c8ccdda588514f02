"""Claims about how a name is spelled: persons, and the shops, roads and firms of an article.

Spellings meet by keys: how all words of the name sound (consonants, without doubles, vowels left out); all words but one as they
are, with the head or the tail of that one; or, of a name without surname, the kinship that tells its bearer ("his sister Rut").
A surname alone is the surname of many, and is not claimed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Annotations, Claim, Document, Extractor, Mention, Name, Passage, Person, SegmentKind
from checker.text.names import calendar, given_names, organisation_words, place_words, starters, strip_title
from checker.text.nations import forms
from checker.text.spelling import fold, skeleton
from checker.text.vocabulary import entries, function_words
from checker_people.ages import Age
from checker_people.callings import callings_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
FEWEST = 4  # consonants of a whole name that its sound needs to tell it from others
_HEAD = 4  # letters a word needs for its head to stand for it; one more for its tail
PART = 2  # letters of head or tail
_MOST_WORDS = 5
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_JOINED = re.compile(r"['’]s?\s")  # Anders' Country Store
_KIN = re.compile(
    r"(?i)\b(?P<kin>sister|brother|mother|father|wife|husband|son|daughter|girlfriend|boyfriend|uncle|aunt|cousin|"
    r"niece|nephew|grandmother|grandfather|stepson|stepdaughter|stepfather|stepmother),?\s\Z"
)


_SENTENCE_END = re.compile(r"[.!?]['\"”’]?\s|\n")


def in_one_sentence(a: Claim, b: Claim) -> bool:
    """Tell whether two names of one article stand in one sentence: then they are two people."""
    first, last = sorted((a.reading, b.reading))
    return _SENTENCE_END.search(a.document.text, first.end, last.start) is None


@frozen()
class Spelling(Mention):
    """A name as one passage spells it. ``key`` is that by which spellings meet.

    ``words`` are compared: given name and surname of a person, all words of a thing's name. ``sort`` is person, thing, or name where the
    text does not tell. ``middle`` and ``suffix``, ``gender``, ``ages`` (in years) and ``callings`` ("pilot") tell persons of like
    names from each other, or that they are one.
    """

    kind: ClassVar[str] = "spelling"
    words: tuple[str, ...]
    sort: str
    key: str
    middle: tuple[str, ...] = ()
    suffix: str = ""
    gender: str | None = None
    ages: frozenset[int] = frozenset()
    callings: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        """The name, for reports."""
        return " ".join(self.words)


def spellings(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the spelling of every name of two words or more outside furniture."""
    text = document.text
    ages = _ages(annotations)
    called = callings_of(document, annotations.of(Person))
    persons = {p.end: p for p in annotations.of(Person)}
    names = [n for n in annotations.of(Name) if document.segment_at(n.start) not in _SKIPPED]
    joined = [(a, b) for a, b in zip(names, names[1:], strict=False) if _JOINED.fullmatch(text, a.end, b.start)]
    parts = {b.start for a, b in joined if b.end not in persons}
    for name in names:
        person = persons.get(name.end)
        start = person.start if person else name.start
        tokens = text[start : name.end].split()
        if tokens and not all(t.isupper() and len(t) > 1 for t in tokens):
            headline = document.segment_at(start) is SegmentKind.HEADLINE
            sort = "person" if person else _sort(tokens, headline=headline or name.start in parts)
            kin = _KIN.search(text, max(0, start - 20), start)
            known = (ages, called)
            yield from _claims(document, start, name.end, sort, person, known, kin["kin"].casefold() if kin else "")
    for a, b in joined:
        if b.end not in persons and _sort(text[b.start : b.end].split()) == "thing":
            yield from _claims(document, a.start, b.end, "thing", None, (ages, called), "")


def _ages(annotations: Annotations) -> Mapping[str, frozenset[int]]:
    """The ages that a document gives the bearer of a name."""
    bearers = {p.start: p.name for p in annotations.of(Person)}
    found: dict[str, set[int]] = defaultdict(set)
    for age in annotations.of(Age):
        if age.person in bearers and age.most is None and age.year is None:
            found[bearers[age.person]].add(age.years)
    return {name: frozenset(years) for name, years in found.items()}


def _sort(tokens: Sequence[str], *, headline: bool = False) -> str:
    """What a name without evidence for a person names: a thing, by its last word; nothing that is compared, or what it does not tell."""
    if headline or not 1 < len(tokens) <= _MOST_WORDS or any(not _is_word(t) for t in tokens):
        return ""
    if tokens[-1] in _things() or tokens[-1] in place_words() or tokens[-1] in organisation_words():
        return "thing"
    known = function_words() | forms().keys() | calendar() | starters() | organisation_words() | place_words()
    person_like = len(strip_title(tokens)) == len(tokens) <= 3 and known.isdisjoint(tokens)
    return "name" if person_like else ""


def _is_word(token: str) -> bool:
    return sum(c.isalpha() for c in token) > 1 and not any(c.isdigit() for c in token)


@cache
def _things() -> frozenset[str]:
    return entries("checker_people", "things.txt")


def _claims(
    document: Document,
    start: int,
    end: int,
    sort: str,
    person: Person | None,
    known: tuple[Mapping[str, frozenset[int]], Mapping[str, frozenset[str]]],
    kin: str,
) -> Iterator[Claim]:
    tokens = [t.strip(".,’'") for t in document.text[start:end].split()]
    suffix = fold(tokens[-1]) if len(tokens) > 1 and fold(tokens[-1]) in _SUFFIXES else ""
    tokens = tokens[:-1] if suffix else tokens
    if sort == "" and len(tokens) == 1 and kin and (tokens[0] in given_names() or _is_word(tokens[0])):
        sort = "given"  # "his sister Rut"
    if sort == "" or not tokens or (len(tokens) == 1 and sort != "given"):
        return
    compared = tuple(tokens) if sort in ("thing", "given") else (tokens[0], tokens[-1])
    if any(len(fold(w)) < 3 for w in compared[: 1 if sort == "thing" else None]):
        return
    middle = tuple(fold(t) for t in tokens[1:-1]) if sort not in ("thing", "given") else ()
    gender = person.gender if person else None
    ages = known[0].get(person.name, frozenset()) if person else frozenset()
    called = known[1].get(person.name, frozenset()) if person else frozenset()
    for key in keys(compared, kin if sort in ("person", "name", "given") else ""):
        if sort == "given" and not key.startswith("kin "):
            continue
        subject = Spelling(start, end, compared, sort, key, middle, suffix, gender, ages, called)
        yield Claim(document, subject, "spelling", subject, (Passage(start, end, "name"),))


def keys(compared: Sequence[str], kin: str = "") -> Iterator[str]:
    """By what spellings meet: ``sound``; ``head`` and ``tail`` of one word with the others; ``kin`` with the given name's sound."""
    sounds = [skeleton(w) for w in compared]
    if kin and sounds[0]:
        yield f"kin {kin} {sounds[0]}"
    if len("".join(sounds)) >= FEWEST and all(sounds):
        yield f"sound {' '.join(sounds)}"
    folded = [fold(w) for w in compared]
    for i, word in enumerate(folded):
        for part, least in ((f"{word[:PART]}…", _HEAD), (f"…{word[-PART:]}", _HEAD + 1)):
            if len(word) >= least:
                rest = " ".join(part if n == i else w for n, w in enumerate(folded))
                yield f"{'head' if part[-1] == '…' else 'tail'} {rest}"


SPELLINGS = Extractor("spelling-claims", "3", (Age, Name, Person), Claim, spellings)
