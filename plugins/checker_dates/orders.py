"""What the text says came first: "radioed for help while the engine was still running", "only once the engine had died did he call".

A sentence that joins two happenings by "before", "after", "once", "while ... still" or "by the time" tells their order. Each of the two
is known by its words, for neither need be of any class of events.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Annotations, Claim, Document, Extractor, Mention, Passage, SegmentKind, Sentence, Span, Timex
from checker.text.event_words import inflected
from checker.text.predications import LIGHT, SPEECH, content, kinds_at, kinds_in, main_verb, report_words, sort_of, stem
from checker.text.verbs import verbs
from checker.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_BODY = frozenset({SegmentKind.BODY, SegmentKind.HEADLINE, SegmentKind.CAPTION})
_REACH = 110  # code points before a connective in which its main clause stands
_EDGE = re.compile(r"[;:“”\"!?]|—|\s[–-]\s|,\s(?:and|but|which|who|as|when|where)\s")
_END = re.compile(r"[,;:“”\"!?]|—|\s[–-]\s|\.(?=\s|\Z)|\s(?:and|but|or|because|as|when|where|which|who)\s")
_CONNECTIVES = (
    "efore ",
    "fter ",
    "nce ",
    "s soon as",
    "hile ",
    "hen ",
    "y the time",
    " until ",
)  # none of them, no order
_MIDDLE = re.compile(
    r"(?<=\w[\s,])\s?(?:only\s)?(?:(?P<word>before|after|once|as\ssoon\sas)|(?P<still>while|when)(?=\s[^.,;:]{1,60}\bstill\b)"
    r"|(?P<done>when)(?=\s[^.,;:]{1,60}\bhad\s(?:already|just)\b)|(?P<when>when|by\sthe\stime))\s"
)
_ALREADY = re.compile(r"\b(?:had|was|were)\salready\b|\balready\shad\b")
_FRONT = re.compile(
    r"(?:Only\s(?:after|once|when)|After|Once|As\ssoon\sas|(?P<before>Before)|(?P<time>By\sthe\stime))\s"
)
_INVERTED = re.compile(
    r"\s(?:did\s(?!not\b)|(?:was|were|could|had)\s(?=(?:the|an?|his|her|its|their|he|she|it|they|[A-Z]\w+)\s))"
)
_HELD_OFF = re.compile(r"\b(?:did|had|was|were|could)(?:n['’]t|\snot)\b[^.,;:]{1,60}\suntil\s(?:after\s)?")
_NO_FACT = re.compile(
    r"(?i)\b(?:if|unless|would|could|might|may|should|will|can|shall|not|never|no|n['’]t|whether|long)\b|n['’]t\b"
)
_STILL = re.compile(r"\bstill\b")


@frozen()
class Happening:
    """One of the two: its words as stems, its verb by kinds or stem, and whether it goes on ("still") or ends something that did.

    Words of which every report of its sort is full ("police", "shot") are none of its own.
    """

    words: frozenset[str]
    verb: frozenset[str]
    phase: str | None = None  # start or end, where a verb of phase says so
    lasting: bool = False
    ending: bool = False


@frozen()
class Order(Mention):
    """That one happening came before (``first``) or after another; with one that lasts, before it ended."""

    kind: ClassVar[str] = "order"
    main: Happening
    other: Happening
    first: bool
    key: str = "order"
    label: str = "order of events"


def orders(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the order of two happenings for each sentence that tells one as a fact, outside quotations."""
    text = document.text
    for sentence in annotations.of(Sentence):
        if sentence.segment not in _BODY or not any(
            text.find(w, sentence.start, sentence.end) >= 0 for w in _CONNECTIVES
        ):
            continue
        told = list(_told(text, sentence))
        if len(told) != 1:  # which of two connectives joins what is beyond words
            continue
        main, other, first = told[0]
        order = _order(text, annotations, main, other, first=first)
        if order is not None and not _quoted(text, sentence, order):
            passage = Passage(order.start, order.end, "order")
            yield Claim(document, order, "order", order, (passage,))


