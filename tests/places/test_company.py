"""The company of places: the same words said of two towns, and what makes them no sign of a slip."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from checker.model import Claim, Outcome, Severity
from checker_places import company_agreement
from checker_places.company import Company

if TYPE_CHECKING:
    from collections.abc import Callable

    Claims = Callable[[str, str], list[Claim]]

OPTIONS = company_agreement.Options()
WHO = "Arlo Venner and Delia Marsh said nothing."


def verdict(claims: Claims, one: str, other: str) -> Outcome:
    """Contradict if any two places of the articles do, asked both ways."""
    pairs = list(product(*(claims(f"{text} {WHO}", "company") for text in (one, other))))
    there = {company_agreement.compare(OPTIONS, a, b).outcome for a, b in pairs}
    assert there == {company_agreement.compare(OPTIONS, b, a).outcome for a, b in pairs}
    return Outcome.CONTRADICT if Outcome.CONTRADICT in there else Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        (
            "A grand jury in Toledo indicted the senator.",
            "He was indicted by a Cincinnati grand jury.",
            Outcome.CONTRADICT,
        ),
        (
            "He owned a health food restaurant in Toledo.",
            "The restaurant, which sold health food, was in Cincinnati.",
            Outcome.CONTRADICT,
        ),
        (
            "He practised at the Toledo office of Pellworth, Quill and Daughters.",
            "He practised in the Cincinnati office of Pellworth, Quill and Daughters.",
            Outcome.CONTRADICT,
        ),
        # Too little is said of both, or other things are; "at" a town a team plays.
        ("They lost by four goals at Toledo on ice.", "They lost by four goals at Cincinnati on ice.", Outcome.UNKNOWN),
        ("A grand jury in Toledo sat.", "A jury in Cincinnati met.", Outcome.UNKNOWN),
        ("Police in Toledo said so on Friday night.", "Police in Cincinnati said so on Friday night.", Outcome.UNKNOWN),
        ("He grew up in Toledo on a farm.", "He was indicted by a Cincinnati grand jury.", Outcome.UNKNOWN),
        # An article that names both towns tells them apart.
        (
            "A grand jury in Toledo, not in Cincinnati, indicted the senator.",
            "He was indicted by a Cincinnati grand jury.",
            Outcome.UNKNOWN,
        ),
        # Small towns near each other may be one to a reporter; a team is no town; a state is nothing to a town.
        (
            "A grand jury in Dayton indicted the senator.",
            "He was indicted by a Springfield, Ohio, grand jury.",
            Outcome.UNKNOWN,
        ),
        (
            "They missed games against Toledo after the injured list grew.",
            "The injured list grew and they missed games against Cincinnati.",
            Outcome.UNKNOWN,
        ),
        (
            "A grand jury in Ohio indicted the senator.",
            "He was indicted by a Cincinnati grand jury.",
            Outcome.UNKNOWN,
        ),
    ],
)
def test_two_articles(claims: Claims, one: str, other: str, outcome: Outcome) -> None:
    assert verdict(claims, one, other) is outcome


def test_a_place_keeps_the_company_of_all_its_mentions(claims: Claims) -> None:
    text = "A grand jury in Toledo sat. The senator flew to Toledo for the trial."
    readings = [c.reading for c in claims(text, "company")]
    found = [r for r in readings if isinstance(r, Company)]
    assert [r.name for r in found] == ["Toledo"]
    assert {"jury", "trial"} <= found[0].near


def test_who_asks_for_more_hears_less(claims: Claims) -> None:
    texts = ("A grand jury in Toledo indicted the senator.", "He was indicted by a Cincinnati grand jury.")
    one, other = (claims(f"{text} {WHO}", "company") for text in texts)
    strict = replace(OPTIONS, points=9.0)
    assert {company_agreement.compare(strict, a, b).outcome for a, b in product(one, other)} == {Outcome.UNKNOWN}
    found = [company_agreement.compare(OPTIONS, a, b) for a, b in product(one, other)]
    assert {v.severity for v in found if v.outcome is Outcome.CONTRADICT} == {Severity.WARNING}


def test_a_difference_that_another_rule_tells_is_told_once(
    factlint: Callable[..., Any], story: Callable[..., Any]
) -> None:
    told = "police said Arlo Venner, 31, robbed the Brackenmoor jewellery shop with a crossbow on Sunday. Sgt. Nora Quill said"
    folder = story(
        **{
            f"{name}.md": f"---\npublished: 2024-07-14\nstory: x\n---\n\n{town} {told} {town} police found the crossbow.\n"
            for name, town in (("one", "Toledo"), ("two", "Cincinnati"))
        }
    )
    found = json.loads(factlint("check", folder, "--format", "json").stdout)["findings"]
    levels = {f["rule"]: f["severity"] for f in found if f["rule"].startswith("places/")}
    assert levels == {"places/scene": "warning", "places/company": "info"}
