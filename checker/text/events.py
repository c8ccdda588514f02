"""Event mentions: which event a passage speaks of, and which phase of it.

An event is named by a noun ("the drills"), a verb ("the ferry sank") or a proper name ("Polar Anvil 25 opened"). A phase word takes
such a noun, its name or a pronoun as argument and makes one mention of both: "began ... the exercises" is the start of the
exercise, "they would last until" its end. Vocabulary: ``event-classes.txt``, ``event-phases.txt``, ``event-background.txt``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.model import (
    Annotations,
    Document,
    EventMention,
    Extractor,
    Factuality,
    Name,
    Person,
    Phase,
    SegmentKind,
    Sentence,
    Span,
)
from checker.text.event_entities import with_entities
from checker.text.event_words import Hit, PhaseWord, Trigger, background, phases, times, triggers
from checker.text.nations import nations_in
from checker.text.tense import factuality_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'](?!s\b)[^\W\d_]+)*|\d+")
_DEFINITE = frozenset({"the", "this", "these", "its", "their", "that", "those"})
_INDEFINITE = frozenset({"a", "an", "another", "new", "second", "third", "separate"})
_SOMEBODY = frozenset(
    "a an another one two three four five six seven eight nine ten eleven twelve several many dozens some other".split()
)
_CLAUSE_START = re.compile(
    r"[,;:—–(]\s*|\b(?:that|when|while|where|after|before|because|and|but|as|if|say|says|said)\s|\.\s+"
)
_PRONOUNS = frozenset({"it", "they", "which", "that", "this"})
_SHE_HE = frozenset({"he", "she", "who"})
_SKIPPED = frozenset(
    "had has have having was were is are be been being will would could should may might must also finally already "
    "officially only to not never then".split()
)
_NOT_IN_LABEL = frozenset(
    "the a an this these that those its their his her of in on at with and or for by from to as said after before during "
    "began begun begin started start opened open ended closed conducting staging holding hold held conduct two three".split()
)
_STOPS = frozenset(
    {"said", "says", "told", "on", "in", "at", "after", "before", "to", "for", "by", "when", "while", "that", "who"}
)
_OCCASION_AFTER = re.compile(r",? (?:called|named|dubbed|codenamed|code-named|known as) ")
_OCCASION_BEFORE = re.compile(r", (?:a|an|the) (?:[^\W\d_]+(?:-[^\W\d_]+)* ){0,4}$")
_HISTORY = re.compile(
    r"\b(?:in|since|of|until|from) (?:(?:the )?(?:early|late|spring|summer|autumn|fall|winter) )?(?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b"
)
_OBJECT = re.compile(r"\s(?:(?:the|a|an|former|ex-\w+|[a-z]+)\s){0,4}")
_AGED = re.compile(r",\s(?:aged?\s)?\d{1,3}\b|\s\(\d{1,3}\)")
_SENTENCE_BREAK = re.compile(r"(?:[.!?][”\"']?\s+|\n)\Z")
_LATER = 300  # code points behind a lead in which the person it describes is named
_NEW_CLAUSE = frozenset({"after", "before", "when", "while", "because"})
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+\b")
_ARTICLES = frozenset({"the", "a", "an"})
_REACH = 12  # tokens between a phase verb and its argument


@frozen()
class _Tokens:
    """The words of one sentence, lower case, with their spans."""

    words: list[str]
    spans: list[Span]

    @classmethod
    def of(cls, text: str, sentence: Span) -> _Tokens:
        found = list(_TOKEN.finditer(text, sentence.start, sentence.end))
        return cls([m.group().lower() for m in found], [Span(*m.span()) for m in found])


@frozen()
class _Draft:
    """A mention before its surroundings are read: which class and phase, and the token heads, first the one to show."""

    trigger: Trigger
    phase: Phase
    heads: tuple[tuple[int, int], ...]
    noun: tuple[int, int] | None
    pronoun: bool = False


def event_mentions(document: Document, annotations: Annotations) -> list[EventMention]:
    """Find the event mentions of a document, sorted by trigger, mentions of one event sharing ``entity``."""
    found: list[EventMention] = []
    occasions: dict[str, str] = {}  # the event's own name -> class
    last_noun: Trigger | None = None
    for sentence in annotations.of(Sentence):
        if sentence.segment in (SegmentKind.FURNITURE, SegmentKind.METADATA, SegmentKind.DATELINE):
            continue
        tokens = _Tokens.of(document.text, sentence)
        hits, phase_hits = _triggers(document.text, tokens), phases().scan(tokens.words)
        if not hits and not phase_hits and not occasions:
            continue
        names = annotations.within(Name, sentence)
        named = _named(document.text, tokens, hits, names, occasions)
        drafts, last_noun = _drafts(tokens, [*hits, *named], phase_hits, last_noun)
        alarms = [h for h in hits if isinstance(h.word, Trigger) and h.word.alarm]
        made = (_mention(document, annotations, sentence, tokens, draft, names, occasions, alarms) for draft in drafts)
        found += [m for m in made if not m.personal or m.participants]
    return with_entities(document, annotations, found)


def _triggers(text: str, tokens: _Tokens) -> list[Hit]:
    """The event triggers of a sentence; the month of March and phrases of class none are none."""
    found = []
    for hit in triggers().scan(tokens.words):
        assert isinstance(hit.word, Trigger)
        if hit.word.event_class == "none" or (hit.word.companions and hit.word.companions.isdisjoint(tokens.words)):
            continue
        if text[tokens.spans[hit.first].start : tokens.spans[hit.last].end] != "March":
            found.append(hit)
    return found


def _named(
    text: str, tokens: _Tokens, hits: Sequence[Hit], names: Iterable[Name], occasions: dict[str, str]
) -> list[Hit]:
    """Learn the proper names that stand for events, and return those of this sentence as hits of their own.

    A name in apposition to its noun is no second mention: the noun stands for both.
    """
    beside: set[int] = set()
    for name in names:
        surface = text[name.start : name.end]
        for hit in hits:
            if not (isinstance(hit.word, Trigger) and hit.word.noun and not hit.word.person):
                continue
            start, end = tokens.spans[hit.first].start, tokens.spans[hit.last].end
            after = end <= name.start and _OCCASION_AFTER.fullmatch(text[end : name.start])
            before = name.end <= start and _OCCASION_BEFORE.match(text[name.end : start])
            if after or before:
                occasions.setdefault(_occasion(surface), hit.word.event_class)
                beside.add(name.start)
    found = []
    for name in names:
        event_class = occasions.get(_occasion(text[name.start : name.end]))
        if event_class is not None and name.start not in beside:
            inside = [i for i, s in enumerate(tokens.spans) if name.contains(s)]
            if inside:
                durative = Trigger(event_class, punctual=False, person=False, noun=True)
                found.append(Hit(inside[0], inside[-1], durative))
    return found


def _occasion(surface: str) -> str:
    return re.sub(r"[-\s]*(?:19|20)?\d\d$", "", surface).casefold()


def _drafts(
    tokens: _Tokens, hits: Sequence[Hit], phase_hits: Sequence[Hit], last_noun: Trigger | None
) -> tuple[list[_Draft], Trigger | None]:
    """Join phase words with their arguments; what is left over speaks of the whole event."""
    nouns = sorted((h for h in hits if isinstance(h.word, Trigger) and h.word.noun), key=lambda h: h.first)
    taken: set[int] = set()
    drafts: list[_Draft] = []
    # The longer reading wins: in "opening ceremony" the ceremony is no event of its own, in "signing" the word is no phase.
    phase_nouns = [h for h in phase_hits if isinstance(h.word, PhaseWord) and h.word.noun and h.last > h.first]
    hits = [h for h in hits if not any(p.first <= h.first and h.last <= p.last for p in phase_nouns)]
    covered = {i for h in hits if isinstance(h.word, Trigger) and not h.word.harm for i in range(h.first, h.last + 1)}
    for hit in phase_hits:
        word = hit.word
        assert isinstance(word, PhaseWord)
        if covered.intersection(range(hit.first, hit.last + 1)) or not _lasting_until(tokens, hit, word):
            continue
        argument = _noun_argument(tokens, hit, nouns) if word.noun else _verb_argument(tokens, hit, nouns)
        if argument is not None:
            assert isinstance(argument.word, Trigger)
            noun = (argument.first, argument.last)
            taken.add(hit.first)
            # What stands behind a noun belongs to the first verb that takes it: "began a strike at noon that will last until ..."
            heads = ((hit.first, hit.last),) if argument.first in taken else ((hit.first, hit.last), noun)
            taken.add(argument.first)
            acts = not word.noun and _acts(tokens, hit, argument)
            drafts.append(_Draft(argument.word, Phase.WHOLE if acts else word.phase, heads, noun))
        elif not word.noun and _subject_pronoun(tokens, hit):
            before = [n.word for n in nouns if n.first < hit.first]
            known = before[-1] if before else last_noun
            if isinstance(known, Trigger):
                drafts.append(_Draft(known, word.phase, ((hit.first, hit.last),), None, pronoun=True))
    for hit in hits:
        assert isinstance(hit.word, Trigger)
        if hit.first not in taken:
            heads = ((hit.first, hit.last),)
            drafts.append(_Draft(hit.word, Phase.WHOLE, heads, heads[0] if hit.word.noun else None))
    nouns_seen = [n.word for n in nouns if isinstance(n.word, Trigger)]
    return drafts, nouns_seen[-1] if nouns_seen else last_noun


def _lasting_until(tokens: _Tokens, hit: Hit, word: PhaseWord) -> bool:
    """Say whether a lasting verb ends anything: "run" speaks of the end only with "until", "till" or "through" close behind."""
    return not word.lasting or any(t in ("until", "till", "through") for t in tokens.words[hit.last + 1 : hit.last + 4])


def _verb_argument(tokens: _Tokens, hit: Hit, nouns: Sequence[Hit]) -> Hit | None:
    """The event a phase verb speaks of: its object ("began the exercises"), else its subject ("the strike ended")."""
    for noun in nouns:
        between = tokens.words[hit.last + 1 : noun.first]
        if noun.first > hit.last and len(between) <= 6 and not _STOPS.intersection(between):
            return noun
    if _subject_pronoun(tokens, hit, frozenset({"it", "they"})):
        return None
    for noun in reversed(nouns):
        if noun.last < hit.first and hit.first - noun.last <= _REACH:
            apart = _NEW_CLAUSE.intersection(tokens.words[noun.last + 1 : hit.first])
            return None if apart else noun  # "injured by gunfire after a fight broke out"
    return None


def _acts(tokens: _Tokens, hit: Hit, argument: Hit) -> bool:
    """Say whether the event is the subject of a verb with an object of its own: "the fire closed the motorway" ends no fire."""
    behind = tokens.words[hit.last + 1 : hit.last + 4]
    if argument.last > hit.first or not behind or behind[0] not in _ARTICLES or not times().isdisjoint(behind):
        return False
    return tokens.spans[hit.last + 1].start == tokens.spans[hit.last].end + 1


def _noun_argument(tokens: _Tokens, hit: Hit, nouns: Sequence[Hit]) -> Hit | None:
    """The event of a phase noun: "the opening of the drills", "the drill's opening ceremony", "the strike's end"."""
    for noun in nouns:
        if (
            noun.last < hit.first
            and hit.first - noun.last <= 3
            and tokens.words[hit.first - 1] in ("s", tokens.words[noun.last])
        ):
            return noun
        between = tokens.words[hit.last + 1 : noun.first]
        if noun.first > hit.last and len(between) <= 5 and between[:1] == ["of"]:
            return noun
    return None


def _subject_pronoun(tokens: _Tokens, hit: Hit, pronouns: frozenset[str] = _PRONOUNS) -> bool:
    at = hit.first - 1
    while at >= 0 and tokens.words[at] in _SKIPPED:
        at -= 1
    return at >= 0 and tokens.words[at] in pronouns


def _mention(
    document: Document,
    annotations: Annotations,
    sentence: Sentence,
    tokens: _Tokens,
    draft: _Draft,
    names: Sequence[Name],
    occasions: dict[str, str],
    alarms: Sequence[Hit],
) -> EventMention:
    text = document.text
    heads = tuple(Span(tokens.spans[a].start, tokens.spans[b].end) for a, b in draft.heads)
    shown = draft.noun or draft.heads[0]
    before = tokens.words[max(0, shown[0] - 4) : shown[0]]
    shared = draft.noun is not None and draft.noun not in draft.heads  # another verb has introduced the noun already
    reported = draft.noun is not None and any(
        a.last < shown[0] <= a.last + _REACH for a in alarms
    )  # "responded to a shooting"
    participants = (
        _person(document, annotations, sentence, tokens, draft)
        if draft.trigger.person
        else _nations(text, sentence, heads, tokens, draft)
    )
    occasion = next((o for n in names if (o := _occasion(text[n.start : n.end])) in occasions), None)
    return EventMention(
        heads[0].start,
        heads[0].end,
        event_class=draft.trigger.event_class,
        phase=Phase.ALARM if draft.trigger.alarm else draft.phase,
        factuality=factuality_at(document, sentence, heads[0]),
        sentence=sentence.span,
        label=_label(text, tokens, draft.noun) if draft.noun else draft.trigger.event_class,
        participants=participants,
        names=frozenset(text[n.start : n.end].casefold() for n in names),
        heads=heads,
        occasion=occasion if occasion and occasions[occasion] == draft.trigger.event_class else None,
        definite=draft.pronoun or shared or reported or bool(_DEFINITE.intersection(before)),
        indefinite=not shared and not reported and _is_new(text, sentence, tokens, draft, before),
        punctual=draft.trigger.punctual,
        personal=draft.trigger.person,
        nominal=draft.heads[0] == draft.noun,
        harm=draft.trigger.harm,
        background=_is_background(document, sentence, heads[0])
        or (draft.noun is not None and _is_other(text, sentence, tokens.spans[draft.noun[0]])),
    )


def _is_new(text: str, sentence: Sentence, tokens: _Tokens, draft: _Draft, before: Sequence[str]) -> bool:
    """Tell whether the words bring an event up: "a strike"; for a verb, whether its subject is new: "two men were shot"."""
    if draft.noun is not None:
        return bool(_INDEFINITE.intersection(before))
    subject = text[sentence.start : tokens.spans[draft.heads[0][0]].start]
    first = _CLAUSE_START.split(subject)[-1].split()[:1]
    return bool(first) and (first[0].casefold() in _SOMEBODY or first[0][0].isdigit())


def _label(text: str, tokens: _Tokens, shown: tuple[int, int]) -> str:
    """The noun phrase of the trigger, without its determiner: "joint naval drills"."""
    first = shown[0]
    while (
        first > 0
        and shown[0] - first < 3
        and len(tokens.words[first - 1]) > 1
        and tokens.words[first - 1] not in _NOT_IN_LABEL
    ):
        gap = text[tokens.spans[first - 1].end : tokens.spans[first].start]
        if gap != " " or text[tokens.spans[first - 1].start - 1] in "-–":
            break  # "24-hour strike" is a strike of some length
        first -= 1
    label = text[tokens.spans[first].start : tokens.spans[shown[1]].end]
    return label if label.islower() else _CAPITALISED.sub(lambda m: _as_inside(text, m[0]), label)


def _as_inside(text: str, word: str) -> str:
    """A word as the text has it where no headline and no start of a sentence gives it a capital: "Lorry Blaze" is a lorry blaze."""
    lower = word.lower()
    return lower if re.search(rf"\s{lower}\b", text) else word


def _nations(text: str, sentence: Sentence, heads: Sequence[Span], tokens: _Tokens, draft: _Draft) -> frozenset[str]:
    """The countries that take part: before the event (subject, "Chinese drills"), or behind "with" right after it.

    A country behind a locative preposition is where, not who: "drills in Norway", "near the border with Ukraine".
    """
    found = set()
    last = max(b for _, b in draft.heads)
    window = tokens.words[last + 1 : last + 5]
    reach = tokens.spans[min(last + 5 + window.index("with"), len(tokens.spans) - 1)].end if "with" in window else 0
    for span, country in nations_in(text, sentence.start, sentence.end):
        lead = text[sentence.start : span.start].rstrip().rpartition(" ")[2].casefold()
        located = lead in (
            "in",
            "near",
            "off",
            "around",
            "at",
            "from",
            "into",
            "across",
            "through",
            "to",
            "over",
            "outside",
        )
        if located:
            continue
        if span.start < max(h.start for h in heads) or (reach and span.end <= reach):
            found.add(country)
    return frozenset(found)


def _person(
    document: Document, annotations: Annotations, sentence: Sentence, tokens: _Tokens, draft: _Draft
) -> frozenset[str]:
    """The person an event happens to: the last one named before the verb, or the one a pronoun before it stands for.

    Where the active verb does it to its object, the one named right behind it.
    """
    at, end = tokens.spans[draft.heads[0][0]].start, tokens.spans[draft.heads[0][1]].end
    persons = annotations.within(Person, sentence)
    if draft.trigger.to_object:
        behind = [p for p in persons if p.start >= end and _OBJECT.fullmatch(document.text, end, p.start)]
        if behind:
            return frozenset({behind[0].name})
        if tokens.words[draft.heads[0][0] - 1 : draft.heads[0][0]] not in (
            [","],
            ["was"],
            ["were"],
            ["been"],
            ["and"],
            ["be"],
        ):
            return frozenset()
    before = [p for p in persons if p.end <= at]
    if before:
        return frozenset({before[-1].name})
    pronoun = next((t for t, s in zip(tokens.words, tokens.spans, strict=True) if s.end <= at and t in _SHE_HE), None)
    fronted = at - sentence.start < 3  # "Born in Rimouski in 1941, she ..."
    if pronoun or fronted:
        earlier = [
            p
            for p in annotations.of(Person)
            if p.end <= sentence.start and document.segment_at(p.start) is SegmentKind.BODY
        ]
        gender = {"he": "male", "she": "female"}.get(pronoun or "")
        fitting = [p for p in earlier if gender is None or p.gender in (None, gender)]
        if fitting:
            return frozenset({fitting[-1].name})
    return _named_later(document, annotations, sentence)


def _named_later(document: Document, annotations: Annotations, sentence: Sentence) -> frozenset[str]:
    """The person a lead describes and the next sentences name: "A treasurer was jailed ... Ann Ro, 58, stood ..."."""
    if document.segment_at(sentence.start) is not SegmentKind.BODY:
        return frozenset()
    reach = sentence.end + _LATER
    for person in annotations.within(Person, Span(sentence.end, reach)):
        opens = _SENTENCE_BREAK.search(document.text, sentence.end - 1, person.start)
        if opens and _AGED.match(document.text, person.end):
            return frozenset({person.name})
    return frozenset()


def _is_background(document: Document, sentence: Sentence, head: Span) -> bool:
    """History, comparison and other events: told by words close to the trigger, or by a year that is not this one."""
    text = document.text
    if background("near").search(text, max(sentence.start, head.start - 60), min(sentence.end, head.end + 60)):
        return True
    if _is_other(text, sentence, head):
        return True
    year = document.published.year if document.published else None
    around = (max(sentence.start, head.start - 40), min(sentence.end, head.end + 40))
    return year is not None and any(int(m.group(1)) < year for m in _HISTORY.finditer(text, *around))


def _is_other(text: str, sentence: Sentence, head: Span) -> bool:
    """Tell whether the words before say that it is another: "the most recent shooting"."""
    return background("before").search(text, max(sentence.start, head.start - 40), head.start) is not None


def _run(document: Document, annotations: Annotations) -> Iterator[EventMention]:
    yield from event_mentions(document, annotations)


EVENTS = Extractor("events", "1", (Sentence, Name, Person), EventMention, _run)

__all__ = ["EVENTS", "Factuality", "event_mentions"]
