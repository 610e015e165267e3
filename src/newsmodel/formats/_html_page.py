"""What pages of HTML share: the metadata in the head, and the elements around what stands in the blocks."""

from collections.abc import Iterable, Iterator
from html import escape

import attrs

from newsmodel.formats._passages import fold
from newsmodel.formats._strict import encode
from newsmodel.model import Article, Author, AuthorKind, BlockKind

__all__ = ["Drawn", "elements", "folded", "is_safe", "metadata"]

_SAFE = ("http://", "https://", "mailto:")
_ORDINARY = {BlockKind.PARAGRAPH: "p", BlockKind.BLOCKQUOTE: "blockquote", BlockKind.PREFORMATTED: "pre"}
_DEEPEST = 20
# What may end a script element, written as the JSON escapes that mean the same.
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


@attrs.frozen
class Drawn:
    """A block of the body whose inside is HTML already."""

    kind: BlockKind
    level: int | None
    inside: str


def is_safe(url: str) -> bool:
    """Tell whether an address may be followed: one of the web or of mail, never a script."""
    return url.lower().startswith(_SAFE)


def folded(text: str) -> str:
    """Return *text* as HTML, its runs of white space as one space."""
    return escape(fold(text))


# -- metadata ----------------------------------------------------------------------------------------------------


def metadata(article: Article) -> Iterator[str]:
    """Yield the elements that tell what the article is."""
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{folded(article.headline or '')}</title>"
    if article.canonical_url is not None:
        yield f'<link rel="canonical" href="{folded(article.canonical_url)}">'
    for author in article.authors:
        yield _meta("name", "author", author.name)
    for attribute, name, content in (
        ("name", "description", article.description),
        ("property", "og:title", article.headline),
        ("property", "og:type", "article"),
        ("property", "og:site_name", article.publisher and article.publisher.name),
        ("property", "article:published_time", article.published and article.published.isoformat()),
        ("property", "article:modified_time", article.modified and article.modified.isoformat()),
        ("property", "article:section", article.section),
    ):
        if content:
            yield _meta(attribute, name, content)
    document = encode(_json_ld(article)).translate(_IN_SCRIPT)
    yield f'<script type="application/ld+json">{document}</script>'


def _meta(attribute: str, name: str, content: str) -> str:
    return f'<meta {attribute}="{name}" content="{folded(content)}">'


def _json_ld(article: Article) -> dict[str, object]:
    """Return the metadata as schema.org has them."""
    publisher = article.publisher
    found: dict[str, object] = {
        "headline": article.headline and fold(article.headline),
        "description": article.description and fold(article.description),
        "author": [_json_ld_author(author) for author in article.authors],
        "publisher": publisher and {"@type": "NewsMediaOrganization", "name": fold(publisher.name)},
        "datePublished": article.published and article.published.isoformat(),
        "dateModified": article.modified and article.modified.isoformat(),
        "url": article.canonical_url,
        "articleSection": article.section,
        "keywords": list(article.keywords),
        "inLanguage": article.language,
        "isAccessibleForFree": article.is_accessible_for_free,
    }
    said = {key: value for key, value in found.items() if value not in (None, [])}
    return {"@context": "https://schema.org", "@type": "NewsArticle", **said}


def _json_ld_author(author: Author) -> dict[str, str]:
    kind = "Organization" if author.kind is AuthorKind.ORGANIZATION else "Person"
    return {"@type": kind, "name": fold(author.name)} | ({"url": author.url} if author.url else {})


# -- body --------------------------------------------------------------------------------------------------------


def elements(blocks: Iterable[Drawn], around_table: tuple[str, str] = ("", "")) -> Iterator[str]:
    """Yield the lines of the body; lists are as deep as the items' levels say, and tables stand between two tags."""
    depth = 0
    for block in blocks:
        level = min(block.level or 1, _DEEPEST) if block.kind is BlockKind.LIST_ITEM else 0
        if level:
            # An item stays open, since a deeper list belongs into it; a list that is skipped has an empty item.
            yield from ["</li></ul>"] * (depth - level)
            yield from ["</li>"] * (0 < level <= depth)
            yield from ["<ul><li>"] * (level - depth)
            yield ("<li>" if level <= depth else "") + block.inside
        else:
            yield from ["</li></ul>"] * depth
            before, after = around_table if block.kind is BlockKind.TABLE else ("", "")
            yield f"{before}{_element(block)}{after}"
        depth = level
    yield from ["</li></ul>"] * depth


def _element(block: Drawn) -> str:
    if block.kind is BlockKind.TABLE:
        return f"<table>{block.inside}</table>"
    tag = _ORDINARY.get(block.kind, f"h{min(max(block.level or 2, 2), 6)}")
    return f"<{tag}>{block.inside}</{tag}>"
