"""Rule kind ``speaker-name``: who is quoted with the same words under the same given name has one surname."""

from __future__ import annotations

from checker.align.utterances import same_utterance
from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Outcome, Reading, Referent, RuleKind, Verdict
from checker.text.spelling import distance, fold, same_letters, skeleton
from checker_people.quoted import Quoted

_SHORTEST = 3  # letters of a surname by which two names may be one by marriage


@frozen()
class SpeakerName:
    """``edits``: up to how many letters two surnames are spellings of one, which ``name-spelling`` judges."""

    edits: int = 1


def compare(options: SpeakerName, a: Claim, b: Claim) -> Verdict:
    """Judge two names under which the same words are quoted: contradiction where the surnames have nothing in common."""
    first, second = a.reading, b.reading
    if not isinstance(first, Quoted) or not isinstance(second, Quoted) or a.document is b.document:
        return UNKNOWN
    x, y = first.name.split()[-1], second.name.split()[-1]
    if same_letters(x, y):
        return AGREE
    if (
        _surnames(first) & _surnames(second)
        or skeleton(x) == skeleton(y)
        or distance(fold(x), fold(y)) <= options.edits
    ):
        return UNKNOWN  # a name by marriage, or a spelling
    if not any(same_utterance(v, w) for v in first.said for w in second.said):
        return UNKNOWN
    return Verdict(Outcome.CONTRADICT, f"the same words, said by one {first.name.split()[0]}")


def _surnames(quoted: Quoted) -> set[str]:
    return {part for w in quoted.name.split()[1:] for p in w.split("-") if len(part := fold(p)) >= _SHORTEST}


def describe(options: SpeakerName, claim: Claim) -> Reading:
    """Read a claim as the name of the speaker."""
    del options
    name = claim.reading.name if isinstance(claim.reading, Quoted) else ""
    return Reading(name, name)


SPEAKER_NAME = RuleKind(
    name="speaker-name",
    referent=Referent.THING,
    slot="quoted",
    options=SpeakerName,
    compare=compare,
    describe=describe,
    message="the surname of a person quoted",
)
