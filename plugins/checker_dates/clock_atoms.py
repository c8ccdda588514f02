"""Clock times, parts of the day, and nights between two days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.text.patterns import pattern
from checker_dates import lexicon as lex
from checker_dates.parts import Parts, Pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker_dates.parts import Atom


def _clock(match: re.Match[str]) -> Iterator[Atom]:
    if match["word"]:
        yield (*match.span(), Parts(clock=lex.DAYPARTS[match["word"].lower()]))
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
    yield (*match.span(), Parts(clock=f"T{hour:02d}:{minute or '00'}"))


_SPOKEN = {"half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}


def _spoken_clock(match: re.Match[str]) -> Iterator[Atom]:
    """Read "half past seven", "a quarter to nine": which half of the day is not said."""
    hour, minute = int(lex.cardinal(match["hour"]) or 0), _SPOKEN[" ".join(match["part"].lower().split())]
    if not 1 <= hour <= 12 or (match["way"] == "to" and minute == _SPOKEN["half"]):
        return
    if match["way"] == "to":
        hour, minute = (hour - 1) or 12, 60 - minute
    yield (*match.span(), Parts(clock=f"T{hour:02d}:{minute:02d}"))


def _clock24(match: re.Match[str]) -> Iterator[Atom]:
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour < 24 and minute < 60:
        yield (*match.span(), Parts(clock=f"T{hour:02d}:{minute:02d}"))


def _daypart(match: re.Match[str]) -> Iterator[Atom]:
    yield (*match.span(), Parts(daypart=lex.DAYPARTS[match["part"].lower()]))


def _night_before(match: re.Match[str]) -> Iterator[Atom]:
    yield (*match.span(), Parts(weekday=lex.weekday(match["weekday"]), overnight=True))


def _overnight(match: re.Match[str]) -> Iterator[Atom]:
    """Read "overnight on Tuesday": the night that ends or begins on that day."""
    yield (*match.span(), Parts(weekday=lex.weekday(match["weekday"]), overnight=True, daypart="TNI"))


_ZONE = rf"(?:\s\(?(?:{lex.ZONE})\b\)?)?"
_W = rf"(?:{lex.WEEKDAY_NAME})"

CLOCK_PATTERNS = tuple(
    Pattern(trigger, pattern(source), read)
    for trigger, source, read in (
        (
            "overnight",
            (
                rf"\b(?:(?:[Oo]vernight|(?:[Tt]he|[Dd]uring\s+the)\s+night)\s+(?:in)?to\s+|[Oo]vernight\s+(?:from\s+)?{_W}\s+(?:in)?to\s+"
                rf"|(?:[Tt]he\s+)?night\s+(?:from|of|between)\s+{_W}\s+(?:(?:in)?to|and)\s+)(?P<weekday>{_W})\b"
            ),
            _night_before,
        ),
        ("overnight", rf"\b[Oo]vernight\s+(?:on\s+)?(?P<weekday>{_W})\b(?!\s+(?:in)?to\s)", _overnight),
        (
            "clock-figure",
            (
                r"(?<![\w.:/$])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?:(?P<half>(?:[ap]\.\s?m\b\.?|[ap]\s?m\b)"
                r"|[AP]\.?M\b\.?)|(?:o['’]clock\s+)?in\s+the\s+(?P<spoken>morning|afternoon|evening)|o['’]clock)"
                rf"(?P<word>)?{_ZONE}"
            ),
            _clock,
        ),
        (
            "spoken-clock",
            (
                rf"\b(?P<part>[Hh]alf|(?:[Aa]\s+)?[Qq]uarter|[Ff]ive|[Tt]en|[Tt]wenty(?:-five)?)\s+(?P<way>past|to)\s+"
                rf"(?P<hour>{lex.WORDS})\b(?=\s*[.,;:)]|\s*\Z|\s+(?:in|on|at|when|and|that|as|a\.m|p\.m|this|last|local|{_W})\b)"
            ),
            _spoken_clock,
        ),
        ("clock", rf"(?<!\b[Hh]igh\s)\b(?P<word>[Nn]oon|[Mm]idnight|[Mm]idday){_ZONE}\b", _clock),
        ("colon", rf"(?<![\w.:/$+-])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d){_ZONE}(?![\w:%]|\.\d|-\d)", _clock24),
        (
            "zone",
            r"(?<![\w.:/$])(?P<hour>[01]\d|2[0-3]):?(?P<minute>[0-5]\d)\s?(?:GMT|UTC|hours|hrs|local\s+time)\b",
            _clock24,
        ),
        (
            "daypart",
            (
                r"\b(?P<part>[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]ight|MORNING|AFTERNOON|EVENING|NIGHT"
                r"|[Dd]awn|[Dd]aybreak|[Dd]usk|[Nn]ightfall)\b(?!['’])"
            ),
            _daypart,
        ),
    )
)
