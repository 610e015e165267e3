"""What a page says of its article, from the strongest signal that says it."""

import datetime as dt
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from newsmodel.html.gathered import Gathered
from newsmodel.html.metadata import Metadata, read_metadata
from newsmodel.html.signals import text_of
from newsmodel.html.tree import parse_tree
from newsmodel.model import IssueCode, Publisher

UTC = dt.UTC
STORY = "<p>It rained all day, and the river rose.</p>"


def read(html: str, url: str | None = "https://www.example.org/news/rain") -> Metadata:
    """Return the metadata of a page."""
    root, _ = parse_tree(html)
    assert root is not None
    return read_metadata(Gathered(root), url)


def ld(**fields: object) -> str:
    """Return a JSON-LD block of a news article with these fields."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def codes(metadata: Metadata) -> set[IssueCode]:
    """Return the codes of the issues."""
    return {issue.code for issue in metadata.issues}


# -- headline


@pytest.mark.parametrize(
    "title",
    [
        "River rises after days of rain | Example News",
        "River rises after days of rain - Example News",
        "River rises after days of rain – example.org",
        "Example News: River rises after days of rain",
        "Example News » River rises after days of rain",
        "Flut: Fluss steigt nach Tagen des Regens",
        "雨の後、川が増水する｜Example News",
        "River rises after days of rain",
    ],
)
def test_headline_without_the_site(title: str) -> None:
    """The site's name and its separator are no part of the headline, at either end and in any script."""
    headline = read(f'<title>{title}</title><meta property="og:site_name" content="Example News">{STORY}').headline
    assert headline is not None
    assert headline in title
    assert "xample" not in headline
    assert headline[-1] in "nsる"


def test_headline_without_section_and_site_nobody_names() -> None:
    """What the title adds to the heading, behind a mark, is no part of the headline, known as a site or not."""
    page = f"<title>River rises after rain – Weather – The Valley Post</title><h1>River rises after rain</h1>{STORY}"
    assert read(page).headline == "River rises after rain"


@pytest.mark.parametrize("home", ["/", "https://diary.example/"])
def test_a_linked_name_at_the_top_is_the_site(home: str) -> None:
    """A heading that leads to the home page is the site's name."""
    page = f'<title>River rises – My Valley Diary</title><h1><a href="{home}">My Valley Diary</a></h1>{STORY}'
    assert read(page).headline == "River rises"


@pytest.mark.parametrize("elsewhere", ["https://diary.example/river", "http://["])
def test_a_linked_heading_that_leads_elsewhere_is_the_headline(elsewhere: str) -> None:
    """A heading that leads to the article itself, or nowhere, is its headline."""
    page = f'<title>River rises – My Valley Diary</title><h1><a href="{elsewhere}">River rises</a></h1>{STORY}'
    assert read(page).headline == "River rises"


def test_a_home_page_has_its_name() -> None:
    """Where nothing but the site's name is said, it is the headline."""
    assert read('<title>Example</title><meta property="og:site_name" content="Example"><p>x').headline == "Example"


def test_the_heading_before_words_for_search_engines() -> None:
    """The heading that readers see comes before titles written for search engines, if they tell of the same thing."""
    page = """<title>River flood 2024: all about the river and rain</title>
        <meta property="og:title" content="River flood 2024: all about the river and rain">
        <h1>After the rain, the river</h1>"""
    assert read(page).headline == "After the rain, the river"


def test_a_heading_about_something_else() -> None:
    """A heading that shares nothing with what the metadata say is the site's or the section's."""
    page = (
        '<title>River rises after rain</title><meta property="og:title" content="River rises after rain"><h1>Blog</h1>'
    )
    assert read(page).headline == "River rises after rain"


def test_the_kicker_is_no_part_of_the_headline() -> None:
    """Words in an element of their own before the headline are left out, if the metadata leave them out."""
    heading = "<h1><span>Weather</span> River rises after rain</h1>"
    page = f'<meta property="og:title" content="River rises after rain">{heading}'
    assert read(page).headline == "River rises after rain"


