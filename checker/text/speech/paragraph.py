"""One paragraph as its reporter wrote it: what is quoted hidden, the cue verbs of the rest, and who their subjects are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.text.patterns import pattern
from checker.text.sentences import abbreviations
from checker.text.speech.cues import Cue, addressed, ambiguous, cue_forms, cues_in, entries, telling_words
from checker.text.speech.lazy import lazy
from checker.text.speech.marks import Fragment, fragments, masked
from checker.text.speech.subjects import Finder, Subject
from checker.text.verbs import verbs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Span
    from checker.text.speech.marks import Mark
    from checker.text.speech.subjects import Mentions


_NEAR = 60  # code points before a word in which what leads up to it is looked for
_STOP = pattern(r"[.?!](?<!\b[A-Z].)\s+(?=[A-Z\0\"“‘(])")
_STOPS = ".?!"
_ABBREVIATED = 12  # code points of the longest abbreviation, and more
_LAST_WORD = pattern(r"[\w.]*\Z")
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its"})
DIRECTLY = pattern(r"\s*(?:,|:|that)?\s*\0")
_DATED = 120  # code points a dateline may take up
_DATELINE = pattern(r"\s*[A-Z][\w.]*(?:[ ,]+[A-Z][\w.]*){0,4}\s*(?:\([A-Z][\w/ ]*\)\s*)?(?:--+|—|–)\s*")
ADJUNCT = pattern(
    r"\s*(?:At|In|On|After|Before|During|When|While|As|Despite|Since|For|From|With|By|Once|Asked|Speaking|Though|Although|If)\b"
    r"[^,\0]{0,140},\s*(?:[A-Z][\w.]*(?: [A-Z][\w.]*)?,\s+)?(?=[A-ZÀ-Ža-z])"
)
_SPEAKER = pattern(
    r"(?!(?:His|Her|Their|Its|The|My|Our|An?)\b)"
    r"(?:(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e)|(?:[A-ZÀ-Ž][\w.’'-]*\s+){0,2}[A-ZÀ-Ž][\w.’'-]*)"
    r"\s+(?P<adverb>[a-z]+ly\s+|also\s+|then\s+|later\s+|once\s+)?(?P<verb>[a-z]+)\b"
)
_JOINED = pattern(
    r"(?:\band|\bbut|,)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+|went\s+on\s+to\s+|did\s+|has\s+|had\s+)?\Z"
)
_PROGRESSIVE = pattern(
    r"(?:\b(?:is|are|was|were|been|be|am)|[’'](?:s|re|m))\s+(?:[a-z]+ly\s+|also\s+|now\s+|not\s+)?\Z"
)
_PASSIVE = pattern(r"\b(?:was|were|is|are|been|being|be)\s+(?:[a-z]+ly\s+|also\s+|then\s+|later\s+)?\Z")
_AFTER_VERB = pattern(r"\s+(?=[A-ZÀ-Ž])")
_WITH = pattern(r"\bwith\s+(?:[\w-]+\s+){0,4}\Z")


class Paragraph:
    """One paragraph: its quoted ``fragments``, ``masked`` of them, its ``cues``, and a ``finder`` of subjects.

    Offsets into ``masked`` start at ``span.start`` of the document.
    """

    def __init__(self, text: str, span: Span, mentions: Mentions, marks: Sequence[Mark] | None = None) -> None:
        self.text, self.span = text, span
        self.fragments = fragments(text, span, marks)
        self.masked = masked(text, span, self.fragments) if self.fragments else text[span.start : span.end]
        self.finder = Finder(self.masked, span.start, mentions)
        self._subjects: dict[tuple[int, int], Subject | None] = {}
        self._sentences: dict[int, tuple[int, int]] = {}

    @lazy
    def stops(self) -> list[tuple[int, int]]:
        """Where sentences of the reporter's end, their signs included, and where the next ones start."""
        return _stops(self.masked)

    @lazy
    def cues(self) -> list[Cue]:
        """The cue verbs of the reporter's words; what is as often a noun counts behind a subject only."""
        doubtful = _doubtful()
        found = cues_in(self.masked, self.words)
        return [cue for cue in found if cue.form not in doubtful or self._is_cue(cue)] if found else found

    @lazy
    def words(self) -> frozenset[str]:
        """The words of the reporter's that tell of speech."""
        return telling_words(self.masked)

    def cues_between(self, start: int, end: int) -> list[Cue]:
        """The cues that start at ``start`` or behind it, and end at ``end`` or before it."""
        return [cue for cue in self.cues if start <= cue.start and cue.end <= end] if end > start else []

    def _is_cue(self, cue: Cue) -> bool:
        """Tell whether a form that may be no verb of saying is one."""
        if cue.form == "say":
            return self.masked[cue.end : cue.end + 1] != ","  # "than, say, that"
        subject = self.finder.left(self.span.start + cue.start)
        if subject is None or self.span.start + cue.start - subject.span.end >= 14:
            return False
        if subject.form != "nominal":
            return True
        # "The ad claims “…”": a short noun right before, and the quoted words right behind.
        words = self.text[subject.span.start : subject.span.end].split()
        return len(words) <= 3 and words[0].casefold() in _DETERMINERS and bool(DIRECTLY.match(self.masked, cue.end))

    def sentence(self, fragment: Fragment) -> tuple[int, int]:
        """The bounds, in the masked paragraph, of the reporter's sentence around a fragment."""
        at = fragment.start
        known = self._sentences.get(at)
        if known is None:
            known = self._sentences[at] = self._sentence(fragment)
        return known

    def _sentence(self, fragment: Fragment) -> tuple[int, int]:
        base, text = self.span.start, self.text
        start, end = fragment.outer.start - base, fragment.outer.end - base
        dateline = self._dateline
        low = dateline if dateline <= start else 0
        high = len(self.masked)
        for stop, behind in self.stops:
            if low < behind <= start:
                low = behind
            elif stop > end:
                high = stop
                break
        for other in self.fragments:  # a quotation that ends its sentence inside the marks ends it outside too
            at = other.outer.end - base
            if at > start:
                break
            if low < at and text[other.end - 1] in _STOPS and not self._runs_on(at):
                low = at
        if text[fragment.end - 1] == "." and not self._runs_on(end):
            high = end
        return low, high

    @lazy
    def _dateline(self) -> int:
        opening = self.masked[:_DATED]
        match = _DATELINE.match(self.masked) if "—" in opening or "–" in opening or "--" in opening else None
        return match.end() if match else 0

    def _runs_on(self, at: int) -> bool:
        rest = self.masked[at : at + 40].lstrip(" ,—–")
        return rest[:1].islower() or _speaks(rest)

    def sentence_start(self, end: int) -> int:
        """Where the reporter's sentence starts that ends before ``end``, both in ``masked``."""
        low = 0
        for _, behind in self.stops:
            if not self.masked[behind:end].strip(" ,—–\0"):
                break
            low = behind
        return low

    def cue_subject(self, cue: Cue, low: int) -> Subject | None:
        """The subject of a cue verb, looked for from ``low`` on; a participle's and a second verb's is the verb's before it."""
        key = (cue.start, low)
        if key not in self._subjects:
            self._subjects[key] = self._cue_subject(cue, low)
        return self._subjects[key]

    def _cue_subject(self, cue: Cue, low: int) -> Subject | None:
        base, text = self.span.start, self.masked
        if cue.form.endswith("ing") and not _PROGRESSIVE.search(text, max(low, cue.start - _NEAR), cue.start):
            own = self.finder.left(base + cue.start) if cue.start else None
            if own is not None and _WITH.search(text, max(low, own.span.start - base - _NEAR), own.span.start - base):
                return own  # "with Lee noting that"
            joined = text[: cue.start].rstrip().endswith((",", "—", "–", " and"))
            return (self._subject_before(cue, low) if joined else None) or self.main_subject(low, cue.start)
        at = cue.start
        while at > low and text[at - 1].isspace():
            at -= 1
        if at > low and text[at - 1] in ",\0" and cue.form not in addressed():
            behind = self.finder.right(base + cue.end)  # ", explained Lee, “…”"
            if behind is not None and behind.form == "name" and text[behind.span.end - base :].lstrip()[:1] == ",":
                return behind
        subject = self.finder.left(base + cue.start)
        if subject is not None and subject.span.start - base >= low:
            return subject
        if _JOINED.search(text, max(low, cue.start - _NEAR), cue.start):
            return self._subject_before(cue, low) or self.main_subject(low, cue.start)
        return None

    def _subject_before(self, cue: Cue, low: int) -> Subject | None:
        """The subject of the nearest cue before another one in its sentence: "Lee said …, adding"."""
        for other in reversed([c for c in self.cues if low <= c.start < cue.start]):
            subject = self.cue_subject(other, low) or (
                self.finder.right(self.span.start + other.end) if _AFTER_VERB.match(self.masked, other.end) else None
            )
            if subject is not None:
                return subject
        return None

    def is_passive(self, cue: Cue, low: int = 0) -> bool:
        """Tell whether a cue stands in the passive: its subject is spoken to, or of."""
        return cue.form.endswith(("ed", "told")) and bool(
            _PASSIVE.search(self.masked, max(low, cue.start - 40), cue.start)
        )

    def main_subject(self, low: int, end: int) -> Subject | None:
        """The subject of the sentence at ``low``, its opening adjunct left out: what stands before its first verb."""
        base, text = self.span.start, self.masked
        adjunct = ADJUNCT.match(text, low)
        start = adjunct.end() if adjunct and adjunct.end() <= end else low
        for verb in verbs(text[start:end]):
            if not verb.participle:
                subject = self.finder.left(base + start + verb.start)
                if subject is not None and subject.span.start >= base + start and subject.antecedent is None:
                    return subject
                break
        return self.finder.first_in(base + start, base + end, nominal=True)

    def reporting_subjects(self) -> Iterator[Subject]:
        """The subjects of all cue verbs of a paragraph: who is speaking, quoted or not."""
        blaming = entries("blaming-cues.txt")
        for cue in self.cues:
            if cue.form in blaming and self.is_passive(cue):
                continue  # who is accused says nothing; who is asked will
            subject = self.finder.left(self.span.start + cue.start) or self.finder.right(self.span.start + cue.end)
            if subject is not None and subject.form == "name":
                yield subject


