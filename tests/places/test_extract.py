"""Places in text: which words name one, what they do in the sentence, and which place is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker_places.gazetteer import division

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model import Place
    from checker_places.gazetteer import Gazetteer

    Find = Callable[..., dict[str, Place]]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Talks were held in Lisbon on Monday.", "Lisbon", "location"),
        ("The convoy stopped near Odesa for the night.", "Odesa", "location"),
        ("Fires burned in northern Portugal.", "Portugal", "location"),
        ("A bridge fell in the city of Porto.", "Porto", "location"),
        ("The ferry left Helsinki and Tallinn behind.", "Tallinn", "location"),
        ("LISBON (Reuters) - The minister resigned.", "LISBON", "location"),
        ("Beijing said it would answer in kind.", "Beijing", "government"),
        ("France rejected the offer.", "France", "government"),
        ("Brazil beat Uruguay on penalties.", "Brazil", "team"),
        ("The Turkish navy sailed.", "Turkish", "modifier"),
        ("They asked the Ankara office for papers.", "Ankara", "modifier"),
        ("They read of Kenya's new law.", "Kenya", "modifier"),
    ],
)
def test_roles(find: Find, text: str, name: str, role: str) -> None:
    assert find(text)[name].role == role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Florence Adeyemi opened the school.", "Florence"),
        ("The University of Oslo closed its lab.", "Oslo"),
        ("CORVO FALLS, Ohio (TSNS) — A store burned down.", "FALLS"),
        ("The store in Corvo Hollow, Ky., burned down.", "Hollow"),
        ("He studied the Bank of Scotland report.", "Scotland"),
        ("She parked on Berlin Street again.", "Berlin"),
        ("It costs US$40 a day.", "US"),
        ("The American Astronomical Society met.", "American"),
        ("Reading is good for children.", "Reading"),
        ("Of course it rained. Most people left.", "Most"),
        ("Write to desk@Lisbon today.", "Lisbon"),
    ],
)
def test_names_of_other_things_are_no_places(find: Find, text: str, name: str) -> None:
    assert name not in find(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Memphis police closed the road.", "Memphis"),
        ("He called the Toledo City Council.", "Toledo"),
        ("Canada and Chile agreed. Sweden did not.", "Sweden"),
        ("They fished in the Black Sea for weeks.", "Black Sea"),
        ("Aid reached Darfur by truck.", "Darfur"),
        ("They drove from Côte d'Ivoire.", "Côte d'Ivoire"),
        ("It is in Queen Anne's County, Maryland.", "Queen Anne's County"),
        ("Rain fell in Reading, England.", "Reading"),
        ("They opened in Paris, Tenn., last year.", "Tenn."),
    ],
)
def test_places_are_found(find: Find, text: str, name: str) -> None:
    assert name in find(text)


@pytest.mark.parametrize(
    ("text", "name", "country", "state"),
    [
        ("The mill in Paris, Texas, burned.", "Paris", "US", "Texas"),
        ("The mill in Paris, Ky., burned.", "Paris", "US", "Kentucky"),
        ("The mill in Paris burned.", "Paris", "FR", None),
        ("Odessa, Texas, had rain.", "Odessa", "US", "Texas"),
        ("The port of Odessa, Ukraine, was shut.", "Odessa", "UA", None),
        ("They meet in Birmingham, Alabama. Roads in Birmingham were icy.", "Birmingham", "US", "Alabama"),
        ("Ships left Zhanjiang, a port in southern Guangdong province, at dawn.", "Zhanjiang", "CN", "Guangdong"),
        ("Floods hit Akron and Dayton, Ohio, and then Toledo.", "Toledo", "US", "Ohio"),
        ("Police in Athens, in Georgia, and in Atlanta and Macon helped.", "Athens", "US", "Georgia"),
    ],
)
def test_resolution(find: Find, places: Gazetteer, text: str, name: str, country: str, state: str | None) -> None:
    best = find(text)[name].best
    assert best is not None
    assert best.country == country
    if state is not None:
        wanted = {c.geonameid for c in places.lookup(state) if c.feature == "A"}
        assert division(best) in wanted


def test_the_home_region_decides_between_namesakes(find: Find) -> None:
    text = "A man was hurt in Springfield on Sunday."
    abroad, home = find(text)["Springfield"].best, find(text, region="Ohio")["Springfield"].best
    assert abroad is not None
    assert home is not None
    assert abroad.geonameid != home.geonameid
    assert 5165418 in home.chain


@pytest.mark.parametrize(
    ("text", "source", "name", "country"),
    [
        ("A fire broke out in Boston.", None, "Boston", "US"),
        ("A fire broke out in Boston.", "www.example.co.uk", "Boston", "GB"),
        ("A fire broke out in Halifax.", "https://news.example.co.uk/fires", "Halifax", "GB"),
        ("A fire broke out in Halifax.", "news.example.ca", "Halifax", "CA"),
        ("A fire broke out in Halifax.", "news.example.com", "Halifax", "CA"),
        ("A fire broke out in Halifax, West Yorkshire Police said.", None, "Halifax", "GB"),
        ("A fire broke out in Boston, Lincolnshire Police said.", None, "Boston", "GB"),
        ("A fire broke out in Lincoln. Lincolnshire Fire and Rescue came.", None, "Lincoln", "GB"),
        ("He was cleared of a fire in Richmond by a jury at Corvo Crown Court.", None, "Richmond", "GB"),
        ("A fire broke out in Boston, Massachusetts.", "www.example.co.uk", "Boston", "US"),
        # What two countries have, and what it only sounds like.
        ("A fire broke out in Halifax. The RCMP and Met Police came.", None, "Halifax", "CA"),
        ("A fire broke out in Boston, gardaíX said.", None, "Boston", "US"),
    ],
)
def test_outlets_and_idioms_tell_the_country(find: Find, text: str, source: str, name: str, country: str) -> None:
    best = find(text, source=source)[name].best
    assert best is not None
    assert best.country == country


def test_a_town_lies_in_the_county_the_article_names(find: Find) -> None:
    text = "A fire broke out in Springfield. A Greene County clerk came."
    best = find(text)["Springfield"].best
    assert best is not None
    assert find("Greene County")["Greene County"].best.geonameid in best.chain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He fled 20 miles west of Savannah.", True),
        ("He fled to Savannah.", True),
        ("Savannah fled.", False),
        ("Savannah Quill, 31, fled. He lived near Savannah.", False),
        ("He fled with Savannah.", False),
    ],
)
def test_names_of_people_are_towns_where_nobody_bears_them(find: Find, text: str, *, found: bool) -> None:
    assert ("Savannah" in find(text)) is found


def test_what_a_bare_name_may_also_mean_is_kept(find: Find) -> None:
    place = find("A man was hurt in Springfield on Sunday.")["Springfield"]
    assert len(place.candidates) > 1
    assert place.derivation


def test_a_qualified_name_means_one_place(find: Find) -> None:
    assert len(find("The mill in Paris, Texas, burned.")["Paris"].candidates) == 1


@pytest.mark.parametrize("text", ["", "\n\n", "a", "É", "St. ", "U.S.", ", Ky.", "Paris" * 3000, "In Paris " * 2000])
def test_any_text_is_legal(find: Find, text: str) -> None:
    find(text)


@pytest.mark.parametrize(
    "text", ["Bank robbers fled on Sunday.", "He keeps his money at Larkfield Bank.", "Week after week it rained."]
)
def test_common_words_are_no_places(find: Find, text: str) -> None:
    assert not {"Bank", "Week"} & set(find(text))


def test_common_words_with_a_state_behind_them_are(find: Find) -> None:
    assert find("Two men were shot in Media, Pa., on Sunday.")["Media"].candidates[0].country == "US"
