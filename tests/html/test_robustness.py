"""Pages that are broken, hostile or absurdly large: an article or a `NewsmodelError`, in linear time."""

import random
import re
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.errors import NewsmodelError
from newsmodel.html import read_page
from newsmodel.html.content import read_content
from newsmodel.html.gathered import Gathered
from newsmodel.html.metadata import read_metadata
from newsmodel.html.tree import cut_below, parse_tree
from newsmodel.html.vicinity import Surroundings
from newsmodel.model import Article, IssueCode

URL = "https://example.org/2024/05/03/plan"
SENTENCE = "The council met on Monday and agreed on a plan that nobody had asked for, people in the hall said."
PARAGRAPH = f"<p>{SENTENCE}</p>"
PAGE = (
    "<!doctype html><html lang=en><head><title>A plan nobody asked for | The Herald</title><meta charset=utf-8>"
    '<meta property="og:title" content="A plan nobody asked for"><script type="application/ld+json">{"@type":'
    '"NewsArticle","headline":"A plan nobody asked for","datePublished":"2024-05-03T10:31:00+02:00","author":'
    '[{"@type":"Person","name":"Ada Holm"}]}</script></head><body class="page"><nav><ul><li><a href="/">Home</a></li>'
    "<li><a href=/news>News</a></li></ul></nav><main><article class='post'><header><h1>A plan nobody asked for</h1>"
    "<p class=lead>Councillors want to move the market, and the market does not want to be moved.</p></header>"
    "<div class='entry-content'><p>" + SENTENCE + "</p><p>It is “<em>a folly</em>”, says <a href='/m'>Mara Lind</a>."
    "</p><figure><img src=a.jpg alt=hall><figcaption>The hall.</figcaption></figure><ul><li>One thing</li><li>Two"
    "</li></ul><table><tr><th>Year<th>Sum</tr><tr><td>2023<td>7</tr></table><blockquote>No folly!</blockquote><p>Third"
    " of the paragraphs<br>with a line break, and <q>a quote</q>.</p></div><aside class=related><h3><a href=/x>Other"
    "</a></h3></aside></article></main><footer><p>The Herald, a paper of the coast.</p></footer></body></html>"
)
TAG = re.compile(r"</?[a-z][^>]*>")


def attempt(page: bytes | str) -> Article | None:
    """Read a page; None where it is refused."""
    try:
        return read_page(page, url="https://example.org/a")
    except NewsmodelError:
        return None


def mutations(page: str, rng: random.Random) -> str:
    """Return the page with some of its tags dropped, doubled, moved or nested."""
    tags = list(TAG.finditer(page))
    pieces, at = [], 0
    for found in tags:
        pieces.append(page[at : found.start()])
        tag, at = found[0], found.end()
        fate = rng.random()
        if fate < 0.05:
            continue
        if fate < 0.10:
            tag += tag
        elif fate < 0.14:
            tag = rng.choice(tags)[0] + tag
        elif fate < 0.16:
            tag = tag.replace(">", "")
        pieces.append(tag)
    return "".join([*pieces, page[at:]])


@pytest.mark.parametrize("seed", range(60))
def test_a_page_with_broken_tags_is_read(seed: int) -> None:
    """However its tags are broken, a page gives an article whose spans hold (the constructor checks them)."""
    assert attempt(mutations(PAGE, random.Random(seed))) is not None


@pytest.mark.parametrize("seed", range(60))
def test_a_page_with_flipped_bytes_is_read(seed: int) -> None:
    """Flipped bytes give an article or a NewsmodelError."""
    rng, data = random.Random(seed), bytearray(PAGE.encode())
    for _ in range(40):
        data[rng.randrange(len(data))] = rng.randrange(256)
    attempt(bytes(data))


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """Any str at all gives an article or a NewsmodelError."""
    attempt(text)
    attempt(f"<body>{PARAGRAPH}<div>{text}</div>{PARAGRAPH}")


@given(st.binary())
def test_any_bytes_are_read(data: bytes) -> None:
    """Any bytes at all give an article or a NewsmodelError."""
    attempt(data)


