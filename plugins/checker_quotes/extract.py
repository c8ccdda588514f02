"""The extractor of quotations: fragments between marks, who said them, and how sure that is.

Rules are tried in order of their precision: cue verb right behind the fragment, cue verb before it in the sentence, "according to",
dash signature and transcript, continuation in the paragraph, an orphan paragraph, the sentence's subject. The first four make tiers
high and medium; a linter judges on high.
"""

from __future__ import annotations

import re
from dataclasses import replace
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
from checker.text.speech.paragraph import ADJUNCT, SENTENCE_END, Paragraph
from checker.text.speech.sources import Register
from checker_quotes.attribution import WORDS, Attribution, opens, whole_sentence
from checker_quotes.cued import by_cue
from checker_quotes.not_spoken import is_work, named_or_scare
from checker_quotes.placed import by_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.text.speech.marks import Fragment


_PARAGRAPH = re.compile(r"[^\n]+")
_HIGH_WORDS = 6  # shorter fragments are too often titles, nicknames or scare quotes


def _run(document: Document, annotations: Annotations) -> Iterator[Quotation]:
    names, persons = annotations.of(Name), annotations.of(Person)
    register = Register(document, annotations)
    last: Attribution | None = None
    open_quote: Attribution | None = None  # of the quotation that the paragraph before left open
    announced: Attribution | None = None  # "Lee put it this way:" before a paragraph of its own
    for match in _PARAGRAPH.finditer(document.text):
        span = Span(*match.span())
        if document.segment_at(_first_letter(document.text, span)) in (SegmentKind.FURNITURE, SegmentKind.METADATA):
            continue
        paragraph = Paragraph(document, span, names, persons)
        made, last_here = _attribute(paragraph, last, announced, open_quote)
        events = [(a.subject.span.start, a, f) for f, a in made if a is not None]
        spoken = [(s.span.start, s) for s in paragraph.reporting_subjects()]
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
    paragraph: Paragraph, last: Attribution | None, announced: Attribution | None, open_quote: Attribution | None
) -> tuple[list[tuple[Fragment, Attribution | None]], Attribution | None]:
    """Give each fragment of a paragraph its attribution, if any; also return the last one that names a speaker for what follows."""
    direct = [
        None if is_work(paragraph, fragment) else by_cue(paragraph, n) for n, fragment in enumerate(paragraph.fragments)
    ]
    made: list[tuple[Fragment, Attribution | None]] = []
    current: Attribution | None = None
    for n, fragment in enumerate(paragraph.fragments):
        found = direct[n]
        if found is None and n == 0 and open_quote is not None and opens(paragraph, fragment):
            found = replace(open_quote, rule="the paragraph before left its quotation open")
        if found is None and n == 0 and announced is not None and opens(paragraph, fragment):
            found = Attribution(
                announced.subject, announced.cue, "announced by a colon in the paragraph before", certain=True
            )
        if found is None and current is not None and _continues(paragraph, n):
            found = Attribution(
                current.subject, current.cue, "goes on from the quotation before it", certain=current.certain
            )
        if found is None:
            later = (
                next((d for d in direct[n + 1 :] if d is not None), None)
                if whole_sentence(paragraph, fragment)
                else None
            )
            if later is not None and opens(paragraph, fragment):
                found = Attribution(
                    later.subject, later.cue, "the speaker is named behind the next quotation", certain=False
                )
        if found is None and named_or_scare(paragraph, fragment):
            made.append((fragment, None))
            continue
        if found is None:
            found = by_subject(paragraph, fragment)
        if found is None and whole_sentence(paragraph, fragment) and last is not None and opens(paragraph, fragment):
            found = Attribution(last.subject, None, "a paragraph without speaker: the last one", certain=False)
        made.append((fragment, found))
        if found is not None and (found.cue is not None or current is None):
            current = found
    return made, next((a for _, a in reversed(made) if a is not None and a.cue is not None), None)


def _continues(paragraph: Paragraph, n: int) -> bool:
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


def _announcement(paragraph: Paragraph) -> Attribution | None:
    """A paragraph that ends in a colon behind a cue announces the next one."""
    if not paragraph.masked.rstrip().endswith(":"):
        return None
    for cue in reversed(paragraph.cues):
        subject = paragraph.cue_subject(cue, 0)
        if subject is not None:
            return Attribution(
                subject, Span(paragraph.span.start + cue.start(), paragraph.span.start + cue.end()), "", certain=True
            )
    text = paragraph.masked
    low = max((stop.end() for stop in SENTENCE_END.finditer(text)), default=0)
    adjunct = ADJUNCT.match(text, low)
    subject = paragraph.finder.first_in(
        paragraph.span.start + (adjunct.end() if adjunct else low), paragraph.span.start + len(text)
    )
    return Attribution(subject, None, "", certain=False) if subject is not None else None


def _quotation(text: str, fragment: Fragment, attribution: Attribution, speaker: Speaker) -> Quotation:
    content = text[fragment.start : fragment.end]
    words = len(WORDS.findall(content))
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
