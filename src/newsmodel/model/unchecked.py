"""
Making objects without asking whether they are right: for the parsers, which make thousands, and right ones only.

What is made is equal to what the constructor makes. The laws across objects are checked by `Article` all the same.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

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

P = ParamSpec("P")
T = TypeVar("T")
_Fill = Callable[Concatenate[Any, P], None]
_new = object.__new__
_start, _end = vars(Span)["start"].__set__, vars(Span)["end"].__set__


def unchecked_span(start: int, end: int) -> Span:
    """Return ``Span(start, end)``, where 0 <= *start* < *end* is known."""
    made = _new(Span)
    _start(made, start)
    _end(made, end)
    return made


def _makes(owner: type[T]) -> Callable[[_Fill[P]], Callable[P, T]]:
    """
    Turn a function that sets the fields of an object of *owner* into one that makes the object.

    They are set before the object is frozen, as those of any object are, which takes a fraction of the time.
    """

    def turned(fill: _Fill[P]) -> Callable[P, T]:
        free = {name: vars(object)[name] for name in ("__setattr__", "__delattr__")}
        unfrozen: Any = type(owner.__name__, (owner,), {"__slots__": (), "__init__": fill, **free})
        # Beside its fields, an object that remembers its hash has a place for it, which is empty at first.
        hash_slot = vars(owner).get("_attrs_cached_hash")

        @wraps(fill)
        def make(*values: P.args, **named: P.kwargs) -> T:
            made: T = unfrozen(*values, **named)
            if hash_slot is not None:
                hash_slot.__set__(made, None)
            made.__class__ = owner
            return made

        return make

    return turned


@_makes(Block)
def unchecked_block(made: Any, kind: BlockKind, span: Span, level: int | None, xpath: str | None) -> None:
    """Return the block; *level* is None or from 1 up, *xpath* None or a path."""
    made.kind = kind
    made.span = span
    made.level = level
    made.xpath = xpath


@_makes(Link)
def unchecked_link(made: Any, span: Span, url: str) -> None:
    """Return ``Link(span=span, url=url)``, where *url* is not blank and holds no lone surrogate."""
    made.span = span
    made.url = url


@_makes(Provenance)
def unchecked_provenance(made: Any, field: str, source: str, raw: str, *, chosen: bool) -> None:
    """Return the provenance, where nothing holds a lone surrogate, and field and source are not blank."""
    made.field = field
    made.source = source
    made.raw = raw
    made.chosen = chosen


@_makes(Mention)
def unchecked_mention(made: Any, span: Span, kind: MentionKind) -> None:
    """Return the mention."""
    made.span = span
    made.kind = kind


@_makes(Quote)
def unchecked_quote(
    made: Any,
    text: str,
    kind: QuoteKind,
    content: tuple[Span, ...],
    cue: Span | None,
    source: Span | None,
    speaker: Speaker | None,
    rule: AttributionRule | None,
) -> None:
    """Return the quote; *text* is not blank, the spans of *content* are in order, cue and source stand outside."""
    made.text = text
    made.kind = kind
    made.content = content
    made.cue = cue
    made.source = source
    made.speaker = speaker
    made.rule = rule


@_makes(Speaker)
def unchecked_speaker(
    made: Any,
    name: str,
    kind: SpeakerKind,
    mentions: tuple[Mention, ...],
    honorific: str | None,
    role: str | None,
    affiliation: str | None,
) -> None:
    """Return the speaker; no string is blank, and there are *mentions*, in order, each once."""
    made.name = name
    made.kind = kind
    made.mentions = mentions
    made.honorific = honorific
    made.role = role
    made.affiliation = affiliation


@_makes(Place)
def unchecked_place(made: Any, name: str, spans: tuple[Span, ...], country: str | None) -> None:
    """Return the place; *name* is not blank, there are *spans*, in order, and *country* is None or a code."""
    made.name = name
    made.spans = spans
    made.country = country


@_makes(Participant)
def unchecked_participant(
    made: Any, role: Role, span: Span, count: int | None, bound: Bound | None, speaker: Speaker | None
) -> None:
    """Return the participant; *bound* is None where *count* is."""
    made.role = role
    made.span = span
    made.count = count
    made.bound = bound
    made.speaker = speaker


@_makes(Event)
def unchecked_event(  # noqa: PLR0913, PLR0917 - one for each field
    made: Any,
    kind: EventKind,
    trigger: Span,
    extent: Span,
    participants: tuple[Participant, ...],
    time: TimeExpression | None,
    place: Place | None,
    polarity: Polarity,
    modality: Modality,
    reported_by: Quote | None,
) -> None:
    """Return the event, where *extent* is known to hold *trigger*."""
    made.kind = kind
    made.trigger = trigger
    made.extent = extent
    made.participants = participants
    made.time = time
    made.place = place
    made.polarity = polarity
    made.modality = modality
    made.reported_by = reported_by
