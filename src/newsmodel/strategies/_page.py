"""Strategies for what the page says of itself."""

from hypothesis import strategies as st

from newsmodel.model import (
    Author,
    AuthorKind,
    Block,
    BlockKind,
    Dateline,
    Image,
    Issue,
    IssueCode,
    Link,
    Provenance,
    Publisher,
    Span,
)
from newsmodel.strategies._values import DAYS, FLAGS, WORDS, Ground, draw_maybe, draw_span, standing

_BLOCK_KINDS = st.sampled_from(BlockKind)
_LEVELS = st.integers(min_value=1)
_SIZES = st.integers(min_value=0)
_AUTHOR_KINDS = st.sampled_from(AuthorKind)
_ISSUE_CODES = st.sampled_from(IssueCode)
_RAW = st.text()


def blocks(*, text: str | None = None) -> st.SearchStrategy[Block]:
    """Draw a block, of *text* where it is given."""
    return standing(_draw_any_block, text)


def _draw_any_block(draw: st.DrawFn, ground: Ground) -> Block:
    return draw_block(draw, draw_span(draw, ground))


def draw_block(draw: st.DrawFn, span: Span) -> Block:
    """Draw the block that stands there."""
    return Block(kind=draw(_BLOCK_KINDS), span=span, level=draw_maybe(draw, _LEVELS), xpath=draw_maybe(draw, WORDS))


def images() -> st.SearchStrategy[Image]:
    """Draw an image."""
    return _IMAGES


@st.composite
def _draw_image(draw: st.DrawFn) -> Image:
    return Image(
        url=draw(WORDS),
        caption=draw_maybe(draw, WORDS),
        alt=draw_maybe(draw, WORDS),
        credit=draw_maybe(draw, WORDS),
        width=draw_maybe(draw, _SIZES),
        height=draw_maybe(draw, _SIZES),
    )


_IMAGES = _draw_image()


def links(*, text: str | None = None) -> st.SearchStrategy[Link]:
    """Draw a link, in *text* where it is given."""
    return standing(draw_link, text)


def draw_link(draw: st.DrawFn, ground: Ground) -> Link:
    """Draw a link that stands on this ground."""
    return Link(span=draw_span(draw, ground), url=draw(WORDS))


def authors() -> st.SearchStrategy[Author]:
    """Draw an author."""
    return _AUTHORS


@st.composite
def _draw_author(draw: st.DrawFn) -> Author:
    return Author(name=draw(WORDS), url=draw_maybe(draw, WORDS), kind=draw(_AUTHOR_KINDS))


_AUTHORS = _draw_author()


def publishers() -> st.SearchStrategy[Publisher]:
    """Draw a publisher."""
    return _PUBLISHERS


@st.composite
def _draw_publisher(draw: st.DrawFn) -> Publisher:
    return Publisher(name=draw(WORDS), url=draw_maybe(draw, WORDS))


_PUBLISHERS = _draw_publisher()


def datelines(*, text: str | None = None) -> st.SearchStrategy[Dateline]:
    """Draw a dateline, of *text* where it is given."""
    return standing(draw_dateline, text)


def draw_dateline(draw: st.DrawFn, ground: Ground) -> Dateline:
    """Draw a dateline that stands on this ground."""
    span = draw_span(draw, ground)
    place, agency = draw_maybe(draw, WORDS), draw_maybe(draw, WORDS)
    return Dateline(span=span, place=place, agency=agency, date=draw_maybe(draw, DAYS))


def provenances() -> st.SearchStrategy[Provenance]:
    """Draw the provenance of a field."""
    return _PROVENANCES


@st.composite
def _draw_provenance(draw: st.DrawFn) -> Provenance:
    return Provenance(field=draw(WORDS), source=draw(WORDS), raw=draw(_RAW), chosen=not draw(FLAGS))


_PROVENANCES = _draw_provenance()


def issues(*, text: str | None = None) -> st.SearchStrategy[Issue]:
    """Draw an issue, in *text* where it is given."""
    return standing(draw_issue, text)


def draw_issue(draw: st.DrawFn, ground: Ground | None) -> Issue:
    """Draw an issue that stands on this ground, or nowhere."""
    span = draw_span(draw, ground) if ground and draw(FLAGS) else None
    return Issue(code=draw(_ISSUE_CODES), message=draw(WORDS), span=span)
