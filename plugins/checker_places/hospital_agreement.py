"""Rule kind ``hospital-agreement``: two articles of one happening, one patient, two hospitals.

Hospitals have many names: partial names agree, a children's hospital or a trauma center may be a part of another, a university's may bear
the name of somebody, and a county's that of its town. Only what is left is compared.
"""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_places.hospitals import Hospital, Patient
from checker_places.scenes import points_shared
from checker_places.venues import spelled_alike

_STATED = 1  # points that two articles stated to tell one story share
_ENOUGH = 2  # and others
_ALL = "all"
_PARTS = frozenset({"children", "childrens", "trauma", "university", "burn", "county"})
_INITIALS = 3  # letters; shorter names may be initials


@frozen()
class Options:
    """No options."""


def compare(_options: Options, a: Claim, b: Claim) -> Verdict:
    """Contradict where one patient, or all of them, came to two hospitals of which neither article names the other's."""
    first, second = a.reading, b.reading
    if not isinstance(first, Hospital) or not isinstance(second, Hospital):
        return UNKNOWN
    one, other = frozenset(first.words), frozenset(second.words)
    if one <= other or other <= one:
        return AGREE
    if any(w in second.named for w in one - other) or any(w in first.named for w in other - one):
        return UNKNOWN
    if not first.manner or first.manner is not second.manner:
        return UNKNOWN
    if not _strangers(first, second) or not _one_patient(first, second):
        return UNKNOWN
    stated = a.document.story is not None and a.document.story == b.document.story
    if points_shared(first.particulars, second.particulars) < (_STATED if stated else _ENOUGH):
        return UNKNOWN
    because = "two hospitals, neither named in the other article"
    return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.MEDIUM)


def _strangers(a: Hospital, b: Hospital) -> bool:
    """Tell whether two names are certainly not of one hospital: they share no word, and neither may be a part of the other."""
    if (a.form | b.form) & _PARTS or any(spelled_alike(x, y) for x in a.words for y in b.words):
        return False
    return all(any(len(w) > _INITIALS for w in h.words) and not frozenset(h.words) <= h.towns for h in (a, b))


def _one_patient(a: Hospital, b: Hospital) -> bool:
    """Tell whether two articles speak of the same person, or of all: by name or age, or because there is one only."""
    one, other = a.patient, b.patient
    if one.traits != other.traits or (one.sex and other.sex and one.sex != other.sex) or _unlike(one, other):
        return False
    if (one.names and one.names == other.names) or (one.ages and one.ages == other.ages):
        return True
    return a.only and b.only and (_ALL in one.traits or (not a.several and not b.several))


def _unlike(one: Patient, other: Patient) -> bool:
    return any(x and y and not x & y for x, y in ((one.names, other.names), (one.ages, other.ages)))


def describe(_options: Options, claim: Claim) -> Reading:
    """The hospital in the words of the article."""
    words = " ".join(claim.document.text[claim.reading.start : claim.reading.end].split())
    return Reading(words.casefold(), words)


KIND = RuleKind("hospital-agreement", Referent.THING, "hospital", Options, compare, describe, "the hospital")
