"""Quotations and their speakers: factlint beside textacy, on the same texts, in one run, by one scorer.

    python benchmarks/quotes.py GOLD.jsonl [--documents N] [--model en_core_web_sm]

GOLD has one document a line: ``id``, ``text``, ``quotes`` with ``start``, ``end``, ``speaker``, ``speaker_start``, ``speaker_end``. Every
fragment between double marks is one decision: is it given to somebody, and to whom? A speaker is right where the mention overlaps the
gold one or ends in the same name. textacy takes part where it and a spaCy model are installed, once as shipped (an article at a time) and
once with each paragraph by itself, since a single odd mark makes it give up the whole text. How times are taken says ``comparison.py``.
factlint is given a text that is all body, as the others are: reading of files is in no clock.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comparison import Comparison, parted, repeated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation as a tagger gives it: its span, and the mention and name of the speaker."""

    start: int
    end: int
    speaker: tuple[int, int] | None
    names: tuple[str, ...]


def factlint() -> Callable[[str], list[Found]]:
    """Sentences, names, persons and quotations alone: without reading of files, claims and rules."""
    from checker.annotate import annotate  # noqa: PLC0415
    from checker.model import Document, Name, Person, Quotation, Segment, SegmentKind, Sentence  # noqa: PLC0415
    from checker.text.extractors import CORE  # noqa: PLC0415
    from checker.text.patterns import compile_all  # noqa: PLC0415
    from checker_quotes.extract import QUOTATIONS  # noqa: PLC0415

    needed = [e for kind in (Sentence, Name, Person) for e in CORE if e.makes is kind]
    compile_all()  # as other peers do when they are made

    def tag(text: str) -> list[Found]:
        document = Document("d", "d", text, (Segment(0, len(text), SegmentKind.BODY),))
        annotations, _ = annotate(document, [*needed, QUOTATIONS])  # type: ignore[arg-type]
        found = []
        for quotation in annotations.of(Quotation):
            speaker = quotation.speaker
            mention = (speaker.start, speaker.end) if speaker else None
            names = (speaker.text, speaker.resolved or "") if speaker else ()
            found.append(Found(quotation.start, quotation.end, mention, names))
        return found

    return tag


def textacy(model: str, *, paragraphs: bool) -> Callable[[str], list[Found]]:
    """Give the direct quotations of textacy on a spaCy pipeline."""
    import spacy  # noqa: PLC0415
    from textacy.extract.triples import direct_quotations  # noqa: PLC0415

    pipeline = spacy.load(model)

    def part(text: str, base: int) -> Iterator[Found]:
        try:
            for triple in direct_quotations(pipeline(text)):
                first, last = triple.speaker[0], triple.speaker[-1]
                mention = (base + first.idx, base + last.idx + len(last))
                names = (text[first.idx : last.idx + len(last)],)
                yield Found(base + triple.content.start_char, base + triple.content.end_char, mention, names)
        except ValueError:  # an odd number of marks
            return

    def tag(text: str) -> list[Found]:
        if paragraphs:
            return [f for m in re.finditer(r"[^\n]+", text) for f in part(m.group(), m.start())]
        return list(part(text, 0))

    return tag


def fragments(text: str) -> list[tuple[int, int]]:
    """The stretches between double marks, balanced paragraph by paragraph, that hold a letter."""
    found = []
    for paragraph in re.finditer(r"[^\n]+", text):
        opened: int | None = None
        for mark in re.finditer(r"[\"“”]", paragraph.group()):
            at = paragraph.start() + mark.start()
            if opened is not None:
                found.append((opened, at))
            opens = mark.group() == "“" or (mark.group() == '"' and opened is None)
            opened = at + 1 if opens else None
        if opened is not None:
            found.append((opened, paragraph.end()))
    return [(a, b) for a, b in found if re.search(r"\w", text[a:b])]


def covering(text: str, fragment: tuple[int, int], spans: Sequence[Any]) -> Any:
    """The shortest of the spans that cover at least half of a fragment's letters, the best covering first; None without one."""
    letters = [i for i in range(*fragment) if text[i].isalnum()]

    def share(span: Any) -> float:
        return sum(span.start <= i < span.end for i in letters) / len(letters)

    best = max(spans, key=lambda s: (share(s), s.start - s.end), default=None)
    return best if best is not None and share(best) >= 0.5 else None


def same_speaker(gold: dict[str, Any], found: Found) -> bool:
    """Tell whether the mention overlaps the gold one, or both end in one name."""
    if not gold.get("speaker"):
        return not found.names
    sources = gold.get("sources") or [[gold["speaker_start"], gold["speaker_end"]]]
    if found.speaker and any(found.speaker[0] < end and start < found.speaker[1] for start, end in sources):
        return True
    return any(family(name) == family(gold["speaker"]) is not None for name in found.names)


def family(name: str) -> str | None:
    """The last capitalised word before a comma or a preposition."""
    words = re.split(r",| who | of | from | at | in |\(|['’]s\b| — ", name)[0].split()
    capital = [w.strip(".,;:’'\"“”").casefold() for w in words if w[:1].isupper()]
    return capital[-1] if capital and capital[-1] not in {"he", "she", "they", "it", "we", "i", "the", "who"} else None


def score(rows: Sequence[dict[str, Any]], found: Sequence[list[Found]]) -> tuple[float, float, float]:
    """Return precision, recall and F1, in percent, of fragments given to the right speaker."""
    right = given = wanted = 0
    for row, tagged in zip(rows, found, strict=True):
        gold = [(Found(q["start"], q["end"], None, ()), q) for q in row["quotes"]]
        of = {id(span): q for span, q in gold}
        for fragment in fragments(row["text"]):
            expected = covering(row["text"], fragment, [span for span, _ in gold])
            got = covering(row["text"], fragment, tagged)
            wanted += expected is not None
            given += got is not None
            right += expected is not None and got is not None and same_speaker(of[id(expected)], got)
    precision, recall = 100 * right / max(1, given), 100 * right / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    """Run all peers over the gold and print a table."""
    parser = argparse.ArgumentParser(description="Quotations beside textacy.")
    parser.add_argument("gold", type=Path)
    repeated(parser)
    parser.add_argument("--model", default="en_core_web_sm", help="the spaCy pipeline textacy runs on")
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows, others = parted(rows, arguments)
    print(f"{len(rows)} documents, {sum(len(row['text']) for row in rows):,} characters")
    comparison = Comparison(
        [(row["text"],) for row in rows],
        [('"It rained all night," Anna Keller said.',), *((r["text"],) for r in others)],
        ("P", "R", "F1"),
        lambda found: score(rows, found),
        arguments.repetitions,
    )
    comparison.run(
        {
            "factlint": factlint,
            "textacy, by paragraph": lambda: textacy(arguments.model, paragraphs=True),
            "textacy, by article": lambda: textacy(arguments.model, paragraphs=False),
        }
    )


if __name__ == "__main__":
    main()
