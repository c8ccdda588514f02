"""What is built is what is in the repository, and works from another folder. Slow, so only where CI_PACKAGING is set."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
import venv
import zipfile

import pytest

pytestmark = pytest.mark.skipif(
    not os.environ.get("CI_PACKAGING"), reason="builds and installs distributions: set CI_PACKAGING=1"
)


def yaml_files(names):
    return sorted(n.rsplit("checker_rules/", 1)[1] for n in names if "checker_rules/" in n and n.endswith(".yaml"))


def test_the_wheel_holds_what_the_repository_holds(built, root):
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    tops = {n.split("/")[0] for n in names if ".dist-info" not in n}
    assert tops == {"checker", *(p.name for p in (root / "plugins").glob("checker_*")), "checker_rules"}
    assert yaml_files(names) == yaml_files(p.as_posix() for p in (root / "rules").rglob("*.yaml"))
    data = [p for folder in ("checker", "plugins") for p in (root / folder).rglob("*.txt")]
    assert len([n for n in names if n.endswith(".txt") and ".dist-info" not in n]) == len(data)
    assert "checker/report/schema.json" in names


def test_the_source_distribution_holds_seeds_and_tests(built):
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {n.partition("/")[2] for n in archive.getnames()}
    assert {"seeds/north-post.txt", "tests/conftest.py", "README.md", "LICENSE"} <= names


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"])
def test_the_command_runs_from_another_folder(built, root, tmp_path, pattern):
    (distribution,) = built.glob(pattern)
    venv.create(tmp_path / "env", with_pip=True)
    scripts = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", distribution], check=True)
    shutil.copytree(root / "seeds", tmp_path / "elsewhere" / "seeds")
    done = subprocess.run(
        [scripts / "factlint", "check", "seeds"],
        cwd=tmp_path / "elsewhere",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "error dates/event-start" in done.stdout
    listed = subprocess.run(
        [scripts / "factlint", "rules", "list"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    assert len(listed.stdout.splitlines()) == len(list((root / "rules").rglob("*.yaml")))
