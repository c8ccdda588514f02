"""What a text spoke of before, which anchors "the following day", "a year earlier" and days without a year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.frozen import frozen
from checker.model import Span, Tense
from checker.text.patterns import pattern
from checker.text.remembered import Remembered
from checker_dates import lexicon as lex
from checker_dates.tenses import tense_of

if TYPE_CHECKING:
    from checker.model import Document, Published, Sentence, Timex
    from checker_dates.pieces import Found

_NEAR = 5  # sentences for which the day spoken of last stays the anchor of "the following day"
_ITS_OWN = frozenset({"day", "holiday", "distance"})  # what tells a day apart from that of a report of speech
_NEXT = 2  # sentences in which "a year earlier" compares with the quarter spoken of
_REPORT = 12  # the same where an amount is compared: a business report keeps to its period
_OTHER_PERIODS = frozenset({"P9M", "P6M"})  # what a report turns to after its quarter

_DATED = pattern(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|(?P<quarter>Q\d)|[A-Z].*))?(?P<rest>[T/].*)?"
)
_BUSINESS = pattern(r"\b(?:quarter|period|[Yy]ear-(?:ago|earlier))\b")
_ENDED = pattern(r"\s+ended\b")
_PROFIT = r"(?:profits?|earnings|net|loss(?:es)?|results?|sales|revenues?|income|expenses?)\b"
_OF_PROFIT = pattern(rf"[\s-]+(?:[a-z]+\s+){{0,2}}{_PROFIT}")
_FIGURES = pattern(rf"\b{_PROFIT}")
_EXPECTED = pattern(r"\b(?:expect\w*|will|would|could|may|might|forecast\w*|estimate[sd]?|predict\w*|anticipate\w*)\b")
_AMOUNT = (
    r"(?:[$£€¥#]\s?\d[\d.,]*|\d\s(?:million|billion|trillion|cents?|yen|euros?|pounds?|dollars|francs|marks|pence)\b)"
)
_MONEY = pattern(_AMOUNT)
_COMPARED = pattern(rf"{_AMOUNT}[^;]{{0,48}}\Z")
_OWN_AMOUNT = pattern(rf"['’]s\s+{_AMOUNT}")
_AGAINST = pattern(rf"\b(?:compare[sd]\s+with|from|against|versus)\s+(?:[a-z]+\s+){{0,5}}{_AMOUNT}[^.;]{{0,24}}\Z")
_SPEECH = pattern(r"\b(?:said|says|told|announced|reported|warned|added|stated|statement|interview)\b")


@frozen()
class _Day:
    """A day the text spoke of: in which sentence, whether no other day stands beside it, and whether a report of speech may."""

    sentence: int
    day: date
    alone: bool
    spoken_in: Sentence | None  # where it stands, if it may be the day of a report of speech


def _dated(value: str) -> tuple[int, str | None, date | None, bool] | None:
    """Return what a value says: the year, the month (``1989-03``) where it lies in one, the day, and whether it is a quarter."""
    match = _DATED.fullmatch(value)
    if match is None:
        return None
    year, month, day, quarter, rest = match.groups()
    try:
        on = date(int(year), int(month), int(day)) if day else None
    except ValueError:  # 31 June
        on = None
    return int(year), value[:7] if month and not rest else None, on, quarter is not None


_DATES = Remembered(_dated)


class Memory:
    """What the text spoke of before: it anchors "the following day" and "a year earlier"."""

    def __init__(self, document: Document, years: int) -> None:
        """Begin a text; ``years``: how often it has what looks like one."""
        self._document = document
        self._dct = document.published
        self._today = self._dct.date if self._dct else None  # worked out once
        self._text = document.text
        self._number = 0
        self._sentence: Sentence | None = None
        self._day: _Day | None = None
        self._quarter: tuple[int, str] | None = None
        self.year: int | None = None
        self._month: tuple[int, str] | None = None
        self.narrative = years >= _MANY and _is_narrative(document)
        self._spoken: tuple[int, int] | None = None

    def sentence(self, number: int, sentence: Sentence) -> None:
        """Go on to a sentence, the ``number``-th of the text."""
        self._number = number
        self._sentence = sentence

    def add(self, timex: Timex) -> None:
        """Remember a resolved expression."""
        value, window, distant = timex.value, timex.window, "distance" in timex.said
        if value in _OTHER_PERIODS:
            self._quarter = None
        dated = _DATES[value] if value[0].isdigit() else None
        if dated is None:
            return
        year, month, day, quarter = dated
        if day and (window or distant):
            self._add_day(timex, day)
        if quarter and not distant:
            self._add_quarter(timex)
        if window:
            self._spoken = (self._number, year)
            if month and timex.type == "DATE":
                self._month = (self._number, month)
        if "year" in timex.said:
            self.year = year

    def _add_day(self, timex: Timex, day: date) -> None:
        before = self._day
        others = before is not None and before.sentence == self._number and before.day != day
        chained = "distance" not in timex.said or timex.window is not None
        spoken_in = self._sentence if timex.said.isdisjoint(_ITS_OWN) else None
        self._day = _Day(self._number, day, alone=not others and chained, spoken_in=spoken_in)

    def _add_quarter(self, timex: Timex) -> None:
        sentence = self._sentence
        if sentence is None or not self._is_over(timex, sentence):
            return
        fresh = self._quarter is None or self._number - self._quarter[0] >= _REPORT
        if fresh or _MONEY.search(self._text, sentence.start, sentence.end):
            self._quarter = (self._number, timex.value)  # one named in passing is not what the report is about

    def _is_over(self, timex: Timex, sentence: Sentence) -> bool:
        """Tell whether a quarter can be what a report tells of: it is over, the text says when it ended, or gives its figures."""
        dct = self._dct
        if _ENDED.match(self._text, timex.end):
            return True
        if _OF_PROFIT.match(self._text, timex.end) and not _EXPECTED.search(self._text, sentence.start, timex.start):
            return True
        year, quarter = int(timex.value[:4]), int(timex.value[-1])
        return dct is None or not dct.month or (year, quarter * 3) < (dct.year, dct.month)

    def context(self, found: Found) -> Context:
        """Return the context in which an expression of the sentence is resolved."""
        return Context(self._dct, self._today, self, found)

    def _is_near(self, sentence: int) -> bool:
        return self.narrative or self._number - sentence < _NEAR  # a narrative goes on from where it was

    @property
    def day(self) -> date | None:
        """The day spoken of last, where that was near."""
        day = self._day
        return day.day if day is not None and self._is_near(day.sentence) else None

    @property
    def month(self) -> str | None:
        """The month spoken of last, ``1989-03``, where that was near."""
        month = self._month
        return month[1] if month is not None and self._is_near(month[0]) else None

    @property
    def spoken_year(self) -> int | None:
        """The year spoken of last, where that was near."""
        spoken = self._spoken
        return spoken[1] if spoken is not None and self._is_near(spoken[0]) else None

    def is_day_sure(self) -> bool:
        """Tell whether the day spoken of last is beyond doubt what "the following day" counts from."""
        day = self._day
        if day is None or not day.alone or self._number - day.sentence >= _NEXT:
            return False
        sentence = day.spoken_in
        return sentence is None or _SPEECH.search(self._text, sentence.start, sentence.end) is None

    def tense(self, found: Found) -> Tense:
        """Return the tense that governs an expression of the sentence; NONE where its reading does not hang on it."""
        parts, period, sentence = found.parts, found.period, self._sentence
        tensed = parts.asks_tense if parts is not None else period is not None and period[0].tensed
        if not tensed or sentence is None:
            return Tense.NONE
        return tense_of(self._document, sentence, Span(found.start, found.end))

    def quarter(self, found: Found) -> str | None:
        """Return the quarter the text tells of, where it did so near enough for what an expression stands among."""
        if self._quarter is None or self._sentence is None:
            return None
        away = self._number - self._quarter[0]
        near = away < _NEXT or (away < _REPORT and self._is_business(self._sentence, found))
        return self._quarter[1] if near else None

    def is_compared(self, found: Found) -> bool:
        """Tell whether an amount stands right before an expression, against which that of its period is held."""
        text, sentence = self._text, self._sentence
        if _OWN_AMOUNT.match(text, found.end):
            return True  # "up from last year's $3 million"
        low = max(sentence.start if sentence else 0, found.start - 100)
        return _AGAINST.search(text, low, found.start) is not None

    def _is_business(self, sentence: Sentence, found: Found) -> bool:
        """Tell whether an expression stands among the figures of a business report."""
        text = self._text
        return bool(
            _BUSINESS.search(text, found.start, found.end)
            or _COMPARED.search(text, max(sentence.start, found.start - 80), found.start)
            or _FIGURES.search(text, sentence.start, sentence.end)
        )


@frozen()
class Context:
    """What an expression is read against: the publication, its sentence, and what the text spoke of before, which is told when asked for.

    ``dct`` is the document creation time, ``today`` its day, where that is known.
    """

    dct: Published | None
    today: date | None
    memory: Memory
    found: Found

    @property
    def tense(self) -> Tense:
        """The tense of the governing verb."""
        return self.memory.tense(self.found)

    @property
    def day(self) -> date | None:
        """The day the text spoke of last, None where there was none near."""
        return self.memory.day

    @property
    def day_sure(self) -> bool:
        """True where ``day`` is beyond doubt the one that "the following day" counts from."""
        return self.memory.is_day_sure()

    @property
    def month(self) -> str | None:
        """The month the text spoke of last, ``1989-03``, where it did so near."""
        return self.memory.month

    @property
    def quarter(self) -> str | None:
        """The quarter the text reports on (``1989-Q3``), None where it reported on none near."""
        return self.memory.quarter(self.found)

    @property
    def compared(self) -> bool:
        """True where an amount before it is compared with that of the quarter: "from $3 million last year"."""
        return self.memory.is_compared(self.found)

    @property
    def year(self) -> int | None:
        """The year of the last date stated in full, where nothing else tells."""
        return self.memory.year

    @property
    def spoken_year(self) -> int | None:
        """The year the text spoke of last, where it did so near."""
        return self.memory.spoken_year

    @property
    def narrative(self) -> bool:
        """True in a text about other years: what it leaves out is told by what it said before, not by its publication."""
        return self.memory.narrative

    def counted_from(self, dct: Published) -> Context:
        """Return the context of what is counted from another date than that of the publication."""
        return Context(dct, dct.date, self.memory, self.found)


_YEARS = pattern(r"[12]\d{3}(?!\w)")
_FAR = 2  # years from the publication: no year of the news
# Words of news, in lower case; what stands before them is looked at where they do, for so they are found several times as fast.
_FRESH = pattern(
    rf"{lex.either(['today', 'yesterday', 'tomorrow', 'tonight', 'this week', 'last week', *map(str.lower, lex.DAY_NAMES)])}\b"
)
_MANY, _MOST = 5, 0.8  # so many years, and of them so great a share far off, make a narrative


def _is_narrative(document: Document) -> bool:
    """Tell whether a text tells of other years than its own: history, biography, chronicle."""
    if document.published is None:
        return False
    text, published = document.text, document.published.year
    years = [int(m[0]) for m in _YEARS.finditer(text) if not text[m.start() - 1 : m.start()].isalnum()]
    far = sum(abs(year - published) > _FAR for year in years)
    if len(years) < _MANY or far < _MOST * len(years):
        return False
    low = text.lower()
    before = [low[m.start() - 1 : m.start()] for m in _FRESH.finditer(low)]
    fresh = [mark for mark in before if not mark.isalnum() and mark != "_"]
    return len(fresh) * _MANY <= len(years)
