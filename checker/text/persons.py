"""Persons: which names are people, and which mentions are one person.

Evidence for a person: a given name or initials, a title or a noun for a person before the name ("the skipper, Ann Ro"), an age
behind it (", 58,"), a verb of saying beside two capitalised words, an apposition with "who", or "and" between the name and a person's.
A surname alone is the person of that surname named in full in the document.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from checker.frozen import frozen
from checker.model import Annotations, Document, Extractor, Name, Person, Sentence
from checker.text.names import (
    full_names,
    given_names,
    organisation_words,
    place_words,
    strip_title,
    title_ends,
    titles,
)
from checker.text.nations import forms
from checker.text.patterns import pattern
from checker.text.remembered import Remembered
from checker.text.roles import person_nouns, role_of
from checker.text.vocabulary import entries, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_AGE = re.compile(r",\s(?:aged?\s)?\d{1,3}(?=[,.;)]|\s(?:and|of|from|who|was|is|has|had)\b)|\s\((?:aged?\s)?\d{1,3}\)")
_AGED = re.compile(r"\b\d{1,3}-year-old\s(?:[a-z][\w’'-]*\s){0,4}\Z")
# "a 43-year-old Larkfield man": the capitals say where he is from
_MODIFIES = re.compile(
    r"\s(?:man|woman|boy|girl|male|female|resident|native|student|teen|teenager|mother|father|mom|dad|child|couple|officer)\b"
)
_IDENTIFIED = re.compile(r"\b(?:identified|known|named)\s(?:[a-z][\w’'-]*\s){0,6}as\s(?:[a-z\d][\w’'-]*\s){0,3}\Z")
_WHO = re.compile(
    r",\s(?:who|whom|whose)\s(?!are\b|were\b|have\b|whole\b|squad\b)"
)  # "Larkfield Stars, who are" are a team
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}\Z")
_NO_INITIALS = frozenset("U.S. U.N. U.K. E.U. D.C. L.A. N.Y. N.J. S. N. E. W.".split())
_SPACES = [space for space in map(chr, range(0x3001)) if space.isspace()]
_QUOTES = "\"“‘'("
_NICKNAMED = frozenset(_QUOTES)
_NICKNAME = re.compile(r"\s[\"“‘'(][A-Z][\w’ -]{1,20}[\"”’')]\s(?=[A-Z])")
_AND = re.compile(r"(?:,\s\d{1,3})?,?\sand\s\Z")
_AND_AT_MOST = 11  # code points
_THE = re.compile(r"\b[Tt]he\s\Z")
_GOES_ON = re.compile(r"[,.;:)?!]|['’]s\b|\s(?:and|was|is|has|had|who|said|says|told|added)\b|\Z")
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|his|her|their|its|our|my)|['’]s?)\s(?:[\w’'-]+\s){0,6}[\w’'-]+,\s\Z", re.IGNORECASE
)
_INSIDE = re.compile(r"[\w,]\s\Z")
_KIN_OF = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir)\s(?:[a-z-]+\s)?[a-z-]+,?\s\Z")
_COURTESY = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Miss".split())
_SAID_BEFORE = re.compile(r"(?:\bsaid|\bsays|\btold|\badded|\bwrote|\baccording to)\s$")
_SAID_AFTER = re.compile(r"\s(?:said|says|told|added|wrote|replied|argued|warned|insisted)\b")
_PLACED = re.compile(r"\b(?:of|in|from|at|near|to)\s$")
_PLACED_ENDS = frozenset({"of", "in", "om", "at", "ar", "to"})
_BEFORE_AGE = frozenset(f",{space}" for space in _SPACES) | frozenset(f"{space}(" for space in _SPACES)
_LABELLED = 2  # words that must follow a label
_REMEMBERED = 50_000  # names
_MOST_WORDS = 5  # of any person's name
_NAME_WORDS = 4  # a title and up to three words
_SUFFIXES = frozenset({"Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"})


@frozen()
class _Reading:
    """What the words of a name tell of it, wherever it stands."""

    parts: tuple[str, ...]  # its words without its title
    key: str  # these in one
    title: str | None
    barred: bool  # it is no person's without a courtesy or an age
    given: bool = False  # it starts with a given name
    aged: bool = False  # an age makes it a person's, barred or not
    styled: bool = False  # it starts with initials, or holds a nickname between quotation marks
    shouted: bool = False  # one of its words is all in capitals
    borne: bool = False  # it may be the full name of somebody whose surname stands alone elsewhere


_Read = tuple[Name, _Reading, str | None]  # a name where it stands, and the title before it or in it


class _Named(NamedTuple):
    """A full name as first given, before mentions are linked to it."""

    name: str
    given: str
    family: str
    gender: str | None
    since: int = 0  # where the name first stands, if its bearer is brought in as somebody's kin: before it, the surname is the other's


def _run(document: Document, annotations: Annotations) -> Iterator[Person]:
    text = document.text
    read = _read(text, _joined(text, annotations.of(Name)))
    many = [mention for mention in read if len(mention[1].parts) > 1]
    full = _unified(_full(text, many, _people(text, read, many)))
    families: dict[str, list[_Named]] = {}
    for named in dict.fromkeys(full.values()):
        families.setdefault(named.family, []).append(named)
    for name, reading, title in read:
        key, end = reading.key, name.end
        if len(reading.parts) == 1:
            bearers = families.get(key)
            person = _by_family(bearers, title, name.start) if bearers else None
            if (
                person is None
                and title is None
                and (text[end : end + 2] not in _BEFORE_AGE or not _is_lone(text, name))
            ):
                continue  # one word, no title, no age, nobody of that name: no evidence for a person
            if not _may_be_surname(name, reading, title):
                continue
        elif (person := full.get(key)) is None:
            continue
        start = name.start
        if end - start != len(key) and text.endswith(key, 0, end):
            start = end - len(key)
        role = role_of(text, start, end)
        if person is None:
            yield Person(start, end, key, None, key, title, role, _gender("", title) if title else None)
        else:
            full_name, given, family, gender, _ = person
            yield Person(
                start, end, full_name, given, family, title, role, gender or (_gender("", title) if title else None)
            )


def _people(text: str, read: list[_Read], many: list[_Read]) -> set[str]:
    """The names of several words that are persons'. Who is a person once is one wherever the full name stands."""
    people: set[str] = set()
    for name, reading, title in many:
        if reading.key not in people and _may_be_person(text, name, reading, title):
            people.add(reading.key)
    others = [
        reading
        for name, reading, _ in many
        if reading.borne
        and reading.key not in people
        and name.category != "organisation"
        and not _is_placed(text, name.start)
    ]
    if others:
        surnames = _surnames(text, read, {reading.parts[-1] for reading in others})
        people.update(reading.key for reading in others if reading.parts[-1] in surnames)
    return people | _beside_persons(text, many, people)


