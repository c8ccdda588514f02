"""The extractor of quotations: fragments between marks, who said them, and how sure that is.

Rules are tried in order of their precision: cue verb right behind the fragment, cue verb before it in the sentence, "according to",
dash signature and transcript, continuation in the paragraph, an orphan paragraph, the sentence's subject. The first four make tiers
high and medium; a linter judges on high.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import (
    Annotations,
    Document,
    Extractor,
    Name,
    Person,
    Quotation,
    SegmentKind,
    Sentence,
    Span,
    Speaker,
)
from checker_quotes.cues import ambiguous, pattern, said
from checker_quotes.marks import Fragment, fragments, masked
from checker_quotes.speakers import Register
from checker_quotes.subjects import PRONOUN, Finder, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PARAGRAPH = re.compile(r"[^\n]+")
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)(?<!\bSt)[.?!]\s+(?=[A-Z\0\"“‘(])"
)
_ACCORDING = re.compile(r"\b(?:[Aa]ccording to|[Ii]n the words of|\bper\b|citing)\s+")
_BEHIND = re.compile(r"[\s,—–-]*(?:and\s+|as\s+)?")
_SIGNATURE = re.compile(r"\s*(?:―|—|–|--?)\s*(?=[A-Z])")
_TRANSCRIPT = re.compile(r"([A-ZÀ-Ž][A-ZÀ-Ž.’' -]{2,40}|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}):\s*$")
_POSSESSIVE = re.compile(r"(?:(?P<name>[A-ZÀ-Ž][\w’-]*)[’']s?|\b(?P<pronoun>[Hh]is|[Hh]er))\s+(?:[\w-]+\s+){0,4}$")
_ADJUNCT = re.compile(
    r"\s*(?:At|In|On|After|Before|During|When|While|As|Despite|Since|For|From|With|By|Once|Asked|Speaking|Though|Although|If)\b[^,\0]{0,140},\s*"
)
_WORDS = re.compile(r"\w+(?:[’'-]\w+)*")
_HIGH_WORDS = 6  # shorter fragments are too often titles, nicknames or scare quotes
_LATE = 30  # code points into its sentence after which a name is hardly the subject any more


@dataclass(frozen=True, slots=True)
class _Attribution:
    subject: Subject
    cue: Span | None
    rule: str
    certain: bool


class _Paragraph:
    """One paragraph with its fragments, masked, and the means to find speakers in it."""

    def __init__(self, document: Document, span: Span, names: Sequence[Name], persons: Sequence[Person]) -> None:
        self.text, self.span = document.text, span
        self.fragments = fragments(document.text, span)
        self.masked = masked(document.text, span, self.fragments)
        self.finder = Finder(self.masked, span.start, names, persons)
        self.cues = [m for m in pattern().finditer(self.masked) if self._is_cue(m)]

    def _is_cue(self, match: re.Match[str]) -> bool:
        if match.group() not in ambiguous():
            return True
        subject = self.finder.left(self.span.start + match.start())
        return (
            subject is not None
            and subject.form != "nominal"
            and self.span.start + match.start() - subject.span.end < 14
        )

    def sentence(self, fragment: Fragment) -> tuple[int, int]:
        """The bounds, in the masked paragraph, of the reporter's sentence around a fragment."""
        start, end = fragment.outer.start - self.span.start, fragment.outer.end - self.span.start
        low = 0
        for stop in _END.finditer(self.masked, 0, start):
            low = stop.end()
        for other in self.fragments:  # a quotation that ends its sentence inside the marks ends it outside too
            at = other.outer.end - self.span.start
            if low < at <= start and self.text[other.end - 1 : other.end] in (".", "?", "!") and not self._runs_on(at):
                low = at
        behind = _END.search(self.masked, end)
        high = behind.start() + 1 if behind else len(self.masked)
        if self.text[fragment.end - 1 : fragment.end] == "." and not self._runs_on(end):
            high = end
        return low, high

    def _runs_on(self, at: int) -> bool:
        rest = self.masked[at : at + 40].lstrip(" ,—–")
        return rest[:1].islower() or bool(PRONOUN.match(rest)) or self._verb_soon(rest)

    @staticmethod
    def _verb_soon(rest: str) -> bool:
        return bool(re.match(r"(?:[A-ZÀ-Ž][\w.’'-]*\s+){1,3}(?:said|says|told|added|wrote)\b", rest))


