"""Proper names: capitalised sequences, and whether they name a person or an organisation.

A name runs over capitalised words and the small words inside names ("de la", "al-", "of" behind an organisation's head word). What
stands before a person's name as title is no part of the name; :mod:`checker.text.persons` reads it.
"""

from __future__ import annotations

import re
from functools import cache, partial
from string import ascii_letters
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Extractor, Name, SegmentKind, Sentence
from checker.text.nations import forms
from checker.text.remembered import Remembered
from checker.text.vocabulary import entries, table, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHORTENED = frozenset("St Mt Ft Jr Sr Inc Ltd Corp Co".split())  # with a full stop of their own
_TOKEN = re.compile(
    rf"(?<![\w’'])(?:(?:{'|'.join(sorted(_SHORTENED))}|[A-Z])\.(?:[A-Z]\.)*|\w+(?:[-’'](?=[^\W\d_])\w+)*|['’](?=s\b)s)|[^\s\w]"
)
PARTICLES = frozenset(
    "de la le del della di da dos das do du van von der den ter ten bin ibn ben al el y e af av".split()
)
_ARTICLES = frozenset({"The", "A", "An"})
_ORGANISATION_LINKS = frozenset("of for and the & on in to".split())
_ENDS = frozenset(',.;:!?)"”\n')  # signs behind which no name goes on
_NO_LINK = frozenset("abcdefghijklmnopqrstuvwxyz") - {w[0] for w in PARTICLES | _ORGANISATION_LINKS}
_POSSESSIVES = frozenset({"’s", "'s"})
_POSSESSIVE = re.compile(r"['’]s?$")
_MONTH_OF_MAY = re.compile(r"(?:\d\s|\b(?:in|since|until|by|last|this|next|early|late|mid|of)[\s-])May\b|\bMay\s\d")
_MAY = re.compile(r"\bMay\b")
_SCORED = re.compile(r"[-–]\d")  # "Rovers United 2-1"
_ALPHANUMERIC = re.compile(r"[^\W_]")
_CAPITAL = re.compile(
    r"[^\x00-@\[-\xbf\u2000-\u20ff](?<!\w.)"
)  # no capital starts inside a word; accents and other scripts by str.isupper
_GOES_ON = r"(?:[A-Z0-9\xb2\xb3\xb9\xc0-\u1fff\u2070-\u2fff\u3000-\U0010ffff]|(?=[abde])(?:al|el|d|bin)[-’'][A-Z])"  # the second word
# From one such character over all that a name may go on with: more words with capitals, small words between them, numbers.
# "A-Za-z\w" is what "\w" is, and told more quickly.
_RUN = re.compile(
    rf"{_CAPITAL.pattern}(?<=\w)[A-Za-z\w.’'&–-]*+"
    rf"(?: (?:{_GOES_ON}|(?=[a-z&])(?:{'|'.join(sorted(PARTICLES | _ORGANISATION_LINKS))}) {_GOES_ON})[A-Za-z\w.’'&–-]*+"
    r"|(?<=-)\s+\d[A-Za-z\w.’'&–-]*+)*+"
)
_JOINTS = frozenset("-’'")
_OPENING = frozenset("\"“‘'(")
_JOINED = re.compile(
    r"(?<![\w’'])\w+(?:[-’'](?=[^\W\d_])\w+)*[-’']\Z"
)  # before a capital that is part of a word: "pre-War"
_SMALL_FIRST = re.compile(r"(?:al|el|d|bin)[-’'][A-Z]")
_LONGEST = 8  # words in a name
_PERSONAL = 4  # words in a person's
_LONGEST_WORD = 40  # code points of a word with hyphens before its capital

_HEADLINE, _DATELINE, _METADATA = SegmentKind.HEADLINE, SegmentKind.DATELINE, SegmentKind.METADATA


# A name in a run of words, with all that the run tells of it: where it starts and ends, its words, those of them that the start of a
# sentence has not given their capital, whether it is one word that opens a sentence, a quotation or a bracket, whether one of its words is
# a given name or a nation's, and its category, None where a title before it may make it a person's. A plain tuple: a text is full of them.
_Piece = tuple[int, int, list[str], list[str], bool, bool, str | None]


