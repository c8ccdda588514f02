"""Attribution by position, where no known cue stands: verbs no list holds, signatures, transcripts, the subject of the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Span, Tense
from checker.text.patterns import pattern
from checker.text.speech.cues import speech_nouns
from checker.text.speech.subjects import Subject
from checker.text.verbs import verbs
from checker_quotes.attribution import Attribution, ends, words

if TYPE_CHECKING:
    from checker.text.speech.marks import Fragment
    from checker.text.speech.paragraph import Paragraph


_WORD = pattern(r"[^\W\d_]+(?:['’](?:t|ll|d|s|re|ve|m)\b)?")
_SIGNED = 6  # words of a signature on a line of its own
_LABEL = pattern(r"([A-ZÀ-Ž][A-ZÀ-Ž.’'-]{2,}(?: [A-ZÀ-Ž][A-ZÀ-Ž.’'-]+){0,2}):\s")
_NEXT_LINE = pattern(r"\s*\n+\s*(?:―|—|–|--?)\s*(?=[A-ZÀ-Ž])([A-ZÀ-Ž][^\n]{1,60})(?=\n|\Z)")
_FEWEST = 3  # words a fragment needs to be given to a speaker by position alone
VERB = 24  # code points a verb may take up
ADVERB = pattern(r"\s+(?:[a-z]+ly\s+|also\s+|then\s+|later\s+|once\s+|even\s+)?")
_AUXILIARY = pattern(
    r"(?:was|were|had|did|didn['’]t|wasn['’]t|weren['’]t|hadn['’]t|went(?!\s+on)|got|made|came|took|left)\b"
)
_COLON_AT = 8  # code points before a quotation at most
_COLON = pattern(r"\s*(?:,|:)\s*\Z")
_SIGNATURE = pattern(r"\s*(?:―|—|–|--?)\s*(?=[A-Z])")
_TRANSCRIPT = pattern(r"([A-ZÀ-Ž][A-ZÀ-Ž.’' -]{2,40}|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}):\s*$")
_POSSESSIVE = pattern(r"(?:(?P<name>[A-ZÀ-Ž][\w’-]*)[’']s?|\b(?P<pronoun>[Hh]is|[Hh]er))\s+(?:[\w-]+\s+){0,9}$")


def by_position(paragraph: Paragraph, fragment: Fragment) -> Attribution | None:
    """Verbs no list holds: "…," Lee thundered. / Lee thundered, "…" / Lee: "…"."""
    base, text = paragraph.span.start, paragraph.masked
    content = fragment.content
    if len(words(content)) < _FEWEST:
        return None
    at = fragment.outer.end - base
    if ends(content) or text[at : at + 1] == ",":
        start = at + len(text[at:]) - len(text[at:].lstrip(" ,"))
        subject = paragraph.finder.starting(base + start)
        if subject is not None and (verb := _past_verb(text, subject.span.end - base)):
            return Attribution(subject, Span(base + verb[0], base + verb[1]), "the verb right behind it", certain=True)
        if ends(content) and (verb := _past_verb(text, start)):
            subject = paragraph.finder.starting(base + verb[1] + 1)  # "…!" thundered Lee
            if subject is not None and subject.form == "name":
                return Attribution(
                    subject, Span(base + verb[0], base + verb[1]), "the verb right behind it", certain=True
                )
    lead = fragment.outer.start - base
    if not lead or not content[0].isupper():
        return None
    colon = _COLON.search(text, max(0, lead - _COLON_AT), lead)
    if colon is not None:
        subject = paragraph.finder.ending(base + colon.start())
        if subject is not None and colon.group().strip() == ":":
            return Attribution(subject, None, "named before the colon", certain=True)
        verb = _last_past_verb(text, colon.start())
        subject = paragraph.finder.left(base + verb[0]) if verb else None
        if verb and subject is not None and subject.form != "nominal":
            return Attribution(subject, Span(base + verb[0], base + verb[1]), "the verb right before it", certain=False)
    return None


def _past_verb(text: str, at: int) -> tuple[int, int] | None:
    """The past verb that starts at ``at``, behind at most one adverb."""
    match = ADVERB.match(text, at)
    start = match.end() if match else at
    word = _WORD.match(text, start)
    found = verbs(word.group()) if word else ()
    past = bool(found) and found[0].tense is Tense.PAST and not found[0].participle
    return (start, start + found[0].end) if past and not _AUXILIARY.match(text, start) else None


def _last_past_verb(text: str, end: int) -> tuple[int, int] | None:
    """The past verb that ends at ``end``."""
    start = max(0, end - VERB)
    found = [v for v in verbs(text[start:end]) if start + v.end == end and v.tense is Tense.PAST and not v.participle]
    return (start + found[0].start, end) if found and not _AUXILIARY.match(text, start + found[0].start) else None


def signed(paragraph: Paragraph, fragment: Fragment) -> Attribution | None:
    """Dash signatures ("…" — Ann Lee) and transcripts (LEE: "…")."""
    base, text = paragraph.span.start, paragraph.masked
    if label := _LABEL.match(paragraph.text, fragment.start, fragment.end):
        return Attribution(Subject(Span(*label.span(1)), "name"), None, "a transcript names the speaker", certain=True)
    if signature := _SIGNATURE.match(text, fragment.outer.end - base):
        subject = paragraph.finder.right(base + signature.end())
        if subject is not None and len(text) - (subject.span.end - base) < 60:
            return Attribution(subject, None, "signed behind a dash", certain=True)
    if fragment is paragraph.fragments[-1] and not text[fragment.outer.end - base :].strip():
        line = _NEXT_LINE.match(paragraph.text, paragraph.span.end)
        if line is not None and len(line[1].split()) <= _SIGNED:
            span = Span(line.start(1), line.start(1) + len(line[1].rstrip(" .,")))
            return Attribution(Subject(span, "name"), None, "signed on the next line", certain=True)
    colon = text.rfind(":", 0, fragment.outer.start - base)
    before = text[: fragment.outer.start - base] if colon >= 0 else ""
    transcript = _TRANSCRIPT.match(before) if before.rstrip().endswith(":") else None
    if transcript:
        span = Span(base, base + transcript.end(1))
        return Attribution(Subject(span, "name"), None, "a transcript names the speaker", certain=True)
    return None


def by_subject(paragraph: Paragraph, n: int, _context: object = None) -> Attribution | None:
    """Read a fragment in a sentence without cue: its possessor, or the sentence's subject. Low tier."""
    fragment = paragraph.fragments[n]
    base, text = paragraph.span.start, paragraph.masked
    low, _ = paragraph.sentence(fragment)
    end = fragment.outer.start - base
    lead = text[low:end]
    if (
        not speech_nouns().isdisjoint(lead.casefold().split())  # told more quickly than where the possessor stands
        and (match := _POSSESSIVE.search(lead, max(0, len(lead) - 120)))
        and not speech_nouns().isdisjoint(lead[match.start() :].casefold().split())
    ):
        group = "name" if match.group("name") else "pronoun"
        span = Span(base + low + match.start(group), base + low + match.end(group))
        named = paragraph.finder.ending(span.end) if group == "name" else None
        return Attribution(named or Subject(span, group), None, "the possessor before it", certain=False)
    subject = paragraph.main_subject(low, end)
    return Attribution(subject, None, "the subject of its sentence", certain=False) if subject else None