def _run(document: Document, annotations: Annotations) -> Iterator[Quotation]:
    names, persons = annotations.of(Name), annotations.of(Person)
    register = Register(document, annotations)
    last: _Attribution | None = None
    open_quote = False
    announced: _Attribution | None = None  # "Lee put it this way:" before a paragraph of its own
    for match in _PARAGRAPH.finditer(document.text):
        span = Span(*match.span())
        if document.segment_at(_first_letter(document.text, span)) in (SegmentKind.FURNITURE, SegmentKind.METADATA):
            continue
        paragraph = _Paragraph(document, span, names, persons)
        made, last_here = _attribute(paragraph, last, announced, open_quote=open_quote)
        events = [(a.subject.span.start, a, f) for f, a in made if a is not None]
        spoken = [(s.span.start, s) for s in _reporting_subjects(paragraph)]
        resolved: dict[tuple[Span, str], Speaker] = {}
        for at, item in sorted([(at, a.subject) for at, a, _ in events] + spoken, key=lambda e: e[0]):
            resolved.setdefault((item.span, item.form), register.speaker(item))
            del at
        for fragment, attribution in made:
            if attribution is None:
                continue
            speaker = resolved.get((attribution.subject.span, attribution.subject.form)) or register.speaker(
                attribution.subject
            )
            yield _quotation(document.text, fragment, attribution, speaker)
        if last_here is not None:
            last = last_here
        open_quote = bool(paragraph.fragments) and not paragraph.fragments[-1].closed
        announced = _announcement(paragraph)


def _first_letter(text: str, span: Span) -> int:
    return next((i for i in range(span.start, span.end) if not text[i].isspace()), span.start)


def _attribute(
    paragraph: _Paragraph, last: _Attribution | None, announced: _Attribution | None, *, open_quote: bool
) -> tuple[list[tuple[Fragment, _Attribution | None]], _Attribution | None]:
    """Give each fragment of a paragraph its attribution, if any; also return the last one that names a speaker for what follows."""
    direct = [_by_cue(paragraph, n) for n in range(len(paragraph.fragments))]
    made: list[tuple[Fragment, _Attribution | None]] = []
    current: _Attribution | None = None
    for n, fragment in enumerate(paragraph.fragments):
        found = direct[n]
        if found is None and n == 0 and open_quote and _opens(paragraph, fragment) and last is not None:
            found = _Attribution(last.subject, last.cue, "the paragraph before left its quotation open", certain=True)
        if found is None and n == 0 and announced is not None and _opens(paragraph, fragment):
            found = _Attribution(
                announced.subject, announced.cue, "announced by a colon in the paragraph before", certain=True
            )
        if found is None and current is not None and _continues(paragraph, n):
            found = _Attribution(
                current.subject, current.cue, "goes on from the quotation before it", certain=current.certain
            )
        if found is None:
            later = (
                next((d for d in direct[n + 1 :] if d is not None), None)
                if _whole_sentence(paragraph, fragment)
                else None
            )
            if later is not None and _opens(paragraph, fragment):
                found = _Attribution(
                    later.subject, later.cue, "the speaker is named behind the next quotation", certain=False
                )
        if found is None:
            found = _by_subject(paragraph, fragment)
        if found is None and _whole_sentence(paragraph, fragment) and last is not None and _opens(paragraph, fragment):
            found = _Attribution(last.subject, None, "a paragraph without speaker: the last one", certain=False)
        made.append((fragment, found))
        if found is not None and (found.cue is not None or current is None):
            current = found
    return made, next((a for _, a in reversed(made) if a is not None and a.cue is not None), None)


def _by_cue(paragraph: _Paragraph, n: int) -> _Attribution | None:
    """The attribution by a cue in the fragment's own sentence."""
    fragment = paragraph.fragments[n]
    low, high = paragraph.sentence(fragment)
    return (
        _behind(paragraph, fragment, high)
        or _before(paragraph, fragment, low)
        or _according(paragraph, low, high)
        or _signed(paragraph, fragment)
    )


