"""Hostile input is normal input: an `Article` or a `NewsmodelError` that says what is wrong, in linear time."""

import random
import time
from collections.abc import Callable
from functools import partial

import pytest

import newsmodel as nm
from newsmodel.errors import NewsmodelError, ParseError, WrongTypeError
from newsmodel.model import IssueCode


def outcome(call: Callable[[], nm.Article]) -> nm.Article | NewsmodelError:
    """Return the article, or the error that newsmodel raises on purpose; any other exception fails the test."""
    try:
        return call()
    except NewsmodelError as error:
        assert str(error)
        return error


def codes(article: nm.Article | NewsmodelError) -> set[IssueCode]:
    """Return the codes of an article's issues."""
    assert isinstance(article, nm.Article)
    return {issue.code for issue in article.issues}


@pytest.mark.parametrize("empty", [b"", "", b"  \n ", " \n", b"<html></html>", b"\xef\xbb\xbf", b"\x00\x00"])
def test_an_empty_page_is_an_empty_article(empty: bytes | str) -> None:
    """A page without text gives an article without text, with an issue that says so."""
    article = nm.parse_html(empty)
    assert article.text == ""
    assert IssueCode.EMPTY in codes(article)


def test_an_empty_text_is_an_empty_article() -> None:
    """An empty text gives an article that keeps it, with an issue that says so."""
    for text in ("", " \n\t "):
        article = nm.parse_text(text)
        assert article.text == text
        assert codes(article) == {IssueCode.EMPTY}


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01",
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03",
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00",
    ],
    ids=["pdf", "png", "jpeg", "zip", "gzip", "gif"],
)
def test_files_of_other_kinds_are_refused_by_name(data: bytes) -> None:
    """A PDF, an image or an archive is refused with an error that says what it is."""
    with pytest.raises(ParseError):
        nm.parse_html(data)


@pytest.mark.parametrize("value", [None, 5, ["<p>It rained."], object()])
def test_values_of_the_wrong_type_are_refused(value: object) -> None:
    """Neither parser takes anything but text (or bytes, for pages)."""
    with pytest.raises(WrongTypeError, match="bytes or str"):
        nm.parse_html(value)  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError):
        nm.parse_text(value)  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError):
        nm.parse_text(b"bytes")  # type: ignore[arg-type]


def test_lone_surrogates_are_refused_in_text_and_replaced_in_pages() -> None:
    """A text with lone surrogates cannot be kept as it is, so it is refused; in a page they become U+FFFD."""
    with pytest.raises(nm.NewsmodelError, match="surrogates"):
        nm.parse_text("It rained \ud800 all day.")
    article = nm.parse_html("<article><p>It rained \ud800 all day, and the whole town was under water.</p></article>")
    assert "\ud800" not in article.text


def test_random_bytes_are_an_article_or_an_error() -> None:
    """Bytes without meaning never raise anything but a `NewsmodelError`."""
    source = random.Random(20261123)
    for size in (1, 10, 100, 1000, 20_000):
        data = source.randbytes(size)
        outcome(partial(nm.parse_html, data))
        outcome(partial(nm.parse_text, data.decode("latin-1")))


PARAGRAPH = "<p>“It rained all night,” said Ruth Abara, mayor of Lowmere, on Monday. The river rose by a metre.</p>\n"

