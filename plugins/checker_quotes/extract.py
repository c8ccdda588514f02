"""The extractor of quotations: fragments between marks, who said them, and how sure that is.

Rules are tried in order of their precision: cue verb right behind the fragment, cue verb before it in the sentence, "according to",
dash signature and transcript, continuation in the paragraph, an orphan paragraph, the sentence's subject. The first four make tiers
high and medium; a linter judges on high.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
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
    Tense,
)
from checker.text.verbs import verbs
from checker.text.vocabulary import function_words
from checker_quotes.cues import ambiguous, cue_forms, entries, pattern, said
from checker_quotes.marks import Fragment, fragments, masked
from checker_quotes.speakers import Register
from checker_quotes.subjects import Finder, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PARAGRAPH = re.compile(r"[^\n]+")
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)(?<!\bSt)[.?!]\s+(?=[A-Z\0\"“‘(])"
)
_WORK = re.compile(
    r"(?:\b[A-Z][\w.&-]*['’]s?|\b(?:hosts?|episode|edition|broadcast|cast|star|stars|author|editor|taping)\s+of|\bappear(?:ance|ed|ing)\s+on"
    r"|\b(?:interview|call|visit)\s+(?:on|to|with)|\b[Oo]n|\bthe\s+(?:movie|film|show|series|song|album|book|novel|play|podcast|program)),?\s+\Z"
)
_SO_CALLED = re.compile(
    r"\b(?:so-called|known\s+as|nicknamed|dubbed|titled|entitled|(?:movie|film|show|series|song|album|book|novel|play|podcast|program|programme"
    r"|documentary|thriller|column|website|group|hashtag|sitcom|musical)(?:\s+called)?,?)\s+(?:the\s+|a\s+)?\Z"
)
_DESCRIBES = re.compile(r"\s+[a-z]{3,}")
_ARTICLE = re.compile(r"(?i)\b(?:an?|the|any|no|his|her|their|its|more|other|called)\s+(?:[\w-]+\s+){0,2}\Z")
_SCARE = 3  # words
_TITLE = 6  # words
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its"})
_DIRECTLY = re.compile(r"\s*(?:,|:|that)?\s*\0")
_OFFICE = re.compile(
    r"['’]?,?\s*(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[\w.]+(?:\s[\w.]+)?['’]s)\s(?:[\w-]+\s){0,6}[a-z][\w-]*,\s*"
)
_BARE_NAME = re.compile(r"['’]?,?\s*([A-ZÀ-Ž][a-zà-ž’'-]+)\s+(?:[a-z]+ly\s+|also\s+|then\s+|later\s+)?")
_SIGNED = 6  # words of a signature on a line of its own
_TRIES = 3  # cues behind a fragment that may be the one
_JOINED = re.compile(
    r"(?:\band|\bbut|,)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+|went\s+on\s+to\s+|did\s+|has\s+|had\s+)?\Z"
)
_LABEL = re.compile(r"([A-ZÀ-Ž][A-ZÀ-Ž.’'-]{2,}(?: [A-ZÀ-Ž][A-ZÀ-Ž.’'-]+){0,2}):\s")
_AS_PUT = re.compile(r"\b[Aa]s (?P<who>(?:[\w.’'-]+ ){0,6}?[\w.’'-]+) (?:has |had |once |later |recently )?put it\b")
_CITING = re.compile(r"(?:\s+[A-Z][a-z]+day)?,\s+citing\s+")
_NEXT_LINE = re.compile(r"\s*\n+\s*(?:―|—|–|--?)\s*(?=[A-ZÀ-Ž])([A-ZÀ-Ž][^\n]{1,60})(?=\n|\Z)")
_FEWEST = 3  # words a fragment needs to be given to a speaker by position alone
_VERB = 24  # code points a verb may take up
_ADVERB = re.compile(r"\s+(?:[a-z]+ly\s+|also\s+|then\s+|later\s+|once\s+|even\s+)?")
_FINITE_NEXT = re.compile(
    r"\s+(?:[a-z]+ly\s+)?(?:is|are|was|were|has|have|had|will|would|could|should|can|may|might|must|did|does|do)\b"
)
_AUXILIARY = re.compile(
    r"(?:was|were|had|did|didn['’]t|wasn['’]t|weren['’]t|hadn['’]t|went(?!\s+on)|got|made|came|took|left)\b"
)
_COLON = re.compile(r"\s*(?:,|:)\s*\Z")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be)\s+(?:[a-z]+ly\s+|also\s+|then\s+|later\s+)?\Z")
_WITH = re.compile(r"\bwith\s+(?:[\w-]+\s+){0,4}\Z")
_BY = re.compile(r"\s+by\s+")
_AS_SAYING = re.compile(
    r"\b(?P<quoted>quot(?:ed|es|ing)|cit(?:ed|es|ing))\b[^\0]{1,80}?\s(?P<as>as)\s(?:saying|having said|telling|writing)\b"
)
_ACCORDING = re.compile(r"\b(?:[Aa]ccording to|[Ii]n the words of|\bper\b|citing)\s+")
_BEHIND = re.compile(r"['’]?[\s,—–-]*(?:as\s+)?")
_SIGNATURE = re.compile(r"\s*(?:―|—|–|--?)\s*(?=[A-Z])")
_TRANSCRIPT = re.compile(r"([A-ZÀ-Ž][A-ZÀ-Ž.’' -]{2,40}|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}):\s*$")
_POSSESSIVE = re.compile(r"(?:(?P<name>[A-ZÀ-Ž][\w’-]*)[’']s?|\b(?P<pronoun>[Hh]is|[Hh]er))\s+(?:[\w-]+\s+){0,9}$")
_DATELINE = re.compile(r"\s*[A-Z][\w.]*(?:[ ,]+[A-Z][\w.]*){0,4}\s*(?:\([A-Z][\w/ ]*\)\s*)?(?:--+|—|–)\s*")
_ADJUNCT = re.compile(
    r"\s*(?:At|In|On|After|Before|During|When|While|As|Despite|Since|For|From|With|By|Once|Asked|Speaking|Though|Although|If)\b"
    r"[^,\0]{0,140},\s*(?:[A-Z][\w.]*(?: [A-Z][\w.]*)?,\s+)?(?=[A-ZÀ-Ža-z])"
)
# Behind a closed quotation: "he said", "Ann Lee told".
_SPEAKS = re.compile(
    r"(?!(?:His|Her|Their|Its|The|My|Our|An?)\b)"
    rf"(?:(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e)|(?:[A-ZÀ-Ž][\w.’'-]*\s+){{0,2}}[A-ZÀ-Ž][\w.’'-]*)\s+(?:[a-z]+ly\s+|also\s+|then\s+|later\s+|once\s+)?"
    rf"(?:{'|'.join(sorted(cue_forms(), key=len, reverse=True))})\b"
)
_WORDS = re.compile(r"\w+(?:[’'-]\w+)*")
_HIGH_WORDS = 6  # shorter fragments are too often titles, nicknames or scare quotes
_ASIDE = 120  # code points an aside between a quotation and its cue may take up
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
            len(words) <= 3 and words[0].casefold() in _DETERMINERS and bool(_DIRECTLY.match(self.masked, match.end()))
        )

    def sentence(self, fragment: Fragment) -> tuple[int, int]:
        """The bounds, in the masked paragraph, of the reporter's sentence around a fragment."""
        start, end = fragment.outer.start - self.span.start, fragment.outer.end - self.span.start
        dateline = _DATELINE.match(self.masked)
        low = dateline.end() if dateline and dateline.end() <= start else 0
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
        return rest[:1].islower() or _SPEAKS.match(rest) is not None


