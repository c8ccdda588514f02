"""Subjects: the mention that speaks, beside a cue verb.

Works on a masked paragraph (quotations are NULs), leftwards from the verb: adverbs, auxiliaries and appositions between commas are
skipped, then a name, a pronoun or a nominal phrase must end there. Rightwards for inversion: "said the harbour master".
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.model import Span
from checker.text.names import titles
from checker.text.patterns import pattern
from checker.text.speech.cues import entries
from checker.text.speech.lazy import lazy
from checker.text.speech.phrases import phrase_start
from checker.text.vocabulary import function_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model import Name, Person

PRONOUN = pattern(r"(?<![\w’'])(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e|[Yy]ou|[Ww]ho)(?![\w’'])")
_DATE = pattern(
    r"(?<![\w’'])(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2},?\Z|n[’']t\Z|(?<![\w’'])[a-z]+ly\Z"
)
_LAST = pattern(r"(?:^|[^\w’'])([\w’']+)\Z")
_DETERMINER = (
    r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ne|[Ss]ome|[Mm]any|[Aa]nother"
    r"|[Ss]everal|[Oo]ther|[Tt]wo|[Tt]hree|[Tt]hose|[Tt]hat|[Tt]his|[Mm]ost|[Aa]ll|[Nn]o)"
)
_NOMINAL = pattern(
    rf"(?:(?<![\w’'])(?:{_DETERMINER}\s+)(?:[\w’'.-]+\s+){{0,5}}?[\w’-]+(?:\s+(?:of|for|from|at|in|with)\s+(?:the\s+|a\s+)?(?:[\w’'.-]+\s*){{1,5}}?)?|(?<![\w’'-])[A-Z]?[a-z]{{3,}}s)$"
)
_NOMINAL_RIGHT = pattern(
    rf"(?:{_DETERMINER}\s+(?:[\w’'-]+\s+){{0,4}}?[\w’-]+|[a-z]{{3,}}s)(?=\s*(?:[.,;:\0]|$|\sof\s|\sfor\s|\sin\s|\sat\s|\sto\s|\son\s|\swho\s|\sas\s|\safter\s|\swhen\s))"
)
_RELATIVE = pattern(r"(?<=\w|\)),?\s+(?P<who>who|which|that)$")
# "refused to say", "went on to say": the verb of saying has the subject of the verb before it.
_TRIES = "refus prompt forc ask continu tri want us seem appear declin fail manag decid compell mov vow promis".split()
_LEADS = "went goes going gone began begins chose chooses quick eager happy ready able unable likely".split()
_CHAIN = pattern(
    rf"\s(?:was\s|were\s|is\s|are\s|had\s|has\s|have\s)?(?:{'|'.join(_TRIES)})(?:e[ds]?|ied|s)(?:\sto)?\s*\Z"
    rf"|\s(?:was\s|is\s)?(?:{'|'.join(_LEADS)})(?:\son)?(?:\sto)?\s*\Z"
)
_CHAINED = frozenset({"to", "on", *_LEADS, *(root + end for root in _TRIES for end in ("e", "ed", "es", "ied", "s"))})
_CONTRACTED = pattern(r"(?<![\w’'])([Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e|[Yy]ou)[’'](?:s|re|ve|d|ll|m)$")
_OFFICE = pattern(
    r"(?:['’]s)?\s(?!(?:of|for|at|from|in|on|to|with|and|the|a|an)\s)(?:[a-z][\w’'-]*\s){1,3}(?=[A-ZÀ-Ž])"
)
_OFFICE_APART = pattern(  # "Corvo's chief executive, Ann Lee"
    r"(?P<of>['’]s)?\s(?!(?:of|for|at|from|in|on|to|with|and|the|a|an)\s)(?:[a-z][\w’'-]*\s){0,3}(?P<head>[a-z][\w’'-]*),\s(?=[A-ZÀ-Ž])"
)
_HEAD = pattern(r"\s*([A-ZÀ-Ž][a-zà-ž]+)\s+(?:[a-z]+ed|said|went|told|wrote|has|had)\b")
_BARE = pattern(r"[A-ZÀ-Ž][a-zà-ž]+(?:[-’'][A-ZÀ-Ž][a-zà-ž]+)?")
_MEMBER = pattern(r"(?:,\s\d{1,3},)?\s+(?:of|from|with|at)\s+(?:the\s+)?\Z")
_INSIDE = pattern(r"\b(?:of|from|with|at|to|for|in|on|near|by)\s+(?:the\s+|(?:Mr|Mrs|Ms|Dr)\.?\s+)?\Z")
_IDENTIFIES = pattern(r"\s*(?:[.,;:\0]|\Z)")  # behind a name that says who a phrase is
_LONG_OFFICE = pattern(r"\s(?:of|for|at|in)\s[^,.;:\0]{2,60},\s(?=[A-ZÀ-Ž])")
_PLACED = pattern(r"\b(?:of|in|from|at|near|outside)\s\Z")
_NOMINAL_HEAD = pattern(
    r"\s*((?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir|[Ss]everal|[Mm]any|[Ss]ome|[Mm]ost|[Tt]wo|[Tt]hree)\s+(?:[\w’'-]+\s+){0,4}?[\w’-]+)(?=\s+(?:has|have|had|is|was|were|are|left|went|took|made|[a-z]+ed)\b)"
)
# "Corvo's mayor, Ann Lee", "the older of the two, shift boss Ann Lee"
_OFFICE_BEFORE = pattern(
    r"(?:['’]s|\b[Tt]he|\b[Hh]is|\b[Hh]er|\b[Ii]ts|\b[Aa]n?)\s(?:[\w-]+\s){0,5}[a-z][\w-]*,\s*(?P<post>(?:[a-z][\w-]*\s+){0,3})\Z"
)
_WHO = pattern(r",\s(?:who|which)\s")
_BRACKET = pattern(r"\s*\([^()]*\)\s*$")
_APOSTROPHES = frozenset("’'")
_LINKS = frozenset("of from with at to for in on near by the Mr Mrs Ms Dr Mr. Mrs. Ms. Dr.".split())
_DESCRIBED = pattern(r"(?:[A-Za-z’'.-]+\s+){0,6}?(?=[A-ZÀ-Ž])")
_APART = pattern(r"[,;:\0]|\b(?:that|and|but|as|on|in|at|to|after|before|when|while|from|of|for|by|with)\b")
_POSSESSES = pattern(r"[’']s?\b")
_PRONOUNS = frozenset("he she they it we you who".split())
_END = pattern(r"[\w’'.-]+\Z")


_NEAR = 60  # code points before a place in which what leads up to it is looked for
_LONGEST_WORD = 40  # code points
_WORD = 24  # code points of a word, or of a day of a month, between a subject and its verb


class Mentions:
    """Where the names and persons of a document start and end: ``ends`` by start and ``starts`` by end, of the longest mention there.

    ``persons``: where the mentions of persons end.
    """

    def __init__(self, names: Iterable[Name], persons: Sequence[Person]) -> None:
        self.ends = {name.start: name.end for name in names}
        self.starts = {end: start for start, end in self.ends.items()}
        self.persons = {person.end for person in persons}
        for person in persons:
            start, end = person.start, person.end
            if self.ends.get(start) != end:  # it has a title before it, or two names in it
                self.ends[start] = max(end, self.ends.get(start, 0))
                self.starts[end] = min(start, self.starts.get(end, end))

    @lazy
    def in_order(self) -> list[int]:
        """Where mentions start, in order."""
        return sorted(self.ends)

    def within(self, start: int, end: int) -> list[int]:
        """Where the mentions between two offsets start, in order."""
        low = bisect_left(self.in_order, start)
        found = self.in_order[low : bisect_left(self.in_order, end, low)]
        return found if not found or self.ends[found[-1]] <= end else [at for at in found if self.ends[at] <= end]


@frozen()
class Subject:
    """A mention found as subject: its span in the document, and what it is: ``name``, ``pronoun`` or ``nominal``.

    ``antecedent``: whom a relative pronoun stands for.
    """

    span: Span
    form: str
    antecedent: Subject | None = None


class Finder:
    """Finds subjects in one masked paragraph; ``mentions`` are the document's."""

    def __init__(self, masked: str, base: int, mentions: Mentions) -> None:
        self.masked, self.base, self._mentions, self._persons = masked, base, mentions, mentions.persons
        # Those of the document: what is asked for never stands in a quotation, or in another paragraph.
        self._by_end, self._by_start = mentions.starts, mentions.ends
        self._left: dict[int, Subject | None] = {}

    @lazy
    def _starts(self) -> list[int]:
        """Where the mentions of the paragraph start, in order, those in quotations left out."""
        masked, base = self.masked, self.base
        return [
            start
            for start in self._mentions.within(base, base + len(masked))
            if masked[start - base] != "\0" and masked[self._by_start[start] - base - 1] != "\0"
        ]

    def left(self, end: int) -> Subject | None:
        """The subject that ends before ``end`` (an offset in the document), or None."""
        if end not in self._left:
            self._left[end] = self._found_left(end)
        return self._left[end]

    def _found_left(self, end: int) -> Subject | None:
        text, at = self.masked, self._behind_subject(end - self.base)
        for _ in range(4):
            while at and text[at - 1].isspace():
                at -= 1
            contracted = not _APOSTROPHES.isdisjoint(text[at - 3 : at])
            if self.base + at in self._by_end and not contracted:
                break
            last = text[at - 1 : at]
            if last == ")" and (found := _BRACKET.search(text, max(0, at - _NEAR), at)):
                at = found.start()
            elif last in (",", "—", "–"):
                before = self._before_apposition(text[:at])
                if before is None:
                    return None
                at = before
            elif text.endswith(("who", "which", "that"), 0, at) and (
                found := _RELATIVE.search(text, max(0, at - _NEAR), at)
            ):
                who = self._ending(found.start())
                span = Span(self.base + found.start("who"), self.base + found.end("who"))
                return Subject(span, "pronoun", who) if who is not None else None
            elif contracted and (found := _CONTRACTED.search(text, max(0, at - _NEAR), at)):
                return Subject(Span(self.base + found.start(1), self.base + found.end(1)), "pronoun")
            else:
                break
        return self._ending(at)

    def _behind_subject(self, at: int) -> int:
        """Where the subject ends whose verb starts at ``at``, in the masked paragraph: before adverbs, auxiliaries, "refused to"."""
        text = self.masked
        for _ in range(7):
            while at and text[at - 1].isspace():
                at -= 1
            if self.base + at in self._by_end:
                break
            skipped = _skipped(text, at)
            if skipped is None:
                break
            at = skipped
        else:
            while at and text[at - 1].isspace():
                at -= 1
        if self.base + at in self._by_end:
            return at  # no name is a verb
        if text[text.rfind(" ", 0, at) + 1 : at] in _CHAINED and (chain := _CHAIN.search(text, max(0, at - 40), at)):
            return chain.start()
        return at

    def right(self, start: int) -> Subject | None:
        """The subject that starts at ``start``, behind white space and lower-case descriptions ("said union leader Ann Lee")."""
        text, at = self.masked, start - self.base
        while at < len(text) and text[at] in " ,":
            at += 1
        if match := PRONOUN.match(text, at):
            return Subject(Span(self.base + match.start(), self.base + match.end()), "pronoun")
        described = _DESCRIBED.match(text, at)
        after = bisect_left(self._starts, self.base + at)
        if described and after < len(self._starts):
            first = self._starts[after]
            gap = text[at : first - self.base]
            if len(gap.split()) <= 6 and not (gap and _apart(gap)):
                return Subject(self._behind_body(first), "name")
        if match := _NOMINAL_RIGHT.match(text, at):
            named = self._by_start.get(self.base + match.end() + 2) if text.startswith(", ", match.end()) else None
            if named is not None and _IDENTIFIES.match(text, named - self.base):  # "said his sister, Ann Lee, 31"
                return Subject(Span(self.base + match.end() + 2, named), "name")
            if longer := _LONG_OFFICE.match(text, match.end()):  # "said the councillor for education, Ann Lee"
                first = self.base + longer.end()
                behind = self._by_start.get(first)
                if behind in self._persons and _IDENTIFIES.match(text, behind - self.base):
                    return Subject(Span(first, behind), "name")
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
        """The name at ``first``; of "Harbour Rescue spokesman Ann Lee" or "Corvo's mayor, Ann Lee", the person behind it."""
        end = self._by_start[first]
        text, at = self.masked, end - self.base
        if apart := _OFFICE_APART.match(text, at):
            named = self.base + apart.end()
            behind = self._by_start.get(named)
            holder = apart["head"] not in entries("collectives.txt") and (apart["of"] or end not in self._persons)
            if holder and behind in self._persons and _IDENTIFIES.match(text, behind - self.base):
                return Span(named, behind)
        office = _OFFICE.match(text, at)
        behind = bisect_left(self._starts, self.base + office.end() if office else end)
        if behind < len(self._starts):
            person = self._starts[behind]
            ranks = text[office.end() if office else at : person - self.base].split()
            known = office is not None or ranks or text[text.rfind(" ", 0, at) + 1 : at] in titles()
            if known and all(rank in titles() for rank in ranks):
                return Span(person, self._by_start[person])
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
            if not _POSSESSES.match(self.masked[stop - self.base : stop - self.base + 2]):
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
        head = named - self.base if named is not None else 0
        if body.rfind(",", max(0, head - _NEAR), head) >= 0:
            office = _OFFICE_BEFORE.search(body, max(0, head - 2 * _NEAR), head)
            if office and not any(w in function_words() or w.endswith(("ing", "ed")) for w in office["post"].split()):
                return len(body.rstrip())  # "Merkel's spokesman, Ann Lee,": the apposition is the name
        low = max(0, len(body) - 170)
        at = len(body)
        while (at := max(body.rfind(",", low, at), body.rfind("—", low, at))) > low:
            before = body[:at].rstrip()
            end = len(_BRACKET.sub("", before).rstrip()) if before.endswith(")") else len(before)
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
        if start is not None and not (text[at - 1] == "s" and text[at - 2] in _APOSTROPHES):
            return self._named(start, at)
        space = text.rfind(" ", 0, at)
        opens_at = space + 1
        ending = last = text[opens_at:at]
        if not last.isalpha() or len(last) > _LONGEST_WORD:
            found = _END.search(text, max(at - _LONGEST_WORD, opens_at), at)
            if found is None:
                return None
            last, opens_at = found.group(), found.start()
            ending = last[max(last.rfind("-"), last.rfind(".")) + 1 :]
        if ending in _quantifiers():
            return Subject(Span(self.base + at - len(ending), self.base + at), "nominal")
        if ending == "I" or (ending.casefold() in _PRONOUNS and ending[1:].islower()):
            return Subject(Span(self.base + at - len(ending), self.base + at), "pronoun")
        if last.casefold() in _not_last():
            return None
        before = text[max(0, at - 110) : opens_at].rstrip()
        opens = not before or before[-1] in ".?!\0"
        if opens and _BARE.fullmatch(last) and last.casefold() not in function_words():
            return Subject(Span(self.base + opens_at, self.base + at), "name")  # a name the text has nowhere else
        first = phrase_start(text, at)
        return Subject(Span(self.base + first, self.base + at), "nominal") if first is not None else None

    def _named(self, start: int, at: int) -> Subject:
        """The subject that ends in the name between ``start``, in the document, and ``at``, in the masked paragraph."""
        text, head = self.masked, start - self.base
        end = head
        while end and text[end - 1].isspace():
            end -= 1
        if text[text.rfind(" ", 0, end) + 1 : end] in _LINKS:
            member = _MEMBER.search(text, max(0, head - _NEAR), head)
            first = self._by_end.get(self.base + member.start()) if member else None
            if member is not None and first is not None:  # "Mr. Morgan of the Sierra Club said"
                return self._named(first, member.start())  # "Ann Lee of the Friends of the Weir said"
            inside = _INSIDE.search(text, max(0, head - _NEAR), head)
            phrase = phrase_start(text, at) if inside else None
            if phrase is not None and phrase < head:  # "supporters of Mr. Morgan said"
                return Subject(Span(self.base + phrase, self.base + at), "nominal")
        return Subject(Span(start, self.base + at), "name")


