"""Markdown with front matter: what is written, what comes back, what of the Markdown of others is read."""

import datetime as dt

import pytest

from newsmodel.errors import FormatError
from newsmodel.formats import markdown
from newsmodel.model import Article, Block, BlockKind, IssueCode, QuoteKind, Span


def one_block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int | None = None) -> Article:
    """Return an article of one block."""
    return Article(text=text, blocks=(Block(kind=kind, level=level, span=Span(0, len(text))),))


def test_an_article_reads_well_as_markdown(article: Article) -> None:
    """Metadata is front matter, blocks are Markdown's own, quotes and links are marked in place."""
    document = markdown.dumps(article)
    assert 'title: "Long Bridge closed: \\"not safe\\""\n' in document
    assert 'date: "2026-03-02T17:30:00+01:00"\n' in document
    assert "[Long Bridge](<https://wold.example/wiki/Long_Bridge_(Fernby)>) on Monday." in document
    assert '“<span class="quote direct" title="Ada Brook" data-quote="1">It is not safe,</span>” said Mayor' in document
    assert "\n## What next\n" in document
    assert '\n- <span class="quote indirect" title="Ada Brook">Repairs \\*begin\\* in May</span>, Brook' in document
    assert "\n  - The ferry runs daily.\n" in document
    assert "\n> Bridges are promises, \\<b>she\\</b> wrote.\n" in document
    assert "\n| Bridge | Year |\n| --- | --- |\n| Long\\|Old | 1911 |\n" in document
    assert "\n```\nopen  = []\n\nclosed = [1]\n```\n" in document


def test_headline_authors_dates_and_blocks_come_back(article: Article) -> None:
    """All metadata but the dateline, the text with its blocks, and the quotes with their speakers survive."""
    read = markdown.loads(markdown.dumps(article))
    for field in ("headline", "authors", "published", "modified", "images", "text", "blocks", "links", "keywords"):
        assert getattr(read, field) == getattr(article, field), field
    assert [(q.text, q.kind, q.content) for q in read.quotes] == [(q.text, q.kind, q.content) for q in article.quotes]
    assert [quote.speaker and quote.speaker.name for quote in read.quotes] == ["Ada Brook", "Ada Brook"]


def test_losses_name_what_does_not_come_back(article: Article) -> None:
    """What Markdown has no place for is named by its field."""
    lost = markdown.losses(article)
    assert lost == ("dateline", "quotes.cue", "quotes.source", "speakers", "times", "places", "events")
    assert markdown.losses(Article(headline="Rain", text="It rained.")) == ()
    assert "text" in markdown.losses(Article(text="It  rained."))


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "- no item",
        "1. no item",
        "2024) no item",
        "> no quotation",
        "---",
        "***",
        "```",
        "    indented"[4:],
        "=====",
        "| no | table |",
        "a *b* _c_ __d__ `e` ~~f~~ [g](h) ![i](j) <k> &amp; &#65; \\l https://x.example/a_b",
        '<span class="quote direct">no quote</span>',
        "<script>alert(1)</script>",
        "ends with hashes ##",
        "+ plus",
        "---\ntitle: no front matter",
    ],
)
@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE])
def test_text_that_looks_like_markup_stays_text(text: str, kind: BlockKind) -> None:
    """Nothing in the text is taken for markup when it is read again."""
    read = markdown.loads(markdown.dumps(one_block(text, kind, 1)))
    assert (read.text, read.blocks[0].kind, len(read.blocks)) == (" ".join(text.split()), kind, 1)
    assert not read.quotes
    assert not read.links


def test_other_readers_see_the_same_text(article: Article) -> None:
    """An independent CommonMark reader finds the same words, and a YAML reader the same metadata."""
    markdown_it = pytest.importorskip("markdown_it")
    yaml = pytest.importorskip("yaml")
    _, head, body = markdown.dumps(article).split("---\n", 2)
    found = yaml.safe_load(head)
    assert found["title"] == article.headline
    assert found["author"][0] == {"name": "Jo O'Dell", "url": "https://wold.example/jo"}
    html = markdown_it.MarkdownIt("commonmark").enable("table").render(body)
    assert "<h2>What next</h2>" in html
    assert "Bridges are promises, &lt;b&gt;she&lt;/b&gt; wrote." in html
    assert "Repairs *begin* in May" in html
    assert "<td>Long|Old</td>" in html
    assert '<a href="https://wold.example/wiki/Long_Bridge_(Fernby)">Long Bridge</a>' in html