def _run(document: Document, annotations: Annotations) -> Iterator[Quotation]:
    names, persons = annotations.of(Name), annotations.of(Person)
    register = Register(document, annotations)
    last: _Attribution | None = None
    open_quote: _Attribution | None = None  # of the quotation that the paragraph before left open
    announced: _Attribution | None = None  # "Lee put it this way:" before a paragraph of its own
    for match in _PARAGRAPH.finditer(document.text):
        span = Span(*match.span())
        if document.segment_at(_first_letter(document.text, span)) in (SegmentKind.FURNITURE, SegmentKind.METADATA):
            continue
        paragraph = _Paragraph(document, span, names, persons)
        made, last_here = _attribute(paragraph, last, announced, open_quote)
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
        open_quote = made[-1][1] if made and not paragraph.fragments[-1].closed else None
        announced = _announcement(paragraph)


def _first_letter(text: str, span: Span) -> int:
    return next((i for i in range(span.start, span.end) if not text[i].isspace()), span.start)


def _attribute(
    paragraph: _Paragraph, last: _Attribution | None, announced: _Attribution | None, open_quote: _Attribution | None
) -> tuple[list[tuple[Fragment, _Attribution | None]], _Attribution | None]:
    """Give each fragment of a paragraph its attribution, if any; also return the last one that names a speaker for what follows."""
    direct = [
        None if _is_work(paragraph, fragment) else _by_cue(paragraph, n)
        for n, fragment in enumerate(paragraph.fragments)
    ]
    made: list[tuple[Fragment, _Attribution | None]] = []
    current: _Attribution | None = None
    for n, fragment in enumerate(paragraph.fragments):
        found = direct[n]
        if found is None and n == 0 and open_quote is not None and _opens(paragraph, fragment):
            found = replace(open_quote, rule="the paragraph before left its quotation open")
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
        if found is None and _named_or_scare(paragraph, fragment):
            made.append((fragment, None))
            continue
        if found is None:
            found = _by_subject(paragraph, fragment)
        if found is None and _whole_sentence(paragraph, fragment) and last is not None and _opens(paragraph, fragment):
            found = _Attribution(last.subject, None, "a paragraph without speaker: the last one", certain=False)
        made.append((fragment, found))
        if found is not None and (found.cue is not None or current is None):
            current = found
    return made, next((a for _, a in reversed(made) if a is not None and a.cue is not None), None)


