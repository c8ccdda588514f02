"""Where the patterns of time expressions are tried: around the words and digits without which they cannot match.

One pass over the words of a sentence, each looked up in one table, takes the place of scanning the text once for each pattern.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.text.vocabulary import table, words
from checker_dates import lexicon as lex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Span

Windows = dict[str, list[tuple[int, int]]]
_Leads = frozenset[str] | None
_Rules = tuple[tuple[str, _Leads], ...]

_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_NUMBER = "#"
_ABBREVIATED = 5  # letters that the short form of a weekday has at most
_LED_BY = 6  # words before a trigger among which its lead may stand
_NEAR = 32  # code points before a trigger among which a number may stand
_BEFORE, _AFTER = 56, 48  # code points beside a trigger that an expression it belongs to may take up
_REACH = {  # the same for classes whose expressions are short on one side
    "count": (64, 16),
    "a-unit": (28, 16),
    "which-unit": (40, 16),
    "past": (48, 24),
    "plural": (8, 24),
    "weekend": (28, 12),
    "word": (24, 16),
    "daypart": (4, 12),
    "clock": (16, 40),
    "season": (28, 24),
    "frequency": (4, 12),
    "set": (40, 48),
    "away": (56, 40),
    "weekday": (40, 40),
    "decade": (4, 16),
    "reference": (24, 16),
    "digits4": (20, 32),
    "colon": (4, 32),
    "odd": (12, 16),
    "ordinal": (16, 20),
    "short": (12, 8),
    "decades": (4, 8),
}


@cache
def _table() -> dict[str, _Rules]:
    """Return, by word, the classes it triggers and the leads they ask for."""
    found: dict[str, dict[str, _Leads]] = {}

    def add(trigger: str, forms: Iterable[str], leads: _Leads = None) -> None:
        for form in forms:
            rules = found.setdefault(form, {})
            known = rules.get(trigger, frozenset())
            rules[trigger] = None if leads is None or known is None else leads | known

    add("month", (f for m in lex.MONTHS for f in (m, m.upper())))
    days = [d for d in lex.WEEKDAYS if len(d) > _ABBREVIATED]
    add("weekday", (f for d in days for f in (d, d.upper())))
    add("weekday-short", (d for d in lex.WEEKDAYS if d not in days))
    add("weekdays", (d + "s" for d in days))
    add("weekdays", ("mornings", "afternoons", "evenings", "nights"), frozenset(d.lower() for d in days))
    add("daypart", (f for p in lex.DAYPARTS for f in (p, p.capitalize(), p.upper())))
    add("frequency", (f for w in lex.FREQUENCIES for f in (w, w.capitalize())))
    for reference in lex.REFERENCES:
        *before, last = reference.split()
        add("reference", (last, last.capitalize()), frozenset(before[-1:]) if before else None)
    add("holiday", (h.split()[0].split("'")[0] for h in lex.HOLIDAYS))
    for trigger, rules in table(lex.PACKAGE, "triggers.txt").items():
        for rule in rules.split(";"):
            forms, _, leads = rule.partition("<")
            asked = frozenset(leads.split()) | (frozenset(lex.CARDINALS) if _NUMBER in leads else frozenset())
            add(trigger, (f for w in forms.split() for f in (w, w.capitalize(), w.upper())), asked or None)
    # A fence is of use only around a word that triggers something.
    add("not", [w for phrase in words(lex.PACKAGE, "not-times.txt") for w in _LETTERS.findall(phrase) if w in found])
    return {form: tuple(rules.items()) for form, rules in found.items()}


def windows(text: str, sentence: Span) -> Windows:
    """Return, by trigger class, the stretches of a sentence in which its patterns may match: those around its triggers."""
    known = _table()
    found: Windows = {}
    start, end = sentence.start, sentence.end
    spelled = _LETTERS.findall(text, start, end)
    if not known.keys().isdisjoint(spelled):
        at = start
        for number, word in enumerate(spelled):
            if word in known:  # positions are looked up for the few words that trigger
                at = text.find(word, at, end)
                while text[at - 1 : at].isalpha() or text[at + len(word) : at + len(word) + 1].isalpha():
                    at = text.find(word, at + 1, end)
                before = {w.lower() for w in spelled[max(0, number - _LED_BY) : number]}
                for trigger, leads in known[word]:
                    if (
                        leads is None
                        or not leads.isdisjoint(before)
                        or (_NUMBER in leads and _FIGURE.search(text, max(start, at - _NEAR), at))
                    ):
                        _mark(found, trigger, text, sentence, at, len(word))
                at += len(word)
    for digits in _DIGITS.finditer(text, start, end):
        at, stop = digits.span()
        for trigger in _classes(text, at, stop):
            _mark(found, trigger, text, sentence, at, stop - at)
    return found


_FIGURE = re.compile(r"[\d½¼¾]")
_YEAR_DIGITS = 4


def _classes(text: str, at: int, stop: int) -> list[str]:
    """Return the classes that a run of digits triggers, by its length and what stands beside it."""
    beside, size = text[stop : stop + 1], stop - at
    found = ["digits4"] if size == _YEAR_DIGITS else []
    if beside == ":":
        found.append("colon")
    elif beside in ("/", "-", ".") and size != _YEAR_DIGITS:
        found.append("odd")
    elif beside == "s" or (beside in ("'", "’") and text[stop + 1 : stop + 2] == "s"):
        found.append("decades")
    elif beside.isalpha():
        found += ["ordinal", "odd"]
    if size == _SHORT and (text[at - 1 : at] in ("'", "’")):
        found.append("short")
    if size == _YEAR_DIGITS and beside == "/":
        found.append("odd")
    if size == _SHORT and "digits4" not in found and text[at - 1 : at] in ("-", "–", "/"):
        found.append("digits4")  # the second year of "2019-21"
    return found


_SHORT = 2


def _mark(found: Windows, trigger: str, text: str, sentence: Span, at: int, length: int) -> None:
    before, after = _REACH.get(trigger, (_BEFORE, _AFTER))
    low, high = max(sentence.start, at - before), min(sentence.end, at + length + after)
    while high < sentence.end and text[high].isalnum():
        high += 1  # no word is cut in two
    windows = found.get(trigger)
    if windows is None:
        found[trigger] = [(low, high)]
    elif low <= windows[-1][1]:
        windows[-1] = (windows[-1][0], high)
    else:
        windows.append((low, high))
