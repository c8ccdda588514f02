"""Proper names: what a run of capitalised words is read as, wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checker.model import Annotations, Document, Name, Segment, SegmentKind, Sentence
from checker.text import names as module
from checker.text.names import NAMES
from checker.text.sentences import SENTENCES


def names(text: str) -> list[tuple[str, str]]:
    """The names of a text, each with its category."""
    document = Document("a", "a.md", text, (Segment(0, len(text), SegmentKind.BODY),))
    sentences = {Sentence: list(SENTENCES.run(document, Annotations()))}
    found: list[Name] = list(NAMES.run(document, Annotations(sentences)))
    return [(text[n.start : n.end], n.category) for n in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("we met Anna Keller’s brother", [("Anna Keller", "person")]),
        ("we met Anna Keller. The ferry sank.", [("Anna Keller", "person")]),
        ("we met Dr. Holm.", [("Holm", "person")]),
        ("they saw the Larkfield Weir on Monday", [("Larkfield Weir", "other")]),
        ("The Harbour Police of Larkfield and Ivo Holm came", [("Harbour Police of Larkfield", "organisation"), ("Ivo Holm", "person")]),
        ("we met the Larkfield Superintendent Dr. Holm.", [("Larkfield Superintendent", "other"), ("Holm", "person")]),
        ("it was a pre-War Larkfield house", [("Larkfield", "other")]),
        ("it was said by al-Harthy on Monday", [("al-Harthy", "other")]),
        ("the ferry left in May Larkfield harbour", [("Larkfield", "other")]),
        ("a letter to May Larkfield was found", [("May Larkfield", "other")]),
        ("the Larkfield Rovers 2-1 lead", [("Larkfield Rovers", "other")]),
        ("the navies began Polar Anvil 25 there", [("Polar Anvil 25", "other")]),
        ("the University of Larkfield said", [("University of Larkfield", "organisation")]),
        ("Standing there, he saw Larkfield, Holm and the Arvo.", [("Larkfield", "other"), ("Holm", "other"), ("Arvo", "other")]),
    ],
)  # fmt: skip
def test_runs_of_capitalised_words(text: str, found: list[tuple[str, str]]) -> None:
    """Possessives, titles, months, scores and the words that open a sentence are no part of a name."""
    assert names(text) == found


_WORDS = st.sampled_from(
    "Anna Keller Larkfield Harbour Police Bonding Mayor Mr. Holm Arvo Rovers St The A I of on Monday Smith Élan Corp É".split()
)


@given(st.lists(_WORDS, min_size=1, max_size=5), st.sampled_from(["", "’s", "'s", "s’", "."]), st.booleans())
def test_a_plain_run_is_read_as_any_other(words: list[str], ending: str, opens: bool) -> None:  # noqa: FBT001
    """The quick way to read a run says what the long one says, or nothing."""
    run = " ".join(words) + ending
    assume(module._RUN.fullmatch(run))
    quick = module._plain(run, opens=opens)
    assert quick is None or list(quick) == list(module._pieces(run, 0, len(run), opens=opens))
