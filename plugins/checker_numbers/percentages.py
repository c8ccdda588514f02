"""Percentages against the numbers beside them: "from 40 to 50, a rise of 12 per cent"; "12 of the 48 members, or 30 per cent"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Sentence, Span
from checker.text.numerals import cardinal, number
from checker_numbers.bounds import Bounds, bounds, hedge_of, hedges
from checker_numbers.cues import alternatives
from checker_numbers.figures import Figure, reckoned
from checker_numbers.tallies import SEGMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNIT = r"(?:\s?(?:[a-z]{2,12}\b(?<!\bto)(?<!\bfrom)))?"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    sign = r"(?:[A-Z]{1,3}\$|[$€£¥]|[A-Z]{3}\s)?"
    hedge = "|".join(sorted((h.replace(" ", r"\s") for h in hedges()), key=len, reverse=True))
    percent = rf"(?:(?P<hedge>{hedge})\s)?(?P<percent>{cardinal()})\s?-?(?:per\s?cent|percent|%|pc\b)"
    first = rf"(?:about\s)?(?P<sign1>{sign})(?P<first>{cardinal()}){_UNIT}"
    second = rf"(?:about\s)?(?P<sign2>{sign})(?P<second>{cardinal()}){_UNIT}"
    way = rf"\b(?P<way>{alternatives('rises')}|{alternatives('falls')})"
    flags = re.IGNORECASE
    return (
        # went up from A to B, a rise of P per cent
        re.compile(
            rf"\bfrom\s{first}(?:\s\w+){{0,4}}?\sto\s{second}(?:\s\w+){{0,5}}?,?\s(?:\(|or\s|which\sis\s|that\sis\s)?(?:an?\s)?(?:[a-z]+\s)?{way}\s(?:of\s|by\s)?{percent}",
            flags,
        ),
        # rose P per cent from A to B; a rise of P per cent, from A to B
        re.compile(
            rf"{way}\s(?:\w+\s){{0,3}}?(?:of\s|by\s)?{percent},?\s(?:\w+\s){{0,3}}?from\s{first}(?:\s\w+){{0,4}}?\sto\s{second}",
            flags,
        ),
        # rose P per cent to B from A
        re.compile(
            rf"{way}\s(?:\w+\s){{0,3}}?(?:of\s|by\s)?{percent},?\sto\s{second}(?:\s\w+){{0,4}}?,?\sfrom\s{first}", flags
        ),
    )


@cache
def _share() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w$€£.,-])(?P<some>{cardinal()})\s(?:out\s)?of\s(?:the\s|its\s|their\s|all\s)?(?P<all>{cardinal()})(?:\s[\w-]+){{0,3}}?,?\s(?:\(|or\s|that\sis\s|which\sis\s)"
        rf"(?P<percent>{cardinal()})\s?(?:per\s?cent|percent|%)",
        re.IGNORECASE,
    )


@cache
def _of_the() -> re.Pattern[str]:
    """Match "Of the 260 who voted, 210 were in favour and 50 against, a majority of 81 per cent"."""
    hedge = "|".join(sorted((h.replace(" ", r"\s") for h in hedges()), key=len, reverse=True))
    return re.compile(
        rf"\b(?:out\s)?of\s(?:the|its|their|all|our)\s(?P<all>{cardinal()})(?![\w%]|[.,:-]\d)(?P<between>[^.;]{{5,140}}?)"
        rf"(?:,\s(?:or\s|a\s(?:majority|share|proportion|turnout|rate|margin)\sof\s|which\sis\s|that\sis\s)|\s\()(?:(?P<hedge>{hedge})\s)?"
        rf"(?P<percent>{cardinal()})\s?(?:per\s?cent|percent|%)",
        re.IGNORECASE,
    )


def percentage_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim each stated percentage, and what the numbers beside it make."""
    for sentence in annotations.of(Sentence):
        if sentence.segment not in SEGMENTS or (
            "%" not in (text := document.text[sentence.start : sentence.end]) and "cent" not in text.lower()
        ):
            continue
        taken: set[int] = set()
        for pattern in _forms():
            for match in pattern.finditer(document.text, sentence.start, sentence.end):
                if match.start("percent") not in taken:
                    taken.add(match.start("percent"))
                    yield from _change(document, match)
        for match in _share().finditer(document.text, sentence.start, sentence.end):
            yield from _part_of(document, match)
        for match in _of_the().finditer(document.text, sentence.start, sentence.end):
            yield from _one_of_these(document, match)


