"""Two versions of one quotation: which are cut differently, which altered, which different, on pairs labelled by hand.

    python benchmarks/quotes.py PAIRS.jsonl

PAIRS has one pair a line: ``a`` and ``b`` with ``text`` and ``speaker``, and ``label``: I the same words cut differently, A altered, D
different words, U undecided. A pair counts as *altered* where the two align as one utterance and an edit between them is not silent; as
*different speakers* where the relation of the two speakers is that of two people.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from checker.align.utterances import normalise, same_utterance
from checker.model import Speaker
from checker_quotes.edits import Weight, edits
from checker_quotes.relation import Relation, relation

NO_NAMES = frozenset({"A", "An", "The", "He", "She", "They", "It", "We", "I", "One", "Some"})


def main() -> None:
    """Print the table of labels against what was found, precision and recall."""
    pairs = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if line.strip()]
    table: Counter[tuple[str, str]] = Counter()
    apart = 0
    for pair in pairs:
        a, b = pair["a"], pair["b"]
        aligned = same_utterance(normalise(a["text"]), normalise(b["text"])) is not None
        found = edits(a["text"], b["text"]) if aligned else []
        weight = max((e.weight for e in found), default=Weight.SILENT)
        table[pair["label"], "apart" if not aligned else weight.name.lower()] += 1
        if pair["label"] in ("I", "A") and a.get("speaker") and b.get("speaker"):
            first, second = (
                Speaker(0, 0, s, s if s[:1].isupper() and s.split()[0] not in NO_NAMES else None)
                for s in (a["speaker"], b["speaker"])
            )
            apart += relation(first, second) is Relation.DIFFERENT
    for (label, outcome), count in sorted(table.items()):
        print(f"{label}  {outcome:10} {count:4}")
    right = sum(n for (label, outcome), n in table.items() if label == "A" and outcome in ("wording", "material"))
    spoken = sum(n for (label, outcome), n in table.items() if label != "U" and outcome in ("wording", "material"))
    altered = sum(n for (label, _), n in table.items() if label == "A")
    print(f"altered: recall {right}/{altered}, precision {right}/{spoken}; two speakers for one utterance: {apart}")


if __name__ == "__main__":
    main()
