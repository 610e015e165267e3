"""What the page says of the article, each field decided by one table of precedence."""

import datetime as dt

import attrs

from newsmodel.html.tree import Element
from newsmodel.model.page import Author, Image, Issue, Provenance, Publisher


@attrs.frozen(kw_only=True)
class Metadata:
    """The metadata of a page, with the signals that gave them."""

    headline: str | None = None
    canonical_url: str | None = None
    description: str | None = None
    authors: tuple[Author, ...] = ()
    publisher: Publisher | None = None
    published: dt.date | None = None
    modified: dt.date | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    language: str | None = None
    is_accessible_for_free: bool | None = None
    copyright: str | None = None
    images: tuple[Image, ...] = ()
    """The images that the page declares; those of the body are the content's."""
    provenance: tuple[Provenance, ...] = ()
    issues: tuple[Issue, ...] = ()
    headline_candidates: tuple[str, ...] = ()
    """Every text that may be the title: a line of the body that equals one repeats it."""
    article_body: str | None = None
    """The text that JSON-LD gives as the article's."""
    types: tuple[str, ...] = ()
    """The schema.org types of the page's article: ``NewsArticle``, ``LiveBlogPosting``."""


def read_metadata(root: Element, url: str | None = None) -> Metadata:
    """Return what the page under *root*, fetched from *url*, says of its article."""
    return Metadata(canonical_url=url if root.tag == "html" else None)
