"""Rules as documentation: the list, and one rule in full."""

from __future__ import annotations

import textwrap
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.model import Example, ExampleSource, Rule

_WIDTH = 100


def listed(rules: Iterable[Rule]) -> str:
    """One line a rule: id, severity, title."""
    rows = [(r.id, r.severity.value, r.title) for r in rules]
    wide = max((len(row[0]) for row in rows), default=0)
    return "\n".join(f"{name:<{wide}}  {severity:<7}  {title}" for name, severity, title in rows)


def explained(rule: Rule) -> str:
    """Everything a rule says of itself: why it exists, its options with their values, and its examples."""
    return "\n".join(_lines(rule))


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.id}: {rule.title}"
    yield ""
    yield textwrap.fill(rule.why, _WIDTH)
    yield ""
    yield f"severity  {rule.severity}"
    yield f"kind      {rule.kind.name}"
    yield f"compares  {_SCOPE[rule.scope.value]}"
    options = list(_options(rule.options))
    if options:
        yield "options"
        yield from (f"  {name}: {value}" for name, value in options)
    for example in rule.examples:
        yield ""
        yield from _example(example)


_SCOPE = {
    "cross": "different articles",
    "internal": "passages of one article",
    "any": "passages of one article and of different ones",
}


def _options(options: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    if not is_dataclass(options):
        return
    for item in fields(options):
        value = getattr(options, item.name)
        name = prefix + item.name.replace("_", "-")
        if is_dataclass(value):
            yield from _options(value, name + ".")
        else:
            yield name, _shown(value)


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_shown(v)}" for k, v in value.items()) + "}"
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join(_shown(v) for v in value) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _example(example: Example) -> Iterator[str]:
    todo = " (a known miss)" if example.todo else ""
    yield f"{example.outcome}: {example.title}{todo}"
    for source in example.sources:
        yield textwrap.fill(_marked(source), _WIDTH, initial_indent="  - ", subsequent_indent="    ")


def _marked(source: ExampleSource) -> str:
    """The text with its marks put back, and the publication date before it."""
    text = source.text
    for mark in reversed(source.marks):
        text = f"{text[: mark.start]}[{text[mark.start : mark.end]}]{text[mark.end :]}"
    return f"({source.published}) {text}" if source.published else text