def _told(text: str, sentence: Span) -> Iterator[tuple[Span, Span, bool]]:
    """The main clause, the other, and whether the main one comes first."""
    start, end = sentence.start, sentence.end
    if front := _FRONT.match(text, start, end):
        stop = _END.search(text, front.end(), end)
        turn = _INVERTED.search(text, front.end(), stop.start() if stop else end)
        cut, behind = (turn.start(), turn.start() + 1) if turn else (stop.start(), stop.end()) if stop else (end, end)
        close = _END.search(text, behind + 1, end) if behind < end else None
        other, main = Span(front.end(), cut), Span(behind, close.start() if close else end)
        if front["time"]:
            yield main, other, True
        else:
            yield main, other, front["before"] is not None
        return
    if held := _HELD_OFF.search(text, start, end):
        stop = _END.search(text, held.end(), end)
        main = Span(max(start, held.start() - _REACH // 2), held.start())
        yield Span(main.start, held.end()), Span(held.end(), stop.start() if stop else end), False
        return
    for middle in _MIDDLE.finditer(text, start, end):
        edges = [m.end() for m in _EDGE.finditer(text, max(start, middle.start() - _REACH), middle.start())]
        low = edges[-1] if edges else max(start, middle.start() - _REACH)
        while low > start and not text[low - 1].isspace():
            low -= 1
        stop = _END.search(text, middle.end(), end)
        other = Span(middle.end(), stop.start() if stop else end)
        if middle["when"] and not _ALREADY.search(text, low, middle.start()):
            continue
        first = middle["word"] == "before" or bool(middle["still"] or middle["when"])
        yield Span(low, middle.start()), other, first


def _order(text: str, annotations: Annotations, main: Span, other: Span, *, first: bool) -> Order | None:
    parts = [text[s.start : s.end] for s in (main, other)]
    held_off = " until" in parts[0]
    if main.start >= main.end or other.start >= other.end or (_NO_FACT.search(parts[0]) and not held_off):
        return None
    if _NO_FACT.search(parts[1]):
        return None
    low, high = sorted((main, other))
    told = [_happening(text, annotations, span, last=span is low) for span in (main, other)]
    if told[0] is None or told[1] is None or told[0].lasting:
        return None
    return Order(low.start, high.end, told[0], told[1], first)


def _happening(text: str, annotations: Annotations, span: Span, *, last: bool) -> Happening | None:
    """Read one clause; its verb is the last or the first in it, whichever stands nearer to the connective."""
    part = text[span.start : span.end]
    found = verbs(part)
    if not found:
        return None if last else _named(text, annotations, span)
    head = found[-1 if last else 0]
    at = main_verb(text, span, Span(span.start + head.start, span.start + head.end))
    stems = {stem(w) for w in re.findall(r"[a-z]+", part.lower())}
    carried = (content(text, annotations, span) - report_words()) | (stems & {"first", "second", "last"})
    verb = text[at.start : at.end].lower()
    kinds = frozenset(k for k in kinds_at(text, span, at) if not sort_of([k]) & {SPEECH, LIGHT})
    own = frozenset(_same().get(w, w) for w in carried if w != stem(verb))
    if not own:
        return None
    return Happening(
        own,
        kinds or frozenset({stem(verb)}),
        next((phase for phase, forms in _PHASES.items() if stems & forms), None),
        lasting=_STILL.search(part) is not None,
        ending=bool(stems & _ends()),
    )


def _named(text: str, annotations: Annotations, span: Span) -> Happening | None:
    """Read what a noun names without a verb: "before her election"; harm is named too often to say which."""
    part = text[span.start : span.end]
    kinds = kinds_in(part)
    if not kinds or sort_of(kinds) - {"act", "person"}:
        return None
    own = content(text, annotations, span) - report_words()
    return Happening(frozenset(_same().get(w, w) for w in own), kinds)


def _quoted(text: str, sentence: Span, order: Order) -> bool:
    before = text[sentence.start : order.start]
    inside = text[order.start : order.end]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or '"' in inside or "“" in inside


_PHASES = {
    "start": frozenset({"begin", "start", "open", "launch"}),
    "end": frozenset({"end", "finish", "conclud", "over"}),
}


@cache
def _ends() -> frozenset[str]:
    """The stems of verbs that end what went on; of an irregular one the stem is the verb itself."""
    return frozenset(stem(f) for w in words("checker_dates", "ends-of-states.txt") for f in inflected(w)) | frozenset(
        words("checker_dates", "ends-of-states.txt")
    )


@cache
def _same() -> dict[str, str]:
    """By stem, the one word that stands for all that name one thing."""
    lines = (line.split() for line in words("checker_dates", "one-and-the-same.txt"))
    return {stem(word): stem(line[0]) for line in lines for word in line}


ORDERS = Extractor("orders", "1", (Sentence, Timex), Claim, orders)
