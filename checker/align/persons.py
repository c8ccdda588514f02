"""Which person of one document is a person of another, by name.

Full names are equal up to diacritics, hyphens, middle initials and familiar forms ("Nick" for Nicholas); a surname alone, or with
an initial, joins the one person of that surname. Two people of one surname in a document make every surname alone doubtful, and
nothing is linked on it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from checker.align.links import components
from checker.text.names import full_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import Document, Person

_Node = tuple[str, str]  # document id and the name by which the document knows the person


@dataclass(frozen=True, slots=True)
class Persons:
    """The persons of a story: groups of tellings, and which two tellings are linked, and why."""

    groups: list[list[_Node]]
    links: Mapping[tuple[_Node, _Node], tuple[str, ...]]

    def why(self, a: tuple[Document, Person], b: tuple[Document, Person]) -> tuple[str, ...] | None:
        """Why two mentions are of one person; None where nothing links them."""
        first, second = sorted((document.id, person.name) for document, person in (a, b))
        return () if first == second else self.links.get((first, second))


def align_persons(story: Sequence[tuple[Document, Sequence[Person]]]) -> Persons:
    """Link the persons of a story's documents, two documents at a time."""
    told = {document.id: sorted({p.name for p in persons}) for document, persons in story}
    links: dict[tuple[_Node, _Node], tuple[str, ...]] = {}
    for first, second in combinations(sorted(told), 2):
        for a in told[first]:
            fitting = [b for b in told[second] if same_name(a, b)]
            back = [x for x in told[first] if fitting and same_name(x, fitting[0])]
            if len(fitting) == 1 and len(back) == 1:
                links[(first, a), (second, fitting[0])] = (_reason(a, fitting[0]),)
    nodes = [(document, name) for document, names in told.items() for name in names]
    return Persons(components(nodes, links), links)


def same_name(a: str, b: str) -> bool:
    """Tell whether two names may be one person's: equal surnames, and given names that do not speak against it. Symmetric."""
    first, second = _parts(a), _parts(b)
    if not first or not second or first[-1] != second[-1]:
        return False
    if len(first) == 1 or len(second) == 1:
        return True
    x, y = first[0], second[0]
    return x == y or (1 in (len(x), len(y)) and x[0] == y[0]) or bool(full_names(x) & full_names(y))


def _parts(name: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", name.casefold().replace("-", " ").replace("’", "'"))
    kept = "".join(c for c in folded if not unicodedata.combining(c) and c not in ".'")
    return kept.split()


def _reason(a: str, b: str) -> str:
    return f"same name: {a}" if a == b else f"one person by name: {a}, {b}"
