"""Subjects: the mention that speaks, beside a cue verb.

Works on a masked paragraph (quotations are NULs), leftwards from the verb: adverbs, auxiliaries and appositions between commas are
skipped, then a name, a pronoun or a nominal phrase must end there. Rightwards for inversion: "said the harbour master".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import Name, Person, Span
from checker.text.speech.phrases import phrase_start
from checker.text.vocabulary import function_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PRONOUN = re.compile(r"(?<![\w’'])(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e|[Yy]ou|[Ww]ho)(?![\w’'])")
_SKIP = re.compile(
    r"(?:(?<![\w’'])(?:has|had|have|also|later|then|again|once|often|even|always|would|will|could|can|may|might|did|does|do|is|was|were|be|been|being|not|"
    r"never|just|still|already|ever|now|since|first|recently|previously|simply|[a-z]+ly|to|too|both|all|himself|herself|themselves|"
    r"on|in|last|this|that|earlier|week|month|year|night|day|morning|afternoon|evening|today|yesterday|tonight|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|turn|went|should|"
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2},?)|n[’']t)\s*$"
)
_DETERMINER = (
    r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ne|[Ss]ome|[Mm]any|[Aa]nother"
    r"|[Ss]everal|[Oo]ther|[Tt]wo|[Tt]hree|[Tt]hose|[Tt]hat|[Tt]his|[Mm]ost|[Aa]ll|[Nn]o)"
)
_NOMINAL = re.compile(
    rf"(?:(?<![\w’'])(?:{_DETERMINER}\s+)(?:[\w’'.-]+\s+){{0,5}}?[\w’-]+(?:\s+(?:of|for|from|at|in|with)\s+(?:the\s+|a\s+)?(?:[\w’'.-]+\s*){{1,5}}?)?|(?<![\w’'-])[A-Z]?[a-z]{{3,}}s)$"
)
_NOMINAL_RIGHT = re.compile(
    rf"(?:{_DETERMINER}\s+(?:[\w’'-]+\s+){{0,4}}?[\w’-]+|[a-z]{{3,}}s)(?=\s*(?:[.,;:\0]|$|\sof\s|\sfor\s|\sin\s|\sat\s|\sto\s|\son\s|\swho\s|\sas\s|\safter\s|\swhen\s))"
)
_NOT_LAST = frozenset(
    "that which and but or as when while if because after before where what how why so than then in on at to for with by from "
    "about of not there here "
    "the a an who whom whose more further".split()
)
_RELATIVE = re.compile(r"(?<=\w|\)),?\s+(?P<who>who|which|that)$")
# "refused to say", "went on to say": the verb of saying has the subject of the verb before it.
_CHAIN = re.compile(
    r"\s(?:was\s|were\s|is\s|are\s|had\s|has\s|have\s)?(?:refus|prompt|forc|ask|continu|tri|want|us|seem|appear|declin|fail|manag|decid|compell|mov|vow|promis)(?:e[ds]?|ied|s)"
    r"(?:\sto)?\s*\Z|\s(?:was\s|is\s)?(?:went|goes|going|gone|began|begins|chose|chooses|quick|eager|happy|ready|able|unable|likely)(?:\son)?(?:\sto)?\s*\Z"
)
_CONTRACTED = re.compile(r"(?<![\w’'])([Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e|[Yy]ou)[’'](?:s|re|ve|d|ll|m)$")
_OFFICE = re.compile(
    r"(?:['’]s)?\s(?!(?:of|for|at|from|in|on|to|with|and|the|a|an)\s)(?:[a-z][\w-]*\s){1,3}(?=[A-ZÀ-Ž])"
)
_QUANTIFIER = re.compile(
    r"(?<![\w’'])(?:Some|Others|Many|Several|Most|Everyone|Everybody|Nobody|Critics|Supporters|Protesters)$"
)
_HEAD = re.compile(r"\s*([A-ZÀ-Ž][a-zà-ž]+)\s+(?:[a-z]+ed|said|went|told|wrote|has|had)\b")
_BARE = re.compile(r"[A-ZÀ-Ž][a-zà-ž]+(?:[-’'][A-ZÀ-Ž][a-zà-ž]+)?")
_MEMBER = re.compile(r"\s+(?:of|from|with|at)\s+(?:the\s+)?\Z")
_INSIDE = re.compile(r"\b(?:of|from|with|at|to|for|in|on|near|by)\s+(?:the\s+|(?:Mr|Mrs|Ms|Dr)\.?\s+)?\Z")
_PLACED = re.compile(r"\b(?:of|in|from|at|near|outside)\s\Z")
_NOMINAL_HEAD = re.compile(
    r"\s*((?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir|[Ss]everal|[Mm]any|[Ss]ome|[Mm]ost|[Tt]wo|[Tt]hree)\s+(?:[\w’'-]+\s+){0,4}?[\w’-]+)(?=\s+(?:has|have|had|is|was|were|are|left|went|took|made|[a-z]+ed)\b)"
)
_OFFICE_BEFORE = re.compile(
    r"(?:['’]s|\b[Tt]he|\b[Hh]is|\b[Hh]er|\b[Ii]ts|\b[Aa]n?)\s(?:[\w-]+\s){0,5}[a-z][\w-]*,\s*\Z"
)
_WHO = re.compile(r",\s(?:who|which)\s")
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")


_NEAR = 60  # code points before a place in which what leads up to it is looked for


def _within(mentions: Sequence[Name] | Sequence[Person], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of those mentions, sorted as they are, that lie inside two offsets."""
    for mention in mentions[bisect_left(mentions, start, key=lambda m: m.start) :]:
        if mention.start >= end:
            return
        if mention.end <= end:
            yield mention.start, mention.end


