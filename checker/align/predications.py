"""Which dated clause of one document tells what a dated clause of another tells.

Two ways lead there. Articles on one harmful incident are known by its particulars (who, which block, which place, which ages), and
every clause that tells of the incident is of it. Any other two clauses are one where their predicates are of a kind and their
sentences share enough that is rare in both articles. Pairwise, with reasons; the best fitting clauses meet.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import field
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from checker.align.particulars import HOUSE, MAIN, NAMED, ONE_INCIDENT, STREET, Article, common
from checker.align.persons import same_name, sounds_alike
from checker.frozen import frozen
from checker.model import EventMention, Name, Predication
from checker.text.predications import (
    HARM,
    INCIDENT,
    ONCE,
    PERSON,
    SPEECH,
    Telling,
    is_kind,
    printed,
    report_words,
    set_kinds,
    sort_of,
    telling,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.model import Annotations, Document

Subject = EventMention | Predication
Node = tuple[str, int, int]  # document id and the span of the head

_ENOUGH = 4.0  # what two sentences must share, in points
_TOPIC = 0.7  # the least a word counts in two leads: what articles are about stands in many of their sentences
# Kinds by which one act of putting something out may be told.
_PUT_OUT = frozenset({"say", "announce", "release", "file", "sue"})
_CALENDAR = 10  # days between two articles in which the date of a hearing to come is not moved
_HEARINGS = 5  # days between two articles that may tell of one hearing: people are in court again and again
_MANY = 2  # days in one sentence, which then tells of several things
_WHOLE, _VERBATIM = 5, 0.8  # words two sentences share at least, and what part of the shorter, to be one
_SAME_NEWS = 6  # words that two leads on one person share where their predicates differ
_TELLING, _AT_LEAST = 0.25, 2  # how many words, of what weight, two sentences share at least besides the predicate
_COVERED = 0.4  # of the poorer sentence, that the other must share
_STATEMENT = 7.0  # the same for what somebody said: people say much on one matter, on many days
_ACQUAINTED = 2.0  # what articles share at least whose harmful events can be one
_NEWS_STATEMENT = 5.5  # the same where both articles open with it
_NEAR_BEST = 0.6  # of the best score of either clause; what scores less is not meant
_TO_THE_MINUTE = 1.5  # what a time of day that both sentences give counts
_REPORT = 0.2  # what a word of every report counts
_RARE, _SCARCE = 2, 4  # sentences of an article in which a word may stand and still be particular


@frozen()
class Predications:
    """The links between the clauses of a story, and why."""

    links: Mapping[tuple[Node, Node], tuple[str, ...]]
    sure: frozenset[tuple[Node, Node]] = frozenset()  # those of one incident, known by its particulars
    common: Mapping[tuple[str, str], float] = field(
        default_factory=dict
    )  # what two articles share of what is particular

    apart: frozenset[tuple[Node, Node]] = frozenset()  # those of harm done to others: of other ages, of another name

    def are_apart(self, a: tuple[Document, Subject], b: tuple[Document, Subject]) -> bool:
        """Tell whether two clauses tell of harm done to different people."""
        first, second = sorted((document.id, subject.start, subject.end) for document, subject in (a, b))
        return (first, second) in self.apart

    def are_strangers(self, a: Document, b: Document) -> bool:
        """Tell whether two articles share next to nothing that is particular."""
        first, second = sorted((a.id, b.id))
        return self.common.get((first, second), _ACQUAINTED) < _ACQUAINTED

    def is_sure(self, a: tuple[Document, Subject], b: tuple[Document, Subject]) -> bool:
        """Tell whether nothing alike can be meant."""
        first, second = sorted((document.id, subject.start, subject.end) for document, subject in (a, b))
        return (first, second) in self.sure

    def why(self, a: tuple[Document, Subject], b: tuple[Document, Subject]) -> tuple[str, ...] | None:
        """Why two subjects are one; None where nothing links them."""
        first, second = sorted((document.id, subject.start, subject.end) for document, subject in (a, b))
        return None if first == second else self.links.get((first, second))


def align_predications(
    story: Sequence[tuple[Document, Annotations]],
    subjects: Mapping[str, Sequence[Subject]],
    compared: Iterable[tuple[str, str]] | None = None,
    *,
    planned: Literal["day", "until"] | None = None,
    days: Mapping[Node, str] | None = None,
) -> Predications:
    """Link the subjects of a story's claims of one slot, two documents at a time. ``subjects``: by document id.

    ``compared``: the pairs of ids of the documents to look at, all if left out. ``planned``: the claims are of what is to come
    on a day, or to hold until one;
    ``days``: the days that are claimed, in ISO 8601, by subject, where one is named.
    """
    articles = {d.id: Article(d, a) for d, a in story if subjects.get(d.id)}
    told = {
        id_: [(s, telling(articles[id_].document, articles[id_].annotations, s)) for s in _distinct(subjects[id_])]
        for id_ in articles
    }
    links: dict[tuple[Node, Node], tuple[str, ...]] = {}
    sure: set[tuple[Node, Node]] = set()
    all_common: dict[tuple[str, str], float] = {}
    apart: set[tuple[Node, Node]] = set()
    for a in sorted(articles):
        links |= _repeated(articles[a], told[a])
    for a, b in combinations(sorted(articles), 2) if compared is None else compared:
        shared = common(articles[a], articles[b])
        all_common[a, b] = shared[0]
        of_incident = _incident_links(articles[a], articles[b], told[a], told[b], shared)
        if not _same_persons(articles[a], articles[b], shared[1]):
            apart |= {
                (_node(articles[a], x), _node(articles[b], y))
                for x, told_x in told[a]
                for y, told_y in told[b]
                if told_x.ages and told_y.ages and not told_x.ages & told_y.ages
            }
        apart |= {
            (_node(articles[a], x), _node(articles[b], y))
            for x, _ in told[a]
            for y, _ in told[b]
            if not (_victim_known(articles[a], x, articles[b]) and _victim_known(articles[b], y, articles[a]))
        }
        if any(HARM in sort_of([k]) for k in articles[a].harms & articles[b].harms):  # what does not come day by day
            sure |= of_incident.keys()
        links |= of_incident
        of_victims = _victim_links(articles[a], articles[b], told[a], told[b])
        sure |= of_victims.keys()
        links = of_victims | links
        if _same_persons(articles[a], articles[b], shared[1]):
            links |= _once_in_life(articles[a], articles[b], told[a], told[b])
        links |= _clause_links(articles[a], articles[b], told[a], told[b], links, shared[0])
        if planned is not None and shared[0] >= _ACQUAINTED:
            kinds = set_kinds() if planned == "day" else None
            links = _one_plan(articles[a], articles[b], told[a], told[b], days or {}, kinds) | links
            if (
                planned == "day"
                and shared[0] >= ONE_INCIDENT
                and _published_apart(articles[a].document, articles[b].document) <= _CALENDAR
            ):
                links = _one_hearing(articles[a], articles[b], told[a], told[b]) | links
    return Predications(links, frozenset(sure), all_common, frozenset(apart))


def _repeated(a: Article, told: Sequence[tuple[Subject, Telling]]) -> dict[tuple[Node, Node], tuple[str, ...]]:
    """The clauses by which one article tells one thing twice: a caption and its copy, a lead and its teaser, all on its one incident."""
    links: dict[tuple[Node, Node], tuple[str, ...]] = {}
    for (x, told_x), (y, told_y) in combinations(told, 2):
        pair = (_node(a, min(x, y, key=_place)), _node(a, max(x, y, key=_place)))
        if x.sentence != y.sentence and _repeats(told_x, told_y):
            links[pair] = ("the same sentence twice",)
        elif (_marked(x) or _marked(y)) and _of_incident(a, x) and _of_incident(a, y):
            links[pair] = ("the article tells of one incident",)
        elif who := told_x.victims & told_y.victims:
            links[pair] = (f"the article tells twice what befell {', '.join(sorted(who))}",)
    return links


def _place(subject: Subject) -> tuple[int, int]:
    return subject.start, subject.end


def _marked(subject: Subject) -> bool:
    return isinstance(subject, Predication) and subject.incident


def _repeats(x: Telling, y: Telling) -> bool:
    """Tell whether one of two sentences of an article holds the words of the other: a caption with and without its number."""
    same = len(x.words & y.words)
    return same >= _WHOLE and same >= _VERBATIM * min(len(x.words), len(y.words)) and x.days == y.days == 1


def _verbatim(x: Telling, y: Telling) -> bool:
    same = len(x.words & y.words)
    return same >= _WHOLE and same >= _VERBATIM * max(len(x.words), len(y.words)) and x.days == y.days == 1


def _distinct(subjects: Iterable[Subject]) -> list[Subject]:
    return list({(s.start, s.end): s for s in subjects}.values())


def _incident_links(
    a: Article,
    b: Article,
    first: Sequence[tuple[Subject, Telling]],
    second: Sequence[tuple[Subject, Telling]],
    shared: tuple[float, tuple[str, ...]],
) -> dict[tuple[Node, Node], tuple[str, ...]]:
    """The clauses of two articles that tell of one incident, if they have enough in common."""
    if shared[0] < ONE_INCIDENT or not a.harms & b.harms:
        return {}
    where = [k for k in a.particulars.keys() & b.particulars.keys() if a.particulars[k] in (HOUSE, STREET)]
    mine, others = (
        [(s, t) for s, t in told if _of_incident(x, s) or _at_scene(x, s, t, where)]
        for x, told in ((a, first), (b, second))
    )
    mine = [(s, t) for s, t in mine if _victim_known(a, s, b) and _named_in(t.victims, b)]
    others = [(s, t) for s, t in others if _victim_known(b, s, a) and _named_in(t.victims, a)]
    because = (f"the articles tell of one incident: both have {', '.join(shared[1])}",)
    person = _same_persons(a, b, shared[1])
    return {
        (_node(a, x), _node(b, y)): because
        for x, told_x in mine
        for y, told_y in others
        if (person or not (told_x.ages and told_y.ages) or told_x.ages & told_y.ages) and _one_harm(told_x, told_y)
    }


def _victim_links(
    a: Article, b: Article, first: Sequence[tuple[Subject, Telling]], second: Sequence[tuple[Subject, Telling]]
) -> dict[tuple[Node, Node], tuple[str, ...]]:
    """The clauses of two articles that tell by name of whom one harm befell: one is killed once."""
    return {
        (_node(a, x), _node(b, y)): (f"both tell what befell {', '.join(sorted(who))}",)
        for x, told_x in first
        if told_x.victims
        for y, told_y in second
        if (who := _same_victims(told_x, told_y)) and _one_harm(told_x, told_y)
    }


def _same_victims(x: Telling, y: Telling) -> set[str]:
    return {v for v in x.victims if any(same_name(v, w) or sounds_alike(v, w) for w in y.victims)}


def _one_harm(x: Telling, y: Telling) -> bool:
    """Tell whether what two clauses tell of may be one harm: a robbery is no shooting, but who is shot may be killed."""
    kinds = [{_BODILY.get(k, k) for k in t.head | t.clause if HARM in sort_of([k])} for t in (x, y)]
    return not all(kinds) or bool(kinds[0] & kinds[1])


_BODILY = dict.fromkeys(("shoot", "kill", "wound", "mortal", "stab", "standoff", "abduct"), "hurt")


def _victim_known(article: Article, subject: Subject, other: Article) -> bool:
    """Tell whether the other article names whom a noun says the harm befell: "the Nov. 7 shooting death of Ivo Ortega"."""
    behind = _BEFELL.match(article.document.text, subject.end)
    if behind is None:
        return True
    text = article.document.text
    victims = [text[n.start : n.end].split()[-1] for n in article.annotations.of(Name) if n.start == behind.end()]
    return all(victim in other.document.text for victim in victims)


def _named_in(victims: Iterable[str], other: Article) -> bool:
    """Tell whether an article names one of some victims; it is no other case's where it names nobody who was hurt."""
    words = [word for v in victims for word in v.split()]  # a misspelt name has a part that is spelt as elsewhere
    return not words or any(word in other.document.text for word in words)


