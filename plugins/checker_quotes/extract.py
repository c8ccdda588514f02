"""The extractor of quotations: fragments between marks, who said them, and how sure that is.

Rules are tried in order of their precision: cue verb right behind the fragment, cue verb before it in the sentence, "according to",
dash signature and transcript, continuation in the paragraph, an orphan paragraph, the sentence's subject. The first four make tiers
high and medium; a linter judges on high.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
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
    Speaker,
)
from checker.text.speech.discourse import Discourse
from checker.text.speech.paragraph import Paragraph
from checker_quotes.attribution import Attribution, stands_alone, words
from checker_quotes.cued import by_cue
from checker_quotes.following import (
    Context,
    announced,
    announcement,
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


_CLOSING = frozenset(",.?!…—")  # what ends a whole sentence between marks
_SHORT_OF_WORDS = frozenset({SegmentKind.HEADLINE, SegmentKind.CAPTION})
_HEADLINE_WORDS = 4  # fewer are names and words held at arm's length
_ADJOINS = re.compile(r"(?:\s(?:to\s)?(?:me|us|him|her|them|you))?[\s,:]*")
_NESTED_WORDS = 3
_HIGH_WORDS = 6  # shorter fragments are too often titles, nicknames or scare quotes


def _run(document: Document, annotations: Annotations) -> Iterator[Quotation]:
    discourse = Discourse(document, annotations)
    last: Attribution | None = None
    left_open: tuple[int | None, Attribution | None] = (None, None)  # the last paragraph that did not close its marks
    for n in discourse.quoting():
        before = discourse.before(n)
        open_quote = left_open[1] if before == left_open[0] else None
        context = Context(last, open_quote, announcement(discourse, before) if before is not None else None)
        paragraph = discourse.paragraph(n)
        made = _attribute(paragraph, context)
        speakers = _speakers(discourse, n, made)
        for fragment, attribution, speaker in zip(paragraph.fragments, made, speakers):  # noqa: B905  one each
            if attribution is not None and speaker is not None:
                yield _quotation(fragment, attribution, speaker)
                inner = discourse.inside(fragment)
                if inner is not None:
                    yield from _nested(discourse, inner)
            elif _spoken(paragraph, fragment, short=discourse.kind(n) in _SHORT_OF_WORDS):
                yield Quotation(fragment.start, fragment.end, tier="low", form="direct")
        for attribution in made:
            if attribution is not None and attribution.cue is not None:
                last = attribution
        if not paragraph.fragments[-1].closed:
            left_open = (n, made[-1])


def _nested(discourse: Discourse, inner: Paragraph) -> Iterator[Quotation]:
    """Yield what a quotation quotes between single marks, where it says who said it: “Lee came and said, ‘We are lost.’”."""
    for n, quoted in enumerate(inner.fragments):
        found = by_cue(inner, n)
        if found is None or found.cue is None or len(words(quoted.content)) < _NESTED_WORDS:
            continue
        if not _ADJOINS.fullmatch(discourse.document.text[found.cue.end : quoted.outer.start]):
            continue  # something else stands between the verb and the marks: they may be anything's
        if found.subject.form == "pronoun":  # nobody knows whom the speaker means
            span = found.subject.span
            speaker = Speaker(span.start, span.end, discourse.document.text[span.start : span.end], sure=False)
        else:
            speaker = discourse.speaker(found.subject)
        found = replace(found, rule=f"{found.rule}, inside a quotation", certain=False)
        yield replace(_quotation(quoted, found, speaker), tier="medium")


def _spoken(paragraph: Paragraph, fragment: Fragment, *, short: bool) -> bool:
    """Tell whether marked words were surely said, though nobody is named: a full sentence, or a headline's or a caption's words."""
    content = fragment.content
    if short and len(words(content)) >= _HEADLINE_WORDS and not is_title(content):
        return True
    full = len(words(content)) >= _HIGH_WORDS and content.rstrip()[-1:] in ",.?!…—"
    return full and stands_alone(paragraph, fragment) and not is_title(content)


def _speakers(discourse: Discourse, n: int, made: Sequence[Attribution | None]) -> list[Speaker | None]:
    """Enter who was found to speak in a paragraph, and say who they are."""
    if len(made) == 1:
        found = made[0]
        discourse.enter(n, () if found is None else (found.subject,))
        return [None if found is None else discourse.speaker(found.subject)]
    subjects = {(a.subject.span.start, a.subject.span.end): a.subject for a in reversed(made) if a is not None}
    discourse.enter(n, subjects.values())
    speakers = {at: discourse.speaker(subject) for at, subject in subjects.items()}
    return [speakers[a.subject.span.start, a.subject.span.end] if a is not None else None for a in made]


def _attribute(paragraph: Paragraph, context: Context) -> list[Attribution | None]:
    """Give each fragment of a paragraph its attribution, or None where nobody said it."""
    works: list[bool] = []
    made, direct = context.made, context.direct
    for n, fragment in enumerate(paragraph.fragments):
        works.append(is_work(paragraph, fragment))
        direct.append(None if works[n] else by_cue(paragraph, n))
    for n, fragment in enumerate(paragraph.fragments):
        found = resumes(paragraph, n, context) or direct[n]
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
    for sieve in sieves:
        found = sieve(paragraph, n, context)
        if found is not None:
            return found
    return None


def _quotation(fragment: Fragment, attribution: Attribution, speaker: Speaker) -> Quotation:
    content = fragment.content
    count = len(words(content))
    whole = content[0].isupper() and content.rstrip()[-1] in _CLOSING
    cued = attribution.cue is not None
    if cued and attribution.certain and (count >= _HIGH_WORDS or (whole and count >= 3)):
        tier = "high"
    elif cued:
        tier = "medium"
    else:
        tier = "low"
    form = "direct" if whole else "mixed"
    return Quotation(fragment.start, fragment.end, tier, form, attribution.cue, speaker, (attribution.rule,))


QUOTATIONS = Extractor("quotations", "1", (Sentence, Name, Person), Quotation, _run)
