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
)
from newsmodel.strategies._values import MAYBE_WORDS, TRUE_FIRST, WORDS, spans

LEVELS = st.none() | st.integers(min_value=1)
_SIZES = st.none() | st.integers(min_value=0)
_AUTHORS = st.builds(Author, name=WORDS, url=MAYBE_WORDS, kind=st.sampled_from(AuthorKind))
_PUBLISHERS = st.builds(Publisher, name=WORDS, url=MAYBE_WORDS)
_PROVENANCES = st.builds(Provenance, field=WORDS, source=WORDS, raw=st.text(), chosen=TRUE_FIRST)
_IMAGES = st.builds(
    Image, url=WORDS, caption=MAYBE_WORDS, alt=MAYBE_WORDS, credit=MAYBE_WORDS, width=_SIZES, height=_SIZES
)


def blocks(*, text: str | None = None) -> st.SearchStrategy[Block]:
    """Draw a block, of *text* where it is given."""
    return st.builds(Block, kind=st.sampled_from(BlockKind), span=spans(text=text), level=LEVELS, xpath=MAYBE_WORDS)


def images() -> st.SearchStrategy[Image]:
    """Draw an image."""
    return _IMAGES


def links(*, text: str | None = None) -> st.SearchStrategy[Link]:
    """Draw a link, in *text* where it is given."""
    return st.builds(Link, span=spans(text=text), url=WORDS)


def authors() -> st.SearchStrategy[Author]:
    """Draw an author."""
    return _AUTHORS


def publishers() -> st.SearchStrategy[Publisher]:
    """Draw a publisher."""
    return _PUBLISHERS


def datelines(*, text: str | None = None) -> st.SearchStrategy[Dateline]:
    """Draw a dateline, of *text* where it is given."""
    days = st.none() | st.dates()
    return st.builds(Dateline, span=spans(text=text), place=MAYBE_WORDS, agency=MAYBE_WORDS, date=days)


def provenances() -> st.SearchStrategy[Provenance]:
    """Draw the provenance of a field."""
    return _PROVENANCES


def issues(*, text: str | None = None) -> st.SearchStrategy[Issue]:
    """Draw an issue, in *text* where it is given."""
    return st.builds(Issue, code=st.sampled_from(IssueCode), message=WORDS, span=st.none() | spans(text=text))
