"""Pages as widely used systems write them: what their names for things mean, and what stands around the article."""

import pytest

from newsmodel.html import read_page
from newsmodel.model import Article, IssueCode

TITLE = "Bridge of Orrland closed to lorries"
BODY = [
    "The old bridge of Orrland is closed to lorries from Monday, after engineers found rust in two of its cables.",
    "“It will carry you, your car and your dog, but no longer a load of timber,” said Ada Holm of the road office.",
    "Lorries will take the ferry at Lund, which adds an hour to the way; the sawmill has asked the county to pay.",
]
OTHER = [
    "The ferry at Lund will sail every half hour from Monday on, the county said, to carry the lorries of the mill.",
    "“We have waited for this since the bridge was built, and we have kept the boats painted,” said the captain.",
]
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)


def read(body: str, *, head: str = "", language: str = "en") -> Article:
    """Return the article of a page with this body."""
    return read_page(f"<!doctype html><html lang={language}><head>{head}</head><body>{body}</body></html>")


def texts(article: Article) -> list[str]:
    """Return the texts of the blocks."""
    return [block.span.of(article.text) for block in article.blocks]


def names(article: Article) -> list[str]:
    """Return the names of the authors."""
    return [author.name for author in article.authors]


def test_the_name_of_a_letter_is_a_heading_too() -> None:
    """Where the name of the site is a main heading, the headline is the heading with its words."""
    site = "<div class=menu><h1><a href=/about>Low Tide</a></h1></div>"
    header = f"<div class=post-header><h1>{TITLE}</h1><h3 class=subtitle>Timber, rust and a ferry at Lund</h3></div>"
    post = f"<article class=newsletter-post>{header}<div class=body>{TEXT}</div></article>"
    article = read(site + post, head=f"<title>{TITLE} - Low Tide</title><meta property=og:title content='{TITLE}'>")
    assert article.headline == TITLE
    assert texts(article) == ["Timber, rust and a ferry at Lund", *BODY]


def test_a_headline_in_a_lower_heading() -> None:
    """A heading of any level is the headline's place if it has its words."""
    item = f"<div class=header><h3 itemprop=headline>{TITLE}</h3></div><div class=teaser-text><p>{OTHER[0]}</p></div>"
    body = f"<h1 class=logo>Road office</h1><div class=item>{item}<div class=text-wrap>{TEXT}</div></div>"
    article = read(body, head=f"<title>{TITLE} | Road office</title>")
    assert texts(article) == [OTHER[0], *BODY]


def test_a_heading_right_under_the_headline() -> None:
    """The first heading in the box of the headline is its standfirst, without any mark."""
    header = f"<div class=a><h1>{TITLE}</h1><h2>The county sends all timber by ferry</h2></div>"
    assert texts(read(f"{header}<div class=b>{TEXT}</div>")) == ["The county sends all timber by ferry", *BODY]
    apart = f"<div class=a><h1>{TITLE}</h1></div><div><h2>The county sends all timber by ferry</h2></div>"
    assert texts(read(f"{apart}<div class=b>{TEXT}</div>")) == BODY


def test_components_are_no_consent_boxes() -> None:
    """Some systems begin every class with "cmp-", for component."""
    points = "<ul><li>Lorries take the ferry from Monday</li><li>Cars may still cross the bridge</li></ul>"
    body = (
        f"<div class=cmp-title><h1>{TITLE}</h1></div><div class=cmp-text>{points}</div><div class=cmp-text>{TEXT}</div>"
    )
    expected = ["Lorries take the ferry from Monday", "Cars may still cross the bridge", *BODY]
    assert texts(read(f"<div class=cmp-container>{body}</div>")) == expected


def test_what_a_page_builder_calls_a_widget() -> None:
    """In pages that are put together of widgets, those of the article are no asides."""
    info = "<li itemprop=author class=elementor-icon-list-item><a href=/ida><span>Ida Lund</span></a></li>"
    widgets = (f"<h1>{TITLE}</h1>", f"<ul>{info}</ul>", TEXT)
    body = "".join(f"<div class='elementor-element elementor-widget'>{widget}</div>" for widget in widgets)
    article = read(body)
    assert (names(article), texts(article)) == (["Ida Lund"], BODY)


def test_the_next_article_below() -> None:
    """Pages that go on with another article, in a box like the first one's, are of the first."""
    other = "".join(f"<p>{paragraph}</p>" for paragraph in [*OTHER, *OTHER[::-1]])
    both = [(TITLE, TEXT), ("Ferry to sail every half hour", other)]
    boxes = [f"<div class=wrap><article><h1>{title}</h1><div>{text}</div></article></div>" for title, text in both]
    assert texts(read("<div>" + "".join(boxes) + "</div>", head=f"<title>{TITLE}</title>")) == BODY


