"""Headings and labels that are left when what they headed is gone, and who the author is, at the end."""

import pytest

from newsmodel.html import read_page

BODY = [
    "The old bridge of Orrland is closed to lorries from Monday, after engineers found rust in two of its cables.",
    "“It will carry you, your car and your dog, but no longer a load of timber,” said Ada Holm of the road office.",
    "Lorries will take the ferry at Lund, which adds an hour to the way; the sawmill has asked the county to pay.",
]
FIRST = "".join(f"<p>{paragraph}</p>" for paragraph in BODY[:2])
LAST = f"<p>{BODY[2]}</p>"


def texts(body: str, head: str = "") -> list[str]:
    """Return the texts of the blocks of a page with this body, below its headline."""
    article = read_page(f"<title>Bridge closed</title>{head}<body><article><h1>Bridge closed</h1>{body}</article>")
    return [block.span.of(article.text) for block in article.blocks]


@pytest.mark.parametrize("label", ["<h2>From the harbor</h2>", "<div>From the harbor</div>"])
@pytest.mark.parametrize(
    "below", ["<p><a href=/ferry>Ferry to sail every half hour</a></p>", "<form><p>Mail</p></form>"]
)
def test_what_headed_a_box_goes_with_what_was_in_it(label: str, below: str) -> None:
    """A heading whose box holds nothing but what is dropped is no heading of the text."""
    assert texts(f"{FIRST}<div class=x1>{label}{below}</div>{LAST}") == BODY


@pytest.mark.parametrize(
    "box",
    [
        "<div class=x1><h2>Rust</h2></div>",
        "<div class=x1><h2>Rust</h2><p>It is red.</p><p><a href=/ferry>Ferry to sail every half hour</a></p></div>",
        "<div class=x1><h2>Rust</h2><div class=ad-slot>Paint</div></div>",
        "<h2>Rust</h2><p><a href=/ferry>Ferry to sail every half hour</a></p><p>It is red.</p>",
    ],
)
def test_a_heading_of_the_text_stays(box: str) -> None:
    """It stays in a box of its own, above an advertisement, and where text follows a link in its box."""
    assert "Rust" in texts(f"{FIRST}{box}{LAST}")


def test_a_long_box_below_a_heading() -> None:
    """Only the lines right below a heading are asked; a heading above very many links stays out of the question."""
    dates = "<h4>In the papers</h4>" + "<div class=tags>Tag</div>" * 20
    assert "In the papers" in texts(f"{FIRST}<section>{dates}</section>{LAST}")


def test_who_the_author_is() -> None:
    """At the end a paragraph that begins with the name of an author tells of them; a company writes of itself."""
    told = "{0} covers the harbor and has lived on the east bank for twenty years."
    for name, stays in (("Ida Lund", False), ("Acme", True)):
        head = f"<meta name=author content='{name}'>"
        expected = [*BODY, told.format(name)] if stays else BODY
        assert texts(f"{FIRST}{LAST}<p>{told.format(name)}</p>", head) == expected
    inside = f"<p>{told.format('Ida Lund')}</p>"
    assert len(texts(FIRST + inside + LAST, "<meta name=author content='Ida Lund'>")) == len(BODY) + 1
    listed = f"<ul><li>{told.format('Ida Lund')}</li></ul>"
    assert len(texts(FIRST + LAST + listed, "<meta name=author content='Ida Lund'>")) == len(BODY) + 1


@pytest.mark.parametrize(
    "line",
    [
        "DALSZA CZĘŚĆ ARTYKUŁU POD REKLAMĄ",
        "HABERİN DEVAMI İÇİN TIKLAYINIZ",
        "[Gambas:Video 20detik]",
        "विज्ञापन",
        "El artículo continúa después del anuncio",
        "Artikeln fortsätter efter annonsen",
    ],
)
def test_where_an_advertisement_parts_the_text(line: str) -> None:
    """A line that says that the text goes on below an advertisement is none of it, in any language."""
    assert texts(f"{FIRST}<p>{line}</p>{LAST}") == BODY


@pytest.mark.parametrize("around", ["", "div"])
def test_a_standfirst_in_the_box_of_the_byline(around: str) -> None:
    """The heading under the headline heads the text and not the link to the author below it in its box."""
    standfirst = "The county sends all timber by ferry"
    byline = "<div><a href=/ada>Ada Holm of the harbor office</a></div>"
    header = f"<header><h1>Bridge closed</h1><h2>{standfirst}</h2>{byline}</header>"
    text = f"<{around}>{FIRST}{LAST}</{around}>" if around else FIRST + LAST
    article = read_page(f"<title>Bridge closed</title><body><article>{header}{text}</article>")
    assert [block.span.of(article.text) for block in article.blocks] == [standfirst, *BODY]
