"""
TEI P5, for corpora and libraries: the article as ``text`` under a ``teiHeader``, what is said in it as ``said``.

Written only. Each quote is a ``said`` with ``who`` and ``direct`` (``unknown`` where only part of it stands in
quotation marks), its parts joined by ``next``; the speakers are listed in the header, the events in ``standOff``.
Headings begin divisions; tables are lists of rows, for not every TEI schema has tables; preformatted text is ``ab``.
Lost are white space between and in paragraphs, control characters, the dateline, images, sentences, cues and sources,
mentions, times and places outside of events, counts, polarity and modality, provenance and issues.
"""

from lxml import etree

from newsmodel.formats._losses import set_among
from newsmodel.formats._tei_writing import write_root
from newsmodel.model import Article
from newsmodel.model.forms import expect

__all__ = ["dumps", "losses"]

_LOST = (
    *("sentences", "blocks.xpath", "dateline", "images", "is_accessible_for_free"),
    *("quotes.cue", "quotes.source", "quotes.rule", "speakers.mentions", "times", "places", "provenance", "issues"),
    *("events.participants", "events.polarity", "events.modality", "events.reported_by"),
)


def dumps(article: Article) -> str:
    """Return *article* as a TEI document."""
    expect("article", article, Article)
    return f"<?xml version='1.0'?>\n{etree.tostring(write_root(article), encoding='unicode')}\n"


def losses(article: Article) -> tuple[str, ...]:
    """Return the fields of *article* that TEI, as it is written here, does not carry."""
    expect("article", article, Article)
    return set_among(article, _LOST)
