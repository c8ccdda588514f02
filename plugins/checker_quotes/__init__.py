"""factlint plugin: quotations, who said them, and whether two articles give the same words alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hookspecs import hookimpl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Extractor, RuleKind


@hookimpl
def checker_extractors() -> Sequence[Extractor]:
    """The extractor of quotations and that of their claims."""
    from checker_quotes.claims import CLAIMS  # noqa: PLC0415
    from checker_quotes.extract import QUOTATIONS  # noqa: PLC0415

    return [QUOTATIONS, CLAIMS]


@hookimpl
def checker_rule_kinds() -> Sequence[RuleKind]:
    """Speaker and wording of one utterance, between articles and inside one."""
    from checker_quotes import quote_repeated, quote_speaker, quote_wording  # noqa: PLC0415

    return [quote_speaker.KIND, quote_wording.KIND, quote_repeated.KIND]
