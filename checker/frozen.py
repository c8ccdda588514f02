"""Values that do not change: frozen for the type checker, plain slots at run time.

A frozen dataclass sets each field through ``object.__setattr__``; a text gives thousands of mentions, and making them took a tenth of the
time. The type checker refuses an assignment to a field of such a value just as well, and costs a run nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

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
        value: Any = dataclass(order=order, slots=slots, unsafe_hash=True)(cls)
        for known in (*above, value.__dataclass_params__):
            known.frozen = True
        return value  # type: ignore[no-any-return]

    return made
