"""One surname, one age, one happening: one given name, unless an article knows both or the two are forms of one."""

import pytest

from checker.engine import Engine
from checker.model import Config

ENGINE = Engine(Config(third_party=False, select=("people/given-name",)))
FIRE = "the fire at the Salzach mill in Hallein on Monday"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Charlotte Berger, 16", "16-year-old Sabine Berger", True),
        ("Charlotte Berger, 16", "17-year-old Sabine Berger", False),
        ("Charlotte Berger, 16", "16-year-old Sabine Huber", False),
        ("William Cade Berger, 16", "16-year-old Cade Berger", False),
        ("Alexandros Berger, 16", "16-year-old Alexis Berger", False),
        ("Deborah Berger, 16", "16-year-old Debora Berger", False),
        ("Marcus Berger, 16", "16-year-old Martin Berger", True),
        ("Jonathan Berger, 16", "16-year-old Jon Berger", False),
        ("Charlotte Berger, 16, a friend of Sabine's", "16-year-old Sabine Berger", False),
    ],
)
def test_the_one_bearer_of_a_surname_and_an_age(tmp_path, first, second, found):
    for name, who in (("a", first), ("b", second)):
        text = f"---\ndate: 2025-05-06\n---\nPolice in Hallein named {who}, as the victim of {FIRE}.\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    report = ENGINE.check([str(tmp_path)])
    assert report.problems == ()
    assert [f.rule.id for f in report.findings] == ["people/given-name"] * found
