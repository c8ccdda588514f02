"""Where the patterns of time expressions are tried: at the words and figures they begin with.

The words of a text are looked up all at once; it is gone over word by word at those alone that an expression can begin with, and most of
these count only with one that may follow them ("the" with "quarter"). What begins there says which patterns are tried, and nothing else is.
"""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING

from checker.text.patterns import once, pattern
from checker.text.remembered import Remembered
from checker.text.vocabulary import table, words
from checker_dates import lexicon as lex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Triggers = tuple[str, ...]  # classes of patterns
Start = tuple[int, Triggers]  # an offset into a text, and what is to be tried there

FENCE = "not"  # the class of phrases that are no time, whatever they look like

_ABBREVIATED = 5  # letters that the short form of a weekday has at most
_YEAR_DIGITS = 4
_JOINED = "\x01"  # stands for the point or comma in a figure
_CUT = "\x02"  # stands for the apostrophe before one
_LETTERS = pattern(r"[^\W\d_]+")


# --- What the data file says ------------------------------------------------------------------------------------------


def _cased(forms: Iterable[str]) -> tuple[str, ...]:
    """Return words in lower case as they stand at the head of a sentence, too; names in capitals, too."""
    return tuple(form for word in forms for form in (word, word.capitalize() if word.islower() else word.upper()))


def _shapes() -> Iterator[str]:
    """Return what a figure, alone or with the letters it is written together with, looks like where each digit is 0."""
    for size in range(1, 5):
        for letters in ("", *"st nd rd th s a p am pm AM PM h hrs hours sec min".split()):
            yield "0" * size + letters
    for month in {m[:3] for m in lex.MONTHS}:
        for form in (month, month.upper(), month.lower()):
            yield from (f"{day}{form}{year}" for day in ("0", "00") for year in ("", "00", "0000"))


@once
def _lists() -> Mapping[str, tuple[str, ...]]:
    """Return the lists of the vocabulary that the data file names."""
    days = [d for d in lex.WEEKDAYS if len(d) > _ABBREVIATED]
    return {
        "N": _cased(lex.CARDINALS),
        "FIGURE": tuple(_shapes()),
        "ORDINAL": _cased(lex.ORDINALS),
        "UNIT": _cased(lex.UNITS),
        "UNITS": _cased([*(f"{u}s" for u in lex.UNITS if u != "century"), "centuries"]),
        "MONTH": _cased(lex.MONTHS),
        "WEEKDAY": _cased(days),
        "WEEKDAYS": _cased(f"{d}s" for d in days),
        "SHORT": tuple(d for d in lex.WEEKDAYS if d not in days),
        "SEASON": _cased(lex.SEASONS),
        "DAYPART": (*_cased(lex.DAYPARTS), *(p.upper() for p in lex.DAYPARTS)),
        "FREQUENCY": _cased(lex.FREQUENCIES),
        "HOLIDAY": tuple(first for first, _ in _phrases(lex.HOLIDAYS)),
    }


def _listed(forms: str) -> tuple[str, ...]:
    lists = _lists()
    return tuple(form for name in forms.split() for form in lists.get(name) or _cased([name]))


