"""Proper names: capitalised sequences, and whether they name a person or an organisation.

A name runs over capitalised words and the small words inside names ("de la", "al-", "of" behind an organisation's head word). What
stands before a person's name as title is no part of the name; :mod:`checker.text.persons` reads it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Extractor, Name, SegmentKind, Sentence, Span
from checker.text.nations import forms
from checker.text.vocabulary import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(
    r"(?<![\w’'])(?:(?:St|Mt|Ft|Jr|Sr|Inc|Ltd|Corp|Co|[A-Z])\.(?:[A-Z]\.)*|\w+(?:[-’'](?=[^\W\d_])\w+)*|['’](?=s\b)s)|[^\s\w]"
)
PARTICLES = frozenset(
    "de la le del della di da dos das do du van von der den ter ten bin ibn ben al el y e af av".split()
)
_ORGANISATION_LINKS = frozenset("of for and the & on in to".split())
_POSSESSIVE = re.compile(r"['’]s?$")
_MONTH_OF_MAY = re.compile(r"(?:\d\s|\b(?:in|since|until|by|last|this|next|early|late|mid|of)[\s-])May\b|\bMay\s\d")
_SMALL_FIRST = re.compile(r"(?:al|el|d|bin)[-’'][A-Z]")
_LONGEST = 8  # words in a name


_Token = tuple[str, int, int, str]  # cap, low or other; start; end; the word


def _run(document: Document, annotations: Annotations) -> Iterator[Name]:
    """A lone capitalised word that opens a sentence, and any word of a headline, is a name only if the body knows it as one."""
    text = document.text
    sentences = [s for s in annotations.of(Sentence) if s.segment is not SegmentKind.METADATA]
    found = [(name, s) for s in sentences for name in names_in(text, s)]
    sure = {
        word
        for name, s in found
        if s.segment is not SegmentKind.HEADLINE
        for n, word in enumerate(text[name.start : name.end].split())
        if n or not _opens(text, s, name.start)
    }
    for name, s in found:
        parts = text[name.start : name.end].split()
        opens = len(parts) == 1 and s.segment is not SegmentKind.DATELINE and _opens(text, s, name.start)
        doubtful = s.segment is SegmentKind.HEADLINE or opens
        if not doubtful or sure.intersection(parts) or any(_known(p) for p in parts):
            yield name


def names_in(text: str, sentence: Span) -> Iterator[Name]:
    """Yield the names of one sentence, left to right."""
    tokens = [
        (_kind(m.group()), m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, sentence.start, sentence.end)
    ]
    at = 0
    while at < len(tokens):
        kind, start, _, _ = tokens[at]
        if kind != "cap" or _is_stray(text, tokens, at, sentence):
            at += 1
            continue
        last = _extent(text, tokens, at)
        span = Span(start, _without_possessive(text, start, tokens[last][2]))
        yield Name(span.start, span.end, _category(text, span))
        at = last + 1


def _kind(token: str) -> str:
    """Capitalised word, other word, or sign; names such as al-Harthy start small."""
    if not (token[0].isalnum() or token[0] in "'’"):
        return "other"
    small = _SMALL_FIRST.match(token)
    return "cap" if token[0].isupper() or small else "low"


def _is_stray(text: str, tokens: Sequence[_Token], at: int, sentence: Span) -> bool:
    """A capital that names nothing: a word that starts the sentence or a quotation, a weekday, a month, the pronoun I."""
    _, start, end, word = tokens[at]
    bare = _POSSESSIVE.sub("", word)
    if (
        bare in calendar()
        or bare == "I"
        or (bare == "May" and _MONTH_OF_MAY.search(text[max(0, start - 12) : end + 4]))
    ):
        return True
    if text[end : end + 1] == "." and bare + "." in titles():
        return True
    first = _opens(text, sentence, start)
    if not first:
        return bare in ("The", "A", "An") or len(bare) == 1
    if bare in starters():
        return True
    # A lone capitalised word that opens the sentence may be any word: only a second capital, or its form, makes it a name.
    follows = at + 1 < len(tokens) and tokens[at + 1][0] == "cap" and text[end : tokens[at + 1][1]] == " "
    return not follows and bare.endswith(("ing", "ly", "ed")) and not _known(bare)


def _opens(text: str, sentence: Span, start: int) -> bool:
    """Tell whether a word opens its sentence, a quotation or a bracket: a capital there says nothing."""
    return not any(c.isalnum() for c in text[sentence.start : start]) or text[start - 1] in "\"“‘'("


def _extent(text: str, tokens: Sequence[_Token], at: int) -> int:
    """The index of the last token of the name that starts at ``at``."""
    last = at
    headed = _is_head(tokens[at][3])
    while last + 1 < len(tokens) and last - at < _LONGEST:
        here, there = tokens[last], tokens[last + 1]
        if here[3].endswith(("'s", "’s", "s'", "s’")) and here[3] != "St's":
            break
        gap = text[here[2] : there[1]]
        if there[0] == "cap" and gap in (" ", "") and there[3] not in calendar():
            last += 1
            headed = headed or _is_head(there[3])
            continue
        if there[0] == "low" and gap == " " and last + 2 < len(tokens):
            beyond = tokens[last + 2]
            links = there[3] in PARTICLES or (
                headed and there[3] in _ORGANISATION_LINKS and _is_head_phrase(tokens, at, last)
            )
            if links and beyond[0] == "cap" and text[there[2] : beyond[1]] == " " and beyond[3] not in calendar():
                last += 2
                continue
        scored = re.match(r"[-–]\d", text[there[2] : there[2] + 2])  # "Rovers United 2-1"
        if there[0] == "low" and gap == " " and there[3].isdigit() and last > at and not scored:
            last += 1  # "Polar Anvil 25"
        elif (
            there[0] == "other"
            and there[3] == "-"
            and gap == ""
            and last + 2 < len(tokens)
            and tokens[last + 2][3].isdigit()
        ):
            last += 2  # "Joint Sea-2024"
        break
    return last


def _is_head_phrase(tokens: Sequence[_Token], at: int, last: int) -> bool:
    return any(_is_head(t[3]) for t in tokens[at : last + 1]) and _is_head(tokens[last][3])


def _is_head(word: str) -> bool:
    return _POSSESSIVE.sub("", word) in organisation_words()


def _without_possessive(text: str, start: int, end: int) -> int:
    match = re.search(r"['’]s$", text[start:end])
    return end - 2 if match else end - 1 if text[end - 1] in "'’" else end


def _category(text: str, span: Span) -> str:
    parts = text[span.start : span.end].split()
    if any(p in organisation_words() for p in parts):
        return "organisation"
    if len(parts) == 1 and len(parts[0]) > 1 and parts[0].isupper() and parts[0].isalpha() and parts[0] not in forms():
        return "organisation"
    first = parts[0].split("-")[0]
    before = text[max(0, span.start - 24) : span.start].rstrip()
    titled = before.endswith(_all_titles()) and (before.rsplit(maxsplit=1) or [""])[-1][:1].isupper()
    if 1 <= len(parts) <= 4 and (titled or (len(parts) > 1 and first in given_names())):
        return "person"
    stripped = strip_title(parts)
    if len(stripped) < len(parts) and stripped:
        return "person"
    return "other"


def strip_title(parts: Sequence[str]) -> list[str]:
    """Return the words of a name without the titles it starts with: ["Mayor", "Lorna", "Pettipas"] gives the last two."""
    rest = list(parts)
    while rest:
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
def titles() -> dict[str, str]:
    """Titles before names, as written, to the gender they tell: m, f or u."""
    return table("checker.text", "titles.txt")


@cache
def given_names() -> dict[str, str]:
    """Given names to "male" or "female"; a name in both lists tells nothing and is left with ""."""
    lists = {
        g: {w for line in words("checker.text", f"given-names-{g}.txt") for w in line.split()}
        for g in ("male", "female")
    }
    return {n: "" if n in lists["male"] and n in lists["female"] else g for g in lists for n in lists[g]}


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
    return frozenset(w for line in words("checker.text", "sentence-starts.txt") for w in line.split())


@cache
def calendar() -> frozenset[str]:
    """Weekdays and months, which carry capitals and are no names."""
    line = words("checker.text", "sentence-starts.txt")[-1]
    return frozenset(line.split()) - {"Spring", "Summer", "Autumn", "Winter", "May"}


def _known(word: str) -> bool:
    return word in given_names() or word in forms()


NAMES = Extractor("names", "1", (Sentence,), Name, _run)
