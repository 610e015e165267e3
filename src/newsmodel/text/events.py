"""Events: triggers, participants, time, place, polarity and modality."""

from newsmodel.model import Event, Place, Quote, Speaker, TimeExpression
from newsmodel.text.document import Document
from newsmodel.text.event_lexicon import event_lexicon
from newsmodel.text.tags import tag
from newsmodel.text.triggers import find_triggers


def find_events(
    document: Document,
    *,
    quotes: tuple[Quote, ...],
    speakers: tuple[Speaker, ...],
    times: tuple[TimeExpression, ...],
    places: tuple[Place, ...],
) -> tuple[Event, ...]:
    """Return the events of *document*, in the order of their triggers."""
    if document.language is None:
        return ()
    tags = tag(document)
    lexicon = event_lexicon(document.language)
    return tuple(
        Event(
            kind=trigger.kind,
            trigger=document.span(trigger.first, trigger.last),
            extent=document.span(*document.sentences[document.sentence_of[trigger.first]]),
        )
        for trigger in find_triggers(document, tags, lexicon)
    )
