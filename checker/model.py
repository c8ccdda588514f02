"""The nouns of factlint: frozen values without behaviour beyond their own arithmetic; standard library only.

All offsets are Unicode code points into ``Document.text``, end exclusive. The terms are those of the field: TIMEX3 and document
creation time (TimeML), cue, source and content (quotation corpora), toponym and containment (geoparsing), event trigger and
factuality (FactBank).
"""

from __future__ import annotations

import bisect
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

from checker.choices import StoryBy
from checker.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import PurePath

# --- Documents ---------------------------------------------------------------------------------------------------------


@frozen(order=True)
class Span:
    """A stretch of text: code points ``start`` to ``end``, end exclusive."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class SegmentKind(StrEnum):
    """What a stretch of a file is to a reader of the article."""

    METADATA = "metadata"  # front matter, byline
    HEADLINE = "headline"
    DATELINE = "dateline"  # "LIVINGSTONE, Zambia — ": place and date before the first sentence
    CAPTION = "caption"
    BODY = "body"
    FURNITURE = "furniture"  # sign-up forms, news feeds, "Read more": no source of facts


@frozen()
class Segment(Span):
    """A stretch of a document of one kind. Segments are sorted, never overlap, and leave out only white space."""

    kind: SegmentKind


class Known(StrEnum):
    """How a piece of metadata is known."""

    STATED = "stated"  # given in front matter, sources.yaml, JSON, or the dateline
    INFERRED = "inferred"  # concluded from the text


@frozen()
class Published:
    """The document creation time (DCT): the local calendar date as written, with the parts that are unknown left None."""

    year: int
    month: int | None = None
    day: int | None = None
    known: Known = Known.STATED
    time: str | None = None  # the clock time and offset as written, "09:30:00+01:00"; never converted

    @property
    def date(self) -> date | None:
        """The calendar date, or None where the day is not known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
            if self.day:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


@frozen(slots=False)
class Document:
    """One article. ``text`` is the decoded file (or the JSON ``text``), never altered.

    A JSONL title is a field of its own: it stands behind the text (``title_start``), so that every extractor reads one string
    and :meth:`locate` gives each offset back to its field.
    """

    id: str
    path: str
    text: str
    segments: tuple[Segment, ...]
    title: str | None = None
    source: str | None = None
    published: Published | None = None
    story: str | None = None
    region: str | None = None  # the outlet's home region, where known
    url: str | None = None
    record_line: int | None = None  # the line of the JSONL record; None where text is the file itself
    title_start: int | None = None

    def days_from(self, other: Document) -> int | None:
        """Days between the publications of two documents, whichever came first; None where one is undated."""
        first, second = (d.published.date if d.published else None for d in (self, other))
        return abs((first - second).days) if first and second else None

    def segment_at(self, offset: int) -> SegmentKind:
        """The kind of the segment at ``offset``; white space between segments counts as body."""
        at = bisect.bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self.segments[at].end:
            return self.segments[at].kind
        return SegmentKind.BODY

    def locate(self, span: Span) -> tuple[str, int, int]:
        """The field (``text`` or ``title``) a span lies in and its offsets there."""
        if self.title_start is not None and span.start >= self.title_start:
            return "title", span.start - self.title_start, span.end - self.title_start
        return "text", span.start, span.end

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, 1-based, in code points; in JSONL the record's line and the column in its field."""
        if self.record_line is not None:
            field_start = self.title_start if self.title_start is not None and offset >= self.title_start else 0
            return self.record_line, offset - field_start + 1
        line = bisect.bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.segments]

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts


# --- Mentions: a span with a reading -----------------------------------------------------------------------------------


@frozen()
class Mention(Span):
    """A span with a reading; the base of everything an extractor makes, except claims."""

    kind: ClassVar[str] = "mention"

    @property
    def span(self) -> Span:
        """The bare span."""
        return Span(self.start, self.end)


@frozen()
class Sentence(Mention):
    """A sentence of one segment; ``paragraph`` counts from 0 through the document."""

    kind: ClassVar[str] = "sentence"
    paragraph: int
    segment: SegmentKind


