"""Cards, the linked headlines of other articles: what they weigh, where they go, and headings that only look linked."""

import pytest

from newsmodel.html import read_page

BODY = [
    "The old bridge of Orrland is closed to lorries from Monday, after engineers found rust in two of its cables.",
    "“It will carry you, your car and your dog, but no longer a load of timber,” said Ada Holm of the road office.",
    "Lorries will take the ferry at Lund, which adds an hour to the way; the sawmill has asked the county to pay.",
]
LATER = "The county wants to hear from everybody who lives by the river before it decides on a new bridge at Lund."


def paragraphs(lines: list[str]) -> str:
    """Return the lines as paragraphs."""
    return "".join(f"<p>{line}</p>" for line in lines)


def texts(body: str) -> list[str]:
    """Return the texts of the blocks of a page with this body, below its headline."""
    article = read_page(f"<title>Bridge closed</title><body><div><h1>Bridge closed</h1>{body}</div>")
    return [block.span.of(article.text) for block in article.blocks]


@pytest.mark.parametrize("around", [0, 1, 3])
def test_links_without_prose_weigh_the_same_in_any_number_of_boxes(around: int) -> None:
    """A long slider of nothing but linked headings does not end the article that goes on below it."""
    slide = "<div><h3><a href=/{0}>All that is to be known of the {0}th ferry</a></h3></div>"
    slider = f"{'<div>' * around}{''.join(map(slide.format, range(30)))}{'</div>' * around}"
    before = [f"{number} {line}" for number in ("First:", "Second:", "Third:") for line in BODY]
    after = [f"{number} {line}" for number in ("Fourth:", "Fifth:") for line in BODY]
    boxes = "".join(f"<div>{paragraphs([line])}</div>" for line in after)
    assert texts(f"<div>{paragraphs(before)}</div><div>{slider}</div>{boxes}") == [*before, *after]


def test_cards_with_no_name() -> None:
    """A box in the text with several linked headings and little else holds teasers, whatever it is called."""
    cards = "".join(
        f"<div><h4><a href=/{at}>Ferry {at} sails</a></h4><p>It takes lorries to Lund and back.</p></div>"
        for at in "12"
    )
    assert texts(f"{paragraphs(BODY)}<div class=x1>{cards}</div>{paragraphs([LATER])}") == [*BODY, LATER]


@pytest.mark.parametrize(("href", "stays"), [("#boats", True), ("#", False), ("/boats", False)])
def test_a_heading_that_is_its_own_anchor(href: str, stays: bool) -> None:
    """A heading in a link to itself, as manuals have them to be pointed at, is a heading like any other."""
    steps = "".join(
        f"<h3 id=boats><a href='{href}'>{name}</a></h3><p>{name} the boat.</p>" for name in ("Paint", "Name")
    )
    expected = ["Paint", "Paint the boat.", "Name", "Name the boat."] if stays else []
    assert texts(f"{paragraphs(BODY)}<div>{steps}</div>{paragraphs([LATER])}") == [*BODY, *expected, LATER]
