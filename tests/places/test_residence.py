"""Residence: which town somebody is of, and when two articles disagree on it."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from checker.model import Outcome
from checker_places import residence_agreement

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model import Claim

    Claims = Callable[[str, str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "homes"),
    [
        ("Arlo Venner, 31, of Toledo, was shot.", ["Arlo Venner: Toledo"]),
        ("Arlo Venner, of Toledo, was shot.", ["Arlo Venner: Toledo"]),
        ("Arlo Venner, 31, from west Toledo, was shot.", ["Arlo Venner: Toledo"]),
        ("Arlo Venner, a Toledo man, was shot.", ["Arlo Venner: Toledo"]),
        ("Arlo Venner, a 31-year-old Toledo father, was shot.", ["Arlo Venner: Toledo"]),
        ("Toledo resident Arlo Venner was shot.", ["Arlo Venner: Toledo"]),
        ("Arlo Venner, who lives in Toledo, was shot.", ["Arlo Venner: Toledo"]),
        (
            "Arlo Venner, 31, of Toledo and Delia Marsh, 28, of Akron were shot.",
            ["Arlo Venner: Toledo", "Delia Marsh: Akron"],
        ),
        # Where somebody works, was, or holds an office.
        ("Sgt. Arlo Venner of Toledo police spoke.", []),
        ("Mayor Arlo Venner of Toledo spoke.", []),
        ("Arlo Venner of Toledo University spoke.", []),
        ("Arlo Venner, 31, of Toledo's dockworkers' union spoke.", []),
        ("Arlo Venner was shot in Toledo.", []),
        ("Venner, of Toledo, was shot.", ["Arlo Venner: Toledo"]),
        ("A Toledo man was shot.", []),
        ("Arlo Venner, a Toledo officer, was shot.", []),
        ("Arlo Venner, 31, of Toledo and Akron spoke.", []),
        ("Toledo and Arlo Venner agreed.", []),
    ],
)
def test_who_is_of_which_town(claims: Claims, text: str, homes: list[str]) -> None:
    found = claims(f"Delia Marsh, 28, and Arlo Venner, 31, met. {text}", "residence")
    assert [f"{c.subject.name}: {c.document.text[c.reading.start : c.reading.end]}" for c in found] == homes


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("of Toledo, Ohio,", "of Cincinnati, Ohio,", Outcome.CONTRADICT),
        ("of Toledo, Ohio,", "of north Toledo, Ohio,", Outcome.AGREE),
        ("of Dallas, Texas,", "of Arlington, Texas,", Outcome.AGREE),
        ("of Toledo, Ohio,", "of Cincinnati, Ohio, once of Toledo,", Outcome.UNKNOWN),
    ],
)
def test_two_towns(claims: Claims, one: str, other: str, outcome: Outcome) -> None:
    told = [claims(f"Arlo Venner, 31, {of} was shot.", "residence") for of in (one, other)]
    compare, options = residence_agreement.compare, residence_agreement.Options()
    assert {compare(options, a, b).outcome for a, b in product(*told)} == {outcome}
    assert {compare(options, b, a).outcome for a, b in product(*told)} == {outcome}


def test_one_article_may_tell_of_a_move(claims: Claims) -> None:
    found = claims("Arlo Venner, 31, of Toledo, was shot. Cincinnati resident Arlo Venner was 31.", "residence")
    assert len(found) == 2
    assert residence_agreement.compare(residence_agreement.Options(), *found).outcome is Outcome.UNKNOWN
