"""Rule kind ``quote-speaker``: one utterance given to two speakers."""

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
from checker_quotes.relation import Relation, relation


@dataclass(frozen=True, slots=True)
class Options:
    """``fewest-words``: shorter shared stretches are anybody's words and are left alone."""

    fewest_words: int = 5


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where both speakers are resolved and nothing ties them together; info for a body and a person."""
    first, second = a.reading, b.reading
    if not isinstance(first, Quotation) or not isinstance(second, Quotation):
        return UNKNOWN
    match = same_utterance(_words(a), _words(b))
    if match is None or match.common < options.fewest_words:
        return UNKNOWN
    match relation(first.speaker, second.speaker):
        case Relation.SAME:
            return AGREE
        case Relation.UNRESOLVED:
            return UNKNOWN
        case Relation.ALIKE:
            because = "one given name with two surnames: two spellings of one person, or two people"
            return Verdict(Outcome.CONTRADICT, because, Severity.INFO, Confidence.LOW)
        case Relation.VOICE:
            because = "a body, and somebody who may speak for it"
            return Verdict(Outcome.CONTRADICT, because, Severity.INFO, Confidence.LOW)
        case Relation.DIFFERENT:
            if (
                first.tier == second.tier == "high"
                and first.speaker
                and second.speaker
                and first.speaker.sure
                and second.speaker.sure
            ):
                return Verdict(Outcome.CONTRADICT, "two speakers, both named, and nothing ties them together")
            because = "two speakers, but one of the attributions is uncertain"
            return Verdict(Outcome.CONTRADICT, because, Severity.INFO, Confidence.LOW)
    return UNKNOWN


def describe(_options: Options, claim: Claim) -> Reading:
    """The speaker, and how the quotation came to them."""
    quotation = claim.reading
    speaker = quotation.speaker if isinstance(quotation, Quotation) else None
    if speaker is None or not isinstance(quotation, Quotation):
        return Reading("", "nobody named")
    name = speaker.resolved or speaker.text
    steps = [*quotation.derivation]
    if speaker.resolved and speaker.resolved != speaker.text:
        steps.append(f"“{speaker.text}” is {speaker.resolved}")
    if speaker.role:
        steps.append(f"{name}: {speaker.role}")
    return Reading(" ".join(normalise(name)), name, tuple(steps))


def _words(claim: Claim) -> tuple[str, ...]:
    return normalise(claim.document.text[claim.reading.start : claim.reading.end])


KIND = RuleKind("quote-speaker", Referent.UTTERANCE, "speaker", Options, compare, describe, "who said {title}")
