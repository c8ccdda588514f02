"""Two versions of one quotation: which are cut differently, which altered, which different, on pairs labelled by hand.

    python benchmarks/quote_pairs.py PAIRS.jsonl

PAIRS has one pair a line: ``a`` and ``b`` with ``text`` and ``speaker``, and ``label``: I the same words cut differently, A altered, D
different words, U undecided. A pair counts as *altered* where the two align as one utterance and an edit between them is not silent; as
*different speakers* where the relation of the two speakers is that of two people.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from checker.model import Speaker
from checker_quotes.edits import Weight
from checker_quotes.quote_wording import differences
from checker_quotes.relation import Relation, nested, relation

ALTERED = ("form", "wording", "qualifying", "material")
NO_NAMES = frozenset({"A", "An", "The", "He", "She", "They", "It", "We", "I", "One", "Some"})


def speaker(side: dict[str, str]) -> Speaker | None:
    """The speaker of one side, resolved where the gold gives a name."""
    name = side.get("speaker")
    if not name:
        return None
    return Speaker(0, 0, name, name if name[:1].isupper() and name.split()[0] not in NO_NAMES else None)


def main() -> None:
    """Print the table of labels against what was found, precision and recall."""
    pairs = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if line.strip()]
    table: Counter[tuple[str, str]] = Counter()
    apart = 0
    for pair in pairs:
        a, b = pair["a"], pair["b"]
        speakers = [speaker(a), speaker(b)]
        known = relation(*speakers)
        found = differences(a["text"], b["text"], one_speaker=known is Relation.SAME)
        weight = max((e.weight for e in found or ()), default=Weight.SILENT)
        table[pair["label"], "apart" if found is None else weight.name.lower()] += 1
        if pair["label"] in ("I", "A"):
            quoting = nested(a["text"], b["text"]) or nested(b["text"], a["text"])
            apart += not quoting and known is Relation.DIFFERENT
    for (label, outcome), count in sorted(table.items()):
        print(f"{label}  {outcome:10} {count:4}")
    right = sum(n for (label, outcome), n in table.items() if label == "A" and outcome in ALTERED)
    spoken = sum(n for (label, outcome), n in table.items() if label != "U" and outcome in ALTERED)
    altered = sum(n for (label, _), n in table.items() if label == "A")
    print(f"altered: recall {right}/{altered}, precision {right}/{spoken}; two speakers for one utterance: {apart}")


if __name__ == "__main__":
    main()