def test_headline_escaped_twice() -> None:
    """Character references and markup inside metadata are read."""
    assert read(ld(headline="Rain &amp;amp; <b>wind</b> &#39;til May")).headline == "Rain & wind 'til May"


def test_all_headlines_are_within_reach() -> None:
    """Every text that may be the title is told to the content, and which were passed over."""
    metadata = read(f"<title>Rain | Example</title>{ld(headline='A flood')}<h1>Rain falls on town</h1>")
    assert {"Rain | Example", "A flood", "Rain falls on town"} <= set(metadata.headline_candidates)
    told = [(p.source, p.chosen) for p in metadata.provenance if p.field == "headline"]
    assert ("json-ld headline", False) in told


def test_headlines_in_conflict() -> None:
    """Two strong signals without a common word are an issue."""
    page = f"<title>Rain falls on town</title>{ld(headline='Nothing alike')}<h1>Rain falls on town</h1>"
    assert IssueCode.CONFLICTING_HEADLINES in codes(read(page))


# -- the rest


def test_the_rest() -> None:
    """Canonical address, description, publisher, section, keywords, language, copyright and access."""
    block = ld(
        publisher={"@type": "Organization", "name": "Example News", "url": "https://www.example.org/"},
        articleSection="Weather",
        keywords="rain, river, rain",
        isAccessibleForFree="False",
        articleBody="<p>It rained.</p><p>A lot.</p>",
    )
    page = f"""<html lang="pt_br"><link rel="canonical" href="/news/rain"><meta name="copyright" content="© Example">
        <meta name="description" content=" Four metres &amp; rising. ">{block}"""
    metadata = read(page)
    assert metadata.canonical_url == "https://www.example.org/news/rain"
    assert metadata.description == "Four metres & rising."
    assert metadata.copyright == "© Example"
    assert metadata.publisher == Publisher(name="Example News", url="https://www.example.org/")
    assert metadata.section == "Weather"
    assert metadata.keywords == ("rain", "river")
    assert metadata.language == "pt-BR"
    assert metadata.is_accessible_for_free is False
    assert metadata.article_body == "It rained.\nA lot."
    assert metadata.types == ("NewsArticle",)


def test_images() -> None:
    """Declared images come once each, with size and caption where told."""
    page = """<meta property="og:image" content="/a.jpg"><meta property="og:image:alt" content="A river">
        <script type="application/ld+json">{"@type": "Article", "image": [{"@type": "ImageObject",
        "url": "https://www.example.org/b.jpg", "width": "640", "height": 480, "caption": "The river"},
        "https://www.example.org/a.jpg"]}</script>"""
    first, second = read(page).images
    assert (first.url, first.width, first.height, first.caption) == (
        "https://www.example.org/b.jpg",
        640,
        480,
        "The river",
    )
    assert second.url == "https://www.example.org/a.jpg"


@pytest.mark.parametrize(
    ("lang", "tag"),
    [("en", "en"), ("EN-us", "en-US"), ("zh_hant_tw", "zh-Hant-TW"), ("es-419", "es-419"), ("english please", None)],
)
def test_language_tags(lang: str, tag: str | None) -> None:
    """A declared language is given in the usual form of BCP 47, nonsense is not."""
    assert read(f'<html lang="{lang}"><p>x').language == tag


def test_json_ld_of_this_page() -> None:
    """Of several articles in JSON-LD, the one that is this page's counts."""
    blocks = "".join(
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "url": "{url}", "headline": "{text}"}}</script>'
        for url, text in (("https://www.example.org/other", "Another story"), ("/news/rain", "Rain falls"))
    )
    assert read(blocks).headline == "Rain falls"


def test_an_empty_page_says_nothing() -> None:
    """A page without any metadata has none, and no issue."""
    assert read("<p>x", None) == Metadata()


