"""What is made when it is first used: of the hundreds of regular expressions and lists there are, a run over a few articles needs half."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def pattern(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """Stand for a compiled regular expression until something is asked of it, which is also when an error in it is told.

    A function for ``source`` returns it, and is called at that time: it may read lists of words.
    From then on it costs as little as one that ``re.compile`` made. What every run needs is better compiled there at once.
    """
    waiting = _Pattern(source, flags)
    _WAITING.append(waiting)
    return cast("re.Pattern[str]", waiting)


def once(make: Callable[[], T]) -> Callable[[], T]:
    """Decorate a function without arguments: what it returns is made when it is first called, and kept."""
    made = cache(make)
    _MADE.append(made)
    return made


def compile_all() -> None:
    """Make and compile what waits for its first use: for who would rather wait now, before the first text, than at some text later."""
    for make in _MADE:
        make()
    while _WAITING:
        _WAITING.pop().compile()


_OFFERED = tuple(name for name in dir(re.Pattern) if not name.startswith("_"))


class _Compiled:
    """A pattern that is compiled: its methods are those of the compiled expression."""

    def compile(self) -> None:
        """Do nothing: it is done."""


class _Pattern:
    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self._source, self._flags = source, flags

    def compile(self) -> re.Pattern[str]:
        """Give the instance the methods of the compiled expression, where look-ups find them first."""
        compiled = re.compile(self._source if isinstance(self._source, str) else self._source(), self._flags)
        vars(self).update((name, getattr(compiled, name)) for name in _OFFERED)
        self.__class__ = _Compiled  # type: ignore[assignment]  # whose attributes are found without a detour
        return compiled

    def __getattr__(self, name: str) -> Any:
        """Compile the expression when the first of its methods is asked for."""
        if name not in _OFFERED:
            raise AttributeError(name)
        return getattr(self.compile(), name)


_WAITING: list[_Pattern] = []
_MADE: list[Callable[[], Any]] = []
