"""Lines of the body one by one: which are the text, and which are furniture that stands in it."""

import json

import pytest

from newsmodel.html import read_page
from newsmodel.model import Article, IssueCode

PARAGRAPHS = [
    "The bakers of Orrland will keep their ovens cold on Monday, the first strike of the trade since 1974.",
    "“Flour has doubled, and so has the rent, and the price of a loaf has stayed where it was,” said Ada Holm.",
    "The guild wants the county to let a loaf cost a crown more; the county says that it cannot before spring.",
    "Shops in the capital sold out of crispbread within an hour of the news, and a mill has put on a night shift.",
]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
MORE = "The last strike lasted for nine days, and ended when the army began to bake for the hospitals."


def read(article: str, *, declared: str | None = None) -> Article:
    """Return the article of a page, whose JSON-LD may declare its text."""
    data = {"@type": "NewsArticle", "headline": "Bakers strike", "articleBody": declared}
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script>" if declared else ""
    main = f"<main><article><h1>Bakers strike</h1>{article}</article></main>"
    return read_page(f"<!doctype html><html lang=en><head>{head}</head><body>{main}</body></html>")


def texts(article: str, *, declared: str | None = None) -> list[str]:
    """Return the blocks' texts of the article on a page."""
    found = read(article, declared=declared)
    return [block.span.of(found.text) for block in found.blocks]


def test_a_caption_that_the_text_repeats() -> None:
    """What stands under an image is its caption, where the page writes it a second time too."""
    caption = "The ovens of the Old Bakery, which will be cold on Monday"
    figure = f"<figure><img src=a.jpg><figcaption>{caption}</figcaption></figure>"
    assert texts(f"<div>{figure}{BODY}<p>{caption}</p><p>{MORE}</p></div>") == [*PARAGRAPHS, MORE]


def test_a_heading_over_links_goes_with_them() -> None:
    """A list of links to other articles is dropped with the heading over it."""
    links = "".join(f"<li><a href=/{n}>Another article of the day, number {n}</a></li>" for n in range(3))
    assert texts(f"<div>{BODY}<h2>On the table</h2><ul>{links}</ul><p>{MORE}</p></div>") == [*PARAGRAPHS, MORE]


def test_a_list_that_a_line_opens_goes_with_the_line() -> None:
    """Short items under "Read more:" are teasers without their links."""
    teasers = "<p><b>Read more:</b></p><ul><li>What a loaf costs abroad</li><li>How to bake without an oven</li></ul>"
    assert texts(f"<div>{BODY}{teasers}<p>{MORE}</p></div>") == [*PARAGRAPHS, MORE]


@pytest.mark.parametrize("count", [3, 12])
def test_labels_before_the_text(count: int) -> None:
    """A few short lines before the text are buttons; many of them are a part of it."""
    labels = [f"Loaf {n}" for n in range(count)]
    above = "".join(f"<div><p>{label}</p></div>" for label in labels)
    assert texts(f"<div>{above}{BODY}</div>") == (PARAGRAPHS if count < 9 else [*labels, *PARAGRAPHS])


@pytest.mark.parametrize("levels", [0, 3, 12])
def test_an_embed_goes_with_its_box(levels: int) -> None:
    """Where foreign content would be loaded, what is said of it goes with the box, however deep, but not the text."""
    line = "<p>To see this content you must give consent to its cookies.</p>"
    embed = f"{'<div>' * levels}<h4>Bread on the net</h4>{line}{'</div>' * levels}"
    expected = [*PARAGRAPHS, *(["Bread on the net"] if levels == 0 else []), MORE]
    assert texts(f"<section>{BODY}{embed}<p>{MORE}</p></section>") == expected


def test_an_embed_in_the_box_of_the_text() -> None:
    """Where the line stands in the box of the text itself, it goes alone."""
    lines = "<br>".join([*PARAGRAPHS, "To see this content you must give consent to its cookies.", MORE])
    assert texts(f"<div>{lines}</div>") == [*PARAGRAPHS, MORE]


