"""The one person who died, as an article tells it: by age alone ("a 19-year-old man ... He was pronounced dead"), or by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Person, SegmentKind, Sentence
from checker.text.patterns import pattern
from checker_people.ages import Age

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Span
    from checker_people.parties import Party

_LEAD = 3  # sentences of the body in which the news is told
_NEXT = 2  # sentences behind a party in which "he" is still the party
_ONE = r"(?:an?|the|his|her|their|two|three|four|five|\d+)\b"
_BEFORE = pattern(
    r"(?i)\b(?:kill(?:ed|ing|s)|death\sof|dead|murder\sof|killing\sof|body\sof|claimed\sthe\slife\sof|(?:killed|dead)\s(?:was|is))"
    r"(?:\s(?:the|an?|was|were|pilot|driver|rider|passenger|victim))?,?\s\Z|\b(?:died|to\sdie|death|fatality),\s\Z"
)
# "One has died, a man of 67", "the only person to die": of whom the article says itself that there is one.
_SOLE = pattern(
    r"(?i)\b(?:the\s(?:one|only|sole|lone|single)\s(?:[\w-]+\s)?(?:to\s(?:have\s)?die\b|who\s(?:has\s|had\s)?died\b|killed\b|fatality\b|death\b)"
    r"|one\s(?:of\sthem\s|person\s|patient\s)?(?:has|had)\sdied\b)"
)
_BEHIND = pattern(
    rf"(?i)\b(?:killed(?!\s{_ONE})|dies|died|(?:is|was|be|been|found|pronounced|declared|shot|left|stabbed)\s(?:\w+\s)?dead|to\sdeath\b(?!\sof)"
    r"|fatally\s(?:shot|injured|wounded|stabbed|struck|hurt)|could\snot\sbe\s(?:saved|revived)|lost\s(?:his|her)\slife|succumbed|drowned)\b"
)
_NAMED = pattern(
    r"(?i)\b(?:man|woman|boy|girl|teenager|victim|driver|rider|pilot|motorcyclist|cyclist|pedestrian|motorist|passenger|hiker|swimmer|person)\s"
    r"(?:who\s(?:was\s)?)?(?:killed|died|found\sdead|shot\sdead)\b[^.;]{0,160}\b(?:named|identified)\b[^.;]{0,40}\bas\s\Z"
)
# What of a party stands before its age: "a (19-year-old)", "a man of (67)".
_OWN = pattern(r"\b(?:(?:an?|the)\s)?(?:[a-z]+(?:\s(?:of|aged)|,(?:\saged)?)\s)\Z|\b(?:an?|the)\s\Z")
_GOES_ON = pattern(r"(?:(?P<he>He)|(?P<she>She)|The\s(?P<noun>man|boy|woman|girl|victim|teen|teenager))\b")
_SEXES = {"man": "m", "boy": "m", "woman": "f", "girl": "f"}
_MANY = pattern(
    r"(?i)(?<!of\s)(?<!one\sin\s)(?<!\w)(?:two|three|four|five|six|seven|eight|nine|ten|several|both|dozens|[2-9]|\d\d+)\s(?:(?!of\b|in\b)[\w’'-]+\s){0,3}?"
    r"(?:(?:were|was|are|have\sbeen|had)\s)?(?:killed|dead|died|dies?|deaths|bodies)\b"
    r"|\bkill(?:ed|ing|s)\s(?:at\sleast\s)?(?:two|three|four|five|six|seven|eight|nine|ten|several|both|dozens|[2-9]|\d\d+)\b(?!-)"
    r"|\b(?:double|triple|quadruple)\s(?:homicide|murder|killing|fatal|shooting|stabbing)|\b(?:bodies|killings|murder-suicide|deaths\sof)\b"
)
_NEWS = pattern(r"(?i)\b(?:dead|dies|died|killed|kills|killing|fatal|fatally|death|slain|homicide|murder|drowned)\b")


def killed(document: Document, annotations: Annotations, parties: Sequence[Party]) -> list[Party]:
    """The mentions of the one person who died and whose age is told; none where an article tells of several, or of other news."""
    text = document.text
    told = [s for s in annotations.of(Sentence) if s.segment in (SegmentKind.HEADLINE, SegmentKind.BODY)]
    body = [s for s in told if s.segment is SegmentKind.BODY]
    news = [s for s in told if s.segment is SegmentKind.HEADLINE] + body[:_LEAD]
    sole = any(_SOLE.search(text, s.start, s.end) for s in body)
    if not (sole or any(_NEWS.search(text, s.start, s.end) for s in news)) or any(
        _MANY.search(text, s.start, s.end) for s in told
    ):
        return []
    dead = _names(document, annotations, body)
    bearers = {a.start: p.name for a in annotations.of(Age) for p in annotations.of(Person) if p.start == a.person}
    found = [
        party
        for party in parties
        if (bearers.get(party.start) in dead if party.named else _dies(text, body, party, parties))
    ]
    alone = len({bearers[p.start] for p in found if p.named}) <= 1 and len({(p.least, p.most) for p in found}) == 1
    return found if alone else []


def _names(document: Document, annotations: Annotations, body: Sequence[Span]) -> set[str]:
    """The names of all who are told to have died."""
    text = document.text
    found = set()
    for sentence in body:
        inside = annotations.within(Person, sentence)
        for n, person in enumerate(inside):
            until = inside[n + 1].start if n + 1 < len(inside) else sentence.end
            if (
                _BEFORE.search(text, max(sentence.start, person.start - 40), person.start)
                or _NAMED.search(text, sentence.start, person.start)
                or (n == 0 and _clause_dies(text, person.end, until))
            ):
                found.add(person.name)
    return found


def _clause_dies(text: str, start: int, end: int) -> bool:
    """Tell whether who is named at ``start`` dies in what follows of the sentence, with nobody else between."""
    match = _BEHIND.search(text, start, end)
    return match is not None and not _OTHERS.search(text, start, match.start())


_OTHERS = pattern(
    r"\b(?:whose|when|after|before|while|that|said|says|told|where|because|if|and\s(?:his|her|their|an?|the|two|another))\b|[;:“\"]"
)


def _dies(text: str, body: Sequence[Span], party: Party, parties: Sequence[Party]) -> bool:
    """Tell whether a person of stated age and no name dies, in the sentence or in the next ones, in which "he" or "the man" is the same."""
    at = next((n for n, s in enumerate(body) if s.start <= party.start < s.end), None)
    if at is None:
        return False
    sentence = body[at]
    others = [p for p in parties if p is not party and sentence.start <= p.start < sentence.end]
    if others:
        return False
    own = _OWN.search(text, sentence.start, party.start)
    if _BEFORE.search(text, sentence.start, own.start() if own else party.start):
        return True
    if _clause_dies(text, party.end, sentence.end):
        return True
    for following in body[at + 1 : at + 1 + _NEXT]:
        if any(following.start <= p.start < following.end for p in parties):
            return False
        subject = _GOES_ON.match(text, following.start)
        if subject is None:
            return False
        sex = "m" if subject["he"] else "f" if subject["she"] else _SEXES.get(subject["noun"].casefold(), party.sex)
        if party.sex not in (sex, "?"):
            return False
        if _clause_dies(text, subject.end(), following.end) or _pronounced(text, subject.end(), following.end):
            return True
    return False


def _pronounced(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence ends with its subject dead: "He was driven to a hospital, where he was pronounced dead"."""
    match = _WHERE.search(text, start, end)
    return match is not None


_WHERE = pattern(
    r"\bwhere\s(?:he|she)\s(?:later\s)?(?:died|was\s(?:later\s)?(?:pronounced|declared)\sdead|succumbed)\b"
)
