"""Which event of one document is an event of another.

Two events are one if they are of one class, nothing keeps them apart (participants, an event's own name, the person), and enough
that is particular speaks for it. The reasons are kept for the report: alignment must be as explainable as the comparison.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from checker.model import Document, EventMention, SegmentKind
from checker.text.event_entities import GENERIC, apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_NOBODY: frozenset[str] = frozenset()
_NAMED = 2  # names that two articles must share, whoever bears them, to tell of one thing
_ENOUGH = 2  # what two events must share, in points


@dataclass(frozen=True, slots=True)
class Event:
    """An event as one or more documents tell it."""

    title: str
    label: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a story, and which of them a mention is about."""

    events: tuple[Event, ...]
    members: dict[tuple[str, int], int]

    def of(self, document: Document, mention: EventMention) -> int | None:
        """The index of the event a mention is about; None for background."""
        return self.members.get((document.id, mention.entity))


@dataclass(slots=True)
class _Local:
    """One event of one document: what all its mentions say together."""

    document: Document
    entity: int
    event_class: str
    main: bool
    label: str
    participants: set[str] = field(default_factory=set)
    occasions: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    personal: bool = False


def align_events(
    story: Sequence[tuple[Document, Sequence[EventMention]]], named: Mapping[str, frozenset[str]] | None = None
) -> Events:
    """Join the events of a story's documents, the best fitting pairs first.

    One event of a document joins at most one of another. ``named``: the proper names of each article, by document id.
    """
    known = named or {}
    locals_ = [event for document, mentions in story for event in _locals(document, mentions)]
    scored = []
    for (i, a), (j, b) in combinations(enumerate(locals_), 2):
        if a.document is not b.document:
            points, shared = _shared(a, b, known.get(a.document.id, _NOBODY) & known.get(b.document.id, _NOBODY))
            if points >= _ENOUGH:
                scored.append((-points, i, j, shared))
    group = list(range(len(locals_)))
    reasons: dict[int, list[str]] = {i: [] for i in group}
    for _, i, j, shared in sorted(scored):
        first, second = sorted((group[i], group[j]))
        members = [locals_[k].document.id for k, g in enumerate(group) if g in (first, second)]
        if first != second and len(members) == len(set(members)):
            group = [first if g == second else g for g in group]
            reasons[first] += reasons.pop(second)
            reasons[first] += shared
    numbers = {g: n for n, g in enumerate(sorted(set(group)))}
    events = tuple(_event([locals_[k] for k, h in enumerate(group) if h == g], reasons[g]) for g in sorted(numbers))
    return Events(events, {(e.document.id, e.entity): numbers[group[k]] for k, e in enumerate(locals_)})


def _locals(document: Document, mentions: Iterable[EventMention]) -> list[_Local]:
    found: dict[int, _Local] = {}
    for mention in sorted(mentions, key=lambda m: (document.segment_at(m.start) is not SegmentKind.HEADLINE, m.start)):
        if mention.background:
            continue
        main = not found or all(e.event_class != mention.event_class for e in found.values())
        entity = found.setdefault(
            mention.entity,
            _Local(document, mention.entity, mention.event_class, main, mention.label, personal=mention.personal),
        )
        entity.participants |= mention.participants
        entity.names |= mention.names
        if mention.occasion:
            entity.occasions.add(mention.occasion)
    return [e for e in found.values() if e.event_class != GENERIC]


def _shared(a: _Local, b: _Local, named: frozenset[str]) -> tuple[int, list[str]]:
    """What two events share, in points, and in words; 0 points where something keeps them apart."""
    if a.event_class != b.event_class or (a.occasions and b.occasions and not a.occasions & b.occasions):
        return 0, []
    reasons = [f"same kind of event: {a.event_class}"]
    if a.personal:
        who = sorted(a.participants & b.participants) or _same_family(a.participants, b.participants)
        return (3, [*reasons, f"same person: {', '.join(who)}"]) if who else (0, [])
    if apart(a.participants, b.participants):
        return 0, []
    points = 0
    if occasions := a.occasions & b.occasions:
        points += 3
        reasons.append(f"same name: {_listed(occasions)}")
    if participants := a.participants & b.participants:
        points += len(participants)
        reasons.append(f"same participants: {_listed(participants)}")
    if names := {n for n in a.names & b.names if n not in {p.casefold() for p in participants}}:
        points += min(2, len(names))
        reasons.append(f"both name: {_listed(names)}")
    if a.main and b.main and (points or len(named) >= _NAMED):
        points += 1
        reasons.append("the first event of its kind in both")
        if points < _ENOUGH and len(named) >= _NAMED:
            points += 1
            reasons.append(f"the articles share names: {_listed(named)}")
    return points, reasons


def _same_family(a: Iterable[str], b: Iterable[str]) -> list[str]:
    """Persons of ``a`` whose last name is that of one in ``b`` that has no other first name."""
    return sorted(x for x in a for y in b if x.split()[-1] == y.split()[-1] and 1 in (len(x.split()), len(y.split())))


def _event(told: Sequence[_Local], reasons: Iterable[str]) -> Event:
    first = told[0]
    participants = sorted({p for e in told for p in e.participants})
    occasions = sorted({o for e in told for o in e.occasions})
    title = f"{first.label} of {participants[0]}" if first.personal and participants else first.label
    label = " · ".join(
        [first.label, *(o.title() for o in occasions[:1]), *([", ".join(participants[:3])] if participants else [])]
    )
    days = sorted({d for e in told if e.document.published and (d := e.document.published.date)})
    apart_days = (days[-1] - days[0]).days if len(days) > 1 else 0
    when = [f"published {apart_days} day{'s' if apart_days != 1 else ''} apart"] if apart_days else []
    return Event(title, label, (*dict.fromkeys(reasons), *when))


def _listed(keys: Iterable[str]) -> str:
    return ", ".join(sorted(k if k[:1].isupper() else k.title() for k in keys)[:4])
