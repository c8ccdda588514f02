"""The YAML rules that come with factlint, one folder a family. A plugin like any other: it only delivers its pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hookspecs import hookimpl

if TYPE_CHECKING:
    from collections.abc import Sequence


@hookimpl
def checker_rule_packs() -> Sequence[str]:
    """The package itself."""
    return [__name__]