def test_chapters_with_main_headings_are_one_article() -> None:
    """Boxes of one kind, each with a main heading but no article of its own, are chapters."""
    chapters = [(TITLE, TEXT), ("The ferry", "".join(f"<p>{paragraph}</p>" for paragraph in OTHER))]
    boxes = [f"<section class=part><h1>{title}</h1>{text}</section>" for title, text in chapters]
    assert texts(read("<article>" + "".join(boxes) + "</article>")) == [*BODY, "The ferry", *OTHER]


def test_labels_without_marks() -> None:
    """The kicker before the headline, and the label of a box of links, go with nothing to tell them but their place."""
    links = "<div class=k><div class=l>Related</div><a href=/1><div>Rust in two cables of the bridge</div></a></div>"
    paragraphs = [f"<div class=x>{paragraph}</div>" for paragraph in BODY]
    body = f"<div><div class=k1>LOCAL</div><h1>{TITLE}</h1>{paragraphs[0]}{links}{''.join(paragraphs[1:])}</div>"
    assert texts(read(body)) == BODY
    prose = f"<div><p>{OTHER[0]}</p><h1>{TITLE}</h1>{TEXT}</div>"
    assert texts(read(prose)) == [OTHER[0], *BODY]


@pytest.mark.parametrize(("kind", "stays"), [("type=email", False), ("", False), ("type=checkbox", True)])
def test_a_box_with_a_field_is_a_form(kind: str, stays: bool) -> None:
    """What stands beside a field that readers write in asks for their address; a box to tick does not."""
    letter = f"<div class=x1><div>Orrland by mail</div><p>{OTHER[0]}</p><input {kind}></div>"
    assert texts(read(f"<h1>{TITLE}</h1><div>{TEXT}{letter}</div>")) == BODY + ["Orrland by mail", OTHER[0]] * stays


def test_a_wall_goes_with_its_box() -> None:
    """What a box says below "for subscribers" is no text either, nor is a tooltip."""
    offer = "<dl><dt>With a subscription</dt><dd>Read all of it</dd></dl>"
    wall = f"<div><p><b>This article is for subscribers</b></p>{offer}</div>"
    tooltip = f"<div class=js-tooltip-content><p>{OTHER[1]}</p></div>"
    article = read(f"<h1>{TITLE}</h1><article>{TEXT}{wall}{tooltip}</article>")
    assert texts(article) == BODY
    assert [issue.code for issue in article.issues] == [IssueCode.PAYWALLED]


@pytest.mark.parametrize(
    ("language", "line", "name"),
    [
        ("ko", "<span>박민수 기자</span> <span>입력 2024.05.15 07:30</span>", "박민수"),
        ("ko", "<span>박민수 기자</span>", "박민수"),
        ("tr", "<span>Haber: Ayşe Demir</span> <span>Giriş: 15.05.2024 - 09:20</span>", "Ayşe Demir"),
        ("ar", "<span>كتب: سامي الخوري</span> <span>الأربعاء 15 مايو 2024 - 09:00</span>", "سامي الخوري"),
        ("he", "<span>מאת: דנה לוי</span> <span>פורסם: 15.05.24</span>", "דנה לוי"),
    ],
)
def test_bylines_of_other_languages(language: str, line: str, name: str) -> None:
    """A byline ends where a label, a day of the week or a role begins, in the scripts of the world."""
    assert names(read(f"<h1>{TITLE}</h1><div>{line}</div>{TEXT}", language=language)) == [name]


@pytest.mark.parametrize("line", ["Contact: Jane Roe, (555) 010-2000", "新华社记者"])
def test_lines_that_name_no_author(line: str) -> None:
    """Who answers the telephone has not written the text, and an agency with a role and no name is nobody."""
    assert names(read(f"<h1>{TITLE}</h1><p>{line}</p>{TEXT}")) == []


def test_a_heading_that_the_title_goes_on_from() -> None:
    """Where no heading has the words of the title, one that it goes on from tells where the byline is."""
    body = f"<h2>On the road</h2><h3>Bridge of Orrland closed</h3><p>By Ida Lund</p>{TEXT}"
    article = read(body, head=f"<title>{TITLE}</title>")
    assert (article.headline, names(article)) == (TITLE, ["Ida Lund"])


def test_an_author_of_a_comment() -> None:
    """Whoever is marked as an author in a comment has not written the article."""
    comment = f"<div class=comment><p class=author>Tom Roe</p><p>{OTHER[1]}</p></div>"
    assert names(read(f"<h1>{TITLE}</h1>{TEXT}{comment}")) == []


def test_an_earlier_heading_with_words_of_the_metadata() -> None:
    """A heading that repeats another title of the metadata stands for the headline where nothing repeats that."""
    head = f"<meta property=og:title content='{TITLE}'><meta name=twitter:title content='Orrland'>"
    article = read(f"<h2>Elsewhere</h2><h2>Orrland</h2><h3>{OTHER[0]}</h3><div>{TEXT}</div>", head=head)
    assert article.headline == TITLE
    assert texts(article)[-3:] == BODY
