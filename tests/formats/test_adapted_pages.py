"""Articles from what other tools made: the tools themselves where they install, faithful stand-ins where not."""

import datetime as dt
import json
import warnings
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.errors import FormatError, NewsmodelError, WrongTypeError
from newsmodel.formats import adapters
from newsmodel.model import Author, BlockKind, IssueCode, Publisher

URL = "https://wold.example/bridge?from=feed"
PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Bridge closed - The Wold</title>
<link rel="canonical" href="https://wold.example/bridge">
<meta property="og:title" content="Bridge closed">
<meta property="og:site_name" content="The Wold">
<meta property="og:image" content="https://wold.example/bridge.jpg">
<meta property="article:published_time" content="2026-03-02T17:30:00+01:00">
<meta name="author" content="Jo Dell">
<meta name="description" content="The council fears for its bridge.">
<meta name="keywords" content="bridges, Fernby">
</head><body><nav><a href="/">Home</a></nav><article><h1>Bridge closed</h1>
<p>The council closed the Long Bridge on Monday, after engineers found cracks in two of its pillars and warned of worse
to come.</p>
<p>“It is not safe,” said Mayor Ada Brook. “We found 12 cracks.” She spoke to reporters in front of the town hall, where
many of them had waited since the morning.</p>
<h2>What next</h2>
<ul><li>Repairs begin in May, Brook said, if the money is there by then and the river is low.</li></ul>
<p>The ferry runs daily until then, said Tom Reed, who has worked on it for twenty years and likes the company of the
crowd that comes on market days.</p>
</article></body></html>"""


def words_of(article: nm.Article) -> list[tuple[BlockKind, str]]:
    """Return the kind and the first words of each block."""
    return [(block.kind, " ".join(block.span.of(article.text).split()[:3])) for block in article.blocks]


# -- trafilatura -------------------------------------------------------------------------------------------------


def extracted() -> Any:
    """Return what trafilatura extracts from the page."""
    trafilatura = pytest.importorskip("trafilatura", reason="trafilatura, whose results are adapted, is not installed")
    return trafilatura.bare_extraction(PAGE, url=URL, with_metadata=True, include_comments=False)


def test_a_result_of_trafilatura_is_an_article() -> None:
    """An object, a dict and the JSON of trafilatura give the same article, its text untouched."""
    result = extracted()
    article = adapters.from_trafilatura(result)
    assert (article.headline, article.published) == ("Bridge closed", dt.date(2026, 3, 2))
    assert (article.authors, article.publisher) == ((Author(name="Jo Dell"),), Publisher(name="The Wold"))
    assert (article.url, article.description) == (result.url, "The council fears for its bridge.")
    assert article.keywords == ("bridges", "Fernby")
    assert [image.url for image in article.images] == ["https://wold.example/bridge.jpg"]
    assert article.text == result.text
    assert (BlockKind.LIST_ITEM, "- Repairs begin") in words_of(article)
    assert adapters.from_trafilatura(result.as_dict()) == article
    import trafilatura  # noqa: PLC0415 (where it is installed)

    written = trafilatura.extract(PAGE, url=URL, output_format="json", with_metadata=True, include_comments=False)
    assert written is not None
    assert adapters.from_trafilatura(written) == article
    assert adapters.from_trafilatura(written.encode()) == article


def test_quotes_are_found_in_what_another_extractor_found() -> None:
    """An adapted article is annotated like any other."""
    article = nm.annotate(adapters.from_trafilatura(extracted()))
    assert {quote.speaker.name for quote in article.quotes if quote.speaker} >= {"Ada Brook"}
    assert nm.loads(nm.dumps(article)) == article


def test_several_authors_are_told_apart() -> None:
    """Trafilatura joins names by semicolons."""
    article = adapters.from_trafilatura({"text": "x", "author": "Jo Dell; Ann Lee", "categories": ["Local", "Wold"]})
    assert [author.name for author in article.authors] == ["Jo Dell", "Ann Lee"]
    assert article.section == "Local"


# -- newspaper4k -------------------------------------------------------------------------------------------------


def downloaded() -> Any:
    """Return newspaper4k's article of the page, not parsed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that nltk, for summaries, is not installed
        newspaper = pytest.importorskip("newspaper", reason="newspaper4k, whose articles are adapted, is not installed")
    article = newspaper.Article(URL)
    article.download(input_html=PAGE)
    return article


