"""What stands on the page of an article and is no part of it, told from single lines by patterns kept as data."""

from __future__ import annotations

import re
from functools import cache

from checker.text.patterns import pattern
from checker.text.vocabulary import words

_HERE = "checker.read"
_QUOTED = re.compile(r"[\"“”«»]")
_READER = re.compile(r"\b(?:our|your|you|us|we|please)\b", re.IGNORECASE)
_ENDS = tuple(".!?…:;,")
_CLOSERS = "\"'”’»)]*_"  # what may stand behind them
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?(?:\s*\(updated:?[^)]*\))?", re.IGNORECASE)
_CLIP = re.compile(r"\d{1,2}:[0-5]\d (?=\S*[A-Z'\"‘“])")
_POINTERS = re.compile(r"[^\n]*\S (?:[·•|]) \S[^\n]*[^.!?\n]")
_LABEL = re.compile(r"(?:\*\*|__)?([^\n*_:]{2,40}?)(?:\*\*|__)?:(?:\*\*|__)?(?=\s)")
_POSITION = re.compile(r"\((?:[2-9](?:nd|rd|th)? )?(L|R|C|left|right|centre|center)\)")
_APPEARED = re.compile(r"(?:first |last )?(?:published|posted|updated|modified)\b.*\d{4}", re.IGNORECASE)
_REPORTED = re.compile(r"\((?:additional )?(?:reporting|writing|editing|compiled) by [^\n]*\)?$", re.IGNORECASE)


def bare(line: str) -> str:
    """Strip the marks of headings, quotations and emphasis around a line."""
    return line.lstrip(">#*_ \t\r\n").rstrip("*_ \t\r\n")


def is_sentence(line: str) -> bool:
    """Tell whether a line ends like running text, or is too long to be anything else."""
    return line.removesuffix("\n").rstrip(_CLOSERS).endswith(_ENDS) or line.count(" ") >= 20


def is_stop_head(line: str) -> bool:
    """Tell whether a line heads what follows an article on its page."""
    text = _folded(bare(line)).rstrip(": ")
    if len(text) > 80:
        return False
    exact, starts = _heads()
    return text in exact or (text.startswith(starts) and text[-1] not in ".!?")


def is_clock(line: str) -> bool:
    """Tell whether a line is nothing but a clock time, as above the items of a live feed."""
    return len(line) < 40 and _CLOCK.fullmatch(line) is not None


def is_clip(line: str) -> bool:
    """Tell whether a line points to a film by its length and title: "1:12 Crowds line the quay Pause"."""
    return line[:1].isdecimal() and _CLIP.match(line) is not None and not is_sentence(line)


def is_rule(line: str) -> bool:
    """Tell whether a line is drawn, not written: underscores, dashes or asterisks."""
    return len(line) > 2 and not line.strip("_-–—*=.· ")


def is_apart(line: str) -> bool:
    """Tell whether a line by its words alone is no part of an article, not even its headline."""
    return is_rule(line) or is_form(line) or is_call(line) or is_stop_head(line) or is_clock(line) or is_clip(line)


def is_form(line: str) -> bool:
    """Tell whether a line is part of a form for the reader of the page: an account, a notification."""
    return len(line) <= 400 and may_hold_form(line) and not _QUOTED.search(line) and _holds("forms.txt", line)


def may_hold_form(text: str) -> bool:
    """Tell whether a line of a text may be part of a form: asked first of the whole text, since most hold no form."""
    return _may_hold("forms.txt", text)


def is_call(line: str) -> bool:
    """Tell whether a line speaks to the reader of the page (forms, newsletters, appeals) or points to another story."""
    text = bare(line)
    if _STARTS["insert_heads.txt"].match(text) and len(text) < 400:
        return True
    if text.endswith("!") and text.count(" ") < 6 and not _QUOTED.search(text):
        return True
    if len(text) > 400 or _QUOTED.search(text) or (text.count(" ") >= 12 and not _READER.search(text)):
        return False
    return _holds("calls.txt", text)


