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
    ("text", "qualifier"),
    [
        ("The express reached the town of Lyon, where the train left the rails.", "reached town of"),
        ("A minister visited Lyon, the scene of the derailment.", "visited"),
        ("The train left the rails as it neared Lyon on Sunday.", "near"),
        ("The train derailed shortly after leaving Lyon on Sunday.", "near"),
        ("A train derailed in the Corvo district of Lyon on Sunday.", "of"),
        ("A train derailed at Corvo, 40 km north of Lyon, on Sunday.", "40 km north of"),
        ("The derailment, on the outskirts of Lyon, killed four.", "outskirts of"),
        ("The Lyon derailment killed four people.", None),
        ("Police investigated the Lyon school shooting.", None),
    ],
)
def test_clauses_and_descriptions_give_an_event_its_place(claims: Claims, text: str, qualifier: str | None) -> None:
    found = claims(text, "location")
    assert [(text[c.reading.start : c.reading.end], c.reading.qualifier) for c in found] == [("Lyon", qualifier)]


@pytest.mark.parametrize(
    "text",
    [
        "The train from Lyon derailed on Sunday.",
        "The Lyon mayor spoke of the derailment.",
        "The Lyon fire brigade came.",
        "The French derailment killed four people.",
        "The train derailed. It had been late as it neared Lyon.",
        "They came from the Corvo district of Lyon after the derailment.",
        "He grew up 40 km north of Lyon.",
    ],
)
def test_what_leaves_an_event_without_a_place(claims: Claims, text: str) -> None:
    assert claims(text, "location") == []


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
