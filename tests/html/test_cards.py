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


CARD = "<div class=x1><div><a href=/{0}>Ferry {0} sails</a></div><p>{1}</p><div><a href={2}>More</a></div></div>"
TOLD = "It takes sixty lorries to Lund and back, and sails whenever the tide lets it."


@pytest.mark.parametrize(("address", "stays"), [("/1", False), ("/2", True), ("#1", True)])
def test_two_links_to_one_address_make_a_card(address: str, stays: bool) -> None:
    """A headline and a button that lead to the same article stand around its teaser."""
    assert (TOLD in texts(f"{paragraphs(BODY)}{CARD.format(1, TOLD, address)}{paragraphs([LATER])}")) is stays


def test_links_to_one_address_that_are_no_card() -> None:
    """Far apart, around much of the text, or around all of it, two links to one address make no teaser."""
    link = "<div><a href=/1>The ferry at Lund</a></div>"
    assert texts(f"{link}{paragraphs(BODY)}{link}{paragraphs([LATER])}") == [*BODY, LATER]
    far = "".join(f"<p>{number}. {line}</p>" for number in range(3) for line in BODY)
    assert len(texts(f"<section>{link}{far}{link}</section>")) == 9
    lists = "".join(CARD.format(at, f"{at}. {TOLD}", f"/{at}") for at in range(9))
    assert sum("sixty lorries" in text for text in texts(f"{paragraphs(BODY)}{lists}")) == 9
    outside = (
        f"<title>Ferry</title><body>{CARD.format(1, TOLD, '/1')}<article><h1>Ferry</h1>{paragraphs(BODY * 3)}</article>"
    )
    assert TOLD not in read_page(outside).text


@pytest.mark.parametrize(("around", "button"), [(9, 0), (0, 9), (60, 0)])
def test_cards_are_small_and_near(around: int, button: int) -> None:
    """A card is found so many boxes deep, but neither with its button absurdly deep in it nor absurdly deep itself."""
    card = CARD.format(1, TOLD, "/1").replace(
        "<a href=/1>More", f"{'<div>' * button}<a href=/1>More{'</div>' * button}"
    )
    found = texts(f"{paragraphs(BODY)}{'<div>' * around}{card}{'</div>' * around}{paragraphs([LATER])}")
    assert (TOLD in found) is (around > 50 or button > 0)


def test_a_linked_heading_with_a_number() -> None:
    """The number before the link makes the heading one of a list of the best, however little stands below."""
    best = "<h2>2. <a href=/mill>The Old Mill Road Bridge</a></h2><p>Short, but with trout.</p>"
    assert texts(f"{paragraphs(BODY)}{best}{paragraphs([LATER])}")[3:5] == [
        "2. The Old Mill Road Bridge",
        "Short, but with trout.",
    ]
    assert "The Old Mill Road Bridge" not in texts(f"{paragraphs(BODY)}{best.replace('2. ', '')}{paragraphs([LATER])}")