def test_an_article_of_newspaper4k_is_an_article() -> None:
    """Its blocks are parted by blank lines; the time of publication keeps its zone."""
    found = downloaded()
    found.parse()
    article = adapters.from_newspaper4k(found)
    assert (article.headline, article.url) == ("Bridge closed", URL)
    assert article.canonical_url == "https://wold.example/bridge"
    assert article.published == dt.datetime(2026, 3, 2, 17, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert (article.authors, article.publisher) == ((Author(name="Jo Dell"),), Publisher(name="The Wold"))
    assert (article.language, article.keywords) == ("en", ("bridges", "Fernby"))
    assert [image.url for image in article.images] == ["https://wold.example/bridge.jpg"]
    assert article.text == found.text
    assert len(article.blocks) >= 4


def test_an_article_that_is_not_parsed_says_so() -> None:
    """What newspaper4k has downloaded and not parsed is no empty article."""
    with pytest.raises(
        FormatError, match=r"is_parsed: expected True, as after calls of download\(\) and parse\(\), got"
    ):
        adapters.from_newspaper4k(downloaded())


# -- Fundus ------------------------------------------------------------------------------------------------------


def crawled() -> SimpleNamespace:
    """
    Return a stand-in for an article of Fundus, which does not install beside lxml 6.

    It has the attributes that the documentation of Fundus 0.5 lists for `Article`, `ArticleBody` and `Image`.
    """
    section = SimpleNamespace(headline=("What next",), paragraphs=("Repairs begin in May.", "The ferry runs daily."))
    first = SimpleNamespace(headline=(), paragraphs=("“It is not safe,” said Mayor Ada Brook.",))
    small, large = (SimpleNamespace(url=f"https://wold.example/{size}.jpg") for size in ("small", "large"))
    return SimpleNamespace(
        title="Bridge closed",
        body=SimpleNamespace(summary=("The council fears for its bridge.",), sections=[first, section]),
        authors=["Jo Dell"],
        publishing_date=dt.datetime(2026, 3, 2, 17, 30, tzinfo=dt.UTC),
        topics=["bridges"],
        free_access=True,
        lang="en",
        images=[
            SimpleNamespace(
                versions=[small, large], is_cover=True, caption="The bridge", description="A bridge", authors=["A", "B"]
            )
        ],
        html=SimpleNamespace(
            requested_url=URL,
            responded_url="https://wold.example/bridge",
            source_info=SimpleNamespace(publisher="The Wold"),
        ),
    )


def test_an_article_of_fundus_is_an_article() -> None:
    """Summary, sections and paragraphs are blocks; headlines of sections are headings."""
    article = adapters.from_fundus(crawled())
    assert words_of(article) == [
        (BlockKind.PARAGRAPH, "The council fears"),
        (BlockKind.PARAGRAPH, "“It is not"),
        (BlockKind.HEADING, "What next"),
        (BlockKind.PARAGRAPH, "Repairs begin in"),
        (BlockKind.PARAGRAPH, "The ferry runs"),
    ]
    assert (article.headline, article.url) == ("Bridge closed", "https://wold.example/bridge")
    assert (article.publisher, article.is_accessible_for_free) == (Publisher(name="The Wold"), True)
    (image,) = article.images
    assert (image.url, image.caption, image.credit) == ("https://wold.example/large.jpg", "The bridge", "A, B")
    assert nm.annotate(article).quotes


def test_an_exception_in_place_of_a_value_is_an_issue() -> None:
    """Where Fundus could not extract an attribute, and keeps the exception, the rest of the article is there."""
    found = crawled()
    found.publishing_date = ValueError("no date")
    article = adapters.from_fundus(found)
    assert article.published is None
    assert [(issue.code, "publishing_date" in issue.message) for issue in article.issues] == [
        (IssueCode.BAD_VALUE, True)
    ]


# -- zyte-common-items -------------------------------------------------------------------------------------------


def item() -> Any:
    """Return an article of zyte-common-items."""
    zyte = pytest.importorskip(
        "zyte_common_items", reason="zyte-common-items, whose articles are adapted, is not installed"
    )
    return zyte.Article(
        url=URL,
        canonicalUrl="https://wold.example/bridge",
        headline="Bridge closed",
        datePublished="2026-03-02T16:30:00Z",
        dateModified="2026-03-02T18:00:00Z",
        authors=[zyte.Author(name="Jo Dell", url="https://wold.example/jo"), zyte.Author(nameRaw="Ann Lee")],
        inLanguage="en",
        mainImage=zyte.Image(url="https://wold.example/bridge.jpg"),
        images=[zyte.Image(url="https://wold.example/bridge.jpg"), zyte.Image(url="https://wold.example/ferry.jpg")],
        description="The council fears for its bridge.",
        articleBody="“It is not safe,” said Mayor Ada Brook.\n\nThe ferry runs daily.",
    )


def test_an_item_of_zyte_is_an_article() -> None:
    """An item and its dict give the same article."""
    article = adapters.from_zyte(item())
    assert (article.headline, article.text) == ("Bridge closed", item().articleBody)
    assert article.published == dt.datetime(2026, 3, 2, 16, 30, tzinfo=dt.UTC)
    assert article.modified == dt.datetime(2026, 3, 2, 18, 0, tzinfo=dt.UTC)
    assert article.authors == (Author(name="Jo Dell", url="https://wold.example/jo"), Author(name="Ann Lee"))
    assert [image.url for image in article.images] == [
        "https://wold.example/bridge.jpg",
        "https://wold.example/ferry.jpg",
    ]
    assert len(article.blocks) == 2
    assert adapters.from_zyte(json.dumps(attrs.asdict(item()))) == article


def test_a_change_before_publication_is_left_out_with_an_issue() -> None:
    """Other tools do not ask that a page was published before it was changed."""
    article = adapters.from_zyte({"articleBody": "x", "datePublished": "2026-03-02", "dateModified": "2026-03-01"})
    assert (article.published, article.modified) == (dt.date(2026, 3, 2), None)
    assert [issue.code for issue in article.issues] == [IssueCode.BAD_VALUE]


def test_what_a_tool_leaves_blank_is_not_there() -> None:
    """Keywords in a set are in alphabetical order; blank ones, dates and languages that are none are left out."""
    found = {
        "text": "One.\n\n- two",
        "title": "Bridge",
        "date": "some day",
        "language": "tongue twister",
        "tags": {"b", " ", "a"},
    }
    article = adapters.from_trafilatura(SimpleNamespace(**{"body": None, **found}))
    assert (article.published, article.language, article.keywords) == (None, None, ("a", "b"))
    assert [block.kind for block in article.blocks] == [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM]
    assert [issue.code for issue in article.issues] == [IssueCode.BAD_VALUE] * 2


def test_an_image_of_fundus_without_an_address_is_left_out() -> None:
    """A picture that is nowhere is none."""
    found = crawled()
    found.images[0].versions = []
    assert adapters.from_fundus(found).images == ()


# -- what does not fit -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("adapt", "result", "reason"),
    [
        (adapters.from_trafilatura, {"text": "x", "title": 5}, "title: expected str or None, got 5"),
        (adapters.from_trafilatura, {"text": ["x"]}, "text: expected str or None, got a list"),
        (adapters.from_trafilatura, "{", "$: not JSON"),
        (adapters.from_trafilatura, "[]", "$: expected a Document or dict"),
        (adapters.from_zyte, b'{"body": 5}', "$: expected an Article of zyte-common-items"),
        (adapters.from_zyte, {"headline": "x", "authors": "Jo"}, "authors: expected a list or None, got 'Jo'"),
        (
            adapters.from_zyte,
            {"headline": "x", "authors": [{"name": 1}]},
            "authors[0].name: expected str or None, got 1",
        ),
        (adapters.from_zyte, {"headline": "x", "datePublished": 2026}, "datePublished: expected a date, a datetime"),
        (adapters.from_newspaper4k, {"publish_date": None, "authors": [5]}, "authors[0]: expected str, got 5"),
        (
            adapters.from_fundus,
            {"publishing_date": None, "free_access": 1},
            "free_access: expected bool or None, got 1",
        ),
    ],
)
def test_a_field_that_holds_something_else_is_named(
    adapt: Callable[[object], nm.Article], result: object, reason: str
) -> None:
    """The error names the field, the value and what was expected."""
    with pytest.raises(FormatError) as caught:
        adapt(result)
    assert str(caught.value).startswith(reason)


