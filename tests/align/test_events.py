"""Which events of two documents are one: what joins them, and what keeps them apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.align import Story, groups
from checker.align.events import align_events
from checker.model import (
    Annotations,
    Claim,
    Document,
    EventMention,
    Factuality,
    Passage,
    Phase,
    Published,
    Segment,
    SegmentKind,
    Span,
)


def document(name: str, day: int = 12, story: str | None = None) -> Document:
    text = f"{name}: a text long enough for every span used below."
    return Document(
        name, name, text, (Segment(0, len(text), SegmentKind.BODY),), published=Published(2024, 7, day), story=story
    )


def mention(at: int = 0, **changes: object) -> EventMention:
    values = {
        "event_class": "exercise",
        "phase": Phase.START,
        "factuality": Factuality.CERTAIN,
        "sentence": Span(0, 40),
        "label": "drills",
        "participants": frozenset({"China", "Russia"}),
        "entity": 0,
    } | changes
    return EventMention(at, at + 3, **values)


def joined(a: EventMention, b: EventMention) -> bool:
    first, second = document("a.txt"), document("b.txt", 14)
    events = align_events([(first, [a]), (second, [b])])
    return events.of(first, a) is not None and events.of(first, a) == events.of(second, b)


def test_the_same_participants_join():
    assert joined(mention(), mention())


def test_other_participants_keep_apart():
    assert not joined(mention(), mention(participants=frozenset({"China", "Belarus"})))


def test_other_classes_and_other_names_keep_apart():
    assert not joined(mention(), mention(event_class="strike"))
    assert not joined(mention(occasion="polar anvil"), mention(occasion="frost kite"))
    assert joined(
        mention(occasion="polar anvil", participants=frozenset()),
        mention(occasion="polar anvil", participants=frozenset()),
    )


def test_background_never_meets_the_event_at_hand():
    assert not joined(mention(), mention(background=True))


def test_nothing_particular_in_common_is_not_enough():
    bare = mention(participants=frozenset())
    assert not joined(bare, bare)
    assert joined(
        mention(participants=frozenset(), names=frozenset({"zhanjiang"})),
        mention(participants=frozenset(), names=frozenset({"zhanjiang"})),
    )


def test_events_of_one_person_need_the_person():
    def death(who: str) -> EventMention:
        return mention(event_class="death", personal=True, participants=frozenset({who}))

    assert joined(death("Ada Lind"), death("Ada Lind"))
    assert joined(death("Ada Lind"), death("Lind"))
    assert not joined(death("Ada Lind"), death("Bo Lind"))
    assert not joined(death("Ada Lind"), death("Ada Berg"))


def test_the_reasons_are_kept():
    first, second = document("a.txt"), document("b.txt", 14)
    events = align_events([(first, [mention()]), (second, [mention()])])
    because = events.why((first, mention()), (second, mention()))
    assert "same kind of event: exercise" in because
    assert "same participants: China, Russia" in because
    assert "published 2 days apart" in because


def test_the_order_of_the_documents_changes_nothing():
    told = [
        (document(f"{n}.txt", 10 + n), [mention(), mention(20, entity=1, participants=frozenset({"China", "Belarus"}))])
        for n in range(3)
    ]
    forward, backward = align_events(told), align_events(told[::-1])
    assert {e.label for e in forward.events} == {e.label for e in backward.events}
    for found, mentions in told:
        for m in mentions:
            assert forward.events[forward.of(found, m)].label == backward.events[backward.of(found, m)].label


def test_claims_meet_by_referent_and_slot():
    annotated = []
    for name in ("a.txt", "b.txt"):
        found, subject = document(name), mention()
        annotations = Annotations()
        annotations.add(EventMention, [subject])
        annotations.add(
            Claim,
            [Claim(found, subject, slot, subject, (Passage(0, 3, "date"),)) for slot in ("date-start", "date-end")],
        )
        annotated.append((found, annotations))
    assert [(g.slot, [c.document.id for c in g.claims]) for g in groups(Story(tuple(annotated)))] == [
        ("date-end", ["a.txt", "b.txt"]),
        ("date-start", ["a.txt", "b.txt"]),
    ]


NAMES = st.frozensets(st.sampled_from(["kiel", "oslo", "bergen", "turku", "visby"]), max_size=4)
TOLD = st.lists(NAMES, min_size=1, max_size=3)  # the names beside each event of a document


@given(st.lists(TOLD, min_size=3, max_size=5))
def test_what_another_document_tells_has_no_say_in_whether_two_tell_the_same(documents_):
    told = [
        (
            document(f"{n}.txt"),
            [mention(5 * k, entity=k, participants=frozenset(), names=names) for k, names in enumerate(events)],
        )
        for n, events in enumerate(documents_)
    ]
    whole, part = align_events(told), align_events(told[:-1])
    last = told[-1][0].id
    assert {pair: why for pair, why in whole.links.items() if last not in (pair[0][0], pair[1][0])} == part.links


def test_two_events_of_one_document_are_never_both_the_same_event_of_another():
    both = frozenset({"kiel", "oslo"})
    one, other = document("a.txt"), document("b.txt")
    first, second = mention(names=both), mention(20, entity=1, names=both)
    events = align_events([(one, [first, second]), (other, [mention(names=both)])])
    assert len(events.links) == 1
    assert events.why((one, first), (other, mention(names=both))) is not None
