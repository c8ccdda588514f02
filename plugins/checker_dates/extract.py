"""The extractor of time expressions: find the pieces, join them, resolve them, give them windows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Extractor, SegmentKind, Sentence, Timex, Window
from checker_dates import lexicon as lex
from checker_dates.algebra import bounded, bounded_below, widened
from checker_dates.first_words import starts
from checker_dates.memory import Memory
from checker_dates.parts import Parts
from checker_dates.pieces import Found, chosen
from checker_dates.resolve import Resolved, resolve, with_mod
from checker_dates.windows import window_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker_dates.memory import Context

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})


def timexes(document: Document, annotations: Annotations) -> Iterator[Timex]:
    """Find the time expressions outside furniture and metadata, in text order, resolved against the publication."""
    text = document.text
    found = starts(text)
    if not found:
        return
    memory = Memory(document, len([at for at, called in found if "digits4" in called]))
    at, many, upcoming = 0, len(found), found[0][0]
    for number, sentence in enumerate(_whole(text, annotations.of(Sentence))):
        start, end = sentence.start, sentence.end
        if upcoming >= end:
            continue
        while at < many and found[at][0] < start:
            at += 1
        first = at
        while at < many and found[at][0] < end:
            at += 1
        upcoming = found[at][0] if at < many else len(text)
        if first == at or sentence.segment in _SKIPPED:
            continue
        expressions = chosen(text, sentence, found[first:at])
        if expressions:
            memory.sentence(number, sentence)
        for expression in expressions:
            timex = _timex(expression, memory)
            if timex is not None:
                memory.add(timex)
                yield timex


_CUT_ENDS = tuple(f"{form}." for form in ("a.m", "p.m", *(m for m in lex.MONTHS if len(m) < 5)))
_CUT_FORM = 4  # letters and stops that the shortest has
_CUT_LETTERS = frozenset(form[-_CUT_FORM] for form in _CUT_ENDS)
_CUT = re.compile(rf"\b{lex.either(_CUT_ENDS)}\Z")


def _whole(text: str, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Sentences, put together again where the full stop of "p.m." or "Nov." was taken for the end of one."""
    cut = [
        n
        for n, s in enumerate(sentences)
        # One look tells most sentences apart, and the pattern only what stands before the form.
        if s.end >= _CUT_FORM and text[s.end - _CUT_FORM] in _CUT_LETTERS and text.endswith(_CUT_ENDS, s.start, s.end)
    ]
    if not cut:
        return sentences
    whole = list(sentences)
    for n in reversed(cut):
        one, *more = whole[n : n + 2]
        if more and one.paragraph == more[0].paragraph and _CUT.search(text, max(one.start, one.end - 6), one.end):
            whole[n : n + 2] = [replace(one, end=more[0].end)]
    return whole


def _resolved(found: Found, context: Context) -> Resolved | None:
    if found.period is None:
        return resolve(found.parts or Parts(), context)
    period, match = found.period
    return period.read(match, context)


def _timex(found: Found, memory: Memory) -> Timex | None:
    context = memory.context(found)
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
        resolved.type,
        resolved.value,
        resolved.mod,
        _window(resolved),
        resolved.said,
        resolved.steps,
    )


def _window(resolved: Resolved) -> Window | None:
    if resolved.vague or resolved.type not in ("DATE", "TIME"):
        return None
    window = window_of(resolved.value, None if resolved.until or resolved.since else resolved.mod)
    if window is not None and resolved.until is not None:
        return bounded(window, resolved.until)
    if window is not None and resolved.since is not None:
        return bounded_below(window, resolved.since)
    return widened(window, resolved.slack) if window is not None and resolved.slack else window


TIMEXES = Extractor("timexes", "1", (Sentence,), Timex, timexes)
