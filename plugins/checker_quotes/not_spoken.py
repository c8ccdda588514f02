"""Marked words that nobody said: titles of works and programmes, names for things, words held at arm's length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.text.patterns import pattern
from checker.text.vocabulary import function_words
from checker_quotes.attribution import words

if TYPE_CHECKING:
    from checker.text.speech.marks import Fragment
    from checker.text.speech.paragraph import Paragraph


_WORK = pattern(
    r"(?:\b[A-Z][\w.&-]*['’]s?|\b(?:hosts?|episode|edition|broadcast|cast|star|stars|author|editor|taping)\s+of|\bappear(?:ance|ed|ing)\s+on"
    r"|\b(?:interview|call|visit)\s+(?:on|to|with)|\b[Oo]n|\bthe\s+(?:movie|film|show|series|song|album|book|novel|play|podcast|program)),?\s+\Z"
)
_SO_CALLED = pattern(
    r"\b(?:so-called|known\s+as|nicknamed|dubbed|titled|entitled|called|named|labell?ed|branded|(?:movie|film|show|series|song|album|book|novel|play|podcast|program|programme"
    r"|documentary|thriller|column|website|group|hashtag|sitcom|musical)(?:\s+called)?,?)\s+(?:the\s+|a\s+)?\Z"
)
# John "Jack" Lee: a name goes on behind the marks.
_NICKNAME_BEFORE = pattern(r"\b([A-ZÀ-Ž][\w.’'-]*)\s\Z")
_NICKNAME_BEHIND = pattern(r"\s[A-ZÀ-Ž][a-zà-ž]+")
_DESCRIBES = pattern(r"\s+[a-z]{3,}")
_ARTICLE = pattern(r"(?i)\b(?:an?|the|any|no|his|her|their|its|more|other|called)\s+(?:[\w-]+\s+){0,2}\Z")
_LEAD = 60  # code points before a fragment that may tell what it is
_DESCRIBED = 24  # code points behind a fragment in which the noun that it describes is looked for
_SCARE = 3  # words
_TITLE = 6  # words


def named_or_scare(paragraph: Paragraph, fragment: Fragment) -> bool:
    """Tell a title ("Meet the Press"), a name for something and a word held at arm's length from words that were spoken."""
    masked, end = paragraph.masked, fragment.outer.start - paragraph.span.start
    if end and masked[end - 1].isspace():
        low = max(0, end - _LEAD)
        if _SO_CALLED.search(masked, low, end):
            return True
        if len(words(fragment.content)) <= _SCARE and _is_name_or_scare(paragraph, fragment, low, end):
            return True
    return is_title(fragment.content)


def _is_name_or_scare(paragraph: Paragraph, fragment: Fragment, low: int, end: int) -> bool:
    """Tell of few words whether they are a nickname, or held at arm's length, by what stands between two offsets, before them."""
    text = paragraph.text
    given = _NICKNAME_BEFORE.search(paragraph.masked, low, end)
    surname = _NICKNAME_BEHIND.match(text, fragment.outer.end)
    if given and surname and given[1].casefold() not in function_words():
        return True
    return (
        not fragment.content[0].isupper()
        and _DESCRIBES.match(text, fragment.outer.end, fragment.outer.end + _DESCRIBED) is not None
        and _ARTICLE.search(paragraph.masked, low, end) is not None
    )


def is_work(paragraph: Paragraph, fragment: Fragment) -> bool:
    """Tell the name of a programme or a work by what stands before it: "on CNN's “State of the Union”"."""
    end = fragment.outer.start - paragraph.span.start
    if not end or not paragraph.masked[end - 1].isspace() or not is_title(fragment.content, fewest=1):
        return False
    return _WORK.search(paragraph.masked, max(0, end - _LEAD), end) is not None


def is_title(content: str, fewest: int = 2) -> bool:
    """Words of a title begin with capitals, small ones aside; it does not call or ask."""
    if not content[:1].isupper():
        return False
    found = words(content)
    if not fewest <= len(found) <= _TITLE or content.isupper() or "!" in content or "?" in content:
        return False
    heavy = [w for w in found if len(w) > 3 or w[:1].isupper()]
    return bool(heavy) and all(w[:1].isupper() or w[:1].isdigit() for w in heavy)
