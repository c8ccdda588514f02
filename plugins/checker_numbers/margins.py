"""What one number leaves of another, beside both: "74-67, a seven-point win"; "close 18 of its 212 stores, leaving 194"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Quotation, Sentence, Span
from checker.text.glance import glance
from checker.text.numerals import cardinal, number
from checker.text.patterns import pattern
from checker_numbers.bounds import hedge_of
from checker_numbers.cues import alternatives, cues
from checker_numbers.figures import Figure, reckoned
from checker_numbers.tallies import SEGMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "reckoned-margin"
_SCORE = pattern(
    r"(?<![\w$€£.,–-])(?P<one>\d{1,3})[-–](?P<two>\d{1,3})(?![-–\w%]|[.,]\d)"
    r"|\((?P<three>\d{2,3})\)\s(?:to\s|beat\s|defeated\s|def\.?\s|d\s)[^()]{0,40}\((?P<four>\d{2,3})\)"
)
_BETWEEN = re.compile(
    r"(?:\)|,|\s[–—-]|:)?\s?(?:(?:win|victory|triumph|defeat|loss),?\s)?(?:(?:for|in|by|with|after)\s)?", re.IGNORECASE
)
_OF = re.compile(r"(?:,|:|\sof|\sat|\s\(|\s\(?after)\s?\(?(?:winning\s|losing\s)?(?:it\s)?", re.IGNORECASE)
# Words without which a sentence tells no margin, no majority and no rest.
_UNITS = frozenset(
    "point points goal goals run runs try tries length lengths shot shots stroke strokes vote votes seat seats".split()
)
_MAJORITY = frozenset({"majority", "margin"})
_LEAVING = "leaving"
_TELLING = _UNITS | _MAJORITY | {_LEAVING}
_OTHERS = 90  # code points between a number of votes and the majority that it makes


@cache
def _margins() -> re.Pattern[str]:
    unit = rf"(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
    many = rf"(?P<many>{cardinal()})"
    again = many.replace("many", "many2")
    kinds = r"(?:margin|win|victory|triumph|defeat|loss|success|difference|majority)"
    return re.compile(rf"(?:\b(?:an?|the)\s{many}[-\s]{unit}\s{kinds}|\bby\s{again}\s{unit})\b", re.IGNORECASE)


@cache
def _majority() -> re.Pattern[str]:
    """Match votes of two candidates and the majority they make: "polled 412 votes to Ro's 318, a majority of 94"."""
    n = cardinal()
    return re.compile(
        rf"(?<![\w$€£.,-])(?P<first>{n})\s(?:votes\s)?(?:to|against)\s(?:[A-Z][\w.]*['’]s?\s)?(?P<second>{n})(?:\svotes)?(?![\w%]|[.,:-]\d)"
        rf"(?P<between>[^;:]{{0,{_OTHERS}}}?),?\s(?:an?|the)\s(?:majority|margin)\sof\s(?P<left>{n})(?![\w%]|[.,:-]\d)(?:\svotes)?",
        re.IGNORECASE,
    )


@cache
def _leaving() -> re.Pattern[str]:
    """Match what goes of all there are, and what is left: "close 18 of its 212 stores by May, leaving 194"."""
    gone, whole, left = (rf"(?P<{name}>{cardinal()})(?![\w%]|[.,:-]\d)" for name in ("gone", "all", "left"))
    return re.compile(
        rf"\b{alternatives('taken-away')}\s{gone}\s(?:out\s)?of\s(?:its|the|their|his|her|our)\s(?:\w+\s)?{whole}\s(?=[a-z])"
        rf"(?P<between>[^;:.]{{0,{_OTHERS}}}?),?\sleaving\s(?:(?:it|them|only|just|him|her|with|itself)\s){{0,2}}{left}"
        rf"(?P<behind>\s[a-z-]+)?",
        re.IGNORECASE,
    )


def margins(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim each difference that is stated beside its two numbers, and what they make."""
    quoted = [q for q in annotations.of(Quotation) if q.form != "indirect"]
    for sentence in annotations.of(Sentence):
        seen = glance(document.text, sentence)
        if sentence.segment not in SEGMENTS or not seen.number or seen.words.isdisjoint(_TELLING):
            continue
        if any(q.contains(sentence) for q in quoted):
            continue
        if not seen.words.isdisjoint(_UNITS):
            yield from _of_scores(document, sentence)
        if not seen.words.isdisjoint(_MAJORITY):
            yield from _of_votes(document, sentence)
        if _LEAVING in seen.words:
            yield from _remainder(document, sentence)


def _of_scores(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """The margin right beside the one score of a sentence."""
    text = document.text
    told = list(_margins().finditer(text, sentence.start, sentence.end))
    if len(told) != 1 or cues("other-scores").search(text, sentence.start, sentence.end):
        return
    found = list(_SCORE.finditer(text, sentence.start, sentence.end))
    if len(found) != 1:
        return
    score, margin = found[0], told[0]
    if score.end() <= margin.start():
        beside = _BETWEEN.fullmatch(text, score.end(), margin.start())
    else:
        beside = _OF.fullmatch(text, margin.end(), score.start())
    groups = ("one", "two") if score["one"] else ("three", "four")
    left = "many" if margin["many"] else "many2"
    if beside is not None:
        yield from _less(document, [Span(*score.span(g)) for g in groups], Span(*margin.span(left)))


def _of_votes(document: Document, sentence: Sentence) -> Iterator[Claim]:
    for match in _majority().finditer(document.text, sentence.start, sentence.end):
        if not _number().search(match["between"]):
            yield from _less(document, [Span(*match.span(g)) for g in ("first", "second")], Span(*match.span("left")))


def _remainder(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """What is left of a whole when a part of it goes, where no third number stands between."""
    text = document.text
    for match in _leaving().finditer(text, sentence.start, sentence.end):
        spans = [Span(*match.span(g)) for g in ("gone", "all", "left")]
        hedged = any(hedge_of(None, text, s.end) for s in spans)
        harmed = match["behind"] and cues("left-harmed").fullmatch(match["behind"].strip())
        if not (hedged or harmed or _number().search(match["between"])):
            yield from _less(document, spans[:2], spans[2])


def _less(document: Document, pair: list[Span], left: Span) -> Iterator[Claim]:
    text = document.text
    values = [number(text[s.start : s.end]) for s in pair]
    stated = number(text[left.start : left.end])
    if values[0] is None or values[1] is None or stated is None:
        return
    high, low = max(values[0], values[1]), min(values[0], values[1])
    made = high - low
    first = Figure(left.start, left.end, stated, "things", stated, stated, label=f"{stated:,.10g} between the two")
    label = f"{high:,.10g} − {low:,.10g} = {made:,.10g}"
    computed = Figure(pair[0].start, pair[-1].end, made, "things", made, made, label=label)
    yield from reckoned(document, SLOT, first, computed, pair, ("margin", "number"))


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$€£.,:-]){cardinal()}(?![\w%]|[.,:-]\d)", re.IGNORECASE)


MARGINS = Extractor("margin-claims", "1", (Quotation, Sentence), Claim, margins)
