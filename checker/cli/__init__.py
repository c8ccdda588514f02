"""The command line: thin, and quick to start. Every command's own imports stay inside it."""

from __future__ import annotations

import gc
import sys

from checker.cli.arguments import parse

_NEW_OBJECTS = 50_000  # between two looks for cycles: an article makes as many small values, and hardly a cycle; 700 cost a twentieth


def main(argv: list[str] | None = None) -> int:
    """Run the command ``factlint``; returns the exit code: 0 clean, 1 findings, 2 something could not be used."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = parse(sys.argv[1:] if argv is None else argv)
    gc.set_threshold(_NEW_OBJECTS)
    from checker.cli import commands  # noqa: PLC0415  help and version need none of the engine

    try:
        code = int(getattr(commands, arguments.run)(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader went away ("| head"): nothing is wrong, and nothing more can be said.
        sys.stdout = None
        return 0
    except KeyboardInterrupt:
        return 130
    return code
