"""
A page of HTML: the article as it reads, whole in one file, without script and without anything fetched.

Written only: `newsmodel.parse_html` reads pages. Kept are headline, description, authors, publisher, dates, language,
addresses, section, keywords, links and the blocks, where HTML can carry them: runs of white space are one space but in
preformatted text, a heading's level is from 2 to 6 (1 is the headline's), and what is no character of HTML becomes
U+FFFD. Lost are quotes, speakers, times, places, events, images and what the parser found out about the page.
Everything is escaped, and only links of the web and of mail are links.
"""

from collections.abc import Iterable, Iterator
from html import escape

from newsmodel.formats._losses import everything_but
from newsmodel.formats._passages import Passage, fold, passages_of, pieces
from newsmodel.formats._strict import encode
from newsmodel.model import Article, Author, AuthorKind, BlockKind
from newsmodel.model.forms import expect

__all__ = ["dumps", "losses"]

_STYLE = (
    "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 serif;color-scheme:light dark}"
    "pre{overflow-x:auto}td{padding:0 1rem 0 0;vertical-align:top}"
)
_SAFE = ("http://", "https://", "mailto:")
_ORDINARY = {BlockKind.PARAGRAPH: "p", BlockKind.BLOCKQUOTE: "blockquote", BlockKind.PREFORMATTED: "pre"}
_DEEPEST = 20
# What may end a script element, written as the JSON escapes that mean the same.
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def dumps(article: Article) -> str:
    """Return *article* as an HTML page."""
    expect("article", article, Article)
    language = f' lang="{escape(article.language)}"' if article.language else ""
    return (
        f"<!DOCTYPE html>\n<html{language}>\n<head>\n"
        + "".join(f"{line}\n" for line in _head(article))
        + "</head>\n<body>\n<article>\n"
        + "".join(f"{line}\n" for line in _header(article))
        + "".join(f"{line}\n" for line in _body(passages_of(article, quotes=())))
        + "</article>\n</body>\n</html>\n"
    )


def losses(article: Article) -> tuple[str, ...]:
    """Return the fields of *article* that are set and that a page does not carry."""
    expect("article", article, Article)
    return everything_but(article, *_KEPT)


_KEPT = (
    *("headline", "text", "blocks", "canonical_url", "description", "authors", "publisher", "published", "modified"),
    *("section", "keywords", "language", "links", "is_accessible_for_free"),
)


# -- metadata ----------------------------------------------------------------------------------------------------


def _head(article: Article) -> Iterator[str]:
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{_text(article.headline or '')}</title>"
    if article.canonical_url is not None:
        yield f'<link rel="canonical" href="{_text(article.canonical_url)}">'
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
    yield f"<style>{_STYLE}</style>"


def _meta(attribute: str, name: str, content: str) -> str:
    return f'<meta {attribute}="{name}" content="{_text(content)}">'


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


def _header(article: Article) -> Iterator[str]:
    if article.headline is not None:
        yield f"<h1>{_text(article.headline)}</h1>"
    if article.authors:
        names = ", ".join(f'<span rel="author">{_text(author.name)}</span>' for author in article.authors)
        yield f'<p class="byline">By {names}</p>'
    if article.published is not None:
        moment = article.published.isoformat()
        yield f'<p class="date"><time datetime="{moment}">{moment[:10]}</time></p>'


# -- body --------------------------------------------------------------------------------------------------------


def _body(passages: Iterable[Passage]) -> Iterator[str]:
    """Yield the lines of the body; lists are as deep as the items' levels say."""
    depth = 0
    for passage in passages:
        level = min(passage.level or 1, _DEEPEST) if passage.kind is BlockKind.LIST_ITEM else 0
        if level:
            # An item stays open, since a deeper list belongs into it; a list that is skipped has an empty item.
            yield from ["</li></ul>"] * (depth - level)
            yield from ["</li>"] * (0 < level <= depth)
            yield from ["<ul><li>"] * (level - depth)
            yield ("<li>" if level <= depth else "") + _inline(passage)
        else:
            yield from ["</li></ul>"] * depth
            yield _block(passage)
        depth = level
    yield from ["</li></ul>"] * depth


def _block(passage: Passage) -> str:
    if passage.kind is BlockKind.TABLE:
        rows = (_row(line.split("\t")) for line in passage.text.split("\n"))
        return f"<table>{''.join(rows)}</table>"
    heading = f"h{min(max(passage.level or 2, 2), 6)}"
    tag = _ORDINARY.get(passage.kind, heading)
    return f"<{tag}>{_inline(passage)}</{tag}>"


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in cells)}</tr>"


def _inline(passage: Passage) -> str:
    """Return the text of a passage with its links."""
    parts: list[str] = []
    closing: list[str] = []
    for piece in pieces(passage):
        if piece is None:
            parts.append(closing.pop())
        elif isinstance(piece, str):
            parts.append(escape(piece))
        else:
            safe = (piece.value or "").lower().startswith(_SAFE)
            parts.append(f'<a href="{escape(piece.value or "")}">' if safe else "")
            closing.append("</a>" if safe else "")
    return "".join(parts)


def _text(text: str) -> str:
    return escape(fold(text))
