"""Claims: which event a place is said to be of, and what is still a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.model import Factuality
from checker_places.claims import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model import Claim

    Claims = Callable[[str, str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "place", "factuality"),
    [
        ("The signing took place in Oslo.", "Oslo", Factuality.CERTAIN),
        (
            "They trained at the stadium in Kutaisi, where the match was played on Sunday.",
            "Kutaisi",
            Factuality.CERTAIN,
        ),
        ("The landing is set for Saturday on the beach at Bergen.", "Bergen", Factuality.PLANNED),
        ("A landing, planned for May at Bergen, was put off.", "Bergen", Factuality.PLANNED),
        ("The match will take place in Kutaisi.", "Kutaisi", Factuality.PLANNED),
    ],
)
def test_an_event_has_a_place(claims: Claims, text: str, place: str, factuality: Factuality) -> None:
    found = claims(text, "location")
    assert [(text[c.reading.start : c.reading.end], c.factuality) for c in found] == [(place, factuality)]
    assert [c.reading.place for c in claims(text, "setting") if isinstance(c.reading, Setting)] == [
        c.reading for c in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They trained at the stadium in Kutaisi, where a match was played last year.",  # another one
        "They trained in Kutaisi, where the club is at home, before the match was played.",
        "The landing is set for Saturday. They live at Bergen.",
    ],
)
def test_what_gives_no_event_a_place(claims: Claims, text: str) -> None:
    assert claims(text, "location") == []
