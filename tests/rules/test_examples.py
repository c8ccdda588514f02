"""Every example of every built-in rule is a test of its own."""

from __future__ import annotations

import pytest

from checker.engine import Engine
from checker.examples import run
from checker.model import Config

ENGINE = Engine(Config(third_party=False))
CASES = [(rule, n) for rule in ENGINE.rules for n in range(len(rule.examples))]


@pytest.mark.parametrize(
    ("rule", "number"), CASES, ids=[f"{r.id}-{r.examples[n].outcome}-{r.examples[n].line}" for r, n in CASES]
)
def test_the_example(rule, number):
    results = list(run(ENGINE, rule))
    assert results[number].failure is None


def test_all_rules_load():
    assert not ENGINE.problems
    assert len(ENGINE.rules) >= 8
