"""Law 3: a quote says what the text says, lies apart from its cue and source, and nests or stands alone."""

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsmodel import strategies
from newsmodel.errors import InvariantError
from newsmodel.model import Article, Quote, QuoteKind, Span


def covered(quote: Quote) -> set[int]:
    """Return the offsets that the content covers."""
    return {i for span in quote.content for i in range(span.start, span.end)}


@given(strategies.articles())
def test_a_quote_says_what_the_text_says(article: Article) -> None:
    """The text of a quote is its content's, joined by one space."""
    for quote in article.quotes:
        assert quote.text == " ".join(span.of(article.text) for span in quote.content)


@given(strategies.articles())
def test_content_lies_apart_from_cue_and_source(article: Article) -> None:
    """The spans of the content are ordered and disjoint, and neither cue nor source overlaps them."""
    for quote in article.quotes:
        assert sum(map(len, quote.content)) == len(covered(quote))
        assert list(quote.content) == sorted(quote.content)
        for beside in (quote.cue, quote.source):
            assert beside is None or covered(quote).isdisjoint(range(beside.start, beside.end))


@given(strategies.articles())
def test_two_quotes_are_disjoint_or_one_nests_in_the_other(article: Article) -> None:
    """No quote shares a part of its content with another that leaves the rest of both apart."""
    for quote in article.quotes:
        for other in article.quotes:
            shared = covered(quote) & covered(other)
            assert not shared or shared in (covered(quote), covered(other))


@given(strategies.articles(), st.data(), strategies.words())
def test_other_words_are_refused(article: Article, data: st.DataObject, text: str) -> None:
    """A quote whose text is not that of its content is refused."""
    assume(article.quotes)
    i = data.draw(st.integers(0, len(article.quotes) - 1))
    assume(article.quotes[i].text != text)
    misquoted = attrs.evolve(article.quotes[i], text=text)
    with pytest.raises(InvariantError, match=rf"quotes\[{i}\]\.text"):
        attrs.evolve(article, quotes=(*article.quotes[:i], misquoted, *article.quotes[i + 1 :]), events=())


@given(strategies.texts())
def test_crossing_quotes_are_refused(text: str) -> None:
    """Two quotes that share some text and each have some of their own are refused."""
    solid = [i for i, c in enumerate(text) if not c.isspace()]
    assume(len(solid) >= 3)
    a, b = _quote(text, solid[0], solid[-2]), _quote(text, solid[1], solid[-1])
    with pytest.raises(InvariantError, match="disjoint or nest"):
        Article(text=text, quotes=(a, b))


def _quote(text: str, first: int, last: int) -> Quote:
    """Return a quote of the text from one character to another."""
    span = Span(first, last + 1)
    return Quote(text=span.of(text), kind=QuoteKind.DIRECT, content=(span,))
