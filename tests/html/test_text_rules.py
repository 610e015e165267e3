"""The text of elements: what is glued, what is parted, what is dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.html import read_page
from newsmodel.html.text import clean, clean_with_borders
from newsmodel.html.tree import parse_tree
from newsmodel.model.kinds import BlockKind

FILLER = "<p>The harbour board met on Tuesday evening and put off its vote on the new cranes for another month.</p>"


def lines(markup: str, lang: str = "en") -> list[str]:
    """Return the blocks' texts of a page whose body is *markup* and a paragraph that is cut off again."""
    article = read_page(f"<!doctype html><html lang={lang}><body>{FILLER}{markup}{FILLER.replace('Tuesday', 'Friday')}")
    texts = [block.span.of(article.text) for block in article.blocks]
    assert "Tuesday" in texts[0]
    assert "Friday" in texts[-1]
    return texts[1:-1]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("The <b>mayor</b> of <i>Port</i>land spoke.", "The mayor of Portland spoke."),
        ("The&nbsp;mayor spoke for an hour.", "The mayor spoke for an hour."),
        ("The coun&shy;cil&#8203;lors were there.", "The councillors were there."),
        ("A long com<wbr>pound was spoken.", "A long compound was spoken."),
        ("The first line<br>and the second.", "The first line and the second."),
        ("She called it <q>a mess</q> at last.", "She called it “a mess” at last."),
        ("It covered 40 km<sup>2</sup> of forest.", "It covered 40 km2 of forest."),
        ("The mayor<sup><a href='#note-1'>1</a></sup> spoke.", "The mayor spoke."),
        ("The mayor<a href='#fn2'><sup>[2]</sup></a> spoke.", "The mayor spoke."),
        ("The 21<sup>st</sup> of May came.", "The 21st of May came."),
        ("<span class=dropcap>O</span>nce there was a mill.", "Once there was a mill."),
        ("The price of <ruby>東京<rt>Tokyo</rt></ruby> rose.", "The price of 東京 rose."),
        ("  The\n\t mayor   spoke\nto us. ", "The mayor spoke to us."),
        ("Fish &amp; chips were served &lt;cold&gt;.", "Fish & chips were served <cold>."),
        ("The clerk<!-- aside --> was away.", "The clerk was away."),
        ("The clerk <span style='display: none'>hidden</span> was away.", "The clerk was away."),
        ("The clerk <span class=sr-only>for readers of screens</span> was away.", "The clerk was away."),
        ("عقد المجلس جلسته <b>مساء</b> الثلاثاء.", "عقد المجلس جلسته مساء الثلاثاء."),
        ("市議会は<b>火曜日</b>の夜に会議を開いた。", "市議会は火曜日の夜に会議を開いた。"),
        ("می\u200cخواهد برود.", "می\u200cخواهد برود."),
    ],
)
def test_inline_markup_neither_glues_nor_tears(markup: str, text: str) -> None:
    """Words come out as a reader sees them, whatever elements they are written in."""
    assert lines(f"<p>{markup}</p>") == [text]


def test_q_takes_the_marks_of_the_language() -> None:
    """A German page quotes as German does."""
    assert lines("<p>Er nannte es <q>ein Ereignis</q> der Stadt.</p>", lang="de") == [
        "Er nannte es „ein Ereignis“ der Stadt."
    ]


def test_blocks_part_words() -> None:
    """Two blocks are two texts, without a space in the page between them."""
    assert lines("<div>One thing.</div><div>Another thing.</div>") == ["One thing.", "Another thing."]


def test_two_line_breaks_end_a_paragraph() -> None:
    """Old pages part their paragraphs by two line breaks."""
    assert lines("<div>The first of them.<br><br>The second of them.</div>") == [
        "The first of them.",
        "The second of them.",
    ]


def test_preformatted_text_loses_what_cannot_be_seen() -> None:
    """Blank lines at its ends and marks of where a line may break are no part of it, hard spaces are spaces."""
    article = read_page(f"<body>{FILLER}<pre>\n\nRo\u00adses\u00a0are red,\n  violets\u200b blue. \n \n</pre>{FILLER}")
    assert "\n\nRoses are red,\n  violets blue.\n\n" in article.text


def test_preformatted_text_keeps_its_lines() -> None:
    """A poem in pre keeps its lines and spaces."""
    article = read_page(f"<body>{FILLER}<pre>Roses are red,\n  violets are blue.</pre>{FILLER.replace('Tues', 'Fri')}")
    (poem,) = [block for block in article.blocks if block.kind is BlockKind.PREFORMATTED]
    assert poem.span.of(article.text) == "Roses are red,\n  violets are blue."


def test_a_table_comes_as_rows() -> None:
    """A table of data is one block: a row a line, cells parted by tabs."""
    table = "<table><tr><th>Town<th>Votes</tr><tr><td>Ashby<td>1,204</tr><tr><td>Corley<td>998</tr></table>"
    assert lines(table) == ["Town\tVotes\nAshby\t1,204\nCorley\t998"]


