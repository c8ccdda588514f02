"""What the words around an amount say of the thing it belongs to, by which two articles are seen to speak of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Name
from checker.text.patterns import pattern
from checker.text.predications import report_words, stem
from checker.text.vocabulary import light_words
from checker_numbers.amounts import Setting

if TYPE_CHECKING:
    from checker.model import Annotations, Document, Sentence, Span

_PLAIN = pattern(r"\b[a-z][a-z’'-]{2,}")
_AROUND = 70  # code points on either side


def setting_of(
    document: Document, annotations: Annotations, sentence: Sentence, thing: Span, own: frozenset[str] = frozenset()
) -> Setting:
    """The stems of the words around a thing that carry matter, and the names there; ``own``: the stems of its noun phrase, left out."""
    start, end = max(sentence.start, thing.start - _AROUND), min(sentence.end, thing.end + _AROUND)
    names = [n for n in annotations.within(Name, sentence) if start <= n.start and n.end <= end]
    told = {
        stem(m.group())
        for m in _PLAIN.finditer(document.text, start, end)
        if not any(n.start <= m.start() < n.end for n in names)
        and m.group() not in light_words()
        and m.group() not in report_words()
    }
    last = frozenset(document.text[n.start : n.end].rpartition(" ")[2] for n in names)
    return Setting(frozenset(), frozenset(told - own), last)
