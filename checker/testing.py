"""A pytest plugin for authors of rules: every example in a YAML rule file is a test, named and placed by its line.

Use it with ``pytest -p checker.testing path/to/rules``. Files whose documents have both an ``id`` and a ``kind``, or an ``override``, are
taken for rule files; other YAML is left alone. Plugins that are installed take part, so a plugin's rules can use its kinds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from checker.engine import Engine
from checker.examples import Result, run
from checker.model import Config

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checker.model import Problem

_RULE = re.compile(r"^(?:- )?(?:id|override):", re.MULTILINE)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> RuleFile | None:
    """Collect YAML files that hold rules."""
    if file_path.suffix not in (".yaml", ".yml"):
        return None
    try:
        text = file_path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return RuleFile.from_parent(parent, path=file_path) if _RULE.search(text) else None


class RuleFile(pytest.File):
    """A YAML file of rules: one item for each example, or one for each problem that keeps a rule from loading."""

    def collect(self) -> Iterator[pytest.Item]:
        """Load the file as a user's rules, on top of all that is installed, and run what it holds."""
        engine = Engine(Config(rule_paths=(str(self.path),)))
        mine = [rule for rule in engine.rules if rule.path and self.path.samefile(rule.path)]
        for number, problem in enumerate(engine.problems):
            yield ProblemItem.from_parent(self, name=f"problem-{number + 1}", problem=problem)
        for rule in mine:
            for result in run(engine, rule):
                name = f"{rule.id}:{result.example.outcome}:{result.example.line}"
                yield ExampleItem.from_parent(self, name=name, result=result)


class ExampleItem(pytest.Item):
    """One example: fails with what is wrong and where."""

    def __init__(self, *, result: Result, **keywords: object) -> None:
        super().__init__(**keywords)  # type: ignore[arg-type]
        self.result = result

    def runtest(self) -> None:
        """Fail where the example does."""
        if self.result.failure is not None:
            raise ExampleError(
                f"{self.path}:{self.result.example.line}: {self.result.example.title}: {self.result.failure}"
            )

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """Say what is wrong, without the frames of the engine."""
        del style
        return str(excinfo.value)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Place the item at its line."""
        return self.path, self.result.example.line - 1, self.name


class ProblemItem(pytest.Item):
    """A problem that kept a rule from loading."""

    def __init__(self, *, problem: Problem, **keywords: object) -> None:
        super().__init__(**keywords)  # type: ignore[arg-type]
        self.problem = problem

    def runtest(self) -> None:
        """Fail with the problem."""
        raise ExampleError(str(self.problem))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """Say what is wrong, without the frames of the engine."""
        del style
        return str(excinfo.value)


class ExampleError(Exception):
    """An example that does not hold, or a rule that does not load."""
