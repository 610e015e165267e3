"""
IPTC NITF 3.6, the XML of older agency feeds, and the only one of IPTC with an element for quotations.

Kept are the metadata; the blocks; links; and direct and mixed quotes as ``q``, with the name of the speaker as
``quote-source`` where the text holds it. Addresses, the time of change and whether the text is free stand in ``meta``,
for which NITF has no element of its own. Lost are white space between and in paragraphs, control characters, levels of
block quotations, indirect quotes, cues and sources, a speaker but for the name, a dateline but for its place, and all
other annotations.

Reading fetches nothing; documents that declare entities are refused. Elements without a meaning here are passed over.
"""

from lxml import etree

from newsmodel.formats._losses import difference
from newsmodel.formats._nitf_reading import find_nitf, read_root
from newsmodel.formats._nitf_writing import write_root
from newsmodel.formats._tree import parse_xml
from newsmodel.model import Article
from newsmodel.model.forms import expect

__all__ = ["dumps", "loads", "losses"]


def dumps(article: Article) -> str:
    """Return *article* as a NITF document."""
    expect("article", article, Article)
    return f"<?xml version='1.0'?>\n{etree.tostring(write_root(article), encoding='unicode')}\n"


def loads(data: str | bytes) -> Article:
    """
    Return the article of a NITF document; bytes are in the encoding that the document declares.

    Raises:
        FormatError: It is no XML, declares entities, or holds no ``nitf`` element.
    """
    return read_root(find_nitf(parse_xml(data)))


def losses(article: Article) -> tuple[str, ...]:
    """Return the fields of *article* that do not come back from NITF as they are."""
    return difference(article, loads(dumps(article)))
