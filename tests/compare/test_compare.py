"""Pairing, positions and fingerprints: generic, whatever the rule kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations

import pytest

from checker.compare import compare, fingerprint, judge
from checker.model import (
    AGREE,
    UNKNOWN,
    Claim,
    Confidence,
    Document,
    Factuality,
    Group,
    Mention,
    Outcome,
    Passage,
    Reading,
    Referent,
    Rule,
    RuleKind,
    Scope,
    Segment,
    SegmentKind,
    Severity,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Options:
    slack: int = 0


def number(claim: Claim) -> int:
    return int(claim.document.text[claim.reading.start : claim.reading.end])


def differ(options: Options, a: Claim, b: Claim) -> Verdict:
    gap = abs(number(a) - number(b))
    if 0 in (number(a), number(b)):
        return UNKNOWN
    if gap <= options.slack:
        return AGREE
    return Verdict(
        Outcome.CONTRADICT,
        "they differ",
        Severity.WARNING if gap == 1 else None,
        Confidence.MEDIUM if gap == 1 else Confidence.HIGH,
    )


def reads(_options: Options, claim: Claim) -> Reading:
    return Reading(str(number(claim)), f"{number(claim)} ships", ("digits",))


KIND = RuleKind("count", Referent.TEXT, "count", Options, differ, reads, "the number of {title}")


def rule(scope: Scope = Scope.CROSS, slack: int = 0) -> Rule:
    return Rule("ships/count", KIND, "Ships", "They count.", Severity.ERROR, Options(slack), scope=scope)


def claims(*texts: str, factuality: Factuality = Factuality.CERTAIN) -> tuple[Claim, ...]:
    found = []
    for n, text in enumerate(texts):
        document = Document(
            f"{chr(97 + n)}.txt", f"{chr(97 + n)}.txt", text, (Segment(0, len(text), SegmentKind.BODY),)
        )
        at = next(i for i, c in enumerate(text) if c.isdigit())
        end = at
        while end < len(text) and text[end].isdigit():
            end += 1
        mention = Mention(at, end)
        found.append(Claim(document, mention, "count", mention, (Passage(at, end, "number"),), factuality))
    return tuple(found)


def group(found: tuple[Claim, ...]) -> Group:
    links = dict.fromkeys(combinations(range(len(found)), 2), ("one convoy",))
    return Group(Referent.TEXT, "count", "ships", "ships of the convoy", found, links)


def test_three_outlets_against_one_is_one_finding_with_two_positions():
    (finding,) = judge(rule(), group(claims("saw 5 ships", "with 5 ships", "some 9 ships", "all 5 ships")))
    assert [(p.value, len(p.evidence)) for p in finding.positions] == [("5", 3), ("9", 1)]
    assert finding.severity is Severity.ERROR
    assert finding.message == "the number of ships: 5 ships here, 9 ships in c.txt"


def test_what_a_chain_holds_together_but_no_link_joins_makes_findings_of_its_own():
    found = claims("5 ships", "9 ships", "6 ships", "9 ships")
    chain = {(0, 1): ("one convoy",), (1, 3): ("one convoy",), (2, 3): ("one convoy",)}
    parted = {(0, 1): ("one convoy",), (2, 3): ("another",)}
    counts = [
        len(judge(rule(), Group(Referent.TEXT, "count", "ships", "ships", found, links))) for links in (chain, parted)
    ]
    assert counts == [1, 2]


def test_readings_that_conflict_with_nothing_are_left_out():
    (finding,) = judge(rule(slack=4), group(claims("5 ships", "9 ships", "13 ships")))
    assert [p.value for p in finding.positions] == ["5", "13"]


def test_severity_and_confidence_are_those_of_the_worst_pair():
    (finding,) = judge(rule(), group(claims("5 ships", "6 ships", "9 ships")))
    assert (finding.severity, finding.confidence) == (Severity.ERROR, Confidence.HIGH)
    (mild,) = judge(rule(), group(claims("5 ships", "6 ships")))
    assert (mild.severity, mild.confidence) == (Severity.WARNING, Confidence.MEDIUM)


def test_a_kind_cannot_raise_the_severity_of_a_rule():
    info = Rule("ships/count", KIND, "Ships", "They count.", Severity.INFO, Options())
    (finding,) = judge(info, group(claims("5 ships", "6 ships")))
    assert finding.severity is Severity.INFO


def test_unknown_and_agreement_are_silent():
    assert judge(rule(), group(claims("5 ships", "0 ships"))) == []
    assert judge(rule(), group(claims("5 ships", "5 boats"))) == []


def test_claims_that_are_no_facts_do_not_meet():
    planned = claims("5 ships", "9 ships", factuality=Factuality.PLANNED)
    assert judge(rule(), group(planned)) == []


@pytest.mark.parametrize(("scope", "found"), [(Scope.CROSS, False), (Scope.INTERNAL, True), (Scope.ANY, True)])
def test_scope_says_whether_one_document_may_contradict_itself(scope, found):
    findings = judge(rule(scope), group(inside_one("5 ships, later 9 ships")))
    assert [finding.scope for finding in findings] == [Scope.INTERNAL] * found


def told(sources: tuple[str | None, ...], *, one_article: bool = False) -> tuple[Claim, ...]:
    found = inside_one("5 ships, later 9 ships") if one_article else claims("5 ships", "9 ships")
    return tuple(replace(claim, attribution=source) for claim, source in zip(found, sources, strict=True))


def inside_one(text: str) -> tuple[Claim, ...]:
    document = Document("a.txt", "a.txt", text, (Segment(0, len(text), SegmentKind.BODY),))
    numbers = [Mention(at, at + 1) for at, c in enumerate(text) if c.isdigit()]
    return tuple(Claim(document, m, "count", m, (Passage(m.start, m.end, "number"),)) for m in numbers)


@pytest.mark.parametrize(
    ("sources", "severity"),
    [
        (("Anna Keller", "the harbour police"), Severity.WARNING),
        (("Anna Keller", "Mayor Anna Keller"), Severity.ERROR),
        (("the police", "police"), Severity.ERROR),
        (("Anna Keller", "she"), Severity.ERROR),
        (("Anna Keller", None), Severity.ERROR),
        ((None, None), Severity.ERROR),
    ],
)
def test_what_two_sources_say_is_a_warning_at_most(sources, severity):
    by_source = Rule("ships/count", replace(KIND, by_source=True), "", "", Severity.ERROR, Options())
    (finding,) = judge(by_source, group(told(sources)))
    assert finding.severity is severity
    (plain,) = judge(rule(), group(told(sources)))
    assert plain.severity is Severity.ERROR


def test_an_article_may_set_side_by_side_what_two_sources_say():
    kind = replace(KIND, by_source=True)
    by_source = Rule("ships/count", kind, "", "", Severity.ERROR, Options(), scope=Scope.ANY)
    two = told(("Anna Keller", "Piotr Marek"), one_article=True)
    assert judge(by_source, group(two)) == []
    assert judge(by_source, group(told(("Anna Keller", None), one_article=True)))
    # Nor does an article that sides with one of the two contradict the one that has both.
    (other,) = claims("with 9 ships")
    other = replace(other, document=replace(other.document, id="c.txt"))
    assert judge(by_source, group((*two, other))) == []


def test_a_kind_that_raises_is_named_and_loses_nothing_else():
    def boom(_options: Options, _a: Claim, _b: Claim) -> Verdict:
        raise RuntimeError("no idea")

    broken = Rule(
        "ships/broken",
        RuleKind("boom", Referent.TEXT, "count", Options, boom, reads),
        "",
        "",
        Severity.ERROR,
        Options(),
    )
    findings, problems = compare([broken, rule()], [group(claims("5 ships", "9 ships"))])
    assert [f.rule.id for f in findings] == ["ships/count"]
    assert "ships/broken" in problems[0].path
    assert "RuntimeError: no idea" in problems[0].message


def test_the_fingerprint_survives_order_path_and_line():
    (first,) = judge(rule(), group(claims("saw 5 ships", "some 9 ships")))
    (moved,) = judge(rule(), group(claims("A new first line.\nsome 9 ships", "\n\nsaw 5 ships")))
    (other,) = judge(rule(), group(claims("saw 5 ships", "some 8 ships")))
    assert first is not None
    assert moved is not None
    assert other is not None
    assert first.fingerprint == moved.fingerprint == fingerprint("ships/count", first.positions)
    assert first.fingerprint != other.fingerprint
