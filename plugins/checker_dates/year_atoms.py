"""Years, decades and centuries: absolute, and no smaller than a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.text.patterns import pattern
from checker.text.vocabulary import entries, words
from checker_dates import lexicon as lex
from checker_dates.parts import Parts, Pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker_dates.parts import Atom


def _listed(name: str) -> str:
    return lex.either(words(lex.PACKAGE, name))


_NOT_A_YEAR_AFTER = pattern(
    rf"(?:[,.]\d|%|\s?(?:{_listed('not-years-before.txt')})(?!\w)|[/:]\d|-[a-z]"
    rf"|\s(?:[NSEW]\.?\s)?(?:[A-Z][\w.]*\s|\d+(?:st|nd|rd|th)\s){{1,2}}(?:{_listed('streets.txt')})\b)"
)
_MARK_BEFORE = pattern(
    r"(?:[$£€#\d][,.]?(?<!\d{4}/)|[A-Za-z](?<!\b[Mm]id)(?<!\b[Pp]re)(?<!\b[Pp]ost)(?<!\b[Ll]ate)(?<!\b[Ee]arly)[-/]"
    r"|(?<!\d\d\d\d)(?<=\d)[-–/])\Z"
)
_NO_YEARS_AFTER = frozenset(words(lex.PACKAGE, "not-years-after.txt"))
_TO_FIGURE = pattern(r"\bto\s\d+\s\Z")
_PREPOSITIONS = entries(lex.PACKAGE, "before-years.txt")
_YEARS_BEFORE = pattern(r"\b[Bb]etween\s1\d\d\d\sand\s\Z|(?<![\w.])1\d\d\d\s?[-–]\s?\Z|(?<![\w.])20\d\d\s?[-–]\s?\Z")
_OPENING = "\"'“‘`([—–…/*_.,:;"
_NOUN_AFTER = pattern(r"\s[a-z]+(?<!as)(?<!is)(?<!was)s\b")
_NAME_AFTER = pattern(r"\s[A-Z]")
_CENTURY = 100
_MARKS = 8  # code points before four digits in which a mark may make them another thing than a year
_FIRST, _LAST = 1900, 2099  # years that need no preposition to be read as such


def _no_year_after(before: str) -> bool:
    """Tell whether what stands before four digits says that they are no year."""
    if not before[-1:].isspace():
        return _MARK_BEFORE.search(before, max(0, len(before) - _MARKS)) is not None
    last = before.split()[-1:]
    return bool(last) and (
        last[0].lstrip(_OPENING) in _NO_YEARS_AFTER or (last[0].isdigit() and _TO_FIGURE.search(before) is not None)
    )


def _led(before: str) -> bool:
    """Tell whether a preposition, or another word that goes before years, ends ``before``."""
    last = before.replace("-", " ").split()[-1:]
    return bool(last) and last[0].lstrip(_OPENING).lower() in _PREPOSITIONS


def _year(match: re.Match[str]) -> Iterator[Atom]:
    text, (start, end) = match.string, match.span()
    before, after = text[max(0, start - 24) : start], text[match.end("year") : match.end("year") + 36]
    if match["word"] is None:
        if _NOT_A_YEAR_AFTER.match(after) or _no_year_after(before):
            return
        year = int(match["year"])
        preposition = _led(before) or (
            before.rstrip()[-1:] in ("d", "-", "–") and _YEARS_BEFORE.search(before) is not None
        )
        if not _FIRST <= year <= _LAST and not preposition:
            return
        if (
            not preposition
            and (before.endswith("-") or _NOUN_AFTER.match(after))
            and not before.lower().endswith("the ")
        ):
            return
    else:
        year = lex.spelled_year(match["year"]) or 0
        if not year:
            return
    yield start, end, Parts(year=year)


def _second_year(match: re.Match[str]) -> Iterator[Atom]:
    """Read the "21" of "2019-21"."""
    first = int(match["first"])
    year = first - first % 100 + int(match["year"])
    if year > first:
        yield (*match.span("year"), Parts(year=year))


def _short_year(match: re.Match[str]) -> Iterator[Atom]:
    yield (*match.span(), Parts(year=lex.year(match["year"])))


def _era(match: re.Match[str]) -> Iterator[Atom]:
    number = int(match["year"] or match["after"])
    if number < _CENTURY and _NAME_AFTER.match(match.string, match.end()):
        return  # "5 BC Lions"
    yield (*match.span(), Parts(year=number, before_christ=match["bc"] is not None))


def _spelled(match: re.Match[str]) -> Iterator[Atom]:
    year = lex.spelled_year(match["year"])
    before = match.string[max(0, match.start() - 24) : match.start()]
    if year and 1100 <= year <= _LAST and (_led(before) or year % 100 or match["word"]):
        yield (*match.span(), Parts(year=year))


def _fiscal(match: re.Match[str]) -> Iterator[Atom]:
    yield (*match.span(), Parts(year=int(match["year"]), fiscal=True))


def _decade(match: re.Match[str]) -> Iterator[Atom]:
    digits = match["digits"]
    if digits and len(digits) == 4 and digits.endswith("00") and digits <= "1900":
        yield (*match.span(), Parts(century=int(digits[:2])))  # "the 1700s"
        return
    if digits:
        decade = int(digits[:-1]) if len(digits) == 4 else (190 if digits > "10" else 200) + int(digits[0])
    else:
        word = match["word"].lower()
        decade = 190 + lex.CARDINALS[word.removesuffix("ies") + "y"] // 10
    yield (*match.span(), Parts(decade=decade))


def _century(match: re.Match[str]) -> Iterator[Atom]:
    number = lex.ordinal(match["ordinal"])
    turn = match.string[max(0, match.start() - 8) : match.start()].endswith("turn of ")  # decades on either side of it
    if number and number <= 22 and not turn:
        yield (*match.span(), Parts(century=number - 1))


_BC = r"(?:BCE?\b|B\.C\.(?:E\.)?)"

YEAR_PATTERNS = tuple(
    Pattern(trigger, pattern(source), read)
    for trigger, source, read in (
        (
            "digits4",
            rf"(?<![\w.,’'&])(?P<word>(?:[Tt]he\s+)?[Yy]ear\s+)?(?P<year>{lex.YEAR})(?![\w’]|'(?!s\b))",
            _year,
        ),
        ("second-year", r"\b(?P<first>(?:1\d|20)\d\d)[-–/](?P<year>\d\d)\b(?![-–/%’']|[.,]\d)", _second_year),
        (
            "short",
            rf"(?:(?<=\b[Ii]n\s)|(?<=\b[Oo]f\s)|(?<=\b[Ss]ince\s)|(?<=\b[Ii]n\searly\s)|(?<=\b[Ii]n\slate\s))(?P<year>{lex.SHORT_YEAR})",
            _short_year,
        ),
        (
            "era",
            (
                rf"(?<![\w.,])(?P<year>[1-9]\d{{0,3}})(?P<after>)(?P<bc>\s?{_BC}|(?=\s?[-–]\s?\d{{1,4}}\s?{_BC})"
                rf"|(?=\s(?:to|until)\s\d{{1,4}}\s?{_BC}))"
            ),
            _era,
        ),
        (
            "era",
            r"(?<![\w.,])(?:(?P<year>[1-9]\d{0,3})\s?(?:AD\b|A\.D\.|CE\b)|(?:AD|A\.D\.)\s?(?P<after>[1-9]\d{0,3})\b)(?P<bc>(?!))?",
            _era,
        ),
        ("fiscal-year", rf"\b[Ff]iscal(?:\s+year)?\s+(?P<year>{lex.YEAR})(?:[-–/]\d\d)?\b", _fiscal),
        ("fiscal-year", rf"\bFY\s?(?P<year>{lex.YEAR})\b", _fiscal),
        (
            "decades",
            r"(?<![\w.,$£€])(?P<apostrophe>[’'])?(?P<digits>1\d\d0|20\d0|(?<=[’'])\d0)(?:['’])?s\b",
            _decade,
        ),
        ("decade", r"\b(?P<digits>)(?P<word>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b", _decade),
        ("spelled", rf"\b(?P<word>(?:[Tt]he\s+)?[Yy]ear\s+)?(?P<year>{lex.SPELLED_YEAR})\b", _spelled),
        ("century", rf"\b(?:[Tt]he\s+)?(?:early\s+|late\s+)?(?P<ordinal>{lex.ORDINAL})[\s-]century\b", _century),
    )
)