def _full(text: str, many: list[_Read], people: set[str]) -> dict[str, _Named]:
    """Each person named in full, by that name."""
    full: dict[str, _Named] = {}
    for name, reading, title in many:
        parts, key = reading.parts, reading.key
        if key not in people:
            continue
        known = full.get(key)
        if known is None:
            since = name.start if _is_kin(text, name.start) else 0
            full[key] = _Named(key, parts[0], _family(parts), _gender(parts[0], title), since)
        elif known.gender is None and (gender := _gender(parts[0], title)):
            full[key] = known._replace(gender=gender)
    return full


def office_of(person: Person) -> str | None:
    """Return the rank or office before a name; a mere courtesy ("Ms Ro") is none."""
    return person.title if person.title not in _COURTESY else None


@cache
def labels() -> frozenset[str]:
    """Words before a full name that are no part of it."""
    return frozenset(words("checker.text", "person-labels.txt"))


def _joined(text: str, names: Sequence[Name]) -> Sequence[Name]:
    """Join given name and surname around a nickname: Ann "Sunny" Ro."""
    padded = text + "  "
    quoted = [n for n, name in enumerate(names) if padded[name.end + 1] in _NICKNAMED]
    joined: dict[int, Name] = {}
    inside = 0
    for n in quoted:
        name = names[n]
        if name.start >= inside and (match := _NICKNAME.match(text, name.end)):
            last = next((other for other in names[n + 1 : n + 3] if other.start == match.end()), None)
            if last:
                inside = last.end
                joined[n] = replace(name, end=last.end, category="person")
    if not joined:
        return names
    found: list[Name] = []
    inside = 0
    for n, name in enumerate(names):
        if name.start >= inside:
            found.append(joined.get(n, name))
            inside = found[-1].end if n in joined else inside
    return found


