"""Where the headline stands in the page, if it does."""

from newsmodel.html import marks as m
from newsmodel.html.boxes import HEADING
from newsmodel.html.metadata import Metadata
from newsmodel.html.walk import Walk

__all__ = ["find_headline", "squeeze"]


def squeeze(text: str) -> str:
    """Return the letters and digits of *text*, folded: what is left when two texts are compared."""
    return "".join(filter(str.isalnum, text)).casefold()


def find_headline(walk: Walk, metadata: Metadata) -> int | None:
    """Return the index of the passage that is the headline: a heading that is a candidate, else the first h1."""
    titles = {squeeze(title) for title in metadata.headline_candidates}
    first: int | None = None
    for passage in walk.passages:
        if passage.kind is HEADING and passage.level is not None and passage.level <= 2:
            if squeeze(passage.text) in titles:
                return passage.at
            if first is None and passage.level == 1 and not passage.box.marks & m.HIDDEN:
                first = passage.at
    return first
