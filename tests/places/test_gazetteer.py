"""The gazetteer: look-ups, spellings, containment, distances, and an index that is built once and anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker_places import build, gazetteer
from checker_places.gazetteer import continents_of, countries_of, distance_km, division, wide_areas
from checker_places.names import key, latin
from checker_places.progress import Bar

if TYPE_CHECKING:
    from checker_places.gazetteer import Gazetteer


_SPANS = {"H": 6000.0, "R": 7000.0}  # kilometres from the point of an area to each of its countries, at most
_BESIDE = {"H": 1300.0, "R": 400.0}  # and to the nearest of them
_OCEANS = frozenset(
    {"Pacific Ocean", "Atlantic Ocean", "Indian Ocean", "Arctic Ocean", "Southern Ocean", "Pacific", "Atlantic"}
)


@pytest.mark.parametrize(
    ("name", "geonameid", "label"),
    [
        ("Zhanjiang", 1784990, "Zhanjiang, Guangdong, China"),
        ("Guangdong", 1809935, "Guangdong, China"),
        ("China", 1814991, "China"),
        ("Kyiv", 703448, "Kyiv, Kyiv City, Ukraine"),
        ("Rimouski", 6354895, "Rimouski, Quebec, Canada"),
        ("Europe", 6255148, "Europe"),
    ],
)
def test_the_first_candidate_is_the_place_a_reader_thinks_of(
    places: Gazetteer, name: str, geonameid: int, label: str
) -> None:
    best = places.lookup(name)[0]
    assert best.geonameid == geonameid
    assert places.label(best).split(", ")[0] == label.split(", ", maxsplit=1)[0]
    assert places.label(best).split(", ")[-1] == label.rsplit(", ", maxsplit=1)[-1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kiev", "Kyiv"),
        ("Kırıkkale", "Kirikkale"),
        ("Rangoon", "Yangon"),
        ("Bombay", "Mumbai"),
        ("St. Louis", "Saint Louis"),
    ],
)
def test_spellings_and_former_names_lead_to_one_place(places: Gazetteer, one: str, other: str) -> None:
    assert places.lookup(one)[0].geonameid == places.lookup(other)[0].geonameid


def test_a_name_of_its_own_goes_before_one_borrowed(places: Gazetteer) -> None:
    assert places.lookup("Philadelphia")[0].country == "US"


def test_one_name_keeps_all_its_places(places: Gazetteer) -> None:
    assert {"US"} < {c.country for c in places.lookup("Paris")} | {"US", "FR"}
    assert len({division(c) for c in places.lookup("Springfield")}) > 5


def test_unknown_names_have_no_candidates(places: Gazetteer) -> None:
    assert places.lookup("Brackenmoorton") == ()
    assert places.lookup("") == ()


def test_a_chain_runs_from_the_place_to_its_country(places: Gazetteer) -> None:
    zhanjiang, guangdong, china = (places.lookup(n)[0] for n in ("Zhanjiang", "Guangdong", "China"))
    assert zhanjiang.chain[0] == zhanjiang.geonameid
    assert zhanjiang.chain[-2:] == (guangdong.geonameid, china.geonameid)
    assert division(zhanjiang) == guangdong.geonameid == division(guangdong)
    assert division(china) is None


def test_counties_lie_among_their_towns(places: Gazetteer) -> None:
    texan = next(c for c in places.lookup("Walker County") if c.geonameid == 4739690)
    huntsville = next(c for c in places.lookup("Huntsville") if division(c) == division(texan))
    distance = distance_km(texan, huntsville)
    assert distance is not None
    assert distance < 40
    assert texan.geonameid in huntsville.chain


def test_distances_are_symmetric_and_in_kilometres(places: Gazetteer) -> None:
    paris, london = places.lookup("Paris")[0], places.lookup("London")[0]
    assert distance_km(paris, london) == pytest.approx(344, abs=5)
    assert distance_km(paris, london) == distance_km(london, paris)
    assert distance_km(paris, paris) == 0


def test_waters_and_regions_name_the_countries_beside_them() -> None:
    black_sea = wide_areas()["Black Sea"]
    assert black_sea.feature == "H"
    assert {"UA", "TR"} < countries_of()[black_sea.geonameid]
    assert countries_of()[wide_areas()["Darfur"].geonameid] == {"SD"}


def test_every_wide_area_has_an_identity_of_its_own() -> None:
    numbers = [area.geonameid for area in wide_areas().values()]
    assert len(numbers) == len(set(numbers))
    assert max(numbers) < 0


@pytest.mark.parametrize(
    ("name", "folded"),
    [("São Paulo", "sao paulo"), ("The Hague", "hague"), ("Łódź", "lodz"), ("N’Djamena", "n'djamena"), ("STE", "ste")],
)
def test_keys_fold_case_accents_and_articles(name: str, folded: str) -> None:
    assert key(name) == folded


def test_names_in_other_scripts_are_left_out() -> None:
    assert latin("Tromsø")
    assert not latin("湛江")
    assert not latin("tromsø")


def test_extents_leave_the_outermost_towns_out(places: Gazetteer) -> None:
    norway = places.lookup("Norway")[0]
    south, west, north, east = places.extent(norway) or (0, 0, 0, 0)
    assert (south, west) == pytest.approx((58.5, 5.5), abs=1.5)
    assert north == pytest.approx(69.5, abs=2)
    assert east == pytest.approx(25, abs=7)
    assert places.extent(places.lookup("Nauru")[0]) is None or south < north


def test_a_country_is_near_by_its_towns(places: Gazetteer) -> None:
    hrodna = places.lookup("Hrodna")[0]
    assert places.near_country(hrodna, "PL", 60)
    assert not places.near_country(hrodna, "NO", 60)


def test_a_place_is_found_by_its_id(places: Gazetteer) -> None:
    found = places.place(1784990)
    assert found is not None
    assert found.name == "Zhanjiang"
    assert places.place(None) is None
    assert places.country_of("NO") == places.place(places.country("NO"))


def test_continents_have_their_countries() -> None:
    assert continents_of("NO") == {"Europe"}
    assert continents_of("TR") == {"Europe", "Asia"}
    assert continents_of("XX") == frozenset()


def test_waters_and_regions_lie_where_their_countries_are(places: Gazetteer) -> None:
    """Their points are no survey's: each must at least lie by a town of one of its countries, and not far from those of any."""
    astray = [
        (area.name, code)
        for area in wide_areas().values()
        for code in countries_of()[area.geonameid]
        if not places.near_country(area, code, _SPANS[area.feature])
    ]
    alone = [
        area.name
        for area in wide_areas().values()
        if not any(places.near_country(area, c, _BESIDE[area.feature]) for c in countries_of()[area.geonameid] or ())
    ]
    assert (astray, [name for name in alone if name not in _OCEANS]) == ([], [])


