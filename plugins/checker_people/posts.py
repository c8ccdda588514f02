"""Claims about posts, said of a person by what stands behind or before the name.

"Permanent secretary at the water ministry"; "the trade minister", whose ministry is in the title.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Annotations, Claim, Document, Extractor, Mention, Passage, Person, SegmentKind
from checker.text.nations import forms
from checker.text.vocabulary import forms_of, function_words, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})


@frozen()
class Post(Mention):
    """A post in a body: ``post`` in one form for all, ``sort`` the kind of body, ``names`` what tells it from others of its kind."""

    kind: ClassVar[str] = "post"
    post: str
    sort: str
    names: frozenset[str]


@cache
def posts() -> dict[str, str]:
    """Forms, in lower case, to the post they stand for."""
    return forms_of("checker_people", "posts.txt")


@cache
def _sorts() -> dict[str, str]:
    return {form: line.split()[0] for line in words("checker_people", "bodies.txt") for form in line.split()}


@cache
def _levels() -> frozenset[str]:
    """Words that say on which level a body works, and not which it is."""
    return frozenset(words("checker_people", "levels.txt"))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The post behind a name (", permanent secretary at the water ministry") and before it ("water ministry spokesman Ann Ro")."""
    post = "|".join(re.escape(f) for f in sorted(posts(), key=len, reverse=True))
    body = "|".join(sorted(_sorts()))
    behind = re.compile(
        rf"(?i),\s(?:the|a|an)?\s?(?P<post>{post})\s(?:at|of|for|in|with)\s(?:the\s)?"
        rf"(?P<body>(?:[\w.’'-]+\s){{0,4}}?(?:{body})\b(?:\s(?:of|for)\s(?:[\w’'-]+\s?){{1,3}}?(?=[,.;]|\s(?:in|and|who|said)\b))?)"
    )
    before = re.compile(
        rf"(?i)\b(?P<body>(?:(?-i:[A-Z][\w.’'-]*\s){{1,4}}?|[\w’'-]+\s)(?:{body}))\s(?P<post>{post})\s\Z"
    )
    return behind, before


@cache
def _portfolios() -> dict[str, str]:
    """Forms, in lower case, to the portfolio they stand for."""
    return forms_of("checker_people", "portfolios.txt")


@cache
def _ministers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A minister's post behind a name (", the trade minister", ", minister of trade") and before it ("Trade Minister Ann Ro")."""
    one = "|".join(re.escape(f) for f in sorted(_portfolios(), key=len, reverse=True))
    body = rf"(?P<body>(?:{one})(?:(?:,\s|\sand\s)(?:{one}))*)"
    behind = re.compile(
        rf"(?i),\s(?:(?:the|its|their)\s|(?-i:[A-Z][\w’'-]*['’]s\s))?(?:{body}\s(?P<post>minister)"
        rf"|(?P<post_first>minister)\s(?:of|for)\s(?:the\s)?{body.replace('body', 'body_last')})(?=[,.;)]|\s(?:who|and|of|in|at|said)\b|\Z)"
    )
    before = re.compile(rf"(?i)(?P<other>[\w’'-]+\s)?\b{body}\s(?P<post>minister),?\s\Z")
    return behind, before


_NO_MORE = frozenset("former ex then deputy acting shadow junior assistant designate".split())


def beside(
    text: str, person: Person, patterns: tuple[re.Pattern[str], re.Pattern[str]], reach: int
) -> tuple[re.Match[str] | None, bool]:
    """Match what stands behind a name, or else, in its line and ``reach`` code points, before it; and tell whether it stands before."""
    behind, before = patterns
    match = behind.match(text, person.end)
    if match is not None:
        return match, False
    start = text.rfind("\n", 0, person.start) + 1
    return before.search(text, max(start, person.start - reach), person.start), True


def _minister(text: str, person: Person) -> Post | None:
    """The ministry of a person who is called its minister beside the full name."""
    match, before = beside(text, person, _ministers(), 60)
    if match is None or (before and (match["other"] or "").strip().casefold() in _NO_MORE):
        return None
    found = match.groupdict()
    group = "body" if found.get("body") else "body_last"
    forms_of = re.split(r",\s|\sand\s", match[group].casefold())
    names = frozenset(_portfolios()[f] for f in forms_of if f in _portfolios())
    post = "post" if found.get("post") else "post_first"
    start, end = min(match.start(group), match.start(post)), max(match.end(group), match.end(post))
    return Post(start, end, "minister", "ministry", names)


def post_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the post of every person whose full name is told with one and with its body."""
    text = document.text
    for person in annotations.of(Person):
        if person.given is None or document.segment_at(person.start) in _SKIPPED:
            continue
        match, _ = beside(text, person, _patterns(), 90)
        post = _post(match) if match is not None else _minister(text, person)
        if post is not None:
            yield Claim(document, person, "post", post, (Passage(post.start, post.end, "post"),))


def _post(match: re.Match[str]) -> Post | None:
    """The post of a match; None where nothing tells its body from others."""
    body = re.sub(r"['’]s?\b", "", match["body"]).split()
    sort = next((_sorts()[w.casefold()] for w in body if w.casefold() in _sorts()), None)
    national = {w for form in forms() for w in form.split()}
    names = (
        {w.casefold() for w in body if w not in national and w.casefold() not in _sorts()}
        - function_words()
        - _levels()
    )
    if sort is None or not names:
        return None
    start, end = min(match.start("post"), match.start("body")), max(match.end("post"), match.end("body"))
    return Post(start, end, posts()[match["post"].casefold()], sort, frozenset(names))


POST_CLAIMS = Extractor("post-claims", "1", (Person,), Claim, post_claims)
