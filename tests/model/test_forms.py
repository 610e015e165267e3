"""The written forms of values, and arguments of the wrong type."""

import pickle
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import newsmodel as nm
from newsmodel import model as m
from newsmodel.errors import InvariantError, UnknownFormatError, WrongTypeError
from newsmodel.formats import brat, html, json, jsonl, jsonld, markdown, newsml, ninjs, nitf, tei, text, webannotation
from newsmodel.model.forms import is_timex

ARTICLE = nm.Article(text="Hello")
SPEAKER = nm.Speaker(
    name="Ada", kind=m.SpeakerKind.PERSON, mentions=(m.Mention(span=nm.Span(0, 3), kind=m.MentionKind.NAME),)
)
MODULES = (brat, html, json, jsonld, markdown, newsml, ninjs, nitf, tei, text, webannotation)

TIMES = (
    *("2017", "201", "20", "XXXX", "XXX", "XX", "BC0346", "2017-10", "2017-10-05", "XXXX-10-05", "XXXX-XX-XX"),
    *("2017-W42", "2017-W42-WE", "XXXX-WXX-3", "2017-Q4", "XXXX-QX", "2017-H1", "2017-SU", "XXXX-WI"),
    *("T14:30", "TMO", "2017-10-05T14:30", "2017-10-05T24:00:00", "2017-10-05TNI", "XXXX-WXX-5TEV"),
    *("2017-10-05T14:30:00.5+02:00", "2017-10-05T14:30Z", "P14D", "P1.5Y", "PXM", "P3DE", "PXQ", "PT1H30M", "P1YT2H"),
    *("P1WE", "PAST_REF", "PRESENT_REF", "FUTURE_REF", "2017-10-05/2017-10-06"),
)
NO_TIMES = (
    *("zzz", "P", "PT", "T", "2017-", "2017-13x", "17.10.2017", "10/05/2017", "today", "5", "20171", "2017-Q5"),
    *("2017-10-05 14:30", "PAST", "past_ref", "P14", "14D", "2017-10-05/", "/", "2017-10-05\n", "٢٠١٧", "1/2/3"),
)

CALLS: dict[str, tuple[Callable[[], object], str]] = {
    "annotate": (lambda: nm.annotate(None), "article: expected Article, got None"),  # type: ignore[arg-type]
    "five_w": (lambda: nm.five_w(None), "article: expected Article, got None"),  # type: ignore[arg-type]
    "dumps": (lambda: nm.dumps(None), "article: expected Article, got None"),  # type: ignore[arg-type]
    "dumps html": (lambda: nm.dumps("x", "html"), "article: expected Article, got 'x'"),  # type: ignore[arg-type]
    "dumps name": (lambda: nm.dumps(ARTICLE, ["a"]), "format: expected str, got ['a']"),  # type: ignore[arg-type]
    "loads": (lambda: nm.loads(None), "data: expected str or bytes, got None"),  # type: ignore[arg-type]
    "losses": (lambda: nm.formats.losses(3), "article: expected Article, got 3"),  # type: ignore[arg-type]
    "jsonl.dumps": (lambda: jsonl.dumps(None), "articles: expected Iterable, got None"),  # type: ignore[arg-type]
    "jsonl.dumps item": (lambda: jsonl.dumps([3]), "articles: expected Article, got 3"),  # type: ignore[list-item]
    "jsonl.losses": (lambda: jsonl.losses(3), "article: expected Article, got 3"),  # type: ignore[arg-type]
    "parse_html": (lambda: nm.parse_html(3), "html: expected bytes or str, got 3"),  # type: ignore[arg-type]
    "parse_html url": (lambda: nm.parse_html("", 3), "url: expected str or None, got 3"),  # type: ignore[arg-type]
    "parse_html encoding": (lambda: nm.parse_html("", None, 3), "encoding: expected str or"),  # type: ignore[arg-type]
    "parse_text": (lambda: nm.parse_text(b""), "text: expected str, got b''"),  # type: ignore[arg-type]
    "parse_text headline": (lambda: nm.parse_text("", 3), "headline: expected str or None"),  # type: ignore[arg-type]
    "parse_text day": (lambda: nm.parse_text("", None, "x"), "published: expected date or"),  # type: ignore[arg-type]
    "parse_text url": (lambda: nm.parse_text("", url=3), "url: expected str or None, got 3"),  # type: ignore[arg-type]
    "quotes_in": (lambda: ARTICLE.quotes_in(3), "span: expected Span, got 3"),  # type: ignore[arg-type]
    "quotes_by": (lambda: ARTICLE.quotes_by(3), "speaker: expected Speaker or str, got 3"),  # type: ignore[arg-type]
    "replace old": (lambda: ARTICLE.replace_speaker(3, None), "old: expected Speaker, got 3"),  # type: ignore[arg-type]
    "replace new": (lambda: ARTICLE.replace_speaker(SPEAKER, 3), "new: expected Speaker or"),  # type: ignore[arg-type]
    "Span.of": (lambda: nm.Span(1, 2).of(None), "text: expected str, got None"),  # type: ignore[arg-type]
    "Span.overlaps": (lambda: nm.Span(1, 2).overlaps(3), "other: expected Span, got 3"),  # type: ignore[arg-type]
    "Span.contains": (lambda: nm.Span(1, 2).contains(3), "other: expected Span, got 3"),  # type: ignore[arg-type]
    "Span.shift": (lambda: nm.Span(1, 2).shift("3"), "by: expected int, got '3'"),  # type: ignore[arg-type]
}


