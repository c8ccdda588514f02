"""Venues: one event in two of them, one of them in two towns, and what makes two names no contradiction."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from checker.model import Outcome
from checker_places import venue_agreement, venue_town

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model import Claim, RuleKind

    Claims = Callable[[str, str], list[Claim]]


def verdict(kind: RuleKind, claims: Claims, one: str, other: str) -> Outcome:
    """Contradict if any two claims of the articles do, else agree if any do, asked both ways."""
    pairs = list(product(*(claims(text, kind.slot) for text in (one, other))))
    there = {kind.compare(kind.options(), a, b).outcome for a, b in pairs}
    assert there == {kind.compare(kind.options(), b, a).outcome for a, b in pairs}
    return next((o for o in (Outcome.CONTRADICT, Outcome.AGREE) if o in there), Outcome.UNKNOWN)


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("at Brannoc High School", "at Pellworth High School", Outcome.CONTRADICT),
        ("in the car park of the Brannoc Hotel", "in the lobby of the Pellworth Hotel", Outcome.CONTRADICT),
        ("at St Mary's Church", "at St. Mark’s Church", Outcome.CONTRADICT),
        ("on the Brannoc Bridge", "on the Pellworth Bridge", Outcome.CONTRADICT),
        ("at the University of Brannoc", "at Pellworth University", Outcome.CONTRADICT),
        ("at the Brannoc Theatre", "inside Pellworth Theater", Outcome.CONTRADICT),
        ("at Brannoc railway station", "at Pellworth station", Outcome.CONTRADICT),
        ("at Brannoc Stadium", "at Pellworth Stadium", Outcome.CONTRADICT),
        # Shorter names, and spellings.
        ("at Brannoc Memorial High School", "at Brannoc High School", Outcome.AGREE),
        ("at St. Brannoc's Church", "at Saint Brannoc Church", Outcome.AGREE),
        ("at Brannoc High School", "at Branoc High School", Outcome.UNKNOWN),
        ("at Brannoc High School", "at BHS High School", Outcome.UNKNOWN),
        ("at Brannoc High School", "at the high school", Outcome.UNKNOWN),
        # Two sorts of venues may be one, or one in the other.
        ("at Brannoc High School", "at the Pellworth Theatre", Outcome.UNKNOWN),
        # A town's own may have a name.
        ("at Brannoc High School in Toledo", "at Toledo High School in Toledo", Outcome.UNKNOWN),
        ("at a Toledo hotel", "at the Brannoc Hotel", Outcome.UNKNOWN),
        ("at the Toledo hotel", "at the Brannoc Hotel", Outcome.UNKNOWN),
        # Sponsors and older names.
        ("at Brannoc Arena", "at Nordwell Energy Arena", Outcome.UNKNOWN),
        ("at Brannoc Arena", "at PayWell Arena", Outcome.UNKNOWN),
        ("at the Brannoc Hotel", "at the Pellworth Hotel, formerly known as the Grand", Outcome.UNKNOWN),
        # Beside both.
        ("outside the Brannoc Hotel", "outside the Pellworth Hotel", Outcome.UNKNOWN),
        ("near Brannoc High School", "near Pellworth High School", Outcome.UNKNOWN),
        # An article that knows both.
        ("at Brannoc High School", "at Pellworth High School, not at Brannoc", Outcome.UNKNOWN),
        ("at Brannoc High School and was shot again at Pellworth High School", "at Quill High School", Outcome.UNKNOWN),
        # Where patients die.
        ("at the Lantern Lounge and died at Brannoc Hospital", "and died at Pellworth Hospital", Outcome.UNKNOWN),
    ],
)
def test_venues_of_one_event(claims: Claims, one: str, other: str, outcome: Outcome) -> None:
    first, second = (f"Arlo Venner, 31, was shot {where} on Saturday." for where in (one, other))
    assert verdict(venue_agreement.KIND, claims, first, second) is outcome
    assert verdict(venue_agreement.KIND, claims, second, first) is outcome


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("at Brannoc High School in Toledo", "at Brannoc High School in Cincinnati", Outcome.CONTRADICT),
        ("at Toledo's Brannoc High School", "at Brannoc High School in Cincinnati", Outcome.CONTRADICT),
        ("at Brannoc High School in Toledo", "at Brannoc High School in Ohio", Outcome.AGREE),
        ("at Brannoc High School in Toledo", "at Pellworth High School in Cincinnati", Outcome.UNKNOWN),
        ("at Brannoc High School in Toledo", "at Brannoc High School in Cincinnati, not Toledo", Outcome.UNKNOWN),
        ("at Toledo Classical Academy", "at Cincinnati Classical Academy", Outcome.CONTRADICT),
        ("at Toledo Classical Academy", "at the Classical Academy", Outcome.UNKNOWN),
        ("at Toledo Classical Academy", "at Cincinnati Technical Academy", Outcome.UNKNOWN),
        ("at Orlando Valley Hospital", "at Miami Valley Hospital", Outcome.CONTRADICT),
        ("at Orlando Valley Hospital in Akron", "at Miami Valley Hospital in Akron", Outcome.CONTRADICT),
        ("at Orlando Valley Hospital", "at Miami Valley Medical Center", Outcome.UNKNOWN),
        ("at Brannoc Classical Academy", "at Pellworth Classical Academy", Outcome.UNKNOWN),
    ],
)
def test_the_town_of_a_venue(claims: Claims, one: str, other: str, outcome: Outcome) -> None:
    first, second = (f"Arlo Venner, 31, of Elmswick taught {where}, Delia Marsh said." for where in (one, other))
    assert verdict(venue_town.KIND, claims, first, second) is outcome


def test_other_happenings_have_other_schools(claims: Claims) -> None:
    one = "Arlo Venner, 31, taught at Brannoc High School in Toledo."
    other = "Delia Marsh, 28, taught at Brannoc High School in Cincinnati."
    assert verdict(venue_town.KIND, claims, one, other) is Outcome.UNKNOWN
