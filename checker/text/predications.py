"""Predications: what a clause says happened, where no class of events fits, and the words by which two articles tell one thing.

The predicate of a dated clause is known by its kind: forms that tell the same thing share a line of ``predicates.txt`` ("was arrested",
"turned himself in"); any other verb is of the kind of its stem. Beside the head the other predicates of the clause count: "he is
due in court for a preliminary hearing" is of the hearing.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.model import EventMention, Name, Person, Predication, SegmentKind, Sentence, Span, Timex
from checker.text.attachment import head, told_when
from checker.text.clauses import clause_at
from checker.text.event_words import inflected
from checker.text.patterns import once
from checker.text.verbs import verbs
from checker.text.victims import victims
from checker.text.vocabulary import light_words, table, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.model import Annotations, Document

HARM, SERIAL, ALARM, OCCASION, SPEECH, PERSON, ONCE, LIGHT = (
    "harm",
    "serial",
    "alarm",
    "occasion",
    "speech",
    "person",
    "once",
    "light",
)
INCIDENT = frozenset({HARM, SERIAL, ALARM, OCCASION})  # the sorts of predicates that may tell of an incident

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'](?!s\b)[^\W\d_]+)*|\d+(?:[.,:]\d+)*(?:-[^\W\d_]+)*")
_DAYS = frozenset({"day", "weekday", "offset", "holiday"})  # what a time expression that names a day says
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_AGE = re.compile(r"\b(\d{1,3})[-\s]years?[-\s]old\b|,\s(\d{1,3})(?=,)")
_TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sep sept oct nov dec morning afternoon evening night midnight noon "
    "early late today yesterday tonight day week month year a.m p.m am pm around about shortly".split()
)
_MONTHS = frozenset({"March", "May"})


@frozen()
class Kind:
    """A line of ``predicates.txt``."""

    name: str
    sort: str
    title: str


@frozen()
class Telling:
    """How a passage tells what it tells: kinds of its head and of its clause, and the words of its sentence that are particular."""

    head: frozenset[str]  # none where the head says nothing of itself
    clause: frozenset[str]
    words: frozenset[str]  # stems, in lower case
    names: frozenset[str]  # words of proper names, in lower case
    people: frozenset[str]  # last names of the persons named, but for those who tell it
    ages: frozenset[str]
    lead: bool = False  # in the headline or the first two paragraphs
    days: int = 1  # that its sentence names
    times: frozenset[str] = frozenset()  # of day, that it gives to the minute
    hearings: frozenset[str] = frozenset()  # kinds of appearances in court that its clause names
    spoken_of: frozenset[str] = frozenset()  # whom "he" or "she" at its beginning means, by last name
    victims: frozenset[str] = frozenset()  # whom the harm it tells of befell, by full name


def predication(document: Document, annotations: Annotations, span: Span) -> Predication | None:
    """Return what the clause around ``span``, a time expression, says happened; None where it has no predicate of its own."""
    sentence = sentence_at(annotations, span)
    found = head(document, annotations, span) if sentence else None
    if sentence is None or found is None:
        return None
    text = document.text
    if planned := _set_for(text, sentence, span):
        noun, kinds = planned
        title = _title(text, sentence, noun, kinds)
        return Predication(noun.start, noun.end, kinds=kinds, light=False, sentence=sentence.span, title=title)
    at = _told_noun(text, sentence, main_verb(text, sentence, found[0]), span)
    kinds = kinds_at(text, sentence, at)
    when = told_when(document, annotations, span)
    if when is not None and not sort_of(kinds) & INCIDENT:
        told = kinds_in(text[when[0].start : clause_at(document, sentence, when[0]).end])
        if told:  # "his search began on March 2 when he overpowered a guard and slipped out"
            verb = when[0]
            return Predication(
                verb.start, verb.end, kinds=told, sentence=sentence.span, title=_title(text, sentence, verb, told)
            )
    if stem(text[at.start : at.end].lower()) in light_verbs() and at.end < span.start:
        kinds = next((k for _, k in _scan(text[at.end : min(at.end + _OBJECT, span.start)])), kinds)
    if text[at.start : at.end].endswith("ing") or _is_auxiliary(text[at.start : at.end].lower()):
        kinds |= _broken_in_by(text, sentence, at)
    light = not kinds
    if light:  # "is due in court"; but who "is out of hospital" was not shot on that day
        around = clause_kinds(document, sentence, at) or kinds_in(text[sentence.start : sentence.end])
        kinds = frozenset(k for k in around if not sort_of([k]) & {HARM, SERIAL, SPEECH})
    if not kinds or (not light and _in_passing(text, sentence, at, span)):
        return None
    if sort_of(kinds_in(text[at.end : span.start])) & {HARM, SERIAL, OCCASION} and not sort_of(kinds) & INCIDENT:
        return None  # "was arrested following the shootings Saturday" may date either
    return Predication(
        at.start, at.end, kinds=kinds, light=light, sentence=sentence.span, title=_title(text, sentence, at, kinds)
    )


@cache
def set_kinds() -> frozenset[str]:
    """The kinds of what is set for one day, and known by it."""
    return frozenset(words("checker.text", "set-days.txt"))


def is_set(text: str, sentence: Sentence, span: Span) -> bool:
    """Tell whether the day at ``span`` is one that is set for something: that is a plan, whatever the rest of its clause denies."""
    return _set_for(text, sentence, span) is not None


def _set_for(text: str, sentence: Sentence, span: Span) -> tuple[Span, frozenset[str]] | None:
    """The noun for which a day is set, with its kinds: "her speech, set for March 3", "the hearing will be held on May 4"."""
    put = _PUT_FOR.search(text, sentence.start, span.start)
    if put is None:
        return None
    nouns = [(at, kinds) for at, kinds in _scan(text[sentence.start : put.start()]) if not all(map(_light, kinds))]
    if not nouns or put.start() - sentence.start - nouns[-1][0].end > _OBJECT:
        return None
    at, kinds = nouns[-1]
    between = text[sentence.start + at.end : put.start()]
    if sort_of(kinds) & {HARM, SERIAL, ALARM} or verbs(between):
        return None
    return Span(sentence.start + at.start, sentence.start + at.end), frozenset(k for k in kinds if not _light(k))


_PUT_FOR = re.compile(
    r",?\s(?:(?:is|was|are|were|now|originally|tentatively|will|be|been|has|to)\s)*"
    r"(?:(?:set|scheduled|slated|planned|due|booked)\s(?:for|on)|held(?:\son)?)\s(?:(?:the|a|early|late|about|around)\s)*\Z"
)


def _told_noun(text: str, sentence: Sentence, at: Span, span: Span) -> Span:
    """What the noun phrase behind a date is of: "the May 3 double murder" is a murder, "double" says nothing of its own."""
    if at.start < span.end or at.start - span.end > _BESIDE or sort_of(kinds_at(text, sentence, at)):
        return at
    for word in _NOUN_PHRASE.finditer(text, at.end, min(at.end + _OBJECT, sentence.end)):
        if word.start() > at.end + 1 or word[0].endswith("ly"):
            break
        if sort_of(kinds_in(word[0])) & {HARM, SERIAL, OCCASION}:
            return Span(*word.span())
        at = Span(at.start, word.end())
    return at


_NOUN_PHRASE = re.compile(
    r"\b(?!(?:in|at|on|near|of|off|that|which|who|by|with|for|to|and|was|were|is|are|had|has|after|before)\b)[\w’'-]+"
)
_BESIDE = 2  # code points between a date and the noun it describes


def _broken_in_by(text: str, sentence: Sentence, at: Span) -> frozenset[str]:
    """The harm that breaks into what goes on: the day on which "he was playing when a gunman shot him" is that of the shot."""
    when = _WHEN.search(text, at.end, sentence.end)
    if when is None:
        return frozenset()
    return frozenset(k for k in kinds_in(text[when.end() : sentence.end]) if sort_of([k]) & {HARM, SERIAL})


_WHEN = re.compile(r"\bwhen\s")
_OBJECT = 45  # code points behind a light verb in which its object stands: "received a frantic 911 call"


@cache
def light_verbs() -> frozenset[str]:
    """The stems of verbs whose object says what happened: "took the oath", "gave a speech", "got a call"."""
    return frozenset(stem(w) for line in words("checker.text", "light-verbs.txt") for w in line.split())


_ADVERBS = re.compile(
    r"\s(?:(?:\w+ly|not|also|first|been|being|then|later|still|both|all|just|once|be)\s)*(?P<verb>[^\W\d_]+)"
)
_BEHIND_NOUNS = (
    "into about over regarding after following before since",
    "scene_of site_of suspect_in suspects_in victim_of victims_of victims_in witness_to witnesses_to witnesses_of",
    "connection_with connection_to charge_in charges_in arrest_in arrests_in role_in anniversary_of video_of news_of response_to",
    "wake_of day_of days_of",
)
_NOUN_BEHIND = re.compile(
    rf"(?i)\b(?:{'|'.join(w.replace('_', ' ') for line in _BEHIND_NOUNS for w in line.split())})"
    r"\s+(?:(?!\ban?\b)[\w’'-]+\s+){0,4}\Z"
)


def main_verb(text: str, sentence: Span, at: Span) -> Span:
    """The verb an auxiliary stands for: "was" in "he was later charged" is the charge."""
    if not _is_auxiliary(text[at.start : at.end].lower()):
        return at
    match = _ADVERBS.match(text, at.end, sentence.end)
    if match is None:
        return at
    verb = match["verb"].lower()
    if verb.endswith(("ed", "ing")) or verb in _irregular():
        return main_verb(text, sentence, Span(*match.span("verb")))
    return at


def _is_auxiliary(word: str) -> bool:
    return word in _AUXILIARIES


_AUXILIARIES = frozenset(
    "is are was were be been being has have had having will would did does do could should might may must".split()
)


def _in_passing(text: str, sentence: Sentence, at: Span, span: Span) -> bool:
    """A noun that hangs on what is dated is not dated: "came back to the scene of the shooting on Monday"."""
    told = text[at.start : at.end].lower()
    if at.start >= span.start or told.endswith("ed") or verbs(text[at.end : span.start]):
        return False
    if any(_is_auxiliary(word) for word in told.split()):
        return False  # "died after he was shot on Monday"
    return _NOUN_BEHIND.search(text, max(sentence.start, at.start - 60), at.start) is not None


def telling(document: Document, annotations: Annotations, subject: EventMention | Predication) -> Telling:
    """Return how the sentence of an event mention or a predication tells it."""
    sentence = sentence_at(annotations, subject)
    if sentence is None:  # a subject made by hand
        sentence = Sentence(subject.sentence.start, subject.sentence.end, 0, SegmentKind.BODY)
    if isinstance(subject, Predication):
        at = frozenset() if subject.light else subject.kinds
    else:
        at = kinds_at(document.text, sentence, subject.span)
    clause = clause_at(document, sentence, subject.span)
    people = _people(document, annotations, sentence)
    spoken_of: frozenset[str] = frozenset()
    if not people and _PRONOUN.match(document.text, sentence.start):
        before = _sentence_before(annotations, sentence)
        named = _people(document, annotations, before) if before else frozenset()
        spoken_of = named if len(named) == 1 else spoken_of
    return Telling(
        at,
        clause_kinds(document, sentence, subject.span),
        content(document.text, annotations, sentence) - _tellers(document.text, annotations, sentence),
        frozenset(w for n in annotations.within(Name, sentence) for w in _name_words(document.text, n)),
        people,
        ages(document.text, clause) or ages(document.text, sentence),
        lead=in_lead(annotations, sentence, 2),
        times=frozenset(
            t.value.partition("T")[2]
            for t in annotations.within(Timex, sentence)
            if t.type == "TIME" and "clock" in t.said
        ),
        days=sum(_DAY.match(t.value) is not None and bool(t.said & _DAYS) for t in annotations.within(Timex, sentence)),
        hearings=hearings(document.text[clause.start : clause.end]),
        spoken_of=spoken_of,
        victims=victims(document, annotations, sentence, subject.span) if HARM in sort_of(at) else frozenset(),
    )


def _people(document: Document, annotations: Annotations, sentence: Span) -> frozenset[str]:
    """The last names of the persons a sentence names, but for those who tell it."""
    return frozenset(
        p.family.casefold() for p in annotations.within(Person, sentence) if p.family and not _tells(document.text, p)
    )


_PRONOUN = re.compile(r"[“\"\s]*(?:He|She)\s")


def _sentence_before(annotations: Annotations, sentence: Span) -> Sentence | None:
    before = [s for s in annotations.of(Sentence) if s.end <= sentence.start]
    return before[-1] if before else None


def hearings(text: str) -> frozenset[str]:
    """The kinds of appearances in court that a text names, each by the first form of its line of ``hearings.txt``."""
    return frozenset(_hearing_names()[" ".join(m[0].lower().split())] for m in _hearing_forms().finditer(text))


@cache
def _hearing_names() -> dict[str, str]:
    lines = ([f.strip() for f in line.split(",")] for line in words("checker.text", "hearings.txt"))
    return {form: forms[0] for forms in lines for form in forms}


@cache
def _hearing_forms() -> re.Pattern[str]:
    forms = (r"\s+".join(f.split()) for f in sorted(_hearing_names(), key=lambda f: -len(f)))
    return re.compile(rf"(?i)\b(?:{'|'.join(forms)})\b")


def ages(text: str, span: Span | None = None) -> frozenset[str]:
    """The ages of persons that a text, or what stands at ``span``, gives in figures."""
    start, end = (span.start, span.end) if span else (0, len(text))
    return frozenset(m[1] or m[2] for m in _AGE.finditer(text, start, end))


_SAID = r"(?:said|says|told|added|wrote|announced|confirmed|reported|explained)"
_SAYS_BEHIND = re.compile(rf",?\s(?:also\s)?{_SAID}\b")
_SAYS_BEFORE = re.compile(rf"(?:\b{_SAID}|\baccording to|\bspokes\w+)\s(?:[\w.’'-]+\s){{0,4}}\Z")


def _tells(text: str, person: Person) -> bool:
    """Tell whether a person is the source of the sentence: "police spokesman Ed Lo said"."""
    return _SAYS_BEHIND.match(text, person.end) is not None or (
        _SAYS_BEFORE.search(text, max(0, person.start - 50), person.start) is not None
        and text[person.end : person.end + 1] in (".", ",", "")
    )


def _tellers(text: str, annotations: Annotations, sentence: Sentence) -> frozenset[str]:
    return frozenset(
        stem(w.lower())
        for p in annotations.within(Person, sentence)
        if _tells(text, p)
        for w in text[p.start : p.end].split()
    )


def in_lead(annotations: Annotations, sentence: Sentence, paragraphs: int) -> bool:
    """Tell whether a sentence stands in the headline, a caption, or the first ``paragraphs`` of the body."""
    first = next((s.paragraph for s in annotations.of(Sentence) if s.segment is SegmentKind.BODY), 0)
    return sentence.segment in (SegmentKind.HEADLINE, SegmentKind.CAPTION) or sentence.paragraph - first < paragraphs


def sentence_at(annotations: Annotations, span: Span) -> Sentence | None:
    """Return the sentence ``span`` starts in."""
    return next((s for s in annotations.of(Sentence) if s.start <= span.start < s.end), None)


def content(text: str, annotations: Annotations, sentence: Span) -> frozenset[str]:
    """The stems of the words of a sentence that carry matter; times left out, for on these two articles may differ."""
    times = annotations.within(Timex, sentence)
    return frozenset(
        stem(m.group().lower())
        for m in _TOKEN.finditer(text, sentence.start, sentence.end)
        if _matters(m.group().lower()) and not any(t.start <= m.start() < t.end for t in times)
    )


def printed(text: str, stems: Iterable[str]) -> list[str]:
    """The words of ``text`` that have these stems, as it first prints them; a stem it does not have is left out."""
    wanted = set(stems)
    found: dict[str, str] = {}
    for m in _TOKEN.finditer(text):
        key = stem(m.group().lower())
        if key in wanted and key not in found:
            found[key] = m.group() if m.group()[1:2].isupper() else m.group().lower()
            if len(found) == len(wanted):
                break
    return [found[s] for s in stems if s in found]


@cache
def report_words() -> frozenset[str]:
    """The words, and their stems, that every report of an incident has."""
    found = [w for line in words("checker.text", "report-words.txt") for w in line.split()]
    return frozenset(found) | frozenset(stem(w) for w in found)


def phrases(text: str, annotations: Annotations, sentence: Span) -> frozenset[str]:
    """Pairs of words side by side that both carry matter, and not that of every report: "car wash", "hunting accident"."""
    times = annotations.within(Timex, sentence)
    found = list(_TOKEN.finditer(text, sentence.start, sentence.end))
    pairs = set()
    for first, second in zip(found, found[1:], strict=False):
        both = [first.group().lower(), second.group().lower()]
        if (
            text[first.end() : second.start()] == " "
            and all(_matters(w) and w not in report_words() and not w[0].isdigit() for w in both)
            and not any(t.start <= first.start() < t.end or t.start <= second.start() < t.end for t in times)
        ):
            pairs.add(" ".join(both))
    return frozenset(pairs)


def is_kind(name: str) -> bool:
    """Tell whether a kind is one of ``predicates.txt``, not the stem of some other verb."""
    return name in _lines()


def sort_of(kinds: Iterable[str]) -> frozenset[str]:
    """The sorts of some kinds of predicates."""
    return frozenset(_lines()[k].sort for k in kinds if k in _lines())


def clause_kinds(document: Document, sentence: Sentence, at: Span) -> frozenset[str]:
    """The kinds of all predicates of the clause of ``at``, light ones left out."""
    clause = clause_at(document, sentence, at)
    return kinds_in(document.text[clause.start : clause.end])


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A rough stem: the infinitive of irregular forms, regular endings cut."""
    base = _irregular().get(word)
    if base is not None:
        return base
    for ending, least in (("ies", 3), ("ied", 3), ("ing", 4), ("ed", 3), ("es", 4), ("s", 3)):
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            cut = word[: -len(ending)]
            if ending in ("ies", "ied"):
                return cut + "y"
            return cut[:-1] if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lsz" else cut.removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word


