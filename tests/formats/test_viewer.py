"""The article viewer's page as a document; tests/browser has it in a browser."""

import datetime as dt
import re
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

import newsmodel as nm
from newsmodel import strategies
from newsmodel.errors import WrongTypeError
from newsmodel.formats import html
from newsmodel.formats._viewer.dates import moment, period
from newsmodel.formats._viewer.fragments import Fragments
from newsmodel.model import (
    Article,
    Block,
    BlockKind,
    Event,
    EventKind,
    Quote,
    QuoteKind,
    Span,
    TimeExpression,
    TimeKind,
)

URL = "https://fernby.example/page"


def page(article: Article) -> lxml_html.HtmlElement:
    """Return the viewer's page as a tree."""
    return lxml_html.document_fromstring(html.dumps(article, view="annotated"))


def quote(text: str, *content: Span) -> Quote:
    """Return a quote of these words."""
    return Quote(text=" ".join(span.of(text) for span in content), kind=QuoteKind.DIRECT, content=content)


@given(strategies.articles())
def test_every_article_can_be_shown(article: Article) -> None:
    """Whatever an article holds, its page shows all of its text in order, and each quote and speaker once."""
    written = html.dumps(article, view="annotated")
    assert written == html.dumps(article, view="annotated")
    tree = lxml_html.document_fromstring(written)
    shown = tree.xpath("//*[@class='body']//text()[not(ancestor::*[@class='origin'])]")
    assert "".join("".join(map(str, shown)).split()) == "".join(_readable(article.text).split())
    ids = [str(found) for found in tree.xpath("//@id")]
    assert len(ids) == len(set(ids))
    assert [f"q{i}" for i in range(1, len(article.quotes) + 1)] == sorted(
        (name for name in ids if re.fullmatch(r"q\d+", name)), key=lambda name: int(name[1:])
    )
    assert len(tree.xpath("//button[@data-speaker]")) == len(article.speakers)
    assert {href[1:] for href in tree.xpath("//aside//a/@href") if href.startswith("#")} <= set(ids)
    assert len(tree.xpath("//script")) == 2


def _readable(text: str) -> str:
    return re.sub("[\x00-\x08\x0e-\x1b\ufffe\uffff]", "\ufffd", text)


@given(strategies.articles())
def test_the_page_tells_what_the_article_is(article: Article) -> None:
    """The annotated page carries the metadata that the plain one does."""
    plain, annotated = (
        lxml_html.document_fromstring(html.dumps(article, view=view)).xpath("//head/meta[@content]|//head/title")
        for view in ("plain", "annotated")
    )
    shown = [lxml_html.tostring(node) for node in annotated if node.get("http-equiv") is None]
    assert shown == [lxml_html.tostring(node) for node in plain]


def test_an_unknown_view_is_refused() -> None:
    """The error names the views there are."""
    with pytest.raises(WrongTypeError, match="view: expected 'plain' or 'annotated', got 'pretty'"):
        html.dumps(Article(text="Hello"), view="pretty")  # type: ignore[arg-type]


def test_links_are_broken_where_a_quote_begins() -> None:
    """A link that crosses a quote is an element inside it and one outside of it; no link holds another."""
    text = "He called it a bad idea and left."
    start = text.index("a bad idea")
    found = page(
        Article(
            text=text,
            url=URL,
            links=(nm.Link(span=Span(start - 3, start + 5), url="https://a.example/"),),
            quotes=(quote(text, Span(start, start + 10)),),
        )
    )
    assert [node.text_content() for node in found.xpath("//a[@href='https://a.example/']")] == ["it ", "a bad"]
    assert found.xpath("//a//a") == []
    assert found.xpath("//*[@id='q1']/a[not(@class)]/text()") == ["a bad"]


def test_the_cells_of_a_table_are_drawn_each() -> None:
    """A quote in a cell is marked in it, and one over two cells in both."""
    text = "Pier\tWords\nNorth\tIt fell"
    block = Block(kind=BlockKind.TABLE, span=Span(0, len(text)))
    found = page(Article(text=text, blocks=(block,), quotes=(quote(text, Span(11, len(text))),)))
    assert [[cell.text_content() for cell in row] for row in found.iter("tr")] == [
        ["Pier", "Words"],
        ["North", "It fell"],
    ]
    assert [node.text_content() for node in found.xpath("//td//*[@data-quote='1']")] == ["North", "It fell"]


def test_marks_that_cross_are_cut() -> None:
    """Where an event's words and a time's overlap, the piece they share is both."""
    text = "The vote Tuesday night failed."
    vote = Span(4, 16)
    found = page(
        Article(
            text=text,
            events=(Event(kind=EventKind.ELECTION, trigger=vote, extent=Span(0, len(text))),),
            times=(TimeExpression(span=Span(9, 22), kind=TimeKind.TIME, value="2026-03-03TNI"),),
        )
    )
    pieces = [(node.get("class"), node.text) for node in found.xpath("//div[@class='body']//span")]
    assert pieces == [("event", "vote "), ("event time", "Tuesday"), ("time", " night")]


# -- links into the original page --------------------------------------------------------------------------------


def link(text: str, *words: str, **fields: str) -> str | None:
    """Return the link to words of a text, each at its first place."""
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in words]
    article = Article(text=text, quotes=(quote(text, *spans),), **{"url": URL, **fields})  # type: ignore[arg-type]
    return Fragments(article).to(spans)


def test_words_that_come_once_are_enough() -> None:
    """The link holds the words alone, with all that has a meaning in a link encoded."""
    assert link("“It fell - twice, & hard,” he said.", "It fell - twice, & hard,") == (
        f"{URL}#:~:text=It%20fell%20%2D%20twice%2C%20%26%20hard"
    )


