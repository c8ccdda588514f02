"""Claims about until when something is to hold: "closed until Monday", "a bill to keep the government open through May 15".

The state is known by the words in front of "until": the last of them that the vocabulary of predicates knows. Ends of events that have a
first and a last day ("the strike runs until Friday") are claimed with those.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import Annotations, Claim, Document, Factuality, Passage, Predication, Timex
from checker.text.predications import is_kind, last_kinds, sentence_at
from checker.text.tense import factuality_at
from checker_dates import claims as events

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SLOT = "planned-until"
_REACH = 70  # code points before "until" in which what it ends is told
_UNTIL = re.compile(r"(?i)\b(?:until|till|through)\s+(?:at\s+least\s+|the\s+end\s+of\s+)?\Z")
_UNSURE = frozenset({Factuality.NEGATED, Factuality.POSSIBLE})


def until_claims(document: Document, annotations: Annotations, made: Sequence[Claim]) -> Iterator[Claim]:
    """Claim, for each day up to which something is to hold, what it is; ``made``: the claims that have taken their expressions."""
    taken = {c.passages[0].start for c in made}
    for timex in annotations.of(Timex):
        if timex.start in taken or document.segment_at(timex.start) in events.SKIPPED or not timex.said & events.DAYS:
            continue
        before = _UNTIL.search(document.text, max(0, timex.start - 24), timex.start)
        sentence = sentence_at(annotations, timex)
        if before is None or sentence is None or not events.firm(document, timex) or events.passed(document, timex):
            continue
        found = last_kinds(document.text, max(sentence.start, before.start() - _REACH), before.start())
        if found is None or events.quoted_relative(document.text, timex):
            continue
        at, kinds = found
        if factuality_at(document, sentence, at) in _UNSURE or not all(map(is_kind, kinds)):
            continue
        title = " ".join(document.text[at.start : before.start()].split())
        subject = Predication(at.start, at.end, kinds=kinds, sentence=sentence.span, title=title)
        passage = Passage(timex.start, timex.end, "date")
        yield Claim(document, subject, SLOT, timex, (passage,), Factuality.PLANNED)
