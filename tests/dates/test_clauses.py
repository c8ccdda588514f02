"""Days and hours of whatever clauses tell: two articles on one thing meet, and what only looks alike does not."""

from __future__ import annotations

import pytest

SHOT = (
    "A 24-year-old man was shot {} in the 1400 block of Larch Street in Orrville, police said. "
    "Ned Corbett was taken to a hospital.\n\n{} Officers found Ned Corbett on a porch."
)


def days(severities, first: str, second: str, published: tuple[str, str] = ("2025-03-05", "2025-03-05")) -> list[str]:
    return severities("dates/event-day", *zip(published, (first, second), strict=True))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # One kind of predicate, told in other words, of one person.
        (
            "Ann Ro, 31, was arrested Monday at a motel in Orrville.",
            "Police took Ann Ro into custody Sunday at the Orrville motel.",
            ["error"],
        ),
        (
            "Ann Ro, 31, was arrested Monday at a motel in Orrville.",
            "Ben Fry, 40, was arrested Sunday at a motel in Orrville.",
            [],
        ),
        (
            "Ann Ro, 31, was arrested Monday at a motel in Orrville.",
            "Ann Ro, 31, was charged Sunday with robbing a motel in Orrville.",
            [],
        ),
        # News of the day: an announcement, whoever puts it.
        (
            "The Orrville water board on Monday released an 80-page report on lead in the pipes of its schools.",
            "An 80-page report on lead in school pipes was released Sunday by the water board of Orrville.",
            ["error"],
        ),
        (
            "The Orrville water board on Monday released an 80-page report on lead in the pipes of its schools.",
            "The Orrville water board on Sunday released a statement on the fees of its lawyers.",
            [],
        ),
        # A verb that leaves it to its object.
        (
            "Mayor Ann Ro took the oath of office Monday in Orrville's city hall.",
            "Ann Ro was sworn in as mayor Sunday in the city hall of Orrville.",
            ["error"],
        ),
        # What is said on two days is no contradiction.
        (
            "Mayor Ann Ro said Monday that the bridge in Orrville would be closed.",
            "Mayor Ann Ro said Sunday that the school in Orrville would stay open.",
            [],
        ),
        # A noun in passing is not dated.
        (
            "Police came back to the scene of the Orrville shooting Monday to look for bullets.",
            "Two men died in the Orrville shooting Sunday.",
            [],
        ),
        # Of two events before it, a time may date either.
        ("Ann Ro was arrested following the robbery Monday.", "Ann Ro was arrested Sunday in the robbery.", []),
    ],
)
def test_clauses_of_two_articles(severities, first, second, expected):
    assert days(severities, first, second) == expected
    assert days(severities, second, first) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (SHOT.format("Monday afternoon", ""), SHOT.format("Sunday afternoon", ""), ["error"]),
        (SHOT.format("Monday afternoon", ""), SHOT.format("on Monday", ""), []),
        # The evening and the morning of one night.
        (SHOT.format("Sunday", ""), SHOT.format("early Monday", ""), []),
        # Another victim, another house.
        (
            SHOT.format("Monday afternoon", ""),
            SHOT.format("Sunday afternoon", "")
            .replace("24", "61")
            .replace("Ned Corbett", "Ole Vik")
            .replace("1400 block of Larch", "900 block of Elm"),
            [],
        ),
    ],
)
def test_days_of_one_incident(severities, first, second, expected):
    assert days(severities, first, second) == expected


def test_an_article_of_the_next_day_tells_of_its_own_day(severities):
    """Without a house, a street or a name the same words are those of another case."""
    brief = "A man was shot {} in Orrville, police said."
    assert days(severities, brief.format("Monday"), brief.format("Tuesday"), ("2025-03-04", "2025-03-05")) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("It happened at 9:10 p.m.", "It happened at 11:40 p.m.", ["error"]),
        ("It happened at 9:10 p.m.", "It happened at about 9:30 p.m.", []),
        # A call comes with what it is about or after it, not before.
        ("It happened at 9:10 p.m.", "Police were called at 10:20 p.m.", []),
        ("It happened at 9:10 p.m.", "Police were called at 7:50 p.m.", ["warning"]),
        ("Police were called at 9:10 p.m.", "Police were called at 11:45 p.m.", ["warning"]),
        # What was found may have been found at any time after.
        ("It happened at 2:10 p.m.", "A neighbor found the victim at 11:40 p.m.", []),
        # The length of a video, the hour of an update.
        ("It happened at 9:10 p.m.", "UPDATE 11:40 p.m.: police seek a car.", []),
    ],
)
def test_hours_of_one_incident(severities, first, second, expected):
    articles = [("2025-03-05", SHOT.format("Monday", sentence)) for sentence in (first, second)]
    assert severities("dates/clock-time", *articles) == expected


def test_a_caption_that_stands_twice_with_two_days(severities):
    caption = "Flowers lie at the gate of the Orrville mill where Ole Vik, 61, was killed on {}."
    twice = f"{caption.format('March 3')}\n\n{caption.format('March 7')}"
    assert days(severities, twice, caption.format("March 3"), ("2025-03-10", "2025-03-10")) == ["error"]


