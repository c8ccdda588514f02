"""Bad input: a clear message with place and hint, exit code 2, and everything else is still checked and reported."""

from __future__ import annotations

import json
import os

import pytest

EARLY = (
    "---\ndate: 2024-07-12\n---\nChina and Russia had begun joint drills off Hainan in early July, the ministry said.\n"
)
LATE = "---\ndate: 2024-07-14\n---\nChina and Russia began joint drills off Hainan on July 14, an officer said.\n"


@pytest.fixture
def folder(story):
    return story(good__a_DOT_md=EARLY, good__b_DOT_md=LATE) / "good"


def still_found(done):
    """Exit 2 with problems, and the contradiction of the good articles all the same."""
    report = json.loads(done.stdout)
    assert done.returncode == 2
    assert report["problems"]
    return [f["rule"] for f in report["findings"]] == ["dates/event-start"]


def test_a_missing_path(factlint, folder):
    done = factlint("check", folder, folder / "c.md", "--format", "json")
    assert still_found(done)
    assert "c.md" in done.stderr


def test_a_folder_without_articles(factlint, folder, tmp_path):
    (tmp_path / "empty").mkdir()
    done = factlint("check", folder, tmp_path / "empty", "--format", "json")
    assert still_found(done)
    assert "empty" in done.stderr


def test_undecodable_bytes(factlint, folder):
    (folder / "c.md").write_bytes(b"caf\xe9 au lait\n")
    done = factlint("check", folder, "--format", "json")
    assert still_found(done)
    assert "c.md:1:4" in done.stderr
    assert "UTF-8" in done.stderr


def test_broken_front_matter(factlint, folder):
    (folder / "c.md").write_text("---\nregion: Storm: the night\n---\nText.\n", encoding="utf-8")
    done = factlint("check", folder, "--format", "json")
    assert still_found(done)
    assert "c.md:2:" in done.stderr


def test_a_bad_json_line(factlint, folder):
    (folder / "c.jsonl").write_text('{"id": "x", "text": "Fine."}\n{"id": "y", \n', encoding="utf-8")
    done = factlint("check", folder, "--format", "json")
    assert still_found(done)
    assert "c.jsonl:2" in done.stderr
    assert any(d["id"] == "x" for d in json.loads(done.stdout)["documents"])


RULE = """id: house/start
kind: date-window
title: t
why: w
severity: error
options: {{phase: start{more}}}
{examples}"""
EXAMPLES = """examples:
  - contradict: c
    sources:
      - {published: 2024-07-12, text: 'China and Russia had begun joint drills in [early July].'}
      - {published: 2024-07-14, text: 'China and Russia began joint drills on [July 14].'}
  - agree: a
    sources: [{text: x}, {text: y}]
  - unknown: u
    sources: [{text: x}, {text: y}]
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (RULE.format(more=", month-part: {}", examples=EXAMPLES), "did you mean 'month-parts'"),
        (RULE.format(more="", examples=EXAMPLES).replace("why: w", "wy: w"), "did you mean 'why'"),
        (RULE.format(more="", examples=""), "examples"),
        (
            RULE.format(more="", examples=EXAMPLES).replace("kind: date-window", "kind: date-windows"),
            "did you mean 'date-window'",
        ),
        ("overide: dates/event-start\n", "unknown key 'overide' (did you mean 'override'?)"),
        ("override: dates/event-strat\n", "did you mean 'dates/event-start'"),
    ],
)
def test_a_bad_rule(factlint, folder, tmp_path, text, told):
    rules = tmp_path / "house.yaml"
    rules.write_text(text, encoding="utf-8")
    done = factlint("check", folder, "--rules", rules, "--format", "json")
    assert still_found(done)
    assert "house.yaml:" in done.stderr
    assert told in done.stderr


def plugin(tmp_path, body):
    """A third-party plugin as an installed distribution has it: a module and its metadata, on the path."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "their_plugin.py").write_text(body, encoding="utf-8")
    info = tmp_path / "site" / "their_plugin-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: their-plugin\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[factlint]\ntheirs = their_plugin\n", encoding="utf-8")
    return os.pathsep.join([str(tmp_path / "site"), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)


HEAD = "from checker.hookspecs import hookimpl\n"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (HEAD + "raise RuntimeError('no licence')\n", "no licence"),
        (HEAD + "@hookimpl\ndef checker_extractors():\n    raise RuntimeError('no model')\n", "no model"),
        (HEAD + "@hookimpl\ndef checker_extracters():\n    return []\n", "checker_extracters"),
        (
            HEAD
            + "from checker.model import Extractor, Mention\ndef run(document, annotations):\n    raise ValueError('odd text')\n"
            "@hookimpl\ndef checker_extractors():\n    return [Extractor('odd', '1', (), Mention, run)]\n",
            "odd text",
        ),
        (HEAD + "@hookimpl\ndef checker_findings(findings):\n    return []\n", "deleted a finding"),
        (HEAD + "@hookimpl\ndef checker_extractors():\n    return 5\n", "theirs"),
    ],
    ids=["import", "hook", "misspelt", "extractor", "deletes", "no list"],
)
def test_a_bad_plugin(factlint, folder, tmp_path, body, told):
    path = plugin(tmp_path, body)
    done = factlint("check", folder, "--format", "json", PYTHONPATH=path)
    assert still_found(done)
    assert told in done.stderr
    without = factlint("check", folder, "--no-plugins", "--format", "json", PYTHONPATH=path)
    assert (without.returncode, without.stderr) == (1, "")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("chek",), "did you mean 'check'"),
        (("check", "--fail-onn", "error"), "did you mean '--fail-on'"),
        (("check", "seeds", "--fail-on", "warn"), "did you mean 'warning'"),
        (("check", "seeds", "--format", "jsn"), "did you mean 'json'"),
        (("check", "seeds", "--select", "date"), "did you mean"),
        (("explain-pair", "seeds/north-post.txt", "seeds/north-post.txt"), "is named twice"),
        (("explain", "dates/event-strat"), "did you mean 'dates/event-start'"),
    ],
)
def test_bad_usage(factlint, arguments, told):
    done = factlint(*arguments)
    assert done.returncode == 2
    assert told in done.stderr
