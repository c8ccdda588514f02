"""A whole and its parts over a sentence or two: "Of this $4 million is pay ..."; "9 of the 14 are back, six are still missing"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Quotation, Sentence, Span
from checker.text.numerals import cardinal, number
from checker_numbers.cues import cues
from checker_numbers.figures import Figure, added, reckoned
from checker_numbers.money import sums_of_money
from checker_numbers.sums import NOT_COUNTS
from checker_numbers.tallies import SEGMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker_numbers.amounts import Amount

SLOT = "reckoned-sum"
_OF_THIS = re.compile(r"Of\s(?:this|that|it|the\s(?:total|sum|amount|money)),?\s")
_BROKEN = re.compile(
    r"\b(?:of\s(?:whom|which|them|those|these)|including|among\sthem|per\s?cent|percent|average|once|aged?)\b|[$€£%]",
    re.IGNORECASE,
)
_ROUNDING = 1.5  # of what one part may be off: what is rounded up here is rounded down there
_NEAR = 45  # code points between a number and the words that say what became of it
_BACK = 3  # sentences back in which the whole was told


@cache
def _of_the() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:of|out\sof|among)\s(?:the|its|their|our|his|her|all)\s(?P<all>{cardinal()})(?![\w%]|[.,:-]\d)\s(?=[a-z])",
        re.IGNORECASE,
    )


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$€£.,:-])(?<!-){cardinal()}(?![\w%]|[.,:-]\d|-\w)", re.IGNORECASE)


@cache
def _the_others() -> re.Pattern[str]:
    return re.compile(rf"\bthe\s(?:other|remaining|rest,)\s(?:{cardinal()})(?![\w%]|[.,:-]\d|-\w)", re.IGNORECASE)


def partitions(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim each whole that is told shortly before its parts, and what the parts make."""
    quoted = [q for q in annotations.of(Quotation) if q.form != "indirect"]
    told = [s for s in annotations.of(Sentence) if s.segment in SEGMENTS]
    for n, sentence in enumerate(told):
        if any(q.contains(sentence) for q in quoted):
            continue
        yield from _of_this(document, told[max(0, n - 1) : n], sentence)
        yield from _left(document, told[max(0, n - _BACK) : n], sentence)
        yield from _of_those(document, sentence)


def _of_this(document: Document, before: Sequence[Sentence], sentence: Sentence) -> Iterator[Claim]:
    """What "of this" goes where; parts may fall short of the whole unless it is said that there are no others."""
    if not _OF_THIS.match(document.text, sentence.start):
        return
    parts = list(sums_of_money(document, sentence))
    wholes = [a for s in before for a in sums_of_money(document, s)]
    if len(wholes) != 1 or len(parts) < 2 or any(a.unit != wholes[0].unit for a in parts):
        return
    made = sum(a.value for a in parts)
    if made > wholes[0].value or cues("whole").search(document.text, sentence.start, sentence.end):
        yield from _reckoned(document, wholes[0], parts)


def _left(document: Document, before: Sequence[Sentence], sentence: Sentence) -> Iterator[Claim]:
    """What is back and what is still missing, of what was lost."""
    if not (
        cues("outstanding").search(document.text, sentence.start, sentence.end)
        and cues("recovered").search(document.text, sentence.start, sentence.end)
    ):
        return
    amounts = list(sums_of_money(document, sentence))
    missing = [a for a in amounts if cues("outstanding").match(document.text[a.end :].lstrip()[:_NEAR])]
    back = [a for a in amounts if a not in missing and _is_back(document, a)]
    wholes = [a for s in before for a in sums_of_money(document, s)]
    if len(missing) == len(back) == 1 and len({missing[0].unit, back[0].unit}) == 1:
        parts = sorted((*back, *missing), key=lambda a: a.start)
        whole = [a for a in wholes if a.unit == missing[0].unit]
        if len({a.value for a in whole}) == 1 and whole[0].value > max(a.value for a in parts):
            yield from _reckoned(document, whole[0], parts)


def _of_those(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """How many of a number did what, the last of them told as all the others: "of the 40 seats ... the remaining 12"."""
    text = document.text
    for match in _of_the().finditer(text, sentence.start, sentence.end):
        start = match.end()
        others = _the_others().search(text, start, sentence.end)
        whole = number(match["all"])
        if others is None or whole is None:
            continue
        parts = [
            (Span(*m.span()), value)
            for m in _number().finditer(text, start, others.end())
            if (value := number(m.group())) is not None
        ]
        if (
            len(parts) < 2
            or any(NOT_COUNTS.match(text, p.end) for p, _ in parts)
            or _BROKEN.search(text, start, others.end())
        ):
            continue
        numbers = [v for _, v in parts]
        made = sum(numbers)
        stated = Figure(*match.span("all"), whole, "things", whole, whole, label=f"{whole:,.10g} in all")
        computed = Figure(parts[0][0].start, parts[-1][0].end, made, "things", made, made, label=added(numbers))
        yield from reckoned(document, SLOT, stated, computed, [p for p, _ in parts], ("total", "part"))


def _is_back(document: Document, amount: Amount) -> bool:
    text = document.text
    return (
        cues("recovered").search(text, max(0, amount.start - _NEAR), amount.start) is not None
        or cues("recovered").search(text, amount.end, amount.end + _NEAR) is not None
    )


def _reckoned(document: Document, whole: Amount, parts: Sequence[Amount]) -> Iterator[Claim]:
    made = sum(a.value for a in parts)
    stated = Figure(
        whole.start, whole.end, whole.value, whole.unit, whole.low, whole.high, label=f"{whole.label} in all"
    )
    slack = _ROUNDING * max(a.high - a.value for a in parts)
    computed = Figure(
        parts[0].start,
        parts[-1].end,
        made,
        whole.unit,
        made - slack,
        made + slack,
        label=_added([a.value for a in parts]),
    )
    yield from reckoned(document, SLOT, stated, computed, [a.span for a in parts], ("total", "part"))


def _added(values: Sequence[float]) -> str:
    """The sum, in millions where all are."""
    scale, word = (1e6, " million") if min(values) >= 1e6 else (1.0, "")
    return f"{added(v / scale for v in values)}{word}"


PARTITIONS = Extractor("partition-claims", "1", (Quotation, Sentence), Claim, partitions)
