"""At what time of day: which times are claimed of an event, and which of them cannot be one."""

from __future__ import annotations

import pytest

from checker.model import EventMention


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The explosion happened at 9:40 p.m. on Friday.", 1),
        ("The strike began at 6 a.m. on Friday.", 1),
        ("The strike ended at 6 a.m. on Friday.", 0),
        ("The strike hit the port at 6 a.m. on Friday.", 0),
        ("The explosion happened on Friday.", 0),
        ("The explosion happened by 9 p.m. on Friday.", 0),
        ("The explosion happened before 9 p.m. on Friday.", 0),
        ("The explosion happened after 9 p.m. on Friday.", 0),
        ("The explosion happened just after 9 p.m. on Friday.", 1),
        ("The explosion happened about 9 p.m.", 1),
        ("An explosion happened about 9 p.m.", 0),  # perhaps another one
        ("The earthquake struck about 9 p.m.", 0),
        ("The train derailed between 9 p.m. and 10 p.m. on Friday.", 0),
        ("Bo Lind died at 9 p.m. on Friday.", 1),
        ("Bo Lind was found dead at 9 p.m. on Friday.", 0),
        # A list of cases tells no time of one, even where one of them goes without a day.
        ("The shooting happened at 7 p.m. on Friday. The shooting happened at 11 p.m.", 0),
        ("The shooting happened at 7 p.m. on Friday. The shooting happened at 2:15 a.m. on Saturday.", 0),
        ("The shooting happened at 7 p.m. on Friday. The shooting happened at about 7:20 p.m. on Friday.", 2),
    ],
)
def test_which_times_are_claimed(read, text, times):
    claims = [
        c for c in read(text, "2024-07-20")[1].claims() if c.slot == "clock" and isinstance(c.subject, EventMention)
    ]
    assert len(claims) == times


EVENT = "The explosion at the paper mill in Hallein happened {} on Monday, police said."
STRIKE = "Dockers at the port of Koper in Borduria began their strike {}, the union said."


@pytest.fixture
def findings(severities):
    """What ``dates/clock-time`` reports between one text filled with two times."""

    def run(first, second, text=EVENT):
        times = (t if t.startswith(("about", "shortly")) else f"at {t}" for t in (first, second))
        return severities("dates/clock-time", *(("2025-05-06", text.format(time)) for time in times))

    return run


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("9:40 p.m.", "11:15 p.m.", ["error"]),
        ("21:40", "23:15", ["error"]),
        ("9:40 p.m.", "10:05 p.m.", []),
        ("about 9:40 p.m.", "about 10:35 p.m.", []),
        ("about 9:40 p.m.", "11:15 p.m.", ["warning"]),
        ("9:40 p.m.", "11:40 p.m.", ["warning"]),  # whole hours: another zone, or another half of the day
        ("9:40 a.m.", "9:40 p.m.", ["warning"]),
        ("9:40 p.m. local time", "11:15 p.m.", ["error"]),
        ("9:40 p.m. GMT", "11:15 p.m.", []),
        ("9:40 p.m. GMT", "11:15 p.m. UTC", ["error"]),
        ("9:40 p.m. EDT", "11:15 p.m. ET", ["error"]),
        ("9:40 p.m. EDT", "11:15 p.m. CDT", []),
        ("9:40 p.m. (1940 GMT)", "11:15 p.m.", ["error"]),  # the time outside the brackets is that of the place
        ("9:40", "9:45 p.m.", []),  # either half of the day
        ("9:40", "11:15 p.m.", ["error"]),
        ("midnight", "12:10 a.m.", []),
        ("shortly before 9:40 p.m.", "10:20 p.m.", []),
        ("shortly before 9:40 p.m.", "11:15 p.m.", ["warning"]),
    ],
)
def test_two_times_of_one_moment(findings, first, second, expected):
    assert findings(first, second) == expected
    assert findings(second, first) == expected


def test_the_start_of_what_lasts_is_compared_on_a_day_that_both_name(findings):
    assert findings("6 a.m. on Monday", "8:30 a.m. on Monday", STRIKE) == ["error"]
    assert findings("6 a.m.", "8:30 a.m. on Monday", STRIKE) == []
    assert findings("6 a.m. on Sunday", "8:30 a.m. on Monday", STRIKE) == []
