"""Texts of one endless sentence, as pages broken enough give them: the steps grow as the text does."""

import datetime as dt
from collections.abc import Callable
from functools import partial

import pytest

import newsmodel as nm

ENDLESS = {
    "clauses far from the only place": ("They came to Paris ", "and they attacked it; "),
    "clauses joined by commas far from the only place": ("They came to Paris ", "and the army attacked us, "),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_steps_grow_as_the_sentence_does(name: str, steps: Callable[[Callable[[], object]], int]) -> None:
    """Four times the clauses take about four times the steps."""
    start, clause = ENDLESS[name]
    nm.parse_text(start + clause)  # what is loaded once is loaded now
    few, many = (steps(partial(nm.parse_text, start + clause * n)) for n in (150, 600))
    assert many < 6 * few


def test_steps_to_tell_when_grow_as_the_article_does(steps: Callable[[Callable[[], object]], int]) -> None:
    """Four times the days and quotes take about four times the steps to find the day that is not of telling."""
    sentence, quote = "Hale said Wednesday it fell ", " “It is,” she said."
    published = dt.date(2021, 3, 4)
    articles = [
        nm.parse_text(sentence + "on Monday and " * n + "stood." + quote * n, published=published) for n in (200, 800)
    ]
    few, many = (steps(partial(nm.five_w, article)) for article in articles)
    assert [when.day for when in (nm.five_w(article).when for article in articles) if when] == [dt.date(2021, 3, 1)] * 2
    assert many < 6 * few


def test_events_of_an_endless_clause_are_told_by_what_is_near() -> None:
    """A clause of thousands of events is not written thousands of times."""
    article = nm.parse_text("The mayor wanted " + "election killed " * 2_000)
    assert len(article.events) > 1_000
    assert max(len(event.extent) for event in article.events) < 2_000
