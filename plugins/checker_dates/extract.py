"""The extractor of time expressions: find the pieces, join them, resolve them, give them windows."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Extractor, Interval, SegmentKind, Sentence, Span, Tense, Timex, Window
from checker.text.vocabulary import words
from checker_dates import lexicon as lex
from checker_dates.algebra import bounded, widened
from checker_dates.atoms import PATTERNS
from checker_dates.parts import Atom, Parts, join
from checker_dates.periods import PERIODS, Period
from checker_dates.resolve import Context, Resolved, resolve, with_mod
from checker_dates.tenses import tense_of
from checker_dates.windows import window_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_BUSINESS = re.compile(r"\b(?:quarter|period|[Yy]ear-(?:ago|earlier))\b")
_ENDED = re.compile(r"\s+ended\b")
_OTHER_PERIODS = frozenset({"P9M", "P6M"})  # what a report turns to after its quarter
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_NEXT = 2  # sentences in which "a year earlier" compares with the quarter spoken of
_REPORT = 12  # the same where an amount is compared: a business report keeps to its period
_AMOUNT = (
    r"(?:[$£€¥#]\s?\d[\d.,]*|\d\s(?:million|billion|trillion|cents?|yen|euros?|pounds?|dollars|francs|marks|pence)\b)"
)
_COMPARED = re.compile(rf"{_AMOUNT}[^;]{{0,48}}\Z")
_AGAINST = re.compile(rf"\b(?:compare[sd]\s+with|from|against|versus)\s+(?:[a-z]+\s+){{0,5}}{_AMOUNT}[^.;]{{0,24}}\Z")
_MEMORY = 3  # sentences for which the day spoken of last stays the anchor of "the following day"


@dataclass(frozen=True, slots=True)
class _Found:
    """A candidate: pieces of a calendar expression, or a period that reads itself."""

    start: int
    end: int
    parts: Parts | None
    period: tuple[Period, re.Match[str]] | None = None
    mod: str | None = None
    words: str = ""


# Words without which a pattern of units cannot match: cheaper to look for than the units alone.
_SECOND = {
    "away": "ago earlier later now today hence previously",
    "quarters": "quarter quarters period",
    "edge": "end beginning start middle close earlier later late early",
    "that": "next following previous same that before after",
    "past": "past last next first early few several many recent coming future ahead come",
    "half": "half",
    "plural": "days weeks months years decades centuries hours minutes",
    "nth": "week weekend half",
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
    add("zone", ("GMT", "UTC", "hours", "hrs"))
    add("quarter", ("Q1", "Q"))
    add("decade", ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"))
    add("spelled", ("nineteen", "eighteen", "seventeen", "twenty", "thousand"))
    add("set", ("every", "Every", "each", "Each"))
    add("frequency", (f for w in lex.FREQUENCIES for f in (w, w.capitalize())))
    add("reference", (f for r in lex.REFERENCES for w in r.split()[-1:] for f in (w, w.capitalize())))
    add("holiday", (h.split()[0].split("'")[0].split("’")[0] for h in lex.HOLIDAYS))
    # A fence is of use only around a word that triggers something.
    add("not", [w for phrase in words(lex.PACKAGE, "not-times.txt") for w in _LETTERS.findall(phrase) if w in found])
    return {form: frozenset(classes) for form, classes in found.items()}


_Windows = dict[str, list[tuple[int, int]]]
_BEFORE, _AFTER = 56, 48  # code points beside a trigger that an expression it belongs to may take up


def _windows(text: str, sentence: Span) -> _Windows:
    """Return, by trigger class, the stretches of a sentence in which its patterns may match: those around its triggers."""
    known = _triggers()
    found: _Windows = {}
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


def timexes(document: Document, annotations: Annotations) -> Iterator[Timex]:
    """Find the time expressions outside furniture and metadata, in text order, resolved against the publication."""
    memory = _Memory(document)
    for sentence in _whole(document.text, annotations.of(Sentence)):
        memory.sentence(sentence)
        if sentence.segment in _SKIPPED:
            continue
        windows = _windows(document.text, sentence)
        if windows:
            for found in _chosen(document.text, sentence, windows):
                timex = _timex(document, sentence, found, memory)
                if timex is not None:
                    memory.add(timex)
                    yield timex


_CUT = re.compile(rf"(?:\b[ap]\.m|\b(?:{lex.either(m for m in lex.MONTHS if len(m) < 5)}))\.\Z")


def _whole(text: str, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Sentences, put together again where the full stop of "p.m." or "Nov." was taken for the end of one."""
    held: Sentence | None = None
    for sentence in sentences:
        if (
            held is not None
            and held.paragraph == sentence.paragraph
            and _CUT.search(text, max(held.start, held.end - 6), held.end)
        ):
            held = replace(held, end=sentence.end)
            continue
        if held is not None:
            yield held
        held = sentence
    if held is not None:
        yield held


