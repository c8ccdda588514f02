from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from checker.rules.nodes import INVALID, Faults, compose, read


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Inner:
    low: int = 1
    high: int | Literal["end"] = "end"

    def __post_init__(self) -> None:
        if isinstance(self.high, int) and self.low > self.high:
            raise ValueError("low lies above high")


@dataclass(frozen=True, slots=True)
class Outer:
    name: str
    count: int = 0
    share: float = 0.5
    on: bool = False
    mode: Literal["cross", "internal"] = "cross"
    colour: Colour = Colour.RED
    words: tuple[str, ...] = ()
    pair: tuple[int, int | Literal["end"]] = (1, 2)
    month_parts: dict[str, tuple[int, int]] = field(default_factory=dict)
    inner: Inner = field(default_factory=Inner)
    note: str | None = None


def load(text: str, want: Any = Outer, base: Any = None) -> tuple[Any, list[str]]:
    faults = Faults("r.yaml")
    (root,) = compose(text, faults)
    return read(root, want, faults, base), [str(p) for p in faults.problems]


def test_reads_every_supported_type():
    value, problems = load(
        "name: n\ncount: -3\nshare: 1e-2\non: true\nmode: internal\ncolour: green\nwords: [a, 'b']\n"
        "pair: [3, end]\nmonth-parts: {early: [1, 10]}\ninner: {low: 2, high: 9}\nnote: null"
    )
    assert problems == []
    assert value == Outer(
        name="n",
        count=-3,
        share=0.01,
        on=True,
        mode="internal",
        colour=Colour.GREEN,
        words=("a", "b"),
        pair=(3, "end"),
        month_parts={"early": (1, 10)},
        inner=Inner(2, 9),
        note=None,
    )


@pytest.mark.parametrize("written", ["no", "12:30", "2024-07-14", "1.10", "0x1F", "~ 5", "null", "yes", "<<", "NaN"])
def test_scalars_stay_text(written):
    assert load(f"name: {written}")[0].name == written


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("count: 1", "r.yaml:1:1: missing key 'name'"),
        ("naem: b", "r.yaml:1:1: unknown key 'naem' (did you mean 'name'?)"),
        ("name: a\nnaem: b", "r.yaml:2:1: unknown key 'naem' (did you mean 'name'?)"),
        ("name: a\nmonth_parts: {}", "r.yaml:2:1: unknown key 'month_parts' (did you mean 'month-parts'?)"),
        ("name: a\nname: b", "r.yaml:2:1: duplicate key 'name' (it stands in line 1 already)"),
        ("name: a\ncount: many", "r.yaml:2:8: expected a whole number, found 'many'"),
        ("name: a\ncount: 1.5", "r.yaml:2:8: expected a whole number, found '1.5'"),
        ("name: a\ncount: 1_000", "r.yaml:2:8: expected a whole number, found '1_000'"),
        ("name: a\nshare: .inf", "r.yaml:2:8: expected a number, found '.inf'"),
        ("name: a\non: yes", "r.yaml:2:5: expected true or false, found 'yes' (did you mean true?)"),
        ("name: a\non: True", "r.yaml:2:5: expected true or false, found 'True' (did you mean true?)"),
        ("name: a\nmode: crss", "r.yaml:2:7: 'crss' is not one of cross, internal (did you mean 'cross'?)"),
        ("name: a\ncolour: grene", "r.yaml:2:9: 'grene' is not one of red, green (did you mean 'green'?)"),
        ("name: a\nwords: b", "r.yaml:2:8: expected a list, found 'b' (write [b] for a list of one)"),
        ("name: a\nwords: {b: c}", "r.yaml:2:8: expected a list, found a mapping"),
        ("name: a\npair: 1-15", "r.yaml:2:7: expected a list of 2, found '1-15'"),
        ("name: a\npair: [1]", "r.yaml:2:7: expected 2 values, found 1"),
        ("name: a\npair: [1, last]", "r.yaml:2:11: expected a whole number or end, found 'last'"),
        ("name: a\nmonth-parts: {early: [1, x]}", "r.yaml:2:26: expected a whole number, found 'x'"),
        (
            "name: a\nmonth-parts: {early: [1, 2], early: [3, 4]}",
            "r.yaml:2:30: duplicate key 'early' (it stands in line 2 already)",
        ),
        ("name: a\ninner: 5", "r.yaml:2:8: expected a mapping, found '5'"),
        ("name: a\ninner: {low: 5, high: 2}", "r.yaml:2:8: low lies above high"),
        ("name:", "r.yaml:1:6: expected text, found nothing"),
        ("name: [a]", "r.yaml:1:7: expected text, found a list"),
        ("name: a\n? [x]\n: b", "r.yaml:2:3: a key must be text"),
        ("- a", "r.yaml:1:1: expected a mapping, found a list"),
    ],
)
def test_every_mistake_has_its_place(text, problem):
    value, problems = load(text)
    assert value is INVALID
    assert problems == [problem]


