"""What a page says of its article, from the strongest signal that says it."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsmodel.html.metadata import Metadata, read_metadata
from newsmodel.html.tree import parse_tree
from newsmodel.model import IssueCode, Publisher

UTC = dt.UTC
STORY = "<p>It rained all day, and the river rose.</p>"


def read(html: str, url: str | None = "https://www.example.org/news/rain") -> Metadata:
    """Return the metadata of a page."""
    root, _ = parse_tree(html)
    assert root is not None
    return read_metadata(root, url)


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


def test_a_linked_name_at_the_top_is_the_site() -> None:
    """A heading that leads to the home page is the site's name."""
    page = f'<title>River rises – My Valley Diary</title><h1><a href="/">My Valley Diary</a></h1>{STORY}'
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


def chosen(metadata: Metadata) -> dict[str, str]:
    """Return the signal that gave each field."""
    return {p.field: p.source for p in metadata.provenance if p.chosen}


# -- dates


def test_published_told_from_modified() -> None:
    """Publication and last change come with time and zone from where each is declared."""
    metadata = read(ld(datePublished="2024-05-03T10:15:00+02:00", dateModified="2024-05-04T08:00:00Z"))
    zone = dt.timezone(dt.timedelta(hours=2))
    assert metadata.published == dt.datetime(2024, 5, 3, 10, 15, tzinfo=zone)
    assert metadata.modified == dt.datetime(2024, 5, 4, 8, 0, tzinfo=UTC)


def test_a_change_before_the_publication_is_none() -> None:
    """A last change before the publication is dropped: planned articles are saved before they appear."""
    metadata = read(ld(datePublished="2024-05-03", dateModified="2024-05-02"))
    assert (metadata.published, metadata.modified) == (dt.date(2024, 5, 3), None)


@pytest.mark.parametrize(
    "markup",
    [
        '<meta property="article:published_time" content="2024-05-03">',
        '<meta name="dc.date.issued" content="3 May 2024">',
        '<h1>Rain falls</h1><span itemprop="datePublished" content="2024-05-03">last week</span>',
        '<h1>Rain falls</h1><time class="entry-date published" datetime="2024-05-03">Friday</time>',
        "<h1>Rain falls</h1><time pubdate>May 3, 2024</time>",
        "<h1>Rain falls</h1><p>By Maria Jonas | May 3, 2024</p>",
        "<div>3 May 2024</div><h1>Rain falls</h1>",
        "<h1>Rain falls</h1><p>Updated: May 9, 2024</p><p>Published: May 3, 2024</p>",
        '<h1>Rain falls</h1><abbr class="published" title="2024-05-03">Friday</abbr>',
        '<script>state = {"publishedAt": "2024-05-03"}</script>',
    ],
)
def test_places_of_the_publication(markup: str) -> None:
    """Meta elements, microdata, time elements, date lines and the page's state all tell the day."""
    assert read(f'<html lang="en">{markup}{STORY}').published == dt.date(2024, 5, 3)


def test_the_address_is_the_last_resort() -> None:
    """The day in the address counts only where the page says nothing."""
    url = "https://www.example.org/2024/05/03/rain"
    assert read(f"<h1>Rain falls</h1>{STORY}", url).published == dt.date(2024, 5, 3)
    assert read(f"<h1>Rain falls</h1><p>May 2, 2024</p>{STORY}", url).published == dt.date(2024, 5, 2)


def test_no_date_rather_than_a_bad_one() -> None:
    """A day that the text tells of, a copyright, a comment and another article give no publication."""
    page = f"""<h1>Rain falls</h1><p>The worst flood was on May 3, 1997, when the river rose by four metres in one
        night and took the bridge, the mill and most of the lower town with it.</p>{STORY}
        <div class="comments"><time datetime="2024-05-09">May 9</time></div>
        <aside><ul class="related"><li>Wind <time datetime="2024-05-01">May 1</time></ul></aside>
        <footer>Copyright May 1, 2020</footer>"""
    assert read(page).published is None


def test_only_a_last_change_is_shown() -> None:
    """Where readers are shown nothing but the day of the last change, it stands for the publication too."""
    metadata = read(f"<html lang=en><h1>Rain falls</h1><p>Last updated May 3, 2024</p>{STORY}")
    assert (metadata.published, metadata.modified) == (dt.date(2024, 5, 3), dt.date(2024, 5, 3))
    assert chosen(metadata)["published"] == chosen(metadata)["modified"] == "date line"


def test_only_a_last_change_is_declared() -> None:
    """A last change that is declared and not shown is no publication."""
    metadata = read(f"{ld(dateModified='2024-05-03')}<h1>Rain falls</h1>{STORY}")
    assert (metadata.published, metadata.modified) == (None, dt.date(2024, 5, 3))


@pytest.mark.parametrize(
    ("declared", "shown", "day"),
    [
        ({"datePublished": "2024-05-03", "dateModified": "2024-05-09"}, "May 9, 2024", dt.date(2024, 5, 3)),
        ({"datePublished": "2024-05-09T10:00:00Z", "dateModified": "2024-05-09T10:00:00Z"}, "May 3, 2024", None),
        (
            {"datePublished": "2024-05-09T10:00:00Z", "dateModified": "2024-05-09T10:00:00Z"},
            "Show May 3, 2024 is sold out",
            9,
        ),
        ({"datePublished": "03/05/2024"}, "May 3, 2024", None),
    ],
    ids=["a later day shown", "an earlier day shown", "the day of something else", "day and month swapped"],
)
def test_the_day_beside_the_headline(declared: dict[str, str], shown: str, day: dt.date | int | None) -> None:
    """
    What is declared goes before what is shown, but for a publication after the day shown or with day and month swapped.

    A declared publication that is also the last change was overwritten by it.
    """
    expected = day if isinstance(day, dt.date) else dt.date(2024, 5, day or 3)
    published = read(f"<html lang=en-US>{ld(**declared)}<h1>Rain falls</h1><p>{shown}</p>{STORY}").published
    assert published is not None
    assert (published.date() if isinstance(published, dt.datetime) else published) == expected


