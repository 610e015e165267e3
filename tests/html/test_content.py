"""Which part of a page is the article, and which of its lines are the article's text."""

import json
import random
from collections.abc import Callable

import pytest

from newsmodel.errors import ParseError
from newsmodel.html import read_page
from newsmodel.html.tree import parse_tree
from newsmodel.model import Article, BlockKind, IssueCode

PARAGRAPHS = (
    "The harbour board put off its vote on the new cranes on Tuesday, after two members asked for the figures again.",
    "“We have been shown three different sums in as many weeks,” said Mara Lind, who has sat on the board since 2011.",
    "The cranes would replace a pair that dates from the year the ferry terminal opened; they cost eleven millions.",
    "Dockers who had come to listen left before the end, some of them shaking their heads at how the evening had gone.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
NAV = "<nav><ul>" + "".join(f"<li><a href=/{n}>Section number {n}</a></li>" for n in range(12)) + "</ul></nav>"
TEASERS = "".join(
    f"<div class=card><h3><a href=/t{n}>Another headline of the day, number {n}</a></h3><p>A sentence that tells"
    " a little of it and leaves the rest to the click.</p></div>"
    for n in range(6)
)


def page(article: str, *, head: str = "", after: str = "", title: str = "Vote on cranes put off") -> str:
    """Return a whole page around the markup of an article."""
    return (
        f"<!doctype html><html lang=en><head><title>{title} | The Herald</title>{head}</head><body>{NAV}<main>"
        f"<article><h1>{title}</h1>{article}</article></main>{after}<footer><p>The Herald is a paper of the coast."
        "</p></footer></body></html>"
    )


def texts(article: Article) -> list[str]:
    """Return the texts of the blocks."""
    return [block.span.of(article.text) for block in article.blocks]


def read(article: str, **around: str) -> list[str]:
    """Return the blocks' texts of the article on a page."""
    return texts(read_page(page(article, **around)))


def test_without_a_headline_the_article_begins_with_its_element() -> None:
    """What stands before the article is not its standfirst."""
    motto = "The Herald has written about the coast since 1904."
    lead = "Two members of the board want to see the figures."
    article = f"<article><header><p class=lead>{lead}</p></header><div class=entry-content>{BODY}</div></article>"
    assert texts(read_page(f"<!doctype html><html lang=en><body><p>{motto}</p>{article}")) == [lead, *PARAGRAPHS]


def test_the_body_and_nothing_else() -> None:
    """Headline, navigation, teasers and footer stay out."""
    assert read(BODY, after=f"<aside>{TEASERS}</aside>") == list(PARAGRAPHS)


def test_the_text_is_the_blocks() -> None:
    """The text is the blocks' texts with a blank line between them."""
    article = read_page(page(BODY))
    assert article.text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("first", ["article", "main", "section", "header", "nav", "my-page"])
def test_without_a_body_tag(first: str) -> None:
    """HTML lets the tags of html, head and body be left out; whatever cannot stand in a head begins the body."""
    start = "<!doctype html><meta charset=utf-8><title>Vote on cranes put off</title>"
    inside = f"{start}<{first}><h1>Vote on cranes put off</h1>{BODY}</{first}>"
    assert texts(read_page(inside)) == list(PARAGRAPHS)
    before = f"{start}<{first}><h1>Vote on cranes put off</h1></{first}>{BODY}"
    assert texts(read_page(before)) == list(PARAGRAPHS)
    article = read_page(inside)
    assert article.headline == "Vote on cranes put off"
    assert article.blocks[0].xpath == f"/html/body[1]/{first}[1]/p[1]"


def test_a_body_that_begins_in_the_head_keeps_its_order() -> None:
    """Text, elements and the body's own words come out in the order in which they were written."""
    root, _ = parse_tree("<title>x</title><main>one</main> two <section>three</section> four <b>five</b><p>six")
    assert root is not None
    body = root.find("body")
    assert body is not None
    assert " ".join("".join(body.itertext()).split()) == "one two three four fivesix"
    assert read_page(f"<main>{BODY}</main> \x0e<body>and \x02 then").blocks


def test_without_any_helpful_name() -> None:
    """Structure alone finds the body of a page of plain div elements."""
    links = "".join(f"<div><a href=/{n}>A link to page number {n} of the site</a></div>" for n in range(20))
    markup = f"<body><div>{links}</div><div><div>{BODY}</div></div><div>{links}</div></body>"
    assert texts(read_page(markup)) == list(PARAGRAPHS)


def test_a_body_in_several_boxes_is_one_body() -> None:
    """Advertisements that part a body into boxes of one kind do not end it."""
    boxes = "<div class=ad>Advertisement</div>".join(f"<div class=chunk><p>{p}</p></div>" for p in PARAGRAPHS)
    assert read(f"<div class=chunks>{boxes}</div>") == list(PARAGRAPHS)


def test_names_of_furniture_around_the_body_do_not_matter() -> None:
    """A layout that calls the main column after its sidebar loses nothing."""
    assert read(f"<div class='with-sidebar comments-open'><div class=tags-col>{BODY}</div></div>") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "furniture",
    [
        "<div class=newsletter-signup><p>Get the best of the coast in your inbox every morning, for free.</p></div>",
        "<div class='share-bar'><p>Share this story with your friends and family on the usual sites.</p></div>",
        "<ul class=related-links><li><a href=/a>A ship for the north</a></li><li><a href=/b>Ice again</a></li></ul>",
        "<p>Read more: <a href=/a>The long story of the old cranes</a></p>",
        "<p><a href=/a>How the ferry terminal came to be built</a></p>",
        "<h3>Related stories</h3><ul><li><a href=/a>A ship for the north</a></li><li><a href=/b>Ice</a></li></ul>",
        "<p>Advertisement</p>",
        "<form><p>Leave your address and we will write to you when there is something to say.</p></form>",
        "<figure><img src=/c.jpg><figcaption>One of the old cranes.</figcaption></figure>",
        "<aside class=pullquote><p>We have been shown three different sums in as many weeks</p></aside>",
        f"<blockquote class=big><p>{PARAGRAPHS[1].split(',')[0][1:]}</p></blockquote>",
        "<div hidden><p>This is only for machines, and nobody who looks at the page will see it.</p></div>",
        f"<div class=mobile-copy><p>{PARAGRAPHS[0]}</p></div>",
        "<div class=embed><p>This content is hosted by a third party.</p><p>Press here to show it after all.</p></div>",
        "<p>© Herald Pictures</p>",
        "<p>Lesen Sie auch: <a href=/a>Warum der Hafen neue Kräne braucht</a></p>",
        "<p>Lire aussi : <a href=/a>Pourquoi le port a besoin de grues</a></p>",
    ],
)
def test_furniture_within_the_body_stays_out(furniture: str) -> None:
    """What asks, points elsewhere, repeats or belongs to an image is not the text."""
    middle = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[:2]) + furniture
    assert read(f"<div class=body>{middle}<p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p></div>") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "kept",
    [
        "<p>Correction: an earlier version of this article gave the wrong sum for the second crane.</p>",
        "<h2>What the figures say</h2>",
        "<ul><li>Two cranes of forty tonnes</li><li>One crane of <a href=/x>sixty</a> tonnes</li></ul>",
        "<blockquote><p>No crane shall be bought before the harbour is dredged, the statutes say.</p></blockquote>",
        "<div class=social-embed><blockquote><p>Long live the old cranes!</p>— A docker</blockquote></div>",
        "<p>They asked <a href=/a>the harbour master</a>, and he knew.</p>",
    ],
)
def test_what_belongs_to_the_text_stays(kept: str) -> None:
    """Corrections, headings, lists, quotations and posts inside the body are text."""
    before, after = PARAGRAPHS[:2], PARAGRAPHS[2:]
    markup = "".join(f"<p>{p}</p>" for p in before) + kept + "".join(f"<p>{p}</p>" for p in after)
    found = read(f"<div class=body>{markup}</div>")
    assert found[:2] == list(before)
    assert found[-2:] == list(after)
    assert len(found) > len(PARAGRAPHS)


