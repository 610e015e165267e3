"""Documents of ours at their edges: what is written of odd articles, and what is read of that again."""

import datetime as dt
import json
import subprocess
import sys

import pytest
from lxml import etree

import newsmodel as nm
from newsmodel.errors import NewsmodelError
from newsmodel.formats import brat, html, jsonld, ninjs, tei, webannotation
from newsmodel.formats import json as native
from newsmodel.model import (
    Article,
    Block,
    BlockKind,
    Event,
    EventKind,
    Link,
    Mention,
    MentionKind,
    Place,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimeKind,
)

TEXT = "“It is not safe,” said Ada Brook. “Not at all,” she said on Monday."
DAY = dt.date(2026, 3, 2)
QUOTE = Quote(text="It is not safe,", kind=QuoteKind.DIRECT, content=(Span(1, 16),))


def test_a_page_of_another_view_is_refused() -> None:
    """The error names the views there are."""
    with pytest.raises(NewsmodelError, match="'plain' or 'annotated'"):
        html.dumps(Article(), view="fancy")  # type: ignore[arg-type]


def test_a_quote_of_ninjs_without_words_is_left_out() -> None:
    """An association that quotes nothing is no quote."""
    empty = {"rel": "quote", "bodies": [{"role": "content"}]}
    document = {"uri": "urn:x", "bodies": [{"value": TEXT}], "associations": [empty]}
    assert ninjs.loads(json.dumps(document)).quotes == ()


def test_quotes_are_of_spans_of_the_text() -> None:
    """A quote made by hand is found again where it stands, in every format that carries quotes."""
    article = Article(text=TEXT, quotes=(QUOTE,))
    for codec in (brat, jsonld, ninjs, webannotation):
        assert [found.content for found in codec.loads(codec.dumps(article)).quotes] == [QUOTE.content]


def test_what_a_format_cannot_tell_apart_is_written_once() -> None:
    """Members that differ in nothing that the format carries are one there, and are read as one."""
    name, when, where = (Span(TEXT.index(it), TEXT.index(it) + len(it)) for it in ("Ada Brook", "Monday", "said"))
    mention = Mention(span=name, kind=MentionKind.NAME)
    speakers = tuple(Speaker(name=n, kind=SpeakerKind.PERSON, mentions=(mention,)) for n in ("Ada Brook", "Ada Brook "))
    times = tuple(TimeExpression(span=when, kind=TimeKind.DATE, value="2026-03-02", start=day) for day in (None, DAY))
    places = tuple(Place(name=n, spans=(where,)) for n in ("Said", " Said"))
    quotes = tuple(
        Quote(text="It is not safe,", kind=QuoteKind.DIRECT, content=(Span(1, 16),), speaker=it) for it in speakers
    )
    events = tuple(
        Event(kind=EventKind.OTHER, trigger=where, extent=where, time=time, place=place, reported_by=quote)
        for time, place, quote in zip(times, places, quotes, strict=True)
    )
    blocks = (Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(TEXT))),)
    links = tuple(Link(span=when, url=url) for url in ("https://wold.example/", " https://wold.example/ "))
    article = Article(
        text=TEXT,
        blocks=blocks,
        links=links,
        speakers=speakers,
        times=times,
        places=places,
        quotes=quotes,
        events=events,
    )
    read = brat.loads(brat.dumps(article))
    assert [len(found) for found in (read.speakers, read.times, read.places, read.quotes)] == [1, 1, 1, 1]
    read = webannotation.loads(webannotation.dumps(article))
    assert [len(found) for found in (read.links, read.speakers, read.places, read.quotes)] == [1, 1, 1, 1]


def test_headings_in_a_row_are_divisions_that_hold_something() -> None:
    """A division of TEI without a paragraph gets an empty one, as its schema asks."""
    spans = (Span(0, 3), Span(5, 8), Span(10, 15))
    kinds = (BlockKind.HEADING, BlockKind.HEADING, BlockKind.PARAGRAPH)
    blocks = tuple(
        Block(kind=kind, span=span, level=2 if kind is BlockKind.HEADING else None)
        for kind, span in zip(kinds, spans, strict=True)
    )
    root = etree.fromstring(tei.dumps(Article(text="One\n\nTwo\n\nThree", blocks=blocks)).encode())
    divisions = root.findall(".//{http://www.tei-c.org/ns/1.0}div")
    assert [[etree.QName(child).localname for child in division] for division in divisions] == [["head", "p"]] * 2


def test_losses_of_a_page_are_what_it_does_not_show() -> None:
    """A plain page carries text and metadata, not annotations."""
    article = Article(text=TEXT, sentences=(Span(0, 33),), headline="Bridge")
    assert html.losses(article) == ("sentences",)


def test_a_speaker_may_be_null_in_native_json() -> None:
    """A reference that is null refers to nothing, as one that is left out."""
    tree = json.loads(native.dumps(Article(text=TEXT, quotes=(QUOTE,))))
    tree["article"]["quotes"][0]["speaker"] = None
    assert native.loads(json.dumps(tree)).quotes == (QUOTE,)


def test_native_json_is_the_same_without_orjson() -> None:
    """Without the extra `fast` the same is read, written and refused, by the standard library alone."""
    code = """
import sys
sys.modules["orjson"] = None
import newsmodel as nm
article = nm.parse_text("“No,” said Ada Brook on Monday.", headline="No")
print(nm.loads(nm.dumps(article)) == article, nm.dumps(article), sep="\\n")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    same, written = done.stdout.decode().splitlines()
    assert same == "True"
    assert written == nm.dumps(nm.parse_text("“No,” said Ada Brook on Monday.", headline="No"))