def _run(document: Document, annotations: Annotations) -> Iterator[Name]:
    """A lone capitalised word that opens a sentence, and any word of a headline, is a name only if the body knows it as one."""
    text = document.text
    surely: list[list[str]] = []
    found: list[tuple[int, _Piece, bool]] = []
    for sentence in annotations.of(Sentence):
        segment = sentence.segment
        if segment is _METADATA:
            continue
        headline, inside = segment is _HEADLINE, segment is not _DATELINE
        first = sentence.start
        opening = True
        for run in _RUN.finditer(text, first, sentence.end):
            start = run.start()
            before = text[start - 1] if start else ""
            opens = before in _OPENING
            if opening:
                opening = False
                opens = opens or start == first or _ALPHANUMERIC.search(text, first, start) is None
            base, pieces = (
                (start, (_OPENING_RUNS if opens else _RUNS)[run[0]])
                if before == " " or before not in _JOINTS
                else _joined(text, run, first, opens=opens)
            )
            if pieces is None:
                base, pieces = 0, tuple(_pieces(text, base, run.end(), opens=opens))
            for piece in pieces:
                if not headline:
                    surely.append(piece[3])
                found.append((base, piece, headline or (inside and piece[4])))
    sure: set[str] = set().union(*surely)
    for base, (start, end, words_, _, _, known, category), doubtful in found:
        if not doubtful or known or not sure.isdisjoint(words_):
            at = base + start
            if category is None:
                # What stands before a run's first word is, as a rule, a small word, or a sign, and no title.
                small = not start and text[at - 1] == " " and text[at - 2] not in ". \n"
                category = "other" if small or not _is_titled(text, at) else "person"  # noqa: PLW2901
            yield Name(at, base + end, category)


def _joined(text: str, run: re.Match[str], first: int, *, opens: bool) -> tuple[int, tuple[_Piece, ...] | None]:
    """Read a run that a hyphen or an apostrophe joins to what stands before it: "al-Harthy", "pre-War Larkfield"; and where it starts."""
    start = run.start()
    joined = _JOINED.search(text, max(first, start - _LONGEST_WORD), start)
    if joined is not None:
        start = joined.start()
        opens = start <= first or text[start - 1] in _OPENING
    elif text[start - 1] != "-":
        start -= 1
    return start, (_OPENING_RUNS if opens else _RUNS)[text[start : run.end()]]


def _read(run: str, *, opens: bool) -> tuple[_Piece, ...] | None:
    """Read a run of capitalised words. The words tell all, so that each is looked at once for all texts; most stand in many.

    None where what stands around it tells as well, which of "May" is the month.
    """
    if "May" in run and _MAY.search(run):
        return None
    plain = _plain(run, opens=opens)
    return tuple(_pieces(run, 0, len(run), opens=opens)) if plain is None else plain


_RUNS = Remembered(partial(_read, opens=False))
_OPENING_RUNS = Remembered(partial(_read, opens=True))


def _plain(run: str, *, opens: bool) -> tuple[_Piece, ...] | None:
    """Read a run of words with capitals and nothing else, as most are, or two such with a small word between.

    None where the run needs the walk of :func:`_pieces`, which says the same of all others at six times the cost.
    """
    bare = run[:-1] if run[-1] in ".’'" else run[:-2] if run[-2:] in _POSSESSIVES else run
    parts = bare.split(" ")
    start, first = 0, parts[0]
    if len(parts) > 1 and (first in _ARTICLES or first in _short_titles()):
        del parts[0]
        start, opens = len(first) + 1, False
    if not "".join(parts).isalpha():
        return None
    if len(parts) > _LONGEST or not _closer().isdisjoint(parts):
        return () if len(parts) == 1 and parts[0] in calendar() else _linked(run, parts, start, opens=opens)
    if not bare.isascii() and not all(part[0].isupper() and len(part) > 1 for part in parts):
        return None
    if run[-1] == "." and (parts[-1] + "." in titles() or parts[-1] in _SHORTENED):
        return None
    if opens and (first in starters() or (len(parts) == 1 and _is_any_word(first))):
        del parts[0]
        start, opens = len(first) + 1, False
        if not parts:
            return ()
    return (_piece(start, len(bare), bare[start:], parts, opens=opens),)


def _linked(run: str, parts: list[str], start: int, *, opens: bool) -> tuple[_Piece, ...] | None:
    """Read a run that a small word parts in two, "Ann Ro on Friday": no name goes over it but an organisation's.

    ``parts`` are its words from ``start`` on. None where the run needs the walk.
    """
    link = next((n for n, part in enumerate(parts) if part in _ORGANISATION_LINKS), 0)
    if not link or parts[link - 1] in organisation_words():
        return None
    before = " ".join(parts[:link])
    behind = start + len(before) + len(parts[link]) + 2
    first, second = _plain(before, opens=opens), _plain(run[behind:], opens=False)
    if first is None or second is None:
        return None
    return (*(_moved(piece, start) for piece in first), *(_moved(piece, behind) for piece in second))