@pytest.mark.parametrize(
    "trailer",
    [
        "<p>Follow the author on the usual sites: @maralind</p>",
        "<p>Contact the newsroom at desk@example.org.</p>",
        "<p>Copyright 2024 The Herald. All rights reserved.</p>",
        "<p>mit dpa</p>",
        "<h3>More from the coast</h3><ul><li><a href=/a>One</a></li><li><a href=/b>Two</a></li></ul>",
    ],
)
def test_the_text_ends_where_it_ends(trailer: str) -> None:
    """Contacts, credits and calls to follow after the last paragraph are no part of it."""
    assert read(f"<div class=body>{BODY}{trailer}</div>") == list(PARAGRAPHS)


def test_the_standfirst_is_kept() -> None:
    """What stands between the headline and the body, in a header of its own, is the first of the text."""
    lead = "The vote comes back in a month, and with it the question of who pays for the dredging."
    head = f"<p class=article-teaser>{lead}</p><div class=byline>By Ada Holm</div><time>3 May 2024, 10:31</time>"
    assert read(f"<header>{head}</header><div class=body>{BODY}</div>") == [lead, *PARAGRAPHS]


def test_byline_and_date_before_the_text_are_dropped() -> None:
    """Lines that say who wrote and when are metadata."""
    assert read(f"<div class=body><p class=byline>By Ada Holm</p><p>Updated 3 May 2024, 10:31</p>{BODY}</div>") == list(
        PARAGRAPHS
    )


