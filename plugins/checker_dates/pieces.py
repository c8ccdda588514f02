"""The expressions of a sentence: candidates chosen, neighbours joined, modifiers taken in."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace
from itertools import product
from operator import itemgetter
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.text.patterns import once, pattern
from checker.text.remembered import Remembered
from checker.text.vocabulary import words
from checker_dates import lexicon as lex
from checker_dates.atoms import PATTERNS
from checker_dates.first_words import FENCE
from checker_dates.parts import Parts, join
from checker_dates.periods import PERIODS
from checker_dates.readings import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from checker.model import Span
    from checker_dates.first_words import Start
    from checker_dates.parts import Atom


@frozen()
class Found:
    """A candidate: pieces of a calendar expression, or a period that reads itself."""

    start: int
    end: int
    parts: Parts | None
    period: tuple[Period, re.Match[str]] | None = None
    mod: str | None = None
    words: str = ""


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


_Candidate = tuple[
    int, int, int, int, Parts | None, tuple[Period, re.Match[str]] | None
]  # length < 0, start, rank, end


def chosen(text: str, sentence: Span, starts: Sequence[Start]) -> list[Found]:
    """Return the expressions of a sentence: longest candidates first, neighbours joined, modifiers taken in."""
    candidates: list[_Candidate] = []
    fences: list[tuple[int, int]] = []
    behind: dict[int, int] = {}  # where the last match of a pattern ends: within it the pattern is not tried again
    stop = sentence.end
    for at, triggers in starts:
        for rank, tried, read, period in _TRIED[triggers]:
            if rank in behind and at < behind[rank]:
                continue
            match = tried(text, at, stop)
            if match is None:
                continue
            end = behind[rank] = match.end()
            if period is not None:
                start = at if period.lead is None else period.start(match)
                candidates.append((start - end, start, rank, end, None, (period, match)))
            elif read is not None:
                for first, last, parts in read(match):
                    candidates.append((first - last, first, rank, last, parts, None))
            else:
                fences.append((at, end))
    if not candidates:
        return []
    if fences or len(candidates) > 1:
        candidates = _disjoint(candidates, fences)
    found = [Found(start, end, parts, period) for _, start, _, end, parts, period in candidates]
    if len(found) > 1:
        found = _shared(text, _joined(text, found))
    return [_modified(text, sentence, f) for f in found if not (f.parts and _dangling(f.parts))]


def _disjoint(candidates: list[_Candidate], fences: Sequence[tuple[int, int]]) -> list[_Candidate]:
    """Return, in text order, the longest candidates that share nothing with each other, nor with a phrase that is no time."""
    taken = _Taken()
    for start, end in fences:
        taken.take(start, end)
    candidates.sort(key=itemgetter(0, 1, 2))
    return sorted((c for c in candidates if taken.take(c[1], c[3])), key=itemgetter(1))


_NOT_TIMES = pattern(rf"\b(?:{lex.either(words(lex.PACKAGE, 'not-times.txt'))})\b")

if TYPE_CHECKING:
    _Read = Callable[[re.Match[str]], Iterator[Atom]]
    _Matched = Callable[[str, int, int], re.Match[str] | None]
    _Tried = tuple[int, _Matched, _Read | None, Period | None]


@once
def _by_trigger() -> Mapping[str, Sequence[tuple[int, re.Pattern[str], _Read | None, Period | None]]]:
    """Return, by trigger class, what is tried: the rank of a pattern, the pattern, and how its matches are read.

    Of two readings of the same words that of a calendar expression comes first.
    """
    found: dict[str, list[tuple[int, re.Pattern[str], _Read | None, Period | None]]] = {
        FENCE: [(-1, _NOT_TIMES, None, None)]
    }
    for rank, (trigger, searched, read) in enumerate(PATTERNS):
        found.setdefault(trigger, []).append((rank, searched, read, None))
    for rank, period in enumerate(PERIODS, len(PATTERNS)):
        found.setdefault(period.trigger, []).append((rank, period.pattern, None, period))
    return found


_TRIED: Remembered[tuple[str, ...], tuple[_Tried, ...]] = Remembered(
    lambda triggers: tuple(
        (rank, searched.match, read, period)  # looked up once: this is the innermost loop
        for trigger in triggers
        for rank, searched, read, period in _by_trigger()[trigger]
    )
)


def _dangling(parts: Parts) -> bool:
    """Tell a part of the day, or a count of days before or after, that nothing gives a day."""
    return bool(parts.daypart or parts.shift) and parts.kind in ("daypart", "shift")


_DAYS = ("day", "weekday", "daypart")
_GAPS: tuple[tuple[tuple[str, ...], tuple[str, ...], re.Pattern[str]], ...] = (
    (("weekday", "day"), ("day",), pattern(r",?\s+(?:the\s+)?|\s*\((?:the\s+)?")),
    (("day",), ("weekday",), pattern(r"\s*\(\s*(?:a\s+)?|,\s+(?:a\s+|an\s+)?")),
    (("day", "weekday"), ("daypart",), pattern(r"\s+")),
    (("clock",), ("daypart",), pattern(r"\s+")),
    (("daypart",), ("day", "weekday"), pattern(r"\s+(?:(?:of|on)\s+)?")),
    (("weekday", "day"), ("week",), pattern(r",?\s+(?:of\s+)?")),
    (("week",), ("weekday",), pattern(r",?\s+(?:on\s+)?")),
    (("shift",), ("day", "weekday"), pattern(r"[\s-]+")),
    (("clock",), ("day", "weekday"), pattern(r",?\s+(?:on\s+)?")),
    (("day", "weekday"), ("clock",), pattern(r",?\s+(?:at\s+)?")),
    (("month", "quarter", "half", "season", "day"), ("year",), pattern(r"\s+(?:of|in)\s+(?:the\s+)?|,?\s+")),
    (("year",), ("month", "quarter", "half", "season"), pattern(r"(?:['’]s)?\s+")),
)


_GAP_BETWEEN = {
    (left, right): [gap for lefts, rights, gap in _GAPS if left in lefts and right in rights]
    for left, right in {pair for lefts, rights, _ in _GAPS for pair in product(lefts, rights)}
}
_WIDEST = 12  # code points between two pieces of one expression


def _joined(text: str, found: Sequence[Found]) -> list[Found]:
    result: list[Found] = []
    for item in found:
        before = result[-1] if result else None
        if before and before.parts and item.parts and item.start - before.end <= _WIDEST:
            parts = _join(text, before, item, before.parts, item.parts)
            if parts is not None:
                closed = "(" in text[before.end : item.start] and text.startswith(")", item.end)
                result[-1] = Found(before.start, item.end + closed, parts)
                continue
        result.append(item)
    return result


def _join(text: str, before: Found, item: Found, a: Parts, b: Parts) -> Parts | None:
    kind = b.kind
    if kind == "year" and b.fiscal:
        return None
    gaps = _GAP_BETWEEN.get((a.kind, kind), ())
    return join(a, b) if any(p.fullmatch(text, before.end, item.start) for p in gaps) else None


_TO = pattern(r"\s*[-–—]\s*(?:mid-)?|\s+(?:to|through|until|till)\s+(?:the\s+|early\s+|late\s+|mid-?\s?|about\s+)?")
_AND = pattern(r"(?:,\s+|\s+)(?:and|or|&)\s+(?:the\s+|in\s+|on\s+|early\s+|late\s+|mid-?\s?)?|,\s+")
_OTHER_ZONE = pattern(r"\s*\(\s*")
_ZONE_CLOSED = pattern(r"\s*\)?,?\s+(?:on\s+)?")


def _shared(text: str, found: Sequence[Found]) -> list[Found]:
    """Lend a year or a day to the neighbour that goes without: "July and August 2023", "10 a.m. (0700 GMT) Friday"."""
    result = list(found)
    for at in range(len(result) - 2, -1, -1):  # the last of a list says the year for all
        one, two = result[at], result[at + 1]
        if one.parts is None or two.parts is None:
            continue
        gap = text[one.end : two.start]
        if one.parts.kind == "clock" and two.parts.kind == "clock" and at + 2 < len(result):
            day = result[at + 2].parts
            closed = _ZONE_CLOSED.fullmatch(text, two.end, result[at + 2].start)
            if day and day.kind in ("day", "weekday") and closed and _OTHER_ZONE.fullmatch(gap):
                result[at] = replace(one, parts=join(one.parts, day) or one.parts)
                result[at + 1] = replace(two, parts=join(two.parts, day) or two.parts)
        elif one.parts.season and two.parts.season and two.parts.year and _yearless(one.parts) and _AND.fullmatch(gap):
            result[at] = replace(one, parts=one.parts._replace(year=two.parts.year))
        elif _bare(one.parts) and two.parts.year and two.parts.month and (_TO.fullmatch(gap) or _AND.fullmatch(gap)):
            later = (one.parts.month or 0) > two.parts.month  # "November to January 2024"
            result[at] = replace(one, parts=one.parts._replace(year=two.parts.year - later))
    for at in range(len(result) - 1):
        one, two = result[at], result[at + 1]
        if one.parts and two.parts and one.parts.year and one.parts.month and _bare(two.parts):
            gap = text[one.end : two.start]
            if _TO.fullmatch(gap):
                earlier = one.parts.month > (two.parts.month or 0)
                result[at + 1] = replace(two, parts=two.parts._replace(year=one.parts.year + earlier))
    return result


def _bare(parts: Parts) -> bool:
    """Tell a month, or a day of one, of which no year is said in any way."""
    return bool(parts.month) and _yearless(parts)


def _yearless(parts: Parts) -> bool:
    return parts.year is None and parts.unit is None and parts.direction is None


_PART_WORDS = lex.either(w for w, mod in lex.MODIFIERS.items() if mod in ("START", "MID", "END"))
_LOOSE_WORDS = lex.either(w for w, mod in lex.MODIFIERS.items() if mod not in ("START", "MID", "END"))
_PART_BEFORE = pattern(rf"(?i)(?<![\w-])((?:the\s+)?)({_PART_WORDS})(?:\s+|-)(?:the\s+)?\Z")
_DATE_LOOSE = pattern(r"(?i)(?<![\w-])(about|around|approximately|roughly|almost|nearly)\s+\Z")
_LOOSE_BEFORE = pattern(rf"(?i)(?<![\w-])({_LOOSE_WORDS})\s+\Z")
_LONE_WORDS = frozenset(w for w in lex.MODIFIERS if " " not in w) | {"the"}
_LAST_TWO = frozenset(tuple(w.split()[-2:]) for w in lex.MODIFIERS if " " in w)
_LAST_WORDS = _LONE_WORDS | {last for _, last in _LAST_TWO}
_LONGEST = max(len(" ".join(two)) for two in _LAST_TWO) + 8  # code points, with an article and what parts them
_OPENING = "\"'“‘`([—–…/*_.,:;"
_DEFINITE = pattern(r"[Tt]he\b|[a-z]+s\b")
_THE = pattern(r"\b[Tt]he\s+\Z")
_AFTERWARDS = pattern(r"\s+(?:(or\s+so)|or\s+later|and\s+beyond|onwards?)\b")


def _loosened(found: Found, after: re.Match[str]) -> Found:
    return replace(found, end=after.end(), mod="APPROX" if after[1] else "ON_OR_AFTER")


def _may_be_modified(text: str, low: int, start: int) -> bool:
    """Tell whether a modifier, or an article, may end where an expression begins: quicker than the patterns that find it.

    ``low`` is where its sentence starts.
    """
    if start <= low:
        return False
    before = text[start - 1]
    if before == " ":
        gap = text.rfind(" ", low, start - 1)
        word = text[low if gap < 0 else gap + 1 : start - 1]
        if word.isalpha() and word.lower() not in _LAST_WORDS:
            return False  # as most: "on Friday"
    elif before.isalnum():
        return False
    words = text[max(low, start - _LONGEST) : start].lower().replace("-", " ").split()
    return bool(words) and (words[-1].lstrip(_OPENING) in _LONE_WORDS or tuple(words[-2:]) in _LAST_TWO)


def _modified(text: str, sentence: Span, found: Found) -> Found:
    """Take in the modifier before the expression ("early", "about", "the end of") and behind it ("or so")."""
    start, end, mod, words = found.start, found.end, None, ""
    parts = found.parts
    if not _may_be_modified(text, sentence.start, start):
        after = _AFTERWARDS.match(text, end, sentence.end) if parts else None
        return found if after is None else _loosened(found, after)
    before = text[max(sentence.start, start - 32) : start]
    partial = parts.kind != "clock" if parts else found.period is not None and found.period[0].partial
    match = _PART_BEFORE.search(before) if partial else None
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
        found = _loosened(found, after)
        end, mod = found.end, found.mod
    if (start, end, mod) == (found.start, found.end, None):
        return found
    return Found(start, end, parts, found.period, mod, words)
