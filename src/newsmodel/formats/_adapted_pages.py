"""Articles that other libraries have extracted from pages, as `Article`s."""

import re
from collections.abc import Iterable

from newsmodel.formats._adapted_fields import (
    Fields,
    authors_of,
    images_of,
    lines_of,
    publisher_of,
    wrong,
)
from newsmodel.formats._ground import paragraphs
from newsmodel.model import Article, Author, Block, BlockKind, Image, Span

__all__ = ["from_fundus", "from_newspaper4k", "from_trafilatura", "from_zyte"]

_BETWEEN_NAMES = re.compile(r"\s*;\s*")
_BETWEEN_TAGS = re.compile(r"\s*[,;]\s*")


def from_trafilatura(result: object) -> Article:
    """
    Return the article of a result of trafilatura: what ``bare_extraction`` returns, as an object or a dict, or JSON.

    The text is the result's own, a line of it a block. Of a page that trafilatura finds no article in, it returns
    None, which is refused here.

    Raises:
        WrongTypeError: It is no such result.
        FormatError: A field holds something else than trafilatura puts there; names field and value.
    """
    fields = Fields.of(result, "a Document or dict of trafilatura's bare_extraction, or its JSON", "raw_text", "text")
    text = fields.raw("text")
    names = _BETWEEN_NAMES.split(fields.text("author") or "")
    tags = _listed(fields, "tags")
    section = next(iter(_listed(fields, "categories")), None)
    return fields.assembled(
        text,
        lines_of(text),
        headline=fields.text("title"),
        url=fields.text("url", "source"),
        description=fields.text("description", "excerpt"),
        authors=authors_of(filter(None, names)),
        publisher=publisher_of(fields.text("sitename", "source-hostname")),
        published=fields.moment("date"),
        section=section,
        keywords=tuple(tags),
        language=fields.language("language"),
        images=images_of(fields.text("image")),
    )


def _listed(fields: Fields, name: str) -> list[str]:
    """Return tags, a list of strings to trafilatura and one string in its JSON, each of one tag or several."""
    found = fields.get(name)
    said = [found] if isinstance(found, str) else fields.texts(name)
    return list(dict.fromkeys(tag for tags in said for tag in _BETWEEN_TAGS.split(tags.strip()) if tag))


def from_newspaper4k(article: object) -> Article:
    """
    Return the article of a newspaper4k (or newspaper3k) ``Article`` that is parsed.

    The text is its own, in which a blank line parts the blocks.

    Raises:
        WrongTypeError: It is no such article.
        FormatError: It is not parsed, or a field holds something else than newspaper4k puts there; names field and
            value.
    """
    fields = Fields.of(article, "an Article of newspaper4k", "publish_date")
    if fields.get("is_parsed") is False:
        raise wrong(fields.get("is_parsed"), "True, as after calls of download() and parse()", "is_parsed")
    text = fields.raw("text")
    return fields.assembled(
        text,
        paragraphs(text),
        headline=fields.text("title"),
        url=fields.text("url"),
        canonical_url=fields.text("canonical_link"),
        description=fields.text("meta_description"),
        authors=authors_of(fields.texts("authors")),
        publisher=publisher_of(fields.text("meta_site_name")),
        published=fields.moment("publish_date"),
        keywords=fields.texts("meta_keywords") or fields.texts("tags"),
        language=fields.language("meta_lang"),
        images=images_of(fields.text("top_image", "meta_img")),
    )


def from_fundus(article: object) -> Article:
    """
    Return the article of a Fundus ``Article``.

    The text is put together from its body: summary, headlines of sections, which become headings, and paragraphs. An
    attribute that could not be extracted, in whose place Fundus leaves the exception, is left out with an issue.

    Raises:
        WrongTypeError: It is no such article.
        FormatError: A field holds something else than Fundus puts there; names field and value.
    """
    fields = Fields.of(article, "an Article of Fundus", "publishing_date")
    body, html = fields.inner("body"), fields.inner("html")
    summary = body.texts("summary")
    said = [(BlockKind.PARAGRAPH, text) for text in summary]
    for section in body.each("sections"):
        said += [(BlockKind.HEADING, text) for text in section.texts("headline")]
        said += [(BlockKind.PARAGRAPH, text) for text in section.texts("paragraphs")]
    text, blocks = _put_together(said)
    return fields.assembled(
        text,
        blocks,
        headline=fields.text("title"),
        url=html.text("responded_url", "requested_url"),
        description=" ".join(summary) or None,
        authors=authors_of(fields.texts("authors")),
        publisher=publisher_of(html.inner("source_info").text("publisher")),
        published=fields.moment("publishing_date"),
        keywords=fields.texts("topics"),
        language=fields.language("lang"),
        is_accessible_for_free=fields.truth("free_access"),
        images=tuple(filter(None, map(_fundus_image, fields.each("images")))),
    )


def _put_together(said: Iterable[tuple[BlockKind, str]]) -> tuple[str, list[Block]]:
    """Return the text of blocks, parted by blank lines, and the blocks in it."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for kind, text in said:
        level = 2 if kind is BlockKind.HEADING else None
        blocks.append(Block(kind=kind, level=level, span=Span(at, at + len(text))))
        parts.append(text)
        at += len(text) + 2
    return "\n\n".join(parts), blocks


def _fundus_image(image: Fields) -> Image | None:
    versions = [version.text("url") for version in image.each("versions")]
    url = next(filter(None, [image.text("url"), *reversed(versions)]), None)
    if url is None:
        return None
    credit = ", ".join(image.texts("authors")) or None
    return Image(url=url, caption=image.text("caption"), alt=image.text("description"), credit=credit)


def from_zyte(item: object) -> Article:
    """
    Return the article of an ``Article`` of zyte-common-items, or of a dict or JSON of the same fields.

    The text is its ``articleBody``, in which a blank line parts the blocks.

    Raises:
        WrongTypeError: It is no such item.
        FormatError: A field holds something else than the item puts there; names field and value.
    """
    fields = Fields.of(item, "an Article of zyte-common-items, a dict or JSON of one", "articleBody", "headline")
    text = fields.raw("articleBody")
    images = (image.text("url") for image in fields.each("images"))
    return fields.assembled(
        text,
        paragraphs(text),
        headline=fields.text("headline"),
        url=fields.text("url"),
        canonical_url=fields.text("canonicalUrl"),
        description=fields.text("description"),
        authors=tuple(filter(None, map(_zyte_author, fields.each("authors")))),
        published=fields.moment("datePublished"),
        modified=fields.moment("dateModified"),
        language=fields.language("inLanguage"),
        images=images_of(fields.inner("mainImage").text("url"), *images),
    )


def _zyte_author(author: Fields) -> Author | None:
    name = author.text("name", "nameRaw")
    return None if name is None else Author(name=name, url=author.text("url"))
