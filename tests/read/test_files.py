from __future__ import annotations

import io
from types import SimpleNamespace

import pytest

from checker.model import Document, Known, Published, Reader, Segment, SegmentKind
from checker.read import BUILTIN_READERS, read

ARTICLE = "The fair opened on Friday, the town said.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(**texts):
        for name, text in texts.items():
            path = tmp_path / name.replace("__", "/").replace("_dot_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return write


def run(*paths, readers=BUILTIN_READERS):
    documents, problems = read(paths, readers)
    return [d.id for d in documents], [str(p) for p in problems]


def test_folders_are_walked_in_order_without_hidden_files(folder):
    folder(
        s__b_dot_md=ARTICLE,
        s__a_dot_txt=ARTICLE,
        s__sub__c_dot_markdown=ARTICLE,
        s___dot_git__x_dot_md=ARTICLE,
        s___dot_hidden_dot_md=ARTICLE,
        s__d_dot_jsonl='{"id": "j", "text": "x"}',
    )
    assert run("s") == (["s/a.txt", "s/b.md", "j", "s/sub/c.markdown"], [])
    assert run("./s/") == run("s")


def test_files_that_are_no_articles_are_passed_over(folder):
    folder(
        a_dot_md=ARTICLE,
        README_dot_md=ARTICLE,
        LICENSE_dot_txt=ARTICLE,
        expected_dot_yaml="findings: []",
        photo_dot_jpg=b"\xff\xd8\x00",
        paper_dot_pdf=b"%PDF",
    )
    assert run(".") == (["a.md"], [])
    assert run("a.md", "expected.yaml") == (["a.md"], [])
    assert run("README.md") == (["README.md"], [])


def test_each_file_counts_once(folder):
    root = folder(s__a_dot_md=ARTICLE)
    (root / "s" / "link.md").symlink_to(root / "s" / "a.md")
    assert run("s/a.md", "s", "./s/a.md") == (["s/a.md"], [])
    assert run("s") == (["s/a.md"], [])


def test_links_in_a_circle_end(folder):
    root = folder(s__sub__a_dot_md=ARTICLE)
    for name in ("up", "and_up"):
        (root / "s" / "sub" / name).symlink_to(root / "s", target_is_directory=True)
    assert run("s") == (["s/sub/a.md"], [])


def test_links_to_nowhere_are_named(folder):
    root = folder(s__a_dot_md=ARTICLE)
    (root / "s" / "b.md").symlink_to(root / "gone.md")
    (root / "s" / "c.md").symlink_to(root / "s" / "c.md")
    (root / "s" / "d.jpg").symlink_to(root / "gone.jpg")
    ids, problems = run("s")
    assert ids == ["s/a.md"]
    assert [p.partition(": ")[0] for p in problems] == ["s/b.md", "s/c.md"]


def test_what_cannot_be_found_is_named(folder):
    folder(seeds__a_dot_md=ARTICLE, b_dot_jpg=b"x", empty__notes_dot_pdf=b"x")
    ids, problems = run("sedes", "seeds/a.mdd", "b.jpg", "empty", "seeds", "a\0b")
    assert ids == ["seeds/a.md"]
    assert problems[:4] == [
        "sedes: no such file or folder (did you mean 'seeds'?)",
        "seeds/a.mdd: no such file or folder (did you mean 'a.md'?)",
        "b.jpg: no reader takes this kind of file (articles end in .jsonl, .markdown, .md, .ndjson, .txt)",
        "empty: no articles in this folder (articles end in .jsonl, .markdown, .md, .ndjson, .txt)",
    ]
    assert len(problems) == 5


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"One.\ncaf\xe9 two.", "2:4: byte 8 is not UTF-8 (looks like Windows-1252 or Latin-1: convert to UTF-8)"),
        ("One é.\n".encode("utf-16-le"), "1:9: byte 8 is not UTF-8 (looks like UTF-16: convert to UTF-8)"),
        (b"One.\nTwo\x00.", "2:4: a NUL character: not a text file"),
        (bytes(range(256)) * 20, "2:118: byte 128 is not UTF-8 (looks like a binary file)"),
        (b"\xff\xfea", "1:1: byte 2 is not UTF-16-LE"),
    ],
)
def test_bytes_that_are_no_text_are_named_with_their_place(folder, suffix, data, problem):
    folder(**{f"a_dot_{suffix}": data, f"b_dot_{suffix}": ARTICLE})
    ids, problems = run(".")
    assert ids == [f"b.{suffix}"]
    assert problems == [f"a.{suffix}:{problem}"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marked_encodings_are_read_and_offsets_index_the_text(folder, encoding):
    folder(a_dot_txt=ARTICLE.encode(encoding))
    (document,), problems = read(["a.txt"])
    assert (document.text, problems) == (ARTICLE, [])


def test_files_too_large_for_one_article_are_refused(folder, monkeypatch):
    folder(a_dot_txt=ARTICLE * 3, b_dot_txt=ARTICLE, c_dot_jsonl='{"id": "c", "text": "' + "x" * 100 + '"}')
    monkeypatch.setattr("checker.read.MAX_BYTES", 100)
    assert run(".") == (
        ["b.txt", "c"],
        ["a.txt: larger than 0 MB (give archives as JSON Lines, one article a line)"],
    )


def test_ids_are_unique_in_a_run(folder):
    folder(a_dot_jsonl='{"id": "x", "text": "1"}\n{"id": "x", "text": "2"}', b_dot_jsonl='{"id": "x", "text": "3"}')
    documents, problems = read(["a.jsonl", "b.jsonl"])
    assert [d.text for d in documents] == ["1"]
    assert [str(p) for p in problems] == [
        "a.jsonl:2: duplicate id 'x' (it stands in a.jsonl:1 already; this one is left out)",
        "b.jsonl:1: duplicate id 'x' (it stands in a.jsonl:1 already; this one is left out)",
    ]


@pytest.mark.parametrize(
    ("data", "ids"), [(b'\xef\xbb\xbf \n{"id": "j", "text": "x"}\n', ["j"]), (ARTICLE.encode(), ["-"]), (b"", ["-"])]
)
def test_standard_input(monkeypatch, data, ids):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert run("-") == (ids, [])


def test_sources_yaml_gives_metadata_and_no_evidence(folder):
    folder(
        s__a_dot_txt=f"NELSON, May 1, 2024 — {ARTICLE}",
        s__b_dot_md=f"---\nsource: Own\ndate: 2024-05-03\n---\n{ARTICLE}",
        s__sources_dot_yaml="a.txt: {source: Harbour Post, published: 2024-05-02, title: Fair,\n"
        "  url: u, story: fair, region: NZ}\nb.md: {source: Other, story: fair}\n",
    )
    (a, b), problems = read(["s"])
    assert problems == []
    assert (a.source, a.title, a.url, a.story, a.region) == ("Harbour Post", "Fair", "u", "fair", "NZ")
    assert a.published == Published(2024, 5, 2, Known.STATED)
    assert "Harbour Post" not in a.text
    assert (b.source, b.story, str(b.published)) == ("Own", "fair", "2024-05-03")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a.tx: {source: x}", "1:1: no file 'a.tx' in this folder (did you mean 'a.txt'?)"),
        ("a.txt: {published: May}", "1:20: 'May' is not a date (write 2024-07-14, with a time if you like)"),
        ("a.txt: {source: x}\na.txt: {source: y}", "2:1: duplicate key 'a.txt' (it stands in line 1 already)"),
        ("a.txt: x", "1:8: expected a mapping of metadata: title, source, published, story"),
        ("- a.txt", "1:1: expected a mapping of file names to metadata"),
        ("a.txt: {", "1:9: YAML: did not find expected node content (while parsing a flow node)"),
        (b"caf\xe9: {}", "1:4: byte 3 is not UTF-8 (looks like Windows-1252 or Latin-1: convert to UTF-8)"),
    ],
)
def test_mistakes_in_sources_yaml_are_named_once(folder, text, problem):
    folder(s__a_dot_txt=ARTICLE, s__b_dot_txt=ARTICLE, s__sources_dot_yaml=text)
    assert run("s") == (["s/a.txt", "s/b.txt"], [f"s/sources.yaml:{problem}"])


def test_readers_of_plugins_take_part_and_may_fail(folder):
    folder(a_dot_txt=ARTICLE, b_dot_wire="x", c_dot_wire="!")

    def wire(data, path):
        if data == b"!":
            raise KeyError("slug")
        yield Document(path.as_posix(), path.as_posix(), data.decode(), (Segment(0, 1, SegmentKind.BODY),))

    readers = (*BUILTIN_READERS, Reader("wire", (".wire",), wire))
    assert run(".", readers=readers) == (["a.txt", "b.wire"], ["c.wire: reader wire: KeyError: 'slug'"])


def test_unreadable_files_are_named(folder, monkeypatch):
    folder(a_dot_txt=ARTICLE)

    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    assert run("a.txt") == ([], ["a.txt: cannot be read: Permission denied"])
