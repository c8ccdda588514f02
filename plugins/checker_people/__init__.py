"""factlint plugin: persons. How old they are, which rank they hold, and how their names are spelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hookspecs import hookimpl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Extractor, RuleKind


@hookimpl
def checker_extractors() -> Sequence[Extractor]:
    """Ages, and the claims made of them and of ranks."""
    from checker_people.ages import AGE_CLAIMS, AGES  # noqa: PLC0415
    from checker_people.parties import PARTIES, PARTY_CLAIMS  # noqa: PLC0415
    from checker_people.ranks import RANK_CLAIMS  # noqa: PLC0415
    from checker_people.spellings import SPELLINGS  # noqa: PLC0415

    return [AGES, AGE_CLAIMS, PARTIES, PARTY_CLAIMS, RANK_CLAIMS, SPELLINGS]


@hookimpl
def checker_rule_kinds() -> Sequence[RuleKind]:
    """``name-spelling``, ``party-age``, ``person-age`` and ``person-rank``."""
    from checker_people.name_spelling import NAME_SPELLING  # noqa: PLC0415
    from checker_people.party_age import PARTY_AGE  # noqa: PLC0415
    from checker_people.person_age import PERSON_AGE  # noqa: PLC0415
    from checker_people.person_rank import PERSON_RANK  # noqa: PLC0415

    return [NAME_SPELLING, PARTY_AGE, PERSON_AGE, PERSON_RANK]
