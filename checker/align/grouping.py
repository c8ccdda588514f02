"""The first step of alignment: which documents report the same events, and are therefore compared.

A document that names its ``story`` is compared with those of that story only. The others are compared two by two where their contents
say so (:mod:`checker.align.likeness`): that depends on the two alone, and on whether the run is a collection, so a further article never
keeps two others apart. For the report they are gathered into stories by average linkage, which keeps a chain of look-alikes from becoming
one story.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from dataclasses import field
from itertools import combinations
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from checker.align.likeness import Profile, compared_from, least_of, likeness, one_happening_from, profile, telling
from checker.choices import StoryBy
from checker.frozen import frozen
from checker.links import components
from checker.model import Annotations, Document, Grouping, Known

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

Annotated = tuple[Document, Annotations]
Pair = tuple[str, str]  # ids of two documents, the smaller first

_NEAR = 45  # days; articles further apart must share a person, not only words, to be looked at
_APART = -8.0  # log-odds of two documents that were not even candidates


@frozen()
class Story:
    """Documents that are compared with each other: all of them, or only the ``pairs`` given, with what speaks for each.

    ``copies``: by the id of a document, the later ones with the same text. ``least``: the log-odds from which two of the documents are
    taken to tell of one happening.
    """

    told: tuple[Annotated, ...]
    copies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pairs: Mapping[Pair, tuple[str, ...]] | None = None
    least: float = one_happening_from(2)

    def compared(self, among: Collection[str] | None = None) -> Iterator[Pair]:
        """The pairs of ids of different documents that are compared, sorted; ``among``: ids to keep to."""
        ids = sorted(d.id for d, _ in self.told if among is None or d.id in among)
        if self.pairs is None:
            yield from combinations(ids, 2)
        elif len(ids) ** 2 < len(self.pairs):
            yield from (pair for pair in combinations(ids, 2) if pair in self.pairs)
        else:
            yield from sorted(pair for pair in self.pairs if among is None or (pair[0] in among and pair[1] in among))


@frozen()
class Stories:
    """The stories of a run, and for every document, by id, which one it was taken to tell."""

    told: tuple[Story, ...]
    groupings: Mapping[str, Grouping]


def together(a: Annotated, b: Annotated, by: StoryBy = StoryBy.CONTENT) -> tuple[bool, tuple[str, ...]]:
    """Tell whether a check compares two documents with different texts, and why, or why not."""
    keys = [_key(document, by) for document, _ in (a, b)]
    if any(keys):
        same = keys[0] == keys[1]
        names = " and ".join(repr(k) if k else "none" for k in dict.fromkeys(keys))
        return same, (f"{'one story' if same else 'different stories'}: {names}",)
    if by is not StoryBy.CONTENT:
        return True, ("all articles of one run are compared",)
    found = likeness(profile(*a), profile(*b))
    return found.score >= compared_from(2), found.because or ("they share no word that tells anything",)


def stories(documents: Iterable[Annotated], by: StoryBy = StoryBy.CONTENT, *, stated: bool = True) -> Stories:
    """Split a run into stories: by the documents' own ``story``, and those without one by content, by folder, or not at all.

    ``stated`` False takes no notice of what the documents state.

    Wire copy is one voice: of documents of one story with one text the earliest speaks for all, by publication, then by id.
    """
    voices: dict[tuple[str | None, str], list[Annotated]] = defaultdict(list)
    for document, annotations in sorted(documents, key=lambda d: (str(d[0].published or "9"), d[0].id)):
        key = _key(document, by) if stated else None
        voices[key, " ".join(document.text.split())].append((document, annotations))
    found: dict[str | None, list[list[Annotated]]] = defaultdict(list)
    for (story, _), voice in voices.items():
        found[story].append(voice)
    told: list[Story] = []
    groupings: dict[str, Grouping] = {}
    for key in sorted(found, key=lambda k: (k is not None, k or "")):
        first = tuple(sorted((voice[0] for voice in found[key]), key=lambda d: d[0].id))
        copies = {voice[0][0].id: tuple(d.id for d, _ in voice[1:]) for voice in found[key] if len(voice) > 1}
        if key is None and by is StoryBy.CONTENT:
            parts, named = _by_content(first, copies)
            told += parts
            groupings |= named
            continue
        told.append(Story(first, copies))
        for document, _ in (d for voice in found[key] for d in voice):
            known = Known.STATED if document.story else Known.INFERRED
            groupings[document.id] = Grouping(key, known if key else None, ())
    return Stories(tuple(told), groupings)


def _key(document: Document, by: StoryBy) -> str | None:
    """The story a document belongs to without regard to what it tells."""
    return document.story or (str(PurePosixPath(document.path).parent) if by is StoryBy.FOLDER else None)


def _by_content(
    told: Sequence[Annotated], copies: Mapping[str, tuple[str, ...]]
) -> tuple[list[Story], dict[str, Grouping]]:
    profiles = [profile(*item) for item in told]
    scored = {(i, j): likeness(profiles[i], profiles[j]) for i, j in _candidates(profiles)}
    least = compared_from(len(profiles))
    pairs = {
        (profiles[i].id, profiles[j].id): found.because for (i, j), found in scored.items() if found.score >= least
    }
    by_id = {item[0].id: item for item in told}
    beside: dict[str, dict[Pair, tuple[str, ...]]] = defaultdict(
        dict
    )  # by the first of two documents, what it is compared with
    for pair, because in pairs.items():
        beside[pair[0]][pair] = because
    parts = []
    for ids in components(sorted(by_id), pairs):
        held = {i: copies[i] for i in ids if i in copies}
        own = {pair: because for i in ids for pair, because in beside.get(i, {}).items()}
        parts.append(Story(tuple(by_id[i] for i in ids), held, own, one_happening_from(len(profiles))))
    groupings: dict[str, Grouping] = {}
    for cluster in average_linkage(
        len(profiles), {p: max(s.score, _APART) for p, s in scored.items()}, least_of(len(profiles)), _APART
    ):
        members = [profiles[i] for i in cluster]
        earliest = min(members, key=lambda p: (str(p.document.published or "9"), p.id))
        because = _shared_words(members) if len(members) > 1 else ()
        for member in members:
            for name in (member.id, *copies.get(member.id, ())):
                groupings[name] = Grouping(f"~{earliest.id}", Known.INFERRED, because)
    return parts, groupings


def _candidates(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """The pairs worth a look, by an index: those of a few weeks that share a telling word, and those that share a name of two words."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n in sorted(range(len(profiles)), key=lambda n: profiles[n].published or 0):
        for word in profiles[n].words:
            if telling(word):
                holders[word].append(n)
    found: set[tuple[int, int]] = set()
    for held in holders.values():
        found |= _near(profiles, held)
    known: dict[str, list[int]] = defaultdict(list)
    for n, item in enumerate(profiles):
        names = {person for person, official in item.persons.items() if not official}
        for name in names.union(w for w in item.words if " " in w and telling(w)):
            known[name].append(n)
    for held in known.values():
        found.update(combinations(held, 2))
    return sorted(found)


