"""Measures that belong to one thing of an article: the magnitude of its earthquake, the calibre of the gun."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Passage, Quotation, Sentence
from checker_numbers.amounts import Amount, Thing, body_of, in_passing, opening_of, revised

if TYPE_CHECKING:
    from collections.abc import Iterator

_DECIMAL = r"\d\.\s?\d{1,2}"
_MAGNITUDE = re.compile(
    rf"\bmagnitude[-\s](?:of\s)?(?P<a>{_DECIMAL})|(?<![\w.])(?P<b>{_DECIMAL})[-\s]+(?:magnitude|Richter)|\bmeasur(?:ed|ing)\s(?:at\s)?(?:a\s)?(?P<c>{_DECIMAL})(?!\s(?:miles|km|met|feet))",
    re.IGNORECASE,
)
_PAIR = re.compile(
    rf"(?<![\w.])(?P<first>{_DECIMAL})\s(?:and|followed\sby)\s(?:a\s)?(?P<second>{_DECIMAL})(?![\w.]*\s(?:miles|km|met|feet|per|million|billion))"
)
_SHAKEN = re.compile(r"\b(?:magnitudes?|measur\w+|Richter|(?:earth)?quakes?|tremors?|temblors?)\b", re.IGNORECASE)
_CALIBRE = re.compile(
    r"(?<![\w$€£])\.?(?P<bore>\d{2,3})\s?-?\s?(?:caliber|calibre|cal\.?)\s(?:[a-z-]+\s){0,3}?(?P<gun>revolver|pistol|handgun|gun|rifle|weapon)s?\b"
    r"|(?<![\w$€£])\.(?P<short>\d{2,3})\s(?:[A-Z][\w&]+\s){0,2}(?P<gun2>revolver|pistol|handgun|gun|rifle)\b",
    re.IGNORECASE,
)
_LONG_GUNS = frozenset({"rifle"})


def measures(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim magnitudes and calibres."""
    sentences = body_of(annotations)
    yield from _magnitudes(document, sentences)
    yield from _calibres(document, sentences)


def _magnitudes(document: Document, sentences: list[Sentence]) -> Iterator[Claim]:
    opening = opening_of(sentences)
    found = []
    for sentence in sentences:
        for match in _MAGNITUDE.finditer(document.text, sentence.start, sentence.end):
            group = next(g for g in "abc" if match[g])
            value = float(re.sub(r"\s", "", match[group]))
            start, end = match.span(group)
            main = sentence in opening and not in_passing(document, sentence, start)
            found.append(
                Amount(
                    start,
                    end,
                    value,
                    "magnitude",
                    value,
                    value,
                    None,
                    f"{value:.2g}",
                    main,
                    revised(document, sentence, start),
                )
            )
        yield from _pairs(document, sentence)
    mains = {a.value for a in found if a.main}
    for amount in found if mains else ():
        thing = Thing(amount.start, amount.end, "magnitude", "the magnitude of the earthquake")
        yield Claim(
            document,
            thing,
            "quantity-magnitude",
            replace(amount, main=mains == {amount.value}),
            (Passage(amount.start, amount.end, "magnitude"),),
        )


def _pairs(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """The second of two quakes told together is known by the first: "7.6 and 7.4", "7.6 and 7.5"."""
    if not _SHAKEN.search(document.text, sentence.start, sentence.end):
        return
    for match in _PAIR.finditer(document.text, sentence.start, sentence.end):
        first, second = (re.sub(r"\s", "", match[g]) for g in ("first", "second"))
        value, start = float(second), match.start("first")
        amount = Amount(start, match.end(), value, "magnitude", value, value, None, f"{first} and {second}")
        thing = Thing(start, match.end(), f"magnitude beside {first}", "the magnitudes of the two earthquakes")
        yield Claim(document, thing, "quantity-magnitude", amount, (Passage(start, match.end(), "magnitude"),))


def _calibres(document: Document, sentences: list[Sentence]) -> Iterator[Claim]:
    """The bore of the one handgun and of the one rifle an article speaks of."""
    found: dict[str, list[Amount]] = {}
    for sentence in sentences:
        for match in _CALIBRE.finditer(document.text, sentence.start, sentence.end):
            bore, gun = match["bore"] or match["short"], (match["gun"] or match["gun2"]).lower()
            start = match.start("bore" if match["bore"] else "short")
            start -= document.text[start - 1 : start] == "."
            sort = "rifle" if gun in _LONG_GUNS else "handgun"
            value = float(bore)
            found.setdefault(sort, []).append(Amount(start, match.end(), value, sort, value, value, label=f".{bore}"))
    for sort, guns in sorted(found.items()):
        single = len({g.value for g in guns}) == 1
        for gun in guns:
            thing = Thing(gun.start, gun.end, f"calibre {sort}", f"the calibre of the {sort}")
            yield Claim(
                document,
                thing,
                "quantity-calibre",
                replace(gun, main=single),
                (Passage(gun.start, gun.end, "calibre"),),
            )


MEASURES = Extractor("measure-claims", "1", (Quotation, Sentence), Claim, measures)
