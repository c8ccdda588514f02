"""Where the patterns of time expressions are tried: around the words and digits without which they cannot match.

One look-up for each token of a text, kept by its form, takes the place of scanning the text once for each pattern: most tokens trigger
nothing, and a sentence without a trigger is never looked at again.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from checker.text.vocabulary import table, words
from checker_dates import lexicon as lex
from checker_dates.fallback import ODD_FORMAT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

T = TypeVar("T")

Windows = dict[str, list[tuple[int, int]]]

_LETTERS = re.compile(r"[^\W\d_]+")
_WORD_END = re.compile(r"[^\W_]*")
_FIGURE = re.compile(r"[\d½¼¾]")
_JOINTS = re.compile(r"[-'’—–]")
_RUNS = re.compile(r"[^\W\d_]+|\d+")
_NUMBER = "N"
_FENCE = "not"
_ABBREVIATED = 5  # letters that the short form of a weekday has at most
_LED_BY = 6  # words before a trigger among which its lead may stand, where the rule does not say
_BEFORE, _AFTER = 56, 48  # code points beside a trigger that an expression it belongs to may take up
_REACH = {  # the same for classes whose expressions are short on one side; what may not follow counts
    "count": (44, 16),
    "a-unit": (28, 16),
    "which-unit": (28, 8),
    "past": (36, 24),
    "plural": (8, 24),
    "weekend": (28, 12),
    "word": (24, 16),
    "daypart": (4, 12),
    "clock": (16, 40),
    "season": (28, 24),
    "frequency": (4, 12),
    "set": (0, 48),
    "away": (48, 8),
    "year-ago": (28, 36),
    "quarters": (28, 12),
    "spelled": (16, 32),
    "half": (40, 28),
    "era": (24, 12),
    "weekday": (24, 4),
    "decade": (4, 16),
    "reference": (16, 16),
    "digits4": (20, 32),
    "iso": (12, 32),
    "fiscal-year": (4, 32),
    "spoken-clock": (4, 40),
    "colon": (4, 32),
    "odd": (12, 16),
    "ordinal": (16, 20),
    "short": (12, 8),
    "decades": (4, 8),
    "month": (36, 40),
    "day-month": (40, 40),
    "holiday": (32, 32),
    "edge": (28, 8),
    "nth": (16, 32),
    "week": (8, 48),
    "nth-quarter": (40, 8),
    "last-year": (56, 16),
    "this-quarter": (16, 16),
    "year": (24, 32),
    _FENCE: (20, 24),
}


class _Lead(NamedTuple):
    """What must stand before a trigger: one of these words among the last ``among``; N is any number."""

    words: frozenset[str]
    among: int = _LED_BY


class _Rule(NamedTuple):
    """A trigger class, and how far its expressions reach to either side of the trigger.

    ``openers``: the words right before the trigger without which they begin at the trigger itself; None where nothing is known of that.
    """

    trigger: str
    before: int
    after: int
    openers: frozenset[str] | None


class _Rules(NamedTuple):
    """What a word triggers: at once, and, by the word that must be among so many before it, behind a lead."""

    free: tuple[_Rule, ...] = ()
    led: Mapping[str, Sequence[tuple[int, _Rule]]] = {}
    among: int = 0  # words before it that have to be known


Called = tuple[
    str, int, int
]  # a trigger class, and the code points before and behind the trigger in which its patterns may match


class Hit(NamedTuple):
    """A trigger at its place in the text (code points), and the classes of patterns that it calls for."""

    start: int
    end: int
    called: Sequence[Called]


@cache
def _rule(trigger: str) -> _Rule:
    openers = table(lex.PACKAGE, "openers.txt").get(trigger)
    known = None if openers is None else frozenset(openers.split())
    return _Rule(trigger, *_REACH.get(trigger, (_BEFORE, _AFTER)), known)


def _rules(leads: Mapping[str, _Lead | None]) -> _Rules:
    """Arrange the leads of a word, by trigger class, for quick look-up; None is no lead asked for."""
    led: dict[str, list[tuple[int, _Rule]]] = {}
    for trigger, lead in leads.items():
        for word in lead.words if lead else ():
            led.setdefault(word, []).append((lead.among, _rule(trigger)))  # type: ignore[union-attr]
    free = tuple(_rule(trigger) for trigger, lead in leads.items() if lead is None)
    opened = max((bool(rule.openers) for rule in free), default=False)
    return _Rules(free, led, max((lead.among for lead in leads.values() if lead), default=int(opened)))


@cache
def _table() -> dict[str, _Rules]:
    """Return, by word, the classes it triggers and the leads they ask for."""
    found: dict[str, dict[str, _Lead | None]] = {}

    def add(trigger: str, forms: Iterable[str], lead: _Lead | None = None) -> None:
        for form in forms:
            rules = found.setdefault(form, {})
            known = rules.get(trigger, lead)
            rules[trigger] = (
                None if lead is None or known is None else _Lead(lead.words | known.words, max(lead.among, known.among))
            )

    add("month", (f for m in lex.MONTHS for f in (m, m.upper())))
    ordinals = _Lead(frozenset(lex.ORDINALS) | {_NUMBER}, 2)
    add("day-month", (f for m in lex.MONTHS for f in (m, m.upper())), ordinals)
    days = [d for d in lex.WEEKDAYS if len(d) > _ABBREVIATED]
    add("weekday", (f for d in days for f in (d, d.upper())))
    add("weekday-short", (d for d in lex.WEEKDAYS if d not in days))
    add("weekdays", (d + "s" for d in days))
    add("weekdays", ("mornings", "afternoons", "evenings", "nights"), _Lead(frozenset(d.lower() for d in days), 1))
    add("daypart", (f for p in lex.DAYPARTS for f in (p, p.capitalize(), p.upper())))
    add("frequency", (f for w in lex.FREQUENCIES for f in (w, w.capitalize())))
    for reference in lex.REFERENCES:
        *before, last = reference.split()
        add("reference", (last, last.capitalize()), _Lead(frozenset(before[-1:]), 1) if before else None)
    for holiday in lex.HOLIDAYS:
        first, *more = (w for w in _LETTERS.findall(holiday) if len(w) > 1)
        # "New", "May" and "Good" are far too common; the word behind them is not.
        add("holiday", more[:1] or (first,), _Lead(frozenset({first.lower()}), 2) if more else None)
    for trigger, rules in table(lex.PACKAGE, "triggers.txt").items():
        for rule in rules.split(";"):
            forms, _, lead = rule.partition("<")
            add(trigger, (f for w in forms.split() for f in (w, w.capitalize(), w.upper())), _lead(lead))
    for phrase in words(lex.PACKAGE, "not-times.txt"):
        # A fence is of use only around a word that triggers something; the longest of the phrase is the rarest.
        add(_FENCE, sorted((w for w in _LETTERS.findall(phrase) if w in found), key=len)[-1:])
    return {form: _rules(leads) for form, leads in found.items()}


def _lead(words: str) -> _Lead | None:
    """Read "2 few several N": one of the words among the last two before the trigger, or a number."""
    asked = words.split()
    if not asked:
        return None
    count = int(asked.pop(0)) if asked[0].isdigit() else _LED_BY
    return _Lead(frozenset(asked) | (frozenset(lex.CARDINALS) if _NUMBER in asked else frozenset()), count)


_MARKS = ".,;:!?()[]{}<>\"'“”‘’`«»*_/|&#=+~…"
_MOST = 200_000


class _Told(dict[str, T]):
    """What is known of tokens, worked out when first asked for: a few thousand of them make up most of any text."""

    def __init__(self, tell: Callable[[str], T]) -> None:
        self._tell = tell

    def __missing__(self, token: str) -> T:
        if len(self) >= _MOST:
            self.clear()
        value = self[token] = self._tell(token)
        return value


def _triggers(token: str) -> Iterator[tuple[int, int, _Rules]]:
    """Find the triggers in a token, at their places in it: one word and its marks, or several ("Monday-Friday", "10:30")."""
    known = _table()
    word = token.strip(_MARKS)
    if word.isalpha():
        if word in known:
            at = token.find(word)
            yield at, at + len(word), known[word]
        return
    digits = False
    for run in _RUNS.finditer(token):
        start, end = run.span()
        word = run[0]
        if word.isalpha():
            if word in known:
                yield start, end, known[word]
            continue
        digits = True
        if classes := _classes(token, start, end):
            yield start, end, _rules(dict.fromkeys(classes))
    if digits and ODD_FORMAT.search(token):
        yield 0, len(token), _rules({"odd": None})


_YEAR_DIGITS = 4
_SHORT = 2


def _classes(token: str, at: int, stop: int) -> list[str]:
    """Return the classes that a run of digits triggers, by its length and what stands beside it."""
    before, beside, size = token[at - 1 : at], token[stop : stop + 1], stop - at
    found = ["digits4"] if size == _YEAR_DIGITS else []
    if found and (beside == "-" or before == "."):
        found.append("iso")
    if beside == ":":
        found.append("colon")
    elif beside == "s" or (beside in ("'", "’") and token[stop + 1 : stop + 2] == "s"):
        found.append("decades")
    elif beside.isalpha():
        found.append("ordinal")
    if size == _SHORT and before in ("'", "’"):
        found.append("short")
    if size == _SHORT and before in ("-", "–", "/"):
        found.append("second-year")  # of "2019-21"
    return found


def _words(token: str) -> tuple[str, ...]:
    """Return the words of a token in lower case, without marks, the last one first; one that holds a figure is N."""
    if token.isalpha():
        return (token.lower(),)
    parted = _JOINTS.sub(" ", token.lower()).split()
    return tuple([_NUMBER if _FIGURE.search(word) else word.strip(_MARKS) for word in reversed(parted)])


def _triggers_in(token: str) -> tuple[tuple[int, int, _Rules], ...]:
    bare = token.strip(_MARKS)
    return () if bare.isalpha() and bare not in _table() else tuple(_triggers(token))


_TRIGGERS = _Told(_triggers_in)
_WORDS = _Told(_words)


def hits(text: str) -> list[Hit]:
    """Return the triggers of a text that call for a pattern, in order."""
    tokens = text.split()
    told = list(map(_TRIGGERS.__getitem__, tokens))
    found: list[Hit] = []
    at = 0
    for n, triggers in compress(enumerate(told), told):
        token = tokens[n]
        at = _place(text, token, at)  # positions are looked up for the few tokens that trigger
        for start, end, rules in triggers:
            before: list[str] = []
            if rules.among:
                before += _WORDS[token[:start]] if start else ()
                for word in tokens[n - 1 : n - 1 - rules.among : -1] if n > rules.among else tokens[:n][::-1]:
                    before += _WORDS[word]
            called = _called(rules, before) if rules.led else rules.free
            if called:
                opener = None if start else before[0] if before else ""
                found.append(Hit(at + start, at + end, [_reach(rule, opener) for rule in called]))
        at += len(token)
    return found


def _called(rules: _Rules, before: Sequence[str]) -> Sequence[_Rule]:
    """Return the rules of a trigger that apply behind the words ``before`` it, the nearest first."""
    led = rules.led
    if led.keys().isdisjoint(before):
        return rules.free
    return (
        *rules.free,
        *(rule for n, word in enumerate(before) if word in led for count, rule in led[word] if n < count),
    )


def _reach(rule: _Rule, opener: str | None) -> Called:
    """Return where the patterns of a rule may match; ``opener``: the word right before the trigger, None where a part of its token is."""
    trigger, before, after, openers = rule
    return trigger, 0 if openers is not None and opener is not None and opener not in openers else before, after


def _place(text: str, token: str, at: int) -> int:
    """Return where a token stands in a text from ``at`` on, and not as a part of another."""
    at = text.find(token, at)
    while (at and not text[at - 1].isspace()) or text[at + len(token) : at + len(token) + 1].strip():
        at = text.find(token, at + 1)
    return at


def windows(text: str, start: int, end: int, triggers: Sequence[Hit]) -> Windows:
    """Return, by class, the stretches in which its patterns may match, around the triggers of the sentence ``start`` to ``end``."""
    found: Windows = {}
    for at, stop, called in triggers:
        for trigger, back, ahead in called:
            low, high = at - back, stop + ahead
            low = max(low, start)
            if high >= end:
                high = end
            elif text[high].isalnum():  # no word is cut in two
                high = _WORD_END.match(text, high, end).end()  # type: ignore[union-attr]
            stretches = found.get(trigger)
            if stretches is None:
                found[trigger] = [(low, high)]
            elif low <= stretches[-1][1]:
                stretches[-1] = (min(low, stretches[-1][0]), high)
            else:
                stretches.append((low, high))
    return found if len(found) > 1 or _FENCE not in found else {}
