"""What a look at a sentence tells, against the patterns that are spared by it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from checker.model import Span
from checker.text.glance import glance, telling
from checker.text.numerals import cardinal

PIECES = st.lists(
    st.sampled_from(
        "a an the two Sixty-five thousand dozen İn sıx ſix KILLED killed Kıll shot dead 1,200 ½ homes six-foot sixfold , . $ -".split()
    ),
    max_size=8,
)
WHOLE_NUMBER = re.compile(rf"(?<![\w$]){cardinal()}(?!\w)", re.IGNORECASE)
FORMS = ("killed", "shot dead", "in custody")
WHOLE_FORM = re.compile(rf"(?<!\w)(?:{'|'.join(FORMS)})(?!\w)", re.IGNORECASE)


@given(PIECES, st.sampled_from([" ", "", "-"]))
def test_where_no_number_was_seen_there_is_none(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    if not glance(text, Span(0, len(text))).number:
        assert WHOLE_NUMBER.search(text) is None


@given(PIECES, st.sampled_from([" ", "", "-"]))
def test_where_no_telling_word_was_seen_there_is_none_of_the_forms(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    if telling(FORMS).isdisjoint(glance(text, Span(0, len(text))).words):
        assert WHOLE_FORM.search(text) is None


def test_most_sentences_are_told_apart() -> None:
    text = "The mayor opened the bridge. Two men were killed."
    first, second = Span(0, 28), Span(29, len(text))
    assert not glance(text, first).number
    assert glance(text, second).number
    assert glance(text, first).words == {"the", "mayor", "opened", "bridge"}
    assert telling(FORMS) == {"killed", "shot", "custody"}