def test_provenance_names_the_chosen_signal_first() -> None:
    """Each field that has a value tells which signal gave it."""
    metadata = read(ld(headline="Rain falls", datePublished="2024-05-03", description="Wet."))
    chosen = {p.field: p.source for p in metadata.provenance if p.chosen}
    assert chosen == {
        "headline": "json-ld headline",
        "published": "json-ld datePublished",
        "description": "json-ld description",
    }


def test_the_tree_is_left_as_it_was() -> None:
    """Reading changes nothing in the tree."""
    root, _ = parse_tree(f"<title>x</title><h1>Rain <b>falls</b></h1><p>By A B</p><time>May 3, 2024</time>{STORY}")
    assert root is not None
    before = etree.tostring(root)
    read_metadata(Gathered(root), None)
    assert etree.tostring(root) == before


PIECES = st.sampled_from(
    [
        *("<h1>", "</h1>", "<title>", "</title>", "<p>By ", "</p>", "<b>", "<html lang='", "A B and C D", " | ", "é漢"),
        *('<meta name="author" content="', '<meta property="og:title" content="', '<time datetime="', '">', "&#xD800;"),
        *('<script type="application/ld+json">', "</script>", '{"@type":"NewsArticle","author":', '"headline":"', "["),
        *('"@id":"#a"', ",", "}", "\\ud800", "\x00", "May 3, 2024", "03/04/2024", "2024-05-03T25:61:00Z"),
        *("<a rel=author href='//[x'>", '<link rel=canonical href="http://[">', '<div class="author date comment">'),
        "<div itemscope itemprop=author>",
    ]
)


@given(
    st.lists(PIECES, max_size=40).map("".join), st.sampled_from([None, "https://x.org/2024/05/03/", "http://[", "x"])
)
@example(ld(datePublished="2024-05-04", dateModified="2024-05-03"), None)
@example(ld(datePublished="2024-05-03", dateModified="2024-05-04"), None)
def test_no_page_raises(page: str, url: str | None) -> None:
    """Any page is read; what is given is fit for the model, and the publication is not after the last change."""
    root, _ = parse_tree(page)
    if root is None:
        return
    metadata = read_metadata(Gathered(root), url)
    if metadata.published and metadata.modified and type(metadata.published) is type(metadata.modified) is dt.date:
        assert metadata.published <= metadata.modified
    for text in (metadata.headline, metadata.description, metadata.section, *metadata.headline_candidates):
        if text is not None:
            assert text.strip()
            text.encode()


# -- sections, keywords, pictures


@pytest.mark.parametrize(
    ("given", "section"),
    [
        ("Weather", "Weather"),
        ("Arts, Culture", "Arts, Culture"),
        ("Weather,Local,News", "Weather"),
        ("Weather, Local, News", "Weather"),
        ("/world/weather", "world/weather"),
        ("Uncategorized", None),
        ("https://www.example.org/weather", None),
    ],
)
def test_sections(given: str, section: str | None) -> None:
    """A section is one: of a list the first, and none where none was chosen."""
    assert read(ld(articleSection=given)).section == section


def test_keywords_are_words() -> None:
    """Identifiers and addresses are no keywords; years are."""
    given = ["rain", "98be933f-39cf-4fba-b6c6-ad438e82010b", "https://www.example.org", "2024"]
    assert read(ld(keywords=given)).keywords == ("rain", "2024")


def test_pictures_in_several_sizes_are_one() -> None:
    """An address that differs in size, query or protocol alone is the same picture; place holders are none."""
    given = [
        {
            "@type": "ImageObject",
            "url": "https://www.example.org/rain-1024x768.jpg",
            "width": "1024 px",
            "creditText": "Ann Lee",
        },
        "https://www.example.org/rain.jpg?w=300",
        "http://www.example.org/rain-300x200.jpg",
        "https://www.example.org/placeholder.png",
        "https://www.example.org/wind.jpg",
    ]
    images = read(ld(image=given)).images
    assert [(image.url[-16:], image.width, image.credit) for image in images] == [
        ("ain-1024x768.jpg", 1024, "Ann Lee"),
        ("mple.org/wind.jpg"[-16:], None, None),
    ]