@frozen(order=True)
class Interval:
    """A closed interval in minutes since midnight of 0001-01-01, so that days and clock times compare alike."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"an interval ends before it starts: {self.first} > {self.last}")

    @classmethod
    def days(cls, first: date, last: date | None = None) -> Interval:
        """From the first minute of ``first`` to the last minute of ``last`` (the same day if left out)."""
        return cls((first.toordinal() - 1) * 1440, (last or first).toordinal() * 1440 - 1)

    @property
    def first_day(self) -> date:
        """The calendar day of the first minute."""
        return date.min + timedelta(days=self.first // 1440)

    @property
    def last_day(self) -> date:
        """The calendar day of the last minute."""
        return date.min + timedelta(days=self.last // 1440)

    @property
    def whole_days(self) -> bool:
        """True where both ends lie on day boundaries."""
        return self.first % 1440 == 0 and self.last % 1440 == 1439

    def meets(self, other: Interval) -> bool:
        """Tell whether the two share a minute."""
        return self.first <= other.last and other.first <= self.last

    def contains(self, other: Interval) -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.first <= other.first and other.last <= self.last


@frozen()
class Window:
    """When something may have been: two widths, and the parts nobody stated or could infer.

    ``core`` is what the words say at their most usual, ``tolerant`` what they can bear; core lies inside tolerant. Where
    ``year_unknown`` the years of both are placeholders (leap year 2000): only month, day and time may be compared.
    """

    core: Interval
    tolerant: Interval
    year_unknown: bool = False

    def __post_init__(self) -> None:
        if not self.tolerant.contains(self.core):
            raise ValueError("the core of a window must lie inside its tolerant width")


@frozen()
class Timex(Mention):
    """A time expression in TIMEX3 terms: ``type`` DATE, TIME, DURATION or SET, ``value`` and ``mod`` as the standard writes them.

    ``window`` is None for what denotes no stretch of the calendar (durations, sets, vague references). ``said`` names the
    calendar parts the words state ("month", "day", "weekday", ...); whatever else the value holds is inferred, and
    ``derivation`` tells how, one step a line.
    """

    kind: ClassVar[str] = "timex"
    type: str
    value: str
    mod: str | None = None
    window: Window | None = None
    said: frozenset[str] = frozenset()
    derivation: tuple[str, ...] = ()


@frozen()
class Name(Mention):
    """A proper name as it stands: ``category`` is person, organisation or other."""

    kind: ClassVar[str] = "name"
    category: str


@frozen()
class Person(Mention):
    """A mention of a person by name. ``name`` is the fullest form the document gives; mentions of one person share it."""

    kind: ClassVar[str] = "person"
    name: str
    given: str | None = None
    family: str | None = None
    title: str | None = None  # honorific, rank or office before the name: "Lt. Col.", "Mayor"
    role: str | None = None  # what an apposition says: "secretary of the dockers' union"
    gender: str | None = None  # "female", "male", or None


@frozen()
class Speaker(Span):
    """Who a quotation is given to: the mention beside the cue, and the name it was resolved to.

    ``sure`` is False where a pronoun may well stand for somebody else: a linter must not call its speaker a different one. ``near``: it
    does not seem so, for nobody else is named between the pronoun and whom it stands for, a paragraph or two before: worth a warning.
    """

    text: str
    resolved: str | None = None
    role: str | None = None
    sure: bool = True
    near: bool = False


@frozen()
class Quotation(Mention):
    """Quoted words: the span is the content without its marks. ``form`` is direct, mixed or indirect; ``tier`` high, medium, low."""

    kind: ClassVar[str] = "quote"
    tier: str
    form: str
    cue: Span | None = None
    speaker: Speaker | None = None
    derivation: tuple[str, ...] = ()


@frozen()
class PlaceCandidate:
    """One gazetteer entry a toponym may mean; ``chain`` runs from itself to its country, as GeoNames ids."""

    geonameid: int
    name: str
    lat: float | None
    lon: float | None
    country: str | None  # ISO 3166-1 alpha-2
    chain: tuple[int, ...] = ()
    feature: str = "P"  # GeoNames feature class: P city, A area, H water, ...
    population: int = 0
    score: float = 0.0


@frozen()
class Place(Mention):
    """A toponym. ``role`` is location, government, team or modifier; ``candidates`` are kept, best first; none means NIL.

    ``certain`` where the name means one place only, what stands beside it says which, or the article speaks of its country.
    ``stated`` is the country, as ISO code, that stands beside the name or is named by it ("Elmswick, Texas": US). ``anchors`` are
    places named only to say where this one is: the countries of "the border with ...".
    """

    kind: ClassVar[str] = "place"
    role: str
    candidates: tuple[PlaceCandidate, ...] = ()
    qualifier: str | None = None  # "southern", "near", "off the coast of": how the place stands to the toponym
    derivation: tuple[str, ...] = ()
    certain: bool = False
    stated: str | None = None
    anchors: tuple[PlaceCandidate, ...] = ()

    @property
    def best(self) -> PlaceCandidate | None:
        """The candidate resolved to, or None."""
        return self.candidates[0] if self.candidates else None


@frozen()
class Quantity(Mention):
    """A number and what it counts or measures; the span is the number, with its unit where that is written on to it.

    ``unit`` is the counted noun as a key ("people", "ingot"), an ISO 4217 currency, or a unit of measure ("km", "%"). ``low`` and ``high``
    bound what the words can bear, both inclusive: "at least 3" is 3 to infinity, "4.2 billion" 4.15 to 4.25 billion. ``hedge`` is the
    TIMEX3-like modifier that made them: MORE, LESS, ABOUT, ALMOST, or None.
    """

    kind: ClassVar[str] = "quantity"
    value: float
    unit: str
    low: float
    high: float
    hedge: str | None = None

    def meets(self, other: Quantity) -> bool:
        """Tell whether one number could be meant by both."""
        return self.low <= other.high and other.low <= self.high


class Phase(StrEnum):
    """Which part of an event a mention speaks of."""

    WHOLE = "whole"  # the event itself: "the drills", "the ferry sank"
    START = "start"
    END = "end"
    ANNOUNCED = "announced"  # reported, planned, postponed: not the event
    ALARM = "alarm"  # help is called: with the event or soon after it


class Factuality(StrEnum):
    """FactBank's scale, as coarse as comparison needs it."""

    CERTAIN = "certain"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


