"""The arguments of every command. Options common to all commands may stand before or after the command's name."""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from typing import TYPE_CHECKING, Any, NoReturn

from checker import __version__
from checker.choices import StoryBy

if TYPE_CHECKING:
    from collections.abc import Sequence

FAIL_ON = ("error", "warning", "info", "never")
EXIT_CODES = (
    "exit codes: 0 nothing at or above --fail-on; 1 findings; "
    "2 bad usage, configuration, rule, plugin or unreadable input (2 wins over 1)"
)


class _Parser(argparse.ArgumentParser):
    """An argument parser that guesses what a misspelt command or option was meant to be."""

    def error(self, message: str) -> NoReturn:
        """Print usage, the message and a guess; exit with 2."""
        if "invalid choice: " in message:
            given, _, choices = message.partition("invalid choice: ")[2].partition(" (choose from ")
            word, known = (
                given.strip("'"),
                re.findall(r"[\w-]+", choices),
            )  # newer Pythons leave the quotation marks out
        else:
            word = message.rpartition(": ")[2].split(" ")[0].split("=")[0]
            known = _known(self) if "unrecognized" in message else []
        near = difflib.get_close_matches(word, known, 1)
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}" + (f" (did you mean {near[0]!r}?)" if near else "") + "\n")


def _known(parser: argparse.ArgumentParser) -> list[str]:
    names: list[str] = []
    for action in parser._actions:  # noqa: SLF001  argparse offers no public list of what it knows
        names += action.option_strings
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for name, sub in action.choices.items():
                names += [name, *(o for a in sub._actions for o in a.option_strings)]  # noqa: SLF001
    return names


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Parse a command line; prints help or the error and exits where there is nothing to run."""
    return build().parse_args(argv)


def build() -> argparse.ArgumentParser:
    """The whole parser; docs are tested against it."""
    shared = _Parser(add_help=False)
    _common(shared, default=argparse.SUPPRESS)
    parser = _Parser(
        prog="factlint",
        description="The linter for facts: reports where articles on the same events cannot all be true.",
        epilog=EXIT_CODES,
    )
    parser.add_argument("--version", action="version", version=f"factlint {__version__}")
    _common(parser, default=None)
    sub = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=_Parser)
    _check(sub, shared)
    _extract(sub, shared)
    explain = sub.add_parser("explain", parents=[shared], help="what a rule asks, why, and its examples")
    explain.add_argument(
        "rule", metavar="RULE", help="a rule id, such as dates/event-start, or a family, such as dates"
    )
    explain.set_defaults(run="explain")
    _explain_pair(sub, shared)
    rules = sub.add_parser("rules", help="list the rules, or run their examples")
    of_rules = rules.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=_Parser)
    listing = of_rules.add_parser("list", parents=[shared], help="one line a rule")
    listing.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")
    listing.set_defaults(run="rules_list")
    testing = of_rules.add_parser("test", parents=[shared], help="run the examples that stand in the rules")
    testing.add_argument(
        "paths", nargs="*", metavar="PATH", help="YAML files or folders of rules; without any, all rules are tested"
    )
    testing.set_defaults(run="rules_test")
    gazetteer = sub.add_parser("gazetteer", help="the index of place names")
    of_gazetteer = gazetteer.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=_Parser)
    building = of_gazetteer.add_parser("build", parents=[shared], help="build the index now instead of at first use")
    building.set_defaults(run="gazetteer_build")
    return parser


def _common(parser: argparse.ArgumentParser, default: Any) -> None:
    group = parser.add_argument_group("common options")
    suppressed = default is argparse.SUPPRESS
    group.add_argument(
        "--rules",
        action="append",
        metavar="PATH",
        default=default,
        help="a YAML file or folder with your own rules and overrides (repeatable)",
    )
    group.add_argument(
        "--select",
        action="append",
        metavar="RULE",
        default=default,
        help="run only this rule or family, such as dates (repeatable)",
    )
    group.add_argument(
        "--no-plugins",
        action="store_true",
        default=default if suppressed else False,
        help="leave third-party plugins out",
    )
    group.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default=default if suppressed else "auto",
        help="colour in text output (default: auto)",
    )


def _check(sub: Any, shared: argparse.ArgumentParser) -> None:
    check = sub.add_parser(
        "check", parents=[shared], help="report where articles contradict each other", epilog=EXIT_CODES
    )
    check.add_argument(
        "paths",
        nargs="*",
        default=["."],
        metavar="PATH",
        help="files, folders or JSONL; - for standard input (default: .)",
    )
    check.add_argument(
        "--format", default="text", metavar="NAME", help="text (default), json, or the name of a plugin's format"
    )
    check.add_argument(
        "--fail-on",
        choices=FAIL_ON,
        default="error",
        help="the least severity that makes the exit code 1 (default: error)",
    )
    _stories(check)
    check.add_argument("--info", action="store_true", help="show findings of level info in the text report too")
    check.add_argument("--output", metavar="FILE", help="write the report to FILE instead of standard output")
    check.set_defaults(run="check")


def _stories(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--stories",
        choices=tuple(by.value for by in StoryBy),
        default=StoryBy.CONTENT.value,
        help="which articles are compared, where they name no story: those whose content says so (content, the default), "
        "those of one folder (folder), or all (run)",
    )


def _explain_pair(sub: Any, shared: argparse.ArgumentParser) -> None:
    pair = sub.add_parser(
        "explain-pair",
        parents=[shared],
        help="what two articles were compared on, how it was judged, and what met nothing",
    )
    for name in ("first", "second"):
        pair.add_argument(
            name,
            metavar={"first": "A", "second": "B"}[name],
            help="a file with one article, or FILE:ID for one of a JSONL",
        )
    _stories(pair)
    pair.set_defaults(run="explain_pair")


def _extract(sub: Any, shared: argparse.ArgumentParser) -> None:
    extract = sub.add_parser(
        "extract", parents=[shared], help="print what the articles were read as: times, quotations, places"
    )
    extract.add_argument(
        "paths",
        nargs="*",
        default=["."],
        metavar="PATH",
        help="files, folders or JSONL; - for standard input (default: .)",
    )
    extract.add_argument(
        "--format", choices=("text", "jsonl"), default="text", help="text (default) or jsonl, one document a line"
    )
    extract.set_defaults(run="extract")
