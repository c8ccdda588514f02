"""Claims about the names of people who are quoted: by the same words and the same given name two articles tell of one person."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, ClassVar

from checker.align.utterances import normalise
from checker.frozen import frozen
from checker.model import Annotations, Claim, Document, Extractor, Mention, Passage, Person, Quotation, SegmentKind
from checker.text.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED = frozenset({SegmentKind.FURNITURE, SegmentKind.METADATA})
_SHORTEST = 3  # letters of a given name


@frozen()
class Quoted(Mention):
    """A person of that ``name`` and what the article quotes of it, normalised. ``key``: the given name."""

    kind: ClassVar[str] = "quoted"
    name: str
    said: tuple[tuple[str, ...], ...]
    key: str

    @property
    def label(self) -> str:
        """Whose name it is, for reports."""
        return f"the name of the {self.name.split()[0]} who is quoted"


def quoted_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the name of everybody who is quoted and named in full, where the full name first stands.

    A pronoun need not be sure of its speaker here: that the words lead to one given name in two articles makes it so.
    """
    said: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for quotation in annotations.of(Quotation):
        if quotation.tier != "low" and quotation.speaker is not None and quotation.speaker.resolved:
            said[quotation.speaker.resolved].append(normalise(document.text[quotation.start : quotation.end]))
    for person in annotations.of(Person):
        if person.given is None or person.family is None or document.segment_at(person.start) in _SKIPPED:
            continue
        given = fold(person.given)
        if " " in document.text[person.start : person.end] and len(given) >= _SHORTEST and person.name in said:
            quoted = Quoted(
                person.start,
                person.end,
                person.name,
                tuple(said.pop(person.name)),
                f"the name of who is quoted: {given}",
            )
            yield Claim(document, quoted, "quoted", quoted, (Passage(person.start, person.end, "name"),))


QUOTED_CLAIMS = Extractor("quoted-claims", "1", (Person, Quotation), Claim, quoted_claims)
