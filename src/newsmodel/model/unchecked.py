"""
Making objects without asking whether they are right: for the parsers, which make thousands, and right ones only.

What is made is equal to what the constructor makes. The laws across objects are checked by `Article` all the same.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

from newsmodel.model.event_kinds import EventKind
from newsmodel.model.events import Event, Participant, Place, TimeExpression
from newsmodel.model.kinds import (
    AttributionRule,
    BlockKind,
    Bound,
    MentionKind,
    Modality,
    Polarity,
    QuoteKind,
    Role,
    SpeakerKind,
)
from newsmodel.model.page import Block, Link, Provenance
from newsmodel.model.quotes import Mention, Quote, Speaker
from newsmodel.model.span import Span

__all__ = [
    "unchecked_block",
    "unchecked_event",
    "unchecked_link",
    "unchecked_mention",
    "unchecked_participant",
    "unchecked_place",
    "unchecked_provenance",
    "unchecked_quote",
    "unchecked_span",
    "unchecked_speaker",
]

T = TypeVar("T", bound=attrs.AttrsInstance)
_new = object.__new__
# Beside its fields, an object that remembers its hash has a place for it, which is empty at first.
_HASH = "_attrs_cached_hash"


def _setter(owner: type, field: str) -> Callable[[Any, Any], None]:
    """Return what sets a slot of a frozen class."""
    setter: Callable[[Any, Any], None] = vars(owner)[field].__set__
    return setter


def _maker(owner: type[T]) -> Callable[..., T]:
    """Return what makes an object of a frozen class from the values of its fields, in their order."""
    setters = [_setter(owner, field.name) for field in attrs.fields(owner)]
    rest = (None,) if _HASH in vars(owner) else ()
    setters += [_setter(owner, _HASH) for _ in rest]

    def make(*values: object) -> T:
        made = _new(owner)
        for set_slot, value in zip(setters, values + rest, strict=True):
            set_slot(made, value)
        return made

    return make


_start, _end = _setter(Span, "start"), _setter(Span, "end")
_block, _link, _provenance = _maker(Block), _maker(Link), _maker(Provenance)
_mention, _quote, _speaker = _maker(Mention), _maker(Quote), _maker(Speaker)
_place, _participant, _event = _maker(Place), _maker(Participant), _maker(Event)


def unchecked_span(start: int, end: int) -> Span:
    """Return ``Span(start, end)``, where 0 <= *start* < *end* is known."""
    made = _new(Span)
    _start(made, start)
    _end(made, end)
    return made


def unchecked_block(kind: BlockKind, span: Span, level: int | None, xpath: str | None) -> Block:
    """Return the block; *level* is None or from 1 up, *xpath* None or a path."""
    return _block(kind, span, level, xpath)


def unchecked_link(span: Span, url: str) -> Link:
    """Return ``Link(span=span, url=url)``, where *url* is not blank and holds no lone surrogate."""
    return _link(span, url)


def unchecked_provenance(field: str, source: str, raw: str, *, chosen: bool) -> Provenance:
    """Return the provenance, where nothing holds a lone surrogate, and field and source are not blank."""
    return _provenance(field, source, raw, chosen)


def unchecked_mention(span: Span, kind: MentionKind) -> Mention:
    """Return the mention."""
    return _mention(span, kind)


def unchecked_quote(
    text: str,
    kind: QuoteKind,
    content: tuple[Span, ...],
    cue: Span | None,
    source: Span | None,
    speaker: Speaker | None,
    rule: AttributionRule | None,
) -> Quote:
    """Return the quote; *text* is not blank, the spans of *content* are in order, cue and source stand outside."""
    return _quote(text, kind, content, cue, source, speaker, rule)


def unchecked_speaker(
    name: str,
    kind: SpeakerKind,
    mentions: tuple[Mention, ...],
    honorific: str | None,
    role: str | None,
    affiliation: str | None,
) -> Speaker:
    """Return the speaker; no string is blank, and there are *mentions*, in order, each once."""
    return _speaker(name, kind, mentions, honorific, role, affiliation)


def unchecked_place(name: str, spans: tuple[Span, ...], country: str | None) -> Place:
    """Return the place; *name* is not blank, there are *spans*, in order, and *country* is None or a code."""
    return _place(name, spans, country)


def unchecked_participant(
    role: Role, span: Span, count: int | None, bound: Bound | None, speaker: Speaker | None
) -> Participant:
    """Return the participant; *bound* is None where *count* is."""
    return _participant(role, span, count, bound, speaker)


def unchecked_event(  # noqa: PLR0913, PLR0917 - one for each field
    kind: EventKind,
    trigger: Span,
    extent: Span,
    participants: tuple[Participant, ...],
    time: TimeExpression | None,
    place: Place | None,
    polarity: Polarity,
    modality: Modality,
    reported_by: Quote | None,
) -> Event:
    """Return the event, where *extent* is known to hold *trigger*."""
    return _event(kind, trigger, extent, participants, time, place, polarity, modality, reported_by)
