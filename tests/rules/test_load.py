from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.model import UNKNOWN, Outcome, Reading, Referent, RuleKind, Scope, Severity
from checker.rules import load


@dataclass(frozen=True, slots=True)
class Options:
    phase: Literal["start", "end"] = "start"
    month_parts: dict[str, tuple[int, int | Literal["end"]]] = field(default_factory=lambda: {"early": (1, 10)})


WINDOW = RuleKind(
    "date-window", Referent.EVENT, "date-{phase}", Options, lambda *_: UNKNOWN, lambda *_: Reading("v", "l"), "{label}"
)
KINDS = {"date-window": WINDOW}

RULE = """\
id: dates/opening
kind: date-window
title: The opening differs
why: Nothing opens twice.
severity: error
options: {phase: end, month-parts: {early: [1, 10], late: [21, end]}}
examples:
  - contradict: two days
    sources:
      - {published: 2024-07-12, text: 'The fair opened on [1 July].', source: Harbour Post}
      - {text: 'The fair opened on [9 July].', title: Fair opens}
  - agree: one day
    sources: [{text: It opened on 1 July.}, {text: It opened on July 1.}]
  - unknown: no day
    todo: true
    sources: [{text: It opened., published: 2024-07-12T09:00:00+02:00}, {text: It opened again.}]
"""


@pytest.fixture
def check(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(*texts, kinds=KINDS, packs=()):
        names = []
        for n, text in enumerate(texts):
            (tmp_path / f"r{n}.yaml").write_text(text, encoding="utf-8")
            names.append(f"r{n}.yaml")
        rules, problems = load(packs, names, kinds)
        return rules, [str(p) for p in problems]

    return run


@pytest.fixture
def pack(tmp_path, monkeypatch):
    def make(name, **texts):
        folder = tmp_path / "site" / name / "dates"
        folder.mkdir(parents=True)
        (folder.parent / "__init__.py").touch()
        for file, text in texts.items():
            (folder / f"{file}.yaml").write_text(text, encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path / "site"))
        sys.modules.pop(name, None)
        return ("plugin", name)

    return make


def test_reads_a_rule_as_written(check):
    (rule,), problems = check(RULE)
    assert problems == []
    assert (rule.id, rule.kind, rule.severity, rule.scope) == ("dates/opening", WINDOW, Severity.ERROR, Scope.CROSS)
    assert rule.options == Options("end", {"early": (1, 10), "late": (21, "end")})
    assert (rule.path, rule.line) == ("r0.yaml", 1)
    contradict, agree, unknown = rule.examples
    assert [e.outcome for e in rule.examples] == [Outcome.CONTRADICT, Outcome.AGREE, Outcome.UNKNOWN]
    assert (contradict.title, contradict.line, contradict.todo) == ("two days", 8, False)
    first, second = contradict.sources
    assert (first.text, first.published, first.source, first.line) == (
        "The fair opened on 1 July.",
        "2024-07-12",
        "Harbour Post",
        10,
    )
    assert [first.text[m.start : m.end] for m in first.marks] == ["1 July"]
    assert (second.title, second.published) == ("Fair opens", None)
    assert agree.sources[0].marks == ()
    assert unknown.todo
    assert unknown.sources[0].published == "2024-07-12T09:00:00+02:00"


def test_options_default_to_the_kinds_own(check):
    (rule,), problems = check(
        RULE.replace("options: {phase: end, month-parts: {early: [1, 10], late: [21, end]}}\n", "")
    )
    assert (problems, rule.options) == ([], Options())


def test_a_file_may_hold_several_rules(check):
    other = RULE.replace("opening", "closing")
    listed = "".join(f"- {other}".splitlines(keepends=True)[:1]) + "".join(
        f"  {x}" for x in other.splitlines(keepends=True)[1:]
    )
    for text in (f"{RULE}---\n{other}", f"{listed}---\n{RULE}"):
        rules, problems = check(text)
        assert (problems, [r.id for r in rules]) == ([], ["dates/closing", "dates/opening"])


