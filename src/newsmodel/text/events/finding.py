"""Events: triggers, participants, time, place, polarity and modality."""

from collections.abc import Sequence

from newsmodel.model import (
    Dateline,
    Event,
    EventKind,
    Modality,
    Place,
    Polarity,
    Quote,
    Role,
    Span,
    Speaker,
    TimeExpression,
)
from newsmodel.text.document import Document
from newsmodel.text.events.circumstances import Circumstances
from newsmodel.text.events.lexicon import event_lexicon
from newsmodel.text.events.participants import Participants
from newsmodel.text.events.status import Status
from newsmodel.text.events.triggers import Trigger, find_triggers
from newsmodel.text.grammar.clauses import Clauses
from newsmodel.text.grammar.phrases import Phrases
from newsmodel.text.grammar.tagset import ADJECTIVE, NOUN, PRONOUN

# What is done only to who lives.
_OF_THE_LIVING = frozenset({EventKind.DIE, EventKind.INJURE})
# Fewer participants are too little to say that two tellings are of one event.
_ENOUGH = 2


def find_events(
    document: Document,
    *,
    quotes: tuple[Quote, ...],
    speakers: tuple[Speaker, ...],
    times: tuple[TimeExpression, ...],
    places: tuple[Place, ...],
    dateline: Dateline | None = None,
) -> tuple[Event, ...]:
    """Return the events of *document*, in the order of their triggers."""
    if document.language is None:
        return ()
    tags = document.tags
    lexicon = event_lexicon(document.language)
    covered = {
        token
        for time in times
        for token in range(document.token_at(time.span.start), document.token_at(time.span.end - 1) + 1)
    }
    clauses = Clauses(document, tags, Phrases(document, tags, covered), lexicon.control, lexicon.speaking)
    circumstances = Circumstances(
        document, clauses, quotes=quotes, times=times, places=places, dateline=dateline.span if dateline else None
    )
    participants = Participants(document, clauses, lexicon, speakers, places)
    status = Status(document.language, clauses, lexicon)
    told: set[_Told] = set()
    events: list[Event] = []
    for trigger in find_triggers(document, tags, lexicon, covered):
        event = _event(document, clauses, circumstances, participants, status, trigger)
        what = _what_is_told(document, tags, trigger, event)
        if what is None or what not in told:
            events.append(event)
        if what is not None:
            told.add(what)
    return tuple(events)


# Trigger, kind, time, how it is told, and the participants by role and words.
_Told = tuple[str, EventKind, str, Polarity, Modality, frozenset[tuple[Role, str]]]


def _what_is_told(document: Document, tags: Sequence[int], trigger: Trigger, event: Event) -> _Told | None:
    """
    Return what makes two tellings of one article the same event, None where there is too little to tell.

    That is the base form of the trigger, the time and at least two participants with all their words but articles;
    pronouns are no evidence. The first telling is kept.
    """
    if event.time is None or len(event.participants) < _ENOUGH:
        return None
    names: set[tuple[Role, str]] = set()
    for participant in event.participants:
        name = participant.span.of(document.text).lower().removeprefix("the ")
        if tags[document.token_at(participant.span.start)] == PRONOUN:
            return None
        names.add((participant.role, name))
    return (trigger.base, event.kind, event.time.value, event.polarity, event.modality, frozenset(names))


def _event(
    document: Document,
    clauses: Clauses,
    circumstances: Circumstances,
    participants: Participants,
    status: Status,
    trigger: Trigger,
) -> Event:
    told = status.of(trigger)
    taking_part = participants.of(trigger)
    first, last = clauses.clause(trigger.first)
    start, end = document.starts[first], document.ends[max(last, trigger.last) - 1]
    for participant in taking_part:
        start, end = min(start, participant.span.start), max(end, participant.span.end)
    kind = trigger.kind
    if kind in _OF_THE_LIVING and trigger.tag not in {NOUN, ADJECTIVE} and participants.befalls_a_thing(trigger):
        kind = EventKind.OTHER
    return Event(
        kind=kind,
        trigger=document.span(trigger.first, trigger.last),
        extent=Span(start, end),
        participants=taking_part,
        time=circumstances.time_of(trigger),
        place=circumstances.place_of(trigger),
        polarity=told.polarity,
        modality=told.modality,
        reported_by=circumstances.quote_of(trigger),
    )
