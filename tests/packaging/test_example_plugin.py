"""The example plugin, built and installed beside factlint: it takes part without a change to the core."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not os.environ.get("CI_PACKAGING"), reason="installs distributions: set CI_PACKAGING=1")

DEAL = "---\ndate: 2025-04-0{day}\n---\nThe merger of Alder Foods and Birch Dairies, announced by Alder Foods on Tuesday, is worth {sum}.\n"


def test_the_example_plugin_takes_part(built, environment, root, tmp_path):
    source = tmp_path / "factlint-currency"
    shutil.copytree(root / "examples" / "factlint-currency", source, ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path / "dist", source],
        check=True,
        capture_output=True,
    )
    (wheel,), (plugin,) = built.glob("*.whl"), (tmp_path / "dist").glob("*.whl")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    run = environment(f"{wheel}[test]", plugin, cwd=elsewhere)
    for day, (name, amount) in enumerate([("post", "4.2 billion zlotys"), ("wire", "2.4 billion zlotys")], 8):
        (elsewhere / f"{name}.md").write_text(DEAL.format(day=day, sum=amount), encoding="utf-8")

    assert "currency/price" in run("factlint rules list").stdout
    found = run("factlint check .")
    assert found.returncode == 1
    assert "post.md:4:" in found.stdout
    assert "error currency/price: the price of the merger" in found.stdout
    without = run("factlint check . --no-plugins")
    assert "currency" not in without.stdout

    shutil.copytree(source / "tests", elsewhere / "tests")
    tested = run("python -m pytest -v --import-mode=importlib -p checker.testing --pyargs tests checker_currency.rules")
    assert tested.returncode == 0, tested.stdout
    assert tested.stdout.count("price.yaml::currency/price:") == 3, tested.stdout
    rules = run("factlint rules test --select currency")
    assert rules.stdout.startswith("1 rule, 3 examples passed"), rules.stdout + rules.stderr