BAD = {
    "kind": (
        ("date-window", "date-windw"),
        "r0.yaml:2:7: unknown kind 'date-windw' (did you mean 'date-window'? known: date-window)",
    ),
    "id case": (
        ("dates/opening", "Dates/Open ing"),
        "r0.yaml:1:5: 'Dates/Open ing' is no rule id: expected family/name in lower case with hyphens (did you mean 'd",
    ),
    "id family": (
        ("dates/opening", "opening"),
        "r0.yaml:1:5: 'opening' is no rule id: expected family/name in lower case with hyphens",
    ),
    "key": (("why:", "scoop: x\nwhy:"), "r0.yaml:4:1: unknown key 'scoop' (did you mean 'scope'?)"),
    "severity": (
        ("severity: error", "severity: eror"),
        "r0.yaml:5:11: 'eror' is not one of error, warning, info (did you mean 'error'?)",
    ),
    "options": (("phase: end", "phase: ned"), "r0.yaml:6:18: 'ned' is not one of start, end (did you mean 'end'?)"),
    "scope": (("severity: error", "severity: error\nscope: crss"), "r0.yaml:6:8: 'crss' is not one of"),
    "missing outcome": (
        ("  - unknown: no day\n    todo: true", "  - agree: no day"),
        "r0.yaml:8:3: no 'unknown' example (a rule needs one each of contradict, agree and unknown)",
    ),
    "two outcomes": (
        ("agree: one day", "agree: one day\n    unknown: so it is"),
        "r0.yaml:12:5: an example has exactly one of the keys contradict, agree, unknown (its value is the title)",
    ),
    "no outcome": (("agree: one day", "todo: true"), "r0.yaml:12:5: an example has exactly one of the keys"),
    "one source": (
        (", {text: It opened on July 1.}", ""),
        "r0.yaml:12:5: the example needs two sources or more (or 'scope: internal' on the rule)",
    ),
    "unmarked": (
        ("[9 July]", "9 July"),
        "r0.yaml:8:5: a contradict example needs its evidence in [brackets] in two places, in two sources",
    ),
    "marked in one source": (
        (
            "[1 July].', source: Harbour Post}\n      - {text: 'The fair opened on [9 July]",
            "[1 July], not [9 July].'}\n      - {text: 'It did",
        ),
        "r0.yaml:8:5: a contradict example needs its evidence in [brackets] in two places, in two sources",
    ),
    "open mark": (
        ("[9 July]", "[9 July"),
        "r0.yaml:11:16: a mark without its closing bracket (a literal bracket is written [[)",
    ),
    "date": (("2024-07-12,", "July 12,"), "r0.yaml:10:21: 'July 12' is not a date (write 2024-07-12)"),
    "empty text": (("text: It opened on 1 July.", "text: ''"), "r0.yaml:13:22: an example's source needs text"),
    "syntax": (("title: The", "title: The: x"), "r0.yaml:3:11: YAML: mapping values are not allowed"),
    "no rule": ((RULE, "just text"), "r0.yaml:1:1: expected a rule: a mapping with the key 'id' or 'override'"),
    "empty": ((RULE, "# nothing"), "r0.yaml:1:1: no rule in this file"),
}


@pytest.mark.parametrize(("change", "problem"), BAD.values(), ids=list(BAD))
def test_a_bad_rule_is_left_out_and_named(check, change, problem):
    broken = RULE.replace(*change)
    assert broken != RULE
    good = RULE.replace("opening", "other")
    rules, problems = check(broken, good)
    assert [r.id for r in rules] == ["dates/other"]
    assert len(problems) == 1
    assert problems[0].startswith(problem)


def test_wider_scopes_need_one_source(check):
    one = RULE.replace("severity: error", "severity: error\nscope: internal").replace(
        ", {text: It opened on July 1.}", ""
    )
    rules, problems = check(one)
    assert (problems, [r.scope for r in rules]) == ([], [Scope.INTERNAL])


def test_kinds_that_cannot_take_options_are_named(check):
    @dataclass(frozen=True)
    class Wrong:
        words: frozenset[str] = frozenset()

    text = RULE.replace(
        "options: {phase: end, month-parts: {early: [1, 10], late: [21, end]}}", "options: {words: [a]}"
    )
    for kind in (replace(WINDOW, options=Wrong), replace(WINDOW, slot="date-{fase}")):
        rules, problems = check(text if kind.options is Wrong else RULE, kinds={"date-window": kind})
        assert rules == ()
        assert len(problems) == 1
        assert problems[0].startswith("r0.yaml:6:10: the kind 'date-window' cannot take options")


