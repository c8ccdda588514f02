"""Which event of one document is an event of another.

Two events are one if they are of one class, nothing keeps them apart (participants, an event's own name, the person), and enough
that is particular speaks for it. The reasons are kept for the report: alignment must be as explainable as the comparison.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.links import components
from checker.model import Document, EventMention, SegmentKind
from checker.text.event_entities import GENERIC, apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SAID_AS = {"sentencing": "sentence"}  # "the length of the sentence of Helen Marsh"
_Node = tuple[str, int]  # document id and the number of an event in it

# "Second flood in a week", "the third fire in the town in as many days".
_ANOTHER = re.compile(
    r"\b(?:another|second|third|fourth|fifth|sixth|latest)(?:\s[\w’'-]+){1,8}?\s(?:in|within)\s"
    r"(?:less\sthan\s|under\s|just\s|only\s|the\sspace\sof\s)?"
    r"(?:an?|as\smany|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s(?:hours?|days?|nights?|weeks?|months?)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\s(?:[\w-]+\s)?again\b")
_AROUND = 60  # code points around an event in which it is called another
_ANOTHER_DAYS = 1  # between two publications: of one day both may tell of the same, and one of them that it is another
_NOBODY: frozenset[str] = frozenset()
_NAMED = 2  # names that two articles must share, whoever bears them, to tell of one thing
_ENOUGH = 2  # what two events must share, in points


@frozen()
class Event:
    """An event as one or more documents tell it."""

    title: str
    label: str


@frozen()
class Events:
    """The events of a story, which of them a mention is about, and which of its tellings are linked, and why."""

    events: tuple[Event, ...]
    members: dict[_Node, int]
    links: dict[tuple[_Node, _Node], tuple[str, ...]]
    # Pairs of document ids, in order, of which the later one tells the next event of a kind.
    repeated: frozenset[tuple[str, str]] = frozenset()

    def are_repeated(self, a: Document, b: Document) -> bool:
        """Tell whether one of two documents tells of what comes again after what the other tells."""
        return (min(a.id, b.id), max(a.id, b.id)) in self.repeated

    def of(self, document: Document, mention: EventMention) -> int | None:
        """The index of the event a mention is about; None for background."""
        return self.members.get((document.id, mention.entity))

    def why(self, a: tuple[Document, EventMention], b: tuple[Document, EventMention]) -> tuple[str, ...] | None:
        """Why two mentions are about one event; None where nothing links them. Within one telling no reason is needed."""
        first, second = sorted((document.id, mention.entity) for document, mention in (a, b))
        return () if first == second else self.links.get((first, second))


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
    again: bool = False  # told as another of its kind within days or weeks

    @property
    def node(self) -> _Node:
        """What names the event in its story."""
        return (self.document.id, self.entity)


def align_events(
    story: Sequence[tuple[Document, Sequence[EventMention]]],
    named: Mapping[str, frozenset[str]] | None = None,
    compared: Iterable[tuple[str, str]] | None = None,
) -> Events:
    """Link the events of a story's documents, two documents at a time, the best fitting pairs first.

    An event of a document is at most one of another; what a third document tells has no say in it. ``named``: the proper names of
    each article, by document id; ``compared``: the pairs of ids of the documents to look at, all if left out.
    """
    known = named or {}
    told = {document.id: found for document, mentions in story if (found := _locals(document, mentions))}
    links: dict[tuple[_Node, _Node], tuple[str, ...]] = {}
    repeated: set[tuple[str, str]] = set()
    for a, b in combinations(sorted(told), 2) if compared is None else compared:
        if a not in told or b not in told:
            continue
        if any(x.event_class == y.event_class and _is_repeated(x, y) for x, y in product(told[a], told[b])):
            repeated.add((min(a, b), max(a, b)))
        links |= _matched(told[a], told[b], known.get(a, _NOBODY) & known.get(b, _NOBODY))
    locals_ = {event.node: event for events in told.values() for event in events}
    groups = components(locals_, links)
    return Events(
        tuple(_event([locals_[node] for node in members]) for members in groups),
        {node: n for n, members in enumerate(groups) for node in members},
        links,
        frozenset(repeated),
    )


def _matched(
    first: Sequence[_Local], second: Sequence[_Local], named: frozenset[str]
) -> dict[tuple[_Node, _Node], tuple[str, ...]]:
    """The events of two documents that are one, each with at most one of the other document."""
    scored = []
    for a, b in product(first, second):
        points, shared = _shared(a, b, named)
        if points >= _ENOUGH:
            scored.append((-points, a.node, b.node, shared))
    if not scored:
        return {}
    when = _published_apart(first, second)
    found: dict[tuple[_Node, _Node], tuple[str, ...]] = {}
    taken: set[_Node] = set()
    for _, x, y, shared in sorted(scored):
        if not taken & {x, y}:
            taken |= {x, y}
            found[x, y] = (*shared, *when)
    return found


def _locals(document: Document, mentions: Sequence[EventMention]) -> list[_Local]:
    """The events of a document by number. A mention that stands for whatever was spoken of adds to an event, but makes none."""
    found: dict[int, _Local] = {}

    def first(mention: EventMention) -> tuple[bool, bool, int]:
        headline = document.segment_at(mention.start) is SegmentKind.HEADLINE
        return mention.event_class == GENERIC, not headline, mention.start

    for mention in sorted(mentions, key=first):
        if mention.background or (mention.event_class == GENERIC and mention.entity not in found):
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
    again = {m.event_class for m in mentions if _is_again(document.text, m)}
    for entity in found.values():
        entity.again = entity.main and entity.event_class in again
    return list(found.values())


def _is_again(text: str, mention: EventMention) -> bool:
    """Tell whether a mention calls an event another of its kind in a short time."""
    if _AGAIN.match(text, mention.end):
        return True
    around = _ANOTHER.finditer(text, max(0, mention.start - _AROUND), mention.end + _AROUND)
    return any(another.start() < mention.start <= another.end() + 1 for another in around)


def _is_repeated(a: _Local, b: _Local) -> bool:
    """Tell whether the later article tells of the next event of a kind, and the earlier one of that before it."""
    if a.again == b.again or not (a.main and b.main):
        return False
    later, earlier = (x.document.published for x in ((a, b) if a.again else (b, a)))
    if not (later and earlier and later.date and earlier.date):
        return False
    return (later.date - earlier.date).days >= _ANOTHER_DAYS


def _shared(a: _Local, b: _Local, named: frozenset[str]) -> tuple[int, list[str]]:
    """What two events share, in points, and in words; 0 points where something keeps them apart."""
    if a.event_class != b.event_class or (a.occasions and b.occasions and not a.occasions & b.occasions):
        return 0, []
    reasons = [f"same kind of event: {a.event_class}"]
    if a.personal:
        who = sorted(a.participants & b.participants) or _same_family(a.participants, b.participants)
        return (3, [*reasons, f"same person: {', '.join(who)}"]) if who else (0, [])
    if apart(a.participants, b.participants) or _is_repeated(a, b):
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


def _event(told: Sequence[_Local]) -> Event:
    first = told[0]
    participants = sorted({p for e in told for p in e.participants})
    occasions = sorted({o for e in told for o in e.occasions})
    noun = _SAID_AS.get(first.label, first.label)
    title = f"{noun} of {participants[0]}" if first.personal and participants else noun
    label = " · ".join(
        [first.label, *(o.title() for o in occasions[:1]), *([", ".join(participants[:3])] if participants else [])]
    )
    return Event(title, label)


def _published_apart(first: Sequence[_Local], second: Sequence[_Local]) -> tuple[str, ...]:
    days = [e[0].document.published.date for e in (first, second) if e and e[0].document.published]
    if len(days) < 2 or days[0] is None or days[1] is None or days[0] == days[1]:
        return ()
    apart_days = abs((days[0] - days[1]).days)
    return (f"published {apart_days} day{'s' if apart_days != 1 else ''} apart",)


def _listed(keys: Iterable[str]) -> str:
    return ", ".join(sorted(k if k[:1].isupper() else k.title() for k in keys)[:4])
