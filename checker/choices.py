"""What a run can be asked for by name: apart from the nouns, all of which the help of the command would else be waiting for."""

from __future__ import annotations

from enum import StrEnum


class StoryBy(StrEnum):
    """What makes a story of documents that name none."""

    CONTENT = "content"  # what they tell
    FOLDER = "folder"  # where they lie
    RUN = "run"  # nothing: all of one run are compared
