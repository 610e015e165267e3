"""Events: triggers, participants, time, place, polarity and modality."""

from newsmodel.model import Dateline, Event, Place, Quote, Span, Speaker, TimeExpression
from newsmodel.text.circumstances import Circumstances
from newsmodel.text.clauses import Clauses
from newsmodel.text.document import Document
from newsmodel.text.event_lexicon import event_lexicon
from newsmodel.text.participants import Participants
from newsmodel.text.phrases import Phrases
from newsmodel.text.status import Status
from newsmodel.text.tags import tag
from newsmodel.text.triggers import Trigger, find_triggers


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
    tags = tag(document)
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
    return tuple(
        _event(document, clauses, circumstances, participants, status, trigger)
        for trigger in find_triggers(document, tags, lexicon)
    )


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
    start = min([document.starts[first], *(participant.span.start for participant in taking_part)])
    end = max([document.ends[max(last, trigger.last) - 1], *(participant.span.end for participant in taking_part)])
    return Event(
        kind=trigger.kind,
        trigger=document.span(trigger.first, trigger.last),
        extent=Span(start, end),
        participants=taking_part,
        time=circumstances.time_of(trigger),
        place=circumstances.place_of(trigger),
        polarity=told.polarity,
        modality=told.modality,
        reported_by=circumstances.quote_of(trigger),
    )