def _phrases(phrases: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Return the first word of each phrase, and the second where there is one."""
    for phrase in phrases:
        first, *more = _LETTERS.findall(phrase)
        yield first, tuple(more[:1])


def _heads() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Return how the expressions of each class begin: the class, the first word, those that may follow it; none where all may."""
    phrases = {"REFERENCE": _cased(lex.REFERENCES), "HOLIDAY": lex.HOLIDAYS}
    for trigger, rules in table(lex.PACKAGE, "first-words.txt").items():
        for rule in rules.split(";"):
            firsts, _, seconds = rule.partition(">")
            if firsts.strip() in phrases:
                for first, more in _phrases(phrases[firsts.strip()]):
                    yield trigger, first, more
            else:
                behind = _listed(seconds)
                for first in _listed(firsts):
                    yield trigger, first, behind
    for first, more in _phrases(words(lex.PACKAGE, "not-times.txt")):
        yield FENCE, first, more


_LOOK: Triggers = ("figure",)  # what stands beside a figure is to be looked at
_CUT_OFF: Triggers = ("cut off",)  # the same, behind an apostrophe
# What a word that expressions begin with calls for, by the word behind it, and whatever stands there.
_Behind = tuple[dict[bytes, Triggers], Triggers]
_First = tuple[dict[bytes, Triggers], Triggers, bytes]  # the same, and the word between the spaces it is found by


def _written(word: str) -> bytes:
    """Return a word as texts are looked through for it: bytes are cut and compared faster than characters."""
    return word.encode("latin-1", "replace")


@once
def _table() -> dict[bytes, _First]:
    heads: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for trigger, first, seconds in _heads():
        heads.setdefault(first, []).append((trigger, seconds))
    made: dict[tuple[tuple[str, tuple[str, ...]], ...], _Behind] = {}
    found: dict[bytes, _Behind] = {}
    for first, told in heads.items():
        key = tuple(told)
        if key not in made:
            made[key] = _called(key)
        found[_written(first)] = made[key]
    look: _Behind = {}, _LOOK
    units = dict.fromkeys(map(_written, _listed(" ".join(words(lex.PACKAGE, "behind-figures.txt")))), _LOOK)
    following: _Behind = units, ()
    joined: _Behind = {**units, **dict.fromkeys(map(_written, _listed("FIGURE")), ())}, ()
    for form in _lists()["FIGURE"]:
        bare = form.isdigit()
        found[_written(form)] = following if bare and len(form) < _YEAR_DIGITS else look
        found[_written(_CUT + form)] = {}, _CUT_OFF
        for whole in ("0", "00", "000"):
            found[_written(whole + _JOINED + form)] = joined if bare else look
    for day in ("0", "00"):
        for month in ("0", "00"):
            found[_written(_JOINED.join((day, month, "0000")))] = look
    return {first: (*behind, b" %b " % first) for first, behind in found.items()}


def _called(heads: Iterable[tuple[str, tuple[str, ...]]]) -> _Behind:
    """Return the classes that a first word calls for by the word behind it."""
    alone = tuple(dict.fromkeys(trigger for trigger, seconds in heads if not seconds))
    behind: dict[str, list[str]] = {}
    for trigger, seconds in heads:
        for second in seconds:
            behind.setdefault(second, []).append(trigger)
    called = {_written(s): tuple(dict.fromkeys((*alone, *more))) for s, more in behind.items()}
    return called, alone


@once
def _needs() -> Mapping[str, frozenset[bytes]]:
    """Return, by class, the words without which its expressions cannot go on."""
    listed = table(lex.PACKAGE, "needed-words.txt")
    return {trigger: frozenset(map(_written, _listed(forms))) for trigger, forms in listed.items()}


@once
def _needed() -> frozenset[bytes]:
    return frozenset().union(*_needs().values())


def _left(called: Triggers, follow: frozenset[bytes] = frozenset()) -> Triggers:
    """Return what of all that is called for can go on with the words that follow."""
    needs = _needs()
    return tuple(t for t in called if t not in needs or not needs[t].isdisjoint(follow))


@once
def _needy() -> Mapping[Triggers, Triggers]:
    """Return what is left where none of the words follow that what is called for needs."""
    called = {c for behind, otherwise, _ in _table().values() for c in (*behind.values(), otherwise)}
    return {c: _left(c) for c in called if not _needs().keys().isdisjoint(c)}


_LEFT: Remembered[tuple[Triggers, frozenset[bytes]], Triggers] = Remembered(lambda key: _left(*key))
_AHEAD = 12  # words behind the first one among which a needed one must stand


# --- Figures ----------------------------------------------------------------------------------------------------------

_MONTH_START = lex.either({m[:3] for m in lex.MONTHS} | {m[:3].upper() for m in lex.MONTHS})
_UNIT_BEHIND = (
    r"[\s-]*+(?:[Ss]ec|[Mm]in|[Hh]our|[Dd]ay|[Nn]ight|[Ww]eek|[Ff]ortnight|[Mm]onth|[Qq]uarter|[Yy]ear|[Dd]ecade|[Cc]entur"
    r"|[Mm]illenni|more|straight|consecutive|full|additional|trading|business|working|calendar|long|whole|extra|further|short)"
)
# What stands behind a figure, and the classes that it makes worth a trial.
_BEHIND: tuple[tuple[str, Triggers], ...] = (
    (_UNIT_BEHIND, ("count", "away", "time", "shift", "zone")),
    (r"(?:st|nd|rd|th)\b", ("day-month", "nth-quarter", "half", "century", "set-nth")),
    (rf"(?:[\s.-]+(?:of\s+)?)?{_MONTH_START}", ("day-month", "odd")),
    (r"[-–/]\d\d(?!\d)", ("second-year",)),
    (r"\s*+[-–—]\s*\d", ("day-month", "iso", "odd", "era")),
    (r"\s++(?:to|through|until|and|or)\s+(?:the\s+)?\d", ("day-month", "era")),
    (r"/\d", ("odd",)),
    (r":\d", ("colon", "clock-figure", "zone")),
    (r"\s?(?:[apAP]\.?\s?[mM]\b|o['’]clock|in\sthe\s)", ("clock-figure",)),
    (r"['’]?s\b", ("decades",)),
    (r"\s?(?:GMT|UTC|h(?:ou)?rs|local)\b", ("zone",)),
    (r"\s?(?:B\.?C\.?E?|A\.?D|CE)\b", ("era",)),
    (r"\s++(?:fiscal|Fiscal|first|second|third|fourth|final|[1-4](?:st|nd|rd|th))\b", ("nth-quarter",)),
)
_YEAR: Triggers = ("digits4",)


def _any_behind() -> str:
    return "|".join(source for source, _ in _BEHIND)


# Groups: 1 what stands behind a year, 2 what stands behind any other figure, 3 the month of "14.7.2024".
_FIGURE = pattern(
    rf"(?:1\d|20|21)\d\d(?!\d)(?:({_any_behind()})|)"
    rf"|(?<!\d[.,])\d++(?:[.,]\d++)*+(?:[\s-]\d/\d|[½¼¾])?({_any_behind()})"
    r"|\d\d?\.(\d\d?)\.\d\d\d\d"
)
_SOURCES = tuple((pattern(source), called) for source, called in _BEHIND)


def _calls(behind: str) -> Triggers:
    return tuple(dict.fromkeys(t for source, called in _SOURCES if source.match(behind) for t in called))


_BY_GROUP: tuple[Remembered[str, Triggers], ...] = (
    Remembered(lambda behind: _YEAR + _calls(behind)),
    Remembered(_calls),
    Remembered(lambda _: ("iso",)),
)


def _figure(text: str, at: int) -> Triggers:
    """Return the classes that a figure calls for, by what stands beside it."""
    match = _FIGURE.match(text, at)
    if match is None:
        return ()
    group = match.lastindex
    return _YEAR if group is None else _BY_GROUP[group - 1][match[group]]


# --- The scan ---------------------------------------------------------------------------------------------------------


def _kept(character: str) -> str:
    if character in "'?":  # what is no Latin letter, a curly apostrophe say, is a question mark by then
        return "'"
    if character in ".,":
        return "."
    return character if character.isalpha() else "0" if character in "0123456789" else " "


# Letters as they are, digits as 0, what may stand inside a figure as a point, and all else as spaces.
_PLAIN = "".join(_kept(chr(n)) for n in range(256)).encode("latin-1")
_PARTED = bytes.maketrans(b"'.", b"  ")
_POINT, _IN_FIGURE = b"0.0", b"0" + _JOINED.encode() + b"0"


def _parted(text: str) -> bytes:
    """Return the words and figures of a text where they stand, as long as they are there, with spaces around them and for all else."""
    plain = text.encode("latin-1", "replace").translate(_PLAIN)
    plain = plain.replace(_POINT, _IN_FIGURE).replace(_POINT, _IN_FIGURE)  # again for "1.2.3"
    return b" %b " % plain.replace(b"'0", _CUT.encode() + b"0").translate(_PARTED)


_SHORT: Triggers = ("short", "decades")
_APOSTROPHES = ("'", "’")


def starts(text: str) -> list[Start]:
    """Return, in order, the offsets at which expressions may begin, and the classes of patterns that are to be tried there."""
    parted = _parted(text)
    tokens = parted.split()
    table, needed, needy = _table(), _needed(), _needy()
    places = compress(count(), map(table.__contains__, tokens))
    tokens.append(b"")
    found: list[Start] = []
    passed: list[bytes] = []  # the first words since the last one that counted
    add, skip = found.append, passed.append
    at = -1
    for n in places:
        first = tokens[n]
        behind, otherwise, alone = table[first]
        called = behind.get(tokens[n + 1], otherwise)
        if called and called in needy:
            follow = needed.intersection(tokens[n + 1 : n + _AHEAD])
            called = _LEFT[called, follow] if follow else needy[called]
        if not called:
            skip(first)
            continue
        # Offsets are looked up for the few words that count; the same word may have stood between, where it did not.
        for _ in range(passed.count(first) + 1):
            at = parted.find(alone, at + 1)
        passed.clear()
        if called is _LOOK:
            if figure := _figure(text, at):
                add((at, figure))
        elif called is _CUT_OFF:
            if text[at] in _APOSTROPHES:
                add((at, _SHORT))
            if figure := _figure(text, at + 1):
                add((at + 1, figure))
        else:
            add((at, called))
    return found
