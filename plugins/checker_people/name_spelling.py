"""Rule kind ``name-spelling``: one name in two spellings."""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker.text.names import full_names, given_names
from checker.text.nations import forms
from checker.text.spelling import distance, fold, romanised, same_letters, skeleton
from checker_people.spellings import FEWEST, PART, Spelling, in_one_sentence

_SHORT, _LONG = (
    4,
    6,
)  # letters of a name that may differ by a slip: where more speaks for one bearer, and where nothing else does
_STEM = 5  # letters in which two surnames of one bearer begin, where more than a slip tells them apart
_COMPASS = ("north", "south", "east", "west")
_OF_ONE_AGE, _OF_TWO = 1, 2  # years between the ages of one person; beyond, of two
# One word as Britain and America write it: "Labour", "Theatre", "Programme", "Defence", "Organisation".
_STYLES = (("our", "or"), ("tre", "ter"), ("mme", "m"), ("ence", "ense"), ("isation", "ization"), ("ogue", "og"))


@frozen()
class NameSpelling:
    """``edits``: how many letters of one name may differ before it is taken for another name."""

    edits: int = 2


def compare(options: NameSpelling, a: Claim, b: Claim) -> Verdict:
    """Judge two spellings: contradiction where all words but one are equal and that one is a slip of the other.

    No difference are diacritics, hyphens, capitals, the letters in which names of other scripts are written, short and familiar forms,
    plurals, and the styles of Britain and America. Inside one article, where two people may bear like names, more must speak for one.
    """
    first, second = a.reading, b.reading
    if not isinstance(first, Spelling) or not isinstance(second, Spelling) or not _comparable(first, second):
        return UNKNOWN
    pairs = list(zip(first.words, second.words, strict=False))
    different = [(i, x, y) for i, (x, y) in enumerate(pairs) if fold(x) != fold(y)]
    if not different and a.document is not b.document and _other_middle(first, second):
        why = f"one calling, and “{first.middle[0]}” and “{second.middle[0]}” between the other names"
        return Verdict(Outcome.CONTRADICT, why, Severity.WARNING, Confidence.MEDIUM)
    if not different:
        return AGREE
    if len(different) > 1 or _two_bearers(first, second) or (a.document is b.document and in_one_sentence(a, b)):
        return UNKNOWN
    at, x, y = different[0]
    pair = _Pair(first, second, x, y, given=at == 0 and first.sort != "thing", internal=a.document is b.document)
    if first.key.split()[0] not in ("kin", pair.meeting) or pair.is_one_form or not pair.is_slip(options.edits):
        return UNKNOWN
    why = f"“{x}” and “{y}” {'sound alike' if pair.alike else 'are a slip apart'}"
    return Verdict(Outcome.CONTRADICT, why, Severity.WARNING, Confidence.MEDIUM)


def _comparable(a: Spelling, b: Spelling) -> bool:
    """Tell whether two names can be held against each other word by word."""
    if a.key.startswith("kin "):
        return "given" in (a.sort, b.sort)  # full names meet by other keys
    if "name" in (a.sort, b.sort) and bool(a.middle) != bool(b.middle) and "person" not in (a.sort, b.sort):
        return False
    return len(a.words) == len(b.words)


def _two_bearers(a: Spelling, b: Spelling) -> bool:
    """Tell whether anything but the spelling keeps two names apart: thing and person, sex, middle name, suffix, age."""
    if (a.sort == "thing") != (b.sort == "thing") or (a.gender and b.gender and a.gender != b.gender):
        return True
    if {a.suffix, b.suffix} == {"jr", "sr"} or (a.middle and b.middle and not _middle_agrees(a, b)):
        return True
    return bool(a.ages and b.ages) and min(abs(m - n) for m in a.ages for n in b.ages) > _OF_TWO


def _other_middle(a: Spelling, b: Spelling) -> bool:
    """Tell whether one bearer, by calling, has two middle names, as people with two surnames may seem to."""
    one = len(a.middle) == len(b.middle) == 1 and min(map(len, (*a.middle, *b.middle))) > 1 + len("Jr")
    return one and bool(a.callings & b.callings) and not _middle_agrees(a, b)


def _middle_agrees(a: Spelling, b: Spelling) -> bool:
    return any(
        v[0] == w[0] if 1 in (len(v), len(w)) else skeleton(v) == skeleton(w)
        for v in a.middle
        for w in b.middle
        if v and w
    )


