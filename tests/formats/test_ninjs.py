"""IPTC ninjs 3.1: what is written, what comes back, what of the documents of others is read."""

import datetime as dt
import json

import attrs
import pytest

from newsmodel.errors import FormatError
from newsmodel.formats import ninjs
from newsmodel.model import Article, BlockKind, IssueCode, Modality, QuoteKind
from newsmodel.pipeline import parse_text


def test_an_article_is_a_ninjs_item(article: Article) -> None:
    """Metadata, bodies, people, quotes as associations, and events have the names of the standard."""
    tree = json.loads(ninjs.dumps(article))
    assert (tree["uri"], tree["type"]) == ("https://wold.example/bridge", "text")
    assert tree["standard"]["version"] == "3.1"
    assert (tree["firstCreated"], tree["versionCreated"]) == ("2026-03-02T17:30:00+01:00", "2026-03-03T09:00:00+00:00")
    assert (tree["by"], tree["located"]) == ("Jo O'Dell, Wold News", "FERNBY")
    plain, html = tree["bodies"]
    assert plain["value"] == article.text
    assert html["value"].startswith('<p>FERNBY (Wold News) — The council closed the <a href="https://wold.example/')
    assert (
        "<ul><li>Repairs *begin* in May, Brook said.<ul><li>The ferry runs daily.</li></ul></li></ul>" in html["value"]
    )
    safe = tree["associations"][0]
    assert (safe["type"], safe["rel"], safe["genres"]) == ("component", "quote", [{"name": "direct"}])
    assert [body["value"] for body in safe["bodies"]] == [
        "It is not safe,",
        "We found 12 cracks & 3 holes.",
        "Mayor Ada Brook",
        "said",
    ]
    assert safe["people"][0]["name"] == "Ada Brook"
    assert safe["people"][0]["uri"] == tree["people"][1]["uri"]
    assert tree["events"][0]["literal"] == "Politics.Decide"


def test_text_blocks_links_and_quotes_come_back(article: Article) -> None:
    """Quotes with source and cue stand on the same spans; white space of the text is kept."""
    spaced = attrs.evolve(article, text=article.text + " \n")
    read = ninjs.loads(ninjs.dumps(spaced))
    assert read.text == spaced.text
    for field in ("blocks", "links", "images", "authors", "publisher", "published", "modified", "section", "keywords"):
        assert getattr(read, field) == getattr(article, field), field
    assert [(q.text, q.content, q.cue, q.source, q.kind) for q in read.quotes] == [
        (q.text, q.content, q.cue, q.source, q.kind) for q in article.quotes
    ]
    assert [quote.speaker and quote.speaker.name for quote in read.quotes] == ["Ada Brook"] * 2


def test_losses_name_what_does_not_come_back(article: Article) -> None:
    """A day without a time is lost, for ninjs has no form for it; so is what it has no place for."""
    lost = ninjs.losses(attrs.evolve(article, published=dt.date(2026, 3, 2)))
    assert {"published", "is_accessible_for_free", "speakers.role", "events.time", "times"} <= set(lost)
    assert not {"text", "blocks", "quotes", "quotes.cue", "quotes.speaker", "headline", "modified"} & set(lost)
    assert "published" not in ninjs.losses(article)


def test_an_article_without_an_address_has_a_name_of_its_own() -> None:
    """The one field that ninjs requires is made of the words; it is no address when read again."""
    tree = json.loads(ninjs.dumps(Article(headline="Rain", text="It rained.")))
    assert tree["uri"].startswith("urn:uuid:")
    assert tree["uri"] != json.loads(ninjs.dumps(Article(headline="Rain", text="It snowed.")))["uri"]
    assert ninjs.losses(Article(headline="Rain", text="It rained.")) == ()


def test_bodies_of_others_are_read() -> None:
    """HTML gives the blocks; where plain text says the same, it gives the text; where it does not, HTML does both."""
    html = {"contentType": "text/html5", "value": "<html><body><h1>Rain</h1><div>It <b>rained</b>.<ul><li>A lot</ul>"}
    plain = {"contentType": "text/plain", "value": "Rain\n  It rained.\nA lot"}
    article = ninjs.loads(json.dumps({"uri": "urn:x:1", "bodies": [html, plain]}))
    assert article.text == plain["value"]
    assert [(block.kind, block.span.of(article.text)) for block in article.blocks] == [
        (BlockKind.HEADING, "Rain"),
        (BlockKind.PARAGRAPH, "It rained."),
        (BlockKind.LIST_ITEM, "A lot"),
    ]
    plain["value"] = "Something else"
    assert ninjs.loads(json.dumps({"uri": "urn:x:1", "bodies": [plain, html]})).text == "Rain\n\nIt rained.\n\nA lot"
    assert ninjs.loads(json.dumps({"uri": "urn:x:1", "bodies": [plain]})).text == "Something else"


