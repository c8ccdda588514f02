"""Which names of two articles are one person's."""

from __future__ import annotations

import pytest

from checker.align.persons import same_name, sounds_alike


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Thomas Ackroyd", "Thomas Akroyd", True),
        ("Jeffery Ackroyd", "Jeffrey Ackroyd", True),
        ("Anne Ackroyd", "Anna Ackroyd", False),
        ("Thomas Ackroyd", "Peter Akroyd", False),
    ],
)
def test_misspelt_names(a, b, one):
    assert sounds_alike(a, b) == sounds_alike(b, a) == one
    assert not same_name(a, b)
