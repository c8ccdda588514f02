"""YAML read off its node tree into frozen dataclasses, by their type hints.

``yaml.safe_load`` turns ``no`` into False and ``12:30`` into 750, lets the last of two equal keys win, and forgets
where anything stood. Here all scalars stay text until a type asks for more, and every problem is collected with its
line and column.
"""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

import yaml

from checker.model import Problem

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # PyYAML built without libyaml: the same nodes, some eight times slower
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

MAX_NODES = 100_000
MAX_DEPTH = 100

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))
_NOTHING = ("", "~", "null")
_BOOLEANS = {"yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false"}


class _Invalid:
    """What a node that could not be read is read as; the problem has been noted."""


INVALID = _Invalid()


class Faults:
    """The problems found in one file so far."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def at(self, node: yaml.Node, message: str, hint: str | None = None) -> None:
        """Note a problem where ``node`` starts."""
        self.problems.append(Problem(self.path, *position(node), message, hint))

    def at_line(self, line: int, column: int, message: str, hint: str | None = None) -> None:
        """Note a problem at a line and column, 1-based, where there is no node."""
        self.problems.append(Problem(self.path, line, column, message, hint))


def position(node: yaml.Node) -> tuple[int, int]:
    """Line and column of a node's start, 1-based, in code points."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def compose(text: str, faults: Faults) -> list[yaml.Node]:
    """Return the root nodes of the YAML documents in ``text``; what cannot be parsed is noted and ends the list.

    Trees of more than ``MAX_NODES`` nodes, aliases counted as often as they are used, or nested too deeply are
    refused.
    """
    bad = _UNPRINTABLE.search(text)
    if bad:
        line, column = text.count("\n", 0, bad.start()) + 1, bad.start() - text.rfind("\n", 0, bad.start())
        faults.problems.append(
            Problem(faults.path, line, column, f"the character U+{ord(bad[0]):04X} is not allowed in YAML")
        )
        return []
    roots: list[yaml.Node] = []
    if _too_deep(text):
        faults.problems.append(Problem(faults.path, None, None, f"YAML nested deeper than {MAX_DEPTH} levels"))
        return []
    loader = Loader(text)
    try:
        while loader.check_node():
            root = loader.get_node()
            if root is not None and _sound(root, faults):
                roots.append(root)
    except yaml.MarkedYAMLError as error:
        faults.problems.append(_syntax(error, text, faults.path))
    except yaml.YAMLError as error:
        faults.problems.append(Problem(faults.path, None, None, f"not YAML: {error}"))
    finally:
        loader.dispose()
    return roots


def read(node: yaml.Node, want: Any, faults: Faults, base: Any = None) -> Any:
    """Return ``node`` as the type ``want``; INVALID where it is not, with every reason noted in ``faults``.

    Supported: str, int, float, bool, Literal, enums of strings, tuple[X, ...], tuple[X, Y], dict[str, X], frozen
    dataclasses, unions, and yaml nodes as they are. With ``base``, a value of that type, keys that are missing keep
    its values (for overrides). Raises TypeError for any other type: the mistake of whoever wrote the dataclass, not
    of the YAML.
    """
    origin = get_origin(want)
    if isinstance(want, type) and issubclass(want, yaml.Node):
        return node if isinstance(node, want) else _wrong(node, _KINDS[want], faults)
    if origin in (Union, types.UnionType):
        return _union(node, get_args(want), faults, base)
    if dataclasses.is_dataclass(want) and isinstance(want, type):
        return _record(node, want, faults, base)
    if origin is tuple:
        return _tuple(node, get_args(want), faults)
    if origin in (dict, Mapping):
        return _table(node, get_args(want), faults, base)
    if origin is Literal or want in (str, int, float, bool) or (isinstance(want, type) and issubclass(want, Enum)):
        return _scalar(node, want, faults)
    raise TypeError(f"options of type {want} cannot be read from YAML")


def items(node: yaml.MappingNode, faults: Faults) -> dict[str, tuple[yaml.ScalarNode, yaml.Node]]:
    """Return the (key, value) nodes of a mapping by key; notes keys that are no text or stand twice."""
    found: dict[str, tuple[yaml.ScalarNode, yaml.Node]] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            faults.at(key, "a key must be text")
        elif key.value in found:
            line, _ = position(found[key.value][0])
            faults.at(key, f"duplicate key {key.value!r}", f"it stands in line {line} already")
        else:
            found[key.value] = (key, value)
    return found


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to ``word``, None where none is near."""
    import difflib  # noqa: PLC0415  only on the way to an error message

    return next(iter(difflib.get_close_matches(word[:200], sorted(known), 1)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return "did you mean 'x'?" for the known word nearest to ``word``, None where none is near."""
    return _meant(nearest(word, known))


