"""Timelines: the dates of what happened are text, other dates are metadata."""

import pytest

from newsmodel.html import read_page

BODY = [
    "The old bridge of Orrland is closed to lorries from Monday, after engineers found rust in two of its cables.",
    "“It will carry you, your car and your dog, but no longer a load of timber,” said Ada Holm of the road office.",
]
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
EVENTS = {
    "May 4, 1931": "The mayor opens the bridge, in the rain.",
    "June 12, 1994": "A bucket of paint falls on a boat.",
    "Oct. 2, 2026": "Engineers find rust in two cables.",
}


def texts(body: str) -> list[str]:
    """Return the texts of the blocks of a page with this body, below its headline."""
    article = read_page(f"<title>Bridge closed</title><body><article><h1>Bridge closed</h1>{body}</article>")
    return [block.span.of(article.text) for block in article.blocks]


def timeline(item: str, events: dict[str, str]) -> str:
    """Return a timeline of the events, each in an item like the one given."""
    return f"<section>{''.join(item.format(date, told) for date, told in events.items())}</section>"


def test_the_dates_of_a_timeline() -> None:
    """Three dates or more in boxes of one list, each above what happened, are read with it."""
    item = "<div><div class=t-date>{0}</div><p>{1}</p></div>"
    every = [text for event in EVENTS.items() for text in event]
    assert texts(TEXT + timeline(item, EVENTS)) == [*BODY, *every]
    two = dict(list(EVENTS.items())[:2])
    assert texts(TEXT + timeline(item, two)) == [*BODY, *two.values()]


@pytest.mark.parametrize(
    "item",
    [
        "<div><div class=t-date><a href=/d>{0}</a></div><p>{1}</p></div>",
        "<div><div class=t-date>{0}</div></div><p>{1}</p>",
        "<div><div class=t-date>{0}</div><p>Rain</p><p>{1}</p></div>",
        "<div><div class=t-date>Last changed by the harbor office of Lund on {0}</div><p>{1}</p></div>",
    ],
)
def test_other_dates(item: str) -> None:
    """Links, dates in boxes of their own, those above a word and lines that say when a text was changed are none."""
    found = texts(TEXT + timeline(item, EVENTS))
    assert not any(date in text for date in EVENTS for text in found)
    assert set(EVENTS.values()) <= set(found)
