"""Two documents side by side: what was compared and how it was judged, and what met no counterpart. Silence is not agreement."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from checker.compare import Judgement, judgements, slot_of
from checker.frozen import frozen
from checker.model import Outcome, Referent, Scope
from checker.plugins import raised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Claim, Document, Group, Problem, Reading, Rule


@frozen()
class Compared:
    """A pair of claims that met, the first of the first document, with what each was read as."""

    rule: Rule
    title: str
    judgement: Judgement
    readings: tuple[Reading, Reading]


@frozen()
class Alone:
    """A claim that nothing of the other document was compared with, and why."""

    rule: Rule
    title: str
    claim: Claim
    reading: Reading
    why: str


@frozen()
class Examination:
    """What comparing two documents came to. ``together``: whether a check compares them at all; ``because``: why, or why not."""

    first: Document
    second: Document
    together: bool
    because: tuple[str, ...]
    compared: tuple[Compared, ...]
    alone: tuple[Alone, ...]


_WHY = {
    Referent.UTTERANCE: "the other article does not quote these words",
    Referent.THING: "nothing in the other article is surely the same thing",
    Referent.TEXT: "it is compared inside its own article",
}


def examine(
    rules: Iterable[Rule], groups: Sequence[Group], first: Document, second: Document
) -> tuple[tuple[Compared, ...], tuple[Alone, ...], tuple[Problem, ...]]:
    """Judge the claims of two documents by every rule; ``groups`` are those of the two alone. A rule that raises is a problem."""
    by_slot: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in groups:
        by_slot[group.referent, group.slot].append(group)
    compared: list[Compared] = []
    alone: list[Alone] = []
    problems: list[Problem] = []
    for rule in rules:
        if rule.scope is Scope.INTERNAL:
            continue  # it looks inside articles
        held = by_slot.get((rule.kind.referent, slot_of(rule)), [])
        try:
            for group in held:
                met = list(_met(rule, group, first))
                compared += (c for c, shown in met if shown)
                if not rule.kind.broad:
                    claims = {id(c) for m, _ in met for c in (m.judgement.first, m.judgement.second)}
                    alone += _unmet(rule, group, held, claims, first, second)
        except Exception as error:  # noqa: BLE001  a kind may raise anything; the other rules go on
            problems.append(raised(f"rule {rule.id}", f"kind {rule.kind.name}", error))
    return tuple(compared), tuple(alone), tuple(problems)


def _met(rule: Rule, group: Group, first: Document) -> Iterator[tuple[Compared, bool]]:
    """The pairs of claims of two documents, and whether each is worth showing: of a broad kind only what contradicts."""
    for judgement in judgements(rule, group):
        if judgement.first.document is not judgement.second.document:
            shown = not rule.kind.broad or judgement.verdict.outcome is Outcome.CONTRADICT
            yield _ordered(rule, group, judgement, first), shown


def _ordered(rule: Rule, group: Group, judgement: Judgement, first: Document) -> Compared:
    claims = (judgement.first, judgement.second)
    if judgement.first.document is not first:
        claims = (claims[1], claims[0])
        judgement = Judgement(*claims, judgement.verdict, judgement.severity, judgement.because)
    a, b = (rule.kind.describe(rule.options, claim) for claim in claims)
    return Compared(rule, group.title, judgement, (a, b))


def _unmet(
    rule: Rule, group: Group, held: Sequence[Group], met: set[int], first: Document, second: Document
) -> Iterator[Alone]:
    for claim in group.claims:
        if id(claim) in met:
            continue
        other = second if claim.document is first else first
        if claim.factuality not in rule.kind.factuality:
            why = f"told as {claim.factuality}, which this rule does not compare"
        else:
            titles = sorted({g.title for g in held for c in g.claims if c.document is other})
            why = _WHY.get(group.referent, f"recognised in the other article, but of {', '.join(titles[:3])}")
            why = why if titles else "nothing of the kind was recognised in the other article"
        yield Alone(rule, group.title, claim, rule.kind.describe(rule.options, claim), why)
