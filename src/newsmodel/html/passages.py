"""Which passages of the container are the article's text."""

from typing import Final

from newsmodel.html import marks as m
from newsmodel.html.metadata import Metadata
from newsmodel.html.walk import Box, Passage, Walk
from newsmodel.model.kinds import BlockKind

__all__ = ["article_passages"]

_DROPPED: Final = m.FURNITURE | m.CAPTION | m.FIGURE | m.PULLQUOTE | m.HIDDEN


def article_passages(walk: Walk, container: Box, metadata: Metadata) -> list[Passage]:
    """Return the passages that make the text, in order."""
    mark_inside(walk, container)
    titles = {squeeze(title) for title in metadata.headline_candidates}
    kept: list[Passage] = []
    seen: set[str] = set()
    for passage in walk.passages:
        inner = passage.box.inner
        if inner < 0 or inner & _DROPPED:
            continue
        if passage.box.marks & m.BYLINE and len(passage.text) < 120:
            continue
        key = squeeze(passage.text)
        if key in titles or (len(key) > 25 and key in seen):
            continue
        seen.add(key)
        if passage.linked > 0.8 * len(passage.text) and passage.kind is not BlockKind.HEADING:
            continue
        kept.append(passage)
    return kept


def squeeze(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def mark_inside(walk: Walk, container: Box) -> None:
    """Hand the marks of boxes inside the container down; outside of it every box has -1."""
    for box in walk.boxes:
        if box is container:
            box.inner = 0
        elif box.parent is None or box.parent.inner < 0:
            box.inner = -1
        else:
            marks = box.marks
            if box.mass > 0.35 * container.mass:
                marks &= ~m.FURNITURE
            box.inner = box.parent.inner | marks
