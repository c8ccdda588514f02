"""Rule kind ``quote-wording``: one utterance, two versions of its words."""

from __future__ import annotations

from checker.align.utterances import fitted, normalise, same_utterance
from checker.frozen import frozen
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
from checker_quotes.edits import Edit, Weight, edits
from checker_quotes.relation import Relation, relation

_WHOLE = 0.75  # share of the longer version that the shorter must have to say the same
_LONG = 8  # words of a version whose speaker is not known
_LONGER = (
    12  # words of such a version that differs in small words only: people say short things in nearly the same words
)
_NEARLY = 0.85  # share of the shorter version that two versions by unknown speakers must have alike
_SLIGHT = 2  # words that may differ in one
_ALIKE = 0.5  # more than half of the shorter version must stand unaltered around an edit


@frozen()
class Options:
    """``minor-wording``: also report, as info, differences that change nothing in what was said."""

    minor_wording: bool = True


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where a negation, a number or a content word differs; info for other words; agree where only cuts differ."""
    if not isinstance(a.reading, Quotation) or not isinstance(b.reading, Quotation):
        return UNKNOWN
    first, second = (fitted(words_of(x), words_of(y)) for x, y in ((a, b), (b, a)))
    sizes = sorted(len(normalise(words)) for words in (first, second))
    one = relation(a.reading.speaker, b.reading.speaker) in (Relation.SAME, Relation.ALIKE)
    found = differences(first, second, one_speaker=one)
    if found is None:
        return UNKNOWN  # they only met through a third version
    plainly = same_utterance(normalise(first), normalise(second)) is not None
    if not found:
        return (
            AGREE if sizes[0] >= _WHOLE * sizes[1] else UNKNOWN
        )  # a part does not say what the rest of the other says
    found = [e for e in found if e.weight is not Weight.FORM]
    material = [e for e in found if e.weight >= Weight.QUALIFYING]
    if not found:
        return AGREE
    if not material:
        if not options.minor_wording or not plainly:
            return AGREE
        shown = "; ".join(str(e) for e in found)
        return Verdict(Outcome.CONTRADICT, f"other words, same sense: {shown}", Severity.INFO, Confidence.LOW)
    changed = sum(max(len(e.old), len(e.new)) for e in material)
    if changed > sizes[0] * _ALIKE:
        return UNKNOWN
    if a.document is not b.document:
        if holds(a, second) or holds(b, first):
            return UNKNOWN  # two utterances: an article that gives both alters neither
        if _goes_on(a, second) or _goes_on(b, first):
            return UNKNOWN  # two sentences in a row that are much alike, of which the other article gives one
    shown = "; ".join(str(e) for e in material)
    # Two people may say nearly the same; only one speaker's words can be misquoted for certain.
    surely = all(e.weight is Weight.MATERIAL for e in material)
    if surely and plainly and one and a.reading.tier == b.reading.tier == "high":
        return Verdict(Outcome.CONTRADICT, f"the words differ: {shown}", None, Confidence.HIGH)
    cued = "low" not in (a.reading.tier, b.reading.tier)
    if not (cued or one) and (sizes[0] < _LONG or changed > _SLIGHT):
        return UNKNOWN
    because = f"the words differ: {shown}" + ("" if one else "; it is not certain that the speaker is the same")
    return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)


def holds(claim: Claim, words: str) -> bool:
    """Tell whether the article of a claim has, elsewhere, just these words, which another article gives for the claim's."""
    return _has(claim, claim.document.text, words)


def _goes_on(claim: Claim, words: str) -> bool:
    """Tell whether the paragraph of a claim has just these words beside it."""
    text = claim.document.text
    start = text.rfind("\n", 0, claim.subject.start) + 1
    end = text.find("\n", claim.subject.end)
    return _has(claim, text[start : end if end >= 0 else len(text)], words)


def _has(claim: Claim, text: str, words: str) -> bool:
    """Tell whether a text has these words, which are not the claim's own."""
    wanted = " ".join(normalise(words))
    return f" {wanted} " in f" {' '.join(normalise(text))} " and wanted != " ".join(normalise(words_of(claim)))


def differences(first: str, second: str, *, one_speaker: bool) -> list[Edit] | None:
    """Return the edits between two versions of one utterance that are not silent; None where they are two utterances.

    What differs in small words only, and was said by nobody knows whether one or two, must be alike for the rest.
    """
    match = same_utterance(normalise(first), normalise(second), one_speaker=one_speaker)
    if match is None:
        return None
    found = edits(first, second)
    small = [e for e in found if e.weight <= Weight.WORDING and not e.cut]
    if len(small) < len(found) or one_speaker:
        return found
    if match.shorter >= _LONGER and match.common >= _NEARLY * match.shorter:
        return found
    return None if any(e.weight is Weight.WORDING for e in small) else []


def describe(_options: Options, claim: Claim) -> Reading:
    """The words themselves."""
    words = " ".join(words_of(claim).split())
    quotation = claim.reading
    derivation = quotation.derivation if isinstance(quotation, Quotation) else ()
    return Reading(" ".join(normalise(words)), f"“{words if len(words) <= 100 else words[:97] + '…'}”", derivation)


def words_of(claim: Claim) -> str:
    """The words a claim quotes, as they stand."""
    return claim.document.text[claim.reading.start : claim.reading.end]


KIND = RuleKind("quote-wording", Referent.UTTERANCE, "wording", Options, compare, describe, "the words quoted")
