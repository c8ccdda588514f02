"""Shares in words against the two numbers beside them: "420 of its 2,800 jobs, or one in five"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Sentence
from checker.text.numerals import cardinal, number
from checker.text.vocabulary import forms_of
from checker_numbers.figures import Figure, reckoned
from checker_numbers.tallies import SEGMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEWEST = 10  # of which a share is worth working out
_ROOM = (
    0.18  # of a fraction by which what it stands for may lie off: 15 per cent is no fifth, 17 may be called one in six
)


@cache
def _shares() -> dict[str, float]:
    return {form: float(share) for form, share in forms_of("checker_numbers", "fractions.txt").items()}


@cache
def _pattern() -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, _shares()), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w$€£.,-])(?P<some>{cardinal()})\s(?:[a-z]+\s){{0,2}}?(?:out\s)?of\s(?:the\s|its\s|their\s|our\s|all\s)?(?P<all>{cardinal()})(?![.,]?\d)"
        rf"(?:\s[\w-]+){{0,4}}?(?:,\sor|\s\(|,\sthat\sis,?|,\swhich\sis|,)\s?(?:about\s|nearly\s|almost\s|roughly\s|some\s)?(?P<share>{forms})\b"
        r"(?!\s(?:of\s(?!(?:the\stotal|(?:the|its)\s(?:workforce|staff)|all)\b)|(?:more|less|as)\b))",
        re.IGNORECASE,
    )


def fraction_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim each fraction in words that restates so many of so many, and what the two numbers make."""
    for sentence in annotations.of(Sentence):
        if sentence.segment not in SEGMENTS:
            continue
        for match in _pattern().finditer(document.text, sentence.start, sentence.end):
            some, whole = number(match["some"]), number(match["all"])
            if some is None or not whole or whole < _FEWEST or not 0 < some <= whole:
                continue
            share, made = _shares()[" ".join(match["share"].casefold().split())], some / whole
            stated = Figure(
                *match.span("share"),
                round(100 * share, 1),
                "%",
                100 * share * (1 - _ROOM),
                100 * share * (1 + _ROOM),
                label=match["share"],
            )
            computed = Figure(
                match.start("some"),
                match.end("all"),
                round(100 * made, 1),
                "%",
                100 * made,
                100 * made,
                label=f"{some:,.10g} of {whole:,.10g}, about one in {whole / some:.3g}",
                derivation=(f"{some:,.10g} / {whole:,.10g} = {100 * made:.1f} %",),
            )
            yield from reckoned(document, "reckoned-share", stated, computed, [computed.span], ("share", "amount"))


FRACTIONS = Extractor("fraction-claims", "1", (Sentence,), Claim, fraction_claims)
