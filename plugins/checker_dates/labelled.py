"""Claims about dates that have a label of their own: "best before 14 March 2026", "the letter is dated March 4", "founded in 1921"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Annotations, Claim, Document, Extractor, Mention, Passage, SegmentKind, Sentence, Timex
from checker.text.vocabulary import entries, table, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SLOT, YEARS, SINCE = "labelled-date", "labelled-year", "labelled-since"
_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_REACH = 90  # code points before a date in which its label may begin
_YEAR = re.compile(r"\d{4}")
_DAY = 2 * 1440  # minutes; a longer window is no day
_MONTH = 31 * 1440  # what began "in mid-January" began within so much
_JOINED = r"(?:\s(?:of|is|was|on|as|the|for)|:|\s\()*\s*\Z"
_WAS = re.compile(r"\b(?:was|were|had)\b")
_SINCE_BEFORE = 24  # code points before a date in which "since" stands


@frozen()
class LabelledDate(Mention):
    """A date of which an article has one under this label.

    ``key``: by what dates meet; ``label``: the same, for the reader; ``thing``: the head noun of what the date is of, "" where it is a
    pronoun or not found; ``told``: the words before that noun, its names among them.
    """

    kind: ClassVar[str] = "labelled-date"
    key: str
    label: str
    thing: str = ""
    told: frozenset[str] = frozenset()

    def may_be(self, other: LabelledDate) -> bool:
        """Tell whether two dates may be of one thing: no museum is a theatre, and the town's is not the railway's."""
        if (
            not self.thing
            or not other.thing
            or not {self.thing, other.thing}.isdisjoint(entries("checker_dates", "any-body.txt"))
        ):
            return True
        return self.thing == other.thing and (not self.told or not other.told or bool(self.told & other.told))


# What stands before the words that tell what is so: "The Salzach pool, which has been", "Wrekin Castings was", "a theatre".
_HOLDER = re.compile(
    r"(?:^|\s)(?:(?P<new>[Aa]n?)\s|(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]his|[Tt]hat)\s)?(?P<phrase>(?:[\w’'&-]+\s){0,4}?[\w’'&-]+?)"
    r",?(?:\s(?:which|that|who))?(?:\s(?:was|were|is|are|has|have|had|been|first|not|since|originally|itself|now|also|remained?|stayed|held|kept))*,?\s*\Z"
)
_OF = re.compile(r"\b(?:of|in|at|on|for)\s(?:the\s|an?\s)?\Z")
_PRONOUNS = frozenset("it they he she which that who this".split())


def _either(forms: str) -> str:
    """The forms of a line, as alternatives."""
    return "|".join(form.strip() for form in forms.split(","))


def _patterns(name: str, behind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The labels of a table, with what matches one of their forms and ``behind``."""
    found = table("checker_dates", name).items()
    return tuple((label, re.compile(rf"(?i)\b(?:{_either(forms)}){behind}")) for label, forms in found)


@cache
def _labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return _patterns("date-labels.txt", _JOINED)


@cache
def _paper() -> re.Pattern[str]:
    """A paper and the words that give it a date: "the letter on his desk was dated", "the memo bears the date of"."""
    papers = "|".join(words("checker_dates", "dated-papers.txt"))
    return re.compile(
        rf"(?i)\b(?P<paper>{papers})\b[^.;:]{{0,60}}?\b(?:dated|(?:carr(?:ies|ied|ying)|bears|bore|bearing)\sthe\sdate(?:\sof)?)\s\Z"
    )


def _terms() -> dict[str, str]:
    return table("checker_dates", "dated-terms.txt")


@cache
def _term() -> re.Pattern[str]:
    """What runs for a time, and the words behind which its first or last day stands: "the contract runs until", "the lease expires on"."""
    terms = "|".join(f"(?P<t{n}>{_either(forms)})" for n, forms in enumerate(_terms().values()))
    return re.compile(
        rf"(?i)\b(?:{terms})\b[^.;:]{{0,40}}?\b(?:will\s|was\sto\s|is\sto\s|due\sto\s|not\s)?"
        r"(?:(?P<end>(?:runs?|running|ran|lasts?|lasting|valid|good|in\s(?:force|place|effect)|continues?|open)\s(?:until|till|through|(?:up\s)?to)|"
        r"(?:ends?|expires?|runs?\sout|closes?|ended|expired|closed)(?:\son)?)|(?:starts?|begins?|opens?|started|began|opened|takes?\seffect)(?:\sto\s(?:the\s)?(?:public|visitors|traffic))?(?:\son)?)\s\Z"
    )


