"""The key points of an article: a short list before its first paragraph, each item of a few words."""

from collections.abc import Iterable
from typing import Final

from newsmodel.html.boxes import HEADING, LIST_ITEM, Box, Passage
from newsmodel.html.furniture import is_heading_like

__all__ = ["points_of"]

_LISTS: Final = frozenset(("ul", "ol"))
_FEWEST: Final = 2
_FEWEST_WORDS: Final = 4
"""An item of a menu, or a button, has fewer on average."""
_LETTERS_OF_A_WORD: Final = 3
"""Where a script parts no words."""


def points_of(passages: Iterable[Passage], *, headed: bool = False) -> set[Passage]:
    """
    Return those of the passages that are items of lists of points, or right before such a list and head it.

    Args:
        passages: What stands before the first paragraph, in order.
        headed: Whether a list below a heading has points, however few words each.
    """
    lists: dict[Box, list[Passage]] = {}
    heads: dict[Box, Passage] = {}
    before: Passage | None = None
    for passage in passages:
        if passage.kind is LIST_ITEM and (home := _list_of(passage.box)) is not None:
            if home not in lists and before is not None and _heads(before, home):
                heads[home] = before
            lists.setdefault(home, []).append(passage)
        before = passage
    titled = {home for home, head in heads.items() if headed and head.kind is HEADING}
    points = {
        home: items for home, items in lists.items() if _are_points(items, 1 if home in titled else _FEWEST_WORDS)
    }
    return {item for items in points.values() for item in items}.union(heads[h] for h in points if h in heads)


def _heads(passage: Passage, home: Box) -> bool:
    """Tell whether the line before a list is its heading."""
    return passage.box.parent is home.parent and not passage.linked and is_heading_like(passage)


def _list_of(box: Box) -> Box | None:
    """Return the list that an item, or a paragraph in it, stands in."""
    at: Box | None = box
    while at is not None and at.kind is LIST_ITEM:
        at = at.parent
    return at if at is not None and at.tag in _LISTS else None


def _are_points(items: list[Passage], fewest_words: int) -> bool:
    words = sum(map(_words, [item.text for item in items]))
    return len(items) >= _FEWEST and words >= fewest_words * len(items) and not any(item.linked for item in items)


def _words(text: str) -> int:
    return text.count(" ") + 1 if " " in text or text.isascii() else len(text) // _LETTERS_OF_A_WORD
