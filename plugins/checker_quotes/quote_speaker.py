"""Rule kind ``quote-speaker``: one utterance given to two speakers."""

from __future__ import annotations

from checker.align.utterances import normalise, same_phrase, same_text
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
    Speaker,
    Verdict,
)
from checker.text.names import given_names, strip_title
from checker.text.patterns import pattern
from checker.text.standing import degrees_of_kin
from checker_quotes.quote_wording import holds
from checker_quotes.relation import Relation, nested, relation

_BREATH = 60  # code points
_SENTENCE = pattern(r"[.?!;\n\"“”](?=\s|$)")
_AND_BEFORE = pattern(r"\b(?:and|with)\s(?:[\w’'.-]+\s){0,3}\Z")
_TIES = {
    Relation.DOCUMENT: "a paper, and somebody who may have written it or read it out",
    Relation.ALIKE: "one given name with two surnames: two spellings of one person, or two people",
    Relation.VOICE: "a body, and somebody who may speak for it",
}
_KIN_BEFORE = pattern(r"(?:['’]s|\b[Hh]is|\b[Hh]er)\s(?:\w+\s)?(?P<kin>[a-z]+),?\s\Z")
_QUOTING = pattern(
    r"(?:,\s[^,.;:\n]{1,60})?,?\s(?:said|says|added)?,?\s?(?:quoting|citing|echoing|paraphrasing|repeating|recalling|reading\sfrom|in\sthe\swords\sof)\s"
)
_AND_BEHIND = pattern(r"(?:,[^,]{1,40},)?\s(?:and|with)\s")


_PRONOUN_GENDER = {"he": "male", "she": "female"}
_MAN_AND_WOMAN = "two speakers: a man in the one article, a woman in the other"


@frozen()
class Options:
    """``fewest-words``: shorter shared stretches are anybody's words: told, as info, only of a body and its people."""

    fewest_words: int = 5


