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
_HIGHEST: Final = 5
"""So many boxes up a figure is looked for."""
_MOST_BESIDE: Final = 400
"""A box with more prose than this is more than an image and its caption."""
_LONGEST_SET: Final = 4000
_NUMBER: Final = re.compile(r"(\d{1,5})(?:\.\d+)?(?:px)?\s*\Z", re.ASCII)
_IMAGE: Final = r"(?:photo(?:graph|graphie)?|fotograf[ií]a|image|picture|foto|bild|crédit|credit)s?\b"
_CREDIT: Final = re.compile(
    r"(?P<caption>.*?)(?:(?:"
    rf"(?:\s*[(\[]|\s+[|/—–-])\s*{_IMAGE}(?: credit| by| courtesy of|:)*"
    rf"|(?<=[.!?…”\"»)])\s+{_IMAGE}(?: by)?\s+(?-i:(?=[^\Wa-z]))"
    rf"|(?:\A|\s+|(?<=[.!?…])){_IMAGE}(?:(?: credit| by)*(?:\s?:|\.{{3}})| credit| courtesy of)|\A{_IMAGE} by"
    rf"|\s*[(\[|—–-]?\s*(?:{_IMAGE}\s*)?©)[:\s]*(?P<credit>[^()\[\]]{{2,80}})[)\]]?"
    r"|(?<=[.!?…”\"])\s*\((?P<agency>[^()]{1,60}/[^()]{2,60})\))\Z",
    re.IGNORECASE | re.DOTALL,
)
"""Who made an image, at the end of its caption: "(Photo: Ada Holm)", "© Ada Holm", "(AP Photo/Ada Holm)".

A word such as "photo" tells it in brackets, behind a dash, a colon or a sentence; else it is a word of the caption.
"""


def body_images(walk: Walk, container: Box, resolver: Resolver) -> tuple[Image, ...]:
    """Return the images inside the container and beside the headline, each address once."""
    captions: dict[Box, list[Passage]] | None = None
    told: dict[Box, tuple[str | None, str | None]] = {}
    images: dict[str, Image] = {}
    for element, box in walk.images:
        if len(images) >= _MOST:
            break
        figure = _figure_of(box)
        if not (box.inner >= 0 and not box.inner & m.FURNITURE) and not _leads(figure, container):
            continue
        if captions is None:
            captions = _captions(walk)
        under = figure or (box if box in captions else _alone_in(box))
        if under not in told:  # once for all images of a gallery
            told[under] = _caption(captions.get(under, []))
        image = _image(element, told[under], resolver)
        if image is not None:
            images.setdefault(image.url, image)
    return tuple(images.values())


def _leads(figure: Box | None, container: Box) -> bool:
    """Tell whether a figure outside of the container is one of the same article."""
    if figure is None or figure.tag != "figure" or container.parent is None:
        return False
    at: Box | None = figure
    for _ in range(4):
        at = None if at is None else at.parent
        if at is container.parent or (at is not None and at.headed and at.parent is not None):
            return True
    return False


def _figure_of(box: Box) -> Box | None:
    """Return the innermost figure that a box is or is in, unless it is far up."""
    at: Box | None = box
    for _ in range(_HIGHEST + 1):
        if at is None or at.marks & m.FIGURE:
            return at
        at = at.parent
    return None


def _captions(walk: Walk) -> dict[Box, list[Passage]]:
    """Return the passages of each figure, and of each box that holds an image and is in none."""
    found: dict[Box, list[Passage]] = {}
    for passage in walk.passages:
        box = passage.box
        figure = _figure_of(box) or (box if box.own_images else None)
        if figure is None and (box.marks & m.CAPTION or (box.parent is not None and box.parent.marks & m.CAPTION)):
            figure = _beside(box)
        if figure is not None:
            found.setdefault(figure, []).append(passage)
    return found


def _beside(caption: Box) -> Box | None:
    """Return the largest box around a caption outside of figures that holds one image, near it."""
    at: Box | None = caption
    for _ in range(_HIGHEST):
        if at is None or at.images:
            break
        at = at.parent
    return _alone_in(at) if at is not None and at.images == 1 else None


def _alone_in(box: Box) -> Box:
    """Return the largest box around one that holds an image, in which it is alone, but not the article itself."""
    for _ in range(_HIGHEST):
        if box.parent is None or box.parent.images != 1 or box.parent.mass > _MOST_BESIDE:
            break
        box = box.parent
    return box


def _image(element: Element, told: tuple[str | None, str | None], resolver: Resolver) -> Image | None:
    width, height = _size(element.get("width")), _size(element.get("height"))
    if any(size is not None and size < _SMALLEST for size in (width, height)):
        return None
    url = _address(element, resolver)
    if url is None:
        return None
    caption, credit = told
    return Image(
        url=url, caption=caption, alt=clean(element.get("alt", "")) or None, credit=credit, width=width, height=height
    )


def _address(element: Element, resolver: Resolver) -> str | None:
    for name in _SOURCES:
        value = element.get(name, "").strip()
        if name.endswith("srcset"):
            value = _last_of(value[:_LONGEST_SET])
        address = resolver.absolute(value)
        if address is not None:
            return address
    return None


def _last_of(srcset: str) -> str:
    """Return the last address of a ``srcset``: addresses may hold commas, descriptors end with one."""
    last, is_address = "", True
    for token in srcset.split():
        if is_address:
            last, is_address = token.rstrip(","), token.endswith(",")
        else:
            _, comma, after = token.partition(",")
            last, is_address = after or last, bool(comma) and not after
    return last


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
        named = passage.box.marks & m.CREDIT
        if credit is None and (named or (captions and kind_of_line(passage.text) == "credit")):
            credit = passage.text
        else:
            captions.append(passage.text)
    caption = " ".join(captions) or None
    if caption is not None and credit is None:
        tail = _CREDIT.match(caption[-160:])
        if tail is not None:
            credit = (tail["credit"] or tail["agency"]).strip() or None
            caption = (caption[:-160] + tail["caption"]).strip() or None
    return caption, credit
