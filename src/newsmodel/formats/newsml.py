"""
IPTC NewsML-G2 2.35 (power conformance), the XML of news exchange: a ``newsItem`` with the article inside as NITF.

The metadata of the item say what agency systems sort by: who, when, where, language, keywords, headline. What it has no
elements for, blocks and quotations, stands in ``inlineXML`` as a whole NITF 3.6 document; what is kept and lost is what
the format ``nitf`` keeps and loses. ``versionCreated``, which every item must have, is the last date known; where none
is, it is the beginning of 1970, and is not read as a date.

Read are items of others too, with their content in NITF, in XHTML or as plain text: what the content says of itself
comes first, the metadata of the item fill in. Reading fetches nothing; documents that declare entities are refused.
"""

from lxml import etree

from newsmodel.formats._losses import difference
from newsmodel.formats._newsml_reading import read_root
from newsmodel.formats._newsml_writing import write_root
from newsmodel.formats._tree import parse_xml
from newsmodel.model import Article
from newsmodel.model.forms import expect

__all__ = ["dumps", "loads", "losses"]


def dumps(article: Article) -> str:
    """Return *article* as a NewsML-G2 item."""
    expect("article", article, Article)
    return f"<?xml version='1.0'?>\n{etree.tostring(write_root(article), encoding='unicode')}\n"


def loads(data: str | bytes) -> Article:
    """
    Return the article of the first news item in a document; bytes are in the encoding that the document declares.

    Raises:
        FormatError: It is no XML, declares entities, or holds no news item.
    """
    return read_root(parse_xml(data))


def losses(article: Article) -> tuple[str, ...]:
    """Return the fields of *article* that do not come back from NewsML-G2 as they are."""
    return difference(article, loads(dumps(article)))
