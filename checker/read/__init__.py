"""The first stage: paths to documents. Nothing is skipped in silence, and no text is altered."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from checker.model import Document, Problem, Reader, ReadError
from checker.read import files
from checker.read.jsonl import read_jsonl
from checker.read.markdown import read_markdown
from checker.read.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.read.metadata import Metadata

MARKDOWN = Reader("markdown", (".md", ".markdown"), read_markdown)
PLAIN = Reader("plain", (".txt",), read_plain)
JSONL = Reader("jsonl", (".jsonl", ".ndjson"), read_jsonl)
BUILTIN_READERS = (MARKDOWN, PLAIN, JSONL)

MAX_BYTES = 20_000_000  # of a file that holds one article


def read(paths: Sequence[str], readers: Sequence[Reader] = BUILTIN_READERS) -> tuple[list[Document], list[Problem]]:
    """Read every article under ``paths``: files, folders, ``-`` for standard input.

    Of two readers for one suffix the later one is taken. Returns the documents in the order of the paths, sorted
    within folders, and a problem for everything that could not be read as it stands.
    """
    problems: list[Problem] = []
    documents: dict[str, Document] = {}
    by_suffix = {suffix.lower(): reader for reader in readers for suffix in reader.suffixes}
    sidecars: dict[Path, dict[str, Metadata]] = {}
    for given in paths:
        if given == "-":
            data = sys.stdin.buffer.read()
            reader = JSONL if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" else PLAIN
            problems += _take(_guarded(data, PurePath("-"), reader), "-", documents)
    for path in files.articles([p for p in paths if p != "-"], by_suffix, problems):
        reader = by_suffix[path.suffix.lower()]
        try:
            size = path.stat().st_size
            if size > MAX_BYTES and reader is not JSONL:
                limit = f"larger than {MAX_BYTES // 1_000_000} MB"
                problems.append(
                    Problem(path.as_posix(), None, None, limit, "give archives as JSON Lines, one article a line")
                )
                continue
            data = path.read_bytes()
        except OSError as error:
            problems.append(Problem(path.as_posix(), None, None, f"cannot be read: {error.strerror or error}"))
            continue
        if path.parent not in sidecars:
            sidecars[path.parent] = files.sources(path.parent, problems)
        beside = sidecars[path.parent].get(path.name)
        problems += _take(_guarded(data, path, reader), path.as_posix(), documents, beside)
    return list(documents.values()), problems


def _take(
    items: Iterable[Document | ReadError], path: str, documents: dict[str, Document], beside: Metadata | None = None
) -> Iterator[Problem]:
    """Add a file's documents to those of the run; yield its problems. ``beside`` is its entry in ``sources.yaml``."""
    for item in items:
        if isinstance(item, ReadError):
            yield Problem(path, item.line, item.column, item.message, item.hint)
            continue
        first = documents.setdefault(item.id, item)
        if first is not item:
            where = first.path if first.record_line is None else f"{first.path}:{first.record_line}"
            hint = f"it stands in {where} already; this one is left out"
            yield Problem(path, item.record_line, None, f"duplicate id {item.id!r}", hint)
        elif beside is not None and item.record_line is None:
            documents[item.id] = beside.onto(item)


def _guarded(data: bytes, path: PurePath, reader: Reader) -> Iterator[Document | ReadError]:
    try:
        yield from reader.read(data, path)
    except ReadError as error:
        yield error
    except Exception as error:  # noqa: BLE001  a reader may be a plugin's and raise anything; the other files go on
        yield ReadError(f"reader {reader.name}: {type(error).__name__}: {error}")
