"""
The native format: one JSON document an article, lossless, checked, the same bytes for the same article.

A document is ``{"newsmodel": 1, "article": {...}}``. Keys are the fields of the model; a field at its default is left
out. A span is ``[start, end, text]``, offsets in code points, its text a checksum that is verified on reading, so
that offsets counted in bytes or UTF-16 units do not pass. Spans of blocks and sentences, and of a quote's content,
which has its text beside it, are ``[start, end]``. Speakers, times, places and quotes have ids (``s1``, ``t1``,
``p1``, ``q1``), by which others refer to them. Dates are ISO 8601: ``2017-10-19`` a day, ``2017-10-19T14:30:00+02:00``
a time.
"""

from newsmodel.formats._converter import configure_converter, make_converter
from newsmodel.formats._json_schema import schema_of
from newsmodel.formats._native import VERSION, from_tree, to_json
from newsmodel.formats._strict import decode
from newsmodel.model import Article
from newsmodel.model.forms import expect

__all__ = ["VERSION", "configure_converter", "dumps", "loads", "losses", "make_converter", "schema"]


def dumps(article: Article, *, indent: int | None = None) -> str:
    """
    Return *article* as a native JSON document.

    Args:
        article: The article.
        indent: Number of spaces to indent by, for people; None for one line.
    """
    expect("article", article, Article)
    return to_json(article, indent)


def loads(data: str | bytes) -> Article:
    """
    Return the article of a native JSON document; bytes are UTF-8.

    Raises:
        FormatError: It is no native document; names the path and the value of the first thing that is wrong.
    """
    return from_tree(decode(data))


def losses(article: Article) -> tuple[str, ...]:
    """Return no field: an article comes back from its native document as it is."""
    expect("article", article, Article)
    return ()


def schema() -> dict[str, object]:
    """
    Return the JSON Schema (2020-12) of the documents that are written, made from the types of the model.

    It tells the structure: a document that does not fit it is refused by `loads`, which also holds offsets against
    the text and objects against one another.
    """
    return schema_of(VERSION)
