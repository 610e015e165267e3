"""
A page of HTML: the article as it reads, whole in one file, with nothing fetched.

Written only: `newsmodel.parse_html` reads pages. Kept are headline, description, authors, publisher, dates, language,
addresses, section, keywords, links and the blocks, where HTML can carry them: runs of white space are one space but in
preformatted text, a heading's level is from 2 to 6 (1 is the headline's), and what is no character of HTML becomes
U+FFFD. Lost are quotes, speakers, times, places, events, images and what the parser found out about the page.
Everything is escaped, and only links of the web and of mail are links.

There are two views. ``plain`` is the article alone, without script. ``annotated`` is the article viewer, for people:
it shows who said what, what happened, and where headline, authors and dates came from.
"""

from collections.abc import Iterable
from html import escape
from typing import Literal

from newsmodel.errors import Problem, WrongTypeError
from newsmodel.formats._html_page import Drawn, elements, folded, is_safe, metadata
from newsmodel.formats._losses import everything_but
from newsmodel.formats._passages import Passage, passages_of, pieces
from newsmodel.formats._viewer.page import page
from newsmodel.model import Article, BlockKind
from newsmodel.model.forms import expect

__all__ = ["dumps", "losses"]

_STYLE = (
    "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 serif;color-scheme:light dark}"
    "pre{overflow-x:auto}td{padding:0 1rem 0 0;vertical-align:top}"
)
_KEPT = (
    *("headline", "text", "blocks", "canonical_url", "description", "authors", "publisher", "published", "modified"),
    *("section", "keywords", "language", "links", "is_accessible_for_free"),
)


def dumps(article: Article, view: Literal["plain", "annotated"] = "plain") -> str:
    """
    Return *article* as an HTML page.

    Args:
        article: The article.
        view: ``plain``, the article alone, or ``annotated``, the article viewer.

    Raises:
        WrongTypeError: *article* is no `Article`, or there is no such view.
    """
    expect("article", article, Article)
    if view not in ("plain", "annotated"):
        raise WrongTypeError(Problem("view", view, "'plain' or 'annotated'"))
    return page(article) if view == "annotated" else _plain(article)


def losses(article: Article) -> tuple[str, ...]:
    """Return the fields of *article* that are set and that a page does not carry."""
    expect("article", article, Article)
    return everything_but(article, *_KEPT)


def _plain(article: Article) -> str:
    language = f' lang="{escape(article.language)}"' if article.language else ""
    return (
        f'<!DOCTYPE html>\n<html{language}>\n<head>\n<meta charset="utf-8">\n'
        + "".join(f"{line}\n" for line in metadata(article))
        + f"<style>{_STYLE}</style>\n</head>\n<body>\n<article>\n"
        + "".join(f"{line}\n" for line in _header(article))
        + "".join(f"{line}\n" for line in elements(map(_drawn, passages_of(article, quotes=()))))
        + "</article>\n</body>\n</html>\n"
    )


def _header(article: Article) -> Iterable[str]:
    if article.headline is not None:
        yield f"<h1>{folded(article.headline)}</h1>"
    if article.authors:
        names = ", ".join(f'<span rel="author">{folded(author.name)}</span>' for author in article.authors)
        yield f'<p class="byline">By {names}</p>'
    if article.published is not None:
        moment = article.published.isoformat()
        yield f'<p class="date"><time datetime="{moment}">{moment[:10]}</time></p>'


def _drawn(passage: Passage) -> Drawn:
    if passage.kind is BlockKind.TABLE:
        inside = "".join(_row(line.split("\t")) for line in passage.text.split("\n"))
    else:
        inside = _inline(passage)
    return Drawn(passage.kind, passage.level, inside)


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<td>{folded(cell)}</td>' for cell in cells)}</tr>"


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
            safe = is_safe(piece.value or "")
            parts.append(f'<a href="{escape(piece.value or "")}">' if safe else "")
            closing.append("</a>" if safe else "")
    return "".join(parts)
