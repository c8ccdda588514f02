"""The expressions of a sentence: candidates chosen, neighbours joined, modifiers taken in."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from checker.text.vocabulary import words
from checker_dates import lexicon as lex
from checker_dates.atoms import PATTERNS
from checker_dates.parts import Parts, Pattern, join
from checker_dates.periods import PERIODS
from checker_dates.readings import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Span
    from checker_dates.triggers import Windows

_T = TypeVar("_T", Pattern, Period)


@dataclass(frozen=True, slots=True)
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


def chosen(text: str, sentence: Span, windows: Windows) -> list[Found]:
    """Return the expressions of a sentence: longest candidates first, neighbours joined, modifiers taken in."""
    candidates: list[tuple[int, int, int, Found]] = []  # by length, place, and rank of the pattern
    for trigger, stretches in windows.items():
        for rank, pattern in _PATTERNS.get(trigger, ()):
            candidates += [
                (atom.start - atom.end, atom.start, rank, Found(atom.start, atom.end, atom.parts))
                for low, high in stretches
                for match in pattern.pattern.finditer(text, low, high)
                for atom in pattern.read(match)
            ]
        for rank, period in _PERIODS.get(trigger, ()):
            candidates += [
                (
                    (start := period.start(match)) - match.end(),
                    start,
                    rank,
                    Found(start, match.end(), None, (period, match)),
                )
                for low, high in stretches
                for match in period.pattern.finditer(text, low, high)
            ]
    if not candidates:
        return []
    fenced = _Taken()
    for low, high in windows.get("not", ()):
        for match in _NOT_TIMES.finditer(text, low, high):
            fenced.take(match.start(), match.end())
    ranked = [c[3] for c in sorted(candidates, key=itemgetter(0, 1, 2))]
    taken = [f for f in ranked if fenced.take(f.start, f.end)]
    joined = _shared(text, _joined(text, sorted(taken, key=lambda f: f.start)))
    return [_modified(text, sentence, f) for f in joined if not (f.parts and _dangling(f.parts))]


def _by_trigger(patterns: Sequence[_T], first: int) -> dict[str, list[tuple[int, _T]]]:
    found: dict[str, list[tuple[int, _T]]] = {}
    for rank, pattern in enumerate(patterns, first):
        found.setdefault(pattern.trigger, []).append((rank, pattern))
    return found


_PATTERNS = _by_trigger(PATTERNS, 0)
_PERIODS = _by_trigger(PERIODS, len(PATTERNS))  # of two readings of the same words that of a calendar expression

_NOT_TIMES = re.compile(rf"\b(?:{lex.either(words(lex.PACKAGE, 'not-times.txt'))})\b")


def _dangling(parts: Parts) -> bool:
    """Tell a part of the day, or a count of days before or after, that nothing gives a day."""
    return parts.kind in ("daypart", "shift")


_DAYS = ("day", "weekday", "daypart")
_GAPS: tuple[tuple[tuple[str, ...], tuple[str, ...], re.Pattern[str]], ...] = (
    (("weekday", "day"), ("day",), re.compile(r",?\s+(?:the\s+)?|\s*\((?:the\s+)?")),
    (("day",), ("weekday",), re.compile(r"\s*\(\s*(?:a\s+)?|,\s+(?:a\s+|an\s+)?")),
    (("day", "weekday"), ("daypart",), re.compile(r"\s+")),
    (("clock",), ("daypart",), re.compile(r"\s+")),
    (("daypart",), ("day", "weekday"), re.compile(r"\s+(?:(?:of|on)\s+)?")),
    (("weekday", "day"), ("week",), re.compile(r",?\s+(?:of\s+)?")),
    (("week",), ("weekday",), re.compile(r",?\s+(?:on\s+)?")),
    (("shift",), ("day", "weekday"), re.compile(r"\s+")),
    (("clock",), ("day", "weekday"), re.compile(r",?\s+(?:on\s+)?")),
    (("day", "weekday"), ("clock",), re.compile(r",?\s+(?:at\s+)?")),
    (("month", "quarter", "half", "season", "day"), ("year",), re.compile(r"\s+(?:of|in)\s+(?:the\s+)?|,?\s+")),
    (("year",), ("month", "quarter", "half", "season"), re.compile(r"(?:['’]s)?\s+")),
)


def _joined(text: str, found: Sequence[Found]) -> list[Found]:
    result: list[Found] = []
    for item in found:
        before = result[-1] if result else None
        if before is not None and before.parts is not None and item.parts is not None:
            gap = text[before.end : item.start]
            parts = _join(before.parts, item.parts, gap)
            if parts is not None:
                closed = "(" in gap and text.startswith(")", item.end)
                result[-1] = Found(before.start, item.end + closed, parts)
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


_TO = re.compile(r"\s*[-–—]\s*(?:mid-)?|\s+(?:to|through|until|till)\s+(?:the\s+|early\s+|late\s+|mid-?\s?|about\s+)?")
_AND = re.compile(r"(?:,\s+|\s+)(?:and|or|&)\s+(?:the\s+|in\s+|on\s+|early\s+|late\s+|mid-?\s?)?|,\s+")
_OTHER_ZONE = re.compile(r"\s*\(\s*")
_ZONE_CLOSED = re.compile(r"\s*\)?,?\s+(?:on\s+)?")


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
        elif _bare(one.parts) and two.parts.year and two.parts.month and (_TO.fullmatch(gap) or _AND.fullmatch(gap)):
            later = (one.parts.month or 0) > two.parts.month  # "November to January 2024"
            result[at] = replace(one, parts=replace(one.parts, year=two.parts.year - later))
    for at in range(len(result) - 1):
        one, two = result[at], result[at + 1]
        if one.parts and two.parts and one.parts.year and one.parts.month and _bare(two.parts):
            gap = text[one.end : two.start]
            if _TO.fullmatch(gap):
                earlier = one.parts.month > (two.parts.month or 0)
                result[at + 1] = replace(two, parts=replace(two.parts, year=one.parts.year + earlier))
    return result


def _bare(parts: Parts) -> bool:
    """Tell a month, or a day of one, of which no year is said in any way."""
    return bool(parts.month) and parts.year is None and parts.unit is None and parts.direction is None


_PART_WORDS = lex.either(w for w, mod in lex.MODIFIERS.items() if mod in ("START", "MID", "END"))
_LOOSE_WORDS = lex.either(w for w, mod in lex.MODIFIERS.items() if mod not in ("START", "MID", "END"))
_PART_BEFORE = re.compile(rf"(?i)(?<![\w-])((?:the\s+)?)({_PART_WORDS})(?:\s+|-)(?:the\s+)?\Z")
_DATE_LOOSE = re.compile(r"(?i)(?<![\w-])(about|around|approximately|roughly|almost|nearly)\s+\Z")
_LOOSE_BEFORE = re.compile(rf"(?i)(?<![\w-])({_LOOSE_WORDS})\s+\Z")
_LAST_WORDS = frozenset(w.split()[-1] for w in lex.MODIFIERS) | {"the"}
_LAST_WORD = re.compile(r"([A-Za-z]+)[\s-]+\Z")
_DEFINITE = re.compile(r"[Tt]he\b|[a-z]+s\b")
_THE = re.compile(r"\b[Tt]he\s+\Z")
_AFTERWARDS = re.compile(r"\s+(?:(or\s+so)|or\s+later|and\s+beyond|onwards?)\b")


def _loosened(found: Found, after: re.Match[str]) -> Found:
    return replace(found, end=after.end(), mod="APPROX" if after[1] else "ON_OR_AFTER")


def _modified(text: str, sentence: Span, found: Found) -> Found:
    """Take in the modifier before the expression ("early", "about", "the end of") and behind it ("or so")."""
    start, end, mod, words = found.start, found.end, None, ""
    before = text[max(sentence.start, start - 32) : start]
    parts = found.parts
    last = _LAST_WORD.search(before)
    if last is None or last[1].lower() not in _LAST_WORDS:  # no modifier ends there
        after = _AFTERWARDS.match(text, end, sentence.end) if parts else None
        return found if after is None else _loosened(found, after)
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
    return replace(found, start=start, end=end, mod=mod, words=words)
