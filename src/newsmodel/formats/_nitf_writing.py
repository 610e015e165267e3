"""An article as a tree of NITF 3.6."""

from collections.abc import Sequence

from lxml import etree

from newsmodel.formats._dateline import located
from newsmodel.formats._ground import Ground
from newsmodel.formats._passages import Mark, Passage, fold, passages_of
from newsmodel.formats._tree import Element, add_inline, add_list_item, add_table, element
from newsmodel.formats._values import number, words
from newsmodel.model import Article, AuthorKind, BlockKind, Image, QuoteKind

__all__ = ["NAMESPACE", "SPOKEN", "write_body", "write_root"]

NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/"
"""The namespace of NITF 3.6."""

SPOKEN = (QuoteKind.DIRECT, QuoteKind.MIXED)
"""The kinds of quotes that ``q`` is for."""


def write_root(article: Article) -> Element:
    """Return the ``nitf`` element of *article*."""
    root = etree.Element("nitf", nsmap={None: NAMESPACE})
    root.set("version", "-//IPTC//DTD NITF 3.6//EN")
    if article.language is not None:
        root.set("baselang", article.language)
    _head(root, article)
    body = element(root, "body")
    passages = passages_of(article, SPOKEN)
    _body_head(body, article, passages)
    content = element(body, "body.content")
    write_body(content, passages)
    for image in article.images:
        _media(content, image)
    # The elements were made without a namespace, since their children are too; all of them are of NITF.
    for node in root.iter():
        node.tag = f"{{{NAMESPACE}}}{etree.QName(node).localname}"
    return root


def _text(parent: Element, name: str, text: str | None) -> None:
    if words(text):
        element(parent, name, words(text))


def _head(root: Element, article: Article) -> None:
    head = element(root, "head")
    _text(head, "title", article.headline)
    free = article.is_accessible_for_free
    metas = {
        "canonical": words(article.canonical_url),
        "url": words(article.url),
        "modified": None if article.modified is None else article.modified.isoformat(),
        "accessible-for-free": None if free is None else str(free).lower(),
    }
    for name, content in metas.items():
        if content is not None:
            element(head, "meta", name=name, content=content)
    docdata = element(head, "docdata")
    if article.published is not None:
        element(docdata, "date.issue", norm=article.published.isoformat())
    if article.keywords:
        keywords = element(docdata, "key-list")
        for keyword in article.keywords:
            element(keywords, "keyword", key=words(keyword))
    publisher = article.publisher
    if publisher is not None or article.section is not None:
        published = element(head, "pubdata", type="web")
        given = {
            "name": publisher and words(publisher.name),
            "ex-ref": publisher and words(publisher.url),
            "position.section": words(article.section),
        }
        for name, value in given.items():
            if value is not None:
                published.set(name, fold(value))


def _body_head(body: Element, article: Article, passages: Sequence[Passage]) -> None:
    head = element(body, "body.head")
    if words(article.headline):
        element(element(head, "hedline"), "hl1", words(article.headline))
    _text(head, "rights", article.copyright)
    for author in article.authors:
        byline = element(head, "byline")
        organization = author.kind is AuthorKind.ORGANIZATION
        holder, name = (element(byline, "byttl"), "org") if organization else (byline, "person")
        element(holder, name, words(author.name))
        if author.url is not None:
            element(byline, "virtloc", idsrc="url", value=words(author.url))
    place = None if article.dateline is None else fold(words(article.dateline.place) or "") or None
    if located(Ground("\n\n".join(passage.text for passage in passages)), place) is not None:
        element(element(head, "dateline"), "location", place)
    if words(article.description):
        element(element(head, "abstract"), "p", words(article.description))


def write_body(content: Element, passages: Sequence[Passage]) -> None:
    """Put passages into an element for blocks."""
    lists: list[Element] = []
    for passage in passages:
        if passage.kind is BlockKind.LIST_ITEM:
            add_inline(add_list_item(content, passage, lists, ("ul", "li")), passage, _inline)
            continue
        lists.clear()
        if passage.kind is BlockKind.TABLE:
            add_table(content, passage)
        elif passage.kind is BlockKind.PREFORMATTED:
            etree.SubElement(content, "pre").text = passage.text
        elif passage.kind is BlockKind.HEADING:
            level = number(passage.level)
            add_inline(element(content, "hl2", class_=f"level-{level}" if level else None), passage, _inline)
        else:
            quotation = passage.kind is BlockKind.BLOCKQUOTE
            parent = element(element(content, "bq"), "block") if quotation else content
            add_inline(element(parent, "p"), passage, _inline)


def _inline(parent: Element, mark: Mark) -> Element:
    if mark.what == "link":
        return element(parent, "a", href=mark.value)
    part = f" part-{mark.number}" if mark.number else ""
    return element(parent, "q", quote_source=mark.value, class_=f"{mark.kind}{part}")


def _media(content: Element, image: Image) -> None:
    media = element(content, "media", media_type="image")
    width, height = number(image.width), number(image.height)
    element(
        media,
        "media-reference",
        source=words(image.url),
        alternate_text=words(image.alt),
        source_credit=words(image.credit),
        width=None if width is None else str(width),
        height=None if height is None else str(height),
    )
    if words(image.caption):
        element(media, "media-caption", words(image.caption))
