"""The first stage: paths to documents."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model import Document, Problem, Reader, Published, Segment, SegmentKind

if TYPE_CHECKING:
    from collections.abc import Sequence


BUILTIN_READERS: tuple[Reader, ...] = ()


def read(paths: Sequence[str], _readers: Sequence[Reader] = BUILTIN_READERS) -> tuple[list[Document], list[Problem]]:
    """Read every article under ``paths``."""
    found = []
    for path in paths:
        for n, row in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
            record = json.loads(row)
            day = date.fromisoformat(record["published"][:10]) if record.get("published") else None
            published = Published(day.year, day.month, day.day) if day else None
            text, title = record["text"], record.get("title") or None
            segments = [Segment(0, len(text), SegmentKind.BODY)]
            start = None
            if title:
                start = len(text) + 2
                text = f"{text}\n\n{title}"
                segments.append(Segment(start, len(text), SegmentKind.HEADLINE))
            found.append(Document(str(record["id"]), path, text, tuple(segments), title, record.get("source"), published,
                                  record.get("story"), record_line=n, title_start=start))
    return found, []
