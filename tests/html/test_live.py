"""Live blogs: their entries as sections, each with its time."""

import json

import pytest

from newsmodel.html import read_page
from newsmodel.model import Article, IssueCode

ENTRIES = (
    ("16.40 GMT", "Bridge closed to traffic", "The bridge has been closed until midnight, the highways agency says."),
    ("14.12 GMT", "Schools to stay shut", "Schools in three counties will stay shut tomorrow, councils announced."),
    ("06.05 GMT", "Good morning", "Good morning and welcome to our rolling coverage of the storm in the west."),
)
HEADLINE = "Storm latest: thousands without power"
LIVE = {"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": HEADLINE}


def page(entries: str, **fields: object) -> Article:
    """Return the article of a live blog."""
    data = f"<script type='application/ld+json'>{json.dumps({**LIVE, **fields})}</script>" if fields else ""
    lead = "<p>Winds of more than 80 mph have torn down trees and power lines across the west of the country.</p>"
    return read_page(f"<html lang=en><head>{data}</head><body><main><h1>{HEADLINE}</h1>{lead}{entries}</main>")


def outline(article: Article) -> list[tuple[str, str]]:
    """Return the first letter of the kind and the beginning of each block, the standfirst left out."""
    return [(block.kind.value[0], block.span.of(article.text)[:16]) for block in article.blocks][1:]


@pytest.mark.parametrize("of", ["article", "div class=card", "li class=ticker", "section"])
def test_entries_are_headed_sections_with_their_times(of: str) -> None:
    """Each entry opens with its time and its heading, whatever element it is, and its paragraphs are paragraphs."""
    close = of.split(maxsplit=1)[0]
    entries = "".join(
        f"<{of}><span class=time>{time}</span><h3>{head}</h3><p>{text}</p></{close}>" for time, head, text in ENTRIES
    )
    article = page(f"<div class=blog>{entries}</div>")
    assert outline(article) == [
        part for time, head, text in ENTRIES for part in (("p", time), ("h", head[:16]), ("p", text[:16]))
    ]
    assert [issue.code for issue in article.issues] == [IssueCode.LIVE_BLOG]


@pytest.mark.parametrize(
    "entry", ["<div><b>{}</b><p>{}</p></div>", "<div><p>{}</p><p>{}</p></div>", "<p><time>{}</time></p><p>{}</p>"]
)
def test_a_time_is_the_heading_where_there_is_no_other(entry: str) -> None:
    """An entry without a headline is headed by its time, in a box of its own or simply under the one before it."""
    article = page("".join(entry.format(time, text) for time, _, text in ENTRIES), datePublished="2024-03-05")
    assert outline(article) == [part for time, _, text in ENTRIES for part in (("h", time), ("p", text[:16]))]
    assert [block.level for block in article.blocks if block.level] == [2, 2, 2]


def test_times_beside_the_blog_are_no_entries() -> None:
    """A longer list of news with their times, outside of the text, does not take the place of the entries."""
    entries = "".join(f"<div><b>{time}</b><p>{text * 9}</p></div>" for time, _, text in ENTRIES)
    other = "".join(
        f"<div><b>11:{n}</b><p>In the city of Orr the {n} trams stood still all day, the mayor said.</p></div>"
        for n in range(10, 15)
    )
    article = page(f"<div class=blog>{entries}</div></main><div><h3>News</h3>{other}</div>", headline=HEADLINE)
    assert outline(article) == [part for time, _, text in ENTRIES for part in (("h", time), ("p", text[:16]))]


def test_entries_that_only_json_ld_has() -> None:
    """Where scripts would fetch the entries, those that JSON-LD gives are the text."""
    updates = [
        {"@type": "BlogPosting", "headline": head, "datePublished": f"2024-03-05T{time[:5].replace('.', ':')}:00Z"}
        | {"articleBody": f"{text}\n{head}: more is to come during the day, a spokesman said, and in the night."}
        for time, head, text in ENTRIES
    ]
    nothing = ["later", {"@type": "BlogPosting", "headline": "More soon"}, {"articleBody": " "}]
    article = page("<div id=live-root></div>", liveBlogUpdate=[*nothing, *updates])
    assert outline(article)[:5] == [
        ("p", "2024-03-05 16:40"),
        ("p", "The bridge has b"),
        ("p", "Bridge closed to"),
        ("h", "Schools to stay "),
        ("p", "2024-03-05 14:12"),
    ]
    assert "\n\n2024-03-05 16:40+00:00\n\n" in article.text
    assert article.published is None


def test_times_in_other_articles_are_no_entries() -> None:
    """A programme with times is no live blog, unless the page calls itself one."""
    rows = "".join(f"<p>{time[:5]}</p><p>{text}</p>" for time, _, text in ENTRIES)
    article = read_page(f"<body><main><h1>What is on tonight</h1>{rows}</main>")
    assert not [block for block in article.blocks if block.kind.value == "heading"]
    assert article.issues == ()


def test_a_time_glued_to_who_wrote_it() -> None:
    """The time of an entry is the entry's, without the name of the writer that the page sets right behind it."""
    entries = "".join(f"<div><b>{time[:5]}</b><i>Ann Lee</i><p>{text}</p></div>" for time, _, text in ENTRIES)
    article = page(f"<div class=blog>{entries}</div>", datePublished="2024-03-05")
    assert outline(article) == [part for time, _, text in ENTRIES for part in (("h", time[:5]), ("p", text[:16]))]


def test_times_in_the_deep_are_no_entries() -> None:
    """Times that stand in more boxes than entries have belong to something else."""
    deep = "".join(f"{'<div>' * 9}<p>{time}</p>{'</div>' * 9}<p>{text * 3}</p>" for time, _, text in ENTRIES)
    article = page(f"<div class=blog>{deep}</div>", datePublished="2024-03-05")
    assert {kind for kind, _ in outline(article)} == {"p"}
