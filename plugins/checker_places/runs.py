"""Runs of capitalised words, and which parts of each the gazetteer may know.

What a run says does not hang on where it stands, and most say nothing: each is read once and remembered, and so is each of its words, so
that a text costs one scan for its capitals and one look-up a run.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.text.names import calendar
from checker_places.adjectives import is_adjectival
from checker_places.gazetteer import wide_areas
from checker_places.lexicon import abbreviations, aliases, demonyms, directions
from checker_places.names import folded
from checker_places.sieve import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Span
    from checker_places.gazetteer import Gazetteer
    from checker_places.sieve import Sieve

_WORD = r"\w*(?:[-’'](?=[^\W\d_])\w+)*"
_SMALL = "of the de la le les du des del di da do al el and on upon sur am an der den"
# A word from its capital on: initials ("N.Y."), a shortened word or state, any other.
_REST = rf"(?:\.\s?(?:[A-Z]\.\s?)+(?<=\.)|(?<=W)\.\s?Va\.|[a-z]{{1,4}}\.(?=\s|,)|{_WORD})"
_CAPITAL = r"[^\x00-@\[-\xbf\u2000-\u20ff]"  # and small letters of other alphabets, which the few runs that hold one are searched for
_RUN = re.compile(
    rf"{_CAPITAL}(?<!\w.)(?<!\w[-’'].){_REST}"
    rf"(?:[ \n](?:{_CAPITAL}{_REST}|[dl]['’][A-Z]{_WORD}|(?:{'|'.join(_SMALL.split())})(?![\w]|[-’'][^\W\d_])))*"
)
_TOKEN = re.compile(r"(?:[A-Z]\.\s?){2,}(?<=\.)|W\.\s?Va\.|[A-Z][a-z]{1,4}\.(?=\s|,|\Z)|\w+(?:[-’'](?=[^\W\d_])\w+)*")
_SMALL_WORDS = frozenset(_SMALL.split())
_ELIDED = re.compile(r"[dl]['’][A-Z]")
_LONGEST = 5  # words
_SAINTS = ("St.", "St")
_FOLDED = frozenset({"The", "THE", "the", "St", "ST"})  # what the index has otherwise, or not at all
_ARTICLES = frozenset({"The", "THE"})  # which names are known without
_ACRONYM = 5  # letters that none has
_REMEMBERED = 100_000


class Named(NamedTuple):
    """Words that may name a place, wherever they stand."""

    bare: str  # without the ending of a possessive
    single: bool  # one word
    abbreviation: bool  # of a state or province; ``dotted``: with a full stop behind it
    dotted: bool
    demonym: bool
    odd: bool  # may be something else by its form


class Proposal(NamedTuple):
    """What may start with a word of a run: names, the longest first, each with the number of its last word."""

    start: int  # in the run
    first: int  # the number of the word
    named: tuple[tuple[int, Named], ...]


class _Word(NamedTuple):
    """What a word may be in a name of a place: inside it, its first, its last.

    The index folds a plain word by its letters alone: ``mark`` is that of it, ``behind`` what it adds to the mark of the word before.
    """

    inside: bool
    starts: bool
    ends: bool
    named: Named | None  # by itself
    mark: int
    behind: bytes


_OTHER = _Word(False, False, False, None, 0, b"")  # noqa: FBT003  a row of a table


class Runs(dict[str, tuple[Proposal, ...]]):
    """The runs that were read, to what in them may name a place; most hold nothing."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._holds_mark = gazetteer.sieve.holds_mark
        self._words = _Words(gazetteer.sieve)
        self._own = {mark(folded(two).encode()) for two in _beginnings()}

    def of(self, text: str, sentence: Span) -> Iterator[tuple[int, tuple[Proposal, ...]]]:
        """Yield where the runs of a sentence start that may name a place, and what in them may."""
        for run in _RUN.finditer(text, sentence.start, sentence.end):
            found = self[run[0]]
            if found:
                yield run.start(), found

    def __missing__(self, run: str) -> tuple[Proposal, ...]:
        """Read a run that was not seen before."""
        if len(self) >= _REMEMBERED:
            self.clear()
        if run.isalpha():  # one word, as half of the runs are
            only = self._words[run]
            self[run] = alone = (Proposal(0, 0, ((0, only.named),)),) if only.named is not None else ()
            return alone
        words = _TOKEN.findall(run) if "." in run or "\n" in run else run.split(" ")
        known = [*map(self._words.__getitem__, words), _OTHER]
        holds_mark, own = self._holds_mark, self._own
        found = []
        at = 0
        for n, word in enumerate(words):
            _, starts, _, named, marked, _ = known[n]
            if starts:
                inside, _, _, _, known_behind, behind = known[n + 1]
                proposed = []
                if inside and (not (marked and known_behind) or holds_mark(two := mark(behind, marked)) or two in own):
                    proposed = self._longer(run, at, words, known, n)
                if named is not None:
                    proposed.append((n, named))
                if proposed:
                    found.append(Proposal(at, n, tuple(proposed)))
            at += len(word) + 1
        self[run] = result = tuple(found)
        return result

    def _longer(
        self, run: str, start: int, words: Sequence[str], known: Sequence[_Word], n: int
    ) -> list[tuple[int, Named]]:
        """What of two and more words may start with the ``n``-th, the longest first."""
        found: list[tuple[int, Named]] = []
        end = start + len(words[n])
        for last in range(n + 1, min(len(words), n + _LONGEST)):
            what, word = known[last], words[last]
            if not what.inside:
                break
            end += len(word) + 1
            name = run[start:end]
            # What follows "South St." tells whether it is a street or a saint's.
            goes_on = (
                last > n + 1
                or words[n] in _ARTICLES
                or self._words.may_know(f"{name} " if word in _SAINTS else name)
                or name in _beginnings()
            )
            if what.ends and (goes_on or word[-1] == "s"):
                named = self._words.named(name, single=False)
                if named is not None:
                    found.insert(0, (last, named))
            if not goes_on:
                break
        return found


