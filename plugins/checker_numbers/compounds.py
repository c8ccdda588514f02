"""Tallies of several classes told together: "two men and a woman were arrested" is a count of three people."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Extractor, Sentence
from checker.text.glance import glance
from checker.text.numerals import cardinal, number
from checker.text.patterns import pattern
from checker_numbers.cues import alternatives
from checker_numbers.tallies import AUXILIARY, SEGMENTS, SOME_BEFORE, Tally, done, harms, tells_harm

if TYPE_CHECKING:
    from collections.abc import Iterator

_REACH = 24  # code points before a list
_BEYOND = pattern(
    r",?\s(?:and|as\swell\sas|along\swith|plus)\s(?:an?|one|two|three|four|five|six|several|some|others?|\d+|(?:his|her|their|the)\s\w+)\b",
    re.IGNORECASE,
)
_BEFORE = pattern(r"(?:\w,?\sand|[a-z],|\bof|\bto|\bor)\s\Z")


@cache
def _few() -> str:
    return rf"(?:an?|{cardinal()})"


@cache
def _class() -> str:
    """One class and its number, with the ages that may follow: "three men, aged 22, 29 and 41"."""
    years = r"\d{1,3}"
    aged = (
        rf"(?:,?\s(?:(?:all|both)\s)?(?:aged|of)\s{years}(?:(?:,\s|,?\sand\s){years})*,?|,\s{years},"
        rf"|\s\({years}(?:(?:,\s|,?\sand\s){years})*\))?"
    )
    return rf"{_few()}\s(?:(?!(?:and|or|an?|the)\b)[a-z-]+\s){{0,2}}?{alternatives('one-person')}\b{aged}"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    each = _class()
    listed = rf"(?P<listed>{each}(?:,?\s(?:and\s)?{each})*,?\s?and\s{each})"
    after, before = harms()
    return (
        re.compile(rf"(?<![\w$€£.,-]){listed}{AUXILIARY}\s{after}\b", re.IGNORECASE),
        re.compile(rf"\b{before}\s{listed}(?!\s(?:was|were|is|are|has|have|had)\b)", re.IGNORECASE),
    )


@cache
def _each() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!of )(?<!aged )\b(?P<few>{_few()})\s(?:(?!(?:and|or|an?|the)\b)[a-z-]+\s){{0,2}}?{alternatives('one-person')}\b",
        re.IGNORECASE,
    )


def compounds(document: Document, annotations: Annotations) -> Iterator[Tally]:
    """Find the people of several classes that one predicate counts; what may go on behind them is no count of all."""
    for sentence in annotations.of(Sentence):
        if sentence.segment in SEGMENTS and tells_harm(glance(document.text, sentence)):
            subjects, objects = _patterns()
            for match in subjects.finditer(document.text, sentence.start, sentence.end):
                if not _is_object(_before(document, sentence, match)):
                    yield from _compound(document, sentence, match)
            for match in objects.finditer(document.text, sentence.start, sentence.end):
                yield from _compound(document, sentence, match)


def _compound(document: Document, sentence: Sentence, match: re.Match[str]) -> Iterator[Tally]:
    start, end = match.span("listed")
    before = _before(document, sentence, match)
    if _BEYOND.match(document.text, end) or SOME_BEFORE.search(before) or _BEFORE.search(before):
        return
    few = [m["few"].lower() for m in _each().finditer(document.text, start, end)]
    values = [1.0 if f in ("a", "an") else number(f) for f in few]
    known = [v for v in values if v is not None]
    what = done(match["harm"])
    if what in ("damaged", "destroyed") or not len(known) == len(values) > 1:
        return
    made, shot = sum(known), what == "shot"
    yield Tally(start, end, made, "people", made, made, None, "hurt" if shot else what, shot=shot, noun="people")


def _before(document: Document, sentence: Sentence, match: re.Match[str]) -> str:
    return document.text[max(sentence.start, match.start("listed") - _REACH) : match.start("listed")]


def _is_object(before: str) -> bool:
    """Tell whether people stand behind the verb that harmed them: "hurt two men, and a woman was killed"."""
    return re.search(rf"\b{harms()[1]}\s\Z", before, re.IGNORECASE) is not None


COMPOUNDS = Extractor("compound-tallies", "1", (Sentence,), Tally, compounds)
