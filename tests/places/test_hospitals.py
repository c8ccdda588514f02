"""Hospitals: one patient in two of them, and what makes two names no contradiction."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from checker.model import Claim, Outcome, Severity
from checker_places import hospital_agreement
from checker_places.hospitals import Hospital, Manner

if TYPE_CHECKING:
    from collections.abc import Callable

    Claims = Callable[[str, str], list[Claim]]

OPTIONS = hospital_agreement.Options()
WHAT = "Arlo Venner, 31, was shot outside the Lantern Lounge in Elmswick."


def verdict(claims: Claims, one: str, other: str, what: str = WHAT) -> Outcome:
    """Contradict if any two hospitals of the articles do, else agree if any do, asked both ways."""
    pairs = list(product(*(claims(f"{what} {text}", "hospital") for text in (one, other))))
    there = {hospital_agreement.compare(OPTIONS, a, b).outcome for a, b in pairs}
    assert there == {hospital_agreement.compare(OPTIONS, b, a).outcome for a, b in pairs}
    return next((o for o in (Outcome.CONTRADICT, Outcome.AGREE) if o in there), Outcome.UNKNOWN)


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        # One victim.
        ("He was taken to St. Brannoc's Hospital.", "He was rushed to Mercy Medical Center.", Outcome.CONTRADICT),
        ("He was flown to Brannoc Hospital.", "He was airlifted to Mercy Medical Center.", Outcome.CONTRADICT),
        ("He was pronounced dead at Brannoc Hospital.", "He died at Mercy Hospital on Sunday.", Outcome.CONTRADICT),
        ("He is in stable condition at Brannoc Hospital.", "He is recovering at Mercy Hospital.", Outcome.CONTRADICT),
        ("He was taken in stable condition to Brannoc Hospital.", "He is recovering at Mercy.", Outcome.UNKNOWN),
        # Several names of one hospital.
        ("He was taken to Brannoc Mercy Medical Center.", "He was taken to Mercy Hospital.", Outcome.AGREE),
        ("He was taken to St. Brannoc’s Hospital.", "He was taken to Saint Brannoc Medical Center.", Outcome.AGREE),
        ("He was taken to Brannoc Hospital.", "He was taken to the hospital.", Outcome.UNKNOWN),
        ("He was taken to Brannoc Hospital.", "He was taken to University Hospital.", Outcome.UNKNOWN),
        ("He was taken to Brannoc Hospital.", "He was taken to Branoc Hospital.", Outcome.UNKNOWN),
        ("He was taken to Brannoc Hospital.", "He was taken to the Quill Trauma Center.", Outcome.UNKNOWN),
        ("He was taken to Brannoc Hospital.", "He was taken to Quill Children's Hospital.", Outcome.UNKNOWN),
        ("He was taken to Brannoc Hospital.", "He was taken to BMC Medical Center.", Outcome.UNKNOWN),
        ("He was taken to Brannoc Hospital.", "He was taken to a Toledo hospital.", Outcome.UNKNOWN),
        ("He was taken to Brannoc Hospital.", "He was taken to Quill County Hospital.", Outcome.UNKNOWN),
        # Transfers, first and last stations.
        (
            "He was taken to Brannoc Hospital and later transferred.",
            "He was taken to Mercy Medical Center.",
            Outcome.UNKNOWN,
        ),
        (
            "He was airlifted from Brannoc Hospital to Quill Medical Center.",
            "He was flown to Mercy Medical Center.",
            Outcome.UNKNOWN,
        ),
        ("He was taken to Brannoc Hospital.", "He died at Mercy Medical Center.", Outcome.UNKNOWN),
        (
            "He was initially taken to Brannoc Hospital.",
            "He was taken to Mercy Medical Center.",
            Outcome.UNKNOWN,
        ),
        (
            "Police initially named no one. He was taken to Brannoc Hospital.",
            "He was taken to Mercy Medical Center.",
            Outcome.CONTRADICT,
        ),
        # An article that knows both tells them apart.
        (
            "He was taken to Brannoc Hospital, not to Mercy.",
            "He was taken to Mercy Medical Center.",
            Outcome.UNKNOWN,
        ),
        # Somebody else.
        (
            "The gunman was taken to Brannoc Hospital.",
            "Venner was taken to Mercy Medical Center.",
            Outcome.UNKNOWN,
        ),
        ("She was taken to Brannoc Hospital.", "He was taken to Mercy Medical Center.", Outcome.UNKNOWN),
    ],
)
def test_hospitals(claims: Claims, one: str, other: str, outcome: Outcome) -> None:
    """One victim came to one hospital, whatever its name."""
    assert verdict(claims, one, other) is outcome


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("Venner was taken to Brannoc Hospital.", "Venner was taken to Mercy Hospital.", Outcome.CONTRADICT),
        (
            "A 28-year-old was taken to Brannoc Hospital.",
            "Another, 28, was taken to Mercy Hospital.",
            Outcome.CONTRADICT,
        ),
        ("Venner was taken to Brannoc Hospital.", "Marsh was taken to Mercy Hospital.", Outcome.UNKNOWN),
        ("He was taken to Brannoc Hospital.", "He was taken to Mercy Hospital.", Outcome.UNKNOWN),
        ("Both were taken to Brannoc Hospital.", "Venner was taken to Mercy Hospital.", Outcome.UNKNOWN),
        ("Both were taken to Brannoc Hospital.", "Medics took the victims to Mercy Hospital.", Outcome.CONTRADICT),
        (
            "Both were taken to hospitals, one to Brannoc Hospital.",
            "They were taken to Mercy Hospital.",
            Outcome.UNKNOWN,
        ),
        (
            "Venner was taken to Brannoc Hospital and Marsh was taken to Quill Medical Center.",
            "Venner was taken to Mercy Hospital.",
            Outcome.CONTRADICT,
        ),
        (
            "Venner was taken to Brannoc Hospital and Marsh was taken to Quill Medical Center.",
            "Marsh was taken to Quill Medical Center.",
            Outcome.AGREE,
        ),
    ],
)
def test_several_victims(claims: Claims, one: str, other: str, outcome: Outcome) -> None:
    """Of several victims, one must be the same by name or age."""
    what = "Arlo Venner, 31, and Delia Marsh, 28, were shot outside the Lantern Lounge in Elmswick."
    assert verdict(claims, one, other, what) is outcome


def test_two_happenings(claims: Claims) -> None:
    """Articles that share nothing particular are of two happenings."""
    a = claims("A man was shot. He was taken to Brannoc Hospital.", "hospital")
    b = claims("A man was shot. He was taken to Mercy Hospital.", "hospital")
    assert {hospital_agreement.compare(OPTIONS, x, y).outcome for x in a for y in b} == {Outcome.UNKNOWN}


def test_severity(claims: Claims) -> None:
    """Somebody may have been moved without a word: a warning."""
    a, b = (claims(f"{WHAT} He was taken to {name}.", "hospital")[0] for name in ("Brannoc Hospital", "Mercy Hospital"))
    assert hospital_agreement.compare(OPTIONS, a, b).severity is Severity.WARNING


def test_reading(claims: Claims) -> None:
    """What an article tells of a hospital."""
    (claim,) = claims("Arlo Venner, 31, was taken to St. Brannoc's Hospital of Elmswick.", "hospital")
    hospital = claim.reading
    assert isinstance(hospital, Hospital)
    assert hospital.words == ("brannoc", "elmswick")
    assert (hospital.manner, hospital.only, hospital.several) == (Manner.TAKEN, True, False)
    assert hospital.patient.names == {"venner"}
    assert hospital.patient.ages == {"31"}
