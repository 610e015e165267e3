"""TEI P5: who said what, as corpora hold it."""

import attrs
from hypothesis import given
from lxml import etree

from newsmodel import strategies as nst
from newsmodel.formats import tei
from newsmodel.model import Article, Block, BlockKind, Span

NAMES = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"


def test_quotes_are_said_by_someone(article: Article) -> None:
    """Each is marked where it stands, directly or not, its parts joined, and points at its speaker."""
    root = etree.fromstring(tei.dumps(article).encode())
    said = root.findall(".//t:said", NAMES)
    assert [(it.text, it.get("who"), it.get("direct")) for it in said] == [
        ("It is not safe,", "#s2", "true"),
        ("We found 12 cracks & 3 holes.", "#s2", "true"),
        ("Repairs *begin* in May", "#s2", "false"),
    ]
    assert (said[0].get(ID), said[0].get("next"), said[1].get("prev")) == ("q1.1", "#q1.2", "#q1.1")
    (person,) = root.iterfind(".//t:listPerson/t:person", NAMES)
    assert (person.get(ID), person.findtext("t:persName", namespaces=NAMES)) == ("s2", "Ada Brook")
    assert person.findtext("t:occupation", namespaces=NAMES) == "the mayor"
    assert root.findtext(".//t:listOrg/t:org/t:orgName", namespaces=NAMES) == "The council"


def test_metadata_blocks_and_events_have_their_elements(article: Article) -> None:
    """Titles, authors, dates and keywords are in the header; headings begin divisions; events stand off."""
    root = etree.fromstring(tei.dumps(article).encode())
    assert root.findtext(".//t:titleStmt/t:title", namespaces=NAMES) == article.headline
    assert [it.get("when") for it in root.iterfind(".//t:bibl/t:date", NAMES)] == ["2026-03-02T17:30:00+01:00"]
    assert [it.text for it in root.iterfind(".//t:term", NAMES)] == ["Local", "bridges", "Fernby"]
    assert root.findtext(".//t:body/t:div/t:head", namespaces=NAMES) == "What next"
    assert root.findtext(".//t:div/t:list/t:item/t:list/t:item", namespaces=NAMES) == "The ferry runs daily."
    assert root.findtext(".//t:ab", namespaces=NAMES) == "open  = []\n\nclosed = [1]"
    (event,) = root.iterfind(".//t:standOff/t:listEvent/t:event", NAMES)
    assert (event.get("type"), event.get("when")) == ("Politics.Decide", "2026-03-02")
    assert event.findtext("t:label", namespaces=NAMES) == "closed"


def test_losses_name_what_is_not_written(article: Article) -> None:
    """What has a value and no place is named by its field; what is as it always is, is not."""
    assert tei.losses(Article(headline="Rain", text="It rained.")) == ()
    assert tei.losses(article) == (
        *("dateline", "images", "is_accessible_for_free"),
        *("quotes.cue", "quotes.source", "speakers.mentions", "times", "places", "events.participants"),
    )


@given(article=nst.articles())
def test_all_words_are_in_the_body_once(article: Article) -> None:
    """But for white space and control characters, the body is the text."""
    root = etree.fromstring(tei.dumps(article).encode())
    (body,) = root.iterfind(".//t:body", NAMES)
    text = "".join(chr(0xFFFD) if _lost(char) else char for char in "".join(article.text.split()))
    assert "".join("".join(body.itertext()).split()) == text


def _lost(char: str) -> bool:
    return ord(char) < 32 or char in "\ufffe\uffff"


def test_text_stays_text() -> None:
    """Markup in the words of an article is escaped, and a heading alone is a valid division."""
    text = "<said>&lt;</said>"
    heading = Block(kind=BlockKind.HEADING, span=Span(0, len(text)))
    root = etree.fromstring(tei.dumps(attrs.evolve(Article(text=text), blocks=(heading,))).encode())
    assert root.findtext(".//t:head", namespaces=NAMES) == text