@given(
    st.recursive(
        st.sampled_from(["Some words of a line.", SENTENCE, "", " ", "©", "Read more"]),
        lambda inner: st.builds(
            lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
            st.sampled_from(
                [
                    "div",
                    "p",
                    "ul",
                    "li",
                    "a",
                    "b",
                    "span",
                    "h2",
                    "table",
                    "td",
                    "tr",
                    "blockquote",
                    "pre",
                    "figure",
                    "q",
                    "br",
                    "section",
                    "article",
                    "nav",
                ]
            ),
            st.lists(inner, max_size=4),
        ),
        max_leaves=20,
    )
)
def test_any_nesting_is_read(markup: str) -> None:
    """Elements nested as no standard allows give an article, and no text of the page more often than it is there."""
    article = attempt(f"<body>{markup}")
    assert article is not None
    assert article.text.count(SENTENCE) <= markup.count(SENTENCE)


HOSTILE: dict[str, Callable[[int], str]] = {
    "deep div": lambda n: "<div>" * n + PARAGRAPH,
    "deep furniture": lambda n: "<div class=related>" * n + PARAGRAPH * n + "<h1>Late</h1>",
    "boxes of one kind": lambda n: "".join(f"<div class=k><h1>Plan {i}</h1>{PARAGRAPH * 3}</div>" for i in range(n)),
    "deep lists": lambda n: "<ul><li>" * n + PARAGRAPH,
    "deep tables": lambda n: "<table><tr><td>" * n + PARAGRAPH,
    "inline tags": lambda n: "<p>" + "<b><i>word </i></b>" * n,
    "unclosed inline tags": lambda n: "<p>" + "<b>word " * n,
    "unclosed everything": lambda n: "<div><p><b><a href=x><li><td>some words " * n,
    "links in one paragraph": lambda n: "<p>" + "<a href='/x?a=b'>some words</a> and " * n,
    "links in a list": lambda n: "<ul>" + "<li><a href=/x>some words that go on and on</a></li>" * n + "</ul>",
    "paragraphs": lambda n: PARAGRAPH * n,
    "paragraphs in the deep": lambda n: "<div>" * 1000 + PARAGRAPH * n,
    "line breaks": lambda n: "text<br>" * n,
    "an attribute": lambda n: f"<p title='{'x' * n * 60}'>{PARAGRAPH * 20}",
    "attributes": lambda n: "<p " + " ".join(f"a{i}=1" for i in range(n)) + f">{SENTENCE}</p>" + PARAGRAPH,
    "a class": lambda n: f"<p class='{'related-links share ' * n}'>{PARAGRAPH * 20}",
    "quotations": lambda n: f"<blockquote>{PARAGRAPH}</blockquote>" * n,
    "headings": lambda n: "<h1>Some headline words</h1>" * n + PARAGRAPH,
    "images": lambda n: "<figure><img src=a.jpg><figcaption>A caption</figcaption></figure>" * n + PARAGRAPH,
    "tables": lambda n: "<table><tr><td>a<td>b</table>" * n + PARAGRAPH,
    "rows": lambda n: "<table>" + "<tr><th>a<td>b c d" * n + "</table>" + PARAGRAPH,
    "spaces": lambda n: "<p>" + " " * n * 50 + "a" + "\n" * n * 50,
    "scripts": lambda n: ("<script>var x = 'a' + \"" + "one. two words. " * 30 + '";</script>') * n,
    "quotation marks in a script": lambda n: "<script>" + '"' * n * 20 + "</script>",
    "backslashes in a script": lambda n: '<script>"' + "\\" * n * 20 + "</script>",
    "embeds": lambda n: f"<div><p>This embed is for you only</p>{PARAGRAPH}</div>" * n,
    "linked headings": lambda n: ("<h2><a href=/a>Some linked headline words</a></h2>" + PARAGRAPH) * n,
    "quotations in boxes": lambda n: "".join(f"<div>“{SENTENCE}” A B {i % 9}</div>" for i in range(n)),
    "captions beside images": lambda n: (
        f"<div class=media><img src=a.jpg><p class=caption>Cap</p></div>{PARAGRAPH}" * n
    ),
    "blocks in a script": lambda n: (
        "<script>" + f'a=[{{"text":"{SENTENCE}"}},{{"text":"{SENTENCE}"}}];' * n + "</script>"
    ),
    "pages of the article": lambda n: "".join(f"<a href=?page={i % 97}>one</a>" for i in range(n)) + PARAGRAPH,
    "links to a later page": lambda n: "<link rel=canonical href=/a><a href=/a/2 rel=nofollow><p>some words</a>" * n,
    "pleas": lambda n: "<p>Subscribe to our newsletter</p>" * n + PARAGRAPH,
}