class Smart(str):
    """A string that holds more than its characters, as those of tree builders do."""

    __slots__ = ()


@pytest.mark.parametrize("call", CALLS)
def test_public_functions_name_the_argument_of_the_wrong_type(call: str) -> None:
    """A wrong argument is told with its name, its value and what was expected."""
    function, message = CALLS[call]
    with pytest.raises(WrongTypeError) as caught:
        function()
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("module", MODULES)
def test_every_format_refuses_what_is_no_article(module: object) -> None:
    """Writing and telling losses ask for an article, in each format."""
    for verb in ("dumps", "losses"):
        with pytest.raises(WrongTypeError, match="article: expected Article, got None"):
            getattr(module, verb)(None)


@pytest.mark.parametrize("value", TIMES)
def test_values_of_timex3_are_taken(value: str) -> None:
    """Days, weeks, quarters, halves, seasons, decades, times, parts of the day, durations and references are times."""
    assert is_timex(value)


@pytest.mark.parametrize("value", NO_TIMES)
def test_other_values_of_times_are_refused(value: str) -> None:
    """What has no form of TIMEX3 is no value of a time expression; the error names it."""
    with pytest.raises(InvariantError, match=r"TimeExpression\.value: expected a TIMEX3 value such as"):
        nm.TimeExpression(span=nm.Span(0, 1), kind=m.TimeKind.DATE, value=value)


def test_hostile_values_of_times_are_refused_at_once() -> None:
    """A value as long as a book is read once, not again and again."""
    for value in ("P" + "9" * 10**6, "P" + "1D" * 10**6 + "!", "P1." + "1" * 10**6 + "!", "2017T" + "1" * 10**6):
        assert not is_timex(value)


def test_fields_hold_plain_strings() -> None:
    """A string of a subclass could hold a page, or a hash of its own; the parsers make plain ones of them."""
    with pytest.raises(WrongTypeError, match=r"Article\.headline: expected str, not its subclass Smart, got 'x'"):
        nm.Article(headline=Smart("x"))
    with pytest.raises(WrongTypeError, match=r"Article\.keywords\[0\]: expected str, not its subclass Smart"):
        nm.Article(keywords=(Smart("x"),))
    article = nm.parse_text(Smart("Hello."), Smart("Title"), url=Smart("https://example.org/"), annotate=False)
    assert [type(value) for value in (article.text, article.headline, article.url)] == [str] * 3


def test_losses_are_told_by_name() -> None:
    """Native documents lose nothing; others tell what they lose; unknown names are told."""
    article = attrs.evolve(ARTICLE, speakers=())
    assert nm.formats.losses(article) == json.losses(article) == jsonl.losses(article) == ()
    assert nm.formats.losses(article, format="text") == text.losses(article) == ("blocks",)
    with pytest.raises(UnknownFormatError, match=r"unknown format 'yaml'; known are .*brat, html"):
        nm.formats.losses(article, "yaml")


@pytest.mark.parametrize("name", ["html", "tei", "text"])
def test_formats_that_are_only_written_say_so(name: str) -> None:
    """Reading names the formats that are read, and survives a trip to another process."""
    with pytest.raises(UnknownFormatError) as caught:
        nm.loads("", format=name)
    message = str(caught.value)
    assert message.startswith(f"format '{name}' is written only; those that are read: ")
    assert "brat, json, jsonld" in message
    assert str(pickle.loads(pickle.dumps(caught.value))) == message


def test_forms_are_written_down_once() -> None:
    """No format has a pattern of its own for a country or a language."""
    for path in Path(nm.formats.__file__).parent.glob("*.py"):
        assert "_COUNTRY = " not in path.read_text("utf-8")
        assert "_LANGUAGE = " not in path.read_text("utf-8")
