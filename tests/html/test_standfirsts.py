"""The first of the text, between the headline and the first paragraph, however short."""

import pytest

from newsmodel.html import read_page

BODY = [
    "The old bridge of Orrland is closed to lorries from Monday, after engineers found rust in two of its cables.",
    "“It will carry you, your car and your dog, but no longer a load of timber,” said Ada Holm of the road office.",
    "Lorries will take the ferry at Lund, which adds an hour to the way; the sawmill has asked the county to pay.",
]
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
LEAD = "Engineers had found rust in two cables"


def texts(body: str) -> list[str]:
    """Return the texts of the blocks of a page with this body."""
    article = read_page(f"<title>Bridge closed</title><body>{body}")
    return [block.span.of(article.text) for block in article.blocks]


@pytest.mark.parametrize("lead", [f"<p class=post-sub-title>{LEAD}</p>", f"<div class=article-dek>{LEAD}</div>"])
def test_a_short_standfirst_with_its_name(lead: str) -> None:
    """A line that is marked as the standfirst is no stray label, though it is no sentence; a link is none."""
    assert texts(f"<header><h1>Bridge closed</h1>{lead}</header><div>{TEXT}</div>") == [LEAD, *BODY]
    linked = lead.replace(LEAD, f"<a href=/rust>{LEAD}</a>")
    assert texts(f"<header><h1>Bridge closed</h1>{linked}</header><div>{TEXT}</div>") == BODY


def test_a_short_standfirst_above_the_authors_link() -> None:
    """A standfirst heads the text, and not the link to the author that stands below it in its box."""
    byline = "<div><div><a href=/ada>Ada Holm</a></div><div>Nov 30</div></div>"
    header = f"<div><h1>Bridge closed</h1></div><div><h2 class=subtitle>{LEAD}</h2>{byline}</div>"
    assert texts(f"<article>{header}{TEXT}</article>") == [LEAD, *BODY]


def test_a_list_with_a_heading_before_the_text() -> None:
    """What a review is for and against stands in lists with headings, and is text, though it has few words."""
    lists = "".join(
        f"<div><h3>{name}</h3><ul><li>Long</li><li>Not for lorries</li></ul></div>" for name in ("For", "Against")
    )
    found = texts(f"<article><h1>Bridge closed</h1><div><div>{lists}</div>{TEXT}</div></article>")
    assert found == ["For", "Long", "Not for lorries", "Against", "Long", "Not for lorries", *BODY]
    bare = lists.replace("<h3>For</h3>", "").replace("<h3>Against</h3>", "")
    assert texts(f"<article><h1>Bridge closed</h1><div><div>{bare}</div>{TEXT}</div></article>") == BODY


def test_what_amp_puts_in_place_of_frames() -> None:
    """What stands in a frame, a video or a share button of AMP until it has come is no text; guest books are none."""
    frame = "<amp-iframe src=x><p placeholder>The map of the bridge is on its way to you.</p></amp-iframe>"
    guests = f"<div class=guestbook><p>{BODY[1]} He is right.</p></div>"
    assert texts(f"<article><h1>Bridge closed</h1>{frame}{TEXT}{guests}</article>") == BODY


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("<p>The county sends all timber by the ferry</p>", True),
        ("<h4>The county sends all timber by the ferry</h4>", True),
        ("<p>The county <a href=/t>sends all timber by the ferry</a></p>", False),
        ("<p>Timber by ferry</p>", False),
        ("<p>The words and the images are Ida Lund's</p>", False),
        ("<p>Monday, the 30th of November 2026, at 19:41</p>", False),
        ("<p class=caption>The county sends all timber by the ferry</p>", False),
        ("<p>Photo: the county sends all timber by the ferry</p>", False),
        ("<li>The county sends all timber by the ferry</li>", False),
        ("<div><p>The county sends all timber by the ferry</p></div>", False),
    ],
)
def test_a_line_right_under_the_headline(line: str, stays: bool) -> None:
    """The line under the headline, in its box, is the standfirst if it says something: no byline, time or credit."""
    page = f"<meta name=author content='Ida Lund'><article><header><h1>Bridge closed</h1>{line}</header>"
    found = texts(f"{page}<div>{TEXT}</div></article>")
    assert found == (["The county sends all timber by the ferry", *BODY] if stays else BODY)


@pytest.mark.parametrize("mark", ["¶", "#", "§", ""])
def test_the_mark_of_a_headings_place(mark: str) -> None:
    """The link by which a heading can be pointed at shows a mark that is no letter, and is no part of the heading."""
    heading = f"<h2 id=rust>Rust<a class=headerlink href=#rust>{mark}</a></h2>"
    assert texts(f"<h1>Bridge closed</h1>{TEXT}{heading}<p>{LEAD}.</p>")[3:] == ["Rust", f"{LEAD}."]
