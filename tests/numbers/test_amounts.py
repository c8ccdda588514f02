"""Things counted and measured: what an article states, and what it mentions in passing."""

from __future__ import annotations

import pytest


def stated(claims, text, slot):
    return [(c.subject.key, c.reading.value) for c in claims(text, slot) if c.reading.main]


@pytest.mark.parametrize(
    ("text", "slot", "amount"),
    [
        ("Divers lifted 27 bun-shaped ingots from the lake.", "quantity-count", ("ingot", 27)),
        ("The council will close eleven libraries.", "quantity-count", ("library", 11)),
        ("Thieves stole jewels worth €85 million.", "quantity-money", ("money loot", 85e6)),
        ("The firm was bought for 4.2 billion zlotys.", "quantity-money", ("money price", 4.2e9)),
        ("A judge set bail at $500,000.", "quantity-money", ("money bail", 5e5)),
        ("A 6.1-magnitude earthquake shook Hallein.", "quantity-magnitude", ("magnitude", 6.1)),
        ("He had a loaded .380-caliber pistol.", "quantity-calibre", ("calibre handgun", 380)),
        ("Hallein beat Kuchl 24-19 on Monday.", "quantity-score", ("score", 24019)),
        ("Kuchl went home with a 19-24 defeat.", "quantity-score", ("score", 24019)),
        ("Hallein 24 Kuchl 19\n\nIt rained.", "quantity-score", ("score", 24019)),
    ],
)
def test_stated(claims, text, slot, amount):
    assert stated(claims, text, slot) == [amount]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("The lake was surveyed in 1974, when divers lifted nine ingots.", "quantity-count"),
        ("The council plans to close eleven libraries.", "quantity-count"),
        ("He waited for 12 minutes and ran 10 miles.", "quantity-count"),
        ("Divers lifted another 27 ingots from the lake.", "quantity-count"),
        ("The firm was bought for 68 zlotys a share.", "quantity-money"),
        ("The draft foresees spending of €41.9 million.", "quantity-money"),
        ("Hallein led Kuchl 24-19 at half-time and won.", "quantity-score"),
        ("The council voted 24-19 to win time.", "quantity-score"),
        ("He had a .38-caliber revolver and a .22-caliber pistol.", "quantity-calibre"),
    ],
)
def test_in_passing(claims, text, slot):
    assert stated(claims, text, slot) == []


def test_two_numbers_for_one_thing_state_neither(claims):
    assert stated(claims, "Divers lifted 27 ingots. Police counted 29 ingots.", "quantity-count") == []
