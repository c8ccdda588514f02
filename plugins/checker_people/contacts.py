"""Claims about telephone numbers: "call Sgt. Ann Ro at 555-010-4477", "Crime Stoppers at 555-010-8477"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import Annotations, Claim, Document, Extractor, Mention, Passage, Person, Sentence
from checker.text.patterns import pattern
from checker.text.spelling import fold
from checker.text.vocabulary import table

if TYPE_CHECKING:
    from collections.abc import Iterator

# Ten digits as North America writes them, or an international number of nine digits or more.
_NUMBER = pattern(
    r"(?<![\d.-])(?:1[-.\s])?(?:\(\d{3}\)\s?|\d{3}[-.\s])\d{3}[-.\s]\d{4}(?![\d-])|(?<!\d)\+\d{1,3}(?:[\s.-]?\(?\d{1,4}\)?){2,5}(?!\d)"
)
_DIGITS = (9, 15)
_MAIL = pattern(r"\w@\w")
_CALLED = pattern(r"(?i)\b(?:call|contact|phone|telephone|reach|reached|dial|ring|text|information|tips?)\b")


@frozen()
class Contact(Mention):
    """A telephone number (``digits``, without the 1 of North America) and whose it is (``key``); ``person`` where it is a person's."""

    kind: ClassVar[str] = "contact"
    digits: str
    key: str
    person: bool


@cache
def _lines() -> re.Pattern[str]:
    forms = [f.strip() for group in table("checker_people", "lines.txt").values() for f in group.split(",")]
    return re.compile(rf"(?i)\b(?:{'|'.join(sorted(map(re.escape, forms), key=len, reverse=True))})\b")


@cache
def _line_of() -> dict[str, str]:
    return {f.strip(): key for key, group in table("checker_people", "lines.txt").items() for f in group.split(",")}


def contact_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the number of the one person, or else the one office, named in a sentence that asks readers to call."""
    text = document.text
    for sentence in annotations.of(Sentence):
        numbers = list(_NUMBER.finditer(text, sentence.start, sentence.end))
        if len(numbers) != 1 or not _CALLED.search(text, sentence.start, sentence.end):
            continue
        if _MAIL.search(text, sentence.start, sentence.end):
            continue  # who can be reached by mail, too, is the reporter
        digits = re.sub(r"\D", "", numbers[0][0])
        digits = digits.removeprefix("1") if len(digits) > 10 and digits[0] == "1" else digits
        if not _DIGITS[0] <= len(digits) <= _DIGITS[1]:
            continue
        span = numbers[0].span()
        people = {p.name: p for p in annotations.within(Person, sentence)}
        offices = {_line_of()[m[0].casefold()] for m in _lines().finditer(text, sentence.start, sentence.end)}
        if len(people) == 1:
            person = next(iter(people.values()))
            key = f"the telephone of {fold(person.family or person.name)}"
            contact = Contact(*span, digits, key, person=True)
        elif len(offices) == 1:
            contact = Contact(*span, digits, f"the telephone of {next(iter(offices))}", person=False)
        else:
            continue
        yield Claim(document, contact, "telephone", contact, (Passage(*span, "telephone"),))


CONTACT_CLAIMS = Extractor("contact-claims", "1", (Person, Sentence), Claim, contact_claims)