def kinds_in(text: str) -> frozenset[str]:
    """The kinds of all predicates of the vocabulary in ``text``, light ones left out."""
    return frozenset(k for _, found in _scan(text) for k in found if not _light(k))


def tells_of_harm(text: str) -> bool:
    """Tell whether a predicate of harm, once or serial, is in ``text``: quicker than asking for its kinds."""
    tokens = [m.group().lower().replace("’", "'") for m in _TOKEN.finditer(text)]
    forms = _harmful()
    return any(
        tuple(tokens[at : at + len(rest)]) == rest for at, word in enumerate(tokens, 1) for rest in forms.get(word, ())
    )


def last_kinds(text: str, start: int, end: int) -> tuple[Span, frozenset[str]] | None:
    """The last predicate of the vocabulary, light ones left out, in a stretch of text: where it stands, and its kinds."""
    for at, kinds in reversed(_scan(text[start:end])):
        if told := frozenset(k for k in kinds if not _light(k)):
            return Span(start + at.start, start + at.end), told
    return None


def _matters(word: str) -> bool:
    return (len(word) > 2 or word.isdigit()) and word not in light_words() and word not in _TIME_WORDS


def _name_words(text: str, name: Name) -> Iterator[str]:
    for word in text[name.start : name.end].casefold().replace("’", "'").split():
        bare = word.strip(".,'").removesuffix("'s")
        if len(bare) > 2 and bare not in _TIME_WORDS and bare not in light_words():
            yield bare


