"""factlint plugin: persons. Their ages, ranks and posts, whose partners and kin they are, how their names are spelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hookspecs import hookimpl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Extractor, RuleKind


@hookimpl
def checker_extractors() -> Sequence[Extractor]:
    """Ages and parties, and the claims made of them, of ranks and posts, spellings, partners and telephone numbers."""
    from checker_people.ages import AGE_CLAIMS, AGES  # noqa: PLC0415
    from checker_people.bearers import BEARER_CLAIMS  # noqa: PLC0415
    from checker_people.contacts import CONTACT_CLAIMS  # noqa: PLC0415
    from checker_people.holders import HOLDER_CLAIMS  # noqa: PLC0415
    from checker_people.kin import KIN_CLAIMS  # noqa: PLC0415
    from checker_people.offices import OFFICE_CLAIMS  # noqa: PLC0415
    from checker_people.parties import PARTIES, PARTY_CLAIMS  # noqa: PLC0415
    from checker_people.partners import PARTNER_CLAIMS  # noqa: PLC0415
    from checker_people.posts import POST_CLAIMS  # noqa: PLC0415
    from checker_people.quoted import QUOTED_CLAIMS  # noqa: PLC0415
    from checker_people.ranks import RANK_CLAIMS  # noqa: PLC0415
    from checker_people.spellings import SPELLINGS  # noqa: PLC0415

    return [
        AGES,
        AGE_CLAIMS,
        BEARER_CLAIMS,
        CONTACT_CLAIMS,
        HOLDER_CLAIMS,
        KIN_CLAIMS,
        OFFICE_CLAIMS,
        PARTIES,
        PARTNER_CLAIMS,
        PARTY_CLAIMS,
        POST_CLAIMS,
        QUOTED_CLAIMS,
        RANK_CLAIMS,
        SPELLINGS,
    ]


@hookimpl
def checker_rule_kinds() -> Sequence[RuleKind]:
    """Kinds of names, ages, ranks and posts, partners, kin and telephone numbers."""
    from checker_people.given_name import GIVEN_NAME  # noqa: PLC0415
    from checker_people.name_spelling import NAME_SPELLING  # noqa: PLC0415
    from checker_people.party_age import PARTY_AGE  # noqa: PLC0415
    from checker_people.person_age import PERSON_AGE  # noqa: PLC0415
    from checker_people.person_kin import PERSON_KIN  # noqa: PLC0415
    from checker_people.person_office import PERSON_OFFICE  # noqa: PLC0415
    from checker_people.person_partner import PERSON_PARTNER  # noqa: PLC0415
    from checker_people.person_post import PERSON_POST  # noqa: PLC0415
    from checker_people.person_rank import PERSON_RANK  # noqa: PLC0415
    from checker_people.speaker_name import SPEAKER_NAME  # noqa: PLC0415
    from checker_people.telephone import TELEPHONE  # noqa: PLC0415

    return [
        GIVEN_NAME,
        NAME_SPELLING,
        PARTY_AGE,
        PERSON_AGE,
        PERSON_KIN,
        PERSON_OFFICE,
        PERSON_PARTNER,
        PERSON_POST,
        PERSON_RANK,
        SPEAKER_NAME,
        TELEPHONE,
    ]