def _skipped(text: str, at: int) -> int | None:
    """Where the word starts that ends at ``at``, if it may stand between a subject and its verb; None otherwise."""
    low = at - _WORD if at > _WORD else 0
    space = text.rfind(" ", low, at)
    word = text[space + 1 : at]
    if (space >= 0 or not low) and word.isalpha():
        adverb = word.endswith("ly") and word.isascii() and word.islower() and len(word) > 2
        return space + 1 if adverb or word in _before_cues() else None
    if not text[at - 1 : at].isalnum() and text[at - 1 : at] != ",":
        return None  # neither a word nor a day ends there
    if found := _DATE.search(text, low, at):
        return found.start()
    last = _LAST.search(text, low, at)
    return last.start(1) if last and last[1] in _before_cues() else None


def _apart(gap: str) -> bool:
    """Tell whether something parts a description from the name behind it: a sign, a full stop behind no title, a preposition."""
    return _APART.search(gap) is not None or any(w.endswith(".") and w not in titles() for w in gap.split())


@cache
def _before_cues() -> frozenset[str]:
    return entries("before-cues.txt")


@cache
def _not_last() -> frozenset[str]:
    return entries("no-subjects.txt")


@cache
def _quantifiers() -> frozenset[str]:
    return entries("quantifiers.txt")
