"""The engine: five stages in a row. Read, annotate, align, compare; reporting is the caller's.

``Engine(config)`` is a value that owns its plugins, extractors and rules: nothing is global, importing does nothing.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from checker import align, annotate, compare
from checker import read as reading
from checker.choices import StoryBy
from checker.model import Problem, Report, Severity
from checker.plugins import Plugins
from checker.text.extractors import CORE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.compare.examine import Examination
    from checker.model import Annotations, Config, Document, Extractor, Finding, Reader, Reporter, Rule, RuleKind


class Engine:
    """One configuration of factlint. ``plugins`` may be given to embed the engine with plugin objects of one's own."""

    def __init__(self, config: Config, plugins: Plugins | None = None) -> None:
        self.config = config
        self.plugins = plugins or Plugins(config)
        self._problems: list[Problem] = []

    @cached_property
    def extractors(self) -> list[Extractor]:
        """All extractors in the order they run in."""
        delivered = [e for _, e in self.plugins.items("checker_extractors")]
        ordered, problems = annotate.order([*CORE, *delivered])
        self._problems += problems
        return ordered

    @cached_property
    def kinds(self) -> Mapping[str, RuleKind]:
        """Rule kinds by name. A name that two plugins give is a problem; the first plugin by name keeps it."""
        found: dict[str, RuleKind] = {}
        for plugin, kind in self.plugins.items("checker_rule_kinds"):
            if kind.name in found:
                message = f"rule kind {kind.name!r} exists already"
                self._problems.append(Problem(f"plugin {plugin}", None, None, message, "rename it"))
            else:
                found[kind.name] = kind
        return found

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All rules that load, built-in, from plugins and from the user's files, by id; ``select`` is applied."""
        from checker.rules.load import load  # noqa: PLC0415  extracting needs no rules

        packs = self.plugins.items("checker_rule_packs")
        loaded, problems = load(packs, self.config.rule_paths, self.kinds)
        self._problems += problems
        wanted = self.config.select
        return tuple(r for r in loaded if not wanted or r.id in wanted or r.id.partition("/")[0] in wanted)

    @cached_property
    def readers(self) -> tuple[Reader, ...]:
        """Readers by suffix: the core's, then those of plugins."""
        return (*reading.BUILTIN_READERS, *(r for _, r in self.plugins.items("checker_readers")))

    @cached_property
    def reporters(self) -> Mapping[str, Reporter]:
        """The output formats plugins add, by name."""
        return {name: r for _, found in self.plugins.collect("checker_reporters") for name, r in sorted(found.items())}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What went wrong so far, plugins included, each once."""
        return tuple(dict.fromkeys((*self.plugins.problems, *self._problems)))

    def extract(self, paths: Sequence[str]) -> Iterator[tuple[Document, Annotations]]:
        """Read and annotate, document by document, in input order."""
        yield from self.annotated(self.read(paths))

    def check(self, paths: Sequence[str]) -> Report:
        """Read, annotate, align and compare everything under ``paths``."""
        return self.check_documents(self.read(paths))

    def check_documents(self, documents: Iterable[Document]) -> Report:
        """Check documents that are already read."""
        wanted = self.rules
        annotated = list(self.annotated(documents))
        stories = align.stories(annotated, self.config.stories)
        groups = [group for story in stories.told for group in align.groups(story)]
        findings, problems = compare.compare(wanted, groups)
        self._problems += problems
        return Report(
            documents=tuple(sorted((d for d, _ in annotated), key=lambda d: d.id)),
            findings=tuple(sorted(self._filtered(findings), key=_finding_key)),
            problems=self.problems,
            rules=wanted,
            groupings=stories.groupings,
        )

    def examine(self, first: Document, second: Document) -> Examination:
        """Show what a check of two documents compares, how it judges it, and what meets nothing."""
        from checker.compare.examine import Examination, examine  # noqa: PLC0415  a check does without

        one, other = pair = tuple(self.annotated((first, second)))
        together, because = align.together(one, other, self.config.stories)
        (story,) = align.stories(pair, StoryBy.RUN, stated=False).told
        compared, alone, problems = examine(self.rules, align.groups(story), first, second)
        self._problems += problems
        return Examination(first, second, together, because, compared, alone)

    def annotated(self, documents: Iterable[Document]) -> Iterator[tuple[Document, Annotations]]:
        """Run all extractors over each document."""
        extractors = self.extractors
        for document in documents:
            annotations, problems = annotate.annotate(document, extractors)
            self._problems += problems
            yield document, annotations

    def read(self, paths: Sequence[str]) -> list[Document]:
        """Read everything under ``paths``; what cannot be read is a problem."""
        documents, problems = reading.read(paths, self.readers)
        self._problems += problems
        return documents

    def _filtered(self, findings: list[Finding]) -> list[Finding]:
        """Let each plugin lower severities and add notes; what it deletes or raises is restored and reported."""
        for implementation in self.plugins.names:
            for plugin, result in self.plugins.collect(
                "checker_findings", only=implementation, findings=tuple(findings), config=self.config
            ):
                returned = {f.fingerprint: f for f in result}
                kept = []
                for finding in findings:
                    new = returned.get(finding.fingerprint)
                    if new is None or new.severity.rank < finding.severity.rank:
                        done = "deleted" if new is None else "raised the severity of"
                        self._problems.append(
                            Problem(
                                f"plugin {plugin}",
                                None,
                                None,
                                f"{done} a finding of {finding.rule.id}",
                                "lower its severity instead",
                            )
                        )
                        kept.append(finding)
                    elif new.severity is finding.severity:
                        kept.append(finding)
                    else:
                        note = f"lowered from {finding.severity} to {new.severity} by {plugin}"
                        kept.append(replace(finding, severity=Severity(new.severity), notes=(*finding.notes, note)))
                findings = kept
        return findings


def _finding_key(finding: Finding) -> tuple[str, int, str, str]:
    first = finding.positions[0].evidence[0]
    return (first.document.id, first.span.start, finding.rule.id, finding.fingerprint)
