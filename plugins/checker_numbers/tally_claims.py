"""Which tallies an article claims for the event it reports.

A tally belongs to the event of its sentence, else to the first event of the article. Tallies of other times, of several events together,
of some of the people only, and of what might be are no claims.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, ClassVar

from checker.frozen import frozen
from checker.model import (
    Annotations,
    Claim,
    Document,
    EventMention,
    Extractor,
    Factuality,
    Mention,
    Passage,
    Quotation,
    SegmentKind,
    Sentence,
    Span,
    Timex,
)
from checker.text.event_words import harmful
from checker.text.patterns import pattern
from checker_numbers.cues import cues
from checker_numbers.tallies import SEGMENTS, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_LEAD = 30  # sentences of the body in which a report gives its toll
_OPENING = 6  # sentences of the body in which a death would be told
_FIRST = 3  # sentences of the body that tell the news: their tallies are of all
_FAR = 4  # days between one event and another
_FEWEST = 2  # one of the wounded is told as a person, not as a number
_BESIDE = 120  # code points behind a tally in which a further victim shows that it was not of all
# Whoever did it, and whoever was not born yet, may be counted or not.
_DOER = r"(?:suspects?|gunm[ae]n|shooters?|attackers?|intruders?|robbers?|bombers?|sniper)"
_DOUBTFUL = pattern(
    rf"\b(?:(?:shot|kill(?:ed|ing)?|turned|then|and)\s(?:the\sgun\son\s)?(?:himself|herself)|suicide|unborn|fetus|{_DOER}\s(?:\w+\s){{0,2}}?(?:died|dead|killed|shot\sdead)|killed\sthe\s{_DOER}"
    rf"|includ(?:es|ing)\sthe\s(?:alleged\s|suspected\s)?{_DOER})\b",
    re.IGNORECASE,
)
_EVENTS = r"(?:shootings|stabbings|incidents|attacks|crashes|explosions|bombings|fires|quakes|earthquakes|blasts)"
_SEVERAL = pattern(rf"\b(?:{_EVENTS}|separate|unrelated)\b", re.IGNORECASE)
_SPAN = pattern(r"\b(?:in|within)\s(?:less\sthan\s|under\s)?(?:\d+|two|three|four)\s(?:hours|days)\b", re.IGNORECASE)
_YEAR = pattern(
    r"\b(?:19|20)\d\d\b(?!\s(?:block|blk|[NSEW]\.?\s|[A-Z][a-z]+\s(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr)\b))"
)
_DEAD = pattern(
    r"\b(?:killed|killing|kills?|dead|died|dies|fatal|fatally|mortally|slain|murder\w*|homicide|slaying|death|deadly)\b",
    re.IGNORECASE,
)
_HURT = pattern(
    r"\b(?:wounded|injured|hurt|critical|hospital|condition|shot(?!\s(?:and\skilled|dead|to\sdeath)))\b", re.IGNORECASE
)
_MORTALLY = pattern(r"\b(?:mortally|fatally|later\sdied|(?:has|have)\ssince\sdied)\b", re.IGNORECASE)
_DIED = pattern(r"\b(?:killed|dead|died|dies|fatally|mortally|slain|kills)\b", re.IGNORECASE)
_ONE_OF = pattern(
    r"\b(?:one|two|three|four|some|among)(?:\sof)?\s(?:the\s)?\Z|\b(?:a\stotal\sof|in\sall,?|altogether,?)\s\Z",
    re.IGNORECASE,
)
_ORDINAL = r"(?:a|the)\s(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_FURTHER = pattern(rf"\b(?:{_ORDINAL}|another)\b", re.IGNORECASE)
_FURTHER_DEAD = pattern(rf"\b(?:{_ORDINAL}|another|others)\b[^.]{{0,40}}\b(?:died|dead|killed)\b", re.IGNORECASE)
_WHERE_FOUND = pattern(
    r"\b(?:find|finds|found|finding|located|discovered|encountered|containing|carrying)\s\Z", re.IGNORECASE
)
_AT_THE_SCENE = pattern(
    r"[^.;]{0,25}\b(?:at|on)\s(?:the\s|that\s)?(?:scene|hospitals?|\w+\shospitals?)\b|[^.;]{0,10}\binside\b",
    re.IGNORECASE,
)
_IDENTIFIED = pattern(r"\bidentified\b", re.IGNORECASE)


@frozen()
class EventTally(Tally):
    """A tally as an article claims it.

    ``whole``: it stands where all are counted, so that another number is at odds with it. ``slack``: how many may be counted or not,
    whoever did it among them. ``dead``, ``hurt``: how many the article says died and were hurt; ``apart``: the dead are not among the hurt.
    ``revised``: told as a new number. ``split``: the article gives another number, too.
    """

    kind: ClassVar[str] = "tally"
    whole: bool = False
    slack: int = 0
    dead: int = 0
    hurt: int = 0
    apart: bool = False
    revised: bool = False
    split: bool = False


@frozen()
class Toll(Mention):
    """What the tallies of an article are about: the harm it reports. Related articles report one."""

    kind: ClassVar[str] = "toll"
    event_class: str | None = None
    label: str = "incident"
    beside: bool = False  # the event itself is named in the sentence

    @property
    def key(self) -> str:
        """One toll for an article."""
        return "toll"


def tally_claims(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Claim the tallies of the event an article reports."""
    if not annotations.of(Tally):
        return
    sentences = [s for s in annotations.of(Sentence) if s.segment in SEGMENTS]
    lead = _lead(sentences)
    if _is_roundup(document, annotations, lead):
        return
    told = list(_told(document, annotations, lead))
    dead = max((int(t.value) for _, t in told if t.what == "killed"), default=0)
    dead = dead or int(any(_DIED.search(document.text, s.start, s.end) for s in _opening(lead)))
    hurt = max((int(t.value) for _, t in told if t.what == "hurt"), default=0)
    hurt = hurt or int(any(_HURT.search(document.text, s.start, s.end) for s in _opening(lead)))
    slack = 1 if any(_DOUBTFUL.search(document.text, s.start, s.end) for s in lead) else 0
    first = _body(lead)[:_FIRST]
    claimed = []
    for sentence, tally in told:
        toll = _toll(annotations, sentence, tally)
        if toll is not None:
            complete = {"killed", "hurt"} <= {t.what for s, t in told if s is sentence}
            news = complete or sentence.segment is not SegmentKind.BODY or sentence in first or toll.beside
            counted_in = slack if tally.what in ("killed", "hurt") else 0
            claimed.append((toll, _claimed(document, sentence, tally, (dead, hurt), counted_in, whole=news)))
    # A number that is told of all somewhere is of all everywhere; so are those told beside the dead.
    wholes, beside = ({_same(t) for _, t in claimed if getattr(t, flag)} for flag in ("whole", "apart"))
    for toll, tally in claimed:
        split = any(what == tally.what and shot == tally.shot and value != tally.value for what, shot, value in wholes)
        reading = replace(tally, whole=_same(tally) in wholes, apart=_same(tally) in beside, split=split)
        yield Claim(
            document,
            toll,
            f"count-{tally.what}",
            reading,
            (Passage(tally.start, tally.end, "count"),),
            Factuality.CERTAIN,
        )


