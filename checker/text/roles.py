"""Roles: what stands beside a name and says what its bearer is or does: "union leader Ann Ro", "Ann Ro, secretary of the union,"."""

from __future__ import annotations

import re
from functools import cache

from checker.text.names import PARTICLES, title_ends
from checker.text.remembered import Remembered
from checker.text.verbs import verbs
from checker.text.vocabulary import entries

_ROLE_AFTER = re.compile(r",\s(?:(?:the|a|an|its|their|his|her)\s)?([^,.;:()\"“”]{3,80})(?=[,.;]|$)")
_ROLE_WHO = re.compile(
    r",\swho\s((?:chairs|runs|heads|leads|directs|commands|represents|models|led|chaired|headed|owns)\s[^,.;]{3,60})"
)
# Read backwards from the name, where it is anchored: up to three small words behind, perhaps, a possessive.
_ROLE_BEFORE = re.compile(r"((?:\s[\w’'-]*[a-z]){1,3}(?:\ss['’][\w’'-]*[A-Z])?)(?:[\s“\"]|\Z)")
_TAIL = re.compile(r"\s(?:said|says|told|added|wrote|and|who|was|is|has|had|will)\b")
_NO_ROLE = frozenset(
    "who which and but or said says told added in on at to as when while after before for with then was is had has".split()
)
_BEFORE = 60  # code points before a name in which its bearer's role is looked for
_DETERMINERS = frozenset("the a an its their his her by with from to of and said told for as that when after".split())
_ENDS_NO_ROLE = _DETERMINERS | PARTICLES


@cache
def person_nouns() -> frozenset[str]:
    """Nouns for what one person is or does, in lower case."""
    return entries("checker.text", "person-nouns.txt")


def _may_end(word: str) -> bool:
    """Tell whether a role may end in a word: a small one that is no verb, or one with a capital."""
    if not word.isalpha() or not word[0].islower():
        return word not in _ENDS_NO_ROLE
    return word not in _ENDS_NO_ROLE and not _is_verbal(word)


_MAY_END = Remembered(_may_end)


def _is_verbal(word: str) -> bool:
    return word.endswith(("ed", "ing", "ly")) or bool(verbs(word))


def role_of(text: str, start: int, end: int) -> str | None:
    """What an apposition says of a person: ", secretary of the dockers' union,", "union leader ...", ", who chairs ..."."""
    if text[end : end + 1] == ",":
        window = text[end : end + 110].partition("\n")[0]
        if match := _ROLE_WHO.match(window):
            return match.group(1).strip()
        if match := _ROLE_AFTER.match(window):
            role = _TAIL.split(" ".join(match.group(1).split()))[0]
            first = role.partition(" ")[0]
            lower = [w for w in role.split() if w[0].islower() and w not in _DETERMINERS]
            if (
                lower
                and first.casefold() not in _NO_ROLE
                and not first.endswith(("ing", "ed"))
                and not role[0].isdigit()
            ):
                return role
    if start < 1 or not text[start - 1].isspace():
        return None
    low = start - _BEFORE if start > _BEFORE else 0
    last = text[low : start - 1].rpartition(" ")[2].rpartition("\n")[2]
    if not last or not _MAY_END[last]:
        return None
    if not last[0].islower():
        if last[0].isupper() and last.casefold() in person_nouns() and last not in title_ends():
            return last.casefold()  # "Striker Ann Ro"
        if last.isalpha():
            return None
    before = text[low:start].rpartition("\n")[2]
    if match := _ROLE_BEFORE.match(before[::-1]):
        kept = match[1][::-1].split()
        while kept and (kept[0].casefold() in _DETERMINERS or verbs(kept[0])):
            kept = kept[1:]
        if kept and kept[-1].casefold() not in _ENDS_NO_ROLE and not _is_verbal(kept[-1]):
            return " ".join(kept)
    return None