class Tense(StrEnum):
    """The tense of the finite verb that governs a passage."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


@frozen()
class EventMention(Mention):
    """An event as one passage mentions it; the span is the trigger.

    ``participants`` and ``names`` are normalised keys (see ``checker.text.events``); ``sentence`` bounds what may modify the mention.
    ``background`` marks history, comparison and other events told in passing.
    """

    kind: ClassVar[str] = "event"
    event_class: str
    phase: Phase
    factuality: Factuality
    sentence: Span
    label: str
    participants: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    heads: tuple[
        Span, ...
    ] = ()  # every word that stands for the mention: a phase verb and its noun; modifiers attach to them
    occasion: str | None = None  # the event's own name: "Polar Anvil 25"
    definite: bool = False
    indefinite: bool = (
        False  # "a strike", "another strike", "a new strike": news of an event, not a reference to a known one
    )
    punctual: bool = False  # happens on one day: a death, a crash, a signing
    personal: bool = False  # happens to one person, who tells it from others of its class
    nominal: bool = False  # a noun alone names it: "the shooting", not "was shot", nor "the shooting began"
    harm: bool = False  # told by the harm the event did or the alarm it raised: "two were killed", "crews were called"
    lead: bool = False  # in the headline or the first paragraphs, where the news is told
    background: bool = False
    entity: int = -1  # mentions of one event in one document share it


@frozen()
class Predication(Mention):
    """What one clause says happened, told by its words where no class of events fits; the span is its head.

    ``incident`` where it tells of the one harmful event that the article is about: "it happened", "police were called".
    """

    kind: ClassVar[str] = "predication"
    kinds: frozenset[
        str
    ]  # of predicates, as in ``predicates.txt``, or the stem of a verb that is in no line of it; the head's
    sentence: Span
    title: str  # how a report names it
    light: bool = False  # the head says nothing of itself ("is due", "is scheduled"): the kinds are those of its clause
    incident: bool = False


# --- Claims and rules --------------------------------------------------------------------------------------------------


class Referent(StrEnum):
    """What a claim can be about; the aligner knows these kinds.

    The subject of a THING may have a ``label`` for reports, a ``telling`` word, so rare that two articles that have it share a name, and
    ``facts``: what its article says of the people or the house of its happening.
    """

    EVENT = "event"  # subject: EventMention, or Predication
    UTTERANCE = "utterance"  # subject: Quotation
    PERSON = "person"  # subject: Person
    THING = "thing"  # subject: any mention with a ``key``; equal keys in related documents are one thing
    TEXT = "text"  # subject: any mention; the claims speak of one and the same passage


@frozen()
class Passage(Span):
    """A passage that carries a claim, and what it is to it: ``date``, ``place``, ``quote``, ``speaker``, ..."""

    role: str


@frozen()
class Claim:
    """What one document asserts about one slot of one referent."""

    document: Document
    subject: Mention
    slot: str  # "date-start", "location", "speaker", ...
    reading: Mention
    passages: tuple[Passage, ...]
    factuality: Factuality = Factuality.CERTAIN
    attribution: str | None = None  # who says so, None for the article itself

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """A total order over the claims of a run."""
        return (self.document.id, self.passages[0].start, self.passages[0].end, self.slot)


@frozen()
class Group:
    """The claims of all documents of a story about one slot of one referent.

    ``links`` says which two of them are about the same thing, by their indices, the smaller first, and why: only these are compared.
    Alignment is pairwise, so that what a third document tells never decides whether two others disagree. ``copies`` names, by the
    id of a document, the later documents with the same text, for all of which it speaks.
    """

    referent: Referent
    slot: str
    title: str  # what the claims are about, in a few words: "joint naval drills"
    label: str  # the same with what tells it apart: "joint naval drills · China, Russia"
    claims: tuple[Claim, ...]
    links: Mapping[tuple[int, int], tuple[str, ...]]
    copies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sure: frozenset[tuple[int, int]] = frozenset()  # links by particulars that nothing alike has


class Severity(StrEnum):
    """How much an editor should care."""

    ERROR = "error"  # cannot both be true
    WARNING = "warning"  # an editor should look
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for error, the worst, upwards."""
        return ("error", "warning", "info").index(self.value)


