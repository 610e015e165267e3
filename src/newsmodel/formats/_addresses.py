"""Addresses of articles: complete ones of the web, and a name for what has none."""

import re
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from newsmodel.formats._passages import fold
from newsmodel.formats._values import words
from newsmodel.model import Article

__all__ = ["address", "identifier"]

_COMPLETE = re.compile(r"https?://[^/?#].*", re.DOTALL)


def address(url: str | None) -> str | None:
    """Return a complete address of the web as a URI, all in ASCII; None for any other."""
    uri = quote(words(url) or "", safe="!#$%&'()*+,/:;=?@~")
    return uri if _COMPLETE.fullmatch(uri) else None


def identifier(article: Article) -> str:
    """Return the address of *article*, or a name made of its words where it has none."""
    for url in map(address, (article.canonical_url, article.url)):
        if url is not None:
            return url
    said = fold(f"{words(article.headline)} {article.text}").split()
    return uuid5(NAMESPACE_URL, "".join(said)).urn  # white space is not the same in all formats
