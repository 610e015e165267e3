"""
JSON-LD with the vocabulary of schema.org, as news sites embed it: a ``NewsArticle`` with what it says and tells.

Kept are the metadata; the text, exactly; quotes as ``Quotation`` with the ``Person`` or ``Organization`` that speaks;
events as ``Event`` (and ``Action``, which has the participants), with time and place. Where each stands is given by
its ``@id``, the fragment identifier of plain text (``#char=10,25`` of ``articleBody``; RFC 5147, in code points).
Lost are the kinds of blocks but for paragraphs, sentences, links, cues and sources, all mentions of a speaker but the
first, times outside of events, counts, polarity and modality, provenance and issues.

Read is what pages embed: one object, a list or an ``@graph``, the first article in it. Keys without a meaning here are
passed over. Quotations without an address are searched for in the text; what it does not hold is left out with an
issue.
"""

from newsmodel.formats._jsonld_reading import read_tree
from newsmodel.formats._jsonld_writing import write_tree
from newsmodel.formats._losses import difference
from newsmodel.formats._strict import decode, encode
from newsmodel.model import Article
from newsmodel.model.forms import expect

__all__ = ["dumps", "loads", "losses"]


def dumps(article: Article, *, indent: int | None = None) -> str:
    """
    Return *article* as a JSON-LD document.

    Args:
        article: The article.
        indent: Number of spaces to indent by, for people; None for one line.
    """
    expect("article", article, Article)
    return encode(write_tree(article), indent=indent)


def loads(data: str | bytes) -> Article:
    """
    Return the first article of a JSON-LD document; bytes are UTF-8.

    Raises:
        FormatError: It is no JSON, or holds no article.
    """
    return read_tree(decode(data))


def losses(article: Article) -> tuple[str, ...]:
    """Return the fields of *article* that do not come back from JSON-LD as they are."""
    return difference(article, loads(dumps(article)))
