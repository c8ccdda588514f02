"""The extractor, on sentences of its own; the rule's examples are tests too (see ``-p checker.testing``)."""

from __future__ import annotations

import pytest
from checker_currency.money import sums

from checker.model import Annotations, Document, Segment, SegmentKind, Sentence


def read(text):
    document = Document("a", "a", text, (Segment(0, len(text), SegmentKind.BODY),))
    annotations = Annotations({Sentence: [Sentence(0, len(text), 0, SegmentKind.BODY)]})
    return [(text[m.start : m.end], m.amount, m.currency, m.hedged) for m in sums(document, annotations)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It paid 4.2 billion zlotys.", [("4.2 billion zlotys", 4.2e9, "PLN", False)]),
        ("It paid about €980 million.", [("€980 million", 9.8e8, "EUR", True)]),
        ("A cup costs $2 now.", [("$2", 2, "USD", False)]),
        ("The levy is C$41,500.", [("C$41,500", 41_500, "CAD", False)]),
        ("The pound fell, and 40 people left.", []),
    ],
)
def test_sums(text, expected):
    assert read(text) == expected