def test_planned_hearings(severities):
    first = "Ann Ro, 31, is due in court for a preliminary hearing March 20. Ann Ro is accused of burning a mill on Larch Street."
    second = "A preliminary hearing for Ann Ro, 31, is scheduled for March 25. Ann Ro is accused of burning a mill on Larch Street."
    articles = (("2025-03-05", first), ("2025-03-05", second))
    assert severities("dates/planned-day", *articles) == ["warning"]


@pytest.mark.parametrize(
    "told",
    [
        # What "today" is hangs on when it was said.
        "The shooting at the Orrville mill killed Ole Vik, 61. “Today's shooting shook us all,” Mayor Ann Ro said.",
        # A date that describes another incident.
        "Ole Vik, 61, was killed in the shooting at the Orrville mill. The gunman was charged in connection with a Feb. 3, 2023, incident.",
    ],
)
def test_days_that_are_not_the_day_of_the_shooting(severities, told):
    first = "Ole Vik, 61, was killed on Monday in the shooting at the Orrville mill, Mayor Ann Ro said."
    assert days(severities, first, told, ("2025-03-04", "2025-03-06")) == []


LONG_AFTER = ("2025-03-05", "2025-04-02")
WOLFE = (
    "Ned Corbett, 24, and Ivo Ortega, 31, were shot on {} in the 1400 block of Larch Street in Orrville, police said."
)


@pytest.mark.parametrize(
    "told",
    [
        # An adjective between the date and the noun it describes.
        "Ann Ro was indicted over the March {} double murder of Ned Corbett, 24, and Ivo Ortega, 31, in the 1400 block of Larch Street.",
        # A word that bounds what it stands before does not bound the date that describes it.
        "Ann Ro was jailed following the March {} shooting of Ned Corbett, 24, and Ivo Ortega, 31, in the 1400 block of Larch Street.",
        # A charge to come does not make a plan of what was done.
        "Ann Ro will face a judge for the March {} shooting of Ned Corbett, 24, and Ivo Ortega, 31, in the 1400 block of Larch Street.",
        # Fronted in a clause of its own.
        "The state alleged that on March {} Ann Ro opened fire at Ned Corbett, 24, and Ivo Ortega, 31, in the 1400 block of Larch Street.",
        # A noun of harm that "occurred".
        "Ned Corbett, 24, and Ivo Ortega, 31, were shot in an attack that occurred on March {} in the 1400 block of Larch Street.",
        # What breaks in upon where somebody was.
        "Ned Corbett, 24, was in the 1400 block of Larch Street on March {} when a gunman opened fire. Ivo Ortega, 31, was hit, too.",
    ],
)
@pytest.mark.parametrize(("day", "expected"), [(3, []), (7, ["error"])])
def test_ways_to_date_the_harm_done(severities, told, day, expected):
    assert days(severities, WOLFE.format("March 3"), told.format(day), LONG_AFTER) == expected


@pytest.mark.parametrize(
    "told",
    [
        "The most recent shooting in the 1400 block of Larch Street occurred March 17. Ned Corbett, 24, and Ivo Ortega, 31, know it well.",
        "Ned Corbett, 24, and Ivo Ortega, 31, sat in a car that was used in an armed robbery on March 1 in the 1400 block of Larch Street.",
        "It was the deadliest night for Larch Street since the Feb. 11 shooting of Ned Corbett, 24, and Ivo Ortega, 31.",
        "The city plans to speak of the shooting of Ned Corbett, 24, and Ivo Ortega, 31, in the 1400 block of Larch Street on Wednesday.",
        "Ned Corbett, 24, and Ivo Ortega, 31, were shot at a Valentine's Day party shooting in the 1400 block of Larch Street.",
        "Ned Corbett, 24, home in the 1400 block of Larch Street for New Year's Day, was shot like Ivo Ortega, 31.",
        "Ned Corbett, 24, and Ivo Ortega, 31, were shot in the 1400 block of Larch Street. Sad: tonight's shooting pic.twitter.com/aBc",
    ],
)
def test_days_of_something_else_than_the_harm_done(severities, told):
    assert days(severities, WOLFE.format("March 3"), told, LONG_AFTER) == []


def test_a_month_does_not_say_what_the_other_article_says(severities):
    told = "The March shooting stunned Orrville. " + WOLFE.format("March 7")
    assert days(severities, WOLFE.format("March 3"), told, ("2025-04-01", "2025-04-02")) == ["error"]


@pytest.mark.parametrize(("second", "expected"), [("preliminary", ["warning"]), ("bail", [])])
def test_a_hearing_is_known_by_its_kind(severities, second, expected):
    case = "Ann Ro, 31, is accused of burning a mill in the 1400 block of Larch Street. {} Ann Ro has denied it."
    articles = (
        ("2025-03-05", case.format("Ann Ro is due in court for a preliminary hearing March 20.")),
        ("2025-03-06", case.format(f"A {second} hearing is scheduled for March 25.")),
    )
    assert severities("dates/planned-day", *articles) == expected
