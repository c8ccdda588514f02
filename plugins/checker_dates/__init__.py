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
    from checker_dates.claims import WEEKDAY_CLAIMS  # noqa: PLC0415
    from checker_dates.clause_claims import CLAIMS  # noqa: PLC0415
    from checker_dates.durations import DURATIONS  # noqa: PLC0415
    from checker_dates.extract import TIMEXES  # noqa: PLC0415
    from checker_dates.labelled import LABELLED_DATES  # noqa: PLC0415
    from checker_dates.landmarks import LANDMARKS  # noqa: PLC0415
    from checker_dates.orders import ORDERS  # noqa: PLC0415
    from checker_dates.pieces_put_out import PUT_OUT_CLAIMS  # noqa: PLC0415
    from checker_dates.ranges import RANGES  # noqa: PLC0415

    return [TIMEXES, CLAIMS, DURATIONS, LABELLED_DATES, LANDMARKS, ORDERS, PUT_OUT_CLAIMS, RANGES, WEEKDAY_CLAIMS]


@hookimpl
def checker_rule_kinds() -> Sequence[RuleKind]:
    """When, how long, in which order, at what time, and on which weekday."""
    from checker_dates.clock_time import CLOCK_TIME  # noqa: PLC0415
    from checker_dates.date_window import DATE_WINDOW  # noqa: PLC0415
    from checker_dates.event_duration import EVENT_DURATION  # noqa: PLC0415
    from checker_dates.event_order import EVENT_ORDER  # noqa: PLC0415
    from checker_dates.labelled_date import LABELLED_DATE  # noqa: PLC0415
    from checker_dates.landmark_day import LANDMARK_DAY  # noqa: PLC0415
    from checker_dates.phase_order import PHASE_ORDER  # noqa: PLC0415
    from checker_dates.plan_and_fact import PLAN_AND_FACT  # noqa: PLC0415
    from checker_dates.planned_date import HELD_UNTIL, PLANNED_DATE  # noqa: PLC0415
    from checker_dates.put_out import PUT_OUT  # noqa: PLC0415
    from checker_dates.range_length import RANGE_LENGTH  # noqa: PLC0415
    from checker_dates.weekday_date import WEEKDAY_DATE  # noqa: PLC0415

    return [
        CLOCK_TIME,
        DATE_WINDOW,
        EVENT_DURATION,
        EVENT_ORDER,
        HELD_UNTIL,
        LABELLED_DATE,
        LANDMARK_DAY,
        PHASE_ORDER,
        PLAN_AND_FACT,
        PLANNED_DATE,
        PUT_OUT,
        RANGE_LENGTH,
        WEEKDAY_DATE,
    ]