def is_skip_link(line: str) -> bool:
    """Tell whether a line is the link that jumps over a page's menus: all before it is menus."""
    return len(line) < 40 and _folded(line).startswith(
        ("skip to content", "skip to main", "skip navigation", "jump to content")
    )


def is_label(line: str) -> bool:
    """Tell whether a paragraph is a list of pointers or notices run on behind a label: "Travel: ... · ..."."""
    text = line.lstrip("> ")
    label = _LABEL.match(text)
    if label is None:
        return False
    named = _folded(bare(label[1]))
    return (
        named in words(_HERE, "labels.txt")
        or is_stop_head(named)
        or _POINTERS.fullmatch(text.rstrip("*_ ")) is not None
    )


def is_caption(line: str) -> bool:
    """Tell whether a line describes a picture: it says so, or who stands where in it, or ends in a picture credit.

    One "(R)" alone says nothing: it is a party's letter more often than a place in a picture.
    """
    if len(line) > 600:
        return False
    if _STARTS["caption_heads.txt"].match(line):
        return True
    places = {found[1][:1].upper() for found in _POSITION.finditer(line)}
    last = line.rfind("(")
    credited = last > 0 and line.endswith(")") and _credited(line[last:])
    return len(places) > 1 or (credited and (bool(places) or "/" in line[last:]))


def is_credit(line: str) -> bool:
    """Tell whether a line only credits a picture."""
    if len(line) > 120 or line.count(" ") > 12:
        return False
    if _STARTS["credits.txt"].match(line):
        return True
    return _credited(line) and (("/" in line and not is_sentence(line)) or (line[:1], line[-1:]) == ("(", ")"))


def is_byline(line: str) -> bool:
    """Tell whether a line says who wrote the article, or when it appeared."""
    if _REPORTED.match(line):
        return True
    if len(line) > 120 or line.count(" ") > 12 or not _STARTS["bylines.txt"].match(line):
        return False
    return not is_sentence(line) or bool(
        re.match(r"(?:last )?(?:published|posted|updated|modified)\b.*\d{4}", line, re.IGNORECASE)
    )


def _credited(text: str) -> bool:
    return _holds("agencies.txt", text)


def _folded(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


@cache
def _heads() -> tuple[frozenset[str], tuple[str, ...]]:
    entries = words(_HERE, "stop_heads.txt")
    starts = tuple(entry.removesuffix("...") for entry in entries if entry.endswith("..."))
    return frozenset(entry for entry in entries if not entry.endswith("...")), starts


def _starts(name: str) -> re.Pattern[str]:
    # "Read moreThe story" is what is left of a link and its title, so a capital may follow at once.
    return pattern(lambda: rf"(?i:{_any_of(name)})(?:(?<=\W)|(?![a-z]))")


def _holds(name: str, text: str) -> bool:
    """Tell whether a text holds an entry of a list as whole words, in whatever case."""
    return _may_hold(name, text) and _WITHIN[name].search(text) is not None


def _may_hold(name: str, text: str) -> bool:
    """Tell whether a text holds an entry of a list, be it inside a word: plain search takes a small part of a pattern's time."""
    folded = _folded_case(text)
    return any(map(folded.__contains__, _plain(name)))


def _folded_case(text: str) -> str:
    """Fold a text as patterns do that ignore case, for which the Turkish letters are an i too; apostrophes are straight."""
    folded = text.lower() if text.isascii() else text.casefold().replace("i\u0307", "i").replace("ı", "i")
    return folded.replace("’", "'")


@cache
def _plain(name: str) -> tuple[str, ...]:
    return tuple(_folded_case(entry) for entry in words(_HERE, name))


def _within(name: str) -> re.Pattern[str]:
    return pattern(lambda: rf"\b(?:{_any_of(name)})(?!\w)", re.IGNORECASE)


def _any_of(name: str) -> str:
    return "|".join(re.escape(entry).replace("'", "['’]") for entry in words(_HERE, name))


_STARTS = {name: _starts(name) for name in ("insert_heads.txt", "credits.txt", "bylines.txt", "caption_heads.txt")}
_WITHIN = {name: _within(name) for name in ("forms.txt", "calls.txt", "agencies.txt")}
