"""Amounts of money, by what they are: a price, loot, a budget, bail. Amounts in two currencies are never compared."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, EventMention, Extractor, Passage, Quotation, Sentence, Span
from checker.text.glance import glance
from checker.text.numerals import cardinal, number
from checker.text.patterns import pattern
from checker.text.vocabulary import forms_of, table, words
from checker_numbers.amounts import Amount, Thing, aside, body_of, in_passing, opening_of, revised, settled, spoken
from checker_numbers.bounds import bounds, hedge_of, hedges
from checker_numbers.labels import hedged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SLOT = "quantity-money"
_VALUE, _PRICE = "value", "price"
_PAID = frozenset({"ransom", "fine", "settlement", "reward"})
_LEAST = 1000  # below it is a fare, a fee, a price of a loaf
_RATE = pattern(
    r"\s(?:a|an|per|each|every|apiece|for\severy)\s?(?:share|head|person|month|week|year|day|hour|barrel|ton|tonne|kilo|litre)?\b|\s?-?a-",
    re.IGNORECASE,
)
_PART_BEFORE = pattern(
    r"\b(?:another|additional|extra|first|last|of\sthe|remaining|including|to|between|by)\s\Z", re.IGNORECASE
)

_HAD_PAID = pattern(
    r"\b(?:who|which|that|whom)\shad\s(?:[a-z]+\s)?(?:paid|bought|sold|acquired|purchased|spent|cost|fetched)\b[^.;:\n]*\Z"
)
_CLAUSE_END = pattern(r"[,;:()—–]\s|\b(?:and|but|or|who|which|that|after|before|when|while|as|because|if)\b")


@cache
def _codes() -> dict[str, str]:
    return {form.lower(): code for form, code in forms_of("checker_numbers", "currencies.txt").items()}


@cache
def _letters() -> dict[str, str]:
    return forms_of("checker_numbers", "money-letters.txt")


@cache
def _names() -> dict[str, str]:
    return {code: forms.split(",")[0].strip() for code, forms in table("checker_numbers", "currencies.txt").items()}


@cache
def _pattern() -> re.Pattern[str]:
    signs = "|".join(sorted((re.escape(s) for s in _codes() if not s[-1].isalpha()), key=len, reverse=True))
    marks = "|".join(sorted((re.escape(s) for s in _codes() if s[-1].isalpha()), key=len, reverse=True)).replace(
        r"\ ", r"\s"
    )
    hedge = "|".join(sorted((h.replace(" ", r"\s") for h in hedges()), key=len, reverse=True))
    amount = rf"{cardinal()}(?:\s?(?:m|bn|mn|tn|cr)\b)?"
    letters = "|".join(sorted((re.escape(s) for s in _letters() if len(s) > 1), key=len, reverse=True))
    letter = "".join(s for s in _letters() if len(s) == 1)
    thousands = r"(?=\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?\s?(?:m|bn|mn|tn|million|billion|trillion|crore|lakh)\b)"
    return re.compile(
        rf"(?:\b(?P<hedge>{hedge})\s)?(?:(?<![\w$])(?P<sign>{signs}|e(?=\d))\s?(?P<number>{amount})"
        rf"|(?<![\w$€£.,-])(?P<letters>(?-i:{letters})(?=\s?\d)|(?-i:[{letter}])\s?{thousands})\s?(?P<lettered>{amount})"
        rf"|(?<![\w$€£.,-])(?P<other>{amount})[\s-](?P<mark>{marks})\b)",
        re.IGNORECASE,
    )


def _matches(document: Document, span: Span) -> Iterator[re.Match[str]]:
    """The matches in a span that holds a number or, right before one, the sign of a currency."""
    if glance(document.text, span).number or not _signs().isdisjoint(document.text[span.start : span.end]):
        yield from _pattern().finditer(document.text, span.start, span.end)


@cache
def _signs() -> frozenset[str]:
    """The last characters of all signs of currencies that are no letters."""
    return frozenset(form[-1] for form in _codes() if not form[-1].isalpha())


def money(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the amounts whose role the sentence tells; those of the opening are the news."""
    sentences = body_of(annotations)
    opening = opening_of(sentences)
    found: dict[tuple[str, str], list[tuple[Thing, Amount]]] = defaultdict(list)
    for sentence in sentences:
        roles: dict[str, list[Span]] | None = None
        for match in _matches(document, sentence):
            amount = _amount(document, sentence, match)
            if amount is None or spoken(annotations, amount):
                continue
            if roles is None:
                roles = _roles(document, sentence)
            role = _role(document.text, roles, amount)
            behind = document.text[match.end() : match.end() + 20]
            part = (
                paid_before(document.text, amount.start)
                or _PART_BEFORE.search(document.text, max(0, match.start() - 16), match.start())
                or _RATE.match(behind)
            )
            main = (
                not part
                and not in_passing(document, sentence, amount.start)
                and role is not None
                and (sentence in opening or (role in _sole() and not aside(document, annotations, sentence)))
            )
            thing = Thing(amount.start, amount.end, f"money {role}", f"the {role}")
            found[role or "", amount.unit].append((thing, replace(amount, main=main, news=sentence in opening)))
    for (role, unit), said in sorted(found.items()):
        stated = list(settled(said))
        others = [a for (r, u), more in found.items() if u == unit and r != role for _, a in more] if stated else []
        for thing, amount in stated:
            yield _claim(document, thing, amount)
        for amount in others:  # the article knows these, whatever they are
            yield _claim(
                document, Thing(amount.start, amount.end, f"money {role}", f"the {role}"), replace(amount, main=False)
            )


