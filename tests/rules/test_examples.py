"""Every example of every built-in rule is a test of its own."""

from __future__ import annotations

from functools import cache

import pytest

from checker.engine import Engine
from checker.examples import documents, run
from checker.model import Config, Scope
from checker.report.pair import render

ENGINE = Engine(Config(third_party=False))
RULES = {rule.id: rule for rule in ENGINE.rules}
CASES = [(rule.id, n) for rule in ENGINE.rules for n in range(len(rule.examples))]


@cache
def results(rule_id):
    return list(run(ENGINE, RULES[rule_id]))


@pytest.mark.parametrize(
    ("rule_id", "number"),
    CASES,
    ids=[f"{i}-{RULES[i].examples[n].outcome}-{RULES[i].examples[n].line}" for i, n in CASES],
)
def test_the_example(rule_id, number):
    assert results(rule_id)[number].failure is None


def test_all_rules_load():
    assert not ENGINE.problems
    assert len(ENGINE.rules) >= 8


@pytest.mark.parametrize("rule_id", [r.id for r in ENGINE.rules if r.scope is not Scope.INTERNAL])
def test_whatever_a_rule_reads_can_be_shown(rule_id):
    """``explain-pair`` tells of what is not reported too: no kind raises on what it was only compared with."""
    for example in RULES[rule_id].examples:
        first, *others = documents(example)
        for other in others:
            assert "example.jsonl" in render(ENGINE.examine(first, other))
    assert not ENGINE.problems
