"""Times the command as a whole process against a bare interpreter, side by side in one run; prints ratios of medians."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNS = 9
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "factlint --version": ["-m", "checker", "--version"],
    "factlint extract seeds": ["-m", "checker", "extract", "seeds"],
    "factlint check seeds": ["-m", "checker", "check", "seeds"],
}


def timed(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, check=False)
    return time.perf_counter() - start


def main() -> None:
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):  # in turn, so that noise falls on all alike
        for name, arguments in COMMANDS.items():
            times[name].append(timed(arguments))
    base = statistics.median(times["python -c pass"])
    for name, taken in times.items():
        middle = statistics.median(taken)
        print(f"{name:24} {1000 * middle:7.0f} ms  {middle / base:5.1f} x")


if __name__ == "__main__":
    main()
