"""Distributions, built once, and fresh environments to install them into."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import venv

import pytest


@pytest.fixture(scope="session")
def built(root, tmp_path_factory):
    """The folder with the wheel and the source distribution of this working tree."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", out, root], check=True, capture_output=True)
    return out


@pytest.fixture
def environment(tmp_path):
    """A fresh environment: call it with requirements to install; returns a runner of commands in it."""
    home = tmp_path / "environment"
    scripts = home / ("Scripts" if os.name == "nt" else "bin")

    def install(*requirements, cwd=tmp_path):
        venv.create(home, with_pip=True)
        python = scripts / ("python.exe" if os.name == "nt" else "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", *requirements], check=True)

        def run(command):
            name, *arguments = shlex.split(command)
            program = shutil.which(name, path=str(scripts))
            return subprocess.run([program, *arguments], cwd=cwd, capture_output=True, encoding="utf-8", check=False)

        return run

    return install