def compare(options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where both speakers are resolved and nothing ties them together; info for a body and a person."""
    first, second = a.reading, b.reading
    if not isinstance(first, Quotation) or not isinstance(second, Quotation):
        return UNKNOWN
    texts = [c.document.text[c.reading.start : c.reading.end] for c in (a, b)]
    match = same_text(*texts)
    if match is None or match.common < options.fewest_words:
        return _phrase(a, b) if same_phrase(_words(a), _words(b)) else UNKNOWN
    if nested(*texts) or nested(*reversed(texts)) or _repeats(a) or _repeats(b):
        return UNKNOWN  # one of the two speakers quotes the other
    if holds(a, texts[1]) or holds(b, texts[0]):
        return UNKNOWN  # an article that has the other's words as well gives its own to somebody else with reason
    match relation(first.speaker, second.speaker):
        case Relation.SAME:
            return AGREE
        case Relation.DOCUMENT | Relation.ALIKE | Relation.VOICE as tie:
            return Verdict(Outcome.CONTRADICT, _TIES[tie], Severity.INFO, Confidence.LOW)
        case Relation.OFFICES:
            because = "the holders of two offices, which one person does not hold at a time"
            return _warning(because)
        case Relation.UNRESOLVED if _two_kin(a, b):
            because = "two people of one family: each article names one of another degree"
            return _warning(because)
        case Relation.UNRESOLVED if _two_genders(first, second):
            return _warning(_MAN_AND_WOMAN)
        case Relation.DIFFERENT:
            if _together(a, second.speaker) or _together(b, first.speaker):
                return UNKNOWN
            return _different(a, b)
    return UNKNOWN


def _warning(because: str) -> Verdict:
    return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)


def _repeats(claim: Claim) -> bool:
    """Tell whether the speaker says another's words: "said the minister, quoting the president"."""
    quotation = claim.reading
    speaker = quotation.speaker if isinstance(quotation, Quotation) else None
    return speaker is not None and _QUOTING.match(claim.document.text, speaker.end) is not None


def _phrase(a: Claim, b: Claim) -> Verdict:
    """Judge a phrase of a few words: two strangers may both use it; a body and one of its people hardly both coined it."""
    first, second = a.reading, b.reading
    assert isinstance(first, Quotation)
    assert isinstance(second, Quotation)
    if a.document is b.document:
        return UNKNOWN
    match relation(first.speaker, second.speaker):
        case Relation.SAME:
            return AGREE
        case Relation.DOCUMENT | Relation.VOICE as tie:
            return Verdict(Outcome.CONTRADICT, f"one phrase: {_TIES[tie]}", Severity.INFO, Confidence.LOW)
    return UNKNOWN


def _two_kin(a: Claim, b: Claim) -> bool:
    """Tell whether two speakers are brought in as kin of different degrees: "Ro's daughter, Ann", and "the victim's widow, Bea"."""
    degrees = [_degree(claim) for claim in (a, b)]
    return None not in degrees and degrees[0] != degrees[1]


def _degree(claim: Claim) -> str | None:
    quotation = claim.reading
    speaker = quotation.speaker if isinstance(quotation, Quotation) else None
    if speaker is None or speaker.resolved is None:
        return None
    match = _KIN_BEFORE.search(claim.document.text, max(0, speaker.start - _BREATH), speaker.start)
    return degrees_of_kin().get(match["kin"]) if match else None


def _together(claim: Claim, other: Speaker | None) -> bool:
    """Tell whether the article of a claim names another speaker in one breath with its own: "Zeman and Marek said"."""
    quotation = claim.reading
    own = quotation.speaker if isinstance(quotation, Quotation) else None
    if own is None or other is None or other.resolved is None:
        return False
    text = claim.document.text
    near = text[max(0, own.start - _BREATH) : own.start], text[own.end : own.end + _BREATH]
    family = other.resolved.split()[-1]
    before, behind = (_SENTENCE.split(near[0])[-1], _SENTENCE.split(near[1])[0])
    return (family in before and _AND_BEFORE.search(before) is not None) or (
        family in behind and _AND_BEHIND.match(behind) is not None
    )


def _different(a: Claim, b: Claim) -> Verdict:
    """Judge two speakers that nothing ties together, by how surely each of them is read."""
    first, second = a.reading, b.reading
    assert isinstance(first, Quotation)
    assert isinstance(second, Quotation)
    speakers = [q.speaker for q in (first, second) if q.speaker and q.tier == "high"]
    if len(speakers) == 2 and all(s.sure for s in speakers):
        return Verdict(Outcome.CONTRADICT, "two speakers, both named, and nothing ties them together")
    if len(speakers) == 2 and all(s.sure or s.near for s in speakers):
        because = "two speakers: a pronoun in the one article stands for somebody, nobody else being named near it"
        return _warning(because)
    if len(speakers) == 2 and any(
        _cannot_be(s, other, c) for s, other, c in zip(speakers, speakers[::-1], (a, b), strict=True)
    ):
        because = (
            "two speakers: who is quoted in the one article is read from a pronoun, but cannot be whom the other names"
        )
        return _warning(because)
    if len(speakers) == 2 and _two_genders(first, second):
        return _warning(_MAN_AND_WOMAN)
    because = "two speakers, but one of the attributions is uncertain"
    return Verdict(Outcome.CONTRADICT, because, Severity.INFO, Confidence.LOW)


def _two_genders(a: Quotation, b: Quotation) -> bool:
    """Tell whether the one of two surely attributed quotations is said by "her" and the other by "him"."""
    said = {
        _PRONOUN_GENDER.get(q.speaker.text.casefold()) for q in (a, b) if q.tier == "high" and q.speaker is not None
    }
    return said == {"male", "female"}


def _cannot_be(speaker: Speaker, other: Speaker, claim: Claim) -> bool:
    """Tell whether a speaker read unsurely cannot be the other one: a pronoun of the other gender, or an article without that name."""
    if speaker.sure or not other.sure or other.resolved is None:
        return False
    parts = strip_title(other.resolved.split())
    gender = given_names().get(parts[0]) if len(parts) > 1 else None
    pronoun = _PRONOUN_GENDER.get(speaker.text.casefold())
    if pronoun and gender and gender != pronoun:
        return True
    known = set(normalise(claim.document.text))
    return len(parts) > 1 and not known.intersection(normalise(parts[-1]))


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
