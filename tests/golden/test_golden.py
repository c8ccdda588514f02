"""The reports on the two demonstration articles, to the letter. ``pytest --update-golden`` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("name", "arguments"), [("seeds.txt", ()), ("seeds.json", ("--format", "json")), ("seeds-info.txt", ("--info",))]
)
def test_the_report_on_the_seeds(factlint, request, name, arguments):
    done = factlint("check", "seeds", *arguments)
    assert (done.returncode, done.stderr) == (1, "")
    golden = HERE / name
    if request.config.getoption("--update-golden"):
        golden.write_text(done.stdout, encoding="utf-8", newline="\n")
    assert done.stdout == golden.read_text(encoding="utf-8")
