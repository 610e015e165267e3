"""Where a text was written, as formats say that keep the dateline apart from the text."""

from newsmodel.formats._ground import Ground
from newsmodel.model import Dateline, Span

__all__ = ["dateline_of", "located"]

_OPENING = 120  # how far into the text a dateline may stand


def located(ground: Ground, place: str | None) -> Span | None:
    """Return where the text opens with the place it was written at; None where it does not."""
    span = None if place is None else ground.find(place)
    return span if span is not None and span.start < _OPENING else None


def dateline_of(ground: Ground, place: str | None) -> Dateline | None:
    """Return the dateline of that place, as far as the text opens with it."""
    span = located(ground, place)
    return None if span is None else Dateline(span=span, place=place)
