"""Law 9: whatever they are given, the parsers return an `Article` or raise a `NewsmodelError`, in linear time."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel import strategies
from newsmodel.errors import NewsmodelError
from newsmodel.formats import html

ARTICLE_OR_ERROR = (nm.Article, NewsmodelError)

_TAGS = st.sampled_from(
    ["html", "head", "title", "body", "article", "p", "h1", "ul", "li", "q", "pre", "table", "tr", "td", "a", "script"]
)
_ATTRIBUTES = st.sampled_from(
    ["", ' class="byline"', ' datetime="2017-10-05"', ' itemprop="author"', ' type="application/ld+json"', " lang=de"]
)
_WORDS = st.sampled_from(
    ["“", "”", '"', "said", "Ann Lee", "on Friday", "According to ", "<!--", "-->", "<![CDATA[", "&#0;", "&amp", "{"]
)
MARKUP = st.lists(
    st.builds("<{}{}>".format, _TAGS, _ATTRIBUTES) | st.builds("</{}>".format, _TAGS) | _WORDS | st.text(max_size=5)
).map("".join)


def outcome(parse: Callable[[], nm.Article]) -> nm.Article | NewsmodelError:
    """Return the article, or the error that newsmodel raises on purpose."""
    try:
        return parse()
    except NewsmodelError as error:
        return error


@given(st.text() | strategies.texts() | st.text(st.characters(codec=None)))
def test_any_text_is_an_article_or_refused(text: str) -> None:
    """Plain text of any kind, lone surrogates too."""
    assert isinstance(outcome(lambda: nm.parse_text(text)), ARTICLE_OR_ERROR)


@given(st.binary() | st.text() | st.text(st.characters(codec=None)))
def test_any_bytes_are_an_article_or_refused(data: bytes | str) -> None:
    """Pages of any kind, binary data too."""
    assert isinstance(outcome(lambda: nm.parse_html(data)), ARTICLE_OR_ERROR)


@given(MARKUP)
def test_any_markup_is_an_article_or_refused(page: str) -> None:
    """Pages of tags in any order."""
    assert isinstance(outcome(lambda: nm.parse_html(page, url="https://example.org/a")), ARTICLE_OR_ERROR)


@given(strategies.articles(), st.data())
def test_a_damaged_page_is_an_article_or_refused(article: nm.Article, data: st.DataObject) -> None:
    """Pages of which parts are lost or changed."""
    page = html.dumps(article)
    start = data.draw(st.integers(0, len(page)))
    end = data.draw(st.integers(start, len(page)))
    damaged = page[:start] + data.draw(MARKUP) + page[end:]
    assert isinstance(outcome(lambda: nm.parse_html(damaged.encode())), ARTICLE_OR_ERROR)


@given(strategies.articles())
def test_any_article_can_be_annotated_and_asked(article: nm.Article) -> None:
    """Articles of any source are annotated, and the reporter's questions answered."""
    annotated = nm.annotate(article)
    assert annotated.text == article.text
    assert isinstance(nm.five_w(annotated), nm.FiveW)


BROKEN_OFF = [
    "PARIS, Monday, Oct. 5, 2017 (Reuters) - Globex said in a statement they would appeal.",
    "“It is dead,” shot back Roe, who has asked whether, he said, the plan was written for Hill: “No.”",
    "According to Mr. Hill, a spokesman, the company’s claims, as Jane Roe put it, are not what he called “law”.",
    "Gunmen killed at least 12 miners near Mosul, Iraq, at 10 p.m. last Monday, and in 2017–18 a strike followed.",
]


@pytest.mark.parametrize("text", BROKEN_OFF)
def test_a_text_may_begin_and_end_at_any_character(text: str) -> None:
    """No rule looks past the ends of a text, wherever it is broken off."""
    for part in (*(text[:end] for end in range(len(text))), *(text[start:] for start in range(len(text)))):
        assert nm.parse_text(part).text == part


HOSTILE: dict[str, Callable[[int], str]] = {
    "opening quotation marks": lambda n: "“" * n,
    "straight quotation marks": lambda n: '" ' * n,
    "nested apostrophes": lambda n: "'a" * n,
    "one endless word": lambda n: "a" * n,
    "capitals": lambda n: "A. " * n,
    "cues": lambda n: "he said " * n,
    "one speaker quoted again and again": lambda n: "“Yes,” Ann Lee said. " * n,
    "digits": lambda n: "1" * n,
    "commas": lambda n: ", " * n,
    "dates": lambda n: "on Oct. 5 " * n,
    "lines": lambda n: "\n" * n,
    "nested elements": lambda n: "<div>" * n,
    "open comments": lambda n: "<!--" * n,
    "broken JSON-LD": lambda n: '<script type="application/ld+json">' + '{"author":"x",' * n,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("parse", [nm.parse_text, nm.parse_html])
def test_work_grows_as_the_input_does(
    name: str, parse: Callable[[str], nm.Article], steps: Callable[[Callable[[], object]], int]
) -> None:
    """Four times the input takes about four times the steps, counted in lines of Python."""
    parse("Ann Lee said so.")  # what is loaded once is loaded now
    few, many = (steps(partial(outcome, partial(parse, HOSTILE[name](n)))) for n in (50, 200))
    assert many < 8 * few + 5000