def _surnames(text: str, read: list[_Read], asked: set[str]) -> set[str]:
    """Of the words ``asked`` for those that once stand alone as only a surname does.

    With an age behind ("Morgan, 19, lay"), "who" behind, beside a verb of saying, or titled.
    """
    return {
        reading.key
        for name, reading, title in read
        if reading.key in asked
        and (
            title in _COURTESY
            or _has_age(text, name.end)
            or (
                name.category != "organisation"
                and (
                    _SAID_AFTER.match(text, name.end)
                    or _WHO.match(text, name.end)
                    or _DOES_AS_PEOPLE_DO.match(text, name.end)
                    or (
                        _SAID_BEFORE.search(text, max(0, name.start - 14), name.start)
                        and _GOES_ON.match(text, name.end)
                    )
                )
                and not _THE.search(text, max(0, name.start - 4), name.start)
            )
        )
    }


def _is_placed(text: str, start: int) -> bool:
    """Tell whether a preposition stands before a name that places have before theirs."""
    told = text[start - 3 : start - 1] in _PLACED_ENDS or text.endswith("\n", 0, start)
    return told and _PLACED.search(text, max(0, start - 14), start) is not None


def _beside_persons(text: str, many: list[_Read], people: set[str]) -> set[str]:
    """Find the full names that "and" joins to a person's: "Ann Ro and Lindiwe Tau"."""
    found = set()
    for (a, first, _), (b, second, _) in pairwise(many):
        if b.start - a.end > _AND_AT_MOST or (first.key in people) == (second.key in people):
            continue
        name, reading = (b, second) if first.key in people else (a, first)
        if (
            len(reading.parts) < _NAME_WORDS
            and name.category == "other"
            and _AND.fullmatch(text, a.end, b.start)
            and _of_no_person().isdisjoint(reading.parts)
            and not (reading.shouted or _has_digit(reading.key))
            and not _is_placed(text, name.start)
            and _GOES_ON.match(text, b.end)
        ):
            found.add(reading.key)
    return found


def _is_lone(text: str, name: Name) -> bool:
    """Tell whether a single word within a sentence stands as a surname of which the text gives no more: "that leaves Mokoena, 24"."""
    return bool(
        _has_age(text, name.end)
        and _INSIDE.search(text, max(0, name.start - 2), name.start)
        and not _is_placed(text, name.start)
        and text[name.start : name.end].casefold() not in person_nouns()
    )


def _is_kin(text: str, start: int) -> bool:
    """Tell whether a name is brought in as that of somebody's kin: "his aunt, Ann Ro"."""
    low = max(0, start - 40)
    noun = text[low:start].rstrip(", ").rpartition(" ")[2]
    return noun in person_nouns() and _KIN_OF.search(text, low, start) is not None


def _unified(full: dict[str, _Named]) -> dict[str, _Named]:
    """Give all forms of one full name the fullest: "Megan Short" is "Megan L. Short", if the document knows no other Megan Short."""
    found = dict(full)
    alike: dict[tuple[str, str], list[_Named]] = {}
    for named in full.values():
        alike.setdefault((named.given, named.family), []).append(named)
    for key, named in full.items():
        if "." in named.given and _INITIALS.match(named.given):
            spelt = {
                other for other in full.values() if other.family == named.family and _initials(other) == named.given
            }
            if len(spelt) == 1:
                found[key] = spelt.pop()  # "P.J. Ro" is "Patrick Joseph Ro"
            continue
        others = alike[named.given, named.family]
        fuller = [other for other in others if _is_fuller(other.name, key)] if len(others) > 1 else ()
        if fuller:
            longest = max(fuller, key=lambda n: (len(n.name), n.name))
            if all(n is longest or _is_fuller(longest.name, n.name) for n in fuller):
                found[key] = longest
    return found


