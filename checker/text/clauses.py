"""Clauses: the parts of a sentence that have a verb of their own.

Split before subordinators and relative pronouns, at semicolons and dashes, before ", and/but" with a verb behind it, and at reporting
tails (", the ministry said"). Rough, and meant to be: it bounds what a date or place may attach to.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.model import Span

if TYPE_CHECKING:
    from checker.model import Document, Sentence

_BOUNDARY = re.compile(
    r"""(?=[;:,\s])(?:  # one look at what stands in most places tells that nothing below begins there
    [;:]\s
    |\s[–—-]{1,2}\s
    |,?\s(?=(?:who|which|whose|when|while|where|because|although|though|after|before|as|if|unless|since|until)\s
        (?!(?:the\s)?(?:\d|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|late|early|mid|noon|dawn|midnight|spring|summer|autumn|winter|end|next|last|this)))
    |,\s(?=(?:and|but|or|so)\s(?:[\w’']+\s){1,4}?(?:\w+ed|was|were|is|are|has|have|had|will|would|said)\b)
    |\s(?=(?:and|but)\s(?:he|she|it|they|we|I)\b)
    |,["”’']?\s(?=(?:[\w’'.-]+\s){1,6}?(?:said|says|told|added|reported|wrote|announced)\b)
    |\s(?=that\s(?:the|a|an|it|he|she|they|we|[A-Z]\w+)\s)
    )
    """,
    re.VERBOSE,
)


def clauses(document: Document, sentence: Sentence) -> tuple[Span, ...]:
    """Return the clauses of a sentence: sorted spans that together cover it."""
    offsets = _boundaries(document.text[sentence.start : sentence.end])
    edges = [sentence.start, *(sentence.start + o for o in offsets), sentence.end]
    return tuple(Span(a, b) for a, b in zip(edges, edges[1:], strict=False) if a < b)


def clause_at(document: Document, sentence: Sentence, span: Span) -> Span:
    """Return the clause ``span`` starts in."""
    return next((c for c in clauses(document, sentence) if c.start <= span.start < c.end), sentence.span)


@lru_cache(maxsize=4096)
def _boundaries(sentence: str) -> tuple[int, ...]:
    return tuple(sorted({m.end() for m in _BOUNDARY.finditer(sentence) if 0 < m.end() < len(sentence)}))
