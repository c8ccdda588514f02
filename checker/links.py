"""Links between things and what they hold together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T", bound=Any)  # hashable and sortable


def components(nodes: Iterable[T], links: Iterable[tuple[T, T]]) -> list[list[T]]:
    """Gather the nodes that links hold together, each group sorted, and the groups by their first."""
    parent = {node: node for node in nodes}

    def root(node: T) -> T:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in links:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    found: dict[T, list[T]] = defaultdict(list)
    for node in sorted(parent):
        found[root(node)].append(node)
    return [found[key] for key in sorted(found)]