def test_all_mistakes_are_collected():
    _, problems = load("count: x\nshare: y\nbogus: 1")
    assert [p.split(":")[1] for p in problems] == ["1", "2", "3", "1"]


def test_an_override_keeps_what_it_does_not_name():
    base = Outer("n", month_parts={"early": (1, 10), "late": (21, 31)}, inner=Inner(3, 9), note="kept")
    value, problems = load("{month-parts: {early: [1, 15]}, inner: {low: 4}}", base=base)
    assert problems == []
    assert value == Outer("n", month_parts={"early": (1, 15), "late": (21, 31)}, inner=Inner(4, 9), note="kept")
    assert base.month_parts == {"early": (1, 10), "late": (21, 31)}


@pytest.mark.parametrize(("text", "value"), [("5", 5), ("'5'", 5), ("five", "five"), ("[1, 2]", (1, 2))])
def test_text_is_the_last_resort_of_a_union(text, value):
    assert load(text, str | int | tuple[int, ...]) == (value, [])


def test_a_type_that_yaml_cannot_give_is_the_programmers_mistake():
    with pytest.raises(TypeError, match="set"):
        load("[a]", set[str])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "a: b: c",
            "r.yaml:1:5: YAML: mapping values are not allowed in this context (put quotes around text that holds a",
        ),
        ("a: 1\nb: @x", "r.yaml:2:4: YAML: found character that cannot start any token (put quotes"),
        ("a: *nowhere", "r.yaml:1:4: YAML: found undefined alias"),
        ("a: !!python/object:os.system x", "r.yaml:1:4: the tag 'tag:yaml.org,2002:python/object:os.system' means"),
        ("a: b\nc: \x01", "r.yaml:2:4: the character U+0001 is not allowed in YAML"),
        ("a: \ud800", "r.yaml:1:4: the character U+D800 is not allowed in YAML"),
        ("&a [*a]", "r.yaml:1:1: more than 100000 values"),
        ("[" * 50_000, "r.yaml: YAML nested deeper than 100 levels"),
        ("- " * 50_000, "r.yaml: YAML nested deeper than 100 levels"),
        ("\n".join(" " * n + "a:" for n in range(500)), "r.yaml: YAML nested deeper than 100 levels"),
    ],
)
def test_what_is_no_yaml_is_refused_where_it_stands(text, problem):
    faults = Faults("r.yaml")
    assert compose(text, faults) == []
    assert len(faults.problems) == 1
    assert str(faults.problems[0]).startswith(problem)


def test_aliases_that_multiply_are_refused():
    levels = "\n".join(f"{b}: &{b} [{', '.join(['*' + a] * 9)}]" for a, b in zip("abcdef", "bcdefg", strict=True))
    faults = Faults("r.yaml")
    assert compose(f"a: &a x\n{levels}", faults) == []
    assert "aliases count" in str(faults.problems[0])


def test_documents_before_a_fault_are_kept():
    faults = Faults("r.yaml")
    assert [r.value for r in compose("one\n---\ntwo\n---\n[", faults)] == ["one", "two"]
    assert [p.line for p in faults.problems] == [5]


def test_columns_count_characters():
    faults = Faults("r.yaml")
    (root,) = compose("{é😀: 1, ü: x}", faults)
    assert isinstance(root, yaml.MappingNode)
    read(root, dict[str, int], faults)
    assert [(p.line, p.column) for p in faults.problems] == [(1, 12)]


@given(st.text(alphabet=st.sampled_from(list("ab:-[]{}?!&*|>'\"%@#, \n\t\u2028é\x00\ud800")), max_size=60))
def test_any_text_gives_nodes_or_problems(text):
    faults = Faults("r.yaml")
    for root in compose(text, faults):
        if read(root, Outer, faults) is INVALID:
            assert faults.problems
