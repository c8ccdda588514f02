"""Rule kind ``quantity``: one thing, counted or measured in two related articles."""

from __future__ import annotations

import re

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker.text.vocabulary import words
from checker_numbers.amounts import Amount

_DOLLARS = "$"  # of no country that is named
_EXCHANGE = (1.15, 2.0)  # what one dollar is worth in others
_ABROAD = re.compile(
    r"\b(?:Canad|Austral|New Zealand|Hong Kong|Singapore|Taiwan|Jamaica|Fiji|Bahamas|C\$|A\$|US\$|exchange rate)"
)
_SAME_QUAKE = 1.0  # magnitudes further apart are those of a shock and its aftershock
_MILLION = 1e6
_WEEK = 7
_OTHER = 20.0  # how many times as much is another thing
_PART = 1.5  # how many times as much is a whole of which the other may be a part, where there are many places


@frozen()
class QuantityOptions:
    """``of``: count (of a noun), money, magnitude, calibre or score. ``grows``: a later article may rightly have the larger number."""

    of: str = "count"
    grows: bool = True


def compare(options: QuantityOptions, a: Claim, b: Claim) -> Verdict:
    """Judge two amounts of one thing, each with the room its words leave. What an article mentions in passing contradicts nothing."""
    first, second = a.reading, b.reading
    if not isinstance(first, Amount) or not isinstance(second, Amount) or first.unit != second.unit:
        return UNKNOWN
    if first.meets(second):
        return AGREE
    if not (first.main and second.main):
        return UNKNOWN
    days = [c.document.published.date if c.document.published else None for c in (a, b)]
    if (
        first.setting
        and second.setting
        and not (first.news and second.news)
        and not _one_thing(first, second, a.document.days_from(b.document))
    ):
        return UNKNOWN
    if options.of == "term" and not (first.news or second.news):
        return UNKNOWN
    low, high = sorted((first.value, second.value))
    if first.unit in words("checker_numbers", "spread.txt") and options.of == "whole" and high >= _PART * low:
        return UNKNOWN
    if options.of not in ("score", "vote") and high >= _OTHER * low:
        return UNKNOWN
    if _of_two_stages(first, second) or _in_two_places(first, second):
        return UNKNOWN
    if first.revised or second.revised or (options.of == "magnitude" and high - low > _SAME_QUAKE):
        return UNKNOWN
    near = _EXCHANGE[0] <= high / low <= _EXCHANGE[1] and not (
        _swapped(first, second) or (_exact(first) and _exact(second))
    )
    if first.unit == _DOLLARS and near and any(_ABROAD.search(c.document.text) for c in (a, b)):
        return UNKNOWN  # C$137 million may be US$108 million
    if days[0] is not None and days[1] is not None and days[0] != days[1]:
        early, late = (first, second) if days[0] < days[1] else (second, first)
        if options.grows and late.value > early.value and not _swapped(first, second):
            return Verdict(
                Outcome.CONTRADICT,
                "the later article has the larger number: it may be an update",
                Severity.WARNING,
                Confidence.LOW,
            )
    return Verdict(Outcome.CONTRADICT, confidence=Confidence.MEDIUM)


def _of_two_stages(a: Amount, b: Amount) -> bool:
    """Tell whether one is what was proved, and the other is not: more is charged than proved."""
    return a.stage != b.stage and "proved" in (a.stage, b.stage)


def _in_two_places(a: Amount, b: Amount) -> bool:
    """Tell whether each counts what is in one place, or one does, and the other, which has more, says no place: 50 jobs of 250."""
    if a.place == b.place:
        return False
    if a.place and b.place:
        return True
    there, all_told = (a, b) if a.place else (b, a)
    return all_told.value > there.value and a.unit in words("checker_numbers", "spread.txt")


def _one_thing(first: Amount, second: Amount, apart: int | None) -> bool:
    """Tell whether articles of one week say so much alike of what they count, further down, that it is one thing."""
    if apart is None or apart > _WEEK:
        return False
    if first.setting is None or second.setting is None:
        return False
    return first.setting.fits(second.setting) or (
        (first.news or second.news) and first.setting.describes(second.setting)
    )


def _exact(amount: Amount) -> bool:
    """Tell whether an amount is told to the last hundred: what was changed from another currency is rounded."""
    return amount.hedge is None and amount.value < _MILLION and amount.value % 100 != 0


def _swapped(a: Amount, b: Amount) -> bool:
    """Tell whether two numbers have the same digits in another order: 27 and 72."""
    digits = [sorted(f"{x.value:.12g}".strip("0")) for x in (a, b)]
    return len(digits[0]) > 1 and digits[0] == digits[1]


def describe(options: QuantityOptions, claim: Claim) -> Reading:
    """Read an amount in the words of the report."""
    del options
    amount = claim.reading
    return (
        Reading(f"{amount.hedge or ''}{amount.value:.12g}", amount.label)
        if isinstance(amount, Amount)
        else Reading("", "")
    )


QUANTITY = RuleKind(
    name="quantity",
    referent=Referent.THING,
    slot="quantity-{of}",
    options=QuantityOptions,
    compare=compare,
    describe=describe,
    message="{title}",
    by_source=True,
)
