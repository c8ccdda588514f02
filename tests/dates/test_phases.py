"""Starts against ends, plans against plans, plans against facts: what is said of them, and where the rules are silent."""

from __future__ import annotations

import pytest

from checker.model import Factuality

ENDED = "The strike at the port of Koper in Borduria ended {}, the union said."
BEGAN = "Dockers at the port of Koper in Borduria began their strike {}."


@pytest.mark.parametrize(
    ("ended", "began", "found"),
    [
        (("2025-09-29", "on 20 September"), ("2025-09-29", "on 24 September"), True),
        (("2025-09-29", "on 24 September"), ("2025-09-29", "on 20 September"), False),
        (("2025-09-29", "on 24 September"), ("2025-09-29", "on 24 September"), False),
        # Put out before the start, it tells of the end of another.
        (("2025-09-21", "on 20 September"), ("2025-09-29", "on 24 September"), False),
        # A bare weekday may be that of another week, an inferred year another year.
        (("2025-09-29", "on Friday"), ("2025-09-29", "on Sunday"), False),
        (("2025-09-29", "on 12 September"), ("2025-09-29", "on Sunday"), True),
        (("2025-09-29", "on 20 January"), ("2025-09-29", "on 24 September"), False),
        (("2025-09-29", "on 20 January 2025"), ("2025-09-29", "on 24 September 2025"), True),
        # Early September runs to the 15th at most.
        (("2025-09-29", "on 12 September"), ("2025-09-29", "in mid-September"), False),
        (("2025-09-29", "in early September"), ("2025-09-29", "on 24 September"), True),
    ],
)
def test_an_end_before_the_start(severities, ended, began, found):
    articles = ((ended[0], ENDED.format(ended[1])), (began[0], BEGAN.format(began[1])))
    assert severities("dates/phase-order", *articles) == ["error"] * found
    assert severities("dates/phase-order", *reversed(articles)) == ["error"] * found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The strike at Koper began on 24 September and ended on 20 September.", True),
        ("The strike at Koper began on 20 September and ended on 24 September.", False),
        ("Dockers at Koper, whose last strike ended on 20 September, began a strike on 24 September.", False),
        ("The strike at Koper ended on 20 September. Dockers began their strike on 24 September.", False),
        ("The strike at Koper began on Thursday and ended on Wednesday.", False),
    ],
)
def test_one_article_contradicts_itself_only_in_one_go(severities, text, found):
    assert severities("dates/phase-order", ("2025-09-29", text)) == ["error"] * found


def test_who_also_tells_the_start_of_the_other_tells_of_two_events(severities):
    both = f"{ENDED.format('on 20 September')} {BEGAN.format('on 24 September')}"
    assert severities("dates/phase-order", ("2025-09-29", both), ("2025-09-29", BEGAN.format("on 24 September"))) == []


def test_what_takes_a_moment_has_no_phases(read):
    annotations = read("Somebody opened fire in Koper on Friday. The shooting ended on Saturday.")[1]
    assert [c for c in annotations.claims() if c.slot == "phases"] == []


@pytest.mark.parametrize(
    ("text", "published", "factuality"),
    [
        ("The strike runs until July 27.", "2024-07-20", Factuality.PLANNED),
        ("The trial opens on July 24.", "2024-07-20", Factuality.PLANNED),
        ("The trial opens on July 14.", "2024-07-20", Factuality.CERTAIN),
        # A past tense beside a day to come is a slip, not a plan.
        ("The trial opened on July 24, 2024.", "2024-07-20", Factuality.CERTAIN),
        ("The trial opens on July 24, 2024.", None, Factuality.CERTAIN),
        ("The strike begins on Monday.", "2024-07-20", Factuality.PLANNED),
        # The Monday to come, though it is read as the last one.
        ("The strike is beginning on Monday.", "2024-07-20", Factuality.POSSIBLE),
        ("The strike began on Monday.", "2024-07-20", Factuality.CERTAIN),
    ],
)
def test_what_lies_ahead_is_no_fact(read, text, published, factuality):
    claims = [c for c in read(text, published)[1].claims() if c.slot in ("date-start", "date-end")]
    assert {c.factuality for c in claims} == {factuality}


PLAN = "Norway and Sweden will begin their joint naval exercise {}, the ministry said."
PLAN_TOO = "The naval exercise of Norway and Sweden is due to begin {}."
FACT = "An admiral opened the naval exercise of Norway and Sweden {}."


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (("2025-05-02", "on May 10"), ("2025-05-03", "on May 16"), True),
        (("2025-05-02", "on May 10"), ("2025-05-03", "on May 10"), False),
        (("2025-05-02", "in early May"), ("2025-05-03", "on May 14"), False),
        (("2025-05-02", "in June"), ("2025-05-03", "by May 20"), True),
        (("2025-05-02", "in May"), ("2025-05-03", "by May 20"), False),
        (("2025-05-02", "on May 10"), ("2025-05-12", "on May 16"), False),
    ],
)
def test_two_plans(severities, first, second, found):
    articles = ((first[0], PLAN.format(first[1])), (second[0], PLAN_TOO.format(second[1])))
    assert severities("dates/planned-start", *articles) == ["warning"] * found
    assert severities("dates/planned-start", *reversed(articles)) == ["warning"] * found


@pytest.mark.parametrize(
    ("plan", "fact", "found"),
    [
        (("2025-05-02", "on May 10"), ("2025-05-15", "on May 14"), True),
        (("2025-05-02", "on May 10"), ("2025-05-15", "on May 10"), False),
        (("2025-05-02", "in early May"), ("2025-05-15", "on May 14"), False),
        (("2024-05-02", "on May 10"), ("2025-05-15", "on May 14"), False),
    ],
)
def test_a_plan_and_a_fact_differ_without_fault(severities, plan, fact, found):
    articles = ((plan[0], PLAN.format(plan[1])), (fact[0], FACT.format(fact[1])))
    assert severities("dates/moved-start", *articles) == ["info"] * found
    assert severities("dates/event-start", *articles) == []
    assert severities("dates/planned-start", *articles) == []


def test_who_tells_the_plan_as_well_is_up_to_date(severities):
    fact = FACT.format("on May 14") + " The exercise had been due to begin on May 10."
    assert severities("dates/moved-start", ("2025-05-02", PLAN.format("on May 10")), ("2025-05-15", fact)) == []


def test_an_end_that_was_set_is_no_end_that_came(severities):
    articles = (
        ("2025-09-18", "The strike at the port of Koper in Borduria runs until September 26, the union said."),
        ("2025-09-25", "Dockers at the port of Koper in Borduria ended their strike on 24 September."),
    )
    assert severities("dates/event-end", *articles) == []
    assert severities("dates/moved-end", *articles) == ["info"]


def test_nobody_plans_a_fire(severities):
    articles = (
        (
            "2025-09-18",
            "After the fire at the paper mill in Hallein Mayor Ada Lindqvist will meet the owners on Friday.",
        ),
        (
            "2025-09-18",
            "Police will speak of the fire at the paper mill in Hallein on Saturday, Mayor Ada Lindqvist said.",
        ),
        ("2025-09-24", "The fire at the paper mill in Hallein happened on 23 September, Mayor Ada Lindqvist said."),
    )
    assert severities("dates/planned-day", *articles) == []
    assert severities("dates/moved-day", *articles) == []
