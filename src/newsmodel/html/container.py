"""Where the article is: the box that holds its text and as little else as can be."""

from collections.abc import Sequence
from typing import Final

from newsmodel.html import marks as m
from newsmodel.html.boxes import HEADING, LIST_ITEM, TABLE, Box, Passage
from newsmodel.html.walk import Walk

__all__ = ["choose_container", "weigh"]

_AROUND: Final = (
    m.COMMENTS | m.RELATED | m.NEWSLETTER | m.SHARE | m.NAV | m.FOOTER | m.SIDEBAR | m.CONSENT | m.BIO | m.TAGS | m.TOC
)
_ARTICLE: Final = m.BODY | m.ARTICLE
_COMMENTS: Final = m.COMMENTS
_NO_PROSE: Final = m.CAPTION | m.BYLINE
_LEAVES: Final = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "tr", "ul", "ol", "dl", "blockquote"))
_SHORTEST_PROSE: Final = 30
_LEAST_ARTICLE: Final = 200
_KIN: Final = 0.05
_REST: Final = 0.15
_FAINT: Final = 0.1
_FAINT_CARD: Final = 0.3
_CARD: Final = 350
"""A box with less prose for each linked heading in it holds cards: headlines and teasers of other articles."""
_BEFORE: Final = 0.3
"""What prose before the headline counts."""
_MOST_AROUND: Final = 0.5
_SURE: Final = m.COMMENTS | m.FOOTER | m.NAV | m.CONSENT
_MOST_SURE: Final = 0.8
"""From this share of a page's prose on, what is named like furniture is the text after all."""


def choose_container(walk: Walk) -> Box:
    """Return the box of the article: down from the body as long as one child holds nearly all of the text."""
    children: dict[Box, list[Box]] = {}
    for box in walk.boxes:
        if box.parent is not None and box.tag not in _LEAVES and (box.mass or box.noise):
            children.setdefault(box.parent, []).append(box)
    titled = _with_titled_article(walk.passages)
    box = walk.boxes[0]
    while (inner := children.get(box)) and (heir := _heir(box, inner, titled)) is not None:
        box = heir
    return box


def _heir(box: Box, inner: list[Box], titled: set[Box]) -> Box | None:
    """Return the child that holds what *box* holds, but for noise; None where going down would lose text."""
    heir = max(inner, key=_passed_up)
    headed = next((child for child in inner if child.headed and child.mass > _LEAST_ARTICLE), None)
    if headed is not None and (headed.marks & m.ARTICLE or headed.mass * 2 > heir.mass):
        others = (child for child in inner if child is not headed and child.marks & m.ARTICLE)
        if any(child.mass > _LEAST_ARTICLE for child in others) or any(
            child in titled and child.mass > _LEAST_ARTICLE and _named_alike(child, headed)
            for child in inner
            if child is not headed
        ):
            return headed
    rest = box.good - _passed_up(heir)
    noise = box.noise - heir.noise
    kin = sum(_passed_up(child) for child in inner if child is not heir and _alike(child, heir))
    if rest - noise > _REST * box.good or kin > _KIN * box.good:
        return None
    return heir


def _with_titled_article(passages: Sequence[Passage]) -> set[Box]:
    """Return the boxes that hold an article with a heading of the first level, or are one."""
    titled: set[Box] = set()
    for passage in passages:
        if passage.kind is HEADING and passage.level == 1:
            at: Box | None = passage.box
            while at is not None and not at.marks & m.ARTICLE:
                at = at.parent
            while at is not None and at not in titled:
                titled.add(at)
                at = at.parent
    return titled


def _named_alike(a: Box, b: Box) -> bool:
    name = a.element.get("class")
    return a.tag == b.tag and name is not None and name == b.element.get("class")


def _alike(a: Box, b: Box) -> bool:
    """Tell whether two boxes are of one kind: the same tag and class, and text without much else."""
    return _named_alike(a, b) and a.noise < 0.3 * a.good


def weigh(walk: Walk, headline_at: int | None) -> None:
    """Give every box the mass of the prose in it, and of what is not prose."""
    for passage in walk.passages:
        _weigh_passage(passage, before_headline=headline_at is not None and passage.at < headline_at)
    if headline_at is not None:
        at: Box | None = walk.passages[headline_at].box
        while at is not None:
            at.headed = at.anchor = True
            at = at.parent
    total = sum([box.mass for box in walk.boxes])
    for box in reversed(walk.boxes):
        parent, marks = box.parent, box.marks
        if parent is None:  # the last one, the body
            continue
        if marks & _ARTICLE and not marks & _AROUND:
            box.anchor = True
        if box.anchor and not marks & _COMMENTS:
            parent.anchor = True
        if box.own_images or box.images:
            box.images += box.own_images
            parent.images += box.images
        if box.mass or box.noise:
            parent.mass += box.mass
            parent.heads += box.heads
            if (marks & _AROUND or box.heads) and not box.anchor:
                box.share = _share(box, total)
            parent.good += box.good * box.share
            parent.noise += box.noise * box.share


def _weigh_passage(passage: Passage, *, before_headline: bool) -> None:
    box, mass = passage.box, prose(passage)
    box.mass += mass
    box.good += mass * _BEFORE if before_headline else mass
    if passage.linked * 2 > len(passage.text):
        box.noise += passage.linked
        if passage.kind is HEADING:
            box.heads += 1


def _passed_up(box: Box) -> float:
    """Return how much of a box counts for the box around it."""
    return box.good * box.share


def _share(box: Box, total: float) -> float:
    """Return which part of a box that is no anchor counts, of all the prose of the page there being *total*."""
    if box.marks & _AROUND:
        most = _MOST_SURE if box.marks & _SURE else _MOST_AROUND
        return _FAINT if box.mass < most * total else 1.0
    if box.heads and box.mass < _CARD * box.heads and (not box.mass or box.good > _FAINT_CARD * box.mass):
        return _FAINT_CARD  # else the boxes in it count that little
    return 1.0


def prose(passage: Passage) -> float:
    """Return how much running text a passage is: its characters outside of links, nothing for a short one."""
    size = len(passage.text)
    if size < _SHORTEST_PROSE or passage.kind is HEADING or passage.linked * 2 > size:
        return 0.0
    if passage.box.marks & _NO_PROSE:
        return 0.0
    if passage.kind in (LIST_ITEM, TABLE):
        return (size - passage.linked) * 0.5
    return float(size - passage.linked)
