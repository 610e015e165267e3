"""Teasers that nothing names: boxes with two links to the same article."""

from collections.abc import Sequence
from typing import Final

from newsmodel.html.boxes import Box, Passage
from newsmodel.html.furniture import is_lone_link

__all__ = ["with_links_to_one"]

_NEAR: Final = 6
_HIGHEST: Final = 5
"""So many boxes up."""
_LONGEST: Final = 400
"""A box with more prose is more than a teaser."""
_MOST: Final = 0.25
"""Of the text of the container."""
_DEEPEST: Final = 50


def with_links_to_one(passages: Sequence[Passage], container: Box) -> set[Box]:
    """
    Return the small boxes that hold two lines that are nothing but a link to one address: headline and "more".

    Where such boxes hold much of the text of the container, it is a list of them, and none is a teaser.
    """
    found: set[Box] = set()
    last: dict[str, Passage] = {}
    for passage in passages:
        if len(passage.links) != 1 or (href := passage.links[0][2])[:1] in ("", "#") or not is_lone_link(passage):
            continue
        first = last.get(href)
        last[href] = passage
        if first is None or passage.at - first.at > _NEAR:
            continue
        box: Box | None = passage.box
        for _ in range(_HIGHEST):
            if box is None or first.box.is_in(box):
                break
            box = box.parent
        if box is not None and not box.anchor and box.mass < _LONGEST and first.box.is_in(box):
            found.add(box)
    found = {box for box in found if _is_inside(box, container)}
    return found if sum([box.mass for box in found]) < _MOST * container.mass else set()


def _is_inside(box: Box, container: Box) -> bool:
    """Tell whether a box is in the container, not absurdly deep in it."""
    at: Box | None = box.parent
    for _ in range(_DEEPEST):
        if at is None or at is container:
            break
        at = at.parent
    return at is container
