"""Documents of others that say what cannot be: that is left out, mostly with an issue, and the rest is read."""

import datetime as dt
import json
from typing import Any

import pytest

from newsmodel import formats
from newsmodel.errors import FormatError
from newsmodel.formats import brat, jsonld, newsml, ninjs, nitf, webannotation
from newsmodel.formats._ground import Ground
from newsmodel.model import (
    Article,
    Block,
    BlockKind,
    Event,
    EventKind,
    IssueCode,
    Quote,
    QuoteKind,
    Span,
    TimeKind,
)

TEXT = "“It is not safe,” said Ada Brook. “Not at all,” she said on Monday."
DAY = dt.date(2026, 3, 2)
QUOTE = Quote(text="It is not safe,", kind=QuoteKind.DIRECT, content=(Span(1, 16),))


def codes(article: Article) -> list[IssueCode]:
    """Return the codes of an article's issues."""
    return [issue.code for issue in article.issues]


def anno(*items: dict[str, Any], text: str = TEXT, **target: object) -> str:
    """Return a collection of annotations: the whole text, then those given."""
    whole = {"motivation": "describing", "body": {"value": text}, "target": {"id": "https://wold.example/", **target}}
    return json.dumps({"type": "AnnotationCollection", "first": {"items": [whole, *items]}})


def note(key: str, tags: list[str], *more: dict[str, Any], words: str | None = TEXT) -> dict[str, Any]:
    """Return an annotation of words of the text."""
    bodies = [{"purpose": "classifying", "value": tag} for tag in tags]
    selector = {"type": "TextQuoteSelector", "exact": words}
    return {"id": key, "motivation": "classifying", "body": [*bodies, *more], "target": {"selector": selector}}


EARLY, LATE = "2026-03-01T08:00:00Z", "2026-03-02T08:00:00Z"
ISSUED = f'<docdata><date.issue norm="{LATE}"/></docdata>'
BODY = "<body><body.content><p>Text.</p></body.content></body>"
NEWSML = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">'
    f"<contentMeta>{{}}<contentModified>{EARLY}</contentModified></contentMeta><contentSet>{{}}</contentSet></newsItem>"
)


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("jsonld", json.dumps({"@type": "NewsArticle", "datePublished": LATE, "dateModified": EARLY})),
        ("markdown", f"---\ndate: {LATE}\nmodified: {EARLY}\n---\n\nText.\n"),
        ("ninjs", json.dumps({"uri": "urn:x", "firstCreated": LATE, "versionCreated": EARLY})),
        (
            "nitf",
            f'<nitf><head><meta name="modified" content="{EARLY}"/>{ISSUED}</head>{BODY}</nitf>',
        ),
        (
            "newsml",
            NEWSML.format(f"<contentCreated>{LATE}</contentCreated>", "<inlineData>Text.</inlineData>"),
        ),
        (
            "newsml",  # the item says when it was changed, its content when it was made
            NEWSML.format("", f"<inlineXML><nitf><head>{ISSUED}</head>{BODY}</nitf></inlineXML>"),
        ),
        ("webannotation", anno(created=LATE, modified=EARLY)),
    ],
)
def test_a_change_before_publication_is_left_out(name: str, document: str) -> None:
    """The day of publication is kept, and the issue says that two dates disagree."""
    read = formats.loads(document, name)
    assert read.published == dt.datetime.fromisoformat(LATE)
    assert read.modified is None
    assert codes(read) == [IssueCode.CONFLICTING_DATES]


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("jsonld", json.dumps({"@type": "NewsArticle", "articleBody": "Text.", "datePublished": "2026-02-30"})),
        ("markdown", "---\ndate: 2026-02-30\n---\n\nText.\n"),
        ("ninjs", json.dumps({"uri": "urn:x", "firstCreated": "2026-02-30"})),
        ("webannotation", anno(created="2026-02-30")),
    ],
)
def test_a_day_that_no_calendar_has_is_left_out(name: str, document: str) -> None:
    """It is an issue, not another day."""
    read = formats.loads(document, name)
    assert read.published is None
    assert codes(read) == [IssueCode.BAD_VALUE]


