"""Who said what: quotes with their cues and sources, and the speakers behind them."""

import attrs

from newsmodel.model import Issue, Quote, Speaker
from newsmodel.text.document import Document


@attrs.frozen(kw_only=True)
class Attributions:
    """What `attribute` finds."""

    quotes: tuple[Quote, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    issues: tuple[Issue, ...] = ()


def attribute(document: Document) -> Attributions:
    """Return the quotes and speakers of *document*."""
    return Attributions()