_BEFELL = re.compile(r"\s(?:deaths?\s|killings?\s)?of\s(?:the\s)?(?:\d+-year-old\s)?")


def _same_persons(a: Article, b: Article, shared: Iterable[str]) -> bool:
    """Tell whether two articles are about the same persons, whatever ages a sentence may give."""
    return sum(w for k in shared if (w := min(a.particulars[k], b.particulars[k])) in (MAIN, NAMED)) >= MAIN


def _of_incident(article: Article, subject: Subject) -> bool:
    if isinstance(subject, Predication):
        return subject.incident
    return not subject.background and (subject.harm or subject.entity in article.harmed)


def _at_scene(article: Article, subject: Subject, told: Telling, where: Sequence[str]) -> bool:
    """Tell whether a clause that is of no other act puts something where the incident was: "she sat on a porch in the 400 block ..."."""
    if isinstance(subject, EventMention) or sort_of(told.head) - INCIDENT:
        return False
    text = article.document.text[subject.end : subject.sentence.end]
    names = [place.rpartition(" of ")[2] for place in where]
    return any(name in text and not _NEW_CLAUSE.search(text[: text.index(name)]) for name in names)


_NEW_CLAUSE = re.compile(r"[,;:—–]|\b(?:near|close to|blocks? from|miles? from|outside of)\b")


