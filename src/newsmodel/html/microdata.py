"""Microdata: the values of `itemprop` elements and the item they belong to."""

from itertools import islice
from typing import Final

from newsmodel.html.tree import Element

__all__ = ["item_name", "property_value", "scope_types"]

_OF_READERS: Final = frozenset(("review", "reviews", "comment", "comments", "answer", "suggestedAnswer"))
_COMMENT: Final = ("Comment",)
_MAX_CLIMB: Final = 40
_MAX_TEXTS: Final = 200


def scope_types(element: Element) -> tuple[str, ...]:
    """Return the types of the item that an `itemprop` element belongs to; none where it is in no item."""
    for _, parent in zip(range(_MAX_CLIMB), element.iterancestors(), strict=False):
        if parent.get("itemscope") is not None or parent.get("itemtype") is not None:
            if parent.get("itemprop") in _OF_READERS:
                return _COMMENT
            return tuple(kind.rstrip("/").rpartition("/")[2] for kind in (parent.get("itemtype") or "").split())
    return ()


def property_value(element: Element) -> str:
    """Return the value of an `itemprop` element that stands for a string."""
    for key in ("content", "datetime"):
        value = element.get(key)
        if value:
            return value
    return " ".join("".join(islice(element.itertext(), _MAX_TEXTS)).split())[:1000]


def item_name(element: Element) -> str:
    """Return the name of the item that an element is, or its value where it is none."""
    if element.get("itemscope") is None:
        return property_value(element)
    for inner in islice(element.iterdescendants(), _MAX_TEXTS):
        if "name" in (inner.get("itemprop") or "").split():
            return property_value(inner)
    return property_value(element)
