"""Rule kind ``quote-wording``: one utterance, two versions of its words."""

from __future__ import annotations

from dataclasses import dataclass

from checker.align.utterances import normalise, same_utterance
from checker.model import (
    AGREE,
    UNKNOWN,
    Claim,
    Confidence,
    Outcome,
    Quotation,
    Reading,
    Referent,
    RuleKind,
    Severity,
    Verdict,
)
from checker_quotes.edits import Weight, edits
from checker_quotes.relation import Relation, relation

_ALIKE = 0.5  # more than half of the shorter version must stand unaltered around an edit


@dataclass(frozen=True, slots=True)
class Options:
    """``minor-wording``: also report, as info, differences that change nothing in what was said."""

    minor_wording: bool = True


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where a negation, a number or a content word differs; info for other words; agree where only cuts differ."""
    first, second = _words(a), _words(b)
    if not isinstance(a.reading, Quotation) or not isinstance(b.reading, Quotation):
        return UNKNOWN
    if same_utterance(normalise(first), normalise(second)) is None:
        return UNKNOWN  # they only met through a third version
    found = edits(first, second)
    if not found:
        return AGREE
    shown = "; ".join(str(e) for e in found)
    if max(e.weight for e in found) is Weight.WORDING:
        if not options.minor_wording:
            return AGREE
        return Verdict(Outcome.CONTRADICT, f"other words, same sense: {shown}", Severity.INFO, Confidence.LOW)
    material = [e for e in found if e.weight is Weight.MATERIAL]
    size = min(len(normalise(first)), len(normalise(second)))
    if sum(max(len(e.old), len(e.new)) for e in material) > size * _ALIKE:
        return UNKNOWN
    # Two people may say nearly the same; only one speaker's words can be misquoted for certain.
    sure = a.reading.tier == b.reading.tier == "high" and relation(a.reading.speaker, b.reading.speaker) in (
        Relation.SAME,
        Relation.ALIKE,
    )
    shown = "; ".join(str(e) for e in material)
    if sure:
        return Verdict(Outcome.CONTRADICT, f"the words differ: {shown}", None, Confidence.HIGH)
    return Verdict(
        Outcome.CONTRADICT,
        f"the words differ: {shown}; the speakers are not known to be one",
        Severity.WARNING,
        Confidence.MEDIUM,
    )


def describe(_options: Options, claim: Claim) -> Reading:
    """The words themselves."""
    words = " ".join(_words(claim).split())
    quotation = claim.reading
    derivation = quotation.derivation if isinstance(quotation, Quotation) else ()
    return Reading(" ".join(normalise(words)), f"“{words if len(words) <= 100 else words[:97] + '…'}”", derivation)


def _words(claim: Claim) -> str:
    return claim.document.text[claim.reading.start : claim.reading.end]


KIND = RuleKind("quote-wording", Referent.UTTERANCE, "wording", Options, compare, describe, "the words quoted")
