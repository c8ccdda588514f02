"""Numbers as they are written, with their unit: what shows that two digits of one changed places on the way into another article.

Counted nouns ("382 passengers"), sums of money, measures ("38 kilometres"), percentages and finishing times ("2:31:52") are read, wherever
an article gives them. Hedged numbers are left out, but of what
the news has one number as a rule ("some 460 jobs"): nobody swaps the digits of "about 45".
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Annotations, Claim, Document, Extractor, Passage, Quantity, Sentence
from checker.text.glance import glance
from checker.text.numerals import cardinal
from checker.text.predications import stem
from checker.text.vocabulary import entries, forms_of, function_words, light_words
from checker_numbers.amounts import Thing, body_of
from checker_numbers.bounds import hedge_of, hedged_number, number
from checker_numbers.counted import singular
from checker_numbers.cues import cues
from checker_numbers.money import paid_before, sums_of_money

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "transposed"
_FEWEST = 2  # digits
_NP = 4  # words between a number and the end of its noun phrase
_WORD = re.compile(r"[\s-]([a-z][a-z’'-]*)")
_PLAIN = re.compile(r"[^\W\d_]{3,}")
_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b|percent\b|pc\b)")
_FINISH = re.compile(r"(?<![\w:.])(?P<h>\d{1,2}):(?P<m>[0-5]\d):(?P<s>[0-5]\d)(?:\.\d+)?(?![\w:])")
_LAP = re.compile(r"(?<![\w:.])(?P<m>\d{1,2}):(?P<s>[0-5]\d\.\d{1,2})(?![\w:])")
_BESIDE = 60  # code points around a number of workers in which words say that they lose their jobs
_HUNDRED = 100  # below, two digits are as likely rounded: nobody swaps the digits of "about 45"
_TWELVE = 12  # months of a year
_DIGITS = "0123456789ab"  # one for each number of years or months
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_NAMED = re.compile(r"\b[A-Z][\w&]*\.?[\s-]\Z|[#№/]\s?\Z|\d[-–]\Z")  # AK 47, MS-13, No. 12: a name, no number of things
_RANGE = re.compile(r"\s(?:to|or)\s\d|[-–]\d")
_RANGE_BEFORE = re.compile(r"\d\s(?:to|or)\s\Z")


# Whoever is on a ship or a bus is counted once, whatever they are called.
_ABOARD = re.compile(
    r"\s(?:(?:were|was|who\swere|travelling|traveling|had\sbeen)\s)?(?:aboard|on\sboard|on\sthe\s(?:bus|coach|ferry|boat|ship|train|plane|flight|aircraft|vessel)\b)"
)


@frozen()
class Written(Quantity):
    """A number by its digits: ``digits`` without the noughts around them, ``figures`` with them.

    ``about``: the stems of the other words in its sentence; ``beside``: every number of the article; ``label``: for the report.
    """

    kind: ClassVar[str] = "written"
    digits: str = ""
    about: frozenset[str] = frozenset()
    beside: frozenset[float] = frozenset()
    label: str = ""
    figures: str = ""


def transposed(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim every number of two digits or more that has a unit, under its unit and its digits in order of size."""
    sentences = body_of(annotations)
    found = [(s, w) for s in sentences for w in _written(document, s)]
    if not found:
        return
    beside = _numbers_of(document, sentences) | {w.value for _, w in found}
    about: dict[Sentence, frozenset[str]] = {}
    for sentence, read in found:
        if sentence not in about:
            about[sentence] = _about(document, sentence)
        own = {stem(w.casefold()) for w in _PLAIN.findall(read.label)}
        told = replace(read, low=read.value, high=read.value, about=about[sentence] - own, beside=beside)
        key = f"{read.unit} {''.join(sorted(read.figures or read.digits))}"
        thing = Thing(read.start, read.end, key, _title(read), key)
        yield Claim(document, thing, SLOT, told, (Passage(read.start, read.end, "number"),))


def _title(read: Written) -> str:
    if read.unit == "%":
        return "a percentage"
    last = read.label.split()[-1]
    return f"a number, as in “{last}”" if last[:1].isdigit() or "-" in last else f"a number of {last}"


