"""What readers unfold by a heading, as in questions and answers, and inline elements that show an image."""

from itertools import islice
from typing import Final

from newsmodel.html.tree import Element

__all__ = ["holds_image", "is_folded", "is_toggle", "unfolds"]

_HEADS: Final = frozenset(("h2", "h3", "h4", "h5", "h6", "dt", "summary"))
_EXPANDED: Final = "aria-expanded"
_IMAGES: Final = ("img", "amp-img")
_MOST: Final = 12
"""So many elements are looked at."""


def unfolds(button: Element) -> bool:
    """Tell whether a button is the words of a heading that unfolds what stands below it."""
    if button.get(_EXPANDED) is None:
        return False
    head = button.getparent()
    return head is not None and head.tag in _HEADS


def is_toggle(element: Element) -> bool:
    """Tell whether an element that is no button is made one that unfolds something, as page builders write headings."""
    return element.get(_EXPANDED) is not None and element.get("role") == "button" and element.tag == "div"


def is_folded(box: Element) -> bool:
    """Tell whether a hidden element is one that the heading right before it unfolds."""
    head = box.getprevious()
    if head is None or (head.tag not in _HEADS and not is_toggle(head)):
        return False
    return any(button.get(_EXPANDED) is not None for button in islice(head.iter(), _MOST))


def holds_image(element: Element) -> bool:
    """Tell whether an element holds an image and words."""
    inner = list(islice(element.iter(), _MOST))
    if not any(part.tag in _IMAGES for part in inner):
        return False
    return any((part.text or "").strip() or (part is not element and (part.tail or "").strip()) for part in inner)