def test_the_headline_is_not_repeated() -> None:
    """A line of the body that is the headline again is dropped."""
    assert read(f"<div class=body><h2>Vote on cranes put off</h2>{BODY}</div>") == list(PARAGRAPHS)


def test_other_articles_below_are_not_this_one() -> None:
    """Of several articles the one with the headline is read."""
    other = "".join(f"<p>{p.replace('cranes', 'ferries').replace('board', 'guild')}</p>" for p in PARAGRAPHS)
    after = f"<article><h2>Ferries in the ice</h2>{other}</article><article><h2>And more ice</h2>{other}</article>"
    assert read(BODY, after=after) == list(PARAGRAPHS)


def test_linked_headings_with_text_below_are_headings() -> None:
    """A list of the best has linked headings; a related link has none of its text below it."""
    item = f"<section><h2><a href=/x>The blue crane of the south quay</a></h2><p>{PARAGRAPHS[2][::-1]}</p></section>"
    assert "The blue crane of the south quay" in read(f"<div class=body>{BODY}{item}<p>{PARAGRAPHS[0][::-1]}</p></div>")


def test_images_have_captions_and_credits() -> None:
    """A figure of the body becomes an image, with caption, credit, alt text and size."""
    figure = (
        "<figure><img src=/crane.jpg alt='A crane' width=640 height='360'><figcaption>One of the old cranes."
        " <span>Photo: Ada Holm</span></figcaption></figure>"
    )
    article = read_page(page(f"<div class=body>{figure}{BODY}</div>"), url="https://example.org/a")
    (image,) = article.images
    assert (image.url, image.alt, image.width, image.height) == ("https://example.org/crane.jpg", "A crane", 640, 360)
    assert (image.caption, image.credit) == ("One of the old cranes.", "Ada Holm")


def test_text_that_only_json_ld_has() -> None:
    """A page that shows nothing gives the body its metadata carry."""
    node = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Vote",
        "articleBody": "\n".join(PARAGRAPHS),
    }
    head = f"<script type=application/ld+json>{json.dumps(node)}</script>"
    assert texts(read_page(page("<div id=app></div>", head=head))) == list(PARAGRAPHS)


def test_text_that_only_a_script_has() -> None:
    """The state of a framework is read where the page shows nothing."""
    state = json.dumps({"props": {"article": {"id": 7, "html": BODY}}}).replace("</", "<\\/")
    shown = page("<div id=app></div>", after=f"<script id=__NEXT_DATA__ type=application/json>{state}</script>")
    assert texts(read_page(shown)) == list(PARAGRAPHS)


def test_text_that_is_hidden_until_a_script_shows_it() -> None:
    """A body that is all hidden is shown by a script, and read."""
    assert texts(read_page(f"<body><div hidden><h1>Vote put off</h1>{BODY}</div></body>")) == list(PARAGRAPHS)


def codes(article: Article) -> set[IssueCode]:
    """Return the codes of the issues."""
    return {issue.code for issue in article.issues}


def test_an_empty_page_is_said_to_be_empty() -> None:
    """No text is an issue, not an error."""
    for nothing in ("", "   ", "<html></html>", b"", "<p>"):
        article = read_page(nothing)
        assert article.text == ""
        assert IssueCode.EMPTY in codes(article)


