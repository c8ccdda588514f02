"""What gives quoted words to a speaker, and what the words themselves look like."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.frozen import frozen

if TYPE_CHECKING:
    from checker.model import Span
    from checker.text.speech.marks import Fragment
    from checker.text.speech.paragraph import Paragraph
    from checker.text.speech.subjects import Subject


_LONG = 12  # words
_EDGES = " ,.;:?!…—–-'’‘"
_WORD = re.compile(r"[A-Za-z\w]+(?:[’'-][A-Za-z\w]+)*")  # letters first, since those are told most quickly


@frozen()
class Attribution:
    """A speaker for a fragment: the subject, its cue, why (for the report), and whether the rule is one of the sure ones."""

    subject: Subject
    cue: Span | None
    rule: str
    certain: bool


@lru_cache(maxsize=256)
def words(content: str) -> tuple[str, ...]:
    """The words of a quotation, as they stand; of a long one, of which nobody asks how long it is, what opens it."""
    plain = content.strip(_EDGES).split(None, _LONG + 1)
    return tuple(plain if len(plain) > _LONG or "".join(plain).isalpha() else _WORD.findall(content))


def ends(content: str) -> bool:
    """Tell whether quoted words end as words do that a verb of saying follows."""
    return content.rstrip(" '’‘")[-1:] in (",", "?", "!", "…", "—", "-")


def opens(paragraph: Paragraph, fragment: Fragment) -> bool:
    """Tell whether nothing stands before a fragment in its paragraph."""
    return not paragraph.masked[: fragment.outer.start - paragraph.span.start].strip(" *_>\t")


def whole_sentence(fragment: Fragment) -> bool:
    """Tell whether a fragment may be a sentence of its own."""
    content = fragment.content.strip()
    return bool(content) and (content[0].isupper() or content[0] in "…'‘") and len(content.split(None, 3)) > 3


def stands_alone(paragraph: Paragraph, fragment: Fragment) -> bool:
    """Tell whether a fragment may be a sentence of its own, and nothing of the reporter's stands before it in its sentence."""
    if not whole_sentence(fragment):
        return False
    low, _ = paragraph.sentence(fragment)
    return not paragraph.masked[low : fragment.outer.start - paragraph.span.start].strip(" ,—–\0")
