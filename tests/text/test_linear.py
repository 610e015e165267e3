"""Texts of one endless sentence, as pages broken enough give them: the steps grow as the text does."""

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


def test_events_of_an_endless_clause_are_told_by_what_is_near() -> None:
    """A clause of thousands of events is not written thousands of times."""
    article = nm.parse_text("The mayor wanted " + "election killed " * 2_000)
    assert len(article.events) > 1_000
    assert max(len(event.extent) for event in article.events) < 2_000