@cache
def _years() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return _patterns("year-labels.txt", r"\s(?:in|back\sin|since)\s\Z")


@cache
def _states() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What has been so since a day: "closed since mid-January", "on strike since Monday"."""
    since = r"\b[^.;:\"“”]{0,30}?\s(?:ever\s)?since\s(?:about\s|around\s)?\Z"
    return tuple((f"day since which it is {label}", found) for label, found in _patterns("states-since.txt", since))


def _named(before: str, patterns: Iterable[tuple[str, re.Pattern[str]]]) -> str | None:
    """The label whose words end what stands before a date."""
    return next((label for label, found in patterns if found.search(before)), None)


def _of_thing(before: str, patterns: Iterable[tuple[str, re.Pattern[str]]]) -> tuple[str, str, frozenset[str]] | None:
    """The same, with the noun and the words before it of what the date is told of; None where that is brought in as new ("a theatre")."""
    for label, pattern in patterns:
        found = pattern.search(before)
        if found is not None:
            holder = _HOLDER.search(before, 0, found.start())
            if holder is None:
                return label, "", frozenset()
            *words_before, head = holder["phrase"].split()
            if holder["new"]:  # behind a comma it only says what somebody is: "Ann Ro, a baker in Hallein, has been"
                return (label, "", frozenset()) if "," in holder.group() else None
            if _PRONOUNS.intersection(holder["phrase"].lower().split()) or _OF.search(
                before, 0, holder.start("phrase")
            ):
                return label, "", frozenset()  # "it"; "the clearance of the market"
            own = frozenset(w.lower().removesuffix("'s").removesuffix("’s") for w in words_before)
            return label, head.lower(), own
    return None


def labelled_dates(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the days that have a label, where the article gives one day under it."""
    text = document.text
    found: dict[tuple[str, str], list[tuple[Timex, LabelledDate]]] = defaultdict(list)
    for sentence in annotations.of(Sentence):
        if sentence.segment in _SKIPPED:
            continue
        for timex in annotations.within(Timex, sentence):
            window = timex.window
            if timex.type != "DATE" or window is None:
                continue
            before = text[max(sentence.start, timex.start - _REACH) : timex.start]
            length = window.core.last - window.core.first
            slot, thing, told = SLOT, "", frozenset[str]()
            label = _label(before, timex) if length < _DAY else None
            of_thing: tuple[str, str, frozenset[str]] | None = None
            if label is None and length <= _MONTH and "since" in before[-_SINCE_BEFORE:]:
                slot, of_thing = SINCE, _of_thing(before, _states())
            if label is None and _YEAR.fullmatch(timex.value):
                slot, of_thing = YEARS, _of_thing(before, _years())
            if of_thing is not None:
                label, thing, told = of_thing
            if label is not None:
                title = _titled(label, thing) if slot != SLOT else label
                found[slot, label].append((timex, LabelledDate(timex.start, timex.end, label, title, thing, told)))
    for (slot, _), all_told in found.items():
        if len({timex.value for timex, _ in all_told}) == 1:
            for timex, subject in all_told:
                yield Claim(document, subject, slot, timex, (Passage(timex.start, timex.end, "date"),))


def _titled(label: str, thing: str) -> str:
    return label.replace("it is", f"the {thing} is") if thing else label


def _label(before: str, timex: Timex) -> str | None:
    if label := _named(before, _labels()):
        return label
    term = _term().search(before)
    # "was going to open on Monday" may speak of the Monday before the publication or of that behind it.
    if term and (not _WAS.search(term.group()) or timex.said & {"day", "holiday"}):
        noun = next(noun for n, noun in enumerate(_terms()) if term[f"t{n}"])
        return f"{'last' if term['end'] else 'first'} day of the {noun}"
    paper = _paper().search(before)
    return f"date of the {paper['paper'].lower()}" if paper else None


LABELLED_DATES = Extractor("labelled-dates", "3", (Sentence, Timex), Claim, labelled_dates)
