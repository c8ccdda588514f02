"""Parts against their total: "12 others, nine men and six women"; "87 aboard ... 61 saved, 14 dead and nine missing: all accounted for"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Quotation, Sentence, Span
from checker.text.numerals import cardinal, number
from checker.text.patterns import pattern
from checker.text.vocabulary import table, words
from checker_numbers.figures import Figure, added, reckoned
from checker_numbers.tallies import SEGMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "reckoned-sum"
_HEDGE_BEFORE = pattern(
    r"\b(?:about|around|some|over|than|least|most|nearly|almost|approximately|roughly|to|or|estimated|of)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_MORE = pattern(
    r"\A(?:,?\s(?:and|or|plus|as\swell\sas)\b(?!\s(?:were|was|are|had|have|then|injured|wounded|killed|left|taken))|\s(?:of|who|in)\s|/)",
    re.IGNORECASE,
)
_ALL = pattern(
    r"\baccount(?:s|ed|ing)?\sfor\s(?:all|every|the\sfull|the\swhole)|\ball\s(?:\w+\s){0,3}accounted\sfor\b",
    re.IGNORECASE,
)
NOT_COUNTS = pattern(
    r"\s?(?:per\s?cent|percent|%|years?|months?|weeks?|days?|hours?|minutes?|miles?|km|kilomet\w+|met(?:re|er)s?|feet|foot|times|knots|a\.?m|p\.?m|o[’']clock|January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
_YOUNG = frozenset({"children", "kids", "teens", "teenagers", "youths", "juveniles", "minors", "students", "pupils"})
_ONE_SEX = frozenset({"men", "women", "males", "females", "boys", "girls"})
_WAYS = 3  # in which people fared, at least: two may be some of them
_ABOARD = r"(?:aboard|on\sboard|on\sthe\s\w+)"


@cache
def _total_and_parts() -> re.Pattern[str]:
    people = "|".join(n for n in _nouns() if n not in _ONE_SEX)
    part_nouns = "|".join(words("checker_numbers", "parts.txt"))
    few = rf"(?:an?|{cardinal()})"
    part = rf"{few}\s(?:[a-z-]+\s){{0,2}}?(?:{part_nouns})"
    return re.compile(
        rf"(?<![\w$€£.,-])(?P<total>{cardinal()})\s(?:[a-z-]+\s){{0,2}}?(?P<counted>{people})"
        rf"(?:\s(?:inside|in|aboard|on)\s(?:the|a)\s\w+|\s(?:aboard|on\sboard))?"
        rf"\s?(?:,|:|\s?-{{1,2}}|\s?[–—]|\s?\()\s?(?P<parts>{part}(?:,\s(?:and\s)?{part})*,?\sand\s{part})\b",
        re.IGNORECASE,
    )


@cache
def _the_dead_were() -> re.Pattern[str]:
    """Match "The dead were nine women, five men and two children": all of those whom the sentence before counts."""
    part = rf"(?:an?|{cardinal()})\s(?:[a-z-]+\s){{0,2}}?(?:{'|'.join(words('checker_numbers', 'parts.txt'))})"
    return re.compile(
        rf"\AThe\s(?:dead|victims|fatalities)\s(?:were|are)\s(?P<parts>{part}(?:,\s(?:and\s)?{part})*,?\sand\s{part})\b",
        re.IGNORECASE,
    )


@cache
def _killed() -> re.Pattern[str]:
    people = "(?:people|persons)"
    return re.compile(
        rf"\b(?:killed|killing|kills)\s(?P<first>{cardinal()})\s{people}\b|(?<![\w$€£.,-])(?P<second>{cardinal()})\s{people}\s"
        rf"(?:were\skilled|died|have\sdied|dead)\b",
        re.IGNORECASE,
    )


@cache
def _part() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<few>an?|{cardinal()})\s(?:[a-z-]+\s){{0,2}}?(?P<noun>{'|'.join(words('checker_numbers', 'parts.txt'))})\b",
        re.IGNORECASE,
    )


@cache
def _nouns() -> tuple[str, ...]:
    forms = (
        f.strip().replace(" ", r"\s")
        for listed in table("checker_numbers", "people.txt").values()
        for f in listed.split(",")
    )
    return tuple(sorted(forms, key=len, reverse=True))


@cache
def _aboard() -> re.Pattern[str]:
    people = "|".join(_nouns())
    return re.compile(
        rf"\b(?:carried|carrying|with|had)\s(?P<first>{cardinal()})\s(?:{people})|(?<![\w$€£.,-])(?P<second>{cardinal()})\s(?:{people})\s(?:\w+\s){{0,2}}?{_ABOARD}",
        re.IGNORECASE,
    )


def sum_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim each total that stands beside all its parts, and what the parts make."""
    quoted = [q for q in annotations.of(Quotation) if q.form != "indirect"]
    for sentence in annotations.of(Sentence):
        if sentence.segment in SEGMENTS and not any(q.contains(sentence) for q in quoted):
            yield from _apposition(document, sentence)
            yield from _all_told(document, annotations, sentence)
    told = [s for s in annotations.of(Sentence) if s.segment in SEGMENTS]
    for before, sentence in pairwise(told):
        if sentence.paragraph - before.paragraph <= 1 and not any(q.contains(sentence) for q in quoted):
            yield from _who_they_were(document, before, sentence)
            yield from _all_found(document, before, sentence)


