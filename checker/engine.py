"""The engine: five stages in a row. Read, annotate, align, compare; reporting is the caller's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import annotate, plugins, read
from checker.text.extractors import CORE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Annotations, Config, Document, Problem


class Engine:
    """One configuration of factlint: its plugins, their extractors and rules. A value; nothing is global."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.plugins = plugins.Plugins(config)
        delivered = [e for _, result in self.plugins.collect("checker_extractors") for e in result]
        self.extractors, problems = annotate.order([*CORE, *delivered])
        self.problems: list[Problem] = [*self.plugins.problems, *problems]

    def extract(self, paths: Sequence[str]) -> Iterator[tuple[Document, Annotations]]:
        """Read and annotate, document by document."""
        documents, problems = read.read(paths)
        self.problems += problems
        for document in documents:
            annotations, failed = annotate.annotate(document, self.extractors)
            self.problems += failed
            yield document, annotations
