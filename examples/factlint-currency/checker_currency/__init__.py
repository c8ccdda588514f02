"""factlint plugin: sums of money, and the price of one deal in two articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hookspecs import hookimpl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Extractor, RuleKind


@hookimpl
def checker_extractors() -> Sequence[Extractor]:
    """Sums of money, and the claims that they are the price of a deal."""
    from checker_currency.money import CLAIMS, SUMS

    return [SUMS, CLAIMS]


@hookimpl
def checker_rule_kinds() -> Sequence[RuleKind]:
    """The comparison of two prices."""
    from checker_currency.price import KIND

    return [KIND]


@hookimpl
def checker_rule_packs() -> Sequence[str]:
    """The rules of this package."""
    return ["checker_currency.rules"]
