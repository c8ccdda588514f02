"""One difference told by two rules: the weaker finding becomes a note."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Finding

_WEAKER = frozenset({"company-agreement", "residence-agreement"})
_FAMILY = "places/"


def told_once(findings: Sequence[Finding]) -> list[Finding]:
    """Lower what the company of places, or where people are from, tells to a note, where another rule tells of the same places."""
    told = [
        _told(f) for f in findings if f.rule.id.startswith(_FAMILY) and f.rule.kind.name not in _WEAKER and _loud(f)
    ]
    return [
        replace(f, severity=Severity.INFO, notes=(*f.notes, "another rule of places tells of it"))
        if f.rule.kind.name in _WEAKER and _loud(f) and any(_told(f) <= others for others in told)
        else f
        for f in findings
    ]


def _loud(finding: Finding) -> bool:
    return finding.severity is not Severity.INFO


def _told(finding: Finding) -> frozenset[tuple[str, str]]:
    """Which article holds which place."""
    return frozenset((e.document.id, p.value) for p in finding.positions for e in p.evidence)
