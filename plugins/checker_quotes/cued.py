"""Attribution by a cue in the fragment's own sentence: a verb of saying, "according to", "as Lee put it", "quoted Lee as saying"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Span
from checker.text.patterns import pattern
from checker.text.speech.cues import SOURCING, Cue, said, speech_nouns
from checker.text.speech.paragraph import DIRECTLY
from checker.text.speech.subjects import Subject
from checker.text.verbs import verbs
from checker.text.vocabulary import function_words
from checker_quotes.attribution import Attribution, ends, stands_alone, words
from checker_quotes.placed import ADVERB, VERB, by_position, signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.text.speech.marks import Fragment
    from checker.text.speech.paragraph import Paragraph


_OFFICE = pattern(
    r"['’]?,?\s*(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[\w.]+(?:\s[\w.]+)?['’]s)\s(?:[\w-]+\s){0,6}[a-z][\w-]*,\s*(?:[a-z][\w-]*\s+){0,3}"
)
_BARE_NAME = pattern(r"['’]?,?\s*([A-ZÀ-Ž][a-zà-ž’'-]+)\s+(?:[a-z]+ly\s+|also\s+|then\s+|later\s+)?")
_FULL = 6  # words of a quotation that needs no comma before its verb of saying
_DESCRIPTION = 6  # words before a name that say who it is
_LONGEST = 140  # code points a subject with all that describes it may take up
_OPENING = pattern(r"['’]?[\s,—–-]*")
_CLAUSE = pattern(r"[;:?!]|\b(?:but|while|because|that|as|when)\b")
_RELATIVE = pattern(r"\b(?:who|which)\b")
_CONJUNCTION = pattern(r"\b(?:and|but|while)\b")
_FEWEST = 3  # code points of a conjunction
_ENDED = pattern(r"\s*[.,;:\0]|\s*$")
_NEW_CLAUSE = pattern(r"(?:\band|\bbut|\bwhile|;|—)\s+(?:\w+\s+){0,3}$")
_SUBJECT_OPENS = pattern(
    r"(?!(?:and|or|in|on|at|to|of|with|for|from|by|after|before|during|if|who|which|so|then|not|is|was|into|about|instead|even|among|against|over|under|between|into|than)\b)[\w]"
)
_TAG_OPENS = pattern(r"[,\0]\s+((?:(?!and\b|but\b|as\b|when\b|that\b|in\b|to\b)[\w’'.-]+\s+){0,4})\Z")
_TAG_ENDS = pattern(
    r"\s*(?:[.;]|\Z)|\s+(?:[Oo]n\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\s+(?:in|at|during|to)\s"
)
# "a book called “…”": the noun bears the name, and nobody speaks.
_NAMING = frozenset({"called", "named", "dubbed", "labeled", "labelled", "branded", "titled"})
_NAMED = pattern(r"\s+(?:the\s+|an?\s+)?")
_GOVERNS = pattern(r"\s+(?:that\s+|to\s+)?")
_NOUN_REACH = 90  # code points between a quotation and the possessor of the noun of speech before it
_TRIES = 3  # cues behind a fragment that may be the one
_AS_PUT = pattern(r"\b[Aa]s (?P<who>(?:[\w.’'-]+ ){0,6}?[\w.’'-]+) (?:has |had |once |later |recently )?put it\b")
_CITING = pattern(r"(?:\s+[A-Z][a-z]+day)?,\s+citing\s+")
_FINITE_NEXT = pattern(
    r"\s+(?:[a-z]+ly\s+)?(?:is|are|was|were|has|have|had|will|would|could|should|can|may|might|must|did|does|do)\b"
)
_BY = pattern(r"\s+by\s+")
_NOUN_OF_SPEECH = pattern(
    lambda: (
        r"(?:(?P<name>\b[A-ZÀ-Ž][\w.-]*)['’]s?|\b(?P<pronoun>[Hh]is|[Hh]er|[Tt]heir))\s(?:[\w-]+\s){0,3}?"
        rf"(?P<noun>{'|'.join(sorted(speech_nouns(), key=len, reverse=True))})"
        r"(?:\s(?:[\w-]+\s){0,4}?(?:that|of|about|to|for),?|[,:])(?:\s(?:an?|the|such))?\s*\Z"
    )
)
_AS_SAYING = pattern(
    r"\b(?P<quoted>quot(?:ed|es|ing)|cit(?:ed|es|ing))\b[^\0]{1,80}?\s(?P<as>as)\s(?:saying|having said|telling|writing)\b"
)
_ACCORDING = pattern(r"\b(?:[Aa]ccording to|[Ii]n the words of|\bper\b|citing)\s+")
_BEHIND = pattern(r"['’]?[\s,—–-]*(?:as\s+)?")
_ASIDE = 120  # code points an aside between a quotation and its cue may take up
_LATE = 30  # code points into its sentence after which a name is hardly the subject any more


def by_cue(paragraph: Paragraph, n: int) -> Attribution | None:
    """The attribution by a cue in the fragment's own sentence."""
    fragment = paragraph.fragments[n]
    low, high = paragraph.sentence(fragment)
    start, end = fragment.outer.start - paragraph.span.start, fragment.outer.end - paragraph.span.start
    before, behind = [], []
    for cue in paragraph.cues:
        if cue.start >= end:
            if cue.start < high:
                behind.append(cue)
        elif low <= cue.start and cue.end <= start:
            before.append(cue)
    sourced = not SOURCING.isdisjoint(paragraph.words)
    nouns = speech_nouns() & paragraph.words
    return (
        (_according_before(paragraph, fragment, low) if sourced else None)
        or (_governed(paragraph, fragment, low, before) if before and fragment.content[0].islower() else None)
        or (_behind(paragraph, fragment, behind[:_TRIES]) if behind else None)
        or (_as_put(paragraph, fragment, low, high) if "put it" in paragraph.masked else None)
        or _as_saying(paragraph, fragment, low)
        or (_by_noun(paragraph, fragment, low, nouns) if nouns else None)
        or (_before(paragraph, fragment, low, before) if before else None)
        or (_tagged(paragraph, behind) if behind else None)
        or (_according(paragraph, low, high) if sourced else None)
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
    base, end = paragraph.span.start, fragment.outer.start - paragraph.span.start
    hinted = "quot" in paragraph.masked or "cit" in paragraph.masked
    match = _AS_SAYING.search(paragraph.masked, low, end) if hinted else None
    if match is None:
        return None
    subject = paragraph.finder.ending(base + match.start("as") - 1)
    if subject is None:
        start = match.end("quoted") + 1
        form = "pronoun" if paragraph.masked[start : match.start("as")].strip() in ("him", "her", "them") else "nominal"
        subject = Subject(Span(base + start, base + match.start("as") - 1), form)
    return Attribution(subject, Span(base + match.start("as"), base + match.end()), "quoted as saying", certain=True)


def _behind(paragraph: Paragraph, fragment: Fragment, cues: Sequence[Cue]) -> Attribution | None:
    """Read a cue behind the fragment: "…", said Lee / "…", Lee, the mayor, said / "…", the ministry wrote."""
    base, text = paragraph.span.start, paragraph.masked
    at = fragment.outer.end - base
    content = fragment.content
    if "\0" in text[at : cues[0].start]:
        return None
    closing = (
        ends(content)
        or text[at : at + 1] == ","
        or (content[-1:] != "." and len(words(content)) >= _FULL and stands_alone(paragraph, fragment))
    )
    for cue in cues:
        if "\0" in text[at : cue.start]:
            return None
        gap = text[at : cue.start]
        tag = content[-1:] == "." and _closes(text, gap, cue)
        found = _behind_cue(paragraph, gap, cue, closing=closing or tag)
        if found is not None:
            return found
    return None


def _closes(text: str, gap: str, cue: Cue) -> bool:
    """Tell whether only the speaker follows words that a full stop ends, where a comma is due: “We go.” Ann Lee said."""
    return not gap.strip() or (text[cue.end : cue.end + 1] in (".", "") and len(gap.split()) <= _DESCRIPTION)


def _behind_cue(paragraph: Paragraph, gap: str, cue: Cue, *, closing: bool) -> Attribution | None:
    """Read one cue behind a fragment; ``gap`` is what stands between, ``closing`` tells that the words end as before a verb of saying."""
    base, text = paragraph.span.start, paragraph.masked
    at = cue.start - len(gap)
    span = Span(base + cue.start, base + cue.end)
    if _BEHIND.fullmatch(gap) and not cue.form.endswith("ing"):
        subject = paragraph.finder.right(base + cue.end)
        if subject is not None and closing and _inverted(text, subject, base):
            return Attribution(subject, span, f"“{cue.form}” and its subject stand right behind it", certain=True)
    subject = paragraph.finder.left(base + cue.start)
    if (
        subject is None
        and closing
        and (name := _BARE_NAME.fullmatch(gap))
        and name[1].casefold() not in function_words()
    ):
        subject = Subject(Span(base + at + name.start(1), base + at + name.end(1)), "name")
    if closing:
        near = subject if subject is not None and subject.span.start >= base + at else None
        subject = near if near is not None and _short(text[at : near.span.start - base]) else None
        subject = subject or _whole_gap(paragraph, at, cue.start)
        if subject is not None:
            citing = _CITING.match(text, cue.end)
            cited = paragraph.finder.right(base + citing.end()) if citing else None
            if cited is not None:
                return Attribution(cited, span, "the source that the report cites", certain=True)
            return Attribution(subject, span, f"subject and “{cue.form}” stand right behind it", certain=True)
    aside = gap.rstrip().endswith(",") and len(gap) < (_ASIDE if closing else _ASIDE // 2)
    if aside and cue.form in ("said", "says"):
        subject = paragraph.finder.right(base + cue.end)
        if subject is not None and subject.form == "name":
            return Attribution(subject, span, f"“{cue.form}” and its subject stand behind an aside", certain=True)
    return None


def _short(between: str) -> bool:
    """Tell whether what stands between a quotation and a subject may describe it: "union leader"; no other clause."""
    if len(between) < _FEWEST:
        return True  # as behind most quotations
    near = len(between.split()) <= _DESCRIPTION or _OFFICE.fullmatch(between) is not None
    return near and not _CONJUNCTION.search(between)


def _whole_gap(paragraph: Paragraph, start: int, end: int) -> Subject | None:
    """The subject that takes up all between a quotation and its cue: "nuclear expert Ann Lee of the Harbour Institute wrote"."""
    base, text = paragraph.span.start, paragraph.masked
    start += len(_OPENING.match(text[start:end]).group())  # type: ignore[union-attr]
    gap = text[start:end].rstrip()
    if not gap or len(gap) > _LONGEST or _CLAUSE.search(gap) or not _SUBJECT_OPENS.match(gap):
        return None
    comma = gap.find(",")
    core = gap[:comma] if comma >= 0 else gap
    if _RELATIVE.search(core) or any(not v.participle for v in verbs(core)):
        return None
    subject = paragraph.finder.first_in(base + start, base + start + len(core))
    return subject if subject is not None and subject.form == "name" else None


def _tagged(paragraph: Paragraph, cues: Sequence[Cue]) -> Attribution | None:
    """Read a sentence that ends in its speaker: "The “old weir” would hold, Lee said."."""
    base, text = paragraph.span.start, paragraph.masked
    for cue in cues:
        if cue.form not in said() or cue.form.endswith("ing") or not _TAG_ENDS.match(text, cue.end):
            continue
        subject = paragraph.finder.left(base + cue.start)
        if subject is None:
            continue
        opening = _TAG_OPENS.search(text, max(0, subject.span.start - base - 80), subject.span.start - base)
        if opening is None or verbs(opening[1]) or (opening[1] and subject.form == "pronoun"):
            continue
        return Attribution(
            subject, Span(base + cue.start, base + cue.end), f"“{cue.form}” ends its sentence", certain=True
        )
    return None


def _inverted(text: str, subject: Subject, base: int) -> bool:
    """Tell a subject behind its verb ("said Lee.") from the start of what was said ("said Lee would go")."""
    end = subject.span.end - base
    if subject.form == "pronoun":
        return _ENDED.match(text, end) is not None
    return not (ADVERB.match(text, end) and verbs(text[end : end + VERB]) and _FINITE_NEXT.match(text, end))


def _before(paragraph: Paragraph, fragment: Fragment, low: int, cues: Sequence[Cue]) -> Attribution | None:
    """Lee said (that …) "…": the last cue before the fragment in its sentence, plain verbs of saying first."""
    base, text = paragraph.span.start, paragraph.masked
    end = fragment.outer.start - base
    candidates = []
    for cue in cues:
        subject = paragraph.cue_subject(cue, low)
        if paragraph.is_passive(cue, low):
            by = _BY.match(text, cue.end)
            subject = paragraph.finder.right(base + by.end()) if by else None
        named = cue.form in _NAMING and subject is not None and subject.form == "nominal"
        if named and _NAMED.fullmatch(text, cue.end, end):
            return None
        if subject is not None:
            candidates.append((cue, subject))
    if not candidates:
        return None
    cue, subject = candidates[-1]
    adjoining = DIRECTLY.match(text, cue.end) is not None and text[cue.end : end].strip() in (":", ",")
    if len(candidates) > 1 and cue.form not in said() and not adjoining:
        outer, outer_subject = candidates[-2]
        between = text[outer.end : subject.span.start - base]
        joined = _NEW_CLAUSE.search(between)
        if outer.form in said() and not joined and "\0" not in between:
            cue, subject = outer, outer_subject
    gap = text[cue.end : end]
    # A participle's subject is the sentence's, and that is the first name only where the sentence starts with it.
    distant = cue.form.endswith("ing") and subject.span.start - base - low > _LATE
    near = "\0" not in gap and len(gap) < 120 and not distant
    return Attribution(
        subject,
        Span(base + cue.start, base + cue.end),
        f"“{cue.form}” stands before it in the sentence",
        certain=near,
    )


def _governed(paragraph: Paragraph, fragment: Fragment, low: int, cues: Sequence[Cue]) -> Attribution | None:
    """Read "Lee pledged to “raise the wall,” the Post reported": words that go on in the sentence of a verb right before them."""
    end = fragment.outer.start - paragraph.span.start
    if not _GOVERNS.fullmatch(paragraph.masked, cues[-1].end, end):
        return None
    found = _before(paragraph, fragment, low, cues)
    if found is None or found.cue is None or found.subject.form == "nominal":
        return None
    return found if _GOVERNS.fullmatch(paragraph.masked, found.cue.end - paragraph.span.start, end) else None


def _by_noun(paragraph: Paragraph, fragment: Fragment, low: int, nouns: Iterable[str]) -> Attribution | None:
    """Read a noun of speech and its possessor: "Lee's claim of “…”", "her warning that “…”"; ``nouns`` are those of the paragraph."""
    base, text = paragraph.span.start, paragraph.masked
    end = fragment.outer.start - base
    start = max(low, end - _NOUN_REACH)
    near = any(text.find(noun, start, end) >= 0 for noun in nouns)
    match = _NOUN_OF_SPEECH.search(text, start, end) if near else None
    if match is None or any(match.end("noun") <= c.start < end for c in paragraph.cues):
        return None
    group = "name" if match["name"] else "pronoun"
    span = Span(base + match.start(group), base + match.end(group))
    subject = (paragraph.finder.ending(span.end) if group == "name" else None) or Subject(span, group)
    return Attribution(
        subject,
        Span(base + match.start("noun"), base + match.end("noun")),
        f"“{match['noun']}” and its possessor",
        certain=False,
    )


def _according(paragraph: Paragraph, low: int, high: int) -> Attribution | None:
    text = paragraph.masked
    match = _ACCORDING.search(text, low, high)
    if match is None:
        return None
    subject = paragraph.finder.right(paragraph.span.start + match.end())
    span = Span(paragraph.span.start + match.start(), paragraph.span.start + match.end() - 1)
    return Attribution(subject, span, f"“{match.group().strip()}”", certain=True) if subject else None
