"""Where the patterns of time expressions are tried: around the words and digits without which they cannot match."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.text.vocabulary import words
from checker_dates import lexicon as lex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Span

_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")

# Words without which a pattern of units cannot match: cheaper to look for than the units alone.
_SECOND = {
    "away": "ago earlier later now today hence previously",
    "shift": "before after",
    "quarters": "quarter quarters period",
    "edge": "end beginning start middle close earlier later late early",
    "that": "next following previous same that before after",
    "past": "past last next first early few several many recent coming future ahead come",
    "half": "half",
    "plural": "days weeks months years decades centuries hours minutes",
    "nth": "week weekend half Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
    "week": "week",
    "century": "century",
    "weekend": "weekend weekends",
    "year": "year",
    "day": "day",
}


@cache
def _triggers() -> dict[str, frozenset[str]]:
    """Return the trigger classes of a word; words of digits are classed by hand."""
    found: dict[str, set[str]] = {}

    def add(trigger: str, forms: Iterable[str]) -> None:
        for form in forms:
            found.setdefault(form, set()).add(trigger)

    add("month", (f for m in lex.MONTHS for f in (m, m.upper())))
    add("weekday", (f for d in lex.WEEKDAYS for f in (d, d.upper(), d + "s")))
    add("unit", (f for u in lex.UNITS for f in (u, u + "s", u.capitalize(), u.capitalize() + "s")))
    for trigger, forms in _SECOND.items():
        add(trigger, (form for f in forms.split() for form in (f, f.capitalize())))
    add("season", (f for s in lex.SEASONS for f in (s, s.capitalize())))
    add("daypart", (f for p in lex.DAYPARTS for f in (p, p.capitalize(), p.upper())))
    add(
        "word",
        (
            "today",
            "yesterday",
            "tomorrow",
            "tonight",
            "Today",
            "Yesterday",
            "Tomorrow",
            "Tonight",
            "night",
            "morning",
            "afternoon",
            "evening",
        ),
    )
    add(
        "clock",
        (
            "am",
            "pm",
            "AM",
            "PM",
            "m",
            "M",
            "noon",
            "Noon",
            "midnight",
            "Midnight",
            "midday",
            "Midday",
            "clock",
            "morning",
            "afternoon",
            "evening",
        ),
    )
    add("zone", ("GMT", "UTC", "hours", "hrs", "local"))
    add("era", ("BC", "BCE", "B", "AD", "CE", "D"))
    add("time", ("time",))
    add("last", ("last", "next"))
    add("quarter", ("Q1", "Q"))
    add("decade", ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"))
    add("spelled", ("nineteen", "eighteen", "seventeen", "twenty", "thousand"))
    add("set", ("every", "Every", "each", "Each"))
    add("frequency", (f for w in lex.FREQUENCIES for f in (w, w.capitalize())))
    add("reference", (f for r in lex.REFERENCES for w in r.split()[-1:] for f in (w, w.capitalize())))
    add("holiday", (h.split()[0].split("'")[0] for h in lex.HOLIDAYS))
    # A fence is of use only around a word that triggers something.
    add("not", [w for phrase in words(lex.PACKAGE, "not-times.txt") for w in _LETTERS.findall(phrase) if w in found])
    return {form: frozenset(classes) for form, classes in found.items()}


Windows = dict[str, list[tuple[int, int]]]
_BEFORE, _AFTER = 56, 48  # code points beside a trigger that an expression it belongs to may take up


def windows(text: str, sentence: Span) -> Windows:
    """Return, by trigger class, the stretches of a sentence in which its patterns may match: those around its triggers."""
    known = _triggers()
    found: Windows = {}
    start, end = sentence.start, sentence.end

    def mark(at: int, length: int, classes: frozenset[str]) -> None:
        low, high = max(start, at - _BEFORE), min(end, at + length + _AFTER)
        for trigger in classes:
            windows = found.get(trigger)
            if windows is None:
                found[trigger] = [(low, high)]
            elif low <= windows[-1][1]:
                windows[-1] = (windows[-1][0], high)
            else:
                windows.append((low, high))

    at = start
    for word in _LETTERS.findall(text, start, end):  # positions are looked up for the few words that trigger
        if word in known:
            at = text.find(word, at, end)
            while text[at - 1 : at].isalpha() or text[at + len(word) : at + len(word) + 1].isalpha():
                at = text.find(word, at + 1, end)
            mark(at, len(word), known[word])
            at += len(word)
    for digits in _DIGITS.finditer(text, start, end):
        length = digits.end() - digits.start()
        mark(digits.start(), length, _YEAR if length == _YEAR_DIGITS else _NUMBER)
    return found


_NUMBER, _YEAR = frozenset({"digit"}), frozenset({"digit", "digits4"})
_YEAR_DIGITS = 4
