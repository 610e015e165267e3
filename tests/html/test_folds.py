"""What readers unfold, forms that ask for an address with the words around them, and images in inline elements."""

import pytest

from newsmodel.html import read_page

BODY = [
    "The old bridge of Orrland is closed to lorries from Monday, after engineers found rust in two of its cables.",
    "“It will carry you, your car and your dog, but no longer a load of timber,” said Ada Holm of the road office.",
    "Lorries will take the ferry at Lund, which adds an hour to the way; the sawmill has asked the county to pay.",
]
FIRST = "".join(f"<p>{paragraph}</p>" for paragraph in BODY[:2])
LAST = f"<p>{BODY[2]}</p>"
QUESTION = "How long is the way by the ferry?"
ANSWER = "An hour longer than over the bridge, if the ferry sails on time and the queue at the mill is short."


def texts(body: str) -> list[str]:
    """Return the texts of the blocks of a page with this body, below its headline."""
    article = read_page(f"<title>Bridge closed</title><body><article><h1>Bridge closed</h1>{body}</article>")
    return [block.span.of(article.text) for block in article.blocks]


@pytest.mark.parametrize("hidden", ["hidden", "aria-hidden=true", "style='display:none'"])
@pytest.mark.parametrize(
    "heading",
    [
        f"<h3><button aria-expanded=false>{QUESTION}</button></h3>",
        f"<h3 aria-expanded=false>{QUESTION}</h3>",
        f"<h4><a href=#a1 role=button aria-expanded=false>{QUESTION}</a></h4>",
    ],
)
def test_what_a_heading_unfolds_is_text(heading: str, hidden: str) -> None:
    """What is hidden right below a heading that unfolds it, as ARIA has it for questions and answers, is read."""
    assert texts(f"{FIRST}{heading}<div id=a1 {hidden}><p>{ANSWER}</p></div>{LAST}") == [
        *BODY[:2],
        QUESTION,
        ANSWER,
        BODY[2],
    ]


@pytest.mark.parametrize(
    "before",
    ["", "<button aria-expanded=false>Menu</button>", "<h3>Rust<button>Copy link</button></h3><p>It is red.</p>"],
)
def test_what_else_is_hidden_is_none(before: str) -> None:
    """A lone button opens a menu, one without that mark is no heading's, and what nothing opens is hidden."""
    found = texts(f"{FIRST}<div>{before}<div hidden><p>{ANSWER}</p></div></div>{LAST}")
    assert found == [*BODY[:2], *(["Rust", "It is red."] if "Rust" in before else []), BODY[2]]
    plain = "<h3>Rust</h3><div hidden><p>It is red, and nobody wants to see it on a bridge that carries them.</p></div>"
    assert texts(f"{FIRST}{plain}{LAST}") == [*BODY[:2], "Rust", BODY[2]]


@pytest.mark.parametrize(
    ("field", "stays"),
    [
        ("<form><div><input type=email></div></form>", False),
        ("<form><input name=your-mail></form>", False),
        ("<div><input placeholder='E-mail'></div>", False),
        ("<form><input type=text name=servings></form>", True),
        ("<form><input type=checkbox name=mail></form>", True),
    ],
)
def test_what_asks_for_an_address_says_so_beside_its_form(field: str, stays: bool) -> None:
    """The words around a form that asks for an address are of it; other forms stand in the text."""
    box = f"<section><h3>First to know</h3><p>Rust and tides, at seven in your box.</p>{field}</section>"
    expected = ["First to know", "Rust and tides, at seven in your box."] if stays else []
    assert texts(f"{FIRST}{box}{LAST}") == [*BODY[:2], *expected, BODY[2]]


def test_a_form_right_in_the_body_or_far_inside_one() -> None:
    """A field straight in the page drops no text of it, nor does one in very many boxes."""
    article = read_page(f"<title>Bridge closed</title><body><h1>Bridge closed</h1>{FIRST}{LAST}<input type=email>")
    assert BODY[0] in article.text
    assert texts(f"{FIRST}<form>{'<div>' * 9}<input type=email>{'</div>' * 9}</form>{LAST}") == BODY


def test_an_image_with_its_caption_in_inline_elements() -> None:
    """What an inline element named for an image says beside it is a caption, and is not glued to the text."""
    image = "<span class=end_photo><img src=/b.jpg><em>The bridge in October</em></span>"
    assert texts(f"<div>{BODY[0]}<br><br>{image}{BODY[1]}</div><div>{LAST}</div>") == BODY
    alone = "<span class=photo><img src=/b.jpg></span>"
    assert texts(f"<p>{alone}{BODY[0]}</p><p>{BODY[1]}</p>{LAST}") == BODY
    word = "<span class=photo>rust</span>"
    assert texts(f"<p>{BODY[0]} It is {word} again, and red.</p>{LAST}")[0].endswith("It is rust again, and red.")


def test_who_the_author_is_in_capitals() -> None:
    """A name in capitals in the byline is the same name at the end."""
    page = f"<title>Bridge closed</title><meta name=author content='IDA LUND'><h1>Bridge closed</h1>{FIRST}{LAST}"
    assert read_page(f"{page}<p>Ida Lund covers the harbor. Reach her at 555-0100.</p>").text.endswith(BODY[2])


@pytest.mark.parametrize(("role", "stays"), [("role=button aria-expanded=false", True), ("role=button", False)])
def test_what_a_box_made_a_button_unfolds(role: str, stays: bool) -> None:
    """Page builders make the heading of an answer of a box with the role of a button, and a link to nowhere."""
    toggle = f"<div class=t1 {role}><a>{QUESTION}</a></div><div hidden><p>{ANSWER}</p></div>"
    assert texts(f"{FIRST}{toggle}{LAST}") == [*BODY[:2], *([QUESTION, ANSWER] if stays else []), BODY[2]]


def test_a_table_that_frames_an_image() -> None:
    """A table of one cell holds no data: the words under the image in it are its caption."""
    frame = "<table align=right><tr><td><img src=/b.jpg><br><font size=1>The bridge in October</font></td></tr></table>"
    assert texts(f"{FIRST}{frame}{LAST}") == BODY
    row = "<table><tr><td>Length</td><td>412 m</td></tr></table>"
    assert texts(f"{FIRST}{row}{LAST}") == [*BODY[:2], "Length\t412 m", BODY[2]]


@pytest.mark.parametrize("name", ["wp-block-media-text", "ce-textpic", "module-image-text"])
def test_text_beside_an_image(name: str) -> None:
    """A box named for an image with text beside it holds text, and its figure a caption."""
    figure = "<figure><img src=/b.jpg><figcaption>The bridge in October</figcaption></figure>"
    box = f"<div class={name}>{figure}<div class=content><p>{BODY[1]}</p></div></div>"
    assert texts(f"<p>{BODY[0]}</p>{box}{LAST}") == BODY


def test_a_list_of_posts_in_the_text() -> None:
    """What the block editor calls a query, or latest posts, are other articles."""
    post = f"<li><h3><a href=/2>Two new buses</a></h3><p>{ANSWER}</p></li>"
    for name in ("wp-block-query", "wp-block-latest-posts"):
        assert texts(f"{FIRST}<div class={name}><h2>More stories</h2><ul>{post}</ul></div>{LAST}") == BODY
