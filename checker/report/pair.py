"""Two articles side by side, for people (``factlint explain-pair``)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from checker.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.compare.examine import Alone, Compared, Examination
    from checker.model import Claim, Document, Reading

_HEADS = {
    Outcome.CONTRADICT: "Contradict each other",
    Outcome.AGREE: "Agree",
    Outcome.UNKNOWN: "Met, and say nothing firm against each other",
}
_SHOWN = 60  # code points of a passage


def render(found: Examination) -> str:
    """Return all that met and how it was judged, then what met nothing, and why."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Examination) -> Iterator[str]:
    yield _document(found.first)
    yield _document(found.second)
    yield ""
    yield ("Compared with each other: " if found.together else "Not compared with each other: ") + "; ".join(
        found.because
    )
    if not found.together:
        yield "If they were (--stories run, or one story for both):"
    for outcome, head in _HEADS.items():
        held = [c for c in found.compared if c.judgement.verdict.outcome is outcome]
        if held:
            yield ""
            yield f"{head}:"
            yield from _compared(held)
    if found.alone:
        yield ""
        yield "Met nothing to be compared with:"
        yield from _alone(found.alone)
    if not found.compared and not found.alone:
        yield ""
        yield "Neither article makes a claim that a rule compares."


def _document(document: Document) -> str:
    return "  ".join(filter(None, (document.id, document.source, str(document.published or ""))))


def _compared(held: Sequence[Compared]) -> Iterator[str]:
    """Each two passages once, with all the rules that say the same of them."""
    by_pair: dict[tuple[str, ...], list[Compared]] = defaultdict(list)
    for item in held:
        claims = (item.judgement.first, item.judgement.second)
        by_pair[tuple(_place(c) for c in claims)].append(item)
    for items in by_pair.values():
        first, judgement = items[0], items[0].judgement
        level = f" ({judgement.severity})" if judgement.verdict.outcome is Outcome.CONTRADICT else ""
        yield f"  {first.title}: {', '.join(dict.fromkeys(i.rule.id for i in items))}{level}"
        for claim, reading in zip((judgement.first, judgement.second), first.readings, strict=True):
            yield f"    {_passage(claim, reading)}"
        because = [*judgement.because, *(i.judgement.verdict.because for i in items if i.judgement.verdict.because)]
        if because:
            yield f"    {' · '.join(dict.fromkeys(because))}"


def _alone(held: Sequence[Alone]) -> Iterator[str]:
    """Each passage once; what one rule could say of it and did not, the others could not either."""
    by_place: dict[str, list[Alone]] = defaultdict(list)
    for item in sorted(held, key=lambda a: a.claim.sort_key[:3]):
        by_place[_place(item.claim)].append(item)
    for items in by_place.values():
        first = items[0]
        yield f"  {_passage(first.claim, first.reading)}"
        by_why: dict[str, list[str]] = defaultdict(list)
        for item in items:
            by_why[item.why].append(item.rule.id)
        for why, rules in by_why.items():
            yield f"    {', '.join(dict.fromkeys(rules))}: {why}"


def _place(claim: Claim) -> str:
    line, column = claim.document.position(claim.passages[0].start)
    return f"{claim.document.path}:{line}:{column}"


def _passage(claim: Claim, reading: Reading) -> str:
    document, passage = claim.document, claim.passages[0]
    words = " ".join(document.text[passage.start : passage.end].split())
    shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
    label = "" if reading.label.startswith("“") else f"  {reading.label}"
    return f"{_place(claim)}  “{shown}”{label}"
