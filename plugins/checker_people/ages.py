"""Ages: "Ann Ro, 58,", "58-year-old Ann Ro", "she was 84", "died aged 84", "turned 58", and what a date or year of birth makes them.

An age is claimed for the person beside it. "Then 30", "30 when he was hired" and "at 30" are ages of another time and are left out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import (
    Annotations,
    Claim,
    Document,
    Extractor,
    Mention,
    Passage,
    Person,
    SegmentKind,
    Sentence,
    Span,
    Timex,
)
from checker.text.names import calendar, titles
from checker.text.numerals import number
from checker.text.patterns import pattern
from checker.text.verbs import verbs
from checker.text.vocabulary import function_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_VALUE = r"\d{1,3}|[a-z]+(?:-[a-z]+)?"  # of "-year-old", in digits or words
# What ends an age: no thousands ("Ro, 4,201 votes"), no decimals.
_ENDS = r"(?=[;)—]|[,.](?!\d)|\s(?:and|of|from|who|was|is|has|had|said|told)\b)"
_BEHIND = pattern(
    rf",\s(?:who\sis\s|now\s|aged?\s)?(?P<age>\d{{1,3}}){_ENDS}|\s\((?:aged?\s)?(?P<bracketed>\d{{1,3}})\)"
    rf"|,\s(?:an?|the)\s(?:[a-z][\w’'-]*\s)?(?P<described>{_VALUE})-year-old\b"
    r"|,\s(?:who|whose)\s(?:has\s)?(?:just\s)?(?:recently\s)?turned\s(?P<turned>\d{1,3})\b"
    r"|\s(?:is|is\snow|was)\s(?:just\s|only\s)?(?P<plainly>\d{1,3})(?=[,.;](?!\d)|\s(?:and|years\sold)\b)"
)
_WORD = r"(?![\w-]*-year-old)[\w’'-]+"
_BEFORE = pattern(
    rf"(?<![-–\w])(?P<age>{_VALUE})-year-old\s(?P<who>(?:{_WORD}\s){{0,5}})\Z|"
    rf"(?<![-–\w])(?P<apposed>{_VALUE})-year-old\s(?P<whom>(?:{_WORD}\s){{0,4}}[a-z][a-z’'-]+),\s\Z",
)
_BACK_THEN = pattern(
    r"(?i)\b(?:since|when|before|until|till|after|while|from\sthe\stime|once|if|as|because|though|that)\s\Z"
)
_PRONOUN = pattern(r"\b(?P<who>He|She|he|she)\s(?:is|was)\s(?P<age>\d{1,3})(?=[.,;]|\s(?:and|years\sold)\b)")
_EITHER = "cousin|friend|neighbou?r|partner|colleague"
_KIN_BETWEEN = {
    "he": pattern(rf"\b(?:brother|son|father|husband|nephew|uncle|grandson|grandfather|{_EITHER}),?\s[A-Z]"),
    "she": pattern(rf"\b(?:sister|daughter|mother|wife|niece|aunt|granddaughter|grandmother|{_EITHER}),?\s[A-Z]"),
}
_BESIDE = 160  # code points before a pronoun in which somebody of whom no more is known may be meant
# "Ann Ro, who ran the mill for 30 years, has died aged 81", "she died on Monday at the age of 81"
_DIED = pattern(
    r"\b(?:dies|died|dead|passed\s(?:away|on))\b(?:\s(?!aged?\b)[\w’'-]+){0,12}?,?\s(?:aged|at\s(?:the\s)?age\s(?:of\s)?)\s?(?P<age>\d{1,3})\b"
)
_SUBJECT = pattern(r"\b(?P<who>[Hh]e|[Ss]he)\s(?:(?:has|had|also|then|later)\s)?\Z")
_APPOSED = pattern(r"[,.;:)]|['’]s\b|\s(?:and|was|is|has|had|who|said|says|told|of|from)\b")
# "Vik, at 17 the youngest player"
_AT = pattern(r",\sat\s(?P<at>\d{1,3}),?\s(?:the|his|her|still|already|one\sof)\b")
_TURNED = pattern(r"\s(?:has\s)?(?:just\s)?turned\s(?P<age>\d{1,3})\b")
_YEAR = pattern(r"\b(?:19|20)\d\d\b(?:\s(?P<next>[A-Za-z][\w’'-]*))?")
IN_DECADE = r"(?P<range>in\s(?:his|her|their)\s(?:(?P<part>early|mid|late)(?:-?\sto\s(?P<till>mid|late))?[\s-])?(?P<tens>[2-9]0)['’]?s)\b"
_DECADE = pattern(rf",\s(?:who\sis\s|who\swas\s)?(?:believed\sto\sbe\s|thought\sto\sbe\s)?{IN_DECADE}")
_PARTS = {"": (0, 9), "early": (0, 4), "mid": (3, 7), "late": (5, 9)}
_AGO = pattern(r"\byears\s(?:ago|earlier|before)\b|\b[Tt]hen\b")
_NICKNAME = pattern(r"[”\"'’]\s\Z")  # Joe "Duke" Robertson is no Robertson of whom nothing else is known
_OTHER_TIME = pattern(r"\s(?:when|at\sthe\stime|years\slater|years\sago)\b")
_BORN = pattern(r"\b(?:[Bb]orn|b\.)\s(?:[\w’'-]+\s){0,8}\Z")
# What stands between the subject and "born in 1971", and between "Born in Larkfield in 1971" and the subject.
_IS_BORN = pattern(r"(?:\b(?P<who>[Hh]e|[Ss]he)\swas|(?<=\w)(?:,?\swho)?\swas|(?<=\w),)\s\Z")
_WHO_IS = pattern(r",\s(?:(?:(?:the|one|an?)\s)?[a-z][^,.;]{2,60},\s)?(?:(?P<who>he|she)\b|(?=[A-Z]))")
_MONTH_AND_DAY = 2
_BORN_ON = pattern(r"\d{4}(?:-\d\d){0,2}")  # a year, a month or a day
_REACH = 100  # code points before a date in which the word for birth counts
_MONTHS, _DAYS = 12, 30  # of a year, and of a month or so
_OLDEST = 115
_GENDER = {"he": "male", "she": "female"}


@frozen()
class Age(Mention):
    """An age in whole years, of the person whose mention starts at ``person``.

    ``most`` where a range is told ("in his 20s": 20 to 29); ``year`` where the sentence speaks of another year than that of publication.
    """

    kind: ClassVar[str] = "age"
    years: int
    person: int
    most: int | None = None
    year: int | None = None

    @property
    def range(self) -> tuple[int, int]:
        """From the least to the most years."""
        return self.years, self.years if self.most is None else self.most


@frozen()
class Birth(Mention):
    """What a date of birth makes the age at publication: ``least`` to ``most`` years."""

    kind: ClassVar[str] = "birth"
    least: int
    most: int


def ages(document: Document, annotations: Annotations) -> Iterator[Age]:
    """Find the ages given beside persons."""
    text = document.text
    persons = [p for p in annotations.of(Person) if document.segment_at(p.start) not in _SKIPPED]
    sentences = annotations.of(Sentence)
    taken: set[int] = set()
    for person in persons:
        found, group = _beside(text, person)
        if found is None or found.start(group) in taken or not _is_clear(document, person):
            continue
        years = int(number(found[group]) or 0) - (group == "next")
        sentence = next((s for s in sentences if s.start <= person.start < s.end), None)
        if sentence is None or _OTHER_TIME.match(text, found.end()):
            continue
        # Behind a name an age is that of the article's time, unless a year before it says otherwise.
        until = person.start if found.start(group) > person.start else sentence.end
        other = _other_years(document, Span(sentence.start, until))
        if len(other) > 1 or _AGO.search(text, sentence.start, until):
            continue
        if 0 < years <= _OLDEST:
            taken.add(found.start(group))
            yield Age(found.start(group), found.end(group), years, person.start, year=min(other, default=None))
    yield from _by_decade(document, annotations, persons)
    yield from _by_pronoun(document, annotations, persons)
    yield from _by_end(document, annotations, persons)


def _beside(text: str, person: Person) -> tuple[re.Match[str] | None, str]:
    """The age right behind a name, or before it with nothing but a description between."""
    end = person.end
    found = _BEHIND.match(text, end) or _TURNED.match(text, end) or _AT.match(text, end) or _to_turn().match(text, end)
    if found is not None:
        return found, found.lastgroup or "age"
    start = person.start
    if person.title is not None and text.endswith(f"{person.title} ", 0, start):
        start -= len(person.title) + 1
    if text.find("-year-old", max(0, start - 80), start) < 0:
        return None, "age"
    found = _BEFORE.search(text, max(0, start - 80), start)
    if found is None:
        return None, "age"
    group = "age" if found["age"] else "apposed"
    who = (found["who"] if found["age"] else found["whom"]).split()
    # "the 18-year-old sister of Weston" is not Weston; "43-year-old Larkfield man Ann Ro" ends in a noun.
    if not function_words().isdisjoint(who) or any(map(verbs, who)) or (who and not who[-1][0].islower()):
        return None, group
    if group == "apposed" and not _APPOSED.match(text, person.end):
        return None, group
    return found, group


def _is_clear(document: Document, person: Person) -> bool:
    """Tell whether a mention says who is meant: a full name, or a surname that one person of the text bears."""
    text = document.text
    if _NICKNAME.search(text, max(0, person.start - 2), person.start):
        return False
    if " " in text[person.start : person.end]:
        return True
    family = re.escape(person.family or person.name)
    bearers = {
        m[1].casefold() for m in re.finditer(rf"(?i)\b([^\W\d_][\w.’'-]*)\s{family}\b", text) if m[1][:1].isupper()
    }
    bearers = {b for b in bearers if b not in _titles()}
    return len(bearers) <= 1


@cache
def _to_turn() -> re.Pattern[str]:
    """Match a birthday to come, up to which somebody is a year younger: "Vik, who turns 17 in May", "Vik, who won't turn 17 until May"."""
    days = "|".join(sorted(calendar() | {"May"}, key=len, reverse=True))
    day = rf"(?:early\s|late\s|\d{{1,2}}\s)?(?:{days})\b(?!\.?\s(?:\d{{1,2}},\s)?\d{{4}})"
    when = rf"(?:(?:in|on|until|till)\s{day}|(?:later\s)?(?:next|this)\s(?:week|month)\b|tomorrow\b)"
    will = r"(?:(?:will\s(?:only\s|not\s)?|won['’]t\s|does\snot\s|doesn['’]t\s)?turns?|will\s(?:not\s)?be)"
    return re.compile(rf",?\s(?:who\s)?{will}\s(?P<next>\d{{1,3}})\s{when}")


@cache
def _titles() -> frozenset[str]:
    return frozenset(t.split()[-1].casefold() for t in titles()) | function_words()


def _other_years(document: Document, span: Span) -> set[int]:
    """The years of which a stretch speaks, that of publication left out; "a 2014 shooting" says nothing of when."""
    published = document.published
    if published is None:
        return set()
    found = _YEAR.finditer(document.text, span.start, span.end)
    return {int(m[0][:4]) for m in found if not m["next"] or m["next"].casefold() in function_words()} - {
        published.year
    }


def _by_decade(document: Document, annotations: Annotations, persons: list[Person]) -> Iterator[Age]:
    """Read "Ann Ro, believed to be in her early 50s"."""
    sentences = annotations.of(Sentence)
    for person in persons:
        match = _DECADE.match(document.text, person.end)
        sentence = next((s for s in sentences if s.start <= person.start < s.end), None)
        if match is None or sentence is None or not _is_clear(document, person):
            continue
        if not _other_years(document, sentence) and not _AGO.search(document.text, sentence.start, sentence.end):
            least, most = decade(match)
            yield Age(match.start("range"), match.end("range"), least, person.start, most)


def decade(match: re.Match[str]) -> tuple[int, int]:
    """The ages that "in his (early, mid, late) 20s" bears, with a year to spare inside."""
    tens = int(match["tens"])
    first, last = (match["part"] or "").casefold(), (match["till"] or match["part"] or "").casefold()
    return tens + _PARTS[first][0], tens + _PARTS[last][1]


def _by_pronoun(document: Document, annotations: Annotations, persons: list[Person]) -> Iterator[Age]:
    """Read "She was 84.": of the person named last, if nobody else of that gender has been named before."""
    for sentence in annotations.of(Sentence):
        if sentence.segment is not SegmentKind.BODY:
            continue
        for match in _PRONOUN.finditer(document.text, sentence.start, sentence.end):
            if _OTHER_TIME.match(document.text, match.end()) or _BACK_THEN.search(
                document.text, sentence.start, match.start()
            ):
                continue
            gender = _GENDER[match["who"].lower()]
            before = [p for p in persons if p.end <= match.start() and p.gender in (None, gender)]
            kin = _KIN_BETWEEN[match["who"].lower()]
            if not before or kin.search(document.text, max(before[-1].end, match.start() - _BESIDE), match.start()):
                continue  # "Ro's brother Hisao ran for help. He is 75."
            if len({p.name for p in before}) == 1 and 0 < int(match["age"]) <= _OLDEST:
                yield Age(match.start("age"), match.end("age"), int(match["age"]), before[-1].start)


def _by_end(document: Document, annotations: Annotations, persons: list[Person]) -> Iterator[Age]:
    """Read "Ann Ro, who ran the mill, has died aged 81", and "She died on Monday at the age of 81" where nobody else is named before."""
    text = document.text
    for sentence in annotations.of(Sentence):
        if sentence.segment in _SKIPPED:
            continue
        match = _DIED.search(text, sentence.start, sentence.end)
        if match is None or _other_years(document, sentence) or _AGO.search(text, sentence.start, sentence.end):
            continue
        inside = [p for p in persons if sentence.start <= p.start and p.end <= match.start()]
        pronoun = _SUBJECT.search(text, sentence.start, match.start())
        before = inside
        if pronoun is not None and not inside:
            gender = _GENDER[pronoun["who"].casefold()]
            before = [p for p in persons if p.end <= sentence.start and p.gender in (None, gender)]
        if before and len({p.name for p in before}) == 1 and 0 < int(match["age"]) <= _OLDEST:
            yield Age(match.start("age"), match.end("age"), int(match["age"]), before[-1].start)


def age_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the ages of persons, said outright or by a date of birth."""
    persons = {p.start: p for p in annotations.of(Person)}
    for age in annotations.of(Age):
        person = persons.get(age.person)
        if person is not None:
            yield Claim(document, person, "age", age, (Passage(age.start, age.end, "age"),))
    published = document.published.date if document.published else None
    if published is None:
        return
    for timex in annotations.of(Timex):
        if not _BORN_ON.fullmatch(timex.value) or "year" not in timex.said:
            continue
        born = _BORN.search(document.text, max(0, timex.start - _REACH), timex.start)
        if born is None or (person := _born(document, annotations, timex, born.start())) is None:
            continue
        year, *birthday = map(int, timex.value.split("-"))
        today = [published.month, published.day][: len(birthday)]
        most = published.year - year - (today < birthday)
        least = most - (today == birthday and len(birthday) < _MONTH_AND_DAY)
        if len(birthday) == _MONTH_AND_DAY and _may_have_missed(document.text, published, birthday):
            least = most - 1
        if 0 < least <= most <= _OLDEST:
            reading = Birth(timex.start, timex.end, least, most)
            yield Claim(document, person, "age", reading, (Passage(timex.start, timex.end, "birth"),))