def test_copyright_of_a_holder() -> None:
    """Where there is no notice, holder and year make one."""
    block = ld(copyrightHolder={"@type": "Organization", "name": "The Daily Example"}, copyrightYear=2024)
    assert read(block).copyright == "© 2024 The Daily Example"


def test_the_body_is_no_description() -> None:
    """Blogs mark the text as description and body at once: then it is the body."""
    text = "<div itemprop='description articleBody'>A.</div>"
    html = f"<html><body><div itemscope itemtype=http://schema.org/BlogPosting>{text}</div>"
    assert read(html).description is None


def test_markup_in_a_description() -> None:
    """Markup inside a word or at its end leaves no gap; a line break does."""
    html = '<html><head><meta name=description content="Towels are &lt;em&gt;hard&lt;/em&gt;.&lt;br&gt;Still."></head>'
    assert read(html).description == "Towels are hard. Still."


@pytest.mark.parametrize("tag", ["title", "h1"])
def test_of_an_endless_headline_the_beginning_is_read(tag: str) -> None:
    """A title or heading that is never closed holds the page: no more of it is read than any headline has."""
    metadata = read(f"<{tag}>Rain falls on the town. " + "It rained. " * 100_000)
    texts = [metadata.headline or "", *metadata.headline_candidates, *(told.raw for told in metadata.provenance)]
    assert texts[0].startswith("Rain falls on the town.")
    assert max(map(len, texts)) <= 500


def test_of_an_endless_text_the_beginning_is_read() -> None:
    """The text of an element is cut, so that reading it for a name or a day takes no time in proportion to the page."""
    for markup in ("<time>{}</time>", "<time>It <i>rained</i>. {}</time>"):
        root, _ = parse_tree(markup.format("It rained. " * 100_000))
        assert root is not None
        assert len(text_of(next(root.iter("time")))) <= 10_000


def test_a_signal_that_says_nothing_usable() -> None:
    """Keywords that are codes and an access that nobody understands are passed over for the next signal."""
    metadata = read(
        ld(keywords="0123456789abcdef0123456789abcdef", isAccessibleForFree="perhaps")
        + "<meta name=keywords content='rain, rivers'><meta property=article:content_tier content=metered>"
    )
    assert metadata.keywords == ("rain", "rivers")
    assert metadata.is_accessible_for_free is False


def test_an_image_without_an_address() -> None:
    """An image that JSON-LD gives no address on the web is none."""
    metadata = read(ld(image=[{"@type": "ImageObject"}, "data:image/gif;base64,R0lGOD", 7, "/rain.jpg"]))
    assert [image.url for image in metadata.images] == ["https://www.example.org/rain.jpg"]


@pytest.mark.parametrize("given", [[{"@id": "https://www.example.org/news/rain"}], {"url": "/news/rain"}])
def test_an_article_is_of_the_page_that_it_names(given: object) -> None:
    """What JSON-LD calls the page of an article may be an address, an object with one, or a list of those."""
    other = ld(headline="Elsewhere", url="https://www.example.org/news/snow")
    nowhere = ld(headline="Nowhere")
    assert read(other + nowhere + ld(headline="Rain all day", mainEntityOfPage=given)).headline == "Rain all day"
    assert read(other + nowhere).headline == "Nowhere"


def test_an_address_that_is_none() -> None:
    """A canonical address or a link of a heading that cannot be taken apart is passed over."""
    metadata = read("<link rel=canonical href='//[news'><h1><a href='https://[news/'>Rain all day</a></h1>")
    assert (metadata.canonical_url, metadata.headline) == (None, "Rain all day")


def test_an_object_without_words() -> None:
    """A publisher or section that is an object without a name or an address says nothing."""
    metadata = read(ld(publisher={"@type": "Organization"}, articleSection={"@type": "Thing"}, headline="Rain"))
    assert (metadata.publisher, metadata.section) == (None, None)
