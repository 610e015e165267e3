"""The headline among what stands with it in its heading and in the page's title."""

import pytest

from newsmodel.html.gathered import Gathered
from newsmodel.html.metadata import read_metadata
from newsmodel.html.tree import parse_tree

TITLE = "Bridge of Orrland closed to lorries"
STORY = "<p>The old bridge is closed from Monday, after engineers found rust in two of its cables.</p>"


def headline(page: str) -> str | None:
    """Return the headline of a page of the Orrland Herald."""
    root, _ = parse_tree(f"{page}{STORY}")
    assert root is not None
    return read_metadata(Gathered(root), "https://www.orrlandherald.com/news/bridge").headline


@pytest.mark.parametrize(
    "inside",
    [
        f"{TITLE} <span class=byline>By Ida Lund</span>",
        f"{TITLE}<small>14 May 2024</small>",
        f"{TITLE} <a>(12 comments)</a>",
        f"{TITLE} <span>opens in a new</span> window",
        f"<span>Roads:</span> {TITLE}",
    ],
)
def test_what_else_is_in_the_heading(inside: str) -> None:
    """What a heading holds in an element of its own, and no signal repeats, is no part of the headline."""
    assert headline(f"<title>{TITLE} | Orrland Herald</title><h1>{inside}</h1>") == TITLE


@pytest.mark.parametrize("inside", [f"{TITLE} <em>for</em> a year", f"{TITLE} for a year"])
def test_a_heading_that_says_more(inside: str) -> None:
    """What goes on with the headline, in the middle of the heading or without an element, stays."""
    whole = f"{TITLE} for a year"
    page = f"<title>{TITLE} | Orrland Herald</title><meta property=og:title content='{whole}'><h1>{inside}</h1>"
    assert headline(page) == whole


def test_how_characters_are_spoken() -> None:
    """The reading above the characters of a heading is none of its words."""
    words = "<ruby>橋<rt>はし</rt></ruby>が<ruby>閉鎖<rp>(</rp><rt>へいさ</rt><rp>)</rp></ruby>される"
    assert headline(f"<h1>{words}</h1>") == "橋が閉鎖される"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (f"{TITLE} - Orrland Herald - News, sport and weather", TITLE),
        (f"News - Orrland Herald - {TITLE}", f"News - Orrland Herald - {TITLE}"),
        ("大桥对货车关闭_新闻频道_奥兰网", "大桥对货车关闭"),
        ("大桥_奥兰网", "大桥_奥兰网"),
    ],
)
def test_what_the_title_says_behind(title: str, expected: str) -> None:
    """What a site says of itself after its name, and channels joined by low lines, go with the name."""
    assert headline(f"<meta property=og:site_name content='Orrland Herald'><title>{title}</title>") == expected


def test_a_heading_in_a_script_without_spaces() -> None:
    """A short heading is like a title that holds its characters, whatever stands between these and the site's name."""
    assert headline("<title>大桥对货车关闭（图）奥兰网</title><h1>大桥对货车关闭</h1>") == "大桥对货车关闭"


def test_the_name_of_the_site_in_json_ld() -> None:
    """The name of the site that a page says to be part of is cut off, too."""
    script = '<script type="application/ld+json">{"@type": "WebSite", "name": ["The Beacon", 7]}</script>'
    assert headline(f"{script}<title>The Beacon: {TITLE}</title>") == TITLE
