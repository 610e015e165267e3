"""Where the article is: the box that holds its text and as little else as can be."""

from typing import Final

from newsmodel.html import marks as m
from newsmodel.html.metadata import Metadata
from newsmodel.html.walk import Box, Passage, Walk
from newsmodel.model.kinds import BlockKind

__all__ = ["choose_container"]

_AROUND: Final = m.COMMENTS | m.RELATED | m.NEWSLETTER | m.SHARE | m.NAV | m.FOOTER | m.SIDEBAR | m.CONSENT | m.BIO
_LEAVES: Final = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "tr", "ul", "ol", "dl", "blockquote"))
_SHORTEST_PROSE: Final = 30


def choose_container(walk: Walk, metadata: Metadata) -> Box:
    """Return the box of the article."""
    weigh(walk)
    box = walk.boxes[0]
    while (child := _heir(box)) is not None:
        box = child
    return box


def weigh(walk: Walk) -> None:
    """Give every box the mass of the prose in it."""
    for passage in walk.passages:
        passage.box.mass += prose(passage)
    for box in reversed(walk.boxes):
        if box.parent is not None and box.mass:
            box.parent.children.append(box)
            faint = box.marks & _AROUND and not box.marks & (m.BODY | m.ARTICLE)
            box.parent.mass += box.mass * (0.15 if faint else 1.0)


def prose(passage: Passage) -> float:
    """Return how much running text a passage is: its characters outside of links, nothing for a short one."""
    size = len(passage.text)
    if size < _SHORTEST_PROSE or passage.kind is BlockKind.HEADING or passage.linked * 2 > size:
        return 0.0
    if passage.box.marks & (m.CAPTION | m.BYLINE):
        return 0.0
    if passage.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE):
        return (size - passage.linked) * 0.5
    return float(size - passage.linked)


def _heir(box: Box) -> Box | None:
    """Return the child that holds nearly all that *box* holds, unless its like stand beside it."""
    children = [child for child in box.children if child.tag not in _LEAVES]
    if not children:
        return None
    best = max(children, key=lambda child: child.mass)
    if best.mass < 0.5 * box.mass:
        return None
    name = best.element.get("class")
    for child in children:
        if (
            child is not best
            and child.tag == best.tag
            and child.element.get("class") == name
            and child.mass > 0.1 * box.mass
        ):
            return None
    return best
