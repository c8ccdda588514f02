"""The hooks through which everything that knows a kind of fact reaches the engine.

Each is called once per run and delivers typed objects; the engine then calls those objects directly (a hook call costs about 35
plain calls). Results of all plugins are collected and sorted by name, so the order of registration never matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import Config, Extractor, Finding, Reader, Reporter, RuleKind

hookspec = pluggy.HookspecMarker("factlint")
hookimpl = pluggy.HookimplMarker("factlint")


@hookspec
def checker_rule_packs() -> Sequence[str]:  # type: ignore[empty-body]
    """Import names of packages that hold YAML rules (``*.yaml`` in them and in their folders)."""


@hookspec
def checker_rule_kinds() -> Sequence[RuleKind]:  # type: ignore[empty-body]
    """Rule kinds: how to judge two claims about one slot."""


@hookspec
def checker_extractors() -> Sequence[Extractor]:  # type: ignore[empty-body]
    """Extractors of mentions and claims."""


@hookspec
def checker_readers() -> Sequence[Reader]:  # type: ignore[empty-body]
    """Readers for further file types, by suffix."""


@hookspec
def checker_reporters() -> Mapping[str, Reporter]:  # type: ignore[empty-body]
    """Output formats by name, for ``factlint check --format``."""


@hookspec
def checker_findings(findings: Sequence[Finding], config: Config) -> Sequence[Finding]:  # type: ignore[empty-body]
    """Last filter: may lower a severity or add a note, never delete; the engine restores and reports what goes missing."""