@pytest.mark.parametrize("name", sorted(set(formats.available()) - {"text"}))
@pytest.mark.parametrize("year", [1, 9999])
def test_moments_at_the_ends_of_the_calendar_are_written(name: str, year: int) -> None:
    """A moment that no calendar has in UTC is written without its time or left out, and what is written can be read."""
    offset = dt.timezone(dt.timedelta(hours=23 if year == 1 else -23, minutes=59, seconds=30))
    edge = dt.datetime(year, 1, 1, tzinfo=offset) if year == 1 else dt.datetime(year, 12, 31, 23, 59, tzinfo=offset)
    written = formats.dumps(Article(text="Text.", published=edge), name)
    if name in {"html", "tei"}:  # which are written only
        assert written
        return
    read = formats.loads(written, name)
    assert read.text == "Text."
    assert read.published is None or read.published.year in {year, year + 1, year - 1}


# -- schema.org --------------------------------------------------------------------------------------------------


def test_times_of_schema_org_that_cannot_be_are_left_out() -> None:
    """A schedule that ends before it starts keeps its start; one without a TIMEX3 value is left out with an issue."""
    at = TEXT.index("Monday")
    event = {
        "@type": "Event",
        "@id": f"#char={TEXT.index('said')},{TEXT.index('said') + 4}",
        "eventSchedule": {
            "identifier": f"#char={at},{at + 6}",
            "name": "2026-03-02",
            "startDate": "2026-03-02",
            "endDate": "2026-03-01",
        },
    }
    document = {"@type": "NewsArticle", "articleBody": TEXT, "mentions": [event]}
    (time,) = jsonld.loads(json.dumps(document)).times
    assert (time.start, time.end) == (dt.date(2026, 3, 2), None)
    event["eventSchedule"]["name"] = "next week"  # type: ignore[index]
    read = jsonld.loads(json.dumps(document))
    assert read.times == ()
    assert IssueCode.BAD_VALUE in codes(read)


def test_what_schema_org_says_of_no_words_is_not_of_the_text() -> None:
    """An event, a participant or a keyword that names nothing in the text is left out."""
    at = f"#char={TEXT.index('said')},{TEXT.index('said') + 4}"
    told = {"@type": "Event", "@id": at, "agent": [{"name": "Nobody"}]}
    document = {
        "@type": "NewsArticle",
        "articleBody": TEXT,
        "keywords": ["bridges", {"name": " "}, {"name": "Fernby"}],
        "mentions": [{"@type": "Event", "name": "The fair"}, told],
    }
    read = jsonld.loads(json.dumps(document))
    assert read.keywords == ("bridges", "Fernby")
    assert [(event.trigger.of(TEXT), event.participants) for event in read.events] == [("said", ())]


# -- Web Annotation ----------------------------------------------------------------------------------------------


def test_agents_may_be_named_by_address_alone() -> None:
    """The first of several agents that the text names is the speaker; an address that nothing describes is nobody."""
    said = note("q", ["quote"], {"purpose": "identifying", "source": "https://people.example/1"}, words="Not at all,")
    (quote,) = webannotation.loads(anno(said)).quotes
    assert quote.speaker is None
    said["body"].append({"purpose": "identifying", "source": {"name": "Ada Brook"}})
    (quote,) = webannotation.loads(anno(said)).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Ada Brook"


def test_mentions_of_nobody_make_no_speaker() -> None:
    """Who is mentioned without a name is not made up."""
    read = webannotation.loads(anno(note("m", ["mention"], {"purpose": "identifying", "source": "urn:x"}, words="she")))
    assert read.speakers == ()


def test_the_words_around_a_quote_choose_among_its_places() -> None:
    """A prefix finds the second of two places, unless the text has no such words."""
    for prefix, start in (("Ada Brook. ", 34), ("elsewhere ", 0)):
        chosen = note("q", ["quote"], words="“")
        chosen["target"]["selector"]["prefix"] = prefix
        words = webannotation.loads(anno(note("q", ["quote"]) | {"target": chosen["target"]}))
        assert [quote.content[0].start for quote in words.quotes] == [start]


def test_blocks_that_do_not_cover_the_text_are_made_anew() -> None:
    """Where the blocks of others leave words out, the lines of the text are its paragraphs."""
    read = webannotation.loads(anno(note("b", ["heading"], words="said")))
    assert [(block.kind, block.span) for block in read.blocks] == [(BlockKind.PARAGRAPH, Span(0, len(TEXT)))]


