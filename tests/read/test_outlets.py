"""The names of outlets behind headlines are furniture, and only these."""

import json
from pathlib import PurePath

import pytest

from checker.model import Document, SegmentKind
from checker.read.jsonl import read_jsonl
from checker.read.outlets import outlet

NAMED = [
    ("Two hurt in Elm Street fire", " - Lakeshore 12 News"),
    ("Two hurt in Elm Street fire", " - KXYZ Bluffton, AR - Area 3 News, weather, sports"),
    ("Two hurt in Elm Street fire", " - valleydaily.com | Continuous News | Bluffton, Montana"),
    ("Two hurt in Elm Street fire", " | The Bluffton Herald"),
    ("Two hurt in Elm Street fire", " – Channel 4"),
    ("Mayor: no tax rise - for now", " | Bluffton Tribune"),
    ("Two hurt in Elm Street fire", " :: WQRS.com"),
]
NONE = [
    "Two hurt in Elm Street fire",
    "Two hurt in fire - police",
    "Nurse killed - brother tells the news himself",
    "Athlete banned for two years - WADA",
    "The Herald - a ship comes home",
    "Herald | Bluffton",  # too little would stay
    "Oakland birthday - 2 gunmen, 7 victims",
]


@pytest.mark.parametrize(("headline", "name"), NAMED)
def test_an_outlet_ends_the_headline(headline: str, name: str) -> None:
    text = headline + name
    found = outlet(text, 0, len(text))
    assert found is not None
    assert text[found.start :] == name


@pytest.mark.parametrize("headline", NONE)
def test_no_outlet(headline: str) -> None:
    assert outlet(headline, 0, len(headline)) is None


def test_a_record_keeps_the_outlet_out_of_its_headline() -> None:
    line = json.dumps(
        {"id": "a", "title": "Two hurt in fire - KXYZ News 9 Bluffton, Ohio", "text": "Two people were hurt."}
    )
    (document,) = (d for d in read_jsonl(line.encode(), PurePath("a.jsonl")) if isinstance(d, Document))
    kinds = {s.kind: document.text[s.start : s.end] for s in document.segments}
    assert kinds[SegmentKind.HEADLINE] == "Two hurt in fire"
    assert kinds[SegmentKind.FURNITURE].endswith("KXYZ News 9 Bluffton, Ohio")
