"""An article as a tree of NewsML-G2 2.35."""

import datetime as dt

from lxml import etree

from newsmodel.formats import _nitf_writing as nitf
from newsmodel.formats._addresses import address, identifier
from newsmodel.formats._tree import Element, element, local, words_of
from newsmodel.formats._values import words
from newsmodel.model import Article, Author, AuthorKind, Publisher

__all__ = ["EPOCH", "NAMESPACE", "write_root"]

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
"""The namespace of NewsML-G2."""

EPOCH = "1970-01-01T00:00:00Z"
"""What stands for "unknown" where an item must have a date."""

_CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def write_root(article: Article) -> Element:
    """Return the ``newsItem`` element of *article*."""
    root = etree.Element("newsItem", nsmap={None: NAMESPACE})
    given = {"guid": identifier(article), "standard": "NewsML-G2", "standardversion": "2.35", "conformance": "power"}
    for name, value in given.items():
        root.set(name, value)
    if article.language is not None:
        root.set(_LANG, article.language)
    element(root, "catalogRef", href=_CATALOG)
    if words(article.copyright):
        element(element(root, "rightsInfo"), "copyrightNotice", words(article.copyright))
    inside = nitf.write_root(article)
    dateline = next((node for node in inside.iter() if local(node) == "dateline"), None)
    _item_meta(root, article)
    _content_meta(root, article, words_of(dateline))
    content = element(element(root, "contentSet"), "inlineXML", contenttype="application/nitf+xml")
    for node in root.iter():
        node.tag = f"{{{NAMESPACE}}}{etree.QName(node).localname}"
    content.append(inside)
    return root


def _item_meta(root: Element, article: Article) -> None:
    meta = element(root, "itemMeta")
    element(meta, "itemClass", qcode="ninat:text")
    _party(meta, "provider", article.publisher)
    latest = article.modified or article.published
    moment = latest if isinstance(latest, dt.datetime) else latest and dt.datetime.combine(latest, dt.time())
    element(meta, "versionCreated", _xsd(moment) or EPOCH)
    if isinstance(article.published, dt.datetime) and _xsd(article.published):
        element(meta, "firstCreated", _xsd(article.published))


def _content_meta(root: Element, article: Article, place: str | None) -> None:
    meta = element(root, "contentMeta")
    for name, moment in (("contentCreated", article.published), ("contentModified", article.modified)):
        if _xsd(moment):
            element(meta, name, _xsd(moment))
    if place is not None:
        element(element(meta, "located"), "name", place)
    for author in article.authors:
        _party(meta, "creator", author)
    if article.language is not None:
        element(meta, "language", tag=article.language)
    if words(article.section):
        element(element(meta, "subject", typeuri="https://schema.org/articleSection"), "name", words(article.section))
    texts = [("keyword", keyword) for keyword in article.keywords]
    texts += [("headline", article.headline or ""), ("description", article.description or "")]
    for name, text in texts:
        if words(text):
            element(meta, name, words(text))


def _party(parent: Element, name: str, party: Author | Publisher | None) -> None:
    if party is None:
        element(parent, name, literal="unknown")
        return
    kind = None
    if isinstance(party, Author):
        kind = "cpnat:organisation" if party.kind is AuthorKind.ORGANIZATION else "cpnat:person"
    element(element(parent, name, uri=address(party.url), type=kind), "name", words(party.name))


def _xsd(value: dt.date | None) -> str | None:
    """Return a date in the form of XML Schema, whose zones are whole minutes within 14 hours; else in UTC."""
    if not isinstance(value, dt.datetime):
        return None if value is None else value.isoformat()
    offset = value.utcoffset()
    if offset is not None and (offset % dt.timedelta(minutes=1) or abs(offset) > dt.timedelta(hours=14)):
        try:
            value = value.astimezone(dt.UTC)
        except OverflowError:
            return None
    return value.isoformat()
