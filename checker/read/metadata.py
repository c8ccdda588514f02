"""What is said about an article without being part of it: front matter and ``sources.yaml``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import yaml

from checker.frozen import frozen
from checker.model import Document, Published, ReadError
from checker.read.calendar_dates import published
from checker.rules.nodes import Faults, items

if TYPE_CHECKING:
    from checker.model import Problem

_TEXTS = ("title", "source", "story", "url", "region")
_DATES = ("published", "date")
KNOWN = frozenset((*_TEXTS, *_DATES))
DATE_HINT = "write 2024-07-14, with a time if you like"


@frozen()
class Metadata:
    """The known fields of an article's metadata; None where not given."""

    title: str | None = None
    source: str | None = None
    published: Published | None = None
    story: str | None = None
    url: str | None = None
    region: str | None = None

    def onto(self, document: Document) -> Document:
        """Fill in what the document does not state itself; a stated date replaces one read out of the text."""
        return replace(
            document,
            title=document.title or self.title,
            source=document.source or self.source,
            published=self.published or document.published,
            story=document.story or self.story,
            url=document.url or self.url,
            region=document.region or self.region,
        )


def read_metadata(node: yaml.Node, faults: Faults) -> tuple[Metadata, yaml.ScalarNode | None]:
    """Return the metadata of a mapping and the node of its title. Unknown keys are the business of a CMS, unless letters are swapped."""
    if not isinstance(node, yaml.MappingNode):
        faults.at(node, "expected a mapping of metadata: title, source, published, story")
        return Metadata(), None
    fields: dict[str, yaml.ScalarNode] = {}
    for key, (name, value) in items(node, faults).items():
        if key not in KNOWN:
            if meant := with_swapped_letters(key):
                faults.at(name, f"unknown key {key!r}", f"did you mean {meant!r}?")
            continue
        if not isinstance(value, yaml.ScalarNode):
            faults.at(value, f"expected text for {key!r}")
        elif value.value.strip() and (value.style or value.value not in ("~", "null")):
            fields[key] = value
    texts = {key: " ".join(fields[key].value.split()) for key in _TEXTS if key in fields}
    day = None
    for key in _DATES:
        if key in fields:
            day = published(fields[key].value)
            if day is None:
                faults.at(fields[key], f"{fields[key].value[:40]!r} is not a date", DATE_HINT)
            break
    return Metadata(published=day, **texts), fields.get("title")


def with_swapped_letters(key: str) -> str | None:
    """Return the known key that an unknown one has the letters of; any other likeness may be a key of the CMS ("score", "store")."""
    return next((known for known in (*_TEXTS, *_DATES) if sorted(known) == sorted(key.casefold())), None)


def as_errors(problems: list[Problem]) -> list[ReadError]:
    """Turn problems of a YAML part into errors of the file that holds it."""
    return [ReadError(p.message, p.line, p.column, p.hint) for p in problems]
