"""Which documents are compared: told from the two alone, and gathered into stories."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.align.grouping import average_linkage, stories, together
from checker.align.likeness import SAME, likeness, profile, rarity, share
from checker.choices import StoryBy
from checker.engine import Engine
from checker.model import Config, Known
from checker.read.jsonl import read_jsonl

ENGINE = Engine(Config(third_party=False))

FERRY = """LAKE ORMEL — A ferry with 40 people aboard sank off Tarnstead on Monday evening, and divers were searching the wreck for two
crew members, the coastguard said. The Ormel Queen had left the Tarnstead pier at 6 p.m. Captain Rhoda Lindqvist was among those brought
ashore. Fishing boats picked up most passengers before the lifeboat came. The ferry was built in 1974 and was inspected in spring."""
FERRY_AGAIN = """Two crew members were still missing on Tuesday after the Ormel Queen went down near the Tarnstead pier. Forty people were
on board the ferry, the coastguard said. Captain Rhoda Lindqvist told reporters that water had come in through the car deck. Fishing boats
saved most of the passengers, and divers went down to the wreck at first light."""
BUDGET = """The Harrowgate town council passed a budget on Monday that raises property taxes by three per cent and closes the swimming pool.
Treasurer Owen Pratt said the pool lost money every year. Residents filled the gallery and shouted when the vote was read out. A petition to
keep the pool open had gathered two thousand names, according to its organisers."""
OTHER_FERRY = """A ferry ran aground on a sandbank outside Port Sewell on Monday and was towed free three hours later. Nobody was hurt. The
harbour master blamed a faulty buoy. Passengers were given tea and a coach to Whitmore, the company said."""


def annotated(*articles):
    rows = [{"id": f"d{n}", **a} for n, a in enumerate(articles)]
    return list(ENGINE.annotated(read_jsonl("\n".join(map(json.dumps, rows)).encode(), PurePosixPath("x.jsonl"))))


def article(text, published="2024-03-05", **more):
    return {"text": " ".join(text.split()), "published": published, **more}


def score(a, b):
    return likeness(*(profile(*item) for item in annotated(a, b))).score


def test_two_reports_of_one_event_are_compared_and_say_why():
    (first, second) = annotated(article(FERRY), article(FERRY_AGAIN, "2024-03-06"))
    same, because = together(first, second)
    assert same
    assert any("tarnstead" in reason for reason in because)
    assert "published 1 day apart" in because


@pytest.mark.parametrize("other", [BUDGET, OTHER_FERRY])
def test_other_news_of_the_same_day_is_not_compared(other):
    assert score(article(FERRY), article(other)) < SAME


def test_the_further_apart_the_less_alike():
    near, far, further = (
        score(article(FERRY), article(FERRY_AGAIN, day)) for day in ("2024-03-06", "2024-03-20", "2025-03-06")
    )
    assert near > far > further


def test_stories_are_gathered_by_content_named_after_their_earliest_and_each_document_has_one():
    told = annotated(article(FERRY_AGAIN, "2024-03-06"), article(BUDGET), article(FERRY), article(OTHER_FERRY))
    groupings = stories(told).groupings
    assert {name: g.story for name, g in groupings.items()} == {"d0": "~d2", "d1": "~d1", "d2": "~d2", "d3": "~d3"}
    assert {g.known for g in groupings.values()} == {Known.INFERRED}
    assert "tarnstead" in groupings["d0"].because
    assert groupings["d1"].because == ()


def test_what_a_document_states_comes_first():
    told = annotated(article(FERRY, story="a"), article(FERRY_AGAIN, story="b"), article(BUDGET, story="a"))
    found = stories(told)
    assert [[d.id for d, _ in s.told] for s in found.told] == [["d0", "d2"], ["d1"]]
    assert {g.known for g in found.groupings.values()} == {Known.STATED}
    same, because = together(told[0], told[1])
    assert (same, because) == (False, ("different stories: 'a' and 'b'",))


def test_a_run_can_be_one_story_and_a_folder_can():
    told = annotated(article(FERRY), article(BUDGET))
    assert len(stories(told).told) == 2
    assert len(stories(told, StoryBy.RUN).told) == 1
    assert stories(told, StoryBy.FOLDER).groupings["d0"].story == "."


def test_a_copy_stands_with_the_article_that_speaks_for_it():
    found = stories(annotated(article(FERRY), article(FERRY, "2024-03-09"), article(FERRY_AGAIN)))
    assert {name: g.story for name, g in found.groupings.items()} == dict.fromkeys(("d0", "d1", "d2"), "~d0")
    assert [s.copies for s in found.told] == [{"d0": ("d1",)}]


def test_common_words_tell_little():
    assert share("the") > 0.9
    assert rarity("the") < rarity("police") < rarity("tarnstead")


TEXTS = st.lists(st.sampled_from([FERRY, FERRY_AGAIN, BUDGET, OTHER_FERRY]), min_size=2, max_size=4, unique=True)
DAYS = st.sampled_from(["2024-03-05", "2024-03-06", "2024-04-30", None])


@settings(max_examples=25)
@given(TEXTS, st.lists(DAYS, min_size=4, max_size=4))
def test_likeness_is_symmetric_and_a_third_article_has_no_say(texts, days):
    told = annotated(*(article(t, d) for t, d in zip(texts, days, strict=False)))
    profiles = [profile(*item) for item in told]
    pairs = {pair for story in stories(told).told for pair in story.compared()}
    for a, b in combinations(range(len(told)), 2):
        assert likeness(profiles[a], profiles[b]) == likeness(profiles[b], profiles[a])
        alone = {pair for story in stories([told[a], told[b]]).told for pair in story.compared()}
        assert ((told[a][0].id, told[b][0].id) in pairs) == bool(alone)


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.floats(-5, 5)))
def test_average_linkage_makes_a_partition_whose_clusters_hold_together(scores):
    clusters = average_linkage(8, scores, 0.0, -6.0)
    assert sorted(n for c in clusters for n in c) == list(range(8))
    for cluster in clusters:
        pairs = list(combinations(cluster, 2))
        assert not pairs or sum(scores.get(p, -6.0) for p in pairs) > -6.0 * len(pairs)


def test_a_chain_of_look_alikes_does_not_become_one_story():
    chain = {(n, n + 1): 1.0 for n in range(9)}
    assert max(map(len, average_linkage(10, chain, 0.0, -6.0))) == 2