class _Taken:
    """Stretches that are given away; disjoint, so that sorted starts are enough to look one up."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, start: int, end: int) -> bool:
        """Take a stretch, unless some of it is taken already."""
        at = bisect.bisect_left(self._starts, end)
        if at and self._ends[at - 1] > start:
            return False
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        return True


def _chosen(text: str, sentence: Span, windows: _Windows) -> list[_Found]:
    """Return the expressions of a sentence: longest candidates first, neighbours joined, modifiers taken in."""
    candidates = [
        _Found(a.start, a.end, a.parts)
        for p in PATTERNS
        if p.trigger in windows
        for low, high in windows[p.trigger]
        for m in p.pattern.finditer(text, low, high)
        for a in p.read(m)
    ]
    candidates += [
        _Found(*m.span(), None, (p, m))
        for p in PERIODS
        if p.trigger in windows
        for low, high in windows[p.trigger]
        for m in p.pattern.finditer(text, low, high)
    ]
    if not candidates:
        return []
    fenced = _Taken()
    for low, high in windows.get("not", ()):
        for match in _NOT_TIMES.finditer(text, low, high):
            fenced.take(match.start(), match.end())
    taken = [f for f in sorted(candidates, key=lambda f: (f.start - f.end, f.start)) if fenced.take(f.start, f.end)]
    joined = _joined(text, sorted(taken, key=lambda f: f.start))
    return [_modified(text, sentence, f) for f in joined if not (f.parts and _dangling(f.parts))]


_NOT_TIMES = re.compile(rf"\b(?:{lex.either(words(lex.PACKAGE, 'not-times.txt'))})\b")


def _dangling(parts: Parts) -> bool:
    """Tell a part of the day that nothing gives a day."""
    return parts.kind == "daypart"


_DAYS = ("day", "weekday", "daypart")
_GAPS: tuple[tuple[tuple[str, ...], tuple[str, ...], re.Pattern[str]], ...] = (
    (("weekday", "day"), ("day",), re.compile(r",?\s+(?:the\s+)?|\s*\((?:the\s+)?")),
    (("day",), ("weekday",), re.compile(r"\s*\(\s*(?:a\s+)?|,\s+(?:a\s+|an\s+)?")),
    (("day", "weekday"), ("daypart",), re.compile(r"\s+")),
    (("clock",), ("daypart",), re.compile(r"\s+")),
    (("daypart",), ("day", "weekday"), re.compile(r"\s+of\s+")),
    (("clock",), ("day", "weekday"), re.compile(r",?\s+(?:on\s+)?")),
    (("day", "weekday"), ("clock",), re.compile(r",?\s+(?:at\s+)?")),
    (("month", "quarter", "half", "season", "day"), ("year",), re.compile(r"\s+(?:of|in)\s+(?:the\s+)?|,?\s+")),
    (("year",), ("month", "quarter", "half", "season"), re.compile(r"(?:['’]s)?\s+")),
)


def _joined(text: str, found: Sequence[_Found]) -> list[_Found]:
    result: list[_Found] = []
    for item in found:
        before = result[-1] if result else None
        if before is not None and before.parts is not None and item.parts is not None:
            gap = text[before.end : item.start]
            parts = _join(before.parts, item.parts, gap)
            if parts is not None:
                closed = "(" in gap and text.startswith(")", item.end)
                result[-1] = _Found(before.start, item.end + closed, parts)
                continue
        result.append(item)
    return result


def _join(a: Parts, b: Parts, gap: str) -> Parts | None:
    if len(gap) > 12 or (b.kind == "year" and b.fiscal):
        return None
    for left, right, pattern in _GAPS:
        if a.kind in left and b.kind in right and pattern.fullmatch(gap):
            return join(a, b)
    return None


_PART_WORDS = lex.either(w for w, mod in lex.MODIFIERS.items() if mod in ("START", "MID", "END"))
_LOOSE_WORDS = lex.either(w for w, mod in lex.MODIFIERS.items() if mod not in ("START", "MID", "END"))
_PART_BEFORE = re.compile(rf"(?i)(?<![\w-])((?:the\s+)?)({_PART_WORDS})(?:\s+|-)(?:the\s+)?\Z")
_DATE_LOOSE = re.compile(r"(?i)(?<![\w-])(about|around|approximately|roughly|almost|nearly)\s+\Z")
_LOOSE_BEFORE = re.compile(rf"(?i)(?<![\w-])({_LOOSE_WORDS})\s+\Z")
_DEFINITE = re.compile(r"[Tt]he\b|[a-z]+s\b")
_THE = re.compile(r"\b[Tt]he\s+\Z")
_AFTERWARDS = re.compile(r"\s+(?:(or\s+so)|or\s+later|and\s+beyond|onwards?)\b")


def _modified(text: str, sentence: Span, found: _Found) -> _Found:
    """Take in the modifier before the expression ("early", "about", "the end of") and behind it ("or so")."""
    start, end, mod, words = found.start, found.end, None, ""
    before = text[max(sentence.start, start - 32) : start]
    parts = found.parts
    match = _PART_BEFORE.search(before) if parts and parts.kind != "clock" else None
    if match:
        start -= len(before) - match.start()
        mod, words = lex.MODIFIERS[" ".join(match[2].lower().split())], " ".join(match[2].split())
    else:
        match = (_DATE_LOOSE if parts else _LOOSE_BEFORE).search(before)
        if (
            match
            and not (parts and parts.weekday and not parts.clock)
            and not (match[1].lower() in ("over", "under", "within") and _DEFINITE.match(text, start))
        ):
            start -= len(before) - match.start()
            mod = lex.MODIFIERS[" ".join(match[1].lower().split())]
        elif parts and (parts.decade is not None or parts.unit == "WE") and (the := _THE.search(before)):
            start -= len(before) - the.start()
    after = _AFTERWARDS.match(text, end, sentence.end) if parts else None
    if after:
        end, mod = after.end(), "APPROX" if after[1] else "ON_OR_AFTER"
    return replace(found, start=start, end=end, mod=mod, words=words)


class _Memory:
    """What the text spoke of before: it anchors "the following day" and "a year earlier"."""

    def __init__(self, document: Document) -> None:
        self._dct = document.published
        self._text = document.text
        self._number = 0
        self._paragraph = -1
        self._day: tuple[int, date] | None = None
        self._quarter: tuple[int, str] | None = None
        self._year: int | None = None
        self._month: tuple[int, str] | None = None
        self._narrative = _is_narrative(document)
        self._spoken: tuple[int, int] | None = None

    def sentence(self, sentence: Sentence) -> None:
        """Go on to the next sentence."""
        self._number += 1
        self._paragraph = sentence.paragraph

    def add(self, timex: Timex) -> None:
        """Remember a resolved expression."""
        if timex.window and re.fullmatch(r"\d{4}-\d\d-\d\d.*", timex.value) and "/" not in timex.value:
            self._day = (self._number, date.fromisoformat(timex.value[:10]))
        if re.fullmatch(r"\d{4}-Q\d", timex.value) and "distance" not in timex.said and self._is_over(timex):
            self._quarter = (self._number, timex.value)
        elif timex.value in _OTHER_PERIODS:
            self._quarter = None
        if timex.window and timex.type == "DATE" and re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", timex.value):
            self._month = (self._number, timex.value[:7])
        if timex.window and re.match(r"\d{4}(?:-|\Z)", timex.value):
            self._spoken = (self._number, int(timex.value[:4]))
        if "year" in timex.said and re.match(r"\d{4}", timex.value):
            self._year = int(timex.value[:4])

    def _is_over(self, timex: Timex) -> bool:
        """Tell whether a quarter can be what a report tells of: it is over, or the text says when it ended."""
        dct = self._dct
        if _ENDED.match(self._text, timex.end):
            return True
        year, quarter = int(timex.value[:4]), int(timex.value[-1])
        return dct is None or not dct.month or (year, quarter * 3) < (dct.year, dct.month)

    def context(self, document: Document, sentence: Sentence, found: _Found) -> Context:
        """Return the context an expression is resolved in."""
        day = self._day[1] if self._day and self._number - self._day[0] < _MEMORY else None
        business = _BUSINESS.search(self._text, found.start, found.end) or _COMPARED.search(
            self._text, max(sentence.start, found.start - 80), found.start
        )
        reach = _REPORT if business else _NEXT
        quarter = self._quarter[1] if self._quarter and self._number - self._quarter[0] < reach else None
        tensed = found.parts is None or found.parts.asks_tense
        tense = tense_of(document, sentence, Span(found.start, found.end)) if tensed else Tense.NONE
        month = self._month[1] if self._month and self._number - self._month[0] < _MEMORY else None
        spoken = self._spoken[1] if self._spoken and self._number - self._spoken[0] < _MEMORY else None
        return Context(
            self._dct,
            tense,
            day,
            quarter,
            self._year,
            month,
            spoken,
            self._narrative,
            _is_compared(self._text, sentence, found),
        )


def _is_compared(text: str, sentence: Span, found: _Found) -> bool:
    """Tell whether an amount of the period stands right before, against which the report's own is held."""
    return _AGAINST.search(text, max(sentence.start, found.start - 100), found.start) is not None


