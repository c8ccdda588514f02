"""Proper names and persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Annotations, Document, Extractor, Name, Person, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator


def _names(_document: Document, _annotations: Annotations) -> Iterator[Name]:
    return iter(())


def _persons(_document: Document, _annotations: Annotations) -> Iterator[Person]:
    return iter(())


NAMES = Extractor("names", "1", (Sentence,), Name, _names)
PERSONS = Extractor("persons", "1", (Sentence, Name), Person, _persons)