def _behind(paragraph: _Paragraph, fragment: Fragment, high: int) -> _Attribution | None:
    """Read a cue behind the fragment: "…", said Lee / "…", Lee, the mayor, said / "…", the ministry wrote."""
    base, text = paragraph.span.start, paragraph.masked
    at = fragment.outer.end - base
    ends = paragraph.text[fragment.end - 1 : fragment.end] in (",", "?", "!", "…", "—", "-") or text[at : at + 1] == ","
    cue = next((c for c in paragraph.cues if at <= c.start() < high), None)
    if cue is None or "\0" in text[at : cue.start()]:
        return None
    gap = text[at : cue.start()]
    span = Span(base + cue.start(), base + cue.end())
    if _BEHIND.fullmatch(gap):
        subject = paragraph.finder.right(base + cue.end())
        if subject is not None and (ends or cue.group() in said()):
            return _Attribution(subject, span, f"“{cue.group()}” and its subject stand right behind it", certain=True)
    subject = paragraph.finder.left(base + cue.start())
    if subject is not None and ends and subject.span.start >= fragment.outer.end:
        between = text[at : subject.span.start - base]
        if len(between.split()) <= 3 and not re.search(r"\b(?:and|but|while)\b", between):
            return _Attribution(subject, span, f"subject and “{cue.group()}” stand right behind it", certain=True)
    return None


def _before(paragraph: _Paragraph, fragment: Fragment, low: int) -> _Attribution | None:
    """Lee said (that …) "…": the last cue before the fragment in its sentence, plain verbs of saying first."""
    base, text = paragraph.span.start, paragraph.masked
    end = fragment.outer.start - base
    cues = [c for c in paragraph.cues if low <= c.start() and c.end() <= end]
    candidates = []
    for cue in cues:
        subject = _cue_subject(paragraph, cue, low)
        if subject is not None:
            candidates.append((cue, subject))
    if not candidates:
        return None
    cue, subject = candidates[-1]
    if len(candidates) > 1 and cue.group() not in said():
        outer, outer_subject = candidates[-2]
        between = text[outer.end() : subject.span.start - base]
        joined = re.search(r"(?:\band|\bbut|\bwhile|;|—)\s+(?:\w+\s+){0,3}$", between)
        if outer.group() in said() and not joined and "\0" not in between:
            cue, subject = outer, outer_subject
    gap = text[cue.end() : end]
    # A participle's subject is the sentence's, and that is the first name only where the sentence starts with it.
    distant = cue.group().endswith("ing") and subject.span.start - base - low > _LATE
    near = "\0" not in gap and len(gap) < 120 and not distant
    return _Attribution(
        subject,
        Span(base + cue.start(), base + cue.end()),
        f"“{cue.group()}” stands before it in the sentence",
        certain=near,
    )


def _cue_subject(paragraph: _Paragraph, cue: re.Match[str], low: int) -> Subject | None:
    base, text = paragraph.span.start, paragraph.masked
    if cue.group().endswith("ing") and cue.start() > 0:
        adjunct = _ADJUNCT.match(text, low)
        return paragraph.finder.first_in(
            base + (adjunct.end() if adjunct and adjunct.end() < cue.start() else low), base + cue.start()
        )
    subject = paragraph.finder.left(base + cue.start())
    if subject is not None and subject.span.start - base >= low:
        if text[subject.span.start - base : subject.span.end - base].casefold() == "who":
            return paragraph.finder.left(subject.span.start) or subject
        return subject
    joined = re.search(r"(?:\band|\bbut|,)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+)?$", text[low : cue.start()])
    if joined:
        return paragraph.finder.first_in(base + low, base + cue.start())
    return None


def _according(paragraph: _Paragraph, low: int, high: int) -> _Attribution | None:
    match = _ACCORDING.search(paragraph.masked, low, high)
    if match is None:
        return None
    subject = paragraph.finder.right(paragraph.span.start + match.end())
    span = Span(paragraph.span.start + match.start(), paragraph.span.start + match.end() - 1)
    return _Attribution(subject, span, f"“{match.group().strip()}”", certain=True) if subject else None


def _signed(paragraph: _Paragraph, fragment: Fragment) -> _Attribution | None:
    """Dash signatures ("…" — Ann Lee) and transcripts (LEE: "…")."""
    base, text = paragraph.span.start, paragraph.masked
    if signature := _SIGNATURE.match(text, fragment.outer.end - base):
        subject = paragraph.finder.right(base + signature.end())
        if subject is not None and len(text) - (subject.span.end - base) < 60:
            return _Attribution(subject, None, "signed behind a dash", certain=True)
    transcript = _TRANSCRIPT.search(text[: fragment.outer.start - base])
    if transcript and transcript.start() == 0:
        span = Span(base, base + transcript.end(1))
        return _Attribution(Subject(span, "name"), None, "a transcript names the speaker", certain=True)
    return None


