"""The way of articles from a worker: what arrives is what was sent."""

from hypothesis import given
from hypothesis import strategies as st

from newsmodel.batch import Failure, FailureCode
from newsmodel.batch._sending import received, sent
from newsmodel.model import Article
from newsmodel.strategies import articles


@given(st.lists(articles(), max_size=2))
def test_what_arrives_is_what_was_sent(made: list[Article]) -> None:
    """Articles arrive equal, of the same hash and appearance, and what they share they still share."""
    failure = Failure(code=FailureCode.NOT_HTML, message="expected an HTML page, got a PDF")
    *found, last = received(sent([*made, failure]))
    assert (found, last) == (made, failure)
    assert list(map(hash, found)) == list(map(hash, made))
    assert list(map(repr, found)) == list(map(repr, made))
    for article in found:
        assert isinstance(article, Article)
        own = set(map(id, article.speakers))
        assert all(id(quote.speaker) in own for quote in article.quotes if quote.speaker is not None)