def _meant(near: str | None) -> str | None:
    return None if near is None else f"did you mean {near!r}?"


# --- Shapes ---------------------------------------------------------------------------------------------------------

_KINDS: dict[type[yaml.Node], str] = {
    yaml.ScalarNode: "text",
    yaml.SequenceNode: "a list",
    yaml.MappingNode: "a mapping",
    yaml.Node: "a value",
}


def _record(node: yaml.Node, want: type[Any], faults: Faults, base: Any) -> Any:
    if not isinstance(node, yaml.MappingNode):
        return _wrong(node, "a mapping", faults)
    before = len(faults.problems)
    hints = _fields(want)  # type: ignore[arg-type]  # a dataclass is hashable
    given: dict[str, Any] = {}
    meant: set[str | None] = set()
    for key, (key_node, value) in items(node, faults).items():
        name = key.replace("-", "_")
        if "_" in key or name not in hints:
            known = [n.replace("_", "-") for n in hints]
            near = nearest(name.replace("_", "-"), known)
            meant.add(near)
            faults.at(key_node, f"unknown key {key!r}", _meant(near) or f"known: {', '.join(known) or 'none'}")
        else:
            given[name] = read(value, hints[name], faults, getattr(base, name, None))
    missing = []
    for field in dataclasses.fields(want):
        if field.name in given:
            continue
        if base is not None:
            given[field.name] = getattr(base, field.name)
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            missing.append(field.name.replace("_", "-"))
    # A key that is misspelt is missing, too, and one message says it all.
    if told := ", ".join(repr(key) for key in missing if key not in meant):
        faults.at(node, f"missing key{'s' if ',' in told else ''} {told}")
    if len(faults.problems) > before:
        return INVALID
    try:
        return want(**given)
    except (ValueError, TypeError) as error:  # an invariant of the dataclass
        faults.at(node, str(error))
        return INVALID


def _table(node: yaml.Node, arguments: tuple[Any, ...], faults: Faults, base: Any) -> Any:
    if not isinstance(node, yaml.MappingNode):
        return _wrong(node, "a mapping", faults)
    before = len(faults.problems)
    key_type, value_type = arguments
    found: dict[Any, Any] = dict(base) if base else {}
    for key_node, value_node in items(node, faults).values():
        key = read(key_node, key_type, faults)
        if key is not INVALID:
            found[key] = read(value_node, value_type, faults, found.get(key))
    return INVALID if len(faults.problems) > before else found


def _tuple(node: yaml.Node, arguments: tuple[Any, ...], faults: Faults) -> Any:
    if not isinstance(node, yaml.SequenceNode):
        free = arguments[-1] is Ellipsis or arguments == ((),)
        return _wrong(node, "a list" if free else f"a list of {len(arguments)}", faults)
    before = len(faults.problems)
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        wants: Iterable[Any] = [arguments[0]] * len(node.value)
    else:
        wants = () if arguments == ((),) else arguments
        if len(node.value) != len(arguments):
            faults.at(node, f"expected {len(arguments)} values, found {len(node.value)}")
            return INVALID
    found = tuple(read(item, want, faults) for item, want in zip(node.value, wants, strict=True))
    return INVALID if len(faults.problems) > before else found


def _union(node: yaml.Node, options: tuple[Any, ...], faults: Faults, base: Any) -> Any:
    plain = isinstance(node, yaml.ScalarNode) and not node.style
    if type(None) in options and plain and node.value in _NOTHING:
        return None
    # str takes any scalar, so it comes last whatever the order in the hint.
    wants = sorted((o for o in options if o is not type(None)), key=lambda o: o is str)
    failed: list[Faults] = []
    for want in wants:
        trial = Faults(faults.path)
        found = read(node, want, trial, base)
        if found is not INVALID:
            return found
        failed.append(trial)
    fitting = [trial for want, trial in zip(wants, failed, strict=True) if isinstance(node, _shape(want))]
    if len(fitting) == 1:
        faults.problems += fitting[0].problems
        return INVALID
    return _wrong(node, " or ".join(_named(want) for want in wants), faults)


# --- Scalars --------------------------------------------------------------------------------------------------------