def _opening(lead: Sequence[Sentence]) -> list[Sentence]:
    return [s for s in lead if s.segment is not SegmentKind.BODY or s in _body(lead)[:_OPENING]]


def _days(annotations: Annotations, sentence: Sentence) -> list[date]:
    """The days that the time expressions of a sentence name."""
    windows = [
        t.window for t in annotations.within(Timex, sentence) if t.window is not None and not t.window.year_unknown
    ]
    return [w.core.last_day for w in windows if w.core.first_day == w.core.last_day]


def _other_day(annotations: Annotations, sentence: Sentence, days: Sequence[date]) -> bool:
    """Tell whether a sentence tells of a day far from all those the article opens with."""
    own = _days(annotations, sentence)
    return bool(own) and bool(days) and all(abs((d - e).days) > _FAR for d in own for e in days)


def _same(tally: Tally) -> tuple[str, bool, float]:
    return (tally.what, tally.shot, tally.value)


def _body(sentences: Sequence[Sentence]) -> list[Sentence]:
    return [s for s in sentences if s.segment is SegmentKind.BODY]


def _told(document: Document, annotations: Annotations, lead: Sequence[Sentence]) -> Iterator[tuple[Sentence, Tally]]:
    """The tallies that are of all, and of this time, with their sentences."""
    days = [d for s in _opening(lead) for d in _days(annotations, s)]
    quoted = [q for q in annotations.of(Quotation) if q.form != "indirect"]
    previous: Sentence | None = None
    for sentence in lead:
        inside = annotations.within(Tally, sentence)
        if inside and not (
            _elsewhere(document, sentence)
            or _is_link(document, sentence, lead)
            or _other_day(annotations, sentence, days)
        ):
            for tally in inside:
                if tally.part or (tally.value < _FEWEST and tally.what != "killed"):
                    continue
                if tally.others and not _beside_the_dead(document, tally, sentence, previous):
                    continue
                if not any(q.start <= tally.start < q.end for q in quoted):
                    yield sentence, tally
        previous = sentence


