from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.rules.marks import unmark


@pytest.mark.parametrize(
    ("marked", "text", "passages"),
    [
        ("It began in [early July].", "It began in early July.", ["early July"]),
        ("[One] and [two]", "One and two", ["One", "two"]),
        ("no mark", "no mark", []),
        ("he [[sic] said [so]", "he [sic] said so", ["so"]),
        ("he [[sic]] said [so]", "he [sic] said so", ["so"]),
        ("[the [[US] envoy]", "the [US] envoy", ["the [US] envoy"]),
        ("[the [[US]]]", "the [US]", ["the [US]"]),
        ("a ] alone", "a ] alone", []),
    ],
)
def test_marks_are_taken_out_and_remembered(marked, text, passages):
    found, marks, wrong = unmark(marked)
    assert (found, [found[m.start : m.end] for m in marks], wrong) == (text, passages, None)


@pytest.mark.parametrize(
    ("marked", "wrong"),
    [("[open", "a mark without its closing bracket"), ("[a [b] c]", "a mark inside a mark"), ("[]", "an empty mark")],
)
def test_broken_marks_are_named(marked, wrong):
    assert unmark(marked)[2] == wrong


@given(st.lists(st.tuples(st.text("ab \n"), st.text("cd ", min_size=1))))
def test_marks_lie_where_they_were_written(pieces):
    text, marks, wrong = unmark("".join(f"{plain}[{passage}]" for plain, passage in pieces))
    assert wrong is None
    assert text == "".join(plain + passage for plain, passage in pieces)
    assert [text[m.start : m.end] for m in marks] == [passage for _, passage in pieces]