def test_times_that_cannot_be_lose_their_interval_or_themselves() -> None:
    """An interval that runs backwards is left out, and so is, with an issue, a value that is no TIMEX3."""
    told = {"purpose": "describing", "value": "2026-03-02"}
    backwards = {"purpose": "describing", "value": "2026-03-02/2026-03-01"}
    (time,) = webannotation.loads(anno(note("t", ["time", "DATE"], told, backwards, words="Monday"))).times
    assert (time.kind, time.value, time.start, time.end) == (TimeKind.DATE, "2026-03-02", None, None)
    read = webannotation.loads(anno(note("t", ["time"], {"purpose": "describing", "value": "soon"}, words="Monday")))
    assert read.times == ()
    assert codes(read) == [IssueCode.BAD_VALUE]


def test_annotations_without_their_text_are_an_empty_article() -> None:
    """Words are selected in the text that one annotation carries; without it there are none, and each is an issue."""
    read = webannotation.loads(json.dumps([note("q", ["quote"], words="safe")]))
    assert (read.text, read.quotes, codes(read)) == ("", (), [IssueCode.UNANCHORED])


def test_selectors_of_other_kinds_are_passed_over() -> None:
    """What is selected by an XPath alone is not found; beside words the words decide."""
    said = note("q", ["quote"], words="Not at all,")
    path = {"type": "XPathSelector", "value": "/p[1]"}
    said["target"]["selector"] = [path, said["target"]["selector"]]
    assert [quote.text for quote in webannotation.loads(anno(said)).quotes] == ["Not at all,"]
    said["target"]["selector"] = path
    assert webannotation.loads(anno(said)).quotes == ()


def test_annotations_of_an_unknown_kind_are_left_out() -> None:
    """Tags that are not ours, bodies without a value and notes without words in the text change nothing."""
    notes = (
        note("a", ["mood"], {"purpose": "linking"}, words="safe"),
        note("b", ["quote"], words="That is nowhere."),
        note("c", ["time"], words="Monday"),
    )
    read = webannotation.loads(anno(*notes))
    assert (read.quotes, read.times, read.text) == ((), (), TEXT)
    assert codes(read) == [IssueCode.UNANCHORED]


# -- quotes ------------------------------------------------------------------------------------------------------


def crossing() -> str:
    """Return annotations of two quotes, of which neither holds the other."""
    lines = []
    for i, words in enumerate(("“It is not safe,” said Ada", "said Ada Brook. “Not at all,”"), 1):
        start = TEXT.index(words)
        lines += [f"T{i}\tContent {start} {start + len(words)}\t{words}", f"E{i}\tAttribution:T{i} Content:T{i}"]
    return "\n".join(lines) + "\n"


def test_quotes_that_cross_are_left_out_with_an_issue() -> None:
    """Of quotes that cross one another the second is left out."""
    read = brat.loads_files(TEXT, crossing())
    assert len(read.quotes) == 1
    assert IssueCode.UNANCHORED in codes(read)


