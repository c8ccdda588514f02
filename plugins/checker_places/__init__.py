"""factlint plugin: places, what they are in a sentence, and whether two articles put an event in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hookspecs import hookimpl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Extractor, Finding, RuleKind


@hookimpl
def checker_extractors() -> Sequence[Extractor]:
    """Places, scenes and the company of places, addresses, hospitals, venues, offsets, and the claims of all."""
    from checker_places.addresses import ADDRESS_CLAIMS, ADDRESSES  # noqa: PLC0415
    from checker_places.births import BIRTHPLACES  # noqa: PLC0415
    from checker_places.claims import CLAIMS  # noqa: PLC0415
    from checker_places.extract import PLACES  # noqa: PLC0415
    from checker_places.hospitals import HOSPITALS  # noqa: PLC0415
    from checker_places.offsets import OFFSETS  # noqa: PLC0415
    from checker_places.residence import RESIDENCES  # noqa: PLC0415
    from checker_places.scenes import SCENES  # noqa: PLC0415
    from checker_places.venues import VENUES  # noqa: PLC0415

    return [PLACES, CLAIMS, SCENES, ADDRESSES, ADDRESS_CLAIMS, HOSPITALS, VENUES, OFFSETS, RESIDENCES, BIRTHPLACES]


@hookimpl
def checker_rule_kinds() -> Sequence[RuleKind]:
    """Places of events, plans and articles, towns of the same words and of people, addresses, corners, streets, venues, offsets."""
    from checker_places import (  # noqa: PLC0415
        address_agreement,
        company_agreement,
        corner_agreement,
        dateline_agreement,
        hospital_agreement,
        offset_agreement,
        origin_agreement,
        place_agreement,
        plan_and_place,
        residence_agreement,
        scene_agreement,
        street_agreement,
        venue_agreement,
        venue_town,
    )

    return [
        place_agreement.KIND,
        plan_and_place.KIND,
        scene_agreement.KIND,
        company_agreement.KIND,
        address_agreement.KIND,
        corner_agreement.KIND,
        offset_agreement.KIND,
        origin_agreement.KIND,
        street_agreement.KIND,
        dateline_agreement.KIND,
        hospital_agreement.KIND,
        residence_agreement.KIND,
        venue_agreement.KIND,
        venue_town.KIND,
    ]


@hookimpl
def checker_findings(findings: Sequence[Finding]) -> Sequence[Finding]:
    """One difference between two towns is told once."""
    from checker_places.twice import told_once  # noqa: PLC0415

    return told_once(findings)