def _clause_links(
    a: Article,
    b: Article,
    first: Sequence[tuple[Subject, Telling]],
    second: Sequence[tuple[Subject, Telling]],
    known: Mapping[tuple[Node, Node], tuple[str, ...]],
    known_by: float,
) -> dict[tuple[Node, Node], tuple[str, ...]]:
    scored: dict[tuple[Node, Node], tuple[float, tuple[str, ...]]] = {}
    once = _once(first) & _once(second)
    for x, told_x in first:
        for y, told_y in second:
            pair = (_node(a, x), _node(b, y))
            if pair in known or (_is_event(x) and _is_event(y) and (_personal(x) or _personal(y))):
                continue  # events of persons have their own way to meet
            points, because = _score(a, b, told_x, told_y, known_by, once)
            if points:
                scored[pair] = (points, because)
    best: dict[Node, float] = defaultdict(float)
    for pair, (points, _) in scored.items():
        for node in pair:
            best[node] = max(best[node], points)
    return {
        pair: because
        for pair, (points, because) in scored.items()
        if points >= _NEAR_BEST * max(best[pair[0]], best[pair[1]])
    }


def _once_in_life(
    a: Article, b: Article, first: Sequence[tuple[Subject, Telling]], second: Sequence[tuple[Subject, Telling]]
) -> dict[tuple[Node, Node], tuple[str, ...]]:
    """The clauses by which each of two articles on one person tells, once, what happens to a person once: a burial."""
    once = _once(first) & _once(second)
    return {
        (_node(a, x), _node(b, y)): (f"what happens once in a life: {', '.join(sorted(both))}",)
        for x, told_x in first
        for y, told_y in second
        if (both := told_x.head & told_y.head & once)
        and ONCE in sort_of(both)
        and told_x.days == told_y.days == 1
        and not _others(told_x, told_y)
    }


