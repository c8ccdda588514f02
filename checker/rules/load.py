"""From YAML files to rules: a bad rule is reported and left out, the others load."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model import Problem, ReadError
from checker.rules.decoding import decode
from checker.rules.nodes import Faults, compose, did_you_mean
from checker.rules.shape import is_override, read_override, read_rule, rule_nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import yaml

    from checker.model import Rule, RuleKind

_SUFFIXES = (".yaml", ".yml")


def load(
    packs: Sequence[tuple[str, str]], paths: Sequence[str], kinds: Mapping[str, RuleKind]
) -> tuple[tuple[Rule, ...], list[Problem]]:
    """Return the rules of a run, sorted by id, and every problem met on the way.

    ``packs`` are (plugin, package) pairs of packages that hold YAML; ``paths`` the user's YAML files and folders, whose
    rules replace those of a pack by id and whose overrides change options or severity; ``kinds`` the kinds by name.
    """
    problems: list[Problem] = []
    rules: dict[str, Rule] = {}
    for plugin, package in packs:
        for path in _pack(plugin, package, problems):
            _add(rules, [r for r, _ in _read(path, kinds, problems) if r], problems)
    own: dict[str, Rule] = {}
    overrides: list[tuple[yaml.MappingNode, str]] = []
    for path in _unique(p for given in paths for p in _given(given, problems)):
        for rule, override in _read(path, kinds, problems):
            if rule:
                _add(own, [rule], problems)
            elif override:
                overrides.append((override, _shown(path)))
    rules |= own
    left_out: set[str] = set()
    for node, shown in overrides:
        faults = Faults(shown)
        changed = read_override(node, faults, rules)
        problems += faults.problems
        if changed is None:
            continue
        rule, off = changed
        rules[rule.id] = rule
        (left_out.add if off else left_out.discard)(rule.id)
    return tuple(rules[name] for name in sorted(rules) if name not in left_out), problems


def _add(rules: dict[str, Rule], found: Sequence[Rule], problems: list[Problem]) -> None:
    for rule in found:
        first = rules.setdefault(rule.id, rule)
        if first is not rule:
            hint = f"it stands in {first.path}:{first.line} already; this one is left out"
            problems.append(Problem(rule.path, rule.line, 1, f"duplicate rule {rule.id!r}", hint))


def _read(
    path: Path, kinds: Mapping[str, RuleKind], problems: list[Problem]
) -> Iterator[tuple[Rule | None, yaml.MappingNode | None]]:
    """Yield the rules and the override nodes of one file."""
    shown = _shown(path)
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        problems.append(Problem(shown, None, None, f"cannot be read: {error.strerror or error}"))
        return
    except ReadError as error:
        problems.append(Problem(shown, error.line, error.column, error.message, error.hint))
        return
    faults = Faults(shown)
    roots = compose(text, faults)
    if not roots and not faults.problems:
        problems.append(Problem(shown, 1, 1, "no rule in this file"))
    for node in rule_nodes(roots, faults):
        if is_override(node):
            yield None, node
        elif rule := read_rule(node, faults, kinds):
            yield rule, None
    problems += faults.problems


def _pack(plugin: str, package: str, problems: list[Problem]) -> list[Path]:
    try:
        root = files(package)
    except Exception as error:  # noqa: BLE001  importing runs the pack's code
        problems.append(
            Problem(f"plugin {plugin}", None, None, f"rule pack {package}: {type(error).__name__}: {error}")
        )
        return []
    if not isinstance(root, Path):
        hint = "install it unpacked"
        problems.append(Problem(f"plugin {plugin}", None, None, f"rule pack {package}: not a folder of files", hint))
        return []
    found = _walk(root)
    if not found:
        problems.append(
            Problem(f"plugin {plugin}", None, None, f"rule pack {package}: no YAML files in {_shown(root)}")
        )
    return found


def _given(path: str, problems: list[Problem]) -> list[Path]:
    """Return the YAML files that a path of the user's stands for."""
    place = Path(path)
    if place.is_dir():
        found = _walk(place)
        if not found:
            problems.append(Problem(path, None, None, "no YAML files in this folder"))
        return found
    if place.exists():
        return [place]
    near = [entry.name for entry in place.parent.iterdir()] if place.parent.is_dir() else []
    problems.append(Problem(path, None, None, "no such file or folder", did_you_mean(place.name, near)))
    return []


def _walk(folder: Path) -> list[Path]:
    """YAML files below ``folder``, sorted; hidden ones and links to folders are passed over."""
    found: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        found.extend(Path(parent, name) for name in names if name.endswith(_SUFFIXES) and not name.startswith("."))
    return sorted(found)


def _unique(paths: Iterator[Path]) -> list[Path]:
    return list({path.resolve(): path for path in reversed(list(paths))}.values())[::-1]


def _shown(path: Path) -> str:
    """Shorten a path as far as it stays clear: relative where it lies below the working folder."""
    here = Path.cwd()
    absolute = path.absolute()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else path).as_posix()
