"""JSON-LD of schema.org: what is written, what comes back, what of the pages of others is read."""

import json

import pytest

from newsmodel.errors import FormatError
from newsmodel.formats import jsonld
from newsmodel.model import Article, IssueCode, QuoteKind, SpeakerKind


def test_an_article_is_a_news_article_of_schema_org(article: Article) -> None:
    """Metadata, text, quotations with their speakers, places and events have the names of the vocabulary."""
    tree = json.loads(jsonld.dumps(article))
    assert (tree["@context"], tree["@type"]) == ("https://schema.org", "NewsArticle")
    assert tree["articleBody"] == article.text
    assert tree["datePublished"] == "2026-03-02T17:30:00+01:00"
    assert tree["author"][1] == {"@type": "Organization", "name": "Wold News"}
    assert tree["publisher"]["@type"] == "NewsMediaOrganization"
    assert tree["dateline"] == "FERNBY (Wold News)"
    safe = tree["hasPart"][0]
    assert (safe["@type"], safe["text"]) == ("Quotation", "It is not safe, We found 12 cracks & 3 holes.")
    assert [part["text"] for part in safe["hasPart"]] == ["It is not safe,", "We found 12 cracks & 3 holes."]
    brook = next(node for node in tree["mentions"] if node["@id"] == safe["spokenByCharacter"]["@id"])
    assert (brook["@type"], brook["honorificPrefix"], brook["jobTitle"]) == ("Person", "Mayor", "the mayor")
    event = next(node for node in tree["mentions"] if "Event" in node["@type"])
    assert (event["name"], event["startDate"]) == ("closed", "2026-03-02")
    assert event["agent"][0]["name"] == "The council"


def test_addresses_are_places_in_the_text(article: Article) -> None:
    """The fragment identifier of a node is where its words stand in ``articleBody``."""
    tree = json.loads(jsonld.dumps(article))
    for node in tree["mentions"] + tree["hasPart"]:
        start, end = map(int, node["@id"].removeprefix("#char=").split(","))
        words = tree["articleBody"][start:end]
        assert words in node.get("text", node.get("name", "")) or words.casefold() == "fernby"


def test_quotes_speakers_events_and_places_come_back(article: Article) -> None:
    """Each stands on the same spans, under the same names."""
    read = jsonld.loads(jsonld.dumps(article))
    assert read.text == article.text
    assert [(q.content, q.kind) for q in read.quotes] == [(q.content, q.kind) for q in article.quotes]
    assert [quote.speaker and quote.speaker.role for quote in read.quotes] == ["the mayor"] * 2
    assert read.events[0].extent == article.events[0].extent
    assert read.events[0].time == article.times[0]
    assert read.places[0].country == "GB"
    assert [part.speaker and part.speaker.name for part in read.events[0].participants] == ["The council", None]


def test_losses_name_what_does_not_come_back(article: Article) -> None:
    """What schema.org has no place for is named by its field."""
    assert jsonld.losses(article) == ("blocks", "links", "quotes.cue", "quotes.source", "speakers.mentions")


PAGE = {
    "@context": "http://schema.org",
    "@graph": [
        {"@type": "WebSite", "@id": "#site", "name": "The Wold"},
        {"@type": "schema:Person", "@id": "#jo", "name": "Jo Dell", "url": "/jo"},
        {
            "@type": ["Thing", "https://schema.org/ReportageNewsArticle"],
            "headline": " Bridge closed ",
            "mainEntityOfPage": {"@type": "WebPage", "@id": "https://wold.example/b"},
            "author": [{"@id": "#jo"}, "Al Fen", {"@type": "Organization", "name": "Wold News"}, {"name": None}, 7.5],
            "publisher": {"@id": "#site"},
            "datePublished": "2026-03-02T17:30:00Z",
            "dateModified": "lately",
            "keywords": "bridges, Fernby",
            "isAccessibleForFree": "False",
            "image": ["https://wold.example/b.jpg", {"@type": "ImageObject", "contentUrl": "c.jpg", "width": "640px"}],
            "articleBody": "“It is not safe,” said Mayor Ada Brook.\n\nRepairs begin in May.",
            "citation": [
                {"@type": "Quotation", "text": "It is not safe,", "creator": {"@type": "Person", "name": "Ada Brook"}},
                {"@type": "Quotation", "text": "I never said so."},
            ],
            "speakable": {"@type": "SpeakableSpecification"},
            "wordCount": "nine",
        },
    ],
}


