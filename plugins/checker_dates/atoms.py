"""The pieces of calendar expressions: patterns over news English, each giving the parts its words state.

Every pattern belongs to one or more trigger classes and is tried only in sentences that hold such a trigger.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checker_dates import lexicon as lex
from checker_dates.parts import Atom, Parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Pattern(NamedTuple):
    """A pattern of one trigger class; ``read`` gives the atoms of a match, none where a second look rejects it."""

    trigger: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Iterator[Atom]]


_PREPOSITION = (
    r"(?:[Ii]n|[Oo]f|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Bb]efore|[Aa]fter|[Dd]uring|[Ff]or|[Tt]o|[Aa]nd"
    r"|[Oo]r|[Bb]etween|[Tt]hrough|[Ll]ast|[Nn]ext|"
    r"[Tt]his|[Ee]arly|[Ll]ate|[Mm]id|[Tt]hat|[Pp]revious|[Ee]ach|[Ee]very|[Oo]n|[Aa]s|[Ss]ays|[Ii]nto"
    r"|[Tt]hroughout|[Aa]round|[Pp]ast|[Cc]oming|[Bb]eyond)"
)
_AMBIGUOUS_NAME = re.compile(r"(?:May|MAY|March|MARCH|April|June|August|Mar|Jun|Jan|Sep|Dec)\b")
_BEFORE_NAME = re.compile(rf"(?:\b{_PREPOSITION}[\s-]+|[(,;–—-]\s?)\Z")
_OF_YEAR = re.compile(r"\s(?:of\s)?(?:this|last|next)\syear\b")
_ARTICLE_BEFORE = re.compile(r"(?:\b[Aa]n?|\b[Tt]he|['’]s)\s\Z")  # "the March accession", "a June agreement"
_PLAIN_NOUN = re.compile(
    r"\s(?!(?:of|on|for|to|in|at|from|by|with|and|or|is|was|has|had|said|says|will|would|that|who)\b)[a-z]{3}"
)
_CAPITAL_BEFORE = re.compile(r"[^\W\d_]*[A-Z][\w.’']*\s\Z")
_CAPITAL_AFTER = re.compile(r"\s[A-Z][a-z]+")
_NOT_A_YEAR_AFTER = re.compile(
    r"(?:[,.]\d|%|\s?(?:percent|per\s?cent|people|men|women|troops|soldiers|miles|km|feet|tons|tonnes|square"
    r"|shares|points|dollars|pounds|euros)\b|[/:]\d|-[a-z])"
)
_YEAR_BEFORE = re.compile(
    r"(?:[$£€#\d][,.]?|[A-Za-z0-9](?<!mid)(?<!Mid)(?<!pre)(?<!post)[-/]|\b(?:No\.|flight|Flight|page|room"
    r"|Room|p\.|about|nearly|some|over|than|least|to\s\d+)\s)\Z"
)
_YEAR_PREPOSITION = re.compile(
    r"\b(?:[Ii]n|[Oo]f|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Bb]efore|[Aa]fter|[Dd]uring|[Ee]arly|[Ll]ate"
    r"|[Mm]id-?|[Tt]hroughout|[Yy]ear)[\s-]*\Z"
)
_NOUN_AFTER = re.compile(r"\s[a-z]+(?<!as)(?<!is)(?<!was)s\b")


def _month_day(match: re.Match[str]) -> Iterator[Atom]:
    month = lex.month(match["month"])
    year = int(match["year"]) if match["year"] else None
    day = lex.ordinal(match["day"])
    second = lex.ordinal(match["day2"]) if match["day2"] else None
    if not day or day > 31 or (second is not None and not day < second <= 31):
        return
    if second is None:
        yield Atom(*match.span(), Parts(year=year, month=month, day=day, direction=_direction(match)))
        return
    yield Atom(match.start(), match.end("day"), Parts(year=year, month=month, day=day), range_first=True)
    yield Atom(match.start("day2"), match.end(), Parts(year=year, month=month, day=second, shared=True))


def _day_month(match: re.Match[str]) -> Iterator[Atom]:
    month = lex.month(match["month"])
    year = int(match["year"]) if match["year"] else None
    day = lex.ordinal(match["day"])
    second = lex.ordinal(match["day2"]) if match["day2"] else None
    if not day or (second is not None and not day < second <= 31):
        return
    if second is None:
        yield Atom(*match.span(), Parts(year=year, month=month, day=day))
        return
    yield Atom(match.start(), match.end("day"), Parts(year=year, month=month, day=day, shared=True), range_first=True)
    yield Atom(match.start("day2"), match.end(), Parts(year=year, month=month, day=second))


def _month(match: re.Match[str]) -> Iterator[Atom]:
    text, (start, end) = match.string, match.span()
    year = lex.spelled_year(match["year"]) if match["year"] else None
    form = match["month"]
    if year is None and not match["direction"]:
        before, after = text[max(0, start - 24) : start], text[end : end + 24]
        if _OF_YEAR.match(after):
            pass
        elif _AMBIGUOUS_NAME.match(form):
            described = _ARTICLE_BEFORE.search(before) and _PLAIN_NOUN.match(after)
            if not (_BEFORE_NAME.search(before) or described) or _CAPITAL_AFTER.match(after):
                return
        elif _CAPITAL_AFTER.match(after) and _CAPITAL_BEFORE.search(before) and not _BEFORE_NAME.search(before):
            return
        if (
            len(form.rstrip(".")) < 5
            and form.rstrip(".") not in ("May", "June", "July")
            and not _BEFORE_NAME.search(before)
        ):
            return
    yield Atom(start, end, Parts(year=year, month=lex.month(form), direction=_direction(match)))


def _iso(match: re.Match[str]) -> Iterator[Atom]:
    year, month, day = (int(match[n]) for n in ("year", "month", "day"))
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield Atom(*match.span(), Parts(year=year, month=month, day=day))


def _weekday(match: re.Match[str]) -> Iterator[Atom]:
    direction = _direction(match)
    parts = Parts(weekday=lex.weekday(match["weekday"]), direction=direction)
    yield Atom(*match.span(), parts)


def _direction(match: re.Match[str]) -> str | None:
    word = match["direction"]
    if not word:
        return None
    low = " ".join(word.lower().split()).removeprefix("the ")
    return lex.DIRECTIONS.get(low)


_THIS = r"(?:[Tt]his(?:\s+(?:past|coming|last))?|[Ll]ast|[Nn]ext|(?:[Tt]he\s+)?(?:[Pp]revious|[Cc]oming|[Ff]ollowing))"


def _year(match: re.Match[str]) -> Iterator[Atom]:
    text, (start, end) = match.string, match.span()
    before, after = text[max(0, start - 24) : start], text[match.end("year") : match.end("year") + 24]
    if match["word"] is None:
        if _NOT_A_YEAR_AFTER.match(after) or _YEAR_BEFORE.search(before):
            return
        year = int(match["year"])
        preposition = _YEAR_PREPOSITION.search(before)
        if not 1900 <= year <= 2099 and not preposition:
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
    yield Atom(start, end, Parts(year=year))


def _spelled(match: re.Match[str]) -> Iterator[Atom]:
    year = lex.spelled_year(match["year"])
    before = match.string[max(0, match.start() - 24) : match.start()]
    if year and 1100 <= year <= 2099 and (_YEAR_PREPOSITION.search(before) or year % 100 or match["word"]):
        yield Atom(*match.span(), Parts(year=year))


def _fiscal(match: re.Match[str]) -> Iterator[Atom]:
    yield Atom(*match.span(), Parts(year=int(match["year"]), fiscal=True))


def _decade(match: re.Match[str]) -> Iterator[Atom]:
    digits = match["digits"]
    if digits:
        decade = int(digits[:-1]) if len(digits) == 4 else (190 if digits != "00" else 200) + int(digits[0])
    else:
        word = match["word"].lower()
        decade = 190 + lex.CARDINALS[word.removesuffix("ies") + "y"] // 10
    yield Atom(*match.span(), Parts(decade=decade))


def _century(match: re.Match[str]) -> Iterator[Atom]:
    number = lex.ordinal(match["ordinal"])
    if number and number <= 22:
        yield Atom(*match.span(), Parts(century=number - 1))


def _quarter(match: re.Match[str]) -> Iterator[Atom]:
    word = match["ordinal"] or match["q"]
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}.get(
        word.lower()
    ) or int(word)
    year = int(match["year"]) if match["year"] else None
    yield Atom(*match.span(), Parts(quarter=number, year=year, fiscal=bool(match["fiscal"])))


def _half(match: re.Match[str]) -> Iterator[Atom]:
    word = match["ordinal"].lower()
    yield Atom(*match.span(), Parts(half=1 if word in ("first", "1st") else 2))


def _season(match: re.Match[str]) -> Iterator[Atom]:
    season = lex.SEASONS[match["season"].lower()]
    year = lex.spelled_year(match["year"]) if match["year"] else None
    yield Atom(*match.span(), Parts(season=season, year=year, direction=_direction(match)))


_IN_A_NAME = re.compile(r"[A-Za-z]\s\Z")


def _near_day(match: re.Match[str]) -> Iterator[Atom]:
    start = match.start()
    if match[0][0].isupper() and _IN_A_NAME.search(match.string, max(0, start - 2), start):
        return  # "USA Today"
    offset, daypart = lex.NEAR_DAYS[" ".join(match["word"].lower().split())]
    yield Atom(*match.span(), Parts(unit="D", offset=offset, daypart=daypart))


def _unit(match: re.Match[str]) -> Iterator[Atom]:
    word = match["which"].lower().split()[-1] if match["which"] else ""
    offset = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(word, 0)
    iso = lex.unit(match["unit"])
    if iso == "D":
        return
    yield Atom(*match.span(), Parts(unit=iso, offset=offset, fiscal=bool(match["fiscal"])))


def _weekend(match: re.Match[str]) -> Iterator[Atom]:
    yield Atom(*match.span(), Parts(unit="WE", direction=_direction(match)))


def _clock(match: re.Match[str]) -> Iterator[Atom]:
    if match["word"]:
        yield Atom(*match.span(), Parts(clock=lex.DAYPARTS[match["word"].lower()]))
        return
    hour, minute = int(match["hour"]), match["minute"]
    half = (match["half"] or "").lower().replace(".", "").strip()
    if half or match["spoken"]:
        if not 1 <= hour <= 12:
            return
        late = half == "pm" or (match["spoken"] or "").lower() in ("afternoon", "evening", "night")
        hour = hour % 12 + (12 if late else 0)
    if hour > 24 or (minute and int(minute) > 59):
        return
    yield Atom(*match.span(), Parts(clock=f"T{hour:02d}:{minute or '00'}"))


def _clock24(match: re.Match[str]) -> Iterator[Atom]:
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour < 24 and minute < 60:
        yield Atom(*match.span(), Parts(clock=f"T{hour:02d}:{minute:02d}"))


def _daypart(match: re.Match[str]) -> Iterator[Atom]:
    value = lex.DAYPARTS[match["part"].lower()]
    yield Atom(*match.span(), Parts(daypart=value))


def _overnight(match: re.Match[str]) -> Iterator[Atom]:
    yield Atom(*match.span(), Parts(weekday=lex.weekday(match["weekday"]), overnight=True))


def _holiday(match: re.Match[str]) -> Iterator[Atom]:
    yield Atom(*match.span(), Parts(holiday=" ".join(match["holiday"].split()), direction=_direction(match)))


_ZONE = (
    r"(?:\s\(?(?:GMT|UTC|BST|CET|CEST|MSK|IST|JST|[ECMP][DS]?T|local\s+time|Eastern(?:\s+time)?|Pacific\s+time"
    r"|Moscow\s+time)\b\)?)?"
)
_END = r"(?![\w%])"
_YEAR_TAIL = rf"(?:(?:,\s*|\s+of\s+|\s+)(?P<year>{lex.YEAR})(?![\w%]|[.,:/]\d))?"
_RANGE = r"(?:\s*[-–—]\s*|\s+(?:to|through|until)\s+)"
_M = rf"(?P<month>{lex.MONTH})"
_DIR = rf"(?:(?P<direction>{_THIS})[\s-]+)?"

PATTERNS: tuple[Pattern, ...] = tuple(
    Pattern(trigger, re.compile(pattern), read)
    for trigger, pattern, read in (
        ("digits4", r"(?<![\w/.-])(?P<year>1\d\d\d|20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])", _iso),
        ("digits4", r"(?<![\w/.-])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>1\d\d\d|20\d\d)(?![\w/-])", _iso),
        (
            "month",
            (
                rf"\b{_DIR}{_M}\s+(?:the\s+)?(?P<day>{lex.DAY_ORDINAL})(?![\w%]|[.,:]\d|-(?:year|day|month|hour"
                rf"|man|point|story|member))"
                rf"(?:{_RANGE}(?P<day2>{lex.DAY_ORDINAL})(?![\w%]|[.,:]\d))?{_YEAR_TAIL}"
            ),
            _month_day,
        ),
        (
            "month",
            (
                rf"\b(?:(?:[Tt]he\s+)?(?P<day>{lex.DAY_NUMBER}(?:st|nd|rd|th)?"
                rf"|{lex.ORDINAL_WORD})(?:{_RANGE}(?:the\s+)?(?P<day2>{lex.DAY_ORDINAL}))?"
                rf"(?:\s+of\s+|[\s-]+))(?<![.,:]){_M}(?![\w]){_YEAR_TAIL}"
            ),
            _day_month,
        ),
        (
            "month",
            (
                rf"\b{_DIR}{_M}(?![\w’'])(?:(?:,\s*|\s+of\s+|\s+)(?P<year>{lex.YEAR}(?![\w%-]|[.,:/]\d)"
                rf"|{lex.SPELLED_YEAR}\b))?"
            ),
            _month,
        ),
        ("month", rf"\b{_DIR}(?P<month>{lex.MONTH})(?=['’]s\b)(?P<year>)?", _month),
        ("weekday", rf"\b{_DIR}(?P<weekday>{lex.WEEKDAY_NAME})\b(?!s\b)", _weekday),
        (
            "weekday",
            (
                rf"\b(?P<direction>)(?P<weekday>{lex.WEEKDAY_SHORT})\b\.?(?=,?\s+(?:{lex.MONTH}\s+\d"
                rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{lex.MONTH}))"
            ),
            _weekday,
        ),
        (
            "weekday",
            rf"\b(?:[Oo]vernight|(?:[Tt]he|[Dd]uring\s+the)\s+night)\s+(?:in)?to\s+(?P<weekday>{lex.WEEKDAY_NAME})\b",
            _overnight,
        ),
        ("holiday", rf"\b{_DIR}(?P<holiday>{lex.either(lex.HOLIDAYS)})\b", _holiday),
        (
            "digits4",
            rf"(?<![\w.,’'&/])(?P<word>(?:[Tt]he\s+)?[Yy]ear\s+)?(?P<year>{lex.YEAR})(?![\w’]|'(?!s\b))",
            _year,
        ),
        ("digits4", rf"\b[Ff]iscal(?:\s+year)?\s+(?P<year>{lex.YEAR})\b", _fiscal),
        ("digit", r"(?<![\w.,$£€])(?P<apostrophe>[’'])?(?P<digits>1\d\d0|20\d0|(?<=[’'])\d0)(?:['’])?s\b", _decade),
        ("decade", r"\b(?P<digits>)(?P<word>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b", _decade),
        ("spelled", rf"\b(?P<word>(?:[Tt]he\s+)?[Yy]ear\s+)?(?P<year>{lex.SPELLED_YEAR})\b", _spelled),
        ("century", rf"\b(?:[Tt]he\s+)?(?:early\s+|late\s+)?(?P<ordinal>{lex.ORDINAL})[\s-]century\b", _century),
        (
            "quarters",
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
                rf"|,?\s+)(?P<year>{lex.YEAR}(?![\w%])|{lex.SPELLED_YEAR}\b)"
            ),
            _season,
        ),
        (
            "season",
            (
                rf"\b(?P<direction>)(?:(?<=[Tt]he\s)|(?<=[Ii]n\s))(?P<season>{lex.SEASON})(?P<year>)?\b(?!\s+(?:of"
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
            "unit",
            (
                r"\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext|(?:[Tt]he\s+)?(?:[Cc]urrent|[Pp]revious|[Cc]oming)"
                r"|[Tt]he\s+full)\s+(?:(?P<fiscal>fiscal)\s+)?(?P<unit>week|month|quarter"
                r"|year|decade|century)\b"
            ),
            _unit,
        ),
        ("weekend", rf"\b(?P<direction>{_THIS}|[Tt]he)\s+weekend\b", _weekend),
        (
            "clock",
            (
                r"(?<![\w.:/$])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?:(?P<half>[ap]\.?\s?m\b\.?"
                r"|[AP]\.?M\b\.?)|(?:o['’]clock\s+)?in\s+the\s+(?P<spoken>morning|afternoon|evening)|o['’]clock)"
                rf"(?P<word>)?{_ZONE}"
            ),
            _clock,
        ),
        ("clock", rf"\b(?P<word>[Nn]oon|[Mm]idnight|[Mm]idday){_ZONE}\b", _clock),
        ("digit", rf"(?<![\w.:/$+-])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d){_ZONE}(?![\w:%]|\.\d|-\d)", _clock24),
        ("zone", r"(?<![\w.:/$])(?P<hour>[01]\d|2[0-3]):?(?P<minute>[0-5]\d)\s?(?:GMT|UTC|hours|hrs)\b", _clock24),
        (
            "daypart",
            r"\b(?P<part>[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]ight|MORNING|AFTERNOON|EVENING|NIGHT)\b(?!['’])",
            _daypart,
        ),
    )
)