def _apposition(document: Document, sentence: Sentence) -> Iterator[Claim]:
    text = document.text
    for match in _total_and_parts().finditer(text, sentence.start, sentence.end):
        total = number(match["total"])
        if (
            total is None
            or _HEDGE_BEFORE.search(text, max(0, match.start() - 20), match.start())
            or _MORE.match(text[match.end() : match.end() + 20])
        ):
            continue
        parts = list(_part().finditer(text, *match.span("parts")))
        values = [1.0 if p["few"].lower() in ("a", "an") else number(p["few"]) for p in parts]
        nouns = [p["noun"].lower() for p in parts]
        numbers = [v for v in values if v is not None]
        if len(numbers) != len(values) or len(set(nouns)) != len(nouns) or _beside(match["counted"], nouns):
            continue
        spans = [Span(p.start("few"), p.end("noun")) for p in parts]
        yield from _sum(document, Span(*match.span("total")), total, spans, numbers)


def _who_they_were(document: Document, before: Sentence, sentence: Sentence) -> Iterator[Claim]:
    """The number killed in one sentence against who they were in the next."""
    text = document.text
    listed = _the_dead_were().match(text[sentence.start : sentence.end])
    killed = list(_killed().finditer(text, before.start, before.end))
    if listed is None or len(killed) != 1 or _MORE.match(text[sentence.start + listed.end() :][:20]):
        return
    group = "first" if killed[0]["first"] else "second"
    total = number(killed[0][group])
    hedged = _HEDGE_BEFORE.search(text, max(0, killed[0].start(group) - 20), killed[0].start(group))
    start, end = (sentence.start + at for at in listed.span("parts"))
    parts = list(_part().finditer(text, start, end))
    numbers = [1.0 if p["few"].lower() in ("a", "an") else number(p["few"]) for p in parts]
    known = [n for n in numbers if n is not None]
    if total is None or hedged or len(known) != len(numbers) or len({p["noun"].lower() for p in parts}) != len(parts):
        return
    spans = [Span(p.start("few"), p.end("noun")) for p in parts]
    yield from _sum(document, Span(*killed[0].span(group)), total, spans, known)


def _beside(counted: str, parts: list[str]) -> bool:
    """Tell whether the parts stand beside the total rather than make it up: "two teens, a man and a woman"."""
    return counted.lower() in _YOUNG and not all(p.rstrip("s") in ("boy", "girl", "male", "female") for p in parts)


def _all_told(document: Document, annotations: Annotations, sentence: Sentence) -> Iterator[Claim]:
    """Numbers of one sentence that are said to account for everyone, against how many there were."""
    text = document.text
    if not _ALL.search(text, sentence.start, sentence.end):
        return
    parts = _counts(text, sentence)
    aboard = [
        (Span(*m.span("first" if m["first"] else "second")), value)
        for s in annotations.of(Sentence)
        if s.segment in SEGMENTS and s != sentence
        for m in _aboard().finditer(text, s.start, s.end)
        if (value := number(m["first"] or m["second"])) is not None
    ]
    if len(parts) >= 2 and aboard and len({v for _, v in aboard}) == 1:
        span, total = aboard[0]
        yield from _sum(document, span, total, [p for p, _ in parts], [v for _, v in parts])


_EACH = pattern(
    r"\b(?:(?:each|every\sone|all)\sof\sthem|every(?:one|body))\b[^.;]{0,30}\b(?:found|accounted\sfor|reached|traced|located|brought\sout)\b",
    re.IGNORECASE,
)
_OF_THEM = pattern(
    r"\b(?:of\s(?:whom|which|them|these|those)|includ\w+|among|another|about|some|least)\b", re.IGNORECASE
)


@cache
def _there_were() -> re.Pattern[str]:
    people = "|".join(_nouns())
    return re.compile(
        rf"(?<![\w$€£.,-])(?P<all>{cardinal()})\s(?:{people})\s(?:were\s)?(?:in|at|on|inside)\s", re.IGNORECASE
    )


def _all_found(document: Document, before: Sentence, sentence: Sentence) -> Iterator[Claim]:
    """How many there were, each of whom was found, against how many fared which way in the next sentence."""
    text = document.text
    there = list(_there_were().finditer(text, before.start, before.end))
    if len(there) != 1 or not _EACH.search(text, there[0].end(), before.end):
        return
    total = number(there[0]["all"])
    parts = _counts(text, sentence)
    hedged = _HEDGE_BEFORE.search(text, max(0, there[0].start() - 20), there[0].start())
    if total is None or hedged or len(parts) < _WAYS or _OF_THEM.search(text, sentence.start, sentence.end):
        return
    yield from _sum(document, Span(*there[0].span("all")), total, [p for p, _ in parts], [v for _, v in parts])


def _counts(text: str, sentence: Sentence) -> list[tuple[Span, float]]:
    """The numbers of a sentence that count, with their spans."""
    return [
        (Span(sentence.start + m.start(), sentence.start + m.end()), value)
        for m in re.finditer(
            rf"(?<![\w$€£.,-]){cardinal()}(?![\w%]|[.,:-]\d)", text[sentence.start : sentence.end], re.IGNORECASE
        )
        if (value := number(m.group())) is not None and not NOT_COUNTS.match(text, sentence.start + m.end())
    ]


def _sum(document: Document, span: Span, total: float, parts: list[Span], numbers: list[float]) -> Iterator[Claim]:
    made = sum(numbers)
    stated = Figure(span.start, span.end, total, "people", total, total, label=f"{total:,.10g} in all")
    computed = Figure(parts[0].start, parts[-1].end, made, "people", made, made, label=added(numbers))
    yield from reckoned(document, SLOT, stated, computed, parts, ("total", "part"))


SUMS = Extractor("sum-claims", "2", (Quotation, Sentence), Claim, sum_claims)
