"""Which of two things came first."""

from __future__ import annotations

import pytest

NAMES = " The trawler Havdis Pioneer had left Larkfield in Eastgate County, skipper Anders Holt said."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The committee passed the budget hours before chairman Ole Vik resigned.",
            "Ole Vik had already resigned when the committee approved the budget.",
        ),
        (
            "The dam burst after the village was evacuated.",
            "The village was evacuated only after the dam had burst.",
        ),
        (
            "By the time the fire crews reached the barn, the roof had collapsed.",
            "The roof of the barn collapsed after fire crews reached it.",
        ),
        (
            "The pilot declared an emergency before the left engine caught fire.",
            "The left engine caught fire before the pilot declared an emergency.",
        ),
        (
            "Her first novel appeared in 1968 while she was still in front of a class.",
            "The first book came out only after she had left the classroom for good.",
        ),
    ],
)
def test_turned_round(severities, one, other):
    articles = [("2025-03-05", one + NAMES), ("2025-03-05", other + NAMES)]
    assert severities("dates/event-order", *articles) == ["error"]
    assert severities("dates/event-order", *reversed(articles)) == ["error"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # one order, told from both ends
        ("The dam burst after the village was evacuated.", "The village was evacuated before the dam burst."),
        # another fire
        ("The barn burned down after the crew left the farm.", "The mill burned down before the crew left the farm."),
        # its start and its end
        ("Anna Lie left the hall before the debate ended.", "Anna Lie left the hall after the debate began."),
        # what is not told as a fact
        ("Ole Vik would resign before the council voted.", "Ole Vik resigned after the council voted."),
        ("Ole Vik never resigned before the council voted.", "Ole Vik resigned after the council voted."),
        # still going on, and something else that ended
        ("The captain called while the pumps were still running.", "The captain called after the lights had failed."),
        # words of others
        (
            '"The dam burst before the village was evacuated," he said.',
            "The dam burst after the village was evacuated.",
        ),
        # two connectives: which joins what?
        (
            "The dam burst before the village was evacuated after the storm.",
            "The dam burst after the village was evacuated.",
        ),
    ],
)
def test_silent(severities, one, other):
    assert severities("dates/event-order", ("2025-03-05", one + NAMES), ("2025-03-05", other + NAMES)) == []


def test_other_news(severities):
    one = "The dam burst after the village was evacuated, Anders Holt said."
    other = "The village was evacuated only after the dam had burst, Berit Lund said."
    assert severities("dates/event-order", ("2019-03-05", one), ("2025-11-05", other)) == []
