"""Street level: blocks, house numbers, exits and corners as text, and what two of them mean to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Claim, Document, Mention, Outcome, Passage, Severity
from checker_places import address_agreement, corner_agreement
from checker_places.addresses import Address, addresses, corners

if TYPE_CHECKING:
    from collections.abc import Callable

OPTIONS = address_agreement.Options()


def claim(reading: Mention, slot: str, text: str) -> Claim:
    """A claim of an address about itself."""
    document = Document("d", "d.md", text, ())
    return Claim(document, reading, slot, reading, (Passage(reading.start, reading.end, "address"),))


@pytest.mark.parametrize(
    ("text", "street", "kind", "direction", "number", "block"),
    [
        ("in the 4600 block of Elm Street", "elm", "st", None, 4600, True),
        ("at 4612 Elm St. on Sunday", "elm", "st", None, 4612, False),
        ("on North 12th Avenue", "12th", "ave", "n", None, False),
        ("the 300 block of General Venner Monday night", "general venner", None, None, 300, True),
        ("the 8600 block of S. Quill when", "quill", None, "s", 8600, True),
        ("the 40 blk. of Fremont Avenue North", "fremont", "ave", "n", 40, True),
        ("the 1200 block of Southwest Harbor Lane", "harbor", "ln", "sw", 1200, True),
        ("near Exit 14B of Interstate 80", "interstate 80", None, None, 14, False),
        ("at mile marker 112 on I-70", "interstate 70", None, None, 112, False),
    ],
)
def test_addresses_are_read(
    text: str,
    street: str,
    kind: str | None,
    direction: str | None,
    number: int | None,
    block: bool,  # noqa: FBT001
) -> None:
    (found,) = addresses(text)
    assert (found.street, found.type, found.direction, found.number, found.block) == (
        street,
        kind,
        direction,
        number,
        block,
    )


@pytest.mark.parametrize(
    "text",
    ["", "a street", "the Street", "He ran 4600 metres.", "An exit poll", "the 300 block of Monday", "$400 on Elm"],
)
def test_other_words_are_no_address(text: str) -> None:
    assert list(addresses(text)) == []


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("the 4600 block of Elm Street", "the 4300 block of Elm Street", Outcome.CONTRADICT),
        ("the 4600 block of Elm Street", "the 4300 block of Elm", Outcome.CONTRADICT),
        ("the 4600 block of Elm Street", "4612 Elm St.", Outcome.AGREE),
        ("the 4600 block of Elm Street", "the 4600 block of Elm", Outcome.AGREE),
        ("the 4600 block of Elm Street", "4712 Elm St.", Outcome.CONTRADICT),
        ("the 4600 block of Elm Street", "the 4600 block of Elm Avenue", Outcome.CONTRADICT),
        ("the 4600 block of North Elm Street", "the 4600 block of South Elm Street", Outcome.CONTRADICT),
        ("the 4600 block of North Elm Street", "the 4600 block of Elm Street", Outcome.AGREE),
        ("the 4600 block of Elm Street", "the 4300 block of Elm Avenue", Outcome.UNKNOWN),
        ("the 4600 block of Elm Street", "Elm Street", Outcome.UNKNOWN),
        ("the 12000 block of Elm Street", "12536 Elm Street", Outcome.AGREE),
        ("the 600 block of Elm Street", "the 680 block of Elm Street", Outcome.AGREE),
        ("743 Elm Street", "745 Elm Street", Outcome.CONTRADICT),
        ("Exit 12 of Interstate 80", "Exit 14 of Interstate 80", Outcome.CONTRADICT),
        ("Exit 12 of Interstate 80", "mile marker 14 of Interstate 80", Outcome.UNKNOWN),
        ("Elm Street", "Second Avenue", Outcome.UNKNOWN),
    ],
)
def test_addresses_are_compared(one: str, other: str, outcome: Outcome) -> None:
    a, b = (claim(next(addresses(t)), "number", t) for t in (one, other))
    assert address_agreement.compare(OPTIONS, a, b).outcome is outcome
    assert address_agreement.compare(OPTIONS, b, a).outcome is outcome


def test_next_doors_are_a_warning() -> None:
    a, b = (claim(next(addresses(t)), "number", t) for t in ("743 Elm Street", "745 Elm Street"))
    assert address_agreement.compare(OPTIONS, a, b).severity is Severity.WARNING


@pytest.mark.parametrize(
    ("near", "exact", "outcome"),
    [
        ("near the 4600 block of Elm Street", "in the 4700 block of Elm Street", Outcome.UNKNOWN),
        ("near the 4600 block of Elm Street", "near the 4700 block of Elm Street", Outcome.CONTRADICT),
        ("near the 4600 block of Elm Street", "in the 5200 block of Elm Street", Outcome.CONTRADICT),
    ],
)
def test_near_gives_room_where_one_article_says_it(near: str, exact: str, outcome: Outcome) -> None:
    a, b = (claim(next(addresses(t)), "number", t) for t in (near, exact))
    assert address_agreement.compare(OPTIONS, a, b).outcome is outcome


@pytest.mark.parametrize(
    ("text", "streets"),
    [
        ("at Elm Street and Oak Avenue", ["elm", "oak"]),
        ("near the corner of West 9th Street and Oak Ave.", ["9th", "oak"]),
        ("They closed Elm Street and Oak Avenue.", []),
        ("in the 400 block of Elm Street and Oak Avenue", []),
    ],
)
def test_corners_are_read_from_both_streets(text: str, streets: list[str]) -> None:
    assert [c.street.street for c in corners(text, list(addresses(text)))] == streets


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("at Elm Street and Oak Avenue", "at Elm St. and Oak Ave.", Outcome.AGREE),
        ("at Elm Street and Oak Avenue", "at Elm Street and Harbor Avenue", Outcome.CONTRADICT),
        ("at Elm Street and Oak Avenue", "at Elm Street and Oak Road", Outcome.CONTRADICT),
        ("at Elm Street and Oak Avenue, off Harbor Avenue", "at Elm Street and Harbor Avenue", Outcome.UNKNOWN),
        ("at Elm Street and Oak Avenue", "at Pine Street and Harbor Avenue", Outcome.UNKNOWN),
    ],
)
def test_corners_are_compared(one: str, other: str, outcome: Outcome) -> None:
    a, b = (claim(next(corners(t, list(addresses(t)))), "corner", t) for t in (one, other))
    options = corner_agreement.Options()
    assert corner_agreement.compare(options, a, b).outcome is outcome
    assert corner_agreement.compare(options, b, a).outcome is outcome


class TestClaims:
    """What an article claims of its streets."""

    def test_the_number_of_a_street_is_claimed(self, claims: Callable[[str, str], list[Claim]]) -> None:
        (found,) = claims("Two men were shot in the 400 block of Elm Street on Sunday.", "number")
        assert isinstance(found.reading, Address)
        assert found.reading.number == 400

    @pytest.mark.parametrize(
        "text",
        [
            "The shots fell in the 400 block of Elm Street. He ran to the 900 block of Elm Street.",
            "Arlo Venner, 18, of 76 Elm Street was hurt.",
            "Arlo Venner, who lives at 76 Elm Street, was hurt.",
        ],
    )
    def test_ways_and_homes_are_not(self, claims: Callable[[str, str], list[Claim]], text: str) -> None:
        assert claims(text, "number") == []

    def test_an_article_with_two_corners_of_a_street_claims_none(
        self, claims: Callable[[str, str], list[Claim]]
    ) -> None:
        text = "He was shot at Elm Street and Oak Avenue and fell at Elm Street and Harbor Avenue."
        assert "Elm" not in {c.subject.key for c in claims(text, "corner")}  # type: ignore[attr-defined]

    @pytest.mark.parametrize(
        ("text", "claimed"),
        [
            ("The shooting happened at Elm Street and Oak Avenue on Sunday.", True),
            ("Deputies went to the area of Elm Street and Oak Avenue before noon.", True),
            ("Arlo Venner, who works at a shop at Elm Street and Oak Avenue, wept.", False),
        ],
    )
    def test_only_corners_of_events_are_claimed(
        self,
        claims: Callable[[str, str], list[Claim]],
        text: str,
        claimed: bool,  # noqa: FBT001
    ) -> None:
        assert bool(claims(text, "corner")) is claimed


@given(st.text(alphabet="0123456789 block of ElmStretAvn.,&and", max_size=80))
def test_any_text_is_read_without_overlap(text: str) -> None:
    found = sorted(addresses(text), key=lambda a: a.start)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert all(0 <= a.start < a.end <= len(text) for a in found)
