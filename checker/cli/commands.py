"""What each command does with the engine: a few lines each."""

from __future__ import annotations

import difflib
import json
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.choices import StoryBy
from checker.engine import Engine
from checker.model import Config, ReportOptions, Severity

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from checker.model import Document, Problem, Report, Reporter


def check(arguments: Namespace) -> int:
    """``factlint check``: the report, and the exit code that goes with it."""
    engine = _engine(arguments)
    reporter = _reporter(engine, arguments.format)
    if reporter is None:
        known = ["json", "text", *engine.reporters]
        return _usage(f"unknown format {arguments.format!r}; known: {', '.join(known)}", arguments.format, known)
    chosen = arguments.select or []
    unmatched = [s for s in chosen if not any(s in (r.id, r.id.partition("/")[0]) for r in engine.rules)]
    if (
        unmatched and unmatched == chosen and not engine.problems
    ):  # a clean report of no rule would look like a clean article
        return max(_unknown_rule(arguments, name) for name in unmatched)
    report = engine.check(arguments.paths)
    rendered = reporter(
        report, ReportOptions(_colour(arguments), shutil.get_terminal_size((120, 24)).columns, arguments.info)
    )
    if arguments.output:
        try:
            Path(arguments.output).write_text(rendered, encoding="utf-8", newline="\n")
        except OSError as error:
            sys.stdout.write(rendered)  # nothing is lost
            _tell(report.problems)
            return _usage(
                f"cannot write {arguments.output}: {error.strerror}; the report stands on the standard output"
            )
    else:
        sys.stdout.write(rendered)
    _tell(report.problems)
    for name in unmatched:
        _unknown_rule(arguments, name)
    return 2 if report.problems or unmatched else _failing(report, arguments.fail_on)


def _unknown_rule(arguments: Namespace, name: str) -> int:
    ids = [r.id for r in _engine_all(arguments).rules]
    return _usage(f"--select {name}: no such rule or family", name, [*ids, *_families(ids)])


def _families(ids: Iterable[str]) -> list[str]:
    return sorted({i.partition("/")[0] for i in ids})


def extract(arguments: Namespace) -> int:
    """``factlint extract``: the mentions of each document, in input order."""
    from checker.report import mentions  # noqa: PLC0415

    engine = _engine(arguments)
    render = mentions.line if arguments.format == "jsonl" else mentions.text
    for document, annotations in engine.extract(arguments.paths):
        print(render(document, annotations))
    _tell(engine.problems)
    return 2 if engine.problems else 0


def explain(arguments: Namespace) -> int:
    """``factlint explain RULE``: the rule as documentation, or the rules of a family."""
    from checker.report.rules import explained, listed  # noqa: PLC0415

    engine = _engine(arguments)
    named = [r for r in engine.rules if arguments.rule in (r.id, r.id.partition("/")[2])]
    rule = named[0] if len(named) == 1 else None
    _tell(engine.problems)
    family = [r for r in engine.rules if r.id.partition("/")[0] == arguments.rule]
    if rule is None and not family:
        ids = [r.id for r in engine.rules]
        return _usage(f"no rule or family {arguments.rule!r}", arguments.rule, [*ids, *_families(ids)])
    print(explained(rule) if rule else listed(family))
    return 2 if engine.problems else 0


def explain_pair(arguments: Namespace) -> int:
    """``factlint explain-pair A B``: what was compared, what was not, and why."""
    from checker.report.pair import render  # noqa: PLC0415

    engine = _engine(arguments)
    chosen = [_article(engine, given) for given in (arguments.first, arguments.second)]
    articles = [d for d in chosen if not isinstance(d, str)]
    if len(articles) == 2 and articles[0].id == articles[1].id:
        return _usage(f"{arguments.first} is named twice: explain-pair looks at two articles")
    if len(articles) == 2:
        sys.stdout.write(render(engine.examine(*articles)))
    for wrong in (d for d in chosen if isinstance(d, str)):
        _usage(wrong)
    _tell(engine.problems)
    return 2 if engine.problems or len(articles) < 2 else 0


