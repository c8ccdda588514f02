"""The command line."""

from __future__ import annotations

import sys

from checker.engine import Engine
from checker.model import Config
from checker.report import mentions


def main() -> int:
    """Run the command."""
    engine = Engine(Config())
    for document, annotations in engine.extract(sys.argv[2:3]):
        print(mentions.line(document, annotations))
    for problem in engine.problems:
        print(problem, file=sys.stderr)
    return 2 if engine.problems else 0
