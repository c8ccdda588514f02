"""What a function says of a word or a phrase, kept for all texts: a few thousand make up most of any text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

K = TypeVar("K")
V = TypeVar("V")

_MOST = 50_000  # keys


class Remembered(dict[K, V]):
    """What ``tell`` says of each key it was asked for: ``remembered[key]``, at a third of what ``functools.lru_cache`` takes.

    When there are too many, all are forgotten.
    """

    def __init__(self, tell: Callable[[K], V], most: int = _MOST) -> None:
        super().__init__()
        self._tell, self._most = tell, most

    def __missing__(self, key: K) -> V:
        """Ask for what is not known yet."""
        if len(self) >= self._most:
            self.clear()
        told = self[key] = self._tell(key)
        return told
