from __future__ import annotations

import pytest

from checker.read.dateline import dateline


@pytest.mark.parametrize(
    "line",
    [
        "LIVINGSTONE — ",
        "WROCŁAW, Poland (VB) — ",
        "NELSON, Friday 14 February 2025 — ",
        "MUSCAT, July 20, 2025 — ",
        "WASHINGTON (AP) -- ",
        "BEIJING, July 12 (Xinhua) --",
        "BEIJING July 12 (Xinhua) - ",
        "NEW YORK/LONDON (Reuters) - ",
        "PORT MERRIN, N.S. — ",
        "KYIV, Ukraine, July 3 – ",
        "Tbilisi (Civil.ge) – ",
        "RIO DE JANEIRO, Brazil_ ".replace("_", " _"),
        "NORTH LAWNDALE—",
    ],
)
def test_datelines_are_found(line):
    text = f"{line}The fair opened - on Friday."
    found = dateline(text, 0, len(text))
    assert found is not None
    assert text[found.start : found.end] == line.strip()


@pytest.mark.parametrize(
    "line",
    [
        "Then — as ever — it rained.",
        "The fair opened -- on Friday.",
        "NATO leaders — all of them — met.",
        "A — B",
        "Tbilisi – the capital – was quiet.",
        "— he said",
        "LIVINGSTONE —",
        "Mr Hale (Labour) said - again - that it was.",
        "1-2 - 3",
        "",
        "-- --",
        "US-CHINA talks resumed.",
        "LIVINGSTONE, he said, was quiet — as ever.",
    ],
)
def test_other_dashes_make_no_dateline(line):
    assert dateline(line, 0, len(line)) is None
