"""The images that the page's metadata declare as the article's."""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from newsmodel import lexicon
from newsmodel.html.json_ld import Json, Node
from newsmodel.html.signals import Candidate, Signals, plain
from newsmodel.model.page import Image

__all__ = ["declared_images", "picture_of"]

_PIXELS: Final = re.compile(r"(\d{1,6})(?:\.0)?\s*(?:px)?", re.ASCII)
_SIZE: Final = re.compile(r"-(?:\d{2,5}x\d{2,5}|scaled)(?=\.\w{2,5}\Z)", re.ASCII)
"""What a picture's name has at its end, in one size of several."""
_MOST: Final = 20


def declared_images(signals: Signals, address_of: Callable[[str], str | None]) -> dict[Candidate, Image]:
    """Return the images with the signals that give them, the best first, each picture once."""
    alt = next((text for value in signals.metas.get("og:image:alt", ()) if (text := plain(value))), None)
    found: dict[Candidate, Image] = {}
    for value in signals.json_ld("image"):
        node = value if isinstance(value, dict) else {}
        link = (node.get("url") or node.get("contentUrl")) if node else value
        if isinstance(link, str) and (address := address_of(link)):
            found.setdefault(Candidate("json-ld image", link), _described(address, node))
    for candidate in signals.candidates("image"):
        if candidate.source != "json-ld image" and (address := address_of(candidate.raw)):
            own = candidate.source.startswith("meta og:")
            found.setdefault(candidate, Image(url=address, alt=alt if own else None))
    pictures: dict[str, tuple[Candidate, Image]] = {}
    for candidate, image in found.items():
        if not _nothing().search(image.url.lower()):
            pictures.setdefault(picture_of(image.url), (candidate, image))
    return dict(list(pictures.values())[:_MOST])


def picture_of(address: str) -> str:
    """Return what is common to the addresses of one picture in several sizes."""
    path = address.partition("?")[0].partition("#")[0]
    return _SIZE.sub("", path.removeprefix("https:").removeprefix("http:").removeprefix("//www."))


@cache
def _nothing() -> re.Pattern[str]:
    """Return what the addresses of pictures have in them that show nothing of the article."""
    return re.compile("|".join(re.escape(row[0]) for row in lexicon.rows("web", "no_images")))


def _described(address: str, node: Node) -> Image:
    """Return an image as an ``ImageObject`` of JSON-LD describes it."""
    width, height = (_pixels(node.get(key)) for key in ("width", "height"))
    caption, credit = (_words(node.get(key)) for key in ("caption", "creditText"))
    return Image(url=address, width=width, height=height, caption=caption, credit=credit)


def _pixels(value: Json) -> int | None:
    """Return a size in pixels, given as a number or in words such as "1200 px"; None where it is none."""
    found = _PIXELS.fullmatch(str(value).strip()) if isinstance(value, int | float | str) else None
    return int(found.group(1)) or None if found else None


def _words(value: Json) -> str | None:
    return plain(value) or None if isinstance(value, str) else None