def _one_plan(
    a: Article,
    b: Article,
    first: Sequence[tuple[Subject, Telling]],
    second: Sequence[tuple[Subject, Telling]],
    days: Mapping[Node, str],
    kinds: frozenset[str] | None,
) -> dict[tuple[Node, Node], tuple[str, ...]]:
    """The plans of which each of two articles on one matter has one of the kind: one speech to come, one election.

    However often it is told: an article has one of a kind if it gives the kind one day. ``kinds``: those of which one day is set; where
    left out, two clauses must share what they are about, too.
    """
    once = _one_day(a, first, days, kinds) & _one_day(b, second, days, kinds)
    return {
        (_node(a, x), _node(b, y)): (f"each has one of the kind to come: {', '.join(sorted(both))}",)
        for x, told_x in first
        for y, told_y in second
        if (both := _acts(x, told_x) & _acts(y, told_y) & once)
        and (kinds is not None or len((told_x.words & told_y.words) - both) >= _AT_LEAST)
        and not (PERSON in sort_of(both) and _others(told_x, told_y))
    }


def _one_day(
    article: Article, told: Sequence[tuple[Subject, Telling]], days: Mapping[Node, str], kinds: frozenset[str] | None
) -> frozenset[str]:
    """The kinds, of those given, to which an article gives one day only."""
    found: dict[str, set[str]] = defaultdict(set)
    for subject, t in told:
        if (day := days.get(_node(article, subject))) is not None:
            for kind in _acts(subject, t) if kinds is None else _acts(subject, t) & kinds:
                found[kind].add(day)
    return frozenset(kind for kind, given in found.items() if len(given) == 1)