def _written(document: Document, sentence: Sentence) -> Iterator[Written]:
    text = document.text
    taken: list[tuple[int, int]] = []
    for amount in sums_of_money(document, sentence):
        taken.append((amount.start, amount.end))
        if amount.hedge is None and not paid_before(text, amount.start):
            yield from _made(amount.start, amount.end, amount.value, amount.unit, amount.label)
    if not glance(text, sentence).number:
        return
    for pattern in (_FINISH, _LAP):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            taken.append(match.span())
            digits = re.sub(r"\D", "", match.group())
            yield Written(*match.span(), float(digits), "time", 0, 0, None, digits, label=match.group())
    for match in _two_numbers().finditer(text, sentence.start, sentence.end):
        taken.append(match.span())
        years, months = number(match["years"]), number(match["months"])
        if years is not None and months is not None and years < _TWELVE and months < _TWELVE and years != months:
            digits = f"{_DIGITS[int(years)]}{_DIGITS[int(months)]}"
            yield Written(
                *match.span(), years + months / _TWELVE, "years and months", 0, 0, None, digits, label=match.group()
            )
    for match in _numbers().finditer(text, sentence.start, sentence.end):
        start, end = match.span("number")
        if any(a <= start < b for a, b in taken):
            continue
        hedged = hedge_of(match["hedge"], text, end) is not None
        before = max(sentence.start + 1, start - 24)
        if _NAMED.search(text, before, start) or _RANGE_BEFORE.search(text, before, start) or _RANGE.match(text, end):
            continue
        value = number(match["number"])
        if value is None or _YEAR.fullmatch(match["number"]):
            continue
        percent = _PERCENT.match(text, end)
        unit, stop = ("%", percent.end()) if percent else _unit(text, end, sentence.end)
        if unit and not (hedged and (value < _HUNDRED or unit not in sole_units())):
            yield from _made(start, stop, value, unit, " ".join(text[start:stop].split()))


def _made(start: int, end: int, value: float, unit: str, label: str) -> Iterator[Written]:
    figures = f"{value:.12g}".replace(".", "")
    digits = figures.strip("0")
    if len(digits) >= _FEWEST:
        yield Written(start, end, value, unit, value, value, None, digits, label=label, figures=figures)


def _unit(text: str, at: int, stop: int) -> tuple[str, int]:
    """The unit behind a number, as a key, and where it ends: people, a measure, or the plural noun at the end of the phrase."""
    if text[at : at + 1] == "-" and (word := _WORD.match(text, at, stop)) is not None:
        plural = word[1] + "s"  # "a 382-passenger steamer"
        return _people().get(plural) or _things().get(word[1]) or word[1], word.end()
    found, end, start = "", at, at
    for _ in range(_NP):
        word = _WORD.match(text, at, stop)
        if word is None or word[1] in function_words():
            break
        at = word.end()
        if word[1] in _staff() and cues("jobless").search(text, max(0, start - _BESIDE), at + _BESIDE):
            return _things()["jobs"], at
        if word[1] in _people():
            return ("aboard" if _ABOARD.match(text, at) else _people()[word[1]]), at
        if word[1] in _things():
            return _things()[word[1]], at
        if word[1] in _measures():
            return singular(word[1]), at
        if word[1].endswith("s") and not word[1].endswith(("ss", "us", "is")):
            found, end = singular(word[1]), at
    return found, end


def _about(document: Document, sentence: Sentence) -> frozenset[str]:
    """The stems of what a sentence says, names and a headline's capitals among them."""
    told = (m.group().casefold() for m in _PLAIN.finditer(document.text, sentence.start, sentence.end))
    stems = (stem(w) for w in told if w not in light_words() and not w.isdigit())
    return frozenset(_same().get(s, s) for s in stems)


def _numbers_of(document: Document, sentences: list[Sentence]) -> frozenset[float]:
    return frozenset(
        value
        for s in sentences
        if glance(document.text, s).number
        for m in _any().finditer(document.text, s.start, s.end)
        if (value := number(m.group())) is not None
    )


@cache
def _any() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,]){cardinal()}(?!\w|[.,]\d)", re.IGNORECASE)


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(hedged_number().replace(r"(?![\w%]|[.,:-]\d)", r"(?!\w|[.,:-]\d)"), re.IGNORECASE)


@cache
def _two_numbers() -> re.Pattern[str]:
    """Match a length that two numbers make: "four years and three months"."""
    return re.compile(
        rf"(?<![\w.,])(?P<years>{cardinal()})[\s-]years?(?:\sand\s|,?\s)(?P<months>{cardinal()})[\s-]months?\b",
        re.IGNORECASE,
    )


@cache
def _same() -> dict[str, str]:
    """Stems that say what another says: "annual" is "year"."""
    return {stem(form): stem(word) for form, word in forms_of("checker_numbers", "same-words.txt").items()}


@cache
def _people() -> dict[str, str]:
    return forms_of("checker_numbers", "people.txt")


@cache
def sole_units() -> frozenset[str]:
    """Units of which the news has one number as a rule: who was aboard, the jobs that go."""
    return entries("checker_numbers", "sole-units.txt")


@cache
def _staff() -> frozenset[str]:
    """Words for people who have a job, which is what is counted where they lose it."""
    return entries("checker_numbers", "staff.txt")


@cache
def _things() -> dict[str, str]:
    return forms_of("checker_numbers", "units.txt")


@cache
def _measures() -> frozenset[str]:
    return entries("checker_numbers", "measures.txt")


TRANSPOSED = Extractor("transposed-digits", "1", (Sentence,), Claim, transposed)