class _Words(dict[str, _Word]):
    """The words that were read."""

    def __init__(self, sieve: Sieve) -> None:
        super().__init__()
        self._sieve = sieve
        self._own = frozenset((*_special(), *aliases()))

    def __missing__(self, word: str) -> _Word:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = read = self._read(word)
        return read

    def _read(self, word: str) -> _Word:
        starts = ends = word[0].isupper()
        if not ends and word not in _SMALL_WORDS:
            if not _ELIDED.match(word):
                return _OTHER
            ends = True
        starts = starts and word not in calendar()
        if not (word.isalpha() and word.isascii()) or word in _FOLDED:
            return _Word(True, starts, ends, self.named(word, single=True) if starts else None, 0, b"")  # noqa: FBT003
        small = word.lower().encode()
        marked = mark(small)
        known = starts and (self._sieve.holds_mark(marked) or word in self._own or is_adjectival(word))
        return _Word(True, starts, ends, self.named(word, single=True) if known else None, marked, b" " + small)  # noqa: FBT003

    def named(self, words: str, *, single: bool) -> Named | None:
        """What words may name, None where that is no place anywhere."""
        bare = words[:-2] if words.endswith(("'s", "’s")) else words
        special = bare in _special()
        if not (special or self.may_know(aliases().get(bare, bare)) or (single and is_adjectival(bare))):
            return None
        odd = bare in directions() or bare.startswith(("St. ", "St ")) or (bare.isupper() and len(bare) < _ACRONYM)
        dotted = f"{bare}." in abbreviations()
        return Named(bare, single, bare in abbreviations(), dotted, bare in demonyms(), odd)

    def may_know(self, name: str) -> bool:
        """Tell whether looking a name up may find something, or a longer one that starts with its two words."""
        return self._sieve.holds(folded(name))


@cache
def _special() -> frozenset[str]:
    """What is proposed whether the gazetteer knows it or not."""
    dotted = (name.removesuffix(".") for name in abbreviations())
    return frozenset((*abbreviations(), *dotted, *demonyms(), *wide_areas()))


@cache
def _beginnings() -> frozenset[str]:
    """The first two words of what is known beside the gazetteer."""
    return frozenset(" ".join(name.split()[:2]) for name in (*_special(), *aliases()) if " " in name)