def _named_or_scare(paragraph: _Paragraph, fragment: Fragment) -> bool:
    """Tell a title ("Meet the Press"), a name for something and a word held at arm's length from words that were spoken."""
    text, base = paragraph.text, paragraph.span.start
    content = text[fragment.start : fragment.end]
    words = _WORDS.findall(content)
    lead = paragraph.masked[: fragment.outer.start - base]
    if _SO_CALLED.search(lead):
        return True
    if _is_title(content, words):
        return True
    behind = text[fragment.outer.end : fragment.outer.end + 24]
    return (
        len(words) <= _SCARE
        and not content[:1].isupper()
        and bool(_DESCRIBES.match(behind))
        and bool(_ARTICLE.search(lead))
    )


def _is_work(paragraph: _Paragraph, fragment: Fragment) -> bool:
    """Tell the name of a programme or a work by what stands before it: "on CNN's “State of the Union”"."""
    content = paragraph.text[fragment.start : fragment.end]
    lead = paragraph.masked[: fragment.outer.start - paragraph.span.start]
    return _WORK.search(lead) is not None and _is_title(content, ["A", *_WORDS.findall(content)])


def _is_title(content: str, words: Sequence[str]) -> bool:
    """Words of a title begin with capitals, small ones aside; it does not call or ask."""
    heavy = [w for w in words if len(w) > 3 or w[:1].isupper()]
    capital = bool(heavy) and all(w[:1].isupper() or w[:1].isdigit() for w in heavy) and content[:1].isupper()
    return capital and 1 < len(words) <= _TITLE and not content.isupper() and not re.search(r"[!?]", content)


