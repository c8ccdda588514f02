"""factlint plugin: places, what they are in a sentence, and whether two articles put an event in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hookspecs import hookimpl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Extractor


@hookimpl
def checker_extractors() -> Sequence[Extractor]:
    """The extractor of places."""
    from checker_places.extract import PLACES  # noqa: PLC0415

    return [PLACES]
