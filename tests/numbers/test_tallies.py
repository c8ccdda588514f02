"""Tallies: which are found, and which are claimed for the event."""

from __future__ import annotations

import pytest

from checker_numbers.tallies import Tally


def found(read, text):
    return [(t.what, t.value, t.hedge) for t in read(text).of(Tally)]


@pytest.mark.parametrize(
    ("text", "tally"),
    [
        ("Two people were killed in the explosion.", ("killed", 2, None)),
        ("The explosion left at least 12 people injured.", ("hurt", 12, "MORE")),
        ("The explosion killed three workers.", ("killed", 3, None)),
        ("The crash left four dead.", ("killed", 4, None)),
        ("Police arrested 31 protesters after the march.", ("arrested", 31, None)),
        ("Nearly 40 people were hurt in the crash.", ("hurt", 40, "ALMOST")),
        ("Twenty-one passengers were rescued after the sinking.", ("rescued", 21, None)),
        ("One of nine people shot in the club has died.", ("hurt", 9, None)),
        ("Five people, believed to be related, were killed.", ("killed", 5, None)),
        ("The deaths of four people shook Hallein.", ("killed", 4, None)),
        ("Dozens of people were seriously injured.", ("seriously hurt", 24, "ABOUT")),
        ("The flood damaged 300 houses.", ("damaged", 300, None)),
        ("Nine officers and two civilians were wounded.", ("hurt", 9, None)),
        ("Nine officers and two civilians were wounded.", ("hurt", 11, None)),
        ("Three men, aged 22, 29 and 41, and a woman aged 35 were arrested.", ("arrested", 4, None)),
        ("A man, 27, and a woman, 31, were hurt.", ("hurt", 2, None)),
        ("The crash killed two women, a man and a baby.", ("killed", 4, None)),
    ],
)
def test_tallies(read, text, tally):
    assert tally in found(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Two men and a woman and several others were hurt.",
        "Ten people, including two men and a woman, were hurt.",
        "A man, 27, and his sister were hurt.",
    ],
)
def test_lists_that_go_on_are_no_tally_of_all(read, text):
    assert 3 not in [value for _, value, _ in found(read, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Amsler, 45, of Kuchl, was shot in the leg.",
        "The youngest of those aged between 21 and 58 were hurt.",
        "A man, 27, was with a woman, 31, who hurt.",
        "Two Rivers suspects arrested in Hallein",
        "The man was shot five times and 10 rounds were fired.",
        "Ann Ro was shot on May 3 and killed.",
        "A woman of 34 also died.",
    ],
)
def test_ages_dates_and_names_are_no_tallies(read, text):
    assert found(read, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Three of the victims were shot in the explosion.",
        "The explosion hurt two people and a child was hurt as well.",
        "Last year two people were killed in an explosion.",
        "Two people would be killed in such an explosion.",
        '"We have four people shot here," the caller said of the shooting.',
        "Two people were killed in separate shootings over the weekend.",
        "Two more people were hurt in the shooting.",
        "Between six and 10 people were shot in the shooting, a caller said.",
        "It was the same mill where two people were shot in January.",
        "The shooting came just ten days after a gunman killed five people in Kuchl.",
    ],
)
def test_parts_of_a_toll_and_other_tolls_are_not_claimed(claims, read, text):
    assert [c.slot for c in read(text).claims() if c.slot.startswith("count-")] == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Two people were killed in the explosion.", True),
        ("Two people died at the scene of the explosion.", False),
        ("Officers found three people shot inside the mill.", False),
        ("Three people were shot in the mill. A fourth drove to a hospital.", False),
        ("Two of the four people hurt in the shooting went home.", True),
    ],
)
def test_only_a_tally_of_all_is_whole(claims, read, text, whole):
    assert {c.reading.whole for c in read(text).claims() if c.slot in ("count-killed", "count-hurt")} == {whole}


def test_others_are_all_the_wounded_where_the_one_before_them_died(claims):
    (claim,) = claims("One man was killed and three others were wounded in the shooting.", "count-hurt")
    assert claim.reading.apart
    assert claims("A man was badly hurt and three others were wounded in the shooting.", "count-hurt") == []


def test_who_was_shot_may_have_died(claims):
    (claim,) = claims("Four people were shot in the shooting, one of them fatally.", "count-hurt")
    assert not claim.reading.apart
    assert claim.reading.dead == 1


def test_an_article_on_several_events_claims_nothing(claims):
    assert claims("Two people were killed on Monday.", "count-killed", title="Two killed in weekend shootings") == []
    assert claims("Two people were killed on Monday.", "count-killed", title="11 shot, three dead in 30 hours") == []


def test_headlines_of_other_articles_in_the_text_are_no_source(claims):
    text = "A mill burned in Hallein on Monday.\n\n86 Sick, 7 Dead in Outbreak of Fever\n\nThe fire began at noon."
    assert claims(text, "count-killed") == []
