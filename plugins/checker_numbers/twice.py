"""One pair of numbers told by two rules: the one that says less of them becomes a note."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model import Evidence, Finding

_SWAP, _WHOLE = "transposition", "whole"


def told_once(findings: Sequence[Finding]) -> list[Finding]:
    """Lower to a note what another rule, of whatever family, says more of: it reports the same passages and knows what they are of."""
    loud = [(_rank(f), list(_evidence(f))) for f in findings if f.severity is not Severity.INFO]
    return [
        replace(f, severity=Severity.INFO, notes=(*f.notes, "another rule tells of these numbers"))
        if f.severity is not Severity.INFO and any(rank < _rank(f) and _covers(others, f) for rank, others in loud)
        else f
        for f in findings
    ]


def _rank(finding: Finding) -> int:
    """How little a rule knows of the numbers it compares: a swap only their unit, a whole only that they are of all."""
    if finding.rule.kind.name == _SWAP:
        return 2
    return int(getattr(finding.rule.options, "of", "") == _WHOLE)


def _covers(others: Sequence[Evidence], finding: Finding) -> bool:
    """Tell whether each position of a finding has evidence that ``others`` overlap."""
    return all(any(_meets(e, o) for e in p.evidence for o in others) for p in finding.positions)


def _meets(a: Evidence, b: Evidence) -> bool:
    return a.document is b.document and a.span.start < b.span.end and b.span.start < a.span.end


def _evidence(finding: Finding) -> Iterable[Evidence]:
    return (e for p in finding.positions for e in p.evidence)
