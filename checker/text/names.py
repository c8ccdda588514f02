"""Proper names: capitalised sequences, and whether they name a person or an organisation.

A name runs over capitalised words and the small words inside names ("de la", "al-", "of" behind an organisation's head word). What
stands before a person's name as title is no part of the name; :mod:`checker.text.persons` reads it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Extractor, Name, SegmentKind, Sentence, Span
from checker.text.nations import forms
from checker.text.vocabulary import entries, table, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(
    r"(?<![\w’'])(?:(?:St|Mt|Ft|Jr|Sr|Inc|Ltd|Corp|Co|[A-Z])\.(?:[A-Z]\.)*|\w+(?:[-’'](?=[^\W\d_])\w+)*|['’](?=s\b)s)|[^\s\w]"
)
PARTICLES = frozenset(
    "de la le del della di da dos das do du van von der den ter ten bin ibn ben al el y e af av".split()
)
_ARTICLES = frozenset({"The", "A", "An"})
_ORGANISATION_LINKS = frozenset("of for and the & on in to".split())
_ENDS = frozenset(',.;:!?)"”\n')  # signs behind which no name goes on
_NO_LINK = frozenset("abcdefghijklmnopqrstuvwxyz") - {w[0] for w in PARTICLES | _ORGANISATION_LINKS}
_POSSESSIVE = re.compile(r"['’]s?$")
_MONTH_OF_MAY = re.compile(r"(?:\d\s|\b(?:in|since|until|by|last|this|next|early|late|mid|of)[\s-])May\b|\bMay\s\d")
_SCORED = re.compile(r"[-–]\d")  # "Rovers United 2-1"
_ALPHANUMERIC = re.compile(r"[^\W_]")
_CAPITAL = re.compile(
    r"[^\x00-@\[-\xbf\u2000-\u20ff](?<!\w.)"
)  # no capital starts inside a word; accents and other scripts by str.isupper
_JOINTS = frozenset("-’'")
_OPENING = frozenset("\"“‘'(")
_JOINED = re.compile(
    r"(?<![\w’'])\w+(?:[-’'](?=[^\W\d_])\w+)*[-’']\Z"
)  # before a capital that is part of a word: "pre-War"
_SMALL_FIRST = re.compile(r"(?:al|el|d|bin)[-’'][A-Z]")
_LONGEST = 8  # words in a name
_REMEMBERED = 50_000  # names
_PERSONAL = 4  # words in a person's
_LONGEST_WORD = 40  # code points of a word with hyphens before its capital


def _run(document: Document, annotations: Annotations) -> Iterator[Name]:
    """A lone capitalised word that opens a sentence, and any word of a headline, is a name only if the body knows it as one."""
    text = document.text
    sure: set[str] = set()
    found: list[tuple[int, int, list[str], bool]] = []
    for sentence in annotations.of(Sentence):
        if sentence.segment is SegmentKind.METADATA:
            continue
        headline, dateline = sentence.segment is SegmentKind.HEADLINE, sentence.segment is SegmentKind.DATELINE
        for start, end, opens in _names(text, sentence):
            parts = text[start:end].split()
            if not headline:
                sure.update(parts[1:] if opens else parts)
            found.append((start, end, parts, headline or (opens and not dateline and len(parts) == 1)))
    for start, end, parts, doubtful in found:
        if not doubtful or not sure.isdisjoint(parts) or any(map(_known, parts)):
            yield Name(start, end, _category(text, start, text[start:end]))


def _names(text: str, sentence: Span) -> Iterator[tuple[int, int, bool]]:
    """Yield where the names of a sentence start and end, left to right, and whether each opens it, a quotation or a bracket.

    Only what follows a capital is cut into words: nine words in ten are small.
    """
    done, last = sentence.start, sentence.end
    opening = _ALPHANUMERIC.search(text, done, last)
    first = opening.start() if opening else last
    rarely, no_link, ends = _rarely_names(), _NO_LINK, _ENDS
    at = done
    while capital := _CAPITAL.search(text, at, last):
        start, at = capital.span()
        if not capital[0].isupper():
            continue
        before = text[start - 1 : start]
        if before in _JOINTS:
            joined = _JOINED.search(text, max(done, start - _LONGEST_WORD), start)
            if joined is not None and _SMALL_FIRST.match(text, joined.start()):
                start = joined.start()
                before = text[start - 1 : start]
            elif joined is not None or before != "-":
                continue
        token = _TOKEN.match(text, start, last)
        if token is None:
            continue
        word, at = token[0], token.end()
        done = at
        opens = start <= first or before in _OPENING
        behind = text[done : done + 1]
        closes = word[-1]
        doubtful = opens or behind == "." or word in rarely or len(word) == 1 or closes in "s'’"
        if doubtful and _is_stray(text, token, last, opens=opens):
            continue
        if behind not in ends and not (behind == " " and text[done + 1 : done + 2] in no_link):
            at = done = _extent(text, word, done, last)
            closes = text[done - 1]
        yield start, _without_possessive(text, start, done) if closes in "s'’" else done, opens


def _kind(token: str) -> str:
    """Capitalised word, other word, or sign; names such as al-Harthy start small."""
    first = token[0]
    if first.isupper() and first.isalnum():
        return "cap"
    if not (first.isalnum() or first in "'’"):
        return "other"
    return "cap" if first in "aedb" and _SMALL_FIRST.match(token) else "low"


def _is_stray(text: str, token: re.Match[str], limit: int, *, opens: bool) -> bool:
    """A capital that names nothing: a word that starts the sentence or a quotation, a weekday, a month, the pronoun I."""
    bare, end = _bare(token.group()), token.end()
    if bare in _no_names():
        return True
    if bare == "May" and _MONTH_OF_MAY.search(text[max(0, token.start() - 12) : end + 4]):
        return True
    if text.startswith(".", end) and bare + "." in titles():
        return True
    if not opens:
        return len(bare) == 1 or bare in _ARTICLES
    if bare in starters():
        return True
    # A lone capitalised word that opens the sentence may be any word: only a second capital, or its form, makes it a name.
    return bare.endswith(("ing", "ly", "ed")) and not _known(bare) and not _next_capital(text, end, limit)


def _next_capital(text: str, end: int, limit: int) -> re.Match[str] | None:
    """The capitalised word that one space parts from what ends at ``end``; weekdays and months count."""
    token = _TOKEN.search(text, end, limit)
    return token if token and text[end : token.start()] == " " and _kind(token.group()) == "cap" else None


def _extent(text: str, word: str, end: int, limit: int) -> int:
    """Where a name ends whose first word is ``word`` and ends at ``end``."""
    length, capitals = 1, [word]
    while length <= _LONGEST:
        following = text[end : end + 1]
        if following in _ENDS or (following == " " and text[end + 1 : end + 2] in _NO_LINK):
            break
        if word[-1] in "s'’" and word.endswith(("'s", "’s", "s'", "s’")) and word != "St's":
            break
        token = _TOKEN.search(text, end, limit)
        if token is None:
            break
        there, gap = token[0], text[end : token.start()]
        kind = _kind(there)
        if kind == "cap" and gap in (" ", "") and there not in calendar():
            if text.startswith(".", token.end()) and there + "." in titles():
                break  # "Corvo Schools Superintendent Dr. Lee"
            word, end, length = there, token.end(), length + 1
            capitals.append(word)
            continue
        if kind == "low" and gap == " ":
            links = there in PARTICLES or (
                there in _ORGANISATION_LINKS and _is_head(word) and any(map(_is_head, capitals))
            )
            beyond = _next_capital(text, token.end(), limit) if links else None
            if beyond is not None and beyond.group() not in calendar():
                word, end, length = beyond.group(), beyond.end(), length + 2
                continue
            if there.isdigit() and length > 1 and not _SCORED.match(text, token.end()):
                end = token.end()  # "Polar Anvil 25"
        elif there == "-" and gap == "":
            number = _TOKEN.search(text, token.end(), limit)
            if number is not None and number.group().isdigit():
                end = number.end()  # "Joint Sea-2024"
        break
    return end


def _is_head(word: str) -> bool:
    return _bare(word) in organisation_words()


def _bare(word: str) -> str:
    """A word without the ending of its possessive."""
    return _POSSESSIVE.sub("", word) if word[-1] in "s'’" else word


def _without_possessive(text: str, start: int, end: int) -> int:
    return end - 2 if text.endswith(("'s", "’s"), start, end) else end - 1 if text[end - 1] in "'’" else end


def _category(text: str, start: int, name: str) -> str:
    told, titled = _told(name)
    return "person" if told is None and (titled or _is_titled(text, start)) else told or "other"


@lru_cache(maxsize=_REMEMBERED)
def _told(name: str) -> tuple[str | None, bool]:
    """What a name by itself tells of its category, None where a title before it may make it a person's; and whether it starts with one."""
    parts = name.split()
    if not organisation_words().isdisjoint(parts):
        return "organisation", False
    if len(parts) == 1:
        if len(name) > 1 and name.isupper() and name.isalpha() and name not in forms():
            return "organisation", False
    elif parts[0].split("-")[0] in given_names() and len(parts) <= _PERSONAL:
        return "person", False
    titled = parts[0] in _title_starts() and len(strip_title(parts)) < len(parts)
    if len(parts) > _PERSONAL:
        return "person" if titled else "other", False
    return None, titled


