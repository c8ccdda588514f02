from __future__ import annotations

import pytest

from checker.model import Known
from checker.read.plain import document

LEAD = "The navies began the drills in early May, the ministry said."
MORE = "\n\nThe ships left on Monday.\n\nThey came back on Friday.\n\nNobody was hurt, officers said."


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (f"The drills are called Harbour Shield-2024. {LEAD}{MORE}", 2024),
        (f"President Hale (R) meets with Captain Lu (L) on July 3, 2024. (Reyes/AFP)\n\n{LEAD}{MORE}", 2024),
        (f"The fair opened on Friday, 3 May 2024, the town said. {LEAD}{MORE}", 2024),
        (f"The fair opened on 3 May 2024, the town said. {LEAD}{MORE}\n\nIn 2024 it rained.", 2024),
        (f"The drills follow Shield-2022. Shield-2024 is larger. {LEAD}{MORE}", 2024),
    ],
)
def test_the_year_is_concluded_from_what_seldom_misleads(text, year):
    published = document(text, "a.txt").published
    assert published is not None
    assert (published.year, published.month, published.day, published.known) == (year, None, None, Known.INFERRED)


@pytest.mark.parametrize(
    "text",
    [
        LEAD + MORE,
        f"{LEAD} The worst storm was in 2018.{MORE}",
        f"The mayor was born on Friday, 3 May 1963, in Nelson. {LEAD}{MORE}",
        f"The games will open on Friday, 3 May 2030, in Nelson. {LEAD}{MORE}",
        f"The fair opened on 3 May 2018, the town said. {LEAD}{MORE}",
        f"{LEAD}{MORE}\n\nThe fair burnt down on Friday, 3 May 2018.",
        f"The drills follow Shield-2018. {LEAD}{MORE}\n\nThe last ones ended on 3 May 2021.",
        f"{LEAD}{MORE}\n\nNews Feed\n\nThe drills Shield-2024 began on Friday, 3 May 2024.",
        f"File photo: Hale (R) meets with Lu (L) on July 3, 2019. (Reyes/AFP)\n\n{LEAD}{MORE}",
        f"{LEAD} Call 555-2024, or see Boeing 737-2000s.{MORE}",
    ],
)
def test_no_year_is_better_than_a_wrong_one(text):
    assert document(text, "a.txt").published is None
