"""The fourth stage: rules over groups of claims.

Everything here is generic: which claims meet, which readings make positions, how bad the whole is. What two claims mean to each
other is the rule kind's business.
"""

from __future__ import annotations

import hashlib
from dataclasses import fields, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from checker.compare.positions import positions
from checker.frozen import frozen
from checker.links import components
from checker.model import Claim, Finding, Group, Outcome, Problem, Reading, Rule, Scope, Severity, Verdict
from checker.plugins import raised
from checker.text.attribution import two_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.model import Evidence, Position


@frozen()
class Judgement:
    """What a rule says of two claims of a group that are about the same thing, and why they are."""

    first: Claim
    second: Claim
    verdict: Verdict
    severity: Severity
    because: tuple[str, ...]


ANOTHER_ALIKE = Verdict(Outcome.UNKNOWN, "each of the two articles may tell of a case of its own")
SIDE_BY_SIDE = Verdict(Outcome.UNKNOWN, "the article sets side by side what two sources say")
BOTH_SAID = Verdict(Outcome.AGREE, "one of the two articles says what the other says, too")


def slot_of(rule: Rule) -> str:
    """The slot a rule looks at: its kind's, with the options in braces filled in."""
    slot = rule.kind.slot
    return slot.format(**_fields(rule.options)) if "{" in slot else slot


def compare(rules: Iterable[Rule], groups: Sequence[Group]) -> tuple[list[Finding], list[Problem]]:
    """Judge every group by every rule that looks at its referent and slot."""
    by_slot: dict[tuple[str, str], list[Group]] = {}
    for group in groups:
        by_slot.setdefault((group.referent, group.slot), []).append(group)
    findings: list[Finding] = []
    problems: list[Problem] = []
    for rule in rules:
        for group in by_slot.get((rule.kind.referent, slot_of(rule)), ()):
            try:
                findings += judge(rule, group)
            except Exception as error:  # noqa: BLE001  a kind may raise anything; the other rules and groups go on
                problems.append(raised(f"rule {rule.id}", f"kind {rule.kind.name}", error))
                break
    return findings, problems


def judge(rule: Rule, group: Group) -> list[Finding]:
    """Apply one rule to one group: a finding for each set of conflicting claims that are linked with each other.

    A group may be a chain of many stories; only what is linked directly belongs into one report.
    """
    conflicts = [j for j in judgements(rule, group) if j.verdict.outcome is Outcome.CONTRADICT]
    if not conflicts:
        return []
    readings: dict[int, Reading] = {
        id(claim): rule.kind.describe(rule.options, claim) for c in conflicts for claim in (c.first, c.second)
    }
    # Two claims that read the same cannot disagree: what set them apart (a bound, a hedge) is then no news to a reader.
    conflicts = [c for c in conflicts if readings[id(c.first)].value != readings[id(c.second)].value]
    return [_finding(rule, group, together, readings) for together in _linked(group, conflicts)]


def _linked(group: Group, conflicts: Sequence[Judgement]) -> list[list[Judgement]]:
    """The conflicts, parted where no link joins the claims of one with those of another."""
    number = {id(claim): n for n, claim in enumerate(group.claims)}
    nodes = {number[id(claim)] for c in conflicts for claim in (c.first, c.second)}
    sets = components(nodes, [pair for pair in group.links if nodes.issuperset(pair)])
    held = {node: k for k, members in enumerate(sets) for node in members}
    parted: list[list[Judgement]] = [[] for _ in sets]
    for conflict in conflicts:
        parted[held[number[id(conflict.first)]]].append(conflict)
    return parted


def _finding(rule: Rule, group: Group, conflicts: Sequence[Judgement], readings: Mapping[int, Reading]) -> Finding:
    severity = min((c.severity for c in conflicts), key=lambda s: s.rank)
    worst = [c for c in conflicts if c.severity is severity]
    internal = all(c.first.document is c.second.document for c in conflicts)
    held = positions([(claim, readings[id(claim)]) for claim in _in_order(conflicts)], group.copies)
    reasons = [*(b for c in conflicts for b in c.because), *(c.verdict.because for c in worst if c.verdict.because)]
    return Finding(
        rule=rule,
        severity=severity,
        confidence=min((c.verdict.confidence for c in worst), key=lambda c: c.rank),
        scope=Scope.INTERNAL if internal else Scope.CROSS,
        message=_message(rule, group, held),
        referent=group.referent,
        label=group.label,
        because=tuple(dict.fromkeys(reasons)),
        positions=held,
        fingerprint=fingerprint(rule.id, held),
    )


def fingerprint(rule: str, held: Iterable[Position]) -> str:
    """A name for a finding that survives moved lines, other folders and another order: made of the rule and the passages.

    A passage counts with up to 40 characters on either side in its paragraph, since "on Monday" alone says too little.
    """
    passages = sorted({_passage(e) for p in held for e in p.evidence})
    return hashlib.sha256("\0".join((rule, *passages)).encode()).hexdigest()[:16]