def _by_cue(paragraph: _Paragraph, n: int) -> _Attribution | None:
    """The attribution by a cue in the fragment's own sentence."""
    fragment = paragraph.fragments[n]
    low, high = paragraph.sentence(fragment)
    return (
        _according_before(paragraph, fragment, low)
        or _behind(paragraph, fragment, high)
        or _as_put(paragraph, fragment, low, high)
        or _as_saying(paragraph, fragment, low)
        or _before(paragraph, fragment, low)
        or _according(paragraph, low, high)
        or _signed(paragraph, fragment)
        or _by_position(paragraph, fragment)
    )


def _according_before(paragraph: _Paragraph, fragment: Fragment, low: int) -> _Attribution | None:
    """Read "According to Lee, “…”": nothing but the source stands before the fragment."""
    base = paragraph.span.start
    match = _ACCORDING.match(paragraph.masked, low)
    if match is None:
        return None
    subject = paragraph.finder.right(base + match.end())
    if subject is None or paragraph.masked[subject.span.end - base : fragment.outer.start - base].strip() != ",":
        return None
    return _Attribution(
        subject, Span(base + match.start(), base + match.end() - 1), f"“{match.group().strip()}”", certain=True
    )


def _as_put(paragraph: _Paragraph, fragment: Fragment, low: int, high: int) -> _Attribution | None:
    """Read "As Lee put it, “…”" and "“…,” as Lee put it"."""
    base = paragraph.span.start
    at = fragment.outer.start - base
    for match in _AS_PUT.finditer(paragraph.masked, low, high):
        if "\0" in paragraph.masked[match.end() : max(match.end(), at)]:
            continue
        start, end = match.span("who")
        subject = paragraph.finder.left(base + end) or Subject(Span(base + start, base + end), "nominal")
        return _Attribution(subject, Span(base + match.end("who") + 1, base + match.end()), "put it so", certain=False)
    return None


def _as_saying(paragraph: _Paragraph, fragment: Fragment, low: int) -> _Attribution | None:
    """Read "The paper quoted Lee as saying “…”": the one quoted speaks, not the one who quotes."""
    base = paragraph.span.start
    match = _AS_SAYING.search(paragraph.masked, low, fragment.outer.start - base)
    if match is None:
        return None
    subject = paragraph.finder.ending(base + match.start("as") - 1)
    if subject is None:
        start = match.end("quoted") + 1
        form = "pronoun" if paragraph.masked[start : match.start("as")].strip() in ("him", "her", "them") else "nominal"
        subject = Subject(Span(base + start, base + match.start("as") - 1), form)
    return _Attribution(subject, Span(base + match.start("as"), base + match.end()), "quoted as saying", certain=True)


def _by_position(paragraph: _Paragraph, fragment: Fragment) -> _Attribution | None:
    """Verbs no list holds: "…," Lee thundered. / Lee thundered, "…" / Lee: "…"."""
    base, text = paragraph.span.start, paragraph.masked
    content = paragraph.text[fragment.start : fragment.end]
    if len(_WORDS.findall(content)) < _FEWEST:
        return None
    at = fragment.outer.end - base
    if _ends(content) or text[at : at + 1] == ",":
        start = at + len(text[at:]) - len(text[at:].lstrip(" ,"))
        subject = paragraph.finder.starting(base + start)
        if subject is not None and (verb := _past_verb(text, subject.span.end - base)):
            return _Attribution(subject, Span(base + verb[0], base + verb[1]), "the verb right behind it", certain=True)
    lead = text[: fragment.outer.start - base]
    colon = _COLON.search(lead)
    if colon is not None and content[:1].isupper():
        subject = paragraph.finder.ending(base + colon.start())
        if subject is not None and colon.group().strip() == ":":
            return _Attribution(subject, None, "named before the colon", certain=True)
        verb = _last_past_verb(text, colon.start())
        subject = paragraph.finder.left(base + verb[0]) if verb else None
        if verb and subject is not None and subject.form != "nominal":
            return _Attribution(
                subject, Span(base + verb[0], base + verb[1]), "the verb right before it", certain=False
            )
    return None


