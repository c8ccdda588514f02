"""factlint plugin: dates. Time expressions in TIMEX3 terms, their windows, claims about when events were, and rules on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hookspecs import hookimpl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Extractor


@hookimpl
def checker_extractors() -> Sequence[Extractor]:
    """Time expressions."""
    from checker_dates.extract import TIMEXES  # noqa: PLC0415

    return [TIMEXES]
