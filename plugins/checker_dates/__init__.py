"""factlint plugin: dates. Time expressions, their windows, claims about when events were, and rules on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hookspecs import hookimpl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Extractor, RuleKind


@hookimpl
def checker_extractors() -> Sequence[Extractor]:
    """Time expressions, and the claims made of them."""
    from checker_dates.claims import CLAIMS, WEEKDAY_CLAIMS  # noqa: PLC0415
    from checker_dates.extract import TIMEXES  # noqa: PLC0415

    return [TIMEXES, CLAIMS, WEEKDAY_CLAIMS]


@hookimpl
def checker_rule_kinds() -> Sequence[RuleKind]:
    """``date-window`` and ``weekday-date``."""
    from checker_dates.date_window import DATE_WINDOW  # noqa: PLC0415
    from checker_dates.weekday_date import WEEKDAY_DATE  # noqa: PLC0415

    return [DATE_WINDOW, WEEKDAY_DATE]
