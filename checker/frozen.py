"""Values that do not change: frozen for the type checker, plain slots at run time.

A frozen dataclass sets each field through ``object.__setattr__``; a text gives thousands of mentions, and making them took a tenth of the
time. The type checker refuses an assignment to a field of such a value just as well, and costs a run nothing. How values are compared,
hashed and shown is told by one function for all classes: dataclasses would write and compile four for each of them at every start.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(*, order: bool = False, slots: bool = True) -> Callable[[type[T]], type[T]]:
    """Make a class a dataclass whose values are compared and hashed by their fields, which nobody assigns to.

    A dataclass made with ``frozen=True`` may inherit from it.
    """

    def made(cls: type[T]) -> type[T]:
        # What dataclasses ask of the bases of a class, and a frozen one's base must say of itself.
        above: list[Any] = [vars(b)["__dataclass_params__"] for b in cls.__mro__ if "__dataclass_params__" in vars(b)]
        for known in above:
            known.frozen = False
        value: Any = dataclass(order=order, slots=slots, repr=order, eq=order, unsafe_hash=order)(cls)
        for known in (*above, value.__dataclass_params__):
            known.frozen = True
        if not order:
            _compared(value)
        return value  # type: ignore[no-any-return]

    return made


def _compared(cls: type) -> None:
    """Give a dataclass what ``eq``, ``unsafe_hash`` and ``repr`` would, except what it defines itself."""
    told: Sequence[Any] = fields(cls)
    compared = _values([f.name for f in told if f.compare])
    hashed = _values([f.name for f in told if (f.compare if f.hash is None else f.hash)])
    shown = [f.name for f in told if f.repr]

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807  set on the class below
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(hashed(self))

    def __repr__(self: Any) -> str:  # noqa: N807
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    for method in (__eq__, __hash__, __repr__):
        if vars(cls).get(method.__name__) is None:
            setattr(cls, method.__name__, method)


def _values(names: Sequence[str]) -> Callable[[Any], tuple[object, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)