def test_reading_ends_however_often_quotes_go_on_crossing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The passes that leave out what crosses are bounded; after the last one there are no quotes."""
    monkeypatch.setattr("newsmodel.formats._ground._MOST_PASSES", 1)
    read = brat.loads_files(TEXT, crossing())
    assert (read.text, read.quotes) == (TEXT, ())


def test_what_else_the_model_refuses_is_an_error() -> None:
    """An article that cannot be is not taken for one whose quotes cross: nothing is left out of it in silence."""
    whole = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(TEXT)))
    beyond = Event(kind=EventKind.OTHER, trigger=Span(900, 905), extent=Span(900, 905))
    with pytest.raises(FormatError, match=r"events\[0\]"):
        Ground(TEXT).article(Article(text=""), [whole], quotes=[QUOTE], events=[beyond])


def test_parts_of_one_quote_that_overlap_are_its_first() -> None:
    """Of overlapping parts of a content the first is kept."""
    read = brat.loads_files(TEXT, "T1\tContent 1 6;4 16\tIt is is not safe,\nE1\tAttribution:T1 Content:T1\n")
    assert [quote.content for quote in read.quotes] == [(Span(1, 6),)]


# -- brat --------------------------------------------------------------------------------------------------------


def test_standoff_of_nothing_in_the_text_is_left_out() -> None:
    """A speaker, a time or a place whose words are blank is none; a value that is no TIMEX3 is an issue."""
    at = TEXT.index(" she")
    blank = f"{at} {at + 1}\t "
    monday = f"{TEXT.index('Monday')} {TEXT.index('Monday') + 6}\tMonday"
    lines = [
        *(f"T1\tName {blank}", f"T2\tTime {blank}", f"T3\tPlace {blank}", f"T4\tTime {monday}"),
        *("#1\tAnnotatorNotes T2\t2026-03-02", "#2\tAnnotatorNotes T4\tsoon", "T5\tContent 1 16\tIt is not safe,"),
        *("E1\tAttribution:T5 Content:T5 Speaker:T1", "E2\tOther:T5 Place:T3 Time:T2"),
    ]
    read = brat.loads_files(TEXT, "\n".join(lines) + "\n")
    assert (read.speakers, read.times, read.places) == ((), (), ())
    assert [quote.speaker for quote in read.quotes] == [None]
    assert codes(read) == [IssueCode.BAD_VALUE]


# -- XML ---------------------------------------------------------------------------------------------------------


def test_a_publisher_may_be_the_holder_of_the_copyright() -> None:
    """Without a publication the holder of the copyright, or the distributor, published it."""
    for said in ('<docdata><doc.copyright holder="The Wold"/></docdata>', ""):
        body = "<body.head><distributor>The Wold</distributor></body.head>" if not said else ""
        document = f"<nitf><head>{said}</head><body>{body}<body.content><p>Text.</p></body.content></body></nitf>"
        read = nitf.loads(document)
        assert read.publisher is not None
        assert read.publisher.name == "The Wold"


def test_media_without_a_picture_are_no_images() -> None:
    """Sound and film, and media that refer to nothing, are left out."""
    media = '<media media-type="audio"><media-reference source="a.mp3"/></media><media media-type="image"/>'
    kept = '<media media-type="image"><media-reference source="a.jpg"/></media>'
    body = f"<body.content><p>Text.</p>{media}{kept}</body.content>"
    read = nitf.loads(f"<nitf><head/><body>{body}</body></nitf>")
    assert [image.url for image in read.images] == ["a.jpg"]


@pytest.mark.parametrize(
    "content",
    [
        "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body> </body></html></inlineXML>",
        "<inlineXML/>",
        "<inlineData contenttype='image/jpeg'>x</inlineData>",
        "<inlineData encoding='base64'>eA==</inlineData>",
        "<inlineData> </inlineData>",
    ],
)
def test_plain_text_is_read_where_nothing_else_is_text(content: str) -> None:
    """Contents that are empty, encoded or no text are passed over."""
    plain = "<inlineData contenttype='text/plain'>Text.</inlineData>"
    item = f"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><contentSet>{content}{{}}</contentSet></newsItem>"
    assert newsml.loads(item.format(plain)).text == "Text."
    assert newsml.loads(item.format("")).text == ""


def test_xml_of_an_encoding_that_nobody_knows_is_refused() -> None:
    """What the parser cannot decode is a FormatError."""
    with pytest.raises(FormatError, match="not XML"):
        nitf.loads(b'<?xml version="1.0" encoding="klingon-8"?><nitf/>')


# -- HTML in documents -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One<br>two</p>", "One two"),
        ("<table><tr><td>a<br>b<td><table><tr><td>c<td>d</table></table><p>e", "a b\tc\td\n\ne"),
        ("<!-- nothing -->", ""),
        ("<?nothing?>", ""),
        ('<p>One</p><a href="https://wold.example/"><p>two</p><p>three</p></a>', "One\n\ntwo\n\nthree"),
    ],
)
def test_bodies_are_read_as_a_browser_shows_them(body: str, text: str) -> None:
    """A break parts words, a table within a table is rows of it, and a link goes on over what parts paragraphs."""
    document = {"uri": "urn:x", "bodies": [{"contentType": "text/html", "value": body}]}
    read = ninjs.loads(json.dumps(document))
    assert read.text == text
    assert {link.span.of(text) for link in read.links} <= {"two", "three"}