def _past_verb(text: str, at: int) -> tuple[int, int] | None:
    """The past verb that starts at ``at``, behind at most one adverb."""
    match = _ADVERB.match(text, at)
    start = match.end() if match else at
    found = [
        v for v in verbs(text[start : start + _VERB]) if not v.start and v.tense is Tense.PAST and not v.participle
    ]
    return (start, start + found[0].end) if found and not _AUXILIARY.match(text, start) else None


def _last_past_verb(text: str, end: int) -> tuple[int, int] | None:
    """The past verb that ends at ``end``."""
    start = max(0, end - _VERB)
    found = [v for v in verbs(text[start:end]) if start + v.end == end and v.tense is Tense.PAST and not v.participle]
    return (start + found[0].start, end) if found and not _AUXILIARY.match(text, start + found[0].start) else None


def _behind(paragraph: _Paragraph, fragment: Fragment, high: int) -> _Attribution | None:
    """Read a cue behind the fragment: "…", said Lee / "…", Lee, the mayor, said / "…", the ministry wrote."""
    base, text = paragraph.span.start, paragraph.masked
    at = fragment.outer.end - base
    ends = _ends(paragraph.text[fragment.start : fragment.end]) or text[at : at + 1] == ","
    for cue in [c for c in paragraph.cues if at <= c.start() < high][:_TRIES]:
        if "\0" in text[at : cue.start()]:
            return None
        found = _behind_cue(paragraph, text[at : cue.start()], cue, ends=ends)
        if found is not None:
            return found
    return None


