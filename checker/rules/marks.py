"""The [marks] in the text of a rule's example: the expected evidence."""

from __future__ import annotations

import re

from checker.model import Span

_BRACKETS = re.compile(r"\[\[|\[|\]+")


def unmark(marked: str) -> tuple[str, tuple[Span, ...], str | None]:
    """Return the text without marks, the marked spans in it, and what is wrong with the marks (None if nothing).

    ``[`` opens a mark and ``]`` closes it. ``[[`` is a literal bracket; its partner may be written ``]`` or ``]]``.
    """
    parts: list[str] = []
    marks: list[Span] = []
    size = at = 0
    opened: int | None = None  # where the open mark starts
    literals = 0  # literal brackets open inside it
    for found in _BRACKETS.finditer(marked):
        parts.append(marked[at : found.start()])
        size += found.start() - at
        at = found.end()
        literal = ""
        if found[0] == "[[":
            literal = "["
            literals += 1
        elif found[0] == "[":
            if opened is not None:
                return marked, (), "a mark inside a mark"
            opened, literals = size, 0
        else:
            # Inside a mark the last bracket of a run ends it, unless it is the one partner of a literal bracket.
            ends = opened is not None and (len(found[0]) > 1 or not literals)
            rest = len(found[0]) - ends
            partners = min(literals, rest)
            literals -= partners
            literal = "]" * (partners or rest)
            if opened is not None and ends:
                if opened == size + len(literal):
                    return marked, (), "an empty mark"
                marks.append(Span(opened, size + len(literal)))
                opened, literals = None, 0
        parts.append(literal)
        size += len(literal)
    parts.append(marked[at:])
    if opened is not None:
        return marked, (), "a mark without its closing bracket"
    return "".join(parts), tuple(marks), None
