"""Texts of one endless sentence, as pages broken enough give them: the steps grow as the text does."""

import sys

import pytest

import newsmodel as nm

ENDLESS = {
    "clauses far from the only place": ("They came to Paris ", "and they attacked it; "),
    "clauses joined by commas far from the only place": ("They came to Paris ", "and the army attacked us, "),
}


def steps(text: str) -> int:
    """Return how many calls and lines of Python it takes to parse."""
    count = 0

    def trace(*_: object) -> object:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()  # that of coverage, where it measures
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        nm.parse_text(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", ENDLESS)
def test_steps_grow_as_the_sentence_does(name: str) -> None:
    """Four times the clauses take about four times the steps."""
    start, clause = ENDLESS[name]
    nm.parse_text(start + clause)  # what is loaded once is loaded now
    assert steps(start + clause * 600) < 6 * steps(start + clause * 150)


def test_events_of_an_endless_clause_are_told_by_what_is_near() -> None:
    """A clause of thousands of events is not written thousands of times."""
    article = nm.parse_text("The mayor wanted " + "election killed " * 2_000)
    assert len(article.events) > 1_000
    assert max(len(event.extent) for event in article.events) < 2_000