def _one_hearing(
    a: Article, b: Article, first: Sequence[tuple[Subject, Telling]], second: Sequence[tuple[Subject, Telling]]
) -> dict[tuple[Node, Node], tuple[str, ...]]:
    """The hearings to come of one kind of which each of two articles on one case has one: its preliminary hearing."""
    counts = [Counter(h for _, t in told for h in t.hearings) for told in (first, second)]
    once = frozenset(h for h in counts[0] if counts[0][h] == counts[1][h] == 1)
    return {
        (_node(a, x), _node(b, y)): (f"each has one of the kind to come: {', '.join(sorted(both))}",)
        for x, told_x in first
        for y, told_y in second
        if (both := told_x.hearings & told_y.hearings & once)
        and all("court" in t.head | t.clause | _acts(s, t) for s, t in ((x, told_x), (y, told_y)))
        and told_x.days == told_y.days == 1
        and not _others(told_x, told_y)
    }


def _acts(subject: Subject, told: Telling) -> frozenset[str]:
    return subject.kinds if isinstance(subject, Predication) else told.head


def _others(x: Telling, y: Telling) -> bool:
    return bool(x.people and y.people and not x.people & y.people)


def _is_event(subject: Subject) -> bool:
    return isinstance(subject, EventMention)


def _personal(subject: Subject) -> bool:
    return isinstance(subject, EventMention) and subject.personal


def _once(told: Sequence[tuple[Subject, Telling]]) -> frozenset[str]:
    """The kinds of which an article has one dated clause only."""
    counts = Counter(kind for _, found in told for kind in found.head or found.clause)
    return frozenset(kind for kind, count in counts.items() if count == 1)