def test_a_list_of_articles_is_an_index() -> None:
    """A front page is told from an article."""
    assert IssueCode.INDEX_PAGE in codes(read_page(f"<body>{NAV}<main>{TEASERS}{TEASERS}</main>"))


def test_a_live_blog_says_so() -> None:
    """The schema.org type of a live blog is an issue worth knowing."""
    node = {"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": "Vote on cranes put off"}
    head = f"<script type=application/ld+json>{json.dumps(node)}</script>"
    assert IssueCode.LIVE_BLOG in codes(read_page(page(BODY, head=head)))


@pytest.mark.parametrize(
    ("address", "following", "goes_on"),
    [
        ("https://example.org/news/cranes", "/news/cranes/2", True),
        ("https://example.org/news/cranes/", "/news/cranes/page/2/", True),
        ("https://example.org/news/cranes.html", "/news/cranes-2.html", True),
        ("https://example.org/news/cranes", "?page=2", True),
        ("https://example.org/news/cranes", "/news/ferries", False),
        ("https://example.org/news/cranes", "/news/cranes-2024-in-pictures", False),
        ("https://example.org/news/cranes", "https://example.com/news/cranes/2", False),
        ("https://example.org/", "/2", False),
        ("https://[bad", "/2", False),
    ],
)
def test_an_article_that_goes_on_is_told(address: str, following: str, *, goes_on: bool) -> None:
    """What a page calls next is its next page where the address is its own with a number, else another article."""
    for link in (f"<link rel=next href='{following}'>", f"<a rel=next href='{following}'>Next</a>"):
        article = read_page(page(BODY, head=link if "<link" in link else "", after=link), url=address)
        assert (IssueCode.PAGINATED in codes(article)) is goes_on


def test_a_wall_is_told() -> None:
    """A page that is not free to read says so in its metadata."""
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "x", "isAccessibleForFree": False}
    head = f"<script type=application/ld+json>{json.dumps(node)}</script>"
    assert IssueCode.PAYWALLED in codes(read_page(page(BODY, head=head)))


def test_a_text_that_breaks_off_is_told() -> None:
    """An ellipsis at the end of a short text is a sign of more."""
    assert IssueCode.TRUNCATED in codes(
        read_page(page(f"<div class=body><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}…</p></div>"))
    )


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", bytes(range(32)) * 40])
def test_binary_data_is_refused(data: bytes) -> None:
    """What is no page is an error that says what it is."""
    with pytest.raises(ParseError, match="expected an HTML page, got"):
        read_page(data)


def test_random_bytes_are_refused() -> None:
    """Bytes without any order, as those of what is compressed or encrypted, are no page."""
    for seed in range(20):
        with pytest.raises(ParseError, match="got binary data that starts with"):
            read_page(random.Random(seed).randbytes(5000))


def test_pages_in_utf_16_without_a_mark_are_read() -> None:
    """The bytes of UTF-16 look random where the text is Chinese, but are a page."""
    text = "".join(chr(random.Random(7).randrange(0x4E00, 0x9FA5)) for _ in range(3000))
    data = f"<!doctype html><article><p>{text}</p></article>".encode("utf-16-le")
    assert read_page(data, encoding="utf-16le").text == text


def test_lone_surrogates_are_replaced() -> None:
    """A str that no format could carry is mended, and the issue says so."""
    article = read_page(page(f"<p>\ud800 {PARAGRAPHS[0]}</p>{BODY}"))
    assert "\ufffd" in article.text
    assert IssueCode.BAD_ENCODING in codes(article)


def test_kinds_of_blocks() -> None:
    """Each block says what it is."""
    markup = (
        f"<p>{PARAGRAPHS[0]}</p><h2>Sums</h2><p>{PARAGRAPHS[1]}</p><ul><li>Eleven million crowns</li></ul>"
        f"<blockquote><p>No crane before the dredging, say the statutes.</p></blockquote><p>{PARAGRAPHS[2]}</p>"
    )
    assert [block.kind for block in read_page(page(markup)).blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.BLOCKQUOTE,
        BlockKind.PARAGRAPH,
    ]


