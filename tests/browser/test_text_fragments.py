"""Links to words of a page, followed in a real browser."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsmodel.formats._viewer.fragments import Fragments
from newsmodel.model import Article, Block, BlockKind, Quote, QuoteKind, Span

from .serving import served

if TYPE_CHECKING:
    from .conftest import Open

# Most of these words come more than once, in the company of others.
_LONG = (
    "It was the engineer who said “it is not safe” a third time; then he went home, to the house by the river, where "
    "he had lived since the bridge was built, and where he had watched the piers go down, winter after winter, flood "
    "after flood, and nobody would believe him until the day on which the first stone fell."
)
PARAGRAPHS = (
    "The mayor spoke first. “It is not safe,” she said, and sat down.",
    "Then the engineer spoke. “It is not safe,” he said – well-known words, 50% of them & more.",
    "“We told you so, we told you so, we told you so,” a driver shouted. Nobody answered.",
    _LONG,
    "“It is not safe,” said the river.",
    "It was the engineer who said it.",
)
TEXT = "\n\n".join(PARAGRAPHS)


@pytest.fixture(scope="module")
def page_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the page, its paragraphs far from each other; return its address."""
    folder: Path = tmp_path_factory.mktemp("served")
    paragraphs = "".join(f'<p id="p{i}">{escape(words)}</p>' for i, words in enumerate(PARAGRAPHS))
    style = "<style>p{margin:2500px 0}</style>"
    page = f'<!DOCTYPE html><meta charset=utf-8><link rel=icon href="data:,"><title>Page</title>{style}{paragraphs}'
    (folder / "page.html").write_text(page, "utf-8")
    with served(folder) as address:
        yield f"{address}/page.html"


def article(url: str) -> tuple[Article, list[tuple[int, Span]]]:
    """Return the article with a quote of every stretch of words that is linked to, and where each stands."""
    wanted = [
        (0, "It is not safe,"),
        (1, "It is not safe,"),
        (1, "well-known words, 50% of them & more"),
        (2, "We told you so, we told you so, we told you so,"),
        (3, "it is not safe"),
        (3, PARAGRAPHS[3]),
        (4, "It is not safe,"),
        (5, "It was the engineer who said"),
    ]
    found: list[tuple[int, Span]] = []
    for i, words in wanted:
        start = TEXT.index(PARAGRAPHS[i]) + PARAGRAPHS[i].index(words)
        found.append((i, Span(start, start + len(words))))
    starts = [TEXT.index(words) for words in PARAGRAPHS]
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, span=Span(start, start + len(words)))
        for start, words in zip(starts, PARAGRAPHS, strict=True)
    )
    quote = Quote(text=found[0][1].of(TEXT), kind=QuoteKind.DIRECT, content=(found[0][1],))
    return Article(text=TEXT, url=url, blocks=blocks, quotes=(quote,)), found


def test_a_link_goes_to_its_words(open_page: "Open", page_url: str) -> None:
    """However often the words come, and whatever is in them, the browser scrolls to the paragraph that is meant."""
    made, wanted = article(page_url)
    fragments = Fragments(made)
    script = """() => [...document.querySelectorAll('p')].filter(it => {
        const box = it.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight }).map(it => it.id)"""
    shown: list[object] = []
    for _, span in wanted:
        url = fragments.to([span])
        assert url is not None
        page = open_page(url)
        page.wait_for_function("scrollY > 0")
        shown += page.evaluate(script)
    assert shown == [f"p{i}" for i, _ in wanted]


def test_one_quote_in_several_places_is_one_link(open_page: "Open", page_url: str) -> None:
    """Words that go over two paragraphs, and a quote in two parts, are found from their first word."""
    made, wanted = article(page_url)
    over_two = Span(wanted[3][1].start, wanted[4][1].end)
    for spans in ([over_two], [wanted[3][1], wanted[4][1]]):
        page = open_page(Fragments(made).to(spans) or "")
        page.wait_for_function("scrollY > 0")
        assert page.locator("#p2").evaluate("it => it.getBoundingClientRect().top > 0")
