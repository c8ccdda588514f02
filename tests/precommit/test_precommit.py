"""The hook under the real pre-commit, on git repositories of its own. Slow, so only where CI_PACKAGING is set."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not os.environ.get("CI_PACKAGING"), reason="builds environments for hooks: set CI_PACKAGING=1"
)

NORTH = (
    "---\ndate: 2025-03-20\n---\nNorway and Poland began joint naval drills off Bergen on March 14, the navy said.\n"
)
SOUTH = "---\ndate: 2025-03-21\n---\nThe joint naval drills of Norway and Poland off Bergen began on March 17.\n"
AGREES = SOUTH.replace("March 17", "March 14")
OTHER = "---\ndate: 2025-03-21\n---\nThe library in Lund is open again.\n"
STRICTER = """override: dates/event-start
severity: warning
"""


@pytest.fixture(scope="session")
def hooks(root, tmp_path_factory):
    """A git repository with this working tree as its only commit: what users name in their configuration."""
    repository = tmp_path_factory.mktemp("hooks") / "factlint"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        check=True,
        capture_output=True,
    ).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if (root / name).is_file():
            (repository / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, repository / name)
    git = Git(repository, tmp_path_factory.mktemp("home"))
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "all")
    return git


class Git:
    """A git repository, and pre-commit in it, with settings, home and caches of their own."""

    def __init__(self, folder, home):
        self.folder, self.home = folder, home
        folder.mkdir(parents=True, exist_ok=True)
        (home / "gitconfig").write_text(
            '[user]\nname = Desk\nemail = desk@example.org\n[protocol "file"]\nallow = always\n[init]\ndefaultBranch = main\n'
        )
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PRE_COMMIT"))} | {
            "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "PRE_COMMIT_HOME": str(home / "pre-commit"),
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        }

    def run(self, *command):
        return subprocess.run(
            [*map(str, command)], cwd=self.folder, env=self.env, capture_output=True, encoding="utf-8", check=False
        )

    def __call__(self, *arguments, fails=False):
        done = self.run("git", *arguments)
        assert (done.returncode != 0) == fails, done.stdout + done.stderr
        return done.stdout + done.stderr

    def precommit(self, *arguments):
        done = self.run(sys.executable, "-m", "pre_commit", *arguments)
        return done.returncode, done.stdout + done.stderr

    def write(self, **files):
        for name, text in files.items():
            path = self.folder / name.replace("__", "/")
            path = path.with_name(path.name.replace("_md", ".md").replace("_yaml", ".yaml"))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def shared_home(hooks):
    """The home in which the hook's environment is built, once for all tests."""
    return hooks.home


@pytest.fixture
def desk(hooks, shared_home, tmp_path):
    """An editorial repository with the hook installed and nothing in it yet."""
    git = Git(tmp_path / "desk", shared_home)
    git("init", "--quiet")
    revision = hooks("rev-parse", "HEAD").strip()
    configure(git, hooks, revision)
    code, said = git.precommit("install")
    assert code == 0, said
    return git


def configure(git, hooks, revision, arguments="[articles]"):
    (git.folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks.folder.as_posix()}\n  rev: {revision}\n  hooks:\n  - id: factlint\n    args: {arguments}\n",
        encoding="utf-8",
    )


def test_the_manifest_is_valid(hooks):
    code, said = hooks.precommit("validate-manifest")
    assert code == 0, said


def test_try_repo_shows_the_contradiction(hooks, shared_home, tmp_path):
    git = Git(tmp_path / "desk", shared_home)
    git("init", "--quiet")
    git.write(articles__north_md=NORTH, articles__south_md=SOUTH)
    git("add", "--all")
    code, said = git.precommit("try-repo", hooks.folder, "factlint", "--verbose")
    assert code == 1
    assert "articles/north.md:4:" in said
    assert "error dates/event-start" in said


def test_an_installed_hook_refuses_the_commit_and_lets_the_mended_one_through(desk):
    desk.write(articles__north_md=NORTH, articles__south_md=SOUTH)
    desk("add", "--all")
    assert "error dates/event-start" in desk("commit", "--message", "two reports", fails=True)
    desk.write(articles__south_md=AGREES)
    desk("add", "--all")
    desk("commit", "--message", "two reports")


def test_the_other_article_need_not_have_changed(desk):
    desk.write(articles__north_md=NORTH)
    desk("add", "--all")
    desk("commit", "--message", "north")
    desk.write(articles__south_md=SOUTH)
    desk("add", "--all")
    assert "articles/north.md" in desk("commit", "--message", "south", fails=True)


def test_what_is_not_staged_is_not_checked(desk):
    desk.write(articles__north_md=NORTH)
    desk("add", "--all")
    desk("commit", "--message", "north")
    desk.write(articles__south_md=SOUTH, articles__notes_md=OTHER)
    desk("add", "articles/notes.md")
    desk("commit", "--message", "notes only")  # south.md is not even tracked yet


def test_a_deleted_article_does_not_hide_what_is_left(desk):
    desk.write(articles__north_md=NORTH, articles__south_md=SOUTH, articles__other_md=OTHER)
    desk("add", "--all")
    desk("commit", "--no-verify", "--message", "all three")
    desk("rm", "--quiet", "articles/other.md")
    assert "error dates/event-start" in desk("commit", "--message", "one less", fails=True)
    desk("rm", "--quiet", "articles/south.md")
    desk("commit", "--message", "and none to contradict")


def test_an_edited_rule_is_enough(desk, hooks):
    desk.write(articles__north_md=NORTH, articles__south_md=SOUTH, rules__ours_yaml=STRICTER)
    configure(desk, hooks, hooks("rev-parse", "HEAD").strip(), "[articles, --rules, rules]")
    desk("add", "--all")
    desk("commit", "--message", "only a warning here")
    desk.write(rules__ours_yaml=STRICTER.replace("warning", "error"))
    desk("add", "--all")
    assert "error dates/event-start" in desk("commit", "--message", "an error now", fails=True)


def test_neither_processes_nor_the_length_of_a_command_line_part_the_articles(desk):
    names = [f"articles/{'a-long-name-as-desks-give-them-' * 3}{n:04}.md" for n in range(2000)]
    assert sum(map(len, names)) > 2**17
    desk.write(articles__00first_md=NORTH, articles__zzlast_md=SOUTH)
    for name in names:
        (desk.folder / name).write_text("Nothing.\n", encoding="utf-8")
    desk("add", "--all")
    assert "error dates/event-start" in desk("commit", "--message", "an archive", fails=True)