class Confidence(StrEnum):
    """How sure the alignment and both readings are."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 for high upwards."""
        return ("high", "medium", "low").index(self.value)


class Outcome(StrEnum):
    """What a rule kind says of two claims."""

    AGREE = "agree"
    CONTRADICT = "contradict"
    UNKNOWN = "unknown"


@frozen()
class Verdict:
    """The judgement of one pair. ``severity`` None takes the rule's own; a kind may only lower it. ``because`` says why.

    ``doubtful``: two things alike would explain it, so it counts only where the alignment is sure.
    """

    outcome: Outcome
    because: str = ""
    severity: Severity | None = None
    confidence: Confidence = Confidence.HIGH
    doubtful: bool = False


AGREE = Verdict(Outcome.AGREE)
UNKNOWN = Verdict(Outcome.UNKNOWN)


@frozen()
class Reading:
    """What a claim was read as under a rule's options: a canonical value, a label for people, and the steps that led there."""

    value: str
    label: str
    derivation: tuple[str, ...] = ()


class Scope(StrEnum):
    """Between which claims a rule looks."""

    CROSS = "cross"  # different documents
    INTERNAL = "internal"  # one document
    ANY = "any"


@frozen()
class RuleKind:
    """How to judge two claims: the logic that YAML rules of this kind share.

    ``options`` is a frozen dataclass of the YAML options. ``slot`` may name an option field in braces: ``date-{phase}``.
    ``compare`` judges a pair; ``describe`` says what a claim reads as under these options, in the words of the report.
    Both must be pure, ``compare`` symmetric, and neither may raise on claims of its slot. ``message`` says what is disagreed on,
    with ``{title}`` for the referent and option fields in braces: "the {phase} of the {title}"; the readings follow a colon.
    """

    name: str
    referent: Referent
    slot: str
    options: type[Any]
    compare: Callable[[Any, Claim, Claim], Verdict]
    describe: Callable[[Any, Claim], Reading]
    message: str = "{title}"
    factuality: frozenset[Factuality] = frozenset({Factuality.CERTAIN})  # only claims of these are paired
    # Sources may differ: what each article has from its own is a warning at most, and no conflict inside one article.
    by_source: bool = False
    # Everything meets everything: only what contradicts is worth telling where two articles are explained.
    broad: bool = False


@frozen()
class ExampleSource:
    """One short source of a rule's example: text and title with the expected evidence in [square brackets], already unmarked here."""

    text: str
    marks: tuple[Span, ...] = ()
    published: str | None = None
    title: str | None = None
    source: str | None = None
    line: int = 0
    title_marks: tuple[Span, ...] = ()


@frozen()
class Example:
    """A rule's example: its test and its documentation."""

    outcome: Outcome
    title: str
    sources: tuple[ExampleSource, ...]
    todo: bool = False  # a known miss: must fail, and is reported as such
    line: int = 0


@frozen()
class Rule:
    """A rule as written in YAML, its options validated by its kind."""

    id: str
    kind: RuleKind
    title: str
    why: str
    severity: Severity
    options: Any
    examples: tuple[Example, ...] = ()
    scope: Scope = Scope.CROSS
    path: str = ""
    line: int = 0


# --- Findings ----------------------------------------------------------------------------------------------------------


