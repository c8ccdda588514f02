"""How long what has a set length is for: "a four-year contract", "a consultation of 45 days", "barred for two years".

Nouns of one line of ``spans.txt`` name one thing. What happens and takes its time is claimed with the events.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, EventMention, Extractor, Passage, Quotation, Sentence
from checker.text.glance import glance, telling
from checker.text.numerals import number
from checker.text.patterns import once
from checker.text.predications import stem
from checker.text.vocabulary import forms_of, words
from checker_numbers.amounts import Amount, Thing, aside, body_of, opening_of, settled, spoken
from checker_numbers.cues import alternatives, beside
from checker_numbers.settings import setting_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "quantity-span"
_DAYS = {"year": 365.25, "month": 30.44, "week": 7.0, "day": 1.0, "hour": 1 / 24, "minute": 1 / 1440}
_SLACK = 0.4  # of a unit: "a two-year deal" may be one of 21 months
_BESIDE = 30  # code points on either side in which it is told that this is a part, a bound, or that of another
_BAN = "ban"  # the noun for what those have who are barred for a time
_LASTING = r"(?:(?:that|which)\s)?(?:(?:will|would|to)\s)?(?:last(?:s|ed|ing)?|run(?:s|ning)?|ran|is|was)"


@once
def _things() -> dict[str, str]:
    """Every form to the noun of its line."""
    return forms_of("checker_numbers", "spans.txt")


@once
def _telling() -> frozenset[str]:
    return telling((*_things(), *words("checker_numbers", "barred.txt")))


@once
def _pattern() -> re.Pattern[str]:
    """A length before the noun, or behind it; whether its first word is a number is asked of the match."""
    nouns = "|".join(sorted(_things(), key=len, reverse=True)).replace(" ", r"\s")
    units = "|".join(_DAYS)
    count = r"(?<![\w$€£.,-])(?P<many{n}>(?:[a-z]+-)?[a-z]+|\d[\d,.]*)(?P<half{n}>\sand\sa\shalf)?"
    length = count + rf"[\s-](?P<unit{{n}}>{units})"
    before, behind, barred = (length.replace("{n}", n) for n in ("", "2", "3"))
    return re.compile(
        rf"{before}s?(?:['’]s?)?(?:[\s-]long)?,?\s(?:[a-z$€£\d][\w.,$€£-]*\s){{0,2}}?(?P<noun>{nouns})\b(?!-)"
        rf"|\b(?P<noun3>{alternatives('barred')})\s(?:[\w’'-]+\s){{0,6}}?for\s{barred}s?\b(?!-|\s(?:old|ago|later)\b)"
        rf"|\b(?P<noun2>{nouns})\s(?:of|for|{_LASTING}(?:\sfor)?)\s{behind}s?\b(?!-|\s(?:old|ago|later)\b)",
        re.IGNORECASE,
    )


def spans(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the one length an article gives a thing."""
    sentences = body_of(annotations)
    opening = opening_of(sentences)
    found: dict[str, list[tuple[Thing, Amount]]] = defaultdict(list)
    for sentence in sentences:
        seen = glance(document.text, sentence)
        if not seen.number or _telling().isdisjoint(seen.words):
            continue
        for match in _pattern().finditer(document.text, sentence.start, sentence.end):
            told = _read(match)
            if told is None or spoken(annotations, told[0]):
                continue
            thing, amount = told
            part = beside("other-spans", document.text, sentence, match.span(), _BESIDE)
            main = not (part or aside(document, annotations, sentence))
            setting = setting_of(document, annotations, sentence, thing.span, frozenset({stem(thing.key)}))
            found[thing.key].append((thing, replace(amount, main=main, news=sentence in opening, setting=setting)))
    for said in found.values():
        for thing, amount in settled(said):
            yield Claim(document, thing, SLOT, amount, (Passage(amount.start, amount.end, "length"),))


def _read(match: re.Match[str]) -> tuple[Thing, Amount] | None:
    """The thing and its length in days; None where the words before the unit are no number."""
    n = next(n for n in ("", "2", "3") if match[f"noun{n}"])
    count = number(match[f"many{n}"])
    if not count:
        return None
    count += 0.5 if match[f"half{n}"] else 0
    noun = _BAN if match["noun3"] else " ".join(match[f"noun{n}"].lower().split())
    unit = match[f"unit{n}"].lower()
    start, end = match.start(f"many{n}"), match.end(f"unit{n}")
    day = _DAYS[unit]
    thing = Thing(*match.span(), _things()[noun], f"the length of the {noun}")
    label = f"{count:g} {unit}{'' if count == 1 else 's'}"
    room = (count - _SLACK) * day, (count + _SLACK) * day
    return thing, Amount(start, end, round(count * day, 3), "days", *room, label=label)


SPANS = Extractor("span-claims", "1", (EventMention, Quotation, Sentence), Claim, spans)
