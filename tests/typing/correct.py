"""Correct uses of the public face: mypy and pyright find nothing in them."""

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import assert_type

import attrs
from hypothesis.strategies import SearchStrategy

import newsmodel as nm
from newsmodel import formats, strategies
from newsmodel.formats import adapters, arrow, html, json, jsonl
from newsmodel.model import Mention, MentionKind, Participant, SpeakerKind


def construct() -> nm.Article:
    """Build an article by hand."""
    ann = nm.Speaker(
        name="Ann Lee",
        kind=SpeakerKind.PERSON,
        mentions=(Mention(span=nm.Span(6, 13), kind=MentionKind.NAME),),
    )
    quote = nm.Quote(text="Yes", kind=nm.QuoteKind.DIRECT, content=(nm.Span(1, 4),), speaker=ann)
    return nm.Article(
        headline="Yes",
        text="“Yes” Ann Lee said.",
        published=dt.date(2017, 10, 5),
        modified=dt.datetime(2017, 10, 5, 12, tzinfo=dt.UTC),
        quotes=(quote,),
        speakers=(ann,),
    )


def navigate(article: nm.Article) -> None:
    """Read what an article holds."""
    assert_type(article.headline, str | None)
    assert_type(article.quotes, tuple[nm.Quote, ...])
    assert_type(article.quotes[0].speaker, nm.Speaker | None)
    assert_type(article.published, dt.date | None)
    assert_type(article.events[0].kind, nm.EventKind)
    assert_type(article.events[0].kind.ace, str | None)
    assert_type(article.events[0].participants, tuple[Participant, ...])
    assert_type(article.quotes_by("Ann Lee"), tuple[nm.Quote, ...])
    assert_type(article.quotes_in(nm.Span(0, 4)), tuple[nm.Quote, ...])
    assert_type(article.replace_speaker(article.speakers[0], None), nm.Article)
    assert_type(nm.Span(0, 4).of(article.text), str)
    assert_type(attrs.evolve(article, headline="No"), nm.Article)


def parse() -> None:
    """Get articles from pages and texts."""
    assert_type(nm.parse_html(b"<p>Text", url="https://example.org/"), nm.Article)
    assert_type(nm.parse_html("<p>Text", encoding="utf-8", annotate=False), nm.Article)
    assert_type(nm.parse_text("Text", headline="H", published=dt.date(2017, 10, 5)), nm.Article)
    assert_type(nm.annotate(nm.Article(text="Text")), nm.Article)
    assert_type(nm.five_w(nm.Article(text="Text")), nm.FiveW)


def write_and_read(article: nm.Article, file: io.StringIO) -> None:
    """Use the formats, by name and by module."""
    assert_type(nm.dumps(article), str | bytes)
    assert_type(nm.loads(b"{}", format="json"), nm.Article)
    assert_type(json.dumps(article, indent=2), str)
    assert_type(json.loads("{}"), nm.Article)
    assert_type(html.dumps(article), str)
    assert_type(jsonl.dumps([article]), str)
    assert_type(jsonl.loads(""), tuple[nm.Article, ...])
    assert_type(jsonl.dump_to(file, iter([article])), int)
    assert_type(jsonl.load_from(file), Iterator[nm.Article])
    assert_type(formats.available(), tuple[str, ...])


def exchange(article: nm.Article, folder: Path) -> None:
    """Go from and to what other tools have and read."""
    assert_type(adapters.from_citron({"text": "", "quotes": []}), nm.Article)
    assert_type(adapters.from_trafilatura(object()), nm.Article)
    assert_type(json.schema(), dict[str, object])
    assert_type(arrow.loads(arrow.dumps(article)), nm.Article)
    assert_type(arrow.write_parquet([article], folder), int)
    assert_type(arrow.read_parquet(folder), Iterator[nm.Article])


def draw() -> None:
    """Use the strategies."""
    assert_type(strategies.articles(), SearchStrategy[nm.Article])
    assert_type(strategies.spans(text="text"), SearchStrategy[nm.Span])
    assert_type(strategies.quotes(text=None), SearchStrategy[nm.Quote])
