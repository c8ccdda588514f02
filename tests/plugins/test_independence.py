"""The walls between the plugins: each can be taken away, and none is reached by way of another."""

from __future__ import annotations

import subprocess
import sys

import pytest

from checker.engine import Engine
from checker.model import Config
from checker.plugins import BUILTIN

IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module({name!r})
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
print(*sorted({{m.partition(".")[0] for m in sys.modules}}))
"""


@pytest.mark.parametrize("name", BUILTIN)
def test_a_plugin_imports_no_other(name):
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL.format(name=name)], capture_output=True, encoding="utf-8", check=True
    )
    assert set(done.stdout.split()) & set(BUILTIN) == {name}


@pytest.mark.parametrize("name", BUILTIN)
def test_without_a_plugin_the_others_still_work(name, root):
    rest = tuple(n for n in BUILTIN if n != name)
    engine = Engine(Config(builtins=rest, third_party=False))
    report = engine.check([str(root / "seeds")])
    unmade = {str(p) for p in report.problems if "nobody makes" in str(p)}
    assert unmade == set()
    if name == "checker_rules":
        assert report.rules == ()
        return
    lost = {r.id for r in report.rules if r.id.startswith(name.removeprefix("checker_") + "/")}
    assert lost == set()
    assert len(report.rules) > 0


def test_without_any_no_rule_runs(root):
    report = Engine(Config(builtins=(), third_party=False)).check([str(root / "seeds")])
    assert (report.rules, report.findings, report.problems) == ((), (), ())
    assert len(report.documents) == 2
