"""
Making objects without asking whether they are right: for the parsers, which make thousands, and right ones only.

What is made is equal to what the constructor makes. The laws across objects are checked by `Article` all the same.
"""

from collections.abc import Callable
from typing import Any

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

_new = object.__new__


def _setter(owner: type, field: str) -> Callable[[Any, Any], None]:
    """Return what sets a slot of a frozen class."""
    setter: Callable[[Any, Any], None] = vars(owner)[field].__set__
    return setter


_start, _end = (_setter(Span, field) for field in ("start", "end"))
_block_kind, _block_span, _level, _xpath = (_setter(Block, field) for field in ("kind", "span", "level", "xpath"))
_mention_span, _mention_kind = (_setter(Mention, field) for field in ("span", "kind"))
_link_span, _url = (_setter(Link, field) for field in ("span", "url"))
_field, _source, _raw, _chosen = (_setter(Provenance, field) for field in ("field", "source", "raw", "chosen"))
_role, _span, _count, _bound, _speaker = (
    _setter(Participant, field) for field in ("role", "span", "count", "bound", "speaker")
)
_kind, _trigger, _extent, _participants, _time, _place, _polarity, _modality, _reported_by = (
    _setter(Event, field)
    for field in (
        "kind", "trigger", "extent", "participants", "time", "place", "polarity", "modality", "reported_by",
    )
)  # fmt: skip
# Beside its fields, an object that remembers its hash has a place for it, which is empty at first.
_HASH = "_attrs_cached_hash"
_text, _quote_kind, _content, _cue, _quote_source, _quote_speaker, _rule, _quote_hash = (
    _setter(Quote, field) for field in ("text", "kind", "content", "cue", "source", "speaker", "rule", _HASH)
)
_name, _speaker_kind, _mentions, _honorific, _speaker_role, _affiliation, _speaker_hash = (
    _setter(Speaker, field) for field in ("name", "kind", "mentions", "honorific", "role", "affiliation", _HASH)
)
_place_name, _spans, _country, _place_hash = (_setter(Place, field) for field in ("name", "spans", "country", _HASH))


def unchecked_span(start: int, end: int) -> Span:
    """Return ``Span(start, end)``, where 0 <= *start* < *end* is known."""
    made = _new(Span)
    _start(made, start)
    _end(made, end)
    return made


def unchecked_block(kind: BlockKind, span: Span, level: int | None, xpath: str | None) -> Block:
    """Return the block; *level* is None or from 1 up, *xpath* None or a path."""
    made = _new(Block)
    _block_kind(made, kind)
    _block_span(made, span)
    _level(made, level)
    _xpath(made, xpath)
    return made


def unchecked_link(span: Span, url: str) -> Link:
    """Return ``Link(span=span, url=url)``, where *url* is not blank and holds no lone surrogate."""
    made = _new(Link)
    _link_span(made, span)
    _url(made, url)
    return made


def unchecked_provenance(field: str, source: str, raw: str, *, chosen: bool) -> Provenance:
    """Return the provenance, where nothing holds a lone surrogate, and field and source are not blank."""
    made = _new(Provenance)
    _field(made, field)
    _source(made, source)
    _raw(made, raw)
    _chosen(made, chosen)
    return made


def unchecked_mention(span: Span, kind: MentionKind) -> Mention:
    """Return the mention."""
    made = _new(Mention)
    _mention_span(made, span)
    _mention_kind(made, kind)
    return made


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
    made = _new(Quote)
    _text(made, text)
    _quote_kind(made, kind)
    _content(made, content)
    _cue(made, cue)
    _quote_source(made, source)
    _quote_speaker(made, speaker)
    _rule(made, rule)
    _quote_hash(made, None)
    return made


def unchecked_speaker(
    name: str,
    kind: SpeakerKind,
    mentions: tuple[Mention, ...],
    honorific: str | None,
    role: str | None,
    affiliation: str | None,
) -> Speaker:
    """Return the speaker; no string is blank, and there are *mentions*, in order, each once."""
    made = _new(Speaker)
    _name(made, name)
    _speaker_kind(made, kind)
    _mentions(made, mentions)
    _honorific(made, honorific)
    _speaker_role(made, role)
    _affiliation(made, affiliation)
    _speaker_hash(made, None)
    return made


def unchecked_place(name: str, spans: tuple[Span, ...], country: str | None) -> Place:
    """Return the place; *name* is not blank, there are *spans*, in order, and *country* is None or a code."""
    made = _new(Place)
    _place_name(made, name)
    _spans(made, spans)
    _country(made, country)
    _place_hash(made, None)
    return made


def unchecked_participant(
    role: Role, span: Span, count: int | None, bound: Bound | None, speaker: Speaker | None
) -> Participant:
    """Return the participant; *bound* is None where *count* is."""
    made = _new(Participant)
    _role(made, role)
    _span(made, span)
    _count(made, count)
    _bound(made, bound)
    _speaker(made, speaker)
    return made


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
    made = _new(Event)
    _kind(made, kind)
    _trigger(made, trigger)
    _extent(made, extent)
    _participants(made, participants)
    _time(made, time)
    _place(made, place)
    _polarity(made, polarity)
    _modality(made, modality)
    _reported_by(made, reported_by)
    return made
