"""Which articles of a run are compared, and two of them side by side."""

from __future__ import annotations

import json

import pytest

FERRY = """---
title: Ferry sinks off Tarnstead
source: {source}
date: {date}
{more}---
The ferry Ormel Queen sank off Tarnstead on {day}, killing two crew members, the coastguard said. Captain Rhoda Lindqvist was
brought ashore by fishing boats. Divers went down to the wreck near the Tarnstead pier.
"""
BUDGET = """---
title: Council passes budget
date: 2024-03-06
---
The Harrowgate town council passed a budget on Monday. Treasurer Owen Pratt said the swimming pool lost money.
"""


@pytest.fixture
def run(story):
    return story(
        north_DOT_md=FERRY.format(source="North", date="2024-03-06", day="March 4", more=""),
        south_DOT_md=FERRY.format(source="South", date="2024-03-06", day="March 5", more=""),
        town_DOT_md=BUDGET,
    )


def told(done):
    return {d["id"].rpartition("/")[2]: (d["story"], d["story_is"]) for d in json.loads(done.stdout)["documents"]}


def test_articles_are_compared_by_content(factlint, run):
    done = factlint("check", run, "--format", "json")
    assert [f["rule"] for f in json.loads(done.stdout)["findings"]] == ["dates/event-day"]
    stories = told(done)
    assert stories["north.md"] == stories["south.md"] != stories["town.md"]
    assert {known for _, known in stories.values()} == {"inferred"}
    assert "3 articles in 2 stories (1 of one article)" in factlint("check", run).stdout


def test_a_run_can_be_one_story(factlint, run):
    done = factlint("check", run, "--stories", "run", "--format", "json")
    assert set(told(done).values()) == {(None, None)}


def test_a_stated_story_keeps_articles_apart(factlint, story):
    folder = story(
        north_DOT_md=FERRY.format(source="North", date="2024-03-06", day="March 4", more="story: one\n"),
        south_DOT_md=FERRY.format(source="South", date="2024-03-06", day="March 5", more="story: two\n"),
    )
    done = factlint("check", folder, "--format", "json")
    assert (done.returncode, json.loads(done.stdout)["findings"]) == (0, [])
    shown = factlint("explain-pair", folder / "north.md", folder / "south.md")
    assert "Not compared with each other: different stories: 'one' and 'two'" in shown.stdout
    assert "dates/event-day (error)" in shown.stdout


def test_folders_can_be_stories(factlint, tmp_path):
    for day in ("4", "5"):
        (tmp_path / day).mkdir()
        (tmp_path / day / "a.md").write_text(
            FERRY.format(source=day, date="2024-03-06", day=f"March {day}", more=""), encoding="utf-8"
        )
    assert factlint("check", tmp_path, "--stories", "folder").returncode == 0
    assert factlint("check", tmp_path).returncode == 1


def test_a_pair_shows_what_met_and_what_did_not(factlint, run):
    done = factlint("explain-pair", run / "north.md", run / "south.md")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Compared with each other: both tell of" in done.stdout
    contradicting, _, _ = done.stdout.partition("Contradict each other:")[2].partition("\n\n")
    assert "north.md:6:45  “March 4”  4 March 2024" in contradicting
    assert "south.md:6:45  “March 5”  5 March 2024" in contradicting
    assert "same kind of event" in contradicting
    other = factlint("explain-pair", run / "north.md", run / "town.md")
    assert "Not compared with each other" in other.stdout
    assert "Met nothing to be compared with:" in other.stdout
    assert "nothing of the kind was recognised in the other article" in other.stdout


def test_a_pair_in_json_lines_is_named_by_file_and_id(factlint, tmp_path):
    rows = [
        {
            "id": f"a{n}",
            "published": "2024-03-06",
            "text": FERRY.format(source="", date="", day=f"March {n}", more="").split("---\n")[2],
        }
        for n in (4, 5)
    ]
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = factlint("explain-pair", f"{path}:a4", f"{path}:a5")
    assert "dates/event-day (error)" in done.stdout
    wrong = factlint("explain-pair", f"{path}:a4", f"{path}:a6")
    assert wrong.returncode == 2
    assert "holds 2 articles, none called 'a6': name one as FILE:ID" in wrong.stderr
    many = factlint("explain-pair", path, f"{path}:a4")
    assert "holds 2 articles: name one as FILE:ID" in many.stderr
