"""Events: triggers, participants, time, place, polarity and modality."""

from typing import Final

from newsmodel.model import (
    Dateline,
    Event,
    EventKind,
    MentionKind,
    Modality,
    Place,
    Polarity,
    Quote,
    QuoteKind,
    Speaker,
    TimeExpression,
)
from newsmodel.model.unchecked import unchecked_event, unchecked_span
from newsmodel.text.document import Document
from newsmodel.text.events.carriers import Carriers
from newsmodel.text.events.circumstances import Circumstances
from newsmodel.text.events.kinds import LIFE
from newsmodel.text.events.lexicon import event_lexicon
from newsmodel.text.events.participants import Participants
from newsmodel.text.events.retellings import Retellings
from newsmodel.text.events.senses import Senses
from newsmodel.text.events.status import Status
from newsmodel.text.events.triggers import Trigger, find_triggers
from newsmodel.text.grammar.clauses import Clauses
from newsmodel.text.grammar.phrases import Phrases
from newsmodel.text.grammar.tagset import ADJECTIVE, NOUN

_NOMINAL: Final = frozenset({NOUN, ADJECTIVE})
# How many words to either side are told as an event's clause: none is longer, and each of an endless one would be.
_REACH: Final = 100
_POSITIVE: Final = Polarity.POSITIVE
_PLANNED: Final = Modality.PLANNED
_HYPOTHETICAL: Final = Modality.HYPOTHETICAL


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
    lexicon = event_lexicon(document.language)
    covered = {
        token
        for time in times
        for token in range(document.token_at(time.span.start), document.token_at(time.span.end - 1) + 1)
    }
    clauses = Clauses(
        document,
        Phrases(document, covered),
        lexicon.control,
        lexicon.answering,
        lexicon.speaking,
        lexicon.stating,
        lexicon.intransitive,
    )
    circumstances = Circumstances(
        document,
        clauses,
        lexicon.nouns,
        quotes=quotes,
        times=times,
        places=places,
        dateline=dateline.span if dateline else None,
    )
    carriers = Carriers(clauses, lexicon)
    participants = Participants(document, clauses, lexicon, speakers, places, carriers)
    status = Status(document.language, clauses, lexicon, carriers)
    covered |= _named(document, speakers, places)
    told_before = Retellings(document)
    triggers = find_triggers(document, lexicon, covered)
    senses = Senses(clauses, lexicon, triggers)
    events: list[Event] = []
    for trigger in triggers:
        if trigger.first in participants.absorbed and trigger.base in lexicon.light:
            continue
        if trigger.base in lexicon.cues:
            senses.settle(trigger)
        event = _event(document, clauses, circumstances, participants, status, trigger)
        if not told_before.includes(trigger, event):
            events.append(event)
    return tuple(events)


def _named(document: Document, speakers: tuple[Speaker, ...], places: tuple[Place, ...]) -> set[int]:
    """Return the tokens of names, which name no event: "Lynch", "Downing Street"."""
    spans = [mention.span for speaker in speakers for mention in speaker.mentions if mention.kind is MentionKind.NAME]
    spans += [span for place in places for span in place.spans]
    return {
        token
        for span in spans
        for token in range(document.token_at(span.start), document.token_at(span.end - 1) + 1)
        if document.is_capitalized(token)
    }


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
    first, last = clause = clauses.bounds.around(trigger.first)
    first, last = max(first, trigger.first - _REACH), min(max(last, trigger.last), trigger.last + _REACH)
    start, end = document.starts[first], document.ends[last - 1]
    if taking_part:
        start = min(start, taking_part[0].span.start)
        for participant in taking_part:
            end = max(end, participant.span.end)
    planned = told.modality is _PLANNED and told.polarity is _POSITIVE
    time, place, quote = circumstances.of(trigger, clause, taking_part, planned=planned)
    modality = told.modality
    if modality is _HYPOTHETICAL and quote is not None and quote.kind is not QuoteKind.DIRECT:
        modality = status.as_reported(trigger)
    kind = trigger.kind
    if kind in LIFE and trigger.tag not in _NOMINAL and participants.befalls_a_thing(trigger):
        kind = EventKind.OTHER
    return unchecked_event(
        kind,
        unchecked_span(document.starts[trigger.first], document.ends[trigger.last - 1]),
        unchecked_span(start, end),
        taking_part,
        time,
        place,
        told.polarity,
        modality,
        quote,
    )
