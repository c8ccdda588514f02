"""Which files are articles: walking folders, and the ``sources.yaml`` beside the articles."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from checker.model import Problem, ReadError
from checker.read.metadata import Metadata, read_metadata
from checker.rules.decoding import decode
from checker.rules.nodes import Faults, compose, did_you_mean, items
from checker.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

SOURCES = "sources.yaml"


def articles(paths: Sequence[str], suffixes: Collection[str], problems: list[Problem]) -> Iterator[Path]:
    """Yield the files that ``paths`` stand for: files as given, folders walked in sorted order, each file once."""
    seen: set[str] = set()
    for given in paths:
        for path in _under(Path(given), suffixes, problems):
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield path


def _under(path: Path, suffixes: Collection[str], problems: list[Problem]) -> Iterator[Path]:
    name = path.as_posix()
    try:
        is_folder, is_file = path.is_dir(), path.exists()
    except (OSError, ValueError) as error:
        problems.append(Problem(name, None, None, f"cannot be read: {error}"))
        return
    if is_folder:
        found = False
        listed = _listed_by_git(path)
        for file in _walk(path, set(), problems) if listed is None else listed:
            if _suffix(file) in suffixes and file.name.lower() not in words("checker.read", "not_articles.txt"):
                found = True
                yield file
        if not found:
            problems.append(Problem(name, None, None, "no articles in this folder", _taken(suffixes)))
    elif not is_file:
        problems.append(
            Problem(name, None, None, "no such file or folder", did_you_mean(path.name, _names(path.parent)))
        )
    elif _suffix(path) in suffixes:
        yield path
    elif path.name.lower() not in words("checker.read", "companions.txt"):
        problems.append(Problem(name, None, None, "no reader takes this kind of file", _taken(suffixes)))


def _listed_by_git(folder: Path) -> list[Path] | None:
    """The files of a folder in a git work tree as git lists them, sorted; None outside of one, or without git.

    What .gitignore names is no article. Files not yet added count, except in a pre-commit hook (PRE_COMMIT is set): there they would
    be checked although the commit leaves them out.
    """
    if not any((above / ".git").exists() for above in (folder.absolute(), *folder.absolute().parents)):
        return None
    others = [] if os.environ.get("PRE_COMMIT") else ["--others", "--exclude-standard"]
    try:
        done = subprocess.run(  # noqa: S603  fixed arguments, no shell
            ["git", "ls-files", "-z", "--cached", *others, "--", "."],  # noqa: S607  git is found as the user finds it
            cwd=folder,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    names = {os.fsdecode(name) for name in done.stdout.split(b"\0") if name}
    visible = (n for n in names if not any(part.startswith(".") for part in n.split("/")))
    # What is deleted but not yet committed is still listed.
    return sorted(path for n in visible if (path := folder / n).is_file() or path.is_symlink())


def _walk(folder: Path, above: set[str], problems: list[Problem]) -> Iterator[Path]:
    """Walk a folder in sorted order, without hidden entries and links back to a folder above."""
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(Problem(folder.as_posix(), None, None, f"cannot be read: {error.strerror or error}"))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = folder / entry.name
        try:
            is_folder = path.is_dir()
            is_file = path.is_file() or entry.is_symlink()  # a link to nowhere is yielded too: it must be reported
        except OSError as error:
            problems.append(Problem(path.as_posix(), None, None, f"cannot be read: {error.strerror or error}"))
            continue
        if is_folder:
            yield from _walk(path, above | {real}, problems)
        elif is_file:
            yield path


def sources(folder: Path, problems: list[Problem]) -> dict[str, Metadata]:
    """Return what ``sources.yaml`` in ``folder`` says of the files beside it, by file name."""
    path = folder / SOURCES
    if not path.is_file():
        return {}
    faults = Faults(path.as_posix())
    found: dict[str, Metadata] = {}
    try:
        text = decode(path.read_bytes())
    except ReadError as error:
        problems.append(Problem(faults.path, error.line, error.column, error.message, error.hint))
        return {}
    except OSError as error:
        problems.append(Problem(faults.path, None, None, f"cannot be read: {error.strerror or error}"))
        return {}
    names = set(_names(folder))
    for root in compose(text, faults):
        if not isinstance(root, yaml.MappingNode):
            faults.at(root, "expected a mapping of file names to metadata")
            continue
        for name, (key, value) in items(root, faults).items():
            if name not in names:
                faults.at(key, f"no file {name!r} in this folder", did_you_mean(name, names))
            found[name], _ = read_metadata(value, faults)
    problems += faults.problems
    return found


def _suffix(path: Path) -> str:
    return path.suffix.lower()


def _taken(suffixes: Collection[str]) -> str:
    return f"articles end in {', '.join(sorted(suffixes))}"


def _names(folder: Path) -> list[str]:
    try:
        return [name for name in os.listdir(folder) if not name.startswith(".")]  # noqa: PTH208
    except OSError:
        return []
