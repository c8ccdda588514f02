"""Attribution by what stands around a fragment: an announcement, the quotation or the sentence before it, the speaker last named."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.model import Span
from checker.text.patterns import pattern
from checker_quotes.attribution import Attribution, opens, stands_alone, whole_sentence
from checker_quotes.not_spoken import is_title

if TYPE_CHECKING:
    from checker.text.speech.discourse import Discourse
    from checker.text.speech.paragraph import Paragraph

_LINKED = pattern(r"\s*,?\s*(?:and|but|or|,)?\s*")
_DASH_BEFORE = pattern(r"\s(?:-|–|—|--)\s*\Z|—\Z")
_DASH_BEHIND = pattern(r"\s*(?:\s-|–|—|--)\s*")
_STOP = pattern(r"[.?!]\s")
_FEWEST_BEFORE = 2  # quotations: the one that is resumed, and what the dashes enclose
_SHORT_LINK = 8  # words of the reporter between two parts of one quotation


@dataclass(slots=True)
class Context:
    """What is known when a fragment is looked at. ``direct``: what each fragment's own sentence says, by its index."""

    last: Attribution | None = None  # the last speaker named in the paragraphs before
    open_quote: Attribution | None = None  # of the quotation that the paragraph before left open
    announced: Attribution | None = None  # "Lee put it this way:" before a paragraph of its own
    current: Attribution | None = None  # the last speaker in this paragraph
    direct: list[Attribution | None] = field(default_factory=list)
    made: list[Attribution | None] = field(default_factory=list)  # what this paragraph's fragments so far were given


def left_open(paragraph: Paragraph, n: int, context: Context) -> Attribution | None:
    """Read a paragraph that opens its marks again, because the one before did not close them."""
    if n or context.open_quote is None or not opens(paragraph, paragraph.fragments[n]):
        return None
    return replace(context.open_quote, rule="the paragraph before left its quotation open")


def announcement(discourse: Discourse, n: int) -> Attribution | None:
    """The attribution that a paragraph announces by ending in a colon behind a cue, or behind a sentence with a subject."""
    if not discourse.ends_in(n, ":"):
        return None
    paragraph = discourse.paragraph(n)
    text = paragraph.masked
    if not text.rstrip().endswith(":"):
        return None
    for cue in reversed(paragraph.cues):
        subject = paragraph.cue_subject(cue, 0)
        if subject is not None:
            span = Span(paragraph.span.start + cue.start, paragraph.span.start + cue.end)
            return Attribution(subject, span, "", certain=True)
    subject = paragraph.main_subject(paragraph.sentence_start(len(text)), len(text))
    return Attribution(subject, None, "", certain=False) if subject is not None else None


def announced(paragraph: Paragraph, n: int, context: Context) -> Attribution | None:
    """Read a paragraph that the one before announced by a colon."""
    if n or context.announced is None or not opens(paragraph, paragraph.fragments[n]):
        return None
    return replace(context.announced, rule="announced by a colon in the paragraph before", certain=True)


def continues(paragraph: Paragraph, n: int, context: Context) -> Attribution | None:
    """Read a fragment that goes on from the quotation, or from the report of what was said, right before it."""
    fragment = paragraph.fragments[n]
    base, text = paragraph.span.start, paragraph.masked
    low, _ = paragraph.sentence(fragment)
    start = fragment.outer.start - base
    since = paragraph.fragments[n - 1].outer.end - base if n else 0
    before = text[since:start]
    named = is_title(fragment.content) and text[fragment.outer.end - base :].lstrip()[:1].islower()
    alone = not text[low:start].strip(" ,—–\0") and not named
    if ":" in before:
        return None  # "His answer: ..." is somebody else's
    current = context.current
    if alone and whole_sentence(fragment):
        told = _told_before(paragraph, low, since, context.current)
        if told is not None:
            return told
    if current is None:
        return None
    linked = _LINKED.fullmatch(before) is not None
    if alone or linked or (len(before.split()) <= _SHORT_LINK and not _STOP.search(before)):
        return replace(current, rule="goes on from the quotation before it")
    return None


def resumes(paragraph: Paragraph, n: int, context: Context) -> Attribution | None:
    """Read a quotation that goes on behind something told between dashes: "… the wall" – the crowd cheered – "and the roof"."""
    fragment = paragraph.fragments[n]
    if n < _FEWEST_BEFORE or not fragment.content[0].islower():
        return None
    base, text = paragraph.span.start, paragraph.masked
    if not _DASH_BEFORE.search(text, max(0, fragment.outer.start - base - 8), fragment.outer.start - base):
        return None
    for m in range(n - _FEWEST_BEFORE, -1, -1):
        before = context.made[m]
        if before is not None and _DASH_BEHIND.match(text, paragraph.fragments[m].outer.end - base):
            return replace(before, rule="goes on behind what the dashes enclose")
    return None


def _told_before(paragraph: Paragraph, low: int, since: int, current: Attribution | None) -> Attribution | None:
    """Who tells the reporter's sentence right before ``low``, behind the last fragment, at ``since``: "Lee agreed. “…”"."""
    start = max(paragraph.sentence_start(low), since)
    for cue in reversed([c for c in paragraph.cues if start <= c.start < low]):
        span = Span(paragraph.span.start + cue.start, paragraph.span.start + cue.end)
        if current is not None and current.cue == span:
            return None  # the cue of the last quotation: that goes on
        subject = paragraph.cue_subject(cue, start)
        if subject is not None:
            return Attribution(subject, span, f"“{cue.form}” stands in the sentence before it", certain=False)
    return None


def named_later(paragraph: Paragraph, n: int, context: Context) -> Attribution | None:
    """Read a paragraph that opens with a quotation whose speaker is named behind the next one."""
    fragment = paragraph.fragments[n]
    later = next((d for d in context.direct[n + 1 :] if d is not None), None)
    if later is None or not whole_sentence(fragment) or not opens(paragraph, fragment):
        return None
    return replace(later, rule="the speaker is named behind the next quotation", certain=False)


def subject_before(paragraph: Paragraph, n: int, _context: Context) -> Attribution | None:
    """Read a sentence of quoted words behind a sentence without a verb of saying: its subject goes on speaking."""
    fragment = paragraph.fragments[n]
    low, _ = paragraph.sentence(fragment)
    behind = paragraph.masked[fragment.outer.end - paragraph.span.start :].lstrip()[:1]
    if not low or behind.islower() or behind == "," or not stands_alone(paragraph, fragment):
        return None
    start = paragraph.sentence_start(low)
    subject = paragraph.main_subject(start, low)
    return Attribution(subject, None, "the subject of the sentence before", certain=False) if subject else None


def last_speaker(paragraph: Paragraph, n: int, context: Context) -> Attribution | None:
    """Read a paragraph of quoted words that names nobody: the last speaker goes on."""
    fragment = paragraph.fragments[n]
    if context.last is None or not whole_sentence(fragment) or not opens(paragraph, fragment):
        return None
    return Attribution(context.last.subject, None, "a paragraph without speaker: the last one", certain=False)
