"""Attribution by a cue in the fragment's own sentence: a verb of saying, "according to", "as Lee put it", "quoted Lee as saying"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import Span
from checker.text.speech.cues import said
from checker.text.speech.paragraph import DIRECTLY
from checker.text.speech.subjects import Subject
from checker.text.verbs import verbs
from checker.text.vocabulary import function_words
from checker_quotes.attribution import Attribution, ends
from checker_quotes.placed import ADVERB, VERB, by_position, signed

if TYPE_CHECKING:
    from checker.text.speech.marks import Fragment
    from checker.text.speech.paragraph import Paragraph


_OFFICE = re.compile(
    r"['’]?,?\s*(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[\w.]+(?:\s[\w.]+)?['’]s)\s(?:[\w-]+\s){0,6}[a-z][\w-]*,\s*"
)
_BARE_NAME = re.compile(r"['’]?,?\s*([A-ZÀ-Ž][a-zà-ž’'-]+)\s+(?:[a-z]+ly\s+|also\s+|then\s+|later\s+)?")
_TRIES = 3  # cues behind a fragment that may be the one
_AS_PUT = re.compile(r"\b[Aa]s (?P<who>(?:[\w.’'-]+ ){0,6}?[\w.’'-]+) (?:has |had |once |later |recently )?put it\b")
_CITING = re.compile(r"(?:\s+[A-Z][a-z]+day)?,\s+citing\s+")
_FINITE_NEXT = re.compile(
    r"\s+(?:[a-z]+ly\s+)?(?:is|are|was|were|has|have|had|will|would|could|should|can|may|might|must|did|does|do)\b"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be)\s+(?:[a-z]+ly\s+|also\s+|then\s+|later\s+)?\Z")
_BY = re.compile(r"\s+by\s+")
_AS_SAYING = re.compile(
    r"\b(?P<quoted>quot(?:ed|es|ing)|cit(?:ed|es|ing))\b[^\0]{1,80}?\s(?P<as>as)\s(?:saying|having said|telling|writing)\b"
)
_ACCORDING = re.compile(r"\b(?:[Aa]ccording to|[Ii]n the words of|\bper\b|citing)\s+")
_BEHIND = re.compile(r"['’]?[\s,—–-]*(?:as\s+)?")
_ASIDE = 120  # code points an aside between a quotation and its cue may take up
_LATE = 30  # code points into its sentence after which a name is hardly the subject any more


def by_cue(paragraph: Paragraph, n: int) -> Attribution | None:
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
        or signed(paragraph, fragment)
        or by_position(paragraph, fragment)
    )


def _according_before(paragraph: Paragraph, fragment: Fragment, low: int) -> Attribution | None:
    """Read "According to Lee, “…”": nothing but the source stands before the fragment."""
    base = paragraph.span.start
    match = _ACCORDING.match(paragraph.masked, low)
    if match is None:
        return None
    subject = paragraph.finder.right(base + match.end())
    if subject is None or paragraph.masked[subject.span.end - base : fragment.outer.start - base].strip() != ",":
        return None
    return Attribution(
        subject, Span(base + match.start(), base + match.end() - 1), f"“{match.group().strip()}”", certain=True
    )


def _as_put(paragraph: Paragraph, fragment: Fragment, low: int, high: int) -> Attribution | None:
    """Read "As Lee put it, “…”" and "“…,” as Lee put it"."""
    base = paragraph.span.start
    at = fragment.outer.start - base
    for match in _AS_PUT.finditer(paragraph.masked, low, high):
        if "\0" in paragraph.masked[match.end() : max(match.end(), at)]:
            continue
        start, end = match.span("who")
        subject = paragraph.finder.left(base + end) or Subject(Span(base + start, base + end), "nominal")
        return Attribution(subject, Span(base + match.end("who") + 1, base + match.end()), "put it so", certain=False)
    return None


def _as_saying(paragraph: Paragraph, fragment: Fragment, low: int) -> Attribution | None:
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
    return Attribution(subject, Span(base + match.start("as"), base + match.end()), "quoted as saying", certain=True)


def _behind(paragraph: Paragraph, fragment: Fragment, high: int) -> Attribution | None:
    """Read a cue behind the fragment: "…", said Lee / "…", Lee, the mayor, said / "…", the ministry wrote."""
    base, text = paragraph.span.start, paragraph.masked
    at = fragment.outer.end - base
    closing = ends(paragraph.text[fragment.start : fragment.end]) or text[at : at + 1] == ","
    for cue in [c for c in paragraph.cues if at <= c.start() < high][:_TRIES]:
        if "\0" in text[at : cue.start()]:
            return None
        found = _behind_cue(paragraph, text[at : cue.start()], cue, closing=closing)
        if found is not None:
            return found
    return None


def _behind_cue(paragraph: Paragraph, gap: str, cue: re.Match[str], *, closing: bool) -> Attribution | None:
    """Read one cue behind a fragment; ``gap`` is what stands between, ``closing`` tells that the words end as before a verb of saying."""
    base, text = paragraph.span.start, paragraph.masked
    at = cue.start() - len(gap)
    span = Span(base + cue.start(), base + cue.end())
    if _BEHIND.fullmatch(gap) and not cue.group().endswith("ing"):
        subject = paragraph.finder.right(base + cue.end())
        if subject is not None and closing and _inverted(text, subject, base):
            return Attribution(subject, span, f"“{cue.group()}” and its subject stand right behind it", certain=True)
    subject = paragraph.finder.left(base + cue.start())
    if (
        subject is None
        and closing
        and (name := _BARE_NAME.fullmatch(gap))
        and name[1].casefold() not in function_words()
    ):
        subject = Subject(Span(base + at + name.start(1), base + at + name.end(1)), "name")
    if subject is not None and closing and subject.span.start >= base + at:
        between = text[at : subject.span.start - base]
        if (len(between.split()) <= 3 or _OFFICE.fullmatch(between)) and not re.search(
            r"\b(?:and|but|while)\b", between
        ):
            citing = _CITING.match(text, cue.end())
            cited = paragraph.finder.right(base + citing.end()) if citing else None
            if cited is not None:
                return Attribution(cited, span, "the source that the report cites", certain=True)
            return Attribution(subject, span, f"subject and “{cue.group()}” stand right behind it", certain=True)
    aside = gap.rstrip().endswith(",") and len(gap) < (_ASIDE if closing else _ASIDE // 2)
    if aside and cue.group() in ("said", "says"):
        subject = paragraph.finder.right(base + cue.end())
        if subject is not None and subject.form == "name":
            return Attribution(subject, span, f"“{cue.group()}” and its subject stand behind an aside", certain=True)
    return None


def _inverted(text: str, subject: Subject, base: int) -> bool:
    """Tell a subject behind its verb ("said Lee.") from the start of what was said ("said Lee would go")."""
    end = subject.span.end - base
    if subject.form == "pronoun":
        return re.match(r"\s*[.,;:\0]|\s*$", text[end:]) is not None
    return not (ADVERB.match(text, end) and verbs(text[end : end + VERB]) and _FINITE_NEXT.match(text, end))


def _before(paragraph: Paragraph, fragment: Fragment, low: int) -> Attribution | None:
    """Lee said (that …) "…": the last cue before the fragment in its sentence, plain verbs of saying first."""
    base, text = paragraph.span.start, paragraph.masked
    end = fragment.outer.start - base
    cues = [c for c in paragraph.cues if low <= c.start() and c.end() <= end]
    candidates = []
    for cue in cues:
        subject = paragraph.cue_subject(cue, low)
        if cue.group().endswith(("ed", "told")) and _PASSIVE.search(text, low, cue.start()):
            by = _BY.match(text, cue.end())
            subject = paragraph.finder.right(base + by.end()) if by else None
        if subject is not None:
            candidates.append((cue, subject))
    if not candidates:
        return None
    cue, subject = candidates[-1]
    adjoining = DIRECTLY.match(text, cue.end()) is not None and text[cue.end() : end].strip() in (":", ",")
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
    return Attribution(
        subject,
        Span(base + cue.start(), base + cue.end()),
        f"“{cue.group()}” stands before it in the sentence",
        certain=near,
    )


def _according(paragraph: Paragraph, low: int, high: int) -> Attribution | None:
    match = _ACCORDING.search(paragraph.masked, low, high)
    if match is None:
        return None
    subject = paragraph.finder.right(paragraph.span.start + match.end())
    span = Span(paragraph.span.start + match.start(), paragraph.span.start + match.end() - 1)
    return Attribution(subject, span, f"“{match.group().strip()}”", certain=True) if subject else None
