"""Laws of the whole engine."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

from hypothesis import given, settings
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
    "Nobody knows what the weather will be.",
]
FILLINGS = st.fixed_dictionaries(
    {
        "day": st.sampled_from(["July 8", "July 14", "Monday", "the 3rd of July", "last week"]),
        "part": st.sampled_from(["early", "mid-", "late"]),
        "town": st.sampled_from(["Livingstone", "Kasane", "Lusaka", "Zambia"]),
        "whom": st.sampled_from(["anybody", "nobody", "me"]),
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


@settings(max_examples=60, deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_the_sources_does_not_change_the_findings(articles, random):
    found = documents(articles)
    shuffled = found[:]
    random.shuffle(shuffled)
    assert summary(ENGINE.check_documents(found).findings) == summary(ENGINE.check_documents(shuffled).findings)


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_an_article_never_contradicts_its_own_copy(articles):
    first = documents(articles[:1])[0]
    copy = documents(articles[:1] * 2)[1]
    alone = {(f.rule.id) for f in ENGINE.check_documents([first]).findings}
    both = ENGINE.check_documents([first, copy]).findings
    assert {f.rule.id for f in both if f.scope == "cross"} <= alone


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_appending_furniture_or_a_blank_paragraph_changes_nothing(articles):
    longer = [([*sentences, ("Sign up for our newsletter", {})], published) for sentences, published in articles]
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