def test_markdown_of_others_is_read_leniently() -> None:
    """Front matter in plain YAML, Setext headings, wrapped paragraphs, emphasis, lists and code are understood."""
    article = markdown.loads(
        b"---\ntitle: It's raining\ndate: 2026-03-02 17:30:00 +0100\ntags: [rain, 'the Wold']\nauthor:\n  - Jo Dell\n"
        b'  - Al Fen\nlayout: post\n---\n\nHeavy *rain*\nfell **all** day in [Fernby](/fernby "Home"). snake_case\n\n'
        b"What next\n---------\n\n* One\n    * Two\n1. Three\n\n![map](m.png)\n\n    x = 1\n\nA | B\n--|--\n1 | `2`\n"
    )
    assert article.headline == "It's raining"
    assert article.published == dt.datetime(2026, 3, 2, 17, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert article.keywords == ("rain", "the Wold")
    assert [author.name for author in article.authors] == ["Jo Dell", "Al Fen"]
    assert [(block.kind.value, block.level, block.span.of(article.text)) for block in article.blocks] == [
        ("paragraph", None, "Heavy rain fell all day in Fernby. snake_case"),
        ("heading", 2, "What next"),
        ("list-item", 1, "One"),
        ("list-item", 2, "Two"),
        ("list-item", 1, "Three"),
        ("preformatted", None, "x = 1"),
        ("table", None, "A\tB\n1\t2"),
    ]
    assert [(link.span.of(article.text), link.url) for link in article.links] == [("Fernby", "/fernby")]


def test_the_second_line_of_a_table_may_do_without_bars() -> None:
    """Colons make it one of a table still; dashes alone underline a heading, bars in it or not."""
    table = markdown.loads("| Rain |\n:---\n| 3 mm |\n\nIt rained.")
    heading = markdown.loads("It rained.\n\nToday | Tomorrow\n---\nRain.")
    assert [(block.kind, block.span.of(table.text)) for block in table.blocks] == [
        (BlockKind.TABLE, "Rain\n3 mm"),
        (BlockKind.PARAGRAPH, "It rained."),
    ]
    assert [(block.kind, block.span.of(heading.text)) for block in heading.blocks] == [
        (BlockKind.PARAGRAPH, "It rained."),
        (BlockKind.HEADING, "Today | Tomorrow"),
        (BlockKind.PARAGRAPH, "Rain."),
    ]


def test_without_front_matter_the_first_heading_is_the_headline() -> None:
    """A heading of level 1 at the top of a document without front matter is its headline."""
    article = markdown.loads("# Rain\n\nIt rained.")
    assert (article.headline, article.text) == ("Rain", "It rained.")


def test_wrong_values_are_issues() -> None:
    """A date that is none is left out and noted, with the value; so is one before its publication."""
    article = markdown.loads("---\ndate: yesterday\n---\nIt rained.")
    assert article.published is None
    assert [issue.code for issue in article.issues] == [IssueCode.BAD_VALUE]
    assert "yesterday" in article.issues[0].message
    article = markdown.loads("---\ndate: 2026-03-02\nmodified: 2026-03-01\n---\n")
    assert (article.published, article.modified) == (dt.date(2026, 3, 2), None)
    assert [issue.code for issue in article.issues] == [IssueCode.CONFLICTING_DATES]


def test_bytes_that_are_no_utf8_are_refused() -> None:
    """The error names the byte."""
    with pytest.raises(FormatError, match="0xff at 2"):
        markdown.loads(b"ab\xff")


def test_a_quote_over_paragraphs_is_one_quote() -> None:
    """The parts of a quote share a number, so that they come back as one."""
    text = "“One.\n\n“Two,” she said."
    quoted = Article(
        text=text,
        blocks=(
            Block(kind=BlockKind.PARAGRAPH, span=Span(0, 5)),
            Block(kind=BlockKind.PARAGRAPH, span=Span(7, len(text))),
        ),
    )
    document = markdown.dumps(quoted) + "\n"
    document = document.replace("One.", '<span class="quote direct" data-quote="1">One.</span>')
    document = document.replace("Two,", '<span class="quote direct" data-quote="1">Two,</span>')
    read = markdown.loads(document)
    assert [(quote.text, quote.kind) for quote in read.quotes] == [("One. Two,", QuoteKind.DIRECT)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("One\n\nTwo\n---\n\nThree", "One Two Three"),
        ("One ``two` three", "One ``two` three"),
        ("One `two` three", "One two three"),
        (r"One \* two", "One * two"),
        ("Stray </q> and ] here", "Stray  and ] here"),
        ("<b>bold</b> text", "bold text"),
        ("See ![a [b](c) d](e.png) it", "See it"),
        ("a ![one <q>two](x.png) three</q> four", "a three four"),
        (r"[a](b\&amp;c)", "a"),
    ],
)
def test_marks_of_markdown_are_no_words(source: str, text: str) -> None:
    """Code, emphasis, tags, images and escapes are read as their words, and so is a mark without its other half."""
    assert " ".join(markdown.loads(source).text.split()) == " ".join(text.split())


def test_front_matter_that_never_ends_is_text() -> None:
    """Three dashes without their like open nothing; they may also stand at the very end."""
    assert markdown.loads("---\ntitle: A\n\nText.").headline is None
    assert markdown.loads("---\ntitle: A\n---").headline == "A"
    assert markdown.loads("---\ntitle: A\nkeywords:\n  - a\n  - b\n---\n\nText.").keywords == ("a", "b")


def test_markdown_of_many_kinds_is_read_by_its_lines() -> None:
    """A list ends a paragraph without a blank line; an address in angle brackets is a link of its own words."""
    read = markdown.loads("One\n- two\n- three\n\nSee <https://wold.example/> [now]().")
    assert [(block.kind, block.span.of(read.text)) for block in read.blocks] == [
        (BlockKind.PARAGRAPH, "One"),
        (BlockKind.LIST_ITEM, "two"),
        (BlockKind.LIST_ITEM, "three"),
        (BlockKind.PARAGRAPH, "See https://wold.example/ now."),
    ]
    assert [(link.url, link.span.of(read.text)) for link in read.links] == [("https://wold.example/",) * 2]


def test_quotes_that_cross_an_image_or_never_open_are_no_quotes() -> None:
    """A quote that opens in the words of an image goes with them, and an end without a beginning is none."""
    opened = '<span class="quote direct">'
    read = markdown.loads(f"a ![one {opened}two](x.png) three</span> four</span>")
    assert (read.text, read.quotes) == ("a three four", ())
