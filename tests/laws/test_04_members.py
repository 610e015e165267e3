"""Law 4: what is referred to is a member of the article; members are distinct and in the order of the text."""

from collections.abc import Callable, Sequence
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsmodel import strategies
from newsmodel.errors import InvariantError
from newsmodel.model import Article, Span, Speaker

FIRST_SPAN: dict[str, Callable[[Any], Span]] = {
    "quotes": lambda quote: quote.content[0],
    "speakers": lambda speaker: speaker.mentions[0].span,
    "times": lambda time: time.span,
    "places": lambda place: place.spans[0],
    "events": lambda event: event.trigger,
    "links": lambda link: link.span,
}


@given(strategies.articles())
def test_what_is_referred_to_is_a_member(article: Article) -> None:
    """Speakers of quotes and participants, and times, places and quotes of events are the article's own."""
    for quote in article.quotes:
        assert quote.speaker is None or quote.speaker in article.speakers
    for event in article.events:
        assert event.time is None or event.time in article.times
        assert event.place is None or event.place in article.places
        assert event.reported_by is None or event.reported_by in article.quotes
        assert all(part.speaker is None or part.speaker in article.speakers for part in event.participants)


@given(strategies.articles(), st.sampled_from(sorted(FIRST_SPAN)))
def test_members_are_distinct_and_in_order(article: Article, name: str) -> None:
    """Each member comes once, sorted by where it first stands."""
    members: Sequence[object] = getattr(article, name)
    assert len(set(members)) == len(members)
    assert list(members) == sorted(members, key=FIRST_SPAN[name])


@given(strategies.articles(), st.sampled_from(sorted(FIRST_SPAN)))
def test_a_member_that_comes_twice_is_refused(article: Article, name: str) -> None:
    """No member may be repeated."""
    members = getattr(article, name)
    assume(members)
    changes: dict[str, Any] = {name: (members[0], *members)}
    with pytest.raises(InvariantError, match="each member once"):
        attrs.evolve(article, **changes)


@given(strategies.articles(), st.sampled_from(sorted(FIRST_SPAN)))
def test_members_out_of_order_are_refused(article: Article, name: str) -> None:
    """Members that start at different places may not change places."""
    members = getattr(article, name)
    assume(len(members) > 1 and FIRST_SPAN[name](members[0]) != FIRST_SPAN[name](members[-1]))
    changes: dict[str, Any] = {name: members[::-1]}
    with pytest.raises(InvariantError, match="in the order"):
        attrs.evolve(article, **changes)


@given(strategies.articles(text=strategies.words()), st.data())
def test_a_strange_speaker_is_refused(article: Article, data: st.DataObject) -> None:
    """A quote of a speaker who is no member of the article is refused."""
    assume(article.quotes)
    stranger: Speaker = data.draw(strategies.speakers(text=article.text))
    assume(stranger not in article.speakers)
    quote = attrs.evolve(article.quotes[0], speaker=stranger)
    with pytest.raises(InvariantError, match=r"quotes\[0\]\.speaker: expected a speaker of the article"):
        attrs.evolve(article, quotes=(quote, *article.quotes[1:]), events=())
