"""A gap between what is spent and what is taken in, against the two: "spends 19 million, takes in 17 million, a gap of 3 million"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Quotation, Sentence, Span
from checker.text.patterns import pattern
from checker_numbers.cues import cues
from checker_numbers.figures import Figure, reckoned
from checker_numbers.money import sums_of_money
from checker_numbers.tallies import SEGMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker_numbers.amounts import Amount

SLOT = "reckoned-sum"
_GAP = pattern(
    r"\b(?:gap|deficit|shortfall|hole|surplus|difference)\s(?:of\s|is\s|comes\sto\s)?(?:\w+\s){0,2}\Z", re.IGNORECASE
)
_NEAR = 60  # code points between an amount and the word that says what it is
_ROUNDING = 1.5  # of what each of the amounts may be off
_TOLD = 3  # sentences that tell all three


def gaps(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim each gap that a paragraph states beside the one sum spent and the one taken in, and what the two make."""
    quoted = [q for q in annotations.of(Quotation) if q.form != "indirect"]
    told = [s for s in annotations.of(Sentence) if s.segment in SEGMENTS and not any(q.contains(s) for q in quoted)]
    for n, sentence in enumerate(told):
        near = [s for s in told[max(0, n - _TOLD + 1) : n + 1] if s.paragraph == sentence.paragraph]
        for gap in sums_of_money(document, sentence):
            if gap.hedge is None and _GAP.search(document.text, max(sentence.start, gap.start - 30), gap.start):
                yield from _reckoned(document, near, gap)


def _reckoned(document: Document, near: Sequence[Sentence], gap: Amount) -> Iterator[Claim]:
    amounts = [
        (s, a)
        for s in near
        for a in sums_of_money(document, s)
        if a.unit == gap.unit and a.start < gap.start and a.hedge is None
    ]
    spent = [a for s, a in amounts if _is(document, s, a, "spending")]
    taken = [a for s, a in amounts if _is(document, s, a, "revenue")]
    if len(spent) != 1 or len(taken) != 1 or spent[0] == taken[0]:
        return
    first, second = sorted((spent[0], taken[0]), key=lambda a: a.value, reverse=True)
    made = first.value - second.value
    slack = _ROUNDING * max(a.high - a.value for a in (first, second))
    scale, word = (1e9, " billion") if gap.value >= 1e9 else (1e6, " million") if gap.value >= 1e6 else (1.0, "")
    label = f"{first.value / scale:,.6g} − {second.value / scale:,.6g} = {made / scale:,.6g}{word}"
    stated = Figure(gap.start, gap.end, gap.value, gap.unit, gap.low, gap.high, label=f"{gap.label} between the two")
    spans = sorted((Span(a.start, a.end) for a in (first, second)), key=lambda s: s.start)
    computed = Figure(spans[0].start, spans[-1].end, made, gap.unit, made - slack, made + slack, label=label)
    yield from reckoned(document, SLOT, stated, computed, spans, ("gap", "amount"))


def _is(document: Document, sentence: Sentence, amount: Amount, what: str) -> bool:
    """Tell whether the nearest words before an amount, in its clause, say that it is spent, or taken in."""
    before = document.text[max(sentence.start, amount.start - _NEAR) : amount.start]
    nearest = {
        name: max((m.end() for m in cues(name).finditer(before)), default=-1) for name in ("spending", "revenue")
    }
    return nearest[what] >= 0 and nearest[what] == max(nearest.values())


GAPS = Extractor("gap-claims", "1", (Quotation, Sentence), Claim, gaps)