def _initials(named: _Named) -> str:
    """What a full name is with its given names as initials: "P.J."; of initials alone, nothing."""
    words = named.name.split()[:-1]
    return (
        "".join(f"{word[0]}." for word in words)
        if len(words[0].rstrip(".")) > 1 and not _INITIALS.match(words[0])
        else ""
    )


def _is_fuller(longer: str, shorter: str) -> bool:
    """Tell whether one full name is the other with a middle name, an initial, or a middle name for its initial."""
    rest, given = longer.split(), shorter.split()
    if (rest[-1] in _SUFFIXES) != (given[-1] in _SUFFIXES):
        return False  # "Ann Ro" may be the mother of "Ann Ro Jr."
    for word in given:
        at = next((i for i, w in enumerate(rest) if w == word or (word[1:] in ("", ".") and w[0] == word[0])), None)
        if at is None:
            return False
        rest = rest[at + 1 :]
    return longer != shorter and len(longer) > len(shorter)


def _read(text: str, names: Sequence[Name]) -> list[_Read]:
    tails = _title_tails()
    read = []
    for name in names:
        start = name.start
        reading = _READINGS[text[start : name.end]]
        title = reading.title
        if title is None and (
            start < len("Dr A") or text[start - 4 : start - 1] in tails or text[start - 2].isspace()
        ):  # elsewhere no title stands before it
            title = _title(text, start)
        read.append((name, reading, title))
    return read


def _reading(name: str) -> _Reading:
    if name.isalpha():
        strange = name in _of_no_person() and not (name in given_names() and name in _nation_surnames())
        return _Reading((name,), name, None, strange or name in titles())
    whole = name.split()
    plain = "".join(whole).isalpha()
    parts, title = _parted(whole if plain else [w for w in whole if w[0] not in _QUOTES])
    single = len(parts) == 1
    key = name if single and title is None and len(parts[0]) == len(name) else " ".join(parts)
    given = parts[0] in given_names()
    barred = (
        len(parts) > _MOST_WORDS
        or key in titles()
        or not _of_no_person().isdisjoint(parts[:-1] if given and parts[-1] in _nation_surnames() else parts)
        or (not plain and _has_digit(key))
    )
    if single:
        return _Reading(parts, key, title, barred)
    aged = given and len(parts) in (2, 3) and organisation_words().isdisjoint(parts)
    styled = not plain and _is_styled(name, parts)
    shouted = any(map(str.isupper, parts)) and any(part.isupper() and len(part) > 2 for part in parts)
    borne = len(parts) < _NAME_WORDS and not shouted and _of_no_person().isdisjoint(parts[:-1])
    return _Reading(parts, key, title, barred, given, aged, styled, shouted, borne)


_READINGS = Remembered(_reading)


def _is_styled(name: str, parts: Sequence[str]) -> bool:
    """Tell whether a name starts with initials, or holds a nickname between quotation marks."""
    initials = _INITIALS.match(parts[0]) is not None and parts[0] not in _NO_INITIALS and len(parts) < _NAME_WORDS
    return initials or any(word[0] in _QUOTES for word in name.split())


