"""End-to-end runs: what is found, and the exit codes."""

from __future__ import annotations

import json

import pytest

EARLY = """---
title: Drills go on
source: The Northern Desk
date: 2024-07-12
---
China and Russia had begun joint drills off Hainan in early July, the ministry said.
"""
LATE = """---
title: Drills open
source: The Southern Desk
date: 2024-07-14
---
China and Russia began joint drills off Hainan on July 14, an officer said.
"""


@pytest.fixture
def drills(story):
    return story(north_DOT_md=EARLY, south_DOT_md=LATE)


def findings(done):
    return json.loads(done.stdout)["findings"]


def test_a_contradiction_on_text_of_its_own(factlint, drills):
    done = factlint("check", drills, "--format", "json")
    assert done.returncode == 1
    (finding,) = findings(done)
    assert (finding["rule"], finding["severity"], finding["scope"]) == ("dates/event-start", "error", "cross")
    assert [[e["text"] for e in p["evidence"]] for p in finding["positions"]] == [["early July"], ["July 14"]]
    assert all(e["derivation"] for p in finding["positions"] for e in p["evidence"])
    assert finding["referent"]["because"]


def test_places_and_quotations_too(factlint, story):
    first = "Zambia and Botswana signed the treaty in Livingstone on Thursday."
    second = "The treaty that Botswana and Zambia signed in Kasane on Thursday is short."
    folder = story(
        a_DOT_md=f'---\ndate: 2025-09-11\n---\n{first}\n\n"The river has never asked for a passport," said Mayor Ruth Adler.\n',
        b_DOT_md=f"---\ndate: 2025-09-12\n---\n{second}\n\n“The river has never asked for a passport,” said engineer Piotr Marek.\n",
    )
    assert {f["rule"] for f in findings(factlint("check", folder, "--format", "json"))} == {
        "places/event-location",
        "quotes/speaker",
    }


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on(factlint, drills, fail_on, code):
    assert factlint("check", drills, "--fail-on", fail_on).returncode == code


def test_undated_copies_warn_and_a_wider_early_is_silent(factlint, story, tmp_path):
    undated = [text.replace("date: 2024-07-12\n", "").replace("date: 2024-07-14\n", "") for text in (EARLY, LATE)]
    folder = story(articles__north_DOT_md=undated[0], articles__south_DOT_md=undated[1])
    (finding,) = findings(factlint("check", folder / "articles", "--format", "json"))
    assert finding["severity"] == "warning"
    rules = tmp_path / "house.yaml"
    rules.write_text("override: dates/event-start\noptions: {month-parts: {early: [1, 15]}}\n", encoding="utf-8")
    done = factlint("check", folder / "articles", "--rules", rules, "--format", "json")
    assert (done.returncode, findings(done)) == (0, [])


def test_options_stand_before_and_after_the_command(factlint, drills):
    before = factlint("--select", "quotes", "check", drills, "--format", "json")
    after = factlint("check", "--select", "quotes", drills, "--format", "json")
    assert before.stdout == after.stdout
    assert findings(before) == []


def test_a_rule_that_does_not_exist_is_no_clean_report(factlint, drills):
    done = factlint("check", drills, "--select", "date")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean 'dates'" in done.stderr
    partly = factlint("check", drills, "--select", "dates", "--select", "foo")
    assert partly.returncode == 2
    assert "1 error" in partly.stdout


def test_an_article_without_words_is_told(factlint, story):
    folder = story(articles__a_DOT_md="", articles__b_DOT_md="The council of Orran met on Monday.\n")
    done = factlint("check", folder / "articles")
    assert done.returncode == 0
    assert "(1 without any text to check" in done.stdout


def test_explain_lists_a_family(factlint):
    done = factlint("explain", "dates")
    assert done.returncode == 0
    assert {line.split()[0].partition("/")[0] for line in done.stdout.splitlines()} == {"dates"}
    assert factlint("explain", "date").returncode == 2


def test_the_order_of_the_paths_changes_nothing(factlint, drills):
    one = factlint("check", drills / "north.md", drills / "south.md", "--format", "json")
    other = factlint("check", drills / "south.md", drills / "north.md", "--format", "json", PYTHONHASHSEED="7")
    assert one.stdout == other.stdout


def test_standard_input(factlint):
    rows = [
        {"id": "a", "text": EARLY.partition("---\n")[2].partition("---\n")[2], "published": "2024-07-12"},
        {"id": "b", "text": LATE.partition("---\n")[2].partition("---\n")[2], "published": "2024-07-14"},
    ]
    done = factlint("check", "-", "--format", "json", stdin="\n".join(map(json.dumps, rows)))
    assert done.returncode == 1
    (finding,) = findings(done)
    assert [e["document"] for p in finding["positions"] for e in p["evidence"]] == ["a", "b"]


def test_stories_are_compared_with_themselves_only(factlint, story):
    folder = story(
        a_DOT_md=EARLY.replace("title:", "story: one\ntitle:"),
        b_DOT_md=LATE.replace("title:", "story: two\ntitle:"),
    )
    assert findings(factlint("check", folder, "--format", "json")) == []


def test_colour_only_on_request(factlint, drills):
    assert "\x1b[" not in factlint("check", drills).stdout
    assert "\x1b[" in factlint("check", drills, "--color", "always").stdout
    assert "\x1b[" in factlint("check", drills, FORCE_COLOR="1").stdout
    assert "\x1b[" not in factlint("check", drills, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_output_goes_to_a_file(factlint, drills, tmp_path):
    done = factlint("check", drills, "--format", "json", "--output", tmp_path / "report.out")
    assert (done.returncode, done.stdout) == (1, "")
    assert json.loads((tmp_path / "report.out").read_text(encoding="utf-8"))["summary"]["errors"] == 1


def test_extract(factlint, drills):
    done = factlint("extract", drills / "north.md", "--format", "jsonl")
    assert done.returncode == 0
    (row,) = map(json.loads, done.stdout.splitlines())
    timex = next(m for m in row["mentions"] if m["kind"] == "timex")
    assert (timex["text"], timex["value"], timex["mod"]) == ("early July", "2024-07", "START")
    assert EARLY[timex["start"] : timex["end"]] == "early July"
    assert {m["kind"] for m in row["mentions"]} == {"timex", "place"}
    assert "early July" in factlint("extract", drills / "north.md").stdout


def test_explain_and_list(factlint):
    explained = factlint("explain", "dates/event-start").stdout
    assert "month-parts" in explained
    assert "contradict:" in explained
    listed = factlint("rules", "list").stdout
    assert {line.split()[0] for line in listed.splitlines()} >= {
        "dates/event-start",
        "places/address",
        "quotes/speaker",
    }
    assert {r["id"] for r in json.loads(factlint("rules", "list", "--format", "json").stdout)} == {
        line.split()[0] for line in listed.splitlines()
    }


def test_the_examples_of_all_rules_pass(factlint):
    done = factlint("rules", "test")
    assert (done.returncode, done.stderr) == (0, "")
    assert " 0 failed" in done.stdout