def test_of_two_declared_days_the_one_that_is_shown() -> None:
    """Where the page declares two days, the one beside the headline wins, with the time that is declared."""
    meta = '<meta property="article:published_time" content="2024-07-01T10:00:00Z">'
    metadata = read(f"{ld(datePublished='2024-05-03')}{meta}<h1>Rain falls</h1><p>July 1, 2024</p>{STORY}")
    assert metadata.published == dt.datetime(2024, 7, 1, 10, tzinfo=UTC)
    assert chosen(metadata)["published"] == "meta article:published_time"
    assert IssueCode.CONFLICTING_DATES in codes(metadata)


def test_a_dropped_change_is_told() -> None:
    """A last change before the publication is an issue, and its signal a candidate that was passed over."""
    metadata = read(ld(datePublished="2024-05-03", dateModified="2024-05-01"))
    assert "modified" not in chosen(metadata)
    assert [(p.raw, p.chosen) for p in metadata.provenance if p.field == "modified"] == [("2024-05-01", False)]
    assert IssueCode.CONFLICTING_DATES in codes(metadata)


def test_the_day_in_the_address_tells_the_zone() -> None:
    """A moment shortly before midnight in UTC is of the day that the address gives."""
    url = "https://www.example.org/2024/05/04/rain"
    assert read(ld(datePublished="2024-05-03T22:35:00Z"), url).published == dt.date(2024, 5, 4)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://www.example.org/article/A2024050314320005196", dt.date(2024, 5, 3)),
        ("https://www.example.org/article/20240503", dt.date(2024, 5, 3)),
        ("https://www.example.org/article/20249903", None),
        ("https://web.archive.org/web/20240503143200/http://www.example.org/rain", None),
        ("https://web.archive.org/web/20240503143200/http://www.example.org/2021/01/02/rain", dt.date(2021, 1, 2)),
    ],
)
def test_days_in_addresses(url: str, day: dt.date | None) -> None:
    """An address tells the day by itself or before the minute; when a web archive read the page is no day of it."""
    assert read(f"<h1>Rain falls</h1>{STORY}", url).published == day


def test_embedded_posts_date_nothing() -> None:
    """The date and the author of an embedded post are not the article's."""
    post = "<blockquote class=post><p>What a day!</p><p>By Ann Lee, May 1, 2024</p></blockquote>"
    metadata = read(f"<h1>Rain falls</h1>{post}<p>May 3, 2024</p>{STORY}")
    assert (metadata.published, metadata.authors) == (dt.date(2024, 5, 3), ())


def test_labels_after_the_date() -> None:
    """What a date is the date of may stand after it, as in Japanese."""
    page = f"<html lang=ja><h1>大雨の記録</h1><p>2024年5月3日 公開</p><p>2024年5月9日 更新</p>{STORY}"
    metadata = read(page)
    assert (metadata.published, metadata.modified) == (dt.date(2024, 5, 3), dt.date(2024, 5, 9))


def test_a_moment_in_utc_and_on_the_page() -> None:
    """02:25 UTC and 9:25 pm of the day before, on the page, are one moment and tell the zone."""
    page = f"{ld(datePublished='2024-05-04T02:25:10Z')}<h1>Rain falls</h1><p>May 3, 2024 9:25 pm</p>{STORY}"
    published = read(page).published
    assert isinstance(published, dt.datetime)
    assert published == dt.datetime(2024, 5, 4, 2, 25, 10, tzinfo=UTC)
    assert published.date() == dt.date(2024, 5, 3)


def test_ambiguous_dates_are_told() -> None:
    """A numeric date that nothing decides is an issue."""
    page = f"<h1>Rain falls</h1><p>03/04/2024</p>{STORY}"
    assert IssueCode.AMBIGUOUS_DATE in codes(read(f"<html lang=en>{page}", None))
    assert IssueCode.AMBIGUOUS_DATE not in codes(read(f"<html lang=en-GB>{page}", None))


def test_dates_in_conflict() -> None:
    """Two strong signals that are days apart are an issue; the first of the table wins."""
    page = ld(datePublished="2024-05-03") + '<meta property="article:published_time" content="2024-07-01">'
    metadata = read(page)
    assert metadata.published == dt.date(2024, 5, 3)
    assert IssueCode.CONFLICTING_DATES in codes(metadata)


def test_dates_of_other_articles() -> None:
    """Microdata of a list of other articles does not date this one."""
    teasers = "".join(f'<li itemprop="datePublished" content="2024-05-0{day}">x</li>' for day in range(1, 9))
    assert read(f"<h1>Rain falls</h1>{STORY}<ul>{teasers}</ul>").published is None


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
    read_metadata(root, None)
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
def test_no_page_raises(page: str, url: str | None) -> None:
    """Any page is read; what is given is fit for the model, and the publication is not after the last change."""
    root, _ = parse_tree(page)
    if root is None:
        return
    metadata = read_metadata(root, url)
    if metadata.published and metadata.modified and type(metadata.published) is type(metadata.modified) is dt.date:
        assert metadata.published <= metadata.modified
    for text in (metadata.headline, metadata.description, metadata.section, *metadata.headline_candidates):
        if text is not None:
            assert text.strip()
            text.encode()
