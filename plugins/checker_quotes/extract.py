"""The extractor of quotations: fragments between marks, who said them, and how sure that is.

Rules are tried in order of their precision: cue verb right behind the fragment, cue verb before it in the sentence, "according to",
dash signature and transcript, continuation in the paragraph, an orphan paragraph, the sentence's subject. The first four make tiers
high and medium; a linter judges on high.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
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
from checker.text.speech.paragraph import Paragraph
from checker.text.speech.sources import Register
from checker_quotes.attribution import WORDS, Attribution, stands_alone
from checker_quotes.cued import by_cue
from checker_quotes.following import (
    Context,
    announced,
    continues,
    last_speaker,
    left_open,
    named_later,
    resumes,
    subject_before,
)
from checker_quotes.not_spoken import is_title, is_work, named_or_scare
from checker_quotes.placed import by_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.text.speech.marks import Fragment


_PARAGRAPH = re.compile(r"[^\n]+")
_HEADLINE_WORDS = 4  # fewer are names and words held at arm's length
_HIGH_WORDS = 6  # shorter fragments are too often titles, nicknames or scare quotes


def _run(document: Document, annotations: Annotations) -> Iterator[Quotation]:
    names, persons = annotations.of(Name), annotations.of(Person)
    register = Register(document, annotations)
    context = Context()
    for match in _PARAGRAPH.finditer(document.text):
        span = Span(*match.span())
        kind = document.segment_at(_first_letter(document.text, span))
        if kind in (SegmentKind.FURNITURE, SegmentKind.METADATA):
            continue
        paragraph = Paragraph(document, span, names, persons)
        made = _attribute(paragraph, context)
        speakers = _speakers(register, paragraph, made)
        for fragment, attribution in zip(paragraph.fragments, made, strict=True):
            if attribution is not None:
                speaker = speakers[attribution.subject.span]
                yield _quotation(document.text, fragment, attribution, speaker)
            elif _spoken(paragraph, fragment, headline=kind is SegmentKind.HEADLINE):
                yield Quotation(fragment.start, fragment.end, tier="low", form="direct")
        context = Context(
            last=next((a for a in reversed(made) if a is not None and a.cue is not None), context.last),
            open_quote=made[-1] if made and not paragraph.fragments[-1].closed else None,
            announced=_announcement(paragraph),
        )


def _spoken(paragraph: Paragraph, fragment: Fragment, *, headline: bool) -> bool:
    """Tell whether marked words were surely said, though nobody is named: a full sentence, or a headline's words."""
    content = paragraph.text[fragment.start : fragment.end]
    if headline and len(WORDS.findall(content)) >= _HEADLINE_WORDS and not is_title(content):
        return True
    full = len(WORDS.findall(content)) >= _HIGH_WORDS and content.rstrip()[-1:] in ",.?!…—"
    return full and stands_alone(paragraph, fragment) and not is_title(content)


def _first_letter(text: str, span: Span) -> int:
    return next((i for i in range(span.start, span.end) if not text[i].isspace()), span.start)


def _speakers(register: Register, paragraph: Paragraph, made: Sequence[Attribution | None]) -> dict[Span, Speaker]:
    """Enter all who speak in a paragraph, quoted or not, into the register in the order of the text, and resolve them."""
    subjects = [*(a.subject for a in made if a is not None), *paragraph.reporting_subjects()]
    found: dict[Span, Speaker] = {}
    for subject in sorted(subjects, key=lambda s: s.span.start):
        if subject.span not in found:
            found[subject.span] = register.speaker(subject)
    return found


def _attribute(paragraph: Paragraph, context: Context) -> list[Attribution | None]:
    """Give each fragment of a paragraph its attribution, or None where nobody said it."""
    works = [is_work(paragraph, fragment) for fragment in paragraph.fragments]
    context.direct = [None if work else by_cue(paragraph, n) for n, work in enumerate(works)]
    made = context.made
    for n, fragment in enumerate(paragraph.fragments):
        found = resumes(paragraph, n, context) or context.direct[n]
        if found is None and not works[n]:
            found = _first(_FOLLOWING, paragraph, n, context)
        if found is None and not works[n] and not named_or_scare(paragraph, fragment):
            found = _first(_WEAK, paragraph, n, context)
        made.append(found)
        if found is not None and (found.cue is not None or context.current is None):
            context.current = found
    return made


_Sieve = Callable[[Paragraph, int, Context], Attribution | None]
_FOLLOWING: tuple[_Sieve, ...] = (left_open, announced, continues)
_WEAK: tuple[_Sieve, ...] = (named_later, by_subject, subject_before, last_speaker)


def _first(sieves: Sequence[_Sieve], paragraph: Paragraph, n: int, context: Context) -> Attribution | None:
    return next((found for sieve in sieves if (found := sieve(paragraph, n, context)) is not None), None)


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
    subject = paragraph.main_subject(paragraph.sentence_start(len(text)), len(text))
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
