"""From a file's bytes to an article."""

import datetime as dt
import re
from pathlib import PurePath

import attrs

from newsmodel.errors import ParseError
from newsmodel.html.binary import kind_of_file
from newsmodel.html.decode import decode
from newsmodel.model import Article, Provenance
from newsmodel.pipeline import annotate, parse_html, parse_text

_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}
_TEXT_SUFFIXES = {".txt", ".text", ".md"}
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[A-Za-z!?]")


@attrs.frozen(kw_only=True)
class Given:
    """What the user says of the input; None for what is left open."""

    is_html: bool | None = None
    url: str | None = None
    published: dt.date | None = None
    encoding: str | None = None


def read(data: bytes, name: str, given: Given) -> Article:
    """
    Return the article in *data*, the content of the file *name*.

    Raises:
        NewsmodelError: It is none.
    """
    is_html = looks_like_html(data, name) if given.is_html is None else given.is_html
    return _read_html(data, given) if is_html else _read_text(data, given)


def looks_like_html(data: bytes, name: str) -> bool:
    """Tell HTML from plain text: by the name's suffix where it says which, else by whether a tag comes first."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _HTML_SUFFIXES or suffix in _TEXT_SUFFIXES:
        return suffix in _HTML_SUFFIXES
    return _MARKUP.match(data) is not None


def _read_html(data: bytes, given: Given) -> Article:
    if given.published is None:
        return parse_html(data, url=given.url, encoding=given.encoding)
    # The date is set before the annotation, so that "Tuesday" counts from it.
    page = parse_html(data, url=given.url, encoding=given.encoding, annotate=False)
    passed_over = (attrs.evolve(p, chosen=False) if p.field == "published" else p for p in page.provenance)
    caller = Provenance(field="published", source="caller", raw=given.published.isoformat())
    return annotate(attrs.evolve(page, published=given.published, provenance=(*passed_over, caller)))


def _read_text(data: bytes, given: Given) -> Article:
    decoded = decode(data, given.encoding)
    kind = kind_of_file(data) or ("binary data" if "\0" in decoded.text else None)
    if kind is not None:
        message = f"expected plain text or HTML, got {kind}"
        raise ParseError(message)
    article = parse_text(decoded.text, published=given.published, url=given.url)
    return attrs.evolve(article, issues=(*decoded.issues, *article.issues))