@cache
def _sole() -> frozenset[str]:
    """The roles that one sum has in an article, wherever it stands."""
    return frozenset(words("checker_numbers", "sole-money-roles.txt"))


def paid_before(text: str, start: int) -> bool:
    """Tell whether the amount at ``start`` was paid in another deal, before that of the news: "a fund that had paid €6.4 million"."""
    return _HAD_PAID.search(text, max(0, start - 60), start) is not None


def sums_of_money(document: Document, span: Span) -> Iterator[Amount]:
    """Every amount of money in a span, small ones left out."""
    for match in _matches(document, span):
        amount = _read(document, match)
        if amount is not None:
            yield amount


def _claim(document: Document, thing: Thing, amount: Amount) -> Claim:
    return Claim(document, thing, SLOT, amount, (Passage(amount.start, amount.end, "amount"),))


def _roles(document: Document, sentence: Span) -> dict[str, list[Span]]:
    """What the words of a sentence say that money is: the passages that say so, by role."""
    found = {}
    for role, words_of_it in _patterns_of("money-roles.txt"):
        told = [Span(*m.span()) for m in words_of_it.finditer(document.text, sentence.start, sentence.end)]
        if told:
            found[role] = told
    return found


def _role(text: str, roles: Mapping[str, Sequence[Span]], amount: Amount) -> str | None:
    """What an amount is: the one role its sentence names, or, of several, the one that its own clause does."""
    # What was stolen, or sold, has a value, too.
    found = [role for role in roles if role != _VALUE or len(roles) == 1]
    if len(found) > 1:
        found = [role for role in found if any(_one_clause(text, cue, amount) for cue in roles[role])]
    if _PAID.intersection(found) and _PRICE in found:
        found.remove(_PRICE)  # nobody buys anything who pays a ransom
    return found[0] if len(found) == 1 else None


def _one_clause(text: str, cue: Span, amount: Amount) -> bool:
    """Tell whether no mark and no joining word stands between a cue and an amount."""
    between = text[min(cue.end, amount.end) : max(cue.start, amount.start)]
    return _CLAUSE_END.search(between) is None


@cache
def _patterns_of(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The entries of a table with a pattern that matches any of their words; "…" stands for a few words between two."""
    some_words = r"(?:[^.;]|\.\d){1,40}"
    return tuple(
        (
            key,
            re.compile(
                rf"\b(?:{'|'.join(re.escape(f.strip()).replace('…', some_words) for f in forms.split(','))})\b",
                re.IGNORECASE,
            ),
        )
        for key, forms in table("checker_numbers", name).items()
    )


def _amount(document: Document, sentence: Sentence, match: re.Match[str]) -> Amount | None:
    amount = _read(document, match)
    stage = _stage(document.text[sentence.start : sentence.end])
    return amount and replace(amount, revised=revised(document, sentence, amount.start), stage=stage)


def _read(document: Document, match: re.Match[str]) -> Amount | None:
    surface = match["number"] or match["lettered"] or match["other"]
    value = _value(surface)
    if value is None or value < _LEAST:
        return None
    code = _code(match)
    hedge = hedge_of(match["hedge"], document.text, match.end())
    room = bounds(value, _spelled(surface), hedge)
    start = match.start(next(g for g in ("sign", "letters", "other") if match[g]))
    amount = Amount(start, match.end(), value, code, room.low, room.high, hedge)
    return replace(amount, label=f"{_short(amount)} {_names()[code]}")


def _code(match: re.Match[str]) -> str:
    if match["letters"]:
        return _letters()[match["letters"].strip()]
    mark = (match["sign"] or match["mark"]).lower()
    return "EUR" if mark == "e" else _codes()[" ".join(mark.split())]


def _stage(sentence: str) -> str:
    """Whether a sentence tells what is charged, or what was proved; empty where neither."""
    found = {stage for stage, words_of_it in _patterns_of("stages.txt") if words_of_it.search(sentence)}
    return "proved" if "proved" in found else "".join(found)


_SHORT = re.compile(r"(?i)\s?(m|mn|bn|tn|cr)\Z")
_SPELLED = {"m": " million", "mn": " million", "bn": " billion", "tn": " trillion", "cr": " crore"}


def _spelled(surface: str) -> str:
    """The figure with its scale in full: "4.2bn" is "4.2 billion"."""
    return _SHORT.sub(lambda short: _SPELLED[short[1].lower()], surface)


def _value(surface: str) -> float | None:
    return number(_spelled(surface))


def _short(amount: Amount) -> str:
    """4.2 billion rather than 4,200,000,000."""
    text = hedged(amount)
    for scale, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if amount.value >= scale:
            return text.replace(f"{amount.value:,.10g}", f"{amount.value / scale:.6g} {word}")
    return text


MONEY = Extractor("money-claims", "2", (EventMention, Quotation, Sentence), Claim, money)