HOSTILE: dict[str, Callable[[int], str]] = {
    "nested elements": lambda n: "<div>" * n + PARAGRAPH,
    "nested inline elements": lambda n: "<b>" * n + PARAGRAPH,
    "nested lists": lambda n: "<ul><li>" * n + "It rained.",
    "nested quotations": lambda n: "<blockquote>" * n + PARAGRAPH,
    "nested tables": lambda n: "<table><tr><td>" * n + PARAGRAPH,
    "closing tags alone": lambda n: "</p></div>" * n + PARAGRAPH,
    "inline elements": lambda n: "<p>" + "<b>x</b> " * n,
    "links": lambda n: "<p>" + "<a href='/x'>It rained all night.</a> " * n,
    "attribute": lambda n: f"<p title='{'x' * (50 * n)}'>It rained.</p>" + PARAGRAPH,
    "attributes": lambda n: "<p " + " ".join(f"a{i}=1" for i in range(n // 20)) + ">It rained.</p>" + PARAGRAPH,
    "one long word": lambda n: "<p>" + "x" * (20 * n),
    "unclosed paragraphs": lambda n: "<p>It rained " * n,
    "unclosed comment": lambda n: PARAGRAPH + "<!--" + "- " * n,
    "unclosed script": lambda n: PARAGRAPH + "<script>" + "<!--" * n,
    "unclosed tag": lambda n: PARAGRAPH + "<p " + "<" * n,
    "entities": lambda n: "<p>" + "&amp;&#65;&nosuch;" * n,
    "opening marks": lambda n: "<p>" + "“" * n,
    "marks": lambda n: "<p>" + "\" '' ' “ ” « » " * n,
    "JSON-LD authors": lambda n: (
        '<script type="application/ld+json">{"author":[' + '{"name":"x",' * n + "</script>" + PARAGRAPH
    ),
    "JSON-LD depth": lambda n: '<script type="application/ld+json">' + "[" * n + "</script>" + PARAGRAPH,
    "JSON-LD numbers": lambda n: '<script type="application/ld+json">{"a":' + "9" * n + "}</script>" + PARAGRAPH,
    "JSON-LD blocks": lambda n: (
        '<script type="application/ld+json">{"@type":"NewsArticle"</script>' * (n // 10) + PARAGRAPH
    ),
    "meta elements": lambda n: "<meta property='article:author' content='Ruth Abara'>" * (n // 4) + PARAGRAPH,
    "time elements": lambda n: "<time datetime='2024-13-45'>x</time>" * (n // 4) + PARAGRAPH,
    "nothing": lambda n: " \n" * (10 * n),
    "paragraphs": lambda n: PARAGRAPH * (n // 20),
    "headings": lambda n: "<h1>It rained</h1>" * (n // 4) + PARAGRAPH,
}


def spent(call: Callable[[], object]) -> float:
    """Return the processor time of one call, the shortest of two."""
    times = []
    for _ in range(2):
        began = time.process_time()
        call()
        times.append(time.process_time() - began)
    return min(times)


def growth(parse: Callable[[str], nm.Article], small: str, large: str) -> float:
    """Return how many times as long the large input takes."""
    few = max(spent(lambda: outcome(partial(parse, small))), 0.004)
    return spent(lambda: outcome(partial(parse, large))) / few


def assert_linear(parse: Callable[[str], nm.Article], small: str, large: str) -> None:
    """Hold the time for four times the input to 9 times as long, in one of a few tries; 16 times would be quadratic."""
    tries = (growth(parse, small, large) for _ in range(5))  # a machine that does more is slow now and then
    assert any(ratio < 9 for ratio in tries)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.usefixtures("alone")
def test_pages_take_time_linear_in_their_length(name: str) -> None:
    """Four times the input takes about four times the time, whatever the input is made of."""
    make = HOSTILE[name]
    assert_linear(nm.parse_html, make(4_000), make(16_000))


HOSTILE_TEXT = {
    "opening marks": "“",
    "straight marks": '"',
    "apostrophes": "'",
    "opening marks and words": "“It rained ",
    "said": "said ",
    "titles": "Mr. ",
    "auxiliaries": "to be ",
    "X said": "Abara said ",
    "names": "Ruth Abara ",
    "capitals": "A",
    "initials": "A. ",
    "full stops": ".",
    "commas": "rain, ",
    "hyphens": "a-",
    "digits": "1",
    "numbers": "1,",
    "dates": "Oct. 5, ",
    "units": "two years ",
    "of": "of the ",
    "and": "Abara and ",
    "he said": "He said he said that ",
    "lines": "It rained.\n",
    "blank lines": "\n \n",
    "quoted sentences": "“It rained,” he said. ",
    "according to": "according to ",
    "white space": " \t",
    "combining marks": "e\u0301",
    "emoji": "🙂",
    "lists": "- rain\n",
}


@pytest.mark.parametrize("name", HOSTILE_TEXT)
@pytest.mark.usefixtures("alone")
def test_texts_take_time_linear_in_their_length(name: str) -> None:
    """Four times the text takes about four times the time, whatever the text repeats."""
    unit = HOSTILE_TEXT[name]
    assert_linear(nm.parse_text, unit * (12_000 // len(unit)), unit * (48_000 // len(unit)))


def test_a_million_opening_quotation_marks() -> None:
    """An article of one million opening quotation marks is an article with an issue."""
    article = nm.parse_text("“" * 1_000_000)
    assert IssueCode.UNCLOSED_QUOTATION in codes(article)


def test_a_hundred_thousand_nested_elements() -> None:
    """A page nested a hundred thousand deep is an article or an error."""
    outcome(lambda: nm.parse_html("<div>" * 100_000 + PARAGRAPH))
    outcome(lambda: nm.parse_html("<span>" * 100_000 + "It rained." + "</span>" * 100_000))


def test_a_page_of_fifty_megabytes() -> None:
    """A page of 50 MB is an article or an error."""
    filler = "<!-- " + "x" * 999_990 + " -->"
    outcome(lambda: nm.parse_html(PARAGRAPH * 50 + filler * 50))
    article = outcome(lambda: nm.parse_html("<p>" + "It rained. " * 4_500_000, annotate=False))
    assert isinstance(article, NewsmodelError) or article.text
