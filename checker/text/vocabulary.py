"""Vocabulary as data: word lists and tables that stand beside the code that owns them, read once.

A list is a plain text file, one entry a line; ``#`` starts a comment, blank lines are skipped. A table is a text file whose lines
are ``key: value``. Plain text rather than YAML: it is read in a tenth of the time, and every run reads it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words(package: str, name: str) -> tuple[str, ...]:
    """Return the entries of the list ``name`` (``cues.txt``) in the ``data`` folder of ``package``, in file order."""
    return tuple(entry for _, entry in _lines(package, name))


@cache
def entries(package: str, name: str) -> frozenset[str]:
    """Return the words of a list that holds several a line, parted by spaces."""
    return frozenset(word for line in words(package, name) for word in line.split())


@cache
def table(package: str, name: str) -> dict[str, str]:
    """Return the table ``name`` in the ``data`` folder of ``package``; a key that stands twice, or a line without ``:``, is an error."""
    found: dict[str, str] = {}
    for line, entry in _lines(package, name):
        key, colon, value = entry.partition(":")
        key = key.strip()
        if not colon or key in found:
            raise ValueError(
                f"{package}/data/{name}:{line}: {'duplicate key ' + repr(key) if colon else 'expected key: value'}"
            )
        found[key] = value.strip()
    return found


@cache
def forms_of(package: str, name: str) -> dict[str, str]:
    """Return the table ``name`` read backwards: each of the forms that stand behind a key, parted by commas, to the key."""
    return {form.strip(): key for key, forms in table(package, name).items() for form in forms.split(",")}


def _lines(package: str, name: str) -> list[tuple[int, str]]:
    text = files(package).joinpath("data", name).read_text(encoding="utf-8")
    stripped = ((n, line.partition("#")[0].strip()) for n, line in enumerate(text.splitlines(), 1))
    return [(n, entry) for n, entry in stripped if entry]


@cache
def function_words() -> frozenset[str]:
    """Words that carry grammar rather than matter."""
    return entries("checker.text", "function-words.txt")


@cache
def light_words() -> frozenset[str]:
    """Words that grammar needs and words that carry little: sharing them proves nothing."""
    return function_words() | entries("checker.text", "light-words.txt")