@dataclass(frozen=True, slots=True)
class Subject:
    """A mention found as subject: its span in the document, and what it is: ``name``, ``pronoun`` or ``nominal``.

    ``antecedent``: whom a relative pronoun stands for.
    """

    span: Span
    form: str
    antecedent: Subject | None = None


class Finder:
    """Finds subjects in one masked paragraph; ``names`` are the document's."""

    def __init__(self, masked: str, base: int, names: Sequence[Name], persons: Sequence[Person]) -> None:
        self.masked, self.base = masked, base
        inside = sorted({*_within(names, base, base + len(masked)), *_within(persons, base, base + len(masked))})
        self._by_end: dict[int, int] = {}
        self._by_start: dict[int, int] = {}
        for start, end in inside:
            if "\0" in masked[start - base : end - base]:
                continue
            self._by_end[end] = min(start, self._by_end.get(end, start))
            self._by_start[start] = max(end, self._by_start.get(start, end))
        self._starts = sorted(self._by_start)

    def left(self, end: int) -> Subject | None:
        """The subject that ends before ``end`` (an offset in the document), or None."""
        text, at = self.masked, end - self.base
        for _ in range(7):
            stripped = text[:at].rstrip()
            match = _SKIP.search(stripped, max(0, len(stripped) - 24))
            if match is None or self._by_end.get(self.base + len(stripped)) is not None:
                at = len(stripped)
                break
            at = match.start()
        if chain := _CHAIN.search(text, max(0, at - 40), at):
            at = chain.start()
        for _ in range(4):
            stripped = text[:at].rstrip()
            if found := _BRACKET.search(stripped, max(0, len(stripped) - _NEAR)):
                at = found.start()
            elif stripped.endswith((",", "—", "–")):
                before = self._before_apposition(stripped)
                if before is None:
                    return None
                at = before
            elif found := _RELATIVE.search(stripped, max(0, len(stripped) - _NEAR)):
                who = self._ending(found.start())
                span = Span(self.base + found.start("who"), self.base + found.end("who"))
                return Subject(span, "pronoun", who) if who is not None else None
            elif found := _CONTRACTED.search(stripped, max(0, len(stripped) - _NEAR)):
                return Subject(Span(self.base + found.start(1), self.base + found.end(1)), "pronoun")
            else:
                at = len(stripped)
                break
        return self._ending(at)

    def right(self, start: int) -> Subject | None:
        """The subject that starts at ``start``, behind white space and lower-case descriptions ("said union leader Ann Lee")."""
        text, at = self.masked, start - self.base
        while at < len(text) and text[at] in " ,":
            at += 1
        if match := PRONOUN.match(text, at):
            return Subject(Span(self.base + match.start(), self.base + match.end()), "pronoun")
        described = re.compile(r"(?:[A-Za-z’'.-]+\s+){0,6}?(?=[A-ZÀ-Ž])").match(text, at)
        after = bisect_left(self._starts, self.base + at)
        if described and after < len(self._starts):
            first = self._starts[after]
            gap = text[at : first - self.base]
            if len(gap.split()) <= 6 and not re.search(
                r"[,;:\0]|(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bSen)(?<!\bRep)(?<!\bRev)(?<!\bGov)(?<!\bGen)"
                r"(?<!\bLt)(?<!\bCol)(?<!\bSgt)(?<!\bCapt)(?<!\bMaj)(?<!\bProf)(?<!\bHon)(?<!\bAdm)(?<!\bDet)(?<!\bCpl)\.|\b(?:that|and|but|as|on|in|at|to|after|before|when|while|from|of|for|by|with)\b",
                gap,
            ):
                return Subject(self._behind_body(first), "name")
        if match := _NOMINAL_RIGHT.match(text, at):
            return Subject(Span(self.base + match.start(), self.base + match.end()), "nominal")
        return None

    def starting(self, start: int) -> Subject | None:
        """The name or pronoun that starts right at ``start``."""
        end = self._by_start.get(start)
        if end is not None:
            return Subject(Span(start, end), "name")
        match = PRONOUN.match(self.masked, start - self.base)
        return Subject(Span(start, self.base + match.end()), "pronoun") if match else None

    def ending(self, end: int) -> Subject | None:
        """The name that ends right at ``end``."""
        start = self._by_end.get(end)
        return Subject(Span(start, end), "name") if start is not None else None

    def _behind_body(self, first: int) -> Span:
        """The name at ``first``; of "Harbour Rescue spokesman Ann Lee", where a body stands before an office, the person."""
        end = self._by_start[first]
        office = _OFFICE.match(self.masked, end - self.base)
        if office and (stop := self._by_start.get(self.base + office.end())):
            return Span(self.base + office.end(), stop)
        return Span(first, end)

    def first_in(self, start: int, end: int, *, nominal: bool = False) -> Subject | None:
        """The first name or pronoun between two offsets that is no possessor: the subject of a plain sentence.

        With ``nominal``, a noun phrase before its verb at ``start`` counts as well: "The retired surgeon has ...".
        """
        phrase = _NOMINAL_HEAD.match(self.masked, start - self.base, end - self.base) if nominal else None
        if phrase is not None:
            span = Span(self.base + phrase.start(1), self.base + phrase.end(1))
            named = self._by_end.get(span.end)
            return Subject(span, "nominal") if named is None else Subject(Span(named, span.end), "name")
        found: Subject | None = None
        for name in self._starts[bisect_left(self._starts, start) :]:
            if name >= end:
                break
            stop = self._by_start[name]
            if not re.match(r"[’']s?\b", self.masked[stop - self.base : stop - self.base + 2]):
                found = Subject(Span(name, stop), "name")
                break
        head = _HEAD.match(self.masked, start - self.base, end - self.base)
        if (
            head
            and head[1].casefold() not in function_words()
            and (found is None or found.span.start > self.base + head.end(1))
        ):
            found = Subject(Span(self.base + head.start(1), self.base + head.end(1)), "name")
        pronoun = PRONOUN.search(self.masked, start - self.base, end - self.base)
        if pronoun and (found is None or self.base + pronoun.start() < found.span.start):
            return Subject(Span(self.base + pronoun.start(), self.base + pronoun.end()), "pronoun")
        return found

    def _before_apposition(self, stripped: str) -> int | None:
        """Where the words before an apposition end: "Ann Lee, the mayor," gives the end of "Lee"."""
        body = stripped[:-1]
        named = self._by_end.get(self.base + len(body.rstrip()))
        if named is not None and _OFFICE_BEFORE.search(body, max(0, named - self.base - 2 * _NEAR), named - self.base):
            return len(body.rstrip())  # "Merkel's spokesman, Ann Lee,": the apposition is the name
        low = max(0, len(body) - 170)
        at = len(body)
        while (at := max(body.rfind(",", low, at), body.rfind("—", low, at))) > low:
            end = len(_BRACKET.sub("", body[:at]).rstrip())
            start = self._by_end.get(self.base + end)
            placed = start is not None and _PLACED.search(body, max(0, start - self.base - _NEAR), start - self.base)
            if (start is not None and not placed) or PRONOUN.search(body, max(0, end - 5), end):
                return end
            if _WHO.match(body, at) and _NOMINAL.search(body[max(0, end - 60) : end]):
                return end
        return None

    def _ending(self, at: int) -> Subject | None:
        text = self.masked
        start = self._by_end.get(self.base + at)
        if start is not None and not text[:at].endswith(("'s", "’s")):
            member = _MEMBER.search(text, max(0, start - self.base - _NEAR), start - self.base)
            first = self._by_end.get(self.base + member.start()) if member else None
            if member is not None and first is not None:  # "Mr. Morgan of the Sierra Club said"
                return Subject(Span(first, self.base + member.start()), "name")
            phrase = (
                phrase_start(text, at)
                if _INSIDE.search(text, max(0, start - self.base - _NEAR), start - self.base)
                else None
            )
            if phrase is not None and self.base + phrase < start:  # "supporters of Mr. Morgan said"
                return Subject(Span(self.base + phrase, self.base + at), "nominal")
            return Subject(Span(start, self.base + at), "name")
        window = text[max(0, at - 110) : at]
        offset = self.base + max(0, at - 110)
        if match := _QUANTIFIER.search(window):
            return Subject(Span(offset + match.start(), self.base + at), "nominal")
        if match := re.search(PRONOUN.pattern + r"$", window):
            return Subject(Span(offset + match.start(), self.base + at), "pronoun")
        last = re.search(r"[\w’'.-]+$", window)
        if last is None or last.group().casefold() in _NOT_LAST:
            return None
        opens = not window[: last.start()].strip() or window[: last.start()].rstrip()[-1:] in ".?!\0"
        if opens and _BARE.fullmatch(last.group()) and last.group().casefold() not in function_words():
            return Subject(Span(offset + last.start(), self.base + at), "name")  # a name the text has nowhere else
        first = phrase_start(text, at)
        return Subject(Span(self.base + first, self.base + at), "nominal") if first is not None else None