def test_older_versions_are_read_in_their_simple_parts() -> None:
    """Version 1 has one headline, one body and other spellings."""
    article = ninjs.loads(
        json.dumps(
            {
                "uri": "http://wold.example/1",
                "headline": "Rain",
                "body_html": "<p>It rained.</p>",
                "byline": "Jo Dell",
                "versioncreated": "2026-03-02T17:30:00Z",
                "description_text": "Wet",
            }
        )
    )
    assert (article.headline, article.text, article.description) == ("Rain", "It rained.", "Wet")
    assert [author.name for author in article.authors] == ["Jo Dell"]
    assert article.modified == dt.datetime(2026, 3, 2, 17, 30, tzinfo=dt.UTC)


def test_quotes_without_addresses_are_found_or_left_out() -> None:
    """An association that quotes is a quote where the text holds its words, with its speaker; else an issue."""
    said = {"name": "q", "uri": "urn:x:2", "rel": "quote", "people": [{"name": "Ada Brook"}]}
    tree = {
        "uri": "urn:x:1",
        "bodies": [{"value": "“No,” said Ada Brook."}],
        "associations": [
            {**said, "bodies": [{"value": "No,"}]},
            {**said, "bodies": [{"value": "Yes"}]},
            {"uri": "x", "rel": ["quote"], "type": {"a": 1}, "bodies": "No"},
        ],
        "people": [{"name": "Ada Brook", "rel": ["author"]}, 5, None],
        "firstCreated": [1],
    }
    article = ninjs.loads(json.dumps(tree))
    (quote,) = article.quotes
    assert (quote.text, quote.kind) == ("No,", QuoteKind.DIRECT)
    assert quote.speaker is not None
    assert quote.speaker.mentions[0].span.of(article.text) == "Ada Brook"
    assert sorted(issue.code for issue in article.issues) == [IssueCode.BAD_VALUE, IssueCode.UNANCHORED]


@pytest.mark.parametrize("data", ["[]", "5", '"x"', "null", "{}", '{"name": "x"}', '[{"uri": "a"}, {"uri": "b"}]'])
def test_what_is_no_item_is_refused(data: str) -> None:
    """A document holds one item, an object with the one key that is required."""
    with pytest.raises(FormatError):
        ninjs.loads(data)


def test_deep_html_is_read_within_bounds() -> None:
    """Bodies nested beyond all measure give what can be read of them."""
    deep = {"contentType": "text/html", "value": "<div>" * 100_000 + "It rained."}
    ninjs.loads(json.dumps({"uri": "urn:x:1", "bodies": [deep]}))


@pytest.mark.parametrize("start", ["", "<p>"])
def test_a_text_beyond_the_limit_of_the_parser(start: str) -> None:
    """A run of text may be longer than the parser takes by itself: nothing of it is lost."""
    text = "The harbour board put off its vote. " * 300_000
    body = {"contentType": "text/html", "value": start + text}
    assert ninjs.loads(json.dumps({"uri": "a", "type": "text", "bodies": [body]})).text == text.strip()


def test_html_that_shows_nothing_is_a_body_of_nothing() -> None:
    """A body of a comment alone gives no text and is no error."""
    item = {"uri": "a", "type": "text", "bodies": [{"contentType": "text/html", "value": "<!-- It rained. -->"}]}
    assert ninjs.loads(json.dumps(item)).text == ""


def test_events_that_differ_only_in_what_is_lost_are_written_once() -> None:
    """Of an event told as real and as planned, both without a place for that, one object stands for both."""
    article = parse_text("Rebels attacked the town.")
    (event,) = article.events
    both = attrs.evolve(article, events=(event, attrs.evolve(event, modality=Modality.PLANNED)))
    assert len(json.loads(ninjs.dumps(both))["events"]) == 1
