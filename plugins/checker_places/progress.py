"""A bar for work that takes seconds, on standard error: redrawn in place on a terminal, a line for each step elsewhere."""

from __future__ import annotations

import sys

_WIDTH = 30


class Bar:
    """Shows how far a piece of work is. Call it with the step and the share done, 0 to 1."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._step = ""

    def __call__(self, step: str, share: float) -> None:
        """Show a step; off a terminal, only where it is a new one."""
        if self._terminal:
            filled = round(_WIDTH * min(share, 1.0))
            end = "\n" if share >= 1 else ""
            sys.stderr.write(f"\r\033[K[{'#' * filled}{'.' * (_WIDTH - filled)}] {100 * share:3.0f} % {step}{end}")
        elif step != self._step:
            sys.stderr.write(f"{step}\n")
        self._step = step
        sys.stderr.flush()
