"""IPTC NewsML-G2 2.35: what is written, what comes back, what of the items of others is read."""

import datetime as dt

import attrs
import pytest
from lxml import etree

from newsmodel.errors import FormatError
from newsmodel.formats import newsml, nitf
from newsmodel.model import Article, IssueCode

NAMES = {"g": "http://iptc.org/std/nar/2006-10-01/", "n": "http://iptc.org/std/NITF/2006-10-18/"}


def test_an_article_is_a_news_item(article: Article) -> None:
    """Metadata have the elements of the standard; the content is a NITF document."""
    root = etree.fromstring(newsml.dumps(article).encode())
    assert root.tag == "{http://iptc.org/std/nar/2006-10-01/}newsItem"
    assert (root.get("guid"), root.get("standardversion")) == ("https://wold.example/bridge", "2.35")
    assert root.findtext("g:itemMeta/g:versionCreated", namespaces=NAMES) == "2026-03-03T09:00:00+00:00"
    assert root.findtext("g:contentMeta/g:contentCreated", namespaces=NAMES) == "2026-03-02T17:30:00+01:00"
    assert [it.text for it in root.iterfind("g:contentMeta/g:creator/g:name", NAMES)] == ["Jo O'Dell", "Wold News"]
    assert root.findtext("g:contentMeta/g:located/g:name", namespaces=NAMES) == "FERNBY"
    assert len(root.findall("g:contentSet/g:inlineXML/n:nitf//n:q", NAMES)) == 2


def test_what_nitf_keeps_comes_back(article: Article) -> None:
    """The format keeps and loses what NITF does."""
    assert newsml.losses(article) == nitf.losses(article)
    read = newsml.loads(newsml.dumps(article))
    assert (read.text, read.quotes, read.authors) == (
        article.text,
        nitf.loads(nitf.dumps(article)).quotes,
        article.authors,
    )


def test_the_date_that_every_item_must_have_is_not_invented() -> None:
    """Without a date, or with a day alone, the article that is read has no more."""
    for published in (None, dt.date(2026, 3, 2), dt.datetime(2026, 3, 2, 17, 30)):  # noqa: DTZ001
        article = Article(headline="Rain", published=published)
        read = newsml.loads(newsml.dumps(article))
        assert (read.published, read.modified) == (published, None)


ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en-GB" guid="urn:x:1">
<rightsInfo><copyrightHolder><name>Wold News</name></copyrightHolder></rightsInfo>
<itemMeta><provider qcode="nprov:WN"/><versionCreated>2026-03-03T09:00:00Z</versionCreated>
<firstCreated>2026-03-02T17:30:00Z</firstCreated></itemMeta>
<contentMeta><located qcode="city:F"><name>Fernby</name></located><creator uri="https://wold.example/jo"><name>Jo Dell
</name></creator><subject qcode="medtop:1"><name>weather</name></subject><keyword>rain</keyword>
<headline> It rained</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"""
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title>'
    '</head><body><h2>Rain</h2><p>Fernby (WN) It <a href="x">rained</a>.</p></body></html></inlineXML>'
)
PLAIN = '<inlineData contenttype="text/plain">Fernby (WN) It rained.\n\nA lot.</inlineData>'


@pytest.mark.parametrize(
    ("content", "text"),
    [(XHTML, "Rain\n\nFernby (WN) It rained."), (PLAIN, "Fernby (WN) It rained.\n\nA lot."), ("", "")],
)
def test_items_of_others_are_read(content: str, text: str) -> None:
    """Content in XHTML, as plain text or elsewhere; metadata of the item."""
    article = newsml.loads(ITEM.format(content=content))
    assert (article.text, len(article.blocks)) == (text, 2 if text else 0)
    assert (article.headline, article.language, article.keywords) == ("It rained", "en-GB", ("rain",))
    assert article.published == dt.datetime(2026, 3, 2, 17, 30, tzinfo=dt.UTC)
    assert article.modified == dt.datetime(2026, 3, 3, 9, tzinfo=dt.UTC)
    assert [(author.name, author.url) for author in article.authors] == [("Jo Dell", "https://wold.example/jo")]
    assert article.publisher is not None
    assert article.publisher.name == "Wold News"
    assert article.dateline is None or article.dateline.place == "Fernby"
    assert (article.dateline is not None) == bool(text)


def test_the_content_comes_before_the_metadata_of_the_item() -> None:
    """Where both say something, what the content says of itself holds."""
    inner = nitf.dumps(attrs.evolve(Article(headline="Rain", text="Wet."))).partition("\n")[2]
    article = newsml.loads(ITEM.format(content=f"<inlineXML>{inner}</inlineXML>"))
    assert (article.headline, article.text, article.keywords) == ("Rain", "Wet.", ("rain",))


def test_wrong_dates_are_issues() -> None:
    """They are left out, and their words are named."""
    article = newsml.loads("<newsItem><contentMeta><contentCreated>Monday</contentCreated></contentMeta></newsItem>")
    assert article.published is None
    assert [issue.code for issue in article.issues] == [IssueCode.BAD_VALUE]


@pytest.mark.parametrize(
    "data",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]><newsItem/>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><newsItem>&a;</newsItem>',
        "<packageItem/>",
        "{}",
        b"\x00",
    ],
)
def test_what_is_no_item_is_refused(data: str | bytes) -> None:
    """Entities, other documents, and what is no XML."""
    with pytest.raises(FormatError):
        newsml.loads(data)