def test_an_embed_in_a_box_of_paragraphs() -> None:
    """Where the line stands in a box with a part of the text, it goes alone, too."""
    other = [f"{paragraph} So it was." for paragraph in PARAGRAPHS]
    lines = "<br>".join([*other, "To see this content you must give consent to its cookies.", MORE])
    assert texts(f"<div>{BODY}<div>{lines}</div>{BODY.replace('a', 'o')}</div>")[4:9] == [*other, MORE]


def test_a_linked_heading_with_its_text_far_below() -> None:
    """A linked heading heads the text under it in its own box, not what stands many boxes further in."""
    deep = f"<div><h2><a href=/x>How to bake without an oven</a></h2>{'<div>' * 9}<p>{MORE}</p>{'</div>' * 10}"
    assert texts(f"<div>{BODY}{deep}<p>{PARAGRAPHS[0]}!</p></div>") == [*PARAGRAPHS, MORE, f"{PARAGRAPHS[0]}!"]


def test_lines_between_headline_and_text() -> None:
    """Of what stands above the text, the standfirst is text; a label and the teaser of another article are none."""
    standfirst = "No bread on Monday: the guild and the county cannot agree on what a loaf may cost."
    teaser = (
        "<div class=teaser><h3><a href=/x>What a loaf costs in other countries</a></h3>"
        "<p>We have asked in nine capitals of the continent what people pay for their daily bread.</p></div>"
    )
    above = f"<header><p>{standfirst}</p><p>For our members and their friends</p>{teaser}</header>"
    assert texts(f"{above}<div class=body>{BODY}</div>") == [standfirst, *PARAGRAPHS]


def test_a_zero_width_paragraph_is_none() -> None:
    """An element that holds nothing that can be seen is no block."""
    assert texts(f"<div><p>\u200b</p>{BODY}<p>\u2060\ufeff</p></div>") == PARAGRAPHS


def test_a_table_with_a_long_cell_lays_out_the_page() -> None:
    """Cells with whole paragraphs are no data: each is read as what it holds."""
    long = " ".join(PARAGRAPHS)
    assert texts(f"<table><tr><td>{long}</td></tr><tr><td>{MORE}</td></tr></table>") == [long, MORE]


@pytest.mark.parametrize("tag", ["type-post", "hentry"])
def test_the_names_of_a_post_are_its_categories(tag: str) -> None:
    """WordPress writes the categories and tags of a post into its class; they do not make it furniture."""
    post = f"<div class='post {tag} category-newsletter tag-comments tag-related-links'>{BODY}</div>"
    assert texts(post) == PARAGRAPHS


def test_a_pager_is_short() -> None:
    """A link to a second page with a whole sentence as its name is no pager."""
    link = "<a class=next href=/bread/2>The bakers have gone on strike before, and this is how it ended then</a>"
    page = f"<html><body><main><h1>Bakers strike</h1>{BODY}{link}</main>"
    assert IssueCode.PAGINATED not in {issue.code for issue in read_page(page, url="https://example.org/bread").issues}


HEAD = "What the guild wants"
LONG = [*PARAGRAPHS, *(paragraph.replace("a", "o") for paragraph in PARAGRAPHS)]
PROMISE = "The Herald is a paper that is made by the people of the coast, and paid for by them."


def shown(lines: list[str]) -> str:
    """Return these lines as paragraphs of one box."""
    return "<div>" + "".join(f"<p>{line}</p>" for line in lines) + "</div>"


def test_a_declared_text_that_the_page_shows_to_its_end() -> None:
    """Where the page ends as the text that JSON-LD declares does, nothing is dropped."""
    assert texts(shown(LONG), declared=" ".join(LONG)) == LONG


def test_a_declared_text_in_another_order() -> None:
    """The declared text bounds the page's also where it lacks a heading, or has a paragraph in another place."""
    lines = [*LONG[:4], f"{HEAD}?", *LONG[4:]]
    declared = " ".join([LONG[3], *LONG[:3], *LONG[4:]])
    assert texts(shown([*lines, PROMISE]), declared=declared) == lines


