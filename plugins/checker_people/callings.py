"""What a text calls a person right beside the name: "the pilot, Ann Ro", "Ann Ro, the club's coach", "Coach Ann Ro"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from checker.text.roles import person_nouns
from checker.text.vocabulary import entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.model import Document, Person

_BEFORE = re.compile(r"(?P<before>(?:[\w’'-]+\s){0,5})(?P<noun>[\w’'-]+)(?P<comma>,)?\s\Z")
_BEHIND = re.compile(
    r",\s(?:the|an?|its|their|his|her)\s(?:[\w’'-]+\s){0,3}?(?P<noun>[a-z][\w’'-]*)(?=[,.;)]|\s(?:[(–—]|(?:of|at|for|in|who|on|with|from|and|said)\b)|$)"
)
_DETERMINERS = frozenset("the a an its their his her our".split())


@cache
def telling_nouns() -> frozenset[str]:
    """Nouns for what one person is that tell one person of a story from the others of his or her surname."""
    return person_nouns() - entries("checker_people", "shared-nouns.txt")


def callings(document: Document, person: Person) -> frozenset[str]:
    """The telling nouns beside one mention of a person, in lower case."""
    text = document.text
    found = set()
    if person.title:
        found.add(person.title.split()[-1].casefold())
    if (match := _BEHIND.match(text, person.end)) is not None:
        found.add(match["noun"])
    match = _BEFORE.search(text, max(text.rfind("\n", 0, person.start) + 1, person.start - 60), person.start)
    if match is not None:
        led = match["before"].split()
        # Before a comma the noun names the person only where it has a determiner: "the pilot, Ann Ro", not "told the court pilot, Ann Ro".
        if not match["comma"] or any(w.casefold() in _DETERMINERS or w.endswith(("'s", "’s")) for w in led):
            found.add(match["noun"].casefold())
    return telling_nouns() & found


def callings_of(document: Document, persons: Iterable[Person]) -> Mapping[str, frozenset[str]]:
    """The telling nouns for every person of a document, by name."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in persons:
        found[person.name] |= callings(document, person)
    return {name: frozenset(nouns) for name, nouns in found.items()}