_YEARS = re.compile(rf"\b{lex.YEAR}\b")
_FAR = 2  # years from the publication: no year of the news
_FRESH = re.compile(
    rf"(?i)\b(?:today|yesterday|tomorrow|tonight|this\s+week|last\s+week|{lex.WEEKDAY_NAME})\b"
)  # words of news
_MANY, _MOST = 5, 0.8  # so many years, and of them so great a share far off, make a narrative


def _is_narrative(document: Document) -> bool:
    """Tell whether a text tells of other years than its own: history, biography, chronicle."""
    if document.published is None:
        return False
    years = [int(y) for y in _YEARS.findall(document.text)]
    far = sum(abs(year - document.published.year) > _FAR for year in years)
    fresh = sum(1 for _ in _FRESH.finditer(document.text))
    return len(years) >= _MANY and far >= _MOST * len(years) and fresh * _MANY <= len(years)


def _resolved(found: _Found, context: Context) -> Resolved | None:
    if found.period is None:
        return resolve(found.parts or Parts(), context)
    period, match = found.period
    return period.read(match, context)


def _timex(document: Document, sentence: Sentence, found: _Found, memory: _Memory) -> Timex | None:
    context = memory.context(document, sentence, found)
    try:
        resolved = _resolved(found, context)
    except (OverflowError, ValueError):  # the year before 1, the week after 9999-12-31
        return None
    if resolved is None:
        return None
    if found.mod is not None:
        resolved = with_mod(resolved, found.mod, found.words, context)
    return Timex(
        found.start,
        found.end,
        type=resolved.type,
        value=resolved.value,
        mod=resolved.mod,
        window=_window(resolved),
        said=resolved.said,
        derivation=resolved.steps,
    )


def _window(resolved: Resolved) -> Window | None:
    if resolved.vague or resolved.type not in ("DATE", "TIME"):
        return None
    if resolved.until is not None:
        whole = window_of(resolved.value)
        return (
            None if whole is None else bounded(Window(whole.core, whole.tolerant, whole.year_unknown), resolved.until)
        )
    window = window_of(resolved.value, resolved.mod)
    return widened(window, resolved.slack) if window is not None and resolved.slack else window


TIMEXES = Extractor("timexes", "1", (Sentence,), Timex, timexes)

__all__ = ["TIMEXES", "Atom", "Interval", "timexes"]
