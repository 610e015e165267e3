"""
The viewer's page: whole in one file, with a style and a script of its own and nothing fetched.

The content security policy lets run and apply only what has the hashes of these two files, so that whatever an article
holds, it could do nothing even if it were taken for markup.
"""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from newsmodel.formats._html_page import elements, folded, metadata
from newsmodel.formats._viewer.dates import moment
from newsmodel.formats._viewer.marks import label
from newsmodel.formats._viewer.panels import panels
from newsmodel.formats._viewer.sheet import drawn
from newsmodel.model import Article

__all__ = ["body", "frame", "page", "resource"]

_HERE = "newsmodel.formats._viewer"
_LEGEND = """<fieldset class="legend">
<legend>Marked in the text</legend>
<span class="key"><span class="quote s1">quote</span></span>
<span class="key"><span class="source s1">source</span></span>
<span class="key"><span class="cue s1">cue</span></span>
<label><input type="checkbox" id="show-events" checked> <span class="event">event</span></label>
<label><input type="checkbox" id="show-times" checked> <span class="time">time</span></label>
</fieldset>
"""
_STATUS = (
    '<p class="status"><span role="status" id="status"></span> '
    '<button type="button" id="all" hidden>Show all</button></p>'
)
# What may be wider than the page is scrolled by itself, with the keyboard too.
_WIDE = ('<div class="wide" tabindex="0" role="region" aria-label="Table">', "</div>")
_CARD = '<div class="card" id="card" aria-hidden="true" hidden></div>'


@cache
def resource(name: str) -> str:
    """Return one of the files of the viewer: ``marks.css``, ``page.css`` or ``viewer.js``."""
    return files(_HERE).joinpath(name).read_text("utf-8")


def page(article: Article) -> str:
    """Return the page that shows *article* and what was found in it."""
    found = list(panels(article))
    style, script = resource("marks.css") + resource("page.css"), resource("viewer.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        + "".join(f"{line}\n" for line in metadata(article))
        + f"<style>{style}</style>\n</head>\n<body>\n"
        + f"<main>\n{_article(article, found)}</main>\n{_beside(found)}{_CARD}\n"
        + f"<script>{script}</script>\n</body>\n</html>\n"
    )


def frame(article: Article) -> str:
    """Return the page in a frame of its own, so that neither it nor a notebook around it changes the other."""
    title = label(article.headline or "Article")
    allowed = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
    style = "width:100%;height:44rem;border:0"
    return f'<iframe title="{title}" sandbox="{allowed}" style="{style}" srcdoc="{escape(page(article))}"></iframe>'


def body(article: Article) -> str:
    """Return the text of *article* as the page shows it."""
    return "".join(f"{line}\n" for line in elements(drawn(article), _WIDE))


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _article(article: Article, found: list[tuple[str, str, str]]) -> str:
    links = " ".join(f'<a href="#{name}">{heading}</a>' for name, heading, _ in found)
    tools = (f'<nav aria-label="Beside the article">{links}</nav>\n' if links else "") + _LEGEND + _STATUS
    language = f' lang="{escape(article.language)}"' if article.language else ""
    header = "".join(f"{line}\n" for line in _header(article))
    return (
        f'<article{language} dir="auto">\n<header>\n{header}</header>\n'
        f'<div class="tools" lang="en" dir="ltr">\n{tools}\n</div>\n'
        f'<div class="body">\n{body(article)}</div>\n</article>\n'
    )


def _header(article: Article) -> Iterator[str]:
    where = [folded(it) for it in (article.publisher and article.publisher.name, article.section) if it]
    if where:
        yield f'<p class="outlet">{" · ".join(where)}</p>'
    none = '<h1 class="none" lang="en">Without a headline</h1>'
    yield f"<h1>{folded(article.headline)}</h1>" if article.headline else none
    # Pages often repeat the standfirst as the first words of the text.
    if article.description and not article.text.startswith(article.description):
        yield f'<p class="standfirst">{folded(article.description)}</p>'
    if article.authors:
        names = ", ".join(f'<span rel="author">{folded(author.name)}</span>' for author in article.authors)
        yield f'<p class="byline">By {names}</p>'
    dates = [("", article.published), ("Updated ", article.modified)]
    shown = [f'{word}<time datetime="{when.isoformat()}">{moment(when)}</time>' for word, when in dates if when]
    if shown:
        yield f'<p class="dates">{" · ".join(shown)}</p>'


def _beside(found: list[tuple[str, str, str]]) -> str:
    if not found:
        return ""
    sections = "".join(
        f'<section aria-labelledby="{name}">\n<h2 id="{name}">{heading}</h2>\n{inside}</section>\n'
        for name, heading, inside in found
    )
    return f'<aside aria-label="What was found">\n{sections}</aside>\n'