def _title(text: str, sentence: Sentence, at: Span, kinds: frozenset[str]) -> str:
    titles = [_lines()[k].title for k in sorted(kinds) if k in _lines() and _lines()[k].title]
    if titles:
        return titles[0]
    told = " ".join(text[at.start : sentence.end].split()[:4]).rstrip(".,;:")
    return f"event told as “{told}”"


def kinds_at(text: str, sentence: Span, at: Span) -> frozenset[str]:
    """The kinds of the predicate at ``at``: of the longest form of the vocabulary that covers it, else its own stem."""
    found = [
        kinds
        for span, kinds in _scan(text[sentence.start : sentence.end])
        if span.start + sentence.start < at.end and at.start < span.end + sentence.start
    ]
    kinds = frozenset(k for each in found for k in each)
    if not kinds:
        words_at = [stem(m.group().lower()) for m in _TOKEN.finditer(text, at.start, at.end)]
        kinds = frozenset(w for w in words_at if w not in _AUXILIARIES and w not in ("be", "have", "do"))
    return frozenset(k for k in kinds if not _light(k))


def _light(kind: str) -> bool:
    return kind in _lines() and _lines()[kind].sort == LIGHT


@lru_cache(maxsize=8192)
def _scan(text: str) -> tuple[tuple[Span, frozenset[str]], ...]:
    """Find every form of the vocabulary in ``text``, left to right, longest first, without overlap."""
    tokens = [
        ("" if m.group() in _MONTHS else m.group().lower().replace("’", "'"), m.start(), m.end())
        for m in _TOKEN.finditer(text)
    ]
    found = []
    at = 0
    while at < len(tokens):
        for rest, kinds in _forms().get(tokens[at][0], ()):
            if tuple(t[0] for t in tokens[at + 1 : at + 1 + len(rest)]) == rest:
                found.append((Span(tokens[at][1], tokens[at + len(rest)][2]), kinds))
                at += len(rest)
                break
        at += 1
    return tuple(found)


