"""The walk in the documentation, walked: its files written, its commands run, its output seen."""

from __future__ import annotations

import os
import re

import pytest

pytestmark = pytest.mark.skipif(not os.environ.get("CI_PACKAGING"), reason="installs distributions: set CI_PACKAGING=1")

STEP = re.compile(
    r"\*\*`(?P<file>[^`]+)`\*\*\n\n```\w+\n(?P<content>.*?)```|```sh\n(?P<commands>.*?)```\n\n```text\n(?P<output>.*?)```",
    re.DOTALL,
)


def test_the_walk_can_be_walked(built, environment, root, tmp_path):
    (wheel,) = built.glob("*.whl")
    here = tmp_path / "walk"
    here.mkdir()
    run = environment(wheel, cwd=here)
    page = (root / "docs" / "walk.md").read_text(encoding="utf-8")
    steps = list(STEP.finditer(page))
    walked = sum(1 if step["file"] else 2 for step in steps)
    assert page.count("\n```") == 2 * walked, (
        "a block of the page is neither a named file nor commands with their output"
    )
    for step in steps:
        if step["file"]:
            path = here / step["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step["content"], encoding="utf-8")
            continue
        done = [run(command) for command in step["commands"].splitlines()]
        said = "".join(d.stdout for d in done)
        complaints = "".join(d.stderr for d in done)
        assert [line for line in step["output"].splitlines() if line not in said] == [], said + complaints
        assert all(d.returncode in (0, 1) for d in done), complaints
    without = run("factlint check articles --no-plugins")
    assert (without.returncode, "quakes" in without.stdout) == (0, False), without.stderr
