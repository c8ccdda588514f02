"""Bytes to text, or the place and the likely cause of the failure."""

from __future__ import annotations

import codecs

from checker.model import ReadError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(data: bytes) -> str:
    """Return ``data`` as text without its byte order mark: UTF-8, or UTF-16 where a mark says so.

    Line ends are kept as they are. Raises :class:`ReadError` with line, column and a hint for other encodings and for
    NUL bytes.
    """
    mark, encoding = next(((m, e) for m, e in _BOMS if data.startswith(m)), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = len(mark) + error.start
        line, column = _position(error.object[: error.start].decode(encoding, "replace"))
        raise ReadError(f"byte {at} is not {encoding.upper()}", line, column, None if mark else _likely(data)) from None
    nul = text.find("\0")
    if nul >= 0:
        line, column = _position(text[:nul])
        raise ReadError("a NUL character: not a text file", line, column, _likely(data))
    return text


def _position(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _likely(data: bytes) -> str | None:
    """Guess the encoding for the hint: UTF-16 without a mark has NULs, single-byte text hardly a control byte."""
    head = data[:4096]
    if head.count(0) > len(head) // 4:
        return "looks like UTF-16: convert to UTF-8"
    controls = sum(0 < byte < 32 and byte not in b"\t\n\r\f" for byte in head)
    if controls * 50 > len(head):
        return "looks like a binary file"
    return "looks like Windows-1252 or Latin-1: convert to UTF-8" if 0 not in data else None