def _parted(whole: list[str]) -> tuple[tuple[str, ...], str | None]:
    """The words of a name without the title it holds, and that title."""
    if len(whole) > _LABELLED and whole[0].casefold() in person_nouns() and whole[0] not in titles():
        whole = whole if whole[0] in given_names() else whole[1:]  # "Striker Ann Ro", at the head of a sentence
    while len(whole) > _LABELLED and whole[0] in labels():
        whole = whole[1:]
    if len(whole) > _LABELLED and whole[0] not in given_names():
        # "Former Mexican President Vincente Fox", "Larkfield Mayor Ann Ro": what stands before the title is no part of the name.
        inside = [i for i in range(1, len(whole) - 1) if whole[i] in titles()]
        if inside and len(whole) - inside[-1] <= _NAME_WORDS:
            behind = inside[-1] + 1
            told = (" ".join(whole[first:behind]) for first in range(behind))
            return tuple(whole[behind:]), next(title for title in told if title in titles())
    parts = strip_title(whole)
    title = whole[: len(whole) - len(parts)]
    return tuple(parts), " ".join(title) if title else None


def _may_be_surname(name: Name, reading: _Reading, title: str | None) -> bool:
    """Tell whether one word may be a person's name."""
    barred = reading.barred
    if title is None:
        return not barred and name.category != "organisation"
    return not barred or (title in _COURTESY and reading.key not in titles())  # "Mr Holland" is no country


def _may_be_person(text: str, name: Name, reading: _Reading, title: str | None) -> bool:
    """Tell whether several words may be a person's name."""
    if reading.barred:
        return reading.aged and _aged(text, name)  # "Reginald Street, 19," is no street
    if title is not None:
        return True
    if _has_article(text, name) and not _aged(text, name):
        return False  # "the Florence Nightingale" is a house or a ship
    if reading.given or reading.styled:
        return True
    if name.category == "organisation" or reading.shouted:
        return False
    before = text[max(0, name.start - 14) : name.start]
    if before.endswith(" of ") and _has_age(text, name.end):
        return True  # "the family of Ivo Ortega, 15,"
    if _is_placed(text, name.start):
        return False
    after = text[name.end : name.end + 16]
    return bool(
        _WHO.match(after)
        or _SAID_AFTER.match(after)
        or _DOES_AS_PEOPLE_DO.match(text, name.end)
        or _SAID_BEFORE.search(before)
        or _aged(text, name)
        or _is_identified(text, name.start)
        or _role_before(text, name)
        or _holds_office(text, name)
        or _described(text, name)
    )


def _is_identified(text: str, start: int) -> bool:
    low = max(0, start - 60)
    return text.find("as", low, start) >= 0 and _IDENTIFIED.search(text, low, start) is not None


def _has_article(text: str, name: Name) -> bool:
    return (
        name.start > 1
        and text[name.start - 2] == "e"
        and _THE.search(text, max(0, name.start - 4), name.start) is not None
    )


def _has_age(text: str, end: int) -> bool:
    """Tell whether an age stands behind what ends at ``end``."""
    first = text[end + 2 : end + 3]
    return (
        (first.isdigit() or first == "a") and text[end : end + 2] in _BEFORE_AGE and _AGE.match(text, end) is not None
    )


_OFFICE_BEHIND = re.compile(
    r",\s(?:the|its|their)\s(?:[\w’'-]+\s){0,3}(?P<office>[a-z]+)(?=[,.;)]|\s(?:of|at|for|in|who|on|and|said)\b|\Z)"
)


def _holds_office(text: str, name: Name) -> bool:
    """Tell whether an office stands behind a name: "Saule Holm, the trade minister,"."""
    match = _OFFICE_BEHIND.match(text, name.end)
    return match is not None and match["office"].capitalize() in titles()


_DESCRIPTION = re.compile(
    r",\s(?:(?:the|an?|its|their|his|her)\s(?:[\w’'-]+\s){0,3}?)?(?P<noun>[a-z][a-z-]+)(?=[,.;)]|\s(?:of|at|for|in|from|who|with|on)\b)"
)


_DESCRIBED_WHO = re.compile(r",\s(?:the|an?|its|their|his|her)\s[a-z][^,.;:\n]{3,40},\swho\s(?!are\b|were\b|have\b)")


def _described(text: str, name: Name) -> bool:
    """Tell whether a noun that only a person is called by stands behind a name: "Saule Holm, a retired teacher,"."""
    if _DESCRIBED_WHO.match(text, name.end):
        return True
    match = _DESCRIPTION.match(text, name.end)
    return match is not None and match["noun"] in _human_nouns()