def _may_have_missed(text: str, published: date, birthday: Sequence[int]) -> bool:
    """Tell whether somebody whose death is told may have died before a birthday of the last weeks."""
    month, day = birthday
    since = (published.month - month) % _MONTHS * _DAYS + published.day - day
    return 0 <= since <= _DAYS and _DIED.search(text) is not None


def _born(document: Document, annotations: Annotations, timex: Timex, born: int) -> Person | None:
    """Who was born then: the person of the sentence, or the only one named before.

    Of a year or a month alone, as lives are told with, only who is the subject of "born", in a sentence of no other year.
    """
    sentence = next((s for s in annotations.of(Sentence) if s.start <= timex.start < s.end), None)
    if sentence is None or sentence.segment in _SKIPPED:
        return None
    inside = annotations.within(Person, sentence)
    before = [
        p for p in annotations.of(Person) if p.end <= sentence.start and document.segment_at(p.start) not in _SKIPPED
    ]
    if timex.value.count("-") < _MONTH_AND_DAY:
        if _other_years(document, sentence) - {int(timex.value[:4])}:
            return None
        opens = born == sentence.start
        subject = (
            _WHO_IS.match(document.text, timex.end, sentence.end)
            if opens
            else _IS_BORN.search(document.text, sentence.start, born)
        )
        if subject is None:
            return None
        if subject["who"] is None:
            return next((p for p in inside if (p.start == subject.end() if opens else p.end == subject.start())), None)
        before = [p for p in before if p.gender in (None, _GENDER[subject["who"].casefold()])]
        inside = ()
    found = inside or before
    return found[0] if found and len({p.name for p in found}) == 1 else None


AGES = Extractor("ages", "2", (Person, Sentence), Age, ages)
AGE_CLAIMS = Extractor("age-claims", "2", (Age, Person, Sentence, Timex), Claim, age_claims)
