"""Claims about what a person is: the one post of those that exclude each other which an article gives a person.

Said behind the name ("Ivo Ro, head of production at the plant", "Ivo Ro, who has been chief of staff for ten years") or before it ("the
works' safety officer, Ivo Ro"). What somebody was, or is to become, is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Annotations, Claim, Document, Extractor, Mention, Passage, Person, SegmentKind
from checker.text.standing import exclusive_posts
from checker_people.posts import beside

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT = "office"
_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_REACH = 90  # code points before a name in which its post may stand


@frozen()
class Office(Mention):
    """A post, in one form for all ways to write it."""

    kind: ClassVar[str] = "office"
    post: str


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The post behind a name and before it."""
    post = "|".join(re.escape(f) for f in sorted(exclusive_posts(), key=len, reverse=True))
    whose = r"(?:(?:the|its|their|an?)\s)?(?:(?:[A-Z][\w’'-]*\s){0,3}[\w-]+['’]s?\s|[A-Z][\w’'-]+\s)?"
    behind = re.compile(
        rf"(?:,\s(?:\d\d,\s)?(?:who\s(?:is|has\sbeen)\s)?|\s\(){whose}(?P<post>(?i:{post}))\b"
        r"(?=[,.;)]|\s(?:of|at|for|in|with|on|since|said|who|and)\b)"
    )
    before = re.compile(rf"(?P<lead>[\w’'-]+\s)?\b(?P<post>(?i:{post})),?\s\Z")
    return behind, before


_NOT_NOW = frozenset(
    "former ex then acting deputy assistant interim future designate incoming outgoing vice past as".split()
)


def offices(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the post of every person to whom the article gives one only."""
    text = document.text
    found: dict[str, list[tuple[Person, Office]]] = defaultdict(list)
    for person in annotations.of(Person):
        if document.segment_at(person.start) not in _SKIPPED and (office := _office(text, person)) is not None:
            found[person.name].append((person, office))
    for held in found.values():
        if len({office.post for _, office in held}) == 1:
            for person, office in held:
                yield Claim(document, person, SLOT, office, (Passage(office.start, office.end, "post"),))


def _office(text: str, person: Person) -> Office | None:
    match, before = beside(text, person, _patterns(), _REACH)
    if match is None or (before and (match["lead"] or "").strip().casefold() in _NOT_NOW):
        return None
    return Office(*match.span("post"), exclusive_posts()[match["post"].casefold()])


OFFICE_CLAIMS = Extractor("office-claims", "1", (Person,), Claim, offices)
