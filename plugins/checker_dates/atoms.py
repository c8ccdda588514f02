"""The pieces of calendar expressions: patterns over news English, each giving the parts its words state.

Every pattern belongs to one or more trigger classes and is tried only in sentences that hold such a trigger.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.text.patterns import pattern
from checker.text.vocabulary import entries
from checker_dates import lexicon as lex
from checker_dates.clock_atoms import CLOCK_PATTERNS
from checker_dates.parts import Parts, Pattern
from checker_dates.year_atoms import YEAR_PATTERNS

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker_dates.parts import Atom


_AMBIGUOUS = frozenset(
    "May MAY March MARCH April June August Mar Jun Jan Sep Dec".split()
)  # names of people, too, or verbs
_LONG_NAMES = frozenset({"May", "June", "July"})  # no abbreviations, though they are as short
_BEFORE_NAMES = entries(lex.PACKAGE, "before-months.txt")
_MARKS = ("(", ",", ";", "–", "—", "-")
_OPENING = "\"'“‘`([—–…/*_.,:;"  # what may stand before such a word
_OF_YEAR = pattern(r"\s(?:of\s)?(?:this|last|next)\syear\b")
_ARTICLE_BEFORE = pattern(r"(?:\b[Aa]n?|\b[Tt]he|['’]s)\s\Z")  # "the March accession", "a June agreement"
_PLAIN_NOUN = pattern(
    r"\s(?!(?:of|on|for|to|in|at|from|by|with|and|or|is|was|has|had|said|says|will|would|that|who)\b)[a-z]{3}"
)
_CAPITAL_BEFORE = pattern(r"[^\W\d_]*[A-Z][\w.’']*\s\Z")
_CAPITAL_AFTER = pattern(r"\s[A-Z][a-z]+")


def _month_day(match: re.Match[str]) -> Iterator[Atom]:
    name, form, first, last = match.group("month", "year", "day", "day2")
    month, year, day = lex.month(name), lex.year(form), lex.ordinal(first)
    second = lex.ordinal(last) if last else None
    if not day or day > 31 or (second is not None and not day < second <= 31):
        return
    if second is None:
        history = None if year else _history(match, month, day)
        parts = Parts(year=year, month=month, day=day, direction=_direction(match), history=history)
        yield (*match.span(), parts)
        return
    yield match.start(), match.end("day"), Parts(year=year, month=month, day=day)
    for more in _FIGURES.finditer(match.string, *match.span("more")) if match["more"] else ():
        yield (*more.span(), Parts(year=year, month=month, day=int(more[0])))
    yield match.start("day2"), match.end(), Parts(year=year, month=month, day=second)


_FIGURES = pattern(r"\d+")
_THREE_WORDS = pattern(r"(?:\s[a-z]+){1,3}")


def _history(match: re.Match[str], month: int, day: int) -> int | None:
    """Return the year of "the Sept. 11 attacks"."""
    known = lex.HISTORY.get(f"{month:02d}-{day:02d}")
    behind = _THREE_WORDS.match(match.string, match.end()) if known else None
    return known[0] if known and behind and not known[1].isdisjoint(behind[0].split()) else None


def _day_month(match: re.Match[str]) -> Iterator[Atom]:
    month = lex.month(match["month"])
    year = lex.year(match["year"])
    day = lex.ordinal(match["day"])
    second = lex.ordinal(match["day2"]) if match["day2"] else None
    if not day or (second is not None and not day < second <= 31):
        return
    if second is None:
        yield (*match.span(), Parts(year=year, month=month, day=day))
        return
    yield match.start(), match.end("day"), Parts(year=year, month=month, day=day)
    yield match.start("day2"), match.end(), Parts(year=year, month=month, day=second)


def _led(before: str) -> bool:
    """Tell whether a word or a mark that goes before months ends ``before``."""
    if before.endswith(_MARKS) or (before[-1:].isspace() and before[:-1].endswith(_MARKS)):
        return True
    words = before.split()[-1:] if before[-1:].isspace() else []
    return bool(words) and words[0].lstrip(_OPENING).lower() in _BEFORE_NAMES


def _month(match: re.Match[str]) -> Iterator[Atom]:
    text, (start, end) = match.string, match.span()
    form, said, direction = match.group("month", "year", "direction")
    year = lex.spelled_year(said) if said else None
    if year is None and not direction:
        before, after, name = text[max(0, start - 24) : start], text[end : end + 24], form.rstrip(".")
        led = _led(before)
        if "year" in after and _OF_YEAR.match(after):
            pass
        elif name in _AMBIGUOUS:
            described = _ARTICLE_BEFORE.search(before) and _PLAIN_NOUN.match(after)
            if not (led or described) or _CAPITAL_AFTER.match(after):
                return
        elif _CAPITAL_AFTER.match(after) and _CAPITAL_BEFORE.search(before) and not led:
            return
        if len(name) < 5 and name not in _LONG_NAMES and not led:
            return
    yield start, end, Parts(year=year, month=lex.month(form), direction=_direction(match))


def _iso(match: re.Match[str]) -> Iterator[Atom]:
    year, month, day = (int(match[n]) for n in ("year", "month", "day"))
    if 1 <= month <= 12 and 1 <= day <= 31:
        clock = f"T{match['hour']}:{match['minute']}" if match.groupdict().get("hour") else None
        yield (*match.span(), Parts(year=year, month=month, day=day, clock=clock))


def _weekday(match: re.Match[str]) -> Iterator[Atom]:
    yield (*match.span(), _weekday_parts(match["weekday"], _direction(match)))


@cache
def _weekday_parts(name: str, direction: str | None) -> Parts:
    return Parts(weekday=lex.weekday(name), direction=direction)


def _direction(match: re.Match[str]) -> str | None:
    word = match["direction"]
    if not word:
        return None
    low = " ".join(word.lower().split()).removeprefix("the ")
    return lex.DIRECTIONS.get(low)


_THIS = r"(?:[Tt]his(?:\s+(?:past|coming|last))?|[Ll]ast|[Nn]ext|(?:[Tt]he\s+)?(?:[Pp]revious|[Cc]oming|[Ff]ollowing))"


def _quarter(match: re.Match[str]) -> Iterator[Atom]:
    word = match["ordinal"] or match["q"]
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}.get(
        word.lower()
    ) or int(word)
    year = lex.year(match["year"])
    yield (*match.span(), Parts(quarter=number, year=year, fiscal=bool(match["fiscal"])))


def _half(match: re.Match[str]) -> Iterator[Atom]:
    word = match["ordinal"].lower()
    yield (*match.span(), Parts(half=1 if word in ("first", "1st") else 2))


def _season(match: re.Match[str]) -> Iterator[Atom]:
    season = lex.SEASONS[match["season"].lower()]
    form = match["year"] and (match.groupdict().get("first") or match["year"])  # the winter of 2022-23 is that of 2022
    year = lex.year(form) if form and form[0] in "'’" else lex.spelled_year(form) if form else None
    yield (*match.span(), Parts(season=season, year=year, direction=_direction(match)))


_IN_A_NAME = pattern(r"[A-Za-z]\s\Z")


def _near_day(match: re.Match[str]) -> Iterator[Atom]:
    start = match.start()
    if match[0][0].isupper() and _IN_A_NAME.search(match.string, max(0, start - 2), start):
        return  # "USA Today"
    yield (*match.span(), _near_day_parts(match["word"]))


@cache
def _near_day_parts(word: str) -> Parts:
    offset, daypart = lex.NEAR_DAYS[" ".join(word.lower().split())]
    return Parts(unit="D", offset=offset, daypart=daypart)


def _unit(match: re.Match[str]) -> Iterator[Atom]:
    yield (*match.span(), _unit_parts(match["which"], match["unit"], fiscal=bool(match["fiscal"])))


@cache
def _unit_parts(which: str, unit: str, *, fiscal: bool) -> Parts:
    offset = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(which.lower().split()[-1], 0)
    return Parts(unit=lex.unit(unit), offset=offset, fiscal=fiscal)


def _weekend(match: re.Match[str]) -> Iterator[Atom]:
    yield (*match.span(), Parts(unit="WE", direction=_direction(match)))


def _holiday(match: re.Match[str]) -> Iterator[Atom]:
    unit = "WE" if match["weekend"] else None
    yield (*match.span(), Parts(holiday=lex.holiday(match["holiday"]), unit=unit, direction=_direction(match)))


def _day_of_month(match: re.Match[str]) -> Iterator[Atom]:
    """Read "on the 14th": a day of the month spoken of."""
    yield (*match.span(), Parts(day=lex.ordinal(match["day"])))


def _that_year(match: re.Match[str]) -> Iterator[Atom]:
    """Read "that year", "the following year", on its own or behind a month: "August of that year"."""
    which = match["which"].lower().split()[-1]
    offset = {"following": 1, "next": 1, "previous": -1}.get(which, 0)
    yield (*match.span(), Parts(unit="Y", offset=offset, spoken=True))


def _shift(match: re.Match[str]) -> Iterator[Atom]:
    """Read "the day after", "two weeks before", "the eve of" in front of a day."""
    if match["eve"]:
        yield (*match.span(), Parts(shift=-1))
        return
    count = 1 if not match["count"] or match["count"].lower() == "the" else lex.cardinal(match["count"])
    days = int(count or 0) * (7 if lex.unit(match["unit"]) == "W" else 1)
    if days:
        yield (*match.span(), Parts(shift=days if match["way"] == "after" else -days))


_YEAR_TAIL = rf"(?:(?:,\s*|\s+of\s+|\s+)(?P<year>{lex.YEAR}(?![\w%]|[.,:/]\d)|{lex.SHORT_YEAR}))?"
_RANGE = r"(?:\s*[-–—]\s*|\s+(?:to|through|until)\s+)"
# "July 3 and 4 in Oslo", but not "July 3 and 4 people".
_AND_DAY = (
    rf"\s+(?:and|or)\s+(?={lex.DAY_ORDINAL}(?:\s*[.,;:)]|\s*\Z|\s+(?:in|at|for|by|when|with|the|to|and|as|after|before|from|of|on"
    rf"|but|while|was|were|is|are)\b))"
)
_M = rf"(?P<month>{lex.MONTH})"
_DIR = rf"(?:(?P<direction>{_THIS})[\s-]+)?"

_OWN = tuple(
    Pattern(trigger, pattern(source), read)
    for trigger, source, read in (
        (
            "iso",
            (
                r"(?<![\w/.-])(?P<year>1\d\d\d|20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"
                r"(?:T(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
            ),
            _iso,
        ),
        ("iso", r"(?<![\w/.-])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>1\d\d\d|20\d\d)(?![\w/-])", _iso),
        (
            "month",
            (
                rf"\b{_DIR}{_M}\s+(?:the\s+)?(?P<day>{lex.DAY_ORDINAL})(?![\w%]|[.,:]\d|-(?:year|day|month|hour"
                rf"|man|point|story|member))"
                rf"(?:(?:{_RANGE}|(?P<more>(?:,\s+{lex.DAY_NUMBER}(?![\w%]|[.:]\d)){{0,6}}),?{_AND_DAY})"
                rf"(?P<day2>{lex.DAY_ORDINAL})(?![\w%]|[.,:]\d))?{_YEAR_TAIL}"
            ),
            _month_day,
        ),
        (
            "day-month",
            (
                rf"\b(?:(?:[Tt]he\s+)?(?P<day>{lex.DAY_NUMBER}(?:st|nd|rd|th)?"
                rf"|{lex.ORDINAL_WORD})(?:(?:{_RANGE}|\s+(?:and|or)\s+)(?:the\s+)?(?P<day2>{lex.DAY_ORDINAL}))?"
                rf"(?:\s+of\s+|[\s-]+))(?<![.,:]){_M}(?![\w]){_YEAR_TAIL}"
            ),
            _day_month,
        ),
        (
            "month",
            (
                rf"\b{_DIR}{_M}(?!\w|['’](?!s\b))(?:(?:,\s*|\s+of\s+|\s+)(?P<year>{lex.YEAR}(?![\w%-]|[.,:/]\d)"
                rf"|{lex.SPELLED_YEAR}\b))?"
            ),
            _month,
        ),
        ("weekday", rf"\b{_DIR}(?P<weekday>{lex.WEEKDAY_NAME})\b(?!s\b)", _weekday),
        (
            "weekday-short",
            (
                rf"\b(?P<direction>)(?P<weekday>{lex.WEEKDAY_SHORT})\b\.?(?=,?\s+(?:{lex.MONTH}\s+\d"
                rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{lex.MONTH}))"
            ),
            _weekday,
        ),
        (
            "holiday",
            rf"\b{_DIR}(?P<holiday>{lex.HOLIDAY})\b(?!\s+(?:week|season|period|holidays?|break|vacation)\b(?!end))(?P<weekend>\s+(?:holiday\s+|long\s+)?weekend\b)?",
            _holiday,
        ),
        (
            "ordinal",
            (
                r"(?:(?<=\b[Oo]n\s)|(?<=\b[Bb]y\s)|(?<=\b[Uu]ntil\s)|(?<=day,\s)|(?<=day\s))the\s+(?P<day>\d{1,2}(?:st|nd|rd|th))\b"
                r"(?=\s*[.,;)]|\s*\Z|\s+(?:and|but|when|that|at|after|before)\b)"
            ),
            _day_of_month,
        ),
        (
            "year",
            r"\b(?P<which>[Tt]hat(?:\s+same)?|[Tt]he\s+(?:same|following|next|previous))\s+year\b(?!-|['’]s\s+[a-z]+\s+quarter)",
            _that_year,
        ),
        (
            "shift",
            (
                rf"\b(?:(?:(?P<count>[Tt]he|[Aa]|{lex.WORDS}|\d{{1,2}})\s+|(?=day-))(?P<unit>days?|weeks?|night)[\s-]+(?P<way>before|after)|(?:the\s+)?(?P<eve>eve)\s+of)"
                rf"(?=[\s-]+(?:last\s+|next\s+|this\s+)?(?:{lex.WEEKDAY_NAME}|{lex.HOLIDAY}|{lex.MONTH}\s+\d)\b)"
            ),
            _shift,
        ),
        (
            "nth-quarter",
            (
                rf"\b(?:[Tt]he\s+(?!\w+-quarter))?(?:(?P<year>{lex.YEAR})\s+)?(?:(?P<fiscal>[Ff]iscal)[\s-]+)?"
                r"(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[1-4](?:st|nd|rd|th))"
                r"(?P<q>)?[\s-](?:fiscal[\s-])?quarters?\b(?!-)"
            ),
            _quarter,
        ),
        ("quarter", rf"\b(?P<ordinal>)(?P<fiscal>)Q(?P<q>[1-4])(?:\s+(?P<year>{lex.YEAR}))?\b", _quarter),
        (
            "half",
            (
                r"\b(?:[Tt]he\s+)?(?P<ordinal>[Ff]irst|[Ss]econd|[Ll]ast|1st|2nd)[\s-]half(?=\s+of\s+(?:the\s+"
                r"|this\s+|last\s+|next\s+)?(?:year|1\d\d\d|20\d\d))"
            ),
            _half,
        ),
        (
            "season",
            rf"\b(?P<direction>{_THIS})\s+(?P<season>{lex.SEASON})(?P<year>)?\b",
            _season,
        ),
        (
            "season",
            (
                rf"\b(?P<direction>)(?:[Tt]he\s+)?(?P<season>{lex.SEASON})(?:\s+of\s+"
                rf"|,?\s+)(?P<year>(?P<first>{lex.YEAR})[-–/]\d\d(?![\w%])|{lex.YEAR}(?![\w%])|{lex.SHORT_YEAR}|{lex.SPELLED_YEAR}\b)"
            ),
            _season,
        ),
        (
            "season",
            (
                rf"\b(?P<direction>)(?:(?<=[Tt]he\s)|(?<=[Ii]n\s)|(?<=[Ee]arly\s)|(?<=[Ll]ate\s)|(?<=[Mm]id-))(?P<season>{lex.SEASON})(?P<year>)?\b(?!\s+(?:of"
                rf"|in|training|break|school|line|guy|apart))"
            ),
            _season,
        ),
        (
            "word",
            (
                r"\b(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast\s+night|[Tt]his\s+(?:morning"
                r"|afternoon|evening)|[Tt]he\s+day\s+(?:before\s+yesterday|after\s+tomorrow))\b"
            ),
            _near_day,
        ),
        (
            "which-unit",
            (
                r"\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext|(?:[Tt]he\s+)?(?:[Cc]urrent|[Pp]revious|[Cc]oming)"
                r"|[Tt]he\s+full)\s+(?:(?P<fiscal>fiscal)\s+)?(?P<unit>week|month|quarter"
                r"|year|decade|century)\b"
            ),
            _unit,
        ),
        ("weekend", rf"\b(?P<direction>{_THIS}|[Tt]he)\s+weekend\b", _weekend),
    )
)

PATTERNS: tuple[Pattern, ...] = (*_OWN, *YEAR_PATTERNS, *CLOCK_PATTERNS)
