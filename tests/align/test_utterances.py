"""What several sentences of one quotation are to each other."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from checker.engine import Engine
from checker.model import Config
from checker.read.jsonl import read_jsonl

ENGINE = Engine(Config(third_party=False, select=("quotes/speaker",)))
SPEECH = "The dam held through the whole of the winter. We shall not build another one in our lifetime."


@pytest.mark.parametrize(
    ("first", "second", "findings"),
    [
        (f'"{SPEECH[:-1]}," said Mayor Ruth Adler.', f'Engineer Piotr Marek said: "{SPEECH}"', 1),
        (f'Mayor Ruth Adler said: "{SPEECH}"', f'In the end, Mayor Ruth Adler told them: "{SPEECH}"', 0),
        (
            (
                '"The dam held through the whole of the winter," said Mayor Ruth Adler. '
                '"We shall not build another one in our lifetime," said her deputy, Ida Novak.'
            ),
            f'Engineer Piotr Marek said: "{SPEECH}"',
            1,  # both sentences of his, given to two people by the other article: one place to look at
        ),
    ],
)
def test_a_speech_given_to_another_speaker_is_one_finding(first, second, findings):
    rows = [{"id": f"d{n}", "text": text, "published": "2024-05-03"} for n, text in enumerate((first, second))]
    documents = list(read_jsonl("\n".join(map(json.dumps, rows)).encode(), PurePosixPath("x.jsonl")))
    assert len(ENGINE.check_documents(documents).findings) == findings
