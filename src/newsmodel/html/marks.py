"""What tags, class names, roles and styles say of an element: weak evidence, put into bits."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

from newsmodel import lexicon
from newsmodel.html.tree import Element

__all__ = ["inline_marks", "marks_of"]

BODY: Final = 1 << 0
LEAD: Final = 1 << 1
COMMENTS: Final = 1 << 2
RELATED: Final = 1 << 3
TEASER: Final = 1 << 4
NEWSLETTER: Final = 1 << 5
SHARE: Final = 1 << 6
NAV: Final = 1 << 7
FOOTER: Final = 1 << 8
SIDEBAR: Final = 1 << 9
AD: Final = 1 << 10
CAPTION: Final = 1 << 11
BYLINE: Final = 1 << 12
BIO: Final = 1 << 13
TAGS: Final = 1 << 14
PAYWALL: Final = 1 << 15
CONSENT: Final = 1 << 16
PULLQUOTE: Final = 1 << 17
TOC: Final = 1 << 18
FORM: Final = 1 << 19
HIDDEN: Final = 1 << 20
FIGURE: Final = 1 << 21
ARTICLE: Final = 1 << 22
HEADER: Final = 1 << 23
MEDIA: Final = 1 << 24
EMBED: Final = 1 << 25
INFOBOX: Final = 1 << 26
CREDIT: Final = 1 << 27
ASKS: Final = 1 << 28
"""Holds a form that asks for the reader's address."""

FURNITURE: Final = (
    COMMENTS | RELATED | NEWSLETTER | SHARE | NAV | FOOTER | SIDEBAR | AD | BIO | TAGS | PAYWALL | CONSENT | TOC | FORM
)
"""Marks of what stands around an article, and not in its text."""

_MARKS: Final = {
    "body": BODY,
    "lead": LEAD,
    "comments": COMMENTS,
    "related": RELATED,
    "teaser": TEASER,
    "newsletter": NEWSLETTER,
    "share": SHARE,
    "nav": NAV,
    "footer": FOOTER,
    "sidebar": SIDEBAR,
    "ad": AD,
    "caption": CAPTION,
    "byline": BYLINE,
    "bio": BIO,
    "tags": TAGS,
    "paywall": PAYWALL,
    "consent": CONSENT,
    "pullquote": PULLQUOTE,
    "toc": TOC,
    "media": MEDIA,
    "embed": EMBED,
    "infobox": INFOBOX,
    "credit": CREDIT,
}
_TAGS: Final[dict[object, int]] = {
    "aside": SIDEBAR,
    "nav": NAV,
    "footer": FOOTER,
    "header": HEADER,
    "form": FORM,
    "fieldset": FORM,
    "figure": FIGURE,
    "figcaption": CAPTION,
    "caption": CAPTION,
    "article": ARTICLE,
    "main": BODY,
}
_ROLES: Final = {
    "navigation": NAV,
    "banner": HEADER,
    "complementary": SIDEBAR,
    "contentinfo": FOOTER,
    "search": FORM,
    "form": FORM,
    "dialog": CONSENT,
    "alertdialog": CONSENT,
    "tooltip": HIDDEN,
    "article": ARTICLE,
    "doc-pullquote": PULLQUOTE,
    "doc-toc": TOC,
}
_HIDING_STYLE: Final = re.compile(r"display:none|visibility:hidden", re.ASCII | re.IGNORECASE)
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LONGEST: Final = 2000
"""What is read of an attribute, so that what is known of it stays small."""
_LONGEST_TOKEN: Final = 100
_MOST_TOKENS: Final = 60
_STREAMED: Final = "S:"
"""React sends parts of a page hidden under such an id, and shows them once they have come."""
_ITEMPROPS: Final = {
    "articleBody": BODY,
    "text": BODY,
    "description": LEAD,
    "alternativeHeadline": LEAD,
    "author": BYLINE,
    "datePublished": BYLINE,
    "dateModified": BYLINE,
}
_SHOWN: Final = (":block", ":flex", ":inline", ":grid", ":table", ":contents")


@cache
def _words() -> dict[str, int]:
    words: dict[str, int] = {}
    for word, mark in lexicon.rows("web", "class_words"):
        words[word] = words.get(word, 0) | _MARKS[mark]
    return words


@lru_cache(maxsize=4096)
def _marks_of_token(token: str) -> int:
    """Return what one class or id says, by its words and by each two neighbouring ones."""
    marks, known, before = 0, _words(), ""
    for written in _WORD.findall(token):
        word = written.lower()
        marks |= known.get(word, 0) | known.get(before + word, 0)
        before = word
    return marks | HIDDEN if token in lexicon.words("web", "hidden_classes") else marks


@lru_cache(maxsize=2048)
def _marks_of_name(name: str) -> int:
    """Return what the classes of an element, its id or another name given to it by hand say."""
    marks = 0
    tokens = name.split()
    for token in tokens[:_MOST_TOKENS]:
        marks |= _marks_of_token(token[:_LONGEST_TOKEN])
    if marks & HIDDEN and any(part in name for part in _SHOWN):
        marks &= ~HIDDEN
    if marks and ("hentry" in tokens or "type-post" in tokens):
        marks &= BODY | ARTICLE | HIDDEN  # the other names are the post's own categories and tags
    return marks


@lru_cache(maxsize=512)
def _marks_of_style(value: str) -> int:
    return HIDDEN if "n" in value and _HIDING_STYLE.search(value.replace(" ", "")) else 0


_READERS: Final[dict[str, Callable[[str], int]]] = {
    "class": _marks_of_name,
    "id": _marks_of_name,
    "data-testid": _marks_of_name,
    "data-component": _marks_of_name,
    "style": _marks_of_style,
    "itemprop": lambda value: _ITEMPROPS.get(value, 0),
    "role": lambda value: _ROLES.get(value, 0),
    "hidden": lambda _: HIDDEN,
    "aria-hidden": lambda value: HIDDEN if value == "true" else 0,
}
"""What reads the value of each attribute that says something."""


def marks_of(element: Element) -> int:
    """Return the marks of one element, without those of its ancestors."""
    marks = _TAGS.get(element.tag, 0)
    for name, value in element.items():
        if name in _READERS:
            marks |= _READERS[name](value if len(value) < _LONGEST else value[:_LONGEST])
    if marks & HIDDEN and element.get("id", "").startswith(_STREAMED):
        marks &= ~HIDDEN
    return marks


def inline_marks(element: Element) -> int:
    """Return the marks of an inline element: its classes and style tell, if it has any."""
    names = element.keys()
    return marks_of(element) if "class" in names or "style" in names else 0
