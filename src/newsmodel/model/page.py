"""What the page says of itself: blocks, images, links, authors, publisher, dateline, provenance, issues."""

import datetime as dt
from typing import final

import attrs

from newsmodel.model._checks import any_text, count, is_a, maybe, maybe_day, maybe_words, refuse, words
from newsmodel.model.kinds import AuthorKind, BlockKind, IssueCode
from newsmodel.model.span import Span


def _level(owner: "Block", field: "attrs.Attribute[int | None]", value: int | None) -> None:
    count(owner, field, value)
    if value == 0:
        raise refuse(owner, field.name, value, "a level from 1 up, or None")


@final
@attrs.frozen(kw_only=True)
class Block:
    """One block of the body: a paragraph, a heading, a list item."""

    kind: BlockKind = attrs.field(validator=is_a(BlockKind))
    """What the block is."""
    span: Span = attrs.field(validator=is_a(Span))
    """Where its text stands in `Article.text`."""
    level: int | None = attrs.field(default=None, validator=_level)
    """Level of a heading or depth of a list, from 1; None where it has none."""
    xpath: str | None = attrs.field(default=None, validator=maybe_words)
    """Path of the element in the page it came from; None for plain text."""


@final
@attrs.frozen(kw_only=True)
class Image:
    """An image of the article."""

    url: str = attrs.field(validator=words)
    """Where the image is, absolute where the page's URL is known."""
    caption: str | None = attrs.field(default=None, validator=maybe_words)
    """What stands under it, without the credit where the page parts the two."""
    alt: str | None = attrs.field(default=None, validator=maybe_words)
    """Its text for those who cannot see it."""
    credit: str | None = attrs.field(default=None, validator=maybe_words)
    """Who made or owns it."""
    width: int | None = attrs.field(default=None, validator=count)
    """Width in pixels, as declared."""
    height: int | None = attrs.field(default=None, validator=count)
    """Height in pixels, as declared."""


@final
@attrs.frozen(kw_only=True)
class Link:
    """A link in the body."""

    span: Span = attrs.field(validator=is_a(Span))
    """Where its words stand in `Article.text`."""
    url: str = attrs.field(validator=words)
    """Where it leads, absolute where the page's URL is known."""


@final
@attrs.frozen(kw_only=True)
class Author:
    """Someone the byline names."""

    name: str = attrs.field(validator=words)
    """The name as the page gives it, without "By", role and outlet."""
    url: str | None = attrs.field(default=None, validator=maybe_words)
    """The author's own page."""
    kind: AuthorKind = attrs.field(default=AuthorKind.PERSON, validator=is_a(AuthorKind))
    """A person, or an agency or desk."""


@final
@attrs.frozen(kw_only=True)
class Publisher:
    """Who published the article."""

    name: str = attrs.field(validator=words)
    """The outlet's name."""
    url: str | None = attrs.field(default=None, validator=maybe_words)
    """The outlet's site."""


@final
@attrs.frozen(kw_only=True)
class Dateline:
    """The line before the first sentence that says where, when and by which agency the story was filed."""

    span: Span = attrs.field(validator=is_a(Span))
    """Where it stands in `Article.text`, without the dash that ends it."""
    place: str | None = attrs.field(default=None, validator=maybe_words)
    """The place as written: "WASHINGTON", "SUNNYVALE, Calif."."""
    agency: str | None = attrs.field(default=None, validator=maybe_words)
    """The agency as written: "AP", "Reuters"."""
    date: dt.date | None = attrs.field(default=None, validator=maybe_day)
    """The day, where the dateline names one in full."""


@final
@attrs.frozen(kw_only=True)
class Provenance:
    """Which signal gave a field of the article, and what it said."""

    field: str = attrs.field(validator=words)
    """The field of `Article`, such as ``headline``."""
    source: str = attrs.field(validator=words)
    """The signal: ``json-ld``, ``meta og:title``, ``h1``, ``time element``."""
    raw: str = attrs.field(validator=any_text)
    """What the signal said, before it was cleaned."""
    chosen: bool = attrs.field(default=True, validator=is_a(bool))
    """Whether the field's value comes from it; False for a candidate that was passed over."""


@final
@attrs.frozen(kw_only=True)
class Issue:
    """Something that went wrong, or is worth knowing, without stopping the parse."""

    code: IssueCode = attrs.field(validator=is_a(IssueCode))
    """What it is."""
    message: str = attrs.field(validator=words)
    """One sentence for people."""
    span: Span | None = attrs.field(default=None, validator=maybe(Span))
    """Where in `Article.text`, where it has a place."""
