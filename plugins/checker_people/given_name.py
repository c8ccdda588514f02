"""Rule kind ``given-name``: the one person of a surname and an age has one given name."""

from __future__ import annotations

import re

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker.text.names import full_names, given_names
from checker.text.spelling import distance, fold, same_letters, skeleton
from checker_people.bearers import Bearer
from checker_people.spellings import in_one_sentence


@frozen()
class GivenName:
    """``edits``: up to how many letters two given names are spellings of one, which ``name-spelling`` judges."""

    edits: int = 2


def compare(options: GivenName, a: Claim, b: Claim) -> Verdict:
    """Judge two given names: a contradiction where neither article knows the other's; spouses and twins are why it is a warning."""
    first, second = a.reading, b.reading
    if not isinstance(first, Bearer) or not isinstance(second, Bearer):
        return UNKNOWN
    internal = a.document is b.document
    x, y = first.given, second.given
    if x == y:
        return AGREE
    if internal and (not first.calling or in_one_sentence(a, b)):
        return UNKNOWN  # two coaches of one sentence are two people
    if not internal and (x in second.others or y in first.others or _knows(a, second) or _knows(b, first)):
        return UNKNOWN  # an article that knows both tells them apart
    if first.gender and second.gender and first.gender != second.gender:
        return UNKNOWN  # husband and wife
    if _forms_of_one(x, y) or same_letters(x, y) or skeleton(x) == skeleton(y):
        return UNKNOWN  # "Alexandros" and "Alexis"
    if first.alone and (x[0] != y[0] or first.told & second.told or not _one_week(a, b)):
        return UNKNOWN
    if distance(x, y) <= options.edits or full_names(x.title()) & full_names(y.title()):
        return UNKNOWN
    because = (
        "one post, and two given names" if internal else f"each article has one person of that surname{_told_by(first)}"
    )
    return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)


def _forms_of_one(x: str, y: str) -> bool:
    """Tell whether two given names begin so much alike that they may be one: "Alexandros" and "Alexis"; not "Marcus" and "Martin"."""
    if x[:_ALIKE] != y[:_ALIKE]:
        return False
    known = x.title() in given_names() and y.title() in given_names()
    return not known or x[: _ALIKE + 1] == y[: _ALIKE + 1] or x.startswith(y) or y.startswith(x)


def _told_by(bearer: Bearer) -> str:
    """What tells the person besides the surname."""
    if bearer.alone:
        return ""
    return " and calling" if bearer.calling else " and age"


def _one_week(a: Claim, b: Claim) -> bool:
    apart = a.document.days_from(b.document)
    return apart is not None and apart <= _WEEK


def _knows(claim: Claim, other: Bearer) -> bool:
    """Tell whether an article has the other's given name, perhaps as a middle name."""
    return any(
        fold(word.replace("’", "'").removesuffix("'s")) == other.given for word in _WORD.findall(claim.document.text)
    )


_WORD = re.compile(r"[A-Z][\w’'-]+")
_WEEK = 7  # days
_ALIKE = 3  # letters that two forms of one name begin with


def describe(options: GivenName, claim: Claim) -> Reading:
    """Read a claim as the full name."""
    del options
    name = claim.reading.name if isinstance(claim.reading, Bearer) else ""
    return Reading(name, name)


GIVEN_NAME = RuleKind(
    name="given-name",
    referent=Referent.THING,
    slot="given-name",
    options=GivenName,
    compare=compare,
    describe=describe,
    message="{title}",
)