def test_rules_of_two_packs_must_differ(check, pack):
    packs = [pack("pack_one", a=RULE), pack("pack_two", b=RULE.replace("The opening differs", "Again"))]
    rules, problems = check(packs=packs)
    assert [r.title for r in rules] == ["The opening differs"]
    assert len(problems) == 1
    assert "duplicate rule 'dates/opening'" in problems[0]
    assert "a.yaml:1 already" in problems[0]


def test_a_users_rule_replaces_the_packs(check, pack):
    rules, problems = check(RULE.replace("The opening differs", "Ours"), packs=[pack("pack_three", a=RULE)])
    assert (problems, [r.title for r in rules]) == ([], ["Ours"])


def test_packs_that_are_not_there_are_named(check, pack):
    rules, problems = check(packs=[("lost", "no_such_pack"), pack("pack_bare")])
    assert rules == ()
    assert problems[0].startswith("plugin lost: rule pack no_such_pack: ModuleNotFoundError")
    assert "pack_bare: no YAML files" in problems[1]


def test_an_override_changes_options_key_by_key(check, pack):
    override = "{override: dates/opening, options: {month-parts: {early: [1, 15]}}}"
    (rule,), problems = check(override, packs=[pack("pack_four", a=RULE)])
    assert problems == []
    assert rule.options == Options("end", {"early": (1, 15), "late": (21, "end")})
    assert (rule.severity, len(rule.examples)) == (Severity.ERROR, 3)


def test_overrides_change_severity_or_switch_off(check):
    (rule,), _ = check(RULE, "{override: dates/opening, severity: info}")
    assert rule.severity is Severity.INFO
    assert check(RULE, "{override: dates/opening, severity: off}") == ((), [])
    both = "{override: dates/opening, severity: off}\n---\n{override: dates/opening, severity: warning}"
    (rule,), _ = check(RULE, both)
    assert rule.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("override", "problem"),
    [
        (
            "{override: dates/openin, severity: off}",
            "r1.yaml:1:12: no rule 'dates/openin' to override (did you mean 'dates/op",
        ),
        ("{override: dates/opening}", "r1.yaml:1:1: the override changes nothing (give 'options' or 'severity')"),
        (
            "{override: dates/opening, severity: of}",
            "r1.yaml:1:37: 'of' is not one of error, warning, info, off (did you",
        ),
        ("{override: dates/opening, options: {fase: end}}", "r1.yaml:1:37: unknown key 'fase' (did you mean 'phase'?)"),
        ("{override: dates/opening, title: x}", "r1.yaml:1:27: unknown key 'title'"),
    ],
)
def test_a_bad_override_leaves_the_rule_as_it_was(check, override, problem):
    (rule,), problems = check(RULE, override)
    assert rule.options.phase == "end"
    assert len(problems) == 1
    assert problems[0].startswith(problem)


def test_folders_are_walked_and_missing_paths_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("rules/a/one.yaml", "rules/two.yml", "rules/.hidden/three.yaml", "rules/notes.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RULE.replace("opening", path.stem), encoding="utf-8")
    (tmp_path / "empty").mkdir()
    rules, problems = load([], ["rules", "rules/two.yml", "ruels", "empty"], KINDS)
    assert [r.id for r in rules] == ["dates/one", "dates/two"]
    assert [r.path for r in rules] == ["rules/a/one.yaml", "rules/two.yml"]
    assert [str(p) for p in problems] == [
        "ruels: no such file or folder (did you mean 'rules'?)",
        "empty: no YAML files in this folder",
    ]


def test_bytes_that_are_no_text_are_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.yaml").write_bytes(b"id: dates/x\ntitle: caf\xe9")
    assert [str(p) for p in load([], ["r.yaml"], KINDS)[1]] == [
        "r.yaml:2:11: byte 22 is not UTF-8 (looks like Windows-1252 or Latin-1: convert to UTF-8)"
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.data())
def test_no_mutilated_rule_raises(check, data):
    lines = RULE.splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at] = data.draw(
        st.sampled_from(["", "- x\n", "  a: [\n", "sources: 5\n", "{}\n", "    - [a, {b: c}]\n", "examples:\n"])
    )
    rules, problems = check("".join(lines))
    assert rules or problems
