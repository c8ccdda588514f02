"""Which person of one document is a person of another, by name.

Full names are equal up to diacritics, hyphens, middle initials and familiar forms ("Nick" for Nicholas); a surname alone, or with
an initial, joins the one person of that surname. Two people of one surname in a document make every surname alone doubtful, and
nothing is linked on it. Full names that fit nobody join where they sound alike: a misspelt name is still that of its bearer.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.links import components
from checker.text.names import full_names, given_names
from checker.text.spelling import distance, skeleton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from checker.model import Document, Person

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SOUNDED = 2  # letters in which names that sound alike may differ
_Node = tuple[str, str]  # document id and the name by which the document knows the person


@frozen()
class Persons:
    """The persons of a story: groups of tellings, and which two tellings are linked, and why."""

    groups: list[list[_Node]]
    links: Mapping[tuple[_Node, _Node], tuple[str, ...]]

    def why(self, a: tuple[Document, Person], b: tuple[Document, Person]) -> tuple[str, ...] | None:
        """Why two mentions are of one person; None where nothing links them."""
        first, second = sorted((document.id, person.name) for document, person in (a, b))
        return () if first == second else self.links.get((first, second))


def align_persons(
    story: Sequence[tuple[Document, Sequence[Person]]], compared: Iterable[tuple[str, str]] | None = None
) -> Persons:
    """Link the persons of a story's documents, two documents at a time; ``compared``: which two, by their ids, all if left out."""
    told = {document.id: sorted({p.name for p in persons}) for document, persons in story}
    links: dict[tuple[_Node, _Node], tuple[str, ...]] = {}
    for first, second in combinations(sorted(told), 2) if compared is None else compared:
        same = _pairs(told[first], told[second], same_name)
        left = [n for n in told[first] if n not in {a for a, _ in same}]
        right = [n for n in told[second] if n not in {b for _, b in same}]
        links |= {((first, a), (second, b)): (_reason(a, b),) for a, b in same}
        for a, b in _pairs(left, right, sounds_alike):
            links[(first, a), (second, b)] = (f"names that sound alike: {a}, {b}",)
    nodes = [(document, name) for document, names in told.items() for name in names]
    return Persons(components(nodes, links), links)


def _pairs(left: Sequence[str], right: Sequence[str], fit: Callable[[str, str], bool]) -> list[tuple[str, str]]:
    """The full names of two documents that are equal, and the names of which each fits the other and nobody else."""
    equal = {name for name in set(left) & set(right) if " " in name}
    fitting = {a: [b for b in right if fit(a, b)] for a in left}
    taken = Counter(b for found in fitting.values() for b in found)
    fit_only = [(a, found[0]) for a, found in fitting.items() if len(found) == 1 and taken[found[0]] == 1]
    return [*((name, name) for name in sorted(equal)), *(p for p in fit_only if equal.isdisjoint(p))]


def same_name(a: str, b: str) -> bool:
    """Tell whether two names may be one person's: equal surnames, and given names that do not speak against it. Symmetric."""
    first, second = _parts(a), _parts(b)
    if not first or not second or first[-1] != second[-1] or _kept_apart(a, b):
        return False
    if len(first) == 1 or len(second) == 1:
        return True
    x, y = first[0], second[0]
    if x == y or (1 in (len(x), len(y)) and x[0] == y[0]) or full_names(x) & full_names(y):
        return True
    return any(m[0] == "".join(word[0] for word in n[:-1]) for m, n in ((first, second), (second, first)))  # "P.J."


def sounds_alike(a: str, b: str) -> bool:
    """Tell whether two full names may be one, misspelt: one of given name and surname equal, the other of one sound. Symmetric."""
    first, second = _parts(a), _parts(b)
    if len(first) == 1 or len(second) == 1 or _kept_apart(a, b):
        return False
    if first[0][-1] != second[0][-1] and {first[0].capitalize(), second[0].capitalize()} <= given_names().keys():
        return (
            False  # names with two endings are two names, "Anne" and "Anna", where "Stefanie" and "Stephanie" are one
        )
    pairs = [(x, y) for x, y in ((first[0], second[0]), (first[-1], second[-1])) if x != y]
    return len(pairs) == 1 and all(skeleton(x) == skeleton(y) and distance(x, y) <= _SOUNDED for x, y in pairs)


def _kept_apart(a: str, b: str) -> bool:
    """Tell whether middle names or suffixes keep two names apart: "Ann Maria Ro" and "Ann Louise Ro", "Jr." and "Sr."."""
    if {w for w in _words(a) if w in _SUFFIXES} ^ {w for w in _words(b) if w in _SUFFIXES} == {"jr", "sr"}:
        return True
    x, y = (_parts(name)[1:-1] for name in (a, b))
    return bool(x and y) and not any(_same_middle(v, w) for v in x for w in y)


def _same_middle(a: str, b: str) -> bool:
    return a[0] == b[0] if 1 in (len(a), len(b)) else skeleton(a) == skeleton(b) or bool(full_names(a) & full_names(b))


def _parts(name: str) -> list[str]:
    words = _words(name)
    return words[:-1] if len(words) > 1 and words[-1] in _SUFFIXES else words


def _words(name: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", name.casefold().replace("-", " ").replace("’", "'"))
    kept = "".join(c for c in folded if not unicodedata.combining(c) and c not in ".'")
    return kept.split()


def _reason(a: str, b: str) -> str:
    return f"same name: {a}" if a == b else f"one person by name: {a}, {b}"
