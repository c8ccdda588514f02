"""factlint plugin: numbers. How many people an event killed, hurt, or brought into custody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hookspecs import hookimpl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Extractor, RuleKind


@hookimpl
def checker_extractors() -> Sequence[Extractor]:
    """Counts of people, and the claims made of them."""
    from checker_numbers.counts import COUNT_CLAIMS, COUNTS  # noqa: PLC0415

    return [COUNTS, COUNT_CLAIMS]


@hookimpl
def checker_rule_kinds() -> Sequence[RuleKind]:
    """``event-count``."""
    from checker_numbers.event_count import EVENT_COUNT  # noqa: PLC0415

    return [EVENT_COUNT]
