"""The mentions of a document as JSON: one line a document (``factlint extract --format jsonl``)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.model import Annotations, Document, Mention, Place, Quotation, Span, Timex, Window

if TYPE_CHECKING:
    from collections.abc import Iterable

# JSON leaves these as they are, and many readers of lines take them for line ends.
_LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}
SHOWN: tuple[type[Mention], ...] = (Timex, Quotation, Place)


def line(document: Document, annotations: Annotations) -> str:
    """Return one JSON line: the document's id and its mentions, sorted by span, offsets into the field they stand in."""
    found: Iterable[Mention] = sorted(
        (m for kind in SHOWN for m in annotations.of(kind)), key=lambda m: (m.start, m.end, m.kind)
    )
    row = json.dumps({"id": document.id, "mentions": [_mention(document, m) for m in found]}, ensure_ascii=False)
    return row.translate(_LINE_ENDS)


def text(document: Document, annotations: Annotations) -> str:
    """Return the mentions for people: a line each, place, words, and what they were read as."""
    lines = [f"{document.path}" + (f" ({document.id})" if document.record_line is not None else "")]
    for mention in sorted((m for kind in SHOWN for m in annotations.of(kind)), key=lambda m: (m.start, m.end, m.kind)):
        line_, column = document.position(mention.start)
        words = " ".join(document.text[mention.start : mention.end].split())
        shown = words if len(words) <= 60 else words[:59] + "…"
        lines.append(f"  {line_}:{column}  {mention.kind:<5}  “{shown}”  {_reading(mention)}".rstrip())
    return "\n".join(lines)


def _reading(mention: Mention) -> str:
    match mention:
        case Timex():
            days = " to ".join(dict.fromkeys(_days(mention.window, "core"))) if mention.window else ""
            return "  ".join(filter(None, (mention.type, mention.value, mention.mod, days and f"({days})")))
        case Quotation():
            speaker = mention.speaker
            return f"{mention.tier}  {(speaker.resolved or speaker.text) if speaker else 'nobody named'}"
        case Place():
            best = mention.best
            return (
                f"{mention.role}  {best.name}, {best.country} ({best.geonameid})"
                if best
                else f"{mention.role}  not in the gazetteer"
            )
    return ""


def _mention(document: Document, mention: Mention) -> dict[str, Any]:
    field, start, end = document.locate(mention)
    row: dict[str, Any] = {
        "kind": mention.kind,
        "start": start,
        "end": end,
        "text": document.text[mention.start : mention.end],
    }
    if field != "text":
        row["field"] = field
    match mention:
        case Timex():
            row |= {"type": mention.type, "value": mention.value, "mod": mention.mod}
            if mention.window is not None:
                row |= {"window": _days(mention.window, "core"), "window_tolerant": _days(mention.window, "tolerant")}
        case Quotation():
            row |= {"tier": mention.tier, "form": mention.form, "cue": _span(document, mention.cue)}
            speaker = mention.speaker
            row["speaker"] = None if speaker is None else {**_span(document, speaker), "resolved": speaker.resolved}  # type: ignore[dict-item]
        case Place():
            best = mention.best
            row |= {
                # Waters and regions of our own tables have no GeoNames id: theirs here are negative.
                "geonameid": best.geonameid if best and best.geonameid > 0 else None,
                "lat": best.lat if best else None,
                "lon": best.lon if best else None,
                "country": best.country if best else None,
                "role": mention.role,
            }
    return row


def _span(document: Document, span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    _, start, end = document.locate(span)
    return {"start": start, "end": end, "text": document.text[span.start : span.end]}


def _days(window: Window, width: str) -> list[str]:
    interval = getattr(window, width)
    first, last = interval.first_day, interval.last_day
    form = "XXXX-%m-%d" if window.year_unknown else "%Y-%m-%d"
    return [first.strftime(form), last.strftime(form)]
