"""Law 1: every span lies inside the text, is not empty, and starts and ends on a character that is not white space."""

from collections.abc import Iterator
from typing import cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel import strategies
from newsmodel.errors import InvariantError
from newsmodel.model import Article, Span


def spans_of(thing: object) -> Iterator[Span]:
    """Yield every span inside of an object of the model, whatever holds it."""
    if isinstance(thing, Span):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from spans_of(item)
    elif attrs.has(type(thing)):
        for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(thing))):
            yield from spans_of(getattr(thing, field.name))


@given(strategies.articles())
def test_every_span_covers_text_that_starts_and_ends_with_something(article: Article) -> None:
    """No span is empty, leaves the text, or starts or ends on white space."""
    for span in spans_of(article):
        covered = span.of(article.text)
        assert len(covered) == len(span) > 0
        assert covered == covered.strip()


@given(st.text(), strategies.spans())
def test_the_constructor_refuses_any_other_span(text: str, span: Span) -> None:
    """A link of an article stands on such a span, or the article is refused."""
    covered = text[span.start : span.end]
    link = nm.Link(span=span, url="https://example.org/")
    if span.end <= len(text) and covered == covered.strip():
        assert Article(text=text, links=(link,)).links == (link,)
    else:
        with pytest.raises(InvariantError, match=r"links\[0\]\.span"):
            Article(text=text, links=(link,))


@given(strategies.texts())
def test_plain_text_is_left_as_it_is(text: str) -> None:
    """`parse_text` keeps the caller's string, so that offsets are the caller's own."""
    assert nm.parse_text(text).text == text


@given(strategies.texts())
def test_what_is_found_in_plain_text_obeys_the_law(text: str) -> None:
    """Every span of an annotated text covers text that starts and ends with something."""
    article = nm.parse_text(text)
    assert all(span.of(text) == span.of(text).strip() for span in spans_of(article))
