"""Law 5: an article is not modified before it is published, where the two can be compared."""

import datetime as dt

import pytest
from hypothesis import assume, given

from newsmodel import strategies
from newsmodel.errors import InvariantError
from newsmodel.model import Article


@given(strategies.articles())
def test_published_comes_before_modified(article: Article) -> None:
    """Days, and times of the same kind, are in order; a day and a time are by the day."""
    published, modified = article.published, article.modified
    assume(published is not None and modified is not None)
    assert published is not None
    assert modified is not None
    if isinstance(published, dt.datetime) and isinstance(modified, dt.datetime):
        assert (published.tzinfo is None) != (modified.tzinfo is None) or published <= modified
    else:
        assert dt.date(*published.timetuple()[:3]) <= dt.date(*modified.timetuple()[:3])


@given(strategies.moments(), strategies.moments())
def test_the_constructor_refuses_one_order_of_two(a: dt.date, b: dt.date) -> None:
    """Of two moments that differ in their day, one order is refused, naming the field and the value."""
    first, last = sorted((a, b), key=lambda moment: moment.timetuple()[:3])
    assume(first.timetuple()[:3] < last.timetuple()[:3])
    assume(type(a) is not type(b))  # times of the same kind are compared to the second, and by their offset
    assert Article(published=first, modified=last).modified == last
    with pytest.raises(InvariantError, match="modified: expected no time before published"):
        Article(published=last, modified=first)