def _is_titled(text: str, start: int) -> bool:
    """Tell whether a title, with a capital, stands before a name."""
    before = text[max(0, start - 24) : start].rstrip()
    if before[-2:] not in _title_tails() or before[before.rfind(" ") + 1 :].islower():
        return False
    word = before.rsplit(maxsplit=1)[-1:]
    return bool(word) and word[0][0].isupper() and before.endswith(_all_titles())


def strip_title(parts: Sequence[str]) -> list[str]:
    """Return the words of a name without the titles it starts with: ["Mayor", "Lorna", "Pettipas"] gives the last two."""
    rest = list(parts)
    while (
        rest and rest[0] in _title_starts() and " ".join(rest) not in titles()
    ):  # "the Governor General" is no General
        for length in (3, 2, 1):
            if len(rest) > length and " ".join(rest[:length]) in titles():
                rest = rest[length:]
                break
        else:
            return rest
    return rest


@cache
def _all_titles() -> tuple[str, ...]:
    return tuple(titles())


@cache
def _title_tails() -> frozenset[str]:
    """The last two characters of all titles: one look-up for what a hundred comparisons would tell."""
    return frozenset(title[-2:] for title in titles())


@cache
def _title_starts() -> frozenset[str]:
    return frozenset(title.split()[0] for title in titles())