class TestBar:
    """The bar of a build."""

    def test_a_terminal_sees_it_move(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        bar = Bar()
        bar("reading", 0.5)
        bar("done", 1.0)
        half, full = capsys.readouterr().err.split("\r")[1:]
        assert half.count("#") == half.count(".") == 15
        assert full.count("#") == 30
        assert full.endswith("\n")

    def test_a_log_has_a_line_for_each_step(self, capsys: pytest.CaptureFixture[str]) -> None:
        bar = Bar()
        for step, share in (("reading", 0.1), ("reading", 0.2), ("done", 1.0)):
            bar(step, share)
        assert capsys.readouterr().err == "reading\ndone\n"


class TestIndex:
    """Where the index goes; the contents are faked, since building takes seconds."""

    @pytest.fixture(autouse=True)
    def fake(self, monkeypatch: pytest.MonkeyPatch) -> None:
        rows = [(build.Row(1, "Testland", "XX", None, None, 1.0, 2.0, 10, "C", 0), {"Old Testland"})]
        monkeypatch.setattr(build, "_entries", lambda: iter(rows))

    def test_the_variable_says_where(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "a" / "b"))
        steps: list[tuple[str, float]] = []
        path = build.build(lambda step, share: steps.append((step, share)))
        assert path.parent == tmp_path / "a" / "b"
        shares = [share for _, share in steps]
        assert shares == sorted(shares)
        assert (shares[0], shares[-1]) == (0.0, 1.0)
        assert [f.name for f in path.parent.iterdir()] == [path.name]
        found = gazetteer.Gazetteer(path)
        assert [c.name for c in found.lookup("old testland")] == ["Testland"]
        assert found.country("XX") == 1

    def test_building_again_replaces_the_index(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path))
        assert build.build() == build.build()
        assert len(list(tmp_path.iterdir())) == 1

    def test_without_a_cache_the_temporary_directory_serves(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        blocked = tmp_path / "file"
        blocked.write_text("no directory")
        monkeypatch.setenv("FACTLINT_CACHE_DIR", str(blocked / "cache"))
        monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "tmp"))
        path = build.build()
        assert path.is_relative_to(tmp_path / "tmp")
        assert gazetteer.Gazetteer(path).lookup("Testland")

    def test_a_failed_build_leaves_nothing_behind(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken() -> None:
            raise ValueError("broken data")

        monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path))
        monkeypatch.setattr(build, "_entries", broken)
        with pytest.raises(ValueError, match="broken data"):
            build.build()
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        ("platform", "variable", "expected"),
        [
            ("linux", "XDG_CACHE_HOME", "{base}/factlint"),
            ("win32", "LOCALAPPDATA", "{base}/factlint"),
            ("darwin", "HOME", "{base}/Library/Caches/factlint"),
        ],
    )
    def test_each_platform_has_its_place(
        self, platform: str, variable: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("FACTLINT_CACHE_DIR", raising=False)
        monkeypatch.setattr("sys.platform", platform)
        monkeypatch.setenv(variable, str(tmp_path))
        monkeypatch.setattr(Path, "home", lambda: tmp_path)
        assert build.cache_directory().as_posix() == expected.format(base=tmp_path.as_posix())
