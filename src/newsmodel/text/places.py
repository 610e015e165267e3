"""Places and the dateline."""

from newsmodel.model import Dateline, Place, Speaker
from newsmodel.text.document import Document


def find_dateline(document: Document) -> Dateline | None:
    """Return the dateline *document* opens with, or None."""
    return None


def find_places(document: Document, speakers: tuple[Speaker, ...], dateline: Dateline | None) -> tuple[Place, ...]:
    """Return the places of *document*, in the order of their first naming."""
    return ()