@cache
def titles() -> dict[str, str]:
    """Titles before names, as written, to the gender they tell: m, f or u."""
    return table("checker.text", "titles.txt")


@cache
def given_names() -> dict[str, str]:
    """Given names to "male" or "female"; a name in both lists tells nothing and is left with ""."""
    male, female = (
        {
            w
            for file in (f"given-names-{g}.txt", f"given-names-world-{g}.txt")
            for line in words("checker.text", file)
            for w in line.split()
        }
        for g in ("male", "female")
    )
    return dict.fromkeys(male, "male") | dict.fromkeys(female, "female") | dict.fromkeys(male & female, "")


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for full, short in table("checker.text", "nicknames.txt").items():
        for form in short.split(","):
            found.setdefault(form.strip().casefold(), set()).add(full.casefold())
    return {form: frozenset(full) for form, full in found.items()}


def full_names(given: str) -> frozenset[str]:
    """The given names, in lower case, that ``given`` stands for: itself, and what it is short for."""
    name = given.casefold()
    return _nicknames().get(name, frozenset()) | {name}


@cache
def place_words() -> frozenset[str]:
    """Words that make a name a place's."""
    return frozenset(words("checker.text", "place-words.txt"))


@cache
def organisation_words() -> frozenset[str]:
    """Head words of organisations' names."""
    return frozenset(words("checker.text", "organisation-words.txt"))


@cache
def starters() -> frozenset[str]:
    """Capitalised words that open sentences and name nothing."""
    return entries("checker.text", "sentence-starts.txt")


@cache
def calendar() -> frozenset[str]:
    """Weekdays and months, which carry capitals and are no names."""
    line = words("checker.text", "sentence-starts.txt")[-1]
    return frozenset(line.split()) - {"Spring", "Summer", "Autumn", "Winter", "May"}


@cache
def _no_names() -> frozenset[str]:
    """Words with a capital that never start a name."""
    return calendar() | {"I"}


@cache
def _rarely_names() -> frozenset[str]:
    """Words with a capital, in mid-sentence, that need a closer look."""
    return _no_names() | _ARTICLES | {"May"}


def _known(word: str) -> bool:
    return word in given_names() or word in forms()


NAMES = Extractor("names", "1", (Sentence,), Name, _run)
