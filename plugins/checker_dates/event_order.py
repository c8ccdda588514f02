"""Rule kind ``event-order``: which of two happenings came first."""

from __future__ import annotations

from checker.frozen import frozen
from checker.model import AGREE, UNKNOWN, Claim, Confidence, Outcome, Reading, Referent, RuleKind, Verdict
from checker.text.predications import sort_of
from checker_dates.orders import Happening, Order


@frozen()
class EventOrder:
    """No options."""


def compare(options: EventOrder, a: Claim, b: Claim) -> Verdict:
    """Judge two orders: contradiction where both tell of the same two happenings, and each the other way round."""
    del options
    first, second = a.reading, b.reading
    if not isinstance(first, Order) or not isinstance(second, Order):
        return UNKNOWN
    direct = _same(first.main, second.main, first.other, second.other)
    turned = _same(first.main, second.other, first.other, second.main)
    if direct == turned:
        return UNKNOWN
    if (first.first == second.first) == direct:
        return AGREE
    return Verdict(Outcome.CONTRADICT, "one says before, the other after", None, Confidence.MEDIUM)


def _same(a: Happening, b: Happening, c: Happening, d: Happening) -> bool:
    """Tell whether ``a`` is ``b`` and ``c`` is ``d``."""
    if c.lasting or d.lasting:
        # What went on is told by other verbs than what ended it; that is rare enough for one word to tell it.
        return _goes_on(c, d) and (len(a.words & b.words) >= _SURE or _alike(a, b))
    if _alike(a, b) and _alike(c, d):
        return True
    # "Before her election", "only after she was elected mayor": the verb of the one is the noun of the other.
    return _alike(a, b) and len(a.words & b.words) >= _SURE and c.phase == d.phase and bool(_nouns(c) & _nouns(d))


def _nouns(a: Happening) -> frozenset[str]:
    """The kinds of acts, which nouns name as well as verbs."""
    return frozenset(k for k in a.verb if sort_of([k]) & {"act", "person"})


_SURE = 2


def _goes_on(a: Happening, b: Happening) -> bool:
    """Tell whether one went on and the other ended it, or both went on."""
    ended = (a.lasting or a.ending) and (b.lasting or b.ending)
    return ended and bool(a.words & b.words)


def _alike(a: Happening, b: Happening) -> bool:
    return a.phase == b.phase and bool(a.verb & b.verb) and bool(a.words & b.words)


def describe(options: EventOrder, claim: Claim) -> Reading:
    """Read a claim as before or after, with its passage."""
    del options
    order = claim.reading
    word = "before" if isinstance(order, Order) and order.first else "after"
    told = " ".join(claim.document.text[claim.passages[0].start : claim.passages[0].end].split())
    return Reading(f"{word}: {told}", f"“{told}”")


EVENT_ORDER = RuleKind(
    name="event-order",
    referent=Referent.THING,
    slot="order",
    options=EventOrder,
    compare=compare,
    describe=describe,
    message="which came first",
)