def test_tables_and_code_in_figures_are_text() -> None:
    """Systems put tables into figures; what stands under them is a caption all the same."""
    table = "<table><tr><th>Ward<th>For<tr><td>North<td>4</table>"
    figure = f"<figure>{table}<figcaption>How they voted</figcaption></figure><figure><pre>a = 1\nb = 2</pre></figure>"
    assert read(f"{PARAGRAPHS[0]}{figure}{BODY}")[1:3] == ["Ward\tFor\nNorth\t4", "a = 1\nb = 2"]


def test_code_with_numbered_lines() -> None:
    """A table that lays out code beside the numbers of its lines is read as the code."""
    code = "<table><tr><td><pre>1\n2</pre><td><pre>first()\nsecond()</pre></table>"
    assert read(f"{BODY}{code}{BODY.replace('crane', 'boat')}")[len(PARAGRAPHS)] == "first()\nsecond()"


def test_polls_are_dropped() -> None:
    """What asks the reader to vote is no text of the article."""
    assert read(
        f"{BODY}<div class=poll><h3>What do you think?</h3><p>Vote now in our poll and tell us.</p></div>"
    ) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this story gave the wrong number of cranes. It is two, not three.",
        "This article was amended on 5 March to say that the terminal opened in 1961.",
        "Hinweis: In einer früheren Fassung hieß es, es seien drei Kräne.",
        "Fe de errores: en una versión anterior se decía que eran tres.",
    ],
)
def test_correction_notes_stay(note: str) -> None:
    """What corrects the article is part of it, whatever furniture stands around the note."""
    trailer = "<p>Follow us on Twitter: @herald</p><p>(mit Material von dpa)</p>"
    assert read(f"{BODY}{trailer}<p><em>{note}</em></p>{trailer}") == [*PARAGRAPHS, note]


@pytest.mark.parametrize(
    "sentence",
    [
        "Video from the quay shows both men as they leave the office.",
        "Anzeige wurde am Dienstag gegen zwei Männer erstattet.",
        "Recibe el premio por un libro sobre las grúas del puerto.",
        "“Have you seen the sums?” she asked the board.",
        "»Folgen Sie uns«, rief der Kranführer.",
        "Von der Leyen wollte sich dazu am Dienstag nicht äußern.",
        "By Tuesday night both cranes stood still.",
        "Theo Marsh said that he would wait for the vote.",
        "Visit numbers at the port have doubled since 2019.",
        "“We were not asked,” he wrote as @dock_hand late on Monday.",
        "Contact tracing found nobody else who had been on the quay.",
    ],
)
def test_sentences_that_begin_like_furniture(sentence: str) -> None:
    """A sentence of the text stays although labels, bylines and pleas begin like it, inside the text and at its end."""
    shown = read(f"{BODY}<p>{sentence}</p>{BODY.replace('crane', 'boat')}<p>{sentence}</p>")
    assert (shown[len(PARAGRAPHS)], shown[-1]) == (sentence, sentence)


@pytest.mark.parametrize(
    "line",
    [
        "Video: See the cranes",
        "- Anzeige -",
        "Have you got a story",
        "» Folgen Sie uns",
        "By Mara Lind",
        "Von Mara Lind",
    ],
)
def test_labels_and_bylines_at_the_end(line: str) -> None:
    """What begins like that and is no sentence is no text."""
    assert read(f"{BODY}<p>{line}</p>") == list(PARAGRAPHS)


def test_a_pull_quote_with_its_name() -> None:
    """A quotation of the text that is set apart, with the name of who said it, is dropped like one without."""
    quote = "<div class=q><q>We have been shown three different sums in as many weeks</q> <b>Mara Lind</b></div>"
    assert read(f"{BODY}{quote}<p>{PARAGRAPHS[0][:60]}.</p>")[len(PARAGRAPHS) :] == [f"{PARAGRAPHS[0][:60]}."]


def test_the_points_of_a_standfirst_stay() -> None:
    """A list between headline and text is kept whole where it is marked as a summary, short points included."""
    items = "<li>The vote on the cranes was put off on Tuesday</li><li>Members want to see the figures</li>"
    points = f"<ul class=summary>{items}</ul>"
    assert read(f"{points}<div class=body>{BODY}</div>")[:2] == [
        "The vote on the cranes was put off on Tuesday",
        "Members want to see the figures",
    ]


