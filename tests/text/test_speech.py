"""Speech: cue verbs, marks, heads of noun phrases, and who is who."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Annotations, Document, Segment, SegmentKind, Span
from checker.text.attribution import two_sources
from checker.text.speech.cues import cue_forms, cues_in
from checker.text.speech.discourse import Discourse
from checker.text.speech.marks import fragments
from checker.text.speech.phrases import head_of

PIECES = st.lists(
    st.sampled_from(
        ["said", "told", "argue", "argued", "saidly", "Lee", " ", " ", ", ", "—", "\0", "-", "’s", "(", "'", "."]
    ),
    max_size=30,
)


@given(PIECES)
def test_cues_are_whole_words_in_lower_case(pieces):
    text = "".join(pieces)
    whole = re.finditer(r"(?<![\w’'-])[a-z]+(?![\w-]|[’'][^\W\d_])", text)
    assert [(c.start, c.end) for c in cues_in(text)] == [m.span() for m in whole if m.group() in cue_forms()]


def test_a_cue_may_open_the_text_and_a_possessor_is_none():
    assert [c.form for c in cues_in("said Lee, who claims that she told him")] == ["said", "claims", "told"]
    assert cues_in("the state’s self-said weir") == []


@given(st.text(alphabet="ab \n“”\"‘’'", max_size=40))
def test_fragments_hold_a_letter_lie_in_order_and_in_their_paragraph(text):
    for line in re.finditer(r"[^\n]+", text):
        found = fragments(text, Span(*line.span()))
        assert all(text[f.start : f.end] == f.content and any(c.isalnum() for c in f.content) for f in found)
        assert all(line.start() <= f.outer.start <= f.start < f.end <= f.outer.end <= line.end() for f in found)
        assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the mayor", "mayor"),
        ("the mayor of Larkfield", "mayor"),
        ("the statement from the lawyer", "statement"),
        ("officials in the harbour", "officials"),
        ("", ""),
    ],
)
def test_the_head_of_a_noun_phrase_stands_before_its_preposition(phrase, head):
    assert head_of(phrase) == head


@pytest.mark.parametrize(
    ("first", "second", "two"),
    [
        ("Anna Keller", "the harbour police", True),
        ("Mayor Anna Keller", "Keller", False),
        ("the police", "Police", False),
        ("she", "Anna Keller", False),
        (None, "Anna Keller", False),
    ],
)
def test_two_sources_have_no_word_of_weight_in_common(first, second, two):
    assert two_sources(first, second) is two_sources(second, first) is two


def test_paragraphs_of_the_page_are_not_the_articles():
    text = "The weir held.\n\nSign up here: “news”\n\n“We are glad,” she said."
    at, behind = text.index("Sign"), text.index("“We")
    segments = (
        Segment(0, at - 2, SegmentKind.BODY),
        Segment(at, behind - 2, SegmentKind.FURNITURE),
        Segment(behind, len(text), SegmentKind.BODY),
    )
    discourse = Discourse(Document("a", "a", text, segments), Annotations())
    assert list(discourse.quoting()) == [2]
    assert discourse.before(2) == 0
    assert discourse.number_at(behind + 3) == 2
    assert discourse.number_at(at - 1) is None
