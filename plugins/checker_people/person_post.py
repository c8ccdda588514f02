"""Rule kind ``person-post``: one person does not hold one post in two bodies of a kind."""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Outcome, Reading, Referent, RuleKind, Verdict
from checker.text.spelling import skeleton
from checker_people.posts import Post


@frozen()
class PersonPost:
    """``days``: how far apart two articles may be put out before a new post may lie between."""

    days: int = 60


def compare(options: PersonPost, a: Claim, b: Claim) -> Verdict:
    """Judge two posts: contradiction where post and kind of body are equal and nothing of the bodies' names is shared."""
    first, second = a.reading, b.reading
    if (
        not isinstance(first, Post)
        or not isinstance(second, Post)
        or (first.post, first.sort) != (second.post, second.sort)
    ):
        return UNKNOWN
    if not {skeleton(w) for w in first.names}.isdisjoint({skeleton(w) for w in second.names}):
        return AGREE
    apart = a.document.days_from(b.document)
    if apart is None or apart > options.days:
        return UNKNOWN
    return Verdict(Outcome.CONTRADICT, f"two bodies, each a {first.sort}")


def describe(options: PersonPost, claim: Claim) -> Reading:
    """Read a claim as its post, in the article's words."""
    del options
    words = " ".join(claim.document.text[claim.reading.start : claim.reading.end].split())
    if not isinstance(claim.reading, Post):
        return Reading(words, words)
    return Reading(f"{claim.reading.post}: {' '.join(sorted(claim.reading.names))}", words)


PERSON_POST = RuleKind(
    name="person-post",
    referent=Referent.PERSON,
    slot="post",
    options=PersonPost,
    compare=compare,
    describe=describe,
    message="the post of {title}",
)
