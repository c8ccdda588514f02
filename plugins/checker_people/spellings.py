"""Claims about how a name is spelled. Names that sound alike meet by a skeleton: consonants, without doubles, vowels left out.

Only full names are claimed: a surname alone is the surname of many.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.model import Annotations, Claim, Document, Extractor, Mention, Passage, Person, SegmentKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_SOUNDS = (("ph", "f"), ("ck", "k"), ("th", "t"), ("sch", "sh"), ("c", "k"), ("q", "k"), ("z", "s"))
_FEWEST = 4  # consonants of both names that their skeletons need to tell them from others
LONG = 6  # letters of a name that may differ in its consonants by a slip: "Vicente", "Vincente"


@dataclass(frozen=True, slots=True)
class Spelling(Mention):
    """A full name as one passage spells it: given and family name, folded; ``key`` is that by which spellings meet."""

    kind: ClassVar[str] = "spelling"
    given: str
    family: str
    gender: str | None
    key: str

    @property
    def sound(self) -> str:
        """The skeletons of both names."""
        return f"{skeleton(self.given)} {skeleton(self.family)}"


def fold(name: str) -> str:
    """Lower case, without diacritics, hyphens and apostrophes."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if c.isalpha() and not unicodedata.combining(c))


def skeleton(name: str) -> str:
    """Consonants in order, alike-sounding ones as one, doubles single; a first vowel stands as ``a``."""
    text = fold(name)
    for form, sound in _SOUNDS:
        text = text.replace(form, sound)
    first = "a" if text[:1] in "aeiouy" else ""
    return first + re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyhw]", "", text))


def spellings(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the spelling of every full name outside furniture."""
    for person in annotations.of(Person):
        words = document.text[person.start : person.end].split()
        if len(words) < 2 or document.segment_at(person.start) in _SKIPPED or words[0].isupper():
            continue
        given, family = words[0].strip(".,’'"), words[-1].strip(".,’'")
        if len(given) < 3 or len(family) < 3:
            continue
        for key in keys(given, family):
            subject = Spelling(person.start, person.end, given, family, person.gender, key)
            yield Claim(document, subject, "spelling", subject, (Passage(person.start, person.end, "name"),))


def keys(given: str, family: str) -> Iterator[str]:
    """By what spellings meet: the sound of both names; one name as it is, and how a long other one begins."""
    sounds = skeleton(given), skeleton(family)
    if len("".join(sounds)) >= _FEWEST and all(sounds):
        yield " ".join(sounds)
    first, last = fold(given), fold(family)
    if len(first) >= LONG:
        yield f"{first[:2]}… {last}"
    if len(last) >= LONG:
        yield f"{first} {last[:2]}…"


SPELLINGS = Extractor("spelling-claims", "1", (Person,), Claim, spellings)
