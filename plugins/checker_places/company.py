"""The company that places keep: the words that stand around every mention of a town.

"A word is characterized by the company it keeps" (Firth). Where two articles say the same words of two towns, and neither knows the
other's, one of them has the wrong town: "a grand jury in Elmswick indicted the senator", "indicted by a Larkfield grand jury".
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import field
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Annotations, Claim, Document, Mention, Passage, Place, SegmentKind, Sentence
from checker.text.names import calendar
from checker.text.predications import stem
from checker.text.vocabulary import light_words, words
from checker_places.lexicon import abbreviations, aliases, public_body
from checker_places.names import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_REACH = 8  # words to either side of a name that keep it company
_CLOSE = 3  # words within which they are its own
_SHORTEST = 3  # letters
_CAPITAL_BEHIND = re.compile(r"\s[A-Z]")  # "Elmswick Rovers"
_DETERMINED = re.compile(r"\b(?:the|an?)\s\Z")
_SPOKEN_OF = frozenset({"location", "modifier", "government"})
_SILENT = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA, SegmentKind.DATELINE})


_Mentioned = tuple[Place, list[tuple[int, str]]]  # a mention, and the stems around it with how many words off they are


@frozen()
class Company(Mention):
    """A place an article names, at the mention that says most of it, and the words around all its mentions."""

    kind: ClassVar[str] = "company"
    place: Place
    name: str  # as written
    near: frozenset[str]  # stems of the words around it
    close: frozenset[str]  # of those right beside it
    named: frozenset[str]  # runs of words in the article that start with a capital, in lower case
    particulars: frozenset[str]  # what tells its happening from any other
    counts: Mapping[str, int] = field(compare=False, repr=False)  # how often the article has each stem
    written: Mapping[str, str] = field(compare=False, repr=False)  # the stems as the article writes them

    @property
    def key(self) -> str:
        """All places of related articles may be confused with each other."""
        return "company"

    @property
    def facts(self) -> frozenset[str]:
        """Ages and addresses."""
        return frozenset(p for p in self.particulars if p[:1].isdigit())


def company(
    document: Document,
    annotations: Annotations,
    named: frozenset[str],
    particulars: frozenset[str],
    signs: Mapping[str, AbstractSet[str]],
) -> Iterator[Claim]:
    """Yield a claim for each name of a place: whatever is said of it is said of that place.

    ``signs``: what sets the article in a town, by its name, in words; they keep it company, too.
    """
    mentions: dict[str, list[_Mentioned]] = {}
    for place in annotations.of(Place):
        if _is_spoken_of(document, place):
            sentence = next((s for s in annotations.of(Sentence) if s.start <= place.start < s.end), place)
            name = document.text[place.start : place.end]
            mentions.setdefault(name, []).append((place, _around(document.text, sentence, place)))
    if not mentions:
        return
    written: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for match in _WORD.finditer(document.text):
        base = _stem(match.group())
        counts[base] += 1
        written.setdefault(base, match.group())
    for name, found in mentions.items():
        own = {_stem(w) for w in _WORD.findall(name)}
        near, close = (_stems(found, own, reach) for reach in (_REACH, _CLOSE))
        near |= signs.get(name, frozenset())
        told = max(
            found, key=lambda f: (sum(max(1, counts[w]) ** -0.5 for w in _stems([f], own, _REACH)), -f[0].start)
        )[0]
        reading = Company(told.start, told.end, told, name, near, close, named, particulars, counts, written)
        yield Claim(document, reading, "company", reading, (Passage(told.start, told.end, "place"),))


def _is_spoken_of(document: Document, place: Place) -> bool:
    """Tell whether a name is surely that of a place of its own, not of a team, an opponent "at" home, or part of a longer name."""
    best = place.best
    if best is None or best.feature not in ("P", "A", "C") or place.role not in _SPOKEN_OF:
        return False
    name = document.text[place.start : place.end]
    if document.segment_at(place.start) in _SILENT:
        return False
    if (place.qualifier or "").casefold() == "at" and not _DETERMINED.search(
        document.text, max(0, place.start - 5), place.start
    ):
        return False  # "at Elmswick" may be of a match; "at the Elmswick office" is of the town
    if _CAPITAL_BEHIND.match(document.text, place.end) and not public_body().match(document.text, place.end):
        return False
    return key(best.name) == key(name) or name in aliases()


def _around(text: str, sentence: Mention, place: Place) -> list[tuple[int, str]]:
    """The stems of the words near a place, with how many words off they are."""
    before = [m.group() for m in _WORD.finditer(text, sentence.start, place.start)][-_REACH:]
    behind = [m.group() for m in _WORD.finditer(text, place.end, sentence.end)][:_REACH]
    return [(n, _stem(w)) for found in (before[::-1], behind) for n, w in enumerate(found)]


def _stems(found: Sequence[_Mentioned], own: set[str], reach: int) -> frozenset[str]:
    """The stems that matter within a reach of any of the mentions."""
    return frozenset(w for _, around in found for n, w in around if n < reach and w not in own and _matters(w))


def _stem(word: str) -> str:
    return stem(word.casefold().replace("’", "'").removesuffix("'s").replace(".", ""))


def _matters(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in _anywhere()


@cache
def _anywhere() -> frozenset[str]:
    """Stems that stand beside the name of any town: grammar, times of day, weekdays, police, states."""
    told = words("checker_places", "anywhere-words.txt")
    states = {w.strip(".").replace(".", "") for pair in abbreviations().items() for name in pair for w in name.split()}
    plain = light_words() | {w.casefold() for w in calendar() | states} | {w for line in told for w in line.split()}
    return plain | frozenset(map(stem, plain))
