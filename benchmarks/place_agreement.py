"""Do two places agree: on pairs of phrases with a verdict, and on pairs of gold toponyms of different documents.

    python benchmarks/place_agreement.py cases CASES.jsonl
    python benchmarks/place_agreement.py pairs TOPONYMS.jsonl [--seed N]

CASES has one pair a line: ``a`` and ``b`` (phrases), ``verdict`` (agree, conflict, unknown, skip) and ``severity`` (none, style, hint,
warning, error). TOPONYMS has one document a line: ``text`` and ``places`` with ``start``, ``end``, ``lat``, ``lon``, ``country``. For
``pairs`` every gold toponym that is found is a claim; two within 50 km, of one place, or of which one contains the other, by GeoNames id,
are no conflict, others are one: how often each is called a conflict, and how many of the calls are right, at equal numbers of both.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.annotate import annotate, order
from checker.model import Document, Outcome, Place, PlaceCandidate, Segment, SegmentKind
from checker.text.extractors import CORE
from checker_places.agreement import finest, named_relation, outcome, relation_of_sets
from checker_places.extract import PLACES
from checker_places.gazetteer import distance_km, open_gazetteer
from checker_places.place_agreement import Options, level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Claim = tuple[Place, str]
VERDICTS = {Outcome.AGREE: "agree", Outcome.CONTRADICT: "conflict", Outcome.UNKNOWN: "unknown"}
SAME_KM, PAIRS = 50.0, 3000
DRAWS = 2_000_000  # at most; pairs of one place are rare


def annotated(text: str) -> tuple[Place, ...]:
    """The places of a text of one body segment."""
    document = Document("d", "d", text, (Segment(0, len(text), SegmentKind.BODY),))
    annotations, _ = annotate(document, order([*CORE, PLACES])[0])
    return annotations.of(Place)


def claims(phrase: str) -> list[Claim]:
    """The locations of a phrase: what the editor put in brackets stands for the word before; a place is told where "they met" it."""
    text = re.sub(r"\b\w+ \[([^\]]+)\]", r"\1", phrase)
    text = f"They met {text}." if text[0].islower() else f"{text}."
    return [(p, text[p.start : p.end]) for p in annotated(text) if p.role == "location"]


def cases(path: Path) -> None:
    """Compare each pair of phrases with its verdict and severity."""
    right = total = 0
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line.strip():
            continue
        case = json.loads(line)
        a, b = finest(claims(case["a"])), finest(claims(case["b"]))
        options = Options()
        found = relation_of_sets(a, b, options.near_km)
        stated = all(p.stated for p, _ in (*a, *b))
        sets = len(a) > 1 or len(b) > 1
        verdict, severity = VERDICTS[outcome(found)], level(options, found, stated=stated, sets=sets)
        if not a or not b:
            verdict, severity = "skip", "none"
        good = (verdict, severity) == (case["verdict"], case["severity"])
        total += 1
        right += good
        if not good:
            wanted = f"{case['verdict']} {case['severity']}"
            print(f"{case['id']}: {verdict} {severity} ({found}), not {wanted}: {case['a']!r} / {case['b']!r}")
    print(f"right: {right} of {total}")


def gold(path: Path) -> Iterator[tuple[int, Claim, PlaceCandidate]]:
    """Every gold toponym that is found: its document, the place as read, and where gold puts it."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n")):
        if not line.strip():
            continue
        row: dict[str, Any] = json.loads(line)
        spans = {(p.start, p.end): p for p in annotated(row["text"])}
        for place in row["places"]:
            found = spans.get((place["start"], place["end"]))
            if found is not None and place.get("lat") is not None and found.candidates:
                known = open_gazetteer().place(place.get("geonameid"))
                where = known or PlaceCandidate(0, place["text"], place["lat"], place["lon"], place.get("country"))
                yield number, (replace(found, qualifier="in"), place["text"]), where


def pairs(path: Path, seed: int) -> None:
    """Compare toponyms of different documents two by two."""
    found = list(gold(path))
    draw = random.Random(seed)  # noqa: S311
    counts = {"same": [0, 0, 0], "apart": [0, 0, 0]}
    for _ in range(DRAWS):
        (m, a, x), (n, b, y) = draw.sample(found, 2)
        kind = _kind(x, y) if m != n else None
        if kind is None or counts[kind][0] >= PAIRS:
            continue
        result = named_relation(*a, *b, Options().near_km)
        calls = result.conflicts and a[0].certain and b[0].certain
        counts[kind][0] += 1
        counts[kind][1] += result.conflicts
        counts[kind][2] += calls
        if all(c[0] >= PAIRS for c in counts.values()):
            break
    for label, at in (("by relation", 1), ("as the rule reports", 2)):
        false, called = counts["same"][at], counts["apart"][at]
        same, apart = counts["same"][0], counts["apart"][0]
        precision = called / max(1, called + false)
        print(
            f"{label}: {same} pairs of one place, {false} called conflicts ({100 * false / max(1, same):.1f} %); "
            f"{apart} pairs of two, {called} found ({100 * called / max(1, apart):.1f} %); precision {100 * precision:.1f} %"
        )


def _kind(x: PlaceCandidate, y: PlaceCandidate) -> str | None:
    distance = distance_km(x, y)
    contains = x.geonameid in y.chain or y.geonameid in x.chain
    if contains or (distance is not None and distance <= SAME_KM and x.country == y.country):
        return "same"
    return "apart" if distance is not None and distance > SAME_KM else None


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one of the two measurements."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("what", choices=("cases", "pairs"))
    parser.add_argument("path", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args(arguments)
    if options.what == "cases":
        cases(options.path)
    else:
        pairs(options.path, options.seed)


if __name__ == "__main__":
    main()
