"""Values that the type checker holds frozen."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, fields, replace

import pytest

from checker.frozen import frozen
from checker.model import Mention, Span


@frozen()
class Pair:
    one: int
    two: tuple[int, ...] = ()


def test_values_are_compared_and_hashed_by_their_fields() -> None:
    assert Pair(1, (2,)) == Pair(1, (2,)) != Pair(1)
    assert len({Pair(1), Pair(1), Pair(2)}) == 2


def test_values_can_be_replaced_listed_and_sent_to_another_process() -> None:
    pair = Pair(1, (2,))
    assert replace(pair, one=3) == Pair(3, (2,))
    assert [f.name for f in fields(pair)] == ["one", "two"]
    assert pickle.loads(pickle.dumps(Span(1, 2))) == Span(1, 2)  # noqa: S301  our own bytes


def test_values_hold_nothing_but_their_fields() -> None:
    with pytest.raises(AttributeError):
        Pair(1).three = 3


def test_a_plugin_may_derive_a_frozen_dataclass() -> None:
    @dataclass(frozen=True, slots=True)
    class Weather(Mention):
        sky: str

    found = Weather(1, 2, "clear")
    assert (found.span, found.sky) == (Span(1, 2), "clear")
    with pytest.raises(FrozenInstanceError):
        found.sky = "dull"
