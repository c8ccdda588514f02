"""Laws of the whole engine."""

from __future__ import annotations

import json
from itertools import combinations, product
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker.engine import Engine
from checker.model import Annotations, Config, Document, Extractor, Mention
from checker.read.jsonl import read_jsonl

ENGINE = Engine(Config(third_party=False))
BARE = Engine(Config(builtins=(), third_party=False))
SENTENCES = [
    "China and Russia began joint drills off Hainan on {day}.",
    "The joint drills of China and Russia ended on {day}.",
    "China and Russia had begun joint drills off Hainan in {part} July, the ministry said.",
    "Zambia and Botswana signed the treaty in {town} on {day}.",
    '"The river has never asked {whom} for a passport," said Mayor Ruth Adler.',
    '"The river has never asked anybody for a passport," said {who}.',
    "Two ferries collided off {town} on {day}, killing {count} people.",
    "A ferry sank near {town} on {day}.",
    "Another ferry sank off {town} on {day}, a day after the first.",
    "Dockers in {town} went on strike on {day}.",
    "The strike of dockers in {town} ended on {day}.",
    "Nobody knows what the weather will be.",
]
FILLINGS = st.fixed_dictionaries(
    {
        "day": st.sampled_from(["July 8", "July 14", "Monday", "the 3rd of July", "last week"]),
        "part": st.sampled_from(["early", "mid-", "late"]),
        "town": st.sampled_from(["Livingstone", "Kasane", "Lusaka", "Zambia"]),
        "whom": st.sampled_from(["anybody", "nobody", "me"]),
        "count": st.sampled_from(["two", "12", "at least 14"]),
        "who": st.sampled_from(["Mayor Ruth Adler", "engineer Piotr Marek", "she", "a spokesman"]),
    }
)
ARTICLES = st.lists(
    st.tuples(
        st.lists(st.tuples(st.sampled_from(SENTENCES), FILLINGS), min_size=1, max_size=4),
        st.sampled_from(["2024-07-12", "2024-07-15", None]),
    ),
    min_size=2,
    max_size=4,
)


def documents(articles) -> list[Document]:
    rows = [
        {"id": f"d{n}", "text": "\n\n".join(s.format(**f) for s, f in sentences), "published": published}
        for n, (sentences, published) in enumerate(articles)
    ]
    return list(read_jsonl("\n".join(map(json.dumps, rows)).encode(), PurePosixPath("x.jsonl")))


def summary(found, only=None):
    return sorted(
        (
            f.rule.id,
            f.severity,
            tuple(
                sorted(
                    (p.value, tuple(sorted((e.document.id, e.span.start, e.role) for e in p.evidence)))
                    for p in f.positions
                )
            ),
        )
        for f in found
        if only is None or all(e.document.id in only for p in f.positions for e in p.evidence)
    )


@settings(max_examples=60)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_the_sources_does_not_change_the_findings(articles, random):
    found = documents(articles)
    shuffled = found[:]
    random.shuffle(shuffled)
    assert summary(ENGINE.check_documents(found).findings) == summary(ENGINE.check_documents(shuffled).findings)


@settings(max_examples=15)
@given(ARTICLES, st.data())
def test_how_the_sources_lie_in_files_does_not_change_the_findings(articles, data):
    rows = [
        {"id": f"d{n}", "text": "\n\n".join(s.format(**f) for s, f in sentences), "published": published}
        for n, (sentences, published) in enumerate(articles)
    ]
    files = [data.draw(st.integers(0, 2)) for _ in rows]
    with TemporaryDirectory() as folder:
        for file in set(files):
            held = [json.dumps(row) for row, f in zip(rows, files, strict=True) if f == file]
            Path(folder, f"part{file}.jsonl").write_text("\n".join(held), encoding="utf-8")
        parted = ENGINE.check([folder])
    assert parted.problems == ()
    assert summary(parted.findings) == summary(ENGINE.check_documents(documents(articles)).findings)