def _claimed(
    document: Document, sentence: Sentence, tally: Tally, harmed: tuple[int, int], slack: int, *, whole: bool
) -> EventTally:
    text = document.text
    before, after = text[sentence.start : tally.start], text[tally.end : min(len(text), tally.end + _BESIDE)]
    behind = text[tally.end : sentence.end]
    further = _FURTHER_DEAD if tally.what == "killed" else _FURTHER
    partly = further.search(after) or _WHERE_FOUND.search(before)
    if tally.what == "killed":
        partly = partly or _AT_THE_SCENE.match(behind) or _IDENTIFIED.search(behind)
    beside = _DEAD.search(before) is not None
    mortally = tally.what != "killed" and _MORTALLY.search(after) is not None
    return EventTally(
        **{f.name: getattr(tally, f.name) for f in fields(Tally) if f.name != "high"},
        # "1 dead, 3 shot": the dead one may be a fourth.
        high=tally.high + (harmed[0] if tally.shot and beside and not tally.others else 0),
        whole=((whole or (tally.what != "killed" and beside)) and not partly) or _ONE_OF.search(before) is not None,
        slack=slack,
        dead=harmed[0],
        hurt=harmed[1],
        apart=tally.others or (not tally.shot and not mortally and (beside or "shot and" in after[:40])),
        revised=cues("counted-again").search(text, sentence.start, sentence.end) is not None,
    )


def _is_link(document: Document, sentence: Sentence, lead: Sequence[Sentence]) -> bool:
    """A headline of another article in the text: a line of capitals without a full stop, other than the first."""
    if sentence.segment is not SegmentKind.BODY or sentence == _body(lead)[0]:
        return False
    text = document.text[sentence.start : sentence.end].strip()
    big = re.findall(r"[^\W\d_]{4,}", text)
    return (
        not text.endswith((".", "!", "?", "”", '"'))
        and bool(big)
        and sum(w[0].isupper() for w in big) >= 0.8 * len(big)
    )


def _lead(sentences: Sequence[Sentence]) -> list[Sentence]:
    body = _body(sentences)[:_LEAD]
    return [s for s in sentences if s.segment is not SegmentKind.BODY or s in body]


def _is_roundup(document: Document, annotations: Annotations, lead: Sequence[Sentence]) -> bool:
    """An article that counts the people of several events: its headline or first sentence does."""
    heads = [s for s in lead if s.segment is SegmentKind.HEADLINE]
    counted = (s for s in (*heads, *_body(lead)[:1]) if annotations.within(Tally, s))
    return any(_SPAN.search(document.text, s.start, s.end) for s in heads) or any(
        _SEVERAL.search(document.text, s.start, s.end) for s in counted
    )


def _elsewhere(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence counts people of another time, of several events, or nobody yet."""
    text = document.text[sentence.start : sentence.end]
    if cues("other-times").search(text) or _SEVERAL.search(text):
        return True
    published = document.published
    years = {int(m.group()) for m in _YEAR.finditer(text)}
    return bool(years - {published.year}) if published is not None else bool(years)


def _beside_the_dead(document: Document, tally: Tally, sentence: Sentence, previous: Sentence | None) -> bool:
    """Whether "two others were wounded" are all the wounded: the one told of before was killed."""
    if tally.what != "hurt":
        return False
    before = document.text[sentence.start : tally.start]
    if not re.search(r"\w{3}", before) and previous is not None:
        before = document.text[previous.start : previous.end]
    return _DEAD.search(before) is not None and _HURT.search(before) is None


def _toll(annotations: Annotations, sentence: Sentence, span: Span) -> Toll | None:
    """What a tally is part of: the harm an article reports; None where its sentence tells of another event in passing."""
    inside = [e for e in annotations.within(EventMention, sentence) if not e.personal and not e.harm]
    if any(e.background and e.nominal for e in inside):
        return None
    found = [e for e in annotations.of(EventMention) if e.event_class in harmful() and not e.background]
    event = min((e for e in inside if e in found), key=lambda e: abs(e.start - span.start), default=None) or next(
        iter(found), None
    )
    if event is None:
        return Toll(span.start, span.end, beside=False)
    return Toll(
        span.start, span.end, event.event_class, event.event_class, beside=any(e.nominal and e in found for e in inside)
    )


TALLY_CLAIMS = Extractor("tally-claims", "1", (Tally, EventMention, Quotation, Sentence, Timex), Claim, tally_claims)
