"""How long somebody is sent to prison for, where the report of a sentence gives one term only."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, EventMention, Extractor, Passage, Quotation, Sentence
from checker.text.glance import glance
from checker.text.numerals import cardinal, number
from checker.text.patterns import pattern
from checker_numbers.amounts import Amount, Thing, body_of, opening_of, spoken
from checker_numbers.cues import alternatives, cues

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "quantity-term"
_MONTHS = {"year": 12.0, "month": 1.0, "week": 12 / 52}
_UNDER, _OVER = 3.0, 6.0  # months: "five years" may be a little less, or some months more
_SENTENCING = "sentencing"
_FOR = pattern(r"\s(?:behind\sbars\s|in\s(?:jail|prison)\s)?(?:for|over|after)\b")


@cache
def _length() -> str:
    """A length of a term: "three years and four months", "two and a half years"."""
    many = rf"(?:an?|{cardinal()})"
    more = rf"(?:(?:,\s|\sand\s|\s)(?P<more>{many})[\s-]months?)?"
    return rf"(?P<many>{many})(?P<half>\sand\sa\shalf)?[\s-](?P<unit>year|month|week)s?{more}"


@cache
def _pattern() -> re.Pattern[str]:
    length = _length()
    again = re.sub("P<([a-z]+)>", r"P<\g<1>2>", length)
    return re.compile(
        rf"\b{alternatives('jailed')}\s(?:(?:a|for|of)\s)?(?P<length>{length})\b|(?P<length2>{again})['’]?[\s-](?:(?:in|behind)\s(?:prison|jail|custody|bars)|(?:jail|prison|custodial)\s(?:sentence|term)|(?:of\s)?(?:rigorous\s|simple\s)?imprisonment)\b",
        re.IGNORECASE,
    )


def _may_tell(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of a length at all."""
    small = glance(document.text, sentence).small
    return any(unit in small for unit in _MONTHS)


def terms(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the one prison term of an article's news; with two, each may be somebody else's."""
    sentences = body_of(annotations)
    opening = opening_of(sentences)
    found: list[Amount] = []
    named = False  # then other rules compare it with those of the same person
    for sentence in sentences:
        if not _may_tell(document, sentence) or cues("other-terms").search(document.text, sentence.start, sentence.end):
            continue
        owned = any(e.event_class == _SENTENCING and e.personal for e in annotations.within(EventMention, sentence))
        for match in _pattern().finditer(document.text, sentence.start, sentence.end):
            amount = _amount(match)
            if amount is not None and not spoken(annotations, amount):
                named = named or owned
                found.append(replace(amount, main=sentence in opening))
    sole = len({a.value for a in found}) == 1
    for amount in found if any(a.main for a in found) else ():
        thing = Thing(amount.start, amount.end, "term", "the prison term")
        yield Claim(
            document,
            thing,
            SLOT,
            replace(amount, main=amount.main and sole, news=not named),
            (Passage(amount.start, amount.end, "duration"),),
        )


@cache
def _served() -> re.Pattern[str]:
    """A term that somebody is serving: "was serving 11 years", "two years left of an 11-year sentence", "a 12-year sentence he began"."""
    return re.compile(
        rf"\b(?:serv(?:ing|ed)|doing|left\s(?:of|on)|into|rest\sof|remainder\sof)\s(?:out\s)?"
        rf"(?:(?:an?|his|her|their)\s)?(?P<length>{_length()})(?![\s-]old)(?P<named>[\s-](?:jail\s|prison\s)?(?:sentence|term|stretch))?",
        re.IGNORECASE,
    )


def served_terms(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the one prison term that an article says somebody was serving when the news overtook them."""
    found: list[Amount] = []
    for sentence in body_of(annotations):
        if not _may_tell(document, sentence):
            continue
        for match in _served().finditer(document.text, sentence.start, sentence.end):
            bare = match[0].split()[0].lower()
            if not (match["named"] or (bare in ("serving", "doing") and _FOR.match(document.text, match.end()))):
                continue
            amount = _amount(match)
            if amount is not None and not spoken(annotations, amount):
                found.append(replace(amount, main=True, news=True))
    if len({a.value for a in found}) == 1:
        for amount in found:
            thing = Thing(amount.start, amount.end, "term served", "the prison term being served")
            yield Claim(document, thing, SLOT, amount, (Passage(amount.start, amount.end, "duration"),))


def _amount(match: re.Match[str]) -> Amount | None:
    n = "" if match["length"] else "2"
    many, unit = _value(match[f"many{n}"]), match[f"unit{n}"].lower()
    more = _value(match[f"more{n}"]) if match[f"more{n}"] else 0.0
    if many is None or more is None:
        return None
    value = (many + (0.5 if match[f"half{n}"] else 0.0)) * _MONTHS[unit] + more
    plain = unit == "year" and not more and not match[f"half{n}"]
    start, end = match.span(f"length{n}")
    label = " ".join(match[f"length{n}"].replace("-", " ").split())
    if many != 1 and label.endswith(unit):
        label += "s"  # of "an 11-year sentence"
    return Amount(
        start, end, value, "months", value - (_UNDER if plain else 0), value + (_OVER if plain else 0), label=label
    )


def _value(words: str) -> float | None:
    return 1.0 if words.lower() in ("a", "an") else number(words)


TERMS = Extractor("term-claims", "1", (EventMention, Quotation, Sentence), Claim, terms)
SERVED = Extractor("served-claims", "1", (Quotation, Sentence), Claim, served_terms)