def _by_subject(paragraph: _Paragraph, fragment: Fragment) -> _Attribution | None:
    """A fragment in a sentence without cue: its possessor, or the sentence's subject. Low tier."""
    base, text = paragraph.span.start, paragraph.masked
    low, _ = paragraph.sentence(fragment)
    lead = text[low : fragment.outer.start - base]
    if match := _POSSESSIVE.search(lead):
        group = "name" if match.group("name") else "pronoun"
        span = Span(base + low + match.start(group), base + low + match.end(group))
        return _Attribution(Subject(span, group), None, "the possessor before it", certain=False)
    adjunct = _ADJUNCT.match(text, low)
    start = adjunct.end() if adjunct and adjunct.end() <= fragment.outer.start - base else low
    subject = paragraph.finder.first_in(base + start, fragment.outer.start)
    return _Attribution(subject, None, "the subject of its sentence", certain=False) if subject else None


def _opens(paragraph: _Paragraph, fragment: Fragment) -> bool:
    return not paragraph.masked[: fragment.outer.start - paragraph.span.start].strip(" *_>\t")


def _whole_sentence(paragraph: _Paragraph, fragment: Fragment) -> bool:
    content = paragraph.text[fragment.start : fragment.end].strip()
    return bool(content) and (content[0].isupper() or content[0] in "…'‘") and len(content.split()) > 3


def _continues(paragraph: _Paragraph, n: int) -> bool:
    """A fragment whose own sentence has nothing but quoted words, or that the quotation before leads straight into."""
    fragment = paragraph.fragments[n]
    before = paragraph.masked[
        paragraph.fragments[n - 1].outer.end - paragraph.span.start : fragment.outer.start - paragraph.span.start
    ]
    low, _ = paragraph.sentence(fragment)
    if ":" in before:
        return False  # "His answer: ..." is somebody else's
    alone = not paragraph.masked[low : fragment.outer.start - paragraph.span.start].strip(" ,—–\0")
    linked = re.fullmatch(r"\s*,?\s*(?:and|but|or|,)?\s*", before) is not None
    return alone or linked or (len(before.split()) <= 8 and not re.search(r"[.?!]\s", before))


def _reporting_subjects(paragraph: _Paragraph) -> Iterator[Subject]:
    """The subjects of all cue verbs of a paragraph: who is speaking, quoted or not."""
    for cue in paragraph.cues:
        subject = paragraph.finder.left(paragraph.span.start + cue.start()) or paragraph.finder.right(
            paragraph.span.start + cue.end()
        )
        if subject is not None and subject.form == "name":
            yield subject


def _announcement(paragraph: _Paragraph) -> _Attribution | None:
    """A paragraph that ends in a colon behind a cue announces the next one."""
    if not paragraph.masked.rstrip().endswith(":"):
        return None
    for cue in reversed(paragraph.cues):
        subject = _cue_subject(paragraph, cue, 0)
        if subject is not None:
            return _Attribution(
                subject, Span(paragraph.span.start + cue.start(), paragraph.span.start + cue.end()), "", certain=True
            )
    return None


def _quotation(text: str, fragment: Fragment, attribution: _Attribution, speaker: Speaker) -> Quotation:
    content = text[fragment.start : fragment.end]
    words = len(_WORDS.findall(content))
    whole = content[:1].isupper() and content.rstrip()[-1:] in ",.?!…—"
    cued = attribution.cue is not None
    if cued and attribution.certain and (words >= _HIGH_WORDS or (whole and words >= 3)):
        tier = "high"
    elif cued:
        tier = "medium"
    else:
        tier = "low"
    return Quotation(
        fragment.start,
        fragment.end,
        tier=tier,
        form="direct" if whole else "mixed",
        cue=attribution.cue,
        speaker=speaker,
        derivation=(attribution.rule,),
    )


QUOTATIONS = Extractor("quotations", "1", (Sentence, Name, Person), Quotation, _run)