def _moved(piece: _Piece, by: int) -> _Piece:
    start, end, parts, sure, lone, known, category = piece
    return start + by, end + by, parts, sure, lone, known, category


def _is_any_word(word: str) -> bool:
    """Tell whether only its place gives a word its capital, by its form."""
    return word.endswith(("ing", "ly", "ed")) and not _known(word)


def _pieces(text: str, first: int, last: int, *, opens: bool) -> Iterator[_Piece]:
    """Yield the names of a run of capitalised words; ``opens`` tells whether it opens its sentence, a quotation or a bracket."""
    begins = opens
    done = at = first
    while capital := _CAPITAL.search(text, at, last):
        start, at = capital.span()
        if not capital[0].isupper():
            continue
        before = text[start - 1 : start] if start > first else ""
        if before in _JOINTS:
            joined = _JOINED.search(text, max(done, start - _LONGEST_WORD), start)
            if joined is not None and _SMALL_FIRST.match(text, joined.start()):
                start = joined.start()
                before = text[start - 1 : start] if start > first else ""
            elif joined is not None or before != "-":
                continue
        token = _TOKEN.match(text, start, last)
        if token is None:
            continue
        word, at = token[0], token.end()
        done = at
        opens = begins if start == first else before in _OPENING
        behind = text[done : done + 1]
        closes = word[-1]
        doubtful = opens or behind == "." or word in _rarely_names() or len(word) == 1 or closes in "s'’"
        if doubtful and _is_stray(text, token, last, opens=opens):
            continue
        if behind not in _ENDS and not (behind == " " and text[done + 1 : done + 2] in _NO_LINK):
            at = done = _extent(text, word, done, last)
            closes = text[done - 1]
        end = _without_possessive(text, start, done) if closes in "s'’" else done
        name = text[start:end]
        yield _piece(start, end, name, name.split(), opens=opens)


def _piece(start: int, end: int, name: str, parts: list[str], *, opens: bool) -> _Piece:
    lone = opens and len(parts) == 1
    known = not _known_words().isdisjoint(parts)
    return start, end, parts, parts[1:] if opens else parts, lone, known, _told(name, parts)


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
    return _is_any_word(bare) and not _next_capital(text, end, limit)


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


def _told(name: str, parts: list[str]) -> str | None:
    """What a name by itself tells of its category, None where a title before it may make it a person's."""
    if len(parts) == 1:
        shouted = len(name) > 1 and name.isupper() and name.isalpha() and name not in forms()
        return "organisation" if shouted or name in organisation_words() else None
    if not organisation_words().isdisjoint(parts):
        return "organisation"
    if len(parts) <= _PERSONAL and parts[0].partition("-")[0] in given_names():
        return "person"
    if parts[0] in _title_starts() and len(strip_title(parts)) < len(parts):
        return "person"
    return "other" if len(parts) > _PERSONAL else None


def _is_titled(text: str, start: int) -> bool:
    """Tell whether a title, with a capital, stands before a name."""
    if text[start - 3 : start - 1] not in _title_tails() and not text[start - 2 : start - 1].isspace() and start > 2:
        return False  # where one space, or sign, parts the name from what stands before it
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
def title_ends() -> frozenset[str]:
    """The last words of all titles."""
    return frozenset(title.split()[-1] for title in titles())


@cache
def _short_titles() -> frozenset[str]:
    """Titles of one word that a full stop shortens: "Mr."."""
    return frozenset(t for t in titles() if t.endswith(".") and t[:-1].isalpha() and t[:-1] not in _SHORTENED)


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
def _closer() -> frozenset[str]:
    """Words that need a closer look wherever they stand in a run, single letters among them."""
    return _rarely_names() | PARTICLES | _ORGANISATION_LINKS | frozenset(ascii_letters)


@cache
def _rarely_names() -> frozenset[str]:
    """Words with a capital, in mid-sentence, that need a closer look."""
    return _no_names() | _ARTICLES | {"May"}


@cache
def _known_words() -> frozenset[str]:
    """Given names, and words for nations and what is theirs."""
    return frozenset((*given_names(), *forms()))


def _known(word: str) -> bool:
    return word in _known_words()


NAMES = Extractor("names", "1", (Sentence,), Name, _run)