def _behind_cue(paragraph: _Paragraph, gap: str, cue: re.Match[str], *, ends: bool) -> _Attribution | None:
    """Read one cue behind a fragment; ``gap`` is what stands between, ``ends`` tells that the words end as before a verb of saying."""
    base, text = paragraph.span.start, paragraph.masked
    at = cue.start() - len(gap)
    span = Span(base + cue.start(), base + cue.end())
    if _BEHIND.fullmatch(gap) and not cue.group().endswith("ing"):
        subject = paragraph.finder.right(base + cue.end())
        if subject is not None and ends and _inverted(text, subject, base):
            return _Attribution(subject, span, f"“{cue.group()}” and its subject stand right behind it", certain=True)
    subject = paragraph.finder.left(base + cue.start())
    if subject is None and ends and (name := _BARE_NAME.fullmatch(gap)) and name[1].casefold() not in function_words():
        subject = Subject(Span(base + at + name.start(1), base + at + name.end(1)), "name")
    if subject is not None and ends and subject.span.start >= base + at:
        between = text[at : subject.span.start - base]
        if (len(between.split()) <= 3 or _OFFICE.fullmatch(between)) and not re.search(
            r"\b(?:and|but|while)\b", between
        ):
            citing = _CITING.match(text, cue.end())
            cited = paragraph.finder.right(base + citing.end()) if citing else None
            if cited is not None:
                return _Attribution(cited, span, "the source that the report cites", certain=True)
            return _Attribution(subject, span, f"subject and “{cue.group()}” stand right behind it", certain=True)
    aside = gap.rstrip().endswith(",") and len(gap) < (_ASIDE if ends else _ASIDE // 2)
    if aside and cue.group() in ("said", "says"):
        subject = paragraph.finder.right(base + cue.end())
        if subject is not None and subject.form == "name":
            return _Attribution(subject, span, f"“{cue.group()}” and its subject stand behind an aside", certain=True)
    return None


def _ends(content: str) -> bool:
    """Tell whether quoted words end as words do that a verb of saying follows."""
    return content.rstrip(" '’‘")[-1:] in (",", "?", "!", "…", "—", "-")


def _inverted(text: str, subject: Subject, base: int) -> bool:
    """Tell a subject behind its verb ("said Lee.") from the start of what was said ("said Lee would go")."""
    end = subject.span.end - base
    if subject.form == "pronoun":
        return re.match(r"\s*[.,;:\0]|\s*$", text[end:]) is not None
    return not (_ADVERB.match(text, end) and verbs(text[end : end + _VERB]) and _FINITE_NEXT.match(text, end))


def _before(paragraph: _Paragraph, fragment: Fragment, low: int) -> _Attribution | None:
    """Lee said (that …) "…": the last cue before the fragment in its sentence, plain verbs of saying first."""
    base, text = paragraph.span.start, paragraph.masked
    end = fragment.outer.start - base
    cues = [c for c in paragraph.cues if low <= c.start() and c.end() <= end]
    candidates = []
    for cue in cues:
        subject = _cue_subject(paragraph, cue, low)
        if cue.group().endswith(("ed", "told")) and _PASSIVE.search(text, low, cue.start()):
            by = _BY.match(text, cue.end())
            subject = paragraph.finder.right(base + by.end()) if by else None
        if subject is not None:
            candidates.append((cue, subject))
    if not candidates:
        return None
    cue, subject = candidates[-1]
    adjoining = _DIRECTLY.match(text, cue.end()) is not None and text[cue.end() : end].strip() in (":", ",")
    if len(candidates) > 1 and cue.group() not in said() and not adjoining:
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
        own = paragraph.finder.left(base + cue.start())
        if own is not None and _WITH.search(text, low, own.span.start - base):
            return own  # "with Lee noting that"
        adjunct = _ADJUNCT.match(text, low)
        return paragraph.finder.first_in(
            base + (adjunct.end() if adjunct and adjunct.end() < cue.start() else low), base + cue.start(), nominal=True
        )
    subject = paragraph.finder.left(base + cue.start())
    if subject is not None and subject.span.start - base >= low:
        if text[subject.span.start - base : subject.span.end - base].casefold() == "who":
            return replace(subject, form="pronoun", antecedent=paragraph.finder.left(subject.span.start))
        return subject
    if _JOINED.search(text, low, cue.start()):
        adjunct = _ADJUNCT.match(text, low)
        start = adjunct.end() if adjunct and adjunct.end() < cue.start() else low
        return paragraph.finder.first_in(base + start, base + cue.start())
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
    if label := _LABEL.match(paragraph.text, fragment.start, fragment.end):
        return _Attribution(Subject(Span(*label.span(1)), "name"), None, "a transcript names the speaker", certain=True)
    if signature := _SIGNATURE.match(text, fragment.outer.end - base):
        subject = paragraph.finder.right(base + signature.end())
        if subject is not None and len(text) - (subject.span.end - base) < 60:
            return _Attribution(subject, None, "signed behind a dash", certain=True)
    if fragment is paragraph.fragments[-1] and not text[fragment.outer.end - base :].strip():
        line = _NEXT_LINE.match(paragraph.text, paragraph.span.end)
        if line is not None and len(line[1].split()) <= _SIGNED:
            span = Span(line.start(1), line.start(1) + len(line[1].rstrip(" .,")))
            return _Attribution(Subject(span, "name"), None, "signed on the next line", certain=True)
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
    if (match := _POSSESSIVE.search(lead)) and not _speech_nouns().isdisjoint(lead[match.start() :].casefold().split()):
        group = "name" if match.group("name") else "pronoun"
        span = Span(base + low + match.start(group), base + low + match.end(group))
        return _Attribution(Subject(span, group), None, "the possessor before it", certain=False)
    adjunct = _ADJUNCT.match(text, low)
    start = adjunct.end() if adjunct and adjunct.end() <= fragment.outer.start - base else low
    subject = paragraph.finder.first_in(base + start, fragment.outer.start)
    return _Attribution(subject, None, "the subject of its sentence", certain=False) if subject else None


@cache
def _speech_nouns() -> frozenset[str]:
    return entries("speech-nouns.txt")


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
    text = paragraph.masked
    low = max((stop.end() for stop in _END.finditer(text)), default=0)
    adjunct = _ADJUNCT.match(text, low)
    subject = paragraph.finder.first_in(
        paragraph.span.start + (adjunct.end() if adjunct else low), paragraph.span.start + len(text)
    )
    return _Attribution(subject, None, "", certain=False) if subject is not None else None


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
