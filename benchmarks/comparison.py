"""One table for the comparisons with other taggers: peers in turn on the same texts, timed alike, scored by the caller.

A peer is made and warmed up outside the clock, on one sentence and on the gold's documents behind those that are timed, where there are
any. Then it goes over the texts once ("first": texts it has never seen), and over them again as often as asked ("again": the median; what
it remembers of these very texts is inside, so that is a bound, and not what fresh text costs). Each figure is seconds of the processor, of
this process and of its children that have ended, beside its ratio to the first peer's of the same column. Peers with a process of their
own that goes on are timed by the wall. One that has taken a minute is not sent over the texts again.
"""

from __future__ import annotations

import os
import statistics
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence

T = TypeVar("T")

_LONG = 60.0  # seconds
_NAME = 24  # columns


@dataclass(frozen=True)
class Comparison:
    """``texts`` and ``others``: what to time and what to warm up on; ``scores``: the heads of the columns that ``score`` fills."""

    texts: Sequence[tuple[Any, ...]]
    others: Sequence[tuple[Any, ...]]
    scores: Sequence[str]
    score: Callable[[list[Any]], Sequence[float]]
    repetitions: int
    apart: frozenset[str] = field(default_factory=frozenset)  # peers that work in a process of their own

    def run(self, peers: Mapping[str, Callable[[], Callable[..., Any]]]) -> None:
        """Print a line for each peer; one that is not installed, or not whole, is passed over by name."""
        heads = (*self.scores, "first s", "times", "again s", "times")
        print(f"{'':{_NAME}}" + "".join(f"{head:>9}" for head in heads))
        base: list[float] = []
        for name, make in peers.items():
            try:
                tag = make()
                for other in self.others:
                    tag(*other)
            except Exception as error:  # noqa: BLE001  a peer may lack anything
                print(f"{name:{_NAME}} not run: {type(error).__name__}: {str(error)[:80]}")
                continue
            clock = time.perf_counter if name in self.apart else _worked
            found, first = self._pass(tag, clock)
            more: list[float] = []
            while len(more) < self.repetitions and first + sum(more) < _LONG:
                more.append(self._pass(tag, clock)[1])
            taken = [first, statistics.median(more) if more else first]
            base = base or taken
            scored = "".join(f"{value:9.1f}" for value in self.score(found))
            print(
                f"{name:{_NAME}}{scored}" + "".join(f"{t:9.3f}{t / b:9.1f}" for t, b in zip(taken, base, strict=True)),
                flush=True,
            )

    def _pass(self, tag: Callable[..., Any], clock: Callable[[], float]) -> tuple[list[Any], float]:
        start = clock()
        found = [tag(*text) for text in self.texts]
        return found, clock() - start


def repeated(parser: argparse.ArgumentParser) -> None:
    """Add the options that all comparisons share."""
    parser.add_argument("--documents", type=int, help="only the first N documents")
    parser.add_argument(
        "--warm-up", type=int, default=20, help="documents behind those, gone over before the clock starts"
    )
    parser.add_argument("--repetitions", type=int, default=3, help="passes after the first; the median is printed")


def parted(rows: Sequence[T], arguments: argparse.Namespace) -> tuple[Sequence[T], Sequence[T]]:
    """Return the documents that are timed and those to warm up on."""
    timed = len(rows) if arguments.documents is None else arguments.documents
    return rows[:timed], rows[timed : timed + arguments.warm_up]


def _worked() -> float:
    ended = os.times()
    return time.process_time() + ended.children_user + ended.children_system
