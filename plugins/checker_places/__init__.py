"""factlint plugin: places, what they are in a sentence, and whether two articles put an event in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hookspecs import hookimpl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Extractor, RuleKind


@hookimpl
def checker_extractors() -> Sequence[Extractor]:
    """Places, addresses, and the claims of both."""
    from checker_places.addresses import ADDRESS_CLAIMS, ADDRESSES  # noqa: PLC0415
    from checker_places.claims import CLAIMS  # noqa: PLC0415
    from checker_places.extract import PLACES  # noqa: PLC0415

    return [PLACES, CLAIMS, ADDRESSES, ADDRESS_CLAIMS]


@hookimpl
def checker_rule_kinds() -> Sequence[RuleKind]:
    """Places and addresses of one event."""
    from checker_places import address_agreement, place_agreement  # noqa: PLC0415

    return [place_agreement.KIND, address_agreement.KIND]
