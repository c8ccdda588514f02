"""Counts of people: "two people were killed", "leaving four wounded", "at least 12 injured".

A count belongs to the event of its sentence, else to the first event of the article. Where an article has two numbers for one slot (the
dead of today and of last year, a toll and its revision), it claims neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.model import (
    Annotations,
    Claim,
    Document,
    EventMention,
    Extractor,
    Factuality,
    Mention,
    Passage,
    Quotation,
    SegmentKind,
    Sentence,
)
from checker.text.numerals import number
from checker.text.vocabulary import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEGMENTS = frozenset({SegmentKind.BODY, SegmentKind.HEADLINE})
_MOST = 100_000
_FEWEST = 2  # one is a person, and told as one
_LEAD = 8  # sentences from the top in which a report gives its toll
# Some of them, or those spoken of before: no count of all.
_PART_AFTER = re.compile(
    r"\s(?:of\s(?:the|those|them|whom|its|his|her|which)|other|others|more|additional)\b", re.IGNORECASE
)
_PART_BEFORE = re.compile(
    r"\b(?:of|the|those|these|all|other|both|another|first|last|than|among|his|her|their|’s|'s)\s\Z", re.IGNORECASE
)
_SMALL = r"(?:an?|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_JOINED_AFTER = re.compile(
    rf"\s(?:[a-z-]+\s){{1,3}}and\s{_SMALL}\s[a-z-]+\b(?<!\sothers)(?<!injured)(?<!wounded)(?<!hurt)(?<!dead)(?<!killed)(?<!shot)"
)
_JOINED_BEFORE = re.compile(rf"\b{_SMALL}\s(?:[a-z-]+\s){{1,2}}and\s\Z")
_DOER = re.compile(
    r"\b(?:himself|herself|themselves|including|suicide|suspects?\s(?:was|were|is|are)\s(?:also\s)?(?:killed|dead|shot))\b"
)
_MANY = re.compile(r"\b(?:shootings|incidents|separate|attacks|crashes|overnight|weekend)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ELSEWHERE = re.compile(
    r"(?i)\b(?:last\s(?:week|month|year)|years?\sago|months?\sago|so\sfar\sthis\syear|this\syear|since|history|previous|earlier|another|similar"
    r"|would|could|might|if|no\sone|nobody|police\ssay\sthey\sfear)\b"
)


@dataclass(frozen=True, slots=True)
class Count(Mention):
    """How many people: ``what`` happened to them, and ``hedge`` MORE, LESS, ABOUT or None."""

    kind: ClassVar[str] = "count"
    what: str
    value: int
    hedge: str | None = None


@cache
def _harms() -> dict[str, str]:
    return {f.strip(): what for what, forms in table("checker_numbers", "harms.txt").items() for f in forms.split(",")}


@cache
def _hedges() -> dict[str, str]:
    return dict(table("checker_numbers", "hedges.txt"))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    def either(forms: object) -> str:
        return "|".join(sorted((re.escape(f).replace(r"\ ", r"\s") for f in forms), key=len, reverse=True))  # type: ignore[attr-defined]

    ones = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    num = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})*|(?:{tens})(?:-(?:{ones}))?|{ones})"
    hedge = rf"(?:(?P<hedge>{either(_hedges())})\s)?"
    people = either(w for line in words("checker_numbers", "people.txt") for w in line.split())
    harm = rf"(?P<harm>{either(_harms())})"
    noun = rf"(?:\s(?:[a-z-]+\s){{0,2}}?(?:{people}))"
    flags = re.IGNORECASE
    return (
        # two people were killed / two men dead / four wounded
        re.compile(
            rf"(?<![\w$€£.,-]){hedge}{num}(?:{noun}(?:\s(?:were|was|have\sbeen|had\sbeen|are|got|remained|reported|confirmed)){{0,2}})?\s{harm}\b",
            flags,
        ),
        # killing two people / wounded at least four / left three injured
        re.compile(
            rf"\b{harm}\s{hedge}{num}(?:{noun}|(?=\sand\b|[,.;]))(?!\s(?:old|years|times|minutes|hours|days))", flags
        ),
        re.compile(rf"\b(?:left|leaving|leaves)\s{hedge}{num}(?:{noun})?\s{harm}\b", flags),
    )


def counts(document: Document, annotations: Annotations) -> Iterator[Count]:
    """Find the counts of people outside furniture, the longest reading of each number."""
    for sentence in annotations.of(Sentence):
        if sentence.segment not in _SEGMENTS:
            continue
        taken: dict[int, Count] = {}
        for pattern in _patterns():
            for match in pattern.finditer(document.text, sentence.start, sentence.end):
                value = number(match["number"])
                if value is None or not 0 < value <= _MOST or match.start("number") in taken:
                    continue
                hedge = _hedges()[" ".join(match["hedge"].lower().split())] if match["hedge"] else None
                what = _harms()[" ".join(match["harm"].lower().split())]
                start, end = match.span("number")
                taken[start] = Count(start, end, what, int(value), hedge)
        yield from (taken[start] for start in sorted(taken))


def count_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim each count that is the article's only one of its slot for the event it belongs to."""
    text = document.text
    lead = [s for s in annotations.of(Sentence) if s.segment in _SEGMENTS][:_LEAD]
    quoted = annotations.of(Quotation)
    slots: dict[tuple[int, str], list[tuple[Count, EventMention]]] = defaultdict(list)
    for count in annotations.of(Count):
        sentence = next((s for s in annotations.of(Sentence) if s.start <= count.start < s.end), None)
        if sentence is None or sentence not in lead or count.value < _FEWEST or _elsewhere(document, sentence):
            continue
        if _PART_AFTER.match(text, count.end) or _PART_BEFORE.search(text, max(0, count.start - 16), count.start):
            continue
        if _JOINED_AFTER.match(text, count.end) or _JOINED_BEFORE.search(text, max(0, count.start - 40), count.start):
            continue  # "two children and two adults were hurt"
        if any(q.start <= count.start < q.end for q in quoted):
            continue
        event = _event(annotations, sentence)
        if event is not None:
            slots[event.entity, count.what].append((count, event))
    for (_, what), found in slots.items():
        values = {(c.value, c.hedge) for c, _ in found}
        if (
            len({v for v, _ in values}) == 1
            and len({e.entity for (e2, w), f in slots.items() if w == what for _, e in f}) == 1
        ):
            for count, event in found:
                passage = Passage(count.start, count.end, "count")
                yield Claim(document, event, f"count-{what}", count, (passage,), Factuality.CERTAIN)


def _elsewhere(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence counts people of another time, of several events, with the doer, or nobody yet."""
    text = document.text[sentence.start : sentence.end]
    if _DOER.search(text) or _MANY.search(text):
        return True
    published = document.published
    years = {int(m.group()) for m in _YEAR.finditer(text)}
    return _ELSEWHERE.search(text) is not None or (published is not None and bool(years - {published.year}))


def _event(annotations: Annotations, sentence: Sentence) -> EventMention | None:
    """The event of a sentence, else the first of the article; none where the sentence tells of one in passing."""
    inside = [e for e in annotations.within(EventMention, sentence) if not e.personal]
    if inside:
        plain = [e for e in inside if not e.background]
        return plain[0] if plain and len(plain) == len(inside) else None
    return next((e for e in annotations.of(EventMention) if not e.background and not e.personal), None)


COUNTS = Extractor("counts", "1", (Sentence,), Count, counts)
COUNT_CLAIMS = Extractor("count-claims", "1", (Count, EventMention, Quotation, Sentence), Claim, count_claims)
