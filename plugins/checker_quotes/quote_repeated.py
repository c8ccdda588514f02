"""Rule kind ``quote-repeated``: one article gives one quotation twice, and not alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from checker.align.utterances import normalise, same_utterance
from checker.frozen import frozen
from checker.model import (
    UNKNOWN,
    Claim,
    Confidence,
    Outcome,
    Quotation,
    Referent,
    RuleKind,
    SegmentKind,
    Severity,
    Verdict,
)
from checker_quotes import quote_wording
from checker_quotes.edits import Weight, edits
from checker_quotes.relation import Relation, relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker_quotes.edits import Edit

_SLIGHT = 2  # words: where more differ, a headline writer cut and joined


@frozen()
class Options:
    """``where``: ``headline`` for a headline against the body, ``body`` for two passages of the body."""

    where: Literal["headline", "body"] = "body"


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where a negation, a number or a content word differs between the two versions of one article."""
    in_headline = [c.document.segment_at(c.subject.start) is SegmentKind.HEADLINE for c in (a, b)]
    if a.document is not b.document or sum(in_headline) != (1 if options.where == "headline" else 0):
        return UNKNOWN
    if not isinstance(a.reading, Quotation) or not isinstance(b.reading, Quotation):
        return UNKNOWN
    if options.where == "body":
        verdict = quote_wording.compare(quote_wording.Options(minor_wording=False), a, b)
        return UNKNOWN if verdict.outcome is Outcome.CONTRADICT and not _again(a, b) else verdict
    speakers = [c.speaker for c in (a.reading, b.reading) if c.speaker is not None and c.speaker.sure]
    if len(speakers) == 2 and relation(*speakers) is Relation.DIFFERENT:
        return UNKNOWN
    return _headline(edits(quote_wording.words_of(a), quote_wording.words_of(b)))


def _again(a: Claim, b: Claim) -> bool:
    """Tell one sentence given again from two that somebody said in nearly the same words: another paragraph, and all but a word or two."""
    first, second = sorted((a, b), key=lambda c: c.subject.start)
    spoken = [normalise(quote_wording.words_of(c)) for c in (first, second)]
    match = same_utterance(*spoken)
    return (
        "\n" in first.document.text[first.subject.end : second.subject.start]
        and match is not None
        and max(map(len, spoken)) - match.common <= 1 + max(map(len, spoken)) // 10
    )


def _headline(found: Sequence[Edit]) -> Verdict:
    material = [e for e in found if e.weight is Weight.MATERIAL]
    if not material or sum(max(len(e.old), len(e.new)) for e in material) > _SLIGHT:
        return UNKNOWN
    shown = "; ".join(str(e) for e in material)
    return Verdict(Outcome.CONTRADICT, f"the words differ: {shown}", Severity.WARNING, Confidence.MEDIUM)


KIND = RuleKind(
    "quote-repeated", Referent.UTTERANCE, "wording", Options, compare, quote_wording.describe, "the words quoted twice"
)
