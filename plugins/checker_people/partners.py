"""Claims about whom somebody harmed: his wife, or his girlfriend."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Annotations, Claim, Document, Extractor, Mention, Passage, SegmentKind, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_MARRIED = frozenset({"wife", "husband"})
_PARTNER = re.compile(
    r"(?i)\b(?P<former>ex-|former\s)?(?P<partner>wife|husband|girlfriend|boyfriend|fiancée?|fiancee?)\b"
)
_HARMED = re.compile(
    r"(?i)\b(?:shot|shooting|shoots|killed|killing|kills|stabbed|stabbing|strangled|murdered|murdering|wounded|wounding|attacked|injured)"
    r"(?:\sand\s\w+)?\s(?:dead\s)?(?:his|her)\s(?:(?:estranged|pregnant|young|longtime|live-in|own)\s)?(?P<partner>wife|husband|girlfriend|boyfriend)\b"
)


@frozen()
class Partner(Mention):
    """The partner somebody harmed, ``married`` or not."""

    kind: ClassVar[str] = "partner"
    married: bool

    @property
    def key(self) -> str:
        """One for all: an article that tells of two couples makes no claim."""
        return "the partner who was harmed"


def partner_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim whom somebody harmed, in articles that speak of partners of one kind only, and of no former one of that kind."""
    text = document.text
    told = [m for m in _PARTNER.finditer(text) if document.segment_at(m.start()) not in _SKIPPED]
    kinds = {m["partner"].casefold() in _MARRIED for m in told if not m["former"]}
    if len(kinds) != 1 or kinds & {m["partner"].casefold() in _MARRIED for m in told if m["former"]}:
        return
    for sentence in annotations.of(Sentence):
        if sentence.segment in _SKIPPED:
            continue
        for match in _HARMED.finditer(text, sentence.start, sentence.end):
            span = match.span()
            partner = Partner(*span, married=match["partner"].casefold() in _MARRIED)
            yield Claim(document, partner, "partner", partner, (Passage(*span, "partner"),))


PARTNER_CLAIMS = Extractor("partner-claims", "1", (Sentence,), Claim, partner_claims)
