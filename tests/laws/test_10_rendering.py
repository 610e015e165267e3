"""Law 10: a page that newsmodel writes gives back headline, authors, dates and blocks, for text that HTML can carry."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel import strategies
from newsmodel.formats import html
from newsmodel.model import Article, Author, Block, BlockKind, Publisher, Span

# Characters of every script and kind, but those that HTML has no place for or takes for markup's own white space.
_LETTERS = st.characters(categories=["L", "N", "Sm", "So"], max_codepoint=0x1FFFF) | st.sampled_from("&<>\"'“”«»")
_WORDS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=3, max_size=9)
_ODD_WORDS = st.text(_LETTERS, min_size=1, max_size=6)


_LAST = "What comes of it in the end is told in another place, and by other people than those who were asked today."


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    """Draw running text that reads as prose does: long enough, and ended by a full stop."""
    words = draw(st.lists(_WORDS, min_size=14, max_size=30, unique=True))
    odd = draw(st.lists(_ODD_WORDS, max_size=4))
    return f"The {' '.join(words)} {' '.join(odd)} and the {words[0]} of {words[1]}.".replace("  ", " ")


@st.composite
def _blocks(draw: st.DrawFn) -> list[tuple[BlockKind, int | None, str]]:
    """Draw the blocks of a body: paragraphs first and last, and what may stand between."""
    prose = st.tuples(st.just(BlockKind.PARAGRAPH), st.none(), _sentences())
    other = (
        st.tuples(st.just(BlockKind.HEADING), st.integers(2, 6), st.lists(_WORDS, min_size=3, max_size=5).map(" ".join))
        | st.tuples(st.just(BlockKind.LIST_ITEM), st.just(1), _sentences())
        | st.tuples(st.just(BlockKind.BLOCKQUOTE), st.none(), _sentences())
        | st.tuples(
            st.just(BlockKind.PREFORMATTED), st.none(), st.lists(_WORDS, min_size=2, max_size=5).map("\n  ".join)
        )
        | st.tuples(
            st.just(BlockKind.TABLE),
            st.none(),
            st.lists(st.lists(_WORDS, min_size=2, max_size=3).map("\t".join), min_size=2, max_size=4).map("\n".join),
        )
    )
    return [draw(prose), draw(prose), *draw(st.lists(prose | other, max_size=6)), (BlockKind.PARAGRAPH, None, _LAST)]


@st.composite
def _articles(draw: st.DrawFn) -> Article:
    """Draw an article that a newspaper could print."""
    text, blocks = "", []
    for kind, level, words in draw(_blocks()):
        if words in text:  # a page that says something twice is read as if it did once
            continue
        text += "\n\n" * bool(text)
        blocks.append(Block(kind=kind, span=Span(len(text), len(text) + len(words)), level=level))
        text += words
    seconds = st.integers(800_000_000, 1_700_000_000)
    published = draw(st.none() | seconds.map(lambda second: dt.datetime.fromtimestamp(second, dt.UTC)))
    names = st.sampled_from(["Maria Lind", "Jon Berg", "Eva O'Neil", "Søren Öst", "Nguyễn Văn An", "Ann Lee"])
    return Article(
        headline=draw(st.none() | st.lists(_WORDS, min_size=4, max_size=8).map(" ".join).map("Council {}".format)),
        text=text,
        blocks=tuple(blocks),
        authors=tuple(Author(name=name) for name in draw(st.lists(names, max_size=3, unique=True))),
        published=published,
        modified=published and published + dt.timedelta(minutes=draw(st.integers(0, 5000))),
        publisher=draw(st.none() | st.just(Publisher(name="The Bern Post"))),
        language="en",
    )


@given(_articles())
def test_a_page_is_read_as_it_was_written(article: Article) -> None:
    """Headline, authors, dates and blocks come back."""
    back = nm.parse_html(html.dumps(article), annotate=False)
    assert back.headline == article.headline
    assert [author.name for author in back.authors] == [author.name for author in article.authors]
    assert back.published == article.published
    assert back.modified == article.modified
    assert back.text == article.text
    assert [(b.kind, b.span, b.level) for b in back.blocks] == [(b.kind, b.span, b.level) for b in article.blocks]


@given(strategies.articles())
def test_any_article_can_be_written_and_read(article: Article) -> None:
    """Whatever an article holds, its page is a page, the same each time, in which nothing of it is markup."""
    page = html.dumps(article)
    assert page == html.dumps(article)
    assert page.encode()
    assert page.count("<script") == page.count("</script>") == 1
    assert isinstance(nm.parse_html(page, annotate=False), Article)


def test_an_attacking_article_is_text() -> None:
    """Markup in a headline, a name, a text or an address is shown, not obeyed."""
    attack = '</script></title>"><script>alert(1)</script>'
    article = Article(
        headline=attack,
        text=attack,
        description=attack,
        canonical_url=attack,
        authors=(Author(name=attack, url="javascript:alert(1)"),),
        publisher=Publisher(name=attack),
        section=attack,
        keywords=(attack,),
        links=(
            nm.Link(span=Span(0, 9), url="javascript:alert(1)"),
            nm.Link(span=Span(10, 15), url='https://a/"onclick='),
        ),
    )
    page = html.dumps(article)
    assert page.count("<script") == 1
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert 'href="https://a/&quot;onclick="' in page
