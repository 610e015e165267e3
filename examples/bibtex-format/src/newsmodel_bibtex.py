"""
BibTeX: an article as an ``@online`` entry of a bibliography, for biblatex.

Kept are headline, authors, outlet, day, address, language and description; everything else is lost, as `losses` tells.
"""

import datetime as dt
import re
import unicodedata

import attrs

from newsmodel import Article, Author
from newsmodel.model import AuthorKind

__all__ = ["dumps", "losses"]

_KEPT = ("headline", "authors", "publisher", "published", "url", "canonical_url", "language", "description")
# What means something to TeX, as it is written to mean nothing.
_ESCAPES = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "{}#$%&_"},
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
# An address is copied as it is, so only what would end the field is told in another way.
_IN_ADDRESSES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def dumps(article: Article) -> str:
    """Return *article* as a BibTeX entry, a field a line."""
    address = article.canonical_url or article.url
    fields = {
        "title": _text(article.headline),
        "author": " and ".join(map(_author, article.authors)),
        "organization": _text(article.publisher.name) if article.publisher else "",
        "date": _day(article.published),
        "url": "".join(address.split()).translate(_IN_ADDRESSES) if address else "",
        "langid": article.language or "",
        "abstract": _text(article.description),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@online{{{_key(article)},\n{lines}}}\n"


def losses(article: Article) -> tuple[str, ...]:
    """Return the fields of *article* that are set and have no place in an entry."""
    names = (field.name for field in attrs.fields(Article) if field.name not in _KEPT)
    return tuple(name for name in names if getattr(article, name) not in (None, (), ""))


def _text(text: str | None) -> str:
    """Return a text on one line, in which nothing means anything to TeX."""
    return " ".join((text or "").split()).translate(_ESCAPES)


def _author(author: Author) -> str:
    """Return a name, in braces where BibTeX would take it apart."""
    name = _text(author.name)
    whole = author.kind is AuthorKind.ORGANIZATION or "," in name or " and " in f" {name.lower()} "
    return f"{{{name}}}" if whole else name


def _day(published: dt.date | None) -> str:
    """Return the day; to biblatex a time is no date."""
    return published.isoformat()[:10] if published else ""


def _key(article: Article) -> str:
    """Return the key to cite by: the first author's last name, the year, and the first long word of the headline."""
    author = article.authors[0].name.split()[-1] if article.authors else ""
    year = str(article.published.year) if article.published else ""
    word = next((word for word in (article.headline or "").split() if len(word) > 3), "")
    return "".join(map(_letters, (author, year, word))) or "article"


def _letters(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", plain.lower())
