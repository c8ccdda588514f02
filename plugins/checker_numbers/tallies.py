"""Tallies: how many people an event killed, wounded or shot, how many were arrested, are missing or were saved, how many homes it took.

"two people were killed", "leaving four wounded", "the shooting of 5 teens", "one of nine people shot". A tally of some of them ("two of
the victims", "three others", "including two boys") is marked as a part.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Annotations, Document, Extractor, Quantity, SegmentKind, Sentence
from checker.text.glance import Glance, glance, telling
from checker.text.numerals import cardinal
from checker.text.patterns import pattern
from checker.text.vocabulary import forms_of
from checker_numbers.bounds import bounds, hedge_of, hedged_number, number
from checker_numbers.cues import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

SEGMENTS = frozenset({SegmentKind.BODY, SegmentKind.HEADLINE, SegmentKind.CAPTION})
_MOST = 2_000_000
_DOZENS = 24.0
_ANYBODY = "people"
_BADLY = pattern(r"\b(?:critically|seriously|severely|badly|gravely)\b", re.IGNORECASE)
_LIGHTLY = pattern(r"\b(?:slightly|lightly)\b", re.IGNORECASE)
# Some of them, or those spoken of before: no count of all.
SOME_AFTER = pattern(
    r"\s(?:of\s(?:the|those|them|whom|its|his|her|which|these|their|his)|more|additional)\b", re.IGNORECASE
)
_AGED_BEFORE = pattern(rf"\ban?\s(?:[a-z-]+\s)?{alternatives('one-person')}\s(?:of|aged)\s\Z", re.IGNORECASE)
SOME_BEFORE = pattern(
    r"\b(?:those|these|other|both|another|first|last|next|remaining|including|among\sthem|his|her|their|’s|'s|an\sadditional|like"
    r"|between|every|each|any|or|than|include|included|includes|with)\s(?:the\s)?(?:other\s)?\Z",
    re.IGNORECASE,
)
_CALENDAR_BEFORE = pattern(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October"
    r"|November|December|No|Highway|Route|Interstate|Channel|Unit|Zone|Area|District|at|age|aged|by|until|since|before|after|page|chapter|part)\.?\s\Z"
)
# A bare number behind one of these is no number of people: "between the ages of 21 and 58", "a 50".
_NOT_BARE = pattern(r"(?:\d,?\s(?:and|to|or)|\ban?|\bages?|[-–/])\s\Z", re.IGNORECASE)
_RANGE_BEFORE = pattern(rf"\b(?:{cardinal()}(?:\s(?:to|or)\s|[-–])|between\s{cardinal()}\sand\s)\Z", re.IGNORECASE)
_RANGE_AFTER = pattern(rf"(?:\s(?:to|or)\s|[-–]){cardinal()}\b", re.IGNORECASE)


@cache
def _coupled_after() -> re.Pattern[str]:
    return re.compile(
        r"(?:,?\sand|,)\s(?:another\s)?(?:an?|one|\d+|two|three|four|five|six)\s(?:[\w-]+\s){0,3}?"
        + alternatives("one-person")
        + r"\b",
        re.IGNORECASE,
    )


@cache
def _coupled_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b{alternatives('one-person')}|-old)(?:(?:,\s[\w\s-]{{1,30}},?)?,?\sand|,)\s(?:at\sleast\s|injured\s|wounded\s)?\Z",
        re.IGNORECASE,
    )


@frozen()
class Tally(Quantity):
    """How many of a class (``unit``: people, men, teens, homes) an event did ``what`` to.

    ``part``: some of them only. ``others``: those beside others the text spoke of, all of them where these fared otherwise.
    ``coupled``: all of its class, not of all classes.
    """

    kind: ClassVar[str] = "tally"
    what: str = ""
    part: bool = False
    others: bool = False
    coupled: bool = False  # told beside another class: "nine officers and two civilians"
    shot: bool = False  # "were shot" leaves open whether they lived; what is "hurt"
    noun: str | None = None  # as written; None for a bare number: "four were shot"


@cache
def _forms(name: str) -> dict[str, str]:
    return forms_of("checker_numbers", name)


def _either(forms: dict[str, str]) -> str:
    return "|".join(sorted((re.escape(f).replace(r"\ ", r"\s") for f in forms), key=len, reverse=True))


AUXILIARY = (
    r"(?:\s(?:who\s|that\s)?(?:were|was|are|is|has|have|had|has|been|being|be|reported|confirmed|found|left|also|both|all|now|reportedly|later|lying"
    r"|listed|as|feared|inside|allegedly|either|believed|known|thought|understood|said|to|initially|(?!fatally)[a-z]+ly)){0,5}"
)


_DONE = r"(?![\w-]|\s(?:leave|days?|pay|notes?|will|people|children|patients|animals?|passengers)\b)"  # no "sick leave"


@cache
def harms() -> tuple[str, str]:
    """Regular expressions, each with a group ``harm``, for what stands behind the people harmed, and before them."""
    return rf"(?P<harm>{_either(_forms('harms.txt'))})", rf"(?P<harm>{_either(_forms('harming.txt'))})"


def done(words: str) -> str:
    """The slot of a match of :func:`harms`: killed, hurt, shot, arrested, ..."""
    form = " ".join(words.lower().split())
    return _forms("harms.txt").get(form) or _forms("harming.txt")[form]


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    nouns = {**_forms("people.txt"), **_forms("things.txt")}
    amount = rf"(?:{hedged_number()}|(?P<many>dozens)\sof)"
    more = r"(?:\s(?P<more>other|others|more|additional))?"
    grammar = (
        r"an?|the|a\.?m|p\.?m|and|or|of|were|was|are|have|had|who|that|in|on|at|to|from|with|by|for|others?|\w+day"
    )
    small = rf"(?:\s(?!(?:{grammar})\b)[a-z][\w-]*){{0,3}}?"
    noun = rf"(?:{small}\s(?P<noun>{_either(nouns)}))"
    beside = rf"(?:,?\sand\s(?:an?|{cardinal()})\s(?:[\w-]+\s){{0,3}}?{alternatives('one-person')}(?=\s))?"
    aside = r"(?:,\s[^,.;:“”\"]{3,70},(?=\s(?:were|was|are|have|had)\b))?"
    # in a town: "14 people in Hallein were hurt"
    there = r"(?:\s(?:in|on|at|from|across|near)\s(?-i:[A-Z])[\w’'-]+(?:\s(?-i:[A-Z])[\w’'-]+)?(?=\s(?:were|was|are|have|had)\b))?"
    harm = rf"(?P<harm>{_either(_forms('harms.txt'))})"
    harming = rf"(?P<harm>{_either(_forms('harming.txt'))})"
    flags = re.IGNORECASE
    return (
        # two people were killed / two men dead / four others, two of them women, were wounded / 7 shot
        re.compile(rf"{amount}{more}(?:{noun}{there}{beside}{aside})?{AUXILIARY}\s{harm}{_DONE}", flags),
        # killing two people / wounded at least four / the shooting of 5 teens
        re.compile(
            rf"\b{harming}\s(?:a\stotal\sof\s|the\s)?{amount}{more}(?:{noun}\b|(?=\s(?:and|in|at|near|during|after|outside|on)\b|[,.;]|\s*\Z))"
            r"(?!\s(?:old|years|times|minutes|hours|days|months|weeks|rounds|shots))",
            flags,
        ),
        # left three injured
        re.compile(
            rf"\b(?:left|leaving|leaves|leave)\s(?:a\stotal\sof\s)?{amount}{more}{noun}?{AUXILIARY}\s{harm}{_DONE}",
            flags,
        ),
    )


def tells_harm(seen: Glance) -> bool:
    """Tell whether a sentence may hold one of :func:`harms`."""
    return not _telling().isdisjoint(seen.words)


@cache
def _telling() -> frozenset[str]:
    return telling((*_forms("harms.txt"), *_forms("harming.txt")))


def _may_tell(text: str, sentence: Sentence) -> bool:
    seen = glance(text, sentence)
    return (seen.number or "dozens" in seen.words) and tells_harm(seen)


def tallies(document: Document, annotations: Annotations) -> Iterator[Tally]:
    """Find the tallies outside furniture, the longest reading of each number."""
    for sentence in annotations.of(Sentence):
        if sentence.segment not in SEGMENTS or not _may_tell(document.text, sentence):
            continue
        taken: dict[int, Tally] = {}
        for listed in _patterns():
            for match in listed.finditer(document.text, sentence.start, sentence.end):
                found = _tally(document.text, match)
                if found is not None and found.start not in taken:
                    taken[found.start] = found
        found_all = [taken[start] for start in sorted(taken)]
        several = {t.what for t in found_all for u in found_all if t.what == u.what and not t.meets(u)}
        # Two numbers for one thing in one sentence are a list, or two days.
        yield from (replace(t, part=True) if t.what in several else t for t in found_all)


def _tally(text: str, match: re.Match[str]) -> Tally | None:
    group = "many" if match["many"] else "number"
    start, end = match.span(group)
    surface = match[group]
    before = text[max(0, start - 12) : start]
    if not match["noun"] and (_CALENDAR_BEFORE.search(before) or _NOT_BARE.search(before)):
        return None
    if _AGED_BEFORE.search(text, max(0, start - 24), start):
        return None  # "a woman of 34 was killed"
    hedge = hedge_of(match["hedge"], text, end)
    value = _DOZENS if match["many"] else number(surface)
    if value is None or not 0 < value <= _MOST or value != int(value):
        return None
    if match["many"] or "dozen" in surface.lower():
        hedge = hedge or "ABOUT"
    room = bounds(value, surface, "MORE" if match["many"] else hedge)
    what = done(match["harm"])
    shot = what == "shot"
    if shot:
        what = "hurt"
    elif what == "hurt" and (_BADLY.search(match.group()) or _BADLY.match(text, match.end() + 1)):
        what = "seriously hurt"
    elif what == "hurt" and _LIGHTLY.search(match.group()):
        what = "slightly hurt"
    noun = " ".join(match["noun"].lower().split()) if match["noun"] else None
    unit = _forms("people.txt").get(noun) or _forms("things.txt").get(noun) or _ANYBODY if noun else _ANYBODY
    if (noun == "person" and value != 1) or _is_name(text, match):
        return None
    if (what in ("damaged", "destroyed")) is not (noun in _forms("things.txt")):
        return None
    more = (match["more"] or "").lower()
    others = more in ("other", "others") or noun == "others"
    part = (
        more in ("more", "additional")
        or SOME_AFTER.match(text, end) is not None
        or SOME_BEFORE.search(text, max(0, start - 24), start) is not None
        or (match["noun"] is not None and "also" in text[match.end("noun") : match.end()] and not others)
        or _RANGE_BEFORE.search(text, max(0, start - 24), start) is not None
        or _RANGE_AFTER.match(text, end) is not None
    )
    coupled = _coupled(text, match, start)
    part = part or (coupled and unit == _ANYBODY)
    return Tally(start, end, value, unit, room.low, room.high, hedge, what, part, others, coupled, shot, noun)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Three Rivers suspects arrested: a capital behind the number, where the line has small letters else."""
    words = text[match.end("many" if match["many"] else "number") : match.end()].split()
    return len(words) > 1 and words[0][:1].isupper() and words[-1][:1].islower()


def _coupled(text: str, match: re.Match[str], start: int) -> bool:
    """Two men and a woman were killed: neither is all of them."""
    end = match.end("noun") if match["noun"] else match.end("number")
    hedge = match.start("hedge") if match["hedge"] else start
    return bool(_coupled_after().match(text, end) or _coupled_before().search(text, max(0, hedge - 50), hedge))


TALLIES = Extractor("tallies", "1", (Sentence,), Tally, tallies)
