"""One paragraph as its reporter wrote it: what is quoted hidden, the cue verbs of the rest, and who their subjects are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.text.speech.cues import ambiguous, cue_forms, pattern
from checker.text.speech.marks import Fragment, fragments, masked
from checker.text.speech.subjects import Finder, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Document, Name, Person, Span


SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)(?<!\bSt)[.?!]\s+(?=[A-Z\0\"“‘(])"
)
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its"})
DIRECTLY = re.compile(r"\s*(?:,|:|that)?\s*\0")
_DATELINE = re.compile(r"\s*[A-Z][\w.]*(?:[ ,]+[A-Z][\w.]*){0,4}\s*(?:\([A-Z][\w/ ]*\)\s*)?(?:--+|—|–)\s*")
ADJUNCT = re.compile(
    r"\s*(?:At|In|On|After|Before|During|When|While|As|Despite|Since|For|From|With|By|Once|Asked|Speaking|Though|Although|If)\b"
    r"[^,\0]{0,140},\s*(?:[A-Z][\w.]*(?: [A-Z][\w.]*)?,\s+)?(?=[A-ZÀ-Ža-z])"
)
# Behind a closed quotation: "he said", "Ann Lee told".
_SPEAKS = re.compile(
    r"(?!(?:His|Her|Their|Its|The|My|Our|An?)\b)"
    rf"(?:(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e)|(?:[A-ZÀ-Ž][\w.’'-]*\s+){{0,2}}[A-ZÀ-Ž][\w.’'-]*)\s+(?:[a-z]+ly\s+|also\s+|then\s+|later\s+|once\s+)?"
    rf"(?:{'|'.join(sorted(cue_forms(), key=len, reverse=True))})\b"
)
_JOINED = re.compile(
    r"(?:\band|\bbut|,)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+|went\s+on\s+to\s+|did\s+|has\s+|had\s+)?\Z"
)
_WITH = re.compile(r"\bwith\s+(?:[\w-]+\s+){0,4}\Z")


class Paragraph:
    """One paragraph: its quoted ``fragments``, ``masked`` of them, its ``cues``, and a ``finder`` of subjects.

    Offsets into ``masked`` start at ``span.start`` of the document.
    """

    def __init__(self, document: Document, span: Span, names: Sequence[Name], persons: Sequence[Person]) -> None:
        self.text, self.span = document.text, span
        self.fragments = fragments(document.text, span)
        self.masked = masked(document.text, span, self.fragments)
        self.finder = Finder(self.masked, span.start, names, persons)
        self.cues = [m for m in pattern().finditer(self.masked) if self._is_cue(m)]

    def _is_cue(self, match: re.Match[str]) -> bool:
        if match.group() == "say" and self.masked[match.end() : match.end() + 1] == ",":
            return False  # "than, say, that"
        if match.group() not in ambiguous():
            return True
        subject = self.finder.left(self.span.start + match.start())
        if subject is None or self.span.start + match.start() - subject.span.end >= 14:
            return False
        if subject.form != "nominal":
            return True
        # "The ad claims “…”": a short noun right before, and the quoted words right behind.
        words = self.text[subject.span.start : subject.span.end].split()
        return (
            len(words) <= 3 and words[0].casefold() in _DETERMINERS and bool(DIRECTLY.match(self.masked, match.end()))
        )

    def sentence(self, fragment: Fragment) -> tuple[int, int]:
        """The bounds, in the masked paragraph, of the reporter's sentence around a fragment."""
        start, end = fragment.outer.start - self.span.start, fragment.outer.end - self.span.start
        dateline = _DATELINE.match(self.masked)
        low = dateline.end() if dateline and dateline.end() <= start else 0
        for stop in SENTENCE_END.finditer(self.masked, 0, start):
            low = stop.end()
        for other in self.fragments:  # a quotation that ends its sentence inside the marks ends it outside too
            at = other.outer.end - self.span.start
            if low < at <= start and self.text[other.end - 1 : other.end] in (".", "?", "!") and not self._runs_on(at):
                low = at
        behind = SENTENCE_END.search(self.masked, end)
        high = behind.start() + 1 if behind else len(self.masked)
        if self.text[fragment.end - 1 : fragment.end] == "." and not self._runs_on(end):
            high = end
        return low, high

    def _runs_on(self, at: int) -> bool:
        rest = self.masked[at : at + 40].lstrip(" ,—–")
        return rest[:1].islower() or _SPEAKS.match(rest) is not None

    def cue_subject(self, cue: re.Match[str], low: int) -> Subject | None:
        """The subject of a cue verb, looked for from ``low`` on; a participle's and a second verb's is the sentence's."""
        base, text = self.span.start, self.masked
        if cue.group().endswith("ing") and cue.start() > 0:
            own = self.finder.left(base + cue.start())
            if own is not None and _WITH.search(text, low, own.span.start - base):
                return own  # "with Lee noting that"
            adjunct = ADJUNCT.match(text, low)
            return self.finder.first_in(
                base + (adjunct.end() if adjunct and adjunct.end() < cue.start() else low),
                base + cue.start(),
                nominal=True,
            )
        subject = self.finder.left(base + cue.start())
        if subject is not None and subject.span.start - base >= low:
            if text[subject.span.start - base : subject.span.end - base].casefold() == "who":
                return replace(subject, form="pronoun", antecedent=self.finder.left(subject.span.start))
            return subject
        if _JOINED.search(text, low, cue.start()):
            adjunct = ADJUNCT.match(text, low)
            start = adjunct.end() if adjunct and adjunct.end() < cue.start() else low
            return self.finder.first_in(base + start, base + cue.start())
        return None

    def reporting_subjects(self) -> Iterator[Subject]:
        """The subjects of all cue verbs of a paragraph: who is speaking, quoted or not."""
        for cue in self.cues:
            subject = self.finder.left(self.span.start + cue.start()) or self.finder.right(self.span.start + cue.end())
            if subject is not None and subject.form == "name":
                yield subject
