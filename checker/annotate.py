"""The second stage: run all extractors over a document, each after what it needs."""

from __future__ import annotations

from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Problem
from checker.plugins import raised
from checker.text.attribution import Attributions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model import Document, Extractor


def order(extractors: Iterable[Extractor]) -> tuple[list[Extractor], list[Problem]]:
    """Sort extractors so that every maker of a type runs before any that needs it; report unmet needs and cycles.

    An extractor that needs a type nobody makes, or that stands in a cycle, is left out and named in a problem.
    """
    known = {e.name: e for e in sorted(extractors, key=lambda e: e.name)}
    problems: list[Problem] = []
    while True:
        makers: dict[type, set[str]] = {}
        for e in known.values():
            makers.setdefault(e.makes, set()).add(e.name)
        unmet = [(e, need) for e in known.values() for need in e.needs if need not in makers]
        if unmet:
            extractor, need = unmet[0]
            problems.append(_left_out(extractor, f"needs {need.__name__}, which no extractor makes"))
            del known[extractor.name]
            continue
        graph = {e.name: {m for need in e.needs for m in makers[need]} for e in known.values()}
        try:
            return [known[name] for name in _stable(graph)], problems
        except CycleError as error:
            cycle: list[str] = error.args[1]
            shown = " → ".join(reversed(cycle))
            problems += [_left_out(known.pop(name), f"stands in a cycle: {shown}") for name in sorted(set(cycle))]


def annotate(document: Document, extractors: Sequence[Extractor]) -> tuple[Annotations, list[Problem]]:
    """Run ``extractors``, already in order, over one document; one that raises makes nothing and is named in a problem."""
    annotations, problems = Annotations(), []
    sources = Attributions(document, annotations)
    for extractor in extractors:
        try:
            made = list(extractor.run(document, annotations))
            annotations.add(extractor.makes, _attributed(made, sources) if extractor.makes is Claim else made)
        except Exception as error:  # noqa: BLE001  an extractor may raise anything; the other documents and rules go on
            problem = raised(extractor.name, f"extracting from {document.path}", error)
            problems.append(problem)
    return annotations, problems


def _attributed(claims: Iterable[Claim], sources: Attributions) -> list[Claim]:
    """Say of each claim whose it is, where its extractor did not."""
    found = []
    for claim in claims:
        source = None if claim.attribution else sources.of(claim.passages[0])
        found.append(replace(claim, attribution=source.resolved or source.text) if source else claim)
    return found


def _stable(graph: dict[str, set[str]]) -> list[str]:
    sorter = TopologicalSorter(graph)
    sorter.prepare()
    result: list[str] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        result.extend(ready)
        sorter.done(*ready)
    return result


def _left_out(extractor: Extractor, why: str) -> Problem:
    return Problem(f"extractor {extractor.name}", None, None, why, "it is left out")