def _scalar(node: yaml.Node, want: Any, faults: Faults) -> Any:
    if not isinstance(node, yaml.ScalarNode):
        return _wrong(node, _named(want), faults)
    text: str = node.value
    if want is str:
        return _wrong(node, "text", faults) if not text and not node.style else text
    if want is bool:
        if text in ("true", "false"):
            return text == "true"
        meant = _BOOLEANS.get(text.lower(), text.lower() if text.lower() in ("true", "false") else None)
        return _wrong(node, "true or false", faults, f"did you mean {meant}?" if meant else None)
    if want is int:
        return int(text) if _INT.fullmatch(text) else _wrong(node, "a whole number", faults)
    if want is float:
        return float(text) if _FLOAT.fullmatch(text) else _wrong(node, "a number", faults)
    choices = _choices(want)
    if text in choices:
        return choices[text]
    faults.at(node, f"{_shown(text)} is not one of {', '.join(choices)}", did_you_mean(text, choices))
    return INVALID


def _choices(want: Any) -> dict[str, Any]:
    if get_origin(want) is Literal:
        return {str(value).lower() if isinstance(value, bool) else str(value): value for value in get_args(want)}
    return {str(member.value): member for member in want}


def _wrong(node: yaml.Node, expected: str, faults: Faults, hint: str | None = None) -> Any:
    if isinstance(node, yaml.ScalarNode):
        found = _shown(node.value) if node.value or node.style else "nothing"
        if expected == "a list" and found != "nothing":
            hint = f"write [{node.value[:40]}] for a list of one"
    else:
        found = "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
    faults.at(node, f"expected {expected}, found {found}", hint)
    return INVALID


def _shown(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")


def _named(want: Any) -> str:
    if get_origin(want) is Literal or (isinstance(want, type) and issubclass(want, Enum)):
        return " or ".join(_choices(want))
    plain = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
    return plain.get(want) or _KINDS[_shape(want)]


def _shape(want: Any) -> type[yaml.Node]:
    if isinstance(want, type) and issubclass(want, yaml.Node):
        return want
    if dataclasses.is_dataclass(want) or get_origin(want) in (dict, Mapping):
        return yaml.MappingNode
    return yaml.SequenceNode if get_origin(want) is tuple else yaml.ScalarNode


@cache
def _fields(want: type[Any]) -> dict[str, Any]:
    """Return the types of a dataclass's fields that YAML may set, in order of definition."""
    try:
        hints = typing.get_type_hints(want)
    except NameError as error:
        raise TypeError(f"{want.__name__}: {error}: its types must be importable at run time") from None
    return {field.name: hints[field.name] for field in dataclasses.fields(want) if field.init}


# --- Syntax ---------------------------------------------------------------------------------------------------------


def _too_deep(text: str) -> bool:
    """Tell whether ``text`` nests deeper than MAX_DEPTH: the composer recurses in C and would take the process along.

    The parser's events come one by one, whatever the depth. Each level costs an indicator: few are safe unparsed.
    """
    if sum(map(text.count, "[{-?:")) <= MAX_DEPTH:
        return False
    depth = 0
    parser = Loader(text)
    try:
        while parser.check_event():
            event = parser.get_event()
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return True
    except yaml.YAMLError as error:
        # Newer scanners have a limit of their own and may meet it first; any other error composing meets too, and reports it.
        return "nesting depth" in str(error)
    finally:
        parser.dispose()
    return False


def _sound(root: yaml.Node, faults: Faults) -> bool:
    """Count the nodes, those behind aliases as often as they are used: a small file must not stand for a huge one."""
    stack = [root]
    count = 0
    while stack:
        node = stack.pop()
        count += 1
        if count > MAX_NODES:
            faults.at(root, f"more than {MAX_NODES} values", "aliases count as often as they are used")
            return False
        if node.tag not in _PLAIN_TAGS and node.tag != "!":
            faults.at(node, f"the tag {node.tag!r} means nothing here")
            return False
        if isinstance(node, yaml.SequenceNode):
            stack.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            stack.extend(item for pair in node.value for item in pair)
    return True


def _syntax(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    message = error.problem or error.context or "not YAML"
    hint = error.context if error.problem else None
    if "mapping values are not allowed" in message:
        hint = "put quotes around text that holds a colon and a space"
    elif "cannot start any token" in message:
        hint = "put quotes around text that starts with a sign"
    line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
    if line is not None and line > (last := text.count("\n") + 1):  # libyaml puts the end of the text a line below it
        line, column = last, len(text) - text.rfind("\n")
    return Problem(path, line, column, f"YAML: {message}", hint)
