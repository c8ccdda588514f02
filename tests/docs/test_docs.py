"""The documentation agrees with the code."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys

import pytest

from checker import hookspecs
from checker.cli.arguments import build
from checker.engine import Engine
from checker.model import Config

ENGINE = Engine(Config(third_party=False))
HOOKS = {name: f for name, f in vars(hookspecs).items() if name.startswith("checker_")}


def read(root, name):
    return (root / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(HOOKS))
def test_every_hook_is_documented_with_its_arguments(root, name):
    arguments = ", ".join(inspect.signature(HOOKS[name]).parameters)
    assert f"## `{name}({arguments})`" in read(root, "docs/plugins.md")


def test_no_hook_is_documented_that_does_not_exist(root):
    assert set(re.findall(r"^## `(checker_\w+)\(", read(root, "docs/plugins.md"), re.MULTILINE)) == set(HOOKS)


def test_every_rule_and_kind_is_documented(root):
    text = read(root, "docs/rules.md")
    assert set(re.findall(r"^\| `([a-z]+/[a-z-]+)`", text, re.MULTILINE)) == {r.id for r in ENGINE.rules}
    assert all(f"`{kind}`" in text for kind in ENGINE.kinds)


def options(parser, path=()):
    for action in parser._actions:
        for option in action.option_strings:
            if option.startswith("--"):
                yield option
        for name, sub in (
            getattr(action, "choices", None) and isinstance(action.choices, dict) and action.choices.items()
        ) or ():
            yield " ".join((*path, name))
            yield from options(sub, (*path, name))


def test_every_command_and_option_is_documented(root):
    text = read(root, "docs/cli.md")
    known = set(options(build()))
    assert {o for o in known if o.startswith("--") and o not in text} == set()
    leaves = {c for c in known if not c.startswith("--")} - {"rules", "gazetteer"}
    assert {c for c in leaves if f"## `factlint {c}" not in text} == set()
    assert set(re.findall(r"`(--[a-z-]+)", text)) <= known


def test_every_exit_code_is_documented(root):
    codes = re.findall(r"^\| (\d+) \|", read(root, "docs/cli.md"), re.MULTILINE)
    assert codes == ["0", "1", "2", "130"]


def test_the_readme_shows_the_real_output(root, factlint):
    block = re.search(r"\$ factlint check seeds\n(.*?)```", read(root, "README.md"), re.DOTALL).group(1)
    assert block == factlint("check", "seeds").stdout


def test_the_rule_in_the_docs_works(root, factlint, tmp_path):
    block = next(
        b for b in re.findall(r"```yaml\n(.*?)```", read(root, "docs/rules.md"), re.DOTALL) if b.startswith("id:")
    )
    (tmp_path / "house.yaml").write_text(block, encoding="utf-8")
    done = factlint("rules", "test", tmp_path / "house.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 rule, 3 examples passed")


def test_the_overrides_in_the_docs_work(root, factlint, tmp_path):
    for name in ("README.md", "docs/rules.md"):
        block = next(
            b for b in re.findall(r"```yaml\n(.*?)```", read(root, name), re.DOTALL) if b.startswith("override:")
        )
        (tmp_path / "house.yaml").write_text(block, encoding="utf-8")
        assert factlint("explain", "dates/event-start", "--rules", tmp_path / "house.yaml").returncode == 0


def test_every_page_is_linked_and_every_link_leads_somewhere(root):
    pages = {p.name for p in (root / "docs").glob("*.md")} - {"index.md"}
    assert set(re.findall(r"\]\((\w[\w-]*\.md)\)", read(root, "docs/index.md"))) == pages
    for page in ("README.md", *(f"docs/{p}" for p in (*pages, "index.md"))):
        for link in re.findall(r"\]\(([^)#:]+)\)", read(root, page)):
            assert ((root / page).parent / link).exists(), f"{page}: {link}"


def test_every_file_named_in_the_run_takes_part_in_it(root):
    section = read(root, "docs/how-it-decides.md").partition("## One run")[2].partition("\n## ")[0]
    named = re.findall(r"`((?:checker|plugins)/[\w/]+\.py)`", section)
    assert len(named) > 15
    modules = {
        n: n.removeprefix("plugins/").removesuffix(".py").removesuffix("/__init__").replace("/", ".") for n in named
    }
    code = "import sys; from checker.cli import main; main(['check', 'seeds', '--format', sys.argv[1]]); print(*sys.modules)"
    imported = set()
    for form in ("text", "json"):
        done = subprocess.run(
            [sys.executable, "-c", code, form], cwd=root, capture_output=True, encoding="utf-8", check=True
        )
        imported |= set(done.stdout.split())
    assert {file for file, module in modules.items() if module not in imported} == set()