@frozen()
class Evidence:
    """A passage that holds a position: where it stands, what it was read as, and why; ``copies``: ids of documents with its text."""

    document: Document
    span: Span
    role: str
    label: str
    derivation: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The passage."""
        return self.document.text[self.span.start : self.span.end]


@frozen()
class Position:
    """One distinct reading that conflicts with at least one other, and all the evidence for it."""

    value: str
    label: str
    evidence: tuple[Evidence, ...]


@frozen()
class Finding:
    """A contradiction: two or more positions on one slot of one referent."""

    rule: Rule
    severity: Severity
    confidence: Confidence
    scope: Scope
    message: str
    referent: Referent
    label: str
    because: tuple[str, ...]
    positions: tuple[Position, ...]
    fingerprint: str
    notes: tuple[str, ...] = ()  # what the last filter did, with the plugin's name

    def __post_init__(self) -> None:
        if len(self.positions) < 2:
            raise ValueError("a finding needs at least two positions")


@frozen(order=True)
class Problem:
    """Something that kept a file, a rule or a plugin from being used; any problem makes the exit code 2."""

    path: str
    line: int | None
    column: int | None
    message: str
    hint: str | None = None

    def __str__(self) -> str:
        place = ":".join(str(p) for p in (self.path, self.line, self.column) if p is not None)
        return f"{place}: {self.message}" + (f" ({self.hint})" if self.hint else "")


@frozen()
class Grouping:
    """Which story a document was taken to tell, how that is known, and the words that speak for it; no name where all are compared."""

    story: str | None
    known: Known | None = None
    because: tuple[str, ...] = ()


@frozen()
class Report:
    """The outcome of one run. ``groupings``: by a document's id, which story it was taken to tell."""

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    rules: tuple[Rule, ...] = ()
    groupings: Mapping[str, Grouping] = field(default_factory=dict)


# --- What plugins deliver ----------------------------------------------------------------------------------------------

M = TypeVar("M", bound=Mention)


class Annotations:
    """The mentions found in one document so far, by type; extractors read it, the engine fills it."""

    def __init__(self, made: Mapping[type[Any], Sequence[Any]] | None = None) -> None:
        self._made: dict[type[Any], tuple[Any, ...]] = {k: tuple(v) for k, v in (made or {}).items()}

    def of(self, kind: type[M]) -> tuple[M, ...]:
        """All mentions of a type, sorted by span; empty where nothing made any."""
        return self._made.get(kind, ())

    def claims(self) -> tuple[Claim, ...]:
        """All claims of the document."""
        return self._made.get(Claim, ())

    def within(self, kind: type[M], span: Span) -> tuple[M, ...]:
        """The mentions of a type that start inside ``span``."""
        found = self.of(kind)
        low = bisect.bisect_left(found, span.start, key=_start)
        high = bisect.bisect_left(found, span.end, key=_start)
        return found[low:high]

    def add(self, kind: type[Any], items: Iterable[Any]) -> None:
        """Add what an extractor made, keeping the order by span (the engine's business)."""
        made = [*self._made.get(kind, ()), *items]
        if kind is Claim:
            made.sort(key=lambda c: c.sort_key)
        else:
            made.sort(key=_end)
            made.sort(key=_start)  # by two numbers in turn: quicker than by pairs of them
        self._made[kind] = tuple(made)


_start, _end = attrgetter("start"), attrgetter("end")


@frozen()
class Extractor:
    """Finds mentions or claims in a document. ``run`` must be pure: the same document and annotations give the same items.

    ``needs`` are the types it reads, ``makes`` the one type it yields (a :class:`Mention` subclass or :class:`Claim`); the engine
    runs every maker of a type before any that needs it.
    """

    name: str
    version: str
    needs: tuple[type[Any], ...]
    makes: type[Any]
    run: Callable[[Document, Annotations], Iterable[Any]]


class ReadError(Exception):
    """A file, or one record of it, that could not be read; carries the place and a hint."""

    def __init__(
        self, message: str, line: int | None = None, column: int | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message)
        self.message, self.line, self.column, self.hint = message, line, column, hint


@frozen()
class Reader:
    """Turns the bytes of a file into documents. ``read`` may yield :class:`ReadError` for a broken record and go on."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, PurePath], Iterable[Document | ReadError]]


class Reporter(Protocol):
    """Renders a report as text."""

    def __call__(self, report: Report, options: ReportOptions) -> str:
        """Return the whole rendering, ending in a newline unless empty."""
        ...


@frozen()
class ReportOptions:
    """What a reporter may want to know about where it prints."""

    colour: bool = False
    width: int = 120
    show_info: bool = False


@frozen()
class Config:
    """What one run was asked for."""

    rule_paths: tuple[str, ...] = ()  # YAML files or folders with further rules and overrides
    select: tuple[str, ...] = ()  # rule ids or families to run; empty runs all
    builtins: tuple[str, ...] | None = None  # import names of built-in plugins; None takes checker.plugins.BUILTIN
    third_party: bool = True  # plugins from the entry-point group
    stories: StoryBy = StoryBy.CONTENT