def disagreements(found, only) -> set[tuple[str, frozenset[tuple[str, int, str]]]]:
    """The pairs of passages that stand in different positions of one finding, in the documents ``only``."""
    return {
        (f.rule.id, frozenset((e.document.id, e.span.start, e.role) for e in (a, b)))
        for f in found
        for p, q in combinations(f.positions, 2)
        for a, b in product(p.evidence, q.evidence)
        if a.document is not b.document and {a.document.id, b.document.id} <= only
    }


@settings(max_examples=80)
@given(ARTICLES, ARTICLES)
def test_adding_a_source_removes_no_finding_between_others(articles, more):
    found = documents(articles + more[:1])
    before, added = found[:-1], found[-1]
    assume(all(" ".join(d.text.split()) != " ".join(added.text.split()) for d in before))
    others = {d.id for d in before}
    assert disagreements(ENGINE.check_documents(before).findings, others) <= disagreements(
        ENGINE.check_documents(found).findings, others
    )


def test_a_copy_is_named_beside_the_article_that_speaks_for_it():
    told = ([(SENTENCES[0], {"day": "July 8"})], "2024-07-15")
    other = ([(SENTENCES[0], {"day": "July 14"})], "2024-07-15")
    alone = ENGINE.check_documents(documents([told, other])).findings
    earlier = ([(SENTENCES[0], {"day": "July 8"})], "2024-07-12")
    (finding,) = ENGINE.check_documents(documents([told, other, earlier])).findings
    assert [f.rule.id for f in alone] == [finding.rule.id]
    assert {e.document.id: e.copies for p in finding.positions for e in p.evidence} == {"d2": ("d0",), "d1": ()}


@settings(max_examples=60)
@given(ARTICLES, st.sampled_from(["2024-07-12", "2024-07-19", "2021-01-03", None]))
def test_an_article_never_contradicts_its_own_copy(articles, published):
    first = documents(articles[:1])[0]
    copy = documents([articles[0], (articles[0][0], published)])[1]
    both = ENGINE.check_documents([first, copy]).findings
    assert [f for f in both if f.scope == "cross"] == []
    assert summary(f for f in both) == summary(ENGINE.check_documents([min(first, copy, key=_age)]).findings)


def _age(document: Document) -> str:
    return f"{document.published or '9'} {document.id}"


FURNITURE = ["", "   ", "\n\n", "Sign up for our newsletter", "Share this article", "Read more: The week in pictures"]


@settings(max_examples=60)
@given(ARTICLES, st.lists(st.sampled_from(FURNITURE), min_size=1, max_size=3))
def test_appending_furniture_or_a_blank_paragraph_changes_nothing(articles, furniture):
    longer = [([*sentences, *((f, {}) for f in furniture)], published) for sentences, published in articles]
    assert summary(ENGINE.check_documents(documents(articles)).findings) == summary(
        ENGINE.check_documents(documents(longer)).findings
    )


def test_without_plugins_no_rule_runs():
    report = BARE.check_documents(
        documents([([(SENTENCES[0], {"day": "July 8"})], None), ([(SENTENCES[0], {"day": "July 14"})], None)])
    )
    assert (report.rules, report.findings, report.problems) == ((), (), ())


def test_extractors_run_after_what_they_need_and_cycles_are_named():
    class Left(Mention):
        pass

    class Right(Mention):
        pass

    from checker.annotate import annotate, order

    def nothing(_document, _annotations):
        return []

    left = Extractor("left", "1", (Right,), Left, nothing)
    right = Extractor("right", "1", (), Right, nothing)
    assert [e.name for e in order([left, right])[0]] == ["right", "left"]
    ordered, problems = order([left, Extractor("right", "1", (Left,), Right, nothing)])
    assert ordered == []
    assert "cycle" in problems[0].message
    ordered, problems = order([left])
    assert ordered == []
    assert "Right" in problems[0].message
    empty, _ = annotate(documents([([(SENTENCES[0], {"day": "July 8"})], None)])[0], [])
    assert isinstance(empty, Annotations)