def _article(engine: Engine, given: str) -> Document | str:
    """The article that ``FILE`` or ``FILE:ID`` names, or what is wrong with the name."""
    path, colon, name = given.rpartition(":")
    if not colon or Path(given).exists() or not Path(path).exists():
        path, name = given, ""
    found = engine.read([path])
    fitting = [d for d in found if not name or d.id == name]
    if len(fitting) == 1:
        return fitting[0]
    if not found:
        return f"{path}: no article could be read"
    near = difflib.get_close_matches(name, [d.id for d in found], 1) if name else []
    guess = f" (did you mean {near[0]!r}?)" if near else ""
    many = f"{len(found)} article{'s' if len(found) > 1 else ''}"
    return f"{path} holds {many}{f', none called {name!r}' if name else ''}: name one as FILE:ID{guess}"


def rules_list(arguments: Namespace) -> int:
    """``factlint rules list``: one line a rule."""
    from checker.report.rules import listed  # noqa: PLC0415

    engine = _engine(arguments)
    if arguments.format == "json":
        rows = [
            {"id": r.id, "kind": r.kind.name, "severity": r.severity.value, "scope": r.scope.value, "title": r.title}
            for r in engine.rules
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        print(listed(engine.rules))
    _tell(engine.problems)
    return 2 if engine.problems else 0


def rules_test(arguments: Namespace) -> int:
    """``factlint rules test``: run the examples; 1 where one fails, 2 where a rule does not load."""
    from checker.examples import run  # noqa: PLC0415

    engine = _engine(arguments, extra=arguments.paths)
    wanted = {str(Path(p).resolve()) for p in arguments.paths}
    rules = [r for r in engine.rules if not wanted or any(_inside(r.path, w) for w in wanted)]
    failures, passed, known = [], 0, 0
    for rule in rules:
        for outcome in run(engine, rule):
            if outcome.failure is None:
                passed += 1
                known += outcome.example.todo
            else:
                failures.append(outcome)
                print(
                    f"{rule.path}:{outcome.example.line}: {rule.id}: {outcome.example.outcome}: {outcome.example.title}: {outcome.failure}"
                )
    print(
        f"{len(rules)} rule{'' if len(rules) == 1 else 's'}, {passed} examples passed"
        + (f" ({known} known misses)" if known else "")
        + f", {len(failures)} failed"
    )
    _tell(engine.problems)
    return 2 if engine.problems else int(bool(failures))


def gazetteer_build(_arguments: Namespace) -> int:
    """``factlint gazetteer build``: make the place index now, for images and machines without a writable cache later."""
    import importlib  # noqa: PLC0415

    try:
        build = importlib.import_module("checker_places.build").build
        bar = importlib.import_module("checker_places.progress").Bar()
    except ImportError as error:
        return _usage(f"the places plugin is not there: {error}")
    print(build(bar))
    return 0


def _engine(arguments: Namespace, extra: Iterable[str] = ()) -> Engine:
    paths = (*(arguments.rules or ()), *extra)
    return Engine(
        Config(
            rule_paths=paths,
            select=tuple(arguments.select or ()),
            third_party=not arguments.no_plugins,
            stories=StoryBy(getattr(arguments, "stories", StoryBy.CONTENT)),
        )
    )


def _engine_all(arguments: Namespace) -> Engine:
    return Engine(Config(rule_paths=tuple(arguments.rules or ()), third_party=not arguments.no_plugins))


def _reporter(engine: Engine, name: str) -> Reporter | None:
    if name == "text":
        from checker.report.text import render as text  # noqa: PLC0415

        return text
    if name == "json":
        from checker.report.json import render as as_json  # noqa: PLC0415

        return as_json
    return engine.reporters.get(name)


def _failing(report: Report, fail_on: str) -> int:
    if fail_on == "never":
        return 0
    return int(any(f.severity.rank <= Severity(fail_on).rank for f in report.findings))


def _colour(arguments: Namespace) -> bool:
    """Colour on a terminal only; NO_COLOR and FORCE_COLOR speak where the option does not."""
    if arguments.color != "auto":
        return bool(arguments.color == "always")
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (
        sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and not arguments.output
    )


def _inside(path: str, folder: str) -> bool:
    resolved = Path(path).resolve()
    return str(resolved) == folder or folder in map(str, resolved.parents)


def _tell(problems: Iterable[Problem]) -> None:
    sys.stdout.flush()
    for problem in sorted(problems, key=lambda p: (p.path, p.line or 0, p.column or 0, p.message)):
        print(problem, file=sys.stderr)


def _usage(message: str, word: str = "", known: Iterable[str] = ()) -> int:
    near = difflib.get_close_matches(word, sorted(set(known)), 1)
    print(f"factlint: error: {message}" + (f" (did you mean {near[0]!r}?)" if near else ""), file=sys.stderr)
    return 2