@frozen()
class _Pair:
    """The words ``x`` and ``y`` in which two names differ; ``given`` where they are given names, ``internal`` inside one article."""

    a: Spelling
    b: Spelling
    x: str
    y: str
    given: bool
    internal: bool

    @property
    def alike(self) -> bool:
        """True where the words sound alike."""
        return skeleton(self.x) == skeleton(self.y)

    @property
    def proven(self) -> bool:
        """True where age, calling or middle name say that the bearer is one."""
        a, b = self.a, self.b
        if a.callings & b.callings and not self.internal:
            return True
        aged = bool(a.ages and b.ages) and min(abs(m - n) for m in a.ages for n in b.ages) <= _OF_ONE_AGE
        return aged or (bool(a.middle and b.middle) and max(map(len, a.middle)) > 1 and _middle_agrees(a, b))

    @property
    def meeting(self) -> str:
        """The one kind of key by which the two are judged, so that none is judged twice."""
        sounds = [skeleton(w) for w in self.a.words]
        if self.alike and len("".join(sounds)) >= FEWEST and all(sounds):
            return "sound"
        return "head" if fold(self.x)[:PART] == fold(self.y)[:PART] else "tail"

    @property
    def is_one_form(self) -> bool:
        """True where the words are one name in two forms that newsrooms use side by side."""
        foreign = any(romanised(w) for w in (*self.a.words, *self.b.words))
        if same_letters(self.x, self.y, foreign=foreign):
            return True
        short, long = sorted((fold(self.x), fold(self.y)), key=len)
        if all(w.startswith(_COMPASS) for w in (short, long)):
            return True  # two parts of a town
        if self.a.sort == "thing":
            styles = {_in_one_style(w) for w in (short, long)}
            if not forms().keys().isdisjoint((self.x, self.y)):
                return True  # "China's" and "Chinese"
            return len(styles) == 1 or long.startswith(short)
        if self.given and full_names(self.x) & full_names(self.y):
            return True
        if not long.startswith(short):
            return False
        # "Alex" and "Alexander", "Ann" and "Anna": short forms; "Krol" and "Kroll", "Sara" and "Sarah" are a letter apart at the end.
        one_more = len(long) - len(short) == 1
        return not one_more or not (long[-1] == long[-2] or (long[-1] in "he" if self.given else long[-1] != "s"))

    def is_slip(self, most: int) -> bool:
        """Tell whether the words are few enough letters apart for what speaks for one bearer."""
        x, y = fold(self.x), fold(self.y)
        edits, letters = distance(x, y), min(len(x), len(y))
        if edits == most + 1 and self.proven and not self.given and x[:_STEM] == y[:_STEM]:
            return True  # "the curator Joan Merrill" and "the curator Joan Merridew"
        if edits > most:
            return False
        if self.a.sort == "thing":
            return letters >= _LONG and edits * _SHORT <= letters + (_SHORT // 2 if self.alike else 0)
        person = "person" in (self.a.sort, self.b.sort)
        # "Deorah" is nobody's name, and "Deborah" is.
        known = {self.x in given_names(), self.y in given_names()}
        misspelt = edits == 1 and self.given and len(known) > 1 and bool(self.a.middle) == bool(self.b.middle)
        if self.alike:
            least = _SHORT - 1 if edits == 1 and person else _SHORT if not self.internal and person else _LONG - 1
            return letters >= (_SHORT - 1 if self.proven else least)
        if self.proven:
            return letters >= (_SHORT if edits == 1 else _LONG)
        if edits > 1 and person and not self.given and not self.internal and letters > _STEM and x[:_STEM] == y[:_STEM]:
            return True  # "Hemi Tawhara" and "Hemi Tawhai"
        if edits > 1 or not person:
            return False
        return (
            letters >= _LONG and (not self.internal or misspelt) if not misspelt or self.internal else letters >= _SHORT
        )


def _in_one_style(word: str) -> str:
    for british, american in _STYLES:
        word = word.replace(british, american)
    return word


def describe(options: NameSpelling, claim: Claim) -> Reading:
    """Read a claim as the name it spells."""
    del options
    words = " ".join(claim.document.text[claim.reading.start : claim.reading.end].split())
    if not isinstance(claim.reading, Spelling):
        return Reading(words, words)
    return Reading(" ".join(map(fold, claim.reading.words)), words)


NAME_SPELLING = RuleKind(
    name="name-spelling",
    referent=Referent.THING,
    slot="spelling",
    options=NameSpelling,
    compare=compare,
    describe=describe,
    message="the spelling of a name",
)
