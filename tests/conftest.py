"""Options and fixtures for all tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How fast a machine makes examples, or judges one, is no property of the code; a busy machine must not fail a law.
settings.register_profile("factlint", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("factlint")

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden reports anew instead of comparing")


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def gazetteer():
    """The index of places, built once: its first use says so on standard error."""
    from checker_places.gazetteer import open_gazetteer

    return open_gazetteer()


@pytest.fixture(scope="session")
def factlint():
    """Run the installed command as a user does; returns the finished process, text in UTF-8."""

    def run(*arguments, cwd=ROOT, stdin=None, **environment):
        env = (
            {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
            | {"COLUMNS": "120"}
            | environment
        )
        command = [sys.executable, "-m", "checker", *map(str, arguments)]
        return subprocess.run(
            command, cwd=cwd, input=stdin, capture_output=True, encoding="utf-8", env=env, check=False
        )

    return run


@pytest.fixture
def story(tmp_path):
    """Write files into a folder of their own: name to text or bytes."""

    def write(**files):
        for name, content in files.items():
            path = tmp_path / name.replace("__", "/").replace("_DOT_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write
