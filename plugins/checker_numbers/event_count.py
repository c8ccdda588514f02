"""Rule kind ``event-count``: one event, two counts of the same people."""

from __future__ import annotations

from functools import cache

from checker.frozen import frozen
from checker.model import (
    AGREE,
    UNKNOWN,
    Claim,
    Confidence,
    Mention,
    Outcome,
    Reading,
    Referent,
    RuleKind,
    SegmentKind,
    Severity,
    Verdict,
)
from checker.text.patterns import pattern
from checker.text.predications import HARM, SERIAL, kinds_in, sort_of
from checker.text.vocabulary import table, words
from checker_numbers.labels import hedged
from checker_numbers.tally_claims import EventTally, Toll

_ANYBODY = "people"
_OTHER = 10.0


@frozen()
class EventCount:
    """``what`` is counted, and how the message calls it: killed, hurt, seriously hurt, arrested, missing, rescued, damaged or destroyed."""

    what: str = "killed"
    called: str = "killed"  # in the message


def compare(options: EventCount, a: Claim, b: Claim) -> Verdict:
    """Judge two counts. Tolls rise: a later article with the larger number may tell of a later time."""
    first, second = a.reading, b.reading
    if not isinstance(first, EventTally) or not isinstance(second, EventTally):
        return UNKNOWN
    if first.value == second.value:
        return AGREE if first.unit == second.unit else UNKNOWN
    # A part may be smaller than the whole, never larger.
    if not min(first, second, key=lambda t: t.value).whole or _may_agree(first, second):
        return UNKNOWN
    if not _same_people(first, second) or not _kin(a.subject, b.subject):
        return UNKNOWN
    if a.document is b.document:
        return UNKNOWN if _of_two(a, b) else _within(first, second)
    return _between(options, a, b, first, second)


def _may_agree(first: EventTally, second: EventTally) -> bool:
    """Tell whether the words of both leave room for one number."""
    if max(first.value, second.value) >= _OTHER * min(first.value, second.value):
        return True  # so far apart that it is another event, another place, another kind of count
    if first.meets(second) or abs(first.value - second.value) <= max(first.slack, second.slack):
        return True
    if first.what == "killed" or (first.shot, first.apart) == (second.shot, second.apart):
        return False
    # One may count those who died among the wounded, and the other not.
    dead = max(first.dead, second.dead)
    lows = [t.low - (0 if t.apart else dead) for t in (first, second)]
    return lows[0] <= second.high and lows[1] <= first.high


def _of_two(a: Claim, b: Claim) -> bool:
    """Tell whether an article itself tells two events apart: "another blast", or two sentences that put it in two places or on two days."""
    told = [_sentence(c) for c in (a, b)]
    if told[0] == told[1]:
        return False
    if any(_tells_of_another(sentence) for sentence in told):
        return True
    if any(c.document.segment_at(c.passages[0].start) is SegmentKind.HEADLINE for c in (a, b)):
        return False  # of what the article tells
    for told_by in (_PUT_IN, _DAYS):
        named = [set(told_by.findall(sentence)) for sentence in told]
        if all(named) and not named[0] & named[1]:
            return True
    return False


def _tells_of_another(sentence: str) -> bool:
    """Tell whether it speaks of one more harmful event: "another blast", "a second deadly fire"; no "another arrest"."""
    return any(sort_of(kinds_in(found[1])) & {HARM, SERIAL} for found in _ANOTHER.finditer(sentence))


def _sentence(claim: Claim) -> str:
    text, span = claim.document.text, claim.passages[0]
    start = max(text.rfind(mark, 0, span.start) for mark in (". ", "\n", "! ", "? ")) + 1
    ends = [at for mark in (". ", "\n", "! ", "? ") if (at := text.find(mark, span.end)) >= 0]
    return text[start : min(ends, default=len(text))]


