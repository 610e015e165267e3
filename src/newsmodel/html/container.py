"""Where the article is: the box that holds its text and as little else as can be."""

from typing import Final

from newsmodel.html import marks as m
from newsmodel.html.metadata import Metadata
from newsmodel.html.walk import Box, Passage, Walk
from newsmodel.model.kinds import BlockKind

__all__ = ["choose_container", "weigh"]

_AROUND: Final = (
    m.COMMENTS | m.RELATED | m.NEWSLETTER | m.SHARE | m.NAV | m.FOOTER | m.SIDEBAR | m.CONSENT | m.BIO | m.TAGS | m.TOC
)
_LEAVES: Final = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "tr", "ul", "ol", "dl", "blockquote"))
_SHORTEST_PROSE: Final = 30
_DIRECT: Final = 0.15
_DIRECT_LEAST: Final = 80
_REST: Final = 0.15
_FAINT: Final = 0.1


def choose_container(walk: Walk) -> Box:
    """Return the box of the article: down from the body as long as one child holds nearly all of the text."""
    box = walk.boxes[0]
    while (heir := _heir(box)) is not None:
        box = heir
    return box


def _heir(box: Box) -> Box | None:
    """Return the child that holds what *box* holds, but for noise; None where going down would lose text."""
    inner = [child for child in box.children if child.tag not in _LEAVES]
    if not inner:
        return None
    heir = max(inner, key=passed_up)
    rest = box.good - passed_up(heir)
    direct = rest - sum(passed_up(child) for child in inner if child is not heir)
    noise = box.noise - heir.noise
    if direct > max(_DIRECT_LEAST, _DIRECT * box.good) or rest - noise > _REST * box.good:
        return None
    return heir


def weigh(walk: Walk, headline_at: int | None) -> None:
    """Give every box the mass of the prose in it, and of what is not prose."""
    for passage in walk.passages:
        box, mass = passage.box, prose(passage)
        box.mass += mass
        if headline_at is not None and passage.at < headline_at:
            mass *= 0.3
        box.good += mass
        if passage.linked * 2 > len(passage.text):
            box.noise += passage.linked
            if passage.kind is BlockKind.HEADING:
                box.heads += 1
        if headline_at == passage.at:
            box.anchor = True
    for box in reversed(walk.boxes):
        parent = box.parent
        if parent is None:
            continue
        if box.marks & (m.BODY | m.ARTICLE) and not box.marks & _AROUND:
            box.anchor = True
        if box.anchor and not box.marks & m.COMMENTS:
            parent.anchor = True
        parent.images += box.images
        if box.mass or box.noise:
            parent.children.append(box)
            parent.mass += box.mass
            parent.heads += box.heads
            share = _share(box)
            parent.good += box.good * share
            parent.noise += box.noise * share


def passed_up(box: Box) -> float:
    """Return how much of a box counts for the box around it."""
    return box.good * _share(box)


def _share(box: Box) -> float:
    if box.marks & _AROUND and not box.anchor:
        return _FAINT
    if box.heads and box.mass < 350 * box.heads and not box.anchor:
        return 0.3  # cards: a linked headline and its teaser
    return 1.0


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