def json_ld(key: str, value: str) -> str:
    """Return a JSON-LD block of an article with one more property, and the article."""
    block = f'{{"@type":"NewsArticle","headline":"A plan nobody asked for","{key}":{value}}}'
    return f'<script type="application/ld+json">{block}</script><h1>A plan</h1>{PARAGRAPH * 3}'


def listed(n: int, form: str) -> str:
    """Return the list of some items, each with its number in the place of ``%d``."""
    return "[" + ",".join(form % i for i in range(n)) + "]"


def attributes(n: int) -> str:
    """Return the attributes of an element that has many."""
    return " ".join(f"a{i}=1" for i in range(n))


HOSTILE_TO_METADATA: dict[str, Callable[[int], str]] = {
    "metas": lambda n: "".join(f"<meta name=a{i} content=x>" for i in range(n)),
    "metas of authors": lambda n: "".join(f"<meta name=author content='Ann Lee {i}'>" for i in range(n)) + PARAGRAPH,
    "metas of dates": lambda n: "<meta property=article:published_time content='2024-05-03T10:31Z'>" * n + PARAGRAPH,
    "attributes of a meta": lambda n: f"<meta {attributes(n)} name=author content='Ann Lee'>{PARAGRAPH}",
    "attributes of a link": lambda n: f"<link {attributes(n)} rel=canonical href=/plan>{PARAGRAPH}",
    "attributes of a script": lambda n: f"<script {attributes(n)} type=application/ld+json>{{}}</script>{PARAGRAPH}",
    "attributes of a byline": lambda n: f"<h1>A plan</h1><p {attributes(n)} class=byline>By Ann Lee</p>{PARAGRAPH}",
    "links": lambda n: "<link rel=canonical href=/plan><link rel=next href=/plan/2>" * n + PARAGRAPH,
    "times": lambda n: "<h1>A plan</h1>" + "<p><time datetime=2024-05-03>May 3, 2024</time>" * n + PARAGRAPH,
    "times in times": lambda n: "<h1>A plan</h1>" + "<time>May 3, 2024 " * n + PARAGRAPH,
    "times in the deep": lambda n: "<h1>A plan</h1>" + "<div><time>May 3, 2024</time>" * n + PARAGRAPH,
    "abbreviations": lambda n: "<h1>A plan</h1>" + "<abbr class=published title=2024>2024</abbr>" * n + PARAGRAPH,
    "abbreviations in the deep": lambda n: "<h1>A plan</h1>" + "<div><abbr class=published>May</abbr>" * n,
    "itemprops": lambda n: "".join(f"<p itemprop=author>Ann Lee {i}</p>" for i in range(n)) + PARAGRAPH,
    "items in items": lambda n: "<div itemprop='author datePublished headline' itemscope>a b " * n + PARAGRAPH,
    "names in an itemprop": lambda n: f"<p itemprop='{'author name ' * n}'>Ann Lee</p>{PARAGRAPH}",
    "authors": lambda n: json_ld("author", listed(n, '{"@type":"Person","name":"Ann Lee %d"}')),
    "authors by their ids": lambda n: json_ld("author", listed(n, '{"@id":"#%d"},{"@id":"#0","name":"Lee"}')),
    "names of an author": lambda n: json_ld("author", '{"name":' + listed(n, '"Ann Lee %d"') + "}"),
    "authors in a string": lambda n: json_ld("author", f'"{listed(n, "Ann Lee %d")}"'),
    "keywords": lambda n: json_ld("keywords", f'"{listed(n, "word %d")}"'),
    "declared images": lambda n: json_ld("image", listed(n, '"https://example.org/%d.jpg"')),
    "an image's address": lambda n: json_ld("image", '"https://example.org/' + "a-12x12" * n + '.jpg"'),
    "a declared text": lambda n: json_ld("articleBody", f'"{listed(n, f"%d {SENTENCE}")}"') + PARAGRAPH * n,
    "entries": lambda n: json_ld("liveBlogUpdate", listed(n, '{"headline":"%d","articleBody":"It rained."}')),
    "articles": lambda n: json_ld("hasPart", listed(n, '{"@type":"NewsArticle","url":"https://example.org/%d"}')),
    "broken blocks": lambda n: '<script type="application/ld+json">{"a":"b "c" d"</script>' * n + PARAGRAPH,
    "a block of marks": lambda n: json_ld("author", '"' + '" ' * n * 5),
    "a block of brackets": lambda n: json_ld("author", "[" * n * 5),
    "a byline of names": lambda n: "<h1>A plan</h1><p class=byline>By " + "Ann Lee, " * n + PARAGRAPH,
    "a byline of links": lambda n: "<h1>A plan</h1><p>By " + "<a rel=author href=/a>Ann Lee</a>, " * n + PARAGRAPH,
    "bylines": lambda n: "<h1>A plan</h1>" + "<p class=byline>By Ann Lee</p>" * n + PARAGRAPH,
    "bylines in the deep": lambda n: "<h1>A plan</h1>" + "<p class=byline><span class=author>By x " * n,
    "a description": lambda n: f"<meta name=description content='{'word ' * n * 130}'>{PARAGRAPH}",
    "a description of marks": lambda n: f"<meta name=description content='{'&amp;amp; < ' * n * 30}'>{PARAGRAPH}",
    "an address": lambda n: f"<link rel=canonical href='/{'a/' * n * 300}'>{PARAGRAPH}",
    "names of a class": lambda n: f"<h1>A plan</h1><p class='{'author byline ' * n * 20}'>Ann Lee</p>{PARAGRAPH}",
    "a title": lambda n: f"<title>{'a | b - c: ' * n * 10}</title>{PARAGRAPH}",
    "headings like the title": lambda n: (
        "<title>A plan nobody asked for</title>" + "<h2>A <b>plan</b> nobody asked</h2>" * n + PARAGRAPH
    ),
    "headings in headings": lambda n: "<title>A plan nobody asked for</title>" + "<h2>A <b>plan</b> nobody " * n,
    "words of the title in the deep": lambda n: "<title>A plan</title>" + "<div><span>A plan of</span>" * n,
    "dates": lambda n: "<h1>A plan</h1>" + "<aside>May 3, 2024</aside>" * n + PARAGRAPH,
    "figures like years": lambda n: "<h1>A plan</h1>" + "<p>Room 2011 of 2001</p>" * n + PARAGRAPH,
    "a line of dates": lambda n: "<h1>A plan</h1><p>" + "May 2024 1.1.20 " * n * 5 + PARAGRAPH,
    "dates in a script": lambda n: "<script>" + '"datePublished":"20' * n * 5 + "</script>" + PARAGRAPH,
    "text before and behind": lambda n: f"{'<span>' * n}x{'</span> y' * n}<h1>A plan</h1>{'<b>' * n}x{'</b> y' * n}",
    "images of the body": lambda n: f"<article>{PARAGRAPH * 5}{'<div><img src=a.jpg></div>' * n}</article>",
    "captions": lambda n: f"<article>{PARAGRAPH * 5}<figure><img src=a.jpg>{'photo ( ' * n * 10}</figure></article>",
}
ALL_HOSTILE = HOSTILE | HOSTILE_TO_METADATA