def test_what_pages_embed_is_read() -> None:
    """Graphs, references, types with or without address, strings for objects, and unknown keys are understood."""
    article = jsonld.loads(json.dumps(PAGE))
    assert (article.headline, article.url) == ("Bridge closed", "https://wold.example/b")
    assert [(author.name, author.kind.value) for author in article.authors] == [
        ("Jo Dell", "person"),
        ("Al Fen", "person"),
        ("Wold News", "organization"),
    ]
    assert article.publisher is not None
    assert article.publisher.name == "The Wold"
    assert article.keywords == ("bridges", "Fernby")
    assert article.is_accessible_for_free is False
    assert [(image.url, image.width) for image in article.images] == [
        ("https://wold.example/b.jpg", None),
        ("c.jpg", 640),
    ]
    assert len(article.blocks) == 2


def test_quotations_without_an_address_are_found_or_left_out() -> None:
    """What the text holds is a quote with its speaker; what it does not hold is an issue, as is a wrong date."""
    article = jsonld.loads(json.dumps(PAGE))
    (quote,) = article.quotes
    assert (quote.text, quote.kind) == ("It is not safe,", QuoteKind.DIRECT)
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.kind) == ("Ada Brook", SpeakerKind.PERSON)
    assert quote.speaker.mentions[0].span.of(article.text) == "Ada Brook"
    assert [issue.code for issue in article.issues] == [IssueCode.UNANCHORED, IssueCode.BAD_VALUE]
    assert "lately" in article.issues[1].message


def test_a_live_blog_is_read_by_its_updates() -> None:
    """The text of a live blog is that of its updates, in their order."""
    updates = [{"@type": "BlogPosting", "headline": "Closed", "articleBody": "It is."}, {"articleBody": "Still."}]
    article = jsonld.loads(json.dumps({"@type": "LiveBlogPosting", "headline": "Live", "liveBlogUpdate": updates}))
    assert (article.headline, article.text) == ("Live", "Closed\n\nIt is.\n\nStill.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("[]", "expected an article"),
        ('{"@type": "Recipe", "name": "Soup"}', "expected an article"),
        ('{"a": 1, "a": 2}', "comes twice"),
        ("[" * 100_000, "nested too deeply"),
        ('{"headline": ' + "9" * 5000 + "}", "too long"),
        ("<html>", "not JSON"),
    ],
    ids=["no article", "another type", "repeated key", "depth", "digits", "no JSON"],
)
def test_what_is_no_article_is_refused(data: str, reason: str) -> None:
    """The error says what is wrong, and where."""
    with pytest.raises(FormatError, match=reason):
        jsonld.loads(data)


def test_an_independent_reader_finds_the_same(article: Article) -> None:
    """Embedded in a page, the document is read back by extruct as it was written."""
    extruct = pytest.importorskip("extruct", reason="the independent reader extruct is not installed")
    document = jsonld.dumps(article)
    page = f'<html><head><script type="application/ld+json">{document.replace("<", chr(92) + "u003c")}</script></head>'
    (found,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    assert found == json.loads(document)


def test_what_is_referred_to_again_is_no_other_thing() -> None:
    """A person and a picture that a document refers to over and over are one author and one image."""
    person = {"@id": "#jo", "@type": "Person", "name": "Jo Dell"}
    picture = {"@id": "#map", "@type": "ImageObject", "url": "https://wold.example/map.png", "caption": "A map"}
    article = {
        "@type": "NewsArticle",
        "headline": "Rain",
        "author": [{"@id": "#jo"}] * 1_000,
        "image": [{"@id": "#map"}] * 1_000,
    }
    read = jsonld.loads(json.dumps({"@graph": [article, person, picture]}))
    assert [author.name for author in read.authors] == ["Jo Dell"]
    assert [image.caption for image in read.images] == ["A map"]