def _one_of_these(document: Document, match: re.Match[str]) -> Iterator[Claim]:
    """A percentage against each of the parts before it, alone, together and by how much the first leads the second."""
    whole, percent = number(match["all"]), number(match["percent"])
    found = [
        (Span(match.start("between") + m.start(), match.start("between") + m.end()), value)
        for m in re.finditer(rf"(?<![\w$€£.,-]){cardinal()}(?![\w%]|[.,:-]\d)", match["between"], re.IGNORECASE)
        if (value := number(m.group())) is not None
    ]
    values = [v for _, v in found]
    if not whole or percent is None or not values or max(values) > whole or whole < _FEWEST:
        return
    parts = {*values, sum(values), abs(values[0] - sum(values[1:])), *(whole - v for v in values)}
    made = min((100 * p / whole for p in parts), key=lambda p: abs(p - percent))
    first = 100 * values[0] / whole
    shown = made if abs(made - percent) <= 1 else first
    computed = Figure(
        found[0][0].start,
        found[0][0].end,
        round(shown, 1),
        "%",
        shown,
        shown,
        label=f"{values[0]:,.10g} of {whole:,.10g}, {shown:.1f} per cent",
        derivation=(f"{values[0]:,.10g} / {whole:,.10g} = {first:.1f} %",),
    )
    stated = _stated(document, match, percent, "")
    yield from reckoned(document, "reckoned-share", stated, computed, [computed.span], ("percentage", "amount"))


_FEWEST = 10  # of which a percentage is worth working out


def _change(document: Document, match: re.Match[str]) -> Iterator[Claim]:
    first, second, percent = (number(match[g]) for g in ("first", "second", "percent"))
    if _is_year(match, "first") or _is_year(match, "second"):
        return
    if (
        not first
        or second is None
        or percent is None
        or match["sign1"].strip() != (match["sign2"].strip() or match["sign1"].strip())
    ):
        return
    if _scale(match["first"]) != _scale(match["second"]):
        if _scale(match["first"]):
            return
        first *= _power(match["second"])  # "from 38.4 to 41.5 million"
    old, new = (_precise(v, match[g]) for v, g in ((first, "first"), (second, "second")))
    fell = re.fullmatch(alternatives("falls"), match["way"], re.IGNORECASE) is not None
    changes = [100 * (n - o) / o for n in (new.low, new.high) for o in (old.low, old.high) if o > 0]
    made = 100 * (second - first) / first
    if fell:
        changes, made = [-c for c in changes], -made
    word = "fall" if fell else "rise"
    computed = Figure(
        match.start("first"),
        match.end("second"),
        round(made, 1),
        "%",
        min(changes),
        max(changes),
        label=f"{made:.1f} per cent by the two amounts",
        derivation=(f"({second:,.10g} − {first:,.10g}) / {first:,.10g} = {(second - first) / first:+.1%}",),
    )
    spans = sorted((Span(match.start("sign1"), match.end("first")), Span(match.start("sign2"), match.end("second"))))
    yield from reckoned(
        document,
        "reckoned-change",
        _stated(document, match, percent, f"a {word} of"),
        computed,
        spans,
        ("percentage", "amount"),
    )


def _is_year(match: re.Match[str], group: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", match[group]) is not None and not match[f"sign{1 if group == 'first' else 2}"]


def _part_of(document: Document, match: re.Match[str]) -> Iterator[Claim]:
    some, whole, percent = (number(match[g]) for g in ("some", "all", "percent"))
    if some is None or not whole or percent is None or some > whole:
        return
    made = 100 * some / whole
    computed = Figure(
        match.start("some"),
        match.end("all"),
        round(made, 1),
        "%",
        made,
        made,
        label=f"{some:,.10g} of {whole:,.10g}, {made:.1f} per cent",
        derivation=(f"{some:,.10g} / {whole:,.10g} = {made:.1f} %",),
    )
    yield from reckoned(
        document,
        "reckoned-share",
        _stated(document, match, percent, ""),
        computed,
        [computed.span],
        ("percentage", "amount"),
    )


def _stated(document: Document, match: re.Match[str], percent: float, before: str) -> Figure:
    hedge = hedge_of(match.groupdict().get("hedge"), document.text, match.end("percent"))
    room = bounds(percent, "", hedge) if hedge else _precise(percent, match["percent"])
    label = f"{before} {percent:,.10g} per cent".strip()
    return (
        Figure(match.start("percent"), match.end(), percent, "%", room.low, room.high, hedge, label=label)
        if match.end("percent") == match.end()
        else Figure(match.start("percent"), match.end("percent"), percent, "%", room.low, room.high, hedge, label=label)
    )


def _precise(value: float, surface: str) -> Bounds:
    """Half a unit of the last decimal, or of the last digit before a scale: what was rounded away at most, and a hair for truncation."""
    decimals = re.search(r"\.(\d+)", surface)
    unit = _power(surface) * 10.0 ** -(len(decimals.group(1)) if decimals else 0)
    return (
        Bounds(value - unit, value + unit)
        if not decimals and unit == 1 and value < 100
        else Bounds(value - unit / 2 * 1.2, value + unit / 2 * 1.2)
    )


def _scale(surface: str) -> str:
    found = re.search(r"(hundred|thousand|million|billion|trillion)", surface, re.IGNORECASE)
    return found.group().lower() if found else ""


def _power(surface: str) -> float:
    return number(_scale(surface)) or 1.0


PERCENTAGES = Extractor("percentage-claims", "1", (Sentence,), Claim, percentage_claims)