def test_words_that_come_more_than_once_have_company() -> None:
    """What stands before or after tells which are meant, with the punctuation that is between."""
    text = "Yes, it fell. “It fell,” he said. It fell again."
    assert link(text, "It fell") == f"{URL}#:~:text=fell.%20%E2%80%9C-,It%20fell"
    assert link("It fell. That is all. It fell? No.", "It fell") == f"{URL}#:~:text=It%20fell,-.%20That"


def test_words_of_the_headline_count_too() -> None:
    """A page has its headline and standfirst before its text."""
    assert link("All said it fell then.", "it fell") == f"{URL}#:~:text=it%20fell"
    assert link("All said it fell then.", "it fell", headline="It fell") == f"{URL}#:~:text=said-,it%20fell"


def test_long_words_are_given_by_their_ends() -> None:
    """Words over several lines, or many of them, are a range; the two parts of a quote are two directives."""
    assert link("One two.\n\nThree four.", "One two.\n\nThree four.") == f"{URL}#:~:text=One%20two,Three%20four"
    many = " ".join(f"word{i}" for i in range(40))
    assert link(many, many) == (
        f"{URL}#:~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39"
    )
    assert link("One two. Three four.", "One", "Three four.") == f"{URL}#:~:text=One&text=Three%20four"


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("https://a.example/x#part", "https://a.example/x#part:~:text="),
        ("https://a.example/x#:~:text=other", "https://a.example/x#:~:text="),
        ("HTTPS://a.example/", "HTTPS://a.example/#:~:text="),
        ("/relative", None),
        ("javascript:alert(1)", None),
    ],
)
def test_only_pages_of_the_web_are_linked_to(url: str, base: str | None) -> None:
    """The directive comes after a fragment that is there already, and takes the place of other directives."""
    found = link("It fell.", "It fell", url=url)
    assert found == (base and base + "It%20fell")


def test_words_that_are_none_have_no_link() -> None:
    """Dots alone cannot be found."""
    assert link("He said … and left.", "…") is None


# -- days --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026-03-02", "2026-03-02", "2 March 2026"),
        ("2026-03-01", "2026-03-31", "March 2026"),
        ("2026-02-01", "2026-02-28", "February 2026"),
        ("2026-01-01", "2026-12-31", "2026"),
        ("1990-01-01", "1999-12-31", "1990–1999"),
        ("9999-01-01", "9999-12-31", "9999"),
        ("2026-03-14", "2026-03-15", "14–15 March 2026"),
        ("2026-03-30", "2026-04-05", "30 March – 5 April 2026"),
        ("2025-12-29", "2026-01-04", "29 December 2025 – 4 January 2026"),
    ],
)
def test_periods_are_written_as_people_do(start: str, end: str, words: str) -> None:
    """A day, a month, a year, several years, or two days."""
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    found = period(TimeExpression(span=Span(0, 1), kind=TimeKind.DATE, value="2026", start=first, end=last))
    assert found == (start, end, words)


# -- size --------------------------------------------------------------------------------------------------------


def _one_line(n: int) -> Article:
    """Return n quotes of the same words on one line."""
    text = "It fell. " * n
    spans = [Span(9 * i, 9 * i + 7) for i in range(n)]
    return Article(text=text, url=URL, quotes=tuple(quote(text, span) for span in spans))


def _nested(n: int) -> Article:
    """Return n quotes in one another, over n paragraphs."""
    text = "\n\n".join(["It fell."] * n)
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, span=Span(10 * i, 10 * i + 8)) for i in range(n))
    quotes = [quote(text, Span(10 * i, len(text))) for i in range(n // 2)]
    return Article(text=text, url=URL, blocks=blocks, quotes=tuple(quotes[:40]))


def _crossing(n: int) -> Article:
    """Return n events, each with words that cross those of many others."""
    text = "fell " * (2 * n)
    whole = Span(0, len(text) - 1)
    starts = range(0, 5 * n, 5)
    events = [Event(kind=EventKind.DIE, trigger=Span(i, i + 5 * n - 1), extent=whole) for i in starts]
    return Article(text=text, url=URL, events=tuple(events))


@pytest.mark.parametrize("make", [_one_line, _nested, _crossing])
@pytest.mark.usefixtures("alone")
def test_the_page_is_made_in_linear_time(make: Callable[[int], Article]) -> None:
    """Four times the annotations take about four times the time, and give about four times the page."""
    small, large = make(400), make(1600)
    assert len(html.dumps(large, view="annotated")) < 5 * len(html.dumps(small, view="annotated"))
    growth = min(_spent(large) / max(_spent(small), 0.004) for _ in range(3))
    assert growth < 9  # 16 would be quadratic


def _spent(article: Article) -> float:
    began = time.process_time()
    html.dumps(article, view="annotated")
    return time.process_time() - began


@given(st.datetimes() | st.dates())
def test_moments_name_their_day(when: dt.date) -> None:
    """A date is its day in words; a datetime has the time of day too."""
    assert moment(when).startswith(f"{when.day} ")
    assert isinstance(when, dt.datetime) == (":" in moment(when))


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    """What a notebook asks for is the page in a sandboxed frame, escaped as an attribute is."""
    article = Article(headline='"Quoted" <b>', text="It fell.")
    show = Article._repr_html_
    assert show is not None
    frame = lxml_html.fragment_fromstring(show(article))
    assert frame.get("srcdoc") == html.dumps(article, view="annotated")
    assert "allow-same-origin" not in frame.get("sandbox", "")