def judgements(rule: Rule, group: Group) -> Iterator[Judgement]:
    """Judge every linked pair of claims in the rule's scope whose factuality it looks at; an article that also says the other's agrees."""
    for (i, j), because in sorted(group.links.items()):
        a, b = group.claims[i], group.claims[j]
        same = a.document is b.document
        if (rule.scope is Scope.CROSS and same) or (rule.scope is Scope.INTERNAL and not same):
            continue
        if not {a.factuality, b.factuality} <= rule.kind.factuality:
            continue
        verdict = _verdict(rule, a, b)
        if verdict.doubtful and (i, j) not in group.sure:
            verdict = ANOTHER_ALIKE
        elif verdict.outcome is Outcome.CONTRADICT and _held_by_both(rule, group, i, j):
            verdict = BOTH_SAID
        severity = max((verdict.severity or rule.severity, rule.severity), key=lambda s: s.rank)
        yield Judgement(a, b, verdict, severity, because)


def _verdict(rule: Rule, a: Claim, b: Claim) -> Verdict:
    """Judge two claims, and by whom each article has what it says: of two sources one is wrong, and perhaps neither article."""
    verdict = rule.kind.compare(rule.options, a, b)
    told = rule.kind.by_source and verdict.outcome is Outcome.CONTRADICT
    if not told or not two_sources(a.attribution, b.attribution):
        return verdict
    if a.document is b.document:
        return SIDE_BY_SIDE
    severity = max((verdict.severity or rule.severity, Severity.WARNING), key=lambda s: s.rank)
    own = "each article gives a source of its own"
    return replace(verdict, severity=severity, because=f"{verdict.because}; {own}" if verdict.because else own)


def _held_by_both(rule: Rule, group: Group, i: int, j: int) -> bool:
    """An article that also says what the other says does not contradict it: a speech has two sentences that begin alike."""
    a, b = group.claims[i], group.claims[j]
    return a.document is not b.document and (_also_says(rule, group, i, j) or _also_says(rule, group, j, i))


def _also_says(rule: Rule, group: Group, said: int, own: int) -> bool:
    """Tell whether the article of the claim ``own`` agrees elsewhere with the claim ``said`` of another.

    Not so where ``own`` is at odds with its own article: a slip in one line is no second truth; nor by what is so vague that it agrees
    with both: "in April".
    """
    beside = [n for n, claim in enumerate(group.claims) if claim.document is group.claims[own].document]
    agrees = any(
        n != own
        and group.claims[n].factuality in rule.kind.factuality
        and _judged(rule, group, n, said) is Outcome.AGREE
        and _verdict(rule, group.claims[n], group.claims[own]).outcome is not Outcome.AGREE
        for n in beside
    )
    return agrees and not any(_at_odds(rule, group, n, own) for n in beside)


def _at_odds(rule: Rule, group: Group, n: int, m: int) -> bool:
    """Tell whether two claims of one article cannot both be true: the rule looks inside articles, or the link of the two has a reason."""
    inside = rule.scope is not Scope.CROSS or bool(group.links.get((min(n, m), max(n, m))))
    return n != m and inside and _judged(rule, group, n, m) is Outcome.CONTRADICT


def _judged(rule: Rule, group: Group, n: int, m: int) -> Outcome:
    first, second = min(n, m), max(n, m)
    if (first, second) not in group.links:
        return Outcome.UNKNOWN
    return _verdict(rule, group.claims[first], group.claims[second]).outcome


def _in_order(conflicts: Sequence[Judgement]) -> list[Claim]:
    claims = {id(claim): claim for c in conflicts for claim in (c.first, c.second)}
    return sorted(claims.values(), key=lambda c: c.sort_key)


def _message(rule: Rule, group: Group, held: Sequence[Position]) -> str:
    here = held[0].evidence[0].document
    first_line, _ = here.position(held[0].evidence[0].span.start)
    parts = [f"{held[0].label} here"]
    for position in held[1:]:
        evidence = position.evidence[0]
        line, _ = evidence.document.position(evidence.span.start)
        if evidence.document is not here:
            where = f" in {PurePosixPath(evidence.document.id).name}"
        else:
            where = "" if line == first_line else f" in line {line}"
        parts.append(f"{position.label}{where}")
    about = rule.kind.message.format(title=group.title, **_fields(rule.options))
    return f"{about}: {', '.join(parts)}"


def _passage(evidence: Evidence) -> str:
    text, start, end = evidence.document.text, evidence.span.start, evidence.span.end
    before = text[max(0, start - 40) : start].rpartition("\n")[2]
    after = text[end : end + 40].partition("\n")[0]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())


def _fields(options: object) -> Mapping[str, object]:
    return {f.name: getattr(options, f.name) for f in fields(options)}  # type: ignore[arg-type]