@pytest.mark.parametrize(
    "wall", ["Subscribe to continue reading", "Jetzt weiterlesen mit H+", "この記事は有料会員記事です。"]
)
def test_a_wall_behind_the_text_is_an_issue(wall: str) -> None:
    """A line that says that the rest is for subscribers is no text, and an issue tells of it."""
    article = read_page(page(f"{BODY}<div><p>{wall}</p></div>"))
    assert texts(article) == list(PARAGRAPHS)
    assert [issue.code for issue in article.issues] == [IssueCode.PAYWALLED]
    assert read_page(page(BODY)).issues == ()


def declaring(body: str) -> str:
    """Return the head of a page that declares the text of its article."""
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "articleBody": body}
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


PROMISE = "At the Herald we believe in news that is made by people and checked by people, and always will."


LONG = (*PARAGRAPHS, *(paragraph.replace("a", "o") for paragraph in PARAGRAPHS), "He would not say more.")


def test_the_declared_text_tells_where_the_text_ends() -> None:
    """What follows the end of the declared text is no text, though nothing else gives it away."""
    shown = "".join(f"<p>{paragraph}</p>" for paragraph in (*LONG, PROMISE))
    assert texts(read_page(page(shown, head=declaring(" ".join(LONG))))) == list(LONG)


@pytest.mark.parametrize(
    "declared",
    [
        " ".join(LONG[:-1]) + " Then the lamps went out along the quay, and everybody was gone.",
        " ".join(LONG[::2]),
        PARAGRAPHS[0] * 8,
        "",
    ],
)
def test_a_declared_text_of_another_form_is_no_witness(declared: str) -> None:
    """A declared text that is cut short, leaves out much or is another text drops nothing."""
    shown = "".join(f"<p>{paragraph}</p>" for paragraph in (*LONG[:-1], PROMISE))
    assert texts(read_page(page(shown, head=declaring(declared)))) == [*LONG[:-1], PROMISE]


PAGER = "<div class=pages><span>1</span> <a href='{0}'>2</a> <a href='{1}'>3</a></div>"


@pytest.mark.parametrize(
    ("own", "pager", "following"),
    [
        ("/news/cranes.html", PAGER.format("?page=2", "?page=3"), "/news/cranes.html?page=2"),
        ("/news/cranes.html", PAGER.format("/news/cranes-2.html", "/news/cranes-3.html"), "/news/cranes-2.html"),
        (
            "/news/cranes/",
            "<a class=next-page href=/news/cranes/seite-2>Auf der nächsten Seite</a>",
            "/news/cranes/seite-2",
        ),
        ("/news/cranes?id=7", PAGER.format("?id=7&page=2", "?id=7&page=3"), "/news/cranes?id=7&page=2"),
        ("/news/cranes", "<a href=/news/cranes-2>Cranes: the sequel</a>", None),
        ("/news/cranes", PAGER.format("?page=2&box=teasers", "?page=3&box=teasers"), None),
        ("/news/cranes", "<div id=comments>" + PAGER.format("?page=2", "?page=3") + "</div>", None),
        ("/", PAGER.format("/page/2", "/page/3"), None),
    ],
)
def test_a_pager_tells_where_the_article_goes_on(own: str, pager: str, following: str | None) -> None:
    """A link with the address of the article and the number of a page goes on with it, if it calls itself that page."""
    article = read_page(page(f"{BODY}{pager}"), url=f"https://example.org{own}")
    goes_on = [issue.message for issue in article.issues if issue.code is IssueCode.PAGINATED]
    assert goes_on == ([] if following is None else [f"the article goes on at https://example.org{following}"])
    assert texts(article) == list(PARAGRAPHS)


@pytest.mark.parametrize("line", ["Page 1 of 3", "Seite 2 von 4", "Page 1 sur 2", "Página 1 de 5", "ページ1/3"])
def test_a_line_that_counts_the_pages(line: str) -> None:
    """A line behind the text that says which of several pages this is gives the issue, and is no text."""
    article = read_page(page(f"{BODY}<p>{line}</p>"))
    assert [issue.code for issue in article.issues] == [IssueCode.PAGINATED]
    assert texts(article) == list(PARAGRAPHS)
    assert read_page(page(f"{BODY}<p>Page 1 of 1</p>")).issues == ()


SENTENCES = [*PARAGRAPHS, "The board meets again in May."]


