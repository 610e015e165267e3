"""IPTC NITF 3.6: what is written, what comes back, what of the feeds of others is read."""

import datetime as dt

import attrs
import pytest
from lxml import etree

from newsmodel.errors import FormatError
from newsmodel.formats import nitf
from newsmodel.model import Article, Author, AuthorKind, IssueCode, QuoteKind


def test_an_article_is_a_nitf_document(article: Article) -> None:
    """Blocks have their elements, quotes are ``q`` with their source, all in the namespace of NITF."""
    document = nitf.dumps(article)
    root = etree.fromstring(document.encode())
    names = {"n": "http://iptc.org/std/NITF/2006-10-18/"}
    assert root.tag == "{http://iptc.org/std/NITF/2006-10-18/}nitf"
    assert root.findtext(".//n:hl1", namespaces=names) == article.headline
    assert [it.get("norm") for it in root.iterfind(".//n:date.issue", names)] == ["2026-03-02T17:30:00+01:00"]
    assert [q.get("quote-source") for q in root.iterfind(".//n:q", names)] == ["Ada Brook"] * 2
    assert [q.get("class") for q in root.iterfind(".//n:q", names)] == ["direct part-1"] * 2
    assert [q.text for q in root.iterfind(".//n:q", names)] == ["It is not safe,", "We found 12 cracks & 3 holes."]
    assert root.findtext(".//n:ul/n:li/n:ul/n:li", namespaces=names) == "The ferry runs daily."
    assert root.findtext(".//n:bq/n:block/n:p", namespaces=names) == "Bridges are promises, <b>she</b> wrote."
    assert root.findtext(".//n:dateline/n:location", namespaces=names) == "FERNBY"


def test_metadata_blocks_links_and_direct_quotes_come_back(article: Article) -> None:
    """What is lost is named; it is not the text, and not who said what in quotation marks."""
    read = nitf.loads(nitf.dumps(article))
    assert nitf.losses(article) == (
        *("dateline.span", "dateline.agency"),
        *("quotes", "speakers", "times", "places", "events"),
    )
    assert (read.text, read.blocks, read.links, read.images) == (
        *(article.text, article.blocks),
        *(article.links, article.images),
    )
    (quote,) = read.quotes
    assert (quote.content, quote.kind) == (article.quotes[0].content, QuoteKind.DIRECT)
    assert quote.speaker is not None
    assert quote.speaker.name == "Ada Brook"


def test_what_xml_cannot_carry_is_replaced() -> None:
    """Control characters become U+FFFD, those that are white space a space, and the loss is named."""
    article = Article(headline="a\x00b", text="It\x0brained\x07 & <snowed>.\ufffe")
    read = nitf.loads(nitf.dumps(article))
    assert (read.headline, read.text) == ("a\ufffdb", "It rained\ufffd & <snowed>.\ufffd")
    assert set(nitf.losses(article)) >= {"headline", "text"}


FEED = b"""<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE nitf SYSTEM "http://wold.invalid/nitf-3-4.dtd">
<nitf baselang="en"><head><title>Slug</title><docdata><date.issue norm="20260302T173000Z"/>
<key-list><keyword key="rain"/></key-list></docdata></head>
<body><body.head><hedline><hl1>  It
  rained </hl1></hedline><byline>By Jo Dell, <byttl>Staff</byttl></byline><abstract><p>Wet.</p></abstract></body.head>
<body.content><block><p lede="true">Caf\xe9s closed&nbsp;early.
   <person>Ada Brook</person> said: <q>No.</q></p>
<hl2>Later</hl2><media media-type="image"><media-reference source="a.jpg" width="12"/>
<media-caption>Rain</media-caption></media><ol><li>One</li></ol></block></body.content></body></nitf>"""


