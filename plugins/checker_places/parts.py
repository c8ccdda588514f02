"""Parts and borders: places that are named by another. "Its southern coast", "the border with Poland", "NATO's eastern border"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.model import Place, SegmentKind, Sentence, Span
from checker.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Annotations, Document, PlaceCandidate

_PACKAGE = "checker_places"
_BETWEEN = re.compile(r"(?:,\s|\s|,?\sand\s|\sor\s)(?:the\s)?")
_APPOSITION = re.compile(r",\s(?:[^,.;]{1,50},\s)?")
_COUNTRIES = ("country", "nation", "kingdom", "republic")
_POSSESSOR = (
    rf"(?P<whose>[Ii]ts|[Tt]heir|[Tt]he\s(?:{'|'.join(_COUNTRIES)})['’]s|(?:[A-Z][\w’'-]*\s){{0,2}}[A-Z][\w-]*['’]s?)"
)


@frozen()
class _Known:
    """A place of the sentence as it was resolved: where it stands, and the best it may mean."""

    span: Span
    best: PlaceCandidate | None


def parts(document: Document, annotations: Annotations, found: Sequence[Place]) -> Iterator[Place]:
    """Yield the locations that a sentence names by a part, or by a border, of another place."""
    text = document.text
    telling = [word for word in _telling() if word in text]
    if not telling:
        return
    known = [_Known(p.span, p.best) for p in found]
    for sentence in annotations.of(Sentence):
        if sentence.segment in (SegmentKind.FURNITURE, SegmentKind.METADATA):
            continue
        if not any(text.find(word, sentence.start, sentence.end) >= 0 for word in telling):
            continue
        inside = [k for k in known if sentence.start <= k.span.start < sentence.end]
        yield from _borders(text, sentence, inside)
        yield from _owned(text, sentence, inside)


def _borders(text: str, sentence: Sentence, inside: Sequence[_Known]) -> Iterator[Place]:
    """Find "the border with Ukraine and Poland": the place is the side of the country the text was speaking of; those are its anchors."""
    for match in _border().finditer(text, sentence.start, sentence.end):
        anchors: list[PlaceCandidate] = []
        end = match.end()
        for place in inside:
            if place.span.start == end or (anchors and _BETWEEN.fullmatch(text[end : place.span.start])):
                end = place.span.end
                anchors += [place.best] if place.best else []
        if not anchors:
            continue
        countries = {a.country for a in anchors}
        side = next(
            (
                p.best
                for p in reversed(inside)
                if p.span.end <= match.start() and p.best and p.best.country and p.best.country not in countries
            ),
            None,
        )
        start = match.start("border")
        why = (
            "the side of the border is that of the country spoken of"
            if side
            else "which side of the border is not said"
        )
        yield Place(start, end, "location", (side,) if side else (), "border with", (why,), anchors=tuple(anchors))


def _owned(text: str, sentence: Sentence, inside: Sequence[_Known]) -> Iterator[Place]:
    """Find "its southern coast", "NATO's eastern border": of a country the text was speaking of, or of something with no place.

    What has none may be told of a place just named: "Elmland, an ally, on NATO's eastern border".
    """
    for match in _part().finditer(text, sentence.start, sentence.end):
        whose = match.span("whose")
        if any(p.span.start < whose[1] and whose[0] < p.span.end for p in inside):
            continue  # "China's southern coast" is found by its name
        pronoun = match.group("whose")[0].islower()
        owner = _spoken_of(inside, whose[0]) if pronoun else _apposed(text, inside, match.start())
        if pronoun and owner is None:
            continue
        label = " ".join(match.group("part").split())
        why = f"told of {owner.name}" if owner else "nothing says where that is"
        yield Place(*match.span("part"), "location", (owner,) if owner else (), label, (why,))
    for match in _of_the_country().finditer(text, sentence.start, sentence.end):
        owner = _spoken_of(inside, match.start())
        why = f"told of {owner.name}" if owner else "which country is not said"
        yield Place(*match.span("part"), "location", (owner,) if owner else (), "in " + match.group("side"), (why,))


def _spoken_of(inside: Sequence[_Known], before: int) -> PlaceCandidate | None:
    """The country a sentence speaks of: the first it names, as its subject."""
    return next((p.best for p in inside if p.span.end <= before and p.best and p.best.feature == "C"), None)


def _apposed(text: str, inside: Sequence[_Known], before: int) -> PlaceCandidate | None:
    """The country that an apposition between commas describes: "with Elmland, another ally, on NATO's eastern border"."""
    return next(
        (
            p.best
            for p in inside
            if p.best and p.best.feature == "C" and _APPOSITION.fullmatch(text[p.span.end : before]) is not None
        ),
        None,
    )


@cache
def _of_the_country() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:in|to|across|from)\s(?P<part>the\s(?:far\s)?(?P<side>{_alternatives('directions.txt')})\sof\sthe\s(?:country|nation|republic|kingdom))\b"
    )


@cache
def _telling() -> tuple[str, ...]:
    """Words one of which stands in any text that names a place by a part: most texts have none, and are not searched."""
    kinds = (
        {w for line in words(_PACKAGE, "parts.txt") for w in line.split()} | {"border", "frontier"} | set(_COUNTRIES)
    )
    return tuple(sorted(k for k in kinds if not any(other != k and other in k for other in kinds)))


@cache
def _border() -> re.Pattern[str]:
    sides = _alternatives("directions.txt")
    return re.compile(
        rf"\b(?:the|its|their)\s(?:(?:{sides})\s)?(?P<border>(?:border|frontier)s?\s(?:with|between|of)\s)(?:the\s)?"
    )


@cache
def _part() -> re.Pattern[str]:
    sides, kinds, marks = (_alternatives(n) for n in ("directions.txt", "parts.txt", "part-markers.txt"))
    return re.compile(rf"\b(?i:{marks})\s{_POSSESSOR}\s(?P<part>(?:{sides})\s(?:{kinds}))\b")


def _alternatives(name: str) -> str:
    return "|".join(
        sorted(
            (re.escape(w) for line in words(_PACKAGE, name) for w in line.split("|")[0].split()), key=len, reverse=True
        )
    )
