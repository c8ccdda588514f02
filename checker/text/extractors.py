"""The core's own extractors, in no particular order: the engine sorts them by what they need."""

from __future__ import annotations

from checker.text.events import EVENTS
from checker.text.names import NAMES
from checker.text.persons import PERSONS
from checker.text.sentences import SENTENCES

CORE = (SENTENCES, NAMES, PERSONS, EVENTS)
