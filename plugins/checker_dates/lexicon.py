"""The vocabulary of time, read from data, and the pattern fragments made of it."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from checker.text.patterns import pattern
from checker.text.vocabulary import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

PACKAGE = "checker_dates"


def _table(name: str) -> Mapping[str, str]:
    return table(PACKAGE, name)


def _numbers(name: str) -> dict[str, int]:
    return {form: int(value) for form, value in _table(name).items()}


def either(forms: Iterable[str]) -> str:
    """Return an alternation of literal forms, the longest first, in which a space stands for any white space.

    Forms with a common head share it: a character is then tried against a few branches, not against every form.
    """
    return _branches(sorted(set(forms)), 0)


def _branches(forms: Sequence[str], at: int) -> str:
    """Return what matches the rest, from ``at`` on, of sorted forms that are alike before."""
    ends = len(forms[0]) == at
    found = []
    for head, group in groupby(forms[ends:], key=itemgetter(slice(at, at + 1))):
        alike = list(group)
        pairs = enumerate(
            zip(alike[0], alike[-1], strict=False)
        )  # of sorted forms the first and the last differ the most
        stop = next((n for n, (a, b) in pairs if a != b), min(len(alike[0]), len(alike[-1])))
        found.append(_literal(alike[0][at:stop] or head) + _branches(alike, stop))
    if not found:
        return ""
    return f"(?:{'|'.join(found)}){'?' if ends else ''}" if ends or len(found) > 1 else found[0]


def _literal(text: str) -> str:
    return re.escape(text).replace(r"\ ", r"\s+")


MONTHS = _numbers("months.txt")
WEEKDAYS = _numbers("weekdays.txt")
CARDINALS = _numbers("numbers.txt")
ORDINALS = _numbers("ordinals.txt")
UNITS = _table("units.txt")
SEASONS = _table("seasons.txt")
DAYPARTS = _table("dayparts.txt")
REFERENCES = _table("references.txt")
FREQUENCIES = _table("frequencies.txt")
MODIFIERS = _table("modifiers.txt")
HOLIDAYS = _table("holidays.txt")
DIRECTIONS = _table("directions.txt")
HISTORY = {
    day: (int(rule.partition("<")[0]), frozenset(rule.partition("<")[2].split()))
    for day, rule in _table("days-of-history.txt").items()
}
NEAR_DAYS = {
    form: (int(value.split()[0]), value.partition(" ")[2] or None) for form, value in _table("near-days.txt").items()
}

HOLIDAY = either([*HOLIDAYS, *(h.replace("'", "’") for h in HOLIDAYS if "'" in h)])
_full = [m for m in MONTHS if len(m) > 4 or m in ("May", "June", "July")]
_short = [m for m in MONTHS if m not in _full]
MONTH = (
    rf"(?:{either([*_full, *(m.upper() for m in _full)])}|(?:{either([*_short, *(m.upper() for m in _short)])})\b\.?)"
)
DAY_NAMES = [d for d in WEEKDAYS if len(d) > 5]
WEEKDAY_NAME = rf"(?:{either([*DAY_NAMES, *(d.upper() for d in DAY_NAMES)])})"
WEEKDAY_SHORT = rf"(?:{either(d for d in WEEKDAYS if len(d) <= 5)})"
ZONE = rf"(?:{either(_table('zones.txt'))})(?:\s+(?:[Ss]tandard\s+|[Dd]aylight\s+|[Ss]ummer\s+)?[Tt]ime)?"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"


def _cased(forms: Iterable[str]) -> str:
    """Return an alternation of forms in lower case and as at the head of a sentence: a third of the cost of ignoring case."""
    return either(f for form in forms for f in (form, form[0].upper() + form[1:]))


_ones = _cased(w for w, n in CARDINALS.items() if n < 10)
_small = _cased(w for w, n in CARDINALS.items() if n < 20)
_tens = _cased(w for w, n in CARDINALS.items() if n >= 20)
WORDS = rf"(?:(?:{_tens})(?:[- ](?:{_ones}))?|{_small})"
HUNDREDS = rf"(?:(?:[Aa]|{WORDS})\s+(?:hundred|thousand)(?:\s+(?:and\s+)?{WORDS})?)"
ORDINAL_WORD = rf"(?:(?:[Tt]wenty|[Tt]hirty)-(?:{either(w for w, n in ORDINALS.items() if n < 10)})|{_cased(ORDINALS)})"
ORDINAL = rf"(?:{ORDINAL_WORD}|[12]?\d?\d(?:st|nd|rd|th)\b)"
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
DAY_ORDINAL = rf"(?:{DAY_NUMBER}(?:st|nd|rd|th)?|{ORDINAL_WORD})"
YEAR = r"(?:1\d\d\d|20\d\d|2100)"
SHORT_YEAR = r"['’]\d\d(?![\w’'])"
SPELLED_YEAR = (
    rf"(?:(?:[Nn]ineteen|[Ee]ighteen|[Ss]eventeen|[Tt]wenty)\s+(?:hundred|{WORDS})"
    rf"|[Tt]wo\s+thousand(?:\s+(?:and\s+)?(?:{_small}))?)"
)
UNIT = rf"(?:{either(u for u in UNITS if u != 'centurie')})"
UNITS_PLURAL = rf"(?:{either(u for u in UNITS if u not in ('century', 'weekend', 'millennium'))})s"
ANY_UNIT = rf"(?:{UNITS_PLURAL}|{UNIT})"
COUNT = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?:[\s-]\d/\d|[½¼¾])?|{HUNDREDS}|{WORDS}"
    r"|a\s+couple(?:\s+of)?|couple\s+of|(?:half\s+)?a\s+dozen)"
)
VAGUE = r"(?:[Ss]everal|[Aa]\s+few|[Mm]any|[Ss]ome|[Aa]\s+number\s+of|[Nn]umerous|[Cc]ountless)"


_VAGUE = pattern(VAGUE)
_COUPLE = pattern(r"(?:a couple(?: of)?|couple(?: of)?)")
_FRACTION = pattern(r"(?:(\d+(?:\.\d+)?)\s?)??(?:(\d)/(\d)|([½¼¾]))")
_AND_A_HALF = pattern(r"(.+?) and a half")
_FIGURE = pattern(r"\d+(?:\.\d+)?")
_NUMBERED = pattern(r"(\d+)(?:st|nd|rd|th)?")


@cache
def is_vague(words: str) -> bool:
    """Tell whether a count is none that can be told: "several", "a few"."""
    return _VAGUE.fullmatch(words.lower()) is not None


@cache
def holiday(form: str) -> str:
    """Return a holiday by the name the vocabulary has for it."""
    return " ".join(form.replace("’", "'").split())


def cardinal(words: str) -> float | None:
    """Return the value of a cardinal: digits, words, "a couple of", "half a dozen", "2 1/2"; None if it is none."""
    text = " ".join(words.lower().replace("-", " ").replace(",", "").split())
    if text in ("a", "an"):
        return 1
    if _COUPLE.fullmatch(text):
        return 2.0
    text = {"a dozen": "twelve", "half a dozen": "six", "half a": "1/2", "half an": "1/2"}.get(text, text)
    if m := _FRACTION.fullmatch(text):
        part = {"½": 0.5, "¼": 0.25, "¾": 0.75}[m[4]] if m[4] else int(m[2]) / max(1, int(m[3]))
        return float(m[1] or 0) + part
    if m := _AND_A_HALF.fullmatch(text):
        whole = cardinal(m[1])
        return None if whole is None else whole + 0.5
    if _FIGURE.fullmatch(text):
        return float(text)
    return _spelled(text.split())


def _spelled(words: list[str]) -> float | None:
    total, current = 0, 0
    for word in words:
        if word == "hundred":
            current = max(1, current) * 100
        elif word == "thousand":
            total, current = total + max(1, current) * 1000, 0
        elif word in CARDINALS:
            current += CARDINALS[word]
        elif word not in ("a", "and"):
            return None
    return float(total + current) if words else None


@cache
def ordinal(words: str) -> int | None:
    """Return the value of an ordinal ("second", "21st", "twenty-first") or of plain digits."""
    text = words.lower()
    if m := _NUMBERED.fullmatch(text):
        return int(m[1])
    tens, dash, ones = text.partition("-")
    if dash:
        return CARDINALS.get(tens, 0) + ORDINALS.get(ones, 0)
    return ORDINALS.get(text)


@cache
def year(form: str | None) -> int | None:
    """Return the year in "2024" or "'24" (of the century that makes it 1950 to 2049); None for None."""
    if not form:
        return None
    number = int(form.lstrip("'’"))
    return number if len(form) > 3 else number + (2000 if number < 50 else 1900)


@cache
def spelled_year(words: str) -> int | None:
    """Return the year in "nineteen ninety-six", "two thousand four", or in digits."""
    text = " ".join(words.lower().replace("-", " ").split())
    if text.isdigit():
        return int(text)
    if text.startswith("two thousand"):
        rest = cardinal(text[13:].removeprefix("and ").strip()) if len(text) > 12 else 0
        return None if rest is None else 2000 + int(rest)
    first, _, rest_words = text.partition(" ")
    if rest_words == "hundred":
        return CARDINALS[first] * 100
    rest = cardinal(rest_words)
    return None if rest is None or rest < 10 else CARDINALS[first] * 100 + int(rest)


@cache
def month(form: str) -> int:
    """Return the number of a month name or abbreviation in any case."""
    return MONTHS[form.rstrip(".").capitalize()]


@cache
def weekday(form: str) -> int:
    """Return the ISO number of a weekday name or abbreviation in any case."""
    return WEEKDAYS[form.rstrip(".").capitalize()]


@cache
def unit(form: str) -> str:
    """Return the ISO 8601 letter of a unit, singular or plural ("years" → Y, "minutes" → TM)."""
    low = form.lower()
    return UNITS.get(low) or UNITS[low.removesuffix("s")]
