"""The discourse of a document: its paragraphs, read when first asked for, and who spoke in them, in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from checker.model import Name, Person, SegmentKind, Span
from checker.text.speech.lazy import lazy
from checker.text.speech.marks import by_line, double_marks, marked_lines
from checker.text.speech.paragraph import Paragraph
from checker.text.speech.sources import Register
from checker.text.speech.subjects import Mentions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Annotations, Document, Speaker
    from checker.text.speech.marks import Fragment, Mark
    from checker.text.speech.subjects import Subject

_INNER = (" '", " ‘", "—‘", "—'", "–‘", "–'")
_START = attrgetter("span.start")
_NO_NEWS = (SegmentKind.FURNITURE, SegmentKind.METADATA)


class Discourse:
    """The paragraphs of one document by their number, and the register of those who speak in them.

    A paragraph costs nothing until somebody asks for it: most hold no quotation, and who spoke in them matters only to the pronouns
    behind them.
    """

    def __init__(self, document: Document, annotations: Annotations) -> None:
        self.document = document
        self._bounds = _titles_apart(document, _lines(document.text))
        self._starts = [start for start, _ in self._bounds]
        self._kinds: dict[int, SegmentKind] = {}
        self._annotations = annotations
        self._paragraphs: dict[int, Paragraph] = {}
        self._attributed: dict[int, list[Subject]] = {}
        self._entered: dict[int, list[tuple[int, Person]]] = {}
        self.register = Register(document, annotations, self._spoken_before)

    @lazy
    def _all_news(self) -> bool:
        return all(segment.kind not in _NO_NEWS for segment in self.document.segments)

    @lazy
    def _marks(self) -> dict[int, list[Mark]]:
        return by_line(self._bounds, double_marks(self.document.text))

    @lazy
    def _mentions(self) -> Mentions:
        return Mentions(self._annotations.of(Name), self._annotations.of(Person))

    def number_at(self, offset: int) -> int | None:
        """The number of the paragraph at an offset, None between paragraphs."""
        n = bisect_right(self._starts, offset) - 1
        return n if n >= 0 and offset < self._bounds[n][1] else None

    def quoting(self) -> Iterator[int]:
        """The numbers of the article's paragraphs that hold something between quotation marks."""
        for n in marked_lines(self.document.text, self._bounds, self._marks):
            if self.paragraph(n).fragments and self.is_news(n):
                yield n

    def before(self, n: int) -> int | None:
        """The number of the article's paragraph before another one."""
        n -= 1
        while n >= 0 and not self.is_news(n):
            n -= 1
        return n if n >= 0 else None

    def ends_in(self, n: int, sign: str) -> bool:
        """Tell whether a sign is the last one of a paragraph, white space aside."""
        text, (start, end) = self.document.text, self._bounds[n]
        while end > start and text[end - 1].isspace():
            end -= 1
        return end > start and text[end - 1] == sign

    def paragraph(self, n: int) -> Paragraph:
        """The paragraph of a number."""
        known = self._paragraphs.get(n)
        if known is None:
            start, end = self._bounds[n]
            marks = self._marks.get(n, ())
            known = self._paragraphs[n] = Paragraph(self.document.text, Span(start, end), self._mentions, marks)
        return known

    def inside(self, fragment: Fragment) -> Paragraph | None:
        """What a quotation says, read as a paragraph of its own, where single marks quote somebody in it; None where they do not."""
        content = fragment.content
        if "'" not in content and "‘" not in content:
            return None
        if content[0] not in "'‘" and not any(opening in content for opening in _INNER):
            return None
        start, end = fragment.start, fragment.end
        number = self.number_at(start)
        marks = [] if number is None else [m for m in self._marks.get(number, ()) if start <= m[0] < end]
        inner = Paragraph(self.document.text, Span(start, end), self._mentions, marks)
        return inner if inner.fragments else None

    def kind(self, n: int) -> SegmentKind:
        """The kind of segment that the first letter of a paragraph stands in."""
        if n not in self._kinds:
            text, (start, end) = self.document.text, self._bounds[n]
            at = start
            while at < end and text[at].isspace():
                at += 1
            self._kinds[n] = self.document.segment_at(at if at < end else start)
        return self._kinds[n]

    def is_news(self, n: int) -> bool:
        """Tell whether a paragraph is the article's, and not the page's or the file's."""
        return self._all_news or self.kind(n) not in _NO_NEWS

    def speaker(self, subject: Subject) -> Speaker:
        """Resolve a subject; who spoke before it tells who "she" is."""
        return self.register.speaker(subject)

    def enter(self, n: int, subjects: Iterable[Subject]) -> None:
        """Enter those who were found to speak in a paragraph besides the subjects of its verbs of saying."""
        self._attributed[n] = list(subjects)
        self._entered.pop(n, None)

    def _spoken_before(self, offset: int) -> Iterator[Person]:
        for n in range(bisect_right(self._starts, offset) - 1, -1, -1):
            if n not in self._entered:
                self._entered[n] = list(self._speakers_in(n)) if self.is_news(n) else []
            for start, person in reversed(self._entered[n]):
                if start < offset:
                    yield person

    def _speakers_in(self, n: int) -> Iterator[tuple[int, Person]]:
        """The persons who speak in a paragraph, quoted or not, with where their subjects start, in order."""
        attributed = self._attributed.get(n, ())
        if not attributed and not self._annotations.within(Person, Span(*self._bounds[n])):
            return  # nobody of that name
        subjects: Sequence[Subject] = list(self.paragraph(n).reporting_subjects())
        if attributed or len(subjects) > 1:
            known = {(s.span.start, s.span.end): s for s in (*subjects, *attributed)}
            subjects = sorted(known.values(), key=_START)
        for subject in subjects:
            person = self.register.named(subject)
            if person is not None:
                yield subject.span.start, person


def _titles_apart(document: Document, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Part a line of front matter at the bounds of the headline in it: ``title: "‘We are lost’, says Lee"``."""
    for segment in document.segments:
        if segment.kind is not SegmentKind.HEADLINE:
            continue
        n = bisect_right(lines, (segment.start, len(document.text))) - 1
        start, end = lines[n] if n >= 0 else (0, 0)
        if start < segment.start < end:
            behind = min(segment.end, end)
            parts = (start, segment.start), (segment.start, behind), (behind, end)
            lines[n : n + 1] = [part for part in parts if part[0] < part[1]]
    return lines


def _lines(text: str) -> list[tuple[int, int]]:
    """The bounds of the lines of a text that are not empty."""
    found, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        if line:
            found.append((start, end))
        start = end + 1
    return found
