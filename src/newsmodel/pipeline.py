"""The way through the house: from a page or a text to an annotated `Article`."""

import datetime as dt
from typing import TypeVar, cast

import attrs

from newsmodel.model import Article, FiveW, Provenance
from newsmodel.model.forms import expect

T = TypeVar("T")


def parse_html(
    html: bytes | str, url: str | None = None, encoding: str | None = None, *, annotate: bool = True
) -> Article:
    """
    Return the article of an HTML page.

    Args:
        html: The page. Bytes are decoded as a browser would: byte order mark, *encoding*, ``meta``, then UTF-8 where
            the bytes are that, else windows-1252.
        url: Where the page was fetched; makes its links absolute.
        encoding: What the transport declared (the ``charset`` of the HTTP ``Content-Type``).
        annotate: Whether to find quotes, speakers, times, places and events too.

    Raises:
        ParseError: The input is no HTML: a PDF, an image, other binary data.
        WrongTypeError: *html* is neither bytes nor str.
    """
    from newsmodel.html import read_page  # noqa: PLC0415 - `import newsmodel` stays light

    expect("html", html, bytes, str)
    expect("url", url, str, type(None))
    expect("encoding", encoding, str, type(None))
    article = _in_its_language(read_page(_plain(html), url=_plain(url), encoding=encoding))
    return _annotated(article) if annotate else article


def _in_its_language(article: Article) -> Article:
    """Return *article* with the language that its text shows, where that is not the one declared."""
    from newsmodel.text import settle_language  # noqa: PLC0415

    language = settle_language(article.text, article.language)
    if language is None or language == article.language:
        return article
    declared = (attrs.evolve(p, chosen=False) if p.field == "language" else p for p in article.provenance)
    shown = Provenance(field="language", source="text", raw=language)
    return attrs.evolve(article, language=language, provenance=(*declared, shown))


def parse_text(
    text: str,
    headline: str | None = None,
    published: dt.date | None = None,
    url: str | None = None,
    *,
    annotate: bool = True,
) -> Article:
    """
    Return the article of a plain text; `Article.text` is the string itself, untouched.

    Args:
        text: The body.
        headline: Its headline.
        published: Its day (`date`) or moment (`datetime`) of publication; relative dates resolve against it.
        url: Where it comes from.
        annotate: Whether to find quotes, speakers, times, places and events too.

    Raises:
        InvariantError: The text holds lone surrogates, which no format can carry.
        WrongTypeError: An argument has the wrong type.
    """
    from newsmodel.text import read_text  # noqa: PLC0415

    expect("text", text, str)
    expect("headline", headline, str, type(None))
    expect("published", published, dt.date, type(None))
    expect("url", url, str, type(None))
    article = read_text(_plain(text), headline=_plain(headline), published=published, url=_plain(url))
    return _annotated(article) if annotate else article


def _plain(value: T) -> T:
    """Return a string of a subclass, such as those of tree builders, which hold a whole page, as str itself."""
    return cast("T", str.__str__(value)) if isinstance(value, str) else value


def annotate(article: Article) -> Article:
    """
    Return *article* with its sentences, quotes, speakers, times, places and events; what it had of them is replaced.

    Both parsers have done this already unless they were called with ``annotate=False``.

    Raises:
        WrongTypeError: *article* is no `Article`.
    """
    expect("article", article, Article)
    return _annotated(article)


def _annotated(article: Article) -> Article:
    from newsmodel.text import annotate  # noqa: PLC0415

    return annotate(article)


def five_w(article: Article) -> FiveW:
    """
    Return the reporter's questions about the article's main event, answered from headline and lede.

    Raises:
        WrongTypeError: *article* is no `Article`.
    """
    expect("article", article, Article)
    from newsmodel.text import five_w  # noqa: PLC0415

    return five_w(article)