def seconds(markup: str) -> float:
    """Return the least of some times that it takes to read a page, without the parse."""
    times = []
    for _ in range(3):
        root, _ = parse_tree(f"<html><body>{markup}")
        assert root is not None
        start = time.process_time()
        page = Gathered(root)
        read_content(page, url=URL, metadata=read_metadata(page, URL))
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("name", ALL_HOSTILE)
@pytest.mark.usefixtures("alone")
def test_time_is_linear(name: str) -> None:
    """Four times the input takes about four times as long: sixteen times would be quadratic."""
    small, large = seconds(ALL_HOSTILE[name](1500)), seconds(ALL_HOSTILE[name](6000))
    assert large < 10 * small + 0.05


@pytest.mark.parametrize("name", ALL_HOSTILE)
def test_hostile_pages_are_read(name: str) -> None:
    """Each of them is an article, perhaps an empty one."""
    assert attempt(ALL_HOSTILE[name](300)) is not None


def test_links_elsewhere_are_not_the_author() -> None:
    """The author that the article links is found behind any number of links to others, in the deep."""
    elsewhere = "<div>" * 900 + "<a rel=author>Jane Roe</a>" * 900 + "</div>" * 900
    root, _ = parse_tree(f"<html><body>{elsewhere}<article><h1>Rain</h1><a rel=author>Ann Lee</a></article>")
    assert root is not None
    links = Surroundings(root, next(root.iter("h1"))).author_links
    assert [link.text for link in links] == ["Ann Lee"]