_ANOTHER = pattern(
    r"(?i)\b(?:another|an?\s(?:second|third|separate|similar|different)|in\sa\s(?:separate|similar))\s((?:[\w-]+\s)?[\w-]+)"
)
_PUT_IN = pattern(r"\b(?:in|at|near|outside)\s(?:the\s)?([A-Z][\w’'-]+)")
_DAYS = pattern(r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")


def _within(first: EventTally, second: EventTally) -> Verdict:
    if first.revised or second.revised or None not in (first.hedge, second.hedge):
        return UNKNOWN
    return Verdict(Outcome.CONTRADICT, "one article, two numbers", Severity.WARNING, Confidence.MEDIUM)


def _between(options: EventCount, a: Claim, b: Claim, first: EventTally, second: EventTally) -> Verdict:
    """Judge two numbers of two articles by when they came out and who gave them."""
    days = [c.document.published.date if c.document.published else None for c in (a, b)]
    if first.apart and second.apart and first.value + first.dead == second.value + second.dead:
        return UNKNOWN  # some of the wounded have died between the two
    if days[0] is None or days[1] is None:
        return Verdict(Outcome.CONTRADICT, "", Severity.WARNING, Confidence.LOW)
    if days[0] == days[1]:
        return Verdict(Outcome.CONTRADICT, "put out on one day", None, Confidence.MEDIUM)
    early, late = (first, second) if days[0] <= days[1] else (second, first)
    if late.value < early.value:
        return Verdict(
            Outcome.CONTRADICT, "the later article has the smaller number", Severity.WARNING, Confidence.MEDIUM
        )
    if late.split:
        return Verdict(Outcome.CONTRADICT, "the later article gives both numbers", Severity.WARNING, Confidence.MEDIUM)
    if _may_have_risen(options, a, b, early, late):
        return UNKNOWN
    because = "the later article has the larger number: it may be an update"
    return Verdict(Outcome.CONTRADICT, because, Severity.WARNING, Confidence.LOW)


def _may_have_risen(options: EventCount, a: Claim, b: Claim, early: EventTally, late: EventTally) -> bool:
    """Tell whether a later, larger number is likely news of a rise: tolls of disasters rise for days, and the wounded may die."""
    if late.revised or options.what not in ("killed", "hurt") or not all(_soon_counted(c.subject) for c in (a, b)):
        return True
    return options.what == "killed" and late.value - early.value <= early.hurt


def _same_people(first: EventTally, second: EventTally) -> bool:
    """Tell whether both count one class, or the larger number counts some of those the smaller one counts."""
    if first.unit == second.unit:
        # "a teenager and two boys": the teenager may be a boy.
        return first.coupled is second.coupled or first.unit in words("checker_numbers", "callings.txt")
    if first.coupled or second.coupled:
        return False
    few, many = sorted((first, second), key=lambda t: t.value)
    return few.unit == _ANYBODY and many.unit != _ANYBODY


def _soon_counted(toll: Mention) -> bool:
    """Tell whether everybody an event hurt is known within hours: a crowd that was shot at, not a town that was flooded."""
    return isinstance(toll, Toll) and toll.event_class in words("checker_numbers", "soon-counted.txt")


def _kin(a: Mention, b: Mention) -> bool:
    """Tell whether two articles may mean one event by the classes they give it."""
    if not isinstance(a, Toll) or not isinstance(b, Toll) or a.event_class is None or b.event_class is None:
        return True
    classes = {a.event_class, b.event_class}
    return len(classes) == 1 or any(classes <= kin for kin in _kins())


@cache
def _kins() -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(c.strip() for c in classes.split(",")) for classes in table("checker_numbers", "kin.txt").values()
    )


def describe(options: EventCount, claim: Claim) -> Reading:
    """Read a count with its hedge."""
    del options
    count = claim.reading
    if not isinstance(count, EventTally):
        return Reading("", "")
    what = "shot" if count.shot else count.what
    return Reading(f"{count.hedge or ''}{count.value:g}", f"{hedged(count)} {what}")


EVENT_COUNT = RuleKind(
    name="event-count",
    referent=Referent.THING,
    slot="count-{what}",
    options=EventCount,
    compare=compare,
    describe=describe,
    message="how many were {called} in the {title}",
    by_source=True,
)
