"""JSON Lines: one article a line, as corpora and archives keep them. The text is taken as all but free of furniture."""

from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING, Any

from checker.model import Document, ReadError, Segment, SegmentKind
from checker.read import furniture
from checker.read.calendar_dates import published
from checker.read.dateline import with_dateline
from checker.read.dating import inferred
from checker.read.metadata import DATE_HINT, KNOWN, with_swapped_letters
from checker.read.outlets import without_outlet
from checker.read.segments import marked
from checker.rules.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePath

MAX_RECORD = 20_000_000
_TEXTS = ("title", "source", "story", "url", "region")


def read_jsonl(data: bytes, path: PurePath) -> Iterator[Document | ReadError]:
    """Read a ``.jsonl`` file; a line that is no article is an error of its own and the others go on."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = decode(data).encode()
    name = path.as_posix()
    for number, line in enumerate(data.removeprefix(codecs.BOM_UTF8).split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            yield from _record(line, number, name)
        except ReadError as error:
            yield ReadError(error.message, number, error.column, error.hint)


def _record(line: bytes, number: int, path: str) -> Iterator[Document | ReadError]:
    if len(line) > MAX_RECORD:
        raise ReadError(f"the record is larger than {MAX_RECORD // 1_000_000} MB", column=1)
    try:
        record = json.loads(decode(line))
    except json.JSONDecodeError as error:
        raise ReadError(
            f"not JSON: {error.msg.removesuffix(' at').removesuffix(' starting')}", column=error.colno
        ) from None
    except (ValueError, RecursionError) as error:
        raise ReadError(f"not JSON: {error or 'nested too deeply'}", column=1) from None
    if not isinstance(record, dict):
        raise ReadError("expected a JSON object with id and text", column=1)
    name, text = record.get("id"), record.get("text")
    if not isinstance(name, str | int) or isinstance(name, bool) or name == "":
        raise ReadError("the record has no 'id'" if name in (None, "") else "'id' must be text", column=1)
    if not isinstance(text, str):
        raise ReadError("the record has no 'text'" if text is None else "'text' must be text", column=1)
    for key in record:
        if key not in KNOWN and (meant := with_swapped_letters(key)):
            yield ReadError(f"unknown key {key!r}", number, 1, f"did you mean {meant!r}?")
    fields: dict[str, str] = {}
    for key in _TEXTS:
        value = record.get(key)
        if isinstance(value, str):
            fields[key] = value
        elif value is not None:
            yield ReadError(f"{key!r} must be text", number, 1)
    if any(_has_surrogate(value) for value in (str(name), text, *fields.values())):
        raise ReadError("half of a surrogate pair: not Unicode text", column=1)
    day, wrong = _published(record)
    if wrong:
        yield ReadError(f"{wrong[:40]!r} is not a date", number, 1, DATE_HINT)
    title = fields.get("title") or None
    whole = f"{text}\n\n{title}" if title else text
    start = len(text) + 2 if title else None
    segments, stated = with_dateline(text, _segments(text))
    if start is not None:
        segments = without_outlet(whole, (*segments, Segment(start, len(whole), SegmentKind.HEADLINE)))
    yield Document(
        str(name),
        path,
        whole,
        segments,
        title,
        fields.get("source") or None,
        day or stated or inferred(whole, segments),
        fields.get("story") or None,
        fields.get("region") or None,
        fields.get("url") or None,
        number,
        start,
    )


def _published(record: dict[str, Any]) -> tuple[Any, str | None]:
    """Return the date of publication, and the value that ought to be one and is not."""
    value = next((record[key] for key in ("published", "date") if record.get(key)), None)
    if value is None:
        return None, None
    day = published(value) if isinstance(value, str) else None
    return day, None if day else str(value)


def _segments(text: str) -> tuple[Segment, ...]:
    """Mark all as body except short lines that plainly head a form or point to another story."""
    if "\n" not in text:
        return marked(text, lambda _: SegmentKind.BODY)
    forms = furniture.may_hold_form(text)

    def kind(line: str) -> SegmentKind:
        apart = (forms and furniture.is_form(line)) or furniture.is_clip(line)
        call = len(line) < 120 and not furniture.is_sentence(line) and furniture.is_call(line)
        return SegmentKind.FURNITURE if apart or call else SegmentKind.BODY

    return marked(text, kind)


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
