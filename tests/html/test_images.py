"""The images of an article, and what the page says of them."""

import pytest

from newsmodel.html import read_page
from newsmodel.model import Image

TEXT = (
    "<p>The harbour board put off its vote on the new cranes on Tuesday, after two members asked for the figures.</p>"
    "<p>The cranes would replace a pair that dates from the year the ferry terminal opened; they cost millions.</p>"
    "<p>Dockers who had come to listen left before the end, some of them shaking their heads at the evening.</p>"
)


def images(figure: str) -> tuple[Image, ...]:
    """Return the images of a page with a figure in the body."""
    page = f"<body><main><article><h1>Vote put off</h1><div class=body>{figure}{TEXT}</div></article></main>"
    return read_page(page, url="https://example.org/news/1").images


@pytest.mark.parametrize(
    ("srcset", "url"),
    [
        ("/s.jpg 320w, /l.jpg 640w", "https://example.org/l.jpg"),
        ("/s.jpg 1x,/l.jpg 2x", "https://example.org/l.jpg"),
        ("/c/w_320,h_200/a.jpg 320w, /c/w_640,h_400/a.jpg 640w", "https://example.org/c/w_640,h_400/a.jpg"),
        ("/only.jpg", "https://example.org/only.jpg"),
        ("/s.jpg, /l.jpg", "https://example.org/l.jpg"),
    ],
)
def test_the_last_of_a_set_is_taken(srcset: str, url: str) -> None:
    """A set of sources is read as HTML writes it, commas in addresses included."""
    (image,) = images(f"<figure><img srcset='{srcset}'></figure>")
    assert image.url == url


@pytest.mark.parametrize("name", ["credit", "photo-credit", "image__copyright", "photographer"])
def test_a_credit_is_known_by_its_class(name: str) -> None:
    """What a class calls the credit is the credit, and not the caption."""
    (image,) = images(
        f"<figure><img src=/a.jpg><figcaption>A crane. <div class={name}>Ada Holm</div></figcaption></figure>"
    )
    assert (image.caption, image.credit) == ("A crane.", "Ada Holm")


def test_icons_and_counters_are_no_images() -> None:
    """What is smaller than a thumb is no image of the article."""
    assert images("<img src=/pixel.gif width=1 height=1><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>") == ()


@pytest.mark.parametrize(
    ("caption", "said", "credit"),
    [
        ("Dancers on Sunday. Photograph: Ines Prado/Agency", "Dancers on Sunday.", "Ines Prado/Agency"),
        ("Workers on the lawn. (AP Photo/Tom Reed)", "Workers on the lawn.", "AP Photo/Tom Reed"),
        ("Der Kran am Dienstag. Foto: Ada Holm", "Der Kran am Dienstag.", "Ada Holm"),
        ("The port (at left) on Monday", "The port (at left) on Monday", None),
        ("The goal (and/or the post) in question", "The goal (and/or the post) in question", None),
        ("A satellite image shows the port", "A satellite image shows the port", None),
        ("Das Bild zeigt den Kran am Dienstag.", "Das Bild zeigt den Kran am Dienstag.", None),
        ("The port. Photo taken on Monday.", "The port. Photo taken on Monday.", None),
        ("Dockers pose for a photo by the river", "Dockers pose for a photo by the river", None),
        ("La grue (photo Ada Holm)", "La grue", "Ada Holm"),
        ("Der Kran. Bild Ada Holm", "Der Kran.", "Ada Holm"),
        ("Zwei Kräne / Foto dpa", "Zwei Kräne", "dpa"),
        ("The crane Picture: PA", "The crane", "PA"),
        ("Photo by Ada Holm", None, "Ada Holm"),
    ],
)
def test_a_caption_ends_with_the_credit(caption: str, said: str | None, credit: str | None) -> None:
    """Who made the image is parted from what is on it, in brackets or after a word for it."""
    (image,) = images(f"<figure><img src=/a.jpg><figcaption>{caption}</figcaption></figure>")
    assert (image.caption, image.credit) == (said, credit)


def test_captions_outside_of_figures() -> None:
    """A caption stands beside its image in a box of their own, whatever the system calls the box."""
    found = images(
        "<div class=media><img src=/a.jpg><div class=field-legende>Le port, mardi. © Ada Holm</div></div>"
        "<div class=group><div class=img><img src=/b.jpg></div><p class=imageCaption>Leaving: the ship</p></div>"
        "<div><img src=/c.jpg></div>"
    )
    assert [(image.url[-5:], image.caption, image.credit) for image in found] == [
        ("a.jpg", "Le port, mardi.", "Ada Holm"),
        ("b.jpg", "Leaving: the ship", None),
        ("c.jpg", None, None),
    ]


def test_an_address_that_is_none_stays_as_it_is_written() -> None:
    """What cannot be joined with the page's address is given as the page has it."""
    (image,) = images("<figure><img src='//[a.jpg'></figure>")
    assert image.url == "//[a.jpg"


def test_two_hundred_images_at_most() -> None:
    """A page of more images has its first two hundred."""
    found = images("".join(f"<figure><img src=/{n}.jpg></figure>" for n in range(230)))
    assert [image.url for image in found] == [f"https://example.org/{n}.jpg" for n in range(200)]


def test_the_image_beside_the_headline() -> None:
    """A figure in the article and outside of its text is the article's; one in another part of the page is not."""
    top = "<header><h1>Vote put off</h1></header><figure><img src=/top.jpg><figcaption>The hall.</figcaption></figure>"
    far = "<section><div><div><div><div><figure><img src=/far.jpg></figure></div></div></div></div></section>"
    page = f"<body><div>{far}</div><main><article>{top}<div class=body>{TEXT * 3}</div></article></main>"
    assert [image.url for image in read_page(page).images] == ["/top.jpg"]


def test_a_caption_without_an_image() -> None:
    """A caption stands near its image; one that has none near it is nobody's, and no text."""
    caption = f"{'<div>' * 9}<p class=caption>The hall.</p>{'</div>' * 9}"
    assert [image.caption for image in images(f"<div><img src=/a.jpg></div>{caption}")] == [None]


def test_a_caption_far_above_its_image() -> None:
    """An image alone in many boxes takes the caption that stands with it in one of the nearer ones."""
    deep = f"{'<div>' * 9}<img src=/a.jpg><p class=caption>The hall.</p>{'</div>' * 9}"
    assert [image.caption for image in images(deep)] == ["The hall."]


def test_a_story_under_an_image_is_no_caption() -> None:
    """What is longer than any caption is no part of it."""
    story = "They sat there all day. " * 50
    caption = f"<p>The hall.</p><p>{story}</p>"
    (image,) = images(f"<figure><img src=/a.jpg><figcaption>{caption}</figcaption></figure>")
    assert image.caption == "The hall."
