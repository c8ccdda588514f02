"""Odd absolute formats ("14-Jul-2024", "2024/07/14", "7/14/2024"), read by dateparser.

dateparser reads far too much ("we" is Wednesday to it, and a bare "May" today's day in May), takes milliseconds a call
and long to import. So it is imported on first use, sees only strings that look like nothing but a date, and its answers
are kept.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from checker_dates import lexicon as lex
from checker_dates.resolve import Context, Resolved

if TYPE_CHECKING:
    from datetime import date

_SHORT_MONTH = lex.either(m[:3] for m in lex.MONTHS)
ODD_FORMAT = re.compile(
    rf"(?<![\w/.,-])(?:(?:1\d|20)\d\d/\d{{1,2}}/\d{{1,2}}|\d{{1,2}}/\d{{1,2}}/(?:(?:1\d|20)\d\d|\d\d)"
    rf"|\d{{1,2}}-\d{{1,2}}-(?:1\d|20)\d\d"
    rf"|\d{{1,2}}[-.]?(?i:{_SHORT_MONTH})[-.]?(?:(?:1\d|20)\d\d|['’]\d\d))(?![\w/-]|[.,]\d)"
)


def read_odd(match: re.Match[str], context: Context) -> Resolved | None:
    """Resolve a match of :data:`ODD_FORMAT`; None where day and month could be swapped, or where it is no date."""
    del context
    text = match[0].replace("’", "'")
    day = _parsed(text, "MDY")
    if day is None or day != _parsed(text, "DMY"):
        return None
    return Resolved(
        "DATE", day.isoformat(), None, frozenset({"year", "month", "day"}), (f'"{match[0]}" can only be {day}',)
    )


@lru_cache(maxsize=1024)
def _parsed(text: str, order: str) -> date | None:
    import dateparser  # noqa: PLC0415  a third of a second that most runs never need

    settings = {"DATE_ORDER": order, "STRICT_PARSING": True, "PREFER_LOCALE_DATE_ORDER": False}
    found = dateparser.parse(text, languages=["en"], settings=settings)
    return found.date() if found else None