@cache
def _lines() -> dict[str, Kind]:
    found = {}
    for line in words("checker.text", "predicates.txt"):
        name, sort, title, _ = (field.strip() for field in line.split("|"))
        if name in found:
            raise ValueError(f"predicates.txt: {name!r} stands twice")
        found[name] = Kind(name, sort, title)
    return found


def _told(sorts: frozenset[str] | None = None) -> Iterator[tuple[str, str]]:
    """Each form of the vocabulary, of all sorts or of some, and its kind."""
    for line in words("checker.text", "predicates.txt"):
        name, sort, _, forms = (field.strip() for field in line.split("|"))
        if sorts is None or sort in sorts:
            for form in (f.strip() for f in forms.split(",")):
                for each in [form] if " " in form else {form, *inflected(form), *_irregular_of().get(form, ())}:
                    yield each, name


@once
def _harmful() -> dict[str, list[tuple[str, ...]]]:
    """What follows the first word of each form of harm, by that word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form, _ in _told(frozenset({HARM, SERIAL})):
        first, *rest = form.split()
        found.setdefault(first, []).append(tuple(rest))
    return found


@cache
def _forms() -> dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]:
    """Forms by their first word, the longest first; a form may be of several kinds."""
    kinds: dict[str, set[str]] = {}
    for form, name in _told():
        kinds.setdefault(form, set()).add(name)
    by_first: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for form, names in kinds.items():
        first, *rest = form.split()
        by_first.setdefault(first, []).append((tuple(rest), frozenset(names)))
    for found in by_first.values():
        found.sort(key=lambda e: -len(e[0]))
    return by_first


@cache
def _irregular_of() -> dict[str, frozenset[str]]:
    """The irregular forms of verbs, by the infinitive."""
    return {
        base: frozenset(form for part in forms.split(",") for form in part.strip().split("/"))
        for base, forms in table("checker.text", "irregular-verbs.txt").items()
    }


@cache
def _irregular() -> dict[str, str]:
    return {form: base for base, forms in _irregular_of().items() for form in forms}
