"""The shape of a rule, an override and an example in YAML, and what each must hold beyond its types."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import yaml

from checker.frozen import frozen
from checker.model import Example, ExampleSource, Outcome, Rule, Scope, Severity
from checker.rules.marks import unmark
from checker.rules.nodes import INVALID, Faults, did_you_mean, nearest, position, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model import RuleKind, Span

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")


@frozen()
class _Source:
    text: yaml.ScalarNode
    published: yaml.ScalarNode | None = None
    title: yaml.ScalarNode | None = None
    source: str | None = None


@frozen()
class _Example:
    sources: tuple[_Source, ...]
    contradict: str | None = None
    agree: str | None = None
    unknown: str | None = None
    todo: bool = False


@frozen()
class _Rule:
    id: yaml.ScalarNode
    kind: yaml.ScalarNode
    title: str
    why: str
    severity: Severity
    examples: yaml.SequenceNode
    options: yaml.Node | None = None
    scope: Scope = Scope.CROSS


@frozen()
class _Override:
    override: yaml.ScalarNode
    options: yaml.Node | None = None
    severity: Literal["error", "warning", "info", "off"] | None = None


def rule_nodes(roots: Sequence[yaml.Node], faults: Faults) -> Iterator[yaml.MappingNode]:
    """Yield the mappings of a file: a document is one rule or a list of them; anything else is noted."""
    for root in roots:
        for node in root.value if isinstance(root, yaml.SequenceNode) else [root]:
            if isinstance(node, yaml.MappingNode):
                yield node
            else:
                faults.at(node, "expected a rule: a mapping with the key 'id' or 'override'")


def is_override(node: yaml.MappingNode) -> bool:
    """Tell whether the mapping changes a rule instead of being one."""
    keys = {key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)}
    # A misspelt one is none the less: what it lacks of a rule is not missing.
    return "override" in keys or (
        not keys & {"id", "kind"} and any(nearest(key, ("override",)) for key in keys if len(key) > len("over"))
    )


def read_rule(node: yaml.MappingNode, faults: Faults, kinds: Mapping[str, RuleKind]) -> Rule | None:
    """Read one rule; None, with every reason noted, where it cannot be used."""
    before = len(faults.problems)
    raw = read(node, _Rule, faults)
    if raw is INVALID:
        return None
    name = raw.id.value
    if not _ID.fullmatch(name):
        better = re.sub(r"[^a-z0-9/]+", "-", name.lower()).strip("-")
        hint = f"did you mean {better!r}?" if _ID.fullmatch(better) else None
        faults.at(raw.id, f"{name!r} is no rule id: expected family/name in lower case with hyphens", hint)
    kind = kinds.get(raw.kind.value)
    options: Any = INVALID
    if kind is None:
        known = ", ".join(sorted(kinds)) or "none"
        near = did_you_mean(raw.kind.value, kinds)
        faults.at(raw.kind, f"unknown kind {raw.kind.value!r}", f"{near} known: {known}" if near else f"known: {known}")
    else:
        options = _options(raw.options, node, kind, faults)
    examples = _examples(raw, faults)
    if kind is None or len(faults.problems) > before:
        return None
    line, _ = position(node)
    return Rule(name, kind, raw.title, raw.why, raw.severity, options, examples, raw.scope, faults.path, line)


def read_override(node: yaml.MappingNode, faults: Faults, rules: Mapping[str, Rule]) -> tuple[Rule, bool] | None:
    """Return the rule as changed and whether it is switched off; None, the reasons noted, where it cannot be used."""
    raw = read(node, _Override, faults)
    if raw is INVALID:
        return None
    rule = rules.get(raw.override.value)
    if rule is None:
        hint = did_you_mean(raw.override.value, rules)
        faults.at(raw.override, f"no rule {raw.override.value!r} to override", hint)
        return None
    if raw.options is None and raw.severity is None:
        faults.at(node, "the override changes nothing", "give 'options' or 'severity'")
        return None
    options = rule.options if raw.options is None else _options(raw.options, node, rule.kind, faults, rule.options)
    if options is INVALID:
        return None
    off = raw.severity == "off"
    severity = rule.severity if raw.severity is None or off else Severity(raw.severity)
    return replace(rule, options=options, severity=severity), off


def _options(given: yaml.Node | None, rule: yaml.Node, kind: RuleKind, faults: Faults, base: Any = None) -> Any:
    """Read the options by the kind's dataclass; the kind's own mistakes are noted as such."""
    try:
        if given is None:
            given = yaml.MappingNode("tag:yaml.org,2002:map", [], rule.start_mark, rule.end_mark)
        options = read(given, kind.options, faults, base)
        if options is not INVALID:
            kind.slot.format(**{field.name: getattr(options, field.name) for field in fields(options)})
    except Exception as error:  # noqa: BLE001  the kind is a plugin's code
        faults.at(given or rule, f"the kind {kind.name!r} cannot take options: {type(error).__name__}: {error}")
        return INVALID
    return options


# --- Examples -------------------------------------------------------------------------------------------------------


def _examples(raw: _Rule, faults: Faults) -> tuple[Example, ...]:
    before = len(faults.problems)
    found = []
    for node in raw.examples.value:
        example = _example(node, raw.scope, faults)
        if example is not None:
            found.append(example)
    if len(faults.problems) == before:
        missing = [o.value for o in Outcome if not any(e.outcome is o for e in found)]
        for outcome in sorted(missing):
            faults.at(raw.examples, f"no {outcome!r} example", "a rule needs one each of contradict, agree and unknown")
    return tuple(found)


def _example(node: yaml.Node, scope: Scope, faults: Faults) -> Example | None:
    raw = read(node, _Example, faults)
    if raw is INVALID:
        return None
    titles = [(o, getattr(raw, o.value)) for o in Outcome if getattr(raw, o.value) is not None]
    if len(titles) != 1:
        faults.at(node, "an example has exactly one of the keys contradict, agree, unknown", "its value is the title")
        return None
    outcome, title = titles[0]
    before = len(faults.problems)
    sources = tuple(_source(source, faults) for source in raw.sources)
    if len(faults.problems) > before:
        return None
    least = 2 if scope is Scope.CROSS else 1
    if len(sources) < least:
        what = "two sources or more" if least == 2 else "a source"
        faults.at(node, f"the example needs {what}", "or 'scope: internal' on the rule" if least == 2 else None)
    marked = [len(source.marks) + len(source.title_marks) for source in sources]
    if outcome is Outcome.CONTRADICT and (sum(marked) < 2 or sum(map(bool, marked)) < least):
        where = "two places, in two sources" if least == 2 else "two places"
        faults.at(node, f"a contradict example needs its evidence in [brackets] in {where}")
    return Example(outcome, title, sources, raw.todo, position(node)[0])


def _source(raw: _Source, faults: Faults) -> ExampleSource:
    text, marks, wrong = unmark(raw.text.value)
    if wrong:
        faults.at(raw.text, wrong, "a literal bracket is written [[")
    if not text.strip():
        faults.at(raw.text, "an example's source needs text")
    title: str | None = None
    title_marks: tuple[Span, ...] = ()
    if raw.title is not None:
        title, title_marks, wrong = unmark(raw.title.value)
        if wrong:
            faults.at(raw.title, wrong, "a literal bracket is written [[")
    published = raw.published.value if raw.published is not None else None
    if published is not None and raw.published is not None:
        try:
            date.fromisoformat(published[:10])
        except ValueError:
            faults.at(raw.published, f"{published[:40]!r} is not a date", "write 2024-07-12")
    return ExampleSource(text, marks, published, title, raw.source, position(raw.text)[0], title_marks)