@cache
def _human_nouns() -> frozenset[str]:
    firms = entries("checker.text", "firm-nouns.txt")
    return person_nouns() - firms


_DOES_AS_PEOPLE_DO = pattern(
    lambda: (
        rf"\s(?:{'|'.join(v.strip() for line in words('checker.text', 'human-verbs.txt') for v in line.split(','))})\b"
    )
)


def _role_before(text: str, name: Name) -> bool:
    """Tell whether a noun for a person stands before a name: "skipper Ann Ro", "the boat's skipper, Ann Ro,"."""
    end = name.start - 1
    if end < 1 or text[end] != " ":
        return False
    apposition = text[end - 1] == ","
    end -= apposition
    start = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1
    if text[start:end].casefold() not in person_nouns():
        return False
    if not apposition:
        return True
    return bool(_DETERMINED.search(text, max(0, name.start - 90), name.start) and _GOES_ON.match(text, name.end))


@cache
def _of_no_person() -> frozenset[str]:
    """Words that the names of organisations, places and nations have, and those of persons have not."""
    return organisation_words() | place_words() | forms().keys()


@cache
def _nation_surnames() -> frozenset[str]:
    """Names of nations that are surnames as well: "Ann Holland"."""
    return frozenset(words("checker.text", "nation-surnames.txt"))


def _has_digit(word: str) -> bool:
    return not word.isalpha() and any(map(str.isdigit, word))


def _aged(text: str, name: Name) -> bool:
    """Tell whether an age stands beside a name."""
    if _has_age(text, name.end):
        return True
    low = max(0, name.start - 60)
    if text.find("-year-old", low, name.start) < 0:
        return False
    return _AGED.search(text, low, name.start) is not None and not _MODIFIES.match(text, name.end)


def _title(text: str, start: int) -> str | None:
    """The title that stands before a name."""
    if not start or text[start - 1] != " ":
        return None
    last = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
    if last.isalpha() and last not in title_ends():
        return None
    tokens = text[max(0, start - 26) : start].split()
    if not tokens or tokens[-1] not in title_ends():
        return None
    known = titles()
    for length in range(min(3, len(tokens)), 0, -1):
        candidate = " ".join(tokens[-length:])
        if candidate in known:
            return candidate
    return None


@cache
def _title_tails() -> frozenset[str]:
    """The last three characters of all titles, one before the title counted in: one look-up tells that none stands there."""
    return frozenset((space + title)[-3:] for title in titles() for space in _SPACES)


def _family(parts: Sequence[str]) -> str:
    return parts[-2] if parts[-1] in _SUFFIXES and len(parts) > 2 else parts[-1]


@lru_cache(maxsize=_REMEMBERED)
def _gender(given: str, title: str | None) -> str | None:
    if title:
        told = {"m": "male", "f": "female"}.get(
            next((titles()[t] for t in (title, title.split()[0]) if t in titles()), "")
        )
        if told:
            return told
    known = given_names().get(given)
    if known is not None:
        return known or None
    long = {given_names().get(name.capitalize()) for name in full_names(given)} - {None, ""}
    return long.pop() if len(long) == 1 else None  # "Rich" is short for a man's name


def _by_family(named: list[_Named] | None, title: str | None, at: int) -> _Named | None:
    """The one person of a surname that stands alone ``at``; of several, the one whose gender the title tells, else nobody."""
    if title is None and named is not None and len(named) == 1:
        return named[0] if named[0].since <= at else None
    named = [n for n in named or () if n.since <= at]
    if not named:
        return None
    gender = _gender("", title)
    if len(named) == 1:
        return (
            None if gender and named[0].gender and gender != named[0].gender else named[0]
        )  # Mr Pell is not Doris Pell
    fitting = [n for n in named if gender and n.gender == gender]
    return fitting[0] if len(fitting) == 1 else None


PERSONS = Extractor("persons", "3", (Sentence, Name), Person, _run)
