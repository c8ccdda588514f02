"""Regular expressions that wait for their first use."""

from __future__ import annotations

import copy
import re
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.plugins import BUILTIN
from checker.text import patterns
from checker.text.patterns import compile_all, pattern

WORD = r"(?i)\b(?P<word>[a-z]+)\b"


@given(st.text(alphabet="aB -\n", max_size=12))
def test_it_finds_what_the_compiled_one_finds(text: str) -> None:
    waiting, compiled = pattern(WORD), re.compile(WORD)
    assert [m.span("word") for m in waiting.finditer(text)] == [m.span("word") for m in compiled.finditer(text)]
    assert waiting.sub("x", text) == compiled.sub("x", text)
    assert waiting.groupindex == compiled.groupindex


def test_flags_are_kept() -> None:
    assert pattern("a", re.IGNORECASE).fullmatch("A")
    assert not pattern("a").fullmatch("A")


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compiled = re.compile

    def compile_and_tell(source: str, flags: int = 0) -> re.Pattern[str]:
        made.append(source)
        return compiled(source, flags)

    monkeypatch.setattr(patterns.re, "compile", compile_and_tell)
    waiting = pattern(WORD)
    assert made == []
    assert waiting.search("a")
    assert waiting.match("a")
    assert made == [WORD]


def test_a_function_is_asked_for_the_expression_once_and_late() -> None:
    asked: list[str] = []

    def source() -> str:
        asked.append("now")
        return WORD

    waiting = pattern(source)
    assert asked == []
    assert [m["word"] for m in waiting.finditer("a b")] == ["a", "b"]
    assert waiting.search("c")
    assert asked == ["now"]


def test_what_a_pattern_does_not_have_is_an_error() -> None:
    waiting = pattern("a")
    with pytest.raises(AttributeError):
        _ = waiting.find  # type: ignore[attr-defined]
    assert copy.copy(waiting).search("a")


def test_an_error_is_told_at_the_first_use() -> None:
    broken = pattern("(")
    with pytest.raises(re.error):
        broken.search("a")
    with pytest.raises(re.error):
        compile_all()  # which takes the broken one, the last, off the list


def test_all_expressions_of_the_packages_compile() -> None:
    for package in map(import_module, ("checker", *BUILTIN)):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    compile_all()