@pytest.mark.parametrize(
    "block",
    [
        lambda text: {"type": "text", "content": text},
        lambda text: {"__typename": "Paragraph", "data": {"text": f"<b>{text[:5]}</b>{text[5:]}"}},
        lambda text: {"_type": "block", "children": [{"text": text[:20]}, {"text": text[20:], "marks": ["em"]}]},
        lambda text: {"type": "paragraph", "content": [{"type": "text", "text": text}]},
        lambda text: {"type": "list", "data": {"items": [text[: text.index(" ")], text[text.index(" ") + 1 :]]}},
        lambda text: {"children": [{"children": [{"text": word}]} for word in text.split()]},
        lambda text: {"type": "ul", "items": [{"text": word} for word in text.split()]},
        lambda text: {"type": "note", "children": [{"type": "list-item", "text": word} for word in text.split()]},
    ],
)
@pytest.mark.parametrize(
    "script", ["<script id=__NEXT_DATA__ type=application/json>{}</script>", "<script>a.b={};</script>"]
)
def test_text_that_scripts_hold_block_by_block(block: Callable[[str], object], script: str) -> None:
    """Where the page shows nothing, the blocks that a framework keeps in its state are the text, teasers aside."""
    teasers = [{"title": f"Another {n}", "url": f"/t{n}", "text": f"{n} {PARAGRAPHS[0]}"} for n in range(9)]
    blocks = [*map(block, SENTENCES[:2]), {"type": "heading", "text": "What now"}, *map(block, SENTENCES[2:])]
    state = json.dumps({"props": {"article": {"body": blocks}, "related": teasers}})
    article = read_page(f"<body><h1>Vote</h1><div id=app></div>{script.format(state)}")
    assert texts(article) == [*SENTENCES[:2], "What now", *SENTENCES[2:]]
    assert article.blocks[2].kind is BlockKind.HEADING


def test_terms_and_their_definitions_are_items() -> None:
    """A definition list is text: each term and each definition is an item of it, in order."""
    pairs = [("Filibuster", "A speech that is held to stop a vote."), ("Caucus", "A meeting of a party.")]
    terms = "".join(f"<dt>{term}</dt><dd>{definition}</dd>" for term, definition in pairs)
    article = read_page(page(f"{BODY}<dl>{terms}</dl>{BODY.replace('crane', 'boat')}"))
    items = [block for block in article.blocks if block.kind is BlockKind.LIST_ITEM]
    assert [item.span.of(article.text) for item in items] == [text for pair in pairs for text in pair]


def test_a_gallery_is_images_with_captions() -> None:
    """What a gallery tells stands under its images: they have it, and the text is what there is beside them."""
    slides = "".join(
        f"<div class=slide><img src=/{n}.jpg><p class=slide-caption>Dancers of school {n} on Sunday.</p></div>"
        for n in "abc"
    )
    node = {
        "@context": "https://schema.org",
        "@type": "ImageGallery",
        "headline": "Carnival",
        "author": {"name": "Ada Flores"},
    }
    head = f"<script type=application/ld+json>{json.dumps(node)}</script>"
    lead = "<p>Hundreds of thousands took to the streets at the weekend. Photographs by Ada Flores.</p>"
    article = read_page(page(f"{lead}<div class=gallery>{slides}</div>", head=head), url="https://example.org/carnival")
    assert [image.caption for image in article.images] == [f"Dancers of school {n} on Sunday." for n in "abc"]
    assert texts(article) == [lead[3:-4]]
    assert [author.name for author in article.authors] == ["Ada Flores"]


@pytest.mark.parametrize(
    ("last", "stays"),
    [
        ("The council meets again on Thursday in the old hall, and whoever cannot come may ask @ulmcouncil.", True),
        ("She has covered the council for ten years, and on Twitter she is @adaflores. Write to her there.", False),
        ("She has covered the council for ten years. Write to her at ada.flores@example.org with questions.", False),
        ("Follow the vote with @ulmcouncil.", False),
    ],
)
def test_a_last_paragraph_that_names_a_handle(last: str, *, stays: bool) -> None:
    """Running text may name a handle; where it names a platform or an address too, it asks to be written to."""
    assert (read(f"{BODY}<p>{last}</p>")[-1] == last) is stays
