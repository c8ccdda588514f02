"""Things counted and measured: what an article states, and what it mentions in passing."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from checker.model import Severity
from checker.read.jsonl import read_jsonl


def stated(claims, text, slot):
    return [(c.subject.key, c.reading.value) for c in claims(text, slot) if c.reading.main]


@pytest.mark.parametrize(
    ("text", "slot", "amount"),
    [
        ("Divers lifted 27 bun-shaped ingots from the lake.", "quantity-count", ("ingot", 27)),
        ("The council will close eleven libraries.", "quantity-count", ("library", 11)),
        ("Thieves stole jewels worth €85 million.", "quantity-money", ("money stolen sum", 85e6)),
        ("The firm was bought for 4.2 billion zlotys.", "quantity-money", ("money price", 4.2e9)),
        ("A judge set bail at $500,000.", "quantity-money", ("money bail", 5e5)),
        (
            "It rained.\n\nIt was cold.\n\nIt snowed.\n\nPolice picked up 14 shell casings.",
            "quantity-count",
            ("casing", 14),
        ),
        ("The crop would fetch £420,000.", "quantity-money", ("money value", 420e3)),
        (
            "The glider fell in a wood about 12 miles north of Kuchl.",
            "quantity-distance",
            ("north of Kuchl", 12 * 1.609),
        ),
        ("A cellist was sent to prison for four years and eight months.", "quantity-term", ("term", 56)),
        ("A cellist got two and a half years in prison.", "quantity-term", ("term", 30)),
        ("A 6.1-magnitude earthquake shook Hallein.", "quantity-magnitude", ("magnitude", 6.1)),
        ("He had a loaded .380-caliber pistol.", "quantity-calibre", ("calibre handgun", 380)),
        ("Hallein beat Kuchl 24-19 on Monday.", "quantity-score", ("score", 24019)),
        ("Kuchl went home with a 19-24 defeat.", "quantity-score", ("score", 24019)),
        ("Hallein 24 Kuchl 19\n\nIt rained.", "quantity-score", ("score", 24019)),
        ("The council of Hallein voted 6-3 to close the bridge.", "quantity-vote", ("vote council", 6003)),
        ("The council of Hallein closed the bridge in a 7-2 vote.", "quantity-vote", ("vote council", 7002)),
        ("The Senate passed the bill by 51 votes to 48.", "quantity-vote", ("vote senate", 51048)),
        ("The board rejected the bridge by six to three.", "quantity-vote", ("vote board", 6003)),
        ("The weir was built at a cost of Rs 530 crore.", "quantity-money", ("money cost", 5.3e9)),
        ("The family paid a ransom of N75m.", "quantity-money", ("money ransom", 75e6)),
        ("The paddle steamer had 164 passengers.", "quantity-whole", ("whole passengers", 164)),
        (
            "It rained.\n\nIt snowed.\n\nIt was cold.\n\nNobody spoke.\n\nThe steamer has a crew of 12.",
            "quantity-whole",
            ("whole crew", 12),
        ),
        ("The salt theatre has seats for 620.", "quantity-whole", ("whole seats", 620)),
        ("The mill is to shed 1,270 jobs.", "quantity-whole", ("whole jobs lost", 1270)),
        ("The mill will cut 11 per cent of its workforce.", "quantity-proportion", ("share of the workforce", 11)),
        ("One job in five is to go.", "quantity-proportion", ("share of the workforce", 20)),
        ("They voted on a turnout of 61.3 per cent.", "quantity-proportion", ("turnout", 61.3)),
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
        ("Police found an AK 47 guns dealers sell.", "quantity-count"),
        ("Three engines remained at the mill.", "quantity-count"),
        ("Twelve passengers were hurt.", "quantity-whole"),
        ("The steamer leaves on Friday with 164 passengers booked.", "quantity-whole"),
        ("In 2011 one with 142 passengers on board ran aground.", "quantity-whole"),
        ("It rained.\n\nIt snowed.\n\nIt was cold.\n\nNobody spoke.\n\nThe hall in Kuchl seats 620.", "quantity-whole"),
        ("The mill had cut 5 per cent of its staff last year.", "quantity-proportion"),
        ("The pilot is from Oberndorf, 25 miles north of Kuchl.", "quantity-distance"),
        ("A motorist 25 miles north of Kuchl saw it.", "quantity-distance"),
        ("The maximum for arson is ten years in prison.", "quantity-term"),
        ("He was jailed for two years in 2019.", "quantity-term"),
        ("The firm was bought for 68 zlotys a share.", "quantity-money"),
        ("The draft foresees spending of €41.9 million.", "quantity-money"),
        ("Hallein led Kuchl 24-19 at half-time and won.", "quantity-score"),
        ("The council voted 24-19 to win time.", "quantity-score"),
        ("He had a .38-caliber revolver and a .22-caliber pistol.", "quantity-calibre"),
        ("The council voted 6-3 to close the bridge. The board had voted 5-4 to keep it.", "quantity-vote"),
        ("The council voted to open 3 of 6 schools.", "quantity-vote"),
        ("Thieves stole 3.9 million francs from a bank.", "quantity-count"),
        ("He posted $50,000 bail and went home.", "quantity-money"),
    ],
)
def test_in_passing(claims, text, slot):
    assert stated(claims, text, slot) == []


def test_two_numbers_for_one_thing_state_neither(claims):
    assert stated(claims, "Divers lifted 27 ingots. Police counted 29 ingots.", "quantity-count") == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # More is charged than is proved.
        (
            "Mo Carver of Hallein was charged with stealing $2.4 million from the water board of Kuchl, Ida Barak said.",
            "Mo Carver of Hallein was convicted of stealing $1.2 million from the water board of Kuchl, Ida Barak said.",
            [],
        ),
        (
            "Mo Carver of Hallein was charged with stealing $2.4 million from the water board of Kuchl, Ida Barak said.",
            "Mo Carver of Hallein is accused of stealing $1.2 million from the water board of Kuchl, Ida Barak said.",
            ["numbers/money"],
        ),
        # Dollars of two countries.
        (
            "Bail for Mo Carver of Hallein was set at $500,000, Ida Barak said.",
            "A judge set bail at $280,000 for Mo Carver of Hallein, Ida Barak said.",
            ["numbers/money"],
        ),
        (
            "Bail for Mo Carver of Hallein was set at $500,000, Ida Barak said.",
            "A judge set bail at $280,000 for Mo Carver of Hallein, a Canadian, Ida Barak said.",
            [],
        ),
        # What is set, and what is paid.
        (
            "Bail for Mo Carver of Hallein was set at $500,000, Ida Barak said.",
            "Mo Carver of Hallein went home after posting $50,000 bail, Ida Barak said.",
            [],
        ),
        # Jobs in two towns, and a part of all.
        (
            "Norsk Bolt will cut 200 jobs in Hallein, Ida Barak said.",
            "Norsk Bolt will cut 50 jobs in Kuchl near Hallein, Ida Barak said.",
            [],
        ),
        ("Norsk Bolt will cut 250 jobs, Ida Barak said.", "Norsk Bolt will cut 50 jobs in Kuchl, Ida Barak said.", []),
        (
            "Norsk Bolt will cut 250 jobs, Ida Barak said.",
            "Norsk Bolt will cut 350 jobs, Ida Barak said.",
            ["numbers/count"],
        ),
    ],
)
def test_two_amounts(engine, first, second, expected):
    rows = [json.dumps({"id": n, "text": t, "published": "2025-05-06"}) for n, t in (("a", first), ("b", second))]
    found = engine.check_documents(list(read_jsonl("\n".join(rows).encode(), PurePosixPath("x.jsonl")))).findings
    assert [f.rule.id for f in found if f.severity is not Severity.INFO] == expected