PAGES = [adapters.from_trafilatura, adapters.from_newspaper4k, adapters.from_fundus, adapters.from_zyte]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.datetimes() | st.just("2026-03-02"),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(("name", "url", "summary", "sections")), inner),
    max_leaves=5,
)
FIELDS = (
    "title", "headline", "text", "articleBody", "author", "authors", "date", "publish_date", "publishing_date",
    "datePublished", "dateModified", "body", "images", "image", "tags", "topics", "language", "inLanguage", "url",
    "mainImage", "html", "is_parsed",
)  # fmt: skip
NAMES = st.sampled_from(FIELDS)


@pytest.mark.parametrize("adapt", PAGES)
@pytest.mark.parametrize("result", [None, 5, [], {}, object()])
def test_what_is_no_result_is_refused(adapt: Callable[[object], nm.Article], result: object) -> None:
    """What has none of a tool's fields is none of its results; what was expected is said."""
    with pytest.raises(WrongTypeError, match=r"result: expected an? (Article|Document)"):
        adapt(result)


@pytest.mark.parametrize("adapt", PAGES)
@given(fields=st.dictionaries(NAMES, VALUES))
def test_fields_of_any_value_give_an_article_or_an_error(
    adapt: Callable[[object], nm.Article], fields: dict[str, object]
) -> None:
    """Whatever the fields hold, there is an article or an error of newsmodel."""
    try:
        assert isinstance(adapt(fields), nm.Article)
    except NewsmodelError as error:
        assert str(error)