def _score(
    a: Article, b: Article, x: Telling, y: Telling, known_by: float = 0, once: frozenset[str] = frozenset()
) -> tuple[float, tuple[str, ...]]:
    """What two clauses share, in points, and in words; no points where they cannot be one or share too little."""
    kinds, points = _predicate(x, y, known=known_by >= ONE_INCIDENT)
    lead = x.lead and y.lead and x.days < _MANY > y.days and _published_apart(a.document, b.document) <= 1
    one_sentence = _verbatim(x, y)
    if one_sentence:
        kinds, points = kinds or x.head | y.head | x.clause | y.clause, _ENOUGH  # one sentence, put out twice
    if not kinds and lead and x.people & y.people and len(x.words & y.words) >= _SAME_NEWS:
        kinds = _news(x, y)
    sorts = sort_of(kinds)
    if not kinds or (kinds == {"say"} and not lead):
        return 0, ()
    if PERSON in sorts and _published_apart(a.document, b.document) > _HEARINGS:
        return 0, ()
    alone = known_by >= ONE_INCIDENT and bool(kinds & once) and bool(sorts)
    if PERSON in sorts and not _of_one_person(x, y, alone=alone):
        return 0, ()
    if "court" in kinds and x.hearings != y.hearings and not x.hearings & y.hearings:
        return 0, ()  # a bail hearing is no pretrial hearing
    if x.people and y.people and not x.people & y.people:
        points -= 2
    if x.ages and y.ages and not x.ages & y.ages:
        points -= 2
    speech = bool(sorts) and (sorts <= {SPEECH} or kinds <= _PUT_OUT)
    if known_by >= ONE_INCIDENT and not speech:
        points += (1 if known_by < 2 * ONE_INCIDENT else 2) + (1.5 if alone else 0)

    def weight(word: str) -> float:
        return max(_weight(a, b, word), _TOPIC) if lead and word not in report_words() else _weight(a, b, word)

    shared = {w: weight(w) for w in x.words & y.words}
    names = x.names & y.names
    points += _TO_THE_MINUTE if x.times & y.times else 0
    points += sum(shared.values()) + 0.5 * len(names) + len(x.people & y.people) + len(x.ages & y.ages)
    covered = sum(shared.values()) / max(1.0, min(sum(map(weight, side)) for side in (x.words, y.words)))
    if not (alone or one_sentence) and sum(v >= _TELLING for w, v in shared.items() if w not in kinds) < _AT_LEAST:
        return 0, ()
    if points < ((_NEWS_STATEMENT if lead else _STATEMENT) if speech else _ENOUGH) or covered < (
        _COVERED / 2 if alone or known_by >= 2 * ONE_INCIDENT else _COVERED
    ):
        return 0, ()
    rare = sorted(shared, key=lambda w: (-shared[w], w))[:5]
    acts = [k if is_kind(k) else (printed(a.document.text, [k]) or [k])[0] for k in sorted(kinds)]
    return points, (
        f"same kind of act: {', '.join(acts)}",
        f"both tell of: {', '.join(printed(a.document.text, rare))}",
    )


def _news(x: Telling, y: Telling) -> frozenset[str]:
    """The kinds by which two leads on one person tell the news of the day: any but those of which a person has several in a row."""
    kinds = x.head | y.head
    return kinds if not sort_of(kinds) & {PERSON, *INCIDENT} else frozenset()


def _published_apart(a: Document, b: Document) -> int:
    """Days between two articles; 0 where one is undated."""
    return a.days_from(b) or 0


def _predicate(x: Telling, y: Telling, *, known: bool) -> tuple[frozenset[str], float]:
    """The kinds of predicates by which two clauses may tell one thing, and what that is worth.

    A head that says something is of its own kind; one that does not ("is due in court") is of what its clause speaks of.
    """
    if x.head and y.head:
        if both := x.head & y.head:
            return both, 2.0 if HARM in sort_of(both) else 1.5 if sort_of(both) else 0.5
        if x.lead and y.lead and _PUT_OUT & x.head and _PUT_OUT & y.head:
            return x.head | y.head, 0.0
        harm = known and sort_of(x.head) & INCIDENT and sort_of(y.head) & INCIDENT and _one_harm(x, y)
        return (x.head | y.head, 0.0) if harm else (frozenset(), 0.0)
    both = (x.head or x.clause) & (y.head or y.clause)
    return both, 0.5


def _of_one_person(x: Telling, y: Telling, *, alone: bool) -> bool:
    """What happens to a person is one only where it is one person: named, of one age, or the only one of whom such a thing is told."""
    return bool((x.people or x.spoken_of) & (y.people or y.spoken_of) or x.ages & y.ages) or (
        alone and not (x.people and y.people) and not (x.ages and y.ages)
    )


def _weight(a: Article, b: Article, word: str) -> float:
    if word in report_words():
        return _REPORT
    common = max(a.counts[word], b.counts[word])
    return 1.0 if common <= _RARE else 0.5 if common <= _SCARCE else 0.25


def _node(article: Article, subject: Subject) -> Node:
    return (article.document.id, subject.start, subject.end)