def test_feeds_of_others_are_read_leniently() -> None:
    """Encoding, document type without its DTD, basic dates, bylines in words and layout are understood."""
    article = nitf.loads(FEED)
    assert article.headline == "It rained"
    assert article.text == "Cafés closed\xa0early. Ada Brook said: No.\n\nLater\n\nOne"
    assert article.authors == (Author(name="Jo Dell", kind=AuthorKind.PERSON),)
    assert article.published == dt.datetime(2026, 3, 2, 17, 30, tzinfo=dt.UTC)
    assert (article.description, article.keywords, article.language) == ("Wet.", ("rain",), "en")
    assert [(quote.text, quote.kind) for quote in article.quotes] == [("No.", QuoteKind.DIRECT)]
    assert [(image.url, image.caption, image.width) for image in article.images] == [("a.jpg", "Rain", 12)]


def test_a_wrong_date_is_an_issue() -> None:
    """It is left out, and its words are named."""
    article = nitf.loads('<nitf><head><docdata><date.issue norm="Monday"/></docdata></head><body/></nitf>')
    assert article.published is None
    assert [issue.code for issue in article.issues] == [IssueCode.BAD_VALUE]


BOMB = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha"}">' for i in range(12))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (f"<!DOCTYPE nitf [{BOMB}]><nitf><body>&e11;</body></nitf>", "entities|not XML"),
        (f'<!DOCTYPE nitf [{BOMB}]><nitf id="&e11;"/>', "entities|not XML"),
        ('<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body>&x;</body></nitf>', "entities"),
        ('<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://wold.invalid/x">%x;]><nitf/>', "entities|not XML"),
        ("<nitf>" + "<block>" * 100_000, "not XML"),
        ("<nitf><body></nitf>", "not XML"),
        ("<nitf>&undefined;</nitf>", "not XML"),
        ("<html/>", "expected an element nitf"),
        ("", "not XML"),
        (b"\xff\xfe\x00", "not XML"),
        (b'<?xml version="1.0" encoding="no-such"?><nitf/>', "not XML"),
    ],
    ids=[
        "bomb",
        "bomb in attribute",
        "external",
        "parameter",
        "deep",
        "open",
        "undefined",
        "html",
        "",
        "junk",
        "codec",
    ],
)
def test_hostile_documents_are_refused(data: str | bytes, reason: str) -> None:
    """Entities are not expanded, nothing is fetched, and the error says what is wrong."""
    with pytest.raises(FormatError, match=reason):
        nitf.loads(data)


def test_a_string_is_read_whatever_encoding_it_declares(article: Article) -> None:
    """A text that has been decoded still declares its encoding, which no longer matters."""
    document = nitf.dumps(article)
    declared = document.replace("<?xml version='1.0'?>", '<?xml version="1.0" encoding="iso-8859-1"?>')
    assert nitf.loads(declared) == nitf.loads(document) == nitf.loads(document.encode())
    assert nitf.loads(declared.encode("iso-8859-1", "xmlcharrefreplace")) == nitf.loads(document)


def test_a_speaker_that_the_text_does_not_name_is_not_written(article: Article) -> None:
    """Only a name that stands in the text can be found again, so no other is given."""
    unnamed = attrs.evolve(article.speakers[1], name="A. B. Brook")
    assert "A. B. Brook" not in nitf.dumps(article.replace_speaker(article.speakers[1], unnamed))


def test_an_image_without_an_address_is_none() -> None:
    """A caption without its picture is no image; the words of the article are left as they are."""
    media = "<media><media-reference alternate-text='A bridge'/><media-caption>The bridge</media-caption></media>"
    read = nitf.loads(f"<nitf><body><body.content><p>It rained.</p>{media}</body.content></body></nitf>")
    assert (read.text, read.images) == ("It rained.", ())


@pytest.mark.parametrize("name", ["body.content", "byline", "person", "media"])
def test_elements_inside_of_their_own_kind_are_read_once(name: str) -> None:
    """A document grows by what it says, not by how often it opens an element that holds it."""
    inner = "<media><media-reference source='a.jpg'/></media><byline><person>Jo Dell</person></byline><p>It rained.</p>"
    document = f"<nitf><body><body.content>{inner}</body.content></body></nitf>"
    nested = document.replace(f"<{name}>", f"<{name}>" * 100).replace(f"</{name}>", f"</{name}>" * 100)
    once, again = nitf.loads(document), nitf.loads(nested)
    assert (once.text, [author.name for author in once.authors], len(once.images)) == ("It rained.", ["Jo Dell"], 1)
    assert again == once
