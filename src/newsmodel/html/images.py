"""The images of the article, with what stands under them."""

import re
from typing import Final

from newsmodel.html import marks as m
from newsmodel.html.boxes import Box, Passage
from newsmodel.html.furniture import kind_of_line
from newsmodel.html.links import Resolver
from newsmodel.html.text import clean
from newsmodel.html.tree import Element
from newsmodel.html.walk import Walk
from newsmodel.model.page import Image

__all__ = ["body_images"]

_SOURCES: Final = ("src", "data-src", "data-original", "data-lazy-src", "data-srcset", "srcset")
_SMALLEST: Final = 50
"""An image less wide or high is an icon or counts visits."""
_MOST: Final = 200
_NUMBER: Final = re.compile(r"(\d{1,5})(?:\.\d+)?(?:px)?\s*\Z", re.ASCII)
_CREDIT_CLASS: Final = re.compile(r"credit|copyright|source|attribution|photographer|byline", re.IGNORECASE)
_CREDIT: Final = re.compile(
    r"(?P<caption>.*?)\s*[(|\[—–-]?\s*(?:(?:photo|image|picture|foto|bild|crédit|credit)s?(?: credit| by|:)*|©)[:\s]*"
    r"(?P<credit>[^()\[\]]{2,80})[)\]]?\Z",
    re.IGNORECASE | re.DOTALL,
)


def body_images(walk: Walk, container: Box, resolver: Resolver) -> tuple[Image, ...]:
    """Return the images inside the container and beside the headline, each address once."""
    captions: dict[Box, list[Passage]] | None = None
    images: dict[str, Image] = {}
    for element, box in walk.images:
        if len(images) >= _MOST:
            break
        if not (box.inner >= 0 and not box.inner & m.FURNITURE) and not _leads(box, container):
            continue
        if captions is None:
            captions = _captions(walk)
        image = _image(element, captions.get(_figure(box), []), resolver)
        if image is not None:
            images.setdefault(image.url, image)
    return tuple(images.values())


def _leads(box: Box, container: Box) -> bool:
    """Tell whether a box outside of the container is a figure of the same article."""
    figure = _figure(box)
    if figure.tag != "figure" or container.parent is None:
        return False
    at: Box | None = figure
    for _ in range(4):
        at = None if at is None else at.parent
        if at is container.parent or (at is not None and at.headed and at.parent is not None):
            return True
    return False


def _figure(box: Box) -> Box:
    """Return the figure that a box is in, or the box itself."""
    at: Box | None = box
    for _ in range(6):
        if at is None:
            break
        if at.marks & m.FIGURE:
            return at
        at = at.parent
    return box


def _captions(walk: Walk) -> dict[Box, list[Passage]]:
    """Return the passages of each figure."""
    found: dict[Box, list[Passage]] = {}
    for passage in walk.passages:
        figure = _figure(passage.box)
        if figure.marks & m.FIGURE or figure.own_images:
            found.setdefault(figure, []).append(passage)
    return found


def _image(element: Element, passages: list[Passage], resolver: Resolver) -> Image | None:
    width, height = _size(element.get("width")), _size(element.get("height"))
    if any(size is not None and size < _SMALLEST for size in (width, height)):
        return None
    url = _address(element, resolver)
    if url is None:
        return None
    caption, credit = _caption(passages)
    return Image(
        url=url, caption=caption, alt=clean(element.get("alt", "")) or None, credit=credit, width=width, height=height
    )


def _address(element: Element, resolver: Resolver) -> str | None:
    for name in _SOURCES:
        value = element.get(name, "").strip()
        if name.endswith("srcset"):
            value = value[:4000].split(",")[-1].strip().partition(" ")[0]
        address = resolver.absolute(value)
        if address is not None:
            return address
    return None


def _size(value: str | None) -> int | None:
    found = _NUMBER.match(value.strip()) if value else None
    return int(found[1]) if found else None


def _caption(passages: list[Passage]) -> tuple[str | None, str | None]:
    """Return caption and credit, parted where the page does so or where the caption ends with who made the image."""
    captions: list[str] = []
    credit: str | None = None
    for passage in passages:
        if len(passage.text) > 1000:
            continue
        named = _CREDIT_CLASS.search(passage.box.element.get("class", ""))
        if credit is None and (named or (captions and kind_of_line(passage.text) == "credit")):
            credit = passage.text
        else:
            captions.append(passage.text)
    caption = " ".join(captions) or None
    if caption is not None and credit is None:
        tail = _CREDIT.match(caption[-160:])
        if tail is not None:
            credit = tail["credit"].strip() or None
            caption = (caption[:-160] + tail["caption"]).strip() or None
    return caption, credit
