"""Rule kind ``name-spelling``: one person's name in two spellings."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Severity, Verdict
from checker_people.spellings import LONG, Spelling, fold


@dataclass(frozen=True, slots=True)
class NameSpelling:
    """``edits``: how many letters of one name may differ before it is taken for another name."""

    edits: int = 2


def compare(options: NameSpelling, a: Claim, b: Claim) -> Verdict:
    """Judge two spellings: contradiction where one name is equal and the other differs by few letters.

    Diacritics, hyphens and capitals are no difference; "y" and "i" at the end of a name are those of transliteration.
    """
    first, second = a.reading, b.reading
    if not isinstance(first, Spelling) or not isinstance(second, Spelling):
        return UNKNOWN
    pairs = [(fold(x), fold(y)) for x, y in ((first.given, second.given), (first.family, second.family))]
    different = [(x, y) for x, y in pairs if x != y]
    if not different:
        return AGREE
    if len(different) > 1 or (first.gender and second.gender and first.gender != second.gender):
        return UNKNOWN
    x, y = different[0]
    if _transliterated(x) == _transliterated(y) or x.startswith(y) or y.startswith(x):
        # "Alex" and "Alexander", "Ann" and "Anna": short forms, but "Krol" and "Kroll" are one letter apart at the end.
        doubled = abs(len(x) - len(y)) == 1 and max(x, y, key=len)[-1] == max(x, y, key=len)[-2]
        if not doubled:
            return UNKNOWN
    if first.sound != second.sound and (distance(x, y) > 1 or min(len(x), len(y)) < LONG):
        return UNKNOWN
    if distance(x, y) > options.edits or ("…" in first.key and first.sound == second.sound):
        return UNKNOWN  # what sounds alike meets by its sound
    return Verdict(Outcome.CONTRADICT, f"“{x}” and “{y}” sound alike", Severity.WARNING, Confidence.MEDIUM)


def describe(options: NameSpelling, claim: Claim) -> Reading:
    """Read a claim as the name it spells."""
    del options
    words = " ".join(claim.document.text[claim.reading.start : claim.reading.end].split())
    if not isinstance(claim.reading, Spelling):
        return Reading(words, words)
    return Reading(f"{fold(claim.reading.given)} {fold(claim.reading.family)}", words)


def distance(a: str, b: str) -> int:
    """Edits from one word to the other: letters put in, left out, changed, or two neighbours swapped (optimal string alignment)."""
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def _transliterated(name: str) -> str:
    return name.removesuffix("y").removesuffix("i").removesuffix("i")


NAME_SPELLING = RuleKind(
    name="name-spelling",
    referent=Referent.THING,
    slot="spelling",
    options=NameSpelling,
    compare=compare,
    describe=describe,
    message="the spelling of a name",
)
