"""factlint plugin: numbers. How many an event killed or hurt, what is counted and measured, and whether sums come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hookspecs import hookimpl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Extractor, Finding, RuleKind


@hookimpl
def checker_extractors() -> Sequence[Extractor]:
    """Numbers, and the claims made of them."""
    from checker_numbers.compounds import COMPOUNDS  # noqa: PLC0415
    from checker_numbers.counted import COUNTED  # noqa: PLC0415
    from checker_numbers.distances import DISTANCES  # noqa: PLC0415
    from checker_numbers.fractions import FRACTIONS  # noqa: PLC0415
    from checker_numbers.gaps import GAPS  # noqa: PLC0415
    from checker_numbers.listings import LISTINGS  # noqa: PLC0415
    from checker_numbers.margins import MARGINS  # noqa: PLC0415
    from checker_numbers.measures import MEASURES  # noqa: PLC0415
    from checker_numbers.money import MONEY  # noqa: PLC0415
    from checker_numbers.ordinals import ORDINALS  # noqa: PLC0415
    from checker_numbers.partitions import PARTITIONS  # noqa: PLC0415
    from checker_numbers.percentages import PERCENTAGES  # noqa: PLC0415
    from checker_numbers.scores import SCORES  # noqa: PLC0415
    from checker_numbers.shares import SHARES  # noqa: PLC0415
    from checker_numbers.spans import SPANS  # noqa: PLC0415
    from checker_numbers.sums import SUMS  # noqa: PLC0415
    from checker_numbers.tallies import TALLIES  # noqa: PLC0415
    from checker_numbers.tally_claims import TALLY_CLAIMS  # noqa: PLC0415
    from checker_numbers.terms import SERVED, TERMS  # noqa: PLC0415
    from checker_numbers.transposed import TRANSPOSED  # noqa: PLC0415
    from checker_numbers.votes import VOTES  # noqa: PLC0415
    from checker_numbers.wholes import WHOLES  # noqa: PLC0415

    return [
        COMPOUNDS,
        COUNTED,
        DISTANCES,
        FRACTIONS,
        GAPS,
        LISTINGS,
        MARGINS,
        MEASURES,
        MONEY,
        ORDINALS,
        PARTITIONS,
        PERCENTAGES,
        SCORES,
        SHARES,
        SPANS,
        SUMS,
        TALLIES,
        TALLY_CLAIMS,
        SERVED,
        TERMS,
        TRANSPOSED,
        VOTES,
        WHOLES,
    ]


@hookimpl
def checker_rule_kinds() -> Sequence[RuleKind]:
    """``event-count``, ``quantity``, ``reckoning`` and ``transposition``."""
    from checker_numbers.event_count import EVENT_COUNT  # noqa: PLC0415
    from checker_numbers.quantity import QUANTITY  # noqa: PLC0415
    from checker_numbers.reckoning import RECKONING  # noqa: PLC0415
    from checker_numbers.transposition import TRANSPOSITION  # noqa: PLC0415

    return [EVENT_COUNT, QUANTITY, RECKONING, TRANSPOSITION]


@hookimpl
def checker_findings(findings: Sequence[Finding]) -> Sequence[Finding]:
    """One pair of numbers is told by one rule."""
    from checker_numbers.twice import told_once  # noqa: PLC0415

    return told_once(findings)