def _near(profiles: Sequence[Profile], held: Sequence[int]) -> set[tuple[int, int]]:
    """The pairs of ``held``, sorted by publication, the undated first, that lie near in time or are undated."""
    found: set[tuple[int, int]] = set()
    start = 0
    dated = [n for n in held if profiles[n].published is not None]
    for at, n in enumerate(dated):
        day = profiles[n].published or 0
        while day - (profiles[dated[start]].published or 0) > _NEAR:
            start += 1
        found.update((min(n, m), max(n, m)) for m in dated[start:at])
    undated = [n for n in held if profiles[n].published is None]
    found.update((min(n, m), max(n, m)) for n in undated for m in held if n != m)
    return found


def average_linkage(size: int, scores: Mapping[tuple[int, int], float], least: float, apart: float) -> list[list[int]]:
    """Merge clusters of ``range(size)``, the closest first, while the mean score of their pairs is ``least`` or more.

    A pair without a score counts as ``apart``. Deterministic: equal scores are merged in the order of their members.
    """
    clusters: dict[int, list[int]] = {n: [n] for n in range(size)}
    sums: dict[int, dict[int, float]] = {n: {} for n in range(size)}  # of what the scores lie above ``apart``
    queue: list[tuple[float, int, int]] = []
    for (i, j), score in sorted(scores.items()):
        sums[i][j] = sums[j][i] = score - apart
        if score >= least:
            queue.append((-score, i, j))
    heapq.heapify(queue)
    new = size
    while queue:
        _, i, j = heapq.heappop(queue)
        if i not in clusters or j not in clusters:
            continue
        clusters[new] = sorted(clusters.pop(i) + clusters.pop(j))
        merged: dict[int, float] = defaultdict(float)
        for old in (i, j):
            for other, total in sums.pop(old).items():
                if other not in (i, j):
                    merged[other] += total
                    del sums[other][old]
        sums[new] = dict(merged)
        for other, total in sorted(merged.items()):
            sums[other][new] = total
            mean = total / (len(clusters[new]) * len(clusters[other])) + apart
            if mean >= least:
                heapq.heappush(queue, (-mean, other, new))
        new += 1
    return sorted(clusters.values())


def _shared_words(members: Sequence[Profile]) -> tuple[str, ...]:
    """The words that tell most in most of the members: what the story is about."""
    total: dict[str, float] = defaultdict(float)
    held: dict[str, int] = defaultdict(int)
    for member in members:
        for word, weight in member.words.items():
            total[word] += weight
            held[word] += 1
    ranked = sorted((w for w in total if 2 * held[w] > len(members)), key=lambda w: (-total[w], w))
    return tuple(ranked[:5])