def test_no_recursion_over_the_tree() -> None:
    """A page nested as deep as the parser goes is read with next to no stack left."""
    depth, limit = len(_frames()), sys.getrecursionlimit()
    page = "<div>" * 100_000 + PARAGRAPH
    attempt(page)  # whatever is imported late is imported now
    sys.setrecursionlimit(depth + 60)
    try:
        article = attempt(page)
    finally:
        sys.setrecursionlimit(limit)
    assert article is not None
    assert IssueCode.LIMIT_REACHED in {issue.code for issue in article.issues}


@pytest.mark.parametrize(("deepest", "left"), [(3, "a f"), (4, "a b e f"), (5, "a b c e f"), (6, "a b c d e f")])
def test_what_is_nested_too_deeply_is_cut_off(deepest: int, left: str) -> None:
    """Where the parser reads on to any depth, what is deeper than so many elements is dropped, and that is told."""
    root, _ = parse_tree("<p>a<b>b<i>c<s>d</s></i></b><b>e</b></p><p>f</p>")
    assert root is not None
    assert cut_below(root, deepest) == (left != "a b c d e f")
    assert " ".join(root.itertext()) == left


def _frames() -> list[object]:
    frames: list[object] = []
    frame = sys._getframe()
    while frame is not None:
        frames.append(frame)
        frame = frame.f_back  # type: ignore[assignment]
    return frames


@pytest.mark.parametrize("odd", ["\x01", "\x0b", "\x85", "\ufffe", "\uffff", "&#1;", "]", "%00"])
def test_odd_characters_in_the_own_address(odd: str) -> None:
    """What the page calls its own address may hold what no address does; it is read, with a link to a page 2 too."""
    link = f"https://example.org/plan{odd}s"
    page = f"<link rel=canonical href='{link}'><article>{PARAGRAPH * 3}<a href='{link}/2'>2</a></article>"
    for url in (None, link):
        assert read_page(page, url=url).text.startswith(SENTENCE)


@pytest.mark.parametrize("control", ["\x01", "\x0b", "\x0c", "\x1f"])
def test_a_control_character_at_the_end_of_the_head(control: str) -> None:
    """Text that moves from the head to the body takes no character along that a tree refuses."""
    article = read_page(f"<head><x-y></x-y><link>\n{control}</head><body>It rained all day.</body>")
    assert "It rained all day." in article.text


def test_the_same_page_gives_the_same_article() -> None:
    """Reading is a function of the page alone."""
    assert attempt(PAGE) == attempt(PAGE.encode())


def test_a_page_leaves_nothing_for_the_next_one() -> None:
    """What the parser met in one page, nested too deeply or broken off, it does not tell of the next."""
    alone = attempt(PAGE)
    for before in ("<div>" * 5000 + PARAGRAPH, "<title>The", "<p a='", "<!--", "<svg><![CDATA[", "<script>"):
        attempt(before)
        assert attempt(PAGE) == alone


def test_pages_are_read_in_several_threads() -> None:
    """Threads that read at the same time get the articles that one would get."""
    pages = [PAGE.replace("nobody", f"{'<i>' * (number % 7)}ward {number}") for number in range(40)]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(read_page, pages)) == [read_page(page) for page in pages]


@pytest.mark.parametrize("given", ["base", "url"])
def test_an_endless_address_of_the_page_is_not_put_before_every_link(given: str) -> None:
    """A base of 30,000 characters would make a thousand links thirty million; they stay as the page has them."""
    base = "https://example.org/" + "a/" * 15_000
    page = "".join(f"<p>On day {i} the council met <a href=/{i}>in hall {i}</a>, people said.</p>" for i in range(30))
    head = f"<base href='{base}'>" if given == "base" else ""
    article = read_page(f"{head}<article>{page}</article>", url=base if given == "url" else None)
    assert [link.url for link in article.links] == [f"/{i}" for i in range(30)]


@pytest.mark.parametrize("end", ["</head>", "<meta name=author content='Ada Roe'></head>", "\n<!-- news -->"])
def test_title_without_an_end(end: str) -> None:
    """A title that is not closed ends at the next tag, and the page after it is read."""
    article = nm.parse_html(
        f"<html><head><TITLE>It is < 3 degrees{end}<body><h1>It is cold</h1><p>{'It is cold. ' * 9}"
    )
    assert article.headline == "It is cold"
    assert article.text == " ".join(["It is cold."] * 9)