@cache
def _doubtful() -> frozenset[str]:
    """Forms that are a verb of saying in some places only."""
    return ambiguous() | {"say"}


def _speaks(text: str) -> bool:
    """Tell whether a text opens with a subject and a verb of saying, as behind a closed quotation: "he said", "Ann Lee later told"."""
    found = _SPEAKER.match(text)
    return found is not None and not cue_forms().isdisjoint((found["verb"], (found["adverb"] or "").strip()))


def _stops(masked: str) -> list[tuple[int, int]]:
    """Where sentences of the reporter's end, their signs included, and where the next ones start."""
    found = []
    last = len(masked) - 1  # nothing follows a stop that stands there
    for sign in _STOPS:
        at = masked.find(sign) if sign in masked else last
        while 0 <= at < last:
            match = _STOP.match(masked, at)
            if match is not None and (sign != "." or _last_word(masked, at) not in abbreviations()):
                found.append((at + 1, match.end()))
            at = masked.find(sign, at + 1)
    found.sort()
    return found


def _last_word(text: str, at: int) -> str:
    low = at - _ABBREVIATED if at > _ABBREVIATED else 0
    word = text[text.rfind(" ", low, at) + 1 : at]
    if word.isalpha():
        return word
    found = _LAST_WORD.search(text, low, at)
    return found.group() if found else ""
