"""Where somebody was born or grew up: "Vik was born in Elmswick", "Born in Elmswick in 1950, Vik learnt", "he grew up in Larkfield"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Extractor, Passage, Person, Place, SegmentKind, Sentence
from checker_places.lexicon import public_body

if TYPE_CHECKING:
    from collections.abc import Iterator

_SILENT = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_BORN, _GREW_UP = "birthplace", "childhood"
_REACH = 90  # code points before a town in which the verb stands
_RAISED = r"(?:raised|brought\sup|bred)"
_IN = r"(?:in|at|near)\s(?:the\s(?:[a-z]+\s){1,3}of\s)?"
# The verb, with a day or a year between it and the town: "was born on 3 May 1950 in Elmswick".
_WHEN = r"(?:\s(?:on|in)\s(?:[A-Z]?[a-z]{2,8}\.?\s)?(?:\d{1,2},?\s)?(?:[A-Z][a-z]{2,8},?\s)?(?:\d{4}),?)?"
_VERB = re.compile(
    rf"(?:(?:(?P<pronoun>\b[Hh]e|\b[Ss]he)\s|(?:,\swho\s)?)(?:was|had\sbeen)\s|,\s|\A|\n)"
    rf"(?P<verb>[Bb]orn(?:,?\sand\s(?:was\s)?{_RAISED})?|{_RAISED}){_WHEN}\s{_IN}\Z"
    rf"|(?:(?P<pronoun2>\b[Hh]e|\b[Ss]he)\s|,\swho\s|(?<=\w)\s)(?:grew\sup|spent\s(?:his|her)\schildhood)\s{_IN}\Z"
)
# Between the town and whom an opening "Born in Elmswick" is of.
_SUBJECT = re.compile(r"[^.;:!?“”\"]{0,160}?,\s(?:(?P<pronoun>he|she)\b|(?=[A-Z]))")
_LONGER = re.compile(r"\s[A-Z&]|['’-]")  # "in Elmswick University"
_GENDER = {"he": "male", "she": "female"}


def _claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    text = document.text
    for sentence in annotations.of(Sentence):
        if sentence.segment in _SILENT:
            continue
        for place in annotations.within(Place, sentence):
            best = place.best
            if best is None or best.feature != "P" or _LONGER.match(text, place.end):
                continue
            if public_body().match(text, place.end):
                continue
            at = max(sentence.start, place.start - _REACH)
            match = _VERB.search(text[at : place.start])
            if match is None:
                continue
            opens = match["verb"] is not None and at + match.start("verb") == sentence.start
            who = _after(text, annotations, sentence, place) if opens else None
            if who is None and not opens:
                who = _before(document, annotations, sentence, at + match.start(), match)
            if who is None or " " not in who.name:
                continue
            for slot in _told(match):
                yield Claim(document, who, slot, place, (Passage(place.start, place.end, "place"),))


def _told(match: re.Match[str]) -> Iterator[str]:
    verb = (match["verb"] or "").casefold()
    if verb.startswith("born"):
        yield _BORN
    if not verb.startswith("born") or " " in verb:
        yield _GREW_UP


def _after(text: str, annotations: Annotations, sentence: Sentence, place: Place) -> Person | None:
    """Whom an opening "Born in Elmswick" is of: the name behind a comma, nobody named between."""
    persons = annotations.within(Person, sentence)
    for subject in _SUBJECT.finditer(text, place.end, sentence.end):
        if subject["pronoun"]:
            return _only(
                p for p in annotations.of(Person) if p.end <= sentence.start and _may_be(p, subject["pronoun"])
            )
        named = next((p for p in persons if p.start == subject.end()), None)
        if named is not None:
            return named
    return None


def _before(
    document: Document, annotations: Annotations, sentence: Sentence, at: int, match: re.Match[str]
) -> Person | None:
    """Whom a clause is of: the name right before its verb, or whom a pronoun stands for, where one person may be meant."""
    persons = annotations.of(Person)
    pronoun = match["pronoun"] or match["pronoun2"]
    if pronoun is None:
        return next((p for p in annotations.within(Person, sentence) if 0 <= at - p.end <= 1), None)
    fits = [p for p in persons if _may_be(p, pronoun.casefold()) and document.segment_at(p.start) not in _SILENT]
    inside = [p for p in fits if sentence.start <= p.start and p.end <= at]
    if inside:
        return _only(inside)
    paragraph = [s for s in annotations.of(Sentence) if s.paragraph == sentence.paragraph]
    near = [p for p in fits if p.end <= at and any(s.start <= p.start < s.end for s in paragraph)]
    return _only(near) if near else _only(p for p in fits if p.end <= at)


def _may_be(person: Person, pronoun: str) -> bool:
    return person.gender in (None, _GENDER[pronoun])


def _only(persons: Iterator[Person] | list[Person]) -> Person | None:
    found = list(persons)
    return found[-1] if len({p.name for p in found}) == 1 else None


BIRTHPLACES = Extractor("birthplace-claims", "1", (Sentence, Person, Place), Claim, _claims)
