"""An attribute worked out when first asked for, without the lock that ``functools.cached_property`` takes before Python 3.12."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801  a decorator, named like ``property``
    """Stand for what a method returns until it is asked for; then the instance holds the value itself."""

    def __init__(self, method: Callable[[Any], T]) -> None:
        self._method, self._name = method, method.__name__
        self.__doc__ = method.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> Self | T:
        """Work the value out and put it in the instance, where look-ups find it first from now on."""
        if instance is None:
            return self
        value = self._method(instance)
        setattr(instance, self._name, value)  # not in ``__dict__``, which Python would have to make first
        return value
