"""What somebody is to others, where nobody is two of it at a time: a person's kin, and the holder of a post."""

from __future__ import annotations

from functools import cache

from checker.text.vocabulary import forms_of


@cache
def degrees_of_kin() -> dict[str, str]:
    """Words for kin, in lower case, to the degree of kinship they tell: "half-brother" and "sister" are siblings."""
    return forms_of("checker.text", "kin.txt")


@cache
def exclusive_posts() -> dict[str, str]:
    """What the holders of posts are called, in lower case, to the post; one person holds one of them at a time."""
    return forms_of("checker.text", "exclusive-posts.txt")