def test_nested_lists_know_their_depth() -> None:
    """Items have the depth of their list as level."""
    article = read_page(
        f"<body>{FILLER}<ul><li>Fruit of the season<ul><li>Apples from the north</ul><li>Bread of the day</ul>"
        f"{FILLER.replace('Tues', 'Fri')}"
    )
    items = [(b.span.of(article.text), b.level) for b in article.blocks if b.kind is BlockKind.LIST_ITEM]
    assert items == [("Fruit of the season", 1), ("Apples from the north", 2), ("Bread of the day", 1)]


def test_headings_have_their_level() -> None:
    """A heading inside the body keeps the level its tag says."""
    article = read_page(f"<body>{FILLER}<h3>What comes next</h3>{FILLER.replace('Tues', 'Fri')}")
    assert [(b.kind, b.level) for b in article.blocks][1] == (BlockKind.HEADING, 3)


def test_links_cover_their_words() -> None:
    """A link's span is its words, its address is absolute."""
    article = read_page(
        f"<body><p>The board <a href='/board'> met here </a>in the <a href='#x'>evening</a>, as it does.</p>{FILLER}",
        url="https://example.org/news/1",
    )
    assert [(link.span.of(article.text), link.url) for link in article.links] == [
        ("met here", "https://example.org/board")
    ]


def test_blocks_say_where_they_stand() -> None:
    """The path of a block leads to its element."""
    article = read_page(f"<body><div>{FILLER}</div><div>{FILLER.replace('Tues', 'Fri')}</div>")
    assert [block.xpath for block in article.blocks] == ["/html/body[1]/div[1]/p[1]", "/html/body[1]/div[2]/p[1]"]


def test_paths_lead_to_the_text() -> None:
    """Every path finds the element whose text the block has, whatever elements are called."""
    page = f"<body><o:p>{FILLER}</o:p><section><x-y>{FILLER.replace('Tues', 'Fri')}</x-y></section><div>{FILLER[:60]}"
    root, _ = parse_tree(page)
    assert root is not None
    article = read_page(page)
    assert len(article.blocks) > 1
    for block in article.blocks:
        assert block.xpath is not None
        (element,) = root.xpath(block.xpath)
        assert clean("".join(element.itertext())).startswith(block.span.of(article.text))


@given(st.lists(st.text(max_size=8), max_size=6), st.data())
def test_borders_do_not_change_the_text(parts: list[str], data: st.DataObject) -> None:
    """However a text is cut into parts, and wherever borders are asked for, it comes out the same."""
    borders = sorted(data.draw(st.lists(st.integers(0, len(parts)), max_size=4)))
    text, offsets = clean_with_borders(parts, borders)
    assert text == clean("".join(parts))
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)


@given(st.text())
def test_cleaning_is_done_once(text: str) -> None:
    """What is clean stays as it is."""
    assert clean(clean(text)) == clean(text)


def test_a_mark_of_a_footnote_touches_a_word() -> None:
    """A number that leads to a note and is glued to a word is left out; one that is part of the text stays."""
    glued = f"<p>{FILLER} Nobody is late<a href=#n1>1</a>. See <a href=#n2>2</a> and [<a href=#n3>3</a>], he said.</p>"
    assert read_page(f"<body>{glued}").text.endswith("Nobody is late. See 2 and [3], he said.")
    inside = f"<p>{FILLER}</p><p>詳しくは第<a href=#c3>3</a>章を見よ。</p>"
    assert read_page(f"<body>{inside}").text.endswith("第3章を見よ。")


def test_a_sentence_that_ends_with_a_year_is_no_date_line() -> None:
    """What closes a quotation ends a sentence, with the year that it names."""
    page = f"<body><article><h1>A towel</h1><p>{FILLER}</p><p>He laughed. “That was in 1994.”</p></article>"
    assert read_page(page).text.endswith("\n\nHe laughed. “That was in 1994.”")


@pytest.mark.parametrize("mark", ["•", "*", "▪", "·"])
def test_items_that_a_page_writes_by_hand(mark: str) -> None:
    """Lines of a paragraph behind line breaks and a mark are items without it, their links in place."""
    items = f"<br>\n{mark} the <a href=/q>quay</a> is closed<br>{mark}&nbsp;<a href=/b>bread</a> costs more"
    article = read_page(f"<body><main><h1>Council</h1><p>The council agreed on two things:{items}</p>{FILLER}")
    kinds = [(block.kind.value, block.level, block.span.of(article.text)) for block in article.blocks]
    assert kinds == [
        ("paragraph", None, "The council agreed on two things:"),
        ("list-item", 1, "the quay is closed"),
        ("list-item", 1, "bread costs more"),
        ("paragraph", None, FILLER[3:-4]),
    ]
    assert [link.span.of(article.text) for link in article.links] == ["quay", "bread"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("It rained.<br>* Names changed.<br>** By us.", ["It rained.", "* Names changed.", "** By us."]),
        ("5 * 3 is fifteen<br>and 2 * 2 is four", ["5 * 3 is fifteen and 2 * 2 is four"]),
        ("• It rained.</p><p>• It snowed.", ["• It rained.", "• It snowed."]),
    ],
)
def test_marks_that_make_no_list(markup: str, expected: list[str]) -> None:
    """One line behind a mark is a note, and a mark within a line is part of it."""
    assert lines(f"<p>{markup}</p>") == expected
