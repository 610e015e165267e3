"""Metadata as YAML front matter whose values are JSON; of the front matter of others, the simple part."""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping

import attrs

from newsmodel.errors import FormatError
from newsmodel.formats import _values as values
from newsmodel.formats._ground import Ground
from newsmodel.formats._hooks import shown
from newsmodel.formats._strict import decode
from newsmodel.model import Article, Author, AuthorKind, Image, IssueCode, Publisher

__all__ = ["read", "split", "write"]

_FENCE = "---\n"
_LINE = re.compile(r"([A-Za-z][\w.-]*)[ \t]*:(?:[ \t]+(.*))?", re.ASCII)
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
# What YAML does not take as it is in a quoted string: controls, and its line breaks.
_UNPRINTABLE = {i: f"\\u{i:04x}" for i in (*range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF)}
_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("headline",),
    "description": ("summary", "standfirst", "abstract"),
    "author": ("authors", "byline", "creator"),
    "date": ("published", "datePublished", "pubDate"),
    "modified": ("lastmod", "updated", "dateModified", "last_modified_at"),
    "lang": ("language",),
    "keywords": ("tags",),
    "section": ("category", "categories"),
    "publisher": ("site_name", "site"),
    "url": ("source", "link"),
}


def write(article: Article) -> str:
    """Return the metadata of *article* as front matter between its two fences."""
    fields = {
        "title": values.words(article.headline),
        "description": values.words(article.description),
        "author": [_plain(author) for author in article.authors],
        "publisher": article.publisher and _plain(article.publisher),
        "date": article.published and article.published.isoformat(),
        "modified": article.modified and article.modified.isoformat(),
        "section": values.words(article.section),
        "keywords": [values.words(keyword) for keyword in article.keywords],
        "lang": article.language,
        "url": values.words(article.url),
        "canonical_url": values.words(article.canonical_url),
        "images": [_plain(image) for image in article.images],
        "is_accessible_for_free": article.is_accessible_for_free,
        "copyright": values.words(article.copyright),
    }
    lines = (f"{key}: {_json(value)}\n" for key, value in fields.items() if value not in (None, []))
    return f"{_FENCE}{''.join(lines)}{_FENCE}"


def _plain(part: Author | Image | Publisher) -> dict[str, object]:
    found = attrs.asdict(part, filter=lambda _, value: value != AuthorKind.PERSON)
    read = {
        key: values.number(value) if key in ("width", "height") else values.words(value) for key, value in found.items()
    }
    return {key: value for key, value in read.items() if value is not None}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).translate(_UNPRINTABLE)


def split(text: str) -> tuple[str | None, str]:
    """Return the front matter, None where there is none, and the body."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.startswith(_FENCE):
        return None, text
    rest = "\n" + text[len(_FENCE) :]
    head, fence, body = rest.partition("\n" + _FENCE)
    if not fence:
        head, fence, body = rest.removesuffix("\n---") + "\n", "\n" if rest.endswith("\n---") else "", ""
    return (head, body) if fence else (None, text)


def read(head: str, ground: Ground, *, title: str | None = None) -> Article:
    """Return an article of the metadata in front matter; what cannot be what it should be is noted on *ground*."""
    found = dict(_entries(head))

    def get(name: str) -> object:
        return next((found[key] for key in (name, *_NAMES.get(name, ())) if key in found), None)

    published, modified = _date(get("date"), "date", ground), _date(get("modified"), "modified", ground)
    if not values.ordered(published, modified):
        ground.note(IssueCode.CONFLICTING_DATES, "modified before date; modified was left out")
        modified = None
    return Article(
        headline=values.words(get("title")) or title,
        description=values.words(get("description")),
        authors=tuple(author for it in values.each(get("author")) if (author := _author(it))),
        publisher=_publisher(get("publisher")),
        published=published,
        modified=modified,
        section=values.words(next(values.each(get("section")), None)),
        keywords=tuple(word for it in values.each(get("keywords")) if (word := values.words(it))),
        language=values.language(get("lang")),
        url=values.words(get("url")),
        canonical_url=values.words(get("canonical_url")),
        images=tuple(image for it in values.each(get("images")) if (image := _image(it))),
        is_accessible_for_free=values.truth(get("is_accessible_for_free")),
        copyright=values.words(get("copyright")),
    )


def _date(value: object, name: str, ground: Ground) -> dt.date | None:
    found = values.day_or_moment(value)
    if found is None and value is not None:
        ground.note(IssueCode.BAD_VALUE, f"{name}: expected a date of ISO 8601, got {shown(value)}")
    return found


def _author(value: object) -> Author | None:
    parts = values.mapping(value)
    organization = parts.get("kind") == AuthorKind.ORGANIZATION.value
    return values.author(parts.get("name", value), url=parts.get("url"), organization=organization)


def _publisher(value: object) -> Publisher | None:
    parts = values.mapping(value)
    name = values.words(parts.get("name", value))
    return None if name is None else Publisher(name=name, url=values.words(parts.get("url")))


def _image(value: object) -> Image | None:
    parts = dict(values.mapping(value))
    return values.image(parts.pop("url", value), **parts)


# -- the simple part of YAML -------------------------------------------------------------------------------------


def _entries(head: str) -> Iterator[tuple[str, object]]:
    """Yield the keys of the outermost mapping with their values: JSON, plain strings, lists of them."""
    key, items = "", list[object]()
    for line in head.split("\n"):
        entry, item = _LINE.fullmatch(line), _ITEM.fullmatch(line)
        if entry is not None:
            if items:
                yield key, items
            key, items = entry[1], []
            if entry[2]:
                yield key, _scalar(entry[2].strip())
        elif item is not None and key:
            items.append(_scalar(item[1].strip()))
    if items:
        yield key, items


def _scalar(text: str) -> object:
    try:
        return decode(text)
    except FormatError:
        pass
    if text[:1] == "[" and text[-1:] == "]":
        return [_unquoted(part.strip()) for part in text[1:-1].split(",") if part.strip()]
    return _unquoted(text)


def _unquoted(text: str) -> str:
    quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "'\""
    return text[1:-1].replace("''", "'") if quoted else text
