"""A number and the list that says where all of them were, or how they voted: "Ten were hurt: five on a bridge and five at a mill"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Quotation, Sentence, Span
from checker.text.numerals import cardinal, number
from checker_numbers.figures import Figure, added, reckoned
from checker_numbers.sums import NOT_COUNTS
from checker_numbers.tallies import SEGMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "reckoned-sum"
_HEDGED = re.compile(
    r"\b(?:about|around|some|over|than|least|most|nearly|almost|approximately|roughly|to|or|estimated|(?<!total\s)of|up|another|other|the|these|those)\s\Z",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r"\b(?:includ\w+|among|such\sas|of\s(?:whom|which|them)|at\sleast|about|more|others?|some|several)\b", re.IGNORECASE
)
# What goes on behind the list says more of the last of them, or of all, and counts nobody else.
_ENDS = re.compile(
    r"\A(?:,?\s(?:where|when|who|which|whose|as|after|while|according|officials|police)\b.*|[.!?]?[\s”\"]*)\Z",
    re.DOTALL,
)


_VOTED = r"(?:votes?\s|ballots?\s)?(?:for|in\sfavou?r|against|abstentions?|abstained|abstaining|absent|spoil(?:ed|t)|blank|invalid)"


@cache
def _listed() -> re.Pattern[str]:
    at = r"\s(?:[a-z-]+\s){0,3}?(?:in|at|on|from|near|by|under|outside|inside|along|off)\s[^,:;.\d]{2,60}?"
    each = rf"(?:an?|{cardinal()})(?:{at}|\s{_VOTED}(?:\s[^,:;.\d]{{2,40}}?)?)"
    return re.compile(
        rf"(?<![\w$€£.,-])(?P<total>{cardinal()})(?![\w%]|[.,:-]\d)\s(?:[a-z-]+\s){{0,3}}?[a-z]+(?P<between>[^.:;“”\"\d]{{0,90}})(?::|\s[–—]|\s-{{1,2}})\s"
        rf"(?P<parts>{each}(?:,\s(?:and\s)?{each})*,?\sand\s{each})(?=[,.;!?]|\s(?:where|when|who|which|as|after|while)\b|\s*\Z)",
        re.IGNORECASE,
    )


_BESIDE = re.compile(r"\band\s\Z", re.IGNORECASE)


@cache
def _another() -> re.Pattern[str]:
    """Match a second number before the list: "six men and four women were hurt: ..."."""
    return re.compile(rf"(?<![\w$€£.,-]){cardinal()}(?!\w)", re.IGNORECASE)


@cache
def _each() -> re.Pattern[str]:
    where = r"(?:[a-z-]+\s){0,3}?(?:in|at|on|from|near|by|under|outside|inside|along|off)\s"
    return re.compile(
        rf"(?:\A|,\s(?:and\s)?|\sand\s)(?P<few>an?|{cardinal()})(?=\s(?:{where}|{_VOTED}\b))", re.IGNORECASE
    )


def listings(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim each number that a list behind a colon divides by place, and what the list makes."""
    text = document.text
    quoted = [q for q in annotations.of(Quotation) if q.form != "indirect"]
    for sentence in annotations.of(Sentence):
        if sentence.segment not in SEGMENTS or any(q.contains(sentence) for q in quoted):
            continue
        for match in _listed().finditer(text, sentence.start, sentence.end):
            total = number(match["total"])
            start, end = match.span("parts")
            if (
                total is None
                or _HEDGED.search(text, max(0, match.start() - 16), match.start())
                or NOT_COUNTS.match(text, match.end("total"))
                or _another().search(text, match.end("total"), start)
                or _is_beside(text, sentence, match.start())
                or _INCLUDING.search(text, match.start("between"), end)
                or not _ENDS.match(text[end : sentence.end])
            ):
                continue
            parts = [
                (Span(start + p.start("few"), start + p.end("few")), p["few"]) for p in _each().finditer(match["parts"])
            ]
            numbers = [1.0 if few.lower() in ("a", "an") else number(few) for _, few in parts]
            known = [n for n in numbers if n is not None]
            if len(known) != len(parts) or len(known) < 2:
                continue
            made = sum(known)
            stated = Figure(*match.span("total"), total, "things", total, total, label=f"{total:,.10g} in all")
            computed = Figure(start, end, made, "things", made, made, label=added(known))
            yield from reckoned(document, SLOT, stated, computed, [s for s, _ in parts], ("total", "part"))


def _is_beside(text: str, sentence: Span, at: int) -> bool:
    """Tell whether another number stands before that at ``at``, and "and" between them."""
    before = _BESIDE.search(text, sentence.start, at)
    return before is not None and _another().search(text, sentence.start, before.start()) is not None


LISTINGS = Extractor("listed-sums", "1", (Quotation, Sentence), Claim, listings)