def test_a_declared_text_that_lacks_many_lines() -> None:
    """A declared text that lacks more than thirty lines of the page is no witness of where it ends."""
    lines = [*LONG, *(f"Point {n}." for n in range(40)), MORE]
    declared = " ".join([*LONG, MORE])
    assert PROMISE in texts(shown([*lines, PROMISE]), declared=declared)


@pytest.mark.parametrize(
    ("end", "left"), [("", LONG), (" …", [*LONG, PROMISE]), (" [...]", [*LONG, PROMISE])], ids=["whole", "…", "[...]"]
)
def test_a_declared_text_that_says_it_goes_on(end: str, left: list[str]) -> None:
    """A declared text that ends with an ellipsis is the beginning of the text, and does not tell where that ends."""
    assert texts(shown([*LONG, PROMISE]), declared=" ".join(LONG) + end) == left


def test_a_declared_text_that_lacks_whole_paragraphs() -> None:
    """What stands behind a text is short; of a long article even a small part is more than that."""
    story = [f"On day {n} of the strike {line[0].lower()}{line[1:]}" for n in range(14) for line in PARAGRAPHS]
    end = [f"{line} It is not over." for line in LONG[:6]]
    assert texts(shown([*story, *end]), declared=" ".join(story)) == [*story, *end]


@pytest.mark.parametrize(
    "given",
    [
        "article.html",
        "/home/ada/my news/article.htm",
        "../pages/7",
        "C:\\news\\article.html",
        "https://example.org/a",
        "www.example.org",
    ],
)
def test_a_place_in_the_place_of_a_page(given: str) -> None:
    """Who gives a path or an address is told that the page itself is wanted."""
    (issue,) = read_page(given).issues
    assert issue.code is IssueCode.NOT_AN_ARTICLE
    assert issue.message == f"{given!r} looks like a path or an address; parse_html takes the page itself"


@pytest.mark.parametrize(
    "given", ["Rain and/or snow", "See index.html", "/ Rain and snow", "<p>Rain</p><p>article.html</p>"]
)
def test_other_words_in_the_place_of_a_page(given: str) -> None:
    """A line that is more than a path is a page with little text."""
    (issue,) = read_page(given).issues
    assert issue.message == "the page has little running text and nothing says that it is an article"


@pytest.mark.parametrize(
    "line",
    [
        "Von Jonas Reuther, Hafenstadt<br>Stand: 03.05.2024, 06:15 Uhr | Lesezeit: 3 Min.",
        "By Jonas Reuther · 3 May 2024 · 4 min.",
        "Lesezeit: 3 Minuten",
        "Temps de lecture : 2 min",
        "Tiempo de lectura: 4 minutos",
    ],
)
def test_how_long_it_takes_to_read(line: str) -> None:
    """A line that says how long it takes to read the article is no text, with a date before it or alone."""
    assert texts(f"<div><p>{line}</p>{BODY}</div>") == PARAGRAPHS


@pytest.mark.parametrize("wall", ["La suite est réservée aux abonnés.", "この記事は有料記事です。残り500文字"])
def test_walls_of_other_languages(wall: str) -> None:
    """A line that keeps the rest for subscribers is no text, and an issue behind it."""
    article = read(f"<div>{BODY}<p>{wall}</p></div>")
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert [issue.code for issue in article.issues] == [IssueCode.PAYWALLED]


def test_thanks_for_reading() -> None:
    """What thanks the reader at the end, and the source before it, are no text."""
    end = "<p>Źródło: PAP</p><p>Dziękujemy, że przeczytałaś/eś nasz artykuł do końca.</p>"
    assert texts(f"<div>{BODY}{end}</div>") == PARAGRAPHS


def test_a_declared_text_of_something_else() -> None:
    """A declared text that holds nothing of what the page shows says nothing of where that ends."""
    assert (
        texts(f"<div>{BODY}</div>", declared="The millers of the county are content with the harvest. " * 20)
        == PARAGRAPHS
    )
